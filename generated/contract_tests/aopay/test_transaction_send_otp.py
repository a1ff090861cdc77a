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

from .._harness.calls import Call, InvalidCall
from .._harness.clients import Client, Partner, Setup
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
from .._harness.hidden import Hides
from .._harness.outcomes import Fails, Raises, Returns, Unreachable
from .._harness.pointers import NOTHING
from .._harness.reading import beside
from .._harness.rows import At, Breaks, Columns, Keeps, Of, judged, rows
from .._harness.strict import Chooses, Differs, Judges, Try

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
    Call("every argument", "request", "prose"),
    Call(
        "the required arguments alone",
        "request",
        "prose",
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
        "mobile_number left out",
        "body.MobileNumber.required",
        "table",
        omits=("mobile_number",),
        arrives=(Drop("/body/MobileNumber"),),
    ),
    Call(
        "bene_id left out",
        "body.BeneID.required",
        "table",
        omits=("bene_id",),
        arrives=(Drop("/body/BeneID"),),
    ),
    Call(
        "txntype left out",
        "body.Txntype.required",
        "table",
        omits=("txntype",),
        arrives=(Drop("/body/Txntype"),),
    ),
    Call(
        "body.Txntype as NEFT",
        "body.Txntype.enum",
        "table",
        arguments={"txntype": "NEFT"},
        arrives=(Put("/body/Txntype", "NEFT"),),
    ),
    Call(
        "amount left out",
        "body.Amount.required",
        "example",
        omits=("amount",),
        arrives=(Drop("/body/Amount"),),
    ),
    Call(
        "amount as a Python value",
        "body.Amount.format",
        "inferred: the sample is a number",
        arguments={"amount": Decimal("1")},
        arrives=(Put("/body/Amount", "1"),),
    ),
    Call(
        "pincode left out",
        "body.Pincode.required",
        "example",
        omits=("pincode",),
        arrives=(Drop("/body/Pincode"),),
    ),
    Call(
        "address left out",
        "body.Address.required",
        "example",
        omits=("address",),
        arrives=(Drop("/body/Address"),),
    ),
    Call(
        "dob left out",
        "body.DOB.required",
        "example",
        omits=("dob",),
        arrives=(Drop("/body/DOB"),),
    ),
    Call(
        "dob as a Python value",
        "body.DOB.format",
        "inferred: the first part of the sample is greater than 12",
        arguments={"dob": date(1999, 1, 31)},
        arrives=(Put("/body/DOB", "31/01/1999"),),
    ),
    Call(
        "latitude left out",
        "body.Latitude.required",
        "example",
        omits=("latitude",),
        arrives=(Drop("/body/Latitude"),),
    ),
    Call(
        "latitude as a Python value",
        "body.Latitude.format",
        "inferred: the sample is a number",
        arguments={"latitude": Decimal("0.0001")},
        arrives=(Put("/body/Latitude", "0.0001"),),
    ),
    Call(
        "longitude left out",
        "body.Longitute.required",
        "example",
        omits=("longitude",),
        arrives=(Drop("/body/Longitute"),),
    ),
    Call(
        "longitude as a Python value",
        "body.Longitute.format",
        "inferred: the sample is a number",
        arguments={"longitude": Decimal("0.0001")},
        arrives=(Put("/body/Longitute", "0.0001"),),
    ),
    Call(
        "odd text",
        "request",
        "external: RFC 3986, RFC 8259",
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
    Call(
        "everything from variables",
        "request",
        "prose",
        setup=Setup(base_url_variable="AOPAY_BASE_URL"),
    ),
    Call(
        "registration_id not supplied",
        "body.RegistrationID.required",
        "example",
        setup=Setup(lacks=("registration_id",)),
        arrives=(Drop("/body/RegistrationID"),),
    ),
)

