"""What specs mean together, one idea to a class."""

from __future__ import annotations

from dataclasses import replace

import pytest

from acme import (
    PARTNER,
    codes_told,
    meant,
    meant_field,
    meant_operation,
    operation,
    reply,
    with_fields,
    with_headers,
    with_replies,
)
from mutations import ROOTS, mutations
from specmill import ir
from specmill.check import check
from specmill.constraints import Chars, Length, OneOf, Range, Written
from specmill.diagnostics import Diagnostic, Refused
from specmill.read import read
from specmill.resolve import arguments, resolve
from specmill.resolve.unknowns import settled_facts
from specmill.runtime import wire
from specmill.spec import Spec

STRIDE = 97
"""Every which change is tried; a prime, so that each kind of change has its turn."""

FOLLOWS = "follows: open\n"
CREDENTIALS = """\
credentials:
  secret: {summary: A key., secret: true, evidence: table}
  user: {summary: A name., secret: false, evidence: table}
"""
SIGNATURE = """\
signature:
  algorithm: HMAC-SHA256
  key: {credential: secret}
  parts: [method, path]
  separator: "|"
"""
COMPOSED = """\
codes:
  of: [http, service, case]
  evidence: {external: Open}
  cases:
    "200 00": {outcome: success}
    "404 01": {outcome: rejected, error: NotFound}
operations: {pay: {service: "04"}}
"""


def header(operation: str, **more: str) -> ir.Field:
    """Return the first header that an operation means."""
    return meant_operation(operation, **more).request.headers[0]


class TestLayers:
    STANDARD = "headers:\n  X-Id: {type: string, required: true, length: ..36}\n"

    def test_a_standard_says_what_the_page_does_not(self) -> None:
        found = header(operation(), partner=FOLLOWS, standard=self.STANDARD)

        assert (ir.Text(), True) == (found.type, found.required)

    def test_a_page_narrows_its_standard(self) -> None:
        page = with_headers("X-Id: {length: 32}\n")
        found = header(page, partner=FOLLOWS, standard=self.STANDARD)

        assert (Length(32, 32),) == found.constraints

    def test_a_partner_stands_between_the_two(self) -> None:
        partner = FOLLOWS + "headers:\n  X-Id: {length: ..34}\n"
        found = header(operation(), partner=partner, standard=self.STANDARD)

        assert (Length(None, 34),) == found.constraints

    @pytest.mark.parametrize(
        ("standard", "page"),
        [
            ("length: ..32", "length: ..33"),
            ("length: 4..", "length: ..9"),
            ("length: 6", "length: 5..6"),
            ("chars: digits", "chars: alphanumeric"),
            ("required: true", "required: false"),
            ("enum: [A, B]", "enum: [A, C]"),
            ("const: A", "const: B"),
        ],
    )
    def test_a_page_does_not_widen_its_standard(self, standard: str, page: str) -> None:
        above = f"X-Id: {{type: string, required: unknown, {page}}}\n"
        below = f"X-Id: {{type: string, {standard}}}"
        if "required" in page:
            above = "X-Id: {type: string, required: false}\n"
        told = codes_told(
            with_headers(above), partner=FOLLOWS, standard=f"headers:\n  {below}\n"
        )

        assert ["wider"] == told

    @pytest.mark.parametrize(
        ("standard", "page"),
        [
            ("length: ..32", "length: ..32"),
            ("length: 4..9", "length: 5..8"),
            ("chars: alphanumeric", "chars: hex"),
            ("enum: [A, B]", "enum: [B]"),
            ("type: unknown", "type: string"),
        ],
    )
    def test_a_page_may_say_more_than_its_standard(
        self, standard: str, page: str
    ) -> None:
        kind = "" if "type" in page else "type: string, "
        below = f"X-Id: {{{kind}required: unknown, {standard}}}"
        above = f"X-Id: {{{page}}}\n"
        told = codes_told(
            with_headers(above), partner=FOLLOWS, standard=f"headers:\n  {below}\n"
        )

        assert [] == told

    def test_a_floor_that_is_silent_hides_no_wider_limit(self) -> None:
        partner = FOLLOWS + "headers:\n  X-Id: {summary: An id.}\n"
        page = with_headers("X-Id: {length: ..40}\n")

        assert ["wider"] == codes_told(page, partner=partner, standard=self.STANDARD)

    def test_a_defect_explains_a_wider_limit(self) -> None:
        defect = (
            "defects:\n  - {id: D1, page: Longer., decided: Kept.,"
            " explains: [request.headers.X-Id.length]}\n"
        )
        page = with_headers("X-Id: {length: ..40}\n") + defect

        assert [] == codes_told(page, partner=FOLLOWS, standard=self.STANDARD)

    def test_a_field_that_says_required_counts_before_a_default(self) -> None:
        page = operation(
            request="defaults: {required: false}\nheaders: {X-Id: {length: 1}}\n"
        )
        found = header(page, partner=FOLLOWS, standard=self.STANDARD)

        assert found.required is True

    def test_the_default_of_the_page_counts_before_that_of_the_standard(self) -> None:
        page = operation(request="defaults: {required: false}\nheaders: {X-Id: {}}\n")
        standard = "defaults: {required: true}\nheaders: {X-Id: {type: string}}\n"
        found = header(page, partner=FOLLOWS, standard=standard)

        assert found.required is False

    def test_what_is_left_out_is_not_sent(self) -> None:
        page = operation("leaves-out: [X-Id]\n")
        found = meant_operation(page, partner=FOLLOWS, standard=self.STANDARD)

        assert () == found.request.headers

    def test_order_is_that_of_the_page_and_then_of_its_standard(self) -> None:
        standard = "defaults: {required: false}\nheaders: {A: {type: string}, B: {type: string}, C: {type: string}}\n"
        page = with_headers("B: {}\nD: {type: string, required: false}\n")
        found = meant_operation(page, partner=FOLLOWS, standard=standard)

        assert list("BDAC") == [each.wire_name for each in found.request.headers]

    def test_members_of_an_object_are_merged_too(self) -> None:
        standard = """\
            operations:
              pay:
                defaults: {required: true}
                body:
                  format: json
                  open: true
                  fields: {to: {type: object, fields: {id: {type: string}}}}
            """
        page = with_fields("to: {fields: {id: {length: 3}}}\n") + "follows: pay\n"
        body = meant_operation(page, partner=FOLLOWS, standard=standard).request.body
        assert body is not None and isinstance(body.fields[0].type, ir.Record)

        assert (Length(3, 3),) == body.fields[0].type.fields[0].constraints

    def test_a_body_is_open_where_its_standard_says_so(self) -> None:
        standard = "operations: {pay: {body: {format: json, open: true, fields: {}}}}\n"
        page = operation("follows: pay\n")
        body = meant_operation(page, partner=FOLLOWS, standard=standard).request.body

        assert body is not None and body.open

    def test_a_partner_knows_the_defects_of_its_standard(self) -> None:
        defect = "defects:\n  - {{id: {}, page: One., decided: So.}}\n"
        partner = FOLLOWS + defect.format("A-D1")
        found = meant(operation(), partner=partner, standard=defect.format("S-D1"))

        assert ["S-D1", "A-D1"] == [each.id for each in found.defects]

    def test_an_operation_of_another_folder_is_not_the_partners(self) -> None:
        texts = {"b/pay.yaml": operation()}
        specs = [check(read(path, text.encode())) for path, text in texts.items()]

        with pytest.raises(Refused, match="no-partner"):
            resolve(specs)


