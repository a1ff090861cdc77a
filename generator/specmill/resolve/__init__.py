"""The pass from specs as written to the Api as meant.

Everything that refers to something else is replaced by it here, every layer of a
standard, a partner and an operation is merged, and documented examples are held to
documented constraints. After this pass no diagnostic about a spec can occur.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final, TypeVar

from .. import ir, names
from ..diagnostics import Diagnostic, Refused, report
from ..light import dataclass
from ..revealing import revealing
from ..spec import (
    KINDS,
    CallbackSpec,
    EnvironmentSpec,
    OperationSpec,
    PartnerSpec,
    Spec,
    StandardSpec,
)
from ..variables import shared
from .checks import arguments
from .operations import path_of
from .partners import resolve_partner
from .variables import variables_of

__all__ = ["arguments", "resolve", "variables_of"]

ENVIRONMENTS: Final = "environments"
"""The folder beside `partner.yaml` that environments stand in, or may."""


def resolve(
    specs: Sequence[Spec],
    package: str = "partner_apis",
    *,
    warn: Callable[[Diagnostic], None] = lambda warning: None,
    look: Callable[[str], None] = lambda path: None,
) -> ir.Api:
    """Return what *specs* mean together, for a package of that name.

    Raises Refused with everything that is wrong with them; *warn* hears of what is odd
    where nothing is. *look* gets the path of each operation that comes next, and may
    raise Refused where that is too late.
    """
    findings: list[Diagnostic] = []
    shelf = _shelve(specs, findings)
    findings += (each for spec in specs for each in revealing(spec.node))
    findings += _no_file_names(specs)
    partners = tuple(
        resolve_partner(
            spec,
            shelf.operations.get(folder, []),
            shelf.environments.get(folder, []),
            shelf.callbacks.get(folder, []),
            shelf.standards,
            findings,
            look,
        )
        for folder, spec in sorted(shelf.partners.items())
    )
    findings += shared(variables_of(specs))
    found = dict.fromkeys(findings)  # two partners tell a standard's faults alike
    errors = [finding for finding in found if finding.severity == "error"]
    if errors:  # what is odd may follow from what is wrong
        raise Refused(errors)
    for warning in found:
        warn(warning)
    return ir.Api(package, partners)


def _no_file_names(specs: Sequence[Spec]) -> Iterator[Diagnostic]:
    for spec in specs:
        kind = next(name for name, each in KINDS.items() if type(spec) is each)
        name = str(getattr(spec, kind))
        if not names.is_file_name(name):
            yield report("no-file-name", spec.at(kind), name=name)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The specs by what they are and the folder of the partner that they belong to."""

    standards: dict[str, StandardSpec]
    partners: dict[str, PartnerSpec]
    operations: dict[str, list[OperationSpec]]
    environments: dict[str, list[EnvironmentSpec]]
    callbacks: dict[str, list[CallbackSpec]]


def _shelve(specs: Sequence[Spec], findings: list[Diagnostic]) -> _Shelf:
    shelf = _Shelf({}, {}, {}, {}, {})
    for spec in specs:
        folder = PurePosixPath(path_of(spec)).parent
        if isinstance(spec, StandardSpec):
            findings.extend(
                _put(
                    shelf.standards, str(spec.standard), spec, "standard", spec.standard
                )
            )
        elif isinstance(spec, PartnerSpec):
            findings.extend(
                _put(shelf.partners, str(folder), spec, "partner", spec.partner)
            )
        elif isinstance(spec, OperationSpec):
            shelf.operations.setdefault(str(folder), []).append(spec)
        elif isinstance(spec, CallbackSpec):
            shelf.callbacks.setdefault(str(folder), []).append(spec)
        else:
            home = folder.parent if folder.name == ENVIRONMENTS else folder
            shelf.environments.setdefault(str(home), []).append(spec)
    findings.extend(_orphans(shelf))
    findings.extend(_same_partner_names(shelf))
    return shelf


_Shelved = TypeVar("_Shelved", StandardSpec, PartnerSpec)


def _put(
    shelf: dict[str, _Shelved], place: str, spec: _Shelved, kind: str, name: str | None
) -> Iterator[Diagnostic]:
    first = shelf.setdefault(place, spec)
    if first is not spec:
        at, where = spec.at(kind), first.at(kind)
        yield report("said-twice", at, what=kind, name=name, first=where)


def _same_partner_names(shelf: _Shelf) -> Iterator[Diagnostic]:
    seen: dict[str | None, PartnerSpec] = {}
    for spec in shelf.partners.values():
        first = seen.setdefault(spec.partner, spec)
        if first is not spec:
            at, where = spec.at("partner"), first.at("partner")
            yield report(
                "said-twice", at, what="partner", name=spec.partner, first=where
            )


def _orphans(shelf: _Shelf) -> Iterator[Diagnostic]:
    for table in (shelf.operations, shelf.environments, shelf.callbacks):
        for folder in table.keys() - shelf.partners.keys():
            for spec in table[folder]:
                yield report("no-partner", spec.at(), folder=folder)
