"""What a plain scalar means: the YAML 1.2 core schema, less what readers disagree on.

Only `true`, `false`, `null`, decimal integers and decimal fractions are anything but
text.  A scalar that some YAML reader would change is refused, never guessed.
"""

from __future__ import annotations

import re

from .nodes import Value

DIGITS = 15
"""How many digits a number keeps in every JSON and YAML reader (IEEE 754 double)."""

_WORDS: dict[str, Value] = {"true": True, "false": False, "null": None}

_AMBIGUOUS_WORDS = {
    **dict.fromkeys(
        ("y", "n", "yes", "no", "on", "off", "true", "false"), "truth-word"
    ),
    **dict.fromkeys(("null", "~"), "null-word"),
    **dict.fromkeys((".inf", "+.inf", "-.inf", ".nan"), "not-a-number"),
    "=": "yaml-sign",
    "<<": "merge-key",
}
_LONGEST_WORD = max(map(len, _AMBIGUOUS_WORDS))

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?P<fraction>\.[0-9]+)?")

TELLING = frozenset("+-.0123456789") | {
    char for word in _AMBIGUOUS_WORDS for char in word[0] + word[0].upper()
}
"""What every scalar starts with that is not plainly text: the rest needs no look."""

# The first that matches the whole scalar counts; each takes linear time.
_AMBIGUOUS_NUMBERS = tuple(
    (re.compile(pattern), code)
    for pattern, code in (
        (r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt\s].*)?", "date"),
        (r"[-+]?0(?:[xX][0-9a-fA-F_]+|[oO][0-7_]+|[bB][01_]+)", "other-base"),
        (r"[-+]?[0-9][0-9_]*(?::[0-9]{1,2})+(?:\.[0-9_]*)?", "sexagesimal"),
        (r"[-+]?(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)[eE][-+]?[0-9]+",
         "exponent"),
        (r"[-+]?(?:[0-9]+_[0-9_]*(?:\.[0-9_]*)?|[0-9]*\.[0-9]+_[0-9_]*)",
         "digit-separator"),
        (r"\+(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)", "plus-sign"),
        (r"-0", "minus-zero"),
        (r"-?0[0-9]+(?:\.[0-9]*)?", "leading-zero"),
        (r"-?(?:[0-9]+\.|\.[0-9]+)", "bare-point"),
    )
)  # fmt: skip


def plain_value(text: str) -> Value:
    """What a plain scalar is, where `ambiguity` has nothing against it."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "-0123456789" and (number := _NUMBER.fullmatch(text)):
        return float(text) if number["fraction"] else int(text)
    return text


def ambiguity(text: str) -> str | None:
    """The code of the diagnostic that a plain scalar deserves; None for most."""
    if len(text) <= _LONGEST_WORD and text not in _WORDS:
        code = _AMBIGUOUS_WORDS.get(text.lower())
        if code:
            return code
    return _ambiguous_number(text) if text[0] in "+-.0123456789" else None


def _ambiguous_number(text: str) -> str | None:
    for pattern, code in _AMBIGUOUS_NUMBERS:
        if pattern.fullmatch(text):
            return code
    is_number = _NUMBER.fullmatch(text) is not None
    return "number-too-long" if is_number and _digits(text) > DIGITS else None


def _digits(text: str) -> int:
    return len(text.lstrip("-0.").replace(".", ""))
