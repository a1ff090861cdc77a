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

from .._harness.calls import Call, Client, InvalidCall, Partner
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
from .._harness.outcomes import Fails, Raises, Returns, Unreachable

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
    Fails(id="timeout", fact="", evidence="", fault="timeout", reasons=("timeout",)),
    Fails(
        id="slow-drip",
        fact="",
        evidence="",
        fault="slow-drip",
        reasons=("timeout",),
    ),
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
