"""Validators of upload: what its page says of each value.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Told, Violation, inside, passes, told, undocumented

_PAGE = "gateway"
_TABLE = "gateway, table"

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
    found = told("/body", _request_body, value.get("body", {}), _PAGE)
    return found


def upload_stored(value: Any) -> list[Violation]:
    """Return what in a reply `stored` breaks its documentation."""
    return [] if passes(_is_stored, value) else told("", _stored, value, _PAGE)


def upload_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    return [] if passes(_is_refused, value) else told("", _refused, value, _PAGE)


def _is_request(value: Any) -> bool:
    return type(value) is dict and _is_request_body(value["body"])


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


def _request_body(value: Any) -> Iterator[Told]:
    if "customer" not in value:
        yield Told("customer", "required", "is required", _TABLE)
    elif not isinstance(item := value["customer"], str):
        yield Told("customer", "type", "is text", _TABLE)
    elif len(item) > 12:
        yield Told("customer", "length", "is text of at most 12 characters", _TABLE)
    if "pages" in value:
        if (item := value["pages"]).__class__ is not int:
            yield Told("pages", "type", "is a whole number", _TABLE)
        elif not 1 <= item <= 9:
            yield Told("pages", "range", "is 1 to 9", _TABLE)
    if "photo" not in value:
        yield Told("photo", "required", "is required", _TABLE)
    elif not isinstance(item := value["photo"], dict):
        yield Told("photo", "type", "is a file", _TABLE)
    else:
        yield from inside("photo", _request_body_photo(item))
    if "logo" in value:
        if not isinstance(item := value["logo"], dict):
            yield Told("logo", "type", "is a file", _TABLE)
        else:
            yield from inside("logo", _request_body_logo(item))
    if "document" in value:
        if not isinstance(item := value["document"], dict):
            yield Told("document", "type", "is a file", _TABLE)
        else:
            yield from inside("document", _request_body_document(item))
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


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


def _request_body_photo(value: Any) -> Iterator[Told]:
    if "media" not in value:
        yield Told("media", "required", "is required", _TABLE)
    elif not isinstance(item := value["media"], str):
        yield Told("media", "type", "is text", _TABLE)
    elif item not in ("image/png", "image/jpeg"):
        yield Told("media", "enum", 'is one of "image/png", "image/jpeg"', _TABLE)
    if "size" not in value:
        yield Told("size", "required", "is required", _TABLE)
    elif (item := value["size"]).__class__ is not int:
        yield Told("size", "type", "is a whole number", _TABLE)
    elif item > 2048:
        yield Told("size", "range", "is at most 2048", _TABLE)
    if "width" not in value:
        yield Told("width", "required", "is required", _TABLE)
    elif (item := value["width"]).__class__ is not int:
        yield Told("width", "type", "is a whole number", _TABLE)
    elif not 1 <= item <= 1024:
        yield Told("width", "range", "is 1 to 1024", _TABLE)
    if "height" not in value:
        yield Told("height", "required", "is required", _TABLE)
    elif (item := value["height"]).__class__ is not int:
        yield Told("height", "type", "is a whole number", _TABLE)
    elif not 1 <= item <= 768:
        yield Told("height", "range", "is 1 to 768", _TABLE)


def _is_request_body_logo(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["media"]) is str and item == "image/gif")
        and type(value["size"]) is int
        and (type(item := value["width"]) is int and 1 <= item <= 64)
        and (type(item := value["height"]) is int and 1 <= item <= 64)
    )


def _request_body_logo(value: Any) -> Iterator[Told]:
    if "media" not in value:
        yield Told("media", "required", "is required", _TABLE)
    elif not isinstance(item := value["media"], str):
        yield Told("media", "type", "is text", _TABLE)
    elif item != "image/gif":
        yield Told("media", "enum", 'is "image/gif"', _TABLE)
    if "size" not in value:
        yield Told("size", "required", "is required", _TABLE)
    elif value["size"].__class__ is not int:
        yield Told("size", "type", "is a whole number", _TABLE)
    if "width" not in value:
        yield Told("width", "required", "is required", _TABLE)
    elif (item := value["width"]).__class__ is not int:
        yield Told("width", "type", "is a whole number", _TABLE)
    elif not 1 <= item <= 64:
        yield Told("width", "range", "is 1 to 64", _TABLE)
    if "height" not in value:
        yield Told("height", "required", "is required", _TABLE)
    elif (item := value["height"]).__class__ is not int:
        yield Told("height", "type", "is a whole number", _TABLE)
    elif not 1 <= item <= 64:
        yield Told("height", "range", "is 1 to 64", _TABLE)


def _is_request_body_document(value: Any) -> bool:
    return (
        type(value) is dict
        and (type(item := value["part"]) is str and item not in ("pdf",))
        and (type(item := value["media"]) is str and item == "text/plain")
        and (type(item := value["size"]) is int and 100 <= item <= 4096)
    )


def _request_body_document(value: Any) -> Iterator[Told]:
    if "part" not in value:
        yield Told("part", "required", "is required", _TABLE)
    elif not isinstance(item := value["part"], str):
        yield Told("part", "type", "is text", _TABLE)
    elif item in ("pdf",):
        yield Told("part", "part", 'is not "pdf"', _TABLE)
    if "media" not in value:
        yield Told("media", "required", "is required", _TABLE)
    elif not isinstance(item := value["media"], str):
        yield Told("media", "type", "is text", _TABLE)
    elif item != "text/plain":
        yield Told("media", "enum", 'is "text/plain"', _TABLE)
    if "size" not in value:
        yield Told("size", "required", "is required", _TABLE)
    elif (item := value["size"]).__class__ is not int:
        yield Told("size", "type", "is a whole number", _TABLE)
    elif not 100 <= item <= 4096:
        yield Told("size", "range", "is 100 to 4096", _TABLE)


def _is_stored(value: Any) -> bool:
    return type(value) is dict and type(value["id"]) is str and len(value) == 1


def _stored(value: Any) -> Iterator[Told]:
    if "id" not in value:
        yield Told("id", "required", "is required", _TABLE)
    elif not isinstance(value["id"], str):
        yield Told("id", "type", "is text", _TABLE)
    yield from undocumented(value, _STORED_MEMBERS, _PAGE)


def _is_refused(value: Any) -> bool:
    return type(value) is dict and type(value["code"]) is str and len(value) == 1


def _refused(value: Any) -> Iterator[Told]:
    if "code" not in value:
        yield Told("code", "required", "is required", _TABLE)
    elif not isinstance(value["code"], str):
        yield Told("code", "type", "is text", _TABLE)
    yield from undocumented(value, _REFUSED_MEMBERS, _PAGE)
