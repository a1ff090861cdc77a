"""Exceptions of Acme: one to a documented code.

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
    "BadField",
    "InvalidRequest",
    "InvalidSetting",
    "MissingCertificate",
    "MissingCredential",
    "MissingFact",
    "NotSent",
    "OutcomeUnknown",
    "Rejected",
]


class BadField(Rejected):
    """Bad field (code 1 of charge, transfer; Thing, table)."""

    code = "1"
    documented_message = "Bad field"
