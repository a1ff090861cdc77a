"""Text of a spec: it arrives exactly as written, and nowhere by accident.

What the language does not hold to a safe alphabet (a summary, a name on the wire, an
example, a pattern, a code) is a `Verbatim` from `check` on.  It is compared, looked up,
measured and cut like any other text, but no f-string, `%`, `format`, `str`, `print` or
template writes it: they raise.  A sentence about it is made with `compose`, `joined` or
`+`, and is a `Verbatim` again.  It becomes a file by what writes literals, prose, cells
and JSON, each of which asks for the characters with `exact`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from operator import is_
from typing import Any, Final, NoReturn, TypeVar

_Value = TypeVar("_Value")


class Verbatim(str):
    """A text that somebody wrote, and that is not formatted."""

    __slots__ = ()

    def __new__(cls, text: str) -> Verbatim:
        return str.__new__(cls, str.__str__(text))

    # The values of JSON are told apart by their classes, and this is text.
    __class__ = property(  # pyright: ignore[reportIncompatibleMethodOverride]
        lambda self: str
    )

    def __str__(self) -> str:
        raise _refusal(self)

    def __format__(self, form: str) -> str:
        raise _refusal(self)

    def format(self, *given: object, **named: object) -> NoReturn:
        """Refuse: a text of a spec is no template, of `%` and `format_map` neither."""
        raise _refusal(self)

    def format_map(self, named: object) -> NoReturn:
        """Refuse."""
        raise _refusal(self)

    def __mod__(self, given: object) -> NoReturn:
        raise _refusal(self)

    def __rmod__(self, template: object) -> NoReturn:
        raise _refusal(self)

    def __repr__(self) -> str:
        """Return a literal of ASCII characters."""
        return ascii(str.__str__(self))

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return Verbatim, (exact(self),)

    def __iter__(self) -> Iterator[str]:
        return map(Verbatim, str.__iter__(self))

    def __add__(self, other: str) -> Verbatim:
        return Verbatim(str.__add__(self, other))

    def __radd__(self, other: str) -> Verbatim:
        return Verbatim(str.__add__(other, self))


def _refusal(text: str) -> TypeError:
    return TypeError(
        f"{text!r} is text of a spec, which is not formatted: write it as a literal, as"
        " prose or as a cell, or say it in a sentence with compose"
    )


_KEPT: Final = (
    *("__getitem__", "__mul__", "__rmul__", "capitalize", "casefold", "center"),
    *("expandtabs", "join", "ljust", "lower", "lstrip", "partition", "removeprefix"),
    *("removesuffix", "replace", "rjust", "rpartition", "rsplit", "rstrip", "split"),
    *("splitlines", "strip", "swapcase", "title", "translate", "upper", "zfill"),
)
"""What makes text of text; what comes of a `Verbatim` is one, too."""


def _keeping(method: Callable[..., Any]) -> Callable[..., Any]:
    def kept(self: str, *given: Any, **named: Any) -> Any:
        found = method(self, *given, **named)
        return Verbatim(found) if type(found) is str else verbatim(found)

    return kept


for _name in _KEPT:
    setattr(Verbatim, _name, _keeping(getattr(str, _name)))


class Said:
    """What says itself as text of a spec, and is formatted no more than that."""

    __slots__ = ()

    def __format__(self, form: str) -> str:
        return format(str(self), form)


# In and out -----------------------------------------------------------------------------


def verbatim(value: _Value) -> _Value:
    """Return text, or a value of JSON, with every text in it as text of a spec."""
    found: _Value = _each(value, Verbatim)
    return found


def exact(value: _Value) -> _Value:
    """Return text, JSON or rows of them with every text a plain one: the way out.

    It is for what writes each character so that it cannot mean something, and for what
    does not write; a test holds who may ask for it.
    """
    found: _Value = _each(value, str.__str__)
    return found


def _each(value: Any, change: Callable[[str], str]) -> Any:
    kind = type(value)
    if kind is str or kind is Verbatim:
        return change(value)
    if kind is tuple:
        found = tuple([_each(item, change) for item in value])
        return value if all(map(is_, found, value)) else found
    if kind in _PLAIN:
        return value
    if isinstance(value, dict):
        return {_each(key, change): _each(item, change) for key, item in value.items()}
    if isinstance(value, list):
        return [_each(item, change) for item in value]
    if isinstance(value, str):
        return change(value)
    names = _names(kind)  # type: ignore[arg-type]
    return _replaced(value, names, change) if names else value


_PLAIN: Final = frozenset({int, float, bool, type(None), bytes})
"""What holds no text, and is most of what there is besides."""


def _replaced(value: Any, names: Iterable[str], change: Callable[[str], str]) -> Any:
    found = {}
    is_other = False
    for name in names:
        old = getattr(value, name)
        new = found[name] = _each(old, change)
        is_other = is_other or new is not old
    return type(value)(**found) if is_other else value


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    """Return the names of the fields of a class of rows; none of another class."""
    if not is_dataclass(kind):
        return ()
    return tuple(each.name for each in fields(kind) if each.init)


# Sentences ------------------------------------------------------------------------------


def wording(value: object) -> Verbatim:
    """Return *value*, which somebody wrote, as text of a spec."""
    return Verbatim(value if isinstance(value, str) else str(value))


def compose(sentence: str, *values: object) -> Verbatim:
    """Return *sentence* with each of *values* where it has `{}`."""
    opening, *rest = _parts(sentence)
    told = [opening]
    for value, part in zip(values, rest, strict=True):
        told += (value if isinstance(value, str) else str(value), part)
    return str.__new__(Verbatim, "".join(told))


@cache
def _parts(sentence: str) -> list[str]:
    return re.split(r"\{\}", sentence)


def joined(between: str, texts: Iterable[str]) -> Verbatim:
    """Return *texts* with *between* between them."""
    return Verbatim(between.join(texts))


def as_json(value: object) -> Verbatim:
    """Return *value* as JSON, for a sentence."""
    return Verbatim(json.dumps(value, ensure_ascii=False))
