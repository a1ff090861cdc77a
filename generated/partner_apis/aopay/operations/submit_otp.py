"""AOPay: Submit the OTP that the customer received from the Generate OTP call.

Page: Submit OTP, https://readapi.aopay.co.in/Cibilapiv1SubmitOTP.aspx (read
2026-11-21).
"""

from __future__ import annotations

from ..._runtime import declare as d
from .. import errors
from ..validators import submit_otp as validators

OPERATION = d.Operation(
    partner="aopay",
    name="submit_otp",
    page="https://readapi.aopay.co.in/Cibilapiv1SubmitOTP.aspx",
    method="GET",
    path="/api/AOP/CibilScore/SubmitOTP",
    members=(
        d.Member(
            place="header",
            path=("Content-Type",),
            source=d.Constant("application/json"),
            required=False,
        ),
        d.Member(
            place="body",
            path=("cibil_id",),
            source=d.Argument("cibil_id"),
            required=False,
        ),
        d.Member(
            place="body",
            path=("access_token",),
            source=d.Argument("access_token"),
            required=False,
            secret=True,
        ),
        d.Member(
            place="body",
            path=("otp",),
            source=d.Argument("otp"),
            required=False,
            secret=True,
        ),
        d.Member(
            place="body",
            path=("question_key",),
            source=d.Argument("question_key"),
            required=False,
        ),
        d.Member(
            place="body",
            path=("answer_key",),
            source=d.Argument("answer_key"),
            required=False,
            secret=True,
        ),
        d.Member(
            place="body",
            path=("RegistrationID",),
            source=d.Credential("registration_id"),
            required=False,
            secret=True,
        ),
        d.Member(
            place="body",
            path=("CompanyCode",),
            source=d.Credential("company_code"),
            required=False,
            secret=True,
        ),
    ),
    has_body=True,
    validate=validators.submit_otp_request,
    replies=(
        d.Reply(
            name="accepted",
            when=d.When(http=(200,), equals=((("error_code",), "SPC-200"),)),
            outcome="success",
            model="SubmitOtpAccepted",
            validate=validators.submit_otp_accepted,
            code_at=("error_code",),
            message_at=("message",),
        ),
        d.Reply(
            name="refused",
            when=d.When(http=(401,), has=(("code",),), lacks=(("responsecode",),)),
            outcome="rejected",
            model="SubmitOtpRefused",
            validate=validators.submit_otp_refused,
            code_at=("code",),
            message_at=("description",),
        ),
        d.Reply(
            name="refused_by_table",
            when=d.When(http=(401,), has=(("responsecode",),), lacks=(("code",),)),
            outcome="rejected",
            model="SubmitOtpRefusedByTable",
            validate=validators.submit_otp_refused_by_table,
            code_at=("responsecode",),
            message_at=("message",),
        ),
    ),
    codes={
        "SPC-200": d.Code(error=None),
        "207": d.Code(error=errors.AmountRequired),
    },
    models="partner_apis.aopay.models.submit_otp",
    rules=(
        d.Rule(
            kind="prerequisite",
            says=(
                "The OTP comes from the Generate OTP call, which has to be made before."
            ),
        ),
    ),
)
