"""Replies of get_report as its page documents them.

Members that a reply does not have are `MISSING`; values are as they came.

Page: Gateway, https://docs.example.com/gateway (read 2026-01-31).
"""

from __future__ import annotations

from pydantic import MISSING

from partner_apis._runtime.model import ApiModel


class GetReportAsJsonPaymentsItem(ApiModel):
    """`[]` (table)."""

    id: str
    """`id` (table)."""
    amount: int
    """`amount` (table)."""


class GetReportAsCsvPaymentsItem(ApiModel):
    """`[]` (table)."""

    id: str
    """`id` (table)."""
    amount: int
    """`amount` (table)."""
    note: str | MISSING = MISSING
    """`note` (table)."""


class GetReportNoneThere(ApiModel):
    """There are no payments (HTTP status 204; prose)."""


class GetReportRefused(ApiModel):
    """The request is wrong (HTTP status 4xx; prose)."""


class GetReportAsJson(ApiModel):
    """The payments as JSON (HTTP status 200; table)."""

    payments: list[GetReportAsJsonPaymentsItem]
    """`payments` (table)."""


class GetReportAsCsv(ApiModel):
    """The payments as CSV (HTTP status 200; table)."""

    payments: list[GetReportAsCsvPaymentsItem]
    """`payments` (table)."""
