"""What replies and codes mean, composed ones and those of many too."""

from __future__ import annotations

import pytest

from acme import (
    FOLLOWS,
    codes_told,
    meant_operation,
    operation,
    reply,
    with_replies,
)
from specmill.check import check
from specmill.read import read
from specmill.resolve import resolve

COMPOSED = """\
codes:
  of: [http, service, case]
  evidence: {external: Open}
  cases:
    "200 00": {outcome: success}
    "404 01": {outcome: rejected, error: NotFound}
operations: {pay: {service: "04"}}
"""


class TestReplies:
    def test_a_place_is_a_path_of_wire_names(self) -> None:
        text = reply("paid", "http: 200", more=" code: body.a.b.c,").replace(
            "{code: {type: string}}",
            "{a.b: {type: object, fields: {c: {type: string}}}}",
        )
        (found,) = meant_operation(with_replies(text)).replies

        assert ("a.b", "c") == found.code_at

    def test_what_a_reply_lacks_is_a_member_of_another(self) -> None:
        first = reply("paid", "http: 200, lacks: [body.error]")
        second = reply("failed", "http: 200, has: [body.error]", "rejected")
        page = with_replies(first, second.replace("{code:", "{error:"))

        assert (("error",),) == meant_operation(page).replies[0].when.lacks

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("http: 200", "http: 200"),
            ("http: unknown", "http: 200"),
            ("http: [200, 202]", "http: 202"),
            ("http: 200, has: [body.code]", 'http: 200, equals: {body.code: "1"}'),
            ("http: 200", "http: 200, has: [body.code]"),
        ],
    )
    def test_a_reply_that_another_always_takes_is_told(
        self, first: str, second: str
    ) -> None:
        page = with_replies(reply("a", first), reply("b", second, "rejected"))

        assert ["reply-shadowed"] == codes_told(page)

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("http: 200", "http: [200, 202]"),
            ("http: 200", "http: unknown"),
            ('http: 200, equals: {body.code: "1"}', "http: 200"),
            ("http: 200, has: [body.code]", "http: 200"),
            ("http: 200, lacks: [body.code]", "http: 200, has: [body.code]"),
        ],
    )
    def test_a_reply_that_differs_in_one_thing_is_reached(
        self, first: str, second: str
    ) -> None:
        page = with_replies(reply("a", first), reply("b", second, "rejected"))
        left_out = page.replace("required: true", "required: false")

        assert [] == codes_told(left_out)

    def test_true_is_not_1(self) -> None:
        def answer(name: str, value: str) -> str:
            when = f"http: 200, equals: {{body.code: {value}}}"
            return reply(name, when).replace("type: string", "type: unknown")

        page = with_replies(answer("truth", "true"), answer("one", "1"))

        assert [] == codes_told(page)

    def test_where_the_page_has_none_those_of_the_standard_count(self) -> None:
        standard = (
            f"operations:\n  pay:\n    replies:\n      - {reply('paid', 'http: 200')}\n"
        )
        page = operation("follows: pay\nreplies: unknown\n")
        found = meant_operation(page, partner=FOLLOWS, standard=standard)

        assert ["paid"] == [each.name for each in found.replies]


class TestCodes:
    CODED = " code: body.code,"

    def page(self, outcome: str, codes: str, http: str = "200") -> str:
        answer = reply("answered", f"http: {http}", outcome, self.CODED)
        return with_replies(answer, more=f"codes: {codes}\n")

    def test_a_code_occurs_in_every_reply_that_carries_codes(self) -> None:
        page = with_replies(
            reply("a", "http: 200", "by-code", self.CODED),
            reply("b", "http: 400", "by-code", self.CODED),
            reply("c", "http: 500", "unknown"),
            more='codes: {"1": {outcome: success}}\n',
        )

        assert ("a", "b") == meant_operation(page).codes[0].replies

    def test_a_code_of_an_operation_counts_before_the_partners(self) -> None:
        found = meant_operation(
            self.page("by-code", '{"1": {outcome: success, message: here}}'),
            partner='codes: {"1": {outcome: success, message: there}}\n',
        )

        assert ["here"] == [each.message for each in found.codes]

    def test_codes_of_the_partner_stay_away_where_no_reply_carries_codes(self) -> None:
        found = meant_operation(
            with_replies(reply("a", "http: 200")),
            partner='codes: {"1": {outcome: success}}\n',
        )

        assert () == found.codes

    def test_a_code_may_contradict_one_of_its_replies(self) -> None:
        page = with_replies(
            reply("a", "http: 200", "success", self.CODED),
            reply("b", "http: 400", "rejected", self.CODED),
            more='codes: {"1": {outcome: success}}\n',
        )

        assert [] == codes_told(page)

    def test_a_code_may_not_contradict_all_of_its_replies(self) -> None:
        page = self.page("rejected", '{"1": {outcome: success}}', "400")

        assert ["code-contradicts"] == codes_told(page)

    def test_a_range_is_held_to_its_member_by_a_code_of_its_own(self) -> None:
        short = reply("a", "http: 200", "by-code", self.CODED).replace(
            "code: {type: string}", "code: {type: string, length: ..2}"
        )
        page = with_replies(
            short,
            more='codes: {"10..99": {outcome: rejected, match: range, error: Refused}}\n',
        )

        assert [] == codes_told(page)

    def test_two_operations_may_share_an_exception_of_one_code(self) -> None:
        codes = 'codes: {"1": {outcome: rejected, error: Refused}}\n'
        answer = reply("a", "http: 200", "by-code", self.CODED)
        texts = {
            "partner.yaml": "partner: acme\ntitle: Acme\npages: {pay: {title: Pay, url:"
            " 'https://docs.example.com', read: '2026-01-31'}}\n"
            "servers: {test: {url: unknown}}\n",
            "pay.yaml": with_replies(answer, more=codes),
            "refund.yaml": with_replies(answer, more=codes).replace(
                "pay\n", "refund\n", 1
            ),
        }
        specs = [check(read(path, text.encode())) for path, text in texts.items()]

        assert 2 == len(resolve(specs).partners[0].operations)


