"""The hard things of the five pages, one test to each, over all of them.

Each is also proved where its page's facts and defects are; here they stand in one list,
with what a spec can leave open and how it is supplied.
"""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest
from pydantic import MISSING
from seeds_wire import (
    AOPAY,
    AYOCONNECT,
    MOMENT,
    Wire,
    aopay,
    ayoconnect,
    http,
    listening,
    paytm,
)

import partner_apis.aopay.forms.get_credit_history as history_forms
import partner_apis.aopay.forms.submit_otp as submit_forms
import partner_apis.aopay.forms.transaction_send_otp as send_forms
from partner_apis._runtime.model import observations
from partner_apis.aopay import AopayClient
from partner_apis.aopay import errors as aopay_errors
from partner_apis.aopay import validators as aopay_validators
from partner_apis.aopay.models.transaction_send_otp import (
    TransactionSendOtpOtpSent,
    TransactionSendOtpRegistrationStarted,
)
from partner_apis.ayoconnect import errors as ayoconnect_errors
from partner_apis.paytm import errors as paytm_errors
from specmill import ir
from specmill.pipeline import Project, generate

ACCEPTED = {"error_code": "SPC-200"}
HISTORY = {"error_code": "SPC-200"}
OTP_SENT = {"status": True, "response_code": 1, "Status": "True"}
STARTED = {"status": False, "response_code": 0}
PAYTM_CALL: dict[str, Any] = {
    "mid": "SYNTHMID000000000001",
    "order_id": "SYNTH-ORDER-1",
    "token_type": "TXN_TOKEN",
    "token": "synthetic-token",
    "otp": "000001",
}
VERIFIED = {"responseCode": "2000400", "responseMessage": "Successful"}
FLOW = "0000000000000000000000000000abCD"
AYOCONNECT_CALL: dict[str, Any] = {
    "original_partner_reference_no": "1" * 32,
    "original_reference_no": "2" * 32,
    "action": "payment",
    "otp": "000001",
    "additional_info": {},
}


def paytm_reply(code: str, status: str) -> dict[str, Any]:
    return {"body": {"resultInfo": {"resultCode": code, "resultStatus": status}}}


# On the wire ---------------------------------------------------------------------------


def test_a_get_carries_a_json_body() -> None:
    with listening(http("200 OK", ACCEPTED)) as server:
        AopayClient(base_url=server.url, credentials={}).submit_otp(otp="0001")
    head, _, body = server.requests[0].partition(b"\r\n\r\n")

    assert b"GET /api/AOP/CibilScore/SubmitOTP HTTP/1.1" == head.split(b"\r\n")[0]
    assert b"Content-Length: 14" in head.split(b"\r\n")
    assert b'{"otp":"0001"}' == body


@pytest.mark.parametrize("call", ["submit_otp", "transaction_send_otp"])
@pytest.mark.parametrize(
    "answer",
    [b"", b"nonsense", http("502 Bad Gateway", {}), http("503 Busy", {})],
    ids=["lost", "nonsense", "502", "503"],
)
def test_nothing_is_ever_repeated_by_itself(call: str, answer: bytes) -> None:
    with listening(answer) as server:
        client = AopayClient(base_url=server.url, credentials=AOPAY)
        with pytest.raises(aopay_errors.OutcomeUnknown):
            getattr(client, call)()

    assert 1 == len(server.requests)


def test_status_and_status_with_a_capital_stand_in_one_object() -> None:
    reply = aopay(Wire(OTP_SENT)).transaction_send_otp()

    assert isinstance(reply, TransactionSendOtpOtpSent)
    assert (True, "True") == (reply.status, reply.status_text)


def test_a_misspelt_wire_name_has_a_right_python_name() -> None:
    wire = Wire(OTP_SENT)
    aopay(wire).transaction_send_otp(longitude=Decimal("0.5"))

    assert "0.5" == wire.body["Longitute"]


@pytest.mark.parametrize(
    ("form", "true", "false"),
    [
        (send_forms.STATUS_TEXT, "True", "False"),
        (history_forms.NEWLY_OPENED, "1", "0"),
        (submit_forms.IS_RETURNING_CUSTOMER, 1, 0),
    ],
    ids=["True", "1 in text", "1"],
)
def test_a_boolean_is_written_in_words_of_its_own(
    form: Any, true: str | int, false: str | int
) -> None:
    assert (True, False) == (form.parse(true), form.parse(false))
    assert (true, false) == (form.write(True), form.write(False))
    assert not form.fits("true")


