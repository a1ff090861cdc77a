"""Contract tests of AOPay, get_credit_history: Get the credit history of a customer.

Page: Get Credit History, https://readapi.aopay.co.in/Cibilapiv1GetCreditHistory.aspx,
read 2026-11-21. Spec: specs/aopay/get_credit_history.yaml.

Run: pytest contract_tests/aopay/test_get_credit_history.py
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
    Call(
        id="everything from variables",
        fact="request",
        evidence="prose",
        setup=Setup(base_url_variable="AOPAY_BASE_URL"),
    ),
    Call(
        id="registration_id not supplied",
        fact="body.RegistrationID.required",
        evidence="table",
        setup=Setup(lacks=("registration_id",)),
        arrives=(Drop("/body/RegistrationID"),),
    ),
    Call(
        id="company_code not supplied",
        fact="body.CompanyCode.required",
        evidence="table",
        setup=Setup(lacks=("company_code",)),
        arrives=(Drop("/body/CompanyCode"),),
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

JUDGED: tuple[Judges, ...] = (
    Judges(
        id="request: headers.Content-Type",
        fact="request",
        evidence="prose",
        of="request",
        pointer="/headers/Content-Type",
        tries=(
            Try(Put("/headers/Content-Type", ""), "enum"),
            Try(Put("/headers/Content-Type", "application/jsonx"), "enum"),
            Try(Put("/headers/Content-Type", "xapplication/json"), "enum"),
            Try(Put("/headers/Content-Type", "application/jso"), "enum"),
            Try(Put("/headers/Content-Type", "APPLICATION/JSON"), "enum"),
            Try(Put("/headers/Content-Type", "application/jsox"), "enum"),
        ),
    ),
    Judges(
        id="request: body.client_order_id",
        fact="request",
        evidence="prose",
        of="request",
        pointer="/body/client_order_id",
        tries=(
            Try(Put("/body/client_order_id", 12345), "type"),
            Try(Put("/body/client_order_id", True), "type"),
            Try(Put("/body/client_order_id", []), "type"),
            Try(Put("/body/client_order_id", {}), "type"),
            Try(Put("/body/client_order_id", None), "type"),
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
        id="history: error_code",
        fact="replies.history",
        evidence="example",
        of="history",
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
        id="history: status",
        fact="replies.history",
        evidence="example",
        of="history",
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
        id="history: message",
        fact="replies.history",
        evidence="example",
        of="history",
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
        id="history: soft_ref_id",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/soft_ref_id",
        tries=(
            Try(Put("/soft_ref_id", 12345), "type"),
            Try(Put("/soft_ref_id", True), "type"),
            Try(Put("/soft_ref_id", []), "type"),
            Try(Put("/soft_ref_id", {}), "type"),
            Try(Put("/soft_ref_id", None), "type"),
        ),
    ),
    Judges(
        id="history: data",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data",
        tries=(
            Try(Put("/data", "text"), "type"),
            Try(Put("/data", 12345), "type"),
            Try(Put("/data", True), "type"),
            Try(Put("/data", []), "type"),
            Try(Put("/data", None), "type"),
        ),
    ),
    Judges(
        id="history: data.xUnknownMember",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/xUnknownMember",
        tries=(Try(Put("/data/xUnknownMember", "text"), "undocumented"),),
    ),
    Judges(
        id="history: data.result",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result",
        tries=(
            Try(Put("/data/result", "text"), "type"),
            Try(Put("/data/result", 12345), "type"),
            Try(Put("/data/result", True), "type"),
            Try(Put("/data/result", []), "type"),
            Try(Put("/data/result", None), "type"),
        ),
    ),
    Judges(
        id="history: data.result.xUnknownMember",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/xUnknownMember",
        tries=(Try(Put("/data/result/xUnknownMember", "text"), "undocumented"),),
    ),
    Judges(
        id="history: data.result.userInfo",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/userInfo",
        tries=(
            Try(Put("/data/result/userInfo", "text"), "type"),
            Try(Put("/data/result/userInfo", 12345), "type"),
            Try(Put("/data/result/userInfo", True), "type"),
            Try(Put("/data/result/userInfo", []), "type"),
            Try(Put("/data/result/userInfo", None), "type"),
        ),
    ),
    Judges(
        id="history: data.result.userInfo.xUnknownMember",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/userInfo/xUnknownMember",
        tries=(
            Try(Put("/data/result/userInfo/xUnknownMember", "text"), "undocumented"),
        ),
    ),
    Judges(
        id="history: data.result.userInfo.cibil_id",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/userInfo/cibil_id",
        tries=(
            Try(Put("/data/result/userInfo/cibil_id", 12345), "type"),
            Try(Put("/data/result/userInfo/cibil_id", True), "type"),
            Try(Put("/data/result/userInfo/cibil_id", []), "type"),
            Try(Put("/data/result/userInfo/cibil_id", {}), "type"),
            Try(Put("/data/result/userInfo/cibil_id", None), "type"),
        ),
    ),
    Judges(
        id="history: data.result.userInfo.cibil_score",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/userInfo/cibil_score",
        tries=(
            Try(Put("/data/result/userInfo/cibil_score", 12345), "type"),
            Try(Put("/data/result/userInfo/cibil_score", True), "type"),
            Try(Put("/data/result/userInfo/cibil_score", []), "type"),
            Try(Put("/data/result/userInfo/cibil_score", {}), "type"),
            Try(Put("/data/result/userInfo/cibil_score", None), "type"),
            Try(Put("/data/result/userInfo/cibil_score", ""), "format"),
            Try(Put("/data/result/userInfo/cibil_score", "many"), "format"),
            Try(Put("/data/result/userInfo/cibil_score", "12.5"), "format"),
            Try(Put("/data/result/userInfo/cibil_score", "-12")),
        ),
    ),
    Judges(
        id="history: data.result.userInfo.first_name",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/userInfo/first_name",
        tries=(
            Try(Put("/data/result/userInfo/first_name", 12345), "type"),
            Try(Put("/data/result/userInfo/first_name", True), "type"),
            Try(Put("/data/result/userInfo/first_name", []), "type"),
            Try(Put("/data/result/userInfo/first_name", {}), "type"),
            Try(Put("/data/result/userInfo/first_name", None), "type"),
        ),
    ),
    Judges(
        id="history: data.result.userInfo.middle_name",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/userInfo/middle_name",
        tries=(
            Try(Put("/data/result/userInfo/middle_name", 12345), "type"),
            Try(Put("/data/result/userInfo/middle_name", True), "type"),
            Try(Put("/data/result/userInfo/middle_name", []), "type"),
            Try(Put("/data/result/userInfo/middle_name", {}), "type"),
            Try(Put("/data/result/userInfo/middle_name", None), "type"),
        ),
    ),
    Judges(
        id="history: data.result.userInfo.last_name",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/userInfo/last_name",
        tries=(
            Try(Put("/data/result/userInfo/last_name", 12345), "type"),
            Try(Put("/data/result/userInfo/last_name", True), "type"),
            Try(Put("/data/result/userInfo/last_name", []), "type"),
            Try(Put("/data/result/userInfo/last_name", {}), "type"),
            Try(Put("/data/result/userInfo/last_name", None), "type"),
        ),
    ),
    Judges(
        id="history: data.result.userInfo.mobile_number",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/userInfo/mobile_number",
        tries=(
            Try(Put("/data/result/userInfo/mobile_number", 12345), "type"),
            Try(Put("/data/result/userInfo/mobile_number", True), "type"),
            Try(Put("/data/result/userInfo/mobile_number", []), "type"),
            Try(Put("/data/result/userInfo/mobile_number", {}), "type"),
            Try(Put("/data/result/userInfo/mobile_number", None), "type"),
        ),
    ),
    Judges(
        id="history: data.result.userInfo.cibil_score_fetch_date",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/userInfo/cibil_score_fetch_date",
        tries=(
            Try(Put("/data/result/userInfo/cibil_score_fetch_date", 12345), "type"),
            Try(Put("/data/result/userInfo/cibil_score_fetch_date", True), "type"),
            Try(Put("/data/result/userInfo/cibil_score_fetch_date", []), "type"),
            Try(Put("/data/result/userInfo/cibil_score_fetch_date", {}), "type"),
            Try(Put("/data/result/userInfo/cibil_score_fetch_date", ""), "format"),
            Try(Put("/data/result/userInfo/cibil_score_fetch_date", "now"), "format"),
            Try(
                Put(
                    "/data/result/userInfo/cibil_score_fetch_date",
                    "2024-01-31T10:20:30",
                ),
                "format",
            ),
            Try(
                Put(
                    "/data/result/userInfo/cibil_score_fetch_date",
                    "2024-01-31 10:20:30+07:00",
                ),
                "format",
            ),
            Try(
                Put(
                    "/data/result/userInfo/cibil_score_fetch_date",
                    "2024-02-31T10:20:30+07:00",
                ),
                "format",
            ),
            Try(
                Put(
                    "/data/result/userInfo/cibil_score_fetch_date",
                    "2024-01-31T25:20:30+07:00",
                ),
                "format",
            ),
            Try(
                Put(
                    "/data/result/userInfo/cibil_score_fetch_date",
                    "2026-01-31 23:59:58",
                ),
            ),
            Try(Put("/data/result/userInfo/cibil_score_fetch_date", None)),
        ),
    ),
    Judges(
        id="history: data.result.activityInfo",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/activityInfo",
        tries=(
            Try(Put("/data/result/activityInfo", "text"), "type"),
            Try(Put("/data/result/activityInfo", 12345), "type"),
            Try(Put("/data/result/activityInfo", True), "type"),
            Try(Put("/data/result/activityInfo", {}), "type"),
            Try(Put("/data/result/activityInfo", None), "type"),
        ),
    ),
    Judges(
        id="history: data.result.activityInfo.0",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/activityInfo/0",
        tries=(
            Try(Put("/data/result/activityInfo/0", "text"), "type"),
            Try(Put("/data/result/activityInfo/0", 12345), "type"),
            Try(Put("/data/result/activityInfo/0", True), "type"),
            Try(Put("/data/result/activityInfo/0", []), "type"),
            Try(Put("/data/result/activityInfo/0", None), "type"),
        ),
    ),
    Judges(
        id="history: data.result.activityInfo.0.xUnknownMember",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/activityInfo/0/xUnknownMember",
        tries=(
            Try(
                Put("/data/result/activityInfo/0/xUnknownMember", "text"),
                "undocumented",
            ),
        ),
    ),
    Judges(
        id="history: data.result.activityInfo.0.account_detail_id",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/activityInfo/0/account_detail_id",
        tries=(
            Try(Put("/data/result/activityInfo/0/account_detail_id", 12345), "type"),
            Try(Put("/data/result/activityInfo/0/account_detail_id", True), "type"),
            Try(Put("/data/result/activityInfo/0/account_detail_id", []), "type"),
            Try(Put("/data/result/activityInfo/0/account_detail_id", {}), "type"),
            Try(Put("/data/result/activityInfo/0/account_detail_id", None), "type"),
        ),
    ),
    Judges(
        id="history: data.result.activityInfo.0.member_name",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/activityInfo/0/member_name",
        tries=(
            Try(Put("/data/result/activityInfo/0/member_name", 12345), "type"),
            Try(Put("/data/result/activityInfo/0/member_name", True), "type"),
            Try(Put("/data/result/activityInfo/0/member_name", []), "type"),
            Try(Put("/data/result/activityInfo/0/member_name", {}), "type"),
            Try(Put("/data/result/activityInfo/0/member_name", None), "type"),
        ),
    ),
    Judges(
        id="history: data.result.activityInfo.0.account_number",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/activityInfo/0/account_number",
        tries=(
            Try(Put("/data/result/activityInfo/0/account_number", 12345), "type"),
            Try(Put("/data/result/activityInfo/0/account_number", True), "type"),
            Try(Put("/data/result/activityInfo/0/account_number", []), "type"),
            Try(Put("/data/result/activityInfo/0/account_number", {}), "type"),
            Try(Put("/data/result/activityInfo/0/account_number", None), "type"),
        ),
    ),
    Judges(
        id="history: data.result.activityInfo.0.date_opened",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/activityInfo/0/date_opened",
        tries=(
            Try(Put("/data/result/activityInfo/0/date_opened", 12345), "type"),
            Try(Put("/data/result/activityInfo/0/date_opened", True), "type"),
            Try(Put("/data/result/activityInfo/0/date_opened", []), "type"),
            Try(Put("/data/result/activityInfo/0/date_opened", {}), "type"),
            Try(Put("/data/result/activityInfo/0/date_opened", None), "type"),
            Try(Put("/data/result/activityInfo/0/date_opened", ""), "format"),
            Try(Put("/data/result/activityInfo/0/date_opened", "soon"), "format"),
            Try(Put("/data/result/activityInfo/0/date_opened", "31/02/2024"), "format"),
            Try(Put("/data/result/activityInfo/0/date_opened", "2024-02-31"), "format"),
            Try(Put("/data/result/activityInfo/0/date_opened", "2024/12/31"), "format"),
            Try(Put("/data/result/activityInfo/0/date_opened", "31-12-2024"), "format"),
            Try(Put("/data/result/activityInfo/0/date_opened", "XX/XX/2000"), "format"),
            Try(Put("/data/result/activityInfo/0/date_opened", "2026-01-31")),
        ),
    ),
    Judges(
        id="history: data.result.activityInfo.0.date_closed",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/activityInfo/0/date_closed",
        tries=(
            Try(Put("/data/result/activityInfo/0/date_closed", 12345), "type"),
            Try(Put("/data/result/activityInfo/0/date_closed", True), "type"),
            Try(Put("/data/result/activityInfo/0/date_closed", []), "type"),
            Try(Put("/data/result/activityInfo/0/date_closed", {}), "type"),
            Try(Put("/data/result/activityInfo/0/date_closed", None), "type"),
            Try(Put("/data/result/activityInfo/0/date_closed", ""), "format"),
            Try(Put("/data/result/activityInfo/0/date_closed", "soon"), "format"),
            Try(Put("/data/result/activityInfo/0/date_closed", "31/02/2024"), "format"),
            Try(Put("/data/result/activityInfo/0/date_closed", "2024-02-31"), "format"),
            Try(Put("/data/result/activityInfo/0/date_closed", "2024/12/31"), "format"),
            Try(Put("/data/result/activityInfo/0/date_closed", "31-12-2024"), "format"),
            Try(Put("/data/result/activityInfo/0/date_closed", "XX/XX/2000"), "format"),
            Try(Put("/data/result/activityInfo/0/date_closed", "2026-01-31")),
            Try(Put("/data/result/activityInfo/0/date_closed", "0000-00-00")),
        ),
    ),
    Judges(
        id="history: data.result.activityInfo.0.newly_opened",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/activityInfo/0/newly_opened",
        tries=(
            Try(Put("/data/result/activityInfo/0/newly_opened", 12345), "type"),
            Try(Put("/data/result/activityInfo/0/newly_opened", True), "type"),
            Try(Put("/data/result/activityInfo/0/newly_opened", []), "type"),
            Try(Put("/data/result/activityInfo/0/newly_opened", {}), "type"),
            Try(Put("/data/result/activityInfo/0/newly_opened", None), "type"),
            Try(Put("/data/result/activityInfo/0/newly_opened", ""), "format"),
            Try(Put("/data/result/activityInfo/0/newly_opened", "maybe"), "format"),
            Try(Put("/data/result/activityInfo/0/newly_opened", "1")),
            Try(Put("/data/result/activityInfo/0/newly_opened", "0")),
        ),
    ),
    Judges(
        id="history: data.result.activityInfo.0.name",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/activityInfo/0/name",
        tries=(
            Try(Put("/data/result/activityInfo/0/name", 12345), "type"),
            Try(Put("/data/result/activityInfo/0/name", True), "type"),
            Try(Put("/data/result/activityInfo/0/name", []), "type"),
            Try(Put("/data/result/activityInfo/0/name", {}), "type"),
            Try(Put("/data/result/activityInfo/0/name", None), "type"),
        ),
    ),
    Judges(
        id="history: data.result.creditAge",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/creditAge",
        tries=(
            Try(Put("/data/result/creditAge", "text"), "type"),
            Try(Put("/data/result/creditAge", 12345), "type"),
            Try(Put("/data/result/creditAge", True), "type"),
            Try(Put("/data/result/creditAge", []), "type"),
            Try(Put("/data/result/creditAge", None), "type"),
        ),
    ),
    Judges(
        id="history: data.result.creditAge.xUnknownMember",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/creditAge/xUnknownMember",
        tries=(
            Try(Put("/data/result/creditAge/xUnknownMember", "text"), "undocumented"),
        ),
    ),
    Judges(
        id="history: data.result.creditAge.credit_age",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/creditAge/credit_age",
        tries=(
            Try(Put("/data/result/creditAge/credit_age", 12345), "type"),
            Try(Put("/data/result/creditAge/credit_age", True), "type"),
            Try(Put("/data/result/creditAge/credit_age", []), "type"),
            Try(Put("/data/result/creditAge/credit_age", {}), "type"),
            Try(Put("/data/result/creditAge/credit_age", None), "type"),
        ),
    ),
    Judges(
        id="history: data.result.creditMix",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/creditMix",
        tries=(
            Try(Put("/data/result/creditMix", "text"), "type"),
            Try(Put("/data/result/creditMix", 12345), "type"),
            Try(Put("/data/result/creditMix", True), "type"),
            Try(Put("/data/result/creditMix", []), "type"),
            Try(Put("/data/result/creditMix", None), "type"),
        ),
    ),
    Judges(
        id="history: data.result.creditMix.xUnknownMember",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/creditMix/xUnknownMember",
        tries=(
            Try(Put("/data/result/creditMix/xUnknownMember", "text"), "undocumented"),
        ),
    ),
    Judges(
        id="history: data.result.creditMix.secured_loan",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/creditMix/secured_loan",
        tries=(
            Try(Put("/data/result/creditMix/secured_loan", 12345), "type"),
            Try(Put("/data/result/creditMix/secured_loan", True), "type"),
            Try(Put("/data/result/creditMix/secured_loan", []), "type"),
            Try(Put("/data/result/creditMix/secured_loan", {}), "type"),
            Try(Put("/data/result/creditMix/secured_loan", None), "type"),
            Try(Put("/data/result/creditMix/secured_loan", ""), "format"),
            Try(Put("/data/result/creditMix/secured_loan", "many"), "format"),
            Try(Put("/data/result/creditMix/secured_loan", "12.5"), "format"),
            Try(Put("/data/result/creditMix/secured_loan", "-12")),
        ),
    ),
    Judges(
        id="history: data.result.creditMix.unsecured_loan",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/creditMix/unsecured_loan",
        tries=(
            Try(Put("/data/result/creditMix/unsecured_loan", 12345), "type"),
            Try(Put("/data/result/creditMix/unsecured_loan", True), "type"),
            Try(Put("/data/result/creditMix/unsecured_loan", []), "type"),
            Try(Put("/data/result/creditMix/unsecured_loan", {}), "type"),
            Try(Put("/data/result/creditMix/unsecured_loan", None), "type"),
            Try(Put("/data/result/creditMix/unsecured_loan", ""), "format"),
            Try(Put("/data/result/creditMix/unsecured_loan", "many"), "format"),
            Try(Put("/data/result/creditMix/unsecured_loan", "12.5"), "format"),
            Try(Put("/data/result/creditMix/unsecured_loan", "-12")),
        ),
    ),
    Judges(
        id="history: data.result.creditMix.total_percent_completed",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/creditMix/total_percent_completed",
        tries=(
            Try(Put("/data/result/creditMix/total_percent_completed", 12345), "type"),
            Try(Put("/data/result/creditMix/total_percent_completed", True), "type"),
            Try(Put("/data/result/creditMix/total_percent_completed", []), "type"),
            Try(Put("/data/result/creditMix/total_percent_completed", {}), "type"),
            Try(Put("/data/result/creditMix/total_percent_completed", None), "type"),
            Try(Put("/data/result/creditMix/total_percent_completed", ""), "format"),
            Try(
                Put("/data/result/creditMix/total_percent_completed", "much"),
                "format",
            ),
            Try(
                Put("/data/result/creditMix/total_percent_completed", "1,50"),
                "format",
            ),
            Try(Put("/data/result/creditMix/total_percent_completed", "12.5")),
        ),
    ),
    Judges(
        id="history: data.result.inquiryCount",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/inquiryCount",
        tries=(
            Try(Put("/data/result/inquiryCount", "text"), "type"),
            Try(Put("/data/result/inquiryCount", True), "type"),
            Try(Put("/data/result/inquiryCount", []), "type"),
            Try(Put("/data/result/inquiryCount", {}), "type"),
            Try(Put("/data/result/inquiryCount", 1.5), "type"),
            Try(Put("/data/result/inquiryCount", None), "type"),
        ),
    ),
    Judges(
        id="history: data.result.lastMonthInquiryCount",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/lastMonthInquiryCount",
        tries=(
            Try(Put("/data/result/lastMonthInquiryCount", "text"), "type"),
            Try(Put("/data/result/lastMonthInquiryCount", True), "type"),
            Try(Put("/data/result/lastMonthInquiryCount", []), "type"),
            Try(Put("/data/result/lastMonthInquiryCount", {}), "type"),
            Try(Put("/data/result/lastMonthInquiryCount", 1.5), "type"),
            Try(Put("/data/result/lastMonthInquiryCount", None), "type"),
        ),
    ),
    Judges(
        id="history: data.result.last6MonthInquiryCount",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/last6MonthInquiryCount",
        tries=(
            Try(Put("/data/result/last6MonthInquiryCount", "text"), "type"),
            Try(Put("/data/result/last6MonthInquiryCount", True), "type"),
            Try(Put("/data/result/last6MonthInquiryCount", []), "type"),
            Try(Put("/data/result/last6MonthInquiryCount", {}), "type"),
            Try(Put("/data/result/last6MonthInquiryCount", 1.5), "type"),
            Try(Put("/data/result/last6MonthInquiryCount", None), "type"),
        ),
    ),
    Judges(
        id="history: data.result.creditUtilize",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/creditUtilize",
        tries=(
            Try(Put("/data/result/creditUtilize", "text"), "type"),
            Try(Put("/data/result/creditUtilize", 12345), "type"),
            Try(Put("/data/result/creditUtilize", True), "type"),
            Try(Put("/data/result/creditUtilize", []), "type"),
            Try(Put("/data/result/creditUtilize", None), "type"),
        ),
    ),
    Judges(
        id="history: data.result.creditUtilize.xUnknownMember",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/creditUtilize/xUnknownMember",
        tries=(
            Try(
                Put("/data/result/creditUtilize/xUnknownMember", "text"),
                "undocumented",
            ),
        ),
    ),
    Judges(
        id="history: data.result.creditUtilize.credit_utilize",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/creditUtilize/credit_utilize",
        tries=(
            Try(Put("/data/result/creditUtilize/credit_utilize", 12345), "type"),
            Try(Put("/data/result/creditUtilize/credit_utilize", True), "type"),
            Try(Put("/data/result/creditUtilize/credit_utilize", []), "type"),
            Try(Put("/data/result/creditUtilize/credit_utilize", {}), "type"),
            Try(Put("/data/result/creditUtilize/credit_utilize", None), "type"),
            Try(Put("/data/result/creditUtilize/credit_utilize", ""), "format"),
            Try(Put("/data/result/creditUtilize/credit_utilize", "much"), "format"),
            Try(Put("/data/result/creditUtilize/credit_utilize", "1,50"), "format"),
            Try(Put("/data/result/creditUtilize/credit_utilize", "12.5")),
        ),
    ),
    Judges(
        id="history: data.result.creditUtilize.credit_limit",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/creditUtilize/credit_limit",
        tries=(
            Try(Put("/data/result/creditUtilize/credit_limit", 12345), "type"),
            Try(Put("/data/result/creditUtilize/credit_limit", True), "type"),
            Try(Put("/data/result/creditUtilize/credit_limit", []), "type"),
            Try(Put("/data/result/creditUtilize/credit_limit", {}), "type"),
            Try(Put("/data/result/creditUtilize/credit_limit", None), "type"),
            Try(Put("/data/result/creditUtilize/credit_limit", ""), "format"),
            Try(Put("/data/result/creditUtilize/credit_limit", "much"), "format"),
            Try(Put("/data/result/creditUtilize/credit_limit", "1,50"), "format"),
            Try(Put("/data/result/creditUtilize/credit_limit", "12.5")),
        ),
    ),
    Judges(
        id="history: data.result.creditUtilize.total_balance",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/creditUtilize/total_balance",
        tries=(
            Try(Put("/data/result/creditUtilize/total_balance", 12345), "type"),
            Try(Put("/data/result/creditUtilize/total_balance", True), "type"),
            Try(Put("/data/result/creditUtilize/total_balance", []), "type"),
            Try(Put("/data/result/creditUtilize/total_balance", {}), "type"),
            Try(Put("/data/result/creditUtilize/total_balance", None), "type"),
            Try(Put("/data/result/creditUtilize/total_balance", ""), "format"),
            Try(Put("/data/result/creditUtilize/total_balance", "much"), "format"),
            Try(Put("/data/result/creditUtilize/total_balance", "1,50"), "format"),
            Try(Put("/data/result/creditUtilize/total_balance", "12.5")),
        ),
    ),
    Judges(
        id="history: data.result.onTimePaymentPercentile",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/result/onTimePaymentPercentile",
        tries=(
            Try(Put("/data/result/onTimePaymentPercentile", "text"), "type"),
            Try(Put("/data/result/onTimePaymentPercentile", True), "type"),
            Try(Put("/data/result/onTimePaymentPercentile", []), "type"),
            Try(Put("/data/result/onTimePaymentPercentile", {}), "type"),
            Try(Put("/data/result/onTimePaymentPercentile", 1.5), "type"),
            Try(Put("/data/result/onTimePaymentPercentile", None), "type"),
        ),
    ),
    Judges(
        id="history: data.status",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/status",
        tries=(
            Try(Put("/data/status", 12345), "type"),
            Try(Put("/data/status", True), "type"),
            Try(Put("/data/status", []), "type"),
            Try(Put("/data/status", {}), "type"),
            Try(Put("/data/status", None), "type"),
        ),
    ),
    Judges(
        id="history: data.message",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/message",
        tries=(
            Try(Put("/data/message", 12345), "type"),
            Try(Put("/data/message", True), "type"),
            Try(Put("/data/message", []), "type"),
            Try(Put("/data/message", {}), "type"),
            Try(Put("/data/message", None), "type"),
        ),
    ),
    Judges(
        id="history: data.access_token",
        fact="replies.history",
        evidence="example",
        of="history",
        pointer="/data/access_token",
        tries=(
            Try(Put("/data/access_token", 12345), "type"),
            Try(Put("/data/access_token", True), "type"),
            Try(Put("/data/access_token", []), "type"),
            Try(Put("/data/access_token", {}), "type"),
            Try(Put("/data/access_token", None), "type"),
        ),
    ),
    Judges(
        id="history: xUnknownMember",
        fact="replies.history",
        evidence="example",
        of="history",
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
        model="GetCreditHistoryRefused",
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
        model="GetCreditHistoryRefusedByTable",
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
        model="GetCreditHistoryRefused",
    ),
)

DIFFERING: tuple[Differs, ...] = (
    Differs(
        id="history with /status as a whole number",
        fact="replies.history",
        evidence="example",
        answer="history",
        edits=(Put("/status", 12345),),
        reasons=("unreadable",),
        tells="/status",
    ),
    Differs(
        id="history with another member",
        fact="replies.history",
        evidence="example",
        answer="history",
        edits=(Put("/xUnknownMember", "text"),),
        tells="/xUnknownMember",
    ),
    Differs(
        id="history with HTTP 302",
        fact="replies.history",
        evidence="example",
        answer="history",
        http=302,
        reasons=("undocumented-status", "contradictory", "undocumented-reply"),
    ),
    Differs(
        id="history with HTTP 418",
        fact="replies.history",
        evidence="example",
        answer="history",
        http=418,
        reasons=("undocumented-status", "contradictory", "undocumented-reply"),
    ),
    Differs(
        id="history with HTTP 500",
        fact="replies.history",
        evidence="example",
        answer="history",
        http=500,
        reasons=("undocumented-status", "contradictory", "undocumented-reply"),
    ),
    Differs(
        id="history with HTTP 401",
        fact="replies.history",
        evidence="example",
        answer="history",
        http=401,
        reasons=(
            "undocumented-status",
            "contradictory",
            "undocumented-reply",
            "undocumented-code",
        ),
    ),
    Differs(
        id="history with /error_code as 'SPC-200x'",
        fact="replies.history",
        evidence="example",
        answer="history",
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
        breaks="client_order_id",
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
