"""Exceptions of Paytm AI router: one to a documented code.

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
    "AuthorizationFailed",
    "BadRequest",
    "InvalidOtp",
    "InvalidParameters",
    "InvalidRequest",
    "InvalidRequestBody",
    "InvalidSetting",
    "LoginFailed",
    "MandatoryElementMissing",
    "MidMismatch",
    "MissingCertificate",
    "MissingCredential",
    "MissingFact",
    "NotSent",
    "OrderIdMismatch",
    "OtpAlreadyUsed",
    "OtpLimitReached",
    "OutcomeUnknown",
    "ParameterMissing",
    "Rejected",
    "SessionExpired",
    "SystemFault",
]


class SystemFault(OutcomeUnknown):
    """System error (code 501 of verify_otp; Verify OTP API, table)."""

    code = "501"
    documented_message = "System error"
    then = "retry-later"


class ParameterMissing(Rejected):
    """param missing (code 1012 of verify_otp; Verify OTP API, table)."""

    code = "1012"
    documented_message = "param missing"
    then = "fix-request"


class MandatoryElementMissing(Rejected):
    """Missing mandatory element (code 1007 of verify_otp; Verify OTP API, table)."""

    code = "1007"
    documented_message = "Missing mandatory element"
    then = "fix-request"


class InvalidParameters(Rejected):
    """Request parameters are not valid (code 1001 of verify_otp; Verify OTP API,
    table).
    """

    code = "1001"
    documented_message = "Request parameters are not valid"
    then = "fix-request"


class SessionExpired(Rejected):
    """Your Session has expired (code 1006 of verify_otp; Verify OTP API, table)."""

    code = "1006"
    documented_message = "Your Session has expired"
    then = "restart"


class MidMismatch(Rejected):
    """Mid in the query param doesn't match with the Mid send in the request (code 2013
    of verify_otp; Verify OTP API, table).
    """

    code = "2013"
    documented_message = (
        "Mid in the query param doesn't match with the Mid send in the request"
    )
    then = "fix-request"


class OrderIdMismatch(Rejected):
    """OrderId in the query param doesn't match with the OrderId send in the request
    (code 2014 of verify_otp; Verify OTP API, table).
    """

    code = "2014"
    documented_message = (
        "OrderId in the query param doesn't match with the OrderId send in the request"
    )
    then = "fix-request"


class InvalidOtp(Rejected):
    """Invalid OTP entered (code 403 of verify_otp; Verify OTP API, table)."""

    code = "403"
    documented_message = "Invalid OTP entered"
    then = "ask-again"


class OtpAlreadyUsed(Rejected):
    """Invalid OTP, already used OTP entered. (code 442 of verify_otp; Verify OTP API,
    table).
    """

    code = "442"
    documented_message = "Invalid OTP, already used OTP entered."
    then = "restart"


class LoginFailed(Rejected):
    """Login Failed (code 432 of verify_otp; Verify OTP API, table)."""

    code = "432"
    documented_message = "Login Failed"
    then = "restart"


class AuthorizationFailed(Rejected):
    """Authorization Failed (code 401 of verify_otp; Verify OTP API, table)."""

    code = "401"
    documented_message = "Authorization Failed"
    then = "fix-credentials"


class BadRequest(Rejected):
    """Bad Request (code 434 of verify_otp; Verify OTP API, table)."""

    code = "434"
    documented_message = "Bad Request"
    then = "fix-request"


class OtpLimitReached(Rejected):
    """Oops ! You have reached OTP limit, please raise a query at paytm.com/care. (code
    531 of verify_otp; Verify OTP API, table).
    """

    code = "531"
    documented_message = (
        "Oops ! You have reached OTP limit, please raise a query at paytm.com/care."
    )
    then = "restart"


class InvalidRequestBody(Rejected):
    """Invalid request body (code 2222 of verify_otp; Verify OTP API, table)."""

    code = "2222"
    documented_message = "Invalid request body"
    then = "fix-request"
