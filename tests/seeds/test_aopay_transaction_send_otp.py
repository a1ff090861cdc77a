"""AOPay, Transaction Send OTP: its facts A1-F1 to A1-F26, its defects A1-D1 to A1-D30.

A1-F25, the languages of the snippets, is not held; `specs/not_held.md` says why.
"""

from __future__ import annotations

import inspect
from datetime import date
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
from partner_apis.aopay.forms import transaction_send_otp as forms
from partner_apis.aopay.models.transaction_send_otp import (
    TransactionSendOtpOtpSent,
    TransactionSendOtpRegistrationStarted,
)
from specmill import ir

CALL: dict[str, Any] = {
    "mobile_number": "0000000001",
    "bene_id": "10000001",
    "txntype": "IMPS",
    "amount": Decimal("12.50"),
    "pincode": "000001",
    "address": "1 Synthetic Street",
    "dob": date(1999, 1, 31),
    "latitude": "0.0001",
    "longitude": "0.0002",
}
BODY = {
    "MobileNumber": "0000000001",
    "BeneID": "10000001",
    "Txntype": "IMPS",
    "Amount": "12.50",
    "Pincode": "000001",
    "Address": "1 Synthetic Street",
    "DOB": "31/01/1999",
    "Latitude": "0.0001",
    "Longitute": "0.0002",
    "RegistrationID": AOPAY["registration_id"],
}
OTP_SENT: dict[str, Any] = {
    "status": True,
    "response_code": 1,
    "message": "OTP has been send to the remitter mobile number.",
    "stateresp": "000000001",
    "Status": "True",
    "Value": "OTP has been send to the remitter mobile number.",
}
DATA = {
    "fname": "Synthetic",
    "lname": "Customer",
    "mobile": "0000000001",
    "status": "synthetic",
    "bank3_limit": 3,
    "bank3_status": "synthetic",
    "bank2_limit": 2,
    "bank1_limit": 1,
}
STARTED: dict[str, Any] = {
    "status": False,
    "response_code": 0,
    "stateresp": "00000000-0000-4000-8000-000000000001",
    "message": "Remitter not registered OTP sent for new registration.",
}
REFUSED = {"response_code": 11, "status": False, "message": "Authentication failed"}
REFUSED_BY_TABLE = {"responsecode": 9, "status": False, "message": "synthetic refusal"}
UNTABLED = [
    "Amount",
    "Pincode",
    "Address",
    "DOB",
    "Latitude",
    "Longitute",
    "RegistrationID",
]


def sent(**given: Any) -> Wire:
    """Return the wire after a call whose OTP was sent."""
    wire = Wire(OTP_SENT)
    aopay(wire).transaction_send_otp(**given)
    return wire


def answered(answer: Any, status: int = 200) -> Any:
    """Return what a call makes of *answer*, or raise what it raises."""
    return aopay(Wire(answer, status)).transaction_send_otp(**CALL)


def refused(answer: Any, status: int = 401) -> errors.Rejected:
    with pytest.raises(errors.Rejected) as caught:
        answered(answer, status)
    return caught.value


def unknown(answer: Any, status: int = 200) -> errors.OutcomeUnknown:
    with pytest.raises(errors.OutcomeUnknown) as caught:
        answered(answer, status)
    return caught.value


def unsent(**given: Any) -> list[str]:
    """Return what keeps a call from being sent, as pointers and rules."""
    wire = Wire(OTP_SENT)
    with pytest.raises(errors.InvalidRequest) as caught:
        aopay(wire).transaction_send_otp(**given)
    assert [] == wire.sent
    return [f"{each.pointer} {each.rule}" for each in caught.value.violations]


def of_body(**body: Any) -> list[str]:
    """Return what the validator says of a request with *body*."""
    return told(validators.transaction_send_otp_request({"headers": {}, "body": body}))


def as_example(name: str) -> list[str]:
    """Return what is said of a number where an example has text."""
    return [f"/body/{name} is text (transaction-send-otp, example)"]


@pytest.fixture
def operation(operation_of: Any) -> ir.Operation:
    found: ir.Operation = operation_of("aopay", "transaction_send_otp")
    return found


# Facts ---------------------------------------------------------------------------------


def test_A1_F1_the_page_is_transaction_send_otp_for_a_money_transfer(
    operation: ir.Operation,
) -> None:
    assert "Transaction Send OTP" == operation.page.title
    assert "authorizes a money transfer" in str(
        AopayClient.transaction_send_otp.__doc__
    )


