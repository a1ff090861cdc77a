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

from .._harness.calls import Call, Client, InvalidCall, Partner, Setup
from .._harness.contract import beside
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
from .._harness.strict import Chooses, Differs, Judges, Try

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
    Call(id="every argument", fact="request", evidence="prose"),
    Call(
        id="the required arguments alone",
        fact="request",
        evidence="prose",
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
        id="cibil_id left out",
        fact="body.cibil_id.required",
        evidence="table",
        omits=("cibil_id",),
        arrives=(Drop("/body/cibil_id"),),
    ),
    Call(
        id="access_token left out",
        fact="body.access_token.required",
        evidence="table",
        omits=("access_token",),
        arrives=(Drop("/body/access_token"),),
    ),
    Call(
        id="otp left out",
        fact="body.otp.required",
        evidence="table",
        omits=("otp",),
        arrives=(Drop("/body/otp"),),
    ),
    Call(
        id="question_key left out",
        fact="body.question_key.required",
        evidence="example",
        omits=("question_key",),
        arrives=(Drop("/body/question_key"),),
    ),
    Call(
        id="answer_key left out",
        fact="body.answer_key.required",
        evidence="example",
        omits=("answer_key",),
        arrives=(Drop("/body/answer_key"),),
    ),
    Call(
        id="odd text",
        fact="request",
        evidence="external: RFC 3986, RFC 8259",
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
        id="everything from variables",
        fact="request",
        evidence="prose",
        setup=Setup(base_url_variable="AOPAY_BASE_URL"),
    ),
    Call(
        id="registration_id not supplied",
        fact="body.RegistrationID.required",
        evidence="example",
        setup=Setup(lacks=("registration_id",)),
        arrives=(Drop("/body/RegistrationID"),),
    ),
    Call(
        id="company_code not supplied",
        fact="body.CompanyCode.required",
        evidence="example",
        setup=Setup(lacks=("company_code",)),
        arrives=(Drop("/body/CompanyCode"),),
    ),
)

INVALID_CALLS: tuple[InvalidCall, ...] = (
    InvalidCall(
        id="body.cibil_id as a whole number",
        fact="body.cibil_id.type",
        evidence="table",
        arguments={"cibil_id": 12345},
        pointer="/body/cibil_id",
    ),
    InvalidCall(
        id="body.cibil_id as true",
        fact="body.cibil_id.type",
        evidence="table",
        arguments={"cibil_id": True},
        pointer="/body/cibil_id",
    ),
    InvalidCall(
        id="body.cibil_id as a list",
        fact="body.cibil_id.type",
        evidence="table",
        arguments={"cibil_id": []},
        pointer="/body/cibil_id",
    ),
    InvalidCall(
        id="body.cibil_id as an object",
        fact="body.cibil_id.type",
        evidence="table",
        arguments={"cibil_id": {}},
        pointer="/body/cibil_id",
    ),
    InvalidCall(
        id="body.cibil_id as null",
        fact="body.cibil_id.type",
        evidence="table",
        arguments={"cibil_id": None},
        pointer="/body/cibil_id",
    ),
    InvalidCall(
        id="body.access_token as a whole number",
        fact="body.access_token.type",
        evidence="table",
        arguments={"access_token": 12345},
        pointer="/body/access_token",
    ),
    InvalidCall(
        id="body.access_token as true",
        fact="body.access_token.type",
        evidence="table",
        arguments={"access_token": True},
        pointer="/body/access_token",
    ),
    InvalidCall(
        id="body.access_token as a list",
        fact="body.access_token.type",
        evidence="table",
        arguments={"access_token": []},
        pointer="/body/access_token",
    ),
    InvalidCall(
        id="body.access_token as an object",
        fact="body.access_token.type",
        evidence="table",
        arguments={"access_token": {}},
        pointer="/body/access_token",
    ),
    InvalidCall(
        id="body.access_token as null",
        fact="body.access_token.type",
        evidence="table",
        arguments={"access_token": None},
        pointer="/body/access_token",
    ),
    InvalidCall(
        id="body.otp as a whole number",
        fact="body.otp.type",
        evidence="table",
        arguments={"otp": 12345},
        pointer="/body/otp",
    ),
    InvalidCall(
        id="body.otp as true",
        fact="body.otp.type",
        evidence="table",
        arguments={"otp": True},
        pointer="/body/otp",
    ),
    InvalidCall(
        id="body.otp as a list",
        fact="body.otp.type",
        evidence="table",
        arguments={"otp": []},
        pointer="/body/otp",
    ),
    InvalidCall(
        id="body.otp as an object",
        fact="body.otp.type",
        evidence="table",
        arguments={"otp": {}},
        pointer="/body/otp",
    ),
    InvalidCall(
        id="body.otp as null",
        fact="body.otp.type",
        evidence="table",
        arguments={"otp": None},
        pointer="/body/otp",
    ),
    InvalidCall(
        id="body.question_key as a whole number",
        fact="body.question_key.type",
        evidence="example",
        arguments={"question_key": 12345},
        pointer="/body/question_key",
    ),
    InvalidCall(
        id="body.question_key as true",
        fact="body.question_key.type",
        evidence="example",
        arguments={"question_key": True},
        pointer="/body/question_key",
    ),
    InvalidCall(
        id="body.question_key as a list",
        fact="body.question_key.type",
        evidence="example",
        arguments={"question_key": []},
        pointer="/body/question_key",
    ),
    InvalidCall(
        id="body.question_key as an object",
        fact="body.question_key.type",
        evidence="example",
        arguments={"question_key": {}},
        pointer="/body/question_key",
    ),
    InvalidCall(
        id="body.question_key as null",
        fact="body.question_key.type",
        evidence="example",
        arguments={"question_key": None},
        pointer="/body/question_key",
    ),
    InvalidCall(
        id="body.answer_key as a whole number",
        fact="body.answer_key.type",
        evidence="example",
        arguments={"answer_key": 12345},
        pointer="/body/answer_key",
    ),
    InvalidCall(
        id="body.answer_key as true",
        fact="body.answer_key.type",
        evidence="example",
        arguments={"answer_key": True},
        pointer="/body/answer_key",
    ),
    InvalidCall(
        id="body.answer_key as a list",
        fact="body.answer_key.type",
        evidence="example",
        arguments={"answer_key": []},
        pointer="/body/answer_key",
    ),
    InvalidCall(
        id="body.answer_key as an object",
        fact="body.answer_key.type",
        evidence="example",
        arguments={"answer_key": {}},
        pointer="/body/answer_key",
    ),
    InvalidCall(
        id="body.answer_key as null",
        fact="body.answer_key.type",
        evidence="example",
        arguments={"answer_key": None},
        pointer="/body/answer_key",
    ),
)

