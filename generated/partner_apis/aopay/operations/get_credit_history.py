"""AOPay: Get the credit history of a customer.

Page: Get Credit History, https://readapi.aopay.co.in/Cibilapiv1GetCreditHistory.aspx
(read 2026-11-21).
"""

from __future__ import annotations

from ..._runtime import declare as d
from .. import errors
from ..validators import get_credit_history as validators

OPERATION = d.Operation(
    partner="aopay",
    name="get_credit_history",
    page="https://readapi.aopay.co.in/Cibilapiv1GetCreditHistory.aspx",
    method="GET",
    path="/api/AOP/CibilScore/GetCreditHistory",
    members=(
        d.Member(
            place="header",
            path=("Content-Type",),
            source=d.Constant("application/json"),
            required=False,
        ),
        d.Member(
            place="body",
            path=("client_order_id",),
            source=d.Argument("client_order_id"),
            required=False,
        ),
        d.Member(
            place="body",
            path=("cibil_id",),
            source=d.Argument("cibil_id"),
            required=False,
        ),
        d.Member(
            place="body",
            path=("RegistrationID",),
            source=d.Credential("registration_id"),
            required=False,
            secret=True,
        ),
        d.Member(
            place="body",
            path=("CompanyCode",),
            source=d.Credential("company_code"),
            required=False,
            secret=True,
        ),
    ),
    has_body=True,
    validate=validators.get_credit_history_request,
    replies=(
        d.Reply(
            name="history",
            when=d.When(http=(200,), equals=((("error_code",), "SPC-200"),)),
            outcome="success",
            model="GetCreditHistoryHistory",
            validate=validators.get_credit_history_history,
            code_at=("error_code",),
            message_at=("message",),
        ),
        d.Reply(
            name="refused",
            when=d.When(http=(401,), has=(("code",),), lacks=(("responsecode",),)),
            outcome="rejected",
            model="GetCreditHistoryRefused",
            validate=validators.get_credit_history_refused,
            code_at=("code",),
            message_at=("description",),
        ),
        d.Reply(
            name="refused_by_table",
            when=d.When(http=(401,), has=(("responsecode",),), lacks=(("code",),)),
            outcome="rejected",
            model="GetCreditHistoryRefusedByTable",
            validate=validators.get_credit_history_refused_by_table,
            code_at=("responsecode",),
            message_at=("message",),
        ),
    ),
    codes={
        "SPC-200": d.Code(error=None),
        "207": d.Code(error=errors.AmountRequired),
    },
    models="partner_apis.aopay.models.get_credit_history",
    rules=(
        d.Rule(
            kind="note",
            says=(
                "client_order_id links a reply to the caller's order, though no "
                "reply repeats it."
            ),
        ),
    ),
)