def test_a_number_is_written_as_text() -> None:
    wire = Wire(OTP_SENT)
    aopay(wire).transaction_send_otp(amount=Decimal("100.10"))

    assert "100.10" == wire.body["Amount"]
    assert Decimal("100.10") == send_forms.AMOUNT.parse("100.10")
    assert 601 == history_forms.CIBIL_SCORE.parse("601")


def test_a_fraction_of_binary_digits_is_not_taken_for_an_amount() -> None:
    with pytest.raises(aopay_errors.InvalidRequest, match="/body/Amount"):
        aopay(Wire()).transaction_send_otp(amount=0.1 + 0.2)  # type: ignore[arg-type]


def test_0000_00_00_is_no_date() -> None:
    form = history_forms.DATE_CLOSED

    assert form.parse("0000-00-00") is None
    assert date(2021, 2, 28) == form.parse("2021-02-28")
    assert "0000-00-00" == form.write(None)


def test_a_time_without_a_zone_is_read_without_one() -> None:
    form = history_forms.CIBIL_SCORE_FETCH_DATE

    assert datetime(2024, 5, 6, 7, 8, 9) == form.parse("2024-05-06 07:08:09")


@pytest.mark.parametrize("dob", [date(1999, 1, 31), "31/01/1999"], ids=["date", "text"])
def test_a_day_comes_before_its_month(dob: date | str) -> None:
    wire = Wire(OTP_SENT)
    aopay(wire).transaction_send_otp(dob=dob)

    assert "31/01/1999" == wire.body["DOB"]


@pytest.mark.parametrize("dob", ["31/02/2000", "12/31/1999", "1/1/1999", "1999-01-31"])
def test_a_day_that_no_calendar_has_is_not_sent(dob: str) -> None:
    wire = Wire(OTP_SENT)
    with pytest.raises(aopay_errors.InvalidRequest, match="is a date as dd/MM/yyyy"):
        aopay(wire).transaction_send_otp(dob=dob)

    assert [] == wire.sent


# Replies -------------------------------------------------------------------------------


def test_two_replies_under_one_http_status_are_told_apart_by_the_body() -> None:
    sent = aopay(Wire(OTP_SENT, 200)).transaction_send_otp()
    started = aopay(Wire(STARTED, 200)).transaction_send_otp()

    assert TransactionSendOtpOtpSent is type(sent)
    assert TransactionSendOtpRegistrationStarted is type(started)


@pytest.mark.parametrize("status", [200, 202])
def test_a_reply_documented_as_202_is_known_under_200(status: int) -> None:
    reply = aopay(Wire(STARTED, status)).transaction_send_otp()

    assert TransactionSendOtpRegistrationStarted is type(reply)


@pytest.mark.parametrize(
    ("answer", "code", "model"),
    [
        ({"responsecode": 7, "status": False}, "7", "SubmitOtpRefusedByTable"),
        ({"code": "207", "status": "False"}, "207", "SubmitOtpRefused"),
    ],
    ids=["table", "example"],
)
def test_a_401_whose_table_and_example_share_no_name_is_two_replies(
    answer: dict[str, Any], code: str, model: str
) -> None:
    with pytest.raises(aopay_errors.Rejected) as caught:
        aopay(Wire(answer, 401)).submit_otp()

    assert (code, model) == (caught.value.code, type(caught.value.reply).__name__)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("401", paytm_errors.AuthorizationFailed),
        ("403", paytm_errors.InvalidOtp),
        ("501", paytm_errors.SystemFault),
    ],
)
def test_a_code_that_looks_like_an_http_status_is_none(
    code: str, kind: type[paytm_errors.ApiError]
) -> None:
    with pytest.raises(kind) as caught:
        paytm(Wire(paytm_reply(code, "F"), 200)).verify_otp(**PAYTM_CALL)

    assert 200 == getattr(caught.value, "http_status", None)


@pytest.mark.parametrize("code", ["0", "00", "000", 0])
def test_a_code_with_zeros_in_front_is_not_a_number(code: Any) -> None:
    with pytest.raises(paytm_errors.OutcomeUnknown):
        paytm(Wire(paytm_reply(code, "S"))).verify_otp(**PAYTM_CALL)

    assert paytm(Wire(paytm_reply("0000", "S"))).verify_otp(**PAYTM_CALL)


