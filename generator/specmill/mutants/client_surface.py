"""Mutants of what a caller meets: methods, exceptions, servers, credentials, forms."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

from .. import ir
from ..members import wire_sample
from ..resolve import arguments
from .client_rows import CODES, REPLIES, SENDS, SETTINGS, STRICT
from .client_source import Change, Source, Subject


def changes(subject: Subject) -> Iterator[Change]:
    """Yield what can be wrong around an operation."""
    for make in (_passed, _named, _errors, _environments, _credentials, _forms):
        yield from make(subject)


def _change(
    operator: str,
    source: Source,
    node: ast.AST,
    text: str,
    *,
    at: str,
    says: str,
    first: str,
    fact: str = "",
) -> Change:
    return Change(
        operator=operator,
        at=at,
        says=says,
        file=source.file,
        start=source.start(node),
        end=source.end(node),
        text=text,
        fact=fact,
        first=first,
    )


# Methods ------------------------------------------------------------------------------

_BASES: Final = {"SyncClient": "sync", "AsyncClient": "async"}


def _passed(subject: Subject) -> Iterator[Change]:
    """Yield what a method can do wrong with its arguments, in each of the two clients."""
    source = subject.source("client.py")
    fields = {field.name: field for field in arguments(subject.operation)}
    for kind in source.all(ast.ClassDef):
        which = _BASES[source.written(kind.bases[0])]
        for table in _tables(source, kind, subject.operation.name):
            names = [ast.literal_eval(key) for key in table.keys if key]
            for at, (name, node) in enumerate(zip(names, table.values, strict=True)):
                others = _others(fields[name], name, names[at - 1])
                for operator, text in others:
                    yield _change(
                        operator,
                        source,
                        node,
                        text,
                        at=f"{name}, {which}",
                        says=f"passes {text} as {name}",
                        first=SENDS,
                        fact="request",
                    )


def _tables(source: Source, kind: ast.ClassDef, method: str) -> Iterator[ast.Dict]:
    """Yield the mapping of arguments that *method* hands on."""
    for each in kind.body:
        if not isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if each.name == method:
            yield from list(source.all(ast.Dict, each))[:1]


def _others(field: ir.Field, name: str, before: str) -> Iterator[tuple[str, str]]:
    yield "argument forgotten", "ABSENT"
    if before != name:
        yield "argument swapped", before
    if isinstance(field.type, ir.Text):
        yield "argument trimmed", f"{name} and str({name})[:-1]"
    if field.required is not True:
        sample = field.default if field.has_default else wire_sample(field)
        yield "default filled in", f"{sample!r} if {name} is ABSENT else {name}"
        yield "null for absence", f"None if {name} is ABSENT else {name}"


_NAMES: Final = {
    "_FACT_NAMES": ("facts refused", "accepts no facts"),
    "_FLOW_NAMES": ("flow refused", "binds no value to a flow"),
}


def _named(subject: Subject) -> Iterator[Change]:
    source = subject.source("client.py")
    own = f"{subject.operation.name}."
    for node in source.all(ast.Assign):
        operator, says = _NAMES.get(source.written(node.targets[0]), ("", ""))
        values = ast.literal_eval(node.value) if operator else ()
        is_flow = operator == "flow refused"
        if any(is_flow or value.startswith(own) for value in values):
            yield _change(
                operator,
                source,
                node.value,
                '("other",)',
                at="",
                says=says,
                first=SETTINGS,
            )


# Exceptions ---------------------------------------------------------------------------


def _errors(subject: Subject) -> Iterator[Change]:
    """Yield what can be wrong with the exceptions that the operation raises."""
    source = subject.source("errors.py")
    raised = {each.error for each in subject.operation.codes if each.error}
    raised |= {each.error for each in subject.operation.replies if each.error}
    for kind in source.all(ast.ClassDef):
        if kind.name in raised:
            yield from _error(subject, source, kind)


def _error(subject: Subject, source: Source, kind: ast.ClassDef) -> Iterator[Change]:
    base = source.written(kind.bases[0])
    other = "Rejected" if base == "OutcomeUnknown" else "OutcomeUnknown"
    of_code = any(each.error == kind.name for each in subject.operation.codes)
    first = CODES if of_code else REPLIES
    yield _change(
        "other base", source, kind.bases[0], other,
        at=kind.name, says=f"makes {kind.name} a kind of {other}", first=first,
    )  # fmt: skip
    for each in kind.body:
        if isinstance(each, ast.Assign):
            name = source.written(each.targets[0])
            if name == "code":
                continue  # what came stands there instead, and comes with every code
            yield _change(
                f"{name} lost", source, each.value, "None",
                at=kind.name, says=f"has no {name} in {kind.name}", first=first,
            )  # fmt: skip
            yield _change(
                f"{name} changed", source, each.value, '"other"',
                at=kind.name, says=f"has another {name} in {kind.name}", first=first,
            )  # fmt: skip


# Servers and credentials --------------------------------------------------------------


def _environments(subject: Subject) -> Iterator[Change]:
    source = subject.source("environments.py")
    for call in _calls(source, "Environment"):
        name = ast.literal_eval(_keyword(call, "name"))
        node = _keyword(call, "base_url")
        assert node is not None
        url = ast.literal_eval(node)
        for text in ("'https://other.example'", "None"):
            if text != repr(url):
                yield _change(
                    "other server", source, node, text,
                    at=f"{name} {text}", says=f"calls {text} in {name}", first=SETTINGS,
                )  # fmt: skip
        yield _change(
            "environment renamed", source, _keyword(call, "name"), f"{name + 'x'!r}",
            at=name, says=f"does not know the environment {name}", first=SETTINGS,
        )  # fmt: skip
    for call in _calls(source, "Partner"):
        node = _keyword(call, "base_url_variable")
        yield _change(
            "variable renamed", source, node, "'OTHER_BASE_URL'",
            at="base URL", says="reads the base URL of another variable", first=SETTINGS,
        )  # fmt: skip


def _credentials(subject: Subject) -> Iterator[Change]:
    source = subject.source("environments.py")
    used = set(_used(subject))
    kept = set(_kept_anyway(subject))
    for call in _calls(source, "CredentialDeclaration"):
        name = ast.literal_eval(_keyword(call, "name"))
        if name not in used:
            continue
        yield _change(
            "variable renamed", source, _keyword(call, "variable"), "'OTHER'",
            at=name, says=f"reads {name} of another variable", first=SETTINGS,
        )  # fmt: skip
        secret = _keyword(call, "secret")
        if ast.literal_eval(secret) and name not in kept:
            yield _change(
                "credential not kept", source, secret, "False",
                at=name, says=f"tells {name} when an answer repeats it", first=SETTINGS,
            )  # fmt: skip


def _used(subject: Subject) -> Iterator[str]:
    """Yield the credentials that the operation is called with."""
    text = subject.source(f"operations/{subject.operation.name}.py")
    for call in (*_calls(text, "Credential"), *_calls(text, "Basic")):
        yield from (ast.literal_eval(argument) for argument in call.args)


def _kept_anyway(subject: Subject) -> Iterator[str]:
    """Yield the credentials that a secret member of the request keeps by itself."""
    text = subject.source(f"operations/{subject.operation.name}.py")
    for call in _calls(text, "Member"):
        source = _keyword(call, "source")
        is_secret = any(each.arg == "secret" for each in call.keywords)
        if (
            is_secret
            and isinstance(source, ast.Call)
            and "Credential" in text.written(source)
        ):
            yield ast.literal_eval(source.args[0])
    # Nothing tells a secret where no reply has words of its own.
    if not any(each.message_at for each in subject.operation.replies):
        yield from _used(subject)


def _calls(source: Source, kind: str) -> Iterator[ast.Call]:
    for call in source.all(ast.Call):
        if isinstance(call.func, ast.Attribute) and call.func.attr == kind:
            yield call


def _keyword(call: ast.Call, name: str) -> ast.expr:
    return next(each.value for each in call.keywords if each.arg == name)


# Forms --------------------------------------------------------------------------------

_FORMS: Final[dict[str, tuple[str, ...]]] = {
    "IntegerText": ("wire.DecimalText()",),
    "DecimalText": ("wire.IntegerText()",),
    "DateText": (),
    "DateTimeText": (),
    "Flag": (),
    "Epoch": (),
}
"""Forms that take what a form takes, and read it as something else."""


def _forms(subject: Subject) -> Iterator[Change]:
    path = f"forms/{subject.operation.name}.py"
    if f"{subject.package}/{subject.partner.name}/{path}" not in subject.files:
        return
    source = subject.source(path)
    for node in source.all(ast.Assign):
        call = node.value
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            continue
        name = source.written(node.targets[0])
        for text in _FORMS[call.func.attr]:
            yield _change(
                "other form", source, call, text,
                at=name, says=f"reads {name} as {text}", first=REPLIES,
            )  # fmt: skip
        for keyword in call.keywords:
            for text in _other_words(keyword):
                yield _change(
                    "form changed", source, keyword.value, text,
                    at=f"{name} {keyword.arg} {text}",
                    says=f"takes {text} for the {keyword.arg} of {name}",
                    first=STRICT,
                )  # fmt: skip


def _other_words(keyword: ast.keyword) -> Iterator[str]:
    value = ast.literal_eval(keyword.value)
    if keyword.arg == "pattern":
        yield repr(value.replace("yyyy", "yy"))
        if {"MM", "dd"} <= set(value.replace("/", "-").replace("T", "-").split("-")):
            yield repr(value.replace("MM", "?").replace("dd", "MM").replace("?", "dd"))
    elif keyword.arg == "none":
        yield "None"
    elif keyword.arg in ("true", "false"):
        yield repr(value + 2 if isinstance(value, int) else f"{value}x")
    elif keyword.arg == "as_text":
        yield repr(not value)