class TestEvidence:
    def test_one_evidence_is_that_of_every_key(self) -> None:
        field = meant_field(
            "{type: string, required: true, length: 3, evidence: prose}"
        )

        assert "prose" == field.evidence_of("length").kind

    def test_a_key_has_its_own_evidence(self) -> None:
        field = meant_field(
            "{type: string, required: true, length: 3,"
            " evidence: {else: table, length: {inferred: one sample}}}"
        )

        assert ir.Evidence("inferred", "one sample") == field.evidence_of("length")

    def test_what_nobody_says_is_inferred(self) -> None:
        field = meant_field("{type: string, required: true}")

        assert not field.evidence_of("type").documented

    def test_an_external_source_is_documented(self) -> None:
        field = meant_field(
            "{type: string, required: true, evidence: {external: RFC 9110}}"
        )

        assert field.evidence_of("type").documented

    def test_the_floor_that_decides_a_key_brings_its_evidence(self) -> None:
        standard = """\
            headers: {X-Id: {type: string, required: true, evidence: {external: Open}}}
            """
        page = with_headers("X-Id: {length: 3, evidence: table}\n")
        found = header(page, partner=FOLLOWS, standard=standard)

        assert ["table", "external"] == [
            found.evidence_of(key).kind for key in ("length", "type")
        ]


