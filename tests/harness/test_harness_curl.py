"""The line for curl that a failure prints, run by a shell and a real curl."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from tempfile import NamedTemporaryFile
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

import pytest

from specmill.harness.bodies import decode
from specmill.harness.contract import Contract
from specmill.harness.curl import curl, variable_of, variables
from specmill.harness.edits import (
    Drop,
    Edit,
    LowerCaseHeaders,
    Missigned,
    OtherCredential,
    Put,
    Raw,
    Spaced,
    Twice,
    Written,
)
from specmill.harness.judge import Received
from specmill.harness.provider import Provider
from specmill.harness.reading import contract_of
from specmill.harness.requests import Values, escaped, made_up, request_of
from specmill.harness.wire import Request, send

needs_curl = pytest.mark.skipif(not shutil.which("curl"), reason="there is no curl")
ODD = 'it\'s "$HOME" `id` \\n %s !! \u00e9\u202e\U0001f511'


def run(line: str, **environment: str) -> str:
    """Return what a bare shell prints for *line*."""
    search = {"PATH": "/usr/bin:/bin:/usr/local/bin"}
    with NamedTemporaryFile("w", encoding="utf-8") as script:
        script.write(line)
        script.flush()
        told = subprocess.run(
            ["sh", script.name], env={**search, **environment}, capture_output=True
        )

    assert (0, b"") == (told.returncode, told.stderr)
    return told.stdout.decode("utf-8")


def seen(received: Received) -> tuple[Any, ...]:
    """Return what a server may hold against a request: all but the connection."""
    own = ("host", "connection", "content-length")
    headers = [each for each in received.headers if each[0].lower() not in own]
    return received.method, received.target, headers, received.body


def both(
    contract: Contract, values: Values, request: Request, edits: tuple[Edit, ...]
) -> tuple[Received, Received]:
    """Return the request as the harness sends it, and as curl does."""
    environment = of(contract, values, request)
    with Provider([contract]) as provider:
        base_url = provider.url("acme", operation="confirm")
        send(base_url, request)
        run(curl(contract, values, base_url, request, edits), **environment)
        ours, theirs = (record.received for record in provider.log.records)
    return ours, theirs


def of(contract: Contract, values: Values, request: Request) -> Mapping[str, str]:
    headers = {name.lower(): text for name, text in request.headers}
    return {
        "ACME_TOKEN": values.credentials["token"],
        "ACME_SECRET": values.credentials["secret"],
        "ACME_BODY_OTP": contract.example["body"]["otp"],
        "ACME_HEADERS_X_SIGN": headers.get("x-sign", ""),
    }


@needs_curl
@pytest.mark.parametrize(
    "edits",
    [
        (),
        (Drop("/body/otp"),),
        (Put("/body/otp", "1234567"),),
        (Put("/body/otp", ""),),
        (Put("/body/otp", 123456),),
        (Put("/body/kind", ODD), Put("/query/shop", ODD)),
        (Put("/body/kind", "it's `id` $HOME \\ !"), Put("/query/shop", "it's")),
        (Put("/headers/X-Time", "it's"),),
        (Put("/body/kind", "123456"),),
        (Raw("@/etc/passwd"),),
        (Raw("-%d\\ '\0\x07\r\n 123456"),),
        (Raw(""),),
        (Raw("123456"),),
        (Spaced(),),
        (Put("/body/more", {"much": "x" * 150_000}),),
        (Put("/body/more", {"much": "x" * 2000}),),
        (LowerCaseHeaders(),),
        (Twice("/headers/X-Time"),),
        (Drop("/headers/Authorization"),),
        (Put("/headers/X-Time", ""),),
        (Put("/headers/X-Time", "a\tb"),),
        (Put("/headers/X-Sign", "garbage"),),
        (OtherCredential("/headers/Authorization"),),
        (Missigned("key"),),
    ],
    ids=lambda edits: " and ".join(map(str, edits))[:40] or "nothing",
)
def test_curl_sends_what_was_sent(contract: Contract, edits: tuple[Edit, ...]) -> None:
    values = made_up(contract)
    request = request_of(contract, values, edits)

    ours, theirs = both(contract, values, request, edits)

    assert seen(ours) == seen(theirs)


@needs_curl
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT"])
def test_curl_sends_another_method(contract: Contract, method: str) -> None:
    values = made_up(contract)
    request = replace(request_of(contract, values), method=method)
    if method == "HEAD":
        request = replace(request, body=b"")

    ours, theirs = both(contract, values, request, ())

    assert seen(ours) == seen(theirs)


@needs_curl
@pytest.mark.parametrize("token", ["a'b\"c\\d $e `f` %41", "\u4e2d\u6587", "a" * 4])
def test_curl_sends_credentials_of_any_form(
    document: dict[str, Any], token: str
) -> None:
    document["request"]["example"]["body"]["token"] = ""
    document["request"]["example"]["query"]["token"] = ""
    document["request"]["sources"] += [
        {"pointer": pointer, "kind": "credential", "names": ["token"], "prefix": "t "}
        for pointer in ("/body/token", "/query/token")
    ]
    contract = contract_of(document)
    values = Values({"token": token, "secret": "example-secret"})
    request = request_of(contract, values)

    ours, theirs = both(contract, values, request, ())

    assert ours.query == theirs.query
    assert (ours.headers[:4], ours.body) == (theirs.headers[:4], theirs.body)


@needs_curl
def test_a_pair_of_http_basic_is_made_of_its_variables(
    document: dict[str, Any],
) -> None:
    source = {"pointer": "/headers/Authorization", "kind": "basic", "prefix": ""}
    document["request"]["sources"][0] = {**source, "names": ["token", "secret"]}
    contract = contract_of(document)
    request = request_of(contract, made_up(contract))

    ours, theirs = both(contract, made_up(contract), request, ())

    assert seen(ours) == seen(theirs)


SIGNED = [
    ("query", "json", ()),
    ("body", "json", ()),
    ("body", "json", (Spaced(),)),
    ("body", "json", (Written("escaped"),)),
    ("body", "form", ()),
    ("body", "xml", ()),
    ("body", "text", ()),
    ("body", "multipart", ()),
]


def signed(document: dict[str, Any], place: str, format: str) -> Contract:
    """Return a contract whose signature, in Base64, stands at another place."""
    request = document["request"]
    request["body"] = {"format": format, "root": "order"}
    request["signature"]["encoding"] = "base64"
    request["sources"][2]["pointer"] = f"/{place}/sign"
    request["secrets"][2] = f"/{place}/sign"
    request["schema"]["properties"][place]["properties"]["sign"] = {"type": "string"}
    request["example"]["body"] = {"otp": "123456", "count": 3}
    del request["example"]["headers"]["X-Sign"]
    return contract_of(document)


def signature_in(contract: Contract, request: Request) -> str:
    (at,) = (each for each in contract.secrets if each.endswith("/sign"))
    if at == "/query/sign":
        return dict(parse_qsl(urlsplit(request.target).query))["sign"]
    schema = contract.schema["properties"]["body"]
    return str(decode(contract.body, schema, request.body)["sign"])


@pytest.mark.parametrize("place, format, edits", SIGNED)
def test_a_signature_in_query_or_body_stands_in_no_line(
    document: dict[str, Any], place: str, format: str, edits: tuple[Edit, ...]
) -> None:
    contract = signed(document, place, format)
    values = made_up(contract)
    request = request_of(contract, values, edits)

    line = curl(contract, values, "http://h", request, edits)

    sign = signature_in(contract, request)
    forms = (sign, quote(sign, safe=""), escaped(sign)[1:-1], "123456")
    assert len(sign) > 80
    assert [] == [form for form in forms if form in line]
    assert f'"$ACME_{place.upper()}_SIGN"' in line


def test_a_signature_in_the_query_is_told_by_its_variable(
    document: dict[str, Any],
) -> None:
    contract = signed(document, "query", "json")
    values = made_up(contract)

    told = variables(contract, values, "http://h", request_of(contract, values))

    expected = "ACME_QUERY_SIGN is what the valid request has at /query/sign"
    assert expected in list(told)


def test_a_signature_stands_in_a_line_that_is_to_be_run_as_it_is(
    document: dict[str, Any],
) -> None:
    contract = signed(document, "query", "json")
    values = made_up(contract)
    request = request_of(contract, values)

    line = curl(contract, values, "http://h", request, is_signature_shown=True)

    assert f"&sign={quote(signature_in(contract, request), safe='')}'" in line


def test_a_value_in_other_letters_is_not_taken_for_the_secret(
    document: dict[str, Any],
) -> None:
    document["request"]["example"]["body"]["otp"] = "abcdef"
    contract = contract_of(document)
    edits = (Put("/body/otp", "ABCDEF"),)
    request = request_of(contract, made_up(contract), edits)

    assert "ABCDEF" in curl(contract, made_up(contract), "http://h", request, edits)


@needs_curl
@pytest.mark.parametrize("place, format, edits", SIGNED)
def test_curl_sends_a_signature_in_query_or_body(
    document: dict[str, Any], place: str, format: str, edits: tuple[Edit, ...]
) -> None:
    contract = signed(document, place, format)
    values = made_up(contract)
    request = request_of(contract, values, edits)
    sign = signature_in(contract, request)
    named = {f"ACME_{place.upper()}_SIGN": sign, **of(contract, values, request)}
    with Provider([contract]) as provider:
        base_url = provider.url("acme", operation="confirm")
        run(curl(contract, values, base_url, request, edits), **named)
        (record,) = provider.log.records
    came = replace(request, body=record.received.body)

    assert unquote(record.received.target).endswith(unquote(request.target))
    assert decoded(contract, request) == decoded(contract, came)


def decoded(contract: Contract, request: Request) -> Any:
    schema = contract.schema["properties"]["body"]
    return decode(contract.body, schema, request.body)


def test_no_secret_stands_in_the_line(contract: Contract) -> None:
    values = made_up(contract)
    request = request_of(contract, values)

    line = curl(contract, values, "https://me:pass@acme.invalid/x", request)

    signature = dict(request.headers)["X-Sign"]
    hidden = ("example-token", "example-secret", "123456", signature, "pass@")
    assert not any(secret in line for secret in hidden)
    assert "-H 'Authorization: ''Bearer '\"$ACME_TOKEN\" " in line
    assert " 'https://acme.invalid/x/confirm?shop=S-1&page=1'" in line


def test_a_credential_that_begins_with_another_is_hidden_whole(
    contract: Contract,
) -> None:
    values = Values({"token": "abcdef", "secret": "abc"})

    line = curl(contract, values, "http://h", request_of(contract, values))

    assert '"$ACME_TOKEN"' in line
    assert '"$ACME_SECRET"' not in line


def test_the_variables_of_an_environment_stand_in_the_line(contract: Contract) -> None:
    values = replace(made_up(contract), variables={"token": "SANDBOX_TOKEN"})

    line = curl(contract, values, "http://h", request_of(contract, values))

    assert '"$SANDBOX_TOKEN"' in line


def test_what_each_variable_holds_is_told(contract: Contract) -> None:
    values = made_up(contract)

    told = list(variables(contract, values, "http://h", request_of(contract, values)))

    assert [
        "ACME_TOKEN is the credential token",
        "ACME_BODY_OTP is what the valid request has at /body/otp",
        "ACME_HEADERS_X_SIGN is what the valid request has at /headers/X-Sign",
    ] == told


def test_a_variable_is_named_after_the_place(contract: Contract) -> None:
    assert "ACME_BODY_QUESTION_KEY" == variable_of(contract, "/body/questionKey")
