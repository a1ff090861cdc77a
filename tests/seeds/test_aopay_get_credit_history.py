"""AOPay, Get Credit History: its facts A2-F1 to A2-F21, its defects A2-D1 to A2-D22.

A2-F21, the languages of the snippets, is not held; `specs/not_held.md` says why.
"""

from __future__ import annotations

import inspect
import json
import pickle
from datetime import date, datetime
from decimal import Decimal
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
from partner_apis.aopay.forms import get_credit_history as forms
from partner_apis.aopay.models.get_credit_history import GetCreditHistoryHistory
from specmill import ir
from specmill.verbatim import exact

CALL = {"client_order_id": "synthetic-order-1", "cibil_id": "synthetic id"}
BODY = {
    **CALL,
    "RegistrationID": AOPAY["registration_id"],
    "CompanyCode": AOPAY["company_code"],
}
USER = {
    "cibil_id": "00001*",
    "cibil_score": "601",
    "first_name": "synthetic",
    "middle_name": "",
    "last_name": "Customer",
    "mobile_number": "0000001***",
    "cibil_score_fetch_date": "2024-05-06 07:08:09",
}
OPEN_LOAN = {
    "account_detail_id": "0000001**",
    "member_name": "SYNTHBANK",
    "account_number": "XXXXXXXXXXXXXXXX0001",
    "date_opened": "2024-01-31",
    "date_closed": "0000-00-00",
    "newly_opened": "1",
    "name": "Housing Loan",
}
CLOSED_LOAN = {
    "account_detail_id": "000002***",
    "member_name": "OTHER SYNTH",
    "account_number": "XXXXXXXXXXX0002",
    "date_opened": "2019-01-31",
    "date_closed": "2021-02-28",
    "newly_opened": "0",
    "name": "Personal Loan",
}
RESULT: dict[str, Any] = {
    "userInfo": USER,
    "activityInfo": [OPEN_LOAN, CLOSED_LOAN],
    "creditAge": {"credit_age": "3 Years 2 Months"},
    "creditMix": {
        "secured_loan": "1",
        "unsecured_loan": "2",
        "total_percent_completed": "55",
    },
    "inquiryCount": 5,
    "lastMonthInquiryCount": 0,
    "last6MonthInquiryCount": 3,
    "creditUtilize": {
        "credit_utilize": "11",
        "credit_limit": "1000",
        "total_balance": "100",
    },
    "onTimePaymentPercentile": 91,
}
HISTORY: dict[str, Any] = {
    "error_code": "SPC-200",
    "status": "SUCCESS",
    "message": "success",
    "soft_ref_id": "SYN0000000000000000000001",
    "data": {
        "result": RESULT,
        "status": "success",
        "message": "ok",
        "access_token": "synthetic-token-of-the-reply",
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
HERE = "replies.history.body.data.result"


def sent(**given: Any) -> Wire:
    """Return the wire after a call that was answered with a history."""
    wire = Wire(HISTORY)
    aopay(wire).get_credit_history(**given)
    return wire


def answered(answer: Any, status: int = 200) -> Any:
    """Return what a call makes of *answer*, or raise what it raises."""
    return aopay(Wire(answer, status)).get_credit_history(**CALL)


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
    return told(validators.get_credit_history_request({"headers": {}, "body": body}))


def of_result(*path: str, to: Any) -> list[str]:
    """Return what the validator says of a history with *to* at *path* of the result."""
    history = changed(HISTORY, "data", "result", *path, to=to)
    found = told(validators.get_credit_history_history(history))
    return [each.removeprefix("/data/result") for each in found]


@pytest.fixture
def operation(operation_of: Any) -> ir.Operation:
    found: ir.Operation = operation_of("aopay", "get_credit_history")
    return found


# Facts ---------------------------------------------------------------------------------


def test_A2_F1_the_page_is_get_credit_history_of_a_customer(
    operation: ir.Operation,
) -> None:
    purpose = "Get the credit history of a customer."

    assert "Get Credit History" == operation.page.title
    assert str(AopayClient.get_credit_history.__doc__).startswith(purpose)


def test_A2_F2_it_is_a_get_of_get_credit_history_below_cibil_score() -> None:
    request = sent(**CALL).request
    url = "https://api.aopay.co.in/api/AOP/CibilScore/GetCreditHistory"

    assert ("GET", url) == (request.method, str(request.url))


def test_A2_F3_the_header_is_of_the_snippets_and_the_get_has_a_json_body_and_no_query(
    operation: ir.Operation,
) -> None:
    (header,) = operation.request.headers
    wire = sent(**CALL)

    assert ("Content-Type", "example") == (
        header.wire_name,
        header.evidence_of("const").kind,
    )
    assert "application/json" == wire.request.headers["Content-Type"]
    assert (BODY, b"") == (wire.body, wire.request.url.query)


def test_A2_F4_client_order_id_is_text_and_links_the_reply_to_the_order(
    operation: ir.Operation,
) -> None:
    (rule,) = operation.rules

    assert ["/body/client_order_id is text (get-credit-history, table)"] == of_body(
        client_order_id=1
    )
    assert "body.client_order_id" == rule.field


def test_A2_F5_cibil_id_is_text_of_the_table() -> None:
    assert ["/body/cibil_id is text (get-credit-history, table)"] == of_body(cibil_id=1)
    assert "synthetic id" == sent(**CALL).body["cibil_id"]


def test_A2_F6_registration_id_is_text_of_the_table() -> None:
    told_of = "/body/RegistrationID is text (get-credit-history, table)"

    assert [told_of] == of_body(RegistrationID=1)
    assert AOPAY["registration_id"] == sent().body["RegistrationID"]


def test_A2_F7_company_code_is_text_of_the_table_and_authenticates_the_caller(
    partner_of: Any,
) -> None:
    declared = {each.name: each for each in partner_of("aopay").credentials}

    assert ["/body/CompanyCode is text (get-credit-history, table)"] == of_body(
        CompanyCode=1
    )
    assert "authenticates" in declared["company_code"].summary


def test_A2_F8_all_four_members_are_of_the_table_and_none_is_required_or_limited(
    operation: ir.Operation,
) -> None:
    body = operation.request.body

    assert body is not None
    assert [(name, "table", "unknown", ()) for name in BODY] == [
        (each.wire_name, each.evidence_of("type").kind, each.required, each.constraints)
        for each in body.fields
    ]


def test_A2_F9_200_is_a_history_and_the_table_of_401_has_three_members() -> None:
    odd = {"responsecode": "x", "status": "x", "message": 0}

    assert [
        "/responsecode is a whole number (get-credit-history, table)",
        "/status is true or false (get-credit-history, table)",
        "/message is text (get-credit-history, table)",
    ] == told(validators.get_credit_history_refused_by_table(odd))
    assert isinstance(answered(HISTORY, 200), GetCreditHistoryHistory)
    assert "undocumented-status" == unknown(HISTORY, 201).reason


def test_A2_F10_the_root_of_the_example_has_code_status_message_reference_and_data() -> (
    None
):
    reply = answered(HISTORY)

    assert ("SPC-200", "SUCCESS", "success", "SYN0000000000000000000001") == (
        reply.error_code,
        reply.status,
        reply.message,
        reply.soft_ref_id,
    )
    assert ((), HISTORY) == (observations(reply), reply.model_dump())


def test_A2_F11_data_has_a_result_a_status_a_message_and_a_token() -> None:
    data = answered(HISTORY).data

    assert ("success", "ok") == (data.status, data.message)
    assert "synthetic-token-of-the-reply" == data.access_token
    assert 5 == data.result.inquiry_count


def test_A2_F12_user_info_has_a_score_in_text_and_a_time_without_a_zone() -> None:
    user = answered(HISTORY).data.result.user_info

    assert USER == user.model_dump()
    assert 601 == forms.CIBIL_SCORE.parse(user.cibil_score)
    assert datetime(2024, 5, 6, 7, 8, 9) == forms.CIBIL_SCORE_FETCH_DATE.parse(
        user.cibil_score_fetch_date
    )


def test_A2_F12_id_and_mobile_number_are_masked(operation: ir.Operation) -> None:
    fields = fields_of(operation)
    masked = [path for path in fields if "userInfo." in path and fields[path].masked]

    assert [f"{HERE}.userInfo.cibil_id", f"{HERE}.userInfo.mobile_number"] == masked


def test_A2_F13_activity_info_is_a_list_of_loans_with_dates_and_a_flag() -> None:
    opened, closed = answered(HISTORY).data.result.activity_info

    assert (OPEN_LOAN, CLOSED_LOAN) == (opened.model_dump(), closed.model_dump())
    assert date(2024, 1, 31) == forms.DATE_OPENED.parse(opened.date_opened)
    assert date(2021, 2, 28) == forms.DATE_CLOSED.parse(closed.date_closed)
    assert (True, False) == (
        forms.NEWLY_OPENED.parse(opened.newly_opened),
        forms.NEWLY_OPENED.parse(closed.newly_opened),
    )


def test_A2_F14_credit_age_is_text() -> None:
    assert "3 Years 2 Months" == answered(HISTORY).data.result.credit_age.credit_age


def test_A2_F15_credit_mix_has_three_numbers_in_text() -> None:
    mix = answered(HISTORY).data.result.credit_mix

    assert (1, 2, Decimal(55)) == (
        forms.SECURED_LOAN.parse(mix.secured_loan),
        forms.UNSECURED_LOAN.parse(mix.unsecured_loan),
        forms.TOTAL_PERCENT_COMPLETED.parse(mix.total_percent_completed),
    )


@pytest.mark.parametrize(
    "name", ["inquiryCount", "lastMonthInquiryCount", "last6MonthInquiryCount"]
)
def test_A2_F16_the_counts_of_inquiries_are_whole_numbers(name: str) -> None:
    assert [] == of_result(name, to=0)
    assert [f"/{name} is a whole number (get-credit-history, example)"] == of_result(
        name, to="0"
    )


def test_A2_F17_credit_utilize_has_three_numbers_in_text() -> None:
    utilize = answered(HISTORY).data.result.credit_utilize

    assert (Decimal(11), Decimal(1000), Decimal(100)) == (
        forms.CREDIT_UTILIZE.parse(utilize.credit_utilize),
        forms.CREDIT_LIMIT.parse(utilize.credit_limit),
        forms.TOTAL_BALANCE.parse(utilize.total_balance),
    )


def test_A2_F18_on_time_payment_percentile_is_a_whole_number() -> None:
    name = "onTimePaymentPercentile"

    assert 91 == answered(HISTORY).data.result.on_time_payment_percentile
    assert [f"/{name} is a whole number (get-credit-history, example)"] == of_result(
        name, to="91"
    )


def test_A2_F19_the_example_of_401_is_that_of_submit_otp(operation_of: Any) -> None:
    error = refused(REFUSED)
    bodies = [
        [each.wire_name for each in reply.body.fields]
        for name in ("get_credit_history", "submit_otp")
        for reply in operation_of("aopay", name).replies
        if reply.name == "refused"
    ]

    assert isinstance(error, errors.AmountRequired)
    assert [list(REFUSED), list(REFUSED)] == bodies


def test_A2_F20_the_codes_are_spc_200_and_207_of_examples_alone(
    operation: ir.Operation,
) -> None:
    assert {"SPC-200": "example", "207": "example"} == {
        code.code: code.evidence.kind for code in operation.codes
    }


# Defects -------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [f"A2-D{each}" for each in range(1, 23)])
def test_defect_has_a_decision(operation: ir.Operation, number: str) -> None:
    assert decision(operation, number).decided


def test_the_defects_are_those_of_the_page(operation: ir.Operation) -> None:
    assert [f"A2-D{each}" for each in range(1, 23)] == [
        defect.id for defect in operation.defects
    ]


def test_A2_D1_the_get_goes_over_a_real_wire_with_its_body() -> None:
    with listening(http("200 OK", HISTORY)) as server:
        client = AopayClient(base_url=server.url, credentials=AOPAY)
        client.get_credit_history(**CALL)
    head, _, body = server.requests[0].partition(b"\r\n\r\n")

    assert head.startswith(b"GET /api/AOP/CibilScore/GetCreditHistory HTTP/1.1\r\n")
    assert BODY == json.loads(body)


def test_A2_D1_the_call_changes_nothing(operation: ir.Operation) -> None:
    assert "" == operation.effect


def test_A2_D2_registration_id_and_company_code_are_two_members() -> None:
    content = sent(**CALL).request.content

    assert b'"RegistrationID":"SYN-001","CompanyCode":"SYN0001"' in content


def test_A2_D3_the_example_is_whole_and_says_how_it_was_repaired(
    operation: ir.Operation,
) -> None:
    example = next(each for each in operation.replies if each.name == "history")

    assert "braces" in example.repaired
    assert [] == validators.get_credit_history_history(exact(example.example))


def test_A2_D4_every_member_of_the_history_has_the_evidence_of_the_example(
    operation: ir.Operation,
) -> None:
    inner = [
        each
        for path, each in fields_of(operation).items()
        if path.startswith("replies.history.") and not path.endswith("[]")
    ]

    assert {("example", "unknown")} == {
        (each.evidence_of("type").kind, each.required) for each in inner
    }


def test_A2_D4_a_history_has_to_have_its_code_and_nothing_else() -> None:
    assert answered({"error_code": "SPC-200"}).data is MISSING
    assert "undocumented-reply" == unknown({"data": HISTORY["data"]}).reason


def test_A2_D5_table_and_example_of_401_are_two_replies() -> None:
    of_example, of_table = refused(REFUSED), refused(REFUSED_BY_TABLE)

    assert ("207", "9") == (of_example.code, of_table.code)
    assert ("False", False) == (of_example.reply.status, of_table.reply.status)


def test_A2_D5_the_misspelt_message_decides_nothing() -> None:
    spelled = changed(REFUSED, "description", to="Amount is Required")

    assert isinstance(refused(spelled), errors.AmountRequired)


@pytest.mark.parametrize("path", [("status",), ("data", "status"), ("data", "message")])
def test_A2_D6_no_status_and_no_message_decides_what_a_reply_means(
    path: tuple[str, ...],
) -> None:
    reply = answered(changed(HISTORY, *path, to="FAILED"))

    assert isinstance(reply, GetCreditHistoryHistory)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        (("userInfo", "cibil_score"), "is an integer written as text"),
        (("creditMix", "secured_loan"), "is an integer written as text"),
        (("creditUtilize", "credit_limit"), "is a decimal number written as text"),
    ],
)
def test_A2_D7_text_that_should_hold_a_number_is_checked_as_one(
    path: tuple[str, ...], says: str
) -> None:
    (found,) = of_result(*path, to="many")

    assert found.startswith(f"/{'/'.join(path)} {says} ")
    assert [] == of_result(*path, to="7")


