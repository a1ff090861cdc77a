"""Ayoconnect Direct Debit: Check the OTP that confirms a direct debit payment or the
unbinding of an account.

Page: Verify OTP API,
https://docs.payments.of.ayoconnect.id/reference/dd-v3-otp-verification (read
2026-11-21).
"""

from __future__ import annotations

from ..._runtime import declare as d
from .. import errors
from ..forms import verify_otp as forms
from ..validators import verify_otp as validators

OPERATION = d.Operation(
    partner="ayoconnect",
    name="verify_otp",
    page="https://docs.payments.of.ayoconnect.id/reference/dd-v3-otp-verification",
    method="POST",
    path="/dd/api/v3.0/otp-verification",
    members=(
        d.Member(
            place="header",
            path=("Content-Type",),
            source=d.Constant("application/json"),
            required=True,
        ),
        d.Member(
            place="header",
            path=("Authorization",),
            source=d.Credential("b2b_token"),
            required=True,
            prefix="Bearer ",
            secret=True,
        ),
        d.Member(
            place="header",
            path=("Authorization-Customer",),
            source=d.Credential("b2b2c_token"),
            required=True,
            prefix="Bearer ",
            secret=True,
        ),
        d.Member(
            place="header",
            path=("X-TIMESTAMP",),
            source=d.Clock(),
            required=True,
            form=forms.X_TIMESTAMP,
        ),
        d.Member(
            place="header", path=("X-SIGNATURE",), source=d.Signed(), required=True
        ),
        d.Member(
            place="header",
            path=("X-PARTNER-ID",),
            source=d.Credential("partner_id"),
            required=True,
        ),
        d.Member(
            place="header",
            path=("X-EXTERNAL-ID",),
            source=d.FlowValue("external_id"),
            required=True,
        ),
        d.Member(
            place="header",
            path=("CHANNEL-ID",),
            source=d.Credential("channel_id"),
            required=True,
        ),
        d.Member(
            place="body",
            path=("originalPartnerReferenceNo",),
            source=d.Argument("original_partner_reference_no"),
            required=True,
        ),
        d.Member(
            place="body",
            path=("originalReferenceNo",),
            source=d.Argument("original_reference_no"),
            required=True,
        ),
        d.Member(
            place="body",
            path=("action",),
            source=d.Argument("action"),
            required=True,
            letter_case="unknown",
            fact="verify_otp.body.action",
        ),
        d.Member(
            place="body",
            path=("merchantId",),
            source=d.Credential("merchant_id"),
            required=True,
        ),
        d.Member(
            place="body",
            path=("otp",),
            source=d.Argument("otp"),
            required=True,
            secret=True,
        ),
        d.Member(
            place="body",
            path=("additionalInfo",),
            source=d.Argument("additional_info"),
            required=True,
        ),
    ),
    has_body=True,
    validate=validators.verify_otp_request,
    replies=(
        d.Reply(
            name="answered",
            when=d.When(
                http=(200, 202, 400, 401, 403, 404, 405, 409, 429, 500, 504),
                has=(("responseCode",),),
            ),
            outcome="by-code",
            model="VerifyOtpAnswered",
            validate=validators.verify_otp_answered,
            code_at=("responseCode",),
            message_at=("responseMessage",),
            echoes=((("originalReferenceNo",), ("body", "originalReferenceNo")),),
        ),
    ),
    codes={
        "2000400": d.Code(error=None, http=200),
        "2020400": d.Code(error=errors.RequestInProgress, http=202),
        "4000400": d.Code(error=errors.BadRequest, http=400),
        "4000401": d.Code(error=errors.InvalidFieldFormat, http=400),
        "4000402": d.Code(error=errors.InvalidMandatoryField, http=400),
        "4010400": d.Code(error=errors.Unauthorized, http=401),
        "4010401": d.Code(error=errors.InvalidB2bToken, http=401),
        "4010402": d.Code(error=errors.InvalidCustomerToken, http=401),
        "4010403": d.Code(error=errors.B2bTokenNotFound, http=401),
        "4010404": d.Code(error=errors.CustomerTokenNotFound, http=401),
        "4030400": d.Code(error=errors.TransactionExpired, http=403),
        "4030401": d.Code(error=errors.FeatureNotAllowed, http=403),
        "4030402": d.Code(error=errors.AmountLimitExceeded, http=403),
        "4030403": d.Code(error=errors.SuspectedFraud, http=403),
        "4030404": d.Code(error=errors.ActivityCountLimitExceeded, http=403),
        "4030405": d.Code(error=errors.DoNotHonor, http=403),
        "4030406": d.Code(error=errors.FeatureNotAllowedNow, http=403),
        "4030407": d.Code(error=errors.CardBlocked, http=403),
        "4030408": d.Code(error=errors.CardExpired, http=403),
        "4030409": d.Code(error=errors.DormantAccount, http=403),
        "4030410": d.Code(error=errors.TokenLimitNotSet, http=403),
        "4030411": d.Code(error=errors.OtpBlocked, http=403),
        "4030412": d.Code(error=errors.OtpExpired, http=403),
        "4030413": d.Code(error=errors.OtpSent, http=403),
        "4030414": d.Code(error=errors.InsufficientFunds, http=403),
        "4030415": d.Code(error=errors.TransactionNotPermitted, http=403),
        "4030416": d.Code(error=errors.TransactionSuspended, http=403),
        "4030417": d.Code(error=errors.TokenLimitExceeded, http=403),
        "4030418": d.Code(error=errors.InactiveAccount, http=403),
        "4030419": d.Code(error=errors.MerchantBlacklisted, http=403),
        "4030420": d.Code(error=errors.MerchantLimitExceeded, http=403),
        "4030421": d.Code(error=errors.SetLimitNotAllowed, http=403),
        "4030422": d.Code(error=errors.TokenLimitInvalid, http=403),
        "4030423": d.Code(error=errors.AccountLimitExceeded, http=403),
        "4040400": d.Code(error=errors.InvalidTransactionStatus, http=404),
        "4040401": d.Code(error=errors.TransactionNotFound, http=404),
        "4040402": d.Code(error=errors.InvalidRouting, http=404),
        "4040403": d.Code(error=errors.BankNotSupported, http=404),
        "4040404": d.Code(error=errors.TransactionCancelled, http=404),
        "4040405": d.Code(error=errors.MerchantNotRegistered, http=404),
        "4040406": d.Code(error=errors.OtpNotRequested, http=404),
        "4040407": d.Code(error=errors.JourneyNotFound, http=404),
        "4040408": d.Code(error=errors.InvalidMerchant, http=404),
        "4040409": d.Code(error=errors.NoIssuer, http=404),
        "4040410": d.Code(error=errors.InvalidApiTransition, http=404),
        "4040411": d.Code(error=errors.InvalidAccount, http=404),
        "4040412": d.Code(error=errors.InvalidBill, http=404),
        "4040413": d.Code(error=errors.InvalidAmount, http=404),
        "4040414": d.Code(error=errors.BillAlreadyPaid, http=404),
        "4040415": d.Code(error=errors.InvalidOtp, http=404),
        "4040416": d.Code(error=errors.PartnerNotFound, http=404),
        "4040417": d.Code(error=errors.InvalidTerminal, http=404),
        "4040418": d.Code(error=errors.InconsistentRequest, http=404),
        "4040419": d.Code(error=errors.BillExpired, http=404),
        "4050400": d.Code(error=errors.FunctionNotSupported, http=405),
        "4050401": d.Code(error=errors.OperationNotAllowed, http=405),
        "4090400": d.Code(error=errors.ExternalIdUsed, http=409),
        "4090401": d.Code(error=errors.DuplicateReference, http=409),
        "4290400": d.Code(error=errors.TooManyRequests, http=429),
        "5000400": d.Code(error=errors.GeneralError, http=500),
        "5000401": d.Code(error=errors.InternalServerError, http=500),
        "5000402": d.Code(error=errors.ExternalServerError, http=500),
        "5040400": d.Code(error=errors.IssuerTimeout, http=504),
    },
    models="partner_apis.ayoconnect.models.verify_otp",
    signature=d.Signature(
        algorithm="HMAC-SHA512",
        key=d.Credential("client_secret"),
        parts=(
            "method",
            "path",
            d.Credential("b2b_token"),
            d.BodyDigest("SHA-256", minified=True),
            "timestamp",
        ),
        separator=":",
        encoding="hex",
    ),
    rules=(
        d.Rule(
            kind="do-not-fail",
            says="No HTTP status outside 2xx makes the transaction failed.",
        ),
        d.Rule(
            kind="do-not-fail",
            says=(
                "Nor does a 502, a 504, a timeout of the client or a fault of the "
                "network."
            ),
        ),
        d.Rule(
            kind="wait-for-callback",
            says="Wait for the callback; it tells what became of the transaction.",
        ),
        d.Rule(
            kind="contact",
            says=(
                "Ask Ayoconnect by WhatsApp, or its Operations team by e-mail, when"
                " no callback comes within the agreed time."
            ),
        ),
        d.Rule(
            kind="same-in-flow",
            says=(
                "The value of the payment or unbinding that the OTP confirms is "
                "used here too."
            ),
        ),
        d.Rule(kind="same-in-flow", says="The channel stays the same in one flow."),
        d.Rule(kind="prerequisite", says="The customer has been sent an OTP before."),
        d.Rule(
            kind="note",
            says=(
                "A payment is not given up before three attempts at the OTP; three "
                "wrong ones block the account."
            ),
        ),
        d.Rule(
            kind="note",
            says=(
                "A code is the HTTP status, 04 and a case; Ayoconnect's own table "
                "shows 200 00, 202 00, 400 00 to 400 02, 401 00 and 401 01 before "
                "it is cut."
            ),
        ),
    ),
    unsettled=(
        "verify_otp.body.action.case",
        "verify_otp.path",
        "verify_otp.signature.encoding",
    ),
)
