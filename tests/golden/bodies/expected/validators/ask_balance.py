"""Validators of ask_balance: what its page says of each value.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented

_PAGE = "gateway"
_EXAMPLE = "gateway, example"

_REQUEST_HEADERS_MEMBERS = frozenset({"SOAPAction"})
_REQUEST_BODY_BODY_GET_BALANCE_MEMBERS = frozenset({"account"})
_REQUEST_BODY_BODY_MEMBERS = frozenset({"GetBalance"})
_REQUEST_BODY_MEMBERS = frozenset({"Body"})
_TOLD_BODY_BALANCE_MEMBERS = frozenset({"amount"})
_TOLD_BODY_MEMBERS = frozenset({"Balance"})
_TOLD_MEMBERS = frozenset({"Body"})
_FAULT_BODY_FAULT_MEMBERS = frozenset({"faultcode", "faultstring"})
_FAULT_BODY_MEMBERS = frozenset({"Fault"})
_FAULT_MEMBERS = frozenset({"Body"})


def ask_balance_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"headers": ..., "body": ...}: the members as they are sent.
    """
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
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


def ask_balance_told(value: Any) -> list[Violation]:
    """Return what in a reply `told` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _told(value, "", found)
    return found


def ask_balance_fault(value: Any) -> list[Violation]:
    """Return what in a reply `fault` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _fault(value, "", found)
    return found


def _request_headers(value: Any, at: str, found: list[Violation]) -> None:
    if "SOAPAction" not in value:
        found.append(Violation(f"{at}/SOAPAction", "required", "is required", _EXAMPLE))
    elif not isinstance(item := value["SOAPAction"], str):
        found.append(Violation(f"{at}/SOAPAction", "type", "is text", _EXAMPLE))
    elif item != '"urn:acme#balance"':
        found.append(
            Violation(
                f"{at}/SOAPAction", "enum", 'is "\\"urn:acme#balance\\""', _EXAMPLE
            )
        )
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE))


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "Body" not in value:
        found.append(Violation(f"{at}/Body", "required", "is required", _EXAMPLE))
    elif not isinstance(item := value["Body"], dict):
        found.append(Violation(f"{at}/Body", "type", "is an object", _EXAMPLE))
    else:
        _request_body_body(item, f"{at}/Body", found)
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _request_body_body(value: Any, at: str, found: list[Violation]) -> None:
    if "GetBalance" not in value:
        found.append(Violation(f"{at}/GetBalance", "required", "is required", _EXAMPLE))
    elif not isinstance(item := value["GetBalance"], dict):
        found.append(Violation(f"{at}/GetBalance", "type", "is an object", _EXAMPLE))
    else:
        _request_body_body_get_balance(item, f"{at}/GetBalance", found)
    if not value.keys() <= _REQUEST_BODY_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_BODY_MEMBERS, at, _PAGE))


def _request_body_body_get_balance(value: Any, at: str, found: list[Violation]) -> None:
    if "account" not in value:
        found.append(Violation(f"{at}/account", "required", "is required", _EXAMPLE))
    elif not isinstance(item := value["account"], str):
        found.append(Violation(f"{at}/account", "type", "is text", _EXAMPLE))
    elif len(item) > 12:
        found.append(
            Violation(
                f"{at}/account", "length", "is text of at most 12 characters", _EXAMPLE
            )
        )
    if not value.keys() <= _REQUEST_BODY_BODY_GET_BALANCE_MEMBERS:
        found.extend(
            undocumented(value, _REQUEST_BODY_BODY_GET_BALANCE_MEMBERS, at, _PAGE)
        )


def _told(value: Any, at: str, found: list[Violation]) -> None:
    if "Body" not in value:
        found.append(Violation(f"{at}/Body", "required", "is required", _EXAMPLE))
    elif not isinstance(item := value["Body"], dict):
        found.append(Violation(f"{at}/Body", "type", "is an object", _EXAMPLE))
    else:
        _told_body(item, f"{at}/Body", found)
    if not value.keys() <= _TOLD_MEMBERS:
        found.extend(undocumented(value, _TOLD_MEMBERS, at, _PAGE))


def _told_body(value: Any, at: str, found: list[Violation]) -> None:
    if "Balance" not in value:
        found.append(Violation(f"{at}/Balance", "required", "is required", _EXAMPLE))
    elif not isinstance(item := value["Balance"], dict):
        found.append(Violation(f"{at}/Balance", "type", "is an object", _EXAMPLE))
    else:
        _told_body_balance(item, f"{at}/Balance", found)
    if not value.keys() <= _TOLD_BODY_MEMBERS:
        found.extend(undocumented(value, _TOLD_BODY_MEMBERS, at, _PAGE))


def _told_body_balance(value: Any, at: str, found: list[Violation]) -> None:
    if "amount" not in value:
        found.append(Violation(f"{at}/amount", "required", "is required", _EXAMPLE))
    elif isinstance(value["amount"], bool) or not isinstance(
        value["amount"], int | float
    ):
        found.append(Violation(f"{at}/amount", "type", "is a number", _EXAMPLE))
    if not value.keys() <= _TOLD_BODY_BALANCE_MEMBERS:
        found.extend(undocumented(value, _TOLD_BODY_BALANCE_MEMBERS, at, _PAGE))


def _fault(value: Any, at: str, found: list[Violation]) -> None:
    if "Body" not in value:
        found.append(Violation(f"{at}/Body", "required", "is required", _EXAMPLE))
    elif not isinstance(item := value["Body"], dict):
        found.append(Violation(f"{at}/Body", "type", "is an object", _EXAMPLE))
    else:
        _fault_body(item, f"{at}/Body", found)
    if not value.keys() <= _FAULT_MEMBERS:
        found.extend(undocumented(value, _FAULT_MEMBERS, at, _PAGE))


def _fault_body(value: Any, at: str, found: list[Violation]) -> None:
    if "Fault" not in value:
        found.append(Violation(f"{at}/Fault", "required", "is required", _EXAMPLE))
    elif not isinstance(item := value["Fault"], dict):
        found.append(Violation(f"{at}/Fault", "type", "is an object", _EXAMPLE))
    else:
        _fault_body_fault(item, f"{at}/Fault", found)
    if not value.keys() <= _FAULT_BODY_MEMBERS:
        found.extend(undocumented(value, _FAULT_BODY_MEMBERS, at, _PAGE))


def _fault_body_fault(value: Any, at: str, found: list[Violation]) -> None:
    if "faultcode" not in value:
        found.append(Violation(f"{at}/faultcode", "required", "is required", _EXAMPLE))
    elif not isinstance(value["faultcode"], str):
        found.append(Violation(f"{at}/faultcode", "type", "is text", _EXAMPLE))
    if "faultstring" not in value:
        found.append(
            Violation(f"{at}/faultstring", "required", "is required", _EXAMPLE)
        )
    elif not isinstance(value["faultstring"], str):
        found.append(Violation(f"{at}/faultstring", "type", "is text", _EXAMPLE))
    if not value.keys() <= _FAULT_BODY_FAULT_MEMBERS:
        found.extend(undocumented(value, _FAULT_BODY_FAULT_MEMBERS, at, _PAGE))
