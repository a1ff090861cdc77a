"""The servers of Paytm AI router and the credentials that it asks for."""

from __future__ import annotations

from .._runtime import declare as d

PARTNER = d.Partner(
    name="paytm",
    title="Paytm AI router",
    base_url_variable="PAYTM_BASE_URL",
    environments=(
        d.Environment(name="staging", base_url="https://stage-router.paytm.in"),
        d.Environment(name="production", base_url=None),
    ),
    credentials=(
        d.CredentialDeclaration(
            name="user",
            variable="PAYTM_USER",
            summary="The user name of the HTTP Basic pair that Paytm hands out.",
            secret=False,
        ),
        d.CredentialDeclaration(
            name="password",
            variable="PAYTM_PASSWORD",
            summary="The password of the HTTP Basic pair that Paytm hands out.",
            secret=True,
        ),
    ),
)
