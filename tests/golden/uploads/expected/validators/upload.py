"""Validators of upload: what its page says of each value.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Violation, passes, undocumented

_TABLE = "gateway, table"
_PAGE = "gateway"

_REQUEST_BODY_MEMBERS = frozenset({"customer", "pages", "photo", "logo", "document"})
_STORED_MEMBERS = frozenset({"id"})
_REFUSED_MEMBERS = frozenset({"code"})


def upload_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"body": ...}: the members as they are sent.
    """
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found: list[Violation] = []
    body = value.get("body", {})
    if not isinstance(body, dict):
        found.append(Violation("/body", "type", "is an object", _PAGE))
    else:
        found += _request_body(body, "/body")
    return found


def upload_stored(value: Any) -> list[Violation]:
    """Return what in a reply `stored` breaks its documentation."""
    if passes(_is_stored, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_stored(value, ""))


def upload_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    if passes(_is_refused, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_refused(value, ""))


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_body(value.get("body", {}))


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["customer"]) is str and len(item) <= 12)
        and (
            "pages" not in value
            or (type(item := value["pages"]) is int and 1 <= item <= 9)
        )
        and _is_request_body_photo(value["photo"])
        and ("logo" not in value or _is_request_body_logo(value["logo"]))
        and ("document" not in value or _is_request_body_document(value["document"]))
        and _REQUEST_BODY_MEMBERS.issuperset(value)
    )


def _request_body(value: Any, at: str) -> Iterator[Violation]:
    if "customer" not in value:
        yield Violation(f"{at}/customer", "required", "is required", _TABLE)
    elif not isinstance(item := value["customer"], str):
        yield Violation(f"{at}/customer", "type", "is text", _TABLE)
    elif len(item) > 12:
        yield Violation(
            f"{at}/customer", "length", "is text of at most 12 characters", _TABLE
        )
    if "pages" in value:
        if (item := value["pages"]).__class__ is not int:
            yield Violation(f"{at}/pages", "type", "is a whole number", _TABLE)
        elif not 1 <= item <= 9:
            yield Violation(f"{at}/pages", "range", "is 1 to 9", _TABLE)
    if "photo" not in value:
        yield Violation(f"{at}/photo", "required", "is required", _TABLE)
    elif not isinstance(item := value["photo"], dict):
        yield Violation(f"{at}/photo", "type", "is a file", _TABLE)
    else:
        yield from _request_body_photo(item, f"{at}/photo")
    if "logo" in value:
        if not isinstance(item := value["logo"], dict):
            yield Violation(f"{at}/logo", "type", "is a file", _TABLE)
        else:
            yield from _request_body_logo(item, f"{at}/logo")
    if "document" in value:
        if not isinstance(item := value["document"], dict):
            yield Violation(f"{at}/document", "type", "is a file", _TABLE)
        else:
            yield from _request_body_document(item, f"{at}/document")
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE)


def _is_request_body_photo(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            type(item := value["media"]) is str and item in ("image/png", "image/jpeg")
        )
        and (type(item := value["size"]) is int and item <= 2048)
        and (type(item := value["width"]) is int and 1 <= item <= 1024)
        and (type(item := value["height"]) is int and 1 <= item <= 768)
    )


def _request_body_photo(value: Any, at: str) -> Iterator[Violation]:
    if "media" not in value:
        yield Violation(f"{at}/media", "required", "is required", _TABLE)
    elif not isinstance(item := value["media"], str):
        yield Violation(f"{at}/media", "type", "is text", _TABLE)
    elif item not in ("image/png", "image/jpeg"):
        yield Violation(
            f"{at}/media", "enum", 'is one of "image/png", "image/jpeg"', _TABLE
        )
    if "size" not in value:
        yield Violation(f"{at}/size", "required", "is required", _TABLE)
    elif (item := value["size"]).__class__ is not int:
        yield Violation(f"{at}/size", "type", "is a whole number", _TABLE)
    elif item > 2048:
        yield Violation(f"{at}/size", "range", "is at most 2048", _TABLE)
    if "width" not in value:
        yield Violation(f"{at}/width", "required", "is required", _TABLE)
    elif (item := value["width"]).__class__ is not int:
        yield Violation(f"{at}/width", "type", "is a whole number", _TABLE)
    elif not 1 <= item <= 1024:
        yield Violation(f"{at}/width", "range", "is 1 to 1024", _TABLE)
    if "height" not in value:
        yield Violation(f"{at}/height", "required", "is required", _TABLE)
    elif (item := value["height"]).__class__ is not int:
        yield Violation(f"{at}/height", "type", "is a whole number", _TABLE)
    elif not 1 <= item <= 768:
        yield Violation(f"{at}/height", "range", "is 1 to 768", _TABLE)


