"""Ayoconnect, Verify OTP: its facts Y-F1 to Y-F23, its defects Y-D1 to Y-D25."""

from __future__ import annotations

import hashlib
import hmac
import inspect
import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import httpx2
import pytest
from seeds_wire import (
    AYOCONNECT,
    Wire,
    ayoconnect,
    changed,
    decision,
    fields_of,
    http,
    listening,
    told,
)

from partner_apis._runtime.model import observations
from partner_apis._runtime.signing import sign
from partner_apis.ayoconnect import AyoconnectClient, errors, validators
from partner_apis.ayoconnect.forms import verify_otp as forms
from partner_apis.ayoconnect.models.verify_otp import VerifyOtpAnswered
from partner_apis.ayoconnect.operations.verify_otp import OPERATION
from specmill import ir

FLOW = "0000000000000000000000000000abCD"
CALL: dict[str, Any] = {
    "external_id": FLOW,
    "original_partner_reference_no": "1" * 32,
    "original_reference_no": "2" * 32,
    "action": "unbinding",
    "otp": "000001",
    "additional_info": {},
}
BODY: dict[str, Any] = {
    "originalPartnerReferenceNo": "1" * 32,
    "originalReferenceNo": "2" * 32,
    "action": "unbinding",
    "merchantId": AYOCONNECT["merchant_id"],
    "otp": "000001",
    "additionalInfo": {},
}
HEADERS = {
    "Content-Type": "application/json",
    "Authorization": "Bearer synthetic-b2b-token",
    "Authorization-Customer": "Bearer synthetic-b2b2c-token",
    "X-TIMESTAMP": "2024-05-06T07:08:09+07:00",
    "X-SIGNATURE": "0" * 128,
    "X-PARTNER-ID": AYOCONNECT["partner_id"],
    "X-EXTERNAL-ID": FLOW,
    "CHANNEL-ID": AYOCONNECT["channel_id"],
}
VERIFIED: dict[str, Any] = {
    "responseCode": "2000400",
    "responseMessage": "Successful",
    "originalReferenceNo": "2" * 32,
    "additionalInfo": {},
}


def sent(settings: Any = None, **given: Any) -> Wire:
    """Return the wire after a call whose OTP was right."""
    wire = Wire(VERIFIED)
    ayoconnect(wire, **(settings or {})).verify_otp(**{**CALL, **given})
    return wire


def answered(answer: Any, status: int = 200) -> Any:
    """Return what a call makes of *answer*, or raise what it raises."""
    return ayoconnect(Wire(answer, status)).verify_otp(**CALL)


def unknown(answer: Any, status: int = 200) -> errors.OutcomeUnknown:
    with pytest.raises(errors.OutcomeUnknown) as caught:
        answered(answer, status)
    return caught.value


def coded(code: str) -> dict[str, Any]:
    return {"responseCode": code, "responseMessage": "synthetic"}


def unsent(settings: Any = None, **given: Any) -> list[str]:
    """Return what keeps a call from being sent, as pointers and rules."""
    wire = Wire(VERIFIED)
    with pytest.raises(errors.InvalidRequest) as caught:
        ayoconnect(wire, **(settings or {})).verify_otp(**{**CALL, **given})
    assert [] == wire.sent
    return [f"{each.pointer} {each.rule}" for each in caught.value.violations]


def of_header(name: str, value: Any) -> list[str]:
    """Return what the validator says of a request with one other header."""
    request = {"query": {}, "headers": {**HEADERS, name: value}, "body": BODY}
    return told(validators.verify_otp_request(request))


def of_member(name: str, value: Any) -> list[str]:
    """Return what the validator says of a request with one other member."""
    request = {"query": {}, "headers": HEADERS, "body": {**BODY, name: value}}
    return told(validators.verify_otp_request(request))


def exactly(pointer: str, length: int) -> str:
    return f"{pointer} is text of exactly {length} characters (verify-otp, table)"


def with_credential(name: str, value: str) -> dict[str, Any]:
    return {"credentials": {**AYOCONNECT, name: value}}


