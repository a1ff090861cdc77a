"""Contract tests of AOPay, submit_otp: Submit the OTP that the customer received from
the Generate OTP call.

Page: Submit OTP, https://readapi.aopay.co.in/Cibilapiv1SubmitOTP.aspx, read 2026-11-21.
Spec: specs/aopay/submit_otp.yaml.

Run: pytest contract_tests/aopay/test_submit_otp.py
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

CONTRACT = beside(__file__, "submit_otp")
ARGUMENTS: dict[str, Any] = {
    "cibil_id": "abc def",
    "access_token": "000000000001",
    "otp": "0000",
    "question_key": "abc",
    "answer_key": "abc def",
}
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
        omits=("cibil_id", "access_token", "otp", "question_key", "answer_key"),
        arrives=(
            Drop("/body/cibil_id"),
            Drop("/body/access_token"),
            Drop("/body/otp"),
            Drop("/body/question_key"),
            Drop("/body/answer_key"),
        ),
    ),
    Call(
        "cibil_id left out",
        "body.cibil_id.required",
        "table",
        omits=("cibil_id",),
        arrives=(Drop("/body/cibil_id"),),
    ),
    Call(
        "access_token left out",
        "body.access_token.required",
        "table",
        omits=("access_token",),
        arrives=(Drop("/body/access_token"),),
    ),
    Call(
        "otp left out",
        "body.otp.required",
        "table",
        omits=("otp",),
        arrives=(Drop("/body/otp"),),
    ),
    Call(
        "question_key left out",
        "body.question_key.required",
        "example",
        omits=("question_key",),
        arrives=(Drop("/body/question_key"),),
    ),
    Call(
        "answer_key left out",
        "body.answer_key.required",
        "example",
        omits=("answer_key",),
        arrives=(Drop("/body/answer_key"),),
    ),
    Call(
        "odd text",
        "request",
        "external: RFC 3986, RFC 8259",
        arguments={
            "cibil_id": 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511',
            "access_token": 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511',
            "otp": 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511',
            "question_key": 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511',
            "answer_key": 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511',
        },
        arrives=(
            Put("/body/cibil_id", 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511'),
            Put("/body/access_token", 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511'),
            Put("/body/otp", 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511'),
            Put("/body/question_key", 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511'),
            Put("/body/answer_key", 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511'),
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
        "example",
        setup=Setup(lacks=("registration_id",)),
        arrives=(Drop("/body/RegistrationID"),),
    ),
    Call(
        "company_code not supplied",
        "body.CompanyCode.required",
        "example",
        setup=Setup(lacks=("company_code",)),
        arrives=(Drop("/body/CompanyCode"),),
    ),
)

INVALID_CALLS: tuple[InvalidCall, ...] = (
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
    *rows(
        Columns(
            InvalidCall,
            "id value",
            about="body.access_token",
            passed="access_token",
            key="type",
            evidence="table",
            pointer="/body/access_token",
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
            about="body.otp",
            passed="otp",
            key="type",
            evidence="table",
            pointer="/body/otp",
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
            about="body.question_key",
            passed="question_key",
            key="type",
            evidence="example",
            pointer="/body/question_key",
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
            about="body.answer_key",
            passed="answer_key",
            key="type",
            evidence="example",
            pointer="/body/answer_key",
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
        At("/body/cibil_id", Breaks("type", 12345, True, [], {}, None)),
        At("/body/access_token", Breaks("type", 12345, True, [], {}, None)),
        At("/body/otp", Breaks("type", 12345, True, [], {}, None)),
        At("/body/question_key", Breaks("type", 12345, True, [], {}, None)),
        At("/body/answer_key", Breaks("type", 12345, True, [], {}, None)),
        At("/body/RegistrationID", Breaks("type", 12345, True, [], {}, None)),
        At("/body/CompanyCode", Breaks("type", 12345, True, [], {}, None)),
        At("/body/xUnknownMember", Breaks("undocumented", "text")),
    ),
    *judged(
        Of("accepted", "replies.accepted", "example"),
        At("/status", Breaks("type", 12345, True, [], {}, None)),
        At("/message", Breaks("type", 12345, True, [], {}, None)),
        At("/error_code", Breaks("type", 12345, True, [], {}, None)),
        At("/merchant_trans_id", Breaks("type", 12345, True, [], {}, None)),
        At("/access_token", Keeps(None)),
        At("/result", Breaks("type", "text", 12345, True, [], None)),
        At("/result/xUnknownMember", Breaks("undocumented", "text")),
        At("/result/cibil_id", Breaks("type", 12345, True, [], {}, None)),
        At("/result/cibil_status", Breaks("type", 12345, True, [], {}, None)),
        At(
            "/result/is_returning_customer",
            Keeps(0),
            Breaks("type", "text", True, [], {}, 1.5, None),
            Breaks("format", 2),
            Keeps(1, 0),
        ),
        At(
            "/result/cibil_score_fetch_date",
            Breaks("type", 12345, True, [], {}),
            Breaks("format", ""),
            Keeps("2026-01-31 23:59:58", None),
        ),
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
        "accepted",
        "replies.accepted",
        "example",
        answer="accepted",
        model="SubmitOtpAccepted",
        reads={
            "status": "SUCCESS",
            "message": "success",
            "error_code": "SPC-200",
            "merchant_trans_id": "XXXXX0000000000000000AbCdEfGhI",
            "result.cibil_id": "00000**",
            "result.cibil_status": "Success",
            "result.is_returning_customer": 0,
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
        model="SubmitOtpRefused",
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
        model="SubmitOtpRefusedByTable",
    ),
)

CODES: tuple[Returns | Raises, ...] = (
    Returns(
        "SPC-200",
        "codes.SPC-200",
        "example",
        answer="SPC-200",
        model="SubmitOtpAccepted",
        reads={
            "status": "SUCCESS",
            "message": "success",
            "error_code": "SPC-200",
            "merchant_trans_id": "XXXXX0000000000000000AbCdEfGhI",
            "result.cibil_id": "00000**",
            "result.cibil_status": "Success",
            "result.is_returning_customer": 0,
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
        model="SubmitOtpRefused",
    ),
)

DIFFERING: tuple[Differs, ...] = (
    Differs(
        "accepted with /status as a whole number",
        "replies.accepted",
        "example",
        answer="accepted",
        edits=(Put("/status", 12345),),
        reasons=("unreadable",),
        tells="/status",
        code="SPC-200",
        message="success",
    ),
    Differs(
        "accepted with another member",
        "replies.accepted",
        "example",
        answer="accepted",
        edits=(Put("/xUnknownMember", "text"),),
        tells="/xUnknownMember",
    ),
    *rows(
        Columns(
            Differs,
            "id http reasons",
            about="accepted with HTTP",
            fact="replies.accepted",
            evidence="example",
            answer="accepted",
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
        "accepted with /error_code as 'SPC-200x'",
        "replies.accepted",
        "example",
        answer="accepted",
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
        ("a call that is refused", "", "", "access_token"),
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
            about="body.access_token",
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
            about="body.otp",
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
        "reply accepted",
        "replies.accepted.*",
        "example",
        answer="accepted",
        reply="accepted",
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
        reply="accepted",
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
    Observed(
        "body.cibil_id left out",
        "body.cibil_id.required",
        "unknown",
        edits=(Drop("/body/cibil_id"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        "body.cibil_id empty",
        "body.cibil_id.required",
        "unknown",
        edits=(Put("/body/cibil_id", ""),),
        why="the page does not say what empty text is",
    ),
    Observed(
        "body.access_token left out",
        "body.access_token.required",
        "unknown",
        edits=(Drop("/body/access_token"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        "body.access_token empty",
        "body.access_token.required",
        "unknown",
        edits=(Put("/body/access_token", ""),),
        why="the page does not say what empty text is",
    ),
    Observed(
        "body.otp left out",
        "body.otp.required",
        "unknown",
        edits=(Drop("/body/otp"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        "body.otp empty",
        "body.otp.required",
        "unknown",
        edits=(Put("/body/otp", ""),),
        why="the page does not say what empty text is",
    ),
    Observed(
        "body.question_key left out",
        "body.question_key.required",
        "unknown",
        edits=(Drop("/body/question_key"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        "body.question_key empty",
        "body.question_key.required",
        "unknown",
        edits=(Put("/body/question_key", ""),),
        why="the page does not say what empty text is",
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="body.question_key",
            key="type",
            evidence="example",
            why="only an example shows it",
        ),
        ("as a whole number", 12345),
        ("as null", None),
    ),
    Observed(
        "body.answer_key left out",
        "body.answer_key.required",
        "unknown",
        edits=(Drop("/body/answer_key"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        "body.answer_key empty",
        "body.answer_key.required",
        "unknown",
        edits=(Put("/body/answer_key", ""),),
        why="the page does not say what empty text is",
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="body.answer_key",
            key="type",
            evidence="example",
            why="only an example shows it",
        ),
        ("as a whole number", 12345),
        ("as null", None),
    ),
    Observed(
        "body.RegistrationID left out",
        "body.RegistrationID.required",
        "unknown",
        edits=(Drop("/body/RegistrationID"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        "body.RegistrationID empty",
        "body.RegistrationID.required",
        "unknown",
        edits=(Put("/body/RegistrationID", ""),),
        why="the page does not say what empty text is",
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="body.RegistrationID",
            key="type",
            evidence="example",
            why="only an example shows it",
        ),
        ("as a whole number", 12345),
        ("as null", None),
    ),
    Observed(
        "body.RegistrationID of nobody",
        "body.RegistrationID",
        "unknown",
        edits=(OtherCredential("/body/RegistrationID"),),
        why="the page does not say what another value gets",
    ),
    Observed(
        "body.CompanyCode left out",
        "body.CompanyCode.required",
        "unknown",
        edits=(Drop("/body/CompanyCode"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        "body.CompanyCode empty",
        "body.CompanyCode.required",
        "unknown",
        edits=(Put("/body/CompanyCode", ""),),
        why="the page does not say what empty text is",
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="body.CompanyCode",
            key="type",
            evidence="example",
            why="only an example shows it",
        ),
        ("as a whole number", 12345),
        ("as null", None),
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