JUDGED: tuple[Judges, ...] = (
    Judges(
        id="request: headers.Content-Type",
        fact="request",
        evidence="prose",
        of="request",
        pointer="/headers/Content-Type",
        tries=(
            Try(Put("/headers/Content-Type", "application/json")),
            Try(Put("/headers/Content-Type", 12345), "type"),
            Try(Put("/headers/Content-Type", ""), "enum"),
            Try(Put("/headers/Content-Type", "application/jsonx"), "enum"),
            Try(Put("/headers/Content-Type", "xapplication/json"), "enum"),
            Try(Put("/headers/Content-Type", "application/jso"), "enum"),
            Try(Put("/headers/Content-Type", "APPLICATION/JSON"), "enum"),
            Try(Put("/headers/Content-Type", "application/jsox"), "enum"),
        ),
    ),
    Judges(
        id="request: body.cibil_id",
        fact="request",
        evidence="prose",
        of="request",
        pointer="/body/cibil_id",
        tries=(
            Try(Put("/body/cibil_id", 12345), "type"),
            Try(Put("/body/cibil_id", True), "type"),
            Try(Put("/body/cibil_id", []), "type"),
            Try(Put("/body/cibil_id", {}), "type"),
            Try(Put("/body/cibil_id", None), "type"),
        ),
    ),
    Judges(
        id="request: body.access_token",
        fact="request",
        evidence="prose",
        of="request",
        pointer="/body/access_token",
        tries=(
            Try(Put("/body/access_token", 12345), "type"),
            Try(Put("/body/access_token", True), "type"),
            Try(Put("/body/access_token", []), "type"),
            Try(Put("/body/access_token", {}), "type"),
            Try(Put("/body/access_token", None), "type"),
        ),
    ),
    Judges(
        id="request: body.otp",
        fact="request",
        evidence="prose",
        of="request",
        pointer="/body/otp",
        tries=(
            Try(Put("/body/otp", 12345), "type"),
            Try(Put("/body/otp", True), "type"),
            Try(Put("/body/otp", []), "type"),
            Try(Put("/body/otp", {}), "type"),
            Try(Put("/body/otp", None), "type"),
        ),
    ),
    Judges(
        id="request: body.question_key",
        fact="request",
        evidence="prose",
        of="request",
        pointer="/body/question_key",
        tries=(
            Try(Put("/body/question_key", 12345), "type"),
            Try(Put("/body/question_key", True), "type"),
            Try(Put("/body/question_key", []), "type"),
            Try(Put("/body/question_key", {}), "type"),
            Try(Put("/body/question_key", None), "type"),
        ),
    ),
    Judges(
        id="request: body.answer_key",
        fact="request",
        evidence="prose",
        of="request",
        pointer="/body/answer_key",
        tries=(
            Try(Put("/body/answer_key", 12345), "type"),
            Try(Put("/body/answer_key", True), "type"),
            Try(Put("/body/answer_key", []), "type"),
            Try(Put("/body/answer_key", {}), "type"),
            Try(Put("/body/answer_key", None), "type"),
        ),
    ),
    Judges(
        id="request: body.RegistrationID",
        fact="request",
        evidence="prose",
        of="request",
        pointer="/body/RegistrationID",
        tries=(
            Try(Put("/body/RegistrationID", 12345), "type"),
            Try(Put("/body/RegistrationID", True), "type"),
            Try(Put("/body/RegistrationID", []), "type"),
            Try(Put("/body/RegistrationID", {}), "type"),
            Try(Put("/body/RegistrationID", None), "type"),
        ),
    ),
    Judges(
        id="request: body.CompanyCode",
        fact="request",
        evidence="prose",
        of="request",
        pointer="/body/CompanyCode",
        tries=(
            Try(Put("/body/CompanyCode", 12345), "type"),
            Try(Put("/body/CompanyCode", True), "type"),
            Try(Put("/body/CompanyCode", []), "type"),
            Try(Put("/body/CompanyCode", {}), "type"),
            Try(Put("/body/CompanyCode", None), "type"),
        ),
    ),
    Judges(
        id="request: body.xUnknownMember",
        fact="request",
        evidence="prose",
        of="request",
        pointer="/body/xUnknownMember",
        tries=(Try(Put("/body/xUnknownMember", "text"), "undocumented"),),
    ),
    Judges(
        id="accepted: status",
        fact="replies.accepted",
        evidence="example",
        of="accepted",
        pointer="/status",
        tries=(
            Try(Put("/status", 12345), "type"),
            Try(Put("/status", True), "type"),
            Try(Put("/status", []), "type"),
            Try(Put("/status", {}), "type"),
            Try(Put("/status", None), "type"),
        ),
    ),
    Judges(
        id="accepted: message",
        fact="replies.accepted",
        evidence="example",
        of="accepted",
        pointer="/message",
        tries=(
            Try(Put("/message", 12345), "type"),
            Try(Put("/message", True), "type"),
            Try(Put("/message", []), "type"),
            Try(Put("/message", {}), "type"),
            Try(Put("/message", None), "type"),
        ),
    ),
    Judges(
        id="accepted: error_code",
        fact="replies.accepted",
        evidence="example",
        of="accepted",
        pointer="/error_code",
        tries=(
            Try(Put("/error_code", 12345), "type"),
            Try(Put("/error_code", True), "type"),
            Try(Put("/error_code", []), "type"),
            Try(Put("/error_code", {}), "type"),
            Try(Put("/error_code", None), "type"),
        ),
    ),
    Judges(
        id="accepted: merchant_trans_id",
        fact="replies.accepted",
        evidence="example",
        of="accepted",
        pointer="/merchant_trans_id",
        tries=(
            Try(Put("/merchant_trans_id", 12345), "type"),
            Try(Put("/merchant_trans_id", True), "type"),
            Try(Put("/merchant_trans_id", []), "type"),
            Try(Put("/merchant_trans_id", {}), "type"),
            Try(Put("/merchant_trans_id", None), "type"),
        ),
    ),
    Judges(
        id="accepted: access_token",
        fact="replies.accepted",
        evidence="example",
        of="accepted",
        pointer="/access_token",
        tries=(Try(Put("/access_token", None)),),
    ),
    Judges(
        id="accepted: result",
        fact="replies.accepted",
        evidence="example",
        of="accepted",
        pointer="/result",
        tries=(
            Try(Put("/result", "text"), "type"),
            Try(Put("/result", 12345), "type"),
            Try(Put("/result", True), "type"),
            Try(Put("/result", []), "type"),
            Try(Put("/result", None), "type"),
        ),
    ),
    Judges(
        id="accepted: result.xUnknownMember",
        fact="replies.accepted",
        evidence="example",
        of="accepted",
        pointer="/result/xUnknownMember",
        tries=(Try(Put("/result/xUnknownMember", "text"), "undocumented"),),
    ),
    Judges(
        id="accepted: result.cibil_id",
        fact="replies.accepted",
        evidence="example",
        of="accepted",
        pointer="/result/cibil_id",
        tries=(
            Try(Put("/result/cibil_id", 12345), "type"),
            Try(Put("/result/cibil_id", True), "type"),
            Try(Put("/result/cibil_id", []), "type"),
            Try(Put("/result/cibil_id", {}), "type"),
            Try(Put("/result/cibil_id", None), "type"),
        ),
    ),
    Judges(
        id="accepted: result.cibil_status",
        fact="replies.accepted",
        evidence="example",
        of="accepted",
        pointer="/result/cibil_status",
        tries=(
            Try(Put("/result/cibil_status", 12345), "type"),
            Try(Put("/result/cibil_status", True), "type"),
            Try(Put("/result/cibil_status", []), "type"),
            Try(Put("/result/cibil_status", {}), "type"),
            Try(Put("/result/cibil_status", None), "type"),
        ),
    ),
    Judges(
        id="accepted: result.is_returning_customer",
        fact="replies.accepted",
        evidence="example",
        of="accepted",
        pointer="/result/is_returning_customer",
        tries=(
            Try(Put("/result/is_returning_customer", 0)),
            Try(Put("/result/is_returning_customer", "text"), "type"),
            Try(Put("/result/is_returning_customer", True), "type"),
            Try(Put("/result/is_returning_customer", []), "type"),
            Try(Put("/result/is_returning_customer", {}), "type"),
            Try(Put("/result/is_returning_customer", 1.5), "type"),
            Try(Put("/result/is_returning_customer", None), "type"),
            Try(Put("/result/is_returning_customer", 2), "format"),
            Try(Put("/result/is_returning_customer", 1)),
            Try(Put("/result/is_returning_customer", 0)),
        ),
    ),
    Judges(
        id="accepted: result.cibil_score_fetch_date",
        fact="replies.accepted",
        evidence="example",
        of="accepted",
        pointer="/result/cibil_score_fetch_date",
        tries=(
            Try(Put("/result/cibil_score_fetch_date", 12345), "type"),
            Try(Put("/result/cibil_score_fetch_date", True), "type"),
            Try(Put("/result/cibil_score_fetch_date", []), "type"),
            Try(Put("/result/cibil_score_fetch_date", {}), "type"),
            Try(Put("/result/cibil_score_fetch_date", ""), "format"),
            Try(Put("/result/cibil_score_fetch_date", "2026-01-31 23:59:58")),
            Try(Put("/result/cibil_score_fetch_date", None)),
        ),
    ),
    Judges(
        id="accepted: xUnknownMember",
        fact="replies.accepted",
        evidence="example",
        of="accepted",
        pointer="/xUnknownMember",
        tries=(Try(Put("/xUnknownMember", "text"), "undocumented"),),
    ),
    Judges(
        id="refused: code",
        fact="replies.refused",
        evidence="example",
        of="refused",
        pointer="/code",
        tries=(
            Try(Put("/code", 12345), "type"),
            Try(Put("/code", True), "type"),
            Try(Put("/code", []), "type"),
            Try(Put("/code", {}), "type"),
            Try(Put("/code", None), "type"),
        ),
    ),
    Judges(
        id="refused: description",
        fact="replies.refused",
        evidence="example",
        of="refused",
        pointer="/description",
        tries=(
            Try(Put("/description", 12345), "type"),
            Try(Put("/description", True), "type"),
            Try(Put("/description", []), "type"),
            Try(Put("/description", {}), "type"),
            Try(Put("/description", None), "type"),
        ),
    ),
    Judges(
        id="refused: merchantTrxnRefId",
        fact="replies.refused",
        evidence="example",
        of="refused",
        pointer="/merchantTrxnRefId",
        tries=(Try(Put("/merchantTrxnRefId", None)),),
    ),
    Judges(
        id="refused: token",
        fact="replies.refused",
        evidence="example",
        of="refused",
        pointer="/token",
        tries=(Try(Put("/token", None)),),
    ),
    Judges(
        id="refused: status",
        fact="replies.refused",
        evidence="example",
        of="refused",
        pointer="/status",
        tries=(
            Try(Put("/status", "False")),
            Try(Put("/status", 12345), "type"),
            Try(Put("/status", True), "type"),
            Try(Put("/status", []), "type"),
            Try(Put("/status", {}), "type"),
            Try(Put("/status", None), "type"),
            Try(Put("/status", ""), "format"),
            Try(Put("/status", "maybe"), "format"),
            Try(Put("/status", "True")),
            Try(Put("/status", "False")),
        ),
    ),
    Judges(
        id="refused: xUnknownMember",
        fact="replies.refused",
        evidence="example",
        of="refused",
        pointer="/xUnknownMember",
        tries=(Try(Put("/xUnknownMember", "text"), "undocumented"),),
    ),
    Judges(
        id="refused_by_table: responsecode",
        fact="replies.refused_by_table",
        evidence="table",
        of="refused_by_table",
        pointer="/responsecode",
        tries=(
            Try(Put("/responsecode", "text"), "type"),
            Try(Put("/responsecode", True), "type"),
            Try(Put("/responsecode", []), "type"),
            Try(Put("/responsecode", {}), "type"),
            Try(Put("/responsecode", 1.5), "type"),
            Try(Put("/responsecode", None), "type"),
        ),
    ),
    Judges(
        id="refused_by_table: status",
        fact="replies.refused_by_table",
        evidence="table",
        of="refused_by_table",
        pointer="/status",
        tries=(
            Try(Put("/status", "text"), "type"),
            Try(Put("/status", 12345), "type"),
            Try(Put("/status", []), "type"),
            Try(Put("/status", {}), "type"),
            Try(Put("/status", None), "type"),
        ),
    ),
    Judges(
        id="refused_by_table: message",
        fact="replies.refused_by_table",
        evidence="table",
        of="refused_by_table",
        pointer="/message",
        tries=(
            Try(Put("/message", 12345), "type"),
            Try(Put("/message", True), "type"),
            Try(Put("/message", []), "type"),
            Try(Put("/message", {}), "type"),
            Try(Put("/message", None), "type"),
        ),
    ),
    Judges(
        id="refused_by_table: xUnknownMember",
        fact="replies.refused_by_table",
        evidence="table",
        of="refused_by_table",
        pointer="/xUnknownMember",
        tries=(Try(Put("/xUnknownMember", "text"), "undocumented"),),
    ),
)

