"""Replies of pay as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Thing, https://docs.example.com/thing (read 2026-01-31).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from partner_apis._runtime.model import ApiModel


class PayAnswered(ApiModel):
    """What became of it (HTTP status 200 or 404; external: the house standard)."""

    response_code: Annotated[str, Field(alias="responseCode")]
    """`responseCode`; it is text of exactly 7 characters (external: the house
    standard).
    """
