"""Replies of get_state as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from partner_apis._runtime.model import ApiModel


class GetStateToldThing(ApiModel):
    """`thing` (table)."""

    state: str
    """`state`; it is one of "MAKING", "MADE", "BROKEN", "LOST" (table)."""


class GetStateTold(ApiModel):
    """The state of the thing (HTTP status 200; table)."""

    thing: GetStateToldThing
    """`thing` (table)."""
