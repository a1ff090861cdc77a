"""Exceptions of Ayoconnect Direct Debit: one to a documented code.

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
    "AccountLimitExceeded",
    "ActivityCountLimitExceeded",
    "AmountLimitExceeded",
    "ApiError",
    "B2bTokenNotFound",
    "BadRequest",
    "BankNotSupported",
    "BillAlreadyPaid",
    "BillExpired",
    "CardBlocked",
    "CardExpired",
    "CustomerTokenNotFound",
    "DoNotHonor",
    "DormantAccount",
    "DuplicateReference",
    "ExternalIdUsed",
    "ExternalServerError",
    "FeatureNotAllowed",
    "FeatureNotAllowedNow",
    "FunctionNotSupported",
    "GeneralError",
    "InactiveAccount",
    "InconsistentRequest",
    "InsufficientFunds",
    "InternalServerError",
    "InvalidAccount",
    "InvalidAmount",
    "InvalidApiTransition",
    "InvalidB2bToken",
    "InvalidBill",
    "InvalidCustomerToken",
    "InvalidFieldFormat",
    "InvalidMandatoryField",
    "InvalidMerchant",
    "InvalidOtp",
    "InvalidRequest",
    "InvalidRouting",
    "InvalidSetting",
    "InvalidTerminal",
    "InvalidTransactionStatus",
    "IssuerTimeout",
    "JourneyNotFound",
    "MerchantBlacklisted",
    "MerchantLimitExceeded",
    "MerchantNotRegistered",
    "MissingCertificate",
    "MissingCredential",
    "MissingFact",
    "NoIssuer",
    "NotSent",
    "OperationNotAllowed",
    "OtpBlocked",
    "OtpExpired",
    "OtpNotRequested",
    "OtpSent",
    "OutcomeUnknown",
    "PartnerNotFound",
    "Rejected",
    "RequestInProgress",
    "SetLimitNotAllowed",
    "SuspectedFraud",
    "TokenLimitExceeded",
    "TokenLimitInvalid",
    "TokenLimitNotSet",
    "TooManyRequests",
    "TransactionCancelled",
    "TransactionExpired",
    "TransactionNotFound",
    "TransactionNotPermitted",
    "TransactionSuspended",
    "Unauthorized",
]


class RequestInProgress(OutcomeUnknown):
    """The transaction is still being worked on. (code 2020400 of verify_otp; Verify OTP
    API, external: ASPI SNAP Developer Site (list of response codes)).
    """

    code = "2020400"
    documented_message = "Request In Progress"
    then = "wait-for-callback"


class BadRequest(OutcomeUnknown):
    """The request as a whole was refused, for one because it could not be parsed. (code
    4000400 of verify_otp; Verify OTP API, external: ASPI SNAP Developer Site (list of
    response codes)).
    """

    code = "4000400"
    documented_message = "Bad Request"
    then = "fix-request"


class InvalidFieldFormat(OutcomeUnknown):
    """Invalid Field Format {field name} (code 4000401 of verify_otp; Verify OTP API,
    external: ASPI SNAP Developer Site (list of response codes)).
    """

    code = "4000401"
    documented_message = "Invalid Field Format {field name}"
    then = "fix-request"


class InvalidMandatoryField(OutcomeUnknown):
    """A mandatory member is missing or has a wrong form. (code 4000402 of verify_otp;
    Verify OTP API, external: ASPI SNAP Developer Site (list of response codes)).
    """

    code = "4000402"
    documented_message = "Invalid Mandatory Field {field name}"
    then = "fix-request"


class Unauthorized(OutcomeUnknown):
    """Unauthorized. [reason] (code 4010400 of verify_otp; Verify OTP API, external:
    ASPI SNAP Developer Site (list of response codes)).
    """

    code = "4010400"
    documented_message = "Unauthorized. [reason]"
    then = "fix-credentials"


class InvalidB2bToken(OutcomeUnknown):
    """Invalid Token (B2B) (code 4010401 of verify_otp; Verify OTP API, external: ASPI
    SNAP Developer Site (list of response codes)).
    """

    code = "4010401"
    documented_message = "Invalid Token (B2B)"
    then = "fix-credentials"


class InvalidCustomerToken(OutcomeUnknown):
    """Invalid Customer Token (code 4010402 of verify_otp; Verify OTP API, external:
    ASPI SNAP Developer Site (list of response codes)).
    """

    code = "4010402"
    documented_message = "Invalid Customer Token"
    then = "fix-credentials"


class B2bTokenNotFound(OutcomeUnknown):
    """Token Not Found (B2B) (code 4010403 of verify_otp; Verify OTP API, external: ASPI
    SNAP Developer Site (list of response codes)).
    """

    code = "4010403"
    documented_message = "Token Not Found (B2B)"
    then = "fix-credentials"


class CustomerTokenNotFound(OutcomeUnknown):
    """Customer Token Not Found (code 4010404 of verify_otp; Verify OTP API, external:
    ASPI SNAP Developer Site (list of response codes)).
    """

    code = "4010404"
    documented_message = "Customer Token Not Found"
    then = "fix-credentials"


class TransactionExpired(OutcomeUnknown):
    """Transaction Expired (code 4030400 of verify_otp; Verify OTP API, external: ASPI
    SNAP Developer Site (list of response codes)).
    """

    code = "4030400"
    documented_message = "Transaction Expired"
    then = "restart"


class FeatureNotAllowed(OutcomeUnknown):
    """Feature Not Allowed [Reason] (code 4030401 of verify_otp; Verify OTP API,
    external: ASPI SNAP Developer Site (list of response codes)).
    """

    code = "4030401"
    documented_message = "Feature Not Allowed [Reason]"
    then = "contact-partner"


class AmountLimitExceeded(OutcomeUnknown):
    """Exceeds Transaction Amount Limit (code 4030402 of verify_otp; Verify OTP API,
    external: ASPI SNAP Developer Site (list of response codes)).
    """

    code = "4030402"
    documented_message = "Exceeds Transaction Amount Limit"
    then = "fix-request"


class SuspectedFraud(OutcomeUnknown):
    """Suspected Fraud (code 4030403 of verify_otp; Verify OTP API, external: ASPI SNAP
    Developer Site (list of response codes)).
    """

    code = "4030403"
    documented_message = "Suspected Fraud"
    then = "contact-partner"


class ActivityCountLimitExceeded(OutcomeUnknown):
    """Activity Count Limit Exceeded (code 4030404 of verify_otp; Verify OTP API,
    external: ASPI SNAP Developer Site (list of response codes)).
    """

    code = "4030404"
    documented_message = "Activity Count Limit Exceeded"
    then = "retry-later"


class DoNotHonor(OutcomeUnknown):
    """The account or the customer is not in a normal state. (code 4030405 of
    verify_otp; Verify OTP API, external: ASPI SNAP Developer Site (list of response
    codes)).
    """

    code = "4030405"
    documented_message = "Do Not Honor"
    then = "contact-partner"


class FeatureNotAllowedNow(OutcomeUnknown):
    """Feature Not Allowed At This Time. [reason] (code 4030406 of verify_otp; Verify
    OTP API, external: ASPI SNAP Developer Site (list of response codes)).
    """

    code = "4030406"
    documented_message = "Feature Not Allowed At This Time. [reason]"
    then = "retry-later"


class CardBlocked(OutcomeUnknown):
    """Card Blocked (code 4030407 of verify_otp; Verify OTP API, external: ASPI SNAP
    Developer Site (list of response codes)).
    """

    code = "4030407"
    documented_message = "Card Blocked"


class CardExpired(OutcomeUnknown):
    """Card Expired (code 4030408 of verify_otp; Verify OTP API, external: ASPI SNAP
    Developer Site (list of response codes)).
    """

    code = "4030408"
    documented_message = "Card Expired"


class DormantAccount(OutcomeUnknown):
    """Dormant Account (code 4030409 of verify_otp; Verify OTP API, external: ASPI SNAP
    Developer Site (list of response codes)).
    """

    code = "4030409"
    documented_message = "Dormant Account"


class TokenLimitNotSet(OutcomeUnknown):
    """Need To Set Token Limit (code 4030410 of verify_otp; Verify OTP API, external:
    ASPI SNAP Developer Site (list of response codes)).
    """

    code = "4030410"
    documented_message = "Need To Set Token Limit"


class OtpBlocked(OutcomeUnknown):
    """OTP Blocked (code 4030411 of verify_otp; Verify OTP API, external: ASPI SNAP
    Developer Site (list of response codes)).
    """

    code = "4030411"
    documented_message = "OTP Blocked"
    then = "restart"


class OtpExpired(OutcomeUnknown):
    """OTP Lifetime Expired (code 4030412 of verify_otp; Verify OTP API, external: ASPI
    SNAP Developer Site (list of response codes)).
    """

    code = "4030412"
    documented_message = "OTP Lifetime Expired"
    then = "restart"


class OtpSent(OutcomeUnknown):
    """An OTP was asked of the issuer; the customer has to type that one. (code 4030413
    of verify_otp; Verify OTP API, external: ASPI SNAP Developer Site (list of response
    codes)).
    """

    code = "4030413"
    documented_message = "OTP Sent To Cardholer"
    then = "ask-again"


class InsufficientFunds(OutcomeUnknown):
    """Insufficient Funds (code 4030414 of verify_otp; Verify OTP API, external: ASPI
    SNAP Developer Site (list of response codes)).
    """

    code = "4030414"
    documented_message = "Insufficient Funds"


class TransactionNotPermitted(OutcomeUnknown):
    """Transaction Not Permitted.[reason] (code 4030415 of verify_otp; Verify OTP API,
    external: ASPI SNAP Developer Site (list of response codes)).
    """

    code = "4030415"
    documented_message = "Transaction Not Permitted.[reason]"


class TransactionSuspended(OutcomeUnknown):
    """Suspend Transaction (code 4030416 of verify_otp; Verify OTP API, external: ASPI
    SNAP Developer Site (list of response codes)).
    """

    code = "4030416"
    documented_message = "Suspend Transaction"


class TokenLimitExceeded(OutcomeUnknown):
    """Token Limit Exceeded (code 4030417 of verify_otp; Verify OTP API, external: ASPI
    SNAP Developer Site (list of response codes)).
    """

    code = "4030417"
    documented_message = "Token Limit Exceeded"


class InactiveAccount(OutcomeUnknown):
    """Inactive Card/Account/Customer (code 4030418 of verify_otp; Verify OTP API,
    external: ASPI SNAP Developer Site (list of response codes)).
    """

    code = "4030418"
    documented_message = "Inactive Card/Account/Customer"


class MerchantBlacklisted(OutcomeUnknown):
    """Merchant Blacklisted (code 4030419 of verify_otp; Verify OTP API, external: ASPI
    SNAP Developer Site (list of response codes)).
    """

    code = "4030419"
    documented_message = "Merchant Blacklisted"
    then = "contact-partner"


class MerchantLimitExceeded(OutcomeUnknown):
    """Merchant Limit Exceed (code 4030420 of verify_otp; Verify OTP API, external: ASPI
    SNAP Developer Site (list of response codes)).
    """

    code = "4030420"
    documented_message = "Merchant Limit Exceed"


class SetLimitNotAllowed(OutcomeUnknown):
    """Set Limit Not Allowed (code 4030421 of verify_otp; Verify OTP API, external: ASPI
    SNAP Developer Site (list of response codes)).
    """

    code = "4030421"
    documented_message = "Set Limit Not Allowed"


class TokenLimitInvalid(OutcomeUnknown):
    """Token Limit Invalid (code 4030422 of verify_otp; Verify OTP API, external: ASPI
    SNAP Developer Site (list of response codes)).
    """

    code = "4030422"
    documented_message = "Token Limit Invalid"


class AccountLimitExceeded(OutcomeUnknown):
    """Account Limit Exceed (code 4030423 of verify_otp; Verify OTP API, external: ASPI
    SNAP Developer Site (list of response codes)).
    """

    code = "4030423"
    documented_message = "Account Limit Exceed"


class InvalidTransactionStatus(OutcomeUnknown):
    """Invalid Transaction Status (code 4040400 of verify_otp; Verify OTP API, external:
    ASPI SNAP Developer Site (list of response codes)).
    """

    code = "4040400"
    documented_message = "Invalid Transaction Status"


class TransactionNotFound(OutcomeUnknown):
    """Transaction Not Found (code 4040401 of verify_otp; Verify OTP API, external: ASPI
    SNAP Developer Site (list of response codes)).
    """

    code = "4040401"
    documented_message = "Transaction Not Found"
    then = "fix-request"


class InvalidRouting(OutcomeUnknown):
    """Invalid Routing (code 4040402 of verify_otp; Verify OTP API, external: ASPI SNAP
    Developer Site (list of response codes)).
    """

    code = "4040402"
    documented_message = "Invalid Routing"


class BankNotSupported(OutcomeUnknown):
    """Bank Not Supported By Switch (code 4040403 of verify_otp; Verify OTP API,
    external: ASPI SNAP Developer Site (list of response codes)).
    """

    code = "4040403"
    documented_message = "Bank Not Supported By Switch"


class TransactionCancelled(OutcomeUnknown):
    """The customer cancelled the transaction. (code 4040404 of verify_otp; Verify OTP
    API, external: ASPI SNAP Developer Site (list of response codes)).
    """

    code = "4040404"
    documented_message = "Transaction Cancelled"


class MerchantNotRegistered(OutcomeUnknown):
    """Merchant Is Not Registered For Card Registration Services (code 4040405 of
    verify_otp; Verify OTP API, external: ASPI SNAP Developer Site (list of response
    codes)).
    """

    code = "4040405"
    documented_message = "Merchant Is Not Registered For Card Registration Services"
    then = "contact-partner"


class OtpNotRequested(OutcomeUnknown):
    """Need To Request OTP (code 4040406 of verify_otp; Verify OTP API, external: ASPI
    SNAP Developer Site (list of response codes)).
    """

    code = "4040406"
    documented_message = "Need To Request OTP"
    then = "restart"


class JourneyNotFound(OutcomeUnknown):
    """Journey Not Found (code 4040407 of verify_otp; Verify OTP API, external: ASPI
    SNAP Developer Site (list of response codes)).
    """

    code = "4040407"
    documented_message = "Journey Not Found"
    then = "restart"


class InvalidMerchant(OutcomeUnknown):
    """Invalid Merchant (code 4040408 of verify_otp; Verify OTP API, external: ASPI SNAP
    Developer Site (list of response codes)).
    """

    code = "4040408"
    documented_message = "Invalid Merchant"
    then = "fix-credentials"


class NoIssuer(OutcomeUnknown):
    """No Issuer (code 4040409 of verify_otp; Verify OTP API, external: ASPI SNAP
    Developer Site (list of response codes)).
    """

    code = "4040409"
    documented_message = "No Issuer"


class InvalidApiTransition(OutcomeUnknown):
    """Invalid API Transition (code 4040410 of verify_otp; Verify OTP API, external:
    ASPI SNAP Developer Site (list of response codes)).
    """

    code = "4040410"
    documented_message = "Invalid API Transition"
    then = "restart"


class InvalidAccount(OutcomeUnknown):
    """Invalid Card/Account/Customer [info]/Virtual Account (code 4040411 of verify_otp;
    Verify OTP API, external: ASPI SNAP Developer Site (list of response codes)).
    """

    code = "4040411"
    documented_message = "Invalid Card/Account/Customer [info]/Virtual Account"


class InvalidBill(OutcomeUnknown):
    """The bill or virtual account is blocked, suspended or not found. (code 4040412 of
    verify_otp; Verify OTP API, external: ASPI SNAP Developer Site (list of response
    codes)).
    """

    code = "4040412"
    documented_message = "Invalid Bill/Virtual Account [Reason]"


class InvalidAmount(OutcomeUnknown):
    """Invalid Amount (code 4040413 of verify_otp; Verify OTP API, external: ASPI SNAP
    Developer Site (list of response codes)).
    """

    code = "4040413"
    documented_message = "Invalid Amount"
    then = "fix-request"


class BillAlreadyPaid(OutcomeUnknown):
    """Paid Bill (code 4040414 of verify_otp; Verify OTP API, external: ASPI SNAP
    Developer Site (list of response codes)).
    """

    code = "4040414"
    documented_message = "Paid Bill"


class InvalidOtp(OutcomeUnknown):
    """Invalid OTP (code 4040415 of verify_otp; Verify OTP API, external: ASPI SNAP
    Developer Site (list of response codes)).
    """

    code = "4040415"
    documented_message = "Invalid OTP"
    then = "ask-again"


class PartnerNotFound(OutcomeUnknown):
    """Partner Not Found (code 4040416 of verify_otp; Verify OTP API, external: ASPI
    SNAP Developer Site (list of response codes)).
    """

    code = "4040416"
    documented_message = "Partner Not Found"
    then = "fix-credentials"


class InvalidTerminal(OutcomeUnknown):
    """Invalid Terminal (code 4040417 of verify_otp; Verify OTP API, external: ASPI SNAP
    Developer Site (list of response codes)).
    """

    code = "4040417"
    documented_message = "Invalid Terminal"


class InconsistentRequest(OutcomeUnknown):
    """The same reference came with other parameters; depending on the service the
    standard takes the first request for done or for failed. (code 4040418 of
    verify_otp; Verify OTP API, external: ASPI SNAP Developer Site (list of response
    codes)).
    """

    code = "4040418"
    documented_message = "Inconsistent Request"
    then = "contact-partner"


class BillExpired(OutcomeUnknown):
    """The bill or virtual account has expired. (code 4040419 of verify_otp; Verify OTP
    API, external: ASPI SNAP Developer Site (list of response codes)).
    """

    code = "4040419"
    documented_message = "Invalid Bill/Virtual Account"


class FunctionNotSupported(OutcomeUnknown):
    """Requested Function Is Not Supported (code 4050400 of verify_otp; Verify OTP API,
    external: ASPI SNAP Developer Site (list of response codes)).
    """

    code = "4050400"
    documented_message = "Requested Function Is Not Supported"
    then = "contact-partner"


class OperationNotAllowed(OutcomeUnknown):
    """Requested Opearation Is Not Allowed (code 4050401 of verify_otp; Verify OTP API,
    external: ASPI SNAP Developer Site (list of response codes)).
    """

    code = "4050401"
    documented_message = "Requested Opearation Is Not Allowed"


class ExternalIdUsed(OutcomeUnknown):
    """The X-EXTERNAL-ID was used that day; the earlier request may have taken effect.
    (code 4090400 of verify_otp; Verify OTP API, external: ASPI SNAP Developer Site
    (list of response codes)).
    """

    code = "4090400"
    documented_message = "Conflict"
    then = "contact-partner"


class DuplicateReference(OutcomeUnknown):
    """A transaction with this reference has succeeded before. (code 4090401 of
    verify_otp; Verify OTP API, external: ASPI SNAP Developer Site (list of response
    codes)).
    """

    code = "4090401"
    documented_message = "Duplicate partnerReferenceNo"
    then = "contact-partner"


class TooManyRequests(OutcomeUnknown):
    """Too Many Requests (code 4290400 of verify_otp; Verify OTP API, external: ASPI
    SNAP Developer Site (list of response codes)).
    """

    code = "4290400"
    documented_message = "Too Many Requests"
    then = "retry-later"


class GeneralError(OutcomeUnknown):
    """General Error (code 5000400 of verify_otp; Verify OTP API, external: ASPI SNAP
    Developer Site (list of response codes)).
    """

    code = "5000400"
    documented_message = "General Error"
    then = "wait-for-callback"


class InternalServerError(OutcomeUnknown):
    """Internal Server Error (code 5000401 of verify_otp; Verify OTP API, external: ASPI
    SNAP Developer Site (list of response codes)).
    """

    code = "5000401"
    documented_message = "Internal Server Error"
    then = "wait-for-callback"


class ExternalServerError(OutcomeUnknown):
    """External Server Error (code 5000402 of verify_otp; Verify OTP API, external: ASPI
    SNAP Developer Site (list of response codes)).
    """

    code = "5000402"
    documented_message = "External Server Error"
    then = "wait-for-callback"


class IssuerTimeout(OutcomeUnknown):
    """The issuer did not answer in time. (code 5040400 of verify_otp; Verify OTP API,
    external: ASPI SNAP Developer Site (list of response codes)).
    """

    code = "5040400"
    documented_message = "Timeout"
    then = "wait-for-callback"
