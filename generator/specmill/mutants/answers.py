"""Servers whose answers are otherwise: a status, a code, a text, a member, a byte."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from .. import ir
from ..harness.contract import Contract
from ..harness.desk import Record
from ..harness.replies import Reply
from ..harness.wire import Answer
from . import Mutant
from .answers_codes import codes
from .answers_members import echoes, members, read_echoes
from .answers_rows import STATUSES, Row
from .seams import Answering, Change, body_of


def mutants(operation: ir.Operation, contract: Contract) -> Iterator[Mutant[Change]]:
    """Yield servers that answer what they are to answer in another way."""
    for row in _rows(contract):
        yield Mutant(
            id=row.label,
            fact=row.fact,
            says=row.says,
            change=Change(told_by="answer", answer=row.answer, left_open=row.left_open),
        )


def _rows(contract: Contract) -> Iterator[Row]:
    for reply in contract.replies:
        if not _is_sent(contract, reply):
            continue
        yield from _statuses(contract, reply)
        yield from members(reply, reply.schema, ())
        yield from echoes(reply)
        if contract.played is not None:
            yield from read_echoes(reply)
    for code in contract.codes:
        if _is_answered(contract, code.code):
            yield from codes(contract, code)
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


# HTTP statuses ------------------------------------------------------------------------


def _statuses(contract: Contract, reply: Reply) -> Iterator[Row]:
    for status in STATUSES if reply.http else ():
        if status not in reply.http:
            yield Row(
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


# Content ------------------------------------------------------------------------------


def _contents(contract: Contract) -> Iterator[Row]:
    open_type = (
        "" if contract.played else "the page does not say how replies are called"
    )
    for label, says, change in _CONTENTS:
        left_open = open_type if "type" in label else ""
        yield Row(label, "", says, _every(change), left_open)


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