class TestComposedCodes:
    def page(self, http: str = "[200, 404]", more: str = "") -> str:
        answer = reply("answered", f"http: {http}", "by-code", " code: body.code,")
        return with_replies(answer, more="follows: pay\n" + more)

    def test_a_code_is_put_together_of_its_parts(self) -> None:
        found = meant_operation(self.page(), partner=FOLLOWS, standard=COMPOSED)

        assert ["2000400", "4040401"] == [each.code for each in found.codes]

    def test_a_code_knows_its_http_status(self) -> None:
        found = meant_operation(self.page(), partner=FOLLOWS, standard=COMPOSED)

        assert [200, 404] == [each.http for each in found.codes]

    def test_the_service_of_the_operation_counts_first(self) -> None:
        page = self.page(more='service: "99"\n')
        found = meant_operation(page, partner=FOLLOWS, standard=COMPOSED)

        assert "2009900" == found.codes[0].code

    def test_a_row_of_the_operation_takes_the_place_of_a_composed_code(self) -> None:
        page = self.page(more='codes: {"2000400": {outcome: success, message: Ours}}\n')
        found = meant_operation(page, partner=FOLLOWS, standard=COMPOSED)

        assert [("4040401", ""), ("2000400", "Ours")] == [
            (each.code, each.message) for each in found.codes
        ]

    def test_a_status_that_no_reply_lists_is_told_once(self) -> None:
        more = COMPOSED.replace(
            "operations:",
            '    "404 02": {outcome: rejected, error: Gone}\noperations:',
        )
        told = codes_told(self.page("200"), partner=FOLLOWS, standard=more)

        assert ["code-out-of-reach"] == told

    def test_every_status_has_to_be_one_of_the_reply(self) -> None:
        told = codes_told(self.page("200"), partner=FOLLOWS, standard=COMPOSED)

        assert ["code-out-of-reach"] == told

    def test_a_reply_of_unknown_status_takes_every_code(self) -> None:
        told = codes_told(self.page("unknown"), partner=FOLLOWS, standard=COMPOSED)

        assert [] == told


class TestDoNotFail:
    RULE = "rules:\n  - {say: Wait., kind: do-not-fail, evidence: prose}\n"
    CODES = (
        'codes: {"1": {outcome: rejected, error: Refused}, "0": {outcome: success}}\n'
    )

    def outcomes(self, http: str, outcome: str = "by-code") -> tuple[str, ...]:
        answer = reply("answered", f"http: {http}", outcome, " code: body.code,")
        page = with_replies(answer, more=self.CODES + self.RULE)
        return tuple(each.outcome for each in meant_operation(page).codes)

    def test_a_refusal_outside_2xx_is_not_known(self) -> None:
        assert ("unknown", "success") == self.outcomes("[200, 400]")

    def test_a_refusal_of_an_unknown_status_is_not_known(self) -> None:
        assert ("unknown", "success") == self.outcomes("unknown")

    def test_a_refusal_within_2xx_is_definite(self) -> None:
        assert ("rejected", "success") == self.outcomes("[200, 202]")

    @pytest.mark.parametrize(
        ("http", "expected"), [("400", "unknown"), ("200", "rejected")]
    )
    def test_a_reply_is_judged_like_a_code(self, http: str, expected: str) -> None:
        page = with_replies(
            reply("refused", f"http: {http}", "rejected"), more=self.RULE
        )

        assert expected == meant_operation(page).replies[0].outcome

    def test_without_the_rule_every_refusal_is_definite(self) -> None:
        page = with_replies(reply("refused", "http: 400", "rejected"))

        assert "rejected" == meant_operation(page).replies[0].outcome
