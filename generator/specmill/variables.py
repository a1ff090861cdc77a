"""The environment variables that generated clients read, and two partners that share one.

The name of a variable is made of two names, so that `acme` with `api_key` and `acme_api`
with `key` meet in ACME_API_KEY. A partner is made alone; what it reads is kept beside
what was made of it, so that partners are held to each other whichever of them was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .diagnostics import Diagnostic, report
from .light import dataclass
from .source import Location


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable, the partner and the value that it is read for, and where that is said."""

    name: str
    partner: str
    value: str
    at: Location


def shared(variables: Iterable[Variable]) -> Iterator[Diagnostic]:
    """Yield the variables that are read for values of two partners, in one order."""
    first: dict[str, Variable] = {}
    for each in sorted(variables, key=lambda each: each.partner):
        other = first.setdefault(each.name, each)
        if other.partner != each.partner:
            shown = {"name": each.name, "value": each.value, "other": other.value}
            shown |= {"partner": other.partner, "first": str(other.at)}
            yield report("same-variable", each.at, **shown)
