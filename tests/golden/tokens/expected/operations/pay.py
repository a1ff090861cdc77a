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
            path=("Authorization",),
            source=d.Credential("token"),
            required=True,
            prefix="Bearer ",
        ),
    ),
    has_body=False,
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
)
