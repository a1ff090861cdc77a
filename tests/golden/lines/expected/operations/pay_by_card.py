"""Acme: Pay by card.

Page: Loans, https://docs.example.com/loans (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from ..validators import pay_by_card as validators

OPERATION = d.Operation(
    partner="acme",
    name="pay_by_card",
    page="https://docs.example.com/loans",
    method="POST",
    path="/gateway",
    members=(
        d.Member(
            place="query",
            path=("cmd",),
            source=d.Constant("pay-by-card"),
            required=True,
        ),
        d.Member(
            place="body", path=("card",), source=d.Argument("card"), required=True
        ),
    ),
    has_body=True,
    validate=validators.pay_by_card_request,
    replies=(
        d.Reply(
            name="paid",
            when=d.When(http=(200,), equals=((("by",), "card"),)),
            outcome="success",
            model="PayByCardPaid",
            validate=validators.pay_by_card_paid,
        ),
        d.Reply(
            name="refused",
            when=d.When(http=(400,)),
            outcome="rejected",
            model="PayByCardRefused",
            validate=validators.pay_by_card_refused,
        ),
    ),
    codes={},
    models="partner_apis.acme.models.pay_by_card",
)
