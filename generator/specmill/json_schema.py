"""Records as JSON Schema, by whitelist: the half of a contract that a library judges.

Keywords: type, properties, required, additionalProperties, items, enum, pattern, allOf,
minLength, maxLength, minimum, maximum; of a reply also x-moment, how it writes a time,
and x-now, that it is the time of the answer. A required member is one that the page requires:
`unknown` is not required, and a request may have members that no page lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from . import ir
from .constraints import Written, escaped
from .members import form_of
from .runtime import texts, wire

Json = dict[str, Any]


def request_schema(request: ir.Request, *, empty_is_absent: bool) -> Json:
    """Return the schema of a request as one document of segments, query, headers, body.

    Header names are in lower case. With *empty_is_absent* the page answers empty text
    like a missing one, so that required text has to have a character.
    """
    places = dict(request.places())
    lower = _lowered(_object(places["headers"], True, empty_is_absent))
    found = {
        place: _object(places[place], True, empty_is_absent)
        for place in ("segments",)
        if place in places
    } | {
        "query": _object(places["query"], True, empty_is_absent),
        "headers": lower,
    }
    if request.body is not None:
        found["body"] = _object(request.body.fields, True, empty_is_absent)
    return {"type": "object", "properties": found, "required": list(found)}


def reply_schema(record: ir.Record) -> Json:
    """Return the strict schema of a reply: no member that the page does not have."""
    return _object(record.fields, record.open, False, strict=True)


def headers_schema(record: ir.Record) -> Json:
    """Return the schema of a reply's documented headers, their names in lower case."""
    return _lowered(_object(record.fields, True, False, strict=True))


def _lowered(schema: Json) -> Json:
    properties = {key.lower(): each for key, each in schema["properties"].items()}
    required = [name.lower() for name in schema["required"]]
    return {**schema, "properties": properties, "required": required}


def _object(
    fields: Iterable[ir.Field], is_open: bool, no_empty: bool, *, strict: bool = False
) -> Json:
    fields = tuple(fields)
    schema: Json = {
        "type": "object",
        "properties": {
            each.wire_name: field_schema(each, no_empty, strict=strict)
            for each in fields
        },
        "required": [each.wire_name for each in fields if each.required is True],
    }
    if not is_open:
        schema["additionalProperties"] = False
    return schema


def field_schema(field: ir.Field, no_empty: bool = False, *, strict: bool) -> Json:
    """Return the schema of one value; *strict* closes the objects that are closed."""
    return {**_value(field, no_empty, strict=strict), **_xml(field.xml)}


def _xml(mark: ir.XmlMark | None) -> Json:
    """Return how a member stands in XML, for the harness's own reader and writer."""
    if mark is None:
        return {}
    found: Json = {}
    if mark.kind != "element":
        found["kind"] = mark.kind
    if mark.tag:
        found["tag"] = mark.tag
    if mark.attributes:
        found["attributes"] = dict(mark.attributes)
    if mark.namespace is not None:
        found["namespace"] = mark.namespace
    return {"xml": found}


def _value(field: ir.Field, no_empty: bool, *, strict: bool) -> Json:
    if isinstance(field.type, ir.Anything):
        return {}
    schema = _typed(field.type, no_empty, strict)
    for limit in _limits(field):
        _add(schema, limit)
    if field.blank:
        either: dict[str, Any] = {"anyOf": [{"const": ""}, schema]}
        schema = either
    if no_empty and field.required is True and isinstance(field.type, ir.Text):
        schema["minLength"] = max(schema.get("minLength", 0), 1)
    if strict:
        for moment in form_of(field):
            schema["x-moment"] = moment
            if isinstance(field.source, ir.FromClock):
                schema["x-now"] = moment
    return _nullable(schema) if field.nullable else schema


def _typed(kind: ir.Type, no_empty: bool, strict: bool) -> Json:
    if isinstance(kind, ir.Record):
        is_open = kind.open or not strict
        schema = _object(kind.fields, is_open, no_empty, strict=strict)
        return {**schema, "file": True} if kind.is_file else schema
    if isinstance(kind, ir.Array):
        return {
            "type": "array",
            "items": field_schema(kind.item, no_empty, strict=strict),
        }
    if isinstance(kind, ir.Map):
        inner = field_schema(kind.value, no_empty, strict=strict)
        return {"type": "object", "additionalProperties": inner}
    return {"type": _TYPES[type(kind)]}


