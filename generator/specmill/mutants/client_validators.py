"""Mutants of the generated validators: a rule dropped, shifted, widened or misplaced.

The functions of a validator hand their values down to each other; following the calls
from its entry gives the place of every statement in the request or the reply.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

from .. import ir
from ..harness.pointers import pointer_of
from ..light import dataclass
from ..members import members
from ..verbatim import compose
from .client_rows import REFUSES, SENDS, STRICT
from .client_source import Change, Source, Subject


@dataclass(frozen=True, slots=True)
class _Rule:
    """A statement that tells a violation, and where in the value it looks."""

    source: Source
    statement: ast.Expr
    violation: ast.Call
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
    yield from _required(subject, source)
    for reply in subject.operation.replies:
        for rule in _rules(source, f"{name}_{reply.name}", ""):
            if _is_shown(subject, reply, rule):
                yield from _of(rule, reply.name, f"replies.{reply.name}")


def _is_shown(subject: Subject, reply: ir.Reply, rule: _Rule) -> bool:
    """Tell whether the reply is told apart from others by something else."""
    return rule.pointer != ""


def _of(rule: _Rule, what: str, fact: str) -> Iterator[Change]:
    for edit in _edits(rule):
        at = " ".join(filter(None, (what, rule.pointer, rule.rule, edit.says)))
        yield Change(
            operator=edit.operator,
            at=at,
            says=f"{edit.says} in the rule {rule.rule} of {what} {rule.pointer}",
            file=rule.source.file,
            start=rule.source.start(edit.node),
            end=rule.source.end(edit.node),
            text=edit.text,
            fact=fact,
            first=REFUSES if what == "request" else STRICT,
        )


# What can be wrong with one rule ------------------------------------------------------


def _edits(rule: _Rule) -> Iterator[_Edit]:
    yield _Edit("rule dropped", rule.statement, "pass", "looks away")
    pointer = rule.violation.args[0]
    written = rule.source.written(pointer)
    yield _Edit("pointer wrong", pointer, f"{written} + 'x'", "tells another place")
    name = rule.violation.args[1]
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
        pattern = call.args[0]
        wider = f"{rule.source.written(pattern)} + '.?'"
        yield _Edit("pattern widened", pattern, wider, "takes a character more")


# What no page asks for ----------------------------------------------------------------


def _required(subject: Subject, source: Source) -> Iterator[Change]:
    """Yield a validator that asks for what may be left out."""
    for member in members(subject.operation):
        may_be_left_out = member.field.required is not True and not member.inside
        if not member.argument or not may_be_left_out:
            continue
        for name, at in _functions(source, f"{subject.operation.name}_request", ""):
            if at == pointer_of(member.steps[:-1]):
                body = source.function(name)
                assert body is not None
                wire_name = member.field.wire_name
                start = source.start(body.body[0])
                yield Change(
                    operator="rule invented",
                    at=member.pointer,
                    says=f"asks for {member.pointer}, which may be left out",
                    file=source.file,
                    start=start,
                    end=start,
                    text=(
                        f"if {wire_name!r} not in value: found.append(Violation("
                        f"f'{{at}}/' + {wire_name!r}, 'required', '', _PAGE))\n    "
                    ),
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
        called = source.written(call.func)
        if source.function(called) is not None:
            yield from _functions(source, called, _place(call.args[1], at))


def _place(node: ast.expr, at: str) -> str:
    """Return the pointer that an expression such as `f"{at}/otp"` gives."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.Name):
        return at
    assert isinstance(node, ast.JoinedStr)
    parts = (
        (
            str(part.value)
            if isinstance(part, ast.Constant)
            else _value(part).replace("at", at)  # type: ignore[arg-type]
        )
        for part in node.values
    )
    return "".join(parts)


def _value(part: ast.FormattedValue) -> str:
    name = part.value.id if isinstance(part.value, ast.Name) else ""
    return {"at": "at", "index": "0"}.get(name, "")


def _rules(source: Source, name: str, at: str) -> Iterator[_Rule]:
    """Yield every rule that the validator *name* has, with the place that it looks at."""
    for function, place in _functions(source, name, at):
        body = source.function(function)
        assert body is not None
        yield from _rules_in(source, body, place)


def _rules_in(source: Source, body: ast.FunctionDef, place: str) -> Iterator[_Rule]:
    for branch in source.all(ast.If, body):
        for statement in branch.body:
            call = _violation(statement)
            if call is not None and isinstance(statement, ast.Expr):
                pointer = _place(call.args[0], place)
                rule = str(ast.literal_eval(call.args[1]))
                yield _Rule(source, statement, call, branch.test, pointer, rule)


def _violation(statement: ast.stmt) -> ast.Call | None:
    """Return the `Violation(...)` of a `found.append(Violation(...))`."""
    call = statement.value if isinstance(statement, ast.Expr) else None
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
        inner = call.args[0] if call.args else None
        if call.func.attr == "append" and isinstance(inner, ast.Call):
            return inner
    return None
