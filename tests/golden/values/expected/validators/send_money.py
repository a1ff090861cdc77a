"""Validators of send_money: what its page says of each value.

Page: Orders, https://docs.example.com/orders (read 2026-01-31).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ..._runtime.amounts import exceeds
from ..._runtime.conditions import differ, joined, member
from ..._runtime.violations import Told, Violation, passes, told, undocumented
from ..forms import send_money as forms

_PAGE = "orders"
_TABLE = "orders, table"

_PATTERN_1 = re.compile("[A-Z]{3}")
_PATTERN_2 = re.compile("[A-Z]{2}")
_PATTERN_3 = re.compile("[0-9]*")
_PATTERN_4 = re.compile("[A-Za-z0-9 -]*")
_PATTERN_5 = re.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_REQUEST_BODY_MEMBERS = frozenset(
    {
        "amount",
        "fee",
        "cents",
        "currency",
        "country",
        "phone",
        "name",
        "plate",
        "number",
        "text",
        "template",
        "branch",
        "tags",
        "extras",
        "picture",
        "notify",
        "expires",
        "lines",
        "note",
        "day",
        "serviceId",
        "customerNo",
        "virtualAccountNo",
        "account",
    }
)
_SENT_MEMBERS = frozenset({"fee", "amount", "items"})
_REFUSED_MEMBERS = frozenset({"error"})


def send_money_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"body": ...}: the members as they are sent.
    """
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found = told("/body", _request_body, value.get("body", {}), _PAGE)
    if differ(
        member(value, "body", "virtualAccountNo"),
        joined(
            member(value, "body", "serviceId"), "-", member(value, "body", "customerNo")
        ),
    ):
        found.append(
            Violation(
                "/body/virtualAccountNo",
                "condition",
                'breaks the condition that body.virtualAccountNo is body.serviceId + "-" + body.customerNo',
                _TABLE,
            )
        )
    return found


def send_money_sent(value: Any) -> list[Violation]:
    """Return what in a reply `sent` breaks its documentation."""
    return [] if passes(_is_sent, value) else told("", _sent, value, _PAGE)


def send_money_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    return [] if passes(_is_refused, value) else told("", _refused, value, _PAGE)


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_body(value["body"])
        and not (
            differ(
                member(value, "body", "virtualAccountNo"),
                joined(
                    member(value, "body", "serviceId"),
                    "-",
                    member(value, "body", "customerNo"),
                ),
            )
        )
    )


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            type(item := value["amount"]) is str
            and forms.AMOUNT.fits(item)
            and not (
                forms.AMOUNT.fits(item)
                and not Decimal("0.01")
                <= forms.AMOUNT.parse(item)
                <= Decimal("99999.99")
            )
        )
        and (
            (type(item := value["fee"]) is int or isinstance(item, float))
            and 0.5 <= item <= 100
            and not exceeds(item, 6, 2)
        )
        and type(value["cents"]) is int
        and (
            type(item := value["currency"]) is str
            and _PATTERN_1.fullmatch(item) is not None
        )
        and (
            type(item := value["country"]) is str
            and _PATTERN_2.fullmatch(item) is not None
            and item in ("DE", "FR")
        )
        and (
            type(item := value["phone"]) is str
            and 9 <= len(item) <= 12
            and item.isascii()
            and item.isdigit()
            and item.startswith(("62", "63"))
        )
        and (
            type(item := value["name"]) is str
            and len(item) <= 35
            and _PATTERN_4.fullmatch(item) is not None
        )
        and (type(item := value["plate"]) is str and item == item.upper())
        and (
            type(item := value["number"]) is str
            and not (
                (len(item) != 16 or not _PATTERN_3.fullmatch(item))
                and (len(item) != 6 or not _PATTERN_3.fullmatch(item))
            )
        )
        and (
            type(item := value["text"]) is str
            and not (len(item) > 160 if item.isascii() else len(item) > 70)
        )
        and (type(item := value["template"]) is str and item.count("{code}") == 1)
        and (type(item := value["branch"]) is str and forms.BRANCH.fits(item))
        and (type(item := value["tags"]) is str and forms.TAGS.fits(item))
        and (type(item := value["extras"]) is str and forms.EXTRAS.fits(item))
        and (type(item := value["picture"]) is str and forms.PICTURE.fits(item))
        and (type(item := value["notify"]) is str and forms.NOTIFY.fits(item))
        and (type(item := value["expires"]) is str and forms.EXPIRES.fits(item))
        and (
            type(item := value["lines"]) is list
            and 2 <= len(item) <= 4
            and all(type(each) is str for each in item)
        )
        and (
            type(item := value["note"]) is str and (item == "" or 3 <= len(item) <= 10)
        )
        and (
            "day" not in value
            or (type(item := value["day"]) is str and forms.DAY.fits(item))
        )
        and (type(item := value["serviceId"]) is str and 3 <= len(item) <= 8)
        and (type(item := value["customerNo"]) is str and len(item) <= 20)
        and type(value["virtualAccountNo"]) is str
        and type(value["account"]) is str
        and _REQUEST_BODY_MEMBERS.issuperset(value)
    )


