"""Shapes of values without parts: text, words, numbers."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any, Final

from ..conditions import Expression, Unclear, parse
from ..diagnostics import nearest, report
from ..light import dataclass
from ..read import Node, Scalar, plain
from ..verbatim import Verbatim, verbatim
from .base import Findings, Json, Schema, is_of_names, wrong


@dataclass(frozen=True, slots=True)
class Text:
    """Text of one line or more, optionally of a given pattern."""

    expects: str = "text"
    pattern: str | None = None

    def read(self, node: Node, findings: Findings) -> str | None:
        value = node.value if isinstance(node, Scalar) else None
        if isinstance(value, str) and self._fits(value):
            return value if is_of_names(self.pattern) else Verbatim(value)
        wrong(self, node, findings)
        return None

    def _fits(self, value: str) -> bool:
        if self.pattern is None:
            return bool(value.strip())
        return re.fullmatch(self.pattern, value, re.ASCII) is not None

    def schema(self) -> Schema:
        pattern = r"\S" if self.pattern is None else f"^(?:{self.pattern})$"
        says = f"this should be {self.expects}"
        return {"type": "string", "pattern": pattern, "patternErrorMessage": says}


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar; whether it has come is not asked, which changes by itself."""

    expects: str = 'a quoted date such as "2026-11-21"'

    def read(self, node: Node, findings: Findings) -> str | None:
        value = node.value if isinstance(node, Scalar) else None
        if isinstance(value, str) and re.fullmatch(_DAY, value, re.ASCII):
            try:
                date.fromisoformat(value)
            except ValueError:
                wrong(self, node, findings, hint="no calendar has this day")
                return None
            return value
        wrong(self, node, findings)
        return None

    def schema(self) -> Schema:
        says = f"this should be {self.expects}"
        return {
            "type": "string",
            "pattern": f"^(?:{_DAY})$",
            "patternErrorMessage": says,
        }


_DAY: Final = r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"


@dataclass(frozen=True, slots=True)
class Expressed:
    """A condition as one small expression, such as `body.kind = "A"`."""

    expects: str = 'a condition such as body.kind = "A" or body.card is present'

    def read(self, node: Node, findings: Findings) -> Expression | None:
        value = node.value if isinstance(node, Scalar) else None
        if not isinstance(value, str) or not value.strip():
            wrong(self, node, findings)
            return None
        try:
            return parse(value)
        except Unclear as error:
            says = str(error)
            findings.append(report("unclear-condition", node.location, says=says))
            return None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": _STARTS_LIKE_ONE}


_STARTS_LIKE_ONE: Final = r"^\s*(?:\(|not\b|(?:body|query|headers|segments)\.)"


@dataclass(frozen=True, slots=True)
class Word:
    """One of a fixed list of words."""

    words: tuple[str, ...]

    @property
    def expects(self) -> str:
        return "one of " + ", ".join(self.words)

    def read(self, node: Node, findings: Findings) -> str | None:
        value = node.value if isinstance(node, Scalar) else None
        if isinstance(value, str) and value in self.words:
            return value
        if not isinstance(value, str):
            wrong(self, node, findings)
            return None
        near, known = nearest(value, self.words), ", ".join(self.words)
        findings.append(
            report("unknown-word", node.location, near=near, word=value, known=known)
        )
        return None

    def schema(self) -> Schema:
        return {"enum": list(self.words)}


def word(*words: str) -> Word:
    """Return the shape of one of *words*."""
    return Word(words)


