"""The results of a run as one JSON document: what `--report-json` writes.

`specmill export json-schema --of report` prints what the document looks like.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, Final

from .contract import Contract
from .light import dataclass
from .summary import Outcome, Result, Tally, told_facts

VERSION: Final = 1
"""The number of the document's format; a reader refuses any other."""
_COUNTED: Final[tuple[Outcome, ...]] = ("passed", "failed", "observed")
_OF_A_CASE: Final = tuple(
    each.name
    for each in fields(Result)
    if each.name not in ("operation", "place", "address")
)
"""What a result says of its case alone."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that went wrong outside the cases, such as a file that is no Python."""

    where: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Where and when the cases were tried."""

    started: str
    """An ISO 8601 time in UTC."""
    seconds: float
    ended: str
    """`passed`, `failed`, `interrupted` or `broken`."""
    against: str
    """`embedded` provider, embedded provider that is `played`, or `server`."""
    environment: str
    address: str
    versions: Mapping[str, str]
    notes: tuple[str, ...] = ()
    """What limited the run, as sentences."""
    troubles: tuple[Trouble, ...] = ()


def document(run: Run, tallies: Iterable[Tally]) -> dict[str, Any]:
    """Return the whole document; its texts are free of secrets before they get here."""
    operations = [_operation(run, tally) for tally in tallies]
    return {
        "format": "specmill-report",
        "version": VERSION,
        "run": asdict(run),
        "totals": {
            each: sum(one[each] for one in operations)
            for each in (*_COUNTED, "not_run")
        },
        "operations": operations,
    }


def write(path: Path, found: dict[str, Any]) -> None:
    """Write the document to *path*, whole or not at all; a device is written to."""
    # Bidirectional controls and lone surrogates are escapes in ASCII, and so exact.
    text = json.dumps(found, indent=1, ensure_ascii=True) + "\n"
    target = path.resolve()  # a link is followed, for its target is what was named
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists() and not target.is_file():
        target.write_text(text, "utf-8")
        return
    half = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    try:
        half.write_text(text, "utf-8")
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


def _operation(run: Run, tally: Tally) -> dict[str, Any]:
    contract, about = tally.contract, tally.contract.about
    shown = {fact.id for fact in tally.covered}
    addresses = sorted({each.address for each in tally.results} - {""})
    return {
        "operation": contract.name,
        "title": about.title,
        "summary": about.summary,
        "page": {
            "title": about.page_title,
            "url": about.page_url,
            "read": about.page_read,
        },
        "spec": about.spec,
        "method": contract.method,
        "path": contract.path,
        "effect": contract.effect,
        "address": addresses[0] if addresses else "",
        **{each: tally.number(each) for each in _COUNTED},
        "not_run": tally.number("skipped"),
        "skipped": tally.skipped,
        "shown": {"known": len(tally.known), "shown": len(shown)},
        "facts": list(told_facts(tally)),
        "unknowns": [
            {
                "fact": each.fact,
                "says": each.says,
                "needed": each.needed,
                "settled": _settled(run, contract, each.fact),
            }
            for each in about.unknowns
        ],
        "defects": [asdict(each) for each in about.defects],
        "cases": [
            {name: getattr(each, name) for name in _OF_A_CASE} for each in tally.results
        ],
    }


def _settled(run: Run, contract: Contract, fact: str) -> str:
    """Return what the run took for a fact that the page leaves unknown, if anything."""
    environment = next(
        (each for each in contract.environments if each.name == run.environment), None
    )
    if environment is not None and fact in environment.facts:
        return f"{environment.facts[fact]} (the environment {environment.name})"
    chosen = contract.stated.get(fact)
    return f"{chosen} (chosen by the tests)" if chosen is not None else ""