INVALID_CALLS: tuple[InvalidCall, ...] = (
    *rows(
        Columns(
            InvalidCall,
            "id value",
            about="body.MobileNumber",
            passed="mobile_number",
            key="type",
            evidence="table",
            pointer="/body/MobileNumber",
        ),
        ("as a whole number", 12345),
        ("as true", True),
        ("as a list", []),
        ("as an object", {}),
        ("as null", None),
    ),
    *rows(
        Columns(
            InvalidCall,
            "id value",
            about="body.BeneID",
            passed="bene_id",
            key="type",
            evidence="table",
            pointer="/body/BeneID",
        ),
        ("as a whole number", 12345),
        ("as true", True),
        ("as a list", []),
        ("as an object", {}),
        ("as null", None),
    ),
    *rows(
        Columns(
            InvalidCall,
            "id key value",
            about="body.Txntype",
            passed="txntype",
            evidence="table",
            pointer="/body/Txntype",
        ),
        ("empty", "enum", ""),
        ("as a whole number", "type", 12345),
        ("as true", "type", True),
        ("as a list", "type", []),
        ("as an object", "type", {}),
        ("as null", "type", None),
        ("a listed value and a letter", "enum", "NEFTx"),
        ("the first listed value and a letter", "enum", "IMPSx"),
        ("a letter and a listed value", "enum", "xIMPS"),
        ("a listed value cut short", "enum", "IMP"),
        ("the last listed value cut short", "enum", "NEF"),
        ("two listed values with a slash", "enum", "IMPS/NEFT"),
        ("a listed value in another letter case", "enum", "imps"),
        ("a listed value with another last character", "enum", "IMPx"),
    ),
    *rows(
        Columns(
            InvalidCall,
            "id key evidence value",
            about="body.Amount",
            passed="amount",
            pointer="/body/Amount",
        ),
        ("empty", "format", "inferred: the sample is a number", ""),
        ("as a list", "type", "example", []),
        ("as an object", "type", "example", {}),
        ("as null", "type", "example", None),
        ("not a number", "format", "inferred: the sample is a number", "much"),
        (
            "with a comma for the point",
            "format",
            "inferred: the sample is a number",
            "1,50",
        ),
    ),
    *rows(
        Columns(
            InvalidCall,
            "id value",
            about="body.Pincode",
            passed="pincode",
            key="type",
            evidence="example",
            pointer="/body/Pincode",
        ),
        ("as a whole number", 12345),
        ("as true", True),
        ("as a list", []),
        ("as an object", {}),
        ("as null", None),
    ),
    *rows(
        Columns(
            InvalidCall,
            "id value",
            about="body.Address",
            passed="address",
            key="type",
            evidence="example",
            pointer="/body/Address",
        ),
        ("as a whole number", 12345),
        ("as true", True),
        ("as a list", []),
        ("as an object", {}),
        ("as null", None),
    ),
    *rows(
        Columns(
            InvalidCall,
            "id key evidence value",
            about="body.DOB",
            passed="dob",
            pointer="/body/DOB",
        ),
        (
            "empty",
            "format",
            "inferred: the first part of the sample is greater than 12",
            "",
        ),
        ("as a list", "type", "example", []),
        ("as an object", "type", "example", {}),
        ("as null", "type", "example", None),
    ),
    *rows(
        Columns(
            InvalidCall,
            "id value",
            about="body.DOB",
            passed="dob",
            key="format",
            evidence="inferred: the first part of the sample is greater than 12",
            pointer="/body/DOB",
        ),
        ("not a date", "soon"),
        ("31 February as 31/02/2024", "31/02/2024"),
        ("31 February as 2024-02-31", "2024-02-31"),
        ("a date in another order", "2024/12/31"),
        ("a date with dashes", "31-12-2024"),
        ("masked", "XX/XX/2000"),
    ),
    InvalidCall(
        "body.Latitude empty",
        "body.Latitude.format",
        "inferred: the sample is a number",
        arguments={"latitude": ""},
        pointer="/body/Latitude",
    ),
    InvalidCall(
        "body.Latitude as a list",
        "body.Latitude.type",
        "example",
        arguments={"latitude": []},
        pointer="/body/Latitude",
    ),
    InvalidCall(
        "body.Latitude as an object",
        "body.Latitude.type",
        "example",
        arguments={"latitude": {}},
        pointer="/body/Latitude",
    ),
    InvalidCall(
        "body.Latitude as null",
        "body.Latitude.type",
        "example",
        arguments={"latitude": None},
        pointer="/body/Latitude",
    ),
    InvalidCall(
        "body.Latitude not a number",
        "body.Latitude.format",
        "inferred: the sample is a number",
        arguments={"latitude": "much"},
        pointer="/body/Latitude",
    ),
    InvalidCall(
        "body.Latitude with a comma for the point",
        "body.Latitude.format",
        "inferred: the sample is a number",
        arguments={"latitude": "1,50"},
        pointer="/body/Latitude",
    ),
    InvalidCall(
        "body.Longitute empty",
        "body.Longitute.format",
        "inferred: the sample is a number",
        arguments={"longitude": ""},
        pointer="/body/Longitute",
    ),
    InvalidCall(
        "body.Longitute as a list",
        "body.Longitute.type",
        "example",
        arguments={"longitude": []},
        pointer="/body/Longitute",
    ),
    InvalidCall(
        "body.Longitute as an object",
        "body.Longitute.type",
        "example",
        arguments={"longitude": {}},
        pointer="/body/Longitute",
    ),
    InvalidCall(
        "body.Longitute as null",
        "body.Longitute.type",
        "example",
        arguments={"longitude": None},
        pointer="/body/Longitute",
    ),
    InvalidCall(
        "body.Longitute not a number",
        "body.Longitute.format",
        "inferred: the sample is a number",
        arguments={"longitude": "much"},
        pointer="/body/Longitute",
    ),
    InvalidCall(
        "body.Longitute with a comma for the point",
        "body.Longitute.format",
        "inferred: the sample is a number",
        arguments={"longitude": "1,50"},
        pointer="/body/Longitute",
    ),
)

