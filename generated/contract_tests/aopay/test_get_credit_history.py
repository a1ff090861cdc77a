"""Contract tests of AOPay, get_credit_history: Get the credit history of a customer.

Page: Get Credit History, https://readapi.aopay.co.in/Cibilapiv1GetCreditHistory.aspx,
read 2026-11-21. Spec: specs/aopay/get_credit_history.yaml.

Run: pytest contract_tests/aopay/test_get_credit_history.py
"""

from __future__ import annotations

from typing import Any

import pytest

from partner_apis.aopay import AopayClient, AsyncAopayClient, errors

from .._harness.calls import Call, InvalidCall
from .._harness.clients import Client, Partner, Setup
from .._harness.edits import (
    Drop,
    LowerCaseHeaders,
    OtherCredential,
    Put,
    Raw,
    Spaced,
    Twice,
)
from .._harness.exchanges import Accepted, Answers, Observed, Refused, Server
from .._harness.hidden import Hides
from .._harness.outcomes import Fails, Raises, Returns, Unreachable
from .._harness.pointers import NOTHING
from .._harness.reading import beside
from .._harness.rows import At, Breaks, Columns, Keeps, Of, judged, rows
from .._harness.strict import Chooses, Differs, Judges

CONTRACT = beside(__file__, "get_credit_history")
ARGUMENTS: dict[str, Any] = {"client_order_id": "0001", "cibil_id": "abc"}
"""What a full call is given: made-up values of the documented shape."""

CLIENTS = (
    Client(AopayClient, errors, ARGUMENTS),
    Client(AsyncAopayClient, errors, ARGUMENTS),
)

# What the client sends, and what it refuses to send.

