"""What signatures, unknowns and environments mean."""

from __future__ import annotations

import pytest

from acme import (
    CREDENTIALS,
    FOLLOWS,
    codes_told,
    meant,
    meant_operation,
    operation,
    reply,
    with_fields,
    with_headers,
    with_replies,
)
from specmill import ir
from specmill.check import check
from specmill.read import read
from specmill.resolve import resolve
from specmill.resolve.unknowns import settled_facts
from specmill.spec import Spec

SIGNATURE = """\
signature:
  algorithm: HMAC-SHA256
  key: {credential: secret}
  parts: [method, path]
  separator: "|"
"""


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
