"""The pass from nodes to specs: every key known, every value of the right kind.

It knows one file at a time; what files mean together is for `resolve`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final, cast

from . import spec
from .diagnostics import Diagnostic, Refused, nearest, report
from .read import Mapping
from .shapes import Record, Schema, Written, keys_of, record_schema
from .spec import KINDS, FieldSpec, Spec

MAX_FIELDS: Final = 4_000
"""How many fields a spec may describe, on all levels of all its messages."""


def check(root: Mapping) -> Spec:
    """Return the spec that *root* holds.

    Raises Refused with everything that is wrong with it.
    """
    findings: list[Diagnostic] = []
    kind = _kind(root, findings)
    record = Record(lambda: kind, _name(kind)).read(root, findings) if kind else None
    if record is not None:
        findings.extend(_too_many_fields(record))
    if findings or record is None:
        raise Refused(findings)
    return cast(Spec, record)


def _too_many_fields(record: Written) -> Iterator[Diagnostic]:
    """Yield, once, that there are too many, with the place of the first of those."""
    for each in islice(_fields(record), MAX_FIELDS, MAX_FIELDS + 1):
        yield report("too-many-fields", each.node.location, limit=MAX_FIELDS)


def _fields(value: Any) -> Iterator[FieldSpec]:
    if isinstance(value, Written):
        if isinstance(value, FieldSpec):
            yield value
        value = value.contents
    elif isinstance(value, dict):
        value = value.values()
    elif not isinstance(value, tuple):
        return
    for each in value:
        if isinstance(each, (Written, dict, tuple)):
            yield from _fields(each)


def _name(kind: type[Written]) -> str:
    return next(name for name, each in KINDS.items() if each is kind)


def _kind(root: Mapping, findings: list[Diagnostic]) -> type[Written] | None:
    for name, kind in KINDS.items():
        if root.get(name) is not None:
            return kind
    written = [str(entry.key.value) for entry in root.entries]
    guess = next((near for word in written if (near := nearest(word, KINDS))), None)
    findings.append(
        report("no-kind", root.location, near=guess, known=", ".join(KINDS))
    )
    return None


def json_schema() -> Schema:
    """Return the language as JSON Schema, draft 7, for editors.

    The key that names the kind of a file chooses what else may stand in it: an editor
    then tells what is wrong with an operation, not that it is no partner either.
    """
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "specmill spec",
        "description": "A documented endpoint, its partner, a standard or an environment.",
        "type": "object",
        "properties": {name: _named(name, kind) for name, kind in KINDS.items()},
        "anyOf": [{"required": [name]} for name in KINDS],
        "allOf": [_when(name, kind) for name, kind in KINDS.items()],
        "definitions": {
            record.__name__: record_schema(record)
            for record in sorted(_records(), key=lambda each: each.__name__)
        },
    }


def _when(name: str, kind: type[Written]) -> Schema:
    """Return that a file with the key *name* is of that kind."""
    return {"if": {"required": [name]}, "then": Record(lambda: kind, name).schema()}


def _named(name: str, kind: type[Written]) -> Schema:
    """Return what the key that names a kind holds, for a file that is still empty."""
    declared = keys_of(kind)[name]
    return {"description": declared.says, **declared.shape.schema()}


def _records() -> Iterator[type[Written]]:
    for each in vars(spec).values():
        if isinstance(each, type) and issubclass(each, Written) and keys_of(each):
            yield each
