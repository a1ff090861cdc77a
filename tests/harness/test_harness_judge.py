"""The judge finds each kind of fault, where it is, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from specmill.harness.contract import Contract
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
from specmill.harness.judge import Received, judge
from specmill.harness.requests import made_up, request_of

GOOD: tuple[tuple[Edit, ...], ...] = (
    (),
    (Drop("/query/page"), Drop("/body/kind"), Drop("/body/born"), Drop("/body/more")),
    (Put("/body/kind", None),),
    (Put("/body/born", "00/00/0000"),),
    (Put("/body/another", [1, {"a": None}]),),
    (Put("/body/more", {"text": 'a "b" \\ c'}), Spaced()),
    (LowerCaseHeaders(),),
)


@pytest.mark.parametrize("edits", GOOD, ids=str)
def test_a_documented_request_has_no_fault(
    contract: Contract, edits: tuple[Edit, ...]
) -> None:
    assert [] == faults(contract, *edits)


FAULTY: tuple[tuple[Edit, str, str], ...] = (
    (Drop("/query/shop"), "absent", "/query/shop"),
    (Drop("/headers/X-Time"), "absent", "/headers/x-time"),
    (Drop("/headers/X-Sign"), "absent", "/headers/x-sign"),
    (Drop("/body/otp"), "absent", "/body/otp"),
    (Put("/body/otp", ""), "empty", "/body/otp"),
    (Put("/headers/Authorization", ""), "empty", "/headers/authorization"),
    (Put("/body/otp", 123456), "type", "/body/otp"),
    (Put("/body/otp", None), "type", "/body/otp"),
    (Put("/body/count", "3"), "type", "/body/count"),
    (Put("/body/count", True), "type", "/body/count"),
    (Put("/body/count", 3.0), "type", "/body/count"),
    (Put("/body/more", []), "type", "/body/more"),
    (Put("/query/page", "one"), "type", "/query/page"),
    (Put("/body/otp", "12345"), "value", "/body/otp"),
    (Put("/body/otp", "1234567"), "value", "/body/otp"),
    (Put("/body/otp", "12345x"), "value", "/body/otp"),
    (Put("/body/otp", "12345\n"), "value", "/body/otp"),
    (Put("/body/otp", "12345\u0664"), "value", "/body/otp"),
    (Put("/body/count", 0), "value", "/body/count"),
    (Put("/body/count", 10), "value", "/body/count"),
    (Put("/body/kind", "a"), "value", "/body/kind"),
    (Put("/body/born", "30/02/2000"), "value", "/body/born"),
    (Put("/body/born", "29/02/1900"), "value", "/body/born"),
    (Put("/body/born", "2000-02-29"), "value", "/body/born"),
    (Put("/query/shop", "123456789"), "value", "/query/shop"),
    (Put("/headers/X-Time", "2024-01-31T25:20:30Z"), "value", "/headers/x-time"),
    (Put("/headers/Authorization", "example-token"), "value", "/headers/authorization"),
    (Twice("/headers/X-Time"), "value", "/headers/x-time"),
    (Raw('{"otp": "123456", "count": 3, "count": 4}'), "value", "/body/count"),
    (Raw(""), "not-json", ""),
    (Raw("{"), "not-json", ""),
    (Raw('{"count": NaN}'), "not-json", ""),
    (Raw("[" * 100_000), "not-json", ""),
    (Raw("[]"), "not-object", ""),
    (Raw("null"), "not-object", ""),
    (OtherCredential("/headers/Authorization"), "credential", "/headers/authorization"),
    (Put("/headers/X-Sign", "00"), "signature", "/headers/x-sign"),
    *(
        (Missigned(part), "signature", "/headers/x-sign")
        for part in (
            "key",
            "method",
            "path",
            "credential",
            "body",
            "timestamp",
            "separator",
            "algorithm",
            "encoding",
        )
    ),
)


@pytest.mark.parametrize("edit, kind, pointer", FAULTY, ids=str)
def test_each_fault_is_found_alone(
    contract: Contract, edit: Edit, kind: str, pointer: str
) -> None:
    assert [(kind, pointer)] == faults(contract, edit)


def test_white_space_that_was_signed_along_is_a_fault(contract: Contract) -> None:
    assert [("signature", "/headers/x-sign")] == faults(
        contract, Spaced(), Missigned("minify")
    )


def test_several_faults_come_in_the_order_of_the_page(contract: Contract) -> None:
    edits = (Drop("/query/shop"), Put("/body/otp", 1), OtherCredential(TOKEN))

    found = [kind for kind, _ in faults(contract, *edits)]

    assert ["absent", "type", "credential"] == found


TOKEN = "/headers/Authorization"


def test_a_query_parameter_that_stands_twice_is_a_fault(contract: Contract) -> None:
    request = request_of(contract, made_up(contract))
    target = f"{request.target}&shop=S-2"
    received = Received(request.method, target, request.headers, request.body)

    found = judge(contract, received, credentials(contract)).faults

    assert [("value", "/query/shop")] == [(each.kind, each.pointer) for each in found]


def test_no_fault_tells_the_value_that_is_wrong(contract: Contract) -> None:
    request = request_of(contract, made_up(contract), (Put("/body/otp", "98765432"),))
    received = Received(request.method, request.target, request.headers, request.body)

    told = " ".join(map(str, judge(contract, received, credentials(contract)).faults))

    assert "98765432" not in told


def faults(contract: Contract, *edits: Edit) -> list[tuple[str, str]]:
    request = request_of(contract, made_up(contract), edits)
    received = Received(request.method, request.target, request.headers, request.body)
    found = judge(contract, received, credentials(contract)).faults
    return [(fault.kind, fault.pointer) for fault in found]


def credentials(contract: Contract) -> Any:
    return made_up(contract).credentials