REPLIES: tuple[Returns | Raises, ...] = (
    Returns(
        id="accepted",
        fact="replies.accepted",
        evidence="example",
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
        id="refused",
        fact="replies.refused",
        evidence="example",
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
        id="refused_by_table",
        fact="replies.refused_by_table",
        evidence="table",
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
        id="SPC-200",
        fact="codes.SPC-200",
        evidence="example",
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
        id="207",
        fact="codes.207",
        evidence="example",
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
        id="accepted with /status as a whole number",
        fact="replies.accepted",
        evidence="example",
        answer="accepted",
        edits=(Put("/status", 12345),),
        reasons=("unreadable",),
        tells="/status",
        code="SPC-200",
        message="success",
    ),
    Differs(
        id="accepted with another member",
        fact="replies.accepted",
        evidence="example",
        answer="accepted",
        edits=(Put("/xUnknownMember", "text"),),
        tells="/xUnknownMember",
    ),
    Differs(
        id="accepted with HTTP 206",
        fact="replies.accepted",
        evidence="example",
        answer="accepted",
        http=206,
        reasons=("undocumented-status", "contradictory", "undocumented-reply"),
    ),
    Differs(
        id="accepted with HTTP 302",
        fact="replies.accepted",
        evidence="example",
        answer="accepted",
        http=302,
        reasons=("undocumented-status", "contradictory", "undocumented-reply"),
    ),
    Differs(
        id="accepted with HTTP 418",
        fact="replies.accepted",
        evidence="example",
        answer="accepted",
        http=418,
        reasons=("undocumented-status", "contradictory", "undocumented-reply"),
    ),
    Differs(
        id="accepted with HTTP 500",
        fact="replies.accepted",
        evidence="example",
        answer="accepted",
        http=500,
        reasons=("undocumented-status", "contradictory", "undocumented-reply"),
    ),
    Differs(
        id="accepted with HTTP 401",
        fact="replies.accepted",
        evidence="example",
        answer="accepted",
        http=401,
        reasons=(
            "undocumented-status",
            "contradictory",
            "undocumented-reply",
            "undocumented-code",
        ),
    ),
    Differs(
        id="accepted with /error_code as 'SPC-200x'",
        fact="replies.accepted",
        evidence="example",
        answer="accepted",
        edits=(Put("/error_code", "SPC-200x"),),
        reasons=("undocumented-code", "undocumented-reply"),
    ),
    Differs(
        id="refused with /code as a whole number",
        fact="replies.refused",
        evidence="example",
        answer="refused",
        edits=(Put("/code", 12345),),
        reasons=("unreadable",),
        tells="/code",
        message="Amount is Requaired",
    ),
    Differs(
        id="refused with another member",
        fact="replies.refused",
        evidence="example",
        answer="refused",
        edits=(Put("/xUnknownMember", "text"),),
        tells="/xUnknownMember",
    ),
    Differs(
        id="refused with a new code",
        fact="replies.refused",
        evidence="example",
        answer="refused",
        edits=(Put("/code", "9999999"),),
        error="Rejected",
        code="9999999",
    ),
    Differs(
        id="refused with HTTP 206",
        fact="replies.refused",
        evidence="example",
        answer="refused",
        http=206,
        reasons=("undocumented-status", "contradictory", "undocumented-reply"),
    ),
    Differs(
        id="refused with HTTP 302",
        fact="replies.refused",
        evidence="example",
        answer="refused",
        http=302,
        reasons=("undocumented-status", "contradictory", "undocumented-reply"),
    ),
    Differs(
        id="refused with HTTP 418",
        fact="replies.refused",
        evidence="example",
        answer="refused",
        http=418,
        reasons=("undocumented-status", "contradictory", "undocumented-reply"),
    ),
    Differs(
        id="refused with HTTP 500",
        fact="replies.refused",
        evidence="example",
        answer="refused",
        http=500,
        reasons=("undocumented-status", "contradictory", "undocumented-reply"),
    ),
    Differs(
        id="refused with HTTP 200",
        fact="replies.refused",
        evidence="example",
        answer="refused",
        http=200,
        reasons=(
            "undocumented-status",
            "contradictory",
            "undocumented-reply",
            "undocumented-code",
        ),
    ),
    Differs(
        id="refused with no /code",
        fact="replies.refused",
        evidence="example",
        answer="refused",
        edits=(Drop("/code"),),
        reasons=("undocumented-code", "undocumented-reply"),
    ),
    Differs(
        id="refused with /responsecode as 'text'",
        fact="replies.refused",
        evidence="example",
        answer="refused",
        edits=(Put("/responsecode", "text"),),
        reasons=("undocumented-code", "undocumented-reply"),
    ),
    Differs(
        id="refused_by_table with /responsecode as text",
        fact="replies.refused_by_table",
        evidence="table",
        answer="refused_by_table",
        edits=(Put("/responsecode", "text"),),
        reasons=("unreadable",),
        tells="/responsecode",
        message="example",
    ),
    Differs(
        id="refused_by_table with another member",
        fact="replies.refused_by_table",
        evidence="table",
        answer="refused_by_table",
        edits=(Put("/xUnknownMember", "text"),),
        tells="/xUnknownMember",
    ),
    Differs(
        id="refused_by_table with a new code",
        fact="replies.refused_by_table",
        evidence="table",
        answer="refused_by_table",
        edits=(Put("/responsecode", 9999999),),
        error="Rejected",
        code="9999999",
    ),
    Differs(
        id="refused_by_table with HTTP 206",
        fact="replies.refused_by_table",
        evidence="table",
        answer="refused_by_table",
        http=206,
        reasons=("undocumented-status", "contradictory", "undocumented-reply"),
    ),
    Differs(
        id="refused_by_table with HTTP 302",
        fact="replies.refused_by_table",
        evidence="table",
        answer="refused_by_table",
        http=302,
        reasons=("undocumented-status", "contradictory", "undocumented-reply"),
    ),
    Differs(
        id="refused_by_table with HTTP 418",
        fact="replies.refused_by_table",
        evidence="table",
        answer="refused_by_table",
        http=418,
        reasons=("undocumented-status", "contradictory", "undocumented-reply"),
    ),
    Differs(
        id="refused_by_table with HTTP 500",
        fact="replies.refused_by_table",
        evidence="table",
        answer="refused_by_table",
        http=500,
        reasons=("undocumented-status", "contradictory", "undocumented-reply"),
    ),
    Differs(
        id="refused_by_table with HTTP 200",
        fact="replies.refused_by_table",
        evidence="table",
        answer="refused_by_table",
        http=200,
        reasons=(
            "undocumented-status",
            "contradictory",
            "undocumented-reply",
            "undocumented-code",
        ),
    ),
    Differs(
        id="refused_by_table with no /responsecode",
        fact="replies.refused_by_table",
        evidence="table",
        answer="refused_by_table",
        edits=(Drop("/responsecode"),),
        reasons=("undocumented-code", "undocumented-reply"),
    ),
    Differs(
        id="refused_by_table with /code as 'text'",
        fact="replies.refused_by_table",
        evidence="table",
        answer="refused_by_table",
        edits=(Put("/code", "text"),),
        reasons=("undocumented-code", "undocumented-reply"),
    ),
    Differs(
        id="207 with HTTP 408",
        fact="codes.207",
        evidence="example",
        answer="207",
        http=408,
        reasons=("gateway-error",),
    ),
    Differs(
        id="207 with HTTP 425",
        fact="codes.207",
        evidence="example",
        answer="207",
        http=425,
        reasons=("gateway-error",),
    ),
    Differs(
        id="207 with HTTP 499",
        fact="codes.207",
        evidence="example",
        answer="207",
        http=499,
        reasons=("gateway-error",),
    ),
    Differs(
        id="207 with HTTP 502",
        fact="codes.207",
        evidence="example",
        answer="207",
        http=502,
        reasons=("gateway-error",),
    ),
    Differs(
        id="207 with HTTP 503",
        fact="codes.207",
        evidence="example",
        answer="207",
        http=503,
        reasons=("gateway-error",),
    ),
    Differs(
        id="207 with HTTP 504",
        fact="codes.207",
        evidence="example",
        answer="207",
        http=504,
        reasons=("gateway-error",),
    ),
    Differs(
        id="207 with HTTP 520",
        fact="codes.207",
        evidence="example",
        answer="207",
        http=520,
        reasons=("gateway-error",),
    ),
    Differs(
        id="207 with HTTP 530",
        fact="codes.207",
        evidence="example",
        answer="207",
        http=530,
        reasons=("gateway-error",),
    ),
)

