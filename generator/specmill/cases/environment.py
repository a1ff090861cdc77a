"""Cases about one server: every check, in its order, and every programmed result."""

from __future__ import annotations

from .. import ir
from ..contracts import played_contract
from ..harness.at_once import AtOnce
from ..harness.exchanges import Observed
from ..harness.moving import Moves
from ..harness.programmed import Gets, NotServed, Repeated
from ..light import dataclass
from ..members import members
from ..verbatim import exact
from . import faults, programmed, remembered, taken
from .accepted import accepted
from .stage import Stage


@dataclass(frozen=True, slots=True)
class PlayedCases:
    """The tables of one operation of one environment."""

    faults: tuple[Gets, ...]
    order: tuple[Gets, ...]
    results: tuple[Gets, ...]
    accepted: tuple[Gets, ...]
    repeated: tuple[Repeated, ...]
    at_once: tuple[AtOnce, ...]
    moving: tuple[Moves, ...]
    not_served: tuple[NotServed, ...]
    observed: tuple[Observed, ...]


def played_cases(
    partner: ir.Partner, environment: ir.Environment, played: ir.Played
) -> PlayedCases:
    """Return everything that is shown of one operation of *environment*."""
    contract = played_contract(partner, environment, played)
    stage = Stage(
        played, contract, {each.steps: each for each in members(played.operation)}
    )
    shapes = tuple(accepted(played.operation, contract))
    found = PlayedCases(
        faults=tuple(faults.faults(stage)),
        order=tuple(faults.order(stage)),
        results=tuple(programmed.results(stage)),
        accepted=tuple(taken.accepted(stage, shapes)),
        repeated=tuple(remembered.repeated(stage)),
        at_once=tuple(remembered.at_once(stage)),
        moving=tuple(remembered.moving(stage)),
        not_served=tuple(taken.not_served(stage)),
        observed=(
            *(each for each in shapes if isinstance(each, Observed)),
            *faults.observed(stage),
        ),
    )
    return exact(found)
