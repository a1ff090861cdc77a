"""The servers of Ayoconnect Direct Debit and the credentials that it asks for."""

from __future__ import annotations

from .._runtime import declare as d

PARTNER = d.Partner(
    name="ayoconnect",
    title="Ayoconnect Direct Debit",
    base_url_variable="AYOCONNECT_BASE_URL",
    environments=(
        d.Environment(name="sandbox", base_url="https://sandbox.api.of.ayoconnect.id"),
        d.Environment(name="production", base_url=None),
    ),
    credentials=(
        d.CredentialDeclaration(
            name="client_secret",
            variable="AYOCONNECT_CLIENT_SECRET",
            summary="The secret that keys the signature; used as text, never decoded.",
            secret=True,
        ),
        d.CredentialDeclaration(
            name="b2b_token",
            variable="AYOCONNECT_B2B_TOKEN",
            summary="The access token of the business, without the word Bearer.",
            secret=True,
        ),
        d.CredentialDeclaration(
            name="b2b2c_token",
            variable="AYOCONNECT_B2B2C_TOKEN",
            summary=(
                "The access token that the customer consented to, without the word "
                "Bearer."
            ),
            secret=True,
        ),
        d.CredentialDeclaration(
            name="partner_id",
            variable="AYOCONNECT_PARTNER_ID",
            summary=(
                "The six-character identifier of the merchant that is sent as "
                "X-PARTNER-ID."
            ),
            secret=False,
        ),
        d.CredentialDeclaration(
            name="channel_id",
            variable="AYOCONNECT_CHANNEL_ID",
            summary="The five-digit identifier of the channel.",
            secret=False,
        ),
        d.CredentialDeclaration(
            name="merchant_id",
            variable="AYOCONNECT_MERCHANT_ID",
            summary=(
                "The six-character identifier of the merchant that is sent in the body."
            ),
            secret=False,
        ),
    ),
)
