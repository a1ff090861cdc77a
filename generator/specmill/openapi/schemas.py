"""Fields and records as Schema Objects that assert what the pages say, and no more.

What is inferred stands in `x-specmill-inferred`, what the page leaves open in
`x-specmill-unknown`; a validator reads neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, Final

from .. import ir
from ..constraints import Constraint, Decimals, OneOf, Pattern, TextRange, Written
from ..json_schema import text_schema
from ..light import dataclass
from ..members import evidence_key, is_unknown
from ..runtime import wire
from ..verbatim import compose, joined, wording
from .patterns import ecma, of_moment

Json = dict[str, Any]

TYPES: Final[dict[type, str]] = {
    ir.Text: "string",
    ir.Integer: "integer",
    ir.Number: "number",
    ir.Boolean: "boolean",
    ir.Record: "object",
    ir.Map: "object",
    ir.Array: "array",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One fact of a value as keywords, and where the fact stands."""

    key: str
    schema: Json
    evidence: ir.Evidence


def record_schema(record: ir.Record, *, strict: bool, no_empty: bool = False) -> Json:
    """Return the schema of an object; *strict* closes the objects that are closed.

    With *no_empty* required text has to have a character.
    """
    required = [each.wire_name for each in record.fields if is_required(each)]
    schema: Json = {
        "type": "object",
        "properties": {
            each.wire_name: field_schema(each, strict=strict, no_empty=no_empty)
            for each in record.fields
        },
    }
    if required:
        schema["required"] = required
    if strict and not record.open:
        schema["additionalProperties"] = False
    if record.open and not strict:  # where nothing is closed, it would go unsaid
        schema["x-specmill-open"] = True
    return schema


def is_required(field: ir.Field) -> bool:
    """Tell whether the page itself requires the field."""
    return field.required is True and field.evidence_of("required").documented


def field_schema(field: ir.Field, *, strict: bool, no_empty: bool = False) -> Json:
    """Return the schema of one value with everything that is known of it."""
    parts = tuple(_parts(field, strict, no_empty))
    schema: Json = {}
    for part in parts:
        if part.evidence.documented:
            _add(schema, part.schema)
    if field.nullable and "type" in schema:
        _let_null_in(schema)
    if field.secret and isinstance(field.type, ir.Text) and schema:
        schema.setdefault("format", "password")
    schema.update(_told(field))
    return {**schema, **extensions(field), **_inferred(field, parts)}


def _parts(field: ir.Field, strict: bool, no_empty: bool) -> Iterator[Part]:
    if not isinstance(field.type, ir.Anything):
        typed = _typed(field.type, strict, no_empty)
        yield Part("type", typed, field.evidence_of("type"))
    for limit in field.constraints:
        key, schema = evidence_key(field, limit.rule), limit_schema(limit)
        if field.blank:
            schema = {"anyOf": [{"const": ""}, schema]}
        yield Part(key, schema, field.evidence_of(key))
    if no_empty and isinstance(field.type, ir.Text) and is_required(field):
        yield Part("required", {"minLength": 1}, field.evidence_of("required"))


def _typed(kind: ir.Type, strict: bool, no_empty: bool) -> Json:
    if isinstance(kind, ir.Record) and kind.is_file:
        # Octets: OpenAPI has no words for their number, nor for pixels.
        limits = [
            limit.schema()
            for each in kind.fields
            for limit in each.constraints
            if each.wire_name == "media"
        ]
        types = [value for each in limits for value in each.get("enum", ())]
        return {"contentMediaType": joined(", ", types) or "application/octet-stream"}
    if isinstance(kind, ir.Record):
        return record_schema(kind, strict=strict, no_empty=no_empty)
    if isinstance(kind, ir.Array):
        item = field_schema(kind.item, strict=strict, no_empty=no_empty)
        return {"type": "array", "items": item}
    if isinstance(kind, ir.Map):
        value = field_schema(kind.value, strict=strict, no_empty=no_empty)
        return {"type": "object", "additionalProperties": value}
    return {"type": TYPES[type(kind)]}


# Limits -------------------------------------------------------------------------------


def limit_schema(limit: Constraint) -> Json:
    """Return what a schema can say of a limit; nothing where its dialect cannot."""
    if isinstance(limit, Written):
        return _form(limit.form)
    if isinstance(limit, TextRange):
        return {}
    if isinstance(limit, Decimals):
        places = limit.decimals
        return (
            {} if places is None else {"multipleOf": float(Decimal(1).scaleb(-places))}
        )
    if isinstance(limit, Pattern):
        pattern = ecma(limit.pattern)
        return {"pattern": pattern} if pattern else {}
    return limit.schema()


def _form(form: wire.Form[Any]) -> Json:
    if isinstance(form, wire.Flag):
        return {"enum": [form.true, form.false]}
    if isinstance(form, wire.IntegerText):
        return {"pattern": "^-?[0-9]+$"}
    if isinstance(form, wire.Epoch):
        return {"pattern": "^[0-9]+$"} if form.as_text else {"minimum": 0}
    if isinstance(form, wire.DateText | wire.DateTimeText):
        if is_calendar_date(form):
            return {"format": "date"}
        return {"pattern": of_moment(form)}
    return text_schema(form)


def is_calendar_date(form: wire.Form[Any]) -> bool:
    """Tell whether the form is the one that OpenAPI has a name for."""
    return form == wire.DateText("yyyy-MM-dd")


