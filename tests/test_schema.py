"""The language as JSON Schema: it accepts and refuses what the checker does."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from mutations import ROOTS, mutations
from specmill.check import check, json_schema
from specmill.diagnostics import Refused
from specmill.nodes import Mapping, plain
from specmill.read import read

ROOT = Path(__file__).parents[1]
COMMITTED = ROOT / "generator" / "specmill" / "spec.schema.json"
FIXTURES = sorted((ROOT / "tests" / "errors" / "check").glob("*.yaml"))
SCHEMA = json_schema()
VALIDATOR = Draft7Validator(SCHEMA)

STRIDE = 151
"""Every which change is tried; a prime, so that each kind of change has its turn."""

# What a schema cannot say, with the reason.
DIFFERENCES = {
    # JSON Schema cannot compare the two ends of a range.
    "length: 9..3": "headers: {A: {length: 9..3}}",
    # To JSON Schema, 1.0 is an integer; a spec writes a whole number without a point.
    "length: 1.0": "headers: {A: {length: 1.0}}",
}


def is_checked(root: Mapping) -> bool:
    try:
        check(root)
    except Refused:
        return False
    return True


def standard(text: str) -> Mapping:
    return read("open.yaml", f"standard: open\ntitle: Open\n{text}\n".encode())


def best_error(text: str) -> str:
    """What an editor shows first: the deepest error."""
    document = plain(read("a.yaml", text.encode()))
    errors = sorted(VALIDATOR.iter_errors(document), key=lambda each: -len(each.path))
    return str(errors[0].message)


def test_schema_is_a_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)


def test_committed_schema_is_current() -> None:
    expected = json.dumps(SCHEMA, indent=2, ensure_ascii=True) + "\n"

    assert expected == COMMITTED.read_text("utf-8")


def test_command_prints_the_committed_bytes() -> None:
    command = [sys.executable, "-m", "specmill", "export", "json-schema"]
    printed = subprocess.run(
        [*command, "--of", "specs"], capture_output=True, check=True, cwd=ROOT
    ).stdout

    assert COMMITTED.read_bytes() == printed


@pytest.mark.parametrize("path", ROOTS)
def test_spec_is_accepted(path: str) -> None:
    assert [] == [each.message for each in VALIDATOR.iter_errors(plain(ROOTS[path]))]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_wrong_spec_is_refused(path: Path) -> None:
    document = plain(read(path.name, path.read_bytes()))

    assert not VALIDATOR.is_valid(document)


@pytest.mark.parametrize("path", ROOTS)
def test_spec_with_one_change_is_judged_alike(path: str) -> None:
    differing = [
        mutation.what
        for number, mutation in enumerate(mutations(ROOTS[path]))
        if number % STRIDE == 0
        and is_checked(mutation.root) != VALIDATOR.is_valid(plain(mutation.root))
    ]

    assert [] == differing


@pytest.mark.parametrize("text", DIFFERENCES.values(), ids=DIFFERENCES)
def test_what_a_schema_cannot_say_is_still_checked(text: str) -> None:
    root = standard(text)

    assert (False, True) == (is_checked(root), VALIDATOR.is_valid(plain(root)))


class TestEditors:
    def test_an_empty_file_is_offered_every_kind(self) -> None:
        kinds = ["standard", "partner", "operation", "environment", "callback"]

        assert kinds == list(SCHEMA["properties"])

    def test_the_key_of_a_kind_chooses_what_is_told(self) -> None:
        assert "'open' does not match" in best_error(
            "environment: sandbox\nurl: open\n"
        )

    def test_an_unknown_key_is_told_by_its_name(self) -> None:
        assert "'adress' was unexpected" in best_error("environment: a\nadress: b\n")

    @pytest.mark.parametrize("record", SCHEMA["definitions"].values())
    def test_every_key_and_record_is_described(self, record: dict[str, Any]) -> None:
        silent = [
            name
            for name, each in record["properties"].items()
            if not each.get("description")
        ]

        assert record["description"] and not silent

    def test_every_record_is_closed(self) -> None:
        open_ones = [
            name
            for name, each in SCHEMA["definitions"].items()
            if each["additionalProperties"] is not False
        ]

        assert [] == open_ones

    def test_every_reference_leads_somewhere(self) -> None:
        text = json.dumps(SCHEMA)
        names = {part.split('"')[0] for part in text.split("#/definitions/")[1:]}

        assert names <= set(SCHEMA["definitions"])
