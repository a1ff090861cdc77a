"""Where a fact comes from, and what is neither a field nor a call."""

from __future__ import annotations

from typing import Any, Literal

from ..light import dataclass
from ..verbatim import Said, compose

Json = Any
Path = tuple[str, ...]
Known = Literal["unknown"]
"""The type of a fact that the page does not state, beside the type of its value."""

Outcome = Literal["success", "alternative", "rejected", "unknown", "by-code"]


@dataclass(frozen=True, slots=True)
class Evidence(Said):
    """Where a fact comes from."""

    kind: Literal["table", "prose", "example", "external", "inferred"]
    detail: str = ""
    """The source of external evidence, the reason of an inference."""

    @property
    def documented(self) -> bool:
        """Tell whether the page itself or another public source states the fact."""
        return self.kind != "inferred"

    def __str__(self) -> str:
        return compose("{}: {}", self.kind, self.detail) if self.detail else self.kind


@dataclass(frozen=True, slots=True)
class Page:
    """One documentation page."""

    name: str
    title: str
    url: str
    read: str
