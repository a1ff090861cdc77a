"""The passes in order, on one screen: read, check, resolve, emit, finish, write.

Each is a function from value to value. A pass reports all that it finds, and then the
pipeline stops; what nothing has changed since the last run is not done again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from . import own, standing
from .diagnostics import Diagnostic, Refused, report
from .output import (
    Cache,
    Changes,
    Counts,
    Draft,
    Lock,
    apply,
    diff,
    finish,
    plan,
    recover,
    turn,
)
from .output.disk import read_regular
from .output.lock import sha256
from .source import Location
from .text import MAX_BYTES

if TYPE_CHECKING:
    from .ir import Api

MAX_SPECS = 10_000
"""How many specs a project may have."""
MAX_TOTAL = 64 * 1024 * 1024
"""How many bytes the specs of a project may have together."""

_T = TypeVar("_T")
_R = TypeVar("_R")


@dataclass(frozen=True, slots=True)
class Project:
    """Where a project keeps its parts; *specs* and *output* are relative to *root*."""

    root: Path
    specs: str = "specs"
    output: str = "generated"
    package: str = "partner_apis"

    @property
    def target(self) -> Path:
        """Return the folder that is generated."""
        return self.root / self.output


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run of `generate` did, or would do."""

    changes: Changes
    counts: Counts
    diff: tuple[str, ...] = ()


def generate(
    project: Project,
    *,
    check_only: bool = False,
    force: bool = False,
    told: Callable[[str], None] = lambda step: None,
) -> Outcome:
    """Make the output folder hold what the specs say; *check_only* writes nothing.

    Raises Refused for specs that cannot be meant and OutputError for a folder that
    cannot be written; then nothing was changed. *told* hears what is being done.
    """
    with turn(project.target):
        if not check_only:
            recover(project.target)
        texts = read_specs(project)
        lock = Lock.read(project.target)
        if lock is not None and is_current(project, lock, texts):
            remember(project, lock)
            return Outcome(Changes(unchanged=tuple(lock.files)), Counts(0, 0, 0))
        told("reading the specs")
        api = understand(project, texts)
        told("writing the code")
        files, counts = finish(_drafts(api), Cache(project.root / ".specmill-cache"))
        new_lock = Lock.of(own.tool(project.package), _hashes(texts), files)
        changes = plan(project.target, files, lock, force=force or check_only)
        if check_only:
            shown = tuple(diff(project.target, files, changes))
            return Outcome(changes, counts, shown)
        apply(project.target, files, new_lock, changes)
        remember(project, new_lock)
        return Outcome(changes, counts)


def understand(
    project: Project,
    texts: dict[str, bytes] | None = None,
    *,
    warn: Callable[[Diagnostic], None] = lambda warning: None,
) -> Api:
    """Return what the specs of *project* mean; *warn* hears of what is merely odd.

    Raises Refused with the findings of the first pass that has some, over all files.
    """
    from .check import check
    from .read import read
    from .resolve import resolve

    texts = read_specs(project) if texts is None else texts
    nodes = _each(texts.items(), lambda item: read(*item))
    specs = _each(nodes, check)
    return resolve(specs, project.package, warn=warn)


def _each(items: Iterable[_T], step: Callable[[_T], _R]) -> list[_R]:
    """Return *step* of every item; raise Refused with the findings of all."""
    done: list[_R] = []
    findings: list[Diagnostic] = []
    for item in items:
        try:
            done.append(step(item))
        except Refused as refused:
            findings.extend(refused.diagnostics)
    if findings:
        raise Refused(findings)
    return done


def read_specs(project: Project) -> dict[str, bytes]:
    """Return the bytes of every spec file by path, in one order on every machine."""
    _, found = standing.spec_paths(os.fspath(project.root), project.specs)
    if not found:
        raise Refused([report("no-specs", Location(project.specs, 1, 1))])
    if len(found) > MAX_SPECS:
        here, count = Location(project.specs, 1, 1), len(found)
        raise Refused([report("too-many-specs", here, count=count, limit=MAX_SPECS)])
    texts: dict[str, bytes] = {}
    total = 0
    for path in found:
        texts[path] = _spec(project.root / path)
        total += len(texts[path])
        if total > MAX_TOTAL:
            place = Location(path, 1, 1)
            raise Refused([report("specs-too-big", place, limit=MAX_TOTAL)])
    return texts


def _spec(path: Path) -> bytes:
    """Return no more of a spec than shows that it is too big; it may be linked to."""
    return read_regular(os.path.realpath(path), most=MAX_BYTES + 1)


def _drafts(api: Api) -> Iterator[Draft]:
    from .emit import emit

    return emit(api)


# What has not changed ------------------------------------------------------------------


def is_current(project: Project, lock: Lock, texts: dict[str, bytes]) -> bool:
    """Tell whether specs, tool and every generated file are as the lock says."""
    return (
        lock.tool == own.tool(project.package)
        and lock.specs == _hashes(texts)
        and all(
            _is_as_written(project.target / path, hash_)
            for path, hash_ in lock.files.items()
        )
    )


def _is_as_written(path: Path, hash_: str) -> bool:
    try:
        return sha256(read_regular(os.fspath(path))) == hash_
    except OSError:
        return False


def _hashes(texts: dict[str, bytes]) -> dict[str, str]:
    return {path: sha256(content) for path, content in texts.items()}


def remember(project: Project, lock: Lock) -> None:
    """Note how everything stands, so that the next run need not read it."""
    parts = (project.specs, project.output, project.package)
    root = os.fspath(project.root)
    standing.remember(root, parts, lock.tool, lock.specs, lock.files)