CALLS: tuple[Call, ...] = (
    Call("every argument", "request", "prose"),
    Call(
        "the required arguments alone",
        "request",
        "prose",
        omits=("client_order_id", "cibil_id"),
        arrives=(Drop("/body/client_order_id"), Drop("/body/cibil_id")),
    ),
    Call(
        "client_order_id left out",
        "body.client_order_id.required",
        "table",
        omits=("client_order_id",),
        arrives=(Drop("/body/client_order_id"),),
    ),
    Call(
        "cibil_id left out",
        "body.cibil_id.required",
        "table",
        omits=("cibil_id",),
        arrives=(Drop("/body/cibil_id"),),
    ),
    Call(
        "odd text",
        "request",
        "external: RFC 3986, RFC 8259",
        arguments={
            "client_order_id": 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511',
            "cibil_id": 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511',
        },
        arrives=(
            Put("/body/client_order_id", 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511'),
            Put("/body/cibil_id", 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511'),
        ),
    ),
    Call(
        "everything from variables",
        "request",
        "prose",
        setup=Setup(base_url_variable="AOPAY_BASE_URL"),
    ),
    Call(
        "registration_id not supplied",
        "body.RegistrationID.required",
        "table",
        setup=Setup(lacks=("registration_id",)),
        arrives=(Drop("/body/RegistrationID"),),
    ),
    Call(
        "company_code not supplied",
        "body.CompanyCode.required",
        "table",
        setup=Setup(lacks=("company_code",)),
        arrives=(Drop("/body/CompanyCode"),),
    ),
)

INVALID_CALLS: tuple[InvalidCall, ...] = (
    *rows(
        Columns(
            InvalidCall,
            "id value",
            about="body.client_order_id",
            passed="client_order_id",
            key="type",
            evidence="table",
            pointer="/body/client_order_id",
        ),
        ("as a whole number", 12345),
        ("as true", True),
        ("as a list", []),
        ("as an object", {}),
        ("as null", None),
    ),
    *rows(
        Columns(
            InvalidCall,
            "id value",
            about="body.cibil_id",
            passed="cibil_id",
            key="type",
            evidence="table",
            pointer="/body/cibil_id",
        ),
        ("as a whole number", 12345),
        ("as true", True),
        ("as a list", []),
        ("as an object", {}),
        ("as null", None),
    ),
)

JUDGED: tuple[Judges, ...] = (
    *judged(
        Of("request", "request", "prose"),
        At(
            "/headers/Content-Type",
            Keeps("application/json"),
            Breaks("type", 12345),
            Breaks(
                "enum",
                "",
                "application/jsonx",
                "xapplication/json",
                "application/jso",
                "APPLICATION/JSON",
                "application/jsox",
            ),
        ),
        At("/body/client_order_id", Breaks("type", 12345, True, [], {}, None)),
        At("/body/cibil_id", Breaks("type", 12345, True, [], {}, None)),
        At("/body/RegistrationID", Breaks("type", 12345, True, [], {}, None)),
        At("/body/CompanyCode", Breaks("type", 12345, True, [], {}, None)),
        At("/body/xUnknownMember", Breaks("undocumented", "text")),
    ),
    *judged(
        Of("history", "replies.history", "example"),
        At("/error_code", Breaks("type", 12345, True, [], {}, None)),
        At("/status", Breaks("type", 12345, True, [], {}, None)),
        At("/message", Breaks("type", 12345, True, [], {}, None)),
        At("/soft_ref_id", Breaks("type", 12345, True, [], {}, None)),
        At("/data", Breaks("type", "text", 12345, True, [], None)),
        At("/data/xUnknownMember", Breaks("undocumented", "text")),
        At("/data/result", Breaks("type", "text", 12345, True, [], None)),
        At("/data/result/xUnknownMember", Breaks("undocumented", "text")),
        At("/data/result/userInfo", Breaks("type", "text", 12345, True, [], None)),
        At("/data/result/userInfo/xUnknownMember", Breaks("undocumented", "text")),
        At("/data/result/userInfo/cibil_id", Breaks("type", 12345, True, [], {}, None)),
        At(
            "/data/result/userInfo/cibil_score",
            Keeps("600"),
            Breaks("type", 12345, True, [], {}, None),
            Breaks("format", "", "many", "12.5"),
            Keeps("-12"),
        ),
        At(
            "/data/result/userInfo/first_name",
            Breaks("type", 12345, True, [], {}, None),
        ),
        At(
            "/data/result/userInfo/middle_name",
            Breaks("type", 12345, True, [], {}, None),
        ),
        At(
            "/data/result/userInfo/last_name", Breaks("type", 12345, True, [], {}, None)
        ),
        At(
            "/data/result/userInfo/mobile_number",
            Breaks("type", 12345, True, [], {}, None),
        ),
        At(
            "/data/result/userInfo/cibil_score_fetch_date",
            Keeps("2020-01-02 03:04:05"),
            Breaks("type", 12345, True, [], {}),
            Breaks(
                "format",
                "",
                "now",
                "2024-01-31T10:20:30",
                "2024-01-31 10:20:30+07:00",
                "2024-02-31T10:20:30+07:00",
                "2024-01-31T25:20:30+07:00",
            ),
            Keeps("2026-01-31 23:59:58", None),
        ),
        At("/data/result/activityInfo", Breaks("type", "text", 12345, True, {}, None)),
        At(
            "/data/result/activityInfo/0", Breaks("type", "text", 12345, True, [], None)
        ),
        At(
            "/data/result/activityInfo/0/xUnknownMember", Breaks("undocumented", "text")
        ),
        At(
            "/data/result/activityInfo/0/account_detail_id",
            Breaks("type", 12345, True, [], {}, None),
        ),
        At(
            "/data/result/activityInfo/0/member_name",
            Breaks("type", 12345, True, [], {}, None),
        ),
        At(
            "/data/result/activityInfo/0/account_number",
            Breaks("type", 12345, True, [], {}, None),
        ),
        At(
            "/data/result/activityInfo/0/date_opened",
            Keeps("2020-01-02"),
            Breaks("type", 12345, True, [], {}, None),
            Breaks(
                "format",
                "",
                "soon",
                "31/02/2024",
                "2024-02-31",
                "2024/12/31",
                "31-12-2024",
                "XX/XX/2000",
            ),
            Keeps("2026-01-31"),
        ),
        At(
            "/data/result/activityInfo/0/date_closed",
            Keeps("0000-00-00"),
            Breaks("type", 12345, True, [], {}, None),
            Breaks(
                "format",
                "",
                "soon",
                "31/02/2024",
                "2024-02-31",
                "2024/12/31",
                "31-12-2024",
                "XX/XX/2000",
            ),
            Keeps("2026-01-31", "0000-00-00"),
        ),
        At(
            "/data/result/activityInfo/0/newly_opened",
            Keeps("1"),
            Breaks("type", 12345, True, [], {}, None),
            Breaks("format", "", "maybe"),
            Keeps("1", "0"),
        ),
        At(
            "/data/result/activityInfo/0/name",
            Breaks("type", 12345, True, [], {}, None),
        ),
        At("/data/result/creditAge", Breaks("type", "text", 12345, True, [], None)),
        At("/data/result/creditAge/xUnknownMember", Breaks("undocumented", "text")),
        At(
            "/data/result/creditAge/credit_age",
            Breaks("type", 12345, True, [], {}, None),
        ),
        At("/data/result/creditMix", Breaks("type", "text", 12345, True, [], None)),
        At("/data/result/creditMix/xUnknownMember", Breaks("undocumented", "text")),
        At(
            "/data/result/creditMix/secured_loan",
            Keeps("1"),
            Breaks("type", 12345, True, [], {}, None),
            Breaks("format", "", "many", "12.5"),
            Keeps("-12"),
        ),
        At(
            "/data/result/creditMix/unsecured_loan",
            Keeps("1"),
            Breaks("type", 12345, True, [], {}, None),
            Breaks("format", "", "many", "12.5"),
            Keeps("-12"),
        ),
        At(
            "/data/result/creditMix/total_percent_completed",
            Keeps("50"),
            Breaks("type", 12345, True, [], {}, None),
            Breaks("format", "", "much", "1,50"),
            Keeps("12.5"),
        ),
        At(
            "/data/result/inquiryCount", Breaks("type", "text", True, [], {}, 1.5, None)
        ),
        At(
            "/data/result/lastMonthInquiryCount",
            Breaks("type", "text", True, [], {}, 1.5, None),
        ),
        At(
            "/data/result/last6MonthInquiryCount",
            Breaks("type", "text", True, [], {}, 1.5, None),
        ),
        At("/data/result/creditUtilize", Breaks("type", "text", 12345, True, [], None)),
        At("/data/result/creditUtilize/xUnknownMember", Breaks("undocumented", "text")),
        At(
            "/data/result/creditUtilize/credit_utilize",
            Keeps("10"),
            Breaks("type", 12345, True, [], {}, None),
            Breaks("format", "", "much", "1,50"),
            Keeps("12.5"),
        ),
        At(
            "/data/result/creditUtilize/credit_limit",
            Keeps("100000"),
            Breaks("type", 12345, True, [], {}, None),
            Breaks("format", "", "much", "1,50"),
            Keeps("12.5"),
        ),
        At(
            "/data/result/creditUtilize/total_balance",
            Keeps("10000"),
            Breaks("type", 12345, True, [], {}, None),
            Breaks("format", "", "much", "1,50"),
            Keeps("12.5"),
        ),
        At(
            "/data/result/onTimePaymentPercentile",
            Breaks("type", "text", True, [], {}, 1.5, None),
        ),
        At("/data/status", Breaks("type", 12345, True, [], {}, None)),
        At("/data/message", Breaks("type", 12345, True, [], {}, None)),
        At("/data/access_token", Breaks("type", 12345, True, [], {}, None)),
        At("/xUnknownMember", Breaks("undocumented", "text")),
    ),
    *judged(
        Of("refused", "replies.refused", "example"),
        At("/code", Breaks("type", 12345, True, [], {}, None)),
        At("/description", Breaks("type", 12345, True, [], {}, None)),
        At("/merchantTrxnRefId", Keeps(None)),
        At("/token", Keeps(None)),
        At(
            "/status",
            Keeps("False"),
            Breaks("type", 12345, True, [], {}, None),
            Breaks("format", "", "maybe"),
            Keeps("True", "False"),
        ),
        At("/xUnknownMember", Breaks("undocumented", "text")),
    ),
    *judged(
        Of("refused_by_table", "replies.refused_by_table", "table"),
        At("/responsecode", Breaks("type", "text", True, [], {}, 1.5, None)),
        At("/status", Breaks("type", "text", 12345, [], {}, None)),
        At("/message", Breaks("type", 12345, True, [], {}, None)),
        At("/xUnknownMember", Breaks("undocumented", "text")),
    ),
)

REPLIES: tuple[Returns | Raises, ...] = (
    Returns(
        "history",
        "replies.history",
        "example",
        answer="history",
        model="GetCreditHistoryHistory",
        reads={
            "error_code": "SPC-200",
            "status": "SUCCESS",
            "message": "success",
            "soft_ref_id": "00000000000000ABCDEFGHIJ0",
            "data.result.user_info.cibil_id": "000000*",
            "data.result.user_info.cibil_score": "600",
            "data.result.user_info.first_name": "example",
            "data.result.user_info.middle_name": "",
            "data.result.user_info.last_name": "Customer",
            "data.result.user_info.mobile_number": "0000000***",
            "data.result.user_info.cibil_score_fetch_date": "2020-01-02 03:04:05",
            "data.result.activity_info.0.account_detail_id": "0000001**",
            "data.result.activity_info.0.member_name": "SAMPLEBNK",
            "data.result.activity_info.0.account_number": "XXXXXXXXXXXXXXXX0001",
            "data.result.activity_info.0.date_opened": "2020-01-02",
            "data.result.activity_info.0.date_closed": "0000-00-00",
            "data.result.activity_info.0.newly_opened": "1",
            "data.result.activity_info.0.name": "Housing Loan",
            "data.result.credit_age.credit_age": "2 Years 1 Months",
            "data.result.credit_mix.secured_loan": "1",
            "data.result.credit_mix.unsecured_loan": "1",
            "data.result.credit_mix.total_percent_completed": "50",
            "data.result.inquiry_count": 10,
            "data.result.last_month_inquiry_count": 0,
            "data.result.last6_month_inquiry_count": 1,
            "data.result.credit_utilize.credit_utilize": "10",
            "data.result.credit_utilize.credit_limit": "100000",
            "data.result.credit_utilize.total_balance": "10000",
            "data.result.on_time_payment_percentile": 90,
            "data.status": "success",
            "data.message": "ok",
            "data.access_token": "0000000000000000000000000000000000000001",
        },
    ),
    Raises(
        "refused",
        "replies.refused",
        "example",
        answer="refused",
        error="AmountRequired",
        base="Rejected",
        http=401,
        code="207",
        message="Amount is Requaired",
        says="Amount is Requaired",
        then="fix-request",
        model="GetCreditHistoryRefused",
    ),
    Raises(
        "refused_by_table",
        "replies.refused_by_table",
        "table",
        answer="refused_by_table",
        error="Rejected",
        base="Rejected",
        http=401,
        code="990",
        message="example",
        model="GetCreditHistoryRefusedByTable",
    ),
)

CODES: tuple[Returns | Raises, ...] = (
    Returns(
        "SPC-200",
        "codes.SPC-200",
        "example",
        answer="SPC-200",
        model="GetCreditHistoryHistory",
        reads={
            "error_code": "SPC-200",
            "status": "SUCCESS",
            "message": "success",
            "soft_ref_id": "00000000000000ABCDEFGHIJ0",
            "data.result.user_info.cibil_id": "000000*",
            "data.result.user_info.cibil_score": "600",
            "data.result.user_info.first_name": "example",
            "data.result.user_info.middle_name": "",
            "data.result.user_info.last_name": "Customer",
            "data.result.user_info.mobile_number": "0000000***",
            "data.result.user_info.cibil_score_fetch_date": "2020-01-02 03:04:05",
            "data.result.activity_info.0.account_detail_id": "0000001**",
            "data.result.activity_info.0.member_name": "SAMPLEBNK",
            "data.result.activity_info.0.account_number": "XXXXXXXXXXXXXXXX0001",
            "data.result.activity_info.0.date_opened": "2020-01-02",
            "data.result.activity_info.0.date_closed": "0000-00-00",
            "data.result.activity_info.0.newly_opened": "1",
            "data.result.activity_info.0.name": "Housing Loan",
            "data.result.credit_age.credit_age": "2 Years 1 Months",
            "data.result.credit_mix.secured_loan": "1",
            "data.result.credit_mix.unsecured_loan": "1",
            "data.result.credit_mix.total_percent_completed": "50",
            "data.result.inquiry_count": 10,
            "data.result.last_month_inquiry_count": 0,
            "data.result.last6_month_inquiry_count": 1,
            "data.result.credit_utilize.credit_utilize": "10",
            "data.result.credit_utilize.credit_limit": "100000",
            "data.result.credit_utilize.total_balance": "10000",
            "data.result.on_time_payment_percentile": 90,
            "data.status": "success",
            "data.message": "ok",
            "data.access_token": "0000000000000000000000000000000000000001",
        },
    ),
    Raises(
        "207",
        "codes.207",
        "example",
        answer="207",
        error="AmountRequired",
        base="Rejected",
        http=401,
        code="207",
        message="Amount is Requaired",
        says="Amount is Requaired",
        then="fix-request",
        model="GetCreditHistoryRefused",
    ),
)

DIFFERING: tuple[Differs, ...] = (
    Differs(
        "history with /status as a whole number",
        "replies.history",
        "example",
        answer="history",
        edits=(Put("/status", 12345),),
        reasons=("unreadable",),
        tells="/status",
        code="SPC-200",
        message="success",
    ),
    Differs(
        "history with another member",
        "replies.history",
        "example",
        answer="history",
        edits=(Put("/xUnknownMember", "text"),),
        tells="/xUnknownMember",
    ),
    *rows(
        Columns(
            Differs,
            "id http reasons",
            about="history with HTTP",
            fact="replies.history",
            evidence="example",
            answer="history",
        ),
        ("206", 206, ("undocumented-status", "contradictory", "undocumented-reply")),
        ("302", 302, ("undocumented-status", "contradictory", "undocumented-reply")),
        ("418", 418, ("undocumented-status", "contradictory", "undocumented-reply")),
        ("500", 500, ("undocumented-status", "contradictory", "undocumented-reply")),
        (
            "401",
            401,
            (
                "undocumented-status",
                "contradictory",
                "undocumented-reply",
                "undocumented-code",
            ),
        ),
    ),
    Differs(
        "history with /error_code as 'SPC-200x'",
        "replies.history",
        "example",
        answer="history",
        edits=(Put("/error_code", "SPC-200x"),),
        reasons=("undocumented-code", "undocumented-reply"),
    ),
    Differs(
        "refused with /code as a whole number",
        "replies.refused",
        "example",
        answer="refused",
        edits=(Put("/code", 12345),),
        reasons=("unreadable",),
        tells="/code",
        message="Amount is Requaired",
    ),
    Differs(
        "refused with another member",
        "replies.refused",
        "example",
        answer="refused",
        edits=(Put("/xUnknownMember", "text"),),
        tells="/xUnknownMember",
    ),
    Differs(
        "refused with a new code",
        "replies.refused",
        "example",
        answer="refused",
        edits=(Put("/code", "9999999"),),
        error="Rejected",
        code="9999999",
    ),
    *rows(
        Columns(
            Differs,
            "id http reasons",
            about="refused with HTTP",
            fact="replies.refused",
            evidence="example",
            answer="refused",
        ),
        ("206", 206, ("undocumented-status", "contradictory", "undocumented-reply")),
        ("302", 302, ("undocumented-status", "contradictory", "undocumented-reply")),
        ("418", 418, ("undocumented-status", "contradictory", "undocumented-reply")),
        ("500", 500, ("undocumented-status", "contradictory", "undocumented-reply")),
        (
            "200",
            200,
            (
                "undocumented-status",
                "contradictory",
                "undocumented-reply",
                "undocumented-code",
            ),
        ),
    ),
    Differs(
        "refused with no /code",
        "replies.refused",
        "example",
        answer="refused",
        edits=(Drop("/code"),),
        reasons=("undocumented-code", "undocumented-reply"),
    ),
    Differs(
        "refused with /responsecode as 'text'",
        "replies.refused",
        "example",
        answer="refused",
        edits=(Put("/responsecode", "text"),),
        reasons=("undocumented-code", "undocumented-reply"),
    ),
    Differs(
        "refused_by_table with /responsecode as text",
        "replies.refused_by_table",
        "table",
        answer="refused_by_table",
        edits=(Put("/responsecode", "text"),),
        reasons=("unreadable",),
        tells="/responsecode",
        message="example",
    ),
    Differs(
        "refused_by_table with another member",
        "replies.refused_by_table",
        "table",
        answer="refused_by_table",
        edits=(Put("/xUnknownMember", "text"),),
        tells="/xUnknownMember",
    ),
    Differs(
        "refused_by_table with a new code",
        "replies.refused_by_table",
        "table",
        answer="refused_by_table",
        edits=(Put("/responsecode", 9999999),),
        error="Rejected",
        code="9999999",
    ),
    *rows(
        Columns(
            Differs,
            "id http reasons",
            about="refused_by_table with HTTP",
            fact="replies.refused_by_table",
            evidence="table",
            answer="refused_by_table",
        ),
        ("206", 206, ("undocumented-status", "contradictory", "undocumented-reply")),
        ("302", 302, ("undocumented-status", "contradictory", "undocumented-reply")),
        ("418", 418, ("undocumented-status", "contradictory", "undocumented-reply")),
        ("500", 500, ("undocumented-status", "contradictory", "undocumented-reply")),
        (
            "200",
            200,
            (
                "undocumented-status",
                "contradictory",
                "undocumented-reply",
                "undocumented-code",
            ),
        ),
    ),
    *rows(
        Columns(
            Differs,
            "id value",
            about="refused_by_table with",
            where="/responsecode",
            fact="replies.refused_by_table",
            evidence="table",
            answer="refused_by_table",
            reasons=("undocumented-code", "undocumented-reply"),
        ),
        ("no /responsecode", NOTHING),
        ("/code as 'text'", Put("/code", "text")),
    ),
    *rows(
        Columns(
            Differs,
            "id http",
            about="207 with HTTP",
            fact="codes.207",
            evidence="example",
            answer="207",
            reasons=("gateway-error",),
        ),
        ("408", 408),
        ("425", 425),
        ("499", 499),
        ("502", 502),
        ("503", 503),
        ("504", 504),
        ("520", 520),
        ("530", 530),
    ),
)

HIDDEN: tuple[Hides, ...] = (
    *rows(
        Columns(
            Hides, "id answer message_at breaks", about="after", fact="", evidence=""
        ),
        ("a good call",),
        ("an answer that repeats them", "207", "/description"),
        ("a call that is refused", "", "", "client_order_id"),
    ),
)

CHOSEN: tuple[Chooses, ...] = (
    Chooses(
        "production", "", "prose", name="production", url="https://api.aopay.co.in"
    ),
)

FAULTS: tuple[Fails | Unreachable, ...] = (
    *rows(
        Columns(Fails, "id=fault reasons", fact="", evidence=""),
        ("closed-early", ("connection-lost",)),
        ("closed-before-answer", ("connection-lost",)),
        ("closed-mid-body", ("connection-lost", "unreadable")),
        ("reset", ("connection-lost",)),
        ("bad-gateway", ("gateway-error",)),
        ("unavailable", ("gateway-error",)),
        ("gateway-timeout", ("gateway-error",)),
        ("not-json", ("unreadable",)),
        ("html-page", ("unreadable",)),
        ("truncated-json", ("unreadable",)),
        ("empty-body", ("unreadable",)),
        ("undocumented-code", ("undocumented-code",)),
        ("undocumented-status", ("undocumented-status",)),
        ("other-shape", ("undocumented-reply", "unreadable")),
    ),
    Unreachable("unreachable", "", ""),
)

WAITS: tuple[Fails, ...] = (
    Fails("slow-drip", "", "", fault="slow-drip", reasons=("timeout",)),
    Fails("timeout", "", "", fault="timeout", reasons=("timeout",)),
)

WAITING = tuple(zip(WAITS, CLIENTS, strict=True))

# What the provider accepts, refuses and answers.

ACCEPTED: tuple[Accepted, ...] = (
    *rows(
        Columns(Accepted, "id fact evidence edits"),
        ("every member", "request", "prose"),
        ("white space in the body", "", "external: RFC 8259", (Spaced(),)),
        ("header names in lower case", "", "external: RFC 9110", (LowerCaseHeaders(),)),
    ),
)
REFUSED: tuple[Refused, ...] = (
    *rows(
        Columns(
            Refused,
            "id value",
            about="body.client_order_id",
            key="type",
            evidence="table",
            fault="type",
        ),
        ("as a whole number", 12345),
        ("as true", True),
        ("as a list", []),
        ("as an object", {}),
        ("as null", None),
    ),
    *rows(
        Columns(
            Refused,
            "id value",
            about="body.cibil_id",
            key="type",
            evidence="table",
            fault="type",
        ),
        ("as a whole number", 12345),
        ("as true", True),
        ("as a list", []),
        ("as an object", {}),
        ("as null", None),
    ),
    *rows(
        Columns(
            Refused,
            "id value",
            about="body.RegistrationID",
            key="type",
            evidence="table",
            fault="type",
        ),
        ("as a whole number", 12345),
        ("as true", True),
        ("as a list", []),
        ("as an object", {}),
        ("as null", None),
    ),
    *rows(
        Columns(
            Refused,
            "id value",
            about="body.CompanyCode",
            key="type",
            evidence="table",
            fault="type",
        ),
        ("as a whole number", 12345),
        ("as true", True),
        ("as a list", []),
        ("as an object", {}),
        ("as null", None),
    ),
)
ANSWERS: tuple[Answers, ...] = (
    Answers(
        "reply history",
        "replies.history.*",
        "example",
        answer="history",
        reply="history",
        http=200,
        code="SPC-200",
    ),
    Answers(
        "reply refused",
        "replies.refused.*",
        "example",
        answer="refused",
        reply="refused",
        http=401,
        code="207",
    ),
    Answers(
        "reply refused_by_table",
        "replies.refused_by_table.*",
        "table",
        answer="refused_by_table",
        reply="refused_by_table",
        http=401,
    ),
    Answers(
        "code SPC-200",
        "codes.SPC-200.*",
        "example",
        answer="SPC-200",
        reply="history",
        http=200,
        code="SPC-200",
        holds={"/message": "success"},
    ),
    Answers(
        "code 207",
        "codes.207.*",
        "example",
        answer="207",
        reply="refused",
        http=401,
        code="207",
        holds={"/description": "Amount is Requaired"},
    ),
)
OBSERVED: tuple[Observed, ...] = (
    Observed(
        "headers.Content-Type left out",
        "headers.Content-Type.required",
        "unknown",
        edits=(Drop("/headers/Content-Type"),),
        why="the page does not say whether it is required",
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="headers.Content-Type",
            key="const",
            evidence="example",
            why="only an example shows it",
        ),
        ("empty", ""),
        ("a listed value and a letter", "application/jsonx"),
        ("a letter and a listed value", "xapplication/json"),
        ("a listed value cut short", "application/jso"),
        ("a listed value in another letter case", "APPLICATION/JSON"),
        ("a listed value with another last character", "application/jsox"),
    ),
    *rows(
        Columns(Observed, "id value why", key="required", evidence="unknown"),
        (
            "body.client_order_id left out",
            NOTHING,
            "the page does not say whether it is required",
        ),
        ("body.client_order_id empty", "", "the page does not say what empty text is"),
        (
            "body.cibil_id left out",
            NOTHING,
            "the page does not say whether it is required",
        ),
        ("body.cibil_id empty", "", "the page does not say what empty text is"),
        (
            "body.RegistrationID left out",
            NOTHING,
            "the page does not say whether it is required",
        ),
        ("body.RegistrationID empty", "", "the page does not say what empty text is"),
    ),
    Observed(
        "body.RegistrationID of nobody",
        "body.RegistrationID",
        "unknown",
        edits=(OtherCredential("/body/RegistrationID"),),
        why="the page does not say what another value gets",
    ),
    *rows(
        Columns(
            Observed,
            "id value why",
            about="body.CompanyCode",
            key="required",
            evidence="unknown",
        ),
        ("left out", NOTHING, "the page does not say whether it is required"),
        ("empty", "", "the page does not say what empty text is"),
    ),
    Observed(
        "body.CompanyCode of nobody",
        "body.CompanyCode",
        "unknown",
        edits=(OtherCredential("/body/CompanyCode"),),
        why="the page does not say what another value gets",
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="body that is",
            fact="",
            evidence="unknown",
            why="the page does not say what it gets",
        ),
        ("cut short", Raw("{")),
        ("text", Raw("not json")),
        ("nothing", Raw("")),
        ("two objects", Raw("{}{}")),
        ("in single quotes", Raw("{'a': 1}")),
        ("a list", Raw("[]")),
        ("a list of an object", Raw("[{}]")),
        ("text in quotes", Raw('"text"')),
        ("a number", Raw("1")),
        ("true", Raw("true")),
        ("null", Raw("null")),
    ),
    Observed(
        "another member",
        "",
        "unknown",
        edits=(Put("/body/xUnknownMember", "text"),),
        why="the page does not say what becomes of other members",
    ),
    Observed(
        "Content-Type twice",
        "",
        "unknown",
        edits=(Twice("/headers/Content-Type"),),
        why="the page does not say what a repeated header is",
    ),
)


