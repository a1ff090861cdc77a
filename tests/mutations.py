"""Specs with one thing changed: what authors do by mistake, all of it, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from specmill.nodes import Entry, Mapping, Node, Scalar, Sequence
from specmill.read import read

SPECS = Path(__file__).parents[1] / "specs"
ROOTS = {
    path.relative_to(SPECS.parent).as_posix(): read(
        path.relative_to(SPECS.parent).as_posix(), path.read_bytes()
    )
    for path in sorted(SPECS.rglob("*.yaml"))
}
"""Every spec of the project as nodes, by path."""


@dataclass(frozen=True)
class Mutation:
    """A spec after one change, and the change in words."""

    what: str
    root: Mapping


def mutations(root: Mapping) -> Iterator[Mutation]:
    """Yield *root* with one key missing, renamed or doubled, or one value replaced."""
    for what, node in _changed(root, ""):
        if isinstance(node, Mapping):
            yield Mutation(what, node)


def _changed(node: Node, path: str) -> Iterator[tuple[str, Node]]:
    if path:
        yield from _replaced(node, path)
    if isinstance(node, Mapping):
        yield from _changed_mapping(node, path)
    elif isinstance(node, Sequence):
        yield from _changed_sequence(node, path)


def _replaced(node: Node, path: str) -> Iterator[tuple[str, Node]]:
    at = node.location
    values = (None, True, 0, 1.5, "", "text", "unknown", "../x y")
    for value in values:
        yield f"{path} = {value!r}", Scalar(value, str(value), False, at)
    item = Scalar("a", "a", False, at)
    yield f"{path} = []", Sequence((), at)
    yield f"{path} = [a]", Sequence((item,), at)
    yield f"{path} = {{}}", Mapping((), at)
    yield f"{path} = {{a: a}}", Mapping((Entry(item, item),), at)


def _changed_mapping(node: Mapping, path: str) -> Iterator[tuple[str, Node]]:
    entries = node.entries
    for index, entry in enumerate(entries):
        name = f"{path}.{entry.key.text}"
        before, after = entries[:index], entries[index + 1 :]
        yield f"{name} left out", replace(node, entries=before + after)
        other = entries[index - 1]
        swapped = Entry(entry.key, other.value)
        yield f"{name} = its neighbor", replace(
            node, entries=(*before, swapped, *after)
        )
        for text in (entry.key.text + "x", "1", "self", "body.x"):
            key = entry.key._replace(value=text, text=text)
            renamed = Entry(key, entry.value)
            yield f"{name} called {text}", replace(
                node, entries=(*before, renamed, *after)
            )
        for what, inner in _changed(entry.value, name):
            changed = Entry(entry.key, inner)
            yield what, replace(node, entries=(*before, changed, *after))


def _changed_sequence(node: Sequence, path: str) -> Iterator[tuple[str, Node]]:
    items = node.items
    for index, item in enumerate(items):
        name = f"{path}[{index}]"
        yield f"{name} left out", replace(
            node, items=items[:index] + items[index + 1 :]
        )
        yield f"{name} twice", replace(node, items=(*items, item))
        for what, inner in _changed(item, name):
            yield what, replace(
                node, items=(*items[:index], inner, *items[index + 1 :])
            )
