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


def emit(api: ir.Api) -> Iterator[Draft]:
    """Yield every file of the generated distribution, not rendered yet."""
    for emitter in EMITTERS:
        yield from emitter.emit(api)
