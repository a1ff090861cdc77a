"""What earlier runs found out and this one need not: as JSON, under keys that say of what.

A label is kept under the hash of its spec, what was made of a unit under the hashes of
all its specs; both under the tool that found them. What cannot be read as it was written
is not there: then it is found out again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from .contribution import Contribution, ReadmeParts
from .light import dataclass
from .output import Cache, digest
from .output.files import are_safe
from .partition import Label
from .source import Location
from .variables import Variable
from .verbatim import wording

_SHA256: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a unit: the hashes of its files, and what its partner contributes.

    A standard that no partner follows has neither.
    """

    files: Mapping[str, str]
    contribution: Contribution | None = None
    variables: tuple[Variable, ...] = ()
    """What is read of the environment, which no other partner may read."""


class Kept:
    """What is kept for one package, as one tool found it."""

    def __init__(self, cache: Cache, tool: str) -> None:
        self._cache = cache
        self._tool = tool

    def labels(self) -> dict[str, Label]:
        """Return the labels of specs by their hash."""
        value = self._fetch(self._key("labels"))
        if not isinstance(value, dict):
            return {}
        return {
            hash_: Label(*parts)
            for hash_, parts in value.items()
            if _are_texts(parts) and len(parts) == 3
        }

    def keep_labels(self, labels: Mapping[str, Label]) -> None:
        """Keep *labels* by hash, in place of those before."""
        told = {
            hash_: (label.kind, label.name, label.follows)
            for hash_, label in sorted(labels.items())
        }
        self._cache.store(self._key("labels"), json.dumps(told).encode())

    def made(self, about: str) -> Made | None:
        """Return what was made of what the digest *about* stands for."""
        value = self._fetch(self._key(about))
        try:
            return _made(value)
        except (KeyError, TypeError, ValueError, AttributeError):
            return None

    def keep(self, about: str, made: Made) -> None:
        """Keep what was *made* without any finding."""
        told = {
            "files": dict(made.files),
            "contribution": told_of(made.contribution),
            "variables": [
                [each.name, each.partner, each.value, *each.at]
                for each in made.variables
            ],
        }
        self._cache.store(self._key(about), json.dumps(told).encode())

    def _key(self, about: str) -> str:
        return digest("kept 2", self._tool, about)

    def _fetch(self, key: str) -> Any:
        content = self._cache.fetch(key)
        try:
            return None if content is None else json.loads(content)
        except (ValueError, RecursionError):
            return None


def told_of(contribution: Contribution | None) -> dict[str, Any] | None:
    """Return a contribution as JSON says it."""
    if contribution is None:
        return None
    readme = contribution.readme
    return {
        "name": contribution.name,
        "title": contribution.title,
        "needs": list(contribution.needs),
        "readme": {name: getattr(readme, name) for name in ReadmeParts.__slots__},
    }


def _made(value: Any) -> Made:
    """Return what JSON says; raise one of what `made` knows for anything else."""
    files, told = value["files"], value["contribution"]
    if not (are_safe(files) and all(map(_SHA256.fullmatch, files.values()))):
        raise ValueError("these are no files of ours")
    variables = tuple(map(_variable, value["variables"]))
    return Made(files, None if told is None else _contribution(told), variables)


def _variable(told: Any) -> Variable:
    *texts, line, column = told
    if not (_are_texts(texts) and type(line) is type(column) is int):
        raise ValueError("a variable is told in texts and a place")
    name, partner, value, path = texts
    return Variable(name, partner, value, Location(path, line, column))


def _contribution(told: Any) -> Contribution:
    name, title, needs = told["name"], told["title"], told["needs"]
    readme = told["readme"]
    if not _are_texts([name, title]) or not _are_texts(needs):
        raise ValueError("a contribution is told in texts")
    if not _are_texts(list(readme.values())):
        raise ValueError("a README is made of texts")
    return Contribution(name, wording(title), tuple(needs), ReadmeParts(**readme))


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)