HIDDEN: tuple[Hides, ...] = (
    Hides(id="after a good call", fact="", evidence=""),
    Hides(
        id="after an answer that repeats them",
        fact="",
        evidence="",
        answer="207",
        message_at="/description",
    ),
    Hides(
        id="after a call that is refused",
        fact="",
        evidence="",
        breaks="access_token",
    ),
)

CHOSEN: tuple[Chooses, ...] = (
    Chooses(
        id="production",
        fact="",
        evidence="prose",
        name="production",
        url="https://api.aopay.co.in",
    ),
)

FAULTS: tuple[Fails | Unreachable, ...] = (
    Fails(
        id="closed-early",
        fact="",
        evidence="",
        fault="closed-early",
        reasons=("connection-lost",),
    ),
    Fails(
        id="closed-before-answer",
        fact="",
        evidence="",
        fault="closed-before-answer",
        reasons=("connection-lost",),
    ),
    Fails(
        id="closed-mid-body",
        fact="",
        evidence="",
        fault="closed-mid-body",
        reasons=("connection-lost", "unreadable"),
    ),
    Fails(
        id="reset",
        fact="",
        evidence="",
        fault="reset",
        reasons=("connection-lost",),
    ),
    Fails(
        id="bad-gateway",
        fact="",
        evidence="",
        fault="bad-gateway",
        reasons=("gateway-error",),
    ),
    Fails(
        id="unavailable",
        fact="",
        evidence="",
        fault="unavailable",
        reasons=("gateway-error",),
    ),
    Fails(
        id="gateway-timeout",
        fact="",
        evidence="",
        fault="gateway-timeout",
        reasons=("gateway-error",),
    ),
    Fails(
        id="not-json",
        fact="",
        evidence="",
        fault="not-json",
        reasons=("unreadable",),
    ),
    Fails(
        id="html-page",
        fact="",
        evidence="",
        fault="html-page",
        reasons=("unreadable",),
    ),
    Fails(
        id="truncated-json",
        fact="",
        evidence="",
        fault="truncated-json",
        reasons=("unreadable",),
    ),
    Fails(
        id="empty-body",
        fact="",
        evidence="",
        fault="empty-body",
        reasons=("unreadable",),
    ),
    Fails(
        id="undocumented-code",
        fact="",
        evidence="",
        fault="undocumented-code",
        reasons=("undocumented-code",),
    ),
    Fails(
        id="undocumented-status",
        fact="",
        evidence="",
        fault="undocumented-status",
        reasons=("undocumented-status",),
    ),
    Fails(
        id="other-shape",
        fact="",
        evidence="",
        fault="other-shape",
        reasons=("undocumented-reply", "unreadable"),
    ),
    Unreachable(id="unreachable", fact="", evidence=""),
)

