"""Validators of return_url: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, passes, told, undocumented

_PAGE = "thing"
_PROSE = "thing, prose"

_REQUEST_SEGMENTS_MEMBERS = frozenset({"paymentId"})
_REQUEST_QUERY_MEMBERS = frozenset({"result"})


def return_url_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"segments": ..., "query": ...}: the members as they are sent.
    """
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found = told("/segments", _request_segments, value.get("segments", {}), _PAGE)
    found += told("/query", _request_query, value.get("query", {}), _PAGE)
    return found


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_segments(value["segments"])
        and _is_request_query(value["query"])
    )


def _is_request_segments(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["paymentId"]) is str and len(item) == 12)
        and len(value) == 1
    )


def _request_segments(value: Any) -> Iterator[Told]:
    if "paymentId" not in value:
        yield Told("paymentId", "required", "is required", _PROSE)
    elif not isinstance(item := value["paymentId"], str):
        yield Told("paymentId", "type", "is text", _PROSE)
    elif len(item) != 12:
        yield Told("paymentId", "length", "is text of exactly 12 characters", _PROSE)
    yield from undocumented(value, _REQUEST_SEGMENTS_MEMBERS, _PAGE)


def _is_request_query(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["result"]) is str and item in ("ok", "cancelled"))
        and len(value) == 1
    )


def _request_query(value: Any) -> Iterator[Told]:
    if "result" not in value:
        yield Told("result", "required", "is required", _PROSE)
    elif not isinstance(item := value["result"], str):
        yield Told("result", "type", "is text", _PROSE)
    elif item not in ("ok", "cancelled"):
        yield Told("result", "enum", 'is one of "ok", "cancelled"', _PROSE)
    yield from undocumented(value, _REQUEST_QUERY_MEMBERS, _PAGE)
