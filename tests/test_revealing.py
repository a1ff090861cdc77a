"""What looks like a secret or a person is told by `check`; what is made up is not."""

from __future__ import annotations

import pytest

from specmill.diagnostics import Diagnostic
from specmill.read import read
from specmill.revealing import looks_like, revealing

REAL = {
    "-----BEGIN RSA " + "PRIVATE KEY-----": "a private key",
    "eyJhbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiI5OTEifQ.": "a signed token (JWT)",
    "AKIA" + "Q7ZP3LM9XK2VBN4T": "a key of a cloud",
    "ghp" + "_Zk3vQ9tX1mB7cR5wY8nL2dF6hJ4sG0aPqWeR": "an access token",
    "xoxb" + "-481920-Qm7Zr2Lk9Vx": "an access token",
    "sk" + "_live_9aXq27LmZr31": "an access token",
    "Authorization: Basic YWxpY2U6a1h0OS1xUjJ3": "credentials",
    "https://alice:kXt9qR2w@api.acme.io/v1": "credentials",
    "Bearer 9aXq27LmZr31vB8t": "an access token",
    "maria.lopez@mailbox.io": "a mail address",
    "GB29NWBK60161331926819": "a number of an account",
    "4539 5787 6362 1486": "a number of a card",
    "BNZPM2501F": "a tax number",
    "3f9c0a7be1d24856b7a9c01de58f2746": "a token or a key",
    "f3a91c07-5be2-4d68-9b1a-6c0e72d4a85f": "a token or a key",
    "+91 98302 17465": "a telephone number",
}
MADE_UP = (
    *(
        "",
        "123456",
        "888888",
        "0000",
        "2026-01-31T10:20:30+07:00",
        "Basic auth",
        "Bearer x",
    ),
    *("maria@example.com", "a@sandbox.test", "00000000-0000-0000-0000-000000000000"),
    *(
        "1234567890123456",
        "+911234567890",
        "https://docs.example.com/pay",
        "ABCDE1234F0",
    ),
    *(
        "4111 1111 1111 1111",
        "sk_live_example000",
        "Bearer <your token here>",
        "REF-20260131-1",
    ),
    *("Check the OTP that a customer typed.", "application/x-www-form-urlencoded"),
    *(
        "0123456789abcdef0123456789abcdef",
        "HMAC-SHA256",
        "/openapi/v1/banking/transfers",
    ),
)


@pytest.mark.parametrize(("text", "what"), REAL.items())
def test_what_looks_real_is_named(text: str, what: str) -> None:
    assert what == looks_like(text)


@pytest.mark.parametrize("text", MADE_UP)
def test_what_is_made_up_is_left_alone(text: str) -> None:
    assert looks_like(text) is None


def found(text: str) -> list[Diagnostic]:
    return list(revealing(read("a", text.encode())))


def test_every_place_of_a_file_is_looked_at() -> None:
    text = "a: [{b: maria.lopez@mailbox.io}]\nc: '4539578763621486'\n"

    assert [(1, 9), (2, 4)] == [each.location[1:] for each in found(text)]


def test_an_example_that_is_masked_is_left_alone() -> None:
    assert [] == found("f: {masked: true, example: maria.lopez@mailbox.io}\n")


def test_masking_an_example_hides_nothing_else() -> None:
    assert 1 == len(found("f: {masked: true, summary: maria.lopez@mailbox.io}\n"))


def test_the_values_of_a_public_sandbox_are_left_alone() -> None:
    assert [] == found("environment: e\nvalues: {mail: maria.lopez@mailbox.io}\n")


def test_the_warning_does_not_repeat_the_text() -> None:
    (warning,) = found("a: maria.lopez@mailbox.io\n")

    assert "maria" not in warning.message


def test_looking_takes_little_time() -> None:
    for text in (
        "a" * 65536,
        "a@" * 32768,
        "+1 " * 20000,
        "A1" * 32768,
        "x://" * 16384,
    ):
        looks_like(text)