def test_A1_F2_the_method_is_post() -> None:
    assert "POST" == sent(**CALL).request.method


def test_A1_F3_the_url_is_transaction_send_otp_below_dmtv1() -> None:
    url = "https://api.aopay.co.in/api/AOP/DMTV1/TransactionSendOtp"

    assert url == str(sent(**CALL).request.url)


def test_A1_F4_the_otp_is_valid_for_90_seconds(operation: ir.Operation) -> None:
    rules = {rule.kind: rule for rule in operation.rules}

    assert (90, "prose") == (rules["lifetime"].seconds, rules["lifetime"].evidence.kind)
    assert "valid for 90 seconds" in str(AopayClient.transaction_send_otp.__doc__)


def test_A1_F5_content_type_json_is_the_one_header_and_only_of_the_snippets(
    operation: ir.Operation,
) -> None:
    (header,) = operation.request.headers
    headers = sent().request.headers

    assert ("Content-Type", "example") == (
        header.wire_name,
        header.evidence_of("const").kind,
    )
    assert ("application/json", False) == (
        headers["Content-Type"],
        "Authorization" in headers,
    )


def test_A1_F6_mobile_number_is_text_of_the_table_with_a_masked_example(
    operation: ir.Operation,
) -> None:
    told_of = "/body/MobileNumber is text (transaction-send-otp, table)"

    assert [told_of] == of_body(MobileNumber=1)
    assert fields_of(operation)["request.body.MobileNumber"].masked


def test_A1_F7_bene_id_is_text_of_the_table_and_registered_before(
    operation: ir.Operation,
) -> None:
    rules = {rule.field: rule for rule in operation.rules}

    assert ["/body/BeneID is text (transaction-send-otp, table)"] == of_body(BeneID=1)
    assert "prerequisite" == rules["body.BeneID"].kind


def test_A1_F8_txntype_is_imps_or_neft_of_the_table() -> None:
    told_of = '/body/Txntype is one of "IMPS", "NEFT" (transaction-send-otp, table)'

    assert [told_of] == of_body(Txntype="RTGS")
    assert [] == [*of_body(Txntype="IMPS"), *of_body(Txntype="NEFT")]


def test_A1_F9_amount_is_text_and_only_in_the_example() -> None:
    assert as_example("Amount") == of_body(Amount=100)
    assert "12.50" == sent(amount=Decimal("12.50")).body["Amount"]


def test_A1_F10_pincode_is_text_and_only_in_the_example() -> None:
    assert as_example("Pincode") == of_body(Pincode=1)
    assert "000001" == sent(pincode="000001").body["Pincode"]


def test_A1_F11_address_is_text_and_only_in_the_example() -> None:
    assert as_example("Address") == of_body(Address=1)
    assert "1 Synthetic Street" == sent(address="1 Synthetic Street").body["Address"]


def test_A1_F12_dob_is_day_month_year_with_slashes_as_in_the_example() -> None:
    assert as_example("DOB") == of_body(DOB=1)
    assert "31/01/1999" == sent(dob=date(1999, 1, 31)).body["DOB"]


def test_A1_F13_latitude_is_text_and_only_in_the_example() -> None:
    assert as_example("Latitude") == of_body(Latitude=0.1)
    assert "0.0001" == sent(latitude="0.0001").body["Latitude"]


def test_A1_F14_longitute_is_the_wire_name_of_the_longitude(
    operation: ir.Operation,
) -> None:
    field = fields_of(operation)["request.body.Longitute"]

    assert as_example("Longitute") == of_body(Longitute=0.1)
    assert "0.0002" == sent(longitude="0.0002").body["Longitute"]
    assert "external" == field.evidence_of("name").kind


def test_A1_F15_registration_id_identifies_the_caller_without_a_company_code() -> None:
    assert as_example("RegistrationID") == of_body(RegistrationID=1)
    assert {"RegistrationID": AOPAY["registration_id"]} == sent().body


def test_A1_F16_the_body_has_its_members_in_the_order_of_the_page() -> None:
    assert list(BODY.items()) == list(sent(**CALL).body.items())


def test_A1_F17_nothing_is_marked_required_and_no_length_given(
    operation: ir.Operation,
) -> None:
    body = operation.request.body

    assert body is not None
    assert {"unknown"} == {each.required for each in body.fields}
    assert "length" not in {
        limit.rule for each in body.fields for limit in each.constraints
    }