@dataclass(frozen=True, slots=True)
class Truth:
    """true or false."""

    expects: str = "true or false"

    def read(self, node: Node, findings: Findings) -> bool | None:
        if isinstance(node, Scalar) and isinstance(node.value, bool):
            return node.value
        wrong(self, node, findings)
        return None

    def schema(self) -> Schema:
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from *least* to *most*, which are within it."""

    expects: str = "a whole number"
    least: int = 0
    most: int | None = None

    def read(self, node: Node, findings: Findings) -> int | None:
        value = node.value if isinstance(node, Scalar) else None
        if type(value) is int and self._fits(value):
            return value
        wrong(self, node, findings)
        return None

    def _fits(self, value: int) -> bool:
        return self.least <= value and (self.most is None or value <= self.most)

    def schema(self) -> Schema:
        schema: Schema = {"type": "integer", "minimum": self.least}
        return schema if self.most is None else {**schema, "maximum": self.most}


@dataclass(frozen=True, slots=True)
class Literally:
    """One scalar: text, a number, true, false or null, as it stands on the wire."""

    expects: str = "text, a number, true, false or null"

    def read(self, node: Node, findings: Findings) -> Json:
        if isinstance(node, Scalar):
            return verbatim(node.value)
        wrong(self, node, findings)
        return None

    def schema(self) -> Schema:
        return {"type": ["string", "number", "boolean", "null"]}


@dataclass(frozen=True, slots=True)
class Value:
    """Any JSON value, such as a documented example."""

    expects: str = "a value"

    def read(self, node: Node, findings: Findings) -> Json:
        return verbatim(plain(node))

    def schema(self) -> Schema:
        return {}


@dataclass(frozen=True, slots=True)
class NumberBounds:
    """The least and the greatest number, which may have a sign and decimals."""

    expects: str = "a number or a range such as 6, 0.01..99.99, ..5 or -3.."

    def read(self, node: Node, findings: Findings) -> tuple[Any, Any] | None:
        value = node.value if isinstance(node, Scalar) else None
        if type(value) is int:
            return value, value
        if isinstance(value, str) and re.fullmatch(_NUMBERS, value, re.ASCII):
            low, high = (_number(end) for end in value.split(".."))
            if low is None or high is None or low <= high:
                return low, high
            wrong(self, node, findings, hint="the bounds are reversed")
            return None
        wrong(self, node, findings, hint=self._length(node))
        return None

    @staticmethod
    def _length(node: Node) -> str:
        """Return what may be wrong beside the kind: a number that nobody counts to."""
        is_long = isinstance(node, Scalar) and re.search("[0-9]{39}", node.text)
        return "at most 38 digits" if is_long else ""

    def schema(self) -> Schema:
        text = {"type": "string", "pattern": f"^(?:{_NUMBERS})$"}
        return {"anyOf": [{"type": "integer"}, text]}


_ONE: Final = r"-?(?:0|[1-9][0-9]{0,37})(?:\.[0-9]{1,38})?"
_NUMBERS: Final = rf"{_ONE}\.\.(?:{_ONE})?|\.\.{_ONE}"


def _number(text: str) -> int | Decimal | None:
    if not text:
        return None
    return Decimal(text) if "." in text else int(text)


@dataclass(frozen=True, slots=True)
class Bounds:
    """A minimum and a maximum: `6`, `..64`, `24..27`, `3..`; None where there is none.

    Cases show what stands at an end, so that no end is longer than can be written out.
    """

    expects: str = "a number or a range such as 6, ..64, 24..27 or 3.."
    pattern: str = r"(?:0|[1-9][0-9]{0,7})?\.\.(?:0|[1-9][0-9]{0,7})?"
    most: int = 99_999_999

    def read(
        self, node: Node, findings: Findings
    ) -> tuple[int | None, int | None] | None:
        value = node.value if isinstance(node, Scalar) else None
        if type(value) is int and 0 <= value <= self.most:
            return value, value
        if not isinstance(value, str) or not re.fullmatch(self.pattern, value):
            is_long = (
                re.search("[0-9]{9}", node.text) if isinstance(node, Scalar) else None
            )
            hint = f"at most {self.most}" if is_long else ""
            wrong(self, node, findings, hint=hint)
            return None
        low, high = (int(end) if end else None for end in value.split(".."))
        if low is None and high is None:
            wrong(self, node, findings)
            return None
        if low is not None and high is not None and low > high:
            wrong(self, node, findings, hint="the bounds are reversed")
            return None
        return low, high

    def schema(self) -> Schema:
        text = {"type": "string", "pattern": f"^{self.pattern}$", "minLength": 3}
        return {
            "anyOf": [{"type": "integer", "minimum": 0, "maximum": self.most}, text]
        }
