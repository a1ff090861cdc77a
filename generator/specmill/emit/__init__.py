"""The pass from the Api to drafts of files: one module to a kind of file.

Emitters report nothing: what they are given has nothing left to decide.
Files come in three lots: those of one partner, those that are the same for every
package, and those that are put together of what each partner contributes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .. import ir
from ..contribution import Contribution, ReadmeParts, Whole
from ..output import Draft
from . import (
    callback_tests,
    callbacks,
    client,
    contract_tests,
    environment_tests,
    errors,
    forms,
    models,
    operations,
    package,
    partner,
    readme,
    validators,
)
from .held import Twin, held, held_parts

__all__ = [
    "EMITTERS",
    "TABLES",
    "Contribution",
    "ReadmeParts",
    "Twin",
    "Whole",
    "contribution",
    "emit",
    "of_partner",
    "shared",
    "together",
]

EMITTERS: Final = (
    partner,
    client,
    errors,
    forms,
    models,
    operations,
    callbacks,
    validators,
    contract_tests,
    environment_tests,
    callback_tests,
)
"""What makes the files of partners."""

TABLES: Final = (contract_tests, environment_tests, callback_tests)
"""What writes down what follows from the Api, with as many rows as there are."""


def emit(api: ir.Api) -> Iterator[Draft]:
    """Yield every file of the generated distribution, not rendered yet.

    Rendering raises OutputError where a text of a spec would become code.
    """
    contributions = []
    for each in api.partners:
        twin = Twin(ir.Api(api.package, (each,)))
        yield from of_partner(twin)
        contributions.append(contribution(twin))
    yield from shared(api.package)
    yield from together(Whole(api.package, tuple(contributions)))


def of_partner(twin: Twin[ir.Api]) -> Iterator[Draft]:
    """Yield the files of the one partner of what *twin* is the twin of."""
    api = twin.meant
    for emitter in EMITTERS:
        if emitter is models:  # which holds what it gets to what it asked for
            yield from emitter.emit(api)
        else:
            yield from held(emitter.emit, api, is_table=emitter in TABLES, twin=twin)


def contribution(twin: Twin[ir.Api]) -> Contribution:
    """Return what that one partner is to the files of the package.

    Raises OutputError where a text of a spec would become a part of the README.
    """
    (one,) = twin.meant.partners
    return Contribution(
        name=one.name,
        title=one.title,
        needs=tuple(package.needs(one)),
        readme=held_parts("README.md", readme.parts, twin),
    )


def shared(name: str) -> Iterator[Draft]:
    """Yield the files that are the same whatever partners the package *name* has."""
    yield from package.shared(name)
    yield from contract_tests.shared()


def together(whole: Whole) -> Iterator[Draft]:
    """Yield the files that tell of all partners."""
    for made in (package.together, readme.together):
        yield from held(made, whole, is_table=False)
