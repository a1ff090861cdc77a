"""Codes as meant: rows put together, held to the replies, settled by rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TypeVar

from .. import ir
from ..diagnostics import report
from ..light import dataclass
from ..runtime.codes import has
from ..source import Location
from ..spec import (
    UNKNOWN,
    CodeSpec,
    ComposedCodes,
    OperationSpec,
    PartnerSpec,
    ReplySpec,
    RuleSpec,
    StandardOperation,
    StandardSpec,
)
from ..verbatim import joined, wording
from .code_ranges import LIKES, is_key, sample
from .code_values import tell_no_number, tell_no_value
from .examples import code_text, member
from .fields import NOT_SAID
from .layers import evidence_at
from .replies import tell_error_name
from .scope import Scope

GOOD = ("success", "alternative")


@dataclass(frozen=True, slots=True)
class Row:
    """One code, where it is written, and what it is called whatever the service."""

    code: ir.Code
    meaning: str
    at: Location


def resolve_codes(
    scope: Scope,
    operation: OperationSpec,
    partner: PartnerSpec,
    standard: StandardSpec | None,
    template: StandardOperation | None,
    replies: tuple[ir.Reply, ...],
) -> tuple[Row, ...]:
    """Return the codes of an operation: composed ones, then rows of tables.

    A row of the operation counts before one of the partner, and both before a composed
    code. What is shared is left out where no reply carries codes.
    """
    is_coded = any(reply.code_at is not None for reply in replies)
    tables = (partner.codes if is_coded else None, operation.codes)
    own = {text: spec for table in tables for text, spec in (table or {}).items()}
    composed = standard.codes if standard is not None and is_coded else None
    service = operation.service or (template.service if template else None)
    rows: list[Row] = []
    if composed is not None and _is_used(scope, operation, composed, service):
        rows += _composed(scope, composed, service or "", replies, own)
    rows += [
        _row(scope, text, text, spec, None, replies, NOT_SAID)
        for text, spec in own.items()
    ]
    return tuple(_sampled(scope, rows, replies))


def _is_used(
    scope: Scope, operation: OperationSpec, composed: ComposedCodes, service: str | None
) -> bool:
    """Tell whether an operation has composed codes; report a service that it lacks."""
    if service is not None:
        return True
    if operation.follows is not None and "service" in (composed.of or ()):
        at = operation.at()
        scope.findings.append(
            report("missing-key", at, key="service", where="operation")
        )
    return operation.follows is not None


def _composed(
    scope: Scope,
    composed: ComposedCodes,
    service: str,
    replies: tuple[ir.Reply, ...],
    own: Mapping[str, CodeSpec],
) -> Iterator[Row]:
    """Yield the codes of one service from the cases that all services share."""
    fallback = evidence_at(composed, "evidence", NOT_SAID)
    seen: dict[str, CodeSpec] = {}
    for key, spec in (composed.cases or {}).items():
        http, case = key.split()
        part = {"http": http, "service": service, "case": case}
        text = joined("", (part[name] for name in composed.of or ()))
        first = seen.setdefault(text, spec)
        if first is not spec:
            at, where = spec.at(), first.at()
            scope.findings.append(
                report("said-twice", at, what="code", name=text, first=where)
            )
        elif text not in own:
            yield _row(scope, text, key, spec, int(http), replies, fallback)


def _row(
    scope: Scope,
    text: str,
    meaning: str,
    spec: CodeSpec,
    http: int | None,
    replies: tuple[ir.Reply, ...],
    fallback: ir.Evidence,
) -> Row:
    tell_error_name(scope, spec)
    messages = _messages(scope, spec)
    raises = spec.outcome not in GOOD
    if raises and spec.error is None:
        scope.findings.append(report("no-error-name", spec.at(), code=text))
    carriers = tuple(reply for reply in replies if reply.code_at is not None)
    _tell_wrong_references(scope, text, spec, carriers)
    code = ir.Code(
        code=text,
        outcome=spec.outcome,  # type: ignore[arg-type]
        message=messages[0] if messages else "",
        error=spec.error or "" if raises else "",
        summary=spec.summary or joined(" / ", messages),
        then=spec.then or "",
        http=spec.http or http,
        agrees=tuple((spec.with_ or {}).items()),
        replies=spec.in_ or tuple(reply.name for reply in carriers),
        answers=spec.for_ or (),
        evidence=evidence_at(spec, "evidence", fallback),
        match=spec.match or "exact",  # type: ignore[arg-type]
        messages=messages if len(messages) > 1 else (),
        final=spec.final,
        retry_after=spec.retry.after if spec.retry else None,
        retry_times=spec.retry.times if spec.retry else None,
    )
    _tell_contradiction(scope, code, spec, carriers)
    return Row(code, meaning, spec.at())


def code_in(reply: ir.Reply, body: ir.Json) -> str | None:
    """Return the code in *body*, in its levels; None where there is none."""
    places = (reply.code_at, *reply.code_rest) if reply.code_at is not None else ()
    texts = (code_text(member(body, place)) for place in places)
    told = list(takewhile(lambda text: text is not None, texts))
    return joined(reply.separator, map(wording, told)) if told else None


def row_of(rows: Sequence[Row], text: str, separator: str) -> Row | None:
    """Return the row of the code *text*: its own, one that has it, its class's."""
    exact = [row for row in rows if row.code.match == "exact"]
    others = [row for row in rows if row.code.match != "exact"]
    for row in (*exact, *others):
        if has(row.code.match, row.code.code, text):
            return row
    if separator and separator in text:
        return row_of(rows, text.rpartition(separator)[0], separator)
    return None


