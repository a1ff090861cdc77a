"""Signatures, times and requests, held to values computed by hand."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from specmill.harness.contract import Contract
from specmill.harness.edits import Put, Raw, Spaced, Written
from specmill.harness.moments import is_written, written
from specmill.harness.reading import contract_of
from specmill.harness.recipes import Moment
from specmill.harness.requests import (
    from_environment,
    made_up,
    request_of,
    signed_of,
)
from specmill.harness.signatures import (
    Signed,
    message_of,
    minified,
    signature,
)
from specmill.harness.slips import HOW

AT = datetime(2024, 1, 31, 10, 20, 30, 456789, tzinfo=timezone(timedelta(hours=7)))


def test_the_signature_covers_what_is_sent(contract: Contract) -> None:
    request = request_of(contract, made_up(contract), (), "http://host/acme/", AT)
    digest = hashlib.sha256(request.body).hexdigest()
    signed = (
        f"POST:/acme/confirm:example-token:{digest}:2024-01-31T10:20:30+07:00"
    ).encode()

    expected = hmac.new(b"example-secret", signed, "sha512").hexdigest()

    assert expected == dict(request.headers)["X-Sign"]


def test_white_space_is_not_signed(contract: Contract) -> None:
    tight = request_of(contract, made_up(contract), (), at=AT)
    spaced = request_of(contract, made_up(contract), (Spaced(),), at=AT)

    assert tight.body != spaced.body
    assert dict(tight.headers)["X-Sign"] == dict(spaced.headers)["X-Sign"]


def test_a_signature_that_was_put_stays(contract: Contract) -> None:
    request = request_of(contract, made_up(contract), (Put("/headers/X-Sign", "x"),))

    assert "x" == dict(request.headers)["X-Sign"]


def test_the_query_is_signed_where_the_page_says_so(document: dict[str, Any]) -> None:
    document["request"]["signature"]["signs_query"] = True
    contract = contract_of(document)
    request = request_of(contract, made_up(contract), (), at=AT)
    digest = hashlib.sha256(request.body).hexdigest()
    signed = (
        f"POST:/confirm?shop=S-1&page=1:example-token:{digest}:"
        "2024-01-31T10:20:30+07:00"
    ).encode()

    expected = hmac.new(b"example-secret", signed, "sha512").hexdigest()

    assert expected == dict(request.headers)["X-Sign"]


@pytest.mark.parametrize(
    "body, expected",
    [
        (b'{ "a" : 1 }', b'{"a":1}'),
        (b'{"a b": "c \\" d"}', b'{"a b":"c \\" d"}'),
        (b'["\\\\", " "]\r\n', b'["\\\\"," "]'),
        (b"", b""),
    ],
)
def test_minified_drops_white_space_outside_of_texts(
    body: bytes, expected: bytes
) -> None:
    assert expected == minified(body)


@pytest.mark.parametrize(
    "pattern, zone, expected",
    [
        ("yyyy-MM-ddTHH:mm:ssTZD", "", "2024-01-31T10:20:30+07:00"),
        ("yyyy-MM-ddTHH:mm:ss.SSSTZD", "+05:30", "2024-01-31T08:50:30.456+05:30"),
        ("dd/MM/yy", "", "31/01/24"),
        ("yyyyMMddHHmmss", "Z", "20240131032030"),
    ],
)
def test_a_time_is_written_as_the_page_prints_it(
    pattern: str, zone: str, expected: str
) -> None:
    moment = Moment("/x", "pattern", pattern, zone, None, True)

    assert expected == written(moment, AT)
    assert is_written(moment, expected)


@pytest.mark.parametrize(
    "kind, as_text, expected",
    [
        ("seconds", True, "1706671230"),
        ("milliseconds", True, "1706671230456"),
        ("epoch", False, 1706671230456),
    ],
)
def test_epoch_time_is_written_in_its_unit(
    kind: Any, as_text: bool, expected: str | int
) -> None:
    moment = Moment("/x", kind, "", "", None, as_text)

    assert expected == written(moment, AT)
    assert is_written(moment, expected)


@pytest.mark.parametrize("value", [True, 1.5, -1, "12", None])
def test_epoch_time_that_is_a_number_is_nothing_else(value: object) -> None:
    assert not is_written(Moment("/x", "epoch", "", "", None, False), value)


def test_odd_values_are_escaped_in_the_query(contract: Contract) -> None:
    request = request_of(contract, made_up(contract), (Put("/query/shop", "a b&c"),))

    assert "/confirm?shop=a%20b%26c&page=1" == request.target


def test_a_raw_body_goes_as_it_is(contract: Contract) -> None:
    assert b"{" == request_of(contract, made_up(contract), (Raw("{"),)).body


def test_credentials_of_a_real_server_come_from_the_environment(
    contract: Contract, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACME_TOKEN", "one")
    monkeypatch.setenv("ACME_SECRET", "two")

    assert {"token": "one", "secret": "two"} == dict(
        from_environment(contract, None).credentials
    )


def test_missing_credentials_are_named(
    contract: Contract, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ACME_TOKEN", raising=False)
    monkeypatch.setenv("ACME_SECRET", "two")

    with pytest.raises(LookupError, match="ACME_TOKEN"):
        from_environment(contract, None)


def test_facts_of_an_environment_settle_what_is_sent(contract: Contract) -> None:
    settled = contract.settled(
        {
            "confirm.path": "/v2/confirm",
            "confirm.method": "PUT",
            "confirm.signature.encoding": "base64",
            "confirm.signature.query": "included",
            "confirm.body.kind.case": "lower",
            "other.path": "/other",
        }
    )

    assert settled.recipe
    assert ("PUT", "/v2/confirm", "base64", True, "a") == (
        settled.method,
        settled.path,
        settled.recipe.encoding,
        settled.recipe.signs_query,
        settled.example["body"]["kind"],
    )


@pytest.mark.parametrize("how", HOW)
def test_a_broken_signature_is_never_the_right_one(
    contract: Contract, how: str
) -> None:
    assert contract.recipe
    signed = Signed("POST", "/confirm", "2026-01-02T03:04:05Z", b"{}")
    known = {each.name: each.example for each in contract.credentials}

    right = signature(contract.recipe, signed, known)
    assert right != signature(contract.recipe, signed, known, "whole", how)


def message(contract: Contract, part: str, how: str) -> bytes:
    assert contract.recipe
    signed = Signed("POST", "/confirm", "2026-01-02T03:04:05Z", b"{}")
    return message_of(contract.recipe, signed, {}, part, how)


def test_a_part_may_be_signed_after_the_next(contract: Contract) -> None:
    assert message(contract, "method", "after the next").startswith(b"/confirm:POST:")


def test_a_part_may_be_left_out_with_its_separator(contract: Contract) -> None:
    found = message(contract, "method", "and its separator left out")

    assert found.startswith(b"/confirm:")


def test_a_body_may_be_signed_by_another_digest(contract: Contract) -> None:
    due = hashlib.sha512(b"{}").hexdigest().encode()

    assert due in message(contract, "body", "by another digest")


def test_a_body_may_be_signed_itself(contract: Contract) -> None:
    assert b":{}:" in message(contract, "body", "as the body itself")


def test_a_body_may_be_signed_by_a_digest_that_is_named(contract: Contract) -> None:
    due = hashlib.md5(b"{}").hexdigest().encode()

    assert due in message(contract, "body", "by MD5")


def test_a_part_may_be_signed_last(contract: Contract) -> None:
    assert message(contract, "method", "at the end").endswith(b":POST")


def test_a_part_may_be_signed_first(contract: Contract) -> None:
    found = message(contract, "timestamp", "at the start")

    assert found.startswith(b"2026-01-02T03:04:05Z:POST:/confirm:")


def test_a_path_may_be_signed_as_the_whole_url(contract: Contract) -> None:
    found = message(contract, "path", "as the whole URL")

    assert found.startswith(b"POST:http://localhost/confirm:")


def test_what_is_signed_has_the_address_that_is_called(contract: Contract) -> None:
    signed = signed_of(contract, contract.example, b"", "https://host:8443/acme/")

    assert ("https://host:8443", "/acme/confirm") == (signed.origin, signed.path)


@pytest.mark.parametrize(
    "zone, expected", [("Z", "+00:00"), ("+07:00", "+0700"), ("-0330", "-03:30")]
)
def test_a_zone_may_be_signed_otherwise(zone: str, expected: str) -> None:
    told = HOW["with its zone written otherwise"](f"2026-01-02T03:04:05{zone}")

    assert f"2026-01-02T03:04:05{expected}" == told


@pytest.mark.parametrize(
    "how, made",
    [
        ("without a key", "{0}"),
        ("of its key before the rest", "example-secret{0}"),
        ("of its key after the rest", "{0}example-secret"),
    ],
)
def test_a_signature_may_be_a_plain_digest(
    contract: Contract, how: str, made: str
) -> None:
    assert contract.recipe
    signed = Signed("POST", "/confirm", "2026-01-02T03:04:05Z", b"{}")
    known = {each.name: each.example for each in contract.credentials}
    right = message_of(contract.recipe, signed, known).decode()

    due = hashlib.sha512(made.format(right).encode()).hexdigest()

    assert due == signature(contract.recipe, signed, known, "algorithm", how)


def test_a_signature_may_be_by_another_hmac(contract: Contract) -> None:
    assert contract.recipe
    signed = Signed("POST", "/confirm", "2026-01-02T03:04:05Z", b"{}")
    known = {each.name: each.example for each in contract.credentials}
    right = message_of(contract.recipe, signed, known)

    due = hmac.new(b"example-secret", right, "sha1").hexdigest()

    assert due == signature(contract.recipe, signed, known, "algorithm", "HMAC-SHA1")


@pytest.mark.parametrize("how", ["cut to ten characters", "in other letter case"])
def test_a_part_that_a_slip_does_not_change_gets_longer(
    contract: Contract, how: str
) -> None:
    assert contract.recipe
    signed = Signed("POST", "/confirm", "1767323045", b"{}")

    assert message_of(contract.recipe, signed, {}, "timestamp", how).endswith(b"A")


def test_parts_may_be_joined_by_another_separator(contract: Contract) -> None:
    assert message(contract, "separator", "::").startswith(b"POST::/confirm::")


def test_a_body_may_be_signed_in_the_order_of_its_names(contract: Contract) -> None:
    assert contract.recipe
    body = b'{"b":[2,1],"a":{"d":"\xc3\xa9","c":1}}'
    due = b'{"a":{"c":1,"d":"\xc3\xa9"},"b":[2,1]}'

    by_name = Signed("POST", "/", "", due)
    right = message_of(contract.recipe, by_name, {})
    signed = Signed("POST", "/", "", body)
    assert right == message_of(
        contract.recipe, signed, {}, "body", "in the order of its names"
    )


@pytest.mark.parametrize(
    ("time", "later"),
    [
        ("2026-01-02T03:04:05+07:00", "2026-01-02T03:04:06+07:00"),
        ("2026-01-02T03:04:09.5-0330", "2026-01-02T03:04:09.6-0330"),
        ("2026-01-02T03:04:09Z", "2026-01-02T03:04:00Z"),
        ("1700000000000", "1700000000001"),
    ],
)
def test_a_moment_later_is_within_the_same_minute(time: str, later: str) -> None:
    assert later == HOW["a moment later"](time)


def test_a_body_may_be_long(contract: Contract) -> None:
    right = request_of(contract, made_up(contract))
    long = request_of(contract, made_up(contract), (Written("wide"),))

    assert json.loads(right.body) == json.loads(long.body)
    assert len(long.body) > 1000
