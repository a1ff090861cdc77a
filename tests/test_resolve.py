"""What layers of specs mean together: members, their evidence and names."""

from __future__ import annotations

import pytest

from acme import (
    CREDENTIALS,
    FOLLOWS,
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
from specmill import ir
from specmill.check import check
from specmill.constraints import Chars, Length, OneOf, Range, Written
from specmill.diagnostics import Refused
from specmill.read import read
from specmill.resolve import arguments, resolve
from specmill.runtime import wire


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