def signed_by_hand(wire: Wire, **other: str) -> str:
    """Return the signature of the request on *wire*, made from the rule of the page."""
    request = wire.request
    words = {
        "method": request.method,
        "path": request.url.path,
        "token": AYOCONNECT["b2b_token"],
        "body": hashlib.sha256(request.content).hexdigest(),
        "timestamp": request.headers["X-TIMESTAMP"],
        **other,
    }
    text = ":".join(words.values()).encode()
    key = AYOCONNECT["client_secret"].encode()
    return hmac.new(key, text, hashlib.sha512).hexdigest()


@pytest.fixture
def operation(operation_of: Any) -> ir.Operation:
    found: ir.Operation = operation_of("ayoconnect", "verify_otp")
    return found


def rules_of(operation: ir.Operation, kind: str) -> list[ir.Rule]:
    return [rule for rule in operation.rules if rule.kind == kind]


# Facts ---------------------------------------------------------------------------------


def test_Y_F1_the_page_is_verify_otp_api_for_a_payment_or_an_unbinding(
    operation: ir.Operation,
) -> None:
    purpose = " ".join(str(AyoconnectClient.verify_otp.__doc__).split())

    assert "Verify OTP API" == operation.page.title
    assert "confirms a direct debit payment or the unbinding of an account" in purpose


@pytest.mark.parametrize("status", [301, 400, 401, 404, 418, 500, 599])
def test_Y_F2_no_http_status_outside_2xx_fails_the_transaction(status: int) -> None:
    assert not isinstance(unknown(coded("synthetic"), status), errors.Rejected)


def test_Y_F2_do_not_fail_is_a_rule_of_the_page(operation: ir.Operation) -> None:
    first, _ = rules_of(operation, "do-not-fail")

    assert "No HTTP status outside 2xx makes the transaction failed." == first.say
    assert "prose" == first.evidence.kind


@pytest.mark.parametrize("status", [502, 504])
def test_Y_F3_a_gateway_error_does_not_fail_the_transaction(status: int) -> None:
    assert "gateway-error" == unknown({}, status).reason


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (httpx2.ReadTimeout, "timeout"),
        (httpx2.WriteTimeout, "timeout"),
        (httpx2.ReadError, "connection-lost"),
        (httpx2.WriteError, "connection-lost"),
    ],
)
def test_Y_F3_neither_a_timeout_nor_a_fault_of_the_network_fails_the_transaction(
    fault: type[httpx2.TransportError], reason: str
) -> None:
    with pytest.raises(errors.OutcomeUnknown) as caught:
        ayoconnect(Wire(fault=fault)).verify_otp(**CALL)

    assert reason == caught.value.reason


def test_Y_F4_wait_for_the_callback_and_then_ask_the_team(
    operation: ir.Operation,
) -> None:
    (wait,) = rules_of(operation, "wait-for-callback")
    (contact,) = rules_of(operation, "contact")

    assert "Wait for the callback" in wait.say
    assert "WhatsApp" in contact.say and "Operations team by e-mail" in contact.say
    assert "wait-for-callback" == unknown(coded("2020400"), 202).then


def test_Y_F5_every_code_has_the_service_code_04(operation: ir.Operation) -> None:
    assert {"04"} == {code.code[3:5] for code in operation.codes}


def test_Y_F6_the_callers_reference_is_text_of_exactly_32_characters(
    operation: ir.Operation,
) -> None:
    name = "originalPartnerReferenceNo"

    assert [exactly(f"/body/{name}", 32)] == of_member(name, "1" * 31)
    assert [exactly(f"/body/{name}", 32)] == of_member(name, "1" * 33)
    assert (
        "external"
        == fields_of(operation)[f"request.body.{name}"].evidence_of("name").kind
    )


def test_Y_F7_the_providers_reference_is_text_of_exactly_32_characters(
    operation: ir.Operation,
) -> None:
    name = "originalReferenceNo"

    assert [exactly(f"/body/{name}", 32)] == of_member(name, "2" * 31)
    assert [exactly(f"/body/{name}", 32)] == of_member(name, "2" * 33)
    assert (
        "prose" == fields_of(operation)[f"request.body.{name}"].evidence_of("name").kind
    )


