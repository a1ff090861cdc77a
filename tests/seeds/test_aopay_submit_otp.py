"""AOPay, Submit OTP: its facts A0-F1 to A0-F23, its defects A0-D1 to A0-D28.

A0-F21, the languages of the snippets, is not held; `specs/not_held.md` says why.
"""

from __future__ import annotations

import inspect
import json
from datetime import datetime
from typing import Any

import pytest
from pydantic import MISSING
from seeds_wire import (
    AOPAY,
    Wire,
    aopay,
    changed,
    decision,
    fields_of,
    http,
    listening,
    told,
)

from partner_apis._runtime.model import observations
from partner_apis.aopay import AopayClient, errors, validators
from partner_apis.aopay.forms import submit_otp as forms
from partner_apis.aopay.models.submit_otp import SubmitOtpAccepted
from specmill import ir

CALL = {
    "cibil_id": "synthetic id",
    "access_token": "synthetic-access-token",
    "otp": "0001",
    "question_key": "synthetic question",
    "answer_key": "synthetic answer",
}
BODY = {
    **CALL,
    "RegistrationID": AOPAY["registration_id"],
    "CompanyCode": AOPAY["company_code"],
}
ACCEPTED: dict[str, Any] = {
    "status": "SUCCESS",
    "message": "success",
    "error_code": "SPC-200",
    "merchant_trans_id": "SYN0000000000000000000AbCdEfGh",
    "access_token": None,
    "result": {
        "cibil_id": "00001**",
        "cibil_status": "Success",
        "is_returning_customer": 0,
        "cibil_score_fetch_date": None,
    },
}
REFUSED = {
    "code": "207",
    "description": "Amount is Requaired",
    "merchantTrxnRefId": None,
    "token": None,
    "status": "False",
}
REFUSED_BY_TABLE = {"responsecode": 9, "status": False, "message": "synthetic refusal"}
REFERENCE_NAMES = ("merchant_trans_id", "soft_ref_id", "merchantTrxnRefId")


def sent(**given: Any) -> Wire:
    """Return the wire after a call that was accepted."""
    wire = Wire(ACCEPTED)
    aopay(wire).submit_otp(**given)
    return wire


def answered(answer: Any, status: int = 200) -> Any:
    """Return what a call makes of *answer*, or raise what it raises."""
    return aopay(Wire(answer, status)).submit_otp(**CALL)


def refused(answer: Any, status: int = 401) -> errors.Rejected:
    with pytest.raises(errors.Rejected) as caught:
        answered(answer, status)
    return caught.value


def unknown(answer: Any, status: int = 200) -> errors.OutcomeUnknown:
    with pytest.raises(errors.OutcomeUnknown) as caught:
        answered(answer, status)
    return caught.value


def of_body(**body: Any) -> list[str]:
    """Return what the validator says of a request with *body*."""
    return told(validators.submit_otp_request({"headers": {}, "body": body}))


@pytest.fixture
def operation(operation_of: Any) -> ir.Operation:
    found: ir.Operation = operation_of("aopay", "submit_otp")
    return found


# Facts ---------------------------------------------------------------------------------


def test_A0_F1_the_page_is_submit_otp_and_passes_on_the_customers_otp(
    operation: ir.Operation,
) -> None:
    assert operation.page.title == "Submit OTP"
    assert "Submit the OTP that the customer" in str(AopayClient.submit_otp.__doc__)


def test_A0_F2_the_method_is_get() -> None:
    assert sent(**CALL).request.method == "GET"


def test_A0_F3_the_url_is_submit_otp_below_cibil_score() -> None:
    url = "https://api.aopay.co.in/api/AOP/CibilScore/SubmitOTP"

    assert url == str(sent(**CALL).request.url)


def test_A0_F4_content_type_json_is_the_one_header_and_only_of_the_snippets(
    operation: ir.Operation,
) -> None:
    (header,) = operation.request.headers

    assert ("Content-Type", "example") == (
        header.wire_name,
        header.evidence_of("const").kind,
    )
    assert sent().request.headers["Content-Type"] == "application/json"
    assert "Authorization" not in sent().request.headers


