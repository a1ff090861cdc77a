"""Acme: Look a loan up.

Page: Loans, https://docs.example.com/loans (read 2026-01-31).
"""

from __future__ import annotations

from ..._runtime import declare as d
from .. import errors
from ..validators import get_loan as validators

OPERATION = d.Operation(
    partner="acme",
    name="get_loan",
    page="https://docs.example.com/loans",
    method="GET",
    path="/v1/loans/{loanId}/terms/{term}/status.{format}",
    methods=("GET", "POST"),
    members=(
        d.Member(
            place="segment",
            path=("loanId",),
            source=d.Argument("loan_id"),
            required=True,
        ),
        d.Member(
            place="segment", path=("term",), source=d.Argument("term"), required=True
        ),
        d.Member(
            place="segment", path=("format",), source=d.Constant("json"), required=True
        ),
        d.Member(
            place="query", path=("full",), source=d.Argument("full"), required=False
        ),
    ),
    has_body=False,
    validate=validators.get_loan_request,
    replies=(
        d.Reply(
            name="found",
            when=d.When(http=(200,)),
            outcome="success",
            model="GetLoanFound",
            validate=validators.get_loan_found,
        ),
        d.Reply(
            name="refused",
            when=d.When(http=(400,)),
            outcome="rejected",
            model="GetLoanRefused",
            validate=validators.get_loan_refused,
            error=errors.BadRequest,
        ),
    ),
    codes={},
    models="partner_apis.acme.models.get_loan",
    may_repeat=True,
    unsettled=("get_loan.method",),
)