def test_Y_F8_action_is_one_of_two_words_of_7_to_9_characters() -> None:
    length = "/body/action is text of 7 to 9 characters (verify-otp, table)"
    words = '/body/action is one of "payment", "unbinding" in any letter case'

    assert length == of_member("action", "refund")[0]
    assert of_member("action", "binding")[0].startswith(words)
    assert [] == [*of_member("action", "payment"), *of_member("action", "unbinding")]


def test_Y_F9_merchant_id_is_text_of_exactly_6_characters() -> None:
    assert [exactly("/body/merchantId", 6)] == of_member("merchantId", "SYNTH")
    assert [exactly("/body/merchantId", 6)] == of_member("merchantId", "SYNTHMM")


def test_Y_F10_otp_is_text_of_exactly_6_characters() -> None:
    assert [exactly("/body/otp", 6)] == of_member("otp", "00000")
    assert [exactly("/body/otp", 6)] == of_member("otp", "0000000")


def test_Y_F11_additional_info_is_an_object() -> None:
    assert ["/body/additionalInfo is an object (verify-otp, table)"] == of_member(
        "additionalInfo", "none"
    )


def test_Y_F12_content_type_is_application_json_of_exactly_16_characters() -> None:
    assert 16 == len("application/json")
    assert exactly("/headers/Content-Type", 16) in of_header(
        "Content-Type", "text/json"
    )
    assert "application/json" == sent().request.headers["Content-Type"]


def test_Y_F13_authorization_is_bearer_and_the_access_token() -> None:
    (found,) = of_header("Authorization", "synthetic-b2b-token")

    assert found.startswith("/headers/Authorization ") and "Bearer" in found
    assert "Bearer synthetic-b2b-token" == sent().request.headers["Authorization"]


def test_Y_F14_authorization_customer_is_bearer_and_the_customers_token(
    operation: ir.Operation,
) -> None:
    name = "Authorization-Customer"

    assert "Bearer synthetic-b2b2c-token" == sent().request.headers[name]
    assert (
        "the ACCESS-TOKEN B2B2C call"
        == fields_of(operation)[f"request.headers.{name}"].comes_from
    )


def test_Y_F15_x_timestamp_is_the_local_time_in_24_to_27_characters() -> None:
    says = "/headers/X-TIMESTAMP is text of 24 to 27 characters (verify-otp, table)"

    assert "2024-05-06T07:08:09+07:00" == sent().request.headers["X-TIMESTAMP"]
    assert says in of_header("X-TIMESTAMP", "2024-05-06T07:08:09Z")
    assert says in of_header("X-TIMESTAMP", "2024-05-06T07:08:09.000+07:00")


def test_Y_F16_x_signature_is_an_hmac_sha512_keyed_by_the_client_secret() -> None:
    wire = sent()

    assert signed_by_hand(wire) == wire.request.headers["X-SIGNATURE"]


def test_Y_F17_method_path_token_body_digest_and_time_are_signed(
    operation: ir.Operation,
) -> None:
    signature = operation.request.signature

    assert signature is not None
    assert (
        "method",
        "path",
        ir.FromCredential("b2b_token"),
        ir.Digest("SHA-256", minified=True),
        "timestamp",
    ) == signature.parts
    assert (":", "client_secret") == (signature.separator, signature.key)


def test_Y_F18_x_partner_id_is_text_of_exactly_6_characters() -> None:
    assert [exactly("/headers/X-PARTNER-ID", 6)] == of_header("X-PARTNER-ID", "SYNTH")
    assert AYOCONNECT["partner_id"] == sent().request.headers["X-PARTNER-ID"]


