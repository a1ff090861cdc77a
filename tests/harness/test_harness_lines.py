"""A request finds its operation by method, path and constants, and its segments are read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from specmill.contracts import contract
from specmill.harness.paths import segments_in
from specmill.harness.provider import Provider
from specmill.harness.wire import Request, send
from specmill.pipeline import Project, understand

LINES = Path(__file__).parents[1] / "golden" / "lines"


@pytest.fixture(scope="module")
def gateway() -> Iterator[Provider]:
    (partner,) = understand(Project(LINES)).partners
    with Provider(contract(partner, each) for each in partner.operations) as running:
        yield running


def operation_of(provider: Provider, method: str, target: str, body: str = "") -> str:
    provider.clear()
    send(provider.url("acme"), Request(method, target, (), body.encode()))
    (record,) = provider.log.records
    return record.operation


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_allowed_method_is_served(gateway: Provider, method: str) -> None:
    found = operation_of(gateway, method, "/v1/loans/7/terms/12/status.json")

    assert "acme.get_loan" == found


def test_another_method_is_not_served(gateway: Provider) -> None:
    assert "" == operation_of(gateway, "PUT", "/v1/loans/7/terms/12/status.json")


def test_a_literal_path_goes_before_one_with_segments(gateway: Provider) -> None:
    found = operation_of(gateway, "GET", "/v1/loans/newest/terms/1/status.json")

    assert "acme.get_newest_loan" == found


@pytest.mark.parametrize("kind", ["card", "phone"])
def test_a_constant_tells_operations_of_one_address_apart(
    gateway: Provider, kind: str
) -> None:
    body = f'{{"{kind}": "1"}}'

    found = operation_of(gateway, "POST", f"/gateway?cmd=pay-by-{kind}", body)

    assert f"acme.pay_by_{kind}" == found


@pytest.mark.parametrize(
    "path, expected",
    [
        ("/a/1/b.json", {"id": "1", "as": "json"}),
        ("/a/x%2Fy/b.json", {"id": "x/y", "as": "json"}),
        ("/a/1/2/b.json", None),
        ("/a//b.json", None),
        ("/a/1/b.", None),
    ],
)
def test_segments_are_read_and_unescaped(
    path: str, expected: dict[str, str] | None
) -> None:
    assert expected == segments_in("/a/{id}/b.{as}", path)
