"""The document as YAML and JSON: one content, read alike by every reader."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from specmill.openapi import written

ROOT = Path(__file__).parents[2]
ODD = [
    "0000",
    "0o17",
    "1e3",
    "yes",
    "No",
    "null",
    "~",
    "1:30",
    "2026-01-31",
    "- a",
    "a: b",
]
TEXTS = st.one_of(
    st.sampled_from(ODD),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])),
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
    max_leaves=8,
)


@given(VALUES)
def test_yaml_1_1_and_yaml_1_2_read_what_was_meant(value: Any) -> None:
    text = written({"a": value}, "yaml")

    assert {"a": value} == yaml.safe_load(text)
    assert {"a": value} == YAML(typ="safe", pure=True).load(text)


@pytest.mark.parametrize("text", ODD)
def test_text_that_looks_like_another_value_is_quoted(text: str) -> None:
    assert f'a: "{text}"\n' == written({"a": text}, "yaml")


def test_both_notations_hold_the_same(exported: dict[str, Any]) -> None:
    assert json.loads(written(exported, "json")) == YAML(typ="safe", pure=True).load(
        written(exported, "yaml")
    )


@pytest.mark.parametrize("notation", ["yaml", "json"])
def test_the_bytes_are_the_same_in_every_process(
    notation: str, exported: dict[str, Any]
) -> None:
    command = [sys.executable, "-m", "specmill", "export", "openapi"]
    done = subprocess.run(
        [*command, "--format", notation], cwd=ROOT, capture_output=True, check=True
    )

    due = written(exported, "json" if notation == "json" else "yaml")
    assert due.encode("utf-8") == done.stdout