WAITS: tuple[Fails, ...] = (
    Fails(
        id="slow-drip",
        fact="",
        evidence="",
        fault="slow-drip",
        reasons=("timeout",),
    ),
    Fails(id="timeout", fact="", evidence="", fault="timeout", reasons=("timeout",)),
)

WAITING = tuple(zip(WAITS, CLIENTS, strict=True))

# What the provider accepts, refuses and answers.

ACCEPTED: tuple[Accepted, ...] = (
    Accepted(id="every member", fact="request", evidence="prose"),
    Accepted(
        id="white space in the body",
        fact="",
        evidence="external: RFC 8259",
        edits=(Spaced(),),
    ),
    Accepted(
        id="header names in lower case",
        fact="",
        evidence="external: RFC 9110",
        edits=(LowerCaseHeaders(),),
    ),
)
REFUSED: tuple[Refused, ...] = (
    Refused(
        id="body.cibil_id as a whole number",
        fact="body.cibil_id.type",
        evidence="table",
        edits=(Put("/body/cibil_id", 12345),),
        fault="type",
    ),
    Refused(
        id="body.cibil_id as true",
        fact="body.cibil_id.type",
        evidence="table",
        edits=(Put("/body/cibil_id", True),),
        fault="type",
    ),
    Refused(
        id="body.cibil_id as a list",
        fact="body.cibil_id.type",
        evidence="table",
        edits=(Put("/body/cibil_id", []),),
        fault="type",
    ),
    Refused(
        id="body.cibil_id as an object",
        fact="body.cibil_id.type",
        evidence="table",
        edits=(Put("/body/cibil_id", {}),),
        fault="type",
    ),
    Refused(
        id="body.cibil_id as null",
        fact="body.cibil_id.type",
        evidence="table",
        edits=(Put("/body/cibil_id", None),),
        fault="type",
    ),
    Refused(
        id="body.access_token as a whole number",
        fact="body.access_token.type",
        evidence="table",
        edits=(Put("/body/access_token", 12345),),
        fault="type",
    ),
    Refused(
        id="body.access_token as true",
        fact="body.access_token.type",
        evidence="table",
        edits=(Put("/body/access_token", True),),
        fault="type",
    ),
    Refused(
        id="body.access_token as a list",
        fact="body.access_token.type",
        evidence="table",
        edits=(Put("/body/access_token", []),),
        fault="type",
    ),
    Refused(
        id="body.access_token as an object",
        fact="body.access_token.type",
        evidence="table",
        edits=(Put("/body/access_token", {}),),
        fault="type",
    ),
    Refused(
        id="body.access_token as null",
        fact="body.access_token.type",
        evidence="table",
        edits=(Put("/body/access_token", None),),
        fault="type",
    ),
    Refused(
        id="body.otp as a whole number",
        fact="body.otp.type",
        evidence="table",
        edits=(Put("/body/otp", 12345),),
        fault="type",
    ),
    Refused(
        id="body.otp as true",
        fact="body.otp.type",
        evidence="table",
        edits=(Put("/body/otp", True),),
        fault="type",
    ),
    Refused(
        id="body.otp as a list",
        fact="body.otp.type",
        evidence="table",
        edits=(Put("/body/otp", []),),
        fault="type",
    ),
    Refused(
        id="body.otp as an object",
        fact="body.otp.type",
        evidence="table",
        edits=(Put("/body/otp", {}),),
        fault="type",
    ),
    Refused(
        id="body.otp as null",
        fact="body.otp.type",
        evidence="table",
        edits=(Put("/body/otp", None),),
        fault="type",
    ),
)
ANSWERS: tuple[Answers, ...] = (
    Answers(
        id="reply accepted",
        fact="replies.accepted.*",
        evidence="example",
        answer="accepted",
        reply="accepted",
        http=200,
        code="SPC-200",
    ),
    Answers(
        id="reply refused",
        fact="replies.refused.*",
        evidence="example",
        answer="refused",
        reply="refused",
        http=401,
        code="207",
    ),
    Answers(
        id="reply refused_by_table",
        fact="replies.refused_by_table.*",
        evidence="table",
        answer="refused_by_table",
        reply="refused_by_table",
        http=401,
    ),
    Answers(
        id="code SPC-200",
        fact="codes.SPC-200.*",
        evidence="example",
        answer="SPC-200",
        reply="accepted",
        http=200,
        code="SPC-200",
        holds={"/message": "success"},
    ),
    Answers(
        id="code 207",
        fact="codes.207.*",
        evidence="example",
        answer="207",
        reply="refused",
        http=401,
        code="207",
        holds={"/description": "Amount is Requaired"},
    ),
)
OBSERVED: tuple[Observed, ...] = (
    Observed(
        id="headers.Content-Type left out",
        fact="headers.Content-Type.required",
        evidence="unknown",
        edits=(Drop("/headers/Content-Type"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        id="headers.Content-Type empty",
        fact="headers.Content-Type.const",
        evidence="example",
        edits=(Put("/headers/Content-Type", ""),),
        why="only an example shows it",
    ),
    Observed(
        id="headers.Content-Type a listed value and a letter",
        fact="headers.Content-Type.const",
        evidence="example",
        edits=(Put("/headers/Content-Type", "application/jsonx"),),
        why="only an example shows it",
    ),
    Observed(
        id="headers.Content-Type a letter and a listed value",
        fact="headers.Content-Type.const",
        evidence="example",
        edits=(Put("/headers/Content-Type", "xapplication/json"),),
        why="only an example shows it",
    ),
    Observed(
        id="headers.Content-Type a listed value cut short",
        fact="headers.Content-Type.const",
        evidence="example",
        edits=(Put("/headers/Content-Type", "application/jso"),),
        why="only an example shows it",
    ),
    Observed(
        id="headers.Content-Type a listed value in another letter case",
        fact="headers.Content-Type.const",
        evidence="example",
        edits=(Put("/headers/Content-Type", "APPLICATION/JSON"),),
        why="only an example shows it",
    ),
    Observed(
        id="headers.Content-Type a listed value with another last character",
        fact="headers.Content-Type.const",
        evidence="example",
        edits=(Put("/headers/Content-Type", "application/jsox"),),
        why="only an example shows it",
    ),
    Observed(
        id="body.cibil_id left out",
        fact="body.cibil_id.required",
        evidence="unknown",
        edits=(Drop("/body/cibil_id"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        id="body.cibil_id empty",
        fact="body.cibil_id.required",
        evidence="unknown",
        edits=(Put("/body/cibil_id", ""),),
        why="the page does not say what empty text is",
    ),
    Observed(
        id="body.access_token left out",
        fact="body.access_token.required",
        evidence="unknown",
        edits=(Drop("/body/access_token"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        id="body.access_token empty",
        fact="body.access_token.required",
        evidence="unknown",
        edits=(Put("/body/access_token", ""),),
        why="the page does not say what empty text is",
    ),
    Observed(
        id="body.otp left out",
        fact="body.otp.required",
        evidence="unknown",
        edits=(Drop("/body/otp"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        id="body.otp empty",
        fact="body.otp.required",
        evidence="unknown",
        edits=(Put("/body/otp", ""),),
        why="the page does not say what empty text is",
    ),
    Observed(
        id="body.question_key left out",
        fact="body.question_key.required",
        evidence="unknown",
        edits=(Drop("/body/question_key"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        id="body.question_key empty",
        fact="body.question_key.required",
        evidence="unknown",
        edits=(Put("/body/question_key", ""),),
        why="the page does not say what empty text is",
    ),
    Observed(
        id="body.question_key as a whole number",
        fact="body.question_key.type",
        evidence="example",
        edits=(Put("/body/question_key", 12345),),
        why="only an example shows it",
    ),
    Observed(
        id="body.question_key as null",
        fact="body.question_key.type",
        evidence="example",
        edits=(Put("/body/question_key", None),),
        why="only an example shows it",
    ),
    Observed(
        id="body.answer_key left out",
        fact="body.answer_key.required",
        evidence="unknown",
        edits=(Drop("/body/answer_key"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        id="body.answer_key empty",
        fact="body.answer_key.required",
        evidence="unknown",
        edits=(Put("/body/answer_key", ""),),
        why="the page does not say what empty text is",
    ),
    Observed(
        id="body.answer_key as a whole number",
        fact="body.answer_key.type",
        evidence="example",
        edits=(Put("/body/answer_key", 12345),),
        why="only an example shows it",
    ),
    Observed(
        id="body.answer_key as null",
        fact="body.answer_key.type",
        evidence="example",
        edits=(Put("/body/answer_key", None),),
        why="only an example shows it",
    ),
    Observed(
        id="body.RegistrationID left out",
        fact="body.RegistrationID.required",
        evidence="unknown",
        edits=(Drop("/body/RegistrationID"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        id="body.RegistrationID empty",
        fact="body.RegistrationID.required",
        evidence="unknown",
        edits=(Put("/body/RegistrationID", ""),),
        why="the page does not say what empty text is",
    ),
    Observed(
        id="body.RegistrationID as a whole number",
        fact="body.RegistrationID.type",
        evidence="example",
        edits=(Put("/body/RegistrationID", 12345),),
        why="only an example shows it",
    ),
    Observed(
        id="body.RegistrationID as null",
        fact="body.RegistrationID.type",
        evidence="example",
        edits=(Put("/body/RegistrationID", None),),
        why="only an example shows it",
    ),
    Observed(
        id="body.RegistrationID of nobody",
        fact="body.RegistrationID",
        evidence="unknown",
        edits=(OtherCredential("/body/RegistrationID"),),
        why="the page does not say what another value gets",
    ),
    Observed(
        id="body.CompanyCode left out",
        fact="body.CompanyCode.required",
        evidence="unknown",
        edits=(Drop("/body/CompanyCode"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        id="body.CompanyCode empty",
        fact="body.CompanyCode.required",
        evidence="unknown",
        edits=(Put("/body/CompanyCode", ""),),
        why="the page does not say what empty text is",
    ),
    Observed(
        id="body.CompanyCode as a whole number",
        fact="body.CompanyCode.type",
        evidence="example",
        edits=(Put("/body/CompanyCode", 12345),),
        why="only an example shows it",
    ),
    Observed(
        id="body.CompanyCode as null",
        fact="body.CompanyCode.type",
        evidence="example",
        edits=(Put("/body/CompanyCode", None),),
        why="only an example shows it",
    ),
    Observed(
        id="body.CompanyCode of nobody",
        fact="body.CompanyCode",
        evidence="unknown",
        edits=(OtherCredential("/body/CompanyCode"),),
        why="the page does not say what another value gets",
    ),
    Observed(
        id="body that is cut short",
        fact="",
        evidence="unknown",
        edits=(Raw("{"),),
        why="the page does not say what it gets",
    ),
    Observed(
        id="body that is text",
        fact="",
        evidence="unknown",
        edits=(Raw("not json"),),
        why="the page does not say what it gets",
    ),
    Observed(
        id="body that is nothing",
        fact="",
        evidence="unknown",
        edits=(Raw(""),),
        why="the page does not say what it gets",
    ),
    Observed(
        id="body that is two objects",
        fact="",
        evidence="unknown",
        edits=(Raw("{}{}"),),
        why="the page does not say what it gets",
    ),
    Observed(
        id="body that is in single quotes",
        fact="",
        evidence="unknown",
        edits=(Raw("{'a': 1}"),),
        why="the page does not say what it gets",
    ),
    Observed(
        id="body that is a list",
        fact="",
        evidence="unknown",
        edits=(Raw("[]"),),
        why="the page does not say what it gets",
    ),
    Observed(
        id="body that is a list of an object",
        fact="",
        evidence="unknown",
        edits=(Raw("[{}]"),),
        why="the page does not say what it gets",
    ),
    Observed(
        id="body that is text in quotes",
        fact="",
        evidence="unknown",
        edits=(Raw('"text"'),),
        why="the page does not say what it gets",
    ),
    Observed(
        id="body that is a number",
        fact="",
        evidence="unknown",
        edits=(Raw("1"),),
        why="the page does not say what it gets",
    ),
    Observed(
        id="body that is true",
        fact="",
        evidence="unknown",
        edits=(Raw("true"),),
        why="the page does not say what it gets",
    ),
    Observed(
        id="body that is null",
        fact="",
        evidence="unknown",
        edits=(Raw("null"),),
        why="the page does not say what it gets",
    ),
    Observed(
        id="another member",
        fact="",
        evidence="unknown",
        edits=(Put("/body/xUnknownMember", "text"),),
        why="the page does not say what becomes of other members",
    ),
    Observed(
        id="Content-Type twice",
        fact="",
        evidence="unknown",
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