@pytest.mark.parametrize("client", CLIENTS, ids=str)
@pytest.mark.parametrize("case", CALLS, ids=str)
def test_sends_what_the_page_documents(
    case: Call, partner: Partner, client: Client
) -> None:
    case.check(partner, client)


@pytest.mark.parametrize("client", CLIENTS[:1], ids=str)
@pytest.mark.parametrize("case", INVALID_CALLS, ids=str)
def test_refuses_to_send(case: InvalidCall, partner: Partner, client: Client) -> None:
    case.check(partner, client)


@pytest.mark.parametrize("client", CLIENTS[:1], ids=str)
@pytest.mark.parametrize("case", JUDGED, ids=str)
def test_validates(case: Judges, partner: Partner, client: Client) -> None:
    case.check(partner, client)


@pytest.mark.parametrize("client", CLIENTS, ids=str)
@pytest.mark.parametrize("case", REPLIES, ids=str)
def test_reads_every_reply(
    case: Returns | Raises, partner: Partner, client: Client
) -> None:
    case.check(partner, client)


@pytest.mark.parametrize("client", CLIENTS[:1], ids=str)
@pytest.mark.parametrize("case", CODES, ids=str)
def test_reads_every_code(
    case: Returns | Raises, partner: Partner, client: Client
) -> None:
    case.check(partner, client)