@pytest.mark.parametrize("path", [("userInfo", "cibil_score"), ("inquiryCount",)])
def test_A2_D7_each_number_is_written_as_in_the_sample(path: tuple[str, ...]) -> None:
    other = 7 if path == ("userInfo", "cibil_score") else "7"
    history = changed(HISTORY, "data", "result", *path, to=other)

    assert "unreadable" == unknown(history).reason


def test_A2_D8_an_account_that_is_not_closed_has_no_date() -> None:
    assert forms.DATE_CLOSED.parse("0000-00-00") is None
    assert "0000-00-00" == forms.DATE_CLOSED.none
    assert not forms.DATE_OPENED.fits("0000-00-00")


@pytest.mark.parametrize("odd", ["True", "2", "", 1, True])
def test_A2_D9_newly_opened_is_1_or_0_in_text_and_nothing_else(odd: Any) -> None:
    assert not forms.NEWLY_OPENED.fits(odd)


def test_A2_D10_empty_text_and_null_are_taken_where_they_are_shown() -> None:
    assert [] == of_result("userInfo", "middle_name", to="")
    assert [] == of_result("userInfo", "cibil_score_fetch_date", to=None)
    assert ["/userInfo/middle_name is text (get-credit-history, example)"] == of_result(
        "userInfo", "middle_name", to=None
    )


