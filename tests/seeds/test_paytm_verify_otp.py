"""Paytm, Verify OTP: its facts P-F1 to P-F27, its defects P-D1 to P-D27.

P-F27, the tabs of languages, is not held; `specs/not_held.md` says why.
"""

from __future__ import annotations

import base64
import hashlib
import inspect
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import MISSING
from seeds_wire import (
    PAYTM,
    Wire,
    changed,
    decision,
    fields_of,
    http,
    listening,
    paytm,
    told,
)

from partner_apis._runtime.model import observations
from partner_apis.paytm import PaytmClient, errors, validators
from partner_apis.paytm.forms import verify_otp as forms
from partner_apis.paytm.models.verify_otp import VerifyOtpAnswered
from specmill import ir

CALL: dict[str, Any] = {
    "mid": "SYNTHMID000000000001",
    "order_id": "SYNTH-ORDER-1",
    "token_type": "TXN_TOKEN",
    "token": "00000000-0000-4000-8000-000000000002",
    "otp": "000001",
}
QUERY = {"mid": CALL["mid"], "orderId": CALL["order_id"]}
HEADERS = {"Content-Type": "application/json"}
HEAD = {"tokenType": "TXN_TOKEN", "token": CALL["token"]}
BODY: dict[str, Any] = {"head": HEAD, "body": {"otp": CALL["otp"]}}
VERIFIED: dict[str, Any] = {
    "head": {"responseTimestamp": "1700000000002"},
    "body": {
        "resultInfo": {
            "resultStatus": "S",
            "resultCode": "0000",
            "resultMsg": "Success",
        },
        "authenticated": True,
        "payOptionsInfo": {"synthetic": {"any": 1}},
    },
}
CODES = {
    "501": ("System error", "SystemFault", "retry-later"),
    "1012": ("param missing", "ParameterMissing", "fix-request"),
    "1007": ("Missing mandatory element", "MandatoryElementMissing", "fix-request"),
    "1001": ("Request parameters are not valid", "InvalidParameters", "fix-request"),
    "1006": ("Your Session has expired", "SessionExpired", "restart"),
    "2013": (
        "Mid in the query param doesn't match with the Mid send in the request",
        "MidMismatch",
        "fix-request",
    ),
    "2014": (
        "OrderId in the query param doesn't match with the OrderId send in the request",
        "OrderIdMismatch",
        "fix-request",
    ),
    "403": ("Invalid OTP entered", "InvalidOtp", "ask-again"),
    "442": ("Invalid OTP, already used OTP entered.", "OtpAlreadyUsed", "restart"),
    "432": ("Login Failed", "LoginFailed", "restart"),
    "401": ("Authorization Failed", "AuthorizationFailed", "fix-credentials"),
    "434": ("Bad Request", "BadRequest", "fix-request"),
    "531": (
        "Oops ! You have reached OTP limit, please raise a query at paytm.com/care.",
        "OtpLimitReached",
        "restart",
    ),
    "2222": ("Invalid request body", "InvalidRequestBody", "fix-request"),
}
PRINTED_SECRETS = {
    "d8950883ad024c62",
    "de8139311e9b4faf",
    "084a373ccfbc57b0",
    "f4992bd239052b11",
}
"""Beginnings of the SHA-256 of what the sample call prints: pair, parts and token."""
ROOT = Path(__file__).parents[2]
BAD_INPUT = ("1012", "1007", "1001", "434", "2222")


def sent(**given: Any) -> Wire:
    """Return the wire after a call whose OTP was right."""
    wire = Wire(VERIFIED)
    paytm(wire).verify_otp(**{**CALL, **given})
    return wire


def answered(answer: Any, status: int = 200) -> Any:
    """Return what a call makes of *answer*, or raise what it raises."""
    return paytm(Wire(answer, status)).verify_otp(**CALL)


def failing(code: str, message: str = "synthetic", status: str = "F") -> dict[str, Any]:
    result = {"resultStatus": status, "resultCode": code, "resultMsg": message}
    return {"head": VERIFIED["head"], "body": {"resultInfo": result}}


def refused(answer: Any, status: int = 200) -> errors.Rejected:
    with pytest.raises(errors.Rejected) as caught:
        answered(answer, status)
    return caught.value