def test_Y_F19_x_external_id_is_32_letters_and_digits_shared_in_the_flow() -> None:
    name = "X-EXTERNAL-ID"
    chars = "has letters and digits only (verify-otp, table)"

    assert [exactly(f"/headers/{name}", 32)] == of_header(name, FLOW[1:])
    assert [f"/headers/{name} {chars}"] == of_header(name, FLOW[1:] + "-")
    assert FLOW == sent().request.headers[name]


def test_Y_F20_channel_id_is_5_digits_and_the_same_in_the_flow(
    operation: ir.Operation,
) -> None:
    name = "CHANNEL-ID"
    rules = {rule.field: rule for rule in rules_of(operation, "same-in-flow")}

    assert [exactly(f"/headers/{name}", 5)] == of_header(name, "1234")
    assert [f"/headers/{name} has digits only (verify-otp, table)"] == of_header(
        name, "1234a"
    )
    assert "headers.CHANNEL-ID" in rules


def test_Y_F21_the_reply_is_json_of_any_further_members() -> None:
    reply = answered({**VERIFIED, "synthetic": 1})

    assert isinstance(reply, VerifyOtpAnswered)
    assert ((), 1) == (observations(reply), reply.model_dump()["synthetic"])


@pytest.mark.parametrize("name", HEADERS)
def test_Y_F22_all_eight_headers_are_required(name: str) -> None:
    headers = {each: HEADERS[each] for each in HEADERS if each != name}
    request = {"query": {}, "headers": headers, "body": BODY}

    assert [f"/headers/{name} is required (verify-otp, table)"] == told(
        validators.verify_otp_request(request)
    )


@pytest.mark.parametrize("name", BODY)
def test_Y_F22_all_six_body_fields_are_required(name: str) -> None:
    body = {each: BODY[each] for each in BODY if each != name}
    request = {"query": {}, "headers": HEADERS, "body": body}

    assert [f"/body/{name} is required (verify-otp, table)"] == told(
        validators.verify_otp_request(request)
    )


def test_Y_F23_a_code_is_http_status_and_service_and_case_in_7_digits(
    operation: ir.Operation,
) -> None:
    codes = {code.code: code.http for code in operation.codes}

    assert 200 == codes["2000400"]
    assert {code: int(code[:3]) for code in codes} == codes
    assert all(re.fullmatch(r"[2-5]\d\d04\d\d", code) for code in codes)
    assert "2000400" == answered(VERIFIED).response_code


# Defects -------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [f"Y-D{each}" for each in range(1, 26)])
def test_defect_has_a_decision(operation: ir.Operation, number: str) -> None:
    assert decision(operation, number).decided


def test_the_defects_are_those_of_the_page(operation: ir.Operation) -> None:
    assert [f"Y-D{each}" for each in range(1, 26)] == [
        defect.id for defect in operation.defects
    ]


def test_Y_D1_the_lost_names_are_sent_in_the_order_of_the_page() -> None:
    wire = sent()
    names = [name.decode() for name, _ in wire.request.headers.raw]

    assert list(BODY) == list(wire.body)
    assert list(HEADERS) == [name for name in names if name in HEADERS]


def test_Y_D2_the_lists_of_values_are_not_passed_off_as_the_pages(
    operation: ir.Operation,
) -> None:
    fields = fields_of(operation)

    assert ("external", "inferred") == (
        fields["request.body.action"].evidence_of("enum").kind,
        fields["request.headers.Content-Type"].evidence_of("const").kind,
    )


def test_Y_D3_method_and_path_are_inferred_and_the_path_can_be_replaced(
    operation: ir.Operation,
) -> None:
    request = operation.request
    older = {"facts": {"verify_otp.path": "/api/v1.0/otp-verification"}}

    assert ("inferred", "inferred") == (
        request.method_evidence.kind,
        request.path_evidence.kind,
    )
    assert "/api/v1.0/otp-verification" == sent(older).request.url.path


def test_Y_D3_the_sandbox_is_of_another_source_and_production_unknown(
    partner_of: Any,
) -> None:
    sandbox, production = partner_of("ayoconnect").environments

    assert ("external", "unknown") == (sandbox.evidence.kind, production.base_url)
    with pytest.raises(errors.InvalidSetting, match="does not say the base URL"):
        ayoconnect(Wire(), environment="production")


