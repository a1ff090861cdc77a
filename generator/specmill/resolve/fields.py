"""Fields as meant: types and Python names; limits, forms and sources stand beside."""

from __future__ import annotations

import keyword
from collections.abc import Iterable, Iterator
from typing import Any, Final

from .. import ir, names
from ..shapes import keys_of
from ..spec import UNKNOWN, EvidenceByKey, FlagWords, Joined, RequiredWhere
from ..verbatim import compose, wording
from .echoes import echo_of
from .extents import require_room
from .files import file_of
from .forms import form_of
from .layers import Layered, Tables, merged
from .limits import constraints_of, tell_misplaced, tell_wrong_values
from .links import reply_of
from .possible import tell_impossible
from .printed import tell_printed
from .scope import INNER, Scope, label
from .sources import source_of
from .writings import mark_of

NOT_SAID: Final = ir.Evidence("inferred", "not said")


def resolve_fields(
    scope: Scope,
    merged: Iterable[tuple[str, Layered]],
    path: str,
    class_name: str,
    *,
    always_there: bool = False,
) -> tuple[ir.Field, ...]:
    """Return the fields of one object, with distinct Python names.

    With *always_there* no floor has to say whether they are required.
    """
    fields = tuple(
        resolve_field(
            scope,
            name,
            layered,
            compose("{}.{}", path, name),
            class_name,
            always_there=always_there,
        )
        for name, layered in merged
    )
    require_room(scope, fields)
    _tell_same_names(scope, fields)
    return fields


def _tell_same_names(scope: Scope, fields: Iterable[ir.Field]) -> None:
    seen: dict[str, str] = {}
    for field in fields:
        first = seen.setdefault(field.name, field.wire_name)
        if field.name and first != field.wire_name:
            shown = {"first": first, "second": field.wire_name, "name": field.name}
            scope.tell_at("same-name", field.path, "name", **shown)


def resolve_field(
    scope: Scope,
    wire_name: str,
    layered: Layered,
    path: str,
    class_name: str,
    *,
    always_there: bool = False,
) -> ir.Field:
    """Return one field, after telling what about it cannot be meant."""
    scope.written[path] = layered
    name = _name(scope, wire_name, layered)
    form = form_of(scope, layered)
    class_name += names.pascal_case(name)
    kind = _type(scope, layered, path, class_name, label(wire_name, path))
    tell_printed(scope, layered)
    tell_misplaced(scope, label(wire_name, path), layered, kind)
    field = ir.Field(
        wire_name=wire_name,
        name=name,
        path=path,
        type=kind,
        printed=layered.get("printed", ""),
        required=always_there or _required(scope, wire_name, layered),
        nullable=layered.get("nullable", False),
        constraints=tuple(constraints_of(scope, layered, form, kind)),
        form=form,
        source=source_of(scope, layered),
        prefix=layered.get("prefix", ""),
        letter_case=layered.get("case", "exact") if layered.writes("enum") else "exact",
        envelope=layered.get("envelope", False),
        default=layered.get("default"),
        has_default=layered.writes("default"),
        example=layered.get("example"),
        has_example=layered.writes("example"),
        masked=layered.get("masked", False),
        secret=layered.get("secret", False),
        personal=layered.get("personal", False),
        deprecated=layered.get("deprecated", False),
        blank=layered.get("blank", False),
        minor_units=layered.get("minor-units"),
        default_from=layered.get("default-from", ""),
        server_changes=layered.get("server-changes", ""),
        summary=layered.get("summary", ""),
        comes_from=wording(reply_of(layered) or layered.get("comes-from", "")),
        from_reply=reply_of(layered),
        echoes=echo_of(scope, layered, label(wire_name, path), kind),
        xml=mark_of(layered),
        evidence=tuple(_evidence(layered)),
    )
    require_room(scope, (field,))
    tell_wrong_values(scope, layered, field)
    tell_impossible(scope, field)
    return field


