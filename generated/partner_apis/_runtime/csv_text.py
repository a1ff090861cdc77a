"""Bodies of lines with columns: a list of objects, one to a line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any, cast

from .declare import Body, Shape
from .leaves import decoded, read_leaf, write_leaf
from .strict_json import Unreadable, Unwritable
from .violations import escaped


def write(body: Body, value: object) -> bytes:
    """Return the lines of the one list in *value*."""
    name, columns = _columns(body)
    lines = cast("dict[str, list[dict[str, object]]]", value).get(name, [])
    written = io.StringIO()
    writer = csv.writer(written, delimiter=body.separator, lineterminator="\r\n")
    if body.header:
        writer.writerow(columns)
    for index, line in enumerate(lines):
        at = f"/{escaped(name)}/{index}"
        writer.writerow([_cell(at, column, line.get(column)) for column in columns])
    return written.getvalue().encode("utf-8")


def _cell(at: str, column: str, value: object) -> str:
    text = "" if value is None else write_leaf(value)
    if text is None:
        raise Unwritable(f"{at}/{escaped(column)}", "is not text or a number")
    return text


def read(body: Body, content: bytes) -> object:
    """Return the lines as a list of objects; a column that is not text may be empty."""
    name, columns = _columns(body)
    # An error of the module names a line and none of its content.
    try:
        lines = list(csv.reader(*_source(body, content), strict=True))
        problem = ""
    except csv.Error:
        lines, problem = [], "the body is not CSV"
    if problem:
        raise Unreadable(problem)
    filled = [line for line in lines if line]
    known = list(columns)
    if body.header:
        if not filled:
            raise Unreadable("the body has no line that names its columns")
        known = filled.pop(0)
    if len(set(known)) != len(known):
        raise Unreadable("two columns have one name")
    return {name: [dict(_members(columns, known, line)) for line in filled]}


def _source(body: Body, content: bytes) -> tuple[Any, Any]:
    class Dialect(csv.excel):
        delimiter = body.separator

    return io.StringIO(decoded(content), newline=""), Dialect


def _members(
    columns: dict[str, Shape], known: list[str], line: list[str]
) -> Iterator[tuple[str, object]]:
    if len(line) > len(known):
        raise Unreadable("a line has more columns than there are")
    for name, text in zip(known, line, strict=False):
        kind = columns[name].kind if name in columns else "text"
        if text or kind == "text":
            yield name, read_leaf(kind, text)


def _columns(body: Body) -> tuple[str, dict[str, Shape]]:
    """Return the name of the list and the shapes of its columns."""
    ((name, shape),) = body.shape.members.items()
    return name, dict(shape.item.members) if shape.item else {}
