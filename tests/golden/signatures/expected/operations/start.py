"""Acme: Start a payment.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from .. import errors
from ..validators import start as validators

OPERATION = d.Operation(
    partner="acme",
    name="start",
    page="https://docs.example.com/thing",
    method="POST",
    path="/start",
    members=(
        d.Member(place="header", path=("X-Verify",), source=d.Signed(), required=True),
        d.Member(
            place="body", path=("order",), source=d.Argument("order"), required=True
        ),
    ),
    has_body=True,
    validate=validators.start_request,
    replies=(
        d.Reply(
            name="answered",
            when=d.When(http=(200,), has=(("code",),)),
            outcome="by-code",
            model="StartAnswered",
            validate=validators.start_answered,
            code_at=("code",),
        ),
    ),
    codes={
        "0": d.Code(error=None),
        "1": d.Code(error=errors.BadField),
        "9": d.Code(error=errors.BadSignature),
    },
    models="partner_apis.acme.models.start",
    signature=d.Signature(
        algorithm="SHA256",
        parts=(
            d.EncodedBody(),
            "path",
            d.Credential("salt"),
        ),
        separator="",
        encoding="hex",
        suffix=(
            d.FixedText("###"),
            d.Credential("salt_index"),
        ),
    ),
    unsettled=("start.signature.encoding",),
)
