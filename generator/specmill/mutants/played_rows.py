"""What is known of a server that checks otherwise, and one way in which it may."""

from __future__ import annotations

from collections.abc import Mapping

from ..harness.contract import Contract
from ..harness.notes import Played
from ..harness.pointers import steps_of
from ..light import dataclass
from ..members import Member
from .seams import Judged, Told


@dataclass(frozen=True, slots=True)
class Server:
    """What is known of the server that is changed."""

    contract: Contract
    played: Played
    members: Mapping[str, Member]

    @property
    def answers(self) -> tuple[str, ...]:
        """Return every answer that the environment gives, each once, in order."""
        names = [name for each in self.played.checks for name in each.answers.values()]
        names += [each.answer for each in self.played.results]
        return tuple(dict.fromkeys(names))

    def names_field(self, answer: str) -> bool:
        """Tell whether the text of *answer* names what it is about."""
        code = self.contract.code(answer)
        return code is not None and "{field}" in code.message


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    says: str
    told_by: Told
    played: Played
    fact: str = ""
    judged: Judged = lambda known, received, judgement: judgement
    left_open: str = ""


def named(pointer: str) -> str:
    return ".".join(steps_of(pointer)) or "the body"