def unknown(answer: Any, status: int = 200) -> errors.OutcomeUnknown:
    with pytest.raises(errors.OutcomeUnknown) as caught:
        answered(answer, status)
    return caught.value


def of_request(
    query: Any = QUERY, headers: Any = HEADERS, head: Any = HEAD, body: Any = None
) -> list[str]:
    """Return what the validator says of a request; *head* and *body* are its body's."""
    inner = {"head": head, "body": BODY["body"] if body is None else body}
    request = {"query": query, "headers": headers, "body": inner}
    return told(validators.verify_otp_request(request))


def of_reply(*path: str, to: Any) -> list[str]:
    """Return what the validator says of a reply with *to* at *path*."""
    return told(validators.verify_otp_answered(changed(VERIFIED, *path, to=to)))


def without(value: dict[str, Any], name: str) -> dict[str, Any]:
    return {each: value[each] for each in value if each != name}


@pytest.fixture
def operation(operation_of: Any) -> ir.Operation:
    found: ir.Operation = operation_of("paytm", "verify_otp")
    return found


# Facts ---------------------------------------------------------------------------------


def test_P_F1_the_page_is_verify_otp_api_and_the_method_post(
    operation: ir.Operation,
) -> None:
    assert "Verify OTP API" == operation.page.title
    assert ("POST", "POST") == (operation.request.method, sent().request.method)


def test_P_F2_it_checks_the_otp_and_finishes_the_login_to_the_router() -> None:
    purpose = "Check the OTP that a customer typed and finish the login to the router."

    assert str(PaytmClient.verify_otp.__doc__).startswith(purpose)


def test_P_F3_the_staging_url_has_mid_and_order_id_in_its_query() -> None:
    assert (
        "https://stage-router.paytm.in/aoa-pay-option-service/v2/otp/verify"
        "?mid=SYNTHMID000000000001&orderId=SYNTH-ORDER-1"
    ) == str(sent().request.url)


def test_P_F4_staging_and_production_are_the_environments(partner_of: Any) -> None:
    assert [
        ("staging", "https://stage-router.paytm.in"),
        ("production", "unknown"),
    ] == [(each.name, each.base_url) for each in partner_of("paytm").environments]


@pytest.mark.parametrize("name", ["mid", "orderId"])
def test_P_F5_mid_and_order_id_are_required_as_inferred_from_the_codes(
    name: str,
) -> None:
    (found,) = of_request(query=without(QUERY, name))

    assert found.startswith(
        f"/query/{name} is required (verify-otp, inferred: code 201"
    )


def test_P_F6_request_and_reply_are_json() -> None:
    wire = sent()

    assert "application/json" == wire.request.headers["Content-Type"]
    assert BODY == wire.body
    assert "undocumented-reply" == unknown("Success").reason


def test_P_F7_the_headers_of_the_sample_call_are_sent() -> None:
    headers = sent().request.headers
    pair = base64.b64encode(b"synthetic-user:synthetic-password").decode()

    assert [f"Basic {pair}", "application/json", "application/json"] == [
        headers[name] for name in ("Authorization", "Content-Type", "Accept")
    ]


def test_P_F8_the_request_is_an_envelope_of_head_and_body(
    operation: ir.Operation,
) -> None:
    fields = fields_of(operation)

    assert ["head", "body"] == list(sent().body)
    assert [True, True] == [
        fields[f"request.body.{name}"].envelope for name in ("head", "body")
    ]


def test_P_F9_request_time_stamp_is_optional_epoch_time_written_as_text() -> None:
    told_of = "/body/head/requestTimeStamp is text (verify-otp, table)"

    assert [told_of] == of_request(head={**HEAD, "requestTimeStamp": 1700000000})
    assert "requestTimeStamp" not in sent().body["head"]
    assert (
        "1700000000"
        == sent(request_time_stamp="1700000000").body["head"]["requestTimeStamp"]
    )


def test_P_F10_token_type_is_mandatory_text() -> None:
    at = "/body/head/tokenType"

    assert [f"{at} is required (verify-otp, table)"] == of_request(
        head=without(HEAD, "tokenType")
    )
    assert [f"{at} is text (verify-otp, table)"] == of_request(
        head={**HEAD, "tokenType": 1}
    )
    assert "TXN_TOKEN" == sent().body["head"]["tokenType"]


