"""The servers of AOPay and the credentials that it asks for."""

from __future__ import annotations

from .._runtime import declare as d

PARTNER = d.Partner(
    name="aopay",
    title="AOPay",
    base_url_variable="AOPAY_BASE_URL",
    environments=(
        d.Environment(name="production", base_url="https://api.aopay.co.in"),
    ),
    credentials=(
        d.CredentialDeclaration(
            name="registration_id",
            variable="AOPAY_REGISTRATION_ID",
            summary=(
                "The registration identifier; with the company code all that tells "
                "who calls."
            ),
            secret=True,
        ),
        d.CredentialDeclaration(
            name="company_code",
            variable="AOPAY_COMPANY_CODE",
            summary=(
                "The code of the company that asks, by which AOPay authenticates it."
            ),
            secret=True,
        ),
    ),
)
