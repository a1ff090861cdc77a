"""Which specs are understood together: a partner, its files, and the standard it follows.

A spec says in one line what it is. From these lines alone, without reading on, follows
what an edit reaches: the unit that the edited file is in, and no other. Where files
contradict each other they are one unit, so that the passes see them side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from .light import dataclass

if TYPE_CHECKING:
    from .spec import Spec

KINDS: Final = ("standard", "partner", "operation", "environment", "callback")
"""The keys that say what a spec is, in the order in which they are looked for."""
ENVIRONMENTS: Final = "environments"
"""The folder beside `partner.yaml` that environments stand in, or may."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a spec says that it is; *follows* is the standard of a partner."""

    kind: str
    name: str
    follows: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """The specs that are understood together, by path; *folder* is where they are."""

    folder: str
    paths: tuple[str, ...]


_FOLLOWS: Final = re.compile(rb"^follows: *['\"]?([A-Za-z0-9_.-]+)", re.MULTILINE)
_NAMED: Final = {
    kind: re.compile(rf"^{kind}: *['\"]?([A-Za-z0-9_.-]+)".encode(), re.MULTILINE)
    for kind in KINDS
}


def guessed(content: bytes) -> Label:
    """Return what a text seems to be before it is read; reading it tells the truth."""
    for kind, named in _NAMED.items():
        found = named.search(content)
        if found:
            follows = _FOLLOWS.search(content) if kind == "partner" else None
            return Label(kind, _text(found), _text(follows) if follows else "")
    return Label("", "")


def _text(found: re.Match[bytes]) -> str:
    return found[1].decode("ascii")


def label_of(spec: Spec) -> Label:
    """Return what *spec*, which was read and checked, says that it is."""
    from .spec import KINDS as classes

    kind = next(name for name, each in classes.items() if type(spec) is each)
    follows = getattr(spec, "follows", None) if kind == "partner" else None
    return Label(kind, str(getattr(spec, kind)), follows or "")


def home(path: str, label: Label) -> str:
    """Return the folder of the partner that a spec is of."""
    folder = path.rpartition("/")[0]
    above, _, name = folder.rpartition("/")
    is_inside = label.kind == "environment" and name == ENVIRONMENTS
    return above if is_inside else folder


def partition(labels: Mapping[str, Label]) -> tuple[Unit, ...]:
    """Return the units of the specs *labels* tells of, ordered by folder."""
    standards: dict[str, list[str]] = {}
    members: dict[str, list[str]] = {}
    partners: dict[str, list[Label]] = {}
    for path, label in labels.items():
        if label.kind == "standard":
            standards.setdefault(label.name, []).append(path)
            continue
        folder = home(path, label)
        members.setdefault(folder, []).append(path)
        if label.kind == "partner":
            partners.setdefault(folder, []).append(label)
    clashing = set(_clashing(partners))
    followed: set[str] = set()
    units: list[Unit] = []
    together: list[str] = []
    for folder, paths in members.items():
        names = {label.follows for label in partners.get(folder, ()) if label.follows}
        followed |= names
        whole = {*paths, *_standards(names, standards)}
        if folder in clashing:
            together += whole
        else:
            units.append(Unit(folder, tuple(sorted(whole))))
    if clashing:
        units.append(Unit(min(clashing), tuple(sorted({*together}))))
    units += (
        Unit(f"{min(paths)}/", tuple(sorted(paths)))
        for name, paths in standards.items()
        if name not in followed
    )
    return tuple(sorted(units, key=lambda unit: unit.folder))


def _standards(names: Iterable[str], known: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield the specs of the standards *names*; all, where one is unknown.

    What is like an unknown name is told then.
    """
    wanted = known if any(name not in known for name in names) else names
    for name in wanted:
        yield from known[name]


def _clashing(partners: Mapping[str, list[Label]]) -> Iterator[str]:
    """Yield the folders with two partners, or with one that another folder has too."""
    first: dict[str, str] = {}
    for folder, labels in partners.items():
        if len(labels) > 1:
            yield folder
        for label in labels:
            other = first.setdefault(label.name, folder)
            if other != folder:
                yield from (folder, other)
