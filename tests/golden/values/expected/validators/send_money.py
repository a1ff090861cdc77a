"""Validators of send_money: what its page says of each value.

Page: Orders, https://docs.example.com/orders (read 2026-01-31).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from ..._runtime.amounts import exceeds
from ..._runtime.conditions import differ, joined, member
from ..._runtime.violations import Violation, undocumented
from ..forms import send_money as forms

_PAGE = "orders"
_TABLE = "orders, table"

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
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    body = value.get("body", {})
    if not isinstance(body, dict):
        found.append(Violation("/body", "type", "is an object", _PAGE))
    else:
        _request_body(body, "/body", found)
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
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _sent(value, "", found)
    return found


def send_money_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _refused(value, "", found)
    return found


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "amount" not in value:
        found.append(Violation(f"{at}/amount", "required", "is required", _TABLE))
    elif not isinstance(item := value["amount"], str):
        found.append(Violation(f"{at}/amount", "type", "is text", _TABLE))
    else:
        if not forms.AMOUNT.fits(item):
            found.append(
                Violation(
                    f"{at}/amount",
                    "format",
                    "is a decimal number written as text with exactly 2 decimals and at most 16 digits",
                    _TABLE,
                )
            )
        if forms.AMOUNT.fits(item) and not Decimal("0.01") <= forms.AMOUNT.parse(
            item
        ) <= Decimal("99999.99"):
            found.append(
                Violation(f"{at}/amount", "range", "is 0.01 to 99999.99", _TABLE)
            )
    if "fee" not in value:
        found.append(Violation(f"{at}/fee", "required", "is required", _TABLE))
    elif isinstance(item := value["fee"], bool) or not isinstance(
        item := value["fee"], int | float
    ):
        found.append(Violation(f"{at}/fee", "type", "is a number", _TABLE))
    else:
        if not 0.5 <= item <= 100:
            found.append(Violation(f"{at}/fee", "range", "is 0.5 to 100", _TABLE))
        if exceeds(item, 6, 2):
            found.append(
                Violation(
                    f"{at}/fee",
                    "decimals",
                    "has at most 6 digits and at most 2 after the point",
                    _TABLE,
                )
            )
    if "cents" not in value:
        found.append(Violation(f"{at}/cents", "required", "is required", _TABLE))
    elif value["cents"].__class__ is not int:
        found.append(Violation(f"{at}/cents", "type", "is a whole number", _TABLE))
    if "currency" not in value:
        found.append(Violation(f"{at}/currency", "required", "is required", _TABLE))
    elif not isinstance(item := value["currency"], str):
        found.append(Violation(f"{at}/currency", "type", "is text", _TABLE))
    elif not re.fullmatch("[A-Z]{3}", item):
        found.append(
            Violation(
                f"{at}/currency",
                "standard",
                "is a currency as ISO 4217 has it, such as EUR",
                _TABLE,
            )
        )
    if "country" not in value:
        found.append(Violation(f"{at}/country", "required", "is required", _TABLE))
    elif not isinstance(item := value["country"], str):
        found.append(Violation(f"{at}/country", "type", "is text", _TABLE))
    else:
        if not re.fullmatch("[A-Z]{2}", item):
            found.append(
                Violation(
                    f"{at}/country",
                    "standard",
                    "is a country as ISO 3166-1 has it, such as DE",
                    _TABLE,
                )
            )
        if item not in ("DE", "FR"):
            found.append(
                Violation(f"{at}/country", "enum", 'is one of "DE", "FR"', _TABLE)
            )
    if "phone" not in value:
        found.append(Violation(f"{at}/phone", "required", "is required", _TABLE))
    elif not isinstance(item := value["phone"], str):
        found.append(Violation(f"{at}/phone", "type", "is text", _TABLE))
    else:
        if not 9 <= len(item) <= 12:
            found.append(
                Violation(
                    f"{at}/phone", "length", "is text of 9 to 12 characters", _TABLE
                )
            )
        if not re.fullmatch("[0-9]*", item):
            found.append(Violation(f"{at}/phone", "chars", "has digits only", _TABLE))
        if not item.startswith(("62", "63")):
            found.append(
                Violation(f"{at}/phone", "starts", 'begins with "62" or "63"', _TABLE)
            )
    if "name" not in value:
        found.append(Violation(f"{at}/name", "required", "is required", _TABLE))
    elif not isinstance(item := value["name"], str):
        found.append(Violation(f"{at}/name", "type", "is text", _TABLE))
    else:
        if len(item) > 35:
            found.append(
                Violation(
                    f"{at}/name", "length", "is text of at most 35 characters", _TABLE
                )
            )
        if not re.fullmatch("[A-Za-z0-9 -]*", item):
            found.append(
                Violation(
                    f"{at}/name",
                    "chars",
                    'has letters, digits, " " and "-" only',
                    _TABLE,
                )
            )
    if "plate" not in value:
        found.append(Violation(f"{at}/plate", "required", "is required", _TABLE))
    elif not isinstance(item := value["plate"], str):
        found.append(Violation(f"{at}/plate", "type", "is text", _TABLE))
    elif item != item.upper():
        found.append(Violation(f"{at}/plate", "case", "has no small letters", _TABLE))
    if "number" not in value:
        found.append(Violation(f"{at}/number", "required", "is required", _TABLE))
    elif not isinstance(item := value["number"], str):
        found.append(Violation(f"{at}/number", "type", "is text", _TABLE))
    elif (len(item) != 16 or not re.fullmatch("[0-9]*", item)) and (
        len(item) != 6 or not re.fullmatch("[0-9]*", item)
    ):
        found.append(
            Violation(
                f"{at}/number",
                "one-of",
                "is one of these (a card: is text of exactly 16 characters and has digits only; a BIN: is text of exactly 6 characters and has digits only)",
                _TABLE,
            )
        )
    if "text" not in value:
        found.append(Violation(f"{at}/text", "required", "is required", _TABLE))
    elif not isinstance(item := value["text"], str):
        found.append(Violation(f"{at}/text", "type", "is text", _TABLE))
    elif len(item) > 160 if item.isascii() else len(item) > 70:
        found.append(
            Violation(
                f"{at}/text",
                "length",
                "is text of at most 160 characters of ASCII, and otherwise is text of at most 70 characters",
                _TABLE,
            )
        )
    if "template" not in value:
        found.append(Violation(f"{at}/template", "required", "is required", _TABLE))
    elif not isinstance(item := value["template"], str):
        found.append(Violation(f"{at}/template", "type", "is text", _TABLE))
    elif item.count("{code}") != 1:
        found.append(
            Violation(f"{at}/template", "holds", 'holds "{code}" exactly once', _TABLE)
        )
    if "branch" not in value:
        found.append(Violation(f"{at}/branch", "required", "is required", _TABLE))
    elif not isinstance(item := value["branch"], str):
        found.append(Violation(f"{at}/branch", "type", "is text", _TABLE))
    elif not forms.BRANCH.fits(item):
        found.append(
            Violation(
                f"{at}/branch",
                "format",
                "is text of exactly 8 characters, filled with blanks on the left",
                _TABLE,
            )
        )
    if "tags" not in value:
        found.append(Violation(f"{at}/tags", "required", "is required", _TABLE))
    elif not isinstance(item := value["tags"], str):
        found.append(Violation(f"{at}/tags", "type", "is text", _TABLE))
    elif not forms.TAGS.fits(item):
        found.append(
            Violation(
                f"{at}/tags", "format", 'is a list joined by "," of 1 to 3', _TABLE
            )
        )
    if "extras" not in value:
        found.append(Violation(f"{at}/extras", "required", "is required", _TABLE))
    elif not isinstance(item := value["extras"], str):
        found.append(Violation(f"{at}/extras", "type", "is text", _TABLE))
    elif not forms.EXTRAS.fits(item):
        found.append(
            Violation(
                f"{at}/extras", "format", 'is name:value pairs joined by ","', _TABLE
            )
        )
    if "picture" not in value:
        found.append(Violation(f"{at}/picture", "required", "is required", _TABLE))
    elif not isinstance(item := value["picture"], str):
        found.append(Violation(f"{at}/picture", "type", "is text", _TABLE))
    elif not forms.PICTURE.fits(item):
        found.append(Violation(f"{at}/picture", "format", "is base64", _TABLE))
    if "notify" not in value:
        found.append(Violation(f"{at}/notify", "required", "is required", _TABLE))
    elif not isinstance(item := value["notify"], str):
        found.append(Violation(f"{at}/notify", "type", "is text", _TABLE))
    elif not forms.NOTIFY.fits(item):
        found.append(
            Violation(
                f"{at}/notify",
                "format",
                'is an address with https, a name for its host, no port, no "localhost"',
                _TABLE,
            )
        )
    if "expires" not in value:
        found.append(Violation(f"{at}/expires", "required", "is required", _TABLE))
    elif not isinstance(item := value["expires"], str):
        found.append(Violation(f"{at}/expires", "type", "is text", _TABLE))
    elif not forms.EXPIRES.fits(item):
        found.append(
            Violation(f"{at}/expires", "format", "is a month as MM/yyyy", _TABLE)
        )
    if "lines" not in value:
        found.append(Violation(f"{at}/lines", "required", "is required", _TABLE))
    elif not isinstance(item := value["lines"], list):
        found.append(Violation(f"{at}/lines", "type", "is a list", _TABLE))
    else:
        if not 2 <= len(item) <= 4:
            found.append(Violation(f"{at}/lines", "count", "has 2 to 4 items", _TABLE))
        for index, each in enumerate(item):
            if not isinstance(each, str):
                found.append(
                    Violation(f"{at}/lines/{index}", "type", "is text", _TABLE)
                )
    if "note" not in value:
        found.append(Violation(f"{at}/note", "required", "is required", _TABLE))
    elif not isinstance(item := value["note"], str):
        found.append(Violation(f"{at}/note", "type", "is text", _TABLE))
    elif value["note"] != "":
        if not 3 <= len(item) <= 10:
            found.append(
                Violation(
                    f"{at}/note", "length", "is text of 3 to 10 characters", _TABLE
                )
            )
    if "day" in value:
        if not isinstance(item := value["day"], str):
            found.append(Violation(f"{at}/day", "type", "is text", _TABLE))
        elif not forms.DAY.fits(item):
            found.append(
                Violation(f"{at}/day", "format", "is a date as yyyyMMdd", _TABLE)
            )
    if "serviceId" not in value:
        found.append(Violation(f"{at}/serviceId", "required", "is required", _TABLE))
    elif not isinstance(item := value["serviceId"], str):
        found.append(Violation(f"{at}/serviceId", "type", "is text", _TABLE))
    elif not 3 <= len(item) <= 8:
        found.append(
            Violation(
                f"{at}/serviceId", "length", "is text of 3 to 8 characters", _TABLE
            )
        )
    if "customerNo" not in value:
        found.append(Violation(f"{at}/customerNo", "required", "is required", _TABLE))
    elif not isinstance(item := value["customerNo"], str):
        found.append(Violation(f"{at}/customerNo", "type", "is text", _TABLE))
    elif len(item) > 20:
        found.append(
            Violation(
                f"{at}/customerNo", "length", "is text of at most 20 characters", _TABLE
            )
        )
    if "virtualAccountNo" not in value:
        found.append(
            Violation(f"{at}/virtualAccountNo", "required", "is required", _TABLE)
        )
    elif not isinstance(value["virtualAccountNo"], str):
        found.append(Violation(f"{at}/virtualAccountNo", "type", "is text", _TABLE))
    if "account" not in value:
        found.append(Violation(f"{at}/account", "required", "is required", _TABLE))
    elif not isinstance(value["account"], str):
        found.append(Violation(f"{at}/account", "type", "is text", _TABLE))
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _sent(value: Any, at: str, found: list[Violation]) -> None:
    if "fee" not in value:
        found.append(Violation(f"{at}/fee", "required", "is required", _TABLE))
    elif isinstance(item := value["fee"], bool) or not isinstance(
        item := value["fee"], int | float
    ):
        found.append(Violation(f"{at}/fee", "type", "is a number", _TABLE))
    else:
        if not 0 <= item <= 100:
            found.append(Violation(f"{at}/fee", "range", "is 0 to 100", _TABLE))
        if exceeds(item, 6, 2):
            found.append(
                Violation(
                    f"{at}/fee",
                    "decimals",
                    "has at most 6 digits and at most 2 after the point",
                    _TABLE,
                )
            )
    if "amount" not in value:
        found.append(Violation(f"{at}/amount", "required", "is required", _TABLE))
    elif not isinstance(item := value["amount"], str):
        found.append(Violation(f"{at}/amount", "type", "is text", _TABLE))
    elif not forms.AMOUNT.fits(item):
        found.append(
            Violation(
                f"{at}/amount",
                "format",
                "is a decimal number written as text with exactly 2 decimals and at most 16 digits",
                _TABLE,
            )
        )
    if "items" not in value:
        found.append(Violation(f"{at}/items", "required", "is required", _TABLE))
    elif not isinstance(item := value["items"], list):
        found.append(Violation(f"{at}/items", "type", "is a list", _TABLE))
    else:
        if len(item) > 3:
            found.append(
                Violation(f"{at}/items", "count", "has at most 3 items", _TABLE)
            )
        for index, each in enumerate(item):
            if not isinstance(each, str):
                found.append(
                    Violation(f"{at}/items/{index}", "type", "is text", _TABLE)
                )
            elif not re.fullmatch(
                "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}", each
            ):
                found.append(
                    Violation(f"{at}/items/{index}", "standard", "is a UUID", _TABLE)
                )
    if not value.keys() <= _SENT_MEMBERS:
        found.extend(undocumented(value, _SENT_MEMBERS, at, _PAGE))


def _refused(value: Any, at: str, found: list[Violation]) -> None:
    if "error" not in value:
        found.append(Violation(f"{at}/error", "required", "is required", _TABLE))
    elif not isinstance(value["error"], str):
        found.append(Violation(f"{at}/error", "type", "is text", _TABLE))
    if not value.keys() <= _REFUSED_MEMBERS:
        found.extend(undocumented(value, _REFUSED_MEMBERS, at, _PAGE))
