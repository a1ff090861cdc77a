"""What examples and warnings mean, and that no spec breaks the passes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from acme import (
    CREDENTIALS,
    FOLLOWS,
    PARTNER,
    codes_told,
    meant,
    operation,
    reply,
    with_fields,
    with_headers,
    with_replies,
)
from mutations import ROOTS, mutations
from specmill.check import check
from specmill.diagnostics import Diagnostic, Refused
from specmill.read import read
from specmill.resolve import resolve

STRIDE = 97

"""Every which change is tried; a prime, so that each kind of change has its turn."""


class TestExamples:
    @pytest.mark.parametrize(
        "text",
        [
            "type: string, length: 2, example: ABC",
            "type: integer, range: 2.., example: 1",
            'type: integer, example: "1"',
            "type: string, example: null",
            "type: boolean, example: 1",
            "type: array, items: {type: string, length: 1}, example: [a, bb]",
            "type: map, values: {type: integer}, example: {a: b}",
            "type: object, fields: {a: {type: string, required: true}}, example: {}",
            "type: object, fields: {}, example: {a: 1}",
            'type: date, format: yyyy-MM-dd, example: "2026-02-30"',
            "type: array, items: {type: string, length: 1, example: bb}",
        ],
    )
    def test_an_example_is_held_to_what_is_said_of_it(self, text: str) -> None:
        page = with_fields(f"id: {{required: true, {text}}}\n")

        assert ["example-breaks"] == codes_told(page)

    @pytest.mark.parametrize(
        "text",
        [
            "type: string, length: 2, masked: true, example: XXXX",
            "type: string, nullable: true, example: null",
            "type: unknown, example: {a: 1}",
            "type: object, example: {a: 1}",
            "type: number, example: 1",
        ],
    )
    def test_an_example_may_be_anything_else(self, text: str) -> None:
        assert [] == codes_told(with_fields(f"id: {{required: true, {text}}}\n"))

    def test_a_defect_explains_an_example(self) -> None:
        page = (
            with_fields("id: {type: string, required: true, length: 2, example: ABC}\n")
            + "defects:\n  - {id: D1, page: Too long., decided: Kept.,"
            " explains: [request.body.id]}\n"
        )

        assert [] == codes_told(page)

    def test_the_example_of_a_reply_is_recognized_under_each_of_its_statuses(
        self,
    ) -> None:
        first = reply("a", 'http: 202, equals: {body.code: "1"}', "alternative")
        second = reply("b", "http: [200, 202, 203]", more=' example: {code: "1"},')

        assert ["example-of-another"] == codes_told(with_replies(first, second))

    def test_an_example_that_is_taken_for_another_is_told_once(self) -> None:
        first = reply("a", "http: [200, 202]", "alternative")
        second = reply("b", "http: [200, 202, 203]", more=' example: {code: "1"},')

        assert ["example-of-another"] == codes_told(with_replies(first, second))


class TestWarnings:
    def test_a_credential_that_nothing_is_made_of_is_odd(self) -> None:
        told: list[Diagnostic] = []
        meant(operation(), partner=CREDENTIALS, warnings=told)

        assert ["unused-credential"] * 2 == [each.code for each in told]

    def test_a_partner_without_operations_is_still_being_written(self) -> None:
        told: list[Diagnostic] = []
        specs = [check(read("acme/partner.yaml", (PARTNER + CREDENTIALS).encode()))]
        resolve(specs, warn=told.append)

        assert [] == told

    def test_the_credentials_of_a_standard_may_go_unused(self) -> None:
        told: list[Diagnostic] = []
        meant(operation(), partner=FOLLOWS, standard=CREDENTIALS, warnings=told)

        assert [] == told

    def test_what_is_odd_is_not_told_beside_what_is_wrong(self) -> None:
        page = operation().replace("page: pay", "page: pays")

        assert ["no-such-page"] == codes_told(page, partner=CREDENTIALS)


class TestMadeUpValues:
    KEY = (
        "X-Key: {type: string, required: true, from: {credential: key},"
        ' pattern: "[0-9]+"}\n'
    )
    DECLARED = "key: {summary: A key., secret: true, evidence: table"

    def test_a_credential_without_an_example_needs_a_value(self) -> None:
        partner = f"credentials: {{{self.DECLARED}}}}}\n"

        assert ["needs-example"] == codes_told(with_headers(self.KEY), partner=partner)

    def test_the_example_of_a_credential_is_enough(self) -> None:
        partner = f'credentials: {{{self.DECLARED}, example: "12"}}}}\n'

        assert [] == codes_told(with_headers(self.KEY), partner=partner)

    def test_a_value_can_be_made_of_a_number_that_has_a_length(self) -> None:
        page = with_fields("otp: {type: integer, as: text, length: 6, required: true}")

        assert [] == codes_told(page)


class TestRobustness:
    @pytest.mark.parametrize("path", ROOTS)
    def test_a_spec_with_one_change_is_meant_or_refused_in_a_file(
        self, path: str
    ) -> None:
        for number, mutation in enumerate(mutations(ROOTS[path])):
            if number % STRIDE:
                continue
            try:
                changed = check(mutation.root)
                resolve([*(OTHERS[each] for each in beside(path)), changed])
            except Refused as refused:
                places = {each.location.path for each in refused.diagnostics}

                assert places and places <= set(ROOTS), mutation.what

    def test_order_of_files_does_not_matter(self) -> None:
        there = resolve(list(OTHERS.values()))
        back = resolve(list(OTHERS.values())[::-1])

        assert there == replace(back, partners=there.partners)
        assert [each.operations for each in there.partners] == [
            each.operations for each in back.partners
        ]


OTHERS = {path: check(root) for path, root in ROOTS.items()}


def beside(path: str) -> list[str]:
    """Return the other specs that the one at *path* is meant with."""
    folder = path.rpartition("/")[0]
    if folder == "specs":
        folder = "specs/ayoconnect"
    near = [each for each in ROOTS if each.startswith((folder, "specs/snap"))]
    return [each for each in near if each != path]
