"""Where a fact stands on its page."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from ..light import dataclass
from ..read import Mapping, Node, Scalar
from ..shapes import (
    Either,
    Findings,
    Record,
    Schema,
    Text,
    Written,
    key,
    keys_of,
    word,
    wrong,
)
from .words import EVIDENCE_WORDS


@dataclass(frozen=True, slots=True)
class EvidenceSource(Written):
    """Evidence that is not on the page: another public source, or a reason."""

    choices: ClassVar[tuple[str, ...]] = ("external", "inferred")

    external: str | None = key(Text("the name of the source"), "another public source")
    inferred: str | None = key(Text("the reason"), "an inference, with its reason")


EVIDENCE = Either(
    scalar=word(*EVIDENCE_WORDS), mapping=Record(lambda: EvidenceSource, "evidence")
)


@dataclass(frozen=True, slots=True)
class EvidenceByKey(Written):
    """Evidence for each key of a field, and `else` for the keys that are not named."""

    else_: Any = key(EVIDENCE, "the evidence of every other key", required=True)
    name: Any = key(EVIDENCE, "the evidence of the wire name")
    type: Any = key(EVIDENCE, "the evidence of the type")
    required: Any = key(EVIDENCE, "the evidence of required or optional")
    length: Any = key(EVIDENCE, "the evidence of the length")
    range: Any = key(EVIDENCE, "the evidence of the range")
    pattern: Any = key(EVIDENCE, "the evidence of the pattern")
    chars: Any = key(EVIDENCE, "the evidence of the permitted characters")
    enum: Any = key(EVIDENCE, "the evidence of the listed values")
    const: Any = key(EVIDENCE, "the evidence of the fixed value")
    format: Any = key(EVIDENCE, "the evidence of the written form")
    default: Any = key(EVIDENCE, "the evidence of the default")
    decimals: Any = key(EVIDENCE, "the evidence of digits and decimals")
    starts: Any = key(EVIDENCE, "the evidence of what it begins with")
    count: Any = key(EVIDENCE, "the evidence of how many there are")
    standard: Any = key(EVIDENCE, "the evidence of the standard")
    case: Any = key(EVIDENCE, "the evidence of the letter case")
    holds: Any = key(EVIDENCE, "the evidence of what it holds")
    one_of: Any = key(EVIDENCE, "the evidence of the sets of limits")


class FieldEvidence:
    """One evidence for a field, or one for each of its keys."""

    expects = (
        "table, prose, example, {external: source}, {inferred: reason},"
        " or one of these for each key"
    )
    _whole = Record(lambda: EvidenceSource, "evidence")
    _by_key = Record(lambda: EvidenceByKey, "evidence by key")
    _word = word(*EVIDENCE_WORDS)

    def read(self, node: Node, findings: Findings) -> Any:
        """Return the value of *node*; by key where it says `else` or names a key."""
        if isinstance(node, Mapping):
            is_by_key = any(str(each.key.value) in _KEYS_WITH_EVIDENCE for each in node)
            return (self._by_key if is_by_key else self._whole).read(node, findings)
        if isinstance(node, Scalar):
            return self._word.read(node, findings)
        wrong(self, node, findings)
        return None

    def schema(self) -> Schema:
        """Return the same as JSON Schema (draft 7)."""
        shapes = (self._word, self._whole, self._by_key)
        return {"anyOf": [shape.schema() for shape in shapes]}


_KEYS_WITH_EVIDENCE: Final = keys_of(EvidenceByKey)