def test_P_F11_token_is_mandatory_text() -> None:
    at = "/body/head/token"

    assert [f"{at} is required (verify-otp, table)"] == of_request(
        head=without(HEAD, "token")
    )
    assert [f"{at} is text (verify-otp, table)"] == of_request(
        head={**HEAD, "token": 1}
    )
    assert CALL["token"] == sent().body["head"]["token"]


@pytest.mark.parametrize("channel", ["WEB", "WAP", "APP", "SYSTEM"])
def test_P_F12_channel_id_is_one_of_four_and_optional(channel: str) -> None:
    assert channel == sent(channel_id=channel).body["head"]["channelId"]
    assert "channelId" not in sent().body["head"]


def test_P_F12_web_is_assumed_when_channel_id_is_left_out(
    operation: ir.Operation,
) -> None:
    channel = fields_of(operation)["request.body.head.channelId"]

    assert (True, "WEB", "EChannelId Enum") == (
        channel.has_default,
        channel.default,
        channel.printed,
    )


def test_P_F13_version_is_only_in_the_sample_call(operation: ir.Operation) -> None:
    version = fields_of(operation)["request.body.head.version"]

    assert ("example", "unknown") == (
        version.evidence_of("type").kind,
        version.required,
    )
    assert "v1" == sent(version="v1").body["head"]["version"]


def test_P_F14_otp_is_mandatory_text_and_valid_for_one_session(
    operation: ir.Operation,
) -> None:
    (lifetime,) = (rule for rule in operation.rules if rule.kind == "lifetime")

    assert ["/body/body/otp is required (verify-otp, table)"] == of_request(body={})
    assert ["/body/body/otp is text (verify-otp, table)"] == of_request(body={"otp": 1})
    assert ("body.body.otp", "The OTP is valid for one session.") == (
        lifetime.field,
        lifetime.say,
    )


def test_P_F15_remember_me_is_an_optional_boolean() -> None:
    told_of = "/body/body/rememberMe is true or false (verify-otp, table)"

    assert [told_of] == of_request(body={"otp": "000001", "rememberMe": "true"})
    assert sent(remember_me=True).body["body"]["rememberMe"] is True
    assert "rememberMe" not in sent().body["body"]


def test_P_F16_response_timestamp_is_epoch_time_written_as_text() -> None:
    at = "/head/responseTimestamp"

    assert [f"{at} is text (verify-otp, table)"] == of_reply(
        "head", "responseTimestamp", to=1700000000
    )
    assert "1700000000002" == answered(VERIFIED).head.response_timestamp


def test_P_F17_result_info_is_an_object() -> None:
    assert ["/body/resultInfo is an object (verify-otp, table)"] == of_reply(
        "body", "resultInfo", to="S"
    )


def test_P_F18_result_status_is_text() -> None:
    assert ["/body/resultInfo/resultStatus is text (verify-otp, table)"] == of_reply(
        "body", "resultInfo", "resultStatus", to=1
    )
    assert "S" == answered(VERIFIED).body.result_info.result_status


def test_P_F19_result_code_is_text_of_at_most_64_characters() -> None:
    at = ("body", "resultInfo", "resultCode")

    assert [] == of_reply(*at, to="0" * 64)
    assert [
        "/body/resultInfo/resultCode is text of at most 64 characters (verify-otp, prose)"
    ] == of_reply(*at, to="0" * 65)


def test_P_F20_result_msg_is_text() -> None:
    assert ["/body/resultInfo/resultMsg is text (verify-otp, table)"] == of_reply(
        "body", "resultInfo", "resultMsg", to=1
    )
    assert "Success" == answered(VERIFIED).body.result_info.result_msg


def test_P_F21_authenticated_is_a_boolean() -> None:
    assert ["/body/authenticated is true or false (verify-otp, table)"] == of_reply(
        "body", "authenticated", to="true"
    )
    assert answered(VERIFIED).body.authenticated is True


def test_P_F22_pay_options_info_is_a_map() -> None:
    assert ["/body/payOptionsInfo is an object (verify-otp, table)"] == of_reply(
        "body", "payOptionsInfo", to=[]
    )
    assert {"synthetic": {"any": 1}} == answered(VERIFIED).body.pay_options_info


