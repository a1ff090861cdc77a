"""`<partner>/validators/<operation>.py`: straight-line checks on the standard library.

One function to an object of the page; violations come in the page's order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Final

from .. import ir
from ..conditions import Writer
from ..harness.pointers import pointer_of
from ..light import dataclass
from ..literals import literal
from ..output import Draft
from ..runtime import wire
from ..runtime.violations import escaped
from ..verbatim import compose, joined
from . import forms
from .text import docstring, draft, folded, in_fstring


@dataclass(frozen=True, slots=True)
class _Source:
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class _Function:
    name: str
    parameters: str
    returns: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _View:
    doc: str
    imports: tuple[str, ...]
    sources: tuple[_Source, ...]
    members: tuple[_Source, ...]
    functions: tuple[_Function, ...]


@dataclass(frozen=True, slots=True)
class _Export:
    module: str
    name: str
    key: str
    place: str


@dataclass(frozen=True, slots=True)
class _Index:
    doc: str
    exports: tuple[_Export, ...]


def emit(api: ir.Api) -> Iterator[Draft]:
    """Yield the validators of every operation, and an index that loads them lazily."""
    for partner in api.partners:
        folder = f"{api.package}/{partner.name}/validators"
        index = _index(partner)
        template = "lazy.py.j2" if index.exports else "docstring.py.j2"
        yield draft(f"{folder}/__init__.py", template, index)
        for operation in partner.calls:
            path = f"{folder}/{operation.name}.py"
            yield draft(path, "validators.py.j2", _Writer(operation).view())


def validator_names(operation: ir.Operation) -> Iterator[str]:
    """Yield the public validators of an operation."""
    yield f"{operation.name}_request"
    for reply in operation.replies:
        yield f"{operation.name}_{reply.name}"
        if reply.headers is not None:
            yield f"{operation.name}_{reply.name}_headers"


def _index(partner: ir.Partner) -> _Index:
    return _Index(
        doc=docstring(
            compose("Validators of {}, loaded when they are used.", partner.title),
            "Each takes a value and returns every violation, in the page's order.",
            indent=0,
        ),
        exports=tuple(
            _Export(operation.name, name, literal(name), literal(operation.name))
            for operation in partner.calls
            for name in sorted(validator_names(operation))
        ),
    )


@dataclass(slots=True)
class _Writer:
    """Collects the functions and the sources of one module."""

    operation: ir.Operation
    sources: dict[str, str] = field(default_factory=dict[str, str])
    known: dict[str, tuple[str, ...]] = field(
        default_factory=dict[str, tuple[str, ...]]
    )
    functions: list[_Function] = field(default_factory=list[_Function])
    taken: set[str] = field(default_factory=set[str])
    """The names of functions for what is inside others."""
    forms: dict[str, str] = field(init=False)
    """The constants of written forms, by the path of their field."""

    def __post_init__(self) -> None:
        self.forms = forms.constants(self.operation)

    def view(self) -> _View:
        public = [self._request()]
        for reply in self.operation.replies:
            public.append(self._reply(reply))
            if reply.headers is not None:
                public.append(self._headers(reply, reply.headers))
        page = self.operation.page
        lines = [line for each in (*public, *self.functions) for line in each.lines]
        sources = tuple(map(_source, self.sources.values(), self.sources))
        infers = any(each.value.startswith("Inferred") for each in sources)
        used = ["Inferred"] * infers
        used += [name for name in _IMPORTED if _mention(lines, f"{name}(")]
        return _View(
            doc=docstring(
                f"Validators of {self.operation.name}: what its page says of each value.",
                compose("Page: {}, {} (read {}).", page.title, page.url, page.read),
                indent=0,
            ),
            imports=(
                *(("import re",) if _mention(lines, "re.fullmatch") else ()),
                *(
                    ("from decimal import Decimal",)
                    if _mention(lines, "Decimal(")
                    else ()
                ),
                "from typing import Any",
                "",
                *_amount_imports(lines),
                *_condition_imports(self.operation),
                f"from ..._runtime.violations import {', '.join(used)}",
                *(forms.imports(self.operation) if _mention(lines, "forms.") else ()),
            ),
            sources=sources,
            members=tuple(
                (
                    _Source(name, f"frozenset({{{', '.join(known)}}})")
                    if known
                    else _Source(f"{name}: frozenset[str]", "frozenset()")
                )
                for name, known in self.known.items()
            ),
            functions=(*public, *self.functions),
        )

    # Public functions -----------------------------------------------------------------

    def _request(self) -> _Function:
        request = self.operation.request
        places = [
            (place, ir.Record(place, fields, is_open))
            for place, fields, is_open in _places(request)
        ]
        lines = [
            "found: list[Violation] = []",
            "if not isinstance(value, dict):",
            f'    return [Violation("", "type", "is an object", {self._source(None)})]',
        ]
        for place, record in places:
            name = f"_request_{place}"
            self._object(name, record)
            lines.append(f'{place} = value.get("{place}", {{}})')
            lines += self._whole(place, f"/{place}", name)
        lines += self._conditions(request.conditions, "request", skips=0)
        lines.append("return found")
        listed = ", ".join(f'"{place}": ...' for place, _ in places)
        doc = docstring(
            "Return what in a request breaks its documentation.",
            f"*value* is {{{listed}}}: the members as they are sent.",
        )
        return _Function(
            f"{self.operation.name}_request",
            "value: Any",
            "list[Violation]",
            (doc, *lines),
        )

    def _reply(self, reply: ir.Reply) -> _Function:
        name = f"_{reply.name}"
        self._object(name, reply.body)
        doc = docstring(
            f"Return what in a reply `{reply.name}` breaks its documentation."
        )
        return _Function(
            f"{self.operation.name}_{reply.name}",
            "value: Any",
            "list[Violation]",
            (
                doc,
                "found: list[Violation] = []",
                *self._whole("value", "", name),
                *self._conditions(reply.conditions, f"replies.{reply.name}", skips=1),
                "return found",
            ),
        )

    def _headers(self, reply: ir.Reply, headers: ir.Record) -> _Function:
        name = f"_{reply.name}_headers"
        self._object(name, headers)
        doc = docstring(
            f"Return what in the headers of `{reply.name}` breaks their documentation."
        )
        return _Function(
            f"{self.operation.name}_{reply.name}_headers",
            "value: Any",
            "list[Violation]",
            (
                doc,
                "found: list[Violation] = []",
                *self._whole("value", "/headers", name),
                "return found",
            ),
        )

    def _whole(self, value: str, at: str, name: str) -> Iterator[str]:
        """Yield the check of a value that has to be an object before it is looked into."""
        pointer, page = literal(at), self._source(None)
        yield f"if not isinstance({value}, dict):"
        yield f'    found.append(Violation({pointer}, "type", "is an object", {page}))'
        yield "else:"
        yield f"    {name}({value}, {pointer}, found)"

    def _conditions(
        self, conditions: Iterable[ir.Condition], prefix: str, *, skips: int
    ) -> Iterator[str]:
        """Yield the checks of what is asked of several members together."""
        for each in conditions:
            if not each.asks.is_enforced:
                continue
            pointer = literal(pointer_of(each.asks.place[skips:]))
            says = literal(each.asks.asked())
            source = self._source(each.evidence)
            yield f"if {each.asks.broken(Writer(skips, self._moments(each, prefix)))}:"
            yield f'    found.append(Violation({pointer}, "condition", {says}, {source}))'

    def _moments(self, condition: ir.Condition, prefix: str) -> dict[ir.Path, str]:
        """Return the forms of the dates and times that *condition* speaks of."""
        fields = {each.path: each for each in forms.all_fields(self.operation)}
        found = {
            place: fields[joined(".", (prefix, *place))]
            for place in condition.asks.places
        }
        return {
            place: self._form(field)
            for place, field in found.items()
            if isinstance(field.form, wire.DateText | wire.DateTimeText)
        }

    # Functions for objects and items --------------------------------------------------

    def _object(self, name: str, record: ir.Record) -> None:
        """Add the function that checks the members of an object."""
        place = len(self.functions)
        lines = [line for each in record.fields for line in self._member(name, each)]
        if not record.open:
            page = self._source(None)
            self.known[f"{name}_members".upper()] = tuple(
                literal(each.wire_name) for each in record.fields
            )
            known = f"{name}_members".upper()
            lines.append(f"if not value.keys() <= {known}:")
            lines.append(f"    found.extend(undocumented(value, {known}, at, {page}))")
        self._function(place, name, lines)

    def _function(self, place: int, name: str, lines: list[str]) -> None:
        parameters = "value: Any, at: str, found: list[Violation]"
        body = tuple(lines) or ("pass",)
        self.functions.insert(place, _Function(name, parameters, "None", body))

    # Lines ----------------------------------------------------------------------------

    def _member(self, owner: str, each: ir.Field) -> Iterator[str]:
        """Yield the check of one member: there, of its type, within its limits."""
        wire_name = literal(each.wire_name)
        at = "{at}/" + in_fstring(escaped(each.wire_name))
        value = f"value[{wire_name}]"
        if each.required is True:
            yield f"if {wire_name} not in value:"
            yield "    " + self._found(at, "required", "is required", each, "required")
            yield from self._value(owner, each, value, at, "elif")
            return
        checks = list(self._value(owner, each, value, at, "if"))
        if len(checks) == 2:
            test = checks[0].removeprefix("if ")
            yield f"if {wire_name} in value and {test}"
            yield checks[1]
        elif checks:
            yield f"if {wire_name} in value:"
            yield from (f"    {line}" for line in checks)

    def _value(
        self, owner: str, each: ir.Field, value: str, at: str, start: str
    ) -> Iterator[str]:
        """Yield an if-chain: null, type, then every limit; *start* is `if` or `elif`."""
        if isinstance(each.type, ir.Anything):
            return
        name = value if value.isidentifier() else "item"
        inner = _together(
            list(self._limits(each, name, at)),
            list(self._inside(owner, each, name, at)),
        )
        test, says = _TYPE_TESTS[type(each.type)]
        if isinstance(each.type, ir.Record) and each.type.is_file:
            says = "is a file"
        if each.nullable:
            yield f"{start} {value} is None:"
            yield "    pass"
            start = "elif"
        if each.blank and inner:
            inner = [f'elif {value} != "":', *_under(inner)]
        named = f"item := {value}" if inner and name != value else value
        if named != value and test.startswith("{value}"):
            named = f"({named})"
        yield f"{start} {test.format(value=named)}:"
        yield "    " + self._found(at, "type", says, each, "type")
        yield from inner

    def _limits(self, each: ir.Field, value: str, at: str) -> Iterator[str]:
        form = self._form(each)
        limits = [
            (limit.breach(value, form), limit.rule, limit.says)
            for limit in each.constraints
        ]
        if len(limits) == 1:
            ((breach, rule, says),) = limits
            yield f"elif {breach}:"
            yield "    " + self._found(at, rule, says, each, rule)
        elif limits:
            yield "else:"
            for breach, rule, says in limits:
                yield f"    if {breach}:"
                yield "        " + self._found(at, rule, says, each, rule)

    def _form(self, each: ir.Field) -> str:
        if each.form is None:
            return ""
        return f"forms.{self.forms[each.path]}"

    def _inside(self, owner: str, each: ir.Field, value: str, at: str) -> Iterator[str]:
        name = f"{owner}_{each.name.strip('_') or 'item'}"
        if isinstance(each.type, ir.Record):
            name = self._free(name)
            self._object(name, each.type)
            yield "else:"
            yield f'    {name}({value}, f"{at}", found)'
        elif isinstance(each.type, ir.Array) and _is_checked(each.type.item):
            yield "else:"
            yield f"    for index, each in enumerate({value}):"
            yield from self._item(name, each.type.item, f"{at}/{{index}}")
        elif isinstance(each.type, ir.Map) and _is_checked(each.type.value):
            yield "else:"
            yield f"    for key, each in {value}.items():"
            yield from self._item(name, each.type.value, f"{at}/{{escaped(key)}}")

    def _item(self, owner: str, item: ir.Field, at: str) -> Iterator[str]:
        """Yield the check of one value of a list or a map, where it is gone through."""
        if isinstance(item.type, ir.Array | ir.Map):
            name = self._free(f"{owner}_item")  # its loop has names of its own
            place = len(self.functions)
            lines = list(self._value(name, item, "value", "{at}", "if"))
            self._function(place, name, lines)
            yield f'        {name}(each, f"{at}", found)'
        else:
            for line in self._value(owner, item, "each", at, "if"):
                yield f"        {line}"

    def _free(self, name: str) -> str:
        """Return *name*, or one like it that no other function has."""
        while name in self.taken:
            name += "_"
        self.taken.add(name)
        return name

    def _found(self, at: str, rule: str, says: str, each: ir.Field, key: str) -> str:
        source = self._source(each.evidence_of(key))
        pointer = "at" if at == "{at}" else f'f"{at}"'
        return (
            f"found.append(Violation({pointer}, {literal(rule)}, {literal(says)},"
            f" {source}))"
        )

    def _source(self, evidence: ir.Evidence | None) -> str:
        """Return the name of the constant that says where a fact is documented."""
        page = self.operation.page.name
        value = page if evidence is None else compose("{}, {}", page, evidence)
        if value not in self.sources:
            self.sources[value] = self._source_name(evidence)
        return self.sources[value]

    def _source_name(self, evidence: ir.Evidence | None) -> str:
        if evidence is None:
            return "_PAGE"
        kind = f"_{evidence.kind.upper()}"
        if not evidence.detail:
            return kind
        taken = sum(1 for name in self.sources.values() if name.startswith(kind))
        return f"{kind}_{taken + 1}"


def _source(name: str, value: str) -> _Source:
    if not name.startswith("_INFERRED"):
        return _Source(name, folded(value, 0, f"{name} = ", ""))
    text = folded(value, 0, f"{name} = Inferred(", ")")
    # A text on lines of its own is in parentheses already.
    return _Source(
        name, f"Inferred{text}" if text.startswith("(") else f"Inferred({text})"
    )


def _places(
    request: ir.Request,
) -> Iterator[tuple[str, tuple[ir.Field, ...], bool]]:
    if request.segments:
        yield "segments", request.segments, False
    if request.query:
        yield "query", request.query, False
    if request.headers:
        yield "headers", request.headers, False
    if request.body is not None:
        yield "body", request.body.fields, request.body.open


def _together(limits: list[str], inside: list[str]) -> list[str]:
    """Return checks of a list or object and of what is in it under one `else`."""
    if not limits or not inside:
        return [*limits, *inside]
    assert inside[0] == "else:"
    if limits[0].startswith("elif "):
        limits = ["else:", *(f"    {line}" for line in (limits[0][2:], *limits[1:]))]
    return [*limits, *inside[1:]]


def _under(chain: list[str]) -> list[str]:
    """Return the rest of an if-chain as the body of a test of its own."""
    if chain[0] == "else:":
        return chain[1:]
    return [f"    {line}" for line in (chain[0][2:], *chain[1:])]


def _amount_imports(lines: list[str]) -> Iterator[str]:
    if _mention(lines, "exceeds("):
        yield "from ..._runtime.amounts import exceeds"


def _condition_imports(operation: ir.Operation) -> Iterator[str]:
    asked = [*operation.request.conditions]
    asked += [each for reply in operation.replies for each in reply.conditions]
    used = {name for each in asked if each.asks.is_enforced for name in each.asks.names}
    if used:
        yield f"from ..._runtime.conditions import {', '.join(sorted(used))}"


def _mention(lines: Iterable[str], text: str) -> bool:
    return any(text in line for line in lines)


def _is_checked(item: ir.Field) -> bool:
    return not isinstance(item.type, ir.Anything)


_IMPORTED: Final = ("Violation", "escaped", "undocumented")
_TYPE_TESTS: Final[dict[type, tuple[str, str]]] = {
    ir.Text: ("not isinstance({value}, str)", "is text"),
    ir.Integer: ("{value}.__class__ is not int", "is a whole number"),
    ir.Number: (
        "(isinstance({value}, bool) or not isinstance({value}, int | float))",
        "is a number",
    ),
    ir.Boolean: ("{value}.__class__ is not bool", "is true or false"),
    ir.Record: ("not isinstance({value}, dict)", "is an object"),
    ir.Map: ("not isinstance({value}, dict)", "is an object"),
    ir.Array: ("not isinstance({value}, list)", "is a list"),
}
