"""Bodies of every documented format, written and read by a path of their own.

The schema of a body says what each text is; the key `xml` in it says how it stands in
XML. What cannot be read as documented is a ValueError.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from .light import dataclass
from .pointers import Json
from .seals import Seal, opened, sealed

_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """How a body is written."""

    format: str = "json"
    media: str = "application/json"
    says_media: bool = False
    """True where the page names the media type."""
    root: str = ""
    namespace: str = ""
    lists: str = "repeat"
    layout: str = ""
    separator: str = ","
    header: bool = True
    sealed: Seal | None = None
    """The envelope that it stands in."""

    def open(self, content: bytes) -> bytes:
        """Return what stands in its envelope; ValueError where it cannot be opened."""
        return content if self.sealed is None else opened(self.sealed, content)

    def keyed(self, credentials: Mapping[str, str]) -> Body:
        """Return it with the key of its envelope that *credentials* has."""
        seal = self.sealed
        if seal is None or seal.credential not in credentials:
            return self
        key = credentials[seal.credential]
        return replace(self, sealed=replace(seal, key=key))


JSON: Final = Body()


def typed(text: str, schema: Json) -> Json:
    """Return text as the number or truth it is to be, if it can be read as one."""
    kinds = kinds_of(schema)
    if "integer" in kinds and re.fullmatch(r"-?(?:0|[1-9][0-9]*)", text):
        return int(text)
    if kinds & {"integer", "number"} and _NUMBER.fullmatch(text):
        return json.loads(text)
    if "boolean" in kinds and text in ("true", "false"):
        return text == "true"
    return text


def kinds_of(schema: Json) -> set[str]:
    """Return the JSON types that *schema* lets in; none where it says nothing."""
    said = schema.get("type", ()) if isinstance(schema, dict) else ()
    return {said} if isinstance(said, str) else set(said)


def text_of(value: Json) -> str:
    """Return a single value as text: in the words of JSON, unquoted."""
    return value if isinstance(value, str) else json.dumps(value)


def encode(body: Body, schema: Json, document: Json) -> bytes:
    """Return *document* as octets, in its envelope where there is one."""
    return enveloped(body, _CODECS[body.format][0](body, schema, document))


def enveloped(body: Body, content: bytes) -> bytes:
    """Return *content* in the envelope of a body, where there is one."""
    return content if body.sealed is None else sealed(body.sealed, content)


def decode(body: Body, schema: Json, content: bytes) -> Json:
    """Return what *content* holds; ValueError where it is not of the format."""
    return _CODECS[body.format][1](body, schema, body.open(content))


# Forms --------------------------------------------------------------------------------


def _write_form(body: Body, schema: Json, document: Json) -> bytes:
    return urlencode(list(_flat(body, "", document)), safe="[]").encode()


def _flat(body: Body, name: str, value: Json) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(body, f"{name}[{key}]" if name else key, inner)
    elif not isinstance(value, list):
        yield name, text_of(value)
    elif body.lists == "commas":
        yield name, ",".join(map(text_of, value))
    else:
        for number, item in enumerate(value):
            if isinstance(item, dict | list):
                yield from _flat(body, f"{name}[{number}]", item)
            else:
                yield f"{name}[]" if body.lists == "brackets" else name, text_of(item)


def _read_form(body: Body, schema: Json, content: bytes) -> Json:
    found: dict[str, Any] = {}
    pairs = parse_qsl(content.decode("utf-8"), keep_blank_values=True, errors="strict")
    for name, text in pairs:
        first, *rest = [step.rstrip("]") for step in name.split("[")]
        _grown(found, [first, *rest], text)
    return _as_said(body, schema, found)


def _grown(found: dict[str, Any], steps: list[str], text: str) -> None:
    step, *rest = steps
    if rest and rest != [""]:
        inner = found.setdefault(step, {})
        if not isinstance(inner, dict):
            raise ValueError(f"{step} is a value and an object")
        _grown(inner, rest, text)
    else:
        found.setdefault(step, []).append(text)


def _as_said(body: Body, schema: Json, value: Json) -> Json:
    """Return values, each a list of texts so far, as the schema has them."""
    kinds = kinds_of(schema)
    if "array" in kinds:
        items = list(value.values()) if isinstance(value, dict) else value
        if body.lists == "commas" and len(items) == 1:
            items = items[0].split(",")
        inner = schema.get("items", {})
        return [
            _as_said(body, inner, each if isinstance(each, dict) else [each])
            for each in items
        ]
    if isinstance(value, dict):
        return {
            name: _as_said(body, _inner(schema, name), each)
            for name, each in value.items()
        }
    if len(value) > 1:
        if kinds:
            raise ValueError("a member stands there twice")
        return value
    return typed(value[0], schema)


def _inner(schema: Json, name: str) -> Json:
    more = schema.get("additionalProperties", {})
    properties = schema.get("properties", {})
    return properties.get(name, more if isinstance(more, dict) else {})


# Text and CSV -------------------------------------------------------------------------


def _layout(body: Body, schema: Json) -> str:
    return body.layout or "".join(f"{{{name}}}" for name in schema["properties"])


def _write_text(body: Body, schema: Json, document: Json) -> bytes:
    text = _layout(body, schema)
    for name in schema["properties"]:
        text = text.replace(f"{{{name}}}", text_of(document.get(name, "")))
    return text.encode()


def _read_text(body: Body, schema: Json, content: bytes) -> Json:
    rest = content.decode("utf-8").rstrip("\r\n")
    found: dict[str, Json] = {}
    before, *parts = re.split(r"\{([^{}]*)\}", _layout(body, schema))
    if not rest.startswith(before):
        raise ValueError(f"the text does not begin with {before!r}")
    rest = rest[len(before) :]
    while parts:
        name, after, *parts = parts
        end = len(rest) if not parts and not after else -1
        if end < 0:
            # The last part goes on to the end, any other to where the layout goes on.
            end = rest.rfind(after) if not parts else rest.find(after)
        if end < 0 or (not parts and not rest[end:] == after):
            raise ValueError(f"the text has no {after!r}")
        found[name] = typed(rest[:end], schema["properties"].get(name, {}))
        rest = rest[end + len(after) :]
    return found


def _lines(schema: Json) -> tuple[str, Mapping[str, Json]]:
    ((name, lines),) = schema["properties"].items()
    return name, lines["items"]["properties"]


def _write_csv(body: Body, schema: Json, document: Json) -> bytes:
    name, columns = _lines(schema)
    rows = [list(columns)] if body.header else []
    rows += [
        ["" if line.get(key) is None else text_of(line[key]) for key in columns]
        for line in document.get(name, ())
    ]
    quoted = (body.separator.join(map(_cell(body), row)) for row in rows)
    return "".join(f"{row}\r\n" for row in quoted).encode()


def _cell(body: Body) -> Callable[[str], str]:
    special = f'"\r\n{body.separator}'
    return lambda text: (
        '"' + text.replace('"', '""') + '"' if set(text) & set(special) else text
    )


def _read_csv(body: Body, schema: Json, content: bytes) -> Json:
    import csv

    name, columns = _lines(schema)
    text = io.StringIO(content.decode("utf-8"), newline="")
    try:
        rows = [row for row in csv.reader(text, delimiter=body.separator) if row]
    except csv.Error as error:
        raise ValueError(str(error)) from None
    if body.header and not rows:
        raise ValueError("there is no line that names the columns")
    known = rows.pop(0) if body.header else list(columns)
    if any(len(row) > len(known) for row in rows):
        raise ValueError("a line has more columns than there are")
    return {name: [dict(_columns(columns, known, row)) for row in rows]}


def _columns(
    columns: Mapping[str, Json], known: list[str], row: list[str]
) -> Iterator[tuple[str, Json]]:
    for name, text in zip(known, row, strict=False):
        schema = columns.get(name, {})
        if text or not kinds_of(schema) - {"string"}:
            yield name, typed(text, schema)


# JSON, XML, nothing -------------------------------------------------------------------


def _write_json(body: Body, schema: Json, document: Json) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def _read_json(body: Body, schema: Json, content: bytes) -> Json:
    # RFC 8259 has UTF-8 without a mark, and leaves open which of two members counts.
    text = content.decode("utf-8")
    return json.loads(text, object_pairs_hook=_once, parse_constant=_refused)


def _once(pairs: list[tuple[str, Json]]) -> Json:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a member stands there twice")
    return members


def _refused(constant: str) -> Json:
    raise ValueError(f"{constant} is not JSON")


def _write_parts(body: Body, schema: Json, document: Json) -> bytes:
    from .parts import write

    return write(schema, document)


def _read_parts(body: Body, schema: Json, content: bytes) -> Json:
    from .parts import read

    return read(schema, content)


def _write_xml(body: Body, schema: Json, document: Json) -> bytes:
    from .xml_bodies import written

    return written(body.root, body.namespace, schema, document)


def _read_xml(body: Body, schema: Json, content: bytes) -> Json:
    from .xml_bodies import read

    return read(body.root, body.namespace, schema, content)


def _write_nothing(body: Body, schema: Json, document: Json) -> bytes:
    return b""


def _read_nothing(body: Body, schema: Json, content: bytes) -> Json:
    if content:
        raise ValueError("there is a body")
    return {}


_CODECS: Final[
    dict[
        str,
        tuple[Callable[[Body, Json, Json], bytes], Callable[[Body, Json, bytes], Json]],
    ]
] = {
    "json": (_write_json, _read_json),
    "form": (_write_form, _read_form),
    "multipart": (_write_parts, _read_parts),
    "xml": (_write_xml, _read_xml),
    "text": (_write_text, _read_text),
    "csv": (_write_csv, _read_csv),
    "none": (_write_nothing, _read_nothing),
}
