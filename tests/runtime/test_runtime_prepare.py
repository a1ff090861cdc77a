"""What is sent: every octet follows from the declaration, or nothing is sent."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime_miniature import (
    CALL,
    CREDENTIALS,
    CREDIT_HISTORY,
    FACTS,
    NOW,
    OTP,
    PARTNER,
    PASSWORD,
    SIGNATURE,
    TOKEN,
    VERIFY_OTP,
    ToypayClient,
)

from specmill.runtime.absent import ABSENT
from specmill.runtime.declare import Argument, Clock, Member, Operation
from specmill.runtime.errors import InvalidRequest, MissingCredential, MissingFact
from specmill.runtime.prepare import Prepared, prepare
from specmill.runtime.settings import Settings
from specmill.runtime.signing import sign
from specmill.runtime.strict_json import decode
from specmill.runtime.wire import Epoch

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def made(**more: Any) -> Settings:
    given: dict[str, Any] = {
        "fact_names": ToypayClient._fact_names,
        "environment": None,
        "base_url": "https://toypay.example/api/",
        "credentials": CREDENTIALS,
        "facts": FACTS,
        "timeout": 30.0,
        "clock": lambda: NOW,
        **more,
    }
    return Settings.of(PARTNER, **given)


def prepared(operation: Operation = VERIFY_OTP, /, **more: Any) -> Prepared:
    return prepare(made(), operation, {**CALL, **more})


def headers(call: Prepared) -> dict[str, str]:
    return dict(call.request.headers)


def body(call: Prepared) -> Any:
    assert call.request.body is not None
    return json.loads(call.request.body)


def refused(operation: Operation = VERIFY_OTP, /, **more: Any) -> list[str]:
    with pytest.raises(InvalidRequest) as caught:
        prepared(operation, **more)
    return [violation.pointer for violation in caught.value.violations]


def test_the_url_is_base_path_and_query() -> None:
    assert "https://toypay.example/api/v2/b1/otp?mid=M1" == prepared().request.url


def test_a_query_value_is_percent_encoded() -> None:
    url = prepared(mid="a b&c=d/é+%").request.url

    assert url.endswith("?mid=a%20b%26c%3Dd%2F%C3%A9%2B%25")


def test_a_number_in_the_query_is_its_digits() -> None:
    assert prepared(note=7).request.url.endswith("&note=7")


def test_a_path_segment_cannot_change_the_route() -> None:
    assert "/v2/a%2Fb..%3Fb%23%25/otp" in prepared(branch="a/b..?b#%").request.url


@pytest.mark.parametrize(
    "branch",
    [
        "",
        ".",
        "..",
        "\ud800",
        ABSENT,
        "/",
        "a/",
        "a//b",
        "a/../b",
        "../a",
        "..\\a",
        "a\r\n",
        "a\x00",
        "\x7f",
    ],
)
def test_a_path_segment_that_is_no_segment_is_refused(branch: Any) -> None:
    assert ["/segments/branch"] == refused(branch=branch)


def test_members_of_the_body_keep_their_order_and_nesting() -> None:
    call = prepared(token="T", reference="R")

    assert [
        ("head", {"version": "v1", "token": "T"}),
        ("otp", OTP),
        ("reference", "R"),
    ] == list(body(call).items())


def test_what_is_absent_is_left_out() -> None:
    assert "reference" not in body(prepared(reference=ABSENT))


def test_none_is_sent_as_null() -> None:
    assert body(prepared(reference=None))["reference"] is None


def test_none_outside_a_body_is_refused() -> None:
    assert ["/query/mid"] == refused(mid=None)


def test_a_value_is_written_in_its_form() -> None:
    assert "03/02/2026" == body(prepared(due=date(2026, 2, 3)))["due"]


def test_text_is_taken_as_it_is() -> None:
    assert "tomorrow" == body(prepared(due="tomorrow"))["due"]


def test_a_value_that_its_form_cannot_write_is_refused() -> None:
    assert ["/body/due"] == refused(due=datetime(2026, 2, 3))


def test_a_value_without_a_json_form_is_refused_where_it_stands() -> None:
    assert ["/body/extra/when"] == refused(extra={"when": NOW})


def test_all_violations_are_told_at_once() -> None:
    pointers = refused(mid=ABSENT, otp="1", due=datetime(2026, 2, 3), extra=b"")

    assert {"/query/mid", "/body/otp", "/body/due", "/body/extra"} >= set(pointers)
    assert len(pointers) >= 3


def test_a_credential_goes_into_its_header_with_its_prefix() -> None:
    assert f"Bearer {TOKEN}" == headers(prepared())["Authorization"]


def test_two_credentials_make_a_basic_header() -> None:
    pair = base64.b64encode(f"toy:{PASSWORD}".encode()).decode()

    assert f"Basic {pair}" == headers(prepared())["X-Basic"]


def test_credentials_that_are_not_required_can_be_missing() -> None:
    needed = {name: CREDENTIALS[name] for name in ("access_token", "client_key")}
    call = prepare(made(credentials=needed), VERIFY_OTP, CALL)

    assert "X-Basic" not in headers(call)


def test_half_a_basic_header_is_refused() -> None:
    most = {name: text for name, text in CREDENTIALS.items() if name != "password"}

    with pytest.raises(MissingCredential, match="TOYPAY_PASSWORD"):
        prepare(made(credentials=most), VERIFY_OTP, CALL)


def test_a_required_credential_cannot_be_missing() -> None:
    with pytest.raises(MissingCredential, match="TOYPAY_ACCESS_TOKEN"):
        prepare(made(credentials={"client_key": "k"}), VERIFY_OTP, CALL)


def test_the_key_of_the_signature_cannot_be_missing() -> None:
    with pytest.raises(MissingCredential, match="TOYPAY_CLIENT_KEY"):
        prepare(made(credentials={"access_token": "t"}), VERIFY_OTP, CALL)


def test_a_credential_is_read_from_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TOYPAY_ACCESS_TOKEN", "from-env")
    call = prepare(made(credentials={"client_key": "k"}), VERIFY_OTP, CALL)

    assert "Bearer from-env" == headers(call)["Authorization"]


def test_a_credential_that_is_a_function_is_asked_once_in_a_call() -> None:
    asked: list[int] = []

    def token() -> str:
        asked.append(1)
        return f"token-{len(asked)}"

    supplied: dict[str, Any] = {**CREDENTIALS, "access_token": token}
    call = prepare(made(credentials=supplied), VERIFY_OTP, CALL)

    assert ([1], "Bearer token-1") == (asked, headers(call)["Authorization"])


@pytest.mark.parametrize("given", ["", None, 7])
def test_a_function_that_returns_no_text_supplies_no_credential(given: Any) -> None:
    supplied: dict[str, Any] = {**CREDENTIALS, "access_token": lambda: given}

    with pytest.raises(MissingCredential):
        prepare(made(credentials=supplied), VERIFY_OTP, CALL)


@pytest.mark.parametrize(
    "bad",
    [
        "4711\r\nX-Evil: 1",
        "4711\n",
        "4711\x00",
        " 4711",
        "4711 ",
        "4711\u20ac",
        "\x7f4711",
    ],
)
def test_a_header_that_would_be_more_than_one_is_refused(bad: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        prepared(external_id=bad)

    assert "/headers/X-EXTERNAL-ID" == caught.value.violations[0].pointer
    assert "4711" not in str(caught.value)


def test_a_credential_that_breaks_its_header_is_refused() -> None:
    supplied = {**CREDENTIALS, "access_token": "a\r\nb"}

    with pytest.raises(InvalidRequest, match="/headers/Authorization"):
        prepare(made(credentials=supplied), VERIFY_OTP, CALL)


def test_neither_compression_nor_reuse_is_asked_for() -> None:
    sent = headers(prepared())

    assert ("identity", "close") == (sent["Accept-Encoding"], sent["Connection"])


def test_the_declared_content_type_is_the_only_one() -> None:
    names = [name for name, _ in prepared().request.headers]

    assert 1 == names.count("Content-Type")


def test_the_signature_covers_the_octets_that_are_sent() -> None:
    call = prepared(reference="é  /")
    assert call.request.body is not None
    signature = sign(
        SIGNATURE,
        method="POST",
        path="/api/v2/b1/otp",
        body=call.request.body,
        timestamp=headers(call)["X-TIMESTAMP"],
        credentials=CREDENTIALS,
        encoding="hex",
    )

    assert signature == headers(call)["X-SIGNATURE"]


def test_the_clock_is_read_once() -> None:
    read: list[datetime] = []

    def clock() -> datetime:
        read.append(NOW)
        return NOW

    second = Member(
        place="body",
        path=("at",),
        source=Clock(),
        required=False,
        form=Epoch("seconds", as_text=True),
    )
    operation = replace(VERIFY_OTP, members=(*VERIFY_OTP.members, second))
    prepare(made(clock=clock), operation, CALL)

    assert 1 == len(read)


def test_the_clock_is_local_time_with_its_offset() -> None:
    call = prepare(made(clock=None), VERIFY_OTP, CALL)
    told = datetime.fromisoformat(headers(call)["X-TIMESTAMP"])

    assert abs((told - datetime.now().astimezone()).total_seconds()) < 5


def test_a_clock_without_a_zone_is_refused() -> None:
    with pytest.raises(InvalidRequest, match="/headers/X-TIMESTAMP must be a datetime"):
        prepare(made(clock=lambda: datetime(2026, 1, 1)), VERIFY_OTP, CALL)


def test_an_unknown_encoding_must_be_supplied() -> None:
    with pytest.raises(MissingFact, match=r"facts=\{'verify_otp.signature.encoding'"):
        prepare(made(facts={}), VERIFY_OTP, CALL)


def test_a_fact_of_the_environment_settles_it() -> None:
    settings = made(environment="staging", base_url=None, facts={})

    assert headers(prepare(settings, VERIFY_OTP, CALL))["X-SIGNATURE"].endswith("=")


def test_a_fact_of_the_caller_goes_before_one_of_the_environment() -> None:
    call = prepare(made(environment="staging"), VERIFY_OTP, CALL)

    assert 128 == len(headers(call)["X-SIGNATURE"])


def test_an_unknown_path_must_be_supplied() -> None:
    with pytest.raises(MissingFact, match="the path of the URL"):
        prepare(made(facts={}), CREDIT_HISTORY, {})


def test_a_body_goes_with_a_get() -> None:
    call = prepare(made(), CREDIT_HISTORY, {"id": "7"})

    assert ("GET", b'{"id":"7"}') == (call.request.method, call.request.body)


def test_an_operation_without_a_body_sends_none() -> None:
    operation = replace(CREDIT_HISTORY, has_body=False, members=())

    assert prepare(made(), operation, {}).request.body is None


def test_an_unknown_letter_case_leaves_the_value_alone() -> None:
    assert "Payment" == body(prepared(action="Payment"))["action"]


@pytest.mark.parametrize(("case", "sent"), [("upper", "PAYMENT"), ("lower", "payment")])
def test_a_fact_decides_the_letter_case(case: str, sent: str) -> None:
    facts = {**FACTS, "verify_otp.body.action.case": case}
    call = prepare(made(facts=facts), VERIFY_OTP, {**CALL, "action": "Payment"})

    assert sent == body(call)["action"]


def test_a_documented_letter_case_is_kept_to() -> None:
    member = Member(
        place="body",
        path=("kind",),
        source=Argument("kind"),
        required=False,
        letter_case="lower",
    )
    operation = replace(VERIFY_OTP, members=(*VERIFY_OTP.members, member))

    assert "neft" == body(prepared(operation, kind="NEFT"))["kind"]


def test_a_flow_value_is_taken_from_the_flow() -> None:
    settings = made().bind({"external_id": "FLOW"}, ())
    call = prepare(settings, VERIFY_OTP, {**CALL, "external_id": ABSENT})

    assert "FLOW" == headers(call)["X-EXTERNAL-ID"]


def test_an_argument_goes_before_the_flow() -> None:
    settings = made().bind({"external_id": "FLOW"}, ())

    assert "E1" == headers(prepare(settings, VERIFY_OTP, CALL))["X-EXTERNAL-ID"]


def test_a_flow_value_is_never_invented() -> None:
    assert ["/headers/X-EXTERNAL-ID"] == refused(external_id=ABSENT)


def test_an_identifier_that_cannot_be_a_method_is_refused() -> None:
    assert "/method" in refused(replace(VERIFY_OTP, method="GET / HTTP/1.1\r\n"))


@pytest.mark.parametrize(
    "shown", [repr(prepared()), repr(made())], ids=["prepared", "settings"]
)
def test_no_repr_shows_a_value(shown: str) -> None:
    assert not any(text in shown for text in (*CREDENTIALS.values(), OTP, "M1"))


@given(st.dictionaries(TEXT, TEXT | st.integers() | st.none() | st.lists(TEXT)))
def test_any_open_object_is_signed_as_sent_and_read_as_given(extra: Any) -> None:
    call = prepared(extra=extra)
    assert call.request.body is not None
    sent: Any = decode(call.request.body)
    signature = sign(
        SIGNATURE,
        method="POST",
        path="/api/v2/b1/otp",
        body=call.request.body,
        timestamp=headers(call)["X-TIMESTAMP"],
        credentials=CREDENTIALS,
        encoding="hex",
    )

    assert (extra, signature) == (sent["extra"], headers(call)["X-SIGNATURE"])


@given(st.text(max_size=20))
def test_any_argument_is_sent_or_refused(text: str) -> None:
    try:
        call = prepared(mid=text, external_id=text, branch=text)
    except InvalidRequest:
        return

    assert call.request.url.isascii()


def test_a_method_that_the_page_does_not_allow_is_refused() -> None:
    fact = "verify_otp.method"
    names = (*ToypayClient._fact_names, fact)
    settings = made(fact_names=names, facts={**FACTS, fact: "PUT"})
    allowing = replace(VERIFY_OTP, methods=("GET", "POST"))

    with pytest.raises(InvalidRequest) as caught:
        prepare(settings, allowing, CALL)

    assert ["/method"] == [each.pointer for each in caught.value.violations]