_TYPES: Final[dict[type, str]] = {
    ir.Text: "string",
    ir.Integer: "integer",
    ir.Number: "number",
    ir.Boolean: "boolean",
}


def _limits(field: ir.Field) -> Iterator[Json]:
    for limit in field.constraints:
        if isinstance(limit, Written):
            yield _form(limit.form)
        else:
            yield limit.schema()


def _form(form: wire.Form[Any]) -> Json:
    """Return what JSON Schema can say of a form; times have words of their own."""
    if isinstance(form, wire.Flag):
        return {"enum": [form.true, form.false]}
    if isinstance(form, wire.IntegerText):
        return {"pattern": r"^-?[0-9]+$"}
    return text_schema(form)


def text_schema(form: wire.Form[Any]) -> Json:
    """Return what JSON Schema can say of text that holds more than it looks like."""
    says = _TEXTS.get(type(form))
    return says(form) if says is not None else {}


def _decimal(form: wire.DecimalText) -> Json:
    if form.most is None:
        return {"pattern": r"^-?[0-9]+(\.[0-9]+)?$"}
    before = "+" if form.digits is None else f"{{1,{form.digits - form.most}}}"
    after = rf"\.[0-9]{{{max(form.least, 1)},{form.most}}}" if form.most else ""
    optional = f"({after})?" if form.least == 0 and after else after
    return {"pattern": f"^-?0*[0-9]{before}{optional}$"}


def _list(form: texts.ListText) -> Json:
    separator = escaped(form.separator)
    any_item = f"(?:(?!{separator})[\\s\\S])+"
    item = f"(?:{form.item or any_item})"
    low, high = form.minimum or 0, form.maximum
    more = f"{{{max(low - 1, 0)},{'' if high is None else high - 1}}}"
    filled = f"{item}(?:{separator}{item}){more}"
    return {"pattern": f"^(?:{filled}){'?' if low == 0 else ''}$"}


def _pairs(form: texts.PairsText) -> Json:
    marks = escaped(form.separator), escaped(form.pair)
    part = f"(?:(?!{marks[0]}|{marks[1]})[\\s\\S])"
    one = f"{part}+{marks[1]}{part}*"
    return {"pattern": f"^(?:{one}(?:{marks[0]}{one})*)?$"}


def _base64(form: texts.Base64Text) -> Json:
    extra = "_-" if form.is_url_safe else "+/"
    char = f"[A-Za-z0-9{extra}]"
    return {"pattern": f"^(?:{char}{{4}})*(?:{char}{{2}}==|{char}{{3}}=)?$"}


def _padded(form: texts.PaddedText) -> Json:
    return {"minLength": form.length, "maxLength": form.length}


def _url(form: texts.UrlText) -> Json:
    host = "[^/?#@]+" if form.takes_port else "[^/?#@:]+"
    schemes = "|".join(form.schemes)
    found: list[Json] = [
        {"pattern": f"^(?:{schemes})://(?:[^/?#@]*@)?{host}(?:[/?#][!-~]*)?$"}
    ]
    if not form.takes_ip:
        number = r"^[^:]+://(?:[^/?#@]*@)?(?:[0-9.]+|\[[^\]]*\])(?::[0-9]+)?(?:[/?#]|$)"
        found.append({"not": {"pattern": number}})
    found += [
        {
            "not": {
                "pattern": "".join(
                    f"[{c.upper()}{c.lower()}]" if c.isalpha() else escaped(c)
                    for c in word
                )
            }
        }
        for word in form.forbids
    ]
    return {"allOf": found}


_TEXTS: Final[dict[type, Callable[[Any], Json]]] = {
    wire.DecimalText: _decimal,
    texts.ListText: _list,
    texts.PairsText: _pairs,
    texts.Base64Text: _base64,
    texts.PaddedText: _padded,
    texts.UrlText: _url,
}


def _add(schema: Json, limit: Json) -> None:
    """Put *limit* into *schema*; a keyword that is taken goes into an allOf."""
    if "allOf" in limit or any(key in schema for key in limit):
        schema.setdefault("allOf", []).append(limit)
    else:
        schema.update(limit)


def _nullable(schema: Json) -> Json:
    """Let null in: no other keyword but type and enum is about it."""
    schema["type"] = [schema["type"], "null"]
    for each in (schema, *schema.get("allOf", ())):
        if "enum" in each:
            each["enum"] = [*each["enum"], None]
    return schema
