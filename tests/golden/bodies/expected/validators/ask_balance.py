"""Validators of ask_balance: what its page says of each value.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, inside, passes, told, undocumented

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
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found = told("/headers", _request_headers, value.get("headers", {}), _PAGE)
    found += told("/body", _request_body, value.get("body", {}), _PAGE)
    return found


def ask_balance_told(value: Any) -> list[Violation]:
    """Return what in a reply `told` breaks its documentation."""
    return [] if passes(_is_told, value) else told("", _told, value, _PAGE)


def ask_balance_fault(value: Any) -> list[Violation]:
    """Return what in a reply `fault` breaks its documentation."""
    return [] if passes(_is_fault, value) else told("", _fault, value, _PAGE)


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_headers(value["headers"])
        and _is_request_body(value["body"])
    )


def _is_request_headers(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["SOAPAction"]) is str and item == '"urn:acme#balance"')
        and len(value) == 1
    )


def _request_headers(value: Any) -> Iterator[Told]:
    if "SOAPAction" not in value:
        yield Told("SOAPAction", "required", "is required", _EXAMPLE)
    elif not isinstance(item := value["SOAPAction"], str):
        yield Told("SOAPAction", "type", "is text", _EXAMPLE)
    elif item != '"urn:acme#balance"':
        yield Told("SOAPAction", "enum", 'is "\\"urn:acme#balance\\""', _EXAMPLE)
    yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict and _is_request_body_body(value["Body"]) and len(value) == 1
    )


def _request_body(value: Any) -> Iterator[Told]:
    if "Body" not in value:
        yield Told("Body", "required", "is required", _EXAMPLE)
    elif not isinstance(item := value["Body"], dict):
        yield Told("Body", "type", "is an object", _EXAMPLE)
    else:
        yield from inside("Body", _request_body_body(item))
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


def _is_request_body_body(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_body_body_get_balance(value["GetBalance"])
        and len(value) == 1
    )


def _request_body_body(value: Any) -> Iterator[Told]:
    if "GetBalance" not in value:
        yield Told("GetBalance", "required", "is required", _EXAMPLE)
    elif not isinstance(item := value["GetBalance"], dict):
        yield Told("GetBalance", "type", "is an object", _EXAMPLE)
    else:
        yield from inside("GetBalance", _request_body_body_get_balance(item))
    yield from undocumented(value, _REQUEST_BODY_BODY_MEMBERS, _PAGE)


def _is_request_body_body_get_balance(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["account"]) is str and len(item) <= 12)
        and len(value) == 1
    )


def _request_body_body_get_balance(value: Any) -> Iterator[Told]:
    if "account" not in value:
        yield Told("account", "required", "is required", _EXAMPLE)
    elif not isinstance(item := value["account"], str):
        yield Told("account", "type", "is text", _EXAMPLE)
    elif len(item) > 12:
        yield Told("account", "length", "is text of at most 12 characters", _EXAMPLE)
    yield from undocumented(value, _REQUEST_BODY_BODY_GET_BALANCE_MEMBERS, _PAGE)


def _is_told(value: Any) -> bool:
    return type(value) is dict and _is_told_body(value["Body"]) and len(value) == 1


def _told(value: Any) -> Iterator[Told]:
    if "Body" not in value:
        yield Told("Body", "required", "is required", _EXAMPLE)
    elif not isinstance(item := value["Body"], dict):
        yield Told("Body", "type", "is an object", _EXAMPLE)
    else:
        yield from inside("Body", _told_body(item))
    yield from undocumented(value, _TOLD_MEMBERS, _PAGE)


def _is_told_body(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_told_body_balance(value["Balance"])
        and len(value) == 1
    )


def _told_body(value: Any) -> Iterator[Told]:
    if "Balance" not in value:
        yield Told("Balance", "required", "is required", _EXAMPLE)
    elif not isinstance(item := value["Balance"], dict):
        yield Told("Balance", "type", "is an object", _EXAMPLE)
    else:
        yield from inside("Balance", _told_body_balance(item))
    yield from undocumented(value, _TOLD_BODY_MEMBERS, _PAGE)


def _is_told_body_balance(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["amount"]) is int or isinstance(item, float))
        and len(value) == 1
    )


def _told_body_balance(value: Any) -> Iterator[Told]:
    if "amount" not in value:
        yield Told("amount", "required", "is required", _EXAMPLE)
    elif isinstance(value["amount"], bool) or not isinstance(
        value["amount"], int | float
    ):
        yield Told("amount", "type", "is a number", _EXAMPLE)
    yield from undocumented(value, _TOLD_BODY_BALANCE_MEMBERS, _PAGE)


def _is_fault(value: Any) -> bool:
    return type(value) is dict and _is_fault_body(value["Body"]) and len(value) == 1


def _fault(value: Any) -> Iterator[Told]:
    if "Body" not in value:
        yield Told("Body", "required", "is required", _EXAMPLE)
    elif not isinstance(item := value["Body"], dict):
        yield Told("Body", "type", "is an object", _EXAMPLE)
    else:
        yield from inside("Body", _fault_body(item))
    yield from undocumented(value, _FAULT_MEMBERS, _PAGE)


def _is_fault_body(value: Any) -> bool:
    return (
        type(value) is dict and _is_fault_body_fault(value["Fault"]) and len(value) == 1
    )


def _fault_body(value: Any) -> Iterator[Told]:
    if "Fault" not in value:
        yield Told("Fault", "required", "is required", _EXAMPLE)
    elif not isinstance(item := value["Fault"], dict):
        yield Told("Fault", "type", "is an object", _EXAMPLE)
    else:
        yield from inside("Fault", _fault_body_fault(item))
    yield from undocumented(value, _FAULT_BODY_MEMBERS, _PAGE)


def _is_fault_body_fault(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["faultcode"]) is str
        and type(value["faultstring"]) is str
        and len(value) == 2
    )


def _fault_body_fault(value: Any) -> Iterator[Told]:
    if "faultcode" not in value:
        yield Told("faultcode", "required", "is required", _EXAMPLE)
    elif not isinstance(value["faultcode"], str):
        yield Told("faultcode", "type", "is text", _EXAMPLE)
    if "faultstring" not in value:
        yield Told("faultstring", "required", "is required", _EXAMPLE)
    elif not isinstance(value["faultstring"], str):
        yield Told("faultstring", "type", "is text", _EXAMPLE)
    yield from undocumented(value, _FAULT_BODY_FAULT_MEMBERS, _PAGE)
