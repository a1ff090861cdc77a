"""Contract tests of AOPay, transaction_send_otp: Send the customer the OTP that
authorizes a money transfer.

Page: Transaction Send OTP, https://readapi.aopay.co.in/dmtV1TransactionSendOtp.aspx,
read 2026-11-21. Spec: specs/aopay/transaction_send_otp.yaml.

Run: pytest contract_tests/aopay/test_transaction_send_otp.py
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from partner_apis.aopay import AopayClient, AsyncAopayClient, errors

from .._harness.calls import Call, Client, InvalidCall, Partner
from .._harness.contract import beside
from .._harness.edits import (
    Drop,
    LowerCaseHeaders,
    OtherCredential,
    Put,
    Raw,
    Spaced,
    Twice,
)
from .._harness.exchanges import Accepted, Answers, Observed, Refused, Server
from .._harness.outcomes import Fails, Raises, Returns, Unreachable

CONTRACT = beside(__file__, "transaction_send_otp")
ARGUMENTS: dict[str, Any] = {
    "mobile_number": "example",
    "bene_id": "10000001",
    "txntype": "IMPS",
    "amount": "1",
    "pincode": "000001",
    "address": "Example",
    "dob": "31/01/1999",
    "latitude": "0.0001",
    "longitude": "0.0001",
}
"""What a full call is given: made-up values of the documented shape."""

CLIENTS = (
    Client(AopayClient, errors, ARGUMENTS),
    Client(AsyncAopayClient, errors, ARGUMENTS),
)

# What the client sends, and what it refuses to send.

CALLS: tuple[Call, ...] = (
    Call(id="every argument", fact="request", evidence="prose"),
    Call(
        id="the required arguments alone",
        fact="request",
        evidence="prose",
        omits=(
            "mobile_number",
            "bene_id",
            "txntype",
            "amount",
            "pincode",
            "address",
            "dob",
            "latitude",
            "longitude",
        ),
        arrives=(
            Drop("/body/MobileNumber"),
            Drop("/body/BeneID"),
            Drop("/body/Txntype"),
            Drop("/body/Amount"),
            Drop("/body/Pincode"),
            Drop("/body/Address"),
            Drop("/body/DOB"),
            Drop("/body/Latitude"),
            Drop("/body/Longitute"),
        ),
    ),
    Call(
        id="mobile_number left out",
        fact="body.MobileNumber.required",
        evidence="table",
        omits=("mobile_number",),
        arrives=(Drop("/body/MobileNumber"),),
    ),
    Call(
        id="bene_id left out",
        fact="body.BeneID.required",
        evidence="table",
        omits=("bene_id",),
        arrives=(Drop("/body/BeneID"),),
    ),
    Call(
        id="txntype left out",
        fact="body.Txntype.required",
        evidence="table",
        omits=("txntype",),
        arrives=(Drop("/body/Txntype"),),
    ),
    Call(
        id="body.Txntype as NEFT",
        fact="body.Txntype.enum",
        evidence="table",
        arguments={"txntype": "NEFT"},
        arrives=(Put("/body/Txntype", "NEFT"),),
    ),
    Call(
        id="amount left out",
        fact="body.Amount.required",
        evidence="example",
        omits=("amount",),
        arrives=(Drop("/body/Amount"),),
    ),
    Call(
        id="amount as a Python value",
        fact="body.Amount.format",
        evidence="inferred: the sample is a number",
        arguments={"amount": Decimal("1")},
        arrives=(Put("/body/Amount", "1"),),
    ),
    Call(
        id="pincode left out",
        fact="body.Pincode.required",
        evidence="example",
        omits=("pincode",),
        arrives=(Drop("/body/Pincode"),),
    ),
    Call(
        id="address left out",
        fact="body.Address.required",
        evidence="example",
        omits=("address",),
        arrives=(Drop("/body/Address"),),
    ),
    Call(
        id="dob left out",
        fact="body.DOB.required",
        evidence="example",
        omits=("dob",),
        arrives=(Drop("/body/DOB"),),
    ),
    Call(
        id="dob as a Python value",
        fact="body.DOB.format",
        evidence="inferred: the first part of the sample is greater than 12",
        arguments={"dob": date(1999, 1, 31)},
        arrives=(Put("/body/DOB", "31/01/1999"),),
    ),
    Call(
        id="latitude left out",
        fact="body.Latitude.required",
        evidence="example",
        omits=("latitude",),
        arrives=(Drop("/body/Latitude"),),
    ),
    Call(
        id="latitude as a Python value",
        fact="body.Latitude.format",
        evidence="inferred: the sample is a number",
        arguments={"latitude": Decimal("0.0001")},
        arrives=(Put("/body/Latitude", "0.0001"),),
    ),
    Call(
        id="longitude left out",
        fact="body.Longitute.required",
        evidence="example",
        omits=("longitude",),
        arrives=(Drop("/body/Longitute"),),
    ),
    Call(
        id="longitude as a Python value",
        fact="body.Longitute.format",
        evidence="inferred: the sample is a number",
        arguments={"longitude": Decimal("0.0001")},
        arrives=(Put("/body/Longitute", "0.0001"),),
    ),
    Call(
        id="odd text",
        fact="request",
        evidence="external: RFC 3986, RFC 8259",
        arguments={
            "mobile_number": 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511',
            "bene_id": 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511',
            "pincode": 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511',
            "address": 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511',
        },
        arrives=(
            Put("/body/MobileNumber", 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511'),
            Put("/body/BeneID", 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511'),
            Put("/body/Pincode", 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511'),
            Put("/body/Address", 'a b&c=d/e?f+g%20"\\ \xe9 \u4e2d \U0001f511'),
        ),
    ),
)

INVALID_CALLS: tuple[InvalidCall, ...] = (
    InvalidCall(
        id="body.MobileNumber as a whole number",
        fact="body.MobileNumber.type",
        evidence="table",
        arguments={"mobile_number": 12345},
        pointer="/body/MobileNumber",
    ),
    InvalidCall(
        id="body.MobileNumber as true",
        fact="body.MobileNumber.type",
        evidence="table",
        arguments={"mobile_number": True},
        pointer="/body/MobileNumber",
    ),
    InvalidCall(
        id="body.MobileNumber as a list",
        fact="body.MobileNumber.type",
        evidence="table",
        arguments={"mobile_number": []},
        pointer="/body/MobileNumber",
    ),
    InvalidCall(
        id="body.MobileNumber as an object",
        fact="body.MobileNumber.type",
        evidence="table",
        arguments={"mobile_number": {}},
        pointer="/body/MobileNumber",
    ),
    InvalidCall(
        id="body.MobileNumber as null",
        fact="body.MobileNumber.type",
        evidence="table",
        arguments={"mobile_number": None},
        pointer="/body/MobileNumber",
    ),
    InvalidCall(
        id="body.BeneID as a whole number",
        fact="body.BeneID.type",
        evidence="table",
        arguments={"bene_id": 12345},
        pointer="/body/BeneID",
    ),
    InvalidCall(
        id="body.BeneID as true",
        fact="body.BeneID.type",
        evidence="table",
        arguments={"bene_id": True},
        pointer="/body/BeneID",
    ),
    InvalidCall(
        id="body.BeneID as a list",
        fact="body.BeneID.type",
        evidence="table",
        arguments={"bene_id": []},
        pointer="/body/BeneID",
    ),
    InvalidCall(
        id="body.BeneID as an object",
        fact="body.BeneID.type",
        evidence="table",
        arguments={"bene_id": {}},
        pointer="/body/BeneID",
    ),
    InvalidCall(
        id="body.BeneID as null",
        fact="body.BeneID.type",
        evidence="table",
        arguments={"bene_id": None},
        pointer="/body/BeneID",
    ),
    InvalidCall(
        id="body.Txntype empty",
        fact="body.Txntype.enum",
        evidence="table",
        arguments={"txntype": ""},
        pointer="/body/Txntype",
    ),
    InvalidCall(
        id="body.Txntype as a whole number",
        fact="body.Txntype.type",
        evidence="table",
        arguments={"txntype": 12345},
        pointer="/body/Txntype",
    ),
    InvalidCall(
        id="body.Txntype as true",
        fact="body.Txntype.type",
        evidence="table",
        arguments={"txntype": True},
        pointer="/body/Txntype",
    ),
    InvalidCall(
        id="body.Txntype as a list",
        fact="body.Txntype.type",
        evidence="table",
        arguments={"txntype": []},
        pointer="/body/Txntype",
    ),
    InvalidCall(
        id="body.Txntype as an object",
        fact="body.Txntype.type",
        evidence="table",
        arguments={"txntype": {}},
        pointer="/body/Txntype",
    ),
    InvalidCall(
        id="body.Txntype as null",
        fact="body.Txntype.type",
        evidence="table",
        arguments={"txntype": None},
        pointer="/body/Txntype",
    ),
    InvalidCall(
        id="body.Txntype a listed value and a letter",
        fact="body.Txntype.enum",
        evidence="table",
        arguments={"txntype": "NEFTx"},
        pointer="/body/Txntype",
    ),
    InvalidCall(
        id="body.Txntype the first listed value and a letter",
        fact="body.Txntype.enum",
        evidence="table",
        arguments={"txntype": "IMPSx"},
        pointer="/body/Txntype",
    ),
    InvalidCall(
        id="body.Txntype a letter and a listed value",
        fact="body.Txntype.enum",
        evidence="table",
        arguments={"txntype": "xIMPS"},
        pointer="/body/Txntype",
    ),
    InvalidCall(
        id="body.Txntype a listed value cut short",
        fact="body.Txntype.enum",
        evidence="table",
        arguments={"txntype": "IMP"},
        pointer="/body/Txntype",
    ),
    InvalidCall(
        id="body.Txntype the last listed value cut short",
        fact="body.Txntype.enum",
        evidence="table",
        arguments={"txntype": "NEF"},
        pointer="/body/Txntype",
    ),
    InvalidCall(
        id="body.Txntype two listed values with a slash",
        fact="body.Txntype.enum",
        evidence="table",
        arguments={"txntype": "IMPS/NEFT"},
        pointer="/body/Txntype",
    ),
    InvalidCall(
        id="body.Txntype a listed value in another letter case",
        fact="body.Txntype.enum",
        evidence="table",
        arguments={"txntype": "imps"},
        pointer="/body/Txntype",
    ),
    InvalidCall(
        id="body.Txntype a listed value with another last character",
        fact="body.Txntype.enum",
        evidence="table",
        arguments={"txntype": "IMPx"},
        pointer="/body/Txntype",
    ),
    InvalidCall(
        id="body.Amount empty",
        fact="body.Amount.format",
        evidence="inferred: the sample is a number",
        arguments={"amount": ""},
        pointer="/body/Amount",
    ),
    InvalidCall(
        id="body.Amount as a list",
        fact="body.Amount.type",
        evidence="example",
        arguments={"amount": []},
        pointer="/body/Amount",
    ),
    InvalidCall(
        id="body.Amount as an object",
        fact="body.Amount.type",
        evidence="example",
        arguments={"amount": {}},
        pointer="/body/Amount",
    ),
    InvalidCall(
        id="body.Amount as null",
        fact="body.Amount.type",
        evidence="example",
        arguments={"amount": None},
        pointer="/body/Amount",
    ),
    InvalidCall(
        id="body.Amount not a number",
        fact="body.Amount.format",
        evidence="inferred: the sample is a number",
        arguments={"amount": "much"},
        pointer="/body/Amount",
    ),
    InvalidCall(
        id="body.Pincode as a whole number",
        fact="body.Pincode.type",
        evidence="example",
        arguments={"pincode": 12345},
        pointer="/body/Pincode",
    ),
    InvalidCall(
        id="body.Pincode as true",
        fact="body.Pincode.type",
        evidence="example",
        arguments={"pincode": True},
        pointer="/body/Pincode",
    ),
    InvalidCall(
        id="body.Pincode as a list",
        fact="body.Pincode.type",
        evidence="example",
        arguments={"pincode": []},
        pointer="/body/Pincode",
    ),
    InvalidCall(
        id="body.Pincode as an object",
        fact="body.Pincode.type",
        evidence="example",
        arguments={"pincode": {}},
        pointer="/body/Pincode",
    ),
    InvalidCall(
        id="body.Pincode as null",
        fact="body.Pincode.type",
        evidence="example",
        arguments={"pincode": None},
        pointer="/body/Pincode",
    ),
    InvalidCall(
        id="body.Address as a whole number",
        fact="body.Address.type",
        evidence="example",
        arguments={"address": 12345},
        pointer="/body/Address",
    ),
    InvalidCall(
        id="body.Address as true",
        fact="body.Address.type",
        evidence="example",
        arguments={"address": True},
        pointer="/body/Address",
    ),
    InvalidCall(
        id="body.Address as a list",
        fact="body.Address.type",
        evidence="example",
        arguments={"address": []},
        pointer="/body/Address",
    ),
    InvalidCall(
        id="body.Address as an object",
        fact="body.Address.type",
        evidence="example",
        arguments={"address": {}},
        pointer="/body/Address",
    ),
    InvalidCall(
        id="body.Address as null",
        fact="body.Address.type",
        evidence="example",
        arguments={"address": None},
        pointer="/body/Address",
    ),
    InvalidCall(
        id="body.DOB empty",
        fact="body.DOB.format",
        evidence="inferred: the first part of the sample is greater than 12",
        arguments={"dob": ""},
        pointer="/body/DOB",
    ),
    InvalidCall(
        id="body.DOB as a list",
        fact="body.DOB.type",
        evidence="example",
        arguments={"dob": []},
        pointer="/body/DOB",
    ),
    InvalidCall(
        id="body.DOB as an object",
        fact="body.DOB.type",
        evidence="example",
        arguments={"dob": {}},
        pointer="/body/DOB",
    ),
    InvalidCall(
        id="body.DOB as null",
        fact="body.DOB.type",
        evidence="example",
        arguments={"dob": None},
        pointer="/body/DOB",
    ),
    InvalidCall(
        id="body.DOB not a date",
        fact="body.DOB.format",
        evidence="inferred: the first part of the sample is greater than 12",
        arguments={"dob": "soon"},
        pointer="/body/DOB",
    ),
    InvalidCall(
        id="body.DOB 31 February as 31/02/2024",
        fact="body.DOB.format",
        evidence="inferred: the first part of the sample is greater than 12",
        arguments={"dob": "31/02/2024"},
        pointer="/body/DOB",
    ),
    InvalidCall(
        id="body.DOB 31 February as 2024-02-31",
        fact="body.DOB.format",
        evidence="inferred: the first part of the sample is greater than 12",
        arguments={"dob": "2024-02-31"},
        pointer="/body/DOB",
    ),
    InvalidCall(
        id="body.DOB a date in another order",
        fact="body.DOB.format",
        evidence="inferred: the first part of the sample is greater than 12",
        arguments={"dob": "2024/12/31"},
        pointer="/body/DOB",
    ),
    InvalidCall(
        id="body.DOB a date with dashes",
        fact="body.DOB.format",
        evidence="inferred: the first part of the sample is greater than 12",
        arguments={"dob": "31-12-2024"},
        pointer="/body/DOB",
    ),
    InvalidCall(
        id="body.DOB masked",
        fact="body.DOB.format",
        evidence="inferred: the first part of the sample is greater than 12",
        arguments={"dob": "XX/XX/2000"},
        pointer="/body/DOB",
    ),
    InvalidCall(
        id="body.Latitude empty",
        fact="body.Latitude.format",
        evidence="inferred: the sample is a number",
        arguments={"latitude": ""},
        pointer="/body/Latitude",
    ),
    InvalidCall(
        id="body.Latitude as a list",
        fact="body.Latitude.type",
        evidence="example",
        arguments={"latitude": []},
        pointer="/body/Latitude",
    ),
    InvalidCall(
        id="body.Latitude as an object",
        fact="body.Latitude.type",
        evidence="example",
        arguments={"latitude": {}},
        pointer="/body/Latitude",
    ),
    InvalidCall(
        id="body.Latitude as null",
        fact="body.Latitude.type",
        evidence="example",
        arguments={"latitude": None},
        pointer="/body/Latitude",
    ),
    InvalidCall(
        id="body.Latitude not a number",
        fact="body.Latitude.format",
        evidence="inferred: the sample is a number",
        arguments={"latitude": "much"},
        pointer="/body/Latitude",
    ),
    InvalidCall(
        id="body.Longitute empty",
        fact="body.Longitute.format",
        evidence="inferred: the sample is a number",
        arguments={"longitude": ""},
        pointer="/body/Longitute",
    ),
    InvalidCall(
        id="body.Longitute as a list",
        fact="body.Longitute.type",
        evidence="example",
        arguments={"longitude": []},
        pointer="/body/Longitute",
    ),
    InvalidCall(
        id="body.Longitute as an object",
        fact="body.Longitute.type",
        evidence="example",
        arguments={"longitude": {}},
        pointer="/body/Longitute",
    ),
    InvalidCall(
        id="body.Longitute as null",
        fact="body.Longitute.type",
        evidence="example",
        arguments={"longitude": None},
        pointer="/body/Longitute",
    ),
    InvalidCall(
        id="body.Longitute not a number",
        fact="body.Longitute.format",
        evidence="inferred: the sample is a number",
        arguments={"longitude": "much"},
        pointer="/body/Longitute",
    ),
)

REPLIES: tuple[Returns | Raises, ...] = (
    Returns(
        id="otp_sent",
        fact="replies.otp_sent",
        evidence="example",
        answer="otp_sent",
        model="TransactionSendOtpOtpSent",
        reads={
            "status": True,
            "response_code": 1,
            "message": "OTP has been send to the remitter mobile number.",
            "stateresp": "000000001",
            "value": "OTP has been send to the remitter mobile number.",
        },
    ),
    Returns(
        id="registration_started",
        fact="replies.registration_started",
        evidence="table",
        answer="registration_started",
        model="TransactionSendOtpRegistrationStarted",
        reads={
            "status": False,
            "response_code": 0,
            "stateresp": "00000000-0000-4000-8000-000000000001",
            "message": "Remitter not registered OTP sent for new registration.",
        },
    ),
    Raises(
        id="refused",
        fact="replies.refused",
        evidence="example",
        answer="refused",
        error="AuthenticationFailed",
        base="Rejected",
        http=401,
        code="11",
        message="Authentication failed",
    ),
    Raises(
        id="refused_by_table",
        fact="replies.refused_by_table",
        evidence="table",
        answer="refused_by_table",
        error="Rejected",
        base="Rejected",
        http=401,
        code="990",
        message="example",
    ),
)

CODES: tuple[Returns | Raises, ...] = (
    Returns(
        id="1",
        fact="codes.1",
        evidence="example",
        answer="1",
        model="TransactionSendOtpOtpSent",
        reads={
            "status": True,
            "response_code": 1,
            "message": "OTP has been send to the remitter mobile number.",
            "stateresp": "000000001",
            "value": "OTP has been send to the remitter mobile number.",
        },
    ),
    Returns(
        id="0",
        fact="codes.0",
        evidence="example",
        answer="0",
        model="TransactionSendOtpRegistrationStarted",
        reads={
            "status": False,
            "response_code": 0,
            "stateresp": "00000000-0000-4000-8000-000000000001",
            "message": "Remitter not registered OTP sent for new registration.",
        },
    ),
    Raises(
        id="11",
        fact="codes.11",
        evidence="example",
        answer="11",
        error="AuthenticationFailed",
        base="Rejected",
        http=401,
        code="11",
        message="Authentication failed",
    ),
)

FAULTS: tuple[Fails | Unreachable, ...] = (
    Fails(
        id="closed-early",
        fact="",
        evidence="",
        fault="closed-early",
        reasons=("connection-lost",),
    ),
    Fails(
        id="closed-before-answer",
        fact="",
        evidence="",
        fault="closed-before-answer",
        reasons=("connection-lost",),
    ),
    Fails(
        id="closed-mid-body",
        fact="",
        evidence="",
        fault="closed-mid-body",
        reasons=("connection-lost", "unreadable"),
    ),
    Fails(
        id="reset",
        fact="",
        evidence="",
        fault="reset",
        reasons=("connection-lost",),
    ),
    Fails(
        id="bad-gateway",
        fact="",
        evidence="",
        fault="bad-gateway",
        reasons=("gateway-error",),
    ),
    Fails(
        id="unavailable",
        fact="",
        evidence="",
        fault="unavailable",
        reasons=("gateway-error",),
    ),
    Fails(
        id="gateway-timeout",
        fact="",
        evidence="",
        fault="gateway-timeout",
        reasons=("gateway-error",),
    ),
    Fails(
        id="not-json",
        fact="",
        evidence="",
        fault="not-json",
        reasons=("unreadable",),
    ),
    Fails(
        id="html-page",
        fact="",
        evidence="",
        fault="html-page",
        reasons=("unreadable",),
    ),
    Fails(
        id="truncated-json",
        fact="",
        evidence="",
        fault="truncated-json",
        reasons=("unreadable",),
    ),
    Fails(
        id="empty-body",
        fact="",
        evidence="",
        fault="empty-body",
        reasons=("unreadable",),
    ),
    Fails(
        id="undocumented-code",
        fact="",
        evidence="",
        fault="undocumented-code",
        reasons=("undocumented-code",),
    ),
    Fails(
        id="undocumented-status",
        fact="",
        evidence="",
        fault="undocumented-status",
        reasons=("undocumented-status",),
    ),
    Fails(
        id="other-shape",
        fact="",
        evidence="",
        fault="other-shape",
        reasons=("undocumented-reply", "unreadable"),
    ),
    Unreachable(id="unreachable", fact="", evidence=""),
)

WAITS: tuple[Fails, ...] = (
    Fails(id="timeout", fact="", evidence="", fault="timeout", reasons=("timeout",)),
    Fails(
        id="slow-drip",
        fact="",
        evidence="",
        fault="slow-drip",
        reasons=("timeout",),
    ),
)

WAITING = tuple(zip(WAITS, CLIENTS, strict=True))

# What the provider accepts, refuses and answers.

ACCEPTED: tuple[Accepted, ...] = (
    Accepted(id="every member", fact="request", evidence="prose"),
    Accepted(
        id="body.Txntype as NEFT",
        fact="body.Txntype.enum",
        evidence="table",
        edits=(Put("/body/Txntype", "NEFT"),),
    ),
    Accepted(
        id="white space in the body",
        fact="",
        evidence="external: RFC 8259",
        edits=(Spaced(),),
    ),
    Accepted(
        id="header names in lower case",
        fact="",
        evidence="external: RFC 9110",
        edits=(LowerCaseHeaders(),),
    ),
)
REFUSED: tuple[Refused, ...] = (
    Refused(
        id="body.MobileNumber as a whole number",
        fact="body.MobileNumber.type",
        evidence="table",
        edits=(Put("/body/MobileNumber", 12345),),
        fault="type",
    ),
    Refused(
        id="body.MobileNumber as true",
        fact="body.MobileNumber.type",
        evidence="table",
        edits=(Put("/body/MobileNumber", True),),
        fault="type",
    ),
    Refused(
        id="body.MobileNumber as a list",
        fact="body.MobileNumber.type",
        evidence="table",
        edits=(Put("/body/MobileNumber", []),),
        fault="type",
    ),
    Refused(
        id="body.MobileNumber as an object",
        fact="body.MobileNumber.type",
        evidence="table",
        edits=(Put("/body/MobileNumber", {}),),
        fault="type",
    ),
    Refused(
        id="body.MobileNumber as null",
        fact="body.MobileNumber.type",
        evidence="table",
        edits=(Put("/body/MobileNumber", None),),
        fault="type",
    ),
    Refused(
        id="body.BeneID as a whole number",
        fact="body.BeneID.type",
        evidence="table",
        edits=(Put("/body/BeneID", 12345),),
        fault="type",
    ),
    Refused(
        id="body.BeneID as true",
        fact="body.BeneID.type",
        evidence="table",
        edits=(Put("/body/BeneID", True),),
        fault="type",
    ),
    Refused(
        id="body.BeneID as a list",
        fact="body.BeneID.type",
        evidence="table",
        edits=(Put("/body/BeneID", []),),
        fault="type",
    ),
    Refused(
        id="body.BeneID as an object",
        fact="body.BeneID.type",
        evidence="table",
        edits=(Put("/body/BeneID", {}),),
        fault="type",
    ),
    Refused(
        id="body.BeneID as null",
        fact="body.BeneID.type",
        evidence="table",
        edits=(Put("/body/BeneID", None),),
        fault="type",
    ),
    Refused(
        id="body.Txntype empty",
        fact="body.Txntype.enum",
        evidence="table",
        edits=(Put("/body/Txntype", ""),),
        fault="empty",
    ),
    Refused(
        id="body.Txntype as a whole number",
        fact="body.Txntype.type",
        evidence="table",
        edits=(Put("/body/Txntype", 12345),),
        fault="type",
    ),
    Refused(
        id="body.Txntype as true",
        fact="body.Txntype.type",
        evidence="table",
        edits=(Put("/body/Txntype", True),),
        fault="type",
    ),
    Refused(
        id="body.Txntype as a list",
        fact="body.Txntype.type",
        evidence="table",
        edits=(Put("/body/Txntype", []),),
        fault="type",
    ),
    Refused(
        id="body.Txntype as an object",
        fact="body.Txntype.type",
        evidence="table",
        edits=(Put("/body/Txntype", {}),),
        fault="type",
    ),
    Refused(
        id="body.Txntype as null",
        fact="body.Txntype.type",
        evidence="table",
        edits=(Put("/body/Txntype", None),),
        fault="type",
    ),
    Refused(
        id="body.Txntype a listed value and a letter",
        fact="body.Txntype.enum",
        evidence="table",
        edits=(Put("/body/Txntype", "NEFTx"),),
        fault="value",
    ),
    Refused(
        id="body.Txntype the first listed value and a letter",
        fact="body.Txntype.enum",
        evidence="table",
        edits=(Put("/body/Txntype", "IMPSx"),),
        fault="value",
    ),
    Refused(
        id="body.Txntype a letter and a listed value",
        fact="body.Txntype.enum",
        evidence="table",
        edits=(Put("/body/Txntype", "xIMPS"),),
        fault="value",
    ),
    Refused(
        id="body.Txntype a listed value cut short",
        fact="body.Txntype.enum",
        evidence="table",
        edits=(Put("/body/Txntype", "IMP"),),
        fault="value",
    ),
    Refused(
        id="body.Txntype the last listed value cut short",
        fact="body.Txntype.enum",
        evidence="table",
        edits=(Put("/body/Txntype", "NEF"),),
        fault="value",
    ),
    Refused(
        id="body.Txntype two listed values with a slash",
        fact="body.Txntype.enum",
        evidence="table",
        edits=(Put("/body/Txntype", "IMPS/NEFT"),),
        fault="value",
    ),
    Refused(
        id="body.Txntype a listed value in another letter case",
        fact="body.Txntype.enum",
        evidence="table",
        edits=(Put("/body/Txntype", "imps"),),
        fault="value",
    ),
    Refused(
        id="body.Txntype a listed value with another last character",
        fact="body.Txntype.enum",
        evidence="table",
        edits=(Put("/body/Txntype", "IMPx"),),
        fault="value",
    ),
    Refused(
        id="body.RegistrationID of nobody",
        fact="codes.11",
        evidence="example",
        edits=(OtherCredential("/body/RegistrationID"),),
        fault="credential",
        codes=("11",),
    ),
    Refused(
        id="body.RegistrationID with another end",
        fact="codes.11",
        evidence="example",
        edits=(Put("/body/RegistrationID", "XYZ-001"),),
        fault="credential",
        codes=("11",),
    ),
    Refused(
        id="body.RegistrationID with another beginning",
        fact="codes.11",
        evidence="example",
        edits=(Put("/body/RegistrationID", "0YZ-000"),),
        fault="credential",
        codes=("11",),
    ),
    Refused(
        id="body.RegistrationID in other letter case",
        fact="codes.11",
        evidence="example",
        edits=(Put("/body/RegistrationID", "xyz-000"),),
        fault="credential",
        codes=("11",),
    ),
    Refused(
        id="body.RegistrationID and more",
        fact="codes.11",
        evidence="example",
        edits=(Put("/body/RegistrationID", "XYZ-000x"),),
        fault="credential",
        codes=("11",),
    ),
    Refused(
        id="body.RegistrationID and more of its own",
        fact="codes.11",
        evidence="example",
        edits=(Put("/body/RegistrationID", "XYZ-0000"),),
        fault="credential",
        codes=("11",),
    ),
    Refused(
        id="body.RegistrationID cut short",
        fact="codes.11",
        evidence="example",
        edits=(Put("/body/RegistrationID", "XYZ-00"),),
        fault="credential",
        codes=("11",),
    ),
)
ANSWERS: tuple[Answers, ...] = (
    Answers(
        id="reply otp_sent",
        fact="replies.otp_sent.*",
        evidence="example",
        answer="otp_sent",
        reply="otp_sent",
        http=200,
        code="1",
    ),
    Answers(
        id="reply registration_started",
        fact="replies.registration_started.*",
        evidence="table",
        answer="registration_started",
        reply="registration_started",
        http=200,
        code="0",
    ),
    Answers(
        id="reply refused",
        fact="replies.refused.*",
        evidence="example",
        answer="refused",
        reply="refused",
        http=401,
        code="11",
    ),
    Answers(
        id="reply refused_by_table",
        fact="replies.refused_by_table.*",
        evidence="table",
        answer="refused_by_table",
        reply="refused_by_table",
        http=401,
    ),
    Answers(
        id="code 1",
        fact="codes.1.*",
        evidence="example",
        answer="1",
        reply="otp_sent",
        http=200,
        code="1",
        holds={"/message": "OTP has been send to the remitter mobile number."},
    ),
    Answers(
        id="code 0",
        fact="codes.0.*",
        evidence="example",
        answer="0",
        reply="registration_started",
        http=200,
        code="0",
        holds={"/message": "Remitter not registered OTP sent for new registration."},
    ),
    Answers(
        id="code 11",
        fact="codes.11.*",
        evidence="example",
        answer="11",
        reply="refused",
        http=401,
        code="11",
        holds={"/message": "Authentication failed"},
    ),
)
OBSERVED: tuple[Observed, ...] = (
    Observed(
        id="headers.Content-Type left out",
        fact="headers.Content-Type.required",
        evidence="unknown",
        edits=(Drop("/headers/Content-Type"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        id="headers.Content-Type empty",
        fact="headers.Content-Type.const",
        evidence="example",
        edits=(Put("/headers/Content-Type", ""),),
        why="only an example shows it",
    ),
    Observed(
        id="headers.Content-Type a listed value and a letter",
        fact="headers.Content-Type.const",
        evidence="example",
        edits=(Put("/headers/Content-Type", "application/jsonx"),),
        why="only an example shows it",
    ),
    Observed(
        id="headers.Content-Type a letter and a listed value",
        fact="headers.Content-Type.const",
        evidence="example",
        edits=(Put("/headers/Content-Type", "xapplication/json"),),
        why="only an example shows it",
    ),
    Observed(
        id="headers.Content-Type a listed value cut short",
        fact="headers.Content-Type.const",
        evidence="example",
        edits=(Put("/headers/Content-Type", "application/jso"),),
        why="only an example shows it",
    ),
    Observed(
        id="headers.Content-Type a listed value in another letter case",
        fact="headers.Content-Type.const",
        evidence="example",
        edits=(Put("/headers/Content-Type", "APPLICATION/JSON"),),
        why="only an example shows it",
    ),
    Observed(
        id="headers.Content-Type a listed value with another last character",
        fact="headers.Content-Type.const",
        evidence="example",
        edits=(Put("/headers/Content-Type", "application/jsox"),),
        why="only an example shows it",
    ),
    Observed(
        id="body.MobileNumber left out",
        fact="body.MobileNumber.required",
        evidence="unknown",
        edits=(Drop("/body/MobileNumber"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        id="body.MobileNumber empty",
        fact="body.MobileNumber.required",
        evidence="unknown",
        edits=(Put("/body/MobileNumber", ""),),
        why="the page does not say what empty text is",
    ),
    Observed(
        id="body.BeneID left out",
        fact="body.BeneID.required",
        evidence="unknown",
        edits=(Drop("/body/BeneID"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        id="body.BeneID empty",
        fact="body.BeneID.required",
        evidence="unknown",
        edits=(Put("/body/BeneID", ""),),
        why="the page does not say what empty text is",
    ),
    Observed(
        id="body.Txntype left out",
        fact="body.Txntype.required",
        evidence="unknown",
        edits=(Drop("/body/Txntype"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        id="body.Amount left out",
        fact="body.Amount.required",
        evidence="unknown",
        edits=(Drop("/body/Amount"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        id="body.Amount empty",
        fact="body.Amount.format",
        evidence="inferred: the sample is a number",
        edits=(Put("/body/Amount", ""),),
        why="the sample is a number",
    ),
    Observed(
        id="body.Amount as a whole number",
        fact="body.Amount.type",
        evidence="example",
        edits=(Put("/body/Amount", 12345),),
        why="only an example shows it",
    ),
    Observed(
        id="body.Amount as null",
        fact="body.Amount.type",
        evidence="example",
        edits=(Put("/body/Amount", None),),
        why="only an example shows it",
    ),
    Observed(
        id="body.Amount not a number",
        fact="body.Amount.format",
        evidence="inferred: the sample is a number",
        edits=(Put("/body/Amount", "much"),),
        why="the sample is a number",
    ),
    Observed(
        id="body.Pincode left out",
        fact="body.Pincode.required",
        evidence="unknown",
        edits=(Drop("/body/Pincode"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        id="body.Pincode empty",
        fact="body.Pincode.required",
        evidence="unknown",
        edits=(Put("/body/Pincode", ""),),
        why="the page does not say what empty text is",
    ),
    Observed(
        id="body.Pincode as a whole number",
        fact="body.Pincode.type",
        evidence="example",
        edits=(Put("/body/Pincode", 12345),),
        why="only an example shows it",
    ),
    Observed(
        id="body.Pincode as null",
        fact="body.Pincode.type",
        evidence="example",
        edits=(Put("/body/Pincode", None),),
        why="only an example shows it",
    ),
    Observed(
        id="body.Address left out",
        fact="body.Address.required",
        evidence="unknown",
        edits=(Drop("/body/Address"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        id="body.Address empty",
        fact="body.Address.required",
        evidence="unknown",
        edits=(Put("/body/Address", ""),),
        why="the page does not say what empty text is",
    ),
    Observed(
        id="body.Address as a whole number",
        fact="body.Address.type",
        evidence="example",
        edits=(Put("/body/Address", 12345),),
        why="only an example shows it",
    ),
    Observed(
        id="body.Address as null",
        fact="body.Address.type",
        evidence="example",
        edits=(Put("/body/Address", None),),
        why="only an example shows it",
    ),
    Observed(
        id="body.DOB left out",
        fact="body.DOB.required",
        evidence="unknown",
        edits=(Drop("/body/DOB"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        id="body.DOB empty",
        fact="body.DOB.format",
        evidence="inferred: the first part of the sample is greater than 12",
        edits=(Put("/body/DOB", ""),),
        why="the first part of the sample is greater than 12",
    ),
    Observed(
        id="body.DOB as a whole number",
        fact="body.DOB.type",
        evidence="example",
        edits=(Put("/body/DOB", 12345),),
        why="only an example shows it",
    ),
    Observed(
        id="body.DOB as null",
        fact="body.DOB.type",
        evidence="example",
        edits=(Put("/body/DOB", None),),
        why="only an example shows it",
    ),
    Observed(
        id="body.DOB not a date",
        fact="body.DOB.format",
        evidence="inferred: the first part of the sample is greater than 12",
        edits=(Put("/body/DOB", "soon"),),
        why="the first part of the sample is greater than 12",
    ),
    Observed(
        id="body.DOB 31 February as 31/02/2024",
        fact="body.DOB.format",
        evidence="inferred: the first part of the sample is greater than 12",
        edits=(Put("/body/DOB", "31/02/2024"),),
        why="the first part of the sample is greater than 12",
    ),
    Observed(
        id="body.DOB 31 February as 2024-02-31",
        fact="body.DOB.format",
        evidence="inferred: the first part of the sample is greater than 12",
        edits=(Put("/body/DOB", "2024-02-31"),),
        why="the first part of the sample is greater than 12",
    ),
    Observed(
        id="body.DOB a date in another order",
        fact="body.DOB.format",
        evidence="inferred: the first part of the sample is greater than 12",
        edits=(Put("/body/DOB", "2024/12/31"),),
        why="the first part of the sample is greater than 12",
    ),
    Observed(
        id="body.DOB a date with dashes",
        fact="body.DOB.format",
        evidence="inferred: the first part of the sample is greater than 12",
        edits=(Put("/body/DOB", "31-12-2024"),),
        why="the first part of the sample is greater than 12",
    ),
    Observed(
        id="body.DOB masked",
        fact="body.DOB.format",
        evidence="inferred: the first part of the sample is greater than 12",
        edits=(Put("/body/DOB", "XX/XX/2000"),),
        why="the first part of the sample is greater than 12",
    ),
    Observed(
        id="body.Latitude left out",
        fact="body.Latitude.required",
        evidence="unknown",
        edits=(Drop("/body/Latitude"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        id="body.Latitude empty",
        fact="body.Latitude.format",
        evidence="inferred: the sample is a number",
        edits=(Put("/body/Latitude", ""),),
        why="the sample is a number",
    ),
    Observed(
        id="body.Latitude as a whole number",
        fact="body.Latitude.type",
        evidence="example",
        edits=(Put("/body/Latitude", 12345),),
        why="only an example shows it",
    ),
    Observed(
        id="body.Latitude as null",
        fact="body.Latitude.type",
        evidence="example",
        edits=(Put("/body/Latitude", None),),
        why="only an example shows it",
    ),
    Observed(
        id="body.Latitude not a number",
        fact="body.Latitude.format",
        evidence="inferred: the sample is a number",
        edits=(Put("/body/Latitude", "much"),),
        why="the sample is a number",
    ),
    Observed(
        id="body.Longitute left out",
        fact="body.Longitute.required",
        evidence="unknown",
        edits=(Drop("/body/Longitute"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        id="body.Longitute empty",
        fact="body.Longitute.format",
        evidence="inferred: the sample is a number",
        edits=(Put("/body/Longitute", ""),),
        why="the sample is a number",
    ),
    Observed(
        id="body.Longitute as a whole number",
        fact="body.Longitute.type",
        evidence="example",
        edits=(Put("/body/Longitute", 12345),),
        why="only an example shows it",
    ),
    Observed(
        id="body.Longitute as null",
        fact="body.Longitute.type",
        evidence="example",
        edits=(Put("/body/Longitute", None),),
        why="only an example shows it",
    ),
    Observed(
        id="body.Longitute not a number",
        fact="body.Longitute.format",
        evidence="inferred: the sample is a number",
        edits=(Put("/body/Longitute", "much"),),
        why="the sample is a number",
    ),
    Observed(
        id="body.RegistrationID left out",
        fact="body.RegistrationID.required",
        evidence="unknown",
        edits=(Drop("/body/RegistrationID"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        id="body.RegistrationID empty",
        fact="body.RegistrationID.required",
        evidence="unknown",
        edits=(Put("/body/RegistrationID", ""),),
        why="the page does not say what empty text is",
    ),
    Observed(
        id="body.RegistrationID as a whole number",
        fact="body.RegistrationID.type",
        evidence="example",
        edits=(Put("/body/RegistrationID", 12345),),
        why="only an example shows it",
    ),
    Observed(
        id="body.RegistrationID as null",
        fact="body.RegistrationID.type",
        evidence="example",
        edits=(Put("/body/RegistrationID", None),),
        why="only an example shows it",
    ),
    Observed(
        id="body that is cut short",
        fact="",
        evidence="unknown",
        edits=(Raw("{"),),
        why="the page does not say what it gets",
    ),
    Observed(
        id="body that is text",
        fact="",
        evidence="unknown",
        edits=(Raw("not json"),),
        why="the page does not say what it gets",
    ),
    Observed(
        id="body that is nothing",
        fact="",
        evidence="unknown",
        edits=(Raw(""),),
        why="the page does not say what it gets",
    ),
    Observed(
        id="body that is two objects",
        fact="",
        evidence="unknown",
        edits=(Raw("{}{}"),),
        why="the page does not say what it gets",
    ),
    Observed(
        id="body that is in single quotes",
        fact="",
        evidence="unknown",
        edits=(Raw("{'a': 1}"),),
        why="the page does not say what it gets",
    ),
    Observed(
        id="body that is a list",
        fact="",
        evidence="unknown",
        edits=(Raw("[]"),),
        why="the page does not say what it gets",
    ),
    Observed(
        id="body that is a list of an object",
        fact="",
        evidence="unknown",
        edits=(Raw("[{}]"),),
        why="the page does not say what it gets",
    ),
    Observed(
        id="body that is text in quotes",
        fact="",
        evidence="unknown",
        edits=(Raw('"text"'),),
        why="the page does not say what it gets",
    ),
    Observed(
        id="body that is a number",
        fact="",
        evidence="unknown",
        edits=(Raw("1"),),
        why="the page does not say what it gets",
    ),
    Observed(
        id="body that is true",
        fact="",
        evidence="unknown",
        edits=(Raw("true"),),
        why="the page does not say what it gets",
    ),
    Observed(
        id="body that is null",
        fact="",
        evidence="unknown",
        edits=(Raw("null"),),
        why="the page does not say what it gets",
    ),
    Observed(
        id="another member",
        fact="",
        evidence="unknown",
        edits=(Put("/body/xUnknownMember", "text"),),
        why="the page does not say what becomes of other members",
    ),
    Observed(
        id="Content-Type twice",
        fact="",
        evidence="unknown",
        edits=(Twice("/headers/Content-Type"),),
        why="the page does not say what a repeated header is",
    ),
)


@pytest.mark.parametrize("client", CLIENTS, ids=str)
@pytest.mark.parametrize("case", CALLS, ids=str)
def test_sends_what_the_page_documents(
    case: Call, partner: Partner, client: Client
) -> None:
    case.check(partner, client)


@pytest.mark.parametrize("client", CLIENTS[:1], ids=str)
@pytest.mark.parametrize("case", INVALID_CALLS, ids=str)
def test_refuses_to_send(case: InvalidCall, partner: Partner, client: Client) -> None:
    case.check(partner, client)


@pytest.mark.parametrize("client", CLIENTS, ids=str)
@pytest.mark.parametrize("case", REPLIES, ids=str)
def test_reads_every_reply(
    case: Returns | Raises, partner: Partner, client: Client
) -> None:
    case.check(partner, client)


@pytest.mark.parametrize("client", CLIENTS[:1], ids=str)
@pytest.mark.parametrize("case", CODES, ids=str)
def test_reads_every_code(
    case: Returns | Raises, partner: Partner, client: Client
) -> None:
    case.check(partner, client)


@pytest.mark.parametrize("client", CLIENTS, ids=str)
@pytest.mark.parametrize("case", FAULTS, ids=str)
def test_knows_that_it_does_not_know(
    case: Fails | Unreachable, partner: Partner, client: Client
) -> None:
    case.check(partner, client)


@pytest.mark.parametrize("case, client", WAITING, ids=str)
def test_waits_no_longer_than_it_is_told(
    case: Fails, partner: Partner, client: Client
) -> None:
    case.check(partner, client)


@pytest.mark.parametrize("case", ACCEPTED, ids=str)
def test_accepts(case: Accepted, server: Server) -> None:
    case.check(server)


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_refuses(case: Refused, server: Server) -> None:
    case.check(server)


@pytest.mark.parametrize("case", ANSWERS, ids=str)
def test_answers_in_the_documented_shape(case: Answers, server: Server) -> None:
    case.check(server)


@pytest.mark.parametrize("case", OBSERVED, ids=str)
def test_observes(case: Observed, server: Server) -> None:
    case.check(server)
