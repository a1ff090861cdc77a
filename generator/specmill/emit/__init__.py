"""The pass from the Api to drafts of files: one module to a kind of file.

Emitters report nothing: what they are given has nothing left to decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .. import ir
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
from .held import held

EMITTERS: Final = (
    package,
    readme,
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


TABLES: Final = (contract_tests, environment_tests, callback_tests)
"""What writes down what follows from the Api, with as many rows as there are."""


def emit(api: ir.Api) -> Iterator[Draft]:
    """Yield every file of the generated distribution, not rendered yet.

    Rendering raises OutputError where a text of a spec would become code.
    """
    for emitter in EMITTERS:
        if emitter is models:  # which holds what it gets to what it asked for
            yield from emitter.emit(api)
        else:
            yield from held(emitter.emit, api, is_table=emitter in TABLES)
