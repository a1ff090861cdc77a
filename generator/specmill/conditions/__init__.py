"""Conditions: what must hold between the members of one message, as small expressions."""

from .asked import Condition
from .expressions import (
    Among,
    Below,
    Count,
    Every,
    Expression,
    Joined,
    Limit,
    Not,
    Place,
    Present,
    Same,
    Some,
    Writer,
)
from .reading import Unclear, parse

__all__ = [
    "Among",
    "Below",
    "Condition",
    "Count",
    "Every",
    "Expression",
    "Joined",
    "Limit",
    "Not",
    "Place",
    "Present",
    "Same",
    "Some",
    "Unclear",
    "Writer",
    "parse",
]
