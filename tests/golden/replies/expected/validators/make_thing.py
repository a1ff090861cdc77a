"""Validators of make_thing: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Violation, passes, undocumented

_TABLE = "thing, table"
_PAGE = "thing"

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
    found: list[Violation] = []
    query = value.get("query", {})
    if not isinstance(query, dict):
        found.append(Violation("/query", "type", "is an object", _PAGE))
    else:
        found += _request_query(query, "/query")
    headers = value.get("headers", {})
    if not isinstance(headers, dict):
        found.append(Violation("/headers", "type", "is an object", _PAGE))
    else:
        found += _request_headers(headers, "/headers")
    body = value.get("body", {})
    if not isinstance(body, dict):
        found.append(Violation("/body", "type", "is an object", _PAGE))
    else:
        found += _request_body(body, "/body")
    return found


def make_thing_made(value: Any) -> list[Violation]:
    """Return what in a reply `made` breaks its documentation."""
    if passes(_is_made, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_made(value, ""))


def make_thing_queued(value: Any) -> list[Violation]:
    """Return what in a reply `queued` breaks its documentation."""
    if passes(_is_queued, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_queued(value, ""))


def make_thing_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    if passes(_is_refused, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_refused(value, ""))


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_query(value.get("query", {}))
        and _is_request_headers(value.get("headers", {}))
        and _is_request_body(value.get("body", {}))
    )


def _is_request_query(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            "batch" not in value or (type(item := value["batch"]) is int and item >= 1)
        )
        and _REQUEST_QUERY_MEMBERS.issuperset(value)
    )


def _request_query(value: Any, at: str) -> Iterator[Violation]:
    if "batch" in value:
        if (item := value["batch"]).__class__ is not int:
            yield Violation(f"{at}/batch", "type", "is a whole number", _TABLE)
        elif item < 1:
            yield Violation(f"{at}/batch", "range", "is at least 1", _TABLE)
    if not value.keys() <= _REQUEST_QUERY_MEMBERS:
        yield from undocumented(value, _REQUEST_QUERY_MEMBERS, at, _PAGE)


def _is_request_headers(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["X-Request-Id"]) is str and len(item) == 8)
        and len(value) == 1
    )


def _request_headers(value: Any, at: str) -> Iterator[Violation]:
    if "X-Request-Id" not in value:
        yield Violation(f"{at}/X-Request-Id", "required", "is required", _TABLE)
    elif not isinstance(item := value["X-Request-Id"], str):
        yield Violation(f"{at}/X-Request-Id", "type", "is text", _TABLE)
    elif len(item) != 8:
        yield Violation(
            f"{at}/X-Request-Id", "length", "is text of exactly 8 characters", _TABLE
        )
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE)


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


def _request_body(value: Any, at: str) -> Iterator[Violation]:
    if "name" not in value:
        yield Violation(f"{at}/name", "required", "is required", _TABLE)
    elif not isinstance(item := value["name"], str):
        yield Violation(f"{at}/name", "type", "is text", _TABLE)
    elif len(item) > 20:
        yield Violation(
            f"{at}/name", "length", "is text of at most 20 characters", _TABLE
        )
    if "kind" in value:
        if not isinstance(item := value["kind"], str):
            yield Violation(f"{at}/kind", "type", "is text", _TABLE)
        elif item not in ("A", "B"):
            yield Violation(f"{at}/kind", "enum", 'is one of "A", "B"', _TABLE)
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE)


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


def _made(value: Any, at: str) -> Iterator[Violation]:
    if "code" not in value:
        yield Violation(f"{at}/code", "required", "is required", _TABLE)
    elif not isinstance(value["code"], str):
        yield Violation(f"{at}/code", "type", "is text", _TABLE)
    if "status" not in value:
        yield Violation(f"{at}/status", "required", "is required", _TABLE)
    elif not isinstance(value["status"], str):
        yield Violation(f"{at}/status", "type", "is text", _TABLE)
    if "name" not in value:
        yield Violation(f"{at}/name", "required", "is required", _TABLE)
    elif not isinstance(value["name"], str):
        yield Violation(f"{at}/name", "type", "is text", _TABLE)
    if "request" not in value:
        yield Violation(f"{at}/request", "required", "is required", _TABLE)
    elif not isinstance(value["request"], str):
        yield Violation(f"{at}/request", "type", "is text", _TABLE)
    if "batch" in value and value["batch"].__class__ is not int:
        yield Violation(f"{at}/batch", "type", "is a whole number", _TABLE)
    if not value.keys() <= _MADE_MEMBERS:
        yield from undocumented(value, _MADE_MEMBERS, at, _PAGE)


def _is_queued(value: Any) -> bool:
    return type(value) is dict and type(value["code"]) is str and len(value) == 1


def _queued(value: Any, at: str) -> Iterator[Violation]:
    if "code" not in value:
        yield Violation(f"{at}/code", "required", "is required", _TABLE)
    elif not isinstance(value["code"], str):
        yield Violation(f"{at}/code", "type", "is text", _TABLE)
    if not value.keys() <= _QUEUED_MEMBERS:
        yield from undocumented(value, _QUEUED_MEMBERS, at, _PAGE)


def _is_refused(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["code"]) is str
        and type(value["message"]) is str
        and len(value) == 2
    )


def _refused(value: Any, at: str) -> Iterator[Violation]:
    if "code" not in value:
        yield Violation(f"{at}/code", "required", "is required", _TABLE)
    elif not isinstance(value["code"], str):
        yield Violation(f"{at}/code", "type", "is text", _TABLE)
    if "message" not in value:
        yield Violation(f"{at}/message", "required", "is required", _TABLE)
    elif not isinstance(value["message"], str):
        yield Violation(f"{at}/message", "type", "is text", _TABLE)
    if not value.keys() <= _REFUSED_MEMBERS:
        yield from undocumented(value, _REFUSED_MEMBERS, at, _PAGE)