def test_A2_D11_masked_values_have_no_limits(operation: ir.Operation) -> None:
    masked = [each for each in fields_of(operation).values() if each.masked]

    assert ["cibil_id", "mobile_number", "account_detail_id", "account_number"] == [
        each.wire_name for each in masked
    ]
    assert {()} == {each.constraints for each in masked}


def test_A2_D12_both_styles_stay_on_the_wire_and_one_is_in_python() -> None:
    result = answered(HISTORY).data.result

    assert {name.lower() for name in type(result).model_fields} == set(
        type(result).model_fields
    )
    assert set(RESULT) == set(result.model_dump())


def test_A2_D12_name_is_the_kind_of_loan_and_member_name_the_lender(
    operation: ir.Operation,
) -> None:
    fields = fields_of(operation)

    assert "The kind of loan." == fields[f"{HERE}.activityInfo[].name"].summary
    assert "The lender." == fields[f"{HERE}.activityInfo[].member_name"].summary


def test_A2_D13_credit_age_is_any_text() -> None:
    assert [] == of_result("creditAge", "credit_age", to="less than a year")


def test_A2_D14_the_token_of_data_is_secret_and_no_call_takes_it(
    operation: ir.Operation,
) -> None:
    token = fields_of(operation)["replies.history.body.data.access_token"]
    arguments = inspect.signature(AopayClient.get_credit_history).parameters

    assert (True, False) == (token.secret, "access_token" in arguments)
    assert "synthetic-token-of-the-reply" not in repr(answered(HISTORY))


