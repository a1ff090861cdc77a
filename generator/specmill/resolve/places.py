"""Places in a body, as specs write them, and the members that they lead to."""

from __future__ import annotations

from collections.abc import Iterable

from .. import ir
from ..diagnostics import report
from ..shapes import Written
from .scope import Scope


def place(
    scope: Scope, spec: Written, keys: tuple[str | int, ...], text: str, body: ir.Record
) -> ir.Path | None:
    """Return the path of a documented member of a reply's body, or report its absence."""
    return place_in_any(scope, spec, keys, text, (body,), "this reply's body")


def place_in_any(
    scope: Scope,
    spec: Written,
    keys: tuple[str | int, ...],
    text: str,
    bodies: Iterable[ir.Record],
    where: str,
) -> ir.Path | None:
    """Return the path in the first of *bodies* that has the member, or report it."""
    root, _, rest = text.partition(".")
    paths = (member_path(body, rest) for body in bodies if root == "body")
    found = next((path for path in paths if path is not None), None)
    if found is None:
        scope.findings.append(
            report("no-such-place", spec.at(*keys), place=text, where=where)
        )
    return found


def member_path(record: ir.Record, text: str) -> ir.Path | None:
    """Return the wire names that lead to *text* in *record*; names may hold dots."""
    for field in record.fields:
        if text == field.wire_name:
            return (field.wire_name,)
        rest = text.removeprefix(field.wire_name + ".")
        if rest != text and isinstance(field.type, ir.Record):
            inner = member_path(field.type, rest)
            if inner is not None:
                return (field.wire_name, *inner)
    return None


def member_at(record: ir.Record, path: ir.Path) -> ir.Field:
    """Return the field at *path*, which has to lead to one."""
    field = next(each for each in record.fields if each.wire_name == path[0])
    if len(path) == 1:
        return field
    assert isinstance(field.type, ir.Record)
    return member_at(field.type, path[1:])
