from __future__ import annotations

import hashlib
import hmac

import pytest

from specmill.runtime.declare import BodyDigest, Credential, Encoding, Signature
from specmill.runtime.signing import credentials_of, sign

SNAP = Signature(
    algorithm="HMAC-SHA512",
    key=Credential("client_secret"),
    parts=(
        "method",
        "path",
        Credential("access_token"),
        BodyDigest("SHA-256", minified=True),
        "timestamp",
    ),
    separator=":",
    encoding=None,
)
V1_SECRET = "fceda4da-ae95-4d14-8cb6-eef392139a2c"
V1_TOKEN = "ed8f7f42a6d741fbb891bae654e81678"
V1_TIME = "2023-03-28T22:13:27+07:00"
VECTORS: list[tuple[str, str, str, str, bytes, Encoding, str]] = [
    (
        V1_SECRET,
        "/api/v2/registration-account-binding",
        V1_TOKEN,
        V1_TIME,
        b'{"partnerReferenceNo": "qic5taezfgta7yhn74u7cppr47wan027",   '
        b'"authCode": "8ecx3bnfk9bu2o4y0z8ur8pfhH12eltF",   "merchantId": "AYOPOP"}',
        "hex",
        "2e955289baf7f297dda75b830c00f15b81a71710c2d0a0bbdf5884ae15bf47bb"
        "46e627a0b25cff1c1da16c42682ec69945950a1b120b6be490a53b7d613cf7e4",
    ),
    (
        "myclientsecret",
        "/v1.0/qr/qr-mpm-generate",
        "myaccesstoken",
        "2024-03-05T10:37:16.196Z",
        b'{"partnerReferenceNo":"2020102900000000000001",'
        b'"amount":{"value":"12345678.00","currency":"IDR"},'
        b'"feeAmount":{"value":"12345678.00","currency":"IDR"},'
        b'"merchantId":"00007100010926","terminalId":"213141251124",'
        b'"validityPeriod":"2009-07-03T12:08:56-07:00"}',
        "base64",
        "wmzT7yjg1SxxCsxNsFgCR9SYXiZGGbceF6fV8xe97sAMHxZ+7OEBMIBmvb6Sj6Gc"
        "ksGp3iv77DiomgSbcST3XQ==",
    ),
    (
        "WD628ae7bca24354c4c4896c96f76092",
        "/apiservice/snp/inquiry/v1.0/account-inquiry-internal",
        "p7gmB4vZa1G8Jx7H7Mpic126SkfCJVpz7VqI5dbo3ChLQ2z44YzmJb",
        "2023-02-23T12:00:00+07:00",
        b'{"partnerReferenceNo":"123456789","beneficiaryAccountNo":"701075323"}',
        "base64",
        "n2mfI/3M4fUU33t/soCpwu9LPTlL55oG0TU07DODt7PJ5YQKnWjOZhU2+PKYYrMW"
        "GU4Pp2uf8Z5M3h23AtXRyg==",
    ),
    (
        V1_SECRET,
        "/dd/api/v3.0/otp-verification",
        V1_TOKEN,
        V1_TIME,
        b'{"originalPartnerReferenceNo":"qic5taezfgta7yhn74u7cppr47wan027",'
        b'"originalReferenceNo":"8ecx3bnfk9bu2o4y0z8ur8pfhH12eltF",'
        b'"action":"unbinding","merchantId":"AYOPOP","otp":"737661",'
        b'"additionalInfo":{}}',
        "hex",
        "95aba95f015eb3cbb8bdf5d6bc3faa564e46137400ad247f02eb535701f6b9ad"
        "8ebee1637f456a9ea63fd01f29c929278ad2a2eed5a6c1652cbfe1a2c358ded3",
    ),
]


@pytest.mark.parametrize(
    ("secret", "path", "token", "timestamp", "body", "encoding", "signature"),
    VECTORS,
    ids=["ayoconnect", "midtrans", "astrapay", "otp-verification"],
)
def test_a_published_vector_is_reproduced(
    secret: str,
    path: str,
    token: str,
    timestamp: str,
    body: bytes,
    encoding: Encoding,
    signature: str,
) -> None:
    signed = sign(
        SNAP,
        method="POST",
        path=path,
        body=body,
        timestamp=timestamp,
        credentials={"client_secret": secret, "access_token": token},
        encoding=encoding,
    )

    assert signature == signed


def test_parts_separator_and_algorithms_are_those_of_the_recipe() -> None:
    recipe = Signature(
        algorithm="HMAC-SHA256",
        key=Credential("key"),
        parts=("timestamp", BodyDigest("SHA-512", minified=False), "method"),
        separator="|",
        encoding="hex",
    )
    body = b'{ "a": 1 }'
    message = f"12|{hashlib.sha512(body).hexdigest()}|GET".encode()

    assert hmac.new(b"k", message, "sha256").hexdigest() == sign(
        recipe,
        method="GET",
        path="/",
        body=body,
        timestamp="12",
        credentials={"key": "k"},
        encoding="hex",
    )


def test_a_recipe_names_its_credentials() -> None:
    assert ("client_secret", "access_token") == credentials_of(SNAP)
