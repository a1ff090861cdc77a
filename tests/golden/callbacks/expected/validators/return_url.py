"""Validators of return_url: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented

_PAGE = "thing"
_PROSE = "thing, prose"

_REQUEST_SEGMENTS_MEMBERS = frozenset({"paymentId"})
_REQUEST_QUERY_MEMBERS = frozenset({"result"})


def return_url_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"segments": ..., "query": ...}: the members as they are sent.
    """
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    segments = value.get("segments", {})
    if not isinstance(segments, dict):
        found.append(Violation("/segments", "type", "is an object", _PAGE))
    else:
        _request_segments(segments, "/segments", found)
    query = value.get("query", {})
    if not isinstance(query, dict):
        found.append(Violation("/query", "type", "is an object", _PAGE))
    else:
        _request_query(query, "/query", found)
    return found


def _request_segments(value: Any, at: str, found: list[Violation]) -> None:
    if "paymentId" not in value:
        found.append(Violation(f"{at}/paymentId", "required", "is required", _PROSE))
    elif not isinstance(item := value["paymentId"], str):
        found.append(Violation(f"{at}/paymentId", "type", "is text", _PROSE))
    elif len(item) != 12:
        found.append(
            Violation(
                f"{at}/paymentId", "length", "is text of exactly 12 characters", _PROSE
            )
        )
    if not value.keys() <= _REQUEST_SEGMENTS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_SEGMENTS_MEMBERS, at, _PAGE))


def _request_query(value: Any, at: str, found: list[Violation]) -> None:
    if "result" not in value:
        found.append(Violation(f"{at}/result", "required", "is required", _PROSE))
    elif not isinstance(item := value["result"], str):
        found.append(Violation(f"{at}/result", "type", "is text", _PROSE))
    elif item not in ("ok", "cancelled"):
        found.append(
            Violation(f"{at}/result", "enum", 'is one of "ok", "cancelled"', _PROSE)
        )
    if not value.keys() <= _REQUEST_QUERY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_QUERY_MEMBERS, at, _PAGE))