class TestFields:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("type: string", ir.Text()),
            ("type: integer", ir.Integer()),
            ("type: integer, as: text", ir.Text()),
            ("type: number", ir.Number()),
            ("type: boolean", ir.Boolean()),
            ('type: boolean, as: {"true": 1, "false": 0}', ir.Integer()),
            ('type: boolean, as: {"true": A, "false": B}', ir.Text()),
            ("type: date, format: yyyy-MM-dd", ir.Text()),
            ("type: epoch, unit: seconds", ir.Integer()),
            ("type: epoch, as: text", ir.Text()),
            ("type: unknown", ir.Anything()),
        ],
    )
    def test_a_type_is_what_stands_on_the_wire(
        self, text: str, expected: ir.Type
    ) -> None:
        assert expected == meant_field(f"{{required: true, {text}}}").type

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("type: date, format: dd/MM/yyyy", wire.DateText("dd/MM/yyyy")),
            (
                "type: date, format: dd/MM/yyyy, none: 00/00/0000",
                wire.DateText("dd/MM/yyyy", none="00/00/0000"),
            ),
            (
                'type: datetime, format: yyyyMMddHHmmss, zone: "+07:00"',
                wire.DateTimeText("yyyyMMddHHmmss", zone="+07:00"),
            ),
            ("type: epoch", wire.Epoch(unit=None, as_text=False)),
            ("type: integer, as: text", wire.IntegerText()),
            ("type: number, as: text", wire.DecimalText()),
            ('type: boolean, as: {"true": A, "false": B}', wire.Flag("A", "B")),
        ],
    )
    def test_an_odd_form_is_known(self, text: str, expected: object) -> None:
        assert expected == meant_field(f"{{required: true, {text}}}").form

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("type: string, length: 1..2", Length(1, 2)),
            ("type: integer, range: ..5", Range(None, 5)),
            ("type: string, chars: hex", Chars("hex")),
            ("type: string, enum: [A]", OneOf(("A",), ("",), False)),
            ("type: string, enum: {A: an a}", OneOf(("A",), ("an a",), False)),
            ("type: string, enum: [A], case: unknown", OneOf(("A",), ("",), True)),
            ("type: integer, const: 1", OneOf((1,), ("",), False)),
        ],
    )
    def test_a_limit_is_known(self, text: str, expected: object) -> None:
        field = meant_field(f"{{required: true, {text}}}")

        assert (expected,) == field.constraints

    def test_a_form_is_a_limit_too(self) -> None:
        field = meant_field("{type: date, format: yyyy-MM-dd, required: true}")

        assert [Written] == [type(each) for each in field.constraints]

    def test_an_object_without_documented_members_is_open(self) -> None:
        kind = meant_field("{type: object, required: true}").type

        assert isinstance(kind, ir.Record) and kind.open

    def test_an_object_with_documented_members_is_closed(self) -> None:
        kind = meant_field("{type: object, required: true, fields: {}}").type

        assert isinstance(kind, ir.Record) and not kind.open

    def test_an_item_is_called_after_its_list(self) -> None:
        kind = meant_field("{type: array, required: true, items: {type: string}}").type

        assert isinstance(kind, ir.Array) and "request.body.id[]" == kind.item.path

    def test_a_constant_of_a_request_is_no_argument(self) -> None:
        field = meant_field("{type: string, required: true, const: A}")

        assert ir.Fixed("A") == field.source

    def test_a_constant_of_a_reply_is_only_a_limit(self) -> None:
        text = reply("paid", "http: 200").replace(
            "type: string", "type: string, const: A"
        )
        (found,) = meant_operation(with_replies(text)).replies

        assert ir.Caller() == found.body.fields[0].source

    def test_an_echo_is_the_place_in_the_request(self) -> None:
        page = with_fields(
            "a: {type: object, required: true, fields: {b.c: {type: string, required: true}}}\n"
        )
        answer = reply("paid", "http: 200").replace(
            "type: string", "type: string, echoes: body.a.b.c"
        )
        (found,) = meant_operation(page + f"replies:\n  - {answer}\n").replies

        assert ("body", "a", "b.c") == found.body.fields[0].echoes

    def test_an_echo_may_be_of_a_header(self) -> None:
        page = with_headers("X-Batch: {type: string, required: true}\n")
        answer = reply("paid", "http: 200").replace(
            "type: string", "type: string, echoes: headers.X-Batch"
        )
        (found,) = meant_operation(page + f"replies:\n  - {answer}\n").replies

        assert ("headers", "X-Batch") == found.body.fields[0].echoes

    def test_an_echo_of_what_is_left_out_is_none(self) -> None:
        answer = reply("paid", "http: 200").replace(
            "type: string", "type: string, echoes: body.id"
        )
        body = "{format: json, fields: {id: {type: string, required: true}}}"
        standard = (
            f"operations:\n  pay:\n    body: {body}\n    replies:\n      - {answer}\n"
        )
        page = operation("follows: pay\nleaves-out: [id]\nreplies: unknown\n")
        (found,) = meant_operation(page, partner=FOLLOWS, standard=standard).replies

        assert found.body.fields[0].echoes is None