def _request_body(value: Any) -> Iterator[Told]:
    if "amount" not in value:
        yield Told("amount", "required", "is required", _TABLE)
    elif not isinstance(item := value["amount"], str):
        yield Told("amount", "type", "is text", _TABLE)
    else:
        if not forms.AMOUNT.fits(item):
            yield Told(
                "amount",
                "format",
                "is a decimal number written as text with exactly 2 decimals and at most 16 digits",
                _TABLE,
            )
        if forms.AMOUNT.fits(item) and not Decimal("0.01") <= forms.AMOUNT.parse(
            item
        ) <= Decimal("99999.99"):
            yield Told("amount", "range", "is 0.01 to 99999.99", _TABLE)
    if "fee" not in value:
        yield Told("fee", "required", "is required", _TABLE)
    elif isinstance(item := value["fee"], bool) or not isinstance(
        item := value["fee"], int | float
    ):
        yield Told("fee", "type", "is a number", _TABLE)
    else:
        if not 0.5 <= item <= 100:
            yield Told("fee", "range", "is 0.5 to 100", _TABLE)
        if exceeds(item, 6, 2):
            yield Told(
                "fee",
                "decimals",
                "has at most 6 digits and at most 2 after the point",
                _TABLE,
            )
    if "cents" not in value:
        yield Told("cents", "required", "is required", _TABLE)
    elif value["cents"].__class__ is not int:
        yield Told("cents", "type", "is a whole number", _TABLE)
    if "currency" not in value:
        yield Told("currency", "required", "is required", _TABLE)
    elif not isinstance(item := value["currency"], str):
        yield Told("currency", "type", "is text", _TABLE)
    elif not _PATTERN_1.fullmatch(item):
        yield Told(
            "currency",
            "standard",
            "is a currency as ISO 4217 has it, such as EUR",
            _TABLE,
        )
    if "country" not in value:
        yield Told("country", "required", "is required", _TABLE)
    elif not isinstance(item := value["country"], str):
        yield Told("country", "type", "is text", _TABLE)
    else:
        if not _PATTERN_2.fullmatch(item):
            yield Told(
                "country",
                "standard",
                "is a country as ISO 3166-1 has it, such as DE",
                _TABLE,
            )
        if item not in ("DE", "FR"):
            yield Told("country", "enum", 'is one of "DE", "FR"', _TABLE)
    if "phone" not in value:
        yield Told("phone", "required", "is required", _TABLE)
    elif not isinstance(item := value["phone"], str):
        yield Told("phone", "type", "is text", _TABLE)
    else:
        if not 9 <= len(item) <= 12:
            yield Told("phone", "length", "is text of 9 to 12 characters", _TABLE)
        if not _PATTERN_3.fullmatch(item):
            yield Told("phone", "chars", "has digits only", _TABLE)
        if not item.startswith(("62", "63")):
            yield Told("phone", "starts", 'begins with "62" or "63"', _TABLE)
    if "name" not in value:
        yield Told("name", "required", "is required", _TABLE)
    elif not isinstance(item := value["name"], str):
        yield Told("name", "type", "is text", _TABLE)
    else:
        if len(item) > 35:
            yield Told("name", "length", "is text of at most 35 characters", _TABLE)
        if not _PATTERN_4.fullmatch(item):
            yield Told("name", "chars", 'has letters, digits, " " and "-" only', _TABLE)
    if "plate" not in value:
        yield Told("plate", "required", "is required", _TABLE)
    elif not isinstance(item := value["plate"], str):
        yield Told("plate", "type", "is text", _TABLE)
    elif item != item.upper():
        yield Told("plate", "case", "has no small letters", _TABLE)
    if "number" not in value:
        yield Told("number", "required", "is required", _TABLE)
    elif not isinstance(item := value["number"], str):
        yield Told("number", "type", "is text", _TABLE)
    elif (len(item) != 16 or not _PATTERN_3.fullmatch(item)) and (
        len(item) != 6 or not _PATTERN_3.fullmatch(item)
    ):
        yield Told(
            "number",
            "one-of",
            "is one of these (a card: is text of exactly 16 characters and has digits only; a BIN: is text of exactly 6 characters and has digits only)",
            _TABLE,
        )
    if "text" not in value:
        yield Told("text", "required", "is required", _TABLE)
    elif not isinstance(item := value["text"], str):
        yield Told("text", "type", "is text", _TABLE)
    elif len(item) > 160 if item.isascii() else len(item) > 70:
        yield Told(
            "text",
            "length",
            "is text of at most 160 characters of ASCII, and otherwise is text of at most 70 characters",
            _TABLE,
        )
    if "template" not in value:
        yield Told("template", "required", "is required", _TABLE)
    elif not isinstance(item := value["template"], str):
        yield Told("template", "type", "is text", _TABLE)
    elif item.count("{code}") != 1:
        yield Told("template", "holds", 'holds "{code}" exactly once', _TABLE)
    if "branch" not in value:
        yield Told("branch", "required", "is required", _TABLE)
    elif not isinstance(item := value["branch"], str):
        yield Told("branch", "type", "is text", _TABLE)
    elif not forms.BRANCH.fits(item):
        yield Told(
            "branch",
            "format",
            "is text of exactly 8 characters, filled with blanks on the left",
            _TABLE,
        )
    if "tags" not in value:
        yield Told("tags", "required", "is required", _TABLE)
    elif not isinstance(item := value["tags"], str):
        yield Told("tags", "type", "is text", _TABLE)
    elif not forms.TAGS.fits(item):
        yield Told("tags", "format", 'is a list joined by "," of 1 to 3', _TABLE)
    if "extras" not in value:
        yield Told("extras", "required", "is required", _TABLE)
    elif not isinstance(item := value["extras"], str):
        yield Told("extras", "type", "is text", _TABLE)
    elif not forms.EXTRAS.fits(item):
        yield Told("extras", "format", 'is name:value pairs joined by ","', _TABLE)
    if "picture" not in value:
        yield Told("picture", "required", "is required", _TABLE)
    elif not isinstance(item := value["picture"], str):
        yield Told("picture", "type", "is text", _TABLE)
    elif not forms.PICTURE.fits(item):
        yield Told("picture", "format", "is base64", _TABLE)
    if "notify" not in value:
        yield Told("notify", "required", "is required", _TABLE)
    elif not isinstance(item := value["notify"], str):
        yield Told("notify", "type", "is text", _TABLE)
    elif not forms.NOTIFY.fits(item):
        yield Told(
            "notify",
            "format",
            'is an address with https, a name for its host, no port, no "localhost"',
            _TABLE,
        )
    if "expires" not in value:
        yield Told("expires", "required", "is required", _TABLE)
    elif not isinstance(item := value["expires"], str):
        yield Told("expires", "type", "is text", _TABLE)
    elif not forms.EXPIRES.fits(item):
        yield Told("expires", "format", "is a month as MM/yyyy", _TABLE)
    if "lines" not in value:
        yield Told("lines", "required", "is required", _TABLE)
    elif not isinstance(item := value["lines"], list):
        yield Told("lines", "type", "is a list", _TABLE)
    else:
        if not 2 <= len(item) <= 4:
            yield Told("lines", "count", "has 2 to 4 items", _TABLE)
        for index, each in enumerate(item):
            if not isinstance(each, str):
                yield Told(f"lines/{index}", "type", "is text", _TABLE)
    if "note" not in value:
        yield Told("note", "required", "is required", _TABLE)
    elif not isinstance(item := value["note"], str):
        yield Told("note", "type", "is text", _TABLE)
    elif value["note"] != "":
        if not 3 <= len(item) <= 10:
            yield Told("note", "length", "is text of 3 to 10 characters", _TABLE)
    if "day" in value:
        if not isinstance(item := value["day"], str):
            yield Told("day", "type", "is text", _TABLE)
        elif not forms.DAY.fits(item):
            yield Told("day", "format", "is a date as yyyyMMdd", _TABLE)
    if "serviceId" not in value:
        yield Told("serviceId", "required", "is required", _TABLE)
    elif not isinstance(item := value["serviceId"], str):
        yield Told("serviceId", "type", "is text", _TABLE)
    elif not 3 <= len(item) <= 8:
        yield Told("serviceId", "length", "is text of 3 to 8 characters", _TABLE)
    if "customerNo" not in value:
        yield Told("customerNo", "required", "is required", _TABLE)
    elif not isinstance(item := value["customerNo"], str):
        yield Told("customerNo", "type", "is text", _TABLE)
    elif len(item) > 20:
        yield Told("customerNo", "length", "is text of at most 20 characters", _TABLE)
    if "virtualAccountNo" not in value:
        yield Told("virtualAccountNo", "required", "is required", _TABLE)
    elif not isinstance(value["virtualAccountNo"], str):
        yield Told("virtualAccountNo", "type", "is text", _TABLE)
    if "account" not in value:
        yield Told("account", "required", "is required", _TABLE)
    elif not isinstance(value["account"], str):
        yield Told("account", "type", "is text", _TABLE)
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