@pytest.mark.parametrize("name", ["responseCode", "responseMessage"])
def test_Y_D4_code_and_message_are_required_of_a_reply(name: str) -> None:
    least = coded("2000400")
    one = {each: least[each] for each in least if each != name}

    assert isinstance(answered(least), VerifyOtpAnswered)
    assert unknown(one).reason in ("unreadable", "undocumented-reply")


def test_Y_D5_the_callers_number_is_an_argument(operation: ir.Operation) -> None:
    field = fields_of(operation)["request.body.originalPartnerReferenceNo"]

    assert ir.Caller() == field.source
    assert "The caller's number" in field.summary


def test_Y_D6_a_payment_or_an_unbinding_triggers_the_otp(
    operation: ir.Operation,
) -> None:
    (before,) = rules_of(operation, "prerequisite")

    assert "OTP Creation (a payment or an unbinding triggers it)" == before.after


@pytest.mark.parametrize("hours", [-3, 0, 7, 8, 9])
def test_Y_D7_a_timestamp_has_25_characters_and_is_never_written_with_z(
    hours: int,
) -> None:
    moment = datetime(2024, 1, 2, 3, 4, 5, 678901, timezone(timedelta(hours=hours)))
    stamp = sent({"clock": lambda: moment}).request.headers["X-TIMESTAMP"]

    assert f"2024-01-02T03:04:05{hours:+03d}:00" == stamp
    assert 25 == len(stamp)


def test_Y_D7_the_clock_is_read_once_for_header_and_signature() -> None:
    moments = [datetime(2024, 1, 2, 3, 4, second, tzinfo=UTC) for second in range(9)]
    wire = sent({"clock": lambda: moments.pop(0)})

    assert 8 == len(moments)
    assert signed_by_hand(wire) == wire.request.headers["X-SIGNATURE"]


def test_Y_D7_a_clock_without_a_zone_is_refused() -> None:
    naive = {"clock": lambda: datetime(2024, 1, 2, 3, 4, 5)}

    assert ["/headers/X-TIMESTAMP form"] == unsent(naive)


def test_Y_D8_one_value_serves_all_calls_of_a_flow() -> None:
    wire = Wire(VERIFIED)
    flow = ayoconnect(wire).flow(external_id=FLOW)
    given = {name: CALL[name] for name in CALL if name != "external_id"}
    flow.verify_otp(**given)
    flow.verify_otp(**given)

    assert [FLOW, FLOW] == [each.headers["X-EXTERNAL-ID"] for each in wire.sent]


def test_Y_D8_an_argument_goes_before_the_flow() -> None:
    wire = Wire(VERIFIED)
    ayoconnect(wire).flow(external_id=FLOW).verify_otp(
        **{**CALL, "external_id": "3" * 32}
    )

    assert "3" * 32 == wire.request.headers["X-EXTERNAL-ID"]


def test_Y_D9_32_letters_and_digits_win_over_36_digits(
    operation: ir.Operation,
) -> None:
    defect = decision(operation, "Y-D9")

    assert ("request.headers.X-EXTERNAL-ID.chars",) == defect.explains
    assert ["/headers/X-EXTERNAL-ID length"] == unsent(external_id="1" * 36)
    assert "aB" * 16 == sent(external_id="aB" * 16).request.headers["X-EXTERNAL-ID"]


def test_Y_D10_the_device_is_not_sent(operation: ir.Operation) -> None:
    names = [each.wire_name for each in operation.request.headers]

    assert list(HEADERS) == names


def test_Y_D11_merchant_and_partner_are_two_credentials_that_may_be_equal() -> None:
    wire = sent(with_credential("partner_id", AYOCONNECT["merchant_id"]))

    assert AYOCONNECT["merchant_id"] == wire.request.headers["X-PARTNER-ID"]
    assert AYOCONNECT["partner_id"] != AYOCONNECT["merchant_id"]