def test_arguments_are_put_into_an_envelope_of_head_and_body() -> None:
    wire = Wire(paytm_reply("0000", "S"))
    paytm(wire).verify_otp(**PAYTM_CALL)

    assert {
        "head": {"tokenType": "TXN_TOKEN", "token": "synthetic-token"},
        "body": {"otp": "000001"},
    } == wire.body


def test_a_code_is_put_together_of_http_status_service_and_case() -> None:
    wire = Wire(VERIFIED)
    reply = ayoconnect(wire).verify_otp(external_id=FLOW, **AYOCONNECT_CALL)

    assert "2000400" == "200" + "04" + "00" == reply.response_code


@pytest.mark.parametrize("status", [201, 202, 400])
def test_a_code_under_the_status_of_another_leaves_the_outcome_open(
    status: int,
) -> None:
    with pytest.raises(ayoconnect_errors.OutcomeUnknown) as caught:
        ayoconnect(Wire(VERIFIED, status)).verify_otp(
            external_id=FLOW, **AYOCONNECT_CALL
        )

    assert caught.value.reason in ("contradictory", "undocumented-status")


def test_a_reply_that_is_no_json_leaves_the_outcome_open() -> None:
    page = b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>"
    with listening(page) as server:
        client = AopayClient(base_url=server.url, credentials=AOPAY)
        with pytest.raises(aopay_errors.OutcomeUnknown) as caught:
            client.submit_otp()

    assert "unreadable" == caught.value.reason


def test_an_unknown_member_of_a_reply_is_kept_and_reported() -> None:
    reply = aopay(Wire({**ACCEPTED, "synthetic": 1})).submit_otp()

    assert ["/synthetic"] == [each.pointer for each in observations(reply)]
    assert {**ACCEPTED, "synthetic": 1} == reply.model_dump()


def test_absent_is_not_null() -> None:
    absent = aopay(Wire(ACCEPTED)).submit_otp()
    null = aopay(Wire({**ACCEPTED, "access_token": None})).submit_otp()

    assert (MISSING, None) == (absent.access_token, null.access_token)


# Signed calls --------------------------------------------------------------------------


def test_two_tokens_are_sent_with_their_prefix_and_one_is_signed() -> None:
    headers = []
    for name in ("b2b_token", "b2b2c_token"):
        wire = Wire(VERIFIED)
        other = {**AYOCONNECT, name: "another-token"}
        client = ayoconnect(wire, credentials=other)
        client.verify_otp(external_id=FLOW, **AYOCONNECT_CALL)
        headers.append(wire.request.headers)
    b2b, b2b2c = headers

    assert "Bearer another-token" == b2b["Authorization"]
    assert "Bearer another-token" == b2b2c["Authorization-Customer"]
    assert _signature() != b2b["X-SIGNATURE"]
    assert _signature() == b2b2c["X-SIGNATURE"]


def _signature() -> str:
    wire = Wire(VERIFIED)
    ayoconnect(wire).verify_otp(external_id=FLOW, **AYOCONNECT_CALL)
    return wire.request.headers["X-SIGNATURE"]


def test_a_timestamp_has_25_characters_and_is_taken_once() -> None:
    asked: list[datetime] = []

    def clock() -> datetime:
        asked.append(MOMENT)
        return MOMENT

    wire = Wire(VERIFIED)
    ayoconnect(wire, clock=clock).verify_otp(external_id=FLOW, **AYOCONNECT_CALL)

    assert "2024-05-06T07:08:09+07:00" == wire.request.headers["X-TIMESTAMP"]
    assert [MOMENT] == asked


def test_a_header_is_shared_by_the_calls_of_a_flow() -> None:
    wire = Wire(VERIFIED)
    with ayoconnect(wire).flow(external_id=FLOW) as flow:
        flow.verify_otp(**AYOCONNECT_CALL)
        flow.verify_otp(**AYOCONNECT_CALL)

    assert [FLOW, FLOW] == [each.headers["X-EXTERNAL-ID"] for each in wire.sent]


