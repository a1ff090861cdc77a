"""Servers that check, in an environment, in another order, less, or answer otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from .. import ir
from ..harness.contract import Contract
from ..harness.notes import Played
from ..members import members
from . import Mutant
from .played_checks import checks
from .played_rows import Server
from .played_values import values
from .seams import Change


def mutants(operation: ir.Operation, contract: Contract) -> Iterator[Mutant[Change]]:
    """Yield servers whose checks or results are otherwise; none without an environment."""
    if contract.played is None:
        return
    own = {each.pointer: each for each in members(operation)}
    server = Server(contract, contract.played, own)
    for row in (*checks(server), *values(server)):
        yield Mutant(
            id=row.label,
            fact=row.fact,
            says=row.says,
            change=Change(
                told_by=row.told_by,
                contract=_playing(row.played),
                judged=row.judged,
                left_open=row.left_open,
            ),
        )


def _playing(played: Played) -> Callable[[Contract], Contract]:
    return lambda contract: replace(contract, played=played)
