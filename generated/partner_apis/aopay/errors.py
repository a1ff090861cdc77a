"""Exceptions of AOPay: one to a documented code.

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
    "AmountRequired",
    "ApiError",
    "AuthenticationFailed",
    "InvalidRequest",
    "InvalidSetting",
    "MissingCertificate",
    "MissingCredential",
    "MissingFact",
    "NotSent",
    "OutcomeUnknown",
    "Rejected",
]


class AmountRequired(Rejected):
    """Its text speaks of an amount, which this call does not have. (code 207 of
    get_credit_history, submit_otp; Get Credit History, example).
    """

    code = "207"
    documented_message = "Amount is Requaired"
    then = "fix-request"


class AuthenticationFailed(Rejected):
    """The caller was not recognized; upstream has another meaning for this number.
    (code 11 of transaction_send_otp; Transaction Send OTP, example).
    """

    code = "11"
    documented_message = "Authentication failed"
    then = "fix-credentials"