def test_A0_F5_the_get_has_a_json_body_and_no_query() -> None:
    wire = sent(**CALL)

    assert BODY == wire.body
    assert b"" == wire.request.url.query


def test_A0_F6_cibil_id_is_text_of_the_table() -> None:
    assert ["/body/cibil_id is text (submit-otp, table)"] == of_body(cibil_id=1)
    assert sent(cibil_id="synthetic").body["cibil_id"] == "synthetic"


def test_A0_F7_access_token_is_text_of_the_table() -> None:
    assert ["/body/access_token is text (submit-otp, table)"] == of_body(access_token=1)
    assert sent(access_token="synthetic").body["access_token"] == "synthetic"


def test_A0_F8_otp_is_text_of_the_table() -> None:
    assert ["/body/otp is text (submit-otp, table)"] == of_body(otp=1)
    assert sent(otp="0001").body["otp"] == "0001"


def test_A0_F9_question_key_is_only_in_the_example() -> None:
    told_of = "/body/question_key is text (submit-otp, example)"

    assert [told_of] == of_body(question_key=1)
    assert sent(question_key="synthetic").body["question_key"] == "synthetic"


def test_A0_F10_answer_key_is_only_in_the_example() -> None:
    assert ["/body/answer_key is text (submit-otp, example)"] == of_body(answer_key=1)
    assert sent(answer_key="synthetic").body["answer_key"] == "synthetic"


def test_A0_F11_registration_id_is_only_in_the_example() -> None:
    told_of = "/body/RegistrationID is text (submit-otp, example)"

    assert [told_of] == of_body(RegistrationID=1)
    assert AOPAY["registration_id"] == sent().body["RegistrationID"]


def test_A0_F12_company_code_is_only_in_the_example() -> None:
    told_of = "/body/CompanyCode is text (submit-otp, example)"

    assert [told_of] == of_body(CompanyCode=1)
    assert AOPAY["company_code"] == sent().body["CompanyCode"]


def test_A0_F13_the_body_has_its_members_in_the_order_of_the_page() -> None:
    assert list(BODY) == list(sent(**CALL).body)


def test_A0_F14_nothing_is_marked_required_and_nothing_limited(
    operation: ir.Operation,
) -> None:
    body = operation.request.body

    assert body is not None
    assert {("unknown", ())} == {
        (each.required, each.constraints) for each in body.fields
    }
    assert [] == of_body()


def test_A0_F15_http_200_and_401_are_documented_and_both_have_objects() -> None:
    assert isinstance(answered(ACCEPTED, 200), SubmitOtpAccepted)
    assert refused(REFUSED_BY_TABLE, 401).http_status == 401
    assert "undocumented-status" == unknown(ACCEPTED, 201).reason


def test_A0_F16_the_table_of_401_has_responsecode_status_and_message() -> None:
    told_of = validators.submit_otp_refused_by_table(
        {"responsecode": "9", "status": "False", "message": 9}
    )

    assert [
        "/responsecode is a whole number (submit-otp, table)",
        "/status is true or false (submit-otp, table)",
        "/message is text (submit-otp, table)",
    ] == told(told_of)
    assert [] == validators.submit_otp_refused_by_table(REFUSED_BY_TABLE)
    assert 9 == refused(REFUSED_BY_TABLE).reply.responsecode


def test_A0_F17_the_example_of_200_is_a_success_with_all_its_members() -> None:
    reply = answered(ACCEPTED)

    assert ("SUCCESS", "success") == (reply.status, reply.message)
    assert "SPC-200" == reply.error_code
    assert ACCEPTED["merchant_trans_id"] == reply.merchant_trans_id
    assert None is reply.access_token
    assert "Success" == reply.result.cibil_status
    assert () == observations(reply)


