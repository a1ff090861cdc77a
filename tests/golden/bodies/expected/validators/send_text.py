"""Validators of send_text: what its page says of each value.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, inside, passes, told, undocumented

_PAGE = "gateway"
_TABLE = "gateway, table"

_PATTERN_1 = re.compile("[0-9]*")
_REQUEST_BODY_SENDER_MEMBERS = frozenset({"name", "id"})
_REQUEST_BODY_MEMBERS = frozenset({"text", "to", "flash", "count", "sender"})
_SENT_MEMBERS = frozenset({"status", "id", "parts"})
_REFUSED_MEMBERS = frozenset({"code", "reason"})


def send_text_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"body": ...}: the members as they are sent.
    """
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found = told("/body", _request_body, value.get("body", {}), _PAGE)
    return found


def send_text_sent(value: Any) -> list[Violation]:
    """Return what in a reply `sent` breaks its documentation."""
    return [] if passes(_is_sent, value) else told("", _sent, value, _PAGE)


def send_text_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    return [] if passes(_is_refused, value) else told("", _refused, value, _PAGE)


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_body(value["body"])


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["text"]) is str and len(item) <= 160)
        and (
            type(item := value["to"]) is list
            and all(
                type(each) is str
                and 5 <= len(each) <= 15
                and each.isascii()
                and each.isdigit()
                for each in item
            )
        )
        and ("flash" not in value or type(value["flash"]) is bool)
        and (
            "count" not in value
            or (type(item := value["count"]) is int and 1 <= item <= 9)
        )
        and ("sender" not in value or _is_request_body_sender(value["sender"]))
        and _REQUEST_BODY_MEMBERS.issuperset(value)
    )


def _request_body(value: Any) -> Iterator[Told]:
    if "text" not in value:
        yield Told("text", "required", "is required", _TABLE)
    elif not isinstance(item := value["text"], str):
        yield Told("text", "type", "is text", _TABLE)
    elif len(item) > 160:
        yield Told("text", "length", "is text of at most 160 characters", _TABLE)
    if "to" not in value:
        yield Told("to", "required", "is required", _TABLE)
    elif not isinstance(item := value["to"], list):
        yield Told("to", "type", "is a list", _TABLE)
    else:
        for index, each in enumerate(item):
            if not isinstance(each, str):
                yield Told(f"to/{index}", "type", "is text", _TABLE)
            else:
                if not 5 <= len(each) <= 15:
                    yield Told(
                        f"to/{index}", "length", "is text of 5 to 15 characters", _TABLE
                    )
                if not _PATTERN_1.fullmatch(each):
                    yield Told(f"to/{index}", "chars", "has digits only", _TABLE)
    if "flash" in value and value["flash"].__class__ is not bool:
        yield Told("flash", "type", "is true or false", _TABLE)
    if "count" in value:
        if (item := value["count"]).__class__ is not int:
            yield Told("count", "type", "is a whole number", _TABLE)
        elif not 1 <= item <= 9:
            yield Told("count", "range", "is 1 to 9", _TABLE)
    if "sender" in value:
        if not isinstance(item := value["sender"], dict):
            yield Told("sender", "type", "is an object", _TABLE)
        else:
            yield from inside("sender", _request_body_sender(item))
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


def _is_request_body_sender(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["name"]) is str and len(item) <= 11)
        and type(value["id"]) is int
        and len(value) == 2
    )


def _request_body_sender(value: Any) -> Iterator[Told]:
    if "name" not in value:
        yield Told("name", "required", "is required", _TABLE)
    elif not isinstance(item := value["name"], str):
        yield Told("name", "type", "is text", _TABLE)
    elif len(item) > 11:
        yield Told("name", "length", "is text of at most 11 characters", _TABLE)
    if "id" not in value:
        yield Told("id", "required", "is required", _TABLE)
    elif value["id"].__class__ is not int:
        yield Told("id", "type", "is a whole number", _TABLE)
    yield from undocumented(value, _REQUEST_BODY_SENDER_MEMBERS, _PAGE)


def _is_sent(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["status"]) is str
        and (type(item := value["id"]) is str and item.isascii() and item.isdigit())
        and type(value["parts"]) is int
        and len(value) == 3
    )


def _sent(value: Any) -> Iterator[Told]:
    if "status" not in value:
        yield Told("status", "required", "is required", _TABLE)
    elif not isinstance(value["status"], str):
        yield Told("status", "type", "is text", _TABLE)
    if "id" not in value:
        yield Told("id", "required", "is required", _TABLE)
    elif not isinstance(item := value["id"], str):
        yield Told("id", "type", "is text", _TABLE)
    elif not _PATTERN_1.fullmatch(item):
        yield Told("id", "chars", "has digits only", _TABLE)
    if "parts" not in value:
        yield Told("parts", "required", "is required", _TABLE)
    elif value["parts"].__class__ is not int:
        yield Told("parts", "type", "is a whole number", _TABLE)
    yield from undocumented(value, _SENT_MEMBERS, _PAGE)


def _is_refused(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["code"]) is str
        and type(value["reason"]) is str
        and len(value) == 2
    )


def _refused(value: Any) -> Iterator[Told]:
    if "code" not in value:
        yield Told("code", "required", "is required", _TABLE)
    elif not isinstance(value["code"], str):
        yield Told("code", "type", "is text", _TABLE)
    if "reason" not in value:
        yield Told("reason", "required", "is required", _TABLE)
    elif not isinstance(value["reason"], str):
        yield Told("reason", "type", "is text", _TABLE)
    yield from undocumented(value, _REFUSED_MEMBERS, _PAGE)
