"""Acme: Tell what became of a payment.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from ..validators import get_payment as validators

OPERATION = d.Operation(
    partner="acme",
    name="get_payment",
    page="https://docs.example.com/thing",
    method="GET",
    path="/v1/payments",
    members=(
        d.Member(
            place="query",
            path=("paymentId",),
            source=d.Argument("payment_id"),
            required=True,
        ),
    ),
    has_body=False,
    validate=validators.get_payment_request,
    replies=(),
    codes={},
    models="partner_apis.acme.models.get_payment",
)
