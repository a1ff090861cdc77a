"""Benchmarks measure what they say, and the page tells what they printed."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from specmill.pipeline import Project, understand

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


@pytest.fixture
def benchmark(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    yield


def loaded(name: str) -> ModuleType:
    return importlib.import_module(name)


@pytest.mark.usefixtures("benchmark")
def test_the_page_tells_what_the_results_hold() -> None:
    performance = loaded("performance")

    assert performance.PAGE.read_text("utf-8") == performance.page()


@pytest.mark.usefixtures("benchmark")
@pytest.mark.parametrize("size", [1, 30])
def test_varied_specs_are_meant_as_so_many_operations(
    size: int, tmp_path: Path
) -> None:
    loaded("varied").write(tmp_path, size)
    api = understand(Project(tmp_path))

    assert size == sum(len(partner.operations) for partner in api.partners)


@pytest.mark.usefixtures("benchmark")
def test_varied_specs_differ() -> None:
    texts = [
        text.partition("request:")[2]
        for path, text in loaded("varied").specs(60)
        if not path.endswith("partner.yaml")
    ]

    assert len(texts) == len(set(texts))


@pytest.mark.usefixtures("benchmark")
def test_the_same_size_gives_the_same_specs() -> None:
    varied = loaded("varied")

    assert list(varied.specs(20)) == list(varied.specs(20))
