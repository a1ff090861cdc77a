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
        d.Member(place="header", path=("X-Sign",), source=d.Signed(), required=True),
        d.Member(
            place="body", path=("order",), source=d.Argument("order"), required=True
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
            proof=d.Proof(
                d.Signature(
                    algorithm="HMAC-SHA256",
                    key=d.Credential("secret"),
                    parts=(
                        "path",
                        d.Selection(
                            of=(("body",),),
                            order="name",
                            pair="=",
                            separator="&",
                            keeps_empty=False,
                        ),
                    ),
                    separator="|",
                    encoding="hex",
                ),
                ("body", "sign"),
            ),
        ),
    ),
    codes={
        "0": d.Code(error=None),
        "1": d.Code(error=errors.BadField),
    },
    models="partner_apis.acme.models.charge",
    signature=d.Signature(
        algorithm="HMAC-SHA256",
        key=d.Credential("secret"),
        parts=(
            "method",
            "path",
            "body",
        ),
        separator=":",
        encoding="hex",
    ),
    unsettled=("charge.signature.encoding",),
)
