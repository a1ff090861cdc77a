"""Acme: Let the customer pay on a page of Acme.

Page: Loans, https://docs.example.com/loans (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from ..validators import checkout as validators

OPERATION = d.Operation(
    partner="acme",
    name="checkout",
    page="https://docs.example.com/loans",
    method="GET",
    path="/checkout/{loanId}",
    members=(
        d.Member(
            place="segment",
            path=("loanId",),
            source=d.Argument("loan_id"),
            required=True,
        ),
        d.Member(
            place="query", path=("amount",), source=d.Argument("amount"), required=True
        ),
        d.Member(
            place="query", path=("back",), source=d.Argument("back"), required=False
        ),
    ),
    has_body=False,
    validate=validators.checkout_request,
    replies=(),
    codes={},
    models="partner_apis.acme.models.checkout",
)
