"""Codes that stand for many, codes of several levels, and their texts."""

from __future__ import annotations

import pytest

from specmill.runtime.codes import known
from specmill.runtime.declare import Code
from specmill.runtime.errors import Rejected

CODES = {
    "1..19": Code(error=None, match="range"),
    "5xx54xx": Code(error=None, match="pattern"),
    "17": Code(error=None),
    "5025401": Code(error=None),
    "001..099": Code(error=None, match="range"),
    "2x": Code(error=None, match="pattern"),
    "20..90": Code(error=None, match="range"),
    "A": Code(error=None),
    "A/1": Code(error=None),
}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("1", "1..19"),
        ("19", "1..19"),
        ("17", "17"),
        ("001", "001..099"),
        ("099", "001..099"),
        ("21", "2x"),
        ("30", "20..90"),
        ("5035499", "5xx54xx"),
        ("5025401", "5025401"),
        ("A/1", "A/1"),
        ("A/2", "A"),
        ("A/2/3", "A"),
        ("A", "A"),
    ],
)
def test_a_code_is_the_one_that_the_documentation_says(text: str, key: str) -> None:
    assert CODES[key] is known(CODES, text, "/")


@pytest.mark.parametrize(
    "text",
    [
        "0",
        "100",
        "01",
        "\u0661",
        "-1",
        "1.5",
        "5x354xx",
        "503549",
        "5xx54xx",
        "1..19",
        "B/1",
    ],
)
def test_no_other_code_is_documented(text: str) -> None:
    assert known(CODES, text, "/") is None


def test_levels_count_only_where_codes_have_some() -> None:
    assert known(CODES, "A/2") is None


class BadMember(Rejected):
    documented_message = "The member {field} is wrong: {reason}."


class TwoTexts(Rejected):
    documented_messages = ("No {name}", "{name} again")


@pytest.mark.parametrize(
    ("error", "named"),
    [
        (
            BadMember(message="The member otp is wrong: too long."),
            {"field": "otp", "reason": "too long"},
        ),
        (BadMember(message="The member  is wrong: too long"), {}),
        (BadMember(message="Something else"), {}),
        (BadMember(), {}),
        (TwoTexts(message="No card"), {"name": "card"}),
        (TwoTexts(message="Card again"), {"name": "Card"}),
        (Rejected(message="x"), {}),
    ],
)
def test_a_message_tells_what_its_template_names(
    error: Rejected, named: dict[str, str]
) -> None:
    assert named == error.named
