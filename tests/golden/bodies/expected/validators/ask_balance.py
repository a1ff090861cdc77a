"""Validators of ask_balance: what its page says of each value.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Violation, passes, undocumented

_EXAMPLE = "gateway, example"
_PAGE = "gateway"

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
    found: list[Violation] = []
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


def ask_balance_told(value: Any) -> list[Violation]:
    """Return what in a reply `told` breaks its documentation."""
    if passes(_is_told, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_told(value, ""))


def ask_balance_fault(value: Any) -> list[Violation]:
    """Return what in a reply `fault` breaks its documentation."""
    if passes(_is_fault, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_fault(value, ""))


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_headers(value.get("headers", {}))
        and _is_request_body(value.get("body", {}))
    )


def _is_request_headers(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["SOAPAction"]) is str and item == '"urn:acme#balance"')
        and len(value) == 1
    )


def _request_headers(value: Any, at: str) -> Iterator[Violation]:
    if "SOAPAction" not in value:
        yield Violation(f"{at}/SOAPAction", "required", "is required", _EXAMPLE)
    elif not isinstance(item := value["SOAPAction"], str):
        yield Violation(f"{at}/SOAPAction", "type", "is text", _EXAMPLE)
    elif item != '"urn:acme#balance"':
        yield Violation(
            f"{at}/SOAPAction", "enum", 'is "\\"urn:acme#balance\\""', _EXAMPLE
        )
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict and _is_request_body_body(value["Body"]) and len(value) == 1
    )


def _request_body(value: Any, at: str) -> Iterator[Violation]:
    if "Body" not in value:
        yield Violation(f"{at}/Body", "required", "is required", _EXAMPLE)
    elif not isinstance(item := value["Body"], dict):
        yield Violation(f"{at}/Body", "type", "is an object", _EXAMPLE)
    else:
        yield from _request_body_body(item, f"{at}/Body")
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE)


def _is_request_body_body(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_body_body_get_balance(value["GetBalance"])
        and len(value) == 1
    )


def _request_body_body(value: Any, at: str) -> Iterator[Violation]:
    if "GetBalance" not in value:
        yield Violation(f"{at}/GetBalance", "required", "is required", _EXAMPLE)
    elif not isinstance(item := value["GetBalance"], dict):
        yield Violation(f"{at}/GetBalance", "type", "is an object", _EXAMPLE)
    else:
        yield from _request_body_body_get_balance(item, f"{at}/GetBalance")
    if not value.keys() <= _REQUEST_BODY_BODY_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_BODY_MEMBERS, at, _PAGE)


def _is_request_body_body_get_balance(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["account"]) is str and len(item) <= 12)
        and len(value) == 1
    )


def _request_body_body_get_balance(value: Any, at: str) -> Iterator[Violation]:
    if "account" not in value:
        yield Violation(f"{at}/account", "required", "is required", _EXAMPLE)
    elif not isinstance(item := value["account"], str):
        yield Violation(f"{at}/account", "type", "is text", _EXAMPLE)
    elif len(item) > 12:
        yield Violation(
            f"{at}/account", "length", "is text of at most 12 characters", _EXAMPLE
        )
    if not value.keys() <= _REQUEST_BODY_BODY_GET_BALANCE_MEMBERS:
        yield from undocumented(
            value, _REQUEST_BODY_BODY_GET_BALANCE_MEMBERS, at, _PAGE
        )


def _is_told(value: Any) -> bool:
    return type(value) is dict and _is_told_body(value["Body"]) and len(value) == 1


def _told(value: Any, at: str) -> Iterator[Violation]:
    if "Body" not in value:
        yield Violation(f"{at}/Body", "required", "is required", _EXAMPLE)
    elif not isinstance(item := value["Body"], dict):
        yield Violation(f"{at}/Body", "type", "is an object", _EXAMPLE)
    else:
        yield from _told_body(item, f"{at}/Body")
    if not value.keys() <= _TOLD_MEMBERS:
        yield from undocumented(value, _TOLD_MEMBERS, at, _PAGE)


def _is_told_body(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_told_body_balance(value["Balance"])
        and len(value) == 1
    )


def _told_body(value: Any, at: str) -> Iterator[Violation]:
    if "Balance" not in value:
        yield Violation(f"{at}/Balance", "required", "is required", _EXAMPLE)
    elif not isinstance(item := value["Balance"], dict):
        yield Violation(f"{at}/Balance", "type", "is an object", _EXAMPLE)
    else:
        yield from _told_body_balance(item, f"{at}/Balance")
    if not value.keys() <= _TOLD_BODY_MEMBERS:
        yield from undocumented(value, _TOLD_BODY_MEMBERS, at, _PAGE)


def _is_told_body_balance(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["amount"]) is int or isinstance(item, float))
        and len(value) == 1
    )


def _told_body_balance(value: Any, at: str) -> Iterator[Violation]:
    if "amount" not in value:
        yield Violation(f"{at}/amount", "required", "is required", _EXAMPLE)
    elif isinstance(value["amount"], bool) or not isinstance(
        value["amount"], int | float
    ):
        yield Violation(f"{at}/amount", "type", "is a number", _EXAMPLE)
    if not value.keys() <= _TOLD_BODY_BALANCE_MEMBERS:
        yield from undocumented(value, _TOLD_BODY_BALANCE_MEMBERS, at, _PAGE)


def _is_fault(value: Any) -> bool:
    return type(value) is dict and _is_fault_body(value["Body"]) and len(value) == 1


def _fault(value: Any, at: str) -> Iterator[Violation]:
    if "Body" not in value:
        yield Violation(f"{at}/Body", "required", "is required", _EXAMPLE)
    elif not isinstance(item := value["Body"], dict):
        yield Violation(f"{at}/Body", "type", "is an object", _EXAMPLE)
    else:
        yield from _fault_body(item, f"{at}/Body")
    if not value.keys() <= _FAULT_MEMBERS:
        yield from undocumented(value, _FAULT_MEMBERS, at, _PAGE)


def _is_fault_body(value: Any) -> bool:
    return (
        type(value) is dict and _is_fault_body_fault(value["Fault"]) and len(value) == 1
    )


def _fault_body(value: Any, at: str) -> Iterator[Violation]:
    if "Fault" not in value:
        yield Violation(f"{at}/Fault", "required", "is required", _EXAMPLE)
    elif not isinstance(item := value["Fault"], dict):
        yield Violation(f"{at}/Fault", "type", "is an object", _EXAMPLE)
    else:
        yield from _fault_body_fault(item, f"{at}/Fault")
    if not value.keys() <= _FAULT_BODY_MEMBERS:
        yield from undocumented(value, _FAULT_BODY_MEMBERS, at, _PAGE)


def _is_fault_body_fault(value: Any) -> bool:
    return (
        type(value) is dict
        and type(value["faultcode"]) is str
        and type(value["faultstring"]) is str
        and len(value) == 2
    )


def _fault_body_fault(value: Any, at: str) -> Iterator[Violation]:
    if "faultcode" not in value:
        yield Violation(f"{at}/faultcode", "required", "is required", _EXAMPLE)
    elif not isinstance(value["faultcode"], str):
        yield Violation(f"{at}/faultcode", "type", "is text", _EXAMPLE)
    if "faultstring" not in value:
        yield Violation(f"{at}/faultstring", "required", "is required", _EXAMPLE)
    elif not isinstance(value["faultstring"], str):
        yield Violation(f"{at}/faultstring", "type", "is text", _EXAMPLE)
    if not value.keys() <= _FAULT_BODY_FAULT_MEMBERS:
        yield from undocumented(value, _FAULT_BODY_FAULT_MEMBERS, at, _PAGE)
