"""Acme: Give a payment back.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from ..validators import refund as validators

OPERATION = d.Operation(
    partner="acme",
    name="refund",
    page="https://docs.example.com/thing",
    method="POST",
    path="/payments/{id}/refunds",
    members=(
        d.Member(place="segment", path=("id",), source=d.Argument("id"), required=True),
        d.Member(
            place="header",
            path=("Authorization",),
            source=d.Credential("token"),
            required=True,
            prefix="Bearer ",
        ),
    ),
    has_body=False,
    validate=validators.refund_request,
    replies=(
        d.Reply(
            name="refunded",
            when=d.When(http=(200,)),
            outcome="success",
            model="RefundRefunded",
            validate=validators.refund_refunded,
            echoes=((("id",), ("segments", "id")),),
        ),
    ),
    codes={},
    models="partner_apis.acme.models.refund",
    links=(d.Link(("segments", "id"), "pay", "body.id"),),
)