@pytest.mark.parametrize("code", ["0000", *CODES])
def test_P_F23_each_of_the_15_codes_has_its_status_and_message(
    operation: ir.Operation, code: str
) -> None:
    by_code = {each.code: each for each in operation.codes}
    status, message = ("S", "Success") if code == "0000" else ("F", CODES[code][0])

    assert ["0000", *CODES] == list(by_code)
    assert (message, (("status", status),), "table") == (
        by_code[code].message,
        by_code[code].agrees,
        by_code[code].evidence.kind,
    )


@pytest.mark.parametrize("code", CODES)
def test_P_F23_each_code_of_a_failure_has_an_exception_of_its_own(code: str) -> None:
    message, name, _ = CODES[code]
    kind = getattr(errors, name)
    with pytest.raises(kind) as caught:
        answered(failing(code, message))

    assert (kind, code, message) == (
        type(caught.value),
        caught.value.code,
        caught.value.documented_message,
    )


def test_P_F24_result_status_is_s_or_f(operation: ir.Operation) -> None:
    told_of = '/body/resultInfo/resultStatus is one of "S", "F"'
    (found,) = of_reply("body", "resultInfo", "resultStatus", to="U")

    assert found.startswith(told_of)
    assert {"S", "F"} == {dict(code.agrees)["status"] for code in operation.codes}


def test_P_F25_codes_are_text_with_zeros_in_front(operation: ir.Operation) -> None:
    assert {3, 4} == {len(code.code) for code in operation.codes}
    assert "undocumented-code" == unknown(failing("0", status="S")).reason


@pytest.mark.parametrize("code", CODES)
def test_P_F26_each_code_says_what_to_do_next(code: str) -> None:
    _, name, then = CODES[code]

    assert then == getattr(errors, name).then


def test_P_F26_only_a_system_error_leaves_the_outcome_open() -> None:
    open_ones = [
        code
        for code, (_, name, _) in CODES.items()
        if issubclass(getattr(errors, name), errors.OutcomeUnknown)
    ]

    assert ["501"] == open_ones


# Defects -------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [f"P-D{each}" for each in range(1, 28)])
def test_defect_has_a_decision(operation: ir.Operation, number: str) -> None:
    assert decision(operation, number).decided


def test_the_defects_are_those_of_the_page(operation: ir.Operation) -> None:
    assert [f"P-D{each}" for each in range(1, 28)] == [
        defect.id for defect in operation.defects
    ]


def test_P_D1_authorization_is_left_out_when_no_credentials_are_given() -> None:
    wire = Wire(VERIFIED)
    paytm(wire, credentials={}).verify_otp(**CALL)

    assert "Authorization" not in wire.request.headers


def test_P_D1_half_of_the_credentials_is_not_enough() -> None:
    wire = Wire(VERIFIED)
    with pytest.raises(errors.MissingCredential, match="'password' is missing"):
        paytm(wire, credentials={"user": "synthetic"}).verify_otp(**CALL)

    assert [] == wire.sent


def test_P_D2_nothing_of_the_printed_credential_is_in_specs_or_package() -> None:
    written = {
        hashlib.sha256(word.encode()).hexdigest()[:16]
        for folder in ("specs", "generated", "tests/seeds")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".yaml", ".md", ".py", ".toml")
        # What a public sandbox tells everyone may stand where it is marked as such.
        and not {"environments/sandbox.yaml", "environments/sandbox"} & _ends(path)
        for word in re.findall(r"[\w+/=-]{16,}", path.read_text())
    }

    assert set() == written & PRINTED_SECRETS


def _ends(path: Path) -> set[str]:
    """Return the last two parts of *path*, and the two before its name."""
    return {"/".join(path.parts[-2:]), "/".join(path.parts[-3:-1])}


def test_P_D2_the_password_is_secret_and_none_is_assumed(partner_of: Any) -> None:
    declared = {each.name: each for each in partner_of("paytm").credentials}
    parameters = inspect.signature(PaytmClient).parameters

    assert (False, True) == (declared["user"].secret, declared["password"].secret)
    assert parameters["credentials"].default is None


def test_P_D2_the_password_is_in_no_error() -> None:
    pair = base64.b64encode(b"synthetic-user:synthetic-password").decode()
    error = refused(failing("401", f"synthetic-password and {pair} are wrong"))

    assert "*** and *** are wrong" == error.message


