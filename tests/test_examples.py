"""An example shows a value; no call is ever made with it, and nothing has it by itself.

It is for documents and for tests: what is imported and called is the same without it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from specmill import emit, ir
from specmill.config import find_project
from specmill.nodes import Mapping, Node, Scalar, Sequence
from specmill.pipeline import read_specs, understand
from specmill.read import read
from specmill.verbatim import exact

ROOT = Path(__file__).parents[1]
PROJECTS = {
    "specs": ROOT,
    "examples": ROOT / "examples",
    **{path.parent.name: path.parent for path in ROOT.glob("tests/golden/*/specs")},
}
SHORTEST = 4
"""Signs of a value that is not in source by chance."""


def package(api: ir.Api) -> Iterator[tuple[str, str]]:
    """Yield path and text of all that is imported to make a call."""
    for partner in api.partners:
        folder = f"{api.package}/{partner.name}/"
        for draft in emit.of_partner(emit.Twin(ir.Api(api.package, (partner,)))):
            if draft.path.startswith(folder):
                yield draft.path, draft.render()


def forgotten(value: Any) -> Any:
    """Return what is meant as if no page had printed an example."""
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(map(forgotten, value))
    if isinstance(value, dict):
        return {key: forgotten(each) for key, each in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    found = {
        each.name: forgotten(getattr(value, each.name))
        for each in fields(value)
        if each.init
    }
    if "has_example" in found:
        found |= {"has_example": False, "example": None}
    elif "example" in found:
        found["example"] = ""
    return replace(value, **found)


@pytest.fixture(scope="module", params=sorted(PROJECTS))
def meant(request: pytest.FixtureRequest) -> tuple[Path, ir.Api, dict[str, str]]:
    root = PROJECTS[request.param]
    api = understand(find_project(root))
    return root, api, dict(package(api))


def test_what_is_called_is_the_same_without_the_examples(
    meant: tuple[Path, ir.Api, dict[str, str]],
) -> None:
    _, api, texts = meant

    assert texts == dict(package(forgotten(api)))


def test_no_example_of_a_page_is_a_value_in_what_is_called(
    meant: tuple[Path, ir.Api, dict[str, str]],
) -> None:
    root, api, texts = meant
    found = {path: constants(text) for path, text in texts.items()}
    shown, said = set[str](), set[str]()
    for path, text in read_specs(find_project(root)).items():
        walk(read(path, text), shown, said)
    # What a page says elsewhere too, a code for one, is there because of that.
    said |= {
        exact(code.code)
        for partner in api.partners
        for call in partner.calls
        for code in call.codes
    }
    only_shown = {
        value
        for value in shown
        if len(value) >= SHORTEST and not any(value in each for each in said)
    }

    assert {} == {
        path: carried
        for path, text in found.items()
        if (carried := {each for each in only_shown if each in text})
    }


def constants(text: str) -> str:
    """Return every value that stands in source, docstrings too, one to a line."""
    return "\n".join(
        str(node.value)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant)
    )


def walk(node: Node, shown: set[str], said: set[str]) -> None:
    """Add the values under `example` to *shown* and all others to *said*."""
    if isinstance(node, Scalar):
        if node.value is not None:
            said.add(str(node.value))
    elif isinstance(node, Sequence):
        for item in node.items:
            walk(item, shown, said)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            said.add(str(entry.key.value))
            is_example = entry.key.value == "example"
            walk(entry.value, shown, shown if is_example else said)
