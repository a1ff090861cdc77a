"""`<partner>/forms/<operation>.py`: the odd forms in which values are written.

A reply keeps the text that came; a form reads it: `DATE_CLOSED.parse("0000-00-00")`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from .. import ir, names
from ..light import dataclass
from ..literals import literal
from ..output import Draft
from ..runtime import texts, wire
from ..verbatim import compose
from .text import OnlyDoc, docstring, draft


@dataclass(frozen=True, slots=True)
class _Form:
    name: str
    value: str
    doc: str


@dataclass(frozen=True, slots=True)
class _View:
    doc: str
    modules: str
    forms: tuple[_Form, ...]


def emit(api: ir.Api) -> Iterator[Draft]:
    """Yield the forms of every operation that has some."""
    for partner in api.partners:
        folder = f"{api.package}/{partner.name}/forms"
        formed = [each for each in partner.calls if constants(each)]
        if formed:
            doc = docstring(
                compose("Written forms of {}, by operation.", partner.title), indent=0
            )
            yield draft(f"{folder}/__init__.py", "docstring.py.j2", OnlyDoc(doc))
        for operation in formed:
            yield draft(
                f"{folder}/{operation.name}.py", "forms.py.j2", _view(operation)
            )


def imports(operation: ir.Operation) -> tuple[str, ...]:
    """Return the import line of the forms of *operation*, if it has some."""
    if not constants(operation):
        return ()
    return (f"from ..forms import {operation.name} as forms",)


def constants(operation: ir.Operation) -> dict[str, str]:
    """Return the name of the form of each field that has one, by the field's path.

    Fields of one name and one form share a constant; where forms differ, the later
    one is named after the member around it, too.
    """
    by_path: dict[str, str] = {}
    taken: dict[str, wire.Form[Any]] = {}
    for field in all_fields(operation):
        if field.form is not None:
            name = next(
                name
                for name in _candidates(field)
                if taken.setdefault(name, field.form) == field.form
            )
            by_path[field.path] = name
    return by_path


def _candidates(field: ir.Field) -> Iterator[str]:
    parts = [part for part in field.path.replace("[]", ".item").split(".") if part]
    own = names.constant_case(field.name) or names.constant_case(parts[-1])
    yield own
    for start in range(len(parts) - 2, -1, -1):
        own = f"{names.constant_case(parts[start])}_{own}"
        yield own


def _view(operation: ir.Operation) -> _View:
    by_path = constants(operation)
    found: dict[str, _Form] = {}
    for field in all_fields(operation):
        if field.form is not None:
            name = by_path[field.path]
            evidence = field.evidence_of("format")
            doc = docstring(
                compose("`{}` {} ({}).", field.path, field.form.says, evidence),
                indent=0,
            )
            found.setdefault(name, _Form(name, form(field.form), doc))
    return _View(
        doc=docstring(
            f"Written forms of {operation.name}: `parse` reads one, `write` writes it.",
            compose("Page: {}, {}.", operation.page.title, operation.page.url),
            indent=0,
        ),
        modules=", ".join(
            dict.fromkeys(
                sorted(each.value.partition(".")[0] for each in found.values())
            )
        ),
        forms=tuple(found.values()),
    )


def all_fields(operation: ir.Operation) -> Iterator[ir.Field]:
    """Yield every field of the request and of every reply, however deep."""
    for _, fields in operation.request.places():
        yield from _inside(fields)
    for reply in operation.replies:
        for fields in reply.parts():
            yield from _inside(fields)


def _inside(fields: Iterable[ir.Field]) -> Iterator[ir.Field]:
    for field in fields:
        yield field
        if isinstance(field.type, ir.Record):
            yield from _inside(field.type.fields)
        elif isinstance(field.type, ir.Array):
            yield from _inside((field.type.item,))
        elif isinstance(field.type, ir.Map):
            yield from _inside((field.type.value,))


def form(value: wire.Form[Any]) -> str:
    """Return the constructor call of a written form."""
    given = ((name, getattr(value, name)) for name in _ARGUMENTS[type(value)])
    listed = ", ".join(
        f"{name}={literal(item)}"
        for name, item in given
        if (item is not None and item != _UNLESS.get(name)) or name == "unit"
    )
    module = type(value).__module__.rpartition(".")[2]
    return f"{module}.{type(value).__name__}({listed})"


_UNLESS: Final[dict[str, Any]] = {
    "least": 0,
    "is_url_safe": False,
    "takes_ip": True,
    "takes_port": True,
    "forbids": (),
}
"""Arguments that a form has where nothing is said."""
_ARGUMENTS: Final[dict[type, tuple[str, ...]]] = {
    wire.Flag: ("true", "false"),
    wire.IntegerText: (),
    wire.DecimalText: ("digits", "least", "most"),
    texts.ListText: ("separator", "item", "minimum", "maximum"),
    texts.PairsText: ("separator", "pair"),
    texts.Base64Text: ("is_url_safe",),
    texts.PaddedText: ("length", "fill", "on"),
    texts.UrlText: ("schemes", "takes_ip", "takes_port", "forbids"),
    wire.DateText: ("pattern", "none"),
    wire.DateTimeText: ("pattern", "zone", "none"),
    wire.Epoch: ("unit", "as_text"),
}
