"""Files as meant: objects whose members are what a page limits of a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from .. import ir
from ..constraints import Constraint, NoneOf, OneOf, Range
from ..spec import PartNames
from ..verbatim import compose
from .layers import Layered
from .scope import Scope


def file_of(
    scope: Scope, layered: Layered, path: str, name: str, blank: ir.Field
) -> ir.Record:
    """Return the members of a file; *blank* is a field of which nothing is said."""
    fields = tuple(_members(layered, path, blank))
    for field in fields:
        scope.written[field.path] = layered
    return ir.Record(name, fields, open=True, is_file=True)


def _members(layered: Layered, path: str, blank: ir.Field) -> Iterator[ir.Field]:
    def field(
        name: str, kind: ir.Type, example: Any, limit: Constraint | None
    ) -> ir.Field:
        says = layered.evidence("else")
        evidence = (("else", says),) if says is not None else blank.evidence
        return replace(
            blank,
            wire_name=name,
            name=name,
            path=compose("{}.{}", path, name),
            type=kind,
            required=True,
            nullable=False,
            constraints=() if limit is None else (limit,),
            example=example,
            has_example=True,
            evidence=evidence,
        )

    listed = layered.get("media") or ()
    meanings = ("",) * len(listed)
    types = OneOf(tuple(listed), meanings, any_case=False) if listed else None
    first = listed[0] if listed else "application/octet-stream"
    if layered.get("part") is not None:
        names = layered.get("part")
        barred = names.not_ or () if isinstance(names, PartNames) else ()
        limit = NoneOf(tuple(barred)) if barred else None
        yield field("part", ir.Text(), "upload", limit)
    yield field("media", ir.Text(), first, types)
    least, most = layered.get("size") or (None, None)
    size = Range(least, most) if (least, most) != (None, None) else None
    yield field("size", ir.Integer(), max(least or 0, min(64, most or 64)), size)
    if layered.writes("pixels"):
        width, height = map(int, layered.get("pixels").removeprefix("..").split("x"))
        yield field("width", ir.Integer(), 1, Range(1, width))
        yield field("height", ir.Integer(), 1, Range(1, height))
