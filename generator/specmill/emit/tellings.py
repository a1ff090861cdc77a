"""The functions of a validators module: for each object a look, and what tells all wrong.

Violations come in the page's order, each with where its rule is documented.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Final

from .. import ir
from ..light import dataclass
from ..literals import literal
from ..runtime.violations import escaped
from ..verbatim import compose
from . import forms
from .looks import Looks, Tests
from .text import in_fstring


@dataclass(frozen=True, slots=True)
class Function:
    """One function, in lines that are not indented."""

    name: str
    parameters: str
    returns: str
    lines: tuple[str, ...]


@dataclass(slots=True)
class Sources:
    """The constants that say where facts are documented."""

    page: str
    names: dict[str, str] = field(default_factory=dict[str, str])
    """Their names, by what they say."""

    def of(self, evidence: ir.Evidence | None) -> str:
        """Return the name of the constant for *evidence*; None: of the page as a whole."""
        value = (
            self.page if evidence is None else compose("{}, {}", self.page, evidence)
        )
        if value not in self.names:
            self.names[value] = self._name(evidence)
        return self.names[value]

    def _name(self, evidence: ir.Evidence | None) -> str:
        if evidence is None:
            return "_PAGE"
        kind = f"_{evidence.kind.upper()}"
        if not evidence.detail:
            return kind
        taken = sum(1 for name in self.names.values() if name.startswith(kind))
        return f"{kind}_{taken + 1}"


@dataclass(slots=True)
class Tellings:
    """Collects the functions of one module that look into a value."""

    sources: Sources
    tests: Tests
    known: dict[str, tuple[str, ...]] = field(
        default_factory=dict[str, tuple[str, ...]]
    )
    """The names of the members of closed objects, by the constant that holds them."""
    functions: list[Function] = field(default_factory=list[Function])
    taken: set[str] = field(default_factory=set[str])
    called: dict[str, str] = field(default_factory=dict[str, str])
    """The looks into what is inside others, by the path of their field."""

    @classmethod
    def of(cls, operation: ir.Operation) -> Tellings:
        """Return those of *operation*, which are none yet."""
        sources = Sources(operation.page.name)
        sources.of(None)
        return cls(sources, Tests(forms.constants(operation)))

    def object(self, name: str, record: ir.Record, also: Iterable[str] = ()) -> str:
        """Add the functions *name* for an object and return the name of its look.

        *also* is what else has to be true of it.
        """
        place = len(self.functions)
        lines = [line for each in record.fields for line in self._member(name, each)]
        known = f"{name}_members".upper()
        if not record.open:
            page = self.sources.of(None)
            self.known[known] = tuple(literal(each.wire_name) for each in record.fields)
            lines.append(f"yield from undocumented(value, {known}, {page})")
        looks = Looks(self.tests, self.called).object(record, known)
        return self._add(place, name, (*looks, *also), lines)

    def free(self, name: str) -> str:
        """Return *name*, or one like it, that no other function has, nor its look."""
        while {name, f"_is{name}"} & self.taken:
            name += "_"
        self.taken |= {name, f"_is{name}"}
        return name

    def _add(
        self, place: int, name: str, conditions: Iterable[str], lines: list[str]
    ) -> str:
        parameters, returns = "value: Any", "Iterator[Told]"
        body = tuple(lines) or ("yield from ()",)
        self.functions[place:place] = (
            looking(f"_is{name}", tuple(conditions)),
            Function(name, parameters, returns, body),
        )
        return f"_is{name}"

    # Lines ----------------------------------------------------------------------------

    def _member(self, owner: str, each: ir.Field) -> Iterator[str]:
        """Yield the check of one member: there, of its type, within its limits."""
        wire_name = literal(each.wire_name)
        at = in_fstring(escaped(each.wire_name))
        value = f"value[{wire_name}]"
        if each.required is True:
            yield f"if {wire_name} not in value:"
            yield "    " + self._told(at, "required", "is required", each, "required")
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
        yield "    " + self._told(at, "type", says, each, "type")
        yield from inner

    def _limits(self, each: ir.Field, value: str, at: str) -> Iterator[str]:
        limits = [
            (self.tests.breach(limit, each, value), limit.rule, limit.says)
            for limit in each.constraints
        ]
        if len(limits) == 1:
            ((breach, rule, says),) = limits
            yield f"elif {breach}:"
            yield "    " + self._told(at, rule, says, each, rule)
        elif limits:
            yield "else:"
            for breach, rule, says in limits:
                yield f"    if {breach}:"
                yield "        " + self._told(at, rule, says, each, rule)

    def _inside(self, owner: str, each: ir.Field, value: str, at: str) -> Iterator[str]:
        name = f"{owner}_{each.name.strip('_') or 'item'}"
        if isinstance(each.type, ir.Record):
            name = self.free(name)
            self.called[each.path] = self.object(name, each.type)
            yield "else:"
            yield f"    yield from inside({_place(at)}, {name}({value}))"
        elif isinstance(each.type, ir.Array) and _is_checked(each.type.item):
            yield "else:"
            yield f"    for index, each in enumerate({value}):"
            yield from self._item(name, each.type.item, _inner(at, "{index}"))
        elif isinstance(each.type, ir.Map) and _is_checked(each.type.value):
            yield "else:"
            yield f"    for key, each in {value}.items():"
            yield from self._item(name, each.type.value, _inner(at, "{escaped(key)}"))

    def _item(self, owner: str, item: ir.Field, at: str) -> Iterator[str]:
        """Yield the check of one value of a list or a map, where it is gone through."""
        if isinstance(item.type, ir.Array | ir.Map):
            name = self.free(f"{owner}_item")  # its loop has names of its own
            place = len(self.functions)
            lines = list(self._value(name, item, "value", "", "if"))
            look = Looks(self.tests, self.called).value(item, "value")
            self.called[item.path] = self._add(place, name, (look,), lines)
            yield f"        yield from inside({_place(at)}, {name}(each))"
        else:
            for line in self._value(owner, item, "each", at, "if"):
                yield f"        {line}"

    def _told(self, at: str, rule: str, says: str, each: ir.Field, key: str) -> str:
        source = self.sources.of(each.evidence_of(key))
        return f"yield Told({_place(at)}, {literal(rule)}, {literal(says)}, {source})"


def _inner(at: str, step: str) -> str:
    return f"{at}/{step}" if at else step


def _place(at: str) -> str:
    """Return the literal of a place within a value, which may hold expressions."""
    if "{" in at.replace("{{", ""):
        return f'f"{at}"'
    plain = at.replace("{{", "{").replace("}}", "}")
    return f'"{plain}"'


def looking(name: str, conditions: tuple[str, ...]) -> Function:
    """Return a look that is passed where all *conditions* are true."""
    if len(conditions) == 1:
        lines: tuple[str, ...] = (f"return {conditions[0]}",)
    else:
        lines = (
            f"return ({conditions[0]}",
            *(f"    and {each}" for each in conditions[1:]),
            ")",
        )
    return Function(name, "value: Any", "bool", lines)


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


def _is_checked(item: ir.Field) -> bool:
    return not isinstance(item.type, ir.Anything)


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