JUDGED: tuple[Judges, ...] = (
    *judged(
        Of("request", "request", "prose"),
        At(
            "/headers/Content-Type",
            Keeps("application/json"),
            Breaks("type", 12345),
            Breaks(
                "enum",
                "",
                "application/jsonx",
                "xapplication/json",
                "application/jso",
                "APPLICATION/JSON",
                "application/jsox",
            ),
        ),
        At("/body/MobileNumber", Breaks("type", 12345, True, [], {}, None)),
        At("/body/BeneID", Breaks("type", 12345, True, [], {}, None)),
        At(
            "/body/Txntype",
            Keeps("IMPS"),
            Breaks("type", 12345, True, [], {}, None),
            Breaks(
                "enum",
                "",
                "NEFTx",
                "IMPSx",
                "xIMPS",
                "IMP",
                "NEF",
                "IMPS/NEFT",
                "imps",
                "IMPx",
            ),
            Keeps("NEFT"),
        ),
        At(
            "/body/Amount",
            Keeps("1"),
            Breaks("type", 12345, True, [], {}, None),
            Breaks("format", "", "much", "1,50"),
            Keeps("12.5"),
        ),
        At("/body/Pincode", Breaks("type", 12345, True, [], {}, None)),
        At("/body/Address", Breaks("type", 12345, True, [], {}, None)),
        At(
            "/body/DOB",
            Keeps("31/01/1999"),
            Breaks("type", 12345, True, [], {}, None),
            Breaks(
                "format",
                "",
                "soon",
                "31/02/2024",
                "2024-02-31",
                "2024/12/31",
                "31-12-2024",
                "XX/XX/2000",
            ),
            Keeps("31/01/2026"),
        ),
        At(
            "/body/Latitude",
            Keeps("0.0001"),
            Breaks("type", 12345, True, [], {}, None),
            Breaks("format", "", "much", "1,50"),
            Keeps("12.5"),
        ),
        At(
            "/body/Longitute",
            Keeps("0.0001"),
            Breaks("type", 12345, True, [], {}, None),
            Breaks("format", "", "much", "1,50"),
            Keeps("12.5"),
        ),
        At("/body/RegistrationID", Breaks("type", 12345, True, [], {}, None)),
        At("/body/xUnknownMember", Breaks("undocumented", "text")),
    ),
    *judged(
        Of("otp_sent", "replies.otp_sent", "example"),
        At("/status", Breaks("type", "text", 12345, [], {}, None)),
        At("/response_code", Breaks("type", "text", True, [], {}, 1.5, None)),
        At("/message", Breaks("type", 12345, True, [], {}, None)),
        At("/stateresp", Breaks("type", 12345, True, [], {}, None)),
        At(
            "/Status",
            Keeps("True"),
            Breaks("type", 12345, True, [], {}, None),
            Breaks("format", "", "maybe"),
            Keeps("True", "False"),
        ),
        At("/Value", Breaks("type", 12345, True, [], {}, None)),
        At("/data", Breaks("type", "text", 12345, True, [], None)),
        At(
            "/data/fname",
            Try(
                Put(
                    "/data",
                    {
                        "fname": 12345,
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": True,
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": [],
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": {},
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": None,
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
        ),
        At(
            "/data/lname",
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": 12345,
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": True,
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": [],
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": {},
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": None,
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
        ),
        At(
            "/data/mobile",
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": 12345,
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": True,
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": [],
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": {},
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": None,
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
        ),
        At(
            "/data/status",
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": 12345,
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": True,
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": [],
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": {},
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": None,
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
        ),
        At(
            "/data/bank3_limit",
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": "text",
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": True,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": [],
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": {},
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1.5,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": None,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
        ),
        At(
            "/data/bank3_status",
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": 12345,
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": True,
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": [],
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": {},
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": None,
                        "bank2_limit": 1,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
        ),
        At(
            "/data/bank2_limit",
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": "text",
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": True,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": [],
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": {},
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1.5,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": None,
                        "bank1_limit": 1,
                    },
                ),
                "type",
            ),
        ),
        At(
            "/data/bank1_limit",
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": "text",
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": True,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": [],
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": {},
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": 1.5,
                    },
                ),
                "type",
            ),
            Try(
                Put(
                    "/data",
                    {
                        "fname": "example",
                        "lname": "example",
                        "mobile": "example",
                        "status": "example",
                        "bank3_limit": 1,
                        "bank3_status": "example",
                        "bank2_limit": 1,
                        "bank1_limit": None,
                    },
                ),
                "type",
            ),
        ),
        At("/xUnknownMember", Breaks("undocumented", "text")),
    ),
    *judged(
        Of("registration_started", "replies.registration_started", "table"),
        At("/status", Breaks("type", "text", 12345, [], {}, None)),
        At("/response_code", Breaks("type", "text", True, [], {}, 1.5, None)),
        At("/stateresp", Breaks("type", 12345, True, [], {}, None)),
        At("/message", Breaks("type", 12345, True, [], {}, None)),
        At("/xUnknownMember", Breaks("undocumented", "text")),
    ),
    *judged(
        Of("refused", "replies.refused", "example"),
        At("/response_code", Breaks("type", "text", True, [], {}, 1.5, None)),
        At("/status", Breaks("type", "text", 12345, [], {}, None)),
        At("/message", Breaks("type", 12345, True, [], {}, None)),
        At("/xUnknownMember", Breaks("undocumented", "text")),
    ),
    *judged(
        Of("refused_by_table", "replies.refused_by_table", "table"),
        At("/responsecode", Breaks("type", "text", True, [], {}, 1.5, None)),
        At("/status", Breaks("type", "text", 12345, [], {}, None)),
        At("/message", Breaks("type", 12345, True, [], {}, None)),
        At("/xUnknownMember", Breaks("undocumented", "text")),
    ),
)

