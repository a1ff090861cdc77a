"""Validators of upload: what its page says of each value.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Violation, undocumented

_PAGE = "gateway"
_TABLE = "gateway, table"

_REQUEST_BODY_MEMBERS = frozenset({"customer", "pages", "photo", "logo", "document"})
_STORED_MEMBERS = frozenset({"id"})
_REFUSED_MEMBERS = frozenset({"code"})


def upload_request(value: Any) -> list[Violation]:
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


def upload_stored(value: Any) -> list[Violation]:
    """Return what in a reply `stored` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _stored(value, "", found)
    return found


def upload_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _refused(value, "", found)
    return found


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "customer" not in value:
        found.append(Violation(f"{at}/customer", "required", "is required", _TABLE))
    elif not isinstance(item := value["customer"], str):
        found.append(Violation(f"{at}/customer", "type", "is text", _TABLE))
    elif len(item) > 12:
        found.append(
            Violation(
                f"{at}/customer", "length", "is text of at most 12 characters", _TABLE
            )
        )
    if "pages" in value:
        if (item := value["pages"]).__class__ is not int:
            found.append(Violation(f"{at}/pages", "type", "is a whole number", _TABLE))
        elif not 1 <= item <= 9:
            found.append(Violation(f"{at}/pages", "range", "is 1 to 9", _TABLE))
    if "photo" not in value:
        found.append(Violation(f"{at}/photo", "required", "is required", _TABLE))
    elif not isinstance(item := value["photo"], dict):
        found.append(Violation(f"{at}/photo", "type", "is a file", _TABLE))
    else:
        _request_body_photo(item, f"{at}/photo", found)
    if "logo" in value:
        if not isinstance(item := value["logo"], dict):
            found.append(Violation(f"{at}/logo", "type", "is a file", _TABLE))
        else:
            _request_body_logo(item, f"{at}/logo", found)
    if "document" in value:
        if not isinstance(item := value["document"], dict):
            found.append(Violation(f"{at}/document", "type", "is a file", _TABLE))
        else:
            _request_body_document(item, f"{at}/document", found)
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _request_body_photo(value: Any, at: str, found: list[Violation]) -> None:
    if "media" not in value:
        found.append(Violation(f"{at}/media", "required", "is required", _TABLE))
    elif not isinstance(item := value["media"], str):
        found.append(Violation(f"{at}/media", "type", "is text", _TABLE))
    elif item not in ("image/png", "image/jpeg"):
        found.append(
            Violation(
                f"{at}/media", "enum", 'is one of "image/png", "image/jpeg"', _TABLE
            )
        )
    if "size" not in value:
        found.append(Violation(f"{at}/size", "required", "is required", _TABLE))
    elif (item := value["size"]).__class__ is not int:
        found.append(Violation(f"{at}/size", "type", "is a whole number", _TABLE))
    elif item > 2048:
        found.append(Violation(f"{at}/size", "range", "is at most 2048", _TABLE))
    if "width" not in value:
        found.append(Violation(f"{at}/width", "required", "is required", _TABLE))
    elif (item := value["width"]).__class__ is not int:
        found.append(Violation(f"{at}/width", "type", "is a whole number", _TABLE))
    elif not 1 <= item <= 1024:
        found.append(Violation(f"{at}/width", "range", "is 1 to 1024", _TABLE))
    if "height" not in value:
        found.append(Violation(f"{at}/height", "required", "is required", _TABLE))
    elif (item := value["height"]).__class__ is not int:
        found.append(Violation(f"{at}/height", "type", "is a whole number", _TABLE))
    elif not 1 <= item <= 768:
        found.append(Violation(f"{at}/height", "range", "is 1 to 768", _TABLE))


def _request_body_logo(value: Any, at: str, found: list[Violation]) -> None:
    if "media" not in value:
        found.append(Violation(f"{at}/media", "required", "is required", _TABLE))
    elif not isinstance(item := value["media"], str):
        found.append(Violation(f"{at}/media", "type", "is text", _TABLE))
    elif item != "image/gif":
        found.append(Violation(f"{at}/media", "enum", 'is "image/gif"', _TABLE))
    if "size" not in value:
        found.append(Violation(f"{at}/size", "required", "is required", _TABLE))
    elif value["size"].__class__ is not int:
        found.append(Violation(f"{at}/size", "type", "is a whole number", _TABLE))
    if "width" not in value:
        found.append(Violation(f"{at}/width", "required", "is required", _TABLE))
    elif (item := value["width"]).__class__ is not int:
        found.append(Violation(f"{at}/width", "type", "is a whole number", _TABLE))
    elif not 1 <= item <= 64:
        found.append(Violation(f"{at}/width", "range", "is 1 to 64", _TABLE))
    if "height" not in value:
        found.append(Violation(f"{at}/height", "required", "is required", _TABLE))
    elif (item := value["height"]).__class__ is not int:
        found.append(Violation(f"{at}/height", "type", "is a whole number", _TABLE))
    elif not 1 <= item <= 64:
        found.append(Violation(f"{at}/height", "range", "is 1 to 64", _TABLE))


def _request_body_document(value: Any, at: str, found: list[Violation]) -> None:
    if "part" not in value:
        found.append(Violation(f"{at}/part", "required", "is required", _TABLE))
    elif not isinstance(item := value["part"], str):
        found.append(Violation(f"{at}/part", "type", "is text", _TABLE))
    elif item in ("pdf",):
        found.append(Violation(f"{at}/part", "part", 'is not "pdf"', _TABLE))
    if "media" not in value:
        found.append(Violation(f"{at}/media", "required", "is required", _TABLE))
    elif not isinstance(item := value["media"], str):
        found.append(Violation(f"{at}/media", "type", "is text", _TABLE))
    elif item != "text/plain":
        found.append(Violation(f"{at}/media", "enum", 'is "text/plain"', _TABLE))
    if "size" not in value:
        found.append(Violation(f"{at}/size", "required", "is required", _TABLE))
    elif (item := value["size"]).__class__ is not int:
        found.append(Violation(f"{at}/size", "type", "is a whole number", _TABLE))
    elif not 100 <= item <= 4096:
        found.append(Violation(f"{at}/size", "range", "is 100 to 4096", _TABLE))


def _stored(value: Any, at: str, found: list[Violation]) -> None:
    if "id" not in value:
        found.append(Violation(f"{at}/id", "required", "is required", _TABLE))
    elif not isinstance(value["id"], str):
        found.append(Violation(f"{at}/id", "type", "is text", _TABLE))
    if not value.keys() <= _STORED_MEMBERS:
        found.extend(undocumented(value, _STORED_MEMBERS, at, _PAGE))


def _refused(value: Any, at: str, found: list[Violation]) -> None:
    if "code" not in value:
        found.append(Violation(f"{at}/code", "required", "is required", _TABLE))
    elif not isinstance(value["code"], str):
        found.append(Violation(f"{at}/code", "type", "is text", _TABLE))
    if not value.keys() <= _REFUSED_MEMBERS:
        found.extend(undocumented(value, _REFUSED_MEMBERS, at, _PAGE))
