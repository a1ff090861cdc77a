"""Single values as text and back, for formats that know nothing else."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import Final

from .strict_json import MAX_DIGITS, ExactNumber, Unreadable

_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")


def read_leaf(kind: str, text: str) -> object:
    """Return *text* as what it is to be; text that is none of that stays text.

    What stays is told by the validator, where the documentation asks for more.
    """
    if kind == "boolean" and text in ("true", "false"):
        return text == "true"
    if kind == "integer" and len(text) <= MAX_DIGITS and _INTEGER.fullmatch(text):
        return int(text)
    if kind == "number" and len(text) <= MAX_DIGITS and _NUMBER.fullmatch(text):
        return ExactNumber(text)
    return text


def write_leaf(value: object) -> str | None:
    """Return a single value as text; None for one with parts, for null, for no number."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _decimal(value) if math.isfinite(value) else None
    return str(value) if isinstance(value, str | int) else None


def _decimal(value: float) -> str:
    """Return a number without an exponent, with the digits it was given with."""
    if isinstance(value, ExactNumber):
        return format(value.exact, "f")
    return format(Decimal(repr(value)), "f")


def decoded(body: bytes) -> str:
    """Return a body as text; Unreadable where it is not UTF-8."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        text = None  # an exception in flight would keep the body alive
    if text is None:
        raise Unreadable("the body is not UTF-8")
    return text.removeprefix("\ufeff")
