"""Replies and codes after an environment has spoken: narrowed, added, left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from .. import ir
from ..spec import EnvironmentCode, EnvironmentOperation, EnvironmentReply, ReplySpec
from .codes import Row

_KEYS: Final = ("summary", "when", "outcome", "code", "message")


def with_environment(
    written: Sequence[ReplySpec], environment: EnvironmentOperation | None
) -> Sequence[ReplySpec]:
    """Return the replies that a server sends: its own first, then the page's."""
    if environment is None:
        return written
    told = {each.name: each for each in environment.replies or ()}
    left_out = environment.leaves_out or ()
    known = [each for each in written if each.name not in left_out]
    names = {each.name for each in known}
    added = [_added(each) for name, each in told.items() if name not in names]
    return (*added, *(_narrowed(each, told.get(each.name)) for each in known))


def _added(told: EnvironmentReply) -> ReplySpec:
    """Return a reply that no page has; its members come from the environment's layer."""
    body = replace(told.body, fields={}) if told.body else None
    said = {key: getattr(told, key) for key in _KEYS}
    return ReplySpec(told.node, name=told.name, body=body, example=told.example, **said)


def _narrowed(spec: ReplySpec, told: EnvironmentReply | None) -> ReplySpec:
    if told is None:
        return spec
    said = {key: getattr(told, key) for key in _KEYS if told.wrote(key)}
    if told.wrote("example"):
        said["example"] = told.example
    return replace(spec, **said)


def rows_with_environment(
    rows: tuple[Row, ...],
    environment: EnvironmentOperation | None,
    replies: tuple[ir.Reply, ...],
) -> tuple[Row, ...]:
    """Return the codes of a server: the page's, narrowed, then those that it adds."""
    if environment is None:
        return rows
    told = environment.codes or {}
    known = {row.code.code for row in rows}
    there = tuple(each.name for each in replies if each.code_at is not None)
    narrowed = [_with(row, told.get(row.code.code), there) for row in rows]
    return (*narrowed, *_added_codes(told, known, there))


def _with(row: Row, told: EnvironmentCode | None, there: tuple[str, ...]) -> Row:
    code = replace(
        row.code, replies=tuple(each for each in row.code.replies if each in there)
    )
    if told is None:
        return replace(row, code=code)
    outcome: Any = told.outcome or code.outcome
    code = replace(
        code,
        outcome=outcome,
        message=told.message or code.message,
        http=told.http or code.http,
        replies=told.in_ or code.replies,
    )
    return Row(code, row.meaning, told.at())


def _added_codes(
    told: dict[str, EnvironmentCode], known: set[str], there: tuple[str, ...]
) -> Iterator[Row]:
    for text, spec in told.items():
        if text not in known:
            code = ir.Code(
                code=text,
                outcome=spec.outcome or "rejected",  # type: ignore[arg-type]
                message=spec.message or "",
                error="",
                summary=spec.message or "",
                then="",
                http=spec.http,
                agrees=(),
                replies=spec.in_ or there,
                answers=(),
                evidence=ir.Evidence("external", "the environment"),
            )
            yield Row(code, text, spec.at())