REPLIES: tuple[Returns | Raises, ...] = (
    Returns(
        "otp_sent",
        "replies.otp_sent",
        "example",
        answer="otp_sent",
        model="TransactionSendOtpOtpSent",
        reads={
            "status": True,
            "response_code": 1,
            "message": "OTP has been send to the remitter mobile number.",
            "stateresp": "000000001",
            "status_text": "True",
            "value": "OTP has been send to the remitter mobile number.",
        },
    ),
    Returns(
        "registration_started",
        "replies.registration_started",
        "table",
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
        "refused",
        "replies.refused",
        "example",
        answer="refused",
        error="AuthenticationFailed",
        base="Rejected",
        http=401,
        code="11",
        message="Authentication failed",
        says="Authentication failed",
        then="fix-credentials",
        model="TransactionSendOtpRefused",
    ),
    Raises(
        "refused_by_table",
        "replies.refused_by_table",
        "table",
        answer="refused_by_table",
        error="Rejected",
        base="Rejected",
        http=401,
        code="990",
        message="example",
        model="TransactionSendOtpRefusedByTable",
    ),
)

CODES: tuple[Returns | Raises, ...] = (
    Returns(
        "1",
        "codes.1",
        "example",
        answer="1",
        model="TransactionSendOtpOtpSent",
        reads={
            "status": True,
            "response_code": 1,
            "message": "OTP has been send to the remitter mobile number.",
            "stateresp": "000000001",
            "status_text": "True",
            "value": "OTP has been send to the remitter mobile number.",
        },
    ),
    Returns(
        "0",
        "codes.0",
        "example",
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
        "11",
        "codes.11",
        "example",
        answer="11",
        error="AuthenticationFailed",
        base="Rejected",
        http=401,
        code="11",
        message="Authentication failed",
        says="Authentication failed",
        then="fix-credentials",
        model="TransactionSendOtpRefused",
    ),
)

