"""Which documented code an answer has: one by itself, or one of a pattern or range."""

from __future__ import annotations

from collections.abc import Mapping

from .declare import Code


def known(codes: Mapping[str, Code], text: str, separator: str = "") -> Code | None:
    """Return what *text* means; None where the documentation does not say.

    A code that is listed goes before patterns and ranges, of which the first one that
    has it counts. Of several levels, joined by *separator*, the last one is dropped
    where all of them together are not listed.
    """
    found = codes.get(text)
    if found is not None and found.match == "exact":
        return found
    for key, code in codes.items():
        if code.match != "exact" and has(code.match, key, text):
            return code
    if separator and separator in text:
        return known(codes, text.rpartition(separator)[0], separator)
    return None


def has(match: str, key: str, text: str) -> bool:
    """Tell whether the code *text* is *key*, or one of those that it stands for."""
    if match == "pattern":
        return len(key) == len(text) and all(map(_is_sign, key, text))
    if match == "range":
        low, high = key.split("..")
        return _is_between(low, high, text)
    return key == text


def _is_sign(sign: str, mine: str) -> bool:
    return mine in "0123456789" if sign == "x" else sign == mine


def _is_between(low: str, high: str, text: str) -> bool:
    """Compare as numbers; zeros on the left count as they do in the lower end."""
    if not (text.isascii() and text.isdecimal() and len(text) <= len(high)):
        return False
    number = int(text)
    is_written_so = text == str(number).zfill(len(low))
    return is_written_so and int(low) <= number <= int(high)
