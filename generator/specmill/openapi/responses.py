"""What is answered: replies by HTTP status, told apart as the page tells them apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from .. import ir
from ..contract_requests import writing_document
from ..contracts import contract
from ..harness.answers import composed
from ..harness.replies import Code, Reply
from ..members import is_unknown
from ..verbatim import compose, joined
from .requests import component, conditions, media_type
from .schemas import Json, record_schema

ANY_STATUS: Final = "default"


def responses(partner: ir.Partner, operation: ir.Operation) -> Json:
    """Return the Responses Object; `default` is for replies without a known status."""
    if not operation.replies:
        return {ANY_STATUS: {"description": "The page documents no reply."}}
    examples = tuple(_examples(partner, operation))
    return {
        status: _response(partner, operation, status, examples)
        for status in _statuses(operation)
    }


def _statuses(operation: ir.Operation) -> list[str]:
    known = {each for reply in operation.replies for each in _at(reply)}
    is_open = any(is_unknown(reply.when.http) for reply in operation.replies)
    return [*sorted(known), *([ANY_STATUS] if is_open else [])]


def _at(reply: ir.Reply) -> tuple[str, ...]:
    """Return the statuses of a reply, and classes of them, as OpenAPI spells them."""
    return tuple(each.upper() for each in reply.when.statuses)


def _response(
    partner: ir.Partner,
    operation: ir.Operation,
    status: str,
    examples: Iterable[tuple[str, tuple[str, ...], Json]],
) -> Json:
    replies = [each for each in operation.replies if _comes_with(each, status)]
    shown = [each for each in examples if status in each[1] or ANY_STATUS in each[1]]
    says = joined(" Or: ", (each.summary for each in replies))
    found: Json = {"description": says}
    content = {
        media: _content(partner, operation, status, same, shown)
        for media, same in _by_media(replies).items()
    }
    headers = {
        name: header for each in replies for name, header in _headers(each).items()
    }
    if headers:
        found["headers"] = headers
    return {**found, "content": content} if content else found


def _by_media(replies: Iterable[ir.Reply]) -> dict[str, list[ir.Reply]]:
    """Return the replies that have a body by their media types."""
    found: dict[str, list[ir.Reply]] = {}
    for reply in replies:
        if reply.writing.format != "none":
            found.setdefault(media_type(reply.writing, reply.when), []).append(reply)
    return found


def _content(
    partner: ir.Partner,
    operation: ir.Operation,
    status: str,
    replies: Sequence[ir.Reply],
    examples: Iterable[tuple[str, tuple[str, ...], Json]],
) -> Json:
    schemas = [
        _schema_at(partner, operation, status, reply, replies[:index])
        for index, reply in enumerate(replies)
    ]
    # The values are those of the members: only JSON is written as it is shown.
    is_json = all(each.writing.format == "json" for each in replies)
    shown = {name: value for name, _, value in examples} if is_json else {}
    return {
        "schema": schemas[0] if len(schemas) == 1 else {"oneOf": schemas},
        **({"examples": shown} if is_json else {}),
    }


def _asked(when: ir.When) -> Iterator[tuple[str, Any]]:
    return ((joined(".", path), value) for path, value in when.asked)


def _headers(reply: ir.Reply) -> Json:
    if reply.headers is None:
        return {}
    schema = record_schema(reply.headers, strict=False)
    return {
        name: {"required": name in schema.get("required", ()), "schema": each}
        for name, each in schema["properties"].items()
    }


def _comes_with(reply: ir.Reply, status: str) -> bool:
    return is_unknown(reply.when.http) or status in _at(reply)


def _schema_at(
    partner: ir.Partner,
    operation: ir.Operation,
    status: str,
    reply: ir.Reply,
    earlier: Sequence[ir.Reply],
) -> Json:
    """Return the schema of a reply under one status: the first that fits counts."""
    name = component(partner, operation, reply.name)
    parts: list[Json] = [{"$ref": compose("#/components/schemas/{}", name)}]
    codes = codes_of(operation, reply)
    here = [code for code in codes if _may_come(code, status)]
    if reply.code_at is not None and here and len(here) < len(codes):
        parts.append(inside(reply.code_at, _listed(reply, here), is_required=False))
    for other in earlier:
        if not are_distinct(other.when, reply.when):
            parts.append({"not": recognition(other.when)})
    return parts[0] if len(parts) == 1 else {"allOf": parts}


def _may_come(code: ir.Code, status: str) -> bool:
    is_stated = code.http is not None and code.evidence.documented
    return not is_stated or status in (str(code.http), ANY_STATUS)


# One reply ----------------------------------------------------------------------------


def reply_schema(operation: ir.Operation, reply: ir.Reply) -> Json:
    """Return the strict schema of a reply, with its codes and what tells it."""
    schema = record_schema(reply.body, strict=True)
    limits = [limit for limit in (recognition(reply.when),) if limit]
    codes = codes_of(operation, reply)
    if reply.code_at is not None and codes:
        told = {**_listed(reply, codes), "description": _listing(codes)}
        limits.append(inside(reply.code_at, told, is_required=False))
        limits += _agreements(reply, codes)
    if limits:
        schema["allOf"] = limits
    schema["description"] = reply.summary
    schema["x-specmill-reply"] = _meaning(reply)
    return schema


def codes_of(operation: ir.Operation, reply: ir.Reply) -> list[ir.Code]:
    """Return the codes that the page lists for *reply*."""
    return [code for code in operation.codes if reply.name in code.replies]


def _listed(reply: ir.Reply, codes: Iterable[ir.Code]) -> Json:
    """Return the schema of the codes; of several levels, that of the first."""
    found = list(codes)
    exact = [code for code in found if code.match == "exact"]
    many = [code for code in found if code.match != "exact"]
    values: Json = {"enum": list(dict.fromkeys(_values(reply, exact)))}
    if not many:
        return values
    shapes = [{"pattern": compose("^{}$", shape_of(code))} for code in many]
    if isinstance(reply.body.at(reply.code_at or ()), ir.Integer):
        shapes = [_between(code) for code in many]
    return {"anyOf": [*([values] if exact else []), *shapes]}


def _between(code: ir.Code) -> Json:
    low, _, high = code.code.partition("..")
    if code.match == "pattern":
        low, high = code.code.replace("x", "0"), code.code.replace("x", "9")
    is_whole = low.isdecimal() and high.isdecimal()
    return {"minimum": int(low), "maximum": int(high)} if is_whole else {}


def shape_of(code: ir.Code) -> str:
    """Return the regular expression of a range, which holds its length, or a pattern."""
    if code.match == "pattern":
        return joined(
            "", ("[0-9]" if sign == "x" else re.escape(sign) for sign in code.code)
        )
    low, _, high = code.code.partition("..")
    return f"[0-9]{{{len(low)},{len(high)}}}"


def _values(reply: ir.Reply, codes: Iterable[ir.Code]) -> list[Any]:
    assert reply.code_at is not None
    kind = reply.body.at(reply.code_at)
    texts = [_first_level(reply, code.code) for code in codes]
    if isinstance(kind, ir.Text):
        return texts
    numbers = [int(text) for text in texts if text.lstrip("-").isdecimal()]
    return [*numbers, *(() if isinstance(kind, ir.Integer) else texts)]


def _first_level(reply: ir.Reply, text: str) -> str:
    return text.split(reply.separator)[0] if reply.separator else text


def _listing(codes: Iterable[ir.Code]) -> str:
    """Return the codes with their meaning as Markdown."""
    lines = (
        compose(
            "- `{}` {}: {}", code.code, code.outcome, code.message or code.summary
        ).rstrip(" :")
        for code in codes
    )
    return joined("\n", ("The codes of this reply:", "", *lines))


def _agreements(reply: ir.Reply, codes: Iterable[ir.Code]) -> Iterator[Json]:
    """Yield what other columns hold with some codes, as the table of codes fixes it."""
    places = dict(reply.columns)
    stated = [
        (column, value, code)
        for code in codes
        if code.evidence.documented
        for column, value in code.agrees
        if column in places
    ]
    stated.sort(key=lambda each: (each[0], repr(each[1])))
    for (column, _), group in groupby(stated, lambda each: (each[0], repr(each[1]))):
        found = list(group)
        assert reply.code_at is not None
        listed = _listed(reply, [code for _, _, code in found])
        yield {
            "if": inside(reply.code_at, listed),
            "then": inside(places[column], {"const": found[0][1]}),
        }


def _meaning(reply: ir.Reply) -> Json:
    when = reply.when
    found = {
        "outcome": reply.outcome,
        "error": reply.error,
        "then": reply.then,
        "label": reply.label,
        "http": when.http if is_unknown(when.http) else list(when.http),
        **({"classes": list(when.classes)} if when.classes else {}),
        **({"type": when.type} if when.type else {}),
        **({"asked": dict(_asked(when))} if when.asked else {}),
        **writing_document(reply.writing),
        "equals": {joined(".", path): value for path, value in when.equals},
        "has": [joined(".", path) for path in when.has],
        "lacks": [joined(".", path) for path in when.lacks],
        "code": joined(".", reply.code_at or ()),
        "levels": [joined(".", path) for path in reply.code_rest],
        "separator": reply.separator,
        "message": joined(".", reply.message_at or ()),
        "columns": {name: joined(".", path) for name, path in reply.columns},
        "conditions": conditions(reply.conditions),
        "repaired": reply.repaired,
        "evidence": str(reply.evidence),
    }
    return {key: value for key, value in found.items() if value not in ("", [], {})}


# What tells replies apart -------------------------------------------------------------


def recognition(when: ir.When) -> Json:
    """Return the schema of the bodies that are this reply; empty where all are."""
    parts = [inside(path, {"const": value}) for path, value in when.equals]
    parts += [inside(path, {}) for path in when.has]
    parts += [{"not": inside(path, {})} for path in when.lacks]
    if len(parts) < 2:
        return parts[0] if parts else {}
    return {"allOf": parts}


def inside(path: ir.Path, schema: Json, *, is_required: bool = True) -> Json:
    """Return the schema of an object with a value at *path*."""
    name, *rest = path
    inner = inside(tuple(rest), schema, is_required=is_required) if rest else schema
    found: Json = {"type": "object", "properties": {name: inner}}
    if is_required:
        found["required"] = [name]
    return found


def are_distinct(one: ir.When, other: ir.When) -> bool:
    """Tell whether no body can be both."""
    values = dict(one.equals)
    return (
        any(
            path in values and not _is_same(values[path], value)
            for path, value in other.equals
        )
        or _excludes(one, other)
        or _excludes(other, one)
    )


def _is_same(one: Any, other: Any) -> bool:
    return one.__class__ is other.__class__ and bool(one == other)


def _excludes(one: ir.When, other: ir.When) -> bool:
    """Tell whether *other* lacks what *one* has."""
    there = {*one.has, *(path for path, _ in one.equals)}
    return any(path[: len(gone)] == gone for gone in other.lacks for path in there)


# Examples -----------------------------------------------------------------------------


def _examples(
    partner: ir.Partner, operation: ir.Operation
) -> Iterator[tuple[str, tuple[str, ...], Json]]:
    """Yield a name, the statuses and an Example Object for every reply and code."""
    found = contract(partner, operation)
    summaries = {code.code: code.message or code.summary for code in operation.codes}
    for reply in found.replies:
        answered = composed(found, found.example, reply, None, "")
        code = found.code_in(reply, answered.body)
        shown = {"summary": reply.name, "value": answered.body}
        yield reply.name, _shown_at(reply, found.code(code or "")), shown
    for each in found.codes:
        carrier = found.reply(each.reply)
        if carrier is not None:
            answered = composed(found, found.example, carrier, each, "")
            shown = {"summary": summaries[each.code], "value": answered.body}
            yield each.code, _shown_at(carrier, each), shown


def _shown_at(reply: Reply, code: Code | None) -> tuple[str, ...]:
    if code is not None and code.http is not None:
        return (str(code.http),)
    listed = (*map(str, reply.http), *(f"{each}XX" for each in reply.classes))
    return listed or (ANY_STATUS,)