DIFFERING: tuple[Differs, ...] = (
    Differs(
        "otp_sent with /status as text",
        "replies.otp_sent",
        "example",
        answer="otp_sent",
        edits=(Put("/status", "text"),),
        reasons=("unreadable",),
        tells="/status",
        code="1",
        message="OTP has been send to the remitter mobile number.",
    ),
    Differs(
        "otp_sent with another member",
        "replies.otp_sent",
        "example",
        answer="otp_sent",
        edits=(Put("/xUnknownMember", "text"),),
        tells="/xUnknownMember",
    ),
    *rows(
        Columns(
            Differs,
            "id http reasons",
            about="otp_sent with HTTP",
            fact="replies.otp_sent",
            evidence="example",
            answer="otp_sent",
        ),
        ("206", 206, ("undocumented-status", "contradictory", "undocumented-reply")),
        ("302", 302, ("undocumented-status", "contradictory", "undocumented-reply")),
        ("418", 418, ("undocumented-status", "contradictory", "undocumented-reply")),
        ("500", 500, ("undocumented-status", "contradictory", "undocumented-reply")),
        (
            "202",
            202,
            (
                "undocumented-status",
                "contradictory",
                "undocumented-reply",
                "undocumented-code",
            ),
        ),
    ),
    Differs(
        "otp_sent with /response_code as 42",
        "replies.otp_sent",
        "example",
        answer="otp_sent",
        edits=(Put("/response_code", 42),),
        reasons=("undocumented-code", "undocumented-reply"),
    ),
    Differs(
        "otp_sent with /response_code as True",
        "replies.otp_sent",
        "example",
        answer="otp_sent",
        edits=(Put("/response_code", True),),
        reasons=("undocumented-code", "undocumented-reply"),
    ),
    Differs(
        "registration_started with /status as text",
        "replies.registration_started",
        "table",
        answer="registration_started",
        edits=(Put("/status", "text"),),
        reasons=("unreadable",),
        tells="/status",
        code="0",
        message="Remitter not registered OTP sent for new registration.",
    ),
    Differs(
        "registration_started with another member",
        "replies.registration_started",
        "table",
        answer="registration_started",
        edits=(Put("/xUnknownMember", "text"),),
        tells="/xUnknownMember",
    ),
    Differs(
        "registration_started with its HTTP 202",
        "replies.registration_started",
        "table",
        answer="registration_started",
        http=202,
    ),
    *rows(
        Columns(
            Differs,
            "id http",
            about="registration_started with HTTP",
            fact="replies.registration_started",
            evidence="table",
            answer="registration_started",
            reasons=("undocumented-status", "contradictory", "undocumented-reply"),
        ),
        ("206", 206),
        ("302", 302),
        ("418", 418),
        ("500", 500),
    ),
    Differs(
        "registration_started with /response_code as 41",
        "replies.registration_started",
        "table",
        answer="registration_started",
        edits=(Put("/response_code", 41),),
        reasons=("undocumented-code", "undocumented-reply"),
    ),
    Differs(
        "registration_started with /response_code as False",
        "replies.registration_started",
        "table",
        answer="registration_started",
        edits=(Put("/response_code", False),),
        reasons=("undocumented-code", "undocumented-reply"),
    ),
    Differs(
        "refused with /response_code as text",
        "replies.refused",
        "example",
        answer="refused",
        edits=(Put("/response_code", "text"),),
        reasons=("unreadable",),
        tells="/response_code",
        message="Authentication failed",
    ),
    Differs(
        "refused with another member",
        "replies.refused",
        "example",
        answer="refused",
        edits=(Put("/xUnknownMember", "text"),),
        tells="/xUnknownMember",
    ),
    Differs(
        "refused with a new code",
        "replies.refused",
        "example",
        answer="refused",
        edits=(Put("/response_code", 9999999),),
        error="Rejected",
        code="9999999",
    ),
    *rows(
        Columns(
            Differs,
            "id http reasons",
            about="refused with HTTP",
            fact="replies.refused",
            evidence="example",
            answer="refused",
        ),
        ("206", 206, ("undocumented-status", "contradictory", "undocumented-reply")),
        ("302", 302, ("undocumented-status", "contradictory", "undocumented-reply")),
        ("418", 418, ("undocumented-status", "contradictory", "undocumented-reply")),
        ("500", 500, ("undocumented-status", "contradictory", "undocumented-reply")),
        (
            "200",
            200,
            (
                "undocumented-status",
                "contradictory",
                "undocumented-reply",
                "undocumented-code",
            ),
        ),
        (
            "202",
            202,
            (
                "undocumented-status",
                "contradictory",
                "undocumented-reply",
                "undocumented-code",
            ),
        ),
    ),
    Differs(
        "refused with no /response_code",
        "replies.refused",
        "example",
        answer="refused",
        edits=(Drop("/response_code"),),
        reasons=("undocumented-code", "undocumented-reply"),
    ),
    Differs(
        "refused with /responsecode as 'text'",
        "replies.refused",
        "example",
        answer="refused",
        edits=(Put("/responsecode", "text"),),
        reasons=("undocumented-code", "undocumented-reply"),
    ),
    Differs(
        "refused_by_table with /responsecode as text",
        "replies.refused_by_table",
        "table",
        answer="refused_by_table",
        edits=(Put("/responsecode", "text"),),
        reasons=("unreadable",),
        tells="/responsecode",
        message="example",
    ),
    Differs(
        "refused_by_table with another member",
        "replies.refused_by_table",
        "table",
        answer="refused_by_table",
        edits=(Put("/xUnknownMember", "text"),),
        tells="/xUnknownMember",
    ),
    Differs(
        "refused_by_table with a new code",
        "replies.refused_by_table",
        "table",
        answer="refused_by_table",
        edits=(Put("/responsecode", 9999999),),
        error="Rejected",
        code="9999999",
    ),
    *rows(
        Columns(
            Differs,
            "id http reasons",
            about="refused_by_table with HTTP",
            fact="replies.refused_by_table",
            evidence="table",
            answer="refused_by_table",
        ),
        ("206", 206, ("undocumented-status", "contradictory", "undocumented-reply")),
        ("302", 302, ("undocumented-status", "contradictory", "undocumented-reply")),
        ("418", 418, ("undocumented-status", "contradictory", "undocumented-reply")),
        ("500", 500, ("undocumented-status", "contradictory", "undocumented-reply")),
        (
            "200",
            200,
            (
                "undocumented-status",
                "contradictory",
                "undocumented-reply",
                "undocumented-code",
            ),
        ),
        (
            "202",
            202,
            (
                "undocumented-status",
                "contradictory",
                "undocumented-reply",
                "undocumented-code",
            ),
        ),
    ),
    *rows(
        Columns(
            Differs,
            "id value",
            about="refused_by_table with",
            where="/responsecode",
            fact="replies.refused_by_table",
            evidence="table",
            answer="refused_by_table",
            reasons=("undocumented-code", "undocumented-reply"),
        ),
        ("no /responsecode", NOTHING),
        ("/response_code as 'text'", Put("/response_code", "text")),
    ),
    *rows(
        Columns(
            Differs,
            "id http",
            about="11 with HTTP",
            fact="codes.11",
            evidence="example",
            answer="11",
            reasons=("gateway-error",),
        ),
        ("408", 408),
        ("425", 425),
        ("499", 499),
        ("502", 502),
        ("503", 503),
        ("504", 504),
        ("520", 520),
        ("530", 530),
    ),
)