def _is_sent(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            (type(item := value["fee"]) is int or isinstance(item, float))
            and 0 <= item <= 100
            and not exceeds(item, 6, 2)
        )
        and (type(item := value["amount"]) is str and forms.AMOUNT.fits(item))
        and (
            type(item := value["items"]) is list
            and len(item) <= 3
            and all(
                type(each) is str and _PATTERN_5.fullmatch(each) is not None
                for each in item
            )
        )
        and len(value) == 3
    )


def _sent(value: Any) -> Iterator[Told]:
    if "fee" not in value:
        yield Told("fee", "required", "is required", _TABLE)
    elif isinstance(item := value["fee"], bool) or not isinstance(
        item := value["fee"], int | float
    ):
        yield Told("fee", "type", "is a number", _TABLE)
    else:
        if not 0 <= item <= 100:
            yield Told("fee", "range", "is 0 to 100", _TABLE)
        if exceeds(item, 6, 2):
            yield Told(
                "fee",
                "decimals",
                "has at most 6 digits and at most 2 after the point",
                _TABLE,
            )
    if "amount" not in value:
        yield Told("amount", "required", "is required", _TABLE)
    elif not isinstance(item := value["amount"], str):
        yield Told("amount", "type", "is text", _TABLE)
    elif not forms.AMOUNT.fits(item):
        yield Told(
            "amount",
            "format",
            "is a decimal number written as text with exactly 2 decimals and at most 16 digits",
            _TABLE,
        )
    if "items" not in value:
        yield Told("items", "required", "is required", _TABLE)
    elif not isinstance(item := value["items"], list):
        yield Told("items", "type", "is a list", _TABLE)
    else:
        if len(item) > 3:
            yield Told("items", "count", "has at most 3 items", _TABLE)
        for index, each in enumerate(item):
            if not isinstance(each, str):
                yield Told(f"items/{index}", "type", "is text", _TABLE)
            elif not _PATTERN_5.fullmatch(each):
                yield Told(f"items/{index}", "standard", "is a UUID", _TABLE)
    yield from undocumented(value, _SENT_MEMBERS, _PAGE)


def _is_refused(value: Any) -> bool:
    return type(value) is dict and type(value["error"]) is str and len(value) == 1


def _refused(value: Any) -> Iterator[Told]:
    if "error" not in value:
        yield Told("error", "required", "is required", _TABLE)
    elif not isinstance(value["error"], str):
        yield Told("error", "type", "is text", _TABLE)
    yield from undocumented(value, _REFUSED_MEMBERS, _PAGE)