def test_Y_D12_the_signature_is_hex_by_default() -> None:
    assert re.fullmatch(r"[0-9a-f]{128}", sent().request.headers["X-SIGNATURE"])


def test_Y_D12_a_fact_switches_the_signature_to_base64() -> None:
    fact = {"facts": {"verify_otp.signature.encoding": "base64"}}
    signature = sent(fact).request.headers["X-SIGNATURE"]

    assert re.fullmatch(r"[A-Za-z0-9+/]{86}==", signature)


def test_Y_D12_hex_is_not_passed_off_as_the_pages(operation: ir.Operation) -> None:
    signature = operation.request.signature

    assert signature is not None
    assert ("hex", "external") == (signature.encoding, signature.encoding_evidence.kind)


def test_Y_D13_white_space_between_tokens_is_dropped_and_nothing_else() -> None:
    recipe = OPERATION.signature
    assert recipe is not None

    def signed(body: bytes) -> str:
        return sign(
            recipe,
            method="POST",
            path="/x",
            body=body,
            timestamp="t",
            credentials=AYOCONNECT,
            encoding="hex",
        )

    minified = signed(b'{"b":"two  spaces","a":null}')

    assert minified == signed(b'{ "b" :\t"two  spaces",\r\n"a" : null }')
    assert minified != signed(b'{"b":"twospaces","a":null}')
    assert minified != signed(b'{"a":null,"b":"two  spaces"}')


def test_Y_D13_the_bytes_that_are_sent_are_those_that_are_signed() -> None:
    info = {"text": "two  spaces / \u00e9 \u0001", "nothing": None}
    wire = sent(additional_info=info)

    assert signed_by_hand(wire) == wire.request.headers["X-SIGNATURE"]
    assert info == wire.body["additionalInfo"]


def test_Y_D14_the_token_of_the_business_is_signed_and_not_the_customers() -> None:
    wire = sent()
    signature = wire.request.headers["X-SIGNATURE"]

    assert signed_by_hand(wire, token=AYOCONNECT["b2b_token"]) == signature
    assert signed_by_hand(wire, token=AYOCONNECT["b2b2c_token"]) != signature


def test_Y_D15_the_path_is_signed_as_it_is_sent_with_its_prefix() -> None:
    wire = sent({"base_url": "https://synthetic.example/gateway"})

    assert "/gateway/dd/api/v3.0/otp-verification" == wire.request.url.path
    assert signed_by_hand(wire) == wire.request.headers["X-SIGNATURE"]


def test_Y_D16_additional_info_is_an_open_object_and_may_be_empty() -> None:
    assert {} == sent(additional_info={}).body["additionalInfo"]
    assert {"any": [1]} == sent(additional_info={"any": [1]}).body["additionalInfo"]


@pytest.mark.parametrize(
    ("code", "status", "name"),
    [
        ("4000402", 400, "InvalidMandatoryField"),
        ("4010400", 401, "Unauthorized"),
        ("4030412", 403, "OtpExpired"),
        ("4040415", 404, "InvalidOtp"),
        ("5000401", 500, "InternalServerError"),
        ("2020400", 202, "RequestInProgress"),
    ],
)
def test_Y_D17_a_documented_code_that_is_no_success_is_an_open_outcome_by_name(
    code: str, status: int, name: str
) -> None:
    error = unknown(coded(code), status)

    assert getattr(errors, name) is type(error)
    assert ("documented", code, status) == (error.reason, error.code, error.http_status)
    assert code == error.reply.response_code


def test_Y_D17_no_documented_code_fails_the_transaction(
    operation: ir.Operation,
) -> None:
    kinds = [getattr(errors, code.error) for code in operation.codes if code.error]

    assert all(issubclass(kind, errors.OutcomeUnknown) for kind in kinds)
    assert len(operation.codes) - 1 == len(kinds)


def test_Y_D18_no_rule_has_a_time(operation: ir.Operation) -> None:
    assert {None} == {rule.seconds for rule in operation.rules}


