"""Replies of get_thing as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import MISSING, Field

from partner_apis._runtime.model import ApiModel


class GetThingFoundHistoryItem(ApiModel):
    """`[]` (example)."""

    closed: str | MISSING = MISSING
    """`closed`; it is a date as dd/MM/yyyy (example)."""


class GetThingFound(ApiModel):
    """The thing (HTTP status 200; example)."""

    status: bool | MISSING = MISSING
    """`status` (example)."""
    status_text: Annotated[str | MISSING, Field(alias="Status")] = MISSING
    """`Status`; it is "True" for true or "False" for false (example)."""
    closed: str | MISSING = MISSING
    """`closed`; it is a date as yyyy-MM-dd, or 0000-00-00 for none (example)."""
    fetched: str | None | MISSING = MISSING
    """`fetched`; it is a date and time as yyyy-MM-dd HH:mm:ss (example)."""
    is_new: Annotated[int | MISSING, Field(alias="isNew")] = MISSING
    """`isNew`; it is 1 for true or 0 for false (example)."""
    score: str | MISSING = MISSING
    """`score`; it is an integer written as text (example)."""
    history: list[GetThingFoundHistoryItem] | MISSING = MISSING
    """`history` (example)."""
