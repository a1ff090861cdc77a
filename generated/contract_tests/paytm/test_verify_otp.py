"""Contract tests of Paytm AI router, verify_otp: Check the OTP that a customer typed
and finish the login to the router.

Page: Verify OTP API, https://business.paytm.com/docs/api/ai-router-verify-otp-api, read
2026-11-21. Spec: specs/paytm/verify_otp.yaml.

Run: pytest contract_tests/paytm/test_verify_otp.py
"""

from __future__ import annotations

from typing import Any

import pytest

from partner_apis.paytm import AsyncPaytmClient, PaytmClient, errors

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
from .._harness.rows import At, Breaks, Columns, Keeps, Lacks, Of, judged, rows
from .._harness.strict import Chooses, Differs, Judges

CONTRACT = beside(__file__, "verify_otp")
ARGUMENTS: dict[str, Any] = {
    "mid": "EXAMPLEMID0000000001",
    "order_id": "EXAMPLE-ORDER-1",
    "request_time_stamp": "1700000000000",
    "token_type": "TXN_TOKEN",
    "token": "00000000-0000-4000-8000-000000000001",
    "channel_id": "WEB",
    "version": "v1",
    "otp": "424242",
    "remember_me": True,
}
"""What a full call is given: made-up values of the documented shape."""

CLIENTS = (
    Client(PaytmClient, errors, ARGUMENTS),
    Client(AsyncPaytmClient, errors, ARGUMENTS),
)

# What the client sends, and what it refuses to send.