def test_Y_D19_the_content_type_is_sent_with_the_request() -> None:
    assert "application/json" == sent().request.headers["Content-Type"]


@pytest.mark.parametrize(
    "name", ["Authorization", "Authorization-Customer", "X-SIGNATURE"]
)
def test_Y_D20_three_headers_have_no_length(operation: ir.Operation, name: str) -> None:
    constraints = fields_of(operation)[f"request.headers.{name}"].constraints

    assert "length" not in {each.rule for each in constraints}


def test_Y_D21_a_fixed_length_is_one_exact_length() -> None:
    assert "between" not in of_member("otp", "0")[0]
    assert [exactly("/body/otp", 6)] == of_member("otp", "0")


def test_Y_D22_both_words_of_action_fit_its_range_of_lengths(
    operation: ir.Operation,
) -> None:
    rules = {
        each.rule for each in fields_of(operation)["request.body.action"].constraints
    }

    assert {"length", "enum"} == rules
    assert [7, 9] == [len("payment"), len("unbinding")]
    assert [] == [*of_member("action", "payment"), *of_member("action", "unbinding")]


@pytest.mark.parametrize("otp", ["abcdef", "00000x", "\u0664" * 6])
def test_Y_D23_an_otp_is_six_characters_of_any_kind(otp: str) -> None:
    assert otp == sent(otp=otp).body["otp"]


def test_Y_D24_parts_of_the_website_are_left_out(operation: ir.Operation) -> None:
    texts = [operation.summary, *(rule.say for rule in operation.rules)]
    chrome = ("Recent Requests", "Loading", "Log in", "Try It")

    assert not [text for text in texts if any(word in text for word in chrome)]


def test_Y_D25_a_code_of_the_older_service_34_is_not_documented() -> None:
    assert "undocumented-code" == unknown(coded("2003400")).reason
    assert "/dd/api/v3.0/otp-verification" == sent().request.url.path


# Signatures ----------------------------------------------------------------------------


def test_a_call_goes_over_a_real_wire_signed_over_its_own_bytes() -> None:
    with listening(http("200 OK", VERIFIED)) as server:
        client = AyoconnectClient(base_url=server.url, credentials=AYOCONNECT)
        client.verify_otp(**CALL)
    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    lines = dict(line.split(b": ", 1) for line in head.split(b"\r\n")[1:])
    text = b":".join(
        [
            b"POST:/dd/api/v3.0/otp-verification",
            b"synthetic-b2b-token",
            hashlib.sha256(body).hexdigest().encode(),
            lines[b"X-TIMESTAMP"],
        ]
    )
    key = AYOCONNECT["client_secret"].encode()

    assert hmac.new(key, text, hashlib.sha512).hexdigest().encode() == (
        lines[b"X-SIGNATURE"]
    )


def test_no_action_is_sent_in_another_case_unless_a_fact_says_so() -> None:
    upper = {"facts": {"verify_otp.body.action.case": "upper"}}

    assert "Payment" == sent(action="Payment").body["action"]
    assert "PAYMENT" == sent(upper, action="payment").body["action"]


def test_the_call_is_never_repeated(operation: ir.Operation) -> None:
    with listening(b"") as server:
        client = AyoconnectClient(base_url=server.url, credentials=AYOCONNECT)
        with pytest.raises(errors.OutcomeUnknown):
            client.verify_otp(**CALL)

    assert (False, 1) == (operation.may_repeat, len(server.requests))


def test_credentials_are_no_arguments_of_the_call() -> None:
    arguments = inspect.signature(AyoconnectClient.verify_otp).parameters

    assert ["self", *CALL] == list(arguments)


def test_an_echoed_reference_of_another_call_leaves_the_outcome_open() -> None:
    other = changed(VERIFIED, "originalReferenceNo", to="9" * 32)

    assert "contradictory" == unknown(other).reason


def test_the_form_of_the_timestamp_is_that_of_the_page() -> None:
    moment = datetime(2024, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=7)))

    assert "2024-01-02T03:04:05+07:00" == forms.X_TIMESTAMP.write(moment)
