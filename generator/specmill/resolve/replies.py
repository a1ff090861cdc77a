"""Replies as meant: how each is recognized, what it means, where its parts are."""

from __future__ import annotations

import builtins
import keyword
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from .. import ir, names
from ..diagnostics import nearest, report
from ..runtime import errors
from ..spec import UNKNOWN, BodySpec, CodeLevels, CodeSpec, ReplySpec, WhenSpec
from ..verbatim import compose, joined, wording
from .conditions import resolve_conditions
from .examples import mismatches
from .fields import NOT_SAID, resolve_fields
from .items import resolve_items
from .layers import evidence_at, merged
from .places import member_at, member_path, place, place_in_any
from .scope import Scope
from .signatures import proof_of
from .writings import tell_unwritable, writing_of

RESERVED_ERRORS: Final = frozenset(
    name
    for module in (errors, builtins)
    for name, each in vars(module).items()
    if isinstance(each, type)
) | frozenset(keyword.kwlist)
"""Words and classes of Python and exceptions of the runtime; generated ones stand beside."""


def resolve_replies(
    scope: Scope, specs: Sequence[ReplySpec], request: ir.Signature | None = None
) -> tuple[ir.Reply, ...]:
    """Return the documented replies in the page's order; *request* is how calls sign."""
    bodies = [_body(scope, spec) for spec in specs]
    replies = tuple(
        replace(
            _reply(scope, spec, body, bodies),
            proof=proof_of(scope, spec, body, request),
        )
        for spec, body in zip(specs, bodies, strict=True)
    )
    _tell_same_replies(scope, specs)
    _tell_shadowed(scope, specs, replies)
    _tell_other_columns(scope, specs, replies)
    return replies


def _body(scope: Scope, spec: ReplySpec) -> ir.Record:
    class_name = scope.prefix + names.pascal_case(str(spec.name))
    written = _written_body(spec)
    table = written.fields if written else None
    told = scope.reply(str(spec.name))
    on_top = told.body if told else None
    both = merged(
        [(table, spec.defaults)], scope.on_top(on_top.fields if on_top else None)
    )
    fields = resolve_fields(scope, both, f"replies.{spec.name}.body", class_name)
    both_said = (on_top, written)
    said = [each for each in both_said if each and each.wrote("open")]
    return ir.Record(class_name, fields, bool(said and said[0].open))


def _written_body(spec: ReplySpec) -> BodySpec | None:
    """Return the body as written; None where the reply has none."""
    return spec.body if isinstance(spec.body, BodySpec) else None


def _headers(scope: Scope, spec: ReplySpec) -> ir.Record | None:
    """Return the documented headers of a reply as one object."""
    if not spec.headers:
        return None
    class_name = scope.prefix + names.pascal_case(str(spec.name)) + "Headers"
    both = merged([(spec.headers, spec.defaults)])
    fields = resolve_fields(scope, both, f"replies.{spec.name}.headers", class_name)
    for field in fields:
        if field.echoes is not None:
            expected, found = "a member of a body", "a header"
            shown = {"key": "echoes", "expected": expected, "found": found}
            scope.tell_at(
                "misplaced", field.path, "echoes", wire_name=field.wire_name, **shown
            )
        if isinstance(field.type, ir.Record | ir.Map | ir.Array) or field.nullable:
            found = "more than text" if not field.nullable else "null at times"
            shown = {"wire_name": field.wire_name, "place": "a header"}
            scope.tell_at("no-carrier", field.path, "type", **shown, found=found)
    return ir.Record(class_name, fields, open=True)


def _tell_headers_member(scope: Scope, reply: ir.Reply) -> None:
    """Report a member of the body that would be read where the headers are."""
    if reply.headers is None:
        return
    for field in reply.body.fields:
        if field.name == "headers":
            shown = {"first": "the headers of the reply", "second": field.wire_name}
            scope.tell_at("same-name", field.path, "name", **shown, name="headers")


def _reply(
    scope: Scope, spec: ReplySpec, body: ir.Record, bodies: Sequence[ir.Record]
) -> ir.Reply:
    tell_error_name(scope, spec)
    if spec.outcome == "by-code" and spec.code is None:
        scope.findings.append(report("no-code-place", spec.at("outcome")))
    levels = tuple(_levels(scope, spec, body))
    reply = ir.Reply(
        name=str(spec.name),
        summary=wording(spec.summary),
        label=spec.label or "",
        when=_when(scope, spec, body, bodies),
        outcome=spec.outcome,  # type: ignore[arg-type]
        error=spec.error or "",
        then=spec.then or "",
        body=body,
        writing=writing_of(scope, spec.body),
        headers=_headers(scope, spec),
        code_at=levels[0] if levels else None,
        code_rest=levels[1:],
        separator=(
            wording(spec.code.separator) if isinstance(spec.code, CodeLevels) else ""
        ),
        message_at=_place(scope, spec, "message", spec.message, body),
        columns=tuple(_columns(scope, spec, body)),
        relations=tuple(_relations(scope, spec, body)),
        conditions=resolve_conditions(
            scope, spec.conditions, (("body", body.fields),), f"replies.{spec.name}"
        ),
        example=spec.example,
        has_example=spec.wrote("example"),
        items=resolve_items(scope, spec, body),
        repaired=spec.repaired or "",
        evidence=evidence_at(spec, "evidence", _default_evidence(spec) or NOT_SAID),
    )
    tell_unwritable(scope, reply.writing, body)
    if reply.writing.format == "multipart":
        at = spec.at("body", "format")
        scope.findings.append(report("multipart-reply", at))
    _tell_headers_member(scope, reply)
    return reply


