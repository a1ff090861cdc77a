"""The kinds of fact that documentation pages state, and where each is said and shown.

`kinds.yaml` has a row to a kind, in the order of how often pages state them.
`python tests/kinds/kinds.py --write` makes `docs/coverage.md` of it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parents[1]
SPECS: Final = ROOT / "examples" / "specs"
PAGE: Final = ROOT / "docs" / "coverage.md"
HOW_MANY: Final = 134
KEYS: Final = frozenset({"kind", "says", "enforces", "tests", "told", "not-yet"})


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact: where a spec says it, what comes of it, which case shows it."""

    name: str
    says: tuple[str, ...]
    """Files below `examples/specs/` without their suffix, `#` and a place in them."""
    enforces: str
    tests: tuple[str, ...]
    """Operations, a colon and the id of a case."""
    told: str
    """A generated file, a colon and text in it, where no case shows all of the kind."""
    missing: str
    """What the language cannot say yet."""

    @property
    def state(self) -> str:
        """Return `tested`, `told` or `not yet`."""
        return "not yet" if self.missing else "tested" if self.tests else "told"


def kinds() -> tuple[Kind, ...]:
    """Return every kind, in the order of `kinds.yaml`."""
    rows = yaml.safe_load((HERE / "kinds.yaml").read_text("utf-8"))
    return tuple(map(_kind, rows))


def _kind(row: dict[str, Any]) -> Kind:
    unknown = set(row) - KEYS
    if unknown:
        raise ValueError(f"{row['kind']}: no row has {', '.join(sorted(unknown))}")
    return Kind(
        row["kind"],
        _listed(row.get("says", ())),
        row.get("enforces", ""),
        _listed(row.get("tests", ())),
        row.get("told", ""),
        row.get("not-yet", ""),
    )


def _listed(cell: str | Sequence[str]) -> tuple[str, ...]:
    return (cell,) if isinstance(cell, str) else tuple(cell)


def stands(place: str) -> bool:
    """Tell whether a spec has what *place* names, such as nimbus/pay#request.body.to."""
    name, _, path = place.partition("#")
    file = SPECS / f"{name}.yaml"
    if not file.is_file():
        return False
    found: Any = yaml.safe_load(file.read_text("utf-8"))
    for step in _steps(path):
        found = _below(found, step)
        if found is None:
            return False
    return True


def _steps(path: str) -> list[str]:
    # A code or a message may have points of its own; it is then in brackets.
    steps: list[str] = []
    for part in path.replace("[", ".[").split("."):
        if steps and steps[-1].startswith("[") and not steps[-1].endswith("]"):
            steps[-1] += f".{part}"
        else:
            steps.append(part)
    return [each.strip("[]") for each in steps if each]


def _below(found: Any, step: str) -> Any:
    """Return what is at *step*: a key, a member, a named reply or a counted entry."""
    if isinstance(found, list):
        named = [each for each in found if step in (_named(each), each)]
        if named:
            return named[0]
        is_there = step.isdecimal() and 0 < int(step) <= len(found)
        return found[int(step) - 1] if is_there else None
    if not isinstance(found, dict):
        return None
    if step in found:
        return found[step]
    inside = (found[key] for key in ("fields", "items", "values") if key in found)
    return next((at for each in inside if (at := _below(each, step)) is not None), None)


def _named(entry: Any) -> Any:
    return entry.get("name") if isinstance(entry, dict) else None


def page(rows: Sequence[Kind]) -> str:
    """Return `docs/coverage.md`."""
    return "\n".join((*_head(rows), *map(_row, rows), ""))


def _head(rows: Sequence[Kind]) -> Iterator[str]:
    count = {
        state: sum(each.state == state for each in rows)
        for state in ("tested", "told", "not yet")
    }
    yield "# Kinds of fact"
    yield ""
    yield "<!-- Written by `python tests/kinds/kinds.py --write` from kinds.yaml. -->"
    yield ""
    yield (
        "What documentation pages state, most frequent first; counted on the pages of"
        " 30 providers and on the five that this project began with."
    )
    yield (
        f"Of {len(rows)} kinds, {count['tested']} are shown by a contract test of"
        f" [the examples](../examples/README.md), {count['told']} are told to the reader"
        f" of what is generated, and {count['not yet']} cannot be said yet."
    )
    yield (
        "What is told alone is about no single call (an hour of the day, a limit of the"
        " partner's, what a sandbox has otherwise), and says where it stands."
    )
    yield "`pytest -v tests/kinds` tells the same, a test to a kind."
    yield ""
    yield "| kind | says | enforces | tests |"
    yield "| --- | --- | --- | --- |"


def _row(kind: Kind) -> str:
    if kind.missing:
        return _cells(kind.name, "not yet", kind.missing, "-")
    says = "; ".join(map(_place, kind.says))
    shown = [*map(_case, kind.tests)]
    told, _, text = kind.told.partition(": ")
    shown += [f"told in `{told}`: {text}"] * bool(told)
    return _cells(kind.name, says, kind.enforces, "; ".join(shown))


def _place(says: str) -> str:
    file, _, place = says.partition("#")
    return f"[{file}](../examples/specs/{file}.yaml) `{place}`"


def _case(tests: str) -> str:
    operation, _, case = tests.partition(": ")
    return f"{operation}: `{case}`"


def _cells(*cells: str) -> str:
    return f"| {' | '.join(each.replace('|', '&#124;') for each in cells)} |"


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit("usage: python tests/kinds/kinds.py --write")
    PAGE.write_text(page(kinds()), "utf-8")