def _is_request_body_logo(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["media"]) is str and item == "image/gif")
        and type(value["size"]) is int
        and (type(item := value["width"]) is int and 1 <= item <= 64)
        and (type(item := value["height"]) is int and 1 <= item <= 64)
    )


def _request_body_logo(value: Any, at: str) -> Iterator[Violation]:
    if "media" not in value:
        yield Violation(f"{at}/media", "required", "is required", _TABLE)
    elif not isinstance(item := value["media"], str):
        yield Violation(f"{at}/media", "type", "is text", _TABLE)
    elif item != "image/gif":
        yield Violation(f"{at}/media", "enum", 'is "image/gif"', _TABLE)
    if "size" not in value:
        yield Violation(f"{at}/size", "required", "is required", _TABLE)
    elif value["size"].__class__ is not int:
        yield Violation(f"{at}/size", "type", "is a whole number", _TABLE)
    if "width" not in value:
        yield Violation(f"{at}/width", "required", "is required", _TABLE)
    elif (item := value["width"]).__class__ is not int:
        yield Violation(f"{at}/width", "type", "is a whole number", _TABLE)
    elif not 1 <= item <= 64:
        yield Violation(f"{at}/width", "range", "is 1 to 64", _TABLE)
    if "height" not in value:
        yield Violation(f"{at}/height", "required", "is required", _TABLE)
    elif (item := value["height"]).__class__ is not int:
        yield Violation(f"{at}/height", "type", "is a whole number", _TABLE)
    elif not 1 <= item <= 64:
        yield Violation(f"{at}/height", "range", "is 1 to 64", _TABLE)


def _is_request_body_document(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["part"]) is str and item not in ("pdf",))
        and (type(item := value["media"]) is str and item == "text/plain")
        and (type(item := value["size"]) is int and 100 <= item <= 4096)
    )


def _request_body_document(value: Any, at: str) -> Iterator[Violation]:
    if "part" not in value:
        yield Violation(f"{at}/part", "required", "is required", _TABLE)
    elif not isinstance(item := value["part"], str):
        yield Violation(f"{at}/part", "type", "is text", _TABLE)
    elif item in ("pdf",):
        yield Violation(f"{at}/part", "part", 'is not "pdf"', _TABLE)
    if "media" not in value:
        yield Violation(f"{at}/media", "required", "is required", _TABLE)
    elif not isinstance(item := value["media"], str):
        yield Violation(f"{at}/media", "type", "is text", _TABLE)
    elif item != "text/plain":
        yield Violation(f"{at}/media", "enum", 'is "text/plain"', _TABLE)
    if "size" not in value:
        yield Violation(f"{at}/size", "required", "is required", _TABLE)
    elif (item := value["size"]).__class__ is not int:
        yield Violation(f"{at}/size", "type", "is a whole number", _TABLE)
    elif not 100 <= item <= 4096:
        yield Violation(f"{at}/size", "range", "is 100 to 4096", _TABLE)


def _is_stored(value: Any) -> bool:
    return type(value) is dict and type(value["id"]) is str and len(value) == 1


def _stored(value: Any, at: str) -> Iterator[Violation]:
    if "id" not in value:
        yield Violation(f"{at}/id", "required", "is required", _TABLE)
    elif not isinstance(value["id"], str):
        yield Violation(f"{at}/id", "type", "is text", _TABLE)
    if not value.keys() <= _STORED_MEMBERS:
        yield from undocumented(value, _STORED_MEMBERS, at, _PAGE)


def _is_refused(value: Any) -> bool:
    return type(value) is dict and type(value["code"]) is str and len(value) == 1


def _refused(value: Any, at: str) -> Iterator[Violation]:
    if "code" not in value:
        yield Violation(f"{at}/code", "required", "is required", _TABLE)
    elif not isinstance(value["code"], str):
        yield Violation(f"{at}/code", "type", "is text", _TABLE)
    if not value.keys() <= _REFUSED_MEMBERS:
        yield from undocumented(value, _REFUSED_MEMBERS, at, _PAGE)
