"""Acme: Get a token.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from ..validators import get_token as validators

OPERATION = d.Operation(
    partner="acme",
    name="get_token",
    page="https://docs.example.com/thing",
    method="GET",
    path="/token",
    members=(
        d.Member(
            place="header",
            path=("X-Secret",),
            source=d.Credential("secret"),
            required=True,
        ),
    ),
    has_body=False,
    validate=validators.get_token_request,
    replies=(
        d.Reply(
            name="issued",
            when=d.When(http=(200,)),
            outcome="success",
            model="GetTokenIssued",
            validate=validators.get_token_issued,
        ),
    ),
    codes={},
    models="partner_apis.acme.models.get_token",
)
