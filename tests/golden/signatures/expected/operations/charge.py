"""Acme: Charge a card.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from .. import errors
from ..validators import charge as validators

OPERATION = d.Operation(
    partner="acme",
    name="charge",
    page="https://docs.example.com/thing",
    method="POST",
    path="/charge",
    members=(
        d.Member(place="body", path=("sign",), source=d.Signed(), required=True),
        d.Member(
            place="body",
            path=("merchant",),
            source=d.Credential("merchant"),
            required=True,
        ),
        d.Member(place="body", path=("nonce",), source=d.Nonce(16), required=True),
        d.Member(
            place="body", path=("amount",), source=d.Argument("amount"), required=True
        ),
        d.Member(
            place="body", path=("extra",), source=d.Argument("extra"), required=False
        ),
        d.Member(
            place="body", path=("note",), source=d.Argument("note"), required=False
        ),
    ),
    has_body=True,
    validate=validators.charge_request,
    replies=(
        d.Reply(
            name="answered",
            when=d.When(http=(200,), has=(("code",),)),
            outcome="by-code",
            model="ChargeAnswered",
            validate=validators.charge_answered,
            code_at=("code",),
        ),
    ),
    codes={
        "0": d.Code(error=None),
        "1": d.Code(error=errors.BadField),
        "9": d.Code(error=errors.BadSignature),
    },
    models="partner_apis.acme.models.charge",
    signature=d.Signature(
        algorithm="MD5",
        parts=(
            d.Selection(
                of=(("body",),),
                order="name",
                pair="=",
                separator="&",
                keeps_empty=False,
                leaves_out=("note",),
                added=(("key", d.Credential("secret")),),
                written="form",
                letter_case="upper",
            ),
        ),
        separator="",
        encoding="HEX",
    ),
    unsettled=("charge.signature.encoding",),
)