@pytest.mark.parametrize("client", CLIENTS[:1], ids=str)
@pytest.mark.parametrize("case", DIFFERING, ids=str)
def test_reads_strictly(case: Differs, partner: Partner, client: Client) -> None:
    case.check(partner, client)


@pytest.mark.parametrize("client", CLIENTS, ids=str)
@pytest.mark.parametrize("case", HIDDEN, ids=str)
def test_tells_no_secret(case: Hides, partner: Partner, client: Client) -> None:
    case.check(partner, client)


@pytest.mark.parametrize("client", CLIENTS, ids=str)
@pytest.mark.parametrize("case", CHOSEN, ids=str)
def test_calls_the_documented_server(
    case: Chooses, partner: Partner, client: Client
) -> None:
    case.check(partner, client)


@pytest.mark.parametrize("client", CLIENTS, ids=str)
@pytest.mark.parametrize("case", FAULTS, ids=str)
def test_knows_that_it_does_not_know(
    case: Fails | Unreachable, partner: Partner, client: Client
) -> None:
    case.check(partner, client)


@pytest.mark.parametrize("case, client", WAITING, ids=str)
def test_waits_no_longer_than_it_is_told(
    case: Fails, partner: Partner, client: Client
) -> None:
    case.check(partner, client)


@pytest.mark.parametrize("case", ACCEPTED, ids=str)
def test_accepts(case: Accepted, server: Server) -> None:
    case.check(server)


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_refuses(case: Refused, server: Server) -> None:
    case.check(server)


@pytest.mark.parametrize("case", ANSWERS, ids=str)
def test_answers_in_the_documented_shape(case: Answers, server: Server) -> None:
    case.check(server)


@pytest.mark.parametrize("case", OBSERVED, ids=str)
def test_observes(case: Observed, server: Server) -> None:
    case.check(server)