def test_A1_F18_the_table_of_200_has_data_with_eight_members(
    operation: ir.Operation,
) -> None:
    data = answered(changed(OTP_SENT, "data", to=DATA)).data
    fields = fields_of(operation)

    assert DATA == data.model_dump()
    assert {"table"} == {
        fields[f"replies.otp_sent.body.data.{name}"].evidence_of("type").kind
        for name in DATA
    }


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("fname", "is text"),
        ("lname", "is text"),
        ("mobile", "is text"),
        ("status", "is text"),
        ("bank3_limit", "is a whole number"),
        ("bank3_status", "is text"),
        ("bank2_limit", "is a whole number"),
        ("bank1_limit", "is a whole number"),
    ],
)
def test_A1_F18_the_members_of_data_have_the_types_of_the_table(
    name: str, says: str
) -> None:
    reply = changed(OTP_SENT, "data", to={**DATA, name: True})

    assert [f"/data/{name} {says} (transaction-send-otp, table)"] == told(
        validators.transaction_send_otp_otp_sent(reply)
    )


def test_A1_F19_the_table_of_202_has_four_members() -> None:
    odd = {"status": "x", "response_code": "x", "stateresp": 0, "message": 0}

    assert [
        "/status is true or false (transaction-send-otp, table)",
        "/response_code is a whole number (transaction-send-otp, table)",
        "/stateresp is text (transaction-send-otp, table)",
        "/message is text (transaction-send-otp, table)",
    ] == told(validators.transaction_send_otp_registration_started(odd))


def test_A1_F20_the_table_of_401_has_responsecode_status_and_message() -> None:
    odd = {"responsecode": "x", "status": "x", "message": 0}

    assert [
        "/responsecode is a whole number (transaction-send-otp, table)",
        "/status is true or false (transaction-send-otp, table)",
        "/message is text (transaction-send-otp, table)",
    ] == told(validators.transaction_send_otp_refused_by_table(odd))
    assert 9 == refused(REFUSED_BY_TABLE).reply.responsecode


def test_A1_F21_the_example_of_200_is_a_success_with_all_its_members() -> None:
    reply = answered(OTP_SENT)

    assert isinstance(reply, TransactionSendOtpOtpSent)
    assert OTP_SENT == reply.model_dump()
    assert () == observations(reply)


def test_A1_F22_the_example_of_202_is_another_reply_with_status_false() -> None:
    reply = answered(STARTED)

    assert isinstance(reply, TransactionSendOtpRegistrationStarted)
    assert STARTED == reply.model_dump()
    assert () == observations(reply)


def test_A1_F23_the_example_of_401_is_a_failed_authentication() -> None:
    error = refused(REFUSED)

    assert isinstance(error, errors.AuthenticationFailed)
    assert ("11", "Authentication failed", 401) == (
        error.code,
        error.message,
        error.http_status,
    )


def test_A1_F24_the_codes_are_1_and_0_and_11_of_examples_alone(
    operation: ir.Operation,
) -> None:
    assert [
        ("1", "success", "example"),
        ("0", "alternative", "example"),
        ("11", "rejected", "example"),
    ] == [(each.code, each.outcome, each.evidence.kind) for each in operation.codes]


def test_A1_F26_stateresp_is_handed_to_the_call_that_follows(
    operation: ir.Operation,
) -> None:
    (rule,) = (each for each in operation.rules if each.kind == "note")

    assert ("stateresp has to be handed to the call that follows.", "external") == (
        rule.say,
        rule.evidence.kind,
    )
    assert "000000001" == answered(OTP_SENT).stateresp


# Defects -------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [f"A1-D{each}" for each in range(1, 31)])
def test_defect_has_a_decision(operation: ir.Operation, number: str) -> None:
    assert decision(operation, number).decided


def test_the_defects_are_those_of_the_page(operation: ir.Operation) -> None:
    assert [f"A1-D{each}" for each in range(1, 31)] == [
        defect.id for defect in operation.defects
    ]


def test_A1_D1_bene_id_is_sent_in_closed_quotes() -> None:
    assert b'"BeneID":"10000001","Txntype"' in sent(**CALL).request.content


def test_A1_D2_both_kinds_in_one_value_are_refused_before_sending() -> None:
    assert ["/body/Txntype enum"] == unsent(txntype="IMPS/NEFT")


