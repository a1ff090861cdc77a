"""The passes in order, on one screen: read, check, resolve, emit, finish, write.

Each is a function from value to value. A pass reports all that it finds, and then the
pipeline stops; what nothing has changed since the last run is not done again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from . import own, standing
from .clock import Clock
from .diagnostics import Diagnostic, Refused, report
from .kept import Kept
from .light import dataclass
from .making import Making, Sources
from .output import (
    LOCK,
    Cache,
    Changes,
    Counts,
    Lock,
    OutputError,
    apply,
    diff,
    plan,
    printable,
    recover,
    turn,
)
from .output.disk import read_regular
from .output.files import sha256
from .source import Location
from .standing import Looked
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
    max_seconds: float = 600
    """How long a run may take, of `check` or `generate`."""

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
        clock = Clock(project.max_seconds)
        if not check_only:
            recover(project.target)
        lock = Lock.read(project.target)
        # By hash alone: what is checked may have been put there with its times.
        looked = None if check_only else _look(project)
        sources = _sources(project, lock, looked)
        stands = _stands(project, lock, looked)
        if lock is not None and is_current(project, lock, sources.hashes, stands):
            remember(project, lock, looked)
            return Outcome(Changes(unchanged=tuple(lock.files)), Counts(0, 0, 0))
        tool = own.tool(project.package)
        cache = Cache(project.root / standing.FOLDER)
        kept = Kept(cache, tool)
        making = Making(project.package, sources, cache, kept, told, clock.look)
        planned = partial(
            plan,
            project.target,
            lock=lock,
            force=force or check_only,
            standing=stands,
        )
        files = making.files()
        changes = planned(files)
        due = {*changes.added, *changes.changed, *changes.edited}
        unmade = {each.path for each in files if each.path in due} - making.made
        if unmade:
            files = making.files(unmade)
            changes = planned(files)
        counts = making.counts(files)
        if check_only:
            shown = tuple(diff(project.target, files, changes))
            return Outcome(changes, counts, shown)
        clock.look(project.specs)
        new_lock = Lock.of(tool, sources.hashes, files)
        spare = os.fspath(project.root / standing.FOLDER / "spare")
        touched = apply(project.target, files, new_lock, changes, spare=spare)
        remember(project, new_lock, looked, touched)
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

    clock = Clock(project.max_seconds)
    texts = read_specs(project) if texts is None else texts
    nodes = _each(texts, read, clock)
    specs = _each(nodes, lambda path, node: check(node), clock)
    return resolve(tuple(specs.values()), project.package, warn=warn, look=clock.look)


def _each(
    items: Mapping[str, _T], step: Callable[[str, _T], _R], clock: Clock
) -> dict[str, _R]:
    """Return *step* of every file, by path; raise Refused with the findings of all."""
    done: dict[str, _R] = {}
    findings: list[Diagnostic] = []
    for path, item in items.items():
        clock.look(path)
        try:
            done[path] = step(path, item)
        except Refused as refused:
            findings.extend(refused.diagnostics)
    if findings:
        raise Refused(findings)
    return done


def read_specs(project: Project) -> dict[str, bytes]:
    """Return the bytes of every spec file by path, in one order on every machine."""
    _, found = standing.spec_paths(os.fspath(project.root), project.specs)
    _require_few(project, found)
    texts: dict[str, bytes] = {}
    total = 0
    for path in found:
        texts[path] = _spec(project.root / path)
        total += len(texts[path])
        _require_small(path, total)
    return texts


def _require_few(project: Project, found: Sequence[str]) -> None:
    here = Location(project.specs, 1, 1)
    if not found:
        raise Refused([report("no-specs", here)])
    if len(found) > MAX_SPECS:
        found_too_many = report(
            "too-many-specs", here, count=len(found), limit=MAX_SPECS
        )
        raise Refused([found_too_many])


def _require_small(path: str, total: int) -> None:
    if total > MAX_TOTAL:
        place = Location(path, 1, 1)
        raise Refused([report("specs-too-big", place, limit=MAX_TOTAL)])


def _spec(path: Path) -> bytes:
    """Return no more of a spec than shows that it is too big; it may be linked to."""
    return read_regular(os.path.realpath(path), most=MAX_BYTES + 1)


# What has not changed ------------------------------------------------------------------


def _look(project: Project) -> Looked:
    looked = standing.look(os.fspath(project.root), _parts(project))
    tool = looked.tool()
    if tool is not None:
        own.believe(project.package, tool)
    return looked


def _is_indexed(project: Project, looked: Looked | None) -> bool:
    """Tell whether the lock is the one that the index was written for."""
    place = f"{project.output}/{LOCK}"
    return looked is not None and looked.is_same_file(place)


def _sources(project: Project, lock: Lock | None, looked: Looked | None) -> Sources:
    """Return the specs; what stands as the index says is not read for its hash."""
    if lock is None or looked is None or not _is_indexed(project, looked):
        texts = read_specs(project)
        return Sources(_hashes(texts), texts.__getitem__)
    _require_few(project, looked.paths)
    texts, hashes, total = {}, {}, 0
    for path in looked.paths:
        size = looked.size_if_same(path)
        if size is None or path not in lock.specs:
            texts[path] = _spec(project.root / path)
            hashes[path] = sha256(texts[path])
            size = len(texts[path])
        else:
            hashes[path] = lock.specs[path]
        total += size
        _require_small(path, total)

    def read(path: str) -> bytes:
        if path not in texts:
            texts[path] = _spec(project.root / path)
            if sha256(texts[path]) != hashes[path]:
                raise OutputError(f"{printable(path)} was just changed; run again")
        return texts[path]

    return Sources(hashes, read)


def _stands(
    project: Project, lock: Lock | None, looked: Looked | None
) -> dict[str, str]:
    """Return the hashes of what stands of our files; what is as the index says is ours."""
    if lock is None:
        return {}
    is_indexed = _is_indexed(project, looked)
    found: dict[str, str] = {}
    for path, hash_ in lock.files.items():
        place = f"{project.output}/{path}"
        if is_indexed and looked is not None and looked.is_same_file(place):
            found[path] = hash_
            continue
        with suppress(OSError):  # which is told when all is compared
            found[path] = sha256(read_regular(os.fspath(project.target / path)))
    return found


def is_current(
    project: Project,
    lock: Lock,
    specs: Mapping[str, str],
    stands: Mapping[str, str],
) -> bool:
    """Tell whether specs, tool and every generated file are as the lock says."""
    return (
        lock.tool == own.tool(project.package)
        and lock.specs == specs
        and lock.files == stands
    )


def _hashes(texts: dict[str, bytes]) -> dict[str, str]:
    return {path: sha256(content) for path, content in texts.items()}


def remember(
    project: Project,
    lock: Lock,
    looked: Looked | None = None,
    touched: Container[str] | None = None,
) -> None:
    """Note how everything stands, so that the next run need not read it."""
    root = os.fspath(project.root)
    told = (lock.tool, lock.specs, lock.files)
    standing.remember(root, _parts(project), *told, looked, touched)


def _parts(project: Project) -> tuple[str, str, str]:
    return project.specs, project.output, project.package
