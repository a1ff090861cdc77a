"""Answers with another code, or with another status, text or truth beside it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace

from ..harness.contract import Contract
from ..harness.pointers import Json, found
from ..harness.replies import Code, Reply
from ..harness.wire import Answer
from .answers_rows import STATUSES, Row, putting, swapped, with_code


def codes(contract: Contract, code: Code) -> Iterator[Row]:
    reply = contract.reply(code.reply)
    assert reply is not None
    fact = f"codes.{code.code}"
    for status in STATUSES if code.http is not None else ():
        if status != code.http:
            yield _coded(
                code,
                f"as HTTP {status}",
                f"{fact}.http",
                _with_status(status),
            )
    if reply.message_at is not None and code.message:
        for label, text in _other_texts(contract, code):
            change = putting(reply.message_at, text)
            yield _coded(code, f"with a text {label}", fact, change)
    for column, value in code.columns.items():
        for other in _other_columns(contract, column, value):
            change = putting(reply.columns[column], other)
            name = f"with the {column} {other}"
            yield _coded(code, name, f"{fact}.{column}", change)
    yield from _other_codes(contract, code, reply)
    yield from _unrelated(contract, code, reply)


def _coded(
    code: Code, label: str, fact: str, change: Callable[[Answer, Reply], Answer]
) -> Row:
    name = f"code {code.code} {label}"
    return Row(name, fact, f"{name} is answered", with_code(code, change))


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
    candidates = [*known, swapped(value), None]
    seen: list[Json] = [value]
    for each in candidates:
        if each not in seen:
            seen.append(each)
            yield each


def _other_codes(contract: Contract, code: Code, reply: Reply) -> Iterator[Row]:
    at = reply.code_at
    if at is None:
        return
    is_number = isinstance(found(reply.example, at), int)
    fact = f"codes.{code.code}"
    for label, text in _texts_of_codes(contract, code):
        value: Json = int(text) if is_number and text.isdecimal() else text
        yield _coded(code, f"called {label}", fact, putting(at, value))
    if code.code.isdecimal():
        other = code.code if is_number else int(code.code)
        yield _coded(code, "of the other type", fact, putting(at, other))


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


def _unrelated(contract: Contract, code: Code, reply: Reply) -> Iterator[Row]:
    for relation in reply.relations:
        value = found(reply.example, relation.at)
        if isinstance(value, bool):
            is_listed = code.code in relation.codes
            other = relation.value is not True if is_listed else relation.value
            name = f"with {'.'.join(relation.at)} {json.dumps(other)}"
            change = putting(relation.at, other)
            yield _coded(code, name, f"codes.{code.code}", change)
