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
    "BadValue",
    "Fault",
    "InvalidRequest",
    "InvalidSetting",
    "MissingCertificate",
    "MissingCredential",
    "MissingFact",
    "NoText",
    "NotAForm",
    "NotReadable",
    "NotSent",
    "OutcomeUnknown",
    "Refused",
    "Rejected",
]


class Refused(Rejected):
    """Refused, so < & > are <escaped> (code 1 of pay; Gateway, table)."""

    code = "1"
    documented_message = "Refused, so < & > are <escaped>"


class NotReadable(Rejected):
    """Not readable (code 2 of pay; Gateway, table)."""

    code = "2"
    documented_message = "Not readable"


class NoText(Rejected):
    """No text (code 101 of send_text; Gateway, table)."""

    code = "101"
    documented_message = "No text"


class BadValue(Rejected):
    """Bad value (code 102 of send_text; Gateway, table)."""

    code = "102"
    documented_message = "Bad value"


class NotAForm(Rejected):
    """Not a form (code 103 of send_text; Gateway, table)."""

    code = "103"
    documented_message = "Not a form"


class Fault(Rejected):
    """The account is not known (reply fault of ask_balance; Gateway, example)."""
