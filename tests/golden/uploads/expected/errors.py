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
    "InvalidRequest",
    "InvalidSetting",
    "Missing",
    "MissingCertificate",
    "MissingCredential",
    "MissingFact",
    "NotParts",
    "NotSent",
    "OutcomeUnknown",
    "Rejected",
    "Wrong",
]


class Missing(Rejected):
    """1 (code 1 of upload; Gateway, table)."""

    code = "1"


class Wrong(Rejected):
    """2 (code 2 of upload; Gateway, table)."""

    code = "2"


class NotParts(Rejected):
    """3 (code 3 of upload; Gateway, table)."""

    code = "3"