def _add(schema: Json, part: Json) -> None:
    """Put *part* into *schema*; a keyword that is taken goes into an allOf."""
    if any(key in schema for key in part):
        schema.setdefault("allOf", []).append(part)
    else:
        schema.update(part)


def _let_null_in(schema: Json) -> None:
    """Let null in: no other keyword but type and enum is about it."""
    schema["type"] = [schema["type"], "null"]
    for each in (schema, *schema.get("allOf", ())):
        if "enum" in each:
            each["enum"] = [*each["enum"], None]


# What is no assertion -----------------------------------------------------------------


def _told(field: ir.Field) -> Json:
    """Return the annotations that OpenAPI itself has a word for."""
    found: Json = {}
    says = joined(" ", filter(None, (field.summary, _listed(field))))
    if says:
        found["description"] = says
    if field.has_default and field.evidence_of("default").documented:
        found["default"] = field.default
    if field.has_example and not field.masked:
        found["examples"] = [field.example]
    if field.deprecated:
        found["deprecated"] = True
    return found


def _listed(field: ir.Field) -> str:
    """Return what the listed values mean, where the page says so itself."""
    if not field.evidence_of("enum").documented:
        return ""
    told = (
        compose("{}: {}", value, meaning) for value, meaning in _meanings(field).items()
    )
    listed = joined("; ", told)
    return compose("({}.)", listed) if listed else ""


def _meanings(field: ir.Field) -> dict[str, str]:
    return {
        wording(value): meaning
        for limit in field.constraints
        if isinstance(limit, OneOf)
        for value, meaning in zip(limit.values, limit.meanings, strict=True)
        if meaning
    }


def extensions(field: ir.Field) -> Json:
    """Return what is known of a field and OpenAPI has no word for, as extensions."""
    unknown = list(unknowns_of(field))
    form = field.form.says if field.form else ""
    found = {
        "x-specmill-evidence": evidence(field),
        "x-specmill-unknown": unknown,
        "x-specmill-printed": field.printed,
        "x-specmill-minor-units": field.minor_units,
        "x-specmill-blank": field.blank,
        "x-specmill-default-from": field.default_from,
        "x-specmill-server-changes": field.server_changes,
        "x-specmill-comes-from": field.comes_from,
        "x-specmill-from": source(field.source),
        "x-specmill-prefix": field.prefix,
        "x-specmill-form": form,
        "x-specmill-case": "" if field.letter_case == "exact" else field.letter_case,
        "x-specmill-patterns": list(unsaid_patterns(field)),
        "x-specmill-echoes": joined(".", field.echoes or ()),
        "x-specmill-secret": field.secret,
        "x-specmill-personal": field.personal,
        "x-specmill-masked": field.example if field.masked else "",
    }
    return {
        key: value for key, value in found.items() if value not in ("", [], False, None)
    }


def unknowns_of(field: ir.Field) -> Iterator[str]:
    """Yield the keys of a field that the page leaves open."""
    if isinstance(field.type, ir.Anything):
        yield "type"
    if is_unknown(field.required) and field.name:  # what has no name is an item
        yield "required"
    if field.letter_case == "unknown":
        yield "case"
    if isinstance(field.form, wire.Epoch) and field.form.unit is None:
        yield "unit"


def unsaid_patterns(field: ir.Field) -> Iterator[str]:
    """Yield the printed patterns that the dialect of OpenAPI reads otherwise."""
    for limit in field.constraints:
        if isinstance(limit, Pattern) and ecma(limit.pattern) is None:
            yield limit.pattern


def evidence(field: ir.Field) -> str | dict[str, str]:
    """Return where a field stands: one evidence, or one for each key and `else`."""
    by_key = {key: str(each) for key, each in field.evidence}
    return by_key["else"] if len(by_key) == 1 else by_key


def source(kind: ir.Source) -> Any:
    """Return where a value comes from as a spec writes it; empty for the caller."""
    match kind:
        case ir.FromCredential(name):
            return {"credential": name}
        case ir.FromBasic(user, password):
            return {"basic": {"user": user, "password": password}}
        case ir.FromFlow(name):
            return {"flow": name}
        case ir.FromMembers(places, separator):
            return {"joined": [joined(".", p) for p in places], "separator": separator}
        case ir.FromClock():
            return "clock"
        case ir.FromNonce():
            return "nonce"
        case ir.FromIdempotencyKey():
            return "idempotency-key"
        case ir.FromSignature():
            return "signature"
        case _:
            return ""


def _inferred(field: ir.Field, parts: Iterable[Part]) -> Json:
    found: Json = {
        part.key: {**part.schema, "because": part.evidence.detail}
        for part in parts
        if not part.evidence.documented
    }
    for key in inferred_keys(field):
        value = field.required if key == "required" else field.default
        if key in ("required", "default"):
            because = field.evidence_of(key).detail
            found[key] = {"value": value, "because": because}
        if key == "enum" and _meanings(field):
            found[key]["meanings"] = _meanings(field)
    return {"x-specmill-inferred": found} if found else {}


def inferred_keys(field: ir.Field) -> list[str]:
    """Return the facts of a field that nothing but our own inference states."""
    return [key for key in _stated(field) if not field.evidence_of(key).documented]


def _stated(field: ir.Field) -> Iterator[str]:
    if not isinstance(field.type, ir.Anything):
        yield "type"
    if not is_unknown(field.required) and field.name:
        yield "required"
    if field.has_default:
        yield "default"
    for limit in field.constraints:
        yield evidence_key(field, limit.rule)