@pytest.mark.parametrize("kind", ["IMPS", "NEFT"])
def test_A1_D3_both_kinds_are_sent(kind: str) -> None:
    assert kind == sent(txntype=kind).body["Txntype"]


def test_A1_D4_the_seven_members_that_the_table_lacks_have_the_examples_evidence(
    operation: ir.Operation,
) -> None:
    body = operation.request.body

    assert body is not None
    assert UNTABLED == [
        each.wire_name
        for each in body.fields
        if each.evidence_of("type").kind == "example"
    ]


def test_A1_D5_longitute_on_the_wire_is_longitude_in_python() -> None:
    arguments = inspect.signature(AopayClient.transaction_send_otp).parameters

    assert ("longitude" in arguments, "longitute" in arguments) == (True, False)
    assert "Longitute" in sent(longitude="1").body


@pytest.mark.parametrize("name", ["amount", "latitude", "longitude"])
@pytest.mark.parametrize("number", ["-1", "0", "99999999999.999999"])
def test_A1_D6_numbers_in_text_have_no_limits(name: str, number: str) -> None:
    assert number in sent(**{name: number}).body.values()


@pytest.mark.parametrize("name", ["amount", "latitude", "longitude"])
@pytest.mark.parametrize("text", ["much", "", "1,5", "1e3", "NaN"])
def test_A1_D6_text_that_is_no_number_is_not_sent(name: str, text: str) -> None:
    (found,) = unsent(**{name: text})

    assert found.endswith(" format")


@pytest.mark.parametrize("pincode", ["1", "000001", "any words"])
def test_A1_D6_a_postal_code_is_any_text(pincode: str) -> None:
    assert pincode == sent(pincode=pincode).body["Pincode"]


def test_A1_D7_a_date_with_dashes_is_not_sent() -> None:
    assert ["/body/DOB format"] == unsent(dob="31-01-1999")


@pytest.mark.parametrize("number", ["00XXXXXX01", "0000000001", "+00 0000"])
def test_A1_D8_a_mobile_number_has_no_pattern(number: str) -> None:
    assert number == sent(mobile_number=number).body["MobileNumber"]


def test_A1_D9_data_is_not_expected_and_read_where_it_comes(
    operation: ir.Operation,
) -> None:
    data = fields_of(operation)["replies.otp_sent.body.data"]

    assert (False, "external") == (data.required, data.evidence_of("required").kind)
    assert answered(OTP_SENT).data is MISSING
    assert "Synthetic" == answered(changed(OTP_SENT, "data", to=DATA)).data.fname


def test_A1_D10_status_and_status_with_a_capital_are_two_members() -> None:
    reply = answered(changed(OTP_SENT, "Status", to="False"))

    assert (True, "False") == (reply.status, reply.status_text)


def test_A1_D11_a_boolean_in_text_is_read_as_one() -> None:
    flag = forms.STATUS_TEXT

    assert (True, False) == (flag.parse("True"), flag.parse("False"))
    assert [False, False, False] == [flag.fits(odd) for odd in ("true", "1", True)]


def test_A1_D12_value_need_not_repeat_the_message() -> None:
    reply = answered(changed(OTP_SENT, "Value", to="otherwise"))

    assert ("otherwise", ()) == (reply.value, observations(reply))


def test_A1_D13_the_outer_status_is_a_boolean_and_the_inner_one_text() -> None:
    reply = answered(changed(OTP_SENT, "data", to=DATA))

    assert (True, "synthetic") == (reply.status, reply.data.status)


def test_A1_D14_only_the_third_bank_has_a_status(operation: ir.Operation) -> None:
    paths = [path for path in fields_of(operation) if path.endswith("_status")]

    assert ["replies.otp_sent.body.data.bank3_status"] == paths


@pytest.mark.parametrize("status", [200, 202])
def test_A1_D15_the_reply_202_is_known_by_its_code_under_both_statuses(
    status: int,
) -> None:
    assert isinstance(answered(STARTED, status), TransactionSendOtpRegistrationStarted)


def test_A1_D15_202_is_only_the_label_of_that_reply(operation: ir.Operation) -> None:
    replies = {reply.name: reply for reply in operation.replies}
    started = replies["registration_started"]

    assert ("202", (200, 202)) == (started.label, started.when.http)


def test_A1_D15_the_reply_200_does_not_come_under_202() -> None:
    assert "undocumented-reply" == unknown(OTP_SENT, 202).reason


