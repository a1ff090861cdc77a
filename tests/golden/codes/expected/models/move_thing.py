"""Replies of move_thing as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import MISSING, Field

from partner_apis._runtime.model import ApiModel


class MoveThingAnsweredReason(ApiModel):
    """`reason` (table)."""

    number: str
    """`number` (table)."""


class MoveThingAnswered(ApiModel):
    """What became of it (HTTP status 200; table)."""

    return_: Annotated[int, Field(alias="return")]
    """`return` (table)."""
    reason: MoveThingAnsweredReason
    """`reason` (table)."""
    text: str | MISSING = MISSING
    """`text` (table)."""
