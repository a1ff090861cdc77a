"""What generated validators look at first: one condition to an object, true of a sound one.

It is made of the same tests by which the rest of a validator tells what is wrong, turned
round, and may leave a sound value to that; it takes none that is not sound.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Final

from .. import ir
from ..constraints import Chars, Constraint
from ..light import dataclass
from ..literals import literal


@dataclass(slots=True)
class Tests:
    """The Python tests of limits, with their patterns compiled once for the module."""

    forms: Mapping[str, str]
    """The constants of written forms, by the path of their field."""
    patterns: dict[str, str] = field(default_factory=dict[str, str])
    """The names of compiled patterns, by what they are compiled from."""

    def breach(self, limit: Constraint, each: ir.Field, value: str) -> str:
        """Return Python that is true where *value* breaks *limit*."""
        text = limit.breach(value, self.form(each))
        if "re.fullmatch(" not in text:
            return text
        calls = [
            node
            for node in ast.walk(ast.parse(text, mode="eval"))
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.fullmatch"
        ]
        for call in sorted(calls, key=lambda node: -node.col_offset):
            written = [text[one.col_offset : one.end_col_offset] for one in call.args]
            made = f"re.compile({', '.join((written[0], *written[2:]))})"
            name = self.patterns.setdefault(made, f"_PATTERN_{len(self.patterns) + 1}")
            matched = f"{name}.fullmatch({written[1]})"
            text = text[: call.col_offset] + matched + text[call.end_col_offset :]
        return text

    def form(self, each: ir.Field) -> str:
        """Return the expression for the written form of *each*; empty: it has none."""
        return "" if each.form is None else f"forms.{self.forms[each.path]}"


def kept(breach: str) -> str:
    """Return what is true only where *breach*, a Python test, is not."""
    test = ast.parse(breach, mode="eval").body
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        inner = breach[test.operand.col_offset : test.operand.end_col_offset]
        is_match = inner.startswith("_PATTERN") and isinstance(test.operand, ast.Call)
        return f"{inner} is not None" if is_match else inner
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        other = _OTHER.get(type(test.ops[0]))
        if other is not None:
            left = breach[: test.left.end_col_offset]
            return f"{left} {other} {breach[test.comparators[0].col_offset :]}"
    return f"not {breach}" if isinstance(test, ast.Call) else f"not ({breach})"


_OTHER: Final[dict[type[ast.cmpop], str]] = {
    ast.NotEq: "==",
    ast.NotIn: "in",
    ast.In: "not in",
    ast.Gt: "<=",
    ast.Lt: ">=",
}


@dataclass(frozen=True, slots=True)
class Looks:
    """Conditions that are true of sound values."""

    tests: Tests
    functions: Mapping[str, str]
    """The functions that look into objects and lists of lists, by path."""

    def object(self, record: ir.Record, members: str) -> Iterator[str]:
        """Yield what all has to be true of `value`; *members* is a set of their names."""
        yield "type(value) is dict"
        for each in record.fields:
            wire_name = literal(each.wire_name)
            found = self.value(each, f"value[{wire_name}]")
            if each.required is True:
                yield found or f"{wire_name} in value"
            elif found:
                yield f"({wire_name} not in value or {found})"
        if not record.open:
            is_fixed = all(each.required is True for each in record.fields)
            known = f"len(value) == {len(record.fields)}"
            yield known if is_fixed else f"{members}.issuperset(value)"

    def value(self, each: ir.Field, value: str) -> str:
        """Return the condition on one value, in parentheses if need be; empty: none."""
        kind = type(each.type)
        if kind is ir.Anything:
            return ""
        if kind is not ir.Record and each.path in self.functions:
            return f"{self.functions[each.path]}({value})"
        name = value if value.isidentifier() else "item"
        inner = list(self._inner(each, name))
        is_used = inner or each.nullable or kind is ir.Number
        named = f"{name} := {value}" if is_used and name != value else value
        first = name if each.nullable else named
        if kind is ir.Record:
            test = f"{self.functions[each.path]}({first})"
        else:
            test = _TESTS[kind].format(first, name)
        found = _all([test, *inner])
        if not each.nullable:
            return found
        start = f"({named})" if named != value else named
        return f"({start} is None or {found})"

    def _inner(self, each: ir.Field, name: str) -> Iterator[str]:
        limits = [
            test
            for limit in each.constraints
            for test in self._limit(limit, each, name)
        ]
        if limits and each.blank:
            yield f'({name} == "" or {_all(limits)})'
        else:
            yield from limits
        if isinstance(each.type, ir.Array):
            yield from self._every(each.type.item, name)
        elif isinstance(each.type, ir.Map):
            yield from self._every(each.type.value, f"{name}.values()")

    def _limit(self, limit: Constraint, each: ir.Field, name: str) -> Iterator[str]:
        """Yield what all has to be true where *limit* is kept."""
        if isinstance(limit, Chars) and limit.kind in _ASCII:
            yield f"{name}.isascii()"
            yield f"{name}.{_ASCII[limit.kind]}()"
        else:
            yield kept(self.tests.breach(limit, each, name))

    def _every(self, item: ir.Field, values: str) -> Iterator[str]:
        """Yield the condition on all values of a list or a map."""
        function = self.functions.get(item.path)
        if function is not None and not item.nullable:
            yield f"all(map({function}, {values}))"
        elif found := self.value(item, "each"):
            test = found[1:-1] if found.startswith("(") else found
            yield f"all({test} for each in {values})"


def _all(conditions: list[str]) -> str:
    if len(conditions) == 1:
        return conditions[0]
    return f"({' and '.join(conditions)})"


_ASCII: Final = {"digits": "isdigit", "letters": "isalpha", "alphanumeric": "isalnum"}
"""The methods of ASCII text that tell the same of it, but for empty text."""
_TESTS: Final[dict[type, str]] = {
    ir.Text: "type({}) is str",
    ir.Integer: "type({}) is int",
    ir.Number: "(type({}) is int or isinstance({}, float))",
    ir.Boolean: "type({}) is bool",
    ir.Map: "type({}) is dict",
    ir.Array: "type({}) is list",
}