def test_A2_D15_the_order_id_is_not_expected_in_the_reply(
    operation: ir.Operation,
) -> None:
    fields = fields_of(operation)

    assert "replies.history.body.soft_ref_id" in fields
    assert {None} == {each.echoes for each in fields.values()}


def test_A2_D16_the_time_of_the_score_has_no_zone_and_may_be_null() -> None:
    form = forms.CIBIL_SCORE_FETCH_DATE
    moment = form.parse("2024-05-06 07:08:09")

    assert moment is not None and moment.tzinfo is None
    assert [] == of_result("userInfo", "cibil_score_fetch_date", to=None)
    assert not form.fits("2024-05-06T07:08:09+05:30")


@pytest.mark.parametrize(
    "path",
    [
        *(f"userInfo.{name}" for name in list(USER)[:-1]),
        *(f"activityInfo[].{name}" for name in OPEN_LOAN),
    ],
)
def test_A2_D17_what_tells_of_a_person_is_marked_as_personal(
    operation: ir.Operation, path: str
) -> None:
    assert fields_of(operation)[f"{HERE}.{path}"].personal


def test_A2_D17_a_reply_shows_no_value_and_goes_into_no_pickle() -> None:
    reply = answered(HISTORY)

    assert "Customer" not in repr(reply.data.result.user_info)
    with pytest.raises(TypeError, match="personal data"):
        pickle.dumps(reply)


