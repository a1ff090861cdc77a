"""Validators of make_thing: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, passes, told, undocumented

_PAGE = "thing"
_TABLE = "thing, table"

_REQUEST_QUERY_MEMBERS = frozenset({"batch"})
_REQUEST_HEADERS_MEMBERS = frozenset({"X-Request-Id"})
_REQUEST_BODY_MEMBERS = frozenset({"name", "kind"})
_MADE_MEMBERS = frozenset({"code", "status", "name", "request", "batch"})
_QUEUED_MEMBERS = frozenset({"code"})
_REFUSED_MEMBERS = frozenset({"code", "message"})


def make_thing_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"query": ..., "headers": ..., "body": ...}: the members as they are
    sent.
    """
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found = told("/query", _request_query, value.get("query", {}), _PAGE)
    found += told("/headers", _request_headers, value.get("headers", {}), _PAGE)
    found += told("/body", _request_body, value.get("body", {}), _PAGE)
    return found


def make_thing_made(value: Any) -> list[Violation]:
    """Return what in a reply `made` breaks its documentation."""
    return [] if passes(_is_made, value) else told("", _made, value, _PAGE)


def make_thing_queued(value: Any) -> list[Violation]:
    """Return what in a reply `queued` breaks its documentation."""
    return [] if passes(_is_queued, value) else told("", _queued, value, _PAGE)


def make_thing_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    return [] if passes(_is_refused, value) else told("", _refused, value, _PAGE)


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_query(value["query"])
        and _is_request_headers(value["headers"])
        and _is_request_body(value["body"])
    )


def _is_request_query(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            "batch" not in value or (type(item := value["batch"]) is int and item >= 1)
        )
        and _REQUEST_QUERY_MEMBERS.issuperset(value)
    )


def _request_query(value: Any) -> Iterator[Told]:
    if "batch" in value:
        if (item := value["batch"]).__class__ is not int:
            yield Told("batch", "type", "is a whole number", _TABLE)
        elif item < 1:
            yield Told("batch", "range", "is at least 1", _TABLE)
    yield from undocumented(value, _REQUEST_QUERY_MEMBERS, _PAGE)


def _is_request_headers(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["X-Request-Id"]) is str and len(item) == 8)
        and len(value) == 1
    )


def _request_headers(value: Any) -> Iterator[Told]:
    if "X-Request-Id" not in value:
        yield Told("X-Request-Id", "required", "is required", _TABLE)
    elif not isinstance(item := value["X-Request-Id"], str):
        yield Told("X-Request-Id", "type", "is text", _TABLE)
    elif len(item) != 8:
        yield Told("X-Request-Id", "length", "is text of exactly 8 characters", _TABLE)
    yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["name"]) is str and len(item) <= 20)
        and (
            "kind" not in value
            or (type(item := value["kind"]) is str and item in ("A", "B"))
        )
        and _REQUEST_BODY_MEMBERS.issuperset(value)
    )


def _request_body(value: Any) -> Iterator[Told]:
    if "name" not in value:
        yield Told("name", "required", "is required", _TABLE)
    elif not isinstance(item := value["name"], str):
        yield Told("name", "type", "is text", _TABLE)
    elif len(item) > 20:
        yield Told("name", "length", "is text of at most 20 characters", _TABLE)
    if "kind" in value:
        if not isinstance(item := value["kind"], str):
            yield Told("kind", "type", "is text", _TABLE)
        elif item not in ("A", "B"):
            yield Told("kind", "enum", 'is one of "A", "B"', _TABLE)
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


def _is_made(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["code"]) is str
        and type(value["status"]) is str
        and type(value["name"]) is str
        and type(value["request"]) is str
        and ("batch" not in value or type(value["batch"]) is int)
        and _MADE_MEMBERS.issuperset(value)
    )


def _made(value: Any) -> Iterator[Told]:
    if "code" not in value:
        yield Told("code", "required", "is required", _TABLE)
    elif not isinstance(value["code"], str):
        yield Told("code", "type", "is text", _TABLE)
    if "status" not in value:
        yield Told("status", "required", "is required", _TABLE)
    elif not isinstance(value["status"], str):
        yield Told("status", "type", "is text", _TABLE)
    if "name" not in value:
        yield Told("name", "required", "is required", _TABLE)
    elif not isinstance(value["name"], str):
        yield Told("name", "type", "is text", _TABLE)
    if "request" not in value:
        yield Told("request", "required", "is required", _TABLE)
    elif not isinstance(value["request"], str):
        yield Told("request", "type", "is text", _TABLE)
    if "batch" in value and value["batch"].__class__ is not int:
        yield Told("batch", "type", "is a whole number", _TABLE)
    yield from undocumented(value, _MADE_MEMBERS, _PAGE)


def _is_queued(value: Any) -> bool:
    return type(value) is dict and type(value["code"]) is str and len(value) == 1


def _queued(value: Any) -> Iterator[Told]:
    if "code" not in value:
        yield Told("code", "required", "is required", _TABLE)
    elif not isinstance(value["code"], str):
        yield Told("code", "type", "is text", _TABLE)
    yield from undocumented(value, _QUEUED_MEMBERS, _PAGE)


def _is_refused(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["code"]) is str
        and type(value["message"]) is str
        and len(value) == 2
    )


def _refused(value: Any) -> Iterator[Told]:
    if "code" not in value:
        yield Told("code", "required", "is required", _TABLE)
    elif not isinstance(value["code"], str):
        yield Told("code", "type", "is text", _TABLE)
    if "message" not in value:
        yield Told("message", "required", "is required", _TABLE)
    elif not isinstance(value["message"], str):
        yield Told("message", "type", "is text", _TABLE)
    yield from undocumented(value, _REFUSED_MEMBERS, _PAGE)
