"""Contract tests of AOPay, get_credit_history: Get the credit history of a customer.

Page: Get Credit History, https://readapi.aopay.co.in/Cibilapiv1GetCreditHistory.aspx,
read 2026-11-21. Spec: specs/aopay/get_credit_history.yaml.

Run: pytest contract_tests/aopay/test_get_credit_history.py
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

CONTRACT = beside(__file__, "get_credit_history")
ARGUMENTS: dict[str, Any] = {"client_order_id": "0001", "cibil_id": "abc"}
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
        omits=("client_order_id", "cibil_id"),
        arrives=(Drop("/body/client_order_id"), Drop("/body/cibil_id")),
    ),
    Call(
        id="client_order_id left out",
        fact="body.client_order_id.required",
        evidence="table",
        omits=("client_order_id",),
        arrives=(Drop("/body/client_order_id"),),
    ),
    Call(
        id="cibil_id left out",
        fact="body.cibil_id.required",
        evidence="table",
        omits=("cibil_id",),
        arrives=(Drop("/body/cibil_id"),),
    ),
    Call(
        id="odd text",
        fact="request",
        evidence="external: RFC 3986, RFC 8259",
        arguments={
            "client_order_id": 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511',
            "cibil_id": 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511',
        },
        arrives=(
            Put("/body/client_order_id", 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511'),
            Put("/body/cibil_id", 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511'),
        ),
    ),
)

INVALID_CALLS: tuple[InvalidCall, ...] = (
    InvalidCall(
        id="body.client_order_id as a whole number",
        fact="body.client_order_id.type",
        evidence="table",
        arguments={"client_order_id": 12345},
        pointer="/body/client_order_id",
    ),
    InvalidCall(
        id="body.client_order_id as true",
        fact="body.client_order_id.type",
        evidence="table",
        arguments={"client_order_id": True},
        pointer="/body/client_order_id",
    ),
    InvalidCall(
        id="body.client_order_id as a list",
        fact="body.client_order_id.type",
        evidence="table",
        arguments={"client_order_id": []},
        pointer="/body/client_order_id",
    ),
    InvalidCall(
        id="body.client_order_id as an object",
        fact="body.client_order_id.type",
        evidence="table",
        arguments={"client_order_id": {}},
        pointer="/body/client_order_id",
    ),
    InvalidCall(
        id="body.client_order_id as null",
        fact="body.client_order_id.type",
        evidence="table",
        arguments={"client_order_id": None},
        pointer="/body/client_order_id",
    ),
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
)

REPLIES: tuple[Returns | Raises, ...] = (
    Returns(
        id="history",
        fact="replies.history",
        evidence="example",
        answer="history",
        model="GetCreditHistoryHistory",
        reads={
            "error_code": "SPC-200",
            "status": "SUCCESS",
            "message": "success",
            "soft_ref_id": "00000000000000ABCDEFGHIJ0",
            "data.result.user_info.cibil_id": "000000*",
            "data.result.user_info.first_name": "example",
            "data.result.user_info.middle_name": "",
            "data.result.user_info.last_name": "Customer",
            "data.result.user_info.mobile_number": "0000000***",
            "data.result.activity_info.0.account_detail_id": "0000001**",
            "data.result.activity_info.0.member_name": "SAMPLEBNK",
            "data.result.activity_info.0.account_number": "XXXXXXXXXXXXXXXX0001",
            "data.result.activity_info.0.name": "Housing Loan",
            "data.result.credit_age.credit_age": "2 Years 1 Months",
            "data.result.inquiry_count": 10,
            "data.result.last_month_inquiry_count": 0,
            "data.result.last6_month_inquiry_count": 1,
            "data.result.on_time_payment_percentile": 90,
            "data.status": "success",
            "data.message": "ok",
            "data.access_token": "0000000000000000000000000000000000000001",
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
        model="GetCreditHistoryHistory",
        reads={
            "error_code": "SPC-200",
            "status": "SUCCESS",
            "message": "success",
            "soft_ref_id": "00000000000000ABCDEFGHIJ0",
            "data.result.user_info.cibil_id": "000000*",
            "data.result.user_info.first_name": "example",
            "data.result.user_info.middle_name": "",
            "data.result.user_info.last_name": "Customer",
            "data.result.user_info.mobile_number": "0000000***",
            "data.result.activity_info.0.account_detail_id": "0000001**",
            "data.result.activity_info.0.member_name": "SAMPLEBNK",
            "data.result.activity_info.0.account_number": "XXXXXXXXXXXXXXXX0001",
            "data.result.activity_info.0.name": "Housing Loan",
            "data.result.credit_age.credit_age": "2 Years 1 Months",
            "data.result.inquiry_count": 10,
            "data.result.last_month_inquiry_count": 0,
            "data.result.last6_month_inquiry_count": 1,
            "data.result.on_time_payment_percentile": 90,
            "data.status": "success",
            "data.message": "ok",
            "data.access_token": "0000000000000000000000000000000000000001",
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
        id="body.client_order_id as a whole number",
        fact="body.client_order_id.type",
        evidence="table",
        edits=(Put("/body/client_order_id", 12345),),
        fault="type",
    ),
    Refused(
        id="body.client_order_id as true",
        fact="body.client_order_id.type",
        evidence="table",
        edits=(Put("/body/client_order_id", True),),
        fault="type",
    ),
    Refused(
        id="body.client_order_id as a list",
        fact="body.client_order_id.type",
        evidence="table",
        edits=(Put("/body/client_order_id", []),),
        fault="type",
    ),
    Refused(
        id="body.client_order_id as an object",
        fact="body.client_order_id.type",
        evidence="table",
        edits=(Put("/body/client_order_id", {}),),
        fault="type",
    ),
    Refused(
        id="body.client_order_id as null",
        fact="body.client_order_id.type",
        evidence="table",
        edits=(Put("/body/client_order_id", None),),
        fault="type",
    ),
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
        id="body.RegistrationID as a whole number",
        fact="body.RegistrationID.type",
        evidence="table",
        edits=(Put("/body/RegistrationID", 12345),),
        fault="type",
    ),
    Refused(
        id="body.RegistrationID as true",
        fact="body.RegistrationID.type",
        evidence="table",
        edits=(Put("/body/RegistrationID", True),),
        fault="type",
    ),
    Refused(
        id="body.RegistrationID as a list",
        fact="body.RegistrationID.type",
        evidence="table",
        edits=(Put("/body/RegistrationID", []),),
        fault="type",
    ),
    Refused(
        id="body.RegistrationID as an object",
        fact="body.RegistrationID.type",
        evidence="table",
        edits=(Put("/body/RegistrationID", {}),),
        fault="type",
    ),
    Refused(
        id="body.RegistrationID as null",
        fact="body.RegistrationID.type",
        evidence="table",
        edits=(Put("/body/RegistrationID", None),),
        fault="type",
    ),
    Refused(
        id="body.CompanyCode as a whole number",
        fact="body.CompanyCode.type",
        evidence="table",
        edits=(Put("/body/CompanyCode", 12345),),
        fault="type",
    ),
    Refused(
        id="body.CompanyCode as true",
        fact="body.CompanyCode.type",
        evidence="table",
        edits=(Put("/body/CompanyCode", True),),
        fault="type",
    ),
    Refused(
        id="body.CompanyCode as a list",
        fact="body.CompanyCode.type",
        evidence="table",
        edits=(Put("/body/CompanyCode", []),),
        fault="type",
    ),
    Refused(
        id="body.CompanyCode as an object",
        fact="body.CompanyCode.type",
        evidence="table",
        edits=(Put("/body/CompanyCode", {}),),
        fault="type",
    ),
    Refused(
        id="body.CompanyCode as null",
        fact="body.CompanyCode.type",
        evidence="table",
        edits=(Put("/body/CompanyCode", None),),
        fault="type",
    ),
)
ANSWERS: tuple[Answers, ...] = (
    Answers(
        id="reply history",
        fact="replies.history.*",
        evidence="example",
        answer="history",
        reply="history",
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
        reply="history",
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
        id="body.client_order_id left out",
        fact="body.client_order_id.required",
        evidence="unknown",
        edits=(Drop("/body/client_order_id"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        id="body.client_order_id empty",
        fact="body.client_order_id.required",
        evidence="unknown",
        edits=(Put("/body/client_order_id", ""),),
        why="the page does not say what empty text is",
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
