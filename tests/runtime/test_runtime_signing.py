from __future__ import annotations

import hashlib
import hmac

import pytest

from specmill.runtime.declare import (
    BodyDigest,
    Credential,
    EncodedBody,
    Encoding,
    FixedText,
    Selection,
    Signature,
    SignedField,
    SignedPart,
)
from specmill.runtime.rsa import Unusable
from specmill.runtime.signing import (
    Message,
    credentials_of,
    sign,
    signature_of,
    signed_bytes,
    verified,
)

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


# Parts, against texts written by hand -------------------------------------------------

MESSAGE = Message(
    method="POST",
    path="/pay",
    body=b'{"b":"1.5","a":"x y"}',
    nonce="n1",
    members={
        "query": {"z": "3", "empty": "", "none": None, "flag": True},
        "headers": {"x-shop": "S", "User-Agent": "u"},
        "body": {"b": "1.5", "a": "x y", "in": {"k": [1, "\u00e9"]}},
    },
)


def selection(**changed: object) -> Selection:
    given: dict[str, object] = {
        "of": (("query",),),
        "order": "name",
        "pair": "=",
        "separator": "&",
        "keeps_empty": False,
    }
    return Selection(**{**given, **changed})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (selection(), "flag=true&z=3"),
        (selection(keeps_empty=True), "empty=&flag=true&none=&z=3"),
        (selection(pair=None, separator="|"), "true|3"),
        (selection(leaves_out=("z",)), "flag=true"),
        (selection(added=(("key", Credential("key")),)), "flag=true&key=k&z=3"),
        (
            selection(order="documented", names=("z", "flag")),
            "z=3&flag=true",
        ),
        (
            selection(order="listed", names=("z", "not"), keeps_empty=True),
            "z=3&not=",
        ),
        (selection(of=(("headers",),), names=("X-Shop",)), "X-Shop=S"),
        (selection(of=(("body", "in"),)), 'k=[1,"\u00e9"]'),
        (selection(of=(("body",),), leaves_out=("in",), strip=".y"), "a=x &b=15"),
        (
            selection(of=(("body",),), leaves_out=("in",), written="form"),
            "a=x+y&b=1.5",
        ),
        (
            selection(of=(("body",),), leaves_out=("in",), written="percent"),
            "a=x%20y&b=1.5",
        ),
        (selection(letter_case="upper"), "FLAG=TRUE&Z=3"),
        (SignedField(("headers", "X-Shop")), "S"),
        (SignedField(("body", "not")), ""),
        (FixedText("\n"), "\n"),
        (EncodedBody(), "eyJiIjoiMS41IiwiYSI6InggeSJ9"),
        ("nonce", "n1"),
        ("body", '{"b":"1.5","a":"x y"}'),
    ],
)
def test_a_part_is_this_text(part: SignedPart, text: str) -> None:
    recipe = Signature(algorithm="MD5", parts=(part,), separator="", encoding="hex")

    assert text == signed_bytes(recipe, MESSAGE, {"key": "k"}).decode()


@pytest.mark.parametrize(
    ("encoding", "signature"),
    [
        ("hex", "e281db27e8a4d6f34d8be69b62ad5ce2"),
        ("HEX", "E281DB27E8A4D6F34D8BE69B62AD5CE2"),
        ("base64", "4oHbJ+ik1vNNi+abYq1c4g=="),
        ("base64url", "4oHbJ-ik1vNNi-abYq1c4g"),
    ],
)
def test_a_digest_is_written_in_four_ways(encoding: Encoding, signature: str) -> None:
    recipe = Signature(
        algorithm="MD5", parts=("path",), separator="", encoding=encoding
    )

    assert hashlib.md5(b"/pay").hexdigest() == "e281db27e8a4d6f34d8be69b62ad5ce2"
    assert signature == signature_of(recipe, MESSAGE, {}, encoding)


@pytest.mark.parametrize("name", ["MD5", "SHA1", "SHA256", "SHA512"])
def test_a_keyed_and_a_plain_digest_differ_by_the_key(name: str) -> None:
    plain = Signature(
        algorithm=name,  # type: ignore[arg-type]
        parts=("method", Credential("key")),
        separator="",
        encoding="hex",
        suffix=(FixedText("###"), Credential("key")),
    )
    keyed = Signature(
        algorithm=f"HMAC-{name}",  # type: ignore[arg-type]
        key=Credential("key"),
        parts=("method",),
        separator="",
        encoding="hex",
    )
    low = name.lower()

    assert hashlib.new(low, b"POSTk").hexdigest() + "###k" == signature_of(
        plain, MESSAGE, {"key": "k"}, "hex"
    )
    assert hmac.new(b"k", b"POST", low).hexdigest() == signature_of(
        keyed, MESSAGE, {"key": "k"}, "hex"
    )


# Proof --------------------------------------------------------------------------------

KEYED = Signature(
    algorithm="HMAC-SHA256",
    key=Credential("key"),
    parts=("method",),
    separator="",
    encoding="hex",
    suffix=(FixedText("#1"),),
)
GOOD = signature_of(KEYED, MESSAGE, {"key": "k"}, "hex")


def test_a_right_signature_is_verified() -> None:
    assert verified(KEYED, MESSAGE, {"key": "k"}, "hex", GOOD)


@pytest.mark.parametrize(
    "wrong", ["", GOOD.upper(), GOOD[:-1], GOOD[:32], f"{GOOD}x", "\u00e9", "\ud800"]
)
def test_a_wrong_signature_is_not_verified(wrong: str) -> None:
    assert not verified(KEYED, MESSAGE, {"key": "k"}, "hex", wrong)


@pytest.fixture(scope="module")
def pair() -> tuple[str, str]:
    from specmill.harness import keys

    return keys.made_up("rsa-private-key"), keys.made_up("rsa-public-key")


@pytest.mark.parametrize("name", ["RSA-SHA256", "RSA-SHA512"])
def test_rsa_signs_by_the_private_key_and_proves_by_the_public(
    name: str, pair: tuple[str, str]
) -> None:
    recipe = Signature(
        algorithm=name,  # type: ignore[arg-type]
        key=Credential("key"),
        parts=("method",),
        separator="",
        encoding="base64",
        suffix=(FixedText("#1"),),
    )
    private, public = pair
    good = signature_of(recipe, MESSAGE, {"key": private}, "base64")
    other = Message(method="GET")
    cut = good.removesuffix("#1")

    assert verified(recipe, MESSAGE, {"key": public}, "base64", good)
    assert not verified(recipe, other, {"key": public}, "base64", good)
    assert not verified(recipe, MESSAGE, {"key": public}, "base64", cut)
    assert not verified(recipe, MESSAGE, {"key": public}, "base64", "x#1")


@pytest.mark.parametrize("key", ["", "secret", "-----BEGIN PRIVATE KEY-----"])
def test_what_is_no_key_is_told_without_it(key: str) -> None:
    recipe = Signature(
        algorithm="RSA-SHA256",
        key=Credential("key"),
        parts=("method",),
        separator="",
        encoding="base64",
    )

    with pytest.raises(Unusable, match=r"^is a private key of RSA in PEM") as raised:
        signature_of(recipe, MESSAGE, {"key": key}, "base64")

    assert raised.value.__suppress_context__
