"""Validators of send_text: what its page says of each value.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

import re
from typing import Any

from ..._runtime.violations import Violation, undocumented

_PAGE = "gateway"
_TABLE = "gateway, table"

_REQUEST_BODY_SENDER_MEMBERS = frozenset({"name", "id"})
_REQUEST_BODY_MEMBERS = frozenset({"text", "to", "flash", "count", "sender"})
_SENT_MEMBERS = frozenset({"status", "id", "parts"})
_REFUSED_MEMBERS = frozenset({"code", "reason"})


def send_text_request(value: Any) -> list[Violation]:
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


def send_text_sent(value: Any) -> list[Violation]:
    """Return what in a reply `sent` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _sent(value, "", found)
    return found


def send_text_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _refused(value, "", found)
    return found


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "text" not in value:
        found.append(Violation(f"{at}/text", "required", "is required", _TABLE))
    elif not isinstance(item := value["text"], str):
        found.append(Violation(f"{at}/text", "type", "is text", _TABLE))
    elif len(item) > 160:
        found.append(
            Violation(
                f"{at}/text", "length", "is text of at most 160 characters", _TABLE
            )
        )
    if "to" not in value:
        found.append(Violation(f"{at}/to", "required", "is required", _TABLE))
    elif not isinstance(item := value["to"], list):
        found.append(Violation(f"{at}/to", "type", "is a list", _TABLE))
    else:
        for index, each in enumerate(item):
            if not isinstance(each, str):
                found.append(Violation(f"{at}/to/{index}", "type", "is text", _TABLE))
            else:
                if not 5 <= len(each) <= 15:
                    found.append(
                        Violation(
                            f"{at}/to/{index}",
                            "length",
                            "is text of 5 to 15 characters",
                            _TABLE,
                        )
                    )
                if not re.fullmatch("[0-9]*", each):
                    found.append(
                        Violation(
                            f"{at}/to/{index}", "chars", "has digits only", _TABLE
                        )
                    )
    if "flash" in value and value["flash"].__class__ is not bool:
        found.append(Violation(f"{at}/flash", "type", "is true or false", _TABLE))
    if "count" in value:
        if (item := value["count"]).__class__ is not int:
            found.append(Violation(f"{at}/count", "type", "is a whole number", _TABLE))
        elif not 1 <= item <= 9:
            found.append(Violation(f"{at}/count", "range", "is 1 to 9", _TABLE))
    if "sender" in value:
        if not isinstance(item := value["sender"], dict):
            found.append(Violation(f"{at}/sender", "type", "is an object", _TABLE))
        else:
            _request_body_sender(item, f"{at}/sender", found)
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _request_body_sender(value: Any, at: str, found: list[Violation]) -> None:
    if "name" not in value:
        found.append(Violation(f"{at}/name", "required", "is required", _TABLE))
    elif not isinstance(item := value["name"], str):
        found.append(Violation(f"{at}/name", "type", "is text", _TABLE))
    elif len(item) > 11:
        found.append(
            Violation(
                f"{at}/name", "length", "is text of at most 11 characters", _TABLE
            )
        )
    if "id" not in value:
        found.append(Violation(f"{at}/id", "required", "is required", _TABLE))
    elif value["id"].__class__ is not int:
        found.append(Violation(f"{at}/id", "type", "is a whole number", _TABLE))
    if not value.keys() <= _REQUEST_BODY_SENDER_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_SENDER_MEMBERS, at, _PAGE))


def _sent(value: Any, at: str, found: list[Violation]) -> None:
    if "status" not in value:
        found.append(Violation(f"{at}/status", "required", "is required", _TABLE))
    elif not isinstance(value["status"], str):
        found.append(Violation(f"{at}/status", "type", "is text", _TABLE))
    if "id" not in value:
        found.append(Violation(f"{at}/id", "required", "is required", _TABLE))
    elif not isinstance(item := value["id"], str):
        found.append(Violation(f"{at}/id", "type", "is text", _TABLE))
    elif not re.fullmatch("[0-9]*", item):
        found.append(Violation(f"{at}/id", "chars", "has digits only", _TABLE))
    if "parts" not in value:
        found.append(Violation(f"{at}/parts", "required", "is required", _TABLE))
    elif value["parts"].__class__ is not int:
        found.append(Violation(f"{at}/parts", "type", "is a whole number", _TABLE))
    if not value.keys() <= _SENT_MEMBERS:
        found.extend(undocumented(value, _SENT_MEMBERS, at, _PAGE))


def _refused(value: Any, at: str, found: list[Violation]) -> None:
    if "code" not in value:
        found.append(Violation(f"{at}/code", "required", "is required", _TABLE))
    elif not isinstance(value["code"], str):
        found.append(Violation(f"{at}/code", "type", "is text", _TABLE))
    if "reason" not in value:
        found.append(Violation(f"{at}/reason", "required", "is required", _TABLE))
    elif not isinstance(value["reason"], str):
        found.append(Violation(f"{at}/reason", "type", "is text", _TABLE))
    if not value.keys() <= _REFUSED_MEMBERS:
        found.extend(undocumented(value, _REFUSED_MEMBERS, at, _PAGE))