def _default_evidence(spec: ReplySpec) -> ir.Evidence | None:
    defaults = spec.defaults
    if defaults is None or not defaults.wrote("evidence"):
        return None
    return evidence_at(defaults, "evidence", None)


def _place(
    scope: Scope, spec: ReplySpec, key: str, text: str | None, body: ir.Record
) -> ir.Path | None:
    return None if text is None else place(scope, spec, (key,), text, body)


def _levels(scope: Scope, spec: ReplySpec, body: ir.Record) -> Iterator[ir.Path]:
    """Yield where the levels of the code are: one, unless the spec lists several."""
    if not isinstance(spec.code, CodeLevels):
        only = _place(scope, spec, "code", spec.code, body)
        yield from () if only is None else (only,)
        return
    for index, text in enumerate(spec.code.of or ()):
        path = place(scope, spec.code, ("of", index), text, body)
        if path is not None:
            yield path


def _columns(
    scope: Scope, spec: ReplySpec, body: ir.Record
) -> Iterator[tuple[str, ir.Path]]:
    for column, text in (spec.columns or {}).items():
        found = place(scope, spec, ("columns", column), text, body)
        if found is not None:
            yield column, found


def _relations(scope: Scope, spec: ReplySpec, body: ir.Record) -> Iterator[ir.Relation]:
    told = scope.reply(str(spec.name))
    for each in (told.relations if told else None) or ():
        path = place(scope, each, ("at",), wording(each.at_), body)
        if path is not None:
            yield ir.Relation(path, each.is_, each.exactly_with or ())


def tell_error_name(scope: Scope, spec: ReplySpec | CodeSpec) -> None:
    """Report the name of an exception that cannot be had, or that nothing raises."""
    if spec.error is None:
        return
    at = spec.at("error")
    if spec.error in RESERVED_ERRORS:
        scope.findings.append(report("reserved-error", at, name=spec.error))
    if spec.outcome in ("success", "alternative"):
        scope.findings.append(report("needless-error", at, outcome=spec.outcome))


# Conditions ---------------------------------------------------------------------------


def _when(
    scope: Scope, spec: ReplySpec, body: ir.Record, bodies: Sequence[ir.Record]
) -> ir.When:
    when: Any = spec.when
    lacking: list[ir.Path] = []
    for index, text in enumerate(when.lacks or ()):
        # What this reply lacks is documented in another one.
        where = "any reply's body"
        path = place_in_any(scope, when, ("lacks", index), text, bodies, where)
        lacking += [] if path is None else [path]
        if text in (*(when.has or ()), *(when.equals or ())):
            first = compose("has {}", text)
        elif _is_always_in(body, text):
            first = compose("{} required", text)
        else:
            continue
        shown = {"first": first, "second": compose("lacks {}", text)}
        scope.findings.append(report("not-together", when.at("lacks", index), **shown))
    listed = when.http if isinstance(when.http, tuple) else (when.http,)
    without = [each for each in listed if each in _BODILESS]
    if body.fields and without:
        first, at = compose("http {}", str(without[0])), when.at("http")
        scope.findings.append(report("not-together", at, first=first, second="body"))
    return ir.When(
        http=_statuses(when.http),
        classes=tuple(_classes(when.http)),
        type=when.type or "",
        asked=tuple(_asked(scope, when)),
        equals=tuple(_equals(scope, spec, body)),
        has=tuple(_has(scope, spec, body)),
        lacks=tuple(lacking),
    )


_BODILESS: Final = (204, 304)
"""Statuses of answers that never have a body."""


def _is_always_in(body: ir.Record, text: str) -> bool:
    """Tell whether no sound *body* is without the member at the place *text*."""
    path = member_path(body, text.partition(".")[2]) or ()
    above = (path[: end + 1] for end in range(len(path)))
    return bool(path) and all(member_at(body, each).required is True for each in above)


def _statuses(http: Any) -> tuple[int, ...] | ir.Known:
    if http == UNKNOWN:
        return UNKNOWN
    listed = http if isinstance(http, tuple) else (http,)
    return tuple(each for each in listed if isinstance(each, int))