HIDDEN: tuple[Hides, ...] = (
    Hides("after a good call", "", ""),
    Hides(
        "after an answer that repeats them", "", "", answer="11", message_at="/message"
    ),
    Hides("after a call that is refused", "", "", breaks="mobile_number"),
)

CHOSEN: tuple[Chooses, ...] = (
    Chooses(
        "production", "", "prose", name="production", url="https://api.aopay.co.in"
    ),
)

FAULTS: tuple[Fails | Unreachable, ...] = (
    *rows(
        Columns(Fails, "id=fault reasons", fact="", evidence=""),
        ("closed-early", ("connection-lost",)),
        ("closed-before-answer", ("connection-lost",)),
        ("closed-mid-body", ("connection-lost", "unreadable")),
        ("reset", ("connection-lost",)),
        ("bad-gateway", ("gateway-error",)),
        ("unavailable", ("gateway-error",)),
        ("gateway-timeout", ("gateway-error",)),
        ("not-json", ("unreadable",)),
        ("html-page", ("unreadable",)),
        ("truncated-json", ("unreadable",)),
        ("empty-body", ("unreadable",)),
        ("undocumented-code", ("undocumented-code",)),
        ("undocumented-status", ("undocumented-status",)),
        ("other-shape", ("undocumented-reply", "unreadable")),
    ),
    Unreachable("unreachable", "", ""),
)

WAITS: tuple[Fails, ...] = (
    Fails("slow-drip", "", "", fault="slow-drip", reasons=("timeout",)),
    Fails("timeout", "", "", fault="timeout", reasons=("timeout",)),
)

WAITING = tuple(zip(WAITS, CLIENTS, strict=True))

# What the provider accepts, refuses and answers.

