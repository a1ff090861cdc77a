"""`<partner>/validators/<operation>.py`: straight-line checks on the standard library.

Two functions to an object of the page: `looks` at it, and `tellings` of what is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from .. import ir
from ..conditions import Writer
from ..harness.pointers import pointer_of
from ..light import dataclass
from ..literals import literal
from ..output import Draft
from ..runtime import wire
from ..verbatim import compose, joined
from . import forms
from .tellings import Function, Tellings, looking
from .text import docstring, draft, folded


@dataclass(frozen=True, slots=True)
class _Source:
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class _View:
    doc: str
    imports: tuple[str, ...]
    sources: tuple[_Source, ...]
    patterns: tuple[_Source, ...]
    members: tuple[_Source, ...]
    functions: tuple[Function, ...]


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
            yield draft(path, "validators.py.j2", _view(operation))


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


def _view(operation: ir.Operation) -> _View:
    tellings = Tellings.of(operation)
    public = [*_Public(operation, tellings).functions()]
    page, functions = operation.page, (*public, *tellings.functions)
    lines = [line for each in functions for line in each.lines]
    patterns = tellings.tests.patterns
    return _View(
        doc=docstring(
            f"Validators of {operation.name}: what its page says of each value.",
            compose("Page: {}, {} (read {}).", page.title, page.url, page.read),
            indent=0,
        ),
        imports=tuple(_imports(operation, lines, tellings)),
        sources=tuple(_source(name, said) for said, name in _sources(tellings)),
        patterns=tuple(_Source(name, made) for made, name in patterns.items()),
        members=tuple(
            _members(name, known)
            for name, known in tellings.known.items()
            if _mention(lines, name)
        ),
        functions=functions,
    )


def _sources(tellings: Tellings) -> Iterable[tuple[str, str]]:
    return tellings.sources.names.items()


def _members(name: str, known: tuple[str, ...]) -> _Source:
    if known:
        return _Source(name, f"frozenset({{{', '.join(known)}}})")
    return _Source(f"{name}: frozenset[str]", "frozenset()")


def _imports(
    operation: ir.Operation, lines: list[str], tellings: Tellings
) -> Iterator[str]:
    if tellings.tests.patterns:
        yield "import re"
    yield "from collections.abc import Iterator"
    if _mention(lines, "Decimal("):
        yield "from decimal import Decimal"
    yield "from typing import Any"
    yield ""
    if _mention(lines, "exceeds("):
        yield "from ..._runtime.amounts import exceeds"
    yield from _condition_imports(operation)
    infers = any(name.startswith("_INFERRED") for _, name in _sources(tellings))
    used = ["Inferred"] * infers + ["Told"]
    used += [name for name in _IMPORTED if _mention(lines, f"{name}(")]
    yield f"from ..._runtime.violations import {', '.join(used)}"
    if _mention(lines, "forms."):
        yield from forms.imports(operation)


@dataclass(frozen=True, slots=True)
class _Public:
    """The functions of a module that others call."""

    operation: ir.Operation
    tellings: Tellings

    def functions(self) -> Iterator[Function]:
        yield self._request()
        for reply in self.operation.replies:
            yield self._reply(reply)
            if reply.headers is not None:
                yield self._headers(reply, reply.headers)

    def _request(self) -> Function:
        request = self.operation.request
        conditions = tuple(self._conditions(request.conditions, "request", skips=0))
        looks, lines, listed = ["type(value) is dict"], list[str](), list[str]()
        place = len(self.tellings.functions)
        for at, fields, is_open in _places(request):
            name = self.tellings.free(f"_request_{at}")
            look = self.tellings.object(name, ir.Record(at, fields, is_open))
            looks.append(f'{look}(value["{at}"])')
            told = self._told(f"/{at}", name, f'value.get("{at}", {{}})')
            lines.append(f"found {'+' if lines else ''}= {told}")
            listed.append(f'"{at}": ...')
        looks += (f"not ({each.broken})" for each in conditions)
        look = self.tellings.free("_request")
        self.tellings.functions.insert(place, looking(f"_is{look}", tuple(looks)))
        page = self.tellings.sources.of(None)
        doc = docstring(
            "Return what in a request breaks its documentation.",
            f"*value* is {{{', '.join(listed)}}}: the members as they are sent.",
        )
        return self._public(
            f"{self.operation.name}_request",
            (
                doc,
                f"if passes(_is{look}, value):",
                "    return []",
                "if not isinstance(value, dict):",
                f'    return [Violation("", "type", "is an object", {page})]',
                *(lines or ["found: list[Violation] = []"]),
                *(line for each in conditions for line in each.lines()),
                "return found",
            ),
        )

    def _reply(self, reply: ir.Reply) -> Function:
        name = self.tellings.free(f"_{reply.name}")
        place = f"replies.{reply.name}"
        conditions = tuple(self._conditions(reply.conditions, place, skips=1))
        also = [f"not ({each.broken})" for each in conditions]
        look = self.tellings.object(name, reply.body, also)
        doc = f"Return what in a reply `{reply.name}` breaks its documentation."
        return self._public(
            f"{self.operation.name}_{reply.name}",
            (docstring(doc), *self._found(look, "", name, conditions)),
        )

    def _headers(self, reply: ir.Reply, headers: ir.Record) -> Function:
        name = self.tellings.free(f"_{reply.name}_headers")
        look = self.tellings.object(name, headers)
        doc = (
            f"Return what in the headers of `{reply.name}` breaks their documentation."
        )
        return self._public(
            f"{self.operation.name}_{reply.name}_headers",
            (docstring(doc), *self._found(look, "/headers", name, ())),
        )

    def _public(self, name: str, lines: tuple[str, ...]) -> Function:
        return Function(name, "value: Any", "list[Violation]", lines)

    def _found(
        self, look: str, at: str, name: str, conditions: tuple[_Condition, ...]
    ) -> Iterator[str]:
        """Yield the lines that tell what is wrong with a whole message."""
        told = self._told(at, name, "value")
        if not conditions:
            yield f"return [] if passes({look}, value) else {told}"
            return
        yield f"if passes({look}, value):"
        yield "    return []"
        yield f"found = {told}"
        for each in conditions:
            yield from each.lines()
        yield "return found"

    def _told(self, at: str, name: str, value: str) -> str:
        page = self.tellings.sources.of(None)
        return f"told({literal(at)}, {name}, {value}, {page})"

    def _conditions(
        self, conditions: Iterable[ir.Condition], prefix: str, *, skips: int
    ) -> Iterator[_Condition]:
        """Yield what is asked of several members together."""
        for each in conditions:
            if each.asks.is_enforced:
                yield _Condition(
                    each.asks.broken(Writer(skips, self._moments(each, prefix))),
                    pointer_of(each.asks.place[skips:]),
                    each.asks.asked(),
                    self.tellings.sources.of(each.evidence),
                )

    def _moments(self, condition: ir.Condition, prefix: str) -> dict[ir.Path, str]:
        """Return the forms of the dates and times that *condition* speaks of."""
        fields = {each.path: each for each in forms.all_fields(self.operation)}
        found = {
            place: fields[joined(".", (prefix, *place))]
            for place in condition.asks.places
        }
        return {
            place: self.tellings.tests.form(field)
            for place, field in found.items()
            if isinstance(field.form, wire.DateText | wire.DateTimeText)
        }


@dataclass(frozen=True, slots=True)
class _Condition:
    """What is asked of several members together, as Python."""

    broken: str
    pointer: str
    says: str
    source: str

    def lines(self) -> Iterator[str]:
        told = ", ".join(map(literal, (self.pointer, "condition", self.says)))
        yield f"if {self.broken}:"
        yield f"    found.append(Violation({told}, {self.source}))"


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


def _condition_imports(operation: ir.Operation) -> Iterator[str]:
    asked = [*operation.request.conditions]
    asked += [each for reply in operation.replies for each in reply.conditions]
    used = {name for each in asked if each.asks.is_enforced for name in each.asks.names}
    if used:
        yield f"from ..._runtime.conditions import {', '.join(sorted(used))}"


def _mention(lines: Iterable[str], text: str) -> bool:
    return any(text in line for line in lines)


_IMPORTED: Final = ("Violation", "escaped", "inside", "passes", "told", "undocumented")
