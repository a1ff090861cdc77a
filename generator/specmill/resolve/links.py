"""Values that a caller has from a reply of another call: the call and the place are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from .. import ir
from ..diagnostics import Diagnostic, nearest, report
from ..shapes import Written
from ..spec import FromReply
from ..verbatim import wording
from .layers import Layered
from .places import member_path

_RETURNED: Final = ("success", "alternative", "by-code")


def reply_of(layered: Layered) -> ir.FromReply | None:
    """Return the reply that a field comes from; None where words say it, or nothing."""
    said = layered.get("comes-from")
    if not isinstance(said, FromReply):
        return None
    return ir.FromReply(str(said.operation), wording(said.at_))


def unknown_links(
    specs: Iterable[Written], operations: Mapping[str, ir.Operation]
) -> Iterator[Diagnostic]:
    """Yield replies that members come from and that the partner's calls do not return."""
    for spec in specs:
        for said in _said(spec):
            name, text = str(said.operation), wording(said.at_)
            if name not in operations:
                at, near = said.at("operation"), nearest(name, operations)
                yield report("no-such-operation", at, near=near, name=name)
            elif not any(_has(each, text) for each in operations[name].replies):
                where = f"a reply that {name} returns"
                at = said.at("at")
                yield report("no-such-place", at, place=text, where=where)


def _said(value: object) -> Iterator[FromReply]:
    """Yield every such reply in what was written, however deep it stands."""
    if isinstance(value, FromReply):
        yield value
    elif isinstance(value, Written):
        yield from _among(value.contents)
    elif isinstance(value, dict):
        yield from _among(value.values())
    elif isinstance(value, tuple):
        yield from _among(value)


def _among(values: Iterable[object]) -> Iterator[FromReply]:
    for each in values:
        if isinstance(each, (Written, dict, tuple)):
            yield from _said(each)


def _has(reply: ir.Reply, text: str) -> bool:
    """Tell whether a call returns *reply* and the place is in it."""
    root, _, rest = text.partition(".")
    parts = {"body": reply.body, "headers": reply.headers}
    record = parts.get(root)
    is_there = record is not None and member_path(record, rest) is not None
    return is_there and reply.outcome in _RETURNED