ACCEPTED: tuple[Accepted, ...] = (
    Accepted("every member", "request", "prose"),
    Accepted(
        "body.Txntype as NEFT",
        "body.Txntype.enum",
        "table",
        edits=(Put("/body/Txntype", "NEFT"),),
    ),
    *rows(
        Columns(Accepted, "id evidence value", fact=""),
        ("white space in the body", "external: RFC 8259", Spaced()),
        ("header names in lower case", "external: RFC 9110", LowerCaseHeaders()),
    ),
)
REFUSED: tuple[Refused, ...] = (
    *rows(
        Columns(
            Refused,
            "id value",
            about="body.MobileNumber",
            key="type",
            evidence="table",
            fault="type",
        ),
        ("as a whole number", 12345),
        ("as true", True),
        ("as a list", []),
        ("as an object", {}),
        ("as null", None),
    ),
    *rows(
        Columns(
            Refused,
            "id value",
            about="body.BeneID",
            key="type",
            evidence="table",
            fault="type",
        ),
        ("as a whole number", 12345),
        ("as true", True),
        ("as a list", []),
        ("as an object", {}),
        ("as null", None),
    ),
    *rows(
        Columns(Refused, "id key value fault", about="body.Txntype", evidence="table"),
        ("empty", "enum", "", "empty"),
        ("as a whole number", "type", 12345, "type"),
        ("as true", "type", True, "type"),
        ("as a list", "type", [], "type"),
        ("as an object", "type", {}, "type"),
        ("as null", "type", None, "type"),
        ("a listed value and a letter", "enum", "NEFTx", "value"),
        ("the first listed value and a letter", "enum", "IMPSx", "value"),
        ("a letter and a listed value", "enum", "xIMPS", "value"),
        ("a listed value cut short", "enum", "IMP", "value"),
        ("the last listed value cut short", "enum", "NEF", "value"),
        ("two listed values with a slash", "enum", "IMPS/NEFT", "value"),
        ("a listed value in another letter case", "enum", "imps", "value"),
        ("a listed value with another last character", "enum", "IMPx", "value"),
    ),
    *rows(
        Columns(
            Refused,
            "id value",
            about="body.RegistrationID",
            fact="codes.11",
            evidence="example",
            fault="credential",
            codes=("11",),
        ),
        ("of nobody", OtherCredential("/body/RegistrationID")),
        ("with another end", "XYZ-001"),
        ("with another beginning", "0YZ-000"),
        ("in other letter case", "xyz-000"),
        ("and more", "XYZ-000x"),
        ("and more of its own", "XYZ-0000"),
        ("cut short", "XYZ-00"),
    ),
)
ANSWERS: tuple[Answers, ...] = (
    *rows(
        Columns(
            Answers,
            "id=answer=reply evidence http code",
            about="reply",
            facts="replies.{}.*",
        ),
        ("otp_sent", "example", 200, "1"),
        ("registration_started", "table", 200, "0"),
        ("refused", "example", 401, "11"),
        ("refused_by_table", "table", 401),
    ),
    Answers(
        "code 1",
        "codes.1.*",
        "example",
        answer="1",
        reply="otp_sent",
        http=200,
        code="1",
        holds={"/message": "OTP has been send to the remitter mobile number."},
    ),
    Answers(
        "code 0",
        "codes.0.*",
        "example",
        answer="0",
        reply="registration_started",
        http=200,
        code="0",
        holds={"/message": "Remitter not registered OTP sent for new registration."},
    ),
    Answers(
        "code 11",
        "codes.11.*",
        "example",
        answer="11",
        reply="refused",
        http=401,
        code="11",
        holds={"/message": "Authentication failed"},
    ),
)
OBSERVED: tuple[Observed, ...] = (
    Observed(
        "headers.Content-Type left out",
        "headers.Content-Type.required",
        "unknown",
        edits=(Drop("/headers/Content-Type"),),
        why="the page does not say whether it is required",
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="headers.Content-Type",
            key="const",
            evidence="example",
            why="only an example shows it",
        ),
        ("empty", ""),
        ("a listed value and a letter", "application/jsonx"),
        ("a letter and a listed value", "xapplication/json"),
        ("a listed value cut short", "application/jso"),
        ("a listed value in another letter case", "APPLICATION/JSON"),
        ("a listed value with another last character", "application/jsox"),
    ),
    Observed(
        "body.MobileNumber left out",
        "body.MobileNumber.required",
        "unknown",
        edits=(Drop("/body/MobileNumber"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        "body.MobileNumber empty",
        "body.MobileNumber.required",
        "unknown",
        edits=(Put("/body/MobileNumber", ""),),
        why="the page does not say what empty text is",
    ),
    Observed(
        "body.BeneID left out",
        "body.BeneID.required",
        "unknown",
        edits=(Drop("/body/BeneID"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        "body.BeneID empty",
        "body.BeneID.required",
        "unknown",
        edits=(Put("/body/BeneID", ""),),
        why="the page does not say what empty text is",
    ),
    *rows(
        Columns(
            Observed,
            "id",
            key="required",
            evidence="unknown",
            value=NOTHING,
            why="the page does not say whether it is required",
        ),
        ("body.Txntype left out",),
        ("body.Amount left out",),
    ),
    Observed(
        "body.Amount empty",
        "body.Amount.format",
        "inferred: the sample is a number",
        edits=(Put("/body/Amount", ""),),
        why="the sample is a number",
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="body.Amount",
            key="type",
            evidence="example",
            why="only an example shows it",
        ),
        ("as a whole number", 12345),
        ("as null", None),
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="body.Amount",
            key="format",
            evidence="inferred: the sample is a number",
            why="the sample is a number",
        ),
        ("not a number", "much"),
        ("with a comma for the point", "1,50"),
    ),
    Observed(
        "body.Pincode left out",
        "body.Pincode.required",
        "unknown",
        edits=(Drop("/body/Pincode"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        "body.Pincode empty",
        "body.Pincode.required",
        "unknown",
        edits=(Put("/body/Pincode", ""),),
        why="the page does not say what empty text is",
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="body.Pincode",
            key="type",
            evidence="example",
            why="only an example shows it",
        ),
        ("as a whole number", 12345),
        ("as null", None),
    ),
    Observed(
        "body.Address left out",
        "body.Address.required",
        "unknown",
        edits=(Drop("/body/Address"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        "body.Address empty",
        "body.Address.required",
        "unknown",
        edits=(Put("/body/Address", ""),),
        why="the page does not say what empty text is",
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="body.Address",
            key="type",
            evidence="example",
            why="only an example shows it",
        ),
        ("as a whole number", 12345),
        ("as null", None),
    ),
    Observed(
        "body.DOB left out",
        "body.DOB.required",
        "unknown",
        edits=(Drop("/body/DOB"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        "body.DOB empty",
        "body.DOB.format",
        "inferred: the first part of the sample is greater than 12",
        edits=(Put("/body/DOB", ""),),
        why="the first part of the sample is greater than 12",
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="body.DOB",
            key="type",
            evidence="example",
            why="only an example shows it",
        ),
        ("as a whole number", 12345),
        ("as null", None),
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="body.DOB",
            key="format",
            evidence="inferred: the first part of the sample is greater than 12",
            why="the first part of the sample is greater than 12",
        ),
        ("not a date", "soon"),
        ("31 February as 31/02/2024", "31/02/2024"),
        ("31 February as 2024-02-31", "2024-02-31"),
        ("a date in another order", "2024/12/31"),
        ("a date with dashes", "31-12-2024"),
        ("masked", "XX/XX/2000"),
    ),
    Observed(
        "body.Latitude left out",
        "body.Latitude.required",
        "unknown",
        edits=(Drop("/body/Latitude"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        "body.Latitude empty",
        "body.Latitude.format",
        "inferred: the sample is a number",
        edits=(Put("/body/Latitude", ""),),
        why="the sample is a number",
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="body.Latitude",
            key="type",
            evidence="example",
            why="only an example shows it",
        ),
        ("as a whole number", 12345),
        ("as null", None),
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="body.Latitude",
            key="format",
            evidence="inferred: the sample is a number",
            why="the sample is a number",
        ),
        ("not a number", "much"),
        ("with a comma for the point", "1,50"),
    ),
    Observed(
        "body.Longitute left out",
        "body.Longitute.required",
        "unknown",
        edits=(Drop("/body/Longitute"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        "body.Longitute empty",
        "body.Longitute.format",
        "inferred: the sample is a number",
        edits=(Put("/body/Longitute", ""),),
        why="the sample is a number",
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="body.Longitute",
            key="type",
            evidence="example",
            why="only an example shows it",
        ),
        ("as a whole number", 12345),
        ("as null", None),
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="body.Longitute",
            key="format",
            evidence="inferred: the sample is a number",
            why="the sample is a number",
        ),
        ("not a number", "much"),
        ("with a comma for the point", "1,50"),
    ),
    Observed(
        "body.RegistrationID left out",
        "body.RegistrationID.required",
        "unknown",
        edits=(Drop("/body/RegistrationID"),),
        why="the page does not say whether it is required",
    ),
    Observed(
        "body.RegistrationID empty",
        "body.RegistrationID.required",
        "unknown",
        edits=(Put("/body/RegistrationID", ""),),
        why="the page does not say what empty text is",
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="body.RegistrationID",
            key="type",
            evidence="example",
            why="only an example shows it",
        ),
        ("as a whole number", 12345),
        ("as null", None),
    ),
    *rows(
        Columns(
            Observed,
            "id value",
            about="body that is",
            fact="",
            evidence="unknown",
            why="the page does not say what it gets",
        ),
        ("cut short", Raw("{")),
        ("text", Raw("not json")),
        ("nothing", Raw("")),
        ("two objects", Raw("{}{}")),
        ("in single quotes", Raw("{'a': 1}")),
        ("a list", Raw("[]")),
        ("a list of an object", Raw("[{}]")),
        ("text in quotes", Raw('"text"')),
        ("a number", Raw("1")),
        ("true", Raw("true")),
        ("null", Raw("null")),
    ),
    Observed(
        "another member",
        "",
        "unknown",
        edits=(Put("/body/xUnknownMember", "text"),),
        why="the page does not say what becomes of other members",
    ),
    Observed(
        "Content-Type twice",
        "",
        "unknown",
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


@pytest.mark.parametrize("client", CLIENTS[:1], ids=str)
@pytest.mark.parametrize("case", JUDGED, ids=str)
def test_validates(case: Judges, partner: Partner, client: Client) -> None:
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


@pytest.mark.parametrize("client", CLIENTS[:1], ids=str)
@pytest.mark.parametrize("case", DIFFERING, ids=str)
def test_reads_strictly(case: Differs, partner: Partner, client: Client) -> None:
    case.check(partner, client)


@pytest.mark.parametrize("client", CLIENTS, ids=str)
@pytest.mark.parametrize("case", HIDDEN, ids=str)
def test_tells_no_secret(case: Hides, partner: Partner, client: Client) -> None:
    case.check(partner, client)


@pytest.mark.parametrize("client", CLIENTS, ids=str)
@pytest.mark.parametrize("case", CHOSEN, ids=str)
def test_calls_the_documented_server(
    case: Chooses, partner: Partner, client: Client
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