def test_A0_F18_the_result_of_200_has_a_masked_id_a_status_a_flag_and_a_date(
    operation: ir.Operation,
) -> None:
    result = answered(ACCEPTED).result

    assert ("00001**", "Success", 0, None) == (
        result.cibil_id,
        result.cibil_status,
        result.is_returning_customer,
        result.cibil_score_fetch_date,
    )
    assert fields_of(operation)["replies.accepted.body.result.cibil_id"].masked


def test_A0_F19_the_example_of_401_is_a_refusal_with_code_description_and_status() -> (
    None
):
    error = refused(REFUSED)

    assert ("207", "Amount is Requaired") == (error.code, error.message)
    assert (None, None) == (error.reply.merchant_trxn_ref_id, error.reply.token)
    assert forms.STATUS.parse(error.reply.status) is False


def test_A0_F20_the_codes_are_spc_200_and_207_of_examples_alone(
    operation: ir.Operation,
) -> None:
    assert {"SPC-200": "example", "207": "example"} == {
        code.code: code.evidence.kind for code in operation.codes
    }


def test_A0_F22_generate_otp_has_to_be_called_before(operation: ir.Operation) -> None:
    (rule,) = operation.rules

    assert ("prerequisite", "Generate OTP", "prose") == (
        rule.kind,
        rule.after,
        rule.evidence.kind,
    )
    assert rule.say in " ".join(str(AopayClient.submit_otp.__doc__).split())


def test_A0_F23_there_is_one_environment(partner_of: Any) -> None:
    (environment,) = partner_of("aopay").environments

    assert "https://api.aopay.co.in" == environment.base_url
    with pytest.raises(errors.InvalidSetting, match="no environment 'sandbox'"):
        aopay(Wire(), environment="sandbox")


# Defects -------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [f"A0-D{each}" for each in range(1, 29)])
def test_defect_has_a_decision(operation: ir.Operation, number: str) -> None:
    assert decision(operation, number).decided


def test_the_defects_are_those_of_the_page(operation: ir.Operation) -> None:
    assert [f"A0-D{each}" for each in range(1, 29)] == [
        defect.id for defect in operation.defects
    ]


def test_A0_D1_the_get_goes_over_a_real_wire_with_its_body() -> None:
    with listening(http("200 OK", ACCEPTED)) as server:
        AopayClient(base_url=server.url, credentials=AOPAY).submit_otp(**CALL)
    head, _, body = server.requests[0].partition(b"\r\n\r\n")

    assert head.startswith(b"GET /api/AOP/CibilScore/SubmitOTP HTTP/1.1\r\n")
    assert BODY == json.loads(body)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"", "connection-lost"),
        (http("503 Service Unavailable", {}), "gateway-error"),
        (http("307 Temporary Redirect\r\nLocation: /", {}), "undocumented-status"),
    ],
)
def test_A0_D2_a_get_that_uses_up_an_otp_is_sent_once_whatever_comes(
    answer: bytes, reason: str
) -> None:
    with listening(answer) as server:
        client = AopayClient(base_url=server.url, credentials=AOPAY)
        with pytest.raises(errors.OutcomeUnknown) as caught:
            client.submit_otp(**CALL)

    assert reason == caught.value.reason
    assert 1 == len(server.requests)


def test_A0_D3_registration_id_and_company_code_are_two_members() -> None:
    content = sent(**CALL).request.content

    assert b'"RegistrationID":"SYN-001","CompanyCode":"SYN0001"' in content


def test_A0_D4_the_four_members_that_the_table_lacks_have_the_examples_evidence(
    operation: ir.Operation,
) -> None:
    body = operation.request.body

    assert body is not None
    assert ["question_key", "answer_key", "RegistrationID", "CompanyCode"] == [
        each.wire_name
        for each in body.fields
        if each.evidence_of("type").kind == "example"
    ]


