"""AOPay: Send the customer the OTP that authorizes a money transfer.

Page: Transaction Send OTP, https://readapi.aopay.co.in/dmtV1TransactionSendOtp.aspx
(read 2026-11-21).
"""

from __future__ import annotations

from ..._runtime import declare as d
from .. import errors
from ..forms import transaction_send_otp as forms
from ..validators import transaction_send_otp as validators

OPERATION = d.Operation(
    partner="aopay",
    name="transaction_send_otp",
    page="https://readapi.aopay.co.in/dmtV1TransactionSendOtp.aspx",
    method="POST",
    path="/api/AOP/DMTV1/TransactionSendOtp",
    members=(
        d.Member(
            place="header",
            path=("Content-Type",),
            source=d.Constant("application/json"),
            required=False,
        ),
        d.Member(
            place="body",
            path=("MobileNumber",),
            source=d.Argument("mobile_number"),
            required=False,
        ),
        d.Member(
            place="body", path=("BeneID",), source=d.Argument("bene_id"), required=False
        ),
        d.Member(
            place="body",
            path=("Txntype",),
            source=d.Argument("txntype"),
            required=False,
        ),
        d.Member(
            place="body",
            path=("Amount",),
            source=d.Argument("amount"),
            required=False,
            form=forms.AMOUNT,
        ),
        d.Member(
            place="body",
            path=("Pincode",),
            source=d.Argument("pincode"),
            required=False,
        ),
        d.Member(
            place="body",
            path=("Address",),
            source=d.Argument("address"),
            required=False,
        ),
        d.Member(
            place="body",
            path=("DOB",),
            source=d.Argument("dob"),
            required=False,
            form=forms.DOB,
        ),
        d.Member(
            place="body",
            path=("Latitude",),
            source=d.Argument("latitude"),
            required=False,
            form=forms.LATITUDE,
        ),
        d.Member(
            place="body",
            path=("Longitute",),
            source=d.Argument("longitude"),
            required=False,
            form=forms.LONGITUDE,
        ),
        d.Member(
            place="body",
            path=("RegistrationID",),
            source=d.Credential("registration_id"),
            required=False,
            secret=True,
        ),
    ),
    has_body=True,
    validate=validators.transaction_send_otp_request,
    replies=(
        d.Reply(
            name="otp_sent",
            when=d.When(http=(200,), equals=((("response_code",), 1),)),
            outcome="success",
            model="TransactionSendOtpOtpSent",
            validate=validators.transaction_send_otp_otp_sent,
            code_at=("response_code",),
            message_at=("message",),
        ),
        d.Reply(
            name="registration_started",
            when=d.When(http=(200, 202), equals=((("response_code",), 0),)),
            outcome="alternative",
            model="TransactionSendOtpRegistrationStarted",
            validate=validators.transaction_send_otp_registration_started,
            code_at=("response_code",),
            message_at=("message",),
        ),
        d.Reply(
            name="refused",
            when=d.When(
                http=(401,), has=(("response_code",),), lacks=(("responsecode",),)
            ),
            outcome="rejected",
            model="TransactionSendOtpRefused",
            validate=validators.transaction_send_otp_refused,
            code_at=("response_code",),
            message_at=("message",),
        ),
        d.Reply(
            name="refused_by_table",
            when=d.When(
                http=(401,), has=(("responsecode",),), lacks=(("response_code",),)
            ),
            outcome="rejected",
            model="TransactionSendOtpRefusedByTable",
            validate=validators.transaction_send_otp_refused_by_table,
            code_at=("responsecode",),
            message_at=("message",),
        ),
    ),
    codes={
        "1": d.Code(error=None, within=("otp_sent",)),
        "0": d.Code(error=None, within=("registration_started",)),
        "11": d.Code(error=errors.AuthenticationFailed),
    },
    models="partner_apis.aopay.models.transaction_send_otp",
    rules=(
        d.Rule(kind="lifetime", says="The OTP is valid for 90 seconds.", seconds=90),
        d.Rule(
            kind="note", says="stateresp has to be handed to the call that follows."
        ),
        d.Rule(
            kind="prerequisite",
            says="The beneficiary has to be registered under the sender before.",
        ),
    ),
)
