"""`specs/README.md` explains the language: every key, by examples that hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from specmill import spec
from specmill.check import check
from specmill.diagnostics import Diagnostic
from specmill.nodes import Mapping
from specmill.read import read
from specmill.resolve import resolve
from specmill.shapes import Listing, Record, Shape, Table, Written, keys_of
from specmill.spec import (
    CodeSpec,
    CredentialSpec,
    DefectSpec,
    FieldSpec,
    ReplySpec,
    RequestSpec,
    RuleSpec,
    SignatureSpec,
    Spec,
)

README = Path(__file__).parents[1] / "specs" / "README.md"
PAGES = (README, README.with_name("environments.md"))

FRAGMENTS: dict[str, Shape] = {
    "fields": Table(Record(lambda: FieldSpec, "field")),
    "reply": Record(lambda: ReplySpec, "reply"),
    "request": Record(lambda: RequestSpec, "request"),
    "defect": Record(lambda: DefectSpec, "defect"),
    "rules": Table(Listing(Record(lambda: RuleSpec, "rule"))),
    "signature": Record(lambda: SignatureSpec, "signature"),
    "codes": Table(Record(lambda: CodeSpec, "code")),
    "credentials": Table(Record(lambda: CredentialSpec, "credential")),
}
"""What the word after `yaml` says of an example that is not a whole file."""


@dataclass(frozen=True)
class Example:
    """One block of YAML and what it is."""

    word: str
    line: int
    text: str

    @property
    def root(self) -> Mapping:
        return read("README.md", self.text.encode())


def examples() -> Iterator[Example]:
    for page in PAGES:
        text = page.read_text("utf-8")
        for found in re.finditer(r"^```yaml ?(\w*)\n(.*?)^```$", text, re.M | re.S):
            line = text.count("\n", 0, found.start()) + 2
            yield Example(found[1], line, found[2])


EXAMPLES = [pytest.param(each, id=f"line {each.line}") for each in examples()]
RECORDS = [
    each
    for each in vars(spec).values()
    if isinstance(each, type) and issubclass(each, Written) and keys_of(each)
]


def value_of(example: Example) -> object:
    """Return what an example says; a wrong one raises Refused or fails."""
    if not example.word:
        return check(example.root)
    findings: list[Diagnostic] = []
    value = FRAGMENTS[example.word].read(example.root, findings)
    assert [] == [each.message for each in findings]
    return value


def written(value: object) -> Iterator[Written]:
    """Yield every record in what an example says."""
    if isinstance(value, Written):
        yield value
        inside = [
            getattr(value, key.attribute) for key in keys_of(type(value)).values()
        ]
    else:
        inside = list(value.values()) if isinstance(value, dict) else []
        inside += list(value) if isinstance(value, tuple | list) else []
    for each in inside:
        yield from written(each)


SHOWN = {
    (type(record), key)
    for example in examples()
    for record in written(value_of(example))
    for key in keys_of(type(record))
    if record.wrote(key)
}


@pytest.mark.parametrize("example", EXAMPLES)
def test_example_is_accepted(example: Example) -> None:
    assert value_of(example)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_key_is_shown(record: type[Written]) -> None:
    hidden = [key for key in keys_of(record) if (record, key) not in SHOWN]

    assert [] == hidden


def test_the_whole_files_are_one_project() -> None:
    specs: list[Spec] = []
    for number, example in enumerate(each for each in examples() if not each.word):
        root = example.root
        folder = "acme/environments" if root.get("environment") else "acme"
        specs.append(check(read(f"{folder}/{number}.yaml", example.text.encode())))

    assert [
        "checkout",
        "get_report",
        "get_status",
        "list_payments",
        "order",
        "pay",
        "pay_out",
        "ping",
        "see_balance",
        "send_text",
        "show_loan",
    ] == [each.name for each in resolve(specs).partners[0].operations]


@pytest.mark.parametrize(
    "words",
    [
        spec.TYPES,
        spec.OUTCOMES,
        spec.REMEDIES,
        spec.FAULTS,
        spec.EVIDENCE_WORDS,
        spec.ALGORITHMS,
    ],
)
def test_every_word_is_mentioned(words: tuple[str, ...]) -> None:
    text = README.read_text("utf-8")

    assert [] == [each for each in words if f"`{each}`" not in text]


def test_links_lead_to_a_heading_or_a_file() -> None:
    text = README.read_text("utf-8")
    headings = {
        re.sub(r"[^a-z0-9]+", "-", each.lower()).strip("-")
        for each in re.findall(r"^#+ (.*)$", text, re.M)
    }
    broken = [
        link
        for link in re.findall(r"\]\(([^)]+)\)", text)
        if link.lstrip("#") not in headings and not (README.parent / link).is_file()
    ]

    assert [] == broken
