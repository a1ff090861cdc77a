"""Exceptions of Shop: one to a documented code.

The tree that they belong to is drawn in `_runtime.errors`; `Rejected` is documented and
definite, `OutcomeUnknown` is everything that is not.
"""

from __future__ import annotations

from .._runtime.errors import (
    ApiError,
    InvalidRequest,
    InvalidSetting,
    MissingCertificate,
    MissingCredential,
    MissingFact,
    NotSent,
    OutcomeUnknown,
    Rejected,
)

__all__ = [
    "ApiError",
    "InvalidRequest",
    "InvalidSetting",
    "MissingCertificate",
    "MissingCredential",
    "MissingFact",
    "NotSent",
    "OrderRefused",
    "OutcomeUnknown",
    "Rejected",
]


class OrderRefused(Rejected):
    """The order is refused (reply refused of place_order; Orders, table)."""