def test_P_D3_version_is_sent_where_the_caller_passes_it() -> None:
    assert "version" not in sent().body["head"]
    assert "v9" == sent(version="v9").body["head"]["version"]


def test_P_D4_both_spellings_of_the_time_are_kept(operation: ir.Operation) -> None:
    assert {
        "request.body.head.requestTimeStamp",
        "replies.answered.body.head.responseTimestamp",
    } == {path for path in fields_of(operation) if "timestamp" in path.lower()}


def test_P_D5_without_a_unit_the_caller_passes_the_number() -> None:
    wire = Wire(VERIFIED)
    with pytest.raises(errors.InvalidRequest, match="seconds or milliseconds"):
        paytm(wire).verify_otp(**CALL, request_time_stamp=datetime.now(UTC))  # type: ignore[arg-type]

    assert [] == wire.sent


def test_P_D5_without_a_unit_the_time_of_a_reply_is_not_converted() -> None:
    reply = answered(VERIFIED)

    assert forms.RESPONSE_TIMESTAMP.fits(reply.head.response_timestamp)
    with pytest.raises(ValueError, match="does not say its unit"):
        forms.RESPONSE_TIMESTAMP.parse(reply.head.response_timestamp)


def test_P_D6_order_id_has_the_length_of_the_page_on_orders() -> None:
    assert [] == of_request(query={**QUERY, "orderId": "x" * 50})
    assert [
        "/query/orderId is text of at most 50 characters "
        "(verify-otp, external: Paytm Create Order page)"
    ] == of_request(query={**QUERY, "orderId": "x" * 51})


def test_P_D7_the_wire_name_is_order_id_with_a_small_d() -> None:
    assert ["mid", "orderId"] == list(sent().request.url.params)


@pytest.mark.parametrize("code", ["2013", "2014"])
def test_P_D8_mid_and_order_id_stand_in_the_query_alone(code: str) -> None:
    assert code == refused(failing(code)).code
    assert not {"mid", "orderId"} & {*sent().body["head"], *sent().body["body"]}


@pytest.mark.parametrize("kind", ["TXN_TOKEN", "CHECKSUM", "SYNTHETIC"])
def test_P_D9_token_type_is_any_text(kind: str) -> None:
    assert kind == sent(token_type=kind).body["head"]["tokenType"]


@pytest.mark.parametrize("channel", ["web", "POS", ""])
def test_P_D10_a_channel_that_is_not_printed_is_not_sent(channel: Any) -> None:
    wire = Wire(VERIFIED)
    with pytest.raises(errors.InvalidRequest, match="/body/head/channelId is one of"):
        paytm(wire).verify_otp(**CALL, channel_id=channel)

    assert [] == wire.sent


@pytest.mark.parametrize("otp", ["1", "000001", "any words"])
def test_P_D11_an_otp_may_have_any_length(otp: str) -> None:
    assert otp == sent(otp=otp).body["body"]["otp"]


def test_P_D12_remember_me_has_no_default(operation: ir.Operation) -> None:
    remember_me = fields_of(operation)["request.body.body.rememberMe"]

    assert (False, False) == (remember_me.has_default, remember_me.required)


def test_P_D13_the_made_up_example_of_the_reply_is_a_success(
    operation: ir.Operation,
) -> None:
    (reply,) = operation.replies

    assert isinstance(answered(reply.example), VerifyOtpAnswered)
    assert () == observations(answered(reply.example))


def test_P_D14_three_members_are_inside_result_info_and_two_beside_it() -> None:
    body = answered(VERIFIED).body

    assert {"result_info", "authenticated", "pay_options_info"} == set(
        type(body).model_fields
    )
    assert {"result_status", "result_code", "result_msg"} == set(
        type(body.result_info).model_fields
    )


def test_P_D15_no_txn_type_is_made_up(operation: ir.Operation) -> None:
    fields = fields_of(operation)
    status = fields["replies.answered.body.body.resultInfo.resultStatus"]

    assert "The class of the result." == status.summary
    assert not [path for path in fields if path.lower().endswith("txntype")]


def test_P_D16_another_status_is_reported_and_kept() -> None:
    (found,) = of_reply("body", "resultInfo", "resultStatus", to="U")

    assert "inferred: the two values of the code table" in found
    assert (
        "U" == unknown(failing("403", status="U")).reply.body.result_info.result_status
    )


