"""Replies, codes and states of an operation as source that declares them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .. import ir
from ..literals import literal
from ..shapes import UNKNOWN
from . import shapes
from .recipes import recipe_source


def reply_source(operation: ir.Operation, reply: ir.Reply) -> str:
    """Return the constructor call of a reply."""
    given = [
        f"name={literal(reply.name)}",
        f"when={_when(reply.when)}",
        f"outcome={literal(reply.outcome)}",
        f"model={literal(reply.body.name)}",
        f"validate=validators.{operation.name}_{reply.name}",
    ]
    if reply.writing != ir.JSON:
        is_shaped = reply.writing.format not in ("json", "none")
        given.append(
            f"body={shapes.body(reply.writing, reply.body if is_shaped else None)}"
        )
    if reply.headers is not None:
        given.append(f"headers={shapes.shape(reply.headers)}")
        name = f"{operation.name}_{reply.name}_headers"
        given.append(f"validate_headers=validators.{name}")
    if reply.code_at is not None:
        given.append(f"code_at={literal(reply.code_at)}")
    if reply.code_rest:
        given.append(f"code_rest={literal(reply.code_rest)}")
        given.append(f"separator={literal(reply.separator)}")
    if reply.message_at is not None:
        given.append(f"message_at={literal(reply.message_at)}")
    if reply.error:
        given.append(f"error=errors.{reply.error}")
    echoes = tuple(_echoes(reply.body))
    if echoes:
        given.append(f"echoes={literal(echoes)}")
    if reply.items is not None:
        given.append(f"items={_items(reply.items)}")
    if reply.proof is not None:
        proof = reply.proof
        prefix = f", prefix={literal(proof.prefix)}" if proof.prefix else ""
        recipe = recipe_source(proof.recipe)
        given.append(f"proof=d.Proof({recipe}, {literal(proof.at)}{prefix})")
    return f"d.Reply({', '.join(given)})"


def _items(items: ir.Items) -> str:
    given = [
        f"at={literal(items.at)}",
        f"attributes={literal(items.attributes)}",
        f"code={literal(items.code)}",
        f"outcomes={literal(dict(items.outcomes))}",
    ]
    if items.message:
        given.append(f"message={literal(items.message)}")
    return f"d.Items({', '.join(given)})"


def _echoes(
    record: ir.Record, above: ir.Path = ()
) -> Iterator[tuple[ir.Path, ir.Path]]:
    for field in record.fields:
        path = (*above, field.wire_name)
        if field.echoes is not None:
            yield path, field.echoes
        if isinstance(field.type, ir.Record):
            yield from _echoes(field.type, path)


def _when(when: ir.When) -> str:
    given = []
    if when.http not in (UNKNOWN, ()):
        given.append(f"http={literal(when.http)}")
    for name in ("classes", "type", "asked", "equals", "has", "lacks"):
        value = getattr(when, name)
        if value:
            given.append(f"{name}={literal(value)}")
    return f"d.When({', '.join(given)})"


def columns(operation: ir.Operation) -> Iterator[str]:
    """Yield the places that codes fix values of, by their names in the spec."""
    found = {name: path for reply in operation.replies for name, path in reply.columns}
    for name, path in found.items():
        yield f"{_column(name)} = {literal(path)}"


def _column(name: str) -> str:
    return f"_{name.upper()}"


def code_source(each: ir.Code, replies: Iterable[ir.Reply]) -> str:
    """Return the entry of a code in the mapping of codes."""
    given = [f"error=errors.{each.error}" if each.error else "error=None"]
    if each.http is not None:
        given.append(f"http={each.http}")
    agrees = [f"({_column(name)}, {literal(value)})," for name, value in each.agrees]
    if agrees:
        given.append(f"agrees=({''.join(agrees)})")
    if each.match != "exact":
        given.append(f"match={literal(each.match)}")
    for name in ("final", "retry_after", "retry_times"):
        value = getattr(each, name)
        if value is not None:
            given.append(f"{name}={value}")
    if not each.error and any(_is_another(each, reply) for reply in replies):
        given.append(f"within={literal(each.replies)}")
    return f"{literal(each.code)}: d.Code({', '.join(given)})"


def _is_another(code: ir.Code, reply: ir.Reply) -> bool:
    """Tell whether *reply* could be taken for a success by a code that is not its own."""
    is_open = reply.outcome in ("by-code", "success", "alternative")
    return is_open and reply.code_at is not None and reply.name not in code.replies


def states_source(states: ir.States) -> str:
    """Return the constructor call of the states that a reply tells of."""
    listed = "".join(
        f"{literal(each.value)}: {_state(each)}," for each in states.values
    )
    return f"d.States(at={literal(states.at)}, values={{{listed}}})"


def pages_source(pages: ir.Pages) -> str:
    """Return the constructor call of how a list is paged."""
    given = (
        f"{key}={literal(getattr(pages, key))}" for key in ("skip", "count", "items")
    )
    return f"d.Pages({', '.join(given)})"


def _state(state: ir.State) -> str:
    given = [] if state.final is None else [f"final={state.final}"]
    given += [f"allows={literal(state.allows)}"] if state.allows else []
    return f"d.State({', '.join(given)})"
