"""What fits a schema at a look has no error by the library; what is sound mostly fits."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from specmill.harness.looks import fits
from specmill.harness.validating import errors_of

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted(
    each
    for top in (ROOT / "generated" / "contract_tests", ROOT / "tests" / "golden")
    for each in top.rglob(
        "contract_tests/**/*.json" if "golden" in str(top) else "*.json"
    )
)
MOMENT = {"kind": "pattern", "pattern": "YYYY-MM-DD", "zone": ""}
ODD: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 1.0, 1.5, 10**30, "", " ", "a", "aé", "1", "a\n"),
    *("x" * 300, [], [1], ["a", "b"], {}, {"a": 1}, {"a": "b", "c": None}),
)
"""Values that are of one kind, of another, or at an edge."""
KNOWN: dict[str, tuple[dict[str, Any], Any, Any]] = {
    "type": ({"type": "string"}, "a", 1),
    "integer": ({"type": "integer"}, 1, True),
    "whole": ({"type": "integer"}, 1, 1.0),
    "number": ({"type": "number"}, 1.5, True),
    "one of two types": ({"type": ["string", "null"]}, None, 1),
    "enum": ({"enum": ["a", 1]}, 1, True),
    "const": ({"const": "a"}, "a", "b"),
    "minLength": ({"minLength": 2}, "aé", "é"),
    "maxLength": ({"maxLength": 2}, "aé", "aéa"),
    "pattern": ({"pattern": "^a$"}, "a", "a\n"),
    "digits": ({"pattern": r"^\d$"}, "1", "\u0661"),
    "minimum": ({"minimum": 2}, 2, 1),
    "maximum": ({"maximum": 2}, 2, 2.5),
    "required": ({"required": ["a"]}, {"a": 1}, {"b": 1}),
    "properties": ({"properties": {"a": {"type": "null"}}}, {"a": None}, {"a": 1}),
    "no others": (
        {"properties": {"a": {}}, "additionalProperties": False},
        {"a": 1},
        {"b": 1},
    ),
    "others": ({"additionalProperties": {"type": "null"}}, {"a": None}, {"a": 1}),
    "minProperties": ({"minProperties": 1}, {"a": 1}, {}),
    "maxProperties": ({"maxProperties": 1}, {"a": 1}, {"a": 1, "b": 2}),
    "items": ({"items": {"type": "null"}}, [None], [None, 1]),
    "minItems": ({"minItems": 1}, [1], []),
    "maxItems": ({"maxItems": 1}, [1], [1, 2]),
    "allOf": ({"allOf": [{"minLength": 1}, {"maxLength": 1}]}, "a", "aa"),
    "anyOf": ({"anyOf": [{"const": ""}, {"minLength": 2}]}, "", "a"),
    "not": ({"not": {"pattern": "^a"}}, "b", "ab"),
}


@pytest.mark.parametrize("name", KNOWN)
def test_a_look_knows_what_fits(name: str) -> None:
    schema, good, _ = KNOWN[name]

    assert fits(schema, good)
    assert [] == errors_of(schema, good)


@pytest.mark.parametrize("name", KNOWN)
def test_a_look_is_not_sure_of_what_the_library_has_errors_against(name: str) -> None:
    schema, _, bad = KNOWN[name]

    assert not fits(schema, bad)
    assert errors_of(schema, bad)


@pytest.mark.parametrize("name", KNOWN)
@pytest.mark.parametrize("value", ODD, ids=ascii)
def test_an_odd_value_that_fits_has_no_error(name: str, value: Any) -> None:
    schema = KNOWN[name][0]

    assert not fits(schema, value) or errors_of(schema, value) == []


@pytest.mark.parametrize(
    "schema", [{"if": {}}, {"oneOf": [{}]}, {"$ref": "#"}, {"patternProperties": {}}]
)
def test_nothing_surely_fits_what_no_look_knows(schema: dict[str, Any]) -> None:
    assert not fits(schema, "a")


def schemas_in(document: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each whole schema of a contract document, with the example beside it."""
    if isinstance(document, dict):
        if isinstance(document.get("schema"), dict):
            yield document["schema"], document.get("example")
        for each in document.values():
            yield from schemas_in(each)
    for each in document if isinstance(document, list) else ():
        yield from schemas_in(each)


def edited(value: Any) -> Iterator[Any]:
    """Yield *value* with one member or item left out, or odd in some way."""
    yield from ODD
    if not isinstance(value, dict | list):
        return
    for at in value if isinstance(value, dict) else range(len(value)):
        rest = value.copy()
        del rest[at]
        yield rest
        for other in edited(value[at]):
            changed = value.copy()
            changed[at] = other
            yield changed
    if isinstance(value, dict):
        yield {**value, "undocumented": 1}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda each: "/".join(each.parts[-4:]))
def test_an_edited_example_that_fits_has_no_error(path: Path) -> None:
    wrong = [
        (schema, value)
        for schema, example in schemas_in(json.loads(path.read_text("utf-8")))
        for value in edited(example)
        if fits(schema, value) and errors_of(schema, value)
    ]

    assert [] == wrong


SCHEMAS = st.recursive(
    st.sampled_from([schema for schema, _, _ in KNOWN.values()]),
    lambda inner: st.one_of(
        st.fixed_dictionaries(
            {"properties": st.dictionaries(st.sampled_from("ab"), inner)}
        ),
        st.fixed_dictionaries({"items": inner}),
        st.fixed_dictionaries({"anyOf": st.lists(inner, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"allOf": st.lists(inner, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"not": inner}),
        st.builds(lambda a, b: {**a, **b}, inner, inner),
    ),
    max_leaves=6,
)
VALUES = st.recursive(
    st.sampled_from([each for each in ODD if not isinstance(each, dict | list)]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from("abc"), inner)
    ),
    max_leaves=6,
)


@settings(max_examples=400)
@given(SCHEMAS, VALUES)
def test_a_value_that_fits_any_schema_has_no_error(schema: Any, value: Any) -> None:
    assert not fits(schema, value) or errors_of(schema, value) == []


def test_a_run_in_which_nothing_is_wrong_loads_no_library_for_it() -> None:
    tests = str(ROOT / "generated" / "contract_tests")
    options = [tests, "-k", "test_reads_every_code", "-p", "no:cacheprovider"]
    asks = f"import sys, pytest; pytest.main({options}); print(sorted(sys.modules))"

    told = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True)

    assert " passed" in told.stdout
    assert "'jsonschema'" not in told.stdout
