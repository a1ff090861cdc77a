"""Secrets in every form that a server or a library may give them."""

from __future__ import annotations

import base64
import html
import json
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import pytest

from specmill.harness.cases import came, sent
from specmill.harness.contract import Contract
from specmill.harness.reading import contract_of
from specmill.harness.requests import Values, request_of
from specmill.harness.secrets import MASK, address, masks, of_address, visible
from specmill.harness.wire import Answer

SECRET = 'pä"s/ \\wörd&<'


@pytest.mark.parametrize(
    "form",
    [
        SECRET,
        json.dumps(SECRET),
        json.dumps(SECRET, ensure_ascii=False),
        quote(SECRET, safe=""),
        repr(SECRET),
        html.escape(SECRET),
        html.escape(SECRET, quote=False),
        base64.b64encode(SECRET.encode()).decode(),
    ],
)
def test_a_secret_is_hidden_in_the_form(form: str) -> None:
    told = masks([SECRET])(f"before {form} after")

    assert told.startswith("before ")
    assert MASK in told
    assert not [part for part in ("pä", "p\\u00e4", "w\\u00f6", "wör") if part in told]
    assert base64.b64encode(SECRET.encode()).decode() not in told


def test_a_part_of_a_longer_secret_leaves_nothing_of_it() -> None:
    assert f"{MASK} {MASK}" == masks(["token", "token-of-acme"])("token-of-acme token")


def test_a_short_secret_is_hidden_where_it_is_a_word() -> None:
    assert f"id={MASK} said" == masks(["id1", "ai"])("id=id1 said")


def test_no_secret_hides_nothing() -> None:
    assert "text" == masks(["", None, 3])("text")


def test_an_address_is_told_without_what_it_carries() -> None:
    told = address("https://user:pass@host.example:8443/v1?key=1")

    assert "https://***@host.example:8443/v1?***" == told


def test_a_password_in_an_address_is_hidden_wherever_it_is_told() -> None:
    mask = of_address("https://user:pass-word@host.example/v1")

    assert "curl https://***@host.example and ***" == mask(
        "curl https://user:pass-word@host.example and pass-word"
    )


def test_what_nobody_sees_is_an_escape() -> None:
    assert "a\n\\u202e\\x1b[0m\\u200b\\xa0é" == visible("a\n\u202e\x1b[0m\u200b\xa0é")


VALUES = Values({"token": "the-real-token", "secret": "the-real-secret"})


def answered(contract: Contract, body: Any) -> str:
    request = request_of(contract, VALUES)
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return came(contract, VALUES, request, Answer(200, (), content))


@pytest.mark.parametrize(
    "body",
    [
        {"text": "the-real-token"},
        {"text": "Bearer the-real-token"},
        {"deep": [{"the-real-secret": 1}]},
        b"<p>the-real-token</p>",
        b"x" * 1190 + b"the-real-secret",
        {"text": "your OTP 123456 is wrong"},
        {"OTP": 654321},
    ],
)
def test_an_answer_repeats_no_secret(contract: Contract, body: Any) -> None:
    told = answered(contract, body)

    assert MASK in told or "characters more" in told
    for secret in ("the-real", "123456", "654321", "the-"):
        assert secret not in told


def test_a_signature_that_is_repeated_is_hidden(contract: Contract) -> None:
    request = request_of(contract, VALUES)
    sign = dict(request.headers)["X-Sign"]

    told = came(contract, VALUES, request, Answer(401, (), f"bad {sign}".encode()))

    assert "came: HTTP 401\n    bad ***" == told


def test_a_secret_of_the_reply_is_hidden_and_its_absence_is_not(
    document: dict[str, Any],
) -> None:
    contract = contract_of({**document, "hidden": ["access"]})

    assert '{"access": "***"}' in answered(contract, {"access": "of-the-server"})
    assert '{"access": null}' in answered(contract, {"access": None})


def test_a_request_tells_the_rest_of_itself(contract: Contract) -> None:
    told = sent(contract, VALUES, request_of(contract, VALUES))

    assert "the-real" not in told
    assert '"otp": "***"' in told
    assert "POST /confirm?shop=S-1&page=1" in told


def test_a_secret_of_the_query_is_hidden(contract: Contract) -> None:
    hiding = replace(contract, secrets=(*contract.secrets, "/query/shop"))

    assert "shop=***" in sent(hiding, VALUES, request_of(hiding, VALUES))