class TestNames:
    def test_a_name_of_python_is_made_of_the_wire_name(self) -> None:
        body = meant_operation(with_fields("orderId: {type: string, required: true}\n"))
        (found,) = arguments(body)

        assert "order_id" == found.name

    def test_an_author_may_give_another(self) -> None:
        field = meant_field("{type: string, required: true, name: number}")

        assert "number" == field.name

    def test_the_members_of_an_envelope_are_arguments(self) -> None:
        page = with_fields(
            "head:\n  type: object\n  required: true\n  envelope: true\n"
            "  fields: {id: {type: string, required: true}}\n"
        )

        assert ["id"] == [each.name for each in arguments(meant_operation(page))]

    def test_an_object_is_one_argument(self) -> None:
        page = with_fields(
            "head: {type: object, required: true, fields: {id: {type: string,"
            " required: true}}}\n"
        )

        assert ["head"] == [each.name for each in arguments(meant_operation(page))]

    def test_a_flow_value_is_an_argument_too(self) -> None:
        page = with_headers("X-Id: {type: string, required: true, from: {flow: id}}\n")

        assert ["x_id"] == [each.name for each in arguments(meant_operation(page))]

    def test_a_credential_is_none(self) -> None:
        page = with_headers(
            "X-Id: {type: string, required: true, from: {credential: user}}\n"
        )
        found = meant_operation(page, partner=CREDENTIALS)

        assert [] == list(arguments(found))

    def test_two_objects_are_told_apart_by_the_name_that_one_is_given(self) -> None:
        objects = (
            "data: {type: object, required: true}\n"
            "Data: {type: object, required: true, name: more}\n"
        )

        assert [] == codes_told(with_fields(objects))


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


class TestSignatures:
    CARRIER = "X-SIGN: {type: string, required: true, from: signature}\n"

    def signature(self, *, partner: str = "", standard: str = "") -> ir.Signature:
        partner = CREDENTIALS + partner
        found = meant_operation(
            with_headers(self.CARRIER), partner=partner, standard=standard
        ).request.signature
        assert found is not None
        return found

    def test_a_recipe_is_taken_part_by_part(self) -> None:
        found = self.signature(
            partner=SIGNATURE.replace(
                "[method, path]",
                "[path, {digest: SHA-256, minify: true}, {credential: user}]",
            )
        )
        digest = ir.Digest("SHA-256", minified=True)

        assert ("path", digest, ir.FromCredential("user")) == found.parts

    def test_a_partner_completes_the_recipe_of_its_standard(self) -> None:
        partner = FOLLOWS + "signature: {encoding: hex, encoding-evidence: prose}\n"
        found = self.signature(partner=partner, standard=SIGNATURE)

        assert ("|", "hex", "prose") == (
            found.separator,
            found.encoding,
            found.encoding_evidence.kind,
        )

    @pytest.mark.parametrize("query", ["included", "excluded", "unknown"])
    def test_whether_the_query_is_signed_is_kept(self, query: str) -> None:
        found = self.signature(partner=SIGNATURE + f"  query: {query}\n")

        assert query == found.query

    def test_what_is_not_said_of_a_recipe_is_unknown(self) -> None:
        found = self.signature(partner=SIGNATURE)

        assert ("unknown", "unknown") == (found.encoding, found.query)

    def test_the_time_of_a_header_is_signed_before_that_of_the_body(self) -> None:
        clock = "{type: epoch, unit: seconds, required: true, from: clock}"
        page = operation(
            request=f"headers:\n  {self.CARRIER}  X-Time: {clock}\n"
            f"body: {{format: json, fields: {{time: {clock}}}}}\n"
        )
        partner = CREDENTIALS + SIGNATURE.replace("[method, path]", "[timestamp]")

        assert [] == codes_told(page, partner=partner)

    def test_an_operation_without_a_carrier_is_not_signed(self) -> None:
        found = meant_operation(operation(), partner=CREDENTIALS + SIGNATURE)

        assert found.request.signature is None


