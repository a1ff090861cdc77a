"""Mutants of what a generated client declares: its members, signature, replies, codes.

What would change nothing is not made: a header in another letter case is the same
header, and a secret that is declared twice is still kept.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import Final

from .client_members import MEMBERS
from .client_replies import REPLIES_AND_CODES
from .client_request import REQUEST
from .client_rows import Declared, Row, all_of, member_at
from .client_source import Change, Subject

ROWS: Final = (*MEMBERS, *REQUEST, *REPLIES_AND_CODES)


def changes(subject: Subject) -> Iterator[Change]:
    """Yield what can be declared wrong of the operation."""
    source = subject.source(f"operations/{subject.operation.name}.py")
    for row in ROWS:
        for each in all_of(subject, source, row.call):
            yield from _changes(row, each)


def _changes(row: Row, each: Declared) -> Iterator[Change]:
    at = AT[row.call](each)
    node = each.value(row.keyword) if row.keyword else each.call
    for text in row.others(each):
        if node is None or text == each.source.written(node):
            continue
        yield Change(
            operator=row.operator,
            at=" ".join(filter(None, (at, text if row.keyword else ""))),
            says=row.says.format(at=at, text=text),
            file=each.source.file,
            start=each.source.start(node),
            end=each.source.end(node),
            text=text,
            fact=FACTS[row.call](at),
            first=row.first,
        )


def _code(each: Declared) -> str:
    items = each.source.all(ast.Dict)
    key = next(
        key
        for table in items
        for key, value in zip(table.keys, table.values, strict=True)
        if value is each.call
    )
    assert isinstance(key, ast.Constant)
    return str(key.value)


AT: Final[dict[str, Callable[[Declared], str]]] = {
    "Member": member_at,
    "Reply": lambda each: str(each.literal("name")),
    "Code": _code,
    "Operation": lambda each: "",
    "Signature": lambda each: "",
    "When": lambda each: next(
        str(outer.literal("name"))
        for outer in all_of(each.subject, each.source, "Reply")
        if outer.value("when") is each.call
    ),
}
"""What a call is about, by its class."""
FACTS: Final[dict[str, Callable[[str], str]]] = {
    "Member": lambda at: at.strip("/").replace("/", "."),
    "Reply": lambda at: f"replies.{at}",
    "When": lambda at: f"replies.{at}",
    "Code": lambda at: f"codes.{at}",
    "Signature": lambda at: "signature",
    "Operation": lambda at: "request",
}
