"""Specs -> files, a unit at a time: what is kept is taken, and the rest is made.

A unit that nothing has changed is neither read nor resolved. So an edit costs what its
partner costs, and a first run holds one partner at a time, however many there are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from dataclasses import field
from typing import TYPE_CHECKING

from .diagnostics import Diagnostic, Refused
from .kept import Kept, Made, told_of
from .light import dataclass
from .output import Cache, Counts, File, digest, finish
from .partition import Label, Unit, guessed, label_of, partition
from .variables import shared

if TYPE_CHECKING:
    from .ir import Api
    from .output import Draft
    from .spec import Spec


@dataclass(frozen=True, slots=True)
class Sources:
    """The specs of a project: the hashes of all, and a way to the content of each."""

    hashes: Mapping[str, str]
    read: Callable[[str], bytes]
    """Returns the content of a spec; raises OutputError if it has changed since."""


@dataclass(slots=True)
class _Findings:
    """What is wrong, by the pass that found it."""

    read: list[Diagnostic] = field(default_factory=list)
    checked: list[Diagnostic] = field(default_factory=list)
    resolved: list[Diagnostic] = field(default_factory=list)

    def tell(self) -> None:
        """Raise Refused with the findings of the first pass that has some."""
        for found in (self.read, self.checked, self.resolved):
            if found:  # two units tell a standard's faults alike
                raise Refused(dict.fromkeys(found))

    def __bool__(self) -> bool:
        return bool(self.read or self.checked or self.resolved)


class Making:
    """Makes the files of one package, and remembers what it made."""

    def __init__(
        self,
        package: str,
        sources: Sources,
        cache: Cache,
        kept: Kept,
        told: Callable[[str], None],
        look: Callable[[str], None],
    ) -> None:
        """*look* gets the path of the spec that a step is about, and may raise Refused."""
        self._package = package
        self._sources = sources
        self._cache = cache
        self._kept = kept
        self._told = told
        self._look = look
        self._made: dict[str, Made] = {}
        self._files: dict[str, File] = {}
        self._standards: dict[str, Spec] = {}
        self._rendered = self._formatted = 0

    def files(self, again: Set[str] = frozenset()) -> tuple[File, ...]:
        """Return every file of the package, with content where it was made just now.

        What was kept of a unit with one of the files *again* is not believed. Raises
        Refused with what is wrong with the specs.
        """
        kept = self._kept.labels()
        labels = {
            path: kept.get(hash_) or guessed(self._sources.read(path))
            for path, hash_ in self._sources.hashes.items()
        }
        while wrong := self._units(units := partition(labels), labels, again):
            labels |= wrong  # and other specs may belong together
        by_hash = {self._sources.hashes[path]: label for path, label in labels.items()}
        if by_hash != kept:
            self._kept.keep_labels(by_hash)
        made = [self._made[self._about(unit)] for unit in units]
        if clashes := tuple(shared(each for one in made for each in one.variables)):
            raise Refused(clashes)
        made += self._of_package(made, again)
        return tuple(self._file(*each) for one in made for each in one.files.items())

    def counts(self, files: Collection[File]) -> Counts:
        """Return what it took to make *files*."""
        return Counts(self._rendered, self._formatted, len(files) - self._rendered)

    @property
    def made(self) -> Set[str]:
        """The paths of the files whose content is at hand."""
        return self._files.keys()

    def _file(self, path: str, hash_: str) -> File:
        return self._files.get(path) or File.known(path, hash_)

    # Units -----------------------------------------------------------------------------

    def _units(
        self, units: Iterable[Unit], labels: Mapping[str, Label], again: Set[str]
    ) -> dict[str, Label]:
        """Make what is not kept of all units; return the labels that were wrong.

        Where some were, units are others, and nothing is told of these.
        """
        findings = _Findings()
        wrong: dict[str, Label] = {}
        for unit in units:
            about = self._about(unit)
            if self._is_known(about, again):
                continue
            specs = dict(self._load(unit, findings))
            truth = {path: label_of(spec) for path, spec in specs.items()}
            wrong |= {
                path: told for path, told in truth.items() if told != labels[path]
            }
            if wrong or findings.read or findings.checked:
                continue
            api = self._resolve(specs.values(), findings)
            if api is not None and not findings:
                self._make(unit, api, specs.values())
        if not wrong:
            findings.tell()
        return wrong

    def _about(self, unit: Unit) -> str:
        """Return a digest of all that a unit follows from."""
        told = ((path, self._sources.hashes[path]) for path in unit.paths)
        return digest("unit", *(each for pair in told for each in pair))

    def _is_known(self, about: str, again: Set[str]) -> bool:
        made = self._made.get(about) or self._kept.made(about)
        if made is None or not made.files.keys() & again <= self._files.keys():
            return False
        self._made[about] = made
        return True

    def _load(self, unit: Unit, findings: _Findings) -> Iterator[tuple[str, Spec]]:
        """Yield the specs of a unit that are sound by themselves."""
        from .check import check
        from .read import read

        self._told("reading the specs")
        for path in unit.paths:
            if path in self._standards:
                yield path, self._standards[path]
                continue
            self._look(path)
            try:
                node = read(path, self._sources.read(path))
            except Refused as refused:
                findings.read += refused.diagnostics
                continue
            try:
                spec = check(node)
            except Refused as refused:
                findings.checked += refused.diagnostics
                continue
            if label_of(spec).kind == "standard":
                self._standards[path] = spec  # which other partners may follow
            yield path, spec

    def _resolve(self, specs: Iterable[Spec], findings: _Findings) -> Api | None:
        from .resolve import resolve

        try:
            return resolve(list(specs), self._package, look=self._look)
        except Refused as refused:
            findings.resolved += refused.diagnostics
            return None

    def _make(self, unit: Unit, api: Api, specs: Iterable[Spec]) -> None:
        from . import emit
        from .resolve import variables_of

        self._told("writing the code")
        if api.partners:
            twin = emit.Twin(api)
            files = self._finish(self._timed(emit.of_partner(twin), unit.folder))
            made = Made(files, emit.contribution(twin), tuple(variables_of(specs)))
        else:
            made = Made({})  # a standard that nobody follows
        self._keep(self._about(unit), made)

    def _timed(self, drafts: Iterable[Draft], folder: str) -> Iterator[Draft]:
        for draft in drafts:
            self._look(folder)
            yield draft

    # Files of the package --------------------------------------------------------------

    def _of_package(self, made: Iterable[Made], again: Set[str]) -> Iterator[Made]:
        """Yield what is the same for all, and what is put together of all."""
        from . import emit

        found = [each.contribution for each in made if each.contribution is not None]
        told = [json.dumps(told_of(each)) for each in found]
        whole = emit.Whole(self._package, tuple(found))
        lots: dict[str, Callable[[], Iterable[Draft]]] = {
            digest("shared"): lambda: emit.shared(self._package),
            digest("together", *told): lambda: emit.together(whole),
        }
        for about, drafts in lots.items():
            if not self._is_known(about, again):
                self._keep(about, Made(self._finish(drafts())))
            yield self._made[about]

    def _finish(self, drafts: Iterable[Draft]) -> dict[str, str]:
        files, counts = finish(drafts, self._cache)
        self._rendered += counts.rendered
        self._formatted += counts.formatted
        self._files |= {file.path: file for file in files}
        return {file.path: file.hash for file in files}

    def _keep(self, about: str, made: Made) -> None:
        self._made[about] = made
        self._kept.keep(about, made)
