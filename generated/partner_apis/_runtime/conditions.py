"""What generated validators ask about several members of a message at once.

A comparison with a member that is not there, or that cannot be read, is neither true nor
false; its own limits tell what is wrong with it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final, cast

from .wire import Form


def member(value: object, *path: str) -> Any:
    """Return what stands at *path*; None where nothing or null does."""
    for step in path:
        if not isinstance(value, dict):
            return None
        value = cast("dict[str, object]", value).get(step)
    return value


def joined(*parts: object) -> str | None:
    """Return *parts* as one text; None where one of them is not there."""
    if any(part is None for part in parts):
        return None
    return "".join(map(str, parts))


def same(first: object, second: object) -> bool:
    """Tell whether two members are there and have one value."""
    return first is not None and second is not None and first == second


def differ(first: object, second: object) -> bool:
    """Tell whether two members are there and have different values."""
    return first is not None and second is not None and first != second


def below(first: object, second: object, form: Form[Any] | None = None) -> bool:
    """Tell whether *first* is less than *second*; *form* is how both are written."""
    return _compared(first, second, form) == -1


def at_most(first: object, second: object, form: Form[Any] | None = None) -> bool:
    """Tell whether *first* is less than *second*, or the same."""
    return _compared(first, second, form) in (-1, 0)


def _compared(first: object, second: object, form: Form[Any] | None) -> int | None:
    """Return -1, 0 or 1; None where the two cannot be compared."""
    one, other = _read(first, form), _read(second, form)
    if one is None or other is None:
        return None
    return int(one > other) - int(one < other)


_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?", re.ASCII)


def _read(value: object, form: Form[Any] | None) -> Any:
    if value is None or isinstance(value, bool):
        return None
    if form is not None:
        try:
            return form.parse(value)
        except ValueError:
            return None
    is_number = _NUMBER.fullmatch(str(value))
    return Decimal(str(value)) if is_number else None
