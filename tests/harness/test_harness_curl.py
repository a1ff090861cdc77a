"""The line for curl that a failure prints, run by a shell and a real curl."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from tempfile import NamedTemporaryFile
from typing import Any

import pytest

from specmill.harness.contract import Contract, contract_of
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
)
from specmill.harness.judge import Received
from specmill.harness.provider import Provider
from specmill.harness.requests import Values, made_up, request_of
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
