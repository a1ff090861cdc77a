"""Paytm AI router: Check the OTP that a customer typed and finish the login to the
router.

Page: Verify OTP API, https://business.paytm.com/docs/api/ai-router-verify-otp-api (read
2026-11-21).
"""

from __future__ import annotations

from ..._runtime import declare as d
from .. import errors
from ..forms import verify_otp as forms
from ..validators import verify_otp as validators

_STATUS = ("body", "resultInfo", "resultStatus")

OPERATION = d.Operation(
    partner="paytm",
    name="verify_otp",
    page="https://business.paytm.com/docs/api/ai-router-verify-otp-api",
    method="POST",
    path="/aoa-pay-option-service/v2/otp/verify",
    members=(
        d.Member(place="query", path=("mid",), source=d.Argument("mid"), required=True),
        d.Member(
            place="query",
            path=("orderId",),
            source=d.Argument("order_id"),
            required=True,
        ),
        d.Member(
            place="header",
            path=("Authorization",),
            source=d.Basic("user", "password"),
            required=False,
            secret=True,
        ),
        d.Member(
            place="header",
            path=("Content-Type",),
            source=d.Constant("application/json"),
            required=True,
        ),
        d.Member(
            place="header",
            path=("Accept",),
            source=d.Constant("application/json"),
            required=False,
        ),
        d.Member(
            place="body",
            path=("head", "requestTimeStamp"),
            source=d.Argument("request_time_stamp"),
            required=False,
            form=forms.REQUEST_TIME_STAMP,
        ),
        d.Member(
            place="body",
            path=("head", "tokenType"),
            source=d.Argument("token_type"),
            required=True,
        ),
        d.Member(
            place="body",
            path=("head", "token"),
            source=d.Argument("token"),
            required=True,
            secret=True,
        ),
        d.Member(
            place="body",
            path=("head", "channelId"),
            source=d.Argument("channel_id"),
            required=False,
        ),
        d.Member(
            place="body",
            path=("head", "version"),
            source=d.Argument("version"),
            required=False,
        ),
        d.Member(
            place="body",
            path=("body", "otp"),
            source=d.Argument("otp"),
            required=True,
            secret=True,
        ),
        d.Member(
            place="body",
            path=("body", "rememberMe"),
            source=d.Argument("remember_me"),
            required=False,
        ),
    ),
    has_body=True,
    objects=(("head",), ("body",)),
    validate=validators.verify_otp_request,
    replies=(
        d.Reply(
            name="answered",
            when=d.When(has=(("body", "resultInfo", "resultCode"),)),
            outcome="by-code",
            model="VerifyOtpAnswered",
            validate=validators.verify_otp_answered,
            code_at=("body", "resultInfo", "resultCode"),
            message_at=("body", "resultInfo", "resultMsg"),
        ),
    ),
    codes={
        "0000": d.Code(error=None, agrees=((_STATUS, "S"),)),
        "501": d.Code(error=errors.SystemFault, agrees=((_STATUS, "F"),)),
        "1012": d.Code(error=errors.ParameterMissing, agrees=((_STATUS, "F"),)),
        "1007": d.Code(error=errors.MandatoryElementMissing, agrees=((_STATUS, "F"),)),
        "1001": d.Code(error=errors.InvalidParameters, agrees=((_STATUS, "F"),)),
        "1006": d.Code(error=errors.SessionExpired, agrees=((_STATUS, "F"),)),
        "2013": d.Code(error=errors.MidMismatch, agrees=((_STATUS, "F"),)),
        "2014": d.Code(error=errors.OrderIdMismatch, agrees=((_STATUS, "F"),)),
        "403": d.Code(error=errors.InvalidOtp, agrees=((_STATUS, "F"),)),
        "442": d.Code(error=errors.OtpAlreadyUsed, agrees=((_STATUS, "F"),)),
        "432": d.Code(error=errors.LoginFailed, agrees=((_STATUS, "F"),)),
        "401": d.Code(error=errors.AuthorizationFailed, agrees=((_STATUS, "F"),)),
        "434": d.Code(error=errors.BadRequest, agrees=((_STATUS, "F"),)),
        "531": d.Code(error=errors.OtpLimitReached, agrees=((_STATUS, "F"),)),
        "2222": d.Code(error=errors.InvalidRequestBody, agrees=((_STATUS, "F"),)),
    },
    models="partner_apis.paytm.models.verify_otp",
    rules=(
        d.Rule(kind="lifetime", says="The OTP is valid for one session."),
        d.Rule(
            kind="prerequisite",
            says="The order exists and its transaction token is the one that is sent.",
        ),
        d.Rule(kind="prerequisite", says="The customer was sent an OTP before."),
        d.Rule(
            kind="contact",
            says=(
                "A customer who has reached the limit of OTPs raises a query at "
                "paytm.com/care."
            ),
        ),
    ),
)