def test_a_header_of_a_flow_that_nobody_gave_is_missed_before_sending() -> None:
    wire = Wire(VERIFIED)
    with pytest.raises(
        ayoconnect_errors.InvalidRequest, match="/headers/X-EXTERNAL-ID is required"
    ):
        ayoconnect(wire).verify_otp(**AYOCONNECT_CALL)

    assert [] == wire.sent


# Rules ---------------------------------------------------------------------------------


def test_an_otp_is_valid_for_90_seconds(operation_of: Any) -> None:
    rules = operation_of("aopay", "transaction_send_otp").rules

    assert [90] == [rule.seconds for rule in rules if rule.kind == "lifetime"]


@pytest.mark.parametrize("status", [302, 400, 401, 418, 500, 502, 503, 504])
def test_no_status_outside_2xx_fails_a_transaction_of_ayoconnect(status: int) -> None:
    with pytest.raises(ayoconnect_errors.OutcomeUnknown):
        ayoconnect(Wire({}, status)).verify_otp(external_id=FLOW, **AYOCONNECT_CALL)


@pytest.mark.parametrize("fault", [httpx2.ReadTimeout, httpx2.ReadError])
def test_neither_a_timeout_nor_a_lost_connection_fails_a_transaction(
    fault: type[httpx2.TransportError],
) -> None:
    with pytest.raises(ayoconnect_errors.OutcomeUnknown):
        ayoconnect(Wire(fault=fault)).verify_otp(external_id=FLOW, **AYOCONNECT_CALL)


def test_a_connection_that_was_never_made_is_safe_to_repeat() -> None:
    with pytest.raises(ayoconnect_errors.NotSent):
        ayoconnect(Wire(fault=httpx2.ConnectError)).verify_otp(
            external_id=FLOW, **AYOCONNECT_CALL
        )


def test_a_documented_400_is_read_without_failing_the_transaction() -> None:
    answer = {"responseCode": "4000401", "responseMessage": "Invalid Field Format otp"}
    with pytest.raises(ayoconnect_errors.InvalidFieldFormat) as caught:
        ayoconnect(Wire(answer, 400)).verify_otp(external_id=FLOW, **AYOCONNECT_CALL)
    error = caught.value

    assert isinstance(error, ayoconnect_errors.OutcomeUnknown)
    assert ("4000401", "Invalid Field Format otp", "fix-request") == (
        error.code,
        error.message,
        error.then,
    )


# Unknown -------------------------------------------------------------------------------


def test_required_unknown_is_left_to_the_caller(operation_of: Any) -> None:
    operation: ir.Operation = operation_of("aopay", "submit_otp")
    open_facts = {unknown.fact for unknown in operation.unknowns}

    assert "submit_otp.body.otp.required" in open_facts
    assert [] == aopay_validators.submit_otp_request({"headers": {}, "body": {}})


@pytest.mark.parametrize("value", [None, 1, "text", [1], {"a": 1}])
def test_a_type_unknown_takes_anything(value: Any) -> None:
    reply = aopay(Wire({**ACCEPTED, "access_token": value})).submit_otp()

    assert (value, ()) == (reply.access_token, observations(reply))


def test_a_letter_case_unknown_is_sent_as_passed_until_a_fact_decides() -> None:
    sent = []
    for facts in ({}, {"verify_otp.body.action.case": "upper"}):
        wire = Wire(VERIFIED)
        client = ayoconnect(wire, facts=facts)
        client.verify_otp(external_id=FLOW, **{**AYOCONNECT_CALL, "action": "Payment"})
        sent.append(wire.body["action"])

    assert ["Payment", "PAYMENT"] == sent


@pytest.mark.parametrize(
    ("client", "variable"),
    [(paytm, "PAYTM_BASE_URL"), (ayoconnect, "AYOCONNECT_BASE_URL")],
)
def test_a_url_unknown_is_asked_for(client: Any, variable: str) -> None:
    with pytest.raises(aopay_errors.InvalidSetting) as caught:
        client(Wire(), environment="production")

    assert str(caught.value).endswith(
        f"supply base_url= or the environment variable {variable}"
    )


def test_a_url_unknown_is_supplied_by_argument_or_variable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wire = Wire(paytm_reply("0000", "S"))
    url = "https://production.synthetic.example"
    paytm(wire, environment="production", base_url=url).verify_otp(**PAYTM_CALL)
    monkeypatch.setenv("PAYTM_BASE_URL", url)
    paytm(wire, environment="production").verify_otp(**PAYTM_CALL)

    assert ["production.synthetic.example"] * 2 == [each.url.host for each in wire.sent]


