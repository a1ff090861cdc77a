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
    "Busy",
    "InvalidRequest",
    "InvalidSetting",
    "MissingCertificate",
    "MissingCredential",
    "MissingFact",
    "NotSent",
    "OutcomeUnknown",
    "Refused",
    "Rejected",
    "Wrong",
]


class Wrong(Rejected):
    """Wrong (code 0001 of pay; Pay, table)."""

    code = "0001"
    documented_message = "Wrong"
    then = "fix-request"


class Refused(Rejected):
    """Refused (code 0002 of pay; Pay, table)."""

    code = "0002"
    documented_message = "Refused"
    then = "fix-credentials"


class Busy(OutcomeUnknown):
    """Busy (code 0009 of pay; Pay, table)."""

    code = "0009"
    documented_message = "Busy"
    then = "retry-later"
