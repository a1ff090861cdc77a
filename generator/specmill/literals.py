"""Values -> Python source that is plain ASCII, in the quotes that black would choose."""

from __future__ import annotations

from functools import lru_cache
from typing import Any


def literal(value: Any) -> str:
    """Return *value* (text, octets, number, truth, None, lists, dicts) as Python.

    Everything that is not plain ASCII is written as an escape, so that no text of a
    spec can end its literal, reorder a line or hide in it.
    """
    if value is None or isinstance(value, bool | int | float):
        return repr(value)
    if isinstance(value, bytes):
        return f"b{in_double_quotes(repr(value)[1:])}"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        inner = ", ".join(
            f"{literal(key)}: {literal(item)}" for key, item in value.items()
        )
        return "{" + inner + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, tuple):
        tail = "," if len(value) == 1 else ""
        return "(" + ", ".join(map(literal, value)) + tail + ")"
    raise TypeError(f"no literal for {type(value).__name__}")


@lru_cache(maxsize=4096)
def quoted(text: str) -> str:
    """Return *text* as a Python literal in double quotes, as black would leave it."""
    return in_double_quotes(ascii(text))


def in_double_quotes(written: str) -> str:
    """Return a literal in double quotes, unless that takes more escapes."""
    if written.startswith('"'):
        return written
    inner = written[1:-1].replace("\\'", "'")
    if inner.count('"') > inner.count("'"):
        return written
    return '"' + inner.replace('"', '\\"') + '"'