PARTNER = """\
partner: openpay
title: Openpay
summary: A partner whose page leaves open what a call needs.

pages:
  pay: {title: Pay, url: https://pages.example/pay, read: "2026-11-21"}

servers:
  production: {url: unknown}

credentials:
  key: {summary: The key of the signature., secret: true, evidence: table, example: k}

signature:
  algorithm: HMAC-SHA256
  key: {credential: key}
  parts: [method, path, {digest: SHA-256, minify: false}]
  separator: "|"
  encoding: unknown
  evidence: prose
"""
OPERATION = """\
operation: pay
summary: Pay.
page: pay
effect: moves money

request:
  method: unknown
  path: unknown
  evidence: {method: prose, path: prose}
  headers:
    X-SIGN:
      type: string
      required: true
      from: signature
      evidence: table
      summary: The signature of the request.
  body:
    format: json
    fields:
      amount: {type: integer, required: true, evidence: table, summary: How much., example: 1}

replies:
  - name: paid
    summary: It was paid.
    when: {http: 200}
    outcome: success
    evidence: table
    body:
      format: json
      fields:
        id: {type: string, required: true, evidence: table, summary: The payment.}
    example: {id: p1}
"""
FACTS = {
    "pay.method": "PUT",
    "pay.path": "/v1/pay",
    "pay.signature.encoding": "base64",
}


@pytest.fixture(scope="module")
def openpay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """A package that was generated from a page with next to nothing on it."""
    root = tmp_path_factory.mktemp("openpay")
    folder = root / "specs" / "openpay"
    folder.mkdir(parents=True)
    (folder / "partner.yaml").write_text(PARTNER)
    (folder / "pay.yaml").write_text(OPERATION)
    generate(Project(Path(root), package="open_apis"))
    sys.path.insert(0, str(root / "generated"))
    try:
        yield import_module("open_apis.openpay")
    finally:
        sys.path.remove(str(root / "generated"))
        for name in [each for each in sys.modules if each.startswith("open_apis")]:
            del sys.modules[name]


def _pay(openpay: ModuleType, facts: dict[str, str]) -> Wire:
    wire = Wire({"id": "p1"})
    client = openpay.OpenpayClient(
        base_url="https://synthetic.example",
        credentials={"key": "synthetic-key"},
        transport=wire.transport,
        facts=facts,
    )
    client.pay(amount=1)
    return wire


@pytest.mark.parametrize(
    ("fact", "lacks"),
    [
        ("pay.method", "the HTTP method"),
        ("pay.path", "the path of the URL"),
        ("pay.signature.encoding", "how the signature is encoded (hex or base64)"),
    ],
)
def test_a_fact_that_a_call_needs_and_no_page_states_is_asked_for(
    openpay: ModuleType, fact: str, lacks: str
) -> None:
    facts = {name: FACTS[name] for name in FACTS if name != fact}
    with pytest.raises(openpay.errors.MissingFact) as caught:
        _pay(openpay, facts)

    assert (
        f"openpay.pay was not sent: the documentation does not say {lacks}; "
        f"supply it as facts={{{fact!r}: ...}} or choose an environment that settles it"
    ) == str(caught.value)


def test_a_fact_that_no_page_states_is_supplied_by_the_caller(
    openpay: ModuleType,
) -> None:
    request = _pay(openpay, FACTS).request
    signature = base64.b64decode(request.headers["X-SIGN"], validate=True)

    assert ("PUT", "/v1/pay") == (request.method, request.url.path)
    assert ({"amount": 1}, 32) == (json.loads(request.content), len(signature))


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_that_is_misspelt_is_refused(openpay: ModuleType, fact: str) -> None:
    with pytest.raises(openpay.errors.InvalidSetting) as caught:
        _pay(openpay, {f"{fact}s": "x"})

    assert f"there is no fact '{fact}s'; did you mean '{fact}'?" == str(caught.value)


def test_an_encoding_that_nobody_knows_is_refused(openpay: ModuleType) -> None:
    with pytest.raises(openpay.errors.InvalidSetting, match="must be hex, HEX"):
        _pay(openpay, {**FACTS, "pay.signature.encoding": "base32"})