def _tell_wrong_references(
    scope: Scope, text: str, spec: CodeSpec, carriers: tuple[ir.Reply, ...]
) -> None:
    known = {reply.name: dict(reply.columns) for reply in carriers}
    if not carriers:
        scope.findings.append(report("code-without-place", spec.at(), code=text))
    for index, name in enumerate(spec.in_ or ()):
        if carriers and name not in known:
            at = spec.at("in", index)
            scope.findings.append(report("no-such-reply", at, name=name))
    for column in spec.with_ or ():
        if known and not any(column in columns for columns in known.values()):
            at = spec.at("with", column)
            scope.findings.append(report("no-such-column", at, name=column))


def _tell_contradiction(
    scope: Scope, code: ir.Code, spec: CodeSpec, carriers: tuple[ir.Reply, ...]
) -> None:
    """Report a code whose outcome is that of none of its replies."""
    own = [reply for reply in carriers if reply.name in code.replies]
    if not own or any(_agree(code.outcome, reply.outcome) for reply in own):
        return
    shown = {"code": code.code, "outcome": code.outcome}
    other = {"reply": own[0].name, "other": own[0].outcome}
    at = spec.at("outcome")
    scope.findings.append(report("code-contradicts", at, **shown, **other))


def _messages(scope: Scope, spec: CodeSpec) -> tuple[str, ...]:
    if spec.message is not None and spec.messages is not None:
        at, shown = spec.at("messages"), {"first": "message", "second": "messages"}
        scope.findings.append(report("not-together", at, **shown))
    return spec.messages or (() if spec.message is None else (spec.message,))


def _agree(code: str, reply: str) -> bool:
    return reply == "by-code" or (code in GOOD) == (reply in GOOD)


def _sampled(
    scope: Scope, rows: Sequence[Row], replies: tuple[ir.Reply, ...]
) -> Iterator[Row]:
    """Yield the rows, each of many codes with one that is its own; report its lack."""
    taken = {row.code.code for row in rows if row.code.match == "exact"}
    above: list[ir.Code] = []
    for row in rows:
        code = row.code
        if code.match != "exact":
            if not is_key(code):
                shown = {"code": code.code, "kind": code.match}
                likes = LIKES[code.match]
                finding = report("bad-code-key", row.at, **shown, like=likes)
                scope.findings.append(finding)
                continue
            code = replace(code, sample=sample(code, taken, above))
            above.append(code)
            if not code.sample:
                finding = report("code-shadowed", row.at, code=code.code)
                scope.findings.append(finding)
        tell_no_number(scope, code, row.at, replies)
        tell_no_value(scope, code, row.at, replies)
        yield replace(row, code=code)


# Codes and replies together -----------------------------------------------------------


def tell_unreached(
    scope: Scope,
    written: Sequence[ReplySpec],
    replies: tuple[ir.Reply, ...],
    rows: Sequence[Row],
) -> None:
    """Report codes under a status that no reply lists, and replies without codes."""
    for spec, reply in zip(written, replies, strict=True):
        own = [row.code for row in rows if reply.name in row.code.replies]
        if reply.outcome == "by-code" and reply.code_at is not None and not own:
            scope.findings.append(report("no-codes", spec.at("outcome")))
    carriers = [reply for reply in replies if reply.code_at is not None]
    carrier = next((each for each in written if each.code is not None), None)
    if carrier is None or any(each.when.http == UNKNOWN for each in carriers):
        return
    told: set[int] = set()
    for row in rows:
        http = row.code.http
        if http is None or http in told:
            continue
        if not any(each.when.takes(http) for each in carriers):
            told.add(http)
            at = carrier.at("when", "http")
            scope.findings.append(
                report("code-out-of-reach", at, code=row.code.code, http=http)
            )


# Rules that settle outcomes -----------------------------------------------------------


def apply_rules(
    rules: Iterable[RuleSpec],
    replies: tuple[ir.Reply, ...],
    codes: tuple[ir.Code, ...],
) -> tuple[tuple[ir.Reply, ...], tuple[ir.Code, ...]]:
    """Return replies and codes after "do not fail": no refusal outside 2xx is definite."""
    if not any(rule.kind == "do-not-fail" for rule in rules):
        return replies, codes
    within = {reply.name for reply in replies if _is_within(reply.when)}
    return (
        tuple(_not_failed(each, each.name in within) for each in replies),
        tuple(_not_failed(each, _is_code_within(each, within)) for each in codes),
    )


def _is_within(when: ir.When) -> bool:
    return when.http != UNKNOWN and all(each // 100 == 2 for each in when.samples())


def _is_code_within(code: ir.Code, within: set[str]) -> bool:
    if code.http is not None:
        return 200 <= code.http < 300
    return bool(code.replies) and set(code.replies) <= within


_Judged = TypeVar("_Judged", ir.Reply, ir.Code)


def _not_failed(each: _Judged, is_within: bool) -> _Judged:
    if each.outcome == "rejected" and not is_within:
        return replace(each, outcome="unknown")
    return each
