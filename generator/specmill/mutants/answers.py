"""Servers whose answers are otherwise: a status, a code, a text, a member, a byte."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final

from .. import ir
from ..harness.contract import Contract
from ..harness.desk import Record
from ..harness.pointers import NOTHING, Json, Steps, drop, found, pointer_of, put
from ..harness.replies import Code, Reply
from ..harness.wire import Answer
from ..light import dataclass
from . import Mutant
from .seams import Answering, Change, body_of, with_body


def mutants(operation: ir.Operation, contract: Contract) -> Iterator[Mutant[Change]]:
    """Yield servers that answer what they are to answer in another way."""
    for row in _rows(contract):
        yield Mutant(
            id=row.label,
            fact=row.fact,
            says=row.says,
            change=Change(told_by="answer", answer=row.answer, left_open=row.left_open),
        )


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    fact: str
    says: str
    answer: Answering
    left_open: str = ""


def _rows(contract: Contract) -> Iterator[_Row]:
    for reply in contract.replies:
        if not _is_sent(contract, reply):
            continue
        yield from _statuses(contract, reply)
        yield from _members(reply, reply.schema, ())
        yield from _echoes(reply)
    for code in contract.codes:
        if _is_answered(contract, code.code):
            yield from _codes(contract, code)
    yield from _contents(contract)


def _is_sent(contract: Contract, reply: Reply) -> bool:
    """Tell whether the provider ever sends *reply*, as an environment may not."""
    return contract.played is None or any(
        each == reply.name or _carrier(contract, each) == reply.name
        for each in _answered(contract)
    )


def _is_answered(contract: Contract, code: str) -> bool:
    if not _carrier(contract, code):
        return False
    return contract.played is None or code in _answered(contract)


def _answered(contract: Contract) -> set[str]:
    played = contract.played
    assert played is not None
    names = {name for check in played.checks for name in check.answers.values()}
    names |= {each.answer for each in played.results}
    return names | {name for each in played.sequences for name in each.answers}


def _carrier(contract: Contract, code: str) -> str:
    known = contract.code(code)
    return known.reply if known is not None else ""


# When a change applies ----------------------------------------------------------------

Body = Callable[[Json, Record], Json]
"""From the body of an answer, and its request, to what is sent instead."""


def _in_reply(reply: Reply, change: Body) -> Answering:
    """Return what changes the body of every answer that is *reply*."""

    def answer(contract: Contract, record: Record, answer: Answer) -> Answer:
        body = body_of(answer)
        own = contract.recognized(answer.status, body)
        if own is None or own.name != reply.name:
            return answer
        changed = change(body, record)
        return answer if changed is body else with_body(answer, changed)

    return answer


def _with_code(code: Code, change: Callable[[Answer, Reply], Answer]) -> Answering:
    """Return what changes every answer that comes with *code*."""

    def answer(contract: Contract, record: Record, answer: Answer) -> Answer:
        body = body_of(answer)
        reply = contract.recognized(answer.status, body)
        text = contract.code_in(reply, body) if reply is not None else None
        known = contract.code(text) if text is not None else None
        if reply is None or known is None or known.code != code.code:
            return answer
        return change(answer, reply)

    return answer


def _putting(at: Steps, value: Json) -> Callable[[Answer, Reply], Answer]:
    return lambda answer, reply: with_body(answer, put(body_of(answer), at, value))


# HTTP statuses ------------------------------------------------------------------------

_STATUSES: Final = (200, 201, 202, 400, 401, 403, 404, 409, 422, 500, 503)


def _statuses(contract: Contract, reply: Reply) -> Iterator[_Row]:
    for status in _STATUSES if reply.http else ():
        if status not in reply.http:
            yield _Row(
                f"reply {reply.name} as HTTP {status}",
                f"replies.{reply.name}.http",
                f"the reply {reply.name} comes with the HTTP status {status}",
                _as_status(reply, status),
            )


def _as_status(reply: Reply, status: int) -> Answering:
    def answer(contract: Contract, record: Record, answer: Answer) -> Answer:
        own = contract.recognized(answer.status, body_of(answer))
        is_own = own is not None and own.name == reply.name
        return replace(answer, status=status) if is_own else answer

    return answer


# Members ------------------------------------------------------------------------------


def _members(reply: Reply, schema: Json, above: Steps) -> Iterator[_Row]:
    """Yield answers that have one member otherwise, however deep it stands."""
    name = f"replies.{reply.name}"
    where = ".".join((name, *above))
    if schema.get("additionalProperties") is False:
        yield _in(
            reply, (*above, "xUnknownMember"), where, "comes beside", _Put("text")
        )
    for key, inner in schema.get("properties", {}).items():
        at = (*above, key)
        fact = ".".join((name, *at))
        if found(reply.example, at) is NOTHING:
            continue
        if key in schema["required"]:
            yield _in(reply, at, f"{fact}.required", "is left out", _Drop())
        is_told = key in schema["required"] or not schema.get(
            "additionalProperties", True
        )
        for label, renamed in _renamed(key, is_told):
            yield _in(reply, at, fact, f"is called {label}", _Rename(renamed))
        for says, value in _retyped(found(reply.example, at), inner):
            yield _in(reply, at, fact, says, value)
        unlike = {
            says: (key_of, value)
            for key_of, says, value in _unlike(found(reply.example, at), inner)
        }
        for says, (key_of, value) in unlike.items():
            yield _in(reply, at, f"{fact}.{key_of}", says, value)
        yield from _members(reply, inner, at)


def _in(reply: Reply, at: Steps, fact: str, says: str, edit: Any) -> _Row:
    place = f"{reply.name}.{'.'.join(at)}"
    return _Row(
        f"reply {place} {says}",
        fact,
        f"{place} {says}",
        _in_reply(reply, lambda body, record: edit(body, at)),
    )


@dataclass(frozen=True, slots=True)
class _Put:
    value: Json

    def __call__(self, body: Json, at: Steps) -> Json:
        return put(body, at, self.value)


@dataclass(frozen=True, slots=True)
class _Made:
    """Put what is made of the value that stands there."""

    make: Callable[[Json], Json]

    def __call__(self, body: Json, at: Steps) -> Json:
        value = found(body, at)
        return body if value is NOTHING else put(body, at, self.make(value))


@dataclass(frozen=True, slots=True)
class _Drop:
    def __call__(self, body: Json, at: Steps) -> Json:
        return drop(body, at)


@dataclass(frozen=True, slots=True)
class _Rename:
    name: str

    def __call__(self, body: Json, at: Steps) -> Json:
        value = found(body, at)
        if value is NOTHING:
            return body
        return put(drop(body, at), (*at[:-1], self.name), value)


def _renamed(key: str, is_told: bool) -> Iterator[tuple[str, str]]:
    """Yield other names: where other members may come, those in other letter case."""
    cases = (key.swapcase()[:1] + key[1:], key.upper(), key.lower())
    for name in dict.fromkeys((*cases, *((f"{key}s", f"{key}_") if is_told else ()))):
        if name != key:
            yield name, name


def _retyped(value: Json, schema: Json) -> Iterator[tuple[str, Any]]:
    kinds = schema.get("type")
    if kinds is None:
        return
    listed = kinds if isinstance(kinds, list) else [kinds]
    for kind, says, make in _TYPES:
        is_whole = kind == "integer" and "number" in listed
        if kind not in listed and not is_whole:
            yield says, _Made(make)


def _as_number(value: Json) -> int:
    return int(value) if str(value).isdecimal() else len(str(value))


_TYPES: Final[tuple[tuple[str, str, Callable[[Json], Json]], ...]] = (
    ("null", "is null", lambda value: None),
    ("string", "is text", lambda value: json.dumps(value)),
    ("integer", "is a whole number", _as_number),
    ("number", "is a fraction", lambda value: _as_number(value) + 0.5),
    ("boolean", "is a truth", lambda value: bool(value)),
    ("array", "is a list", lambda value: [value]),
    ("object", "is an object", lambda value: {"value": value}),
)


def _unlike(value: Json, schema: Json) -> Iterator[tuple[str, str, Any]]:
    """Yield values of the right type that a limit of the reply does not let through."""
    for limit in (schema, *schema.get("allOf", ())):
        if "enum" in limit:
            key = "const" if len(limit["enum"]) == 1 else "enum"
            if isinstance(value, str):
                yield key, "is not listed", _Put(f"{value}x")
                if value.swapcase() not in (value, *limit["enum"]):
                    yield key, "is in other letter case", _Made(_swapped)
            elif isinstance(value, int):
                yield key, "is not listed", _Put(77)
        if "maxLength" in limit:
            text = (str(value) + "0" * limit["maxLength"])[: limit["maxLength"] + 1]
            yield "length", "is one character long", _Put(text)
        if limit.get("minLength"):
            text = str(value)[: limit["minLength"] - 1]
            yield "length", "is one character short", _Put(text)


def _swapped(value: Json) -> Json:
    return value.swapcase() if isinstance(value, str) else value


# Echoes -------------------------------------------------------------------------------


def _echoes(reply: Reply) -> Iterator[_Row]:
    for theirs, ours in reply.echoes:
        value = found(reply.example, theirs)
        for label, make in _ECHOED:
            if not isinstance(value, str) or make(value) == value:
                continue
            place = f"{reply.name}.{'.'.join(theirs)}"
            yield _Row(
                f"reply {place} comes back {label}",
                f"replies.{place}.echoes",
                f"{place} is {pointer_of(ours)} {label}",
                _in_reply(reply, _Echo(theirs, make)),
            )
        yield _Row(
            f"reply {reply.name}.{'.'.join(theirs)} of the example",
            f"replies.{reply.name}.{'.'.join(theirs)}.echoes",
            f"{'.'.join(theirs)} is that of the page's example, whatever was sent",
            _in_reply(reply, _Constant(theirs, value)),
        )


@dataclass(frozen=True, slots=True)
class _Echo:
    at: Steps
    make: Callable[[str], str]

    def __call__(self, body: Json, record: Record) -> Json:
        value = found(body, self.at)
        return put(body, self.at, self.make(value)) if isinstance(value, str) else body


@dataclass(frozen=True, slots=True)
class _Constant:
    at: Steps
    value: Json

    def __call__(self, body: Json, record: Record) -> Json:
        return put(body, self.at, self.value)


_ECHOED: Final[tuple[tuple[str, Callable[[str], str]], ...]] = (
    ("in capitals", str.upper),
    ("in small letters", str.lower),
    ("cut short", lambda text: text[:-1]),
    ("with more after it", lambda text: f"{text}x"),
    ("another's", lambda text: text[:-1] + ("0" if text[-1:] != "0" else "1")),
    ("empty", lambda text: ""),
)


# Codes --------------------------------------------------------------------------------


def _codes(contract: Contract, code: Code) -> Iterator[_Row]:
    reply = contract.reply(code.reply)
    assert reply is not None
    fact = f"codes.{code.code}"
    for status in _STATUSES if code.http is not None else ():
        if status != code.http:
            yield _coded(
                code,
                f"as HTTP {status}",
                f"{fact}.http",
                _with_status(status),
            )
    if reply.message_at is not None and code.message:
        for label, text in _other_texts(contract, code):
            change = _putting(reply.message_at, text)
            yield _coded(code, f"with a text {label}", fact, change)
    for column, value in code.columns.items():
        for other in _other_columns(contract, column, value):
            change = _putting(reply.columns[column], other)
            name = f"with the {column} {other}"
            yield _coded(code, name, f"{fact}.{column}", change)
    yield from _other_codes(contract, code, reply)
    yield from _unrelated(contract, code, reply)


def _coded(
    code: Code, label: str, fact: str, change: Callable[[Answer, Reply], Answer]
) -> _Row:
    name = f"code {code.code} {label}"
    return _Row(name, fact, f"{name} is answered", _with_code(code, change))


def _with_status(status: int) -> Callable[[Answer, Reply], Answer]:
    return lambda answer, reply: replace(answer, status=status)


def _other_texts(contract: Contract, code: Code) -> Iterator[tuple[str, str]]:
    text = code.message
    others = (each.message for each in contract.codes if each.message not in ("", text))
    candidates = (
        ("in other letter case", text.swapcase()),
        ("with a full stop more", f"{text}."),
        ("cut short", text[:-1]),
        ("of another code", next(others, "")),
        ("that is empty", ""),
    )
    for label, other in candidates:
        if other != text:
            yield label, other


def _other_columns(contract: Contract, column: str, value: Json) -> Iterator[Json]:
    known = [each.columns[column] for each in contract.codes if column in each.columns]
    candidates = [*known, _swapped(value), None]
    seen: list[Json] = [value]
    for each in candidates:
        if each not in seen:
            seen.append(each)
            yield each


def _other_codes(contract: Contract, code: Code, reply: Reply) -> Iterator[_Row]:
    at = reply.code_at
    if at is None:
        return
    is_number = isinstance(found(reply.example, at), int)
    fact = f"codes.{code.code}"
    for label, text in _texts_of_codes(contract, code):
        value: Json = int(text) if is_number and text.isdecimal() else text
        yield _coded(code, f"called {label}", fact, _putting(at, value))
    if code.code.isdecimal():
        other = code.code if is_number else int(code.code)
        yield _coded(code, "of the other type", fact, _putting(at, other))


def _texts_of_codes(contract: Contract, code: Code) -> Iterator[tuple[str, str]]:
    others = [
        each.code
        for each in contract.codes
        if each.code != code.code and each.reply == code.reply
    ]
    yield "one that is not documented", f"{code.shown}9"
    if code.code.lstrip("0") != code.code and code.code.strip("0"):
        yield "without its zeros", code.code.lstrip("0")
    if code.code.swapcase() != code.code:
        yield "in other letter case", code.code.swapcase()
    for other in others[:1]:
        yield other, other


def _unrelated(contract: Contract, code: Code, reply: Reply) -> Iterator[_Row]:
    for relation in reply.relations:
        value = found(reply.example, relation.at)
        if isinstance(value, bool):
            is_listed = code.code in relation.codes
            other = relation.value is not True if is_listed else relation.value
            name = f"with {'.'.join(relation.at)} {json.dumps(other)}"
            change = _putting(relation.at, other)
            yield _coded(code, name, f"codes.{code.code}", change)


# Content ------------------------------------------------------------------------------


def _contents(contract: Contract) -> Iterator[_Row]:
    open_type = (
        "" if contract.played else "the page does not say how replies are called"
    )
    for label, says, change in _CONTENTS:
        left_open = open_type if "type" in label else ""
        yield _Row(label, "", says, _every(change), left_open)


def _every(change: Callable[[Answer], Answer]) -> Answering:
    return lambda contract, record, answer: change(answer)


def _typed(kind: str) -> Callable[[Answer], Answer]:
    headers = (("Content-Type", kind),) if kind else ()
    return lambda answer: replace(answer, headers=headers)


def _with_content(make: Callable[[bytes], bytes]) -> Callable[[Answer], Answer]:
    return lambda answer: replace(answer, content=make(answer.content))


def _doubled(content: bytes) -> bytes:
    """Return an object whose first member stands twice."""
    body = json.loads(content)
    if not isinstance(body, dict) or not body:
        return content
    name = json.dumps(next(iter(body)))
    return b"{" + name.encode() + b": null, " + content.lstrip()[1:]


_CONTENTS: Final[tuple[tuple[str, str, Callable[[Answer], Answer]], ...]] = (
    ("type text/html", "answers are called text/html", _typed("text/html")),
    ("type text/plain", "answers are called text/plain", _typed("text/plain")),
    ("type application/xml", "answers are called XML", _typed("application/xml")),
    ("no type", "answers have no Content-Type", _typed("")),
    ("nothing", "answers are empty", _with_content(lambda content: b"")),
    (
        "bytes after the end",
        "answers go on after their JSON",
        _with_content(lambda content: content + b"x"),
    ),
    (
        "two answers",
        "answers come twice in one body",
        _with_content(lambda content: content + content),
    ),
    (
        "cut short",
        "answers lack their last byte",
        _with_content(lambda content: content[:-1]),
    ),
    (
        "a mark before",
        "answers begin with a byte order mark",
        _with_content(lambda content: b"\xef\xbb\xbf" + content),
    ),
    (
        "in a list",
        "answers stand in a list",
        _with_content(lambda content: b"[" + content + b"]"),
    ),
    (
        "in text",
        "answers are JSON within a text",
        _with_content(lambda content: json.dumps(content.decode()).encode()),
    ),
    ("a member twice", "a member stands twice in answers", _with_content(_doubled)),
    (
        "UTF-16",
        "answers are written in UTF-16",
        _with_content(lambda content: content.decode().encode("utf-16")),
    ),
)