@pytest.mark.parametrize(
    "given",
    [
        {"otp": "0001"},
        {"question_key": "synthetic", "answer_key": "synthetic"},
        {"otp": "0001", "question_key": "synthetic", "answer_key": "synthetic"},
        {},
    ],
    ids=["otp", "question", "both", "neither"],
)
def test_A0_D5_the_caller_passes_any_of_otp_and_question(given: dict[str, str]) -> None:
    keys = {"otp", "question_key", "answer_key"}

    assert given == {k: v for k, v in sent(**given).body.items() if k in keys}


@pytest.mark.parametrize("otp", ["1", "0001", "000000001", "any words"])
def test_A0_D6_an_otp_may_have_any_length(otp: str) -> None:
    assert otp == sent(otp=otp).body["otp"]


def test_A0_D7_all_members_stand_in_the_body_of_the_get(
    operation: ir.Operation,
) -> None:
    assert () == operation.request.query
    assert set(BODY) == set(sent(**CALL).body)


@pytest.mark.parametrize("cibil_id", ["0000001", "a space", "00001**"])
def test_A0_D8_cibil_id_is_text_of_any_form(cibil_id: str) -> None:
    assert cibil_id == sent(cibil_id=cibil_id).body["cibil_id"]


@pytest.mark.parametrize("answer", [[], "Json", 7])
@pytest.mark.parametrize("status", [200, 401])
def test_A0_D9_a_reply_that_is_no_object_is_none(answer: Any, status: int) -> None:
    assert "undocumented-reply" == unknown(answer, status).reason


def test_A0_D10_table_and_example_of_401_are_two_replies() -> None:
    of_example, of_table = refused(REFUSED), refused(REFUSED_BY_TABLE)

    assert "SubmitOtpRefused" == type(of_example.reply).__name__
    assert "SubmitOtpRefusedByTable" == type(of_table.reply).__name__
    assert ("False", False) == (of_example.reply.status, of_table.reply.status)
    assert ("207", "9") == (of_example.code, of_table.code)


def test_A0_D11_207_is_a_code_in_text_and_the_http_status_stays_401() -> None:
    error = refused(REFUSED)

    assert ("207", 401) == (error.code, error.http_status)
    assert "unreadable" == unknown(changed(REFUSED, "code", to=207), 401).reason


def test_A0_D12_the_refusal_says_that_the_call_has_no_amount(
    operation: ir.Operation,
) -> None:
    assert isinstance(refused(REFUSED), errors.AmountRequired)
    assert "which this call does not have" in str(errors.AmountRequired.__doc__)
    assert not [path for path in fields_of(operation) if "amount" in path.lower()]


def test_A0_D13_the_misspelt_message_decides_nothing() -> None:
    spelled = changed(REFUSED, "description", to="Amount is Required")

    assert isinstance(refused(spelled), errors.AmountRequired)
    assert errors.AmountRequired.documented_message == "Amount is Requaired"


@pytest.mark.parametrize("status", ["SUCCESS", "success", "FAILED", "", "False"])
def test_A0_D14_no_status_decides_what_a_reply_means(status: str) -> None:
    assert status == answered(changed(ACCEPTED, "status", to=status)).status


def test_A0_D15_the_error_code_spc_200_makes_a_success_and_no_other_does() -> None:
    other = unknown(changed(ACCEPTED, "error_code", to="SPC-201"))

    assert ("undocumented-code", "SPC-201") == (other.reason, other.code)


@pytest.mark.parametrize("token", [None, "synthetic-token", 7, {"any": "thing"}])
def test_A0_D16_the_tokens_of_replies_are_of_any_type(token: Any) -> None:
    assert token == answered(changed(ACCEPTED, "access_token", to=token)).access_token
    assert token == refused(changed(REFUSED, "token", to=token)).reply.token


def test_A0_D16_all_three_tokens_are_secret(operation: ir.Operation) -> None:
    fields = fields_of(operation)
    paths = (
        "request.body.access_token",
        "replies.accepted.body.access_token",
        "replies.refused.body.token",
    )

    assert [True, True, True] == [fields[path].secret for path in paths]


