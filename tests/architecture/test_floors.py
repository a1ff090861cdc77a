"""A module imports from floors below its own, and templates hold no logic."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "generator" / "specmill"

FLOORS = (
    (
        *("runtime", "harness", "light", "linear", "names", "rules", "own"),
        *("literals", "standing", "verbatim", "__init__"),
    ),
    ("source", "catalogue"),
    ("diagnostics", "conditions"),
    ("variables",),
    ("nodes", "revealing", "scalars", "syntax", "text", "read"),
    ("shapes",),
    ("spec", "constraints"),
    ("check", "ir"),
    ("samples", "members", "facts", "satisfying"),
    ("resolve",),
    ("output", "contribution"),
    ("cases", "contracts", "contract_requests", "contract_replies", "json_schema"),
    ("emit", "openapi"),
    ("clock", "partition", "kept", "making", "pipeline"),
    ("config", "init", "mutants", "report", "show", "suite", "watch"),
    ("commands", "quick"),
    ("__main__",),
)
"""From the ground up; the modules of one floor may use each other."""

HEIGHT = {name: height for height, floor in enumerate(FLOORS) for name in floor}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    """Return the module or package right below `specmill` that *path* belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Yield the rooms of specmill that the module at *path* imports."""
    parts = ("specmill", *path.relative_to(PACKAGE).with_suffix("").parts)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(parts[: len(parts) - node.level]) if node.level else ""
            stem = ".".join(filter(None, (base, node.module or "")))
            names = [f"{stem}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            below = name.split(".")
            if below[0] == "specmill" and len(below) > 1:
                yield below[1] if below[1] in HEIGHT else "__init__"


@pytest.mark.parametrize(
    "path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_a_module_imports_only_from_its_floor_or_below(path: Path) -> None:
    own = HEIGHT[room(path)]
    above = {name for name in imported(path) if HEIGHT[name] > own}

    assert set() == above


def test_every_room_has_a_floor() -> None:
    rooms = {room(path) for path in MODULES}

    assert rooms == set(HEIGHT)


@pytest.mark.parametrize(
    "path",
    sorted((PACKAGE / "runtime").glob("*.py")),
    ids=lambda path: path.name,
)
def test_the_runtime_knows_nothing_of_the_generator(path: Path) -> None:
    assert {"runtime", "light"} >= set(imported(path))


LOGIC = re.compile(r"{%-?\s*(?!for |endfor)\w+|{{[^}]*[^\w.\s{}][^}]*}}")


@pytest.mark.parametrize(
    "path", sorted((PACKAGE / "templates").iterdir()), ids=lambda path: path.name
)
def test_a_template_is_text_names_and_loops(path: Path) -> None:
    found = LOGIC.findall(path.read_text("utf-8"))

    assert [] == found


def test_only_the_models_emitter_calls_datamodel_code_generator() -> None:
    callers = [
        str(path.relative_to(PACKAGE))
        for path in MODULES
        if re.search(
            r"^\s*(from|import) datamodel_code_generator", path.read_text(), re.M
        )
    ]

    assert ["emit/models.py"] == callers


WAYS_OUT = {
    "cases/__init__.py": "rows of tables, which the harness makes its sentences of",
    "cases/environment.py": "the same",
    "cases/inbound.py": "the same",
    "commands/specs.py": "a line on a terminal, escaped",
    "conditions/reading.py": "to be taken apart; its texts and places are Verbatim",
    "constraints/base.py": "an escaped pattern",
    "constraints/lists.py": "a pattern of each letter in both cases",
    "constraints/plain.py": "to be asked of a written form of the runtime",
    "contracts.py": "the JSON of a contract",
    "diagnostics.py": "a finding, escaped and shortened",
    "emit/rows.py": "names of cases, taken apart; each part becomes a literal",
    "emit/text.py": "literals, prose, cells, code and targets of links",
    "linear.py": "a pattern, of which Python's own words repeat parts",
    "mutants/client.py": "edits of generated source, which are run and not kept",
    "mutants/client_members.py": "values of a call",
    "mutants/provider.py": "changes of the embedded provider",
    "mutants/reasons.py": "what a person is told of a survivor",
    "mutants/shape.py": "a pattern",
    "openapi/document.py": "the OpenAPI document, written as JSON or YAML",
    "resolve/forms.py": "written forms of the runtime, which are written by value",
    "resolve/vectors.py": "to be signed by the runtime",
    "rules.py": "terms of a rule, put into a sentence that is Verbatim again",
}
"""The modules that ask for the characters of a text of a spec, and what for."""


ASKING = re.compile(r"verbatim import (?:\([^)]*|[^\n(]*)\bexact\b")


def test_text_of_a_spec_has_these_ways_out_and_no_others() -> None:
    asking = {
        path.relative_to(PACKAGE).as_posix()
        for path in MODULES
        if ASKING.search(path.read_text("utf-8"))
    }

    assert asking == set(WAYS_OUT)
