"""Acme: Pay by phone.

Page: Loans, https://docs.example.com/loans (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from ..validators import pay_by_phone as validators

OPERATION = d.Operation(
    partner="acme",
    name="pay_by_phone",
    page="https://docs.example.com/loans",
    method="POST",
    path="/gateway",
    members=(
        d.Member(
            place="query",
            path=("cmd",),
            source=d.Constant("pay-by-phone"),
            required=True,
        ),
        d.Member(
            place="body", path=("phone",), source=d.Argument("phone"), required=True
        ),
    ),
    has_body=True,
    validate=validators.pay_by_phone_request,
    replies=(
        d.Reply(
            name="paid",
            when=d.When(http=(200,), equals=((("by",), "phone"),)),
            outcome="success",
            model="PayByPhonePaid",
            validate=validators.pay_by_phone_paid,
        ),
        d.Reply(
            name="refused",
            when=d.When(http=(400,)),
            outcome="rejected",
            model="PayByPhoneRefused",
            validate=validators.pay_by_phone_refused,
        ),
    ),
    codes={},
    models="partner_apis.acme.models.pay_by_phone",
)