class TestUnknowns:
    def facts(self, page: str, **more: str) -> list[str]:
        return [each.fact for each in meant_operation(page, **more).unknowns]

    def test_a_page_without_replies_leaves_them_open(self) -> None:
        assert ["pay.replies"] == self.facts(operation())

    def test_a_page_without_replies_leaves_them_open_beside_a_standard(self) -> None:
        standard = (
            f"operations:\n  pay:\n    replies:\n      - {reply('paid', 'http: 200')}\n"
        )
        page = operation("follows: pay\nreplies: unknown\n")

        assert ["pay.replies"] == self.facts(page, partner=FOLLOWS, standard=standard)

    @pytest.mark.parametrize(
        ("text", "fact"),
        [
            ("{type: string, required: unknown}", "pay.body.id.required"),
            ("{type: unknown, required: true}", "pay.body.id.type"),
            ("{type: epoch, required: true}", "pay.body.id.unit"),
            (
                "{type: string, required: true, enum: [A], case: unknown}",
                "pay.body.id.case",
            ),
            (
                "{type: array, required: true, items: {type: unknown}}",
                "pay.body.id[].type",
            ),
        ],
    )
    def test_what_a_field_leaves_open_is_listed(self, text: str, fact: str) -> None:
        assert [fact, "pay.replies"] == self.facts(with_fields(f"id: {text}\n"))

    def test_a_reply_of_unknown_status_is_listed(self) -> None:
        page = with_replies(reply("paid", "http: unknown"))

        assert ["pay.replies.paid.http"] == self.facts(page)

    def test_an_unknown_path_can_be_supplied_and_is_needed(self) -> None:
        page = operation().replace("path: /pay", "path: unknown")
        found, _ = meant_operation(page).unknowns

        assert ("pay.path", True, True) == (
            found.fact,
            found.needed,
            found.can_be_supplied,
        )

    def test_an_inferred_path_may_be_supplied(self) -> None:
        page = operation().replace("path: table", "path: {inferred: a guess}")

        assert ["pay.path"] == list(settled_facts(meant_operation(page)))

    def test_a_documented_path_may_not(self) -> None:
        assert [] == list(settled_facts(meant_operation(operation())))

    @pytest.mark.parametrize(
        ("said", "expected"), [("unknown", 1), ("excluded", 0), (None, 1)]
    )
    def test_whether_a_query_is_signed_is_open(
        self, said: str | None, expected: int
    ) -> None:
        line = "" if said is None else f"  query: {said}\n"
        page = operation(
            request="query: {id: {type: string, required: true}}\nheaders:\n  "
            + TestSignatures.CARRIER
        )
        facts = self.facts(page, partner=CREDENTIALS + SIGNATURE + line)

        assert expected == facts.count("pay.signature.query")


class TestEnvironments:
    OPEN = operation().replace("path: /pay", "path: unknown")

    def test_a_server_is_an_environment(self) -> None:
        (found,) = meant(operation()).environments

        assert ("sandbox", "https://sandbox.example.com") == (
            found.name,
            found.base_url,
        )

    def test_a_file_adds_to_the_server_of_its_name(self) -> None:
        text = "environment: sandbox\nsummary: Ours.\nfacts: {pay.path: /v2/pay}\n"
        (found,) = meant(self.OPEN, environments=(text,)).environments

        assert ("Ours.", {"pay.path": "/v2/pay"}, "https://sandbox.example.com") == (
            found.summary,
            found.facts,
            found.base_url,
        )

    def test_a_file_may_replace_the_address(self) -> None:
        text = "environment: sandbox\nurl: http://127.0.0.1:9800\n"
        (found,) = meant(operation(), environments=(text,)).environments

        assert "http://127.0.0.1:9800" == found.base_url

    def test_a_file_with_an_address_is_an_environment_of_its_own(self) -> None:
        text = "environment: local\nurl: http://127.0.0.1:9800\n"
        found = meant(operation(), environments=(text,)).environments

        assert ["sandbox", "local"] == [each.name for each in found]

    def test_a_file_may_rename_the_variables_of_credentials(self) -> None:
        text = "environment: sandbox\ncredentials: {user: ACME_TEST_USER}\n"
        (found,) = meant(
            operation(), partner=CREDENTIALS, environments=(text,)
        ).environments

        assert {"user": "ACME_TEST_USER"} == found.variables

    def test_a_file_may_stand_beside_the_partner_too(self) -> None:
        specs: list[Spec] = [
            check(read(path, text.encode()))
            for path, text in {
                "acme/partner.yaml": "partner: acme\ntitle: Acme\npages: {pay: {title:"
                " Pay, url: 'https://docs.example.com', read: '2026-01-31'}}\n"
                "servers: {test: {url: unknown}}\n",
                "acme/test.yaml": "environment: test\nurl: http://127.0.0.1:1\n",
            }.items()
        ]

        assert (
            "http://127.0.0.1:1" == resolve(specs).partners[0].environments[0].base_url
        )


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