def test_P_D16_a_status_that_disagrees_with_its_code_leaves_the_outcome_open() -> None:
    assert "contradictory" == unknown(failing("403", status="S")).reason
    assert "contradictory" == unknown(failing("0000", status="F")).reason


@pytest.mark.parametrize("options", [{}, {"x": None}, {"x": [1, "two"]}])
def test_P_D17_pay_options_hold_values_of_any_type(options: Any) -> None:
    reply = answered(changed(VERIFIED, "body", "payOptionsInfo", to=options))

    assert (options, ()) == (reply.body.pay_options_info, observations(reply))


def test_P_D17_a_failure_may_lack_options_and_authentication() -> None:
    reply = refused(failing("403")).reply

    assert (MISSING, MISSING) == (reply.body.authenticated, reply.body.pay_options_info)


def test_P_D18_a_reply_has_to_have_its_code_and_nothing_else() -> None:
    least = {"body": {"resultInfo": {"resultCode": "0000"}}}

    assert answered(least).head is MISSING
    assert "undocumented-reply" == unknown({"body": {"resultInfo": {}}}).reason


@pytest.mark.parametrize("code", ["401", "403", "501"])
@pytest.mark.parametrize("status", [200, 401, 403])
def test_P_D19_a_code_in_the_body_is_no_http_status(code: str, status: int) -> None:
    with pytest.raises(getattr(errors, CODES[code][1])) as caught:
        answered(failing(code), status)

    assert (code, status) == (caught.value.code, caught.value.http_status)


@pytest.mark.parametrize("status", [401, 403, 501])
def test_P_D19_an_http_status_without_a_code_is_no_refusal(status: int) -> None:
    assert status == unknown({}, status).http_status


def test_P_D20_five_codes_for_bad_input_are_five_exceptions() -> None:
    kinds = {type(refused(failing(code))) for code in BAD_INPUT}

    assert 5 == len(kinds)


@pytest.mark.parametrize("message", ["invalid otp entered.", "", "Success"])
def test_P_D21_the_message_decides_nothing(message: str) -> None:
    assert isinstance(refused(failing("403", message)), errors.InvalidOtp)


def test_P_D22_the_success_of_another_product_is_none_here() -> None:
    assert "undocumented-code" == unknown(failing("01", status="S")).reason


@pytest.mark.parametrize("code", ["0000", *CODES])
def test_P_D23_codes_statuses_and_messages_were_taken_apart(
    operation: ir.Operation, code: str
) -> None:
    message = next(each.message for each in operation.codes if each.code == code)

    assert re.fullmatch(r"\d{3,4}", code)
    assert not re.match(r"[0-9]|[SF][A-Z]|F[a-z]", message)


def test_P_D24_the_length_that_hides_in_a_sentence_has_its_evidence(
    operation: ir.Operation,
) -> None:
    path = "replies.answered.body.body.resultInfo.resultCode"

    assert "prose" == fields_of(operation)[path].evidence_of("length").kind


def test_P_D25_production_needs_a_base_url() -> None:
    with pytest.raises(
        errors.InvalidSetting, match="or the environment variable PAYTM_BASE"
    ):
        paytm(Wire(), environment="production")


def test_P_D26_neither_lifetime_nor_limit_has_a_number(operation: ir.Operation) -> None:
    assert {None} == {rule.seconds for rule in operation.rules}
    assert isinstance(refused(failing("531")), errors.OtpLimitReached)


def test_P_D27_the_media_type_has_the_evidence_of_the_sample(
    operation: ir.Operation,
) -> None:
    header = fields_of(operation)["request.headers.Content-Type"]

    assert ("example", "inferred") == (
        header.evidence_of("const").kind,
        header.evidence_of("required").kind,
    )


def test_a_call_goes_over_a_real_wire() -> None:
    with listening(http("200 OK", VERIFIED)) as server:
        client = PaytmClient(base_url=server.url, credentials=PAYTM)
        reply = client.verify_otp(**CALL)

    assert reply.body is not MISSING
    assert server.requests[0].startswith(
        b"POST /aoa-pay-option-service/v2/otp/verify?mid=SYNTHMID000000000001&orderId="
    )
