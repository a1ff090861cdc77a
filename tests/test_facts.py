"""Facts of the specs in this repository: what contract tests can cite."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from specmill import ir
from specmill.facts import Fact, facts
from specmill.pipeline import Project, understand

ROOT = Path(__file__).parent.parent


@cache
def operations() -> dict[str, ir.Operation]:
    return {
        f"{partner.name}.{operation.name}": operation
        for partner in understand(Project(ROOT)).partners
        for operation in partner.operations
    }


@pytest.fixture(params=sorted(operations()))
def operation(request: pytest.FixtureRequest) -> ir.Operation:
    return operations()[request.param]


def found(name: str) -> dict[str, Fact]:
    return {fact.id: fact for fact in facts(operations()[name])}


def test_no_two_facts_have_one_name(operation: ir.Operation) -> None:
    names = [fact.id for fact in facts(operation)]

    assert sorted(set(names)) == sorted(names)


def test_every_fact_is_a_sentence(operation: ir.Operation) -> None:
    assert [] == [fact.id for fact in facts(operation) if " " not in fact.says]


def test_what_the_page_leaves_open_is_no_fact(operation: ir.Operation) -> None:
    start = f"{operation.name}."
    unknown = {each.fact.removeprefix(start) for each in operation.unknowns}

    assert set() == unknown & {fact.id for fact in facts(operation)}


def test_every_member_of_the_request_is_a_fact(operation: ir.Operation) -> None:
    names = {fact.id for fact in facts(operation)}

    assert [] == [path for path in request_paths(operation) if path not in names]


def test_every_reply_and_code_is_a_fact(operation: ir.Operation) -> None:
    names = {fact.id for fact in facts(operation)}
    replies = {f"replies.{reply.name}" for reply in operation.replies}

    assert replies | {"codes." + code.code for code in operation.codes} <= names


def test_a_limit_has_its_own_evidence() -> None:
    known = found("paytm.verify_otp")

    assert "external" == known["query.orderId.length"].evidence.kind
    assert "example" == known["query.orderId.type"].evidence.kind


def test_a_constant_is_not_called_a_list() -> None:
    known = found("paytm.verify_otp")

    assert "headers.Content-Type.const" in known
    assert "headers.Content-Type.enum" not in known


def test_a_signature_is_one_fact_to_a_part() -> None:
    parts = ("method", "path", "credential", "body", "timestamp", "minify", "key")

    assert {f"signature.{part}" for part in parts} <= set(
        found("ayoconnect.verify_otp")
    )


def test_a_lifetime_cannot_be_shown_by_a_request() -> None:
    lifetimes = [
        fact
        for name, operation in operations().items()
        for fact in found(name).values()
        if fact.kind == "rule" and is_lifetime(operation, fact)
    ]

    assert lifetimes
    assert not any(fact.testable for fact in lifetimes)


def is_lifetime(operation: ir.Operation, fact: Fact) -> bool:
    return operation.rules[int(fact.id.split(".")[1]) - 1].kind == "lifetime"


def request_paths(operation: ir.Operation) -> Iterator[str]:
    for place, fields in operation.request.places():
        yield from paths(place, fields)


def paths(above: str, fields: tuple[ir.Field, ...]) -> Iterator[str]:
    for field in fields:
        name = above + "." + field.wire_name
        yield name
        if isinstance(field.type, ir.Record):
            yield from paths(name, field.type.fields)