def _classes(http: Any) -> Iterator[int]:
    listed = http if isinstance(http, tuple) else (http,)
    return (int(each[0]) for each in listed if each != UNKNOWN and type(each) is str)


def _asked(scope: Scope, when: WhenSpec) -> Iterator[tuple[ir.Path, ir.Json]]:
    for text, value in (when.asked or {}).items():
        place, _, name = text.partition(".")
        known = dict(scope.request_places).get(place, ())
        field = next((each for each in known if each.wire_name == name), None)
        at = when.at("asked", text)
        if field is None:
            near = nearest(name, [each.wire_name for each in known])
            where = "the request"
            finding = report("no-such-place", at, near=near, place=text, where=where)
            scope.findings.append(finding)
            continue
        yield (place, name), value
        for found in mismatches(field, value):
            shown = {"value": value, "place": text, "says": found.says}
            scope.findings.append(report("value-breaks", at, **shown))


def _has(scope: Scope, spec: ReplySpec, body: ir.Record) -> Iterator[ir.Path]:
    when: Any = spec.when
    for index, text in enumerate(when.has or ()):
        path = place(scope, when, ("has", index), text, body)
        if path is not None:
            yield path


def _equals(
    scope: Scope, spec: ReplySpec, body: ir.Record
) -> Iterator[tuple[ir.Path, ir.Json]]:
    when: Any = spec.when
    for text, value in (when.equals or {}).items():
        path = place(scope, when, ("equals", text), text, body)
        if path is None:
            continue
        yield path, value
        for found in mismatches(member_at(body, path), value):
            at = when.at("equals", text)
            scope.findings.append(
                report("value-breaks", at, value=value, place=text, says=found.says)
            )


# Replies beside each other ------------------------------------------------------------


def _tell_same_replies(scope: Scope, specs: Sequence[ReplySpec]) -> None:
    seen: dict[str, ReplySpec] = {}
    for spec in specs:
        name = str(spec.name)
        first = seen.setdefault(name, spec)
        if first is not spec:
            at, where = spec.at("name"), first.at("name")
            scope.findings.append(
                report("said-twice", at, what="reply", name=name, first=where)
            )


def _tell_shadowed(
    scope: Scope, specs: Sequence[ReplySpec], replies: Sequence[ir.Reply]
) -> None:
    """Report replies that another one before them always takes."""
    for index, (spec, reply) in enumerate(zip(specs, replies, strict=True)):
        before = replies[:index]
        first = next((each for each in before if _covers_reply(each, reply)), None)
        if first is not None:
            at = spec.at("when")
            scope.findings.append(report("reply-shadowed", at, other=first.name))


def _covers_reply(wide: ir.Reply, narrow: ir.Reply) -> bool:
    """Tell whether *wide* takes whatever *narrow* is: bodies are told by their format."""
    return wide.writing.format == narrow.writing.format and _covers(
        wide.when, narrow.when
    )


def _covers(wide: ir.When, narrow: ir.When) -> bool:
    """Tell whether whatever meets *narrow* meets *wide*."""
    there = {path for path, _ in narrow.equals} | set(narrow.has)
    above = {path[:end] for path in there for end in range(1, len(path) + 1)}
    return (
        _covers_statuses(wide, narrow)
        and wide.type in ("", narrow.type)
        and set(wide.asked) <= set(narrow.asked)
        and all(_is_among(each, narrow.equals) for each in wide.equals)
        and set(wide.has) <= above
        and all(_is_lacked(path, narrow.lacks) for path in wide.lacks)
    )


def _covers_statuses(wide: ir.When, narrow: ir.When) -> bool:
    if wide.http == UNKNOWN:
        return True
    if narrow.http == UNKNOWN or not set(narrow.classes) <= set(wide.classes):
        return False
    return all(map(wide.takes, narrow.http))


def _is_among(pair: tuple[ir.Path, Any], pairs: Iterable[tuple[ir.Path, Any]]) -> bool:
    """Tell whether *pair* is one of *pairs*, where true is not 1."""
    return any(pair == each and type(pair[1]) is type(each[1]) for each in pairs)


def _is_lacked(path: ir.Path, lacked: Iterable[ir.Path]) -> bool:
    return any(path[: len(each)] == each for each in lacked)


def _tell_other_columns(
    scope: Scope, specs: Sequence[ReplySpec], replies: Sequence[ir.Reply]
) -> None:
    seen: dict[str, ir.Path] = {}
    for spec, reply in zip(specs, replies, strict=True):
        for name, path in reply.columns:
            first = seen.setdefault(name, path)
            if first != path:
                at, where = spec.at("columns", name), joined(".", ("body", *first))
                scope.findings.append(
                    report("column-twice", at, name=name, first=where)
                )
