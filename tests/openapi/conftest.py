"""What the tests of the exported document share: the specs, the document, a provider.

The document is mounted: each path begins with the name of its partner, as the embedded
provider has it, so that one document and one server do for all of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openapi_prism import Prism, missing_prism

from specmill import ir
from specmill.contracts import contract
from specmill.harness.provider import Provider
from specmill.openapi import document
from specmill.pipeline import Project, understand

ROOT = Path(__file__).parents[2]
Json = dict[str, Any]


@pytest.fixture(scope="session")
def operations() -> tuple[tuple[ir.Partner, ir.Operation], ...]:
    """The operations of this project as they are meant, with their partners."""
    partners = understand(Project(ROOT)).partners
    return tuple((partner, each) for partner in partners for each in partner.operations)


@pytest.fixture(scope="session")
def exported(operations: tuple[tuple[ir.Partner, ir.Operation], ...]) -> Json:
    return document(operations)


@pytest.fixture(scope="session")
def mounted(exported: Json, tmp_path_factory: pytest.TempPathFactory) -> Path:
    paths = {f"/{_owner(item)}{path}": item for path, item in exported["paths"].items()}
    file = tmp_path_factory.mktemp("openapi") / "openapi.json"
    file.write_text(json.dumps({**exported, "paths": paths}), "utf-8")
    return file


def _owner(item: Json) -> str:
    """Return the partner of the operations of a path."""
    (name,) = {each["tags"][0] for each in item.values() if "tags" in each}
    return str(name)


@pytest.fixture(scope="session")
def provider(
    operations: tuple[tuple[ir.Partner, ir.Operation], ...],
) -> Iterator[Provider]:
    with Provider(contract(*each) for each in operations) as running:
        yield running


@pytest.fixture(scope="session")
def prism_mock(mounted: Path) -> Iterator[Prism]:
    """Prism answering with the document's examples, or a reason why it cannot."""
    _need_prism()
    with Prism("mock", mounted) as running:
        yield running


@pytest.fixture(scope="session")
def prism_proxy(mounted: Path, provider: Provider) -> Iterator[Prism]:
    """Prism in front of the embedded provider, refusing what breaks the document."""
    _need_prism()
    with Prism("proxy", mounted, provider.address, "--errors") as running:
        yield running


def _need_prism() -> None:
    reason = missing_prism()
    if reason:
        pytest.skip(reason)
