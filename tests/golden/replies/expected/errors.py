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
    "Broken",
    "InvalidRequest",
    "InvalidSetting",
    "MissingCertificate",
    "MissingCredential",
    "MissingFact",
    "NoName",
    "NotSent",
    "OutcomeUnknown",
    "Rejected",
]


class NoName(Rejected):
    """No name (code 10 of make_thing; Thing, table)."""

    code = "10"
    documented_message = "No name"
    then = "fix-request"


class Broken(OutcomeUnknown):
    """Broken (code 99 of make_thing; Thing, table)."""

    code = "99"
    documented_message = "Broken"
    then = "retry-later"
