"""Signatures that others published, made by the recipe of the specs.

V1 to V3 are the vectors that verify, of Ayoconnect, Midtrans and a starter of AstraPay.
The fourth was made for this call with the secret and token of V1; no provider has it.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta, timezone

import pytest
from seeds_wire import AYOCONNECT, Wire, ayoconnect

from partner_apis._runtime.declare import Encoding
from partner_apis._runtime.signing import sign
from partner_apis.ayoconnect.operations.verify_otp import OPERATION

FLOW = "0000000000000000000000000000abCD"
VERIFIED = {"responseCode": "2000400", "responseMessage": "Successful"}
V1_BODY = b"""{"partnerReferenceNo": "qic5taezfgta7yhn74u7cppr47wan027",   \
"authCode": "8ecx3bnfk9bu2o4y0z8ur8pfhH12eltF",   "merchantId": "AYOPOP"}"""
V2_BODY = b"""{
  "partnerReferenceNo": "2020102900000000000001",
  "amount": {"value": "12345678.00", "currency": "IDR"},
  "feeAmount": {"value": "12345678.00", "currency": "IDR"},
  "merchantId": "00007100010926",
  "terminalId": "213141251124",
  "validityPeriod": "2009-07-03T12:08:56-07:00"
}"""
V3_BODY = b'{"partnerReferenceNo":"123456789","beneficiaryAccountNo":"701075323"}'
SELF_MADE_BODY = (
    b'{"originalPartnerReferenceNo":"qic5taezfgta7yhn74u7cppr47wan027",'
    b'"originalReferenceNo":"8ecx3bnfk9bu2o4y0z8ur8pfhH12eltF","action":"unbinding",'
    b'"merchantId":"AYOPOP","otp":"737661","additionalInfo":{}}'
)
V1_SECRET = "fceda4da-ae95-4d14-8cb6-eef392139a2c"
V1_TOKEN = "ed8f7f42a6d741fbb891bae654e81678"
V1_TIME = "2023-03-28T22:13:27+07:00"
SELF_MADE = (
    "95aba95f015eb3cbb8bdf5d6bc3faa564e46137400ad247f02eb535701f6b9ad"
    "8ebee1637f456a9ea63fd01f29c929278ad2a2eed5a6c1652cbfe1a2c358ded3"
)


@pytest.mark.parametrize(
    ("secret", "path", "token", "time", "body", "encoding", "signature"),
    [
        pytest.param(
            V1_SECRET,
            "/api/v2/registration-account-binding",
            V1_TOKEN,
            V1_TIME,
            V1_BODY,
            "hex",
            "2e955289baf7f297dda75b830c00f15b81a71710c2d0a0bbdf5884ae15bf47bb"
            "46e627a0b25cff1c1da16c42682ec69945950a1b120b6be490a53b7d613cf7e4",
            id="V1, published by Ayoconnect",
        ),
        pytest.param(
            "myclientsecret",
            "/v1.0/qr/qr-mpm-generate",
            "myaccesstoken",
            "2024-03-05T10:37:16.196Z",
            V2_BODY,
            "base64",
            "wmzT7yjg1SxxCsxNsFgCR9SYXiZGGbceF6fV8xe97sAMHxZ+7OEBMIBmvb6Sj6Gc"
            "ksGp3iv77DiomgSbcST3XQ==",
            id="V2, published by Midtrans",
        ),
        pytest.param(
            "WD628ae7bca24354c4c4896c96f76092",
            "/apiservice/snp/inquiry/v1.0/account-inquiry-internal",
            "p7gmB4vZa1G8Jx7H7Mpic126SkfCJVpz7VqI5dbo3ChLQ2z44YzmJb",
            "2023-02-23T12:00:00+07:00",
            V3_BODY,
            "base64",
            "n2mfI/3M4fUU33t/soCpwu9LPTlL55oG0TU07DODt7PJ5YQKnWjOZhU2+PKYYrMW"
            "GU4Pp2uf8Z5M3h23AtXRyg==",
            id="V3, of a starter of AstraPay",
        ),
        pytest.param(
            V1_SECRET,
            "/dd/api/v3.0/otp-verification",
            V1_TOKEN,
            V1_TIME,
            SELF_MADE_BODY,
            "hex",
            SELF_MADE,
            id="self-made for this call",
        ),
    ],
)
def test_the_recipe_of_the_spec_makes_the_signatures_of_others(
    secret: str,
    path: str,
    token: str,
    time: str,
    body: bytes,
    encoding: Encoding,
    signature: str,
) -> None:
    recipe = OPERATION.signature
    assert recipe is not None
    made = sign(
        recipe,
        method="POST",
        path=path,
        body=body,
        timestamp=time,
        credentials={"client_secret": secret, "b2b_token": token},
        encoding=encoding,
    )

    assert signature == made


def test_the_generated_client_makes_the_self_made_signature_end_to_end() -> None:
    wire = Wire(VERIFIED)
    client = ayoconnect(
        wire,
        credentials={
            **AYOCONNECT,
            "client_secret": V1_SECRET,
            "b2b_token": V1_TOKEN,
            "merchant_id": "AYOPOP",
        },
        clock=lambda: datetime(
            2023, 3, 28, 22, 13, 27, 0, timezone(timedelta(hours=7))
        ),
    )
    client.flow(external_id=FLOW).verify_otp(
        original_partner_reference_no="qic5taezfgta7yhn74u7cppr47wan027",
        original_reference_no="8ecx3bnfk9bu2o4y0z8ur8pfhH12eltF",
        action="unbinding",
        otp="737661",
        additional_info={},
    )

    assert SELF_MADE_BODY == wire.request.content
    assert "c3076f03794cf0859784b68e4c3ab46ef71f1a5434e225fa8e501f5de4f4641d" == (
        hashlib.sha256(wire.request.content).hexdigest()
    )
    assert SELF_MADE == wire.request.headers["X-SIGNATURE"]
