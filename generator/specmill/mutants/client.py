"""The client's side: a generated client, validator or runtime with one thing wrong.

Unlike a provider, a client is changed in its generated source, and the generated tests
themselves run against it, each mutant in a process of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any, Final

from .. import ir, own
from ..pipeline import Project
from ..verbatim import exact
from . import Mutant, Wanted, client_declared, client_runtime, client_surface
from . import client_validators as validators
from .client_source import Change, Operators, Source, Subject
from .client_worker import Trial, asked

FAMILIES: Final[tuple[Operators, ...]] = (
    client_declared.changes,
    client_surface.changes,
    validators.changes,
    client_runtime.changes,
)
"""Every table of mutation operators: from a generated operation to changes."""


class NotGenerated(Exception):
    """There is nothing to change; the text says what to do."""


def subjects(project: Project, api: ir.Api, wanted: Wanted) -> Iterator[Generated]:
    """Yield every operation that is wanted, as it was generated.

    Clients know no environment's own cases, so that there are none with one. Raises
    NotGenerated where the generated folder lacks a file of an operation.
    """
    if wanted.environment:
        return
    for partner in api.partners:
        for operation in partner.operations:
            if wanted.has(f"{partner.name}.{operation.name}"):
                files = sources(project.target, api.package, partner.name)
                meant = Subject(api.package, partner, operation, files)
                yield Generated(project.target, meant)


def sources(target: Path, package: str, partner: str) -> dict[str, Source]:
    """Return the generated files of a partner and those of the runtime, by path."""
    folders = (target / package / partner, target / package / "_runtime")
    if not all(folder.is_dir() for folder in folders):
        raise NotGenerated(
            f"{target} has no clients of {partner}: run specmill generate"
        )
    paths = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    names = [path.relative_to(target).as_posix() for path in paths]
    texts = [path.read_text("utf-8") for path in paths]
    return {
        name: Source.of(name, text) for name, text in zip(names, texts, strict=True)
    }


@dataclass(frozen=True)
class Generated:
    """One operation as it was generated, with the tests that hold it to its page."""

    target: Path
    meant: Subject
    environment: str = field(default="", init=False)
    side: str = field(default="client", init=False)

    @property
    def operation(self) -> str:
        return f"{self.meant.partner.name}.{self.meant.operation.name}"

    @cached_property
    def _mutants(self) -> tuple[Mutant[Change], ...]:
        return tuple(
            Mutant(change.id, change.fact, f"the client {change.says}", change)
            for family in FAMILIES
            for change in map(exact, family(self.meant))
        )

    def mutants(self) -> Sequence[Mutant[Change]]:
        return self._mutants

    def fails(self) -> str | None:
        return self._tried()

    def found_by(self, mutant: Mutant[Change]) -> str | None:
        change = mutant.change
        return self._tried(
            file=change.file,
            start=change.start,
            end=change.end,
            text=change.text,
            first=change.first,
        )

    def reason(self, mutant: Mutant[Change]) -> str | None:
        """Return None: what the spec does not decide is not changed at all."""
        return None

    def _tried(self, **changed: Any) -> str | None:
        meant = self.meant
        names = (meant.package, meant.partner.name, meant.operation.name)
        return _worker(self.target).first_failure(Trial(*names, **changed))


class _Worker:
    """A process that runs generated tests, as long as this one lives."""

    def __init__(self, target: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "specmill.mutants.client_worker", str(target)],
            cwd=Path(own.HERE).parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        # Processes of a pool leave without `atexit`.
        Finalize(self, _ended, args=(self._process,), exitpriority=10)

    def first_failure(self, trial: Trial) -> str | None:
        process = self._process
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(asked(trial))
        process.stdin.flush()
        found: str = json.loads(process.stdout.readline())
        return found or None


def _ended(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None and process.stdout is not None
    process.stdin.close()
    process.wait()
    process.stdout.close()


@cache
def _worker(target: Path) -> _Worker:
    return _Worker(target)