def test_A1_D16_a_reply_with_status_false_is_returned_and_told_by_its_type() -> None:
    match answered(STARTED):
        case TransactionSendOtpOtpSent():
            found = "sent"
        case TransactionSendOtpRegistrationStarted(status=False):
            found = "started"
        case _:
            found = "neither"

    assert "started" == found


def test_A1_D17_a_caller_has_to_deal_with_the_reply_of_another_call() -> None:
    returned = inspect.signature(AopayClient.transaction_send_otp).return_annotation

    assert (
        "TransactionSendOtpOtpSent | TransactionSendOtpRegistrationStarted" == returned
    )


def test_A1_D18_responsecode_and_response_code_tell_two_replies() -> None:
    of_example, of_table = refused(REFUSED), refused(REFUSED_BY_TABLE)

    assert ("11", "9") == (of_example.code, of_table.code)
    assert "TransactionSendOtpRefused" == type(of_example.reply).__name__
    assert "TransactionSendOtpRefusedByTable" == type(of_table.reply).__name__


def test_A1_D18_a_reply_with_both_names_is_none() -> None:
    assert "undocumented-reply" == unknown({**REFUSED, **REFUSED_BY_TABLE}, 401).reason


def test_A1_D19_11_has_its_meaning_in_this_call_alone(api: ir.Api) -> None:
    assert ["transaction_send_otp"] == [
        operation.name
        for partner in api.partners
        for operation in partner.operations
        for code in operation.codes
        if code.code == "11"
    ]
    assert "upstream has another meaning" in str(errors.AuthenticationFailed.__doc__)


@pytest.mark.parametrize("state", ["1", "00000000-0000-4000-8000-000000000001", "x y"])
def test_A1_D20_stateresp_is_text_of_any_form(state: str) -> None:
    assert state == answered(changed(OTP_SENT, "stateresp", to=state)).stateresp
    assert state == answered(changed(STARTED, "stateresp", to=state)).stateresp


def test_A1_D21_the_message_decides_nothing() -> None:
    reply = answered(changed(OTP_SENT, "message", to="OTP has been sent."))

    assert isinstance(reply, TransactionSendOtpOtpSent)


@pytest.mark.parametrize("answer", [b"", http("503 Service Unavailable", {})])
def test_A1_D22_a_call_without_a_number_of_its_own_is_sent_once(answer: bytes) -> None:
    with listening(answer) as server:
        client = AopayClient(base_url=server.url, credentials=AOPAY)
        with pytest.raises(errors.OutcomeUnknown):
            client.transaction_send_otp(**CALL)

    assert 1 == len(server.requests)


def test_A1_D23_registration_id_is_a_credential_and_401_a_refusal() -> None:
    arguments = inspect.signature(AopayClient.transaction_send_otp).parameters

    assert "registration_id" not in arguments
    assert "fix-credentials" == refused(REFUSED).then


def test_A1_D24_it_is_a_post_with_all_members_in_the_body(
    operation: ir.Operation,
) -> None:
    wire = sent(**CALL)

    assert ("POST", b"") == (wire.request.method, wire.request.url.query)
    assert "prose" == operation.request.method_evidence.kind


def test_A1_D25_the_header_is_spelled_content_type_on_the_wire() -> None:
    assert b"Content-Type" in [name for name, _ in sent().request.headers.raw]


def test_A1_D26_no_code_of_an_expired_otp_is_made_up(operation: ir.Operation) -> None:
    assert ["AuthenticationFailed"] == [
        each.error for each in operation.codes if each.error
    ]
    assert errors.Rejected is type(refused(changed(REFUSED, "response_code", to=12)))


def test_A1_D27_the_company_code_is_not_sent() -> None:
    assert "CompanyCode" not in sent(**CALL).body


def test_A1_D28_names_keep_their_style_on_the_wire_and_lose_it_in_python() -> None:
    arguments = inspect.signature(AopayClient.transaction_send_otp).parameters

    assert ["self", *CALL] == list(arguments)
    assert {"MobileNumber", "BeneID", "Txntype", "DOB"} < set(sent(**CALL).body)


def test_A1_D29_all_rows_after_data_are_its_members(operation: ir.Operation) -> None:
    inner = [path for path in fields_of(operation) if ".data." in path]

    assert [f"replies.otp_sent.body.data.{name}" for name in DATA] == inner


def test_A1_D30_nothing_follows_the_closing_brace() -> None:
    assert sent(**CALL).request.content.endswith(b'"RegistrationID":"SYN-001"}')
