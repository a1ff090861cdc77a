"""Acme: Look the newest loan up.

Page: Loans, https://docs.example.com/loans (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from ..validators import get_newest_loan as validators

OPERATION = d.Operation(
    partner="acme",
    name="get_newest_loan",
    page="https://docs.example.com/loans",
    method="GET",
    path="/v1/loans/newest/terms/1/status.json",
    members=(),
    has_body=False,
    validate=validators.get_newest_loan_request,
    replies=(
        d.Reply(
            name="found",
            when=d.When(http=(200,)),
            outcome="success",
            model="GetNewestLoanFound",
            validate=validators.get_newest_loan_found,
        ),
    ),
    codes={},
    models="partner_apis.acme.models.get_newest_loan",
    may_repeat=True,
)
