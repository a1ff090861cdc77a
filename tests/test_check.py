"""One file at a time: what is read of it, where its parts stand, what is told."""

from __future__ import annotations

import pytest

from mutations import ROOTS, mutations
from specmill.check import check
from specmill.diagnostics import Refused
from specmill.nodes import Mapping
from specmill.read import read
from specmill.shapes import Bounds, Listing, OrUnknown, Text, Truth, word
from specmill.source import Location
from specmill.spec import (
    EnvironmentSpec,
    EvidenceByKey,
    EvidenceSource,
    OperationSpec,
    PartnerSpec,
    StandardSpec,
)

STRIDE = 31
"""Every which change is tried; a prime, so that each kind of change has its turn."""


def standard(text: str) -> StandardSpec:
    spec = check(read("open.yaml", f"standard: open\ntitle: Open\n{text}".encode()))
    assert isinstance(spec, StandardSpec)
    return spec


def told(text: str) -> list[str]:
    with pytest.raises(Refused) as refused:
        check(read("a.yaml", text.encode()))
    return [each.message for each in refused.value.diagnostics]


class TestKinds:
    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("standard: open\ntitle: Open\n", StandardSpec),
            ("environment: sandbox\n", EnvironmentSpec),
            (
                "operation: pay\nsummary: Pay.\npage: pay\neffect: none\nrequest:"
                " {method: POST, path: /pay, evidence: {method: table, path: table}}\n",
                OperationSpec,
            ),
            (
                "partner: acme\ntitle: Acme\nservers: {test: {url: unknown}}\npages:"
                " {pay: {title: Pay, url: 'https://a.example', read: '2026-01-31'}}\n",
                PartnerSpec,
            ),
        ],
    )
    def test_the_key_that_names_a_kind_decides(self, text: str, kind: type) -> None:
        assert kind is type(check(read("a.yaml", text.encode())))

    def test_a_misspelt_kind_is_recognized(self) -> None:
        assert told("operatoin: pay\n")[0].endswith("did you mean 'operation'?")


class TestValues:
    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("6", (6, 6)),
            ("..64", (None, 64)),
            ("3..", (3, None)),
            ("24..27", (24, 27)),
            ("0..0", (0, 0)),
        ],
    )
    def test_bounds_are_a_minimum_and_a_maximum(
        self, written: str, expected: tuple[int | None, int | None]
    ) -> None:
        headers = standard(f"headers: {{A: {{length: {written}}}}}\n").headers

        assert expected == (headers or {})["A"].length

    def test_unknown_is_a_value_where_a_page_may_be_silent(self) -> None:
        headers = standard("headers: {A: {required: unknown}}\n").headers

        assert "unknown" == (headers or {})["A"].required

    def test_unknown_in_quotes_is_the_same_word(self) -> None:
        headers = standard("headers: {A: {required: 'unknown'}}\n").headers

        assert "unknown" == (headers or {})["A"].required

    def test_a_null_that_is_written_is_not_a_missing_key(self) -> None:
        headers = standard("headers: {A: {example: null}}\n").headers

        assert (headers or {})["A"].wrote("example")

    def test_a_table_keeps_the_order_of_the_author(self) -> None:
        headers = standard("headers: {B: {}, A: {}, C: {}}\n").headers

        assert ["B", "A", "C"] == list(headers or {})

    def test_evidence_of_a_field_is_one(self) -> None:
        headers = standard("headers: {A: {evidence: {external: RFC}}}\n").headers

        assert isinstance((headers or {})["A"].evidence, EvidenceSource)

    def test_evidence_of_a_field_is_one_for_each_key(self) -> None:
        text = "headers: {A: {evidence: {else: table, length: prose}}}\n"
        headers = standard(text).headers

        assert isinstance((headers or {})["A"].evidence, EvidenceByKey)

    @pytest.mark.parametrize("written", ["true", "1.0", "-1"])
    def test_a_whole_number_is_written_as_one(self, written: str) -> None:
        lifetime = f"{{say: It ends., kind: lifetime, seconds: {written}}}"
        text = "operation: pay\nrules: [" + lifetime + "]\n"

        says = f"this is {written}, and should be a number of seconds from 1"
        assert says in told(text)


class TestPlaces:
    def test_a_key_is_where_its_value_stands(self) -> None:
        headers = standard("headers:\n  A: {length: 3}\n").headers

        assert Location("open.yaml", 4, 15) == (headers or {})["A"].at("length")

    def test_an_item_of_a_list_has_a_place(self) -> None:
        headers = standard("headers:\n  A: {enum: [a, b]}\n").headers

        assert Location("open.yaml", 4, 17) == (headers or {})["A"].at("enum", 1)

    @pytest.mark.parametrize("keys", [("none",), ("enum", 9), ("enum", "a")])
    def test_what_is_not_written_is_at_what_is_around_it(
        self, keys: tuple[str | int, ...]
    ) -> None:
        headers = standard("headers:\n  A: {enum: [a, b]}\n").headers
        around = (4, 6) if keys[0] == "none" else (4, 13)

        assert around == (headers or {})["A"].at(*keys)[1:]


class TestFindings:
    def test_all_of_a_file_are_told_at_once(self) -> None:
        text = "environment: A\nurl: b\nfacts: c\ncredentials: d\nsumary: e\n"

        assert 5 == len(told(text))

    def test_an_unknown_key_names_what_it_stands_in(self) -> None:
        text = "standard: open\ntitle: Open\nsignature: {algoritm: x}\n"

        assert [
            "there is no key 'algoritm' in this signature; did you mean 'algorithm'?"
        ] == told(text)

    def test_a_long_value_is_cut(self) -> None:
        text = f"environment: {'a-' * 500}\n"

        assert len(told(text)[0]) < 200

    def test_a_mistyped_choice_is_told_once(self) -> None:
        text = "standard: open\ntitle: Open\ndefaults: {evidence: {infered: so}}\n"

        assert 1 == len(told(text))


class TestShapes:
    @pytest.mark.parametrize(
        ("shape", "expected"),
        [
            (OrUnknown(Truth()), "true or false, or unknown"),
            (Listing(word("a", "b")), "a list, each one of a, b"),
            (Text("a name"), "a name"),
            (Bounds(), "a number or a range such as 6, ..64, 24..27 or 3.."),
        ],
    )
    def test_a_shape_says_what_it_expects(
        self, shape: OrUnknown | Listing | Text | Bounds, expected: str
    ) -> None:
        assert expected == shape.expects


@pytest.mark.parametrize("path", ROOTS)
def test_a_spec_with_one_change_is_accepted_or_refused_in_its_file(path: str) -> None:
    for number, mutation in enumerate(mutations(ROOTS[path])):
        if number % STRIDE:
            continue
        try:
            check(mutation.root)
        except Refused as refused:
            elsewhere = [
                each for each in refused.diagnostics if each.location.path != path
            ]

            assert refused.diagnostics and not elsewhere, mutation.what


def test_a_root_without_keys_is_refused() -> None:
    with pytest.raises(Refused):
        check(Mapping((), Location("a.yaml", 1, 1)))
