"""What was written, as a tree that remembers where: the result of `read`."""

from __future__ import annotations

from collections.abc import Iterator, KeysView
from dataclasses import field
from typing import NamedTuple

from .light import dataclass
from .source import Location

Value = str | int | float | bool | None


class Scalar(NamedTuple):
    """A value without parts; *text* tells the `1.0` that was written from 1.

    A tuple, as `Location` and `Entry` are: a file has thousands.
    """

    value: Value
    text: str
    quoted: bool
    location: Location


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, in the order of the file."""

    items: tuple[Node, ...]
    location: Location

    def __iter__(self) -> Iterator[Node]:
        return iter(self.items)


class Entry(NamedTuple):
    """A key, whose value is always a string, and what stands under it."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Entries with distinct keys, in the order of the file."""

    entries: tuple[Entry, ...]
    location: Location
    _named: dict[Value, Entry] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        named = {each.key.value: each for each in self.entries}
        object.__setattr__(self, "_named", named)

    @property
    def names(self) -> KeysView[Value]:
        """The keys, in the order of the file."""
        return self._named.keys()

    def get(self, name: str) -> Node | None:
        """The value under *name*; None where the key is not there."""
        found = self._named.get(name)
        return found.value if found else None

    def key(self, name: str) -> Scalar | None:
        """The key *name* as written, for its location."""
        found = self._named.get(name)
        return found.key if found else None

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)


Node = Scalar | Sequence | Mapping


def plain(node: Node) -> object:
    """*node* as dicts, lists and values, its places forgotten."""
    if isinstance(node, Mapping):
        return {str(entry.key.value): plain(entry.value) for entry in node}
    if isinstance(node, Sequence):
        return [plain(item) for item in node]
    return node.value
