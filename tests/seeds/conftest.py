"""What the tests of the five pages share: the specs as they are meant."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from specmill import ir
from specmill.pipeline import Project, understand

ROOT = Path(__file__).parents[2]
FindOperation = Callable[[str, str], ir.Operation]


@pytest.fixture(autouse=True)
def nothing_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the credentials and servers of whoever runs the tests out of them."""
    for variable in tuple(os.environ):
        if variable.startswith(("AOPAY_", "AYOCONNECT_", "PAYTM_")):
            monkeypatch.delenv(variable)


@pytest.fixture(scope="session")
def api() -> ir.Api:
    """The specs of this project as they are meant."""
    return understand(Project(ROOT))


@pytest.fixture(scope="session")
def partner_of(api: ir.Api) -> Callable[[str], ir.Partner]:
    partners = {partner.name: partner for partner in api.partners}
    return partners.__getitem__


@pytest.fixture(scope="session")
def operation_of(partner_of: Callable[[str], ir.Partner]) -> FindOperation:
    def find(partner: str, name: str) -> ir.Operation:
        operations = {each.name: each for each in partner_of(partner).operations}
        return operations[name]

    return find
