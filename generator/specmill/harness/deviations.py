"""What an answer has otherwise than the page documents, told as sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .bodies import typed
from .cases import shown
from .codes import is_told
from .conditions import broken as conditions_broken
from .pointers import Json, alike, found, pointer_of, same, sent_at
from .replies import Code, Reply
from .schemas import miscalled, says_of, schema_errors

if TYPE_CHECKING:
    from .exchanges import Exchange


def deviations(exchange: Exchange, reply: Reply, body: Json) -> list[str]:
    """Return what is not as documented in the body of *reply*, as sentences."""
    contract = exchange.server.contract
    errors = schema_errors(reply.schema, body)
    wrong = [
        f"{pointer_of(each.absolute_path) or 'the body'} {says_of(each)}"
        for each in errors
    ]
    wrong += _of_headers(exchange, reply)
    wrong += [
        f"{pointer_of(at)} is called {name}"
        for at, name in miscalled(reply.schema, body)
    ]
    wrong += [each.says for each in conditions_broken(reply.conditions, {"body": body})]
    if reply.items is not None:
        wrong += reply.items.undocumented(body)
    text = contract.code_in(reply, body)
    code = contract.code(text) if text is not None else None
    if code is not None:
        wrong += _against_code(reply, code, exchange.answer.status, body)
    if contract.played is not None:
        wrong += _against_notes(exchange, reply, code, body)
    return wrong + _not_echoed(exchange, reply, body)


def _of_headers(exchange: Exchange, reply: Reply) -> list[str]:
    """Return what is not as documented in the headers of *reply*, as sentences."""
    wrong = []
    due = reply.media.partition(";")[0].strip().lower()
    is_named = reply.type or reply.body.says_media
    if is_named and exchange.media.partition(";")[0].strip().lower() != due:
        wrong.append(f"the header Content-Type is {due}")
    if reply.headers is None:
        return wrong
    known = reply.headers["properties"]
    came: dict[str, Json] = {}
    for name, text in exchange.answer.headers:
        came[name.lower()] = typed(text, known.get(name.lower(), {}))
    for error in schema_errors(reply.headers, came):
        at = pointer_of(("headers", *error.absolute_path))
        wrong.append(f"{at} {says_of(error)}")
    return wrong


def _against_notes(
    exchange: Exchange, reply: Reply, code: Code | None, body: Json
) -> list[str]:
    """Return what the notes of one server have against an answer of its."""
    wrong = []
    due = _plain(reply.media)
    if _plain(exchange.media) != due:
        wrong.append(f"the header Content-Type is {due}")
    for relation in reply.relations:
        is_there = same(found(body, relation.at), relation.value)
        listed = ", ".join(relation.codes)
        if is_there != (code is not None and code.code in relation.codes):
            at = pointer_of(relation.at)
            wrong.append(f"{at} is {shown(relation.value)} exactly with {listed}")
    return wrong + _other_text(reply, code, body)


def _plain(kind: str) -> str:
    """Return a Content-Type without the charset that everyone means."""
    return re.sub(r"\s*;\s*charset=\"?utf-8\"?\s*$", "", kind.strip().lower())


def _other_text(reply: Reply, code: Code | None, body: Json) -> list[str]:
    if code is None or reply.message_at is None or not code.message:
        return []
    text = found(body, reply.message_at)
    if isinstance(text, str) and is_told(text, code.messages or (code.message,)):
        return []
    at = pointer_of(reply.message_at)
    return [f"{at} is {shown(code.message)} with the code {code.code}"]


def _against_code(reply: Reply, code: Code, status: int, body: Json) -> list[str]:
    wrong = []
    if code.http is not None and code.http != status:
        wrong.append(f"the code {code.code} comes with the HTTP status {code.http}")
    for column, value in code.columns.items():
        at = reply.columns.get(column)
        if at is not None and not same(found(body, at), value):
            wrong.append(
                f"{pointer_of(at)} is {shown(value)} with the code {code.code}"
            )
    return wrong


def _not_echoed(exchange: Exchange, reply: Reply, body: Json) -> list[str]:
    wrong = []
    for theirs, ours in reply.echoes:
        given = sent_at(exchange.sent, ours)
        came = found(body, theirs)
        # A value of a wrong type is refused, and nobody has to repeat it.
        if came.__class__ is given.__class__ and not alike(came, given):
            wrong.append(f"{pointer_of(theirs)} is what was sent at {pointer_of(ours)}")
    return wrong
