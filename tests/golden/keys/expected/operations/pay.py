"""Acme: Pay.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from ..validators import pay as validators

OPERATION = d.Operation(
    partner="acme",
    name="pay",
    page="https://docs.example.com/thing",
    method="POST",
    path="/pay",
    members=(
        d.Member(
            place="header",
            path=("X-Key",),
            source=d.IdempotencyKey("x_key", 20, digits=True),
            required=True,
        ),
        d.Member(
            place="body", path=("amount",), source=d.Argument("amount"), required=True
        ),
    ),
    has_body=True,
    validate=validators.pay_request,
    replies=(
        d.Reply(
            name="paid",
            when=d.When(http=(200,)),
            outcome="success",
            model="PayPaid",
            validate=validators.pay_paid,
        ),
    ),
    codes={},
    models="partner_apis.acme.models.pay",
    repetition=d.Repetition(("headers", "X-Key"), lasts=3600),
)
