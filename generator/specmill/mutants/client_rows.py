"""What the tables of wrong declarations are made of: a row, and ways to write otherwise.

A row is a call of the generated declarations, a keyword of it, and what could stand there.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from ..harness.pointers import pointer_of
from ..light import dataclass
from .client_source import Source, Subject

SENDS: Final = "test_sends_what_the_page_documents"
REFUSES: Final = "test_refuses_to_send"
REPLIES: Final = "test_reads_every_reply"
CODES: Final = "test_reads_every_code"
STRICT: Final = "test_reads_strictly"
SETTINGS: Final = "test_is_set_up_as_documented"
NOTHING: Final = "*()"
"""What stands for a left out item of a tuple."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A call in the declarations of an operation."""

    subject: Subject
    source: Source
    call: ast.Call
    siblings: tuple[ast.Call, ...]
    """All calls of its kind, in order."""

    def value(self, keyword: str) -> ast.expr | None:
        return next((k.value for k in self.call.keywords if k.arg == keyword), None)

    def text(self, keyword: str) -> str:
        """Return what is written for *keyword*; empty where it is left out."""
        found = self.value(keyword)
        return self.source.written(found) if found is not None else ""

    def literal(self, keyword: str) -> Any:
        found = self.value(keyword)
        return ast.literal_eval(found) if found is not None else None

    @property
    def next(self) -> Declared | None:
        """Return the one after it, the first after the last; None if it is alone."""
        others = [each for each in self.siblings if each is not self.call]
        after = [each for each in others if each.lineno > self.call.lineno]
        found = next(iter(after or others), None)
        if found is None:
            return None
        return Declared(self.subject, self.source, found, self.siblings)


Others = Callable[[Declared], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One way to declare something wrong."""

    operator: str
    call: str
    """The class of `declare` that is called."""
    keyword: str
    """The keyword whose value is another; empty where the whole call is."""
    others: Others
    """What is written instead; None of them where it would change nothing."""
    says: str
    first: str = SENDS


def member_at(each: Declared) -> str:
    """Return the pointer of a member of the request."""
    place = {"header": "headers"}.get(each.literal("place"), each.literal("place"))
    return pointer_of((place, *each.literal("path")))


def all_of(subject: Subject, source: Source, kind: str) -> Iterator[Declared]:
    """Yield every call of a class of `declare`, as *kind* names it."""
    calls = tuple(
        call
        for call in source.all(ast.Call)
        if isinstance(call.func, ast.Attribute) and call.func.attr == kind
    )
    for call in calls:
        yield Declared(subject, source, call, calls)


def source_of(each: Declared) -> tuple[str, list[str]]:
    """Return the kind of a member's source and its texts."""
    call = each.value("source")
    assert isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
    return call.func.attr, [each.source.written(argument) for argument in call.args]


def comes_from(*kinds: str) -> Callable[[Declared], bool]:
    """Tell whether the source of a member is one of *kinds*."""
    return lambda each: source_of(each)[0] in kinds


def only_if(holds: Callable[[Declared], bool], others: Others) -> Others:
    """Write what *others* says where it *holds*, and nothing elsewhere."""
    return lambda each: others(each) if holds(each) else ()


def always(*texts: str) -> Others:
    """Write these, whatever stands there."""
    return lambda each: texts


def quoted(change: Callable[[str], str], keyword: str) -> Others:
    """Change the text that is written for *keyword*."""

    def others(each: Declared) -> Iterator[str]:
        text = each.literal(keyword)
        if isinstance(text, str) and change(text) != text:
            yield repr(change(text))

    return others


def as_tuple(parts: list[str]) -> str:
    """Return the source of a tuple of what *parts* say."""
    return f"({''.join(f'{part}, ' for part in parts)})"


def other_of(keyword: str, *texts: str) -> Others:
    """Write each of *texts* that does not stand there, where something does."""

    def others(each: Declared) -> Iterator[str]:
        if each.text(keyword):
            yield from (text for text in texts if text != each.text(keyword))

    return others


def shorter(keyword: str) -> Others:
    """Write a tuple without one of its items, each in turn."""

    def others(each: Declared) -> Iterator[str]:
        node = each.value(keyword)
        if isinstance(node, ast.Tuple):
            parts = [each.source.written(part) for part in node.elts]
            for at in range(len(parts)):
                yield as_tuple(parts[:at] + parts[at + 1 :])

    return others


def other_names(keyword: str) -> Others:
    """Write a path whose last name is another, and none."""

    def others(each: Declared) -> Iterator[str]:
        path = each.literal(keyword)
        if path:
            yield repr((*path[:-1], f"{path[-1]}x"))
            yield "None"

    return others


def of_next(keyword: str) -> Others:
    """Write what the next call of its kind has there."""

    def others(each: Declared) -> Iterator[str]:
        other = each.next
        if other and other.text(keyword) not in ("", each.text(keyword)):
            yield other.text(keyword)

    return others