def _name(scope: Scope, wire_name: str, layered: Layered) -> str:
    if layered.writes("name"):
        name = str(layered.get("name"))
        if is_reserved(name):
            scope.tell("reserved-name", layered, "name", name=name)
        return name
    name = names.snake_case(wire_name)
    if not name and wire_name not in INNER.values():
        scope.tell("no-python-name", layered, wire_name=wire_name)
    return name


def is_reserved(name: str) -> bool:
    """Tell whether Python or the base of a generated class uses *name* itself."""
    return keyword.iskeyword(name) or name in names.RESERVED


def _required(scope: Scope, wire_name: str, layered: Layered) -> Any:
    required = layered.required()
    if required is None and wire_name not in INNER.values():
        scope.tell("undecided", layered, wire_name=wire_name)
    if isinstance(required, RequiredWhere):
        return UNKNOWN if required.outside else False
    return UNKNOWN if required is None else required


_EVIDENT: Final = (*(key for key in keys_of(EvidenceByKey) if key != "else"), "prefix")
"""Keys of a field that may have an evidence of their own."""


def _evidence(layered: Layered) -> Iterator[tuple[str, ir.Evidence]]:
    lowest = layered.evidence("else") or NOT_SAID
    yield "else", lowest
    if layered.has_one_evidence:
        return
    for key in _EVIDENT:
        found = layered.evidence(key)
        if found is not None and found != lowest:
            yield key, found


# Types --------------------------------------------------------------------------------


def _type(
    scope: Scope, layered: Layered, path: str, class_name: str, wire_name: str
) -> ir.Type:
    written = layered.get("type")
    if written is None:
        scope.tell("no-type", layered, wire_name=wire_name)
    if written == "object":
        return _record(scope, layered, path, class_name)
    if isinstance(layered.get("as"), Joined):
        return ir.Text()
    if written == "array":
        return ir.Array(_inner(scope, layered, "items", path, class_name))
    if written == "file":
        return file_of(scope, layered, path, class_name, _anything("", path))
    if written == "map":
        return ir.Map(_inner(scope, layered, "values", path, class_name))
    return _scalar(written, layered.get("as"))


def _scalar(written: str | None, words: Any) -> ir.Type:
    if words == "text" and written in ("integer", "number", "epoch"):
        return ir.Text()
    if isinstance(words, FlagWords) and written == "boolean":
        return ir.Integer() if isinstance(words.true, int) else ir.Text()
    return _SCALARS.get(written, ir.Anything())


_SCALARS: Final[dict[Any, ir.Type]] = {
    "string": ir.Text(),
    "url": ir.Text(),
    "date": ir.Text(),
    "datetime": ir.Text(),
    "integer": ir.Integer(),
    "epoch": ir.Integer(),
    "number": ir.Number(),
    "boolean": ir.Boolean(),
}


def _record(scope: Scope, layered: Layered, path: str, name: str) -> ir.Record:
    fields = resolve_fields(scope, layered.children("fields"), path, name)
    is_open = layered.get("open", not layered.writes("fields"))
    return ir.Record(name, fields, is_open)


def _inner(
    scope: Scope, layered: Layered, key: str, path: str, class_name: str
) -> ir.Field:
    mark = INNER[key]
    tables: Tables = [
        ({mark: getattr(layer.spec, key)}, layer.defaults)
        for layer in layered.layers
        if layer.spec.wrote(key) and not layer.is_overlay
    ]
    on_top = next((each for each in layered.layers if each.is_overlay), None)
    said = getattr(on_top.spec, key) if on_top else None
    if not tables and said is None:
        scope.tell("no-items", layered, key=key)
        return _anything(mark, path + mark)
    table = {mark: said} if said is not None else None
    ((_, inner),) = merged(tables, scope.on_top(table) if on_top else None)
    return resolve_field(scope, mark, inner, path + mark, class_name + "Item")


def _anything(wire_name: str, path: str) -> ir.Field:
    """Return what stands in for a field that was not said, until it is refused."""
    return ir.Field.bare(
        "",
        ir.Anything(),
        NOT_SAID,
        path=path,
        wire_name=wire_name,
        required=UNKNOWN,
        nullable=True,
    )
