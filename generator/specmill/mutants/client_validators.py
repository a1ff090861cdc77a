"""Mutants of the generated validators: a rule dropped, shifted, widened or misplaced.

The functions of a validator hand their values down to each other; following the calls
from its entry gives the place of every statement in the request or the reply.
A rule is told only where the look before it finds something, so that what is wrong with
the telling is tried without the look; a look that is blind is a mutant of its own.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

from .. import ir
from ..harness.pointers import pointer_of
from ..light import dataclass
from ..members import members
from ..runtime.violations import escaped
from ..verbatim import compose
from .client_rows import REFUSES, SENDS, STRICT
from .client_source import Change, Source, Subject


@dataclass(frozen=True, slots=True)
class _Rule:
    """A statement that tells a violation, and where in the value it looks."""

    source: Source
    look: ast.Call
    """What is asked before, whether anything is told at all."""
    statement: ast.Expr
    violation: list[ast.expr]
    """Its place, rule, sentence and source."""
    test: ast.expr
    """The condition under which it is told."""
    pointer: str
    rule: str


@dataclass(frozen=True, slots=True)
class _Edit:
    operator: str
    node: ast.AST
    text: str
    says: str


def changes(subject: Subject) -> Iterator[Change]:
    """Yield what can be wrong with the validators of the request and the replies."""
    source = subject.source(f"validators/{subject.operation.name}.py")
    passed = {each.pointer for each in members(subject.operation) if each.argument}
    name = subject.operation.name
    for rule in _rules(source, f"{name}_request", ""):
        # What the client makes itself is never wrong.
        if rule.pointer in passed:
            yield from _of(rule, "request", rule.pointer.strip("/").replace("/", "."))
    for blind in _blind(source, f"{name}_request"):
        if blind.at in passed:
            fact = blind.at.strip("/").replace("/", ".")
            yield blind.change("request", fact, REFUSES)
    yield from _required(subject, source)
    for reply in subject.operation.replies:
        for rule in _rules(source, f"{name}_{reply.name}", ""):
            if _is_shown(subject, reply, rule):
                yield from _of(rule, reply.name, f"replies.{reply.name}")
        for blind in _blind(source, f"{name}_{reply.name}"):
            yield blind.change(reply.name, f"replies.{reply.name}", STRICT)


def _is_shown(subject: Subject, reply: ir.Reply, rule: _Rule) -> bool:
    """Tell whether the reply is told apart from others by something else."""
    return rule.pointer != ""


def _of(rule: _Rule, what: str, fact: str) -> Iterator[Change]:
    for edit in _edits(rule):
        at = " ".join(filter(None, (what, rule.pointer, rule.rule, edit.says)))
        start, end = rule.source.start(edit.node), rule.source.end(edit.node)
        start, end, text = _unlooked(rule.source, rule.look, (start, end, edit.text))
        yield Change(
            operator=edit.operator,
            at=at,
            says=f"{edit.says} in the rule {rule.rule} of {what} {rule.pointer}",
            file=rule.source.file,
            start=start,
            end=end,
            text=text,
            fact=fact,
            first=REFUSES if what == "request" else STRICT,
        )


_Spot = tuple[int, int, str]
"""From where to where in a text, and what stands there instead."""


def _unlooked(source: Source, look: ast.Call, spot: _Spot) -> _Spot:
    """Return *spot* together with a look that is never passed."""
    never = (source.start(look), source.end(look), "False")
    first, second = sorted((never, spot))
    between = source.text[first[1] : second[0]]
    return first[0], second[1], first[2] + between + second[2]


# What can be wrong with one rule ------------------------------------------------------


def _edits(rule: _Rule) -> Iterator[_Edit]:
    yield _Edit("rule dropped", rule.statement, "pass", "looks away")
    pointer = rule.violation[0]
    written = rule.source.written(pointer)
    yield _Edit("pointer wrong", pointer, f"{written} + 'x'", "tells another place")
    name = rule.violation[1]
    yield _Edit("rule misnamed", name, "'other'", "tells another rule")
    for node in rule.source.all(ast.Compare, rule.test):
        yield from _shifted(rule, node)
        yield from _listed(rule, node)
    for call in rule.source.all(ast.Call, rule.test):
        yield from _widened(rule, call)


def _shifted(rule: _Rule, node: ast.Compare) -> Iterator[_Edit]:
    if rule.rule not in ("length", "range"):
        return
    for bound in (node.left, *node.comparators):
        if isinstance(bound, ast.Constant) and isinstance(bound.value, int):
            for step in (-1, 1):
                shifted = bound.value + step
                says = f"has {shifted} for {bound.value}"
                yield _Edit("bound shifted", bound, str(shifted), says)


def _listed(rule: _Rule, node: ast.Compare) -> Iterator[_Edit]:
    values = node.comparators[0]
    if rule.rule != "enum" or not isinstance(values, ast.Tuple):
        return
    texts = [rule.source.written(each) for each in values.elts]
    for at, text in enumerate(texts):
        rest = ", ".join(texts[:at] + texts[at + 1 :])
        yield _Edit("value refused", values, f"({rest},)", f"lacks the value {text}")
    for other in (texts[0].swapcase(), texts[0][:-2] + texts[0][-1]):
        if other not in texts and ".upper()" not in rule.source.written(node.left):
            listed = ", ".join((*texts, other))
            yield _Edit(
                "value taken", values, f"({listed})", f"takes the value {other}"
            )


_WIDER: Final = {"str": "(str, int)", "dict": "(dict, list)", "list": "(list, dict)"}


def _widened(rule: _Rule, call: ast.Call) -> Iterator[_Edit]:
    name = rule.source.written(call.func)
    if name == "isinstance":
        kind = call.args[1]
        wider = _WIDER[rule.source.written(kind)]
        yield _Edit("type widened", kind, wider, f"takes a {wider}")
    if name.endswith(".fullmatch"):
        pattern = call.func
        assert isinstance(pattern, ast.Attribute)
        was = rule.source.written(pattern.value)
        wider = f"re.compile({was}.pattern + '.?', {was}.flags)"
        yield _Edit("pattern widened", pattern.value, wider, "takes a character more")


# Looks --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Blind:
    """What a look asks of one member, which it could be blind to."""

    source: Source
    asked: ast.expr
    at: str

    def change(self, what: str, fact: str, first: str) -> Change:
        """Return the look that does not ask; *what* is the request or a reply."""
        return Change(
            operator="look blind",
            at=f"{what} {self.at}",
            says=f"does not look at {what} {self.at}",
            file=self.source.file,
            start=self.source.start(self.asked),
            end=self.source.end(self.asked),
            text="True",
            fact=fact,
            first=first,
        )


def _blind(source: Source, name: str) -> Iterator[_Blind]:
    """Yield what the look of the validator *name* asks of members."""
    look = _look(source, name).args[0]
    yield from _asked(source, source.written(look), "")


def _asked(source: Source, look: str, at: str) -> Iterator[_Blind]:
    function = source.function(look)
    assert function is not None
    for returned in source.all(ast.Return, function):
        asked = returned.value
        assert asked is not None
        for each in asked.values if isinstance(asked, ast.BoolOp) else (asked,):
            name = _member(source, each)
            if name is not None:
                yield from _asked_of(source, each, f"{at}/{escaped(name)}")


def _asked_of(source: Source, asked: ast.expr, at: str) -> Iterator[_Blind]:
    names = (source.written(name) for name in source.all(ast.Name, asked))
    inner = [name for name in names if source.function(name) is not None]
    if not inner:
        yield _Blind(source, asked, at)
    is_many = source.written(asked).find("all(") >= 0
    for name in inner:
        yield from _asked(source, name, f"{at}/0" if is_many else at)


def _member(source: Source, asked: ast.expr) -> str | None:
    """Return the name of the member of `value` that is asked about, if it is one."""
    for node in ast.walk(asked):
        place: ast.AST | None = None
        if isinstance(node, ast.Subscript) and source.written(node.value) == "value":
            place = node.slice
        elif isinstance(node, ast.Call) and source.written(node.func) == "value.get":
            place = node.args[0]
        elif isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In):
            place = node.left
        if isinstance(place, ast.Constant):
            return str(place.value)
    return None


def _look(source: Source, name: str) -> ast.Call:
    """Return the `passes(...)` of the validator *name*."""
    function = source.function(name)
    calls = source.all(ast.Call, function)
    return next(call for call in calls if source.written(call.func) == "passes")


# What no page asks for ----------------------------------------------------------------


def _required(subject: Subject, source: Source) -> Iterator[Change]:
    """Yield a validator that asks for what may be left out."""
    for member in members(subject.operation):
        may_be_left_out = member.field.required is not True and not member.inside
        if not member.argument or not may_be_left_out:
            continue
        entry = f"{subject.operation.name}_request"
        for name, at in _functions(source, entry, ""):
            if at == pointer_of(member.steps[:-1]):
                body = source.function(name)
                assert body is not None
                wire_name = member.field.wire_name
                begin = source.start(body.body[0])
                invented = (
                    f"if {wire_name!r} not in value:"
                    f" yield Told({wire_name!r}, 'required', '', _PAGE)\n    "
                )
                start, end, text = _unlooked(
                    source, _look(source, entry), (begin, begin, invented)
                )
                yield Change(
                    operator="rule invented",
                    at=member.pointer,
                    says=f"asks for {member.pointer}, which may be left out",
                    file=source.file,
                    start=start,
                    end=end,
                    text=text,
                    fact=compose("{}.required", member.fact),
                    first=SENDS,
                )


# Places -------------------------------------------------------------------------------


def _functions(source: Source, name: str, at: str) -> Iterator[tuple[str, str]]:
    """Yield the functions that *name* calls for its parts, and where they look."""
    yield name, at
    function = source.function(name)
    assert function is not None
    for call in source.all(ast.Call, function):
        if source.written(call.func) in ("inside", "told"):
            step, inner = call.args[:2]
            called = inner.func if isinstance(inner, ast.Call) else inner
            yield from _functions(source, source.written(called), _below(at, step))


def _below(at: str, step: ast.expr) -> str:
    """Return the pointer of what stands at *step*, such as `f"rows/{index}"`."""
    if isinstance(step, ast.Constant):
        found = str(step.value)
    else:
        assert isinstance(step, ast.JoinedStr)
        found = "".join(map(_written, step.values))
    return f"{at}/{found.removeprefix('/')}" if found else at


def _written(part: ast.expr) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    assert isinstance(part, ast.FormattedValue)
    is_index = isinstance(part.value, ast.Name) and part.value.id == "index"
    return "0" if is_index else ""


def _rules(source: Source, name: str, at: str) -> Iterator[_Rule]:
    """Yield every rule that the validator *name* has, with the place that it looks at."""
    look = _look(source, name)
    for function, place in _functions(source, name, at):
        body = source.function(function)
        assert body is not None
        yield from _rules_in(source, look, body, place)


def _rules_in(
    source: Source, look: ast.Call, body: ast.FunctionDef, place: str
) -> Iterator[_Rule]:
    for branch in source.all(ast.If, body):
        for statement in branch.body:
            told = _violation(statement)
            if told and isinstance(statement, ast.Expr):
                pointer = _below(place, told[0])
                rule = str(ast.literal_eval(told[1]))
                yield _Rule(source, look, statement, told, branch.test, pointer, rule)


def _violation(statement: ast.stmt) -> list[ast.expr]:
    """Return what *statement* tells of a violation, or appends to a list; else nothing."""
    told = statement.value if isinstance(statement, ast.Expr) else None
    if isinstance(told, ast.Yield):
        told = told.value
    elif isinstance(told, ast.Call) and isinstance(told.func, ast.Attribute):
        told = told.args[0]
    return told.args if isinstance(told, ast.Call) else []
