"""Validators of make_thing: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented

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
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    query = value.get("query", {})
    if not isinstance(query, dict):
        found.append(Violation("/query", "type", "is an object", _PAGE))
    else:
        _request_query(query, "/query", found)
    headers = value.get("headers", {})
    if not isinstance(headers, dict):
        found.append(Violation("/headers", "type", "is an object", _PAGE))
    else:
        _request_headers(headers, "/headers", found)
    body = value.get("body", {})
    if not isinstance(body, dict):
        found.append(Violation("/body", "type", "is an object", _PAGE))
    else:
        _request_body(body, "/body", found)
    return found


def make_thing_made(value: Any) -> list[Violation]:
    """Return what in a reply `made` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _made(value, "", found)
    return found


def make_thing_queued(value: Any) -> list[Violation]:
    """Return what in a reply `queued` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _queued(value, "", found)
    return found


def make_thing_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _refused(value, "", found)
    return found


def _request_query(value: Any, at: str, found: list[Violation]) -> None:
    if "batch" in value:
        if (item := value["batch"]).__class__ is not int:
            found.append(Violation(f"{at}/batch", "type", "is a whole number", _TABLE))
        elif item < 1:
            found.append(Violation(f"{at}/batch", "range", "is at least 1", _TABLE))
    if not value.keys() <= _REQUEST_QUERY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_QUERY_MEMBERS, at, _PAGE))


def _request_headers(value: Any, at: str, found: list[Violation]) -> None:
    if "X-Request-Id" not in value:
        found.append(Violation(f"{at}/X-Request-Id", "required", "is required", _TABLE))
    elif not isinstance(item := value["X-Request-Id"], str):
        found.append(Violation(f"{at}/X-Request-Id", "type", "is text", _TABLE))
    elif len(item) != 8:
        found.append(
            Violation(
                f"{at}/X-Request-Id",
                "length",
                "is text of exactly 8 characters",
                _TABLE,
            )
        )
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE))


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "name" not in value:
        found.append(Violation(f"{at}/name", "required", "is required", _TABLE))
    elif not isinstance(item := value["name"], str):
        found.append(Violation(f"{at}/name", "type", "is text", _TABLE))
    elif len(item) > 20:
        found.append(
            Violation(
                f"{at}/name", "length", "is text of at most 20 characters", _TABLE
            )
        )
    if "kind" in value:
        if not isinstance(item := value["kind"], str):
            found.append(Violation(f"{at}/kind", "type", "is text", _TABLE))
        elif item not in ("A", "B"):
            found.append(Violation(f"{at}/kind", "enum", 'is one of "A", "B"', _TABLE))
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _made(value: Any, at: str, found: list[Violation]) -> None:
    if "code" not in value:
        found.append(Violation(f"{at}/code", "required", "is required", _TABLE))
    elif not isinstance(value["code"], str):
        found.append(Violation(f"{at}/code", "type", "is text", _TABLE))
    if "status" not in value:
        found.append(Violation(f"{at}/status", "required", "is required", _TABLE))
    elif not isinstance(value["status"], str):
        found.append(Violation(f"{at}/status", "type", "is text", _TABLE))
    if "name" not in value:
        found.append(Violation(f"{at}/name", "required", "is required", _TABLE))
    elif not isinstance(value["name"], str):
        found.append(Violation(f"{at}/name", "type", "is text", _TABLE))
    if "request" not in value:
        found.append(Violation(f"{at}/request", "required", "is required", _TABLE))
    elif not isinstance(value["request"], str):
        found.append(Violation(f"{at}/request", "type", "is text", _TABLE))
    if "batch" in value and value["batch"].__class__ is not int:
        found.append(Violation(f"{at}/batch", "type", "is a whole number", _TABLE))
    if not value.keys() <= _MADE_MEMBERS:
        found.extend(undocumented(value, _MADE_MEMBERS, at, _PAGE))


def _queued(value: Any, at: str, found: list[Violation]) -> None:
    if "code" not in value:
        found.append(Violation(f"{at}/code", "required", "is required", _TABLE))
    elif not isinstance(value["code"], str):
        found.append(Violation(f"{at}/code", "type", "is text", _TABLE))
    if not value.keys() <= _QUEUED_MEMBERS:
        found.extend(undocumented(value, _QUEUED_MEMBERS, at, _PAGE))


def _refused(value: Any, at: str, found: list[Violation]) -> None:
    if "code" not in value:
        found.append(Violation(f"{at}/code", "required", "is required", _TABLE))
    elif not isinstance(value["code"], str):
        found.append(Violation(f"{at}/code", "type", "is text", _TABLE))
    if "message" not in value:
        found.append(Violation(f"{at}/message", "required", "is required", _TABLE))
    elif not isinstance(value["message"], str):
        found.append(Violation(f"{at}/message", "type", "is text", _TABLE))
    if not value.keys() <= _REFUSED_MEMBERS:
        found.extend(undocumented(value, _REFUSED_MEMBERS, at, _PAGE))
