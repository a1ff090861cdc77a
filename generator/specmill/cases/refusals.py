"""What an operation answers to a faulty request, as far as its page carries that."""

from __future__ import annotations

from typing import Any

from .. import ir
from ..harness.contract import REFUSALS, Contract
from ..harness.edits import Edit
from ..harness.exchanges import Observed, Refused
from ..light import dataclass


def carries_refusal(evidence: ir.Evidence) -> bool:
    """Tell whether *evidence* says what is not allowed; an example only shows what is."""
    return evidence.kind in ("table", "prose", "external")


@dataclass(frozen=True, slots=True)
class Refusals:
    """How an operation refuses: what a faulty request is to be answered with."""

    contract: Contract

    @property
    def are_documented(self) -> bool:
        outcomes = [each.outcome for each in self.contract.codes]
        outcomes += [each.outcome for each in self.contract.replies]
        return any(outcome in REFUSALS for outcome in outcomes)

    @property
    def name_empty_text(self) -> bool:
        return any("empty" in code.answers for code in self.contract.codes)

    def codes(self, kind: str) -> tuple[str, ...]:
        return tuple(code.code for code in self.contract.refusals(kind))

    def of(
        self,
        name: str,
        edits: tuple[Edit, ...],
        kind: str,
        fact: str,
        evidence: ir.Evidence,
        *,
        needs_code: bool = False,
    ) -> Refused | Observed:
        """Return a refusal where the page carries it, an observation otherwise."""
        codes = self.codes(kind)
        why = self._why_not(evidence, codes, needs_code)
        told: dict[str, Any] = {"id": name, "edits": edits, "fact": fact}
        if why:
            return Observed(**told, evidence=str(evidence), why=why)
        return Refused(**told, evidence=str(evidence), fault=kind, codes=codes)

    def _why_not(
        self, evidence: ir.Evidence, codes: tuple[str, ...], needs_code: bool
    ) -> str:
        if not evidence.documented:
            return evidence.detail or "it is inferred"
        if not carries_refusal(evidence):
            return "only an example shows it"
        if not self.are_documented:
            return "the page documents no refusal"
        if needs_code and not codes:
            return "no documented code answers it"
        return ""