def test_A2_D18_who_calls_is_told_by_two_secrets_in_the_body(
    operation: ir.Operation,
) -> None:
    body = operation.request.body

    assert body is not None
    assert ["RegistrationID", "CompanyCode"] == [
        each.wire_name for each in body.fields if each.secret
    ]
    assert "Authorization" not in sent(**CALL).request.headers


def test_A2_D19_registration_id_is_no_argument_of_the_call() -> None:
    arguments = inspect.signature(AopayClient.get_credit_history).parameters

    assert ["self", *CALL] == list(arguments)


def test_A2_D20_the_header_is_spelled_content_type_on_the_wire() -> None:
    assert b"Content-Type" in [name for name, _ in sent().request.headers.raw]


def test_A2_D21_method_and_address_have_plain_spaces(operation: ir.Operation) -> None:
    request = operation.request

    assert ("GET", "prose") == (request.method, request.method_evidence.kind)
    assert request.path.isascii() and " " not in request.path


@pytest.mark.parametrize(
    ("path", "extreme"),
    [
        (("userInfo", "cibil_score"), "99999"),
        (("creditMix", "total_percent_completed"), "101"),
        (("creditUtilize", "credit_utilize"), "-5.5"),
        (("onTimePaymentPercentile",), 1000),
    ],
)
def test_A2_D22_no_score_and_no_percentage_has_a_range(
    path: tuple[str, ...], extreme: Any
) -> None:
    assert [] == of_result(*path, to=extreme)
