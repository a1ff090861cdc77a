"""Whether a code can stand where a reply has its code."""

from __future__ import annotations

import re
from typing import Final

from .. import ir
from ..diagnostics import report
from ..source import Location
from ..verbatim import joined, wording
from .examples import mismatches
from .places import member_at
from .scope import Scope


def tell_no_number(
    scope: Scope, code: ir.Code, at: Location, replies: tuple[ir.Reply, ...]
) -> None:
    """Report a code that no number of JSON is written as, in a reply that has numbers."""
    for reply in replies:
        if reply.name in code.replies and not _fits(reply, code.shown):
            shown = {"code": code.code, "reply": reply.name}
            scope.findings.append(report("code-not-a-number", at, **shown))
            return


def tell_no_value(
    scope: Scope, code: ir.Code, at: Location, replies: tuple[ir.Reply, ...]
) -> None:
    """Report a code that the member which has it in a reply can never be."""
    for reply in replies:
        if reply.name not in code.replies or reply.code_at is None:
            continue
        places = (reply.code_at, *reply.code_rest)
        for path, level in zip(places, _levels(reply, code.shown), strict=False):
            says = _no_value(member_at(reply.body, path), level)
            if says:
                place = joined(".", ("body", *path))
                shown = {"value": level, "place": place, "says": says}
                scope.findings.append(report("value-breaks", at, **shown))
                return


def _no_value(field: ir.Field, level: str) -> str:
    if not level:
        return "is empty, as where there is no code"
    if isinstance(field.type, ir.Record | ir.Array | ir.Map):
        return "is a code, and what stands there has parts"
    is_text = isinstance(field.type, ir.Text) and field.form is None
    found = mismatches(field, level) if is_text else ()
    return next((wording(each.says) for each in found), "")


_NUMBER: Final = re.compile(r"0|-?[1-9][0-9]*", re.ASCII)
"""What `str` makes of a whole number, and nothing else."""


def _fits(reply: ir.Reply, text: str) -> bool:
    """Tell whether each level of a code is a number where the reply has numbers."""
    if reply.code_at is None:
        return True
    places = (reply.code_at, *reply.code_rest)
    return all(
        _NUMBER.fullmatch(level) or not _is_number(reply.body, place)
        for place, level in zip(places, _levels(reply, text), strict=False)
    )


def _levels(reply: ir.Reply, text: str) -> list[str]:
    return text.split(reply.separator) if reply.separator else [text]


def _is_number(body: ir.Record, path: ir.Path) -> bool:
    return isinstance(member_at(body, path).type, ir.Integer)