CALLS: tuple[Call, ...] = (
    Call("every argument", "request", "prose"),
    Call(
        "the required arguments alone",
        "request",
        "prose",
        omits=("request_time_stamp", "channel_id", "version", "remember_me"),
        arrives=(
            Drop("/body/head/requestTimeStamp"),
            Drop("/body/head/channelId"),
            Drop("/body/head/version"),
            Drop("/body/body/rememberMe"),
        ),
    ),
    Call(
        "query.orderId of 50 characters",
        "query.orderId.length",
        "external: Paytm Create Order page",
        arguments={"order_id": "EXAMPLE-ORDER-1EXAMPLE-ORDER-1EXAMPLE-ORDER-1EXAMP"},
        arrives=(
            Put("/query/orderId", "EXAMPLE-ORDER-1EXAMPLE-ORDER-1EXAMPLE-ORDER-1EXAMP"),
        ),
    ),
    Call(
        "request_time_stamp left out",
        "body.head.requestTimeStamp.required",
        "table",
        omits=("request_time_stamp",),
        arrives=(Drop("/body/head/requestTimeStamp"),),
    ),
    Call(
        "request_time_stamp as a Python value",
        "body.head.requestTimeStamp.format",
        "table",
        arguments={"request_time_stamp": 1700000000000},
        arrives=(Put("/body/head/requestTimeStamp", "1700000000000"),),
    ),
    Call(
        "channel_id left out",
        "body.head.channelId.required",
        "table",
        omits=("channel_id",),
        arrives=(Drop("/body/head/channelId"),),
    ),
    *rows(
        Columns(
            Call,
            "id value",
            about="body.head.channelId",
            passed="channel_id",
            key="enum",
            evidence="table",
        ),
        ("as WAP", "WAP"),
        ("as APP", "APP"),
        ("as SYSTEM", "SYSTEM"),
    ),
    Call(
        "version left out",
        "body.head.version.required",
        "example",
        omits=("version",),
        arrives=(Drop("/body/head/version"),),
    ),
    Call(
        "remember_me left out",
        "body.body.rememberMe.required",
        "table",
        omits=("remember_me",),
        arrives=(Drop("/body/body/rememberMe"),),
    ),
    Call(
        "body.body.rememberMe as False",
        "body.body.rememberMe.type",
        "table",
        arguments={"remember_me": False},
        arrives=(Put("/body/body/rememberMe", False),),
    ),
    Call(
        "odd text",
        "request",
        "external: RFC 3986, RFC 8259",
        arguments={
            "mid": 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511',
            "order_id": 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511',
            "token_type": 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511',
            "token": 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511',
            "version": 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511',
            "otp": 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511',
        },
        arrives=(
            Put("/query/mid", 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511'),
            Put("/query/orderId", 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511'),
            Put("/body/head/tokenType", 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511'),
            Put("/body/head/token", 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511'),
            Put("/body/head/version", 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511'),
            Put("/body/body/otp", 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511'),
        ),
    ),
    Call(
        "everything from variables",
        "request",
        "prose",
        setup=Setup(base_url_variable="PAYTM_BASE_URL"),
    ),
    *rows(
        Columns(
            Call,
            "id",
            where="/headers/Authorization",
            fact="headers.Authorization.required",
            evidence="example",
            value=NOTHING,
            setup=Setup(lacks=("user", "password")),
        ),
        ("user not supplied",),
        ("password not supplied",),
    ),
)

INVALID_CALLS: tuple[InvalidCall, ...] = (
    InvalidCall(
        "query.mid left out",
        "query.mid.required",
        "inferred: code 2013 compares it with the order",
        omits=("mid",),
        pointer="/query/mid",
    ),
    InvalidCall(
        "query.orderId left out",
        "query.orderId.required",
        "inferred: code 2014 compares it with the order",
        omits=("order_id",),
        pointer="/query/orderId",
    ),
    InvalidCall(
        "query.orderId one character long",
        "query.orderId.length",
        "external: Paytm Create Order page",
        arguments={"order_id": "EXAMPLE-ORDER-1EXAMPLE-ORDER-1EXAMPLE-ORDER-1EXAMPL"},
        pointer="/query/orderId",
    ),
    *rows(
        Columns(
            InvalidCall,
            "id key value",
            about="body.head.requestTimeStamp",
            passed="request_time_stamp",
            evidence="table",
            pointer="/body/head/requestTimeStamp",
        ),
        ("empty", "format", ""),
        ("as a list", "type", []),
        ("as an object", "type", {}),
        ("as null", "type", None),
        ("not a number", "format", "now"),
        ("a date", "format", "2024-01-31"),
    ),
    *rows(
        Columns(
            InvalidCall,
            "id key value",
            about="body.head.tokenType",
            passed="token_type",
            evidence="table",
            pointer="/body/head/tokenType",
        ),
        ("left out", "required", NOTHING),
        ("as a whole number", "type", 12345),
        ("as true", "type", True),
        ("as a list", "type", []),
        ("as an object", "type", {}),
        ("as null", "type", None),
    ),
    *rows(
        Columns(
            InvalidCall,
            "id key value",
            about="body.head.token",
            passed="token",
            evidence="table",
            pointer="/body/head/token",
        ),
        ("left out", "required", NOTHING),
        ("as a whole number", "type", 12345),
        ("as true", "type", True),
        ("as a list", "type", []),
        ("as an object", "type", {}),
        ("as null", "type", None),
    ),
    *rows(
        Columns(
            InvalidCall,
            "id key value",
            about="body.head.channelId",
            passed="channel_id",
            evidence="table",
            pointer="/body/head/channelId",
        ),
        ("empty", "enum", ""),
        ("as a whole number", "type", 12345),
        ("as true", "type", True),
        ("as a list", "type", []),
        ("as an object", "type", {}),
        ("as null", "type", None),
        ("a listed value and a letter", "enum", "SYSTEMx"),
        ("the first listed value and a letter", "enum", "WEBx"),
        ("a letter and a listed value", "enum", "xWEB"),
        ("a listed value cut short", "enum", "WE"),
        ("the last listed value cut short", "enum", "SYSTE"),
        ("two listed values with a slash", "enum", "WEB/WAP/APP/SYSTEM"),
        ("a listed value in another letter case", "enum", "web"),
        ("a listed value with another last character", "enum", "WEx"),
    ),
    *rows(
        Columns(
            InvalidCall,
            "id value",
            about="body.head.version",
            passed="version",
            key="type",
            evidence="example",
            pointer="/body/head/version",
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
            "id key value",
            about="body.body.otp",
            passed="otp",
            evidence="table",
            pointer="/body/body/otp",
        ),
        ("left out", "required", NOTHING),
        ("as a whole number", "type", 12345),
        ("as true", "type", True),
        ("as a list", "type", []),
        ("as an object", "type", {}),
        ("as null", "type", None),
    ),
    *rows(
        Columns(
            InvalidCall,
            "id value",
            about="body.body.rememberMe",
            passed="remember_me",
            key="type",
            evidence="table",
            pointer="/body/body/rememberMe",
        ),
        ("as text", "text"),
        ("as a whole number", 12345),
        ("as a list", []),
        ("as an object", {}),
        ("as null", None),
    ),
)

JUDGED: tuple[Judges, ...] = (
    *judged(
        Of("request", "request", "prose"),
        At("/query/mid", Lacks("required"), Breaks("type", 12345)),
        At(
            "/query/orderId",
            Lacks("required"),
            Keeps("EXAMPLE-ORDER-1"),
            Breaks("type", 12345),
            Breaks("length", "EXAMPLE-ORDER-1EXAMPLE-ORDER-1EXAMPLE-ORDER-1EXAMPL"),
            Keeps("EXAMPLE-ORDER-1EXAMPLE-ORDER-1EXAMPLE-ORDER-1EXAMP"),
        ),
        At("/headers/Authorization", Breaks("type", 12345)),
        At(
            "/headers/Content-Type",
            Lacks("required"),
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
        At(
            "/headers/Accept",
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
        At(
            "/body/head",
            Lacks("required"),
            Breaks("type", "text", 12345, True, [], None),
        ),
        At("/body/head/xUnknownMember", Breaks("undocumented", "text")),
        At(
            "/body/head/requestTimeStamp",
            Keeps("1700000000000"),
            Breaks("type", 12345, True, [], {}, None),
            Breaks("format", "", "now", "2024-01-31"),
        ),
        At(
            "/body/head/tokenType",
            Lacks("required"),
            Breaks("type", 12345, True, [], {}, None),
        ),
        At(
            "/body/head/token",
            Lacks("required"),
            Breaks("type", 12345, True, [], {}, None),
        ),
        At(
            "/body/head/channelId",
            Keeps("WEB"),
            Breaks("type", 12345, True, [], {}, None),
            Breaks(
                "enum",
                "",
                "SYSTEMx",
                "WEBx",
                "xWEB",
                "WE",
                "SYSTE",
                "WEB/WAP/APP/SYSTEM",
                "web",
                "WEx",
            ),
            Keeps("WAP", "APP", "SYSTEM"),
        ),
        At("/body/head/version", Breaks("type", 12345, True, [], {}, None)),
        At(
            "/body/body",
            Lacks("required"),
            Breaks("type", "text", 12345, True, [], None),
        ),
        At("/body/body/xUnknownMember", Breaks("undocumented", "text")),
        At(
            "/body/body/otp",
            Lacks("required"),
            Breaks("type", 12345, True, [], {}, None),
        ),
        At("/body/body/rememberMe", Breaks("type", "text", 12345, [], {}, None)),
        At("/body/xUnknownMember", Breaks("undocumented", "text")),
    ),
    *judged(
        Of("answered", "replies.answered", "table"),
        At("/head", Breaks("type", "text", 12345, True, [], None)),
        At("/head/xUnknownMember", Breaks("undocumented", "text")),
        At(
            "/head/responseTimestamp",
            Keeps("1700000000001"),
            Breaks("type", 12345, True, [], {}, None),
            Breaks("format", "", "now", "2024-01-31"),
        ),
        At("/body", Breaks("type", "text", 12345, True, [], None)),
        At("/body/xUnknownMember", Breaks("undocumented", "text")),
        At("/body/resultInfo", Breaks("type", "text", 12345, True, [], None)),
        At("/body/resultInfo/xUnknownMember", Breaks("undocumented", "text")),
        At(
            "/body/resultInfo/resultStatus",
            Keeps("S"),
            Breaks("type", 12345, True, [], {}, None),
            Breaks("enum", "", "Fx", "Sx", "xS", "S/F", "s", "x"),
            Keeps("F"),
        ),
        At(
            "/body/resultInfo/resultCode",
            Keeps("0000"),
            Breaks("type", 12345, True, [], {}, None),
            Breaks(
                "length",
                "00000000000000000000000000000000000000000000000000000000000000000",
            ),
            Keeps("0000000000000000000000000000000000000000000000000000000000000000"),
        ),
        At("/body/resultInfo/resultMsg", Breaks("type", 12345, True, [], {}, None)),
        At("/body/authenticated", Breaks("type", "text", 12345, [], {}, None)),
        At("/body/payOptionsInfo", Breaks("type", "text", 12345, True, [], None)),
        At("/xUnknownMember", Breaks("undocumented", "text")),
    ),
)

REPLIES: tuple[Returns | Raises, ...] = (
    Returns(
        "answered",
        "replies.answered",
        "table",
        answer="answered",
        model="VerifyOtpAnswered",
        reads={
            "head.response_timestamp": "1700000000001",
            "body.result_info.result_status": "S",
            "body.result_info.result_code": "0000",
            "body.result_info.result_msg": "Success",
            "body.authenticated": True,
        },
    ),
)

CODES: tuple[Returns | Raises, ...] = (
    Returns(
        "0000",
        "codes.0000",
        "table",
        answer="0000",
        model="VerifyOtpAnswered",
        reads={
            "head.response_timestamp": "1700000000001",
            "body.result_info.result_status": "S",
            "body.result_info.result_code": "0000",
            "body.result_info.result_msg": "Success",
            "body.authenticated": True,
        },
    ),
    *rows(
        Columns(
            Raises,
            "id=answer=code error base message=says then",
            facts="codes.{}",
            evidence="table",
            http=200,
            model="VerifyOtpAnswered",
        ),
        ("501", "SystemFault", "OutcomeUnknown", "System error", "retry-later"),
        ("1012", "ParameterMissing", "Rejected", "param missing", "fix-request"),
    ),
    Raises(
        "1007",
        "codes.1007",
        "table",
        answer="1007",
        error="MandatoryElementMissing",
        base="Rejected",
        http=200,
        code="1007",
        message="Missing mandatory element",
        says="Missing mandatory element",
        then="fix-request",
        model="VerifyOtpAnswered",
    ),
    Raises(
        "1001",
        "codes.1001",
        "table",
        answer="1001",
        error="InvalidParameters",
        base="Rejected",
        http=200,
        code="1001",
        message="Request parameters are not valid",
        says="Request parameters are not valid",
        then="fix-request",
        model="VerifyOtpAnswered",
    ),
    Raises(
        "1006",
        "codes.1006",
        "table",
        answer="1006",
        error="SessionExpired",
        base="Rejected",
        http=200,
        code="1006",
        message="Your Session has expired",
        says="Your Session has expired",
        then="restart",
        model="VerifyOtpAnswered",
    ),
    Raises(
        "2013",
        "codes.2013",
        "table",
        answer="2013",
        error="MidMismatch",
        base="Rejected",
        http=200,
        code="2013",
        message="Mid in the query param doesn't match with the Mid send in the request",
        says="Mid in the query param doesn't match with the Mid send in the request",
        then="fix-request",
        model="VerifyOtpAnswered",
    ),
    Raises(
        "2014",
        "codes.2014",
        "table",
        answer="2014",
        error="OrderIdMismatch",
        base="Rejected",
        http=200,
        code="2014",
        message="OrderId in the query param doesn't match with the OrderId send in the request",
        says="OrderId in the query param doesn't match with the OrderId send in the request",
        then="fix-request",
        model="VerifyOtpAnswered",
    ),
    Raises(
        "403",
        "codes.403",
        "table",
        answer="403",
        error="InvalidOtp",
        base="Rejected",
        http=200,
        code="403",
        message="Invalid OTP entered",
        says="Invalid OTP entered",
        then="ask-again",
        model="VerifyOtpAnswered",
    ),
    Raises(
        "442",
        "codes.442",
        "table",
        answer="442",
        error="OtpAlreadyUsed",
        base="Rejected",
        http=200,
        code="442",
        message="Invalid OTP, already used OTP entered.",
        says="Invalid OTP, already used OTP entered.",
        then="restart",
        model="VerifyOtpAnswered",
    ),
    Raises(
        "432",
        "codes.432",
        "table",
        answer="432",
        error="LoginFailed",
        base="Rejected",
        http=200,
        code="432",
        message="Login Failed",
        says="Login Failed",
        then="restart",
        model="VerifyOtpAnswered",
    ),
    Raises(
        "401",
        "codes.401",
        "table",
        answer="401",
        error="AuthorizationFailed",
        base="Rejected",
        http=200,
        code="401",
        message="Authorization Failed",
        says="Authorization Failed",
        then="fix-credentials",
        model="VerifyOtpAnswered",
    ),
    Raises(
        "434",
        "codes.434",
        "table",
        answer="434",
        error="BadRequest",
        base="Rejected",
        http=200,
        code="434",
        message="Bad Request",
        says="Bad Request",
        then="fix-request",
        model="VerifyOtpAnswered",
    ),
    Raises(
        "531",
        "codes.531",
        "table",
        answer="531",
        error="OtpLimitReached",
        base="Rejected",
        http=200,
        code="531",
        message="Oops ! You have reached OTP limit, please raise a query at paytm.com/care.",
        says="Oops ! You have reached OTP limit, please raise a query at paytm.com/care.",
        then="restart",
        model="VerifyOtpAnswered",
    ),
    Raises(
        "2222",
        "codes.2222",
        "table",
        answer="2222",
        error="InvalidRequestBody",
        base="Rejected",
        http=200,
        code="2222",
        message="Invalid request body",
        says="Invalid request body",
        then="fix-request",
        model="VerifyOtpAnswered",
    ),
)

DIFFERING: tuple[Differs, ...] = (
    Differs(
        "answered with /head as text",
        "replies.answered",
        "table",
        answer="answered",
        edits=(Put("/head", "text"),),
        reasons=("unreadable",),
        tells="/head",
        code="0000",
        message="Success",
    ),
    Differs(
        "answered with another member",
        "replies.answered",
        "table",
        answer="answered",
        edits=(Put("/xUnknownMember", "text"),),
        tells="/xUnknownMember",
    ),
    Differs(
        "answered with HTTP 206",
        "replies.answered",
        "table",
        answer="answered",
        http=206,
        reasons=("undocumented-status", "contradictory", "undocumented-reply"),
    ),
    Differs(
        "answered with HTTP 302",
        "replies.answered",
        "table",
        answer="answered",
        http=302,
        reasons=("undocumented-status", "contradictory", "undocumented-reply"),
    ),
    Differs(
        "answered with HTTP 500",
        "replies.answered",
        "table",
        answer="answered",
        http=500,
        reasons=("undocumented-status", "contradictory", "undocumented-reply"),
    ),
    Differs(
        "answered with no /body/resultInfo/resultCode",
        "replies.answered",
        "table",
        answer="answered",
        edits=(Drop("/body/resultInfo/resultCode"),),
        reasons=("undocumented-code", "undocumented-reply"),
    ),
    Differs(
        "0000 with /body/resultInfo/resultStatus as 'F'",
        "codes.0000",
        "table",
        answer="0000",
        edits=(Put("/body/resultInfo/resultStatus", "F"),),
        reasons=("contradictory",),
        tells="/body/resultInfo/resultStatus",
    ),
    Differs(
        "501 with /body/resultInfo/resultStatus as 'S'",
        "codes.501",
        "table",
        answer="501",
        edits=(Put("/body/resultInfo/resultStatus", "S"),),
        reasons=("contradictory",),
        tells="/body/resultInfo/resultStatus",
    ),
    *rows(
        Columns(
            Differs,
            "id http",
            about="1012 with HTTP",
            fact="codes.1012",
            evidence="table",
            answer="1012",
            reasons=("undocumented-status",),
        ),
        ("302", 302),
        ("500", 500),
    ),
    Differs(
        "1012 with /body/resultInfo/resultStatus as 'S'",
        "codes.1012",
        "table",
        answer="1012",
        edits=(Put("/body/resultInfo/resultStatus", "S"),),
        reasons=("contradictory",),
        tells="/body/resultInfo/resultStatus",
    ),
    *rows(
        Columns(
            Differs,
            "id http",
            about="1007 with HTTP",
            fact="codes.1007",
            evidence="table",
            answer="1007",
            reasons=("undocumented-status",),
        ),
        ("302", 302),
        ("500", 500),
    ),
    Differs(
        "1007 with /body/resultInfo/resultStatus as 'S'",
        "codes.1007",
        "table",
        answer="1007",
        edits=(Put("/body/resultInfo/resultStatus", "S"),),
        reasons=("contradictory",),
        tells="/body/resultInfo/resultStatus",
    ),
    *rows(
        Columns(
            Differs,
            "id http",
            about="1001 with HTTP",
            fact="codes.1001",
            evidence="table",
            answer="1001",
            reasons=("undocumented-status",),
        ),
        ("302", 302),
        ("500", 500),
    ),
    Differs(
        "1001 with /body/resultInfo/resultStatus as 'S'",
        "codes.1001",
        "table",
        answer="1001",
        edits=(Put("/body/resultInfo/resultStatus", "S"),),
        reasons=("contradictory",),
        tells="/body/resultInfo/resultStatus",
    ),
    *rows(
        Columns(
            Differs,
            "id http",
            about="1006 with HTTP",
            fact="codes.1006",
            evidence="table",
            answer="1006",
            reasons=("undocumented-status",),
        ),
        ("302", 302),
        ("500", 500),
    ),
    Differs(
        "1006 with /body/resultInfo/resultStatus as 'S'",
        "codes.1006",
        "table",
        answer="1006",
        edits=(Put("/body/resultInfo/resultStatus", "S"),),
        reasons=("contradictory",),
        tells="/body/resultInfo/resultStatus",
    ),
    *rows(
        Columns(
            Differs,
            "id http",
            about="2013 with HTTP",
            fact="codes.2013",
            evidence="table",
            answer="2013",
            reasons=("undocumented-status",),
        ),
        ("302", 302),
        ("500", 500),
    ),
    Differs(
        "2013 with /body/resultInfo/resultStatus as 'S'",
        "codes.2013",
        "table",
        answer="2013",
        edits=(Put("/body/resultInfo/resultStatus", "S"),),
        reasons=("contradictory",),
        tells="/body/resultInfo/resultStatus",
    ),
    *rows(
        Columns(
            Differs,
            "id http",
            about="2014 with HTTP",
            fact="codes.2014",
            evidence="table",
            answer="2014",
            reasons=("undocumented-status",),
        ),
        ("302", 302),
        ("500", 500),
    ),
    Differs(
        "2014 with /body/resultInfo/resultStatus as 'S'",
        "codes.2014",
        "table",
        answer="2014",
        edits=(Put("/body/resultInfo/resultStatus", "S"),),
        reasons=("contradictory",),
        tells="/body/resultInfo/resultStatus",
    ),
    *rows(
        Columns(
            Differs,
            "id http",
            about="403 with HTTP",
            fact="codes.403",
            evidence="table",
            answer="403",
            reasons=("undocumented-status",),
        ),
        ("302", 302),
        ("500", 500),
    ),
    Differs(
        "403 with /body/resultInfo/resultStatus as 'S'",
        "codes.403",
        "table",
        answer="403",
        edits=(Put("/body/resultInfo/resultStatus", "S"),),
        reasons=("contradictory",),
        tells="/body/resultInfo/resultStatus",
    ),
    *rows(
        Columns(
            Differs,
            "id http",
            about="442 with HTTP",
            fact="codes.442",
            evidence="table",
            answer="442",
            reasons=("undocumented-status",),
        ),
        ("302", 302),
        ("500", 500),
    ),
    Differs(
        "442 with /body/resultInfo/resultStatus as 'S'",
        "codes.442",
        "table",
        answer="442",
        edits=(Put("/body/resultInfo/resultStatus", "S"),),
        reasons=("contradictory",),
        tells="/body/resultInfo/resultStatus",
    ),
    *rows(
        Columns(
            Differs,
            "id http",
            about="432 with HTTP",
            fact="codes.432",
            evidence="table",
            answer="432",
            reasons=("undocumented-status",),
        ),
        ("302", 302),
        ("500", 500),
    ),
    Differs(
        "432 with /body/resultInfo/resultStatus as 'S'",
        "codes.432",
        "table",
        answer="432",
        edits=(Put("/body/resultInfo/resultStatus", "S"),),
        reasons=("contradictory",),
        tells="/body/resultInfo/resultStatus",
    ),
    *rows(
        Columns(
            Differs,
            "id http",
            about="401 with HTTP",
            fact="codes.401",
            evidence="table",
            answer="401",
            reasons=("undocumented-status",),
        ),
        ("302", 302),
        ("500", 500),
    ),
    Differs(
        "401 with /body/resultInfo/resultStatus as 'S'",
        "codes.401",
        "table",
        answer="401",
        edits=(Put("/body/resultInfo/resultStatus", "S"),),
        reasons=("contradictory",),
        tells="/body/resultInfo/resultStatus",
    ),
    *rows(
        Columns(
            Differs,
            "id http",
            about="434 with HTTP",
            fact="codes.434",
            evidence="table",
            answer="434",
            reasons=("undocumented-status",),
        ),
        ("302", 302),
        ("500", 500),
    ),
    Differs(
        "434 with /body/resultInfo/resultStatus as 'S'",
        "codes.434",
        "table",
        answer="434",
        edits=(Put("/body/resultInfo/resultStatus", "S"),),
        reasons=("contradictory",),
        tells="/body/resultInfo/resultStatus",
    ),
    *rows(
        Columns(
            Differs,
            "id http",
            about="531 with HTTP",
            fact="codes.531",
            evidence="table",
            answer="531",
            reasons=("undocumented-status",),
        ),
        ("302", 302),
        ("500", 500),
    ),
    Differs(
        "531 with /body/resultInfo/resultStatus as 'S'",
        "codes.531",
        "table",
        answer="531",
        edits=(Put("/body/resultInfo/resultStatus", "S"),),
        reasons=("contradictory",),
        tells="/body/resultInfo/resultStatus",
    ),
    *rows(
        Columns(
            Differs,
            "id http",
            about="2222 with HTTP",
            fact="codes.2222",
            evidence="table",
            answer="2222",
            reasons=("undocumented-status",),
        ),
        ("302", 302),
        ("500", 500),
    ),
    Differs(
        "2222 with /body/resultInfo/resultStatus as 'S'",
        "codes.2222",
        "table",
        answer="2222",
        edits=(Put("/body/resultInfo/resultStatus", "S"),),
        reasons=("contradictory",),
        tells="/body/resultInfo/resultStatus",
    ),
    *rows(
        Columns(
            Differs,
            "id http",
            about="501 with HTTP",
            fact="codes.501",
            evidence="table",
            answer="501",
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
        ("an answer that repeats them", "501", "/body/resultInfo/resultMsg"),
        ("a call that is refused", "", "", "token"),
    ),
)

CHOSEN: tuple[Chooses, ...] = (
    Chooses(
        "staging", "", "example", name="staging", url="https://stage-router.paytm.in"
    ),
    Chooses("production", "", "unknown", name="production", url="unknown"),
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
    Accepted("every member", "request", "prose"),
    *rows(
        Columns(Accepted, "id", key="required", evidence="table", value=NOTHING),
        ("body.head.requestTimeStamp left out",),
        ("body.head.channelId left out",),
        ("body.body.rememberMe left out",),
    ),
    Accepted(
        "the required members alone",
        "request",
        "prose",
        edits=(
            Drop("/body/head/requestTimeStamp"),
            Drop("/body/head/channelId"),
            Drop("/body/body/rememberMe"),
        ),
    ),
    *rows(
        Columns(Accepted, "id key evidence value"),
        (
            "query.orderId of 50 characters",
            "length",
            "external: Paytm Create Order page",
            "EXAMPLE-ORDER-1EXAMPLE-ORDER-1EXAMPLE-ORDER-1EXAMP",
        ),
        ("body.head.channelId as WAP", "enum", "table", "WAP"),
        ("body.head.channelId as APP", "enum", "table", "APP"),
        ("body.head.channelId as SYSTEM", "enum", "table", "SYSTEM"),
        ("body.body.rememberMe as False", "type", "table", False),
    ),
    *rows(
        Columns(Accepted, "id evidence value", fact=""),
        ("white space in the body", "external: RFC 8259", Spaced()),
        ("header names in lower case", "external: RFC 9110", LowerCaseHeaders()),
    ),
)
REFUSED: tuple[Refused, ...] = (
    Refused(
        "query.orderId one character long",
        "query.orderId.length",
        "external: Paytm Create Order page",
        edits=(
            Put(
                "/query/orderId", "EXAMPLE-ORDER-1EXAMPLE-ORDER-1EXAMPLE-ORDER-1EXAMPL"
            ),
        ),
        fault="value",
        codes=("1001",),
    ),
    *rows(
        Columns(
            Refused,
            "id value",
            about="headers.Authorization",
            fact="codes.401",
            evidence="table",
            fault="credential",
            codes=("401",),
        ),
        ("of nobody", OtherCredential("/headers/Authorization")),
        ("with another end", "Basic ZXhhbXBsZS11c2VyOmV4YW1wbGUtcGFzc3dvcmQ0"),
        ("with another beginning", "Basic 0XhhbXBsZS11c2VyOmV4YW1wbGUtcGFzc3dvcmQ="),
        ("in other letter case", "Basic zxHHBxbSzs11C2vYoMv4yw1WBguTCgfZC3DVCMq="),
        ("and more", "Basic ZXhhbXBsZS11c2VyOmV4YW1wbGUtcGFzc3dvcmQ=x"),
        ("and more of its own", "Basic ZXhhbXBsZS11c2VyOmV4YW1wbGUtcGFzc3dvcmQ=="),
        ("cut short", "Basic ZXhhbXBsZS11c2VyOmV4YW1wbGUtcGFzc3dvcmQ"),
    ),
    *rows(
        Columns(
            Refused,
            "id key value fault codes",
            about="body.head.requestTimeStamp",
            evidence="table",
        ),
        ("empty", "format", "", "empty", ("1001", "1012", "1007")),
        ("as a whole number", "type", 12345, "type", ("1001",)),
        ("as true", "type", True, "type", ("1001",)),
        ("as a list", "type", [], "type", ("1001",)),
        ("as an object", "type", {}, "type", ("1001",)),
        ("as null", "type", None, "type", ("1001",)),
        ("not a number", "format", "now", "value", ("1001",)),
        ("a date", "format", "2024-01-31", "value", ("1001",)),
    ),
    *rows(
        Columns(
            Refused,
            "id key value fault codes",
            about="body.head.tokenType",
            evidence="table",
        ),
        ("left out", "required", NOTHING, "absent", ("1012", "1007")),
        ("as a whole number", "type", 12345, "type", ("1001",)),
        ("as true", "type", True, "type", ("1001",)),
        ("as a list", "type", [], "type", ("1001",)),
        ("as an object", "type", {}, "type", ("1001",)),
        ("as null", "type", None, "type", ("1001",)),
    ),
    *rows(
        Columns(
            Refused,
            "id key value fault codes",
            about="body.head.token",
            evidence="table",
        ),
        ("left out", "required", NOTHING, "absent", ("1012", "1007")),
        ("as a whole number", "type", 12345, "type", ("1001",)),
        ("as true", "type", True, "type", ("1001",)),
        ("as a list", "type", [], "type", ("1001",)),
        ("as an object", "type", {}, "type", ("1001",)),
        ("as null", "type", None, "type", ("1001",)),
    ),
    *rows(
        Columns(
            Refused,
            "id key value fault codes",
            about="body.head.channelId",
            evidence="table",
        ),
        ("empty", "enum", "", "empty", ("1001", "1012", "1007")),
        ("as a whole number", "type", 12345, "type", ("1001",)),
        ("as true", "type", True, "type", ("1001",)),
        ("as a list", "type", [], "type", ("1001",)),
        ("as an object", "type", {}, "type", ("1001",)),
        ("as null", "type", None, "type", ("1001",)),
        ("a listed value and a letter", "enum", "SYSTEMx", "value", ("1001",)),
        ("the first listed value and a letter", "enum", "WEBx", "value", ("1001",)),
        ("a letter and a listed value", "enum", "xWEB", "value", ("1001",)),
        ("a listed value cut short", "enum", "WE", "value", ("1001",)),
        ("the last listed value cut short", "enum", "SYSTE", "value", ("1001",)),
    ),
    Refused(
        "body.head.channelId two listed values with a slash",
        "body.head.channelId.enum",
        "table",
        edits=(Put("/body/head/channelId", "WEB/WAP/APP/SYSTEM"),),
        fault="value",
        codes=("1001",),
    ),
    Refused(
        "body.head.channelId a listed value in another letter case",
        "body.head.channelId.enum",
        "table",
        edits=(Put("/body/head/channelId", "web"),),
        fault="value",
        codes=("1001",),
    ),
    Refused(
        "body.head.channelId a listed value with another last character",
        "body.head.channelId.enum",
        "table",
        edits=(Put("/body/head/channelId", "WEx"),),
        fault="value",
        codes=("1001",),
    ),
    *rows(
        Columns(
            Refused, "id key value fault codes", about="body.body.otp", evidence="table"
        ),
        ("left out", "required", NOTHING, "absent", ("1012", "1007")),
        ("as a whole number", "type", 12345, "type", ("1001",)),
        ("as true", "type", True, "type", ("1001",)),
        ("as a list", "type", [], "type", ("1001",)),
        ("as an object", "type", {}, "type", ("1001",)),
        ("as null", "type", None, "type", ("1001",)),
    ),
    *rows(
        Columns(
            Refused,
            "id value",
            about="body.body.rememberMe",
            key="type",
            evidence="table",
            fault="type",
            codes=("1001",),
        ),
        ("as text", "text"),
        ("as a whole number", 12345),
        ("as a list", []),
        ("as an object", {}),
        ("as null", None),
    ),
    *rows(
        Columns(
            Refused,
            "id value fault",
            about="body that is",
            fact="codes.2222",
            evidence="table",
            codes=("2222",),
        ),
        ("cut short", Raw("{"), "not-json"),
        ("text", Raw("not json"), "not-json"),
        ("nothing", Raw(""), "not-json"),
        ("two objects", Raw("{}{}"), "not-json"),
        ("in single quotes", Raw("{'a': 1}"), "not-json"),
        ("a list", Raw("[]"), "not-object"),
        ("a list of an object", Raw("[{}]"), "not-object"),
        ("text in quotes", Raw('"text"'), "not-object"),
        ("a number", Raw("1"), "not-object"),
        ("true", Raw("true"), "not-object"),
        ("null", Raw("null"), "not-object"),
    ),
)
ANSWERS: tuple[Answers, ...] = (
    Answers(
        "reply answered",
        "replies.answered.*",
        "table",
        answer="answered",
        reply="answered",
        http=None,
        code="0000",
    ),
    Answers(
        "code 0000",
        "codes.0000.*",
        "table",
        answer="0000",
        reply="answered",
        http=None,
        code="0000",
        holds={
            "/body/resultInfo/resultMsg": "Success",
            "/body/resultInfo/resultStatus": "S",
        },
    ),
    Answers(
        "code 501",
        "codes.501.*",
        "table",
        answer="501",
        reply="answered",
        http=None,
        code="501",
        holds={
            "/body/resultInfo/resultMsg": "System error",
            "/body/resultInfo/resultStatus": "F",
        },
    ),
    Answers(
        "code 1012",
        "codes.1012.*",
        "table",
        answer="1012",
        reply="answered",
        http=None,
        code="1012",
        holds={
            "/body/resultInfo/resultMsg": "param missing",
            "/body/resultInfo/resultStatus": "F",
        },
    ),
    Answers(
        "code 1007",
        "codes.1007.*",
        "table",
        answer="1007",
        reply="answered",
        http=None,
        code="1007",
        holds={
            "/body/resultInfo/resultMsg": "Missing mandatory element",
            "/body/resultInfo/resultStatus": "F",
        },
    ),
    Answers(
        "code 1001",
        "codes.1001.*",
        "table",
        answer="1001",
        reply="answered",
        http=None,
        code="1001",
        holds={
            "/body/resultInfo/resultMsg": "Request parameters are not valid",
            "/body/resultInfo/resultStatus": "F",
        },
    ),
    Answers(
        "code 1006",
        "codes.1006.*",
        "table",
        answer="1006",
        reply="answered",
        http=None,
        code="1006",
        holds={
            "/body/resultInfo/resultMsg": "Your Session has expired",
            "/body/resultInfo/resultStatus": "F",
        },
    ),
    Answers(
        "code 2013",
        "codes.2013.*",
        "table",
        answer="2013",
        reply="answered",
        http=None,
        code="2013",
        holds={
            "/body/resultInfo/resultMsg": "Mid in the query param doesn't match with the Mid send in the request",
            "/body/resultInfo/resultStatus": "F",
        },
    ),
    Answers(
        "code 2014",
        "codes.2014.*",
        "table",
        answer="2014",
        reply="answered",
        http=None,
        code="2014",
        holds={
            "/body/resultInfo/resultMsg": "OrderId in the query param doesn't match with the OrderId send in the request",
            "/body/resultInfo/resultStatus": "F",
        },
    ),
    Answers(
        "code 403",
        "codes.403.*",
        "table",
        answer="403",
        reply="answered",
        http=None,
        code="403",
        holds={
            "/body/resultInfo/resultMsg": "Invalid OTP entered",
            "/body/resultInfo/resultStatus": "F",
        },
    ),
    Answers(
        "code 442",
        "codes.442.*",
        "table",
        answer="442",
        reply="answered",
        http=None,
        code="442",
        holds={
            "/body/resultInfo/resultMsg": "Invalid OTP, already used OTP entered.",
            "/body/resultInfo/resultStatus": "F",
        },
    ),
    Answers(
        "code 432",
        "codes.432.*",
        "table",
        answer="432",
        reply="answered",
        http=None,
        code="432",
        holds={
            "/body/resultInfo/resultMsg": "Login Failed",
            "/body/resultInfo/resultStatus": "F",
        },
    ),
    Answers(
        "code 401",
        "codes.401.*",
        "table",
        answer="401",
        reply="answered",
        http=None,
        code="401",
        holds={
            "/body/resultInfo/resultMsg": "Authorization Failed",
            "/body/resultInfo/resultStatus": "F",
        },
    ),
    Answers(
        "code 434",
        "codes.434.*",
        "table",
        answer="434",
        reply="answered",
        http=None,
        code="434",
        holds={
            "/body/resultInfo/resultMsg": "Bad Request",
            "/body/resultInfo/resultStatus": "F",
        },
    ),
    Answers(
        "code 531",
        "codes.531.*",
        "table",
        answer="531",
        reply="answered",
        http=None,
        code="531",
        holds={
            "/body/resultInfo/resultMsg": "Oops ! You have reached OTP limit, please raise a query at paytm.com/care.",
            "/body/resultInfo/resultStatus": "F",
        },
    ),
    Answers(
        "code 2222",
        "codes.2222.*",
        "table",
        answer="2222",
        reply="answered",
        http=None,
        code="2222",
        holds={
            "/body/resultInfo/resultMsg": "Invalid request body",
            "/body/resultInfo/resultStatus": "F",
        },
    ),
)
OBSERVED: tuple[Observed, ...] = (
    Observed(
        "query.mid left out",
        "query.mid.required",
        "inferred: code 2013 compares it with the order",
        edits=(Drop("/query/mid"),),
        why="code 2013 compares it with the order",
    ),
    Observed(
        "query.mid empty",
        "query.mid.required",
        "unknown",
        edits=(Put("/query/mid", ""),),
        why="the page does not say what empty text is",
    ),
    Observed(
        "query.orderId left out",
        "query.orderId.required",
        "inferred: code 2014 compares it with the order",
        edits=(Drop("/query/orderId"),),
        why="code 2014 compares it with the order",
    ),
    Observed(
        "query.orderId empty",
        "query.orderId.required",
        "unknown",
        edits=(Put("/query/orderId", ""),),
        why="the page does not say what empty text is",
    ),
    Observed(
        "headers.Authorization left out",
        "headers.Authorization.required",
        "unknown",
        edits=(Drop("/headers/Authorization"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        "headers.Authorization empty",
        "headers.Authorization.required",
        "unknown",
        edits=(Put("/headers/Authorization", ""),),
        why="the page does not say what empty text is",
    ),
    Observed(
        "headers.Content-Type left out",
        "headers.Content-Type.required",
        "inferred: the page says that the request is JSON",
        edits=(Drop("/headers/Content-Type"),),
        why="the page says that the request is JSON",
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
    Observed(
        "headers.Accept left out",
        "headers.Accept.required",
        "unknown",
        edits=(Drop("/headers/Accept"),),
        why="the page does not say whether it is required",
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="headers.Accept",
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
    Observed(
        "body.head left out",
        "body.head.required",
        "inferred: it has mandatory members",
        edits=(Drop("/body/head"),),
        why="it has mandatory members",
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="body.head",
            key="type",
            evidence="example",
            why="only an example shows it",
        ),
        ("as a whole number", 12345),
        ("as null", None),
    ),
    *rows(
        Columns(
            Observed,
            "id",
            key="required",
            evidence="unknown",
            value="",
            why="the page does not say what empty text is",
        ),
        ("body.head.tokenType empty",),
        ("body.head.token empty",),
    ),
    Observed(
        "body.head.version left out",
        "body.head.version.required",
        "unknown",
        edits=(Drop("/body/head/version"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        "body.head.version empty",
        "body.head.version.required",
        "unknown",
        edits=(Put("/body/head/version", ""),),
        why="the page does not say what empty text is",
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="body.head.version",
            key="type",
            evidence="example",
            why="only an example shows it",
        ),
        ("as a whole number", 12345),
        ("as null", None),
    ),
    Observed(
        "body.body left out",
        "body.body.required",
        "inferred: it has mandatory members",
        edits=(Drop("/body/body"),),
        why="it has mandatory members",
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="body.body",
            key="type",
            evidence="example",
            why="only an example shows it",
        ),
        ("as a whole number", 12345),
        ("as null", None),
    ),
    Observed(
        "body.body.otp empty",
        "body.body.otp.required",
        "unknown",
        edits=(Put("/body/body/otp", ""),),
        why="the page does not say what empty text is",
    ),
    Observed(
        "another member",
        "",
        "unknown",
        edits=(Put("/body/xUnknownMember", "text"),),
        why="the page does not say what becomes of other members",
    ),
    Observed(
        "Authorization twice",
        "",
        "unknown",
        edits=(Twice("/headers/Authorization"),),
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
