"""Validators of wrap_thing: what its page says of each value.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Inferred, Violation, undocumented
from ..forms import wrap_thing as forms

_PAGE = "thing"
_TABLE = "thing, table"
_INFERRED_1 = Inferred("thing, inferred: every sample has four")

_REQUEST_BODY_HEAD_MEMBERS = frozenset({"version", "sent"})
_REQUEST_BODY_EXTRA_MEMBERS = frozenset({"note", "price"})
_REQUEST_BODY_MEMBERS = frozenset({"head", "extra"})
_WRAPPED_EMPTY_MEMBERS: frozenset[str] = frozenset()
_WRAPPED_MEMBERS = frozenset({"empty"})


def wrap_thing_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"body": ...}: the members as they are sent.
    """
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    body = value.get("body", {})
    if not isinstance(body, dict):
        found.append(Violation("/body", "type", "is an object", _PAGE))
    else:
        _request_body(body, "/body", found)
    return found


def wrap_thing_wrapped(value: Any) -> list[Violation]:
    """Return what in a reply `wrapped` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _wrapped(value, "", found)
    return found


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "head" not in value:
        found.append(Violation(f"{at}/head", "required", "is required", _TABLE))
    elif not isinstance(item := value["head"], dict):
        found.append(Violation(f"{at}/head", "type", "is an object", _TABLE))
    else:
        _request_body_head(item, f"{at}/head", found)
    if "extra" in value:
        if not isinstance(item := value["extra"], dict):
            found.append(Violation(f"{at}/extra", "type", "is an object", _TABLE))
        else:
            _request_body_extra(item, f"{at}/extra", found)
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _request_body_head(value: Any, at: str, found: list[Violation]) -> None:
    if "version" in value and not isinstance(value["version"], str):
        found.append(Violation(f"{at}/version", "type", "is text", _TABLE))
    if "sent" in value:
        if not isinstance(item := value["sent"], str):
            found.append(Violation(f"{at}/sent", "type", "is text", _TABLE))
        elif not forms.SENT.fits(item):
            found.append(
                Violation(
                    f"{at}/sent",
                    "format",
                    "is a date and time as yyyy-MM-dd HH:mm:ss",
                    _TABLE,
                )
            )
    if not value.keys() <= _REQUEST_BODY_HEAD_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_HEAD_MEMBERS, at, _PAGE))


def _request_body_extra(value: Any, at: str, found: list[Violation]) -> None:
    if "note" not in value:
        found.append(Violation(f"{at}/note", "required", "is required", _TABLE))
    elif not isinstance(item := value["note"], str):
        found.append(Violation(f"{at}/note", "type", "is text", _TABLE))
    elif len(item) != 4:
        found.append(
            Violation(
                f"{at}/note", "length", "is text of exactly 4 characters", _INFERRED_1
            )
        )
    if "price" in value and (
        isinstance(value["price"], bool) or not isinstance(value["price"], int | float)
    ):
        found.append(Violation(f"{at}/price", "type", "is a number", _TABLE))
    if not value.keys() <= _REQUEST_BODY_EXTRA_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_EXTRA_MEMBERS, at, _PAGE))


def _wrapped(value: Any, at: str, found: list[Violation]) -> None:
    if "empty" not in value:
        found.append(Violation(f"{at}/empty", "required", "is required", _TABLE))
    elif not isinstance(item := value["empty"], dict):
        found.append(Violation(f"{at}/empty", "type", "is an object", _TABLE))
    else:
        _wrapped_empty(item, f"{at}/empty", found)
    if not value.keys() <= _WRAPPED_MEMBERS:
        found.extend(undocumented(value, _WRAPPED_MEMBERS, at, _PAGE))


def _wrapped_empty(value: Any, at: str, found: list[Violation]) -> None:
    if not value.keys() <= _WRAPPED_EMPTY_MEMBERS:
        found.extend(undocumented(value, _WRAPPED_EMPTY_MEMBERS, at, _PAGE))