def test_A0_D17_is_returning_customer_is_0_or_1_for_no_or_yes() -> None:
    flag = forms.IS_RETURNING_CUSTOMER

    assert (False, True) == (flag.parse(0), flag.parse(1))
    assert [False, False, False] == [flag.fits(odd) for odd in (2, "1", True)]


def test_A0_D18_the_date_of_the_score_is_null_or_a_time_without_a_zone() -> None:
    path = ("result", "cibil_score_fetch_date")
    reply = answered(changed(ACCEPTED, *path, to="2024-05-06 07:08:09"))

    assert () == observations(reply)
    assert datetime(2024, 5, 6, 7, 8, 9) == forms.CIBIL_SCORE_FETCH_DATE.parse(
        reply.result.cibil_score_fetch_date
    )


def test_A0_D19_each_reference_is_kept_where_it_is_printed(
    operation: ir.Operation,
) -> None:
    fields = fields_of(operation)

    assert [
        "replies.accepted.body.merchant_trans_id",
        "replies.refused.body.merchantTrxnRefId",
    ] == [path for path in fields if path.endswith(REFERENCE_NAMES)]


def test_A0_D20_two_styles_on_the_wire_are_one_in_python() -> None:
    arguments = inspect.signature(AopayClient.submit_otp).parameters
    reply = refused(changed(REFUSED, "merchantTrxnRefId", to="R1")).reply

    assert [name.lower() for name in arguments] == list(arguments)
    assert "R1" == reply.merchant_trxn_ref_id


def test_A0_D21_the_header_is_spelled_content_type_on_the_wire() -> None:
    names = [name for name, _ in sent().request.headers.raw]

    assert b"Content-Type" in names


def test_A0_D24_a_call_has_a_time_limit() -> None:
    parameters = inspect.signature(AopayClient).parameters
    with listening(None) as server:
        client = AopayClient(base_url=server.url, credentials=AOPAY, timeout=0.2)
        with pytest.raises(errors.OutcomeUnknown) as caught:
            client.submit_otp(**CALL)

    assert 30.0 == parameters["timeout"].default
    assert "timeout" == caught.value.reason


def test_A0_D25_who_calls_is_told_by_two_secret_credentials(partner_of: Any) -> None:
    declared = partner_of("aopay").credentials

    assert set(AOPAY) == {each.name for each in declared if each.secret}
    assert not set(AOPAY) & set(inspect.signature(AopayClient.submit_otp).parameters)


def test_A0_D25_secrets_are_kept_out_of_an_error() -> None:
    betraying = changed(REFUSED, "description", to=f"no {CALL['access_token']} known")

    assert "synthetic-access-token" not in str(refused(betraying))


def test_A0_D26_a_wrong_otp_under_200_is_an_outcome_that_nobody_knows() -> None:
    wrong = {"status": "FAILED", "message": "wrong OTP", "error_code": "SPC-999"}

    assert "undocumented-code" == unknown(wrong).reason


def test_A0_D26_a_wrong_otp_under_401_is_a_refusal_without_a_name() -> None:
    error = refused(changed(REFUSED, "code", to="999"))

    assert (errors.Rejected, "999", None) == (type(error), error.code, error.then)


def test_A0_D27_method_and_address_have_plain_spaces(operation: ir.Operation) -> None:
    request = operation.request

    assert ("GET", "prose") == (request.method, request.method_evidence.kind)
    assert request.path.isascii() and " " not in request.path


@pytest.mark.parametrize(("answer", "status"), [(ACCEPTED, 401), (REFUSED, 200)])
def test_A0_D28_an_example_under_the_status_of_the_other_means_nothing(
    answer: Any, status: int
) -> None:
    assert unknown(answer, status).http_status == status


def test_a_reply_without_its_optional_members_is_read() -> None:
    reply = answered({"error_code": "SPC-200"})

    assert reply.result is MISSING
