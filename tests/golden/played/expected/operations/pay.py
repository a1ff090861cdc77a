"""Acme: Pay.

Page: Pay, https://docs.example.com/pay (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from .. import errors
from ..validators import pay as validators

OPERATION = d.Operation(
    partner="acme",
    name="pay",
    page="https://docs.example.com/pay",
    method="POST",
    path="/pay",
    members=(
        d.Member(
            place="header",
            path=("Authorization",),
            source=d.Credential("token"),
            required=True,
            prefix="Bearer ",
            secret=True,
        ),
        d.Member(
            place="body", path=("amount",), source=d.Argument("amount"), required=True
        ),
        d.Member(
            place="body",
            path=("reference",),
            source=d.Argument("reference"),
            required=True,
        ),
        d.Member(
            place="body", path=("kind",), source=d.Argument("kind"), required=False
        ),
    ),
    has_body=True,
    validate=validators.pay_request,
    replies=(
        d.Reply(
            name="answered",
            when=d.When(http=(200,), has=(("code",),)),
            outcome="by-code",
            model="PayAnswered",
            validate=validators.pay_answered,
            code_at=("code",),
            message_at=("text",),
            echoes=((("reference",), ("body", "reference")),),
        ),
    ),
    codes={
        "0000": d.Code(error=None),
        "0001": d.Code(error=errors.Wrong),
        "0002": d.Code(error=errors.Refused),
        "0009": d.Code(error=errors.Busy),
    },
    models="partner_apis.acme.models.pay",
)
