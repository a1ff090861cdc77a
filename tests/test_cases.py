"""Cases follow the evidence, and are strong enough to find a changed fact."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from specmill import ir
from specmill.cases import Cases, cases
from specmill.cases.client import calls
from specmill.contracts import document
from specmill.harness.cases import Broken, Case
from specmill.harness.contract import Contract
from specmill.harness.exchanges import Server
from specmill.harness.outcomes import Returns
from specmill.harness.provider import Provider
from specmill.harness.reading import contract_of
from specmill.harness.requests import made_up, request_of
from specmill.harness.summary import Tally, covers
from specmill.pipeline import Project, understand
from specmill.runtime import wire

ROOT = Path(__file__).parent.parent
PAYTM, AYOCONNECT = "paytm.verify_otp", "ayoconnect.verify_otp"


@cache
def pairs() -> dict[str, tuple[ir.Partner, ir.Operation]]:
    return {
        f"{partner.name}.{operation.name}": (partner, operation)
        for partner in understand(Project(ROOT)).partners
        for operation in partner.operations
    }


@cache
def made(name: str) -> Cases:
    return cases(*pairs()[name])


@cache
def stated(name: str) -> Any:
    return document(*pairs()[name])


def tables(name: str) -> Iterator[tuple[Case, ...]]:
    for each in fields(Cases):
        if each.name != "arguments":
            yield getattr(made(name), each.name)


@pytest.fixture(params=sorted(pairs()))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


# Every operation ------------------------------------------------------------------------


def test_no_two_cases_of_a_table_have_one_id(name: str) -> None:
    for table in tables(name):
        ids = [case.id for case in table]

        assert sorted(set(ids)) == sorted(ids)


def test_every_case_cites_a_known_fact_or_none(name: str) -> None:
    known = {fact["id"] for fact in stated(name)["facts"]}
    unknown = {each.fact.split(".", 1)[1] for each in pairs()[name][1].unknowns}
    cited = {case.fact.removesuffix(".*") for table in tables(name) for case in table}

    # An observation may also be about what no page says of a member.
    observed = {case.fact for case in made(name).observed}
    assert set() == cited - known - unknown - {"", "request"} - observed


def test_every_case_says_what_it_proves(name: str) -> None:
    assert all(case.proves for table in tables(name) for case in table)


def test_no_refusal_rests_on_an_inference_or_an_example(name: str) -> None:
    told = {
        case.evidence.split(":")[0]
        for case in made(name).refused
        if case.fault not in ("credential", "not-json", "not-object")
    }

    assert set() == told - {"table", "prose", "external"}


def test_no_acceptance_rests_on_an_inference(name: str) -> None:
    found = [each.id for each in made(name).accepted if "inferred" in each.evidence]

    # That the request as a whole is accepted is what everything else rests on.
    assert set(found) <= {"every member"}


def test_what_the_page_leaves_open_is_observed(name: str) -> None:
    _, operation = pairs()[name]
    start = f"{operation.name}."
    is_open = [
        each.fact.removeprefix(start)
        for each in operation.unknowns
        if each.fact.endswith((".required", ".case")) and ".replies." not in each.fact
    ]

    assert set(is_open) <= {case.fact for case in made(name).observed}


def test_every_code_and_reply_has_a_case_on_both_sides(name: str) -> None:
    found = stated(name)
    named = [each["name"] for each in found["replies"]]
    codes = [each["code"] for each in found["codes"]]

    assert named == [case.answer for case in made(name).replies]
    assert codes == [case.answer for case in made(name).codes]
    assert [*named, *codes] == [case.answer for case in made(name).answers]


def test_every_documented_limit_that_must_hold_is_broken_once(name: str) -> None:
    broken = {case.fact for case in (*made(name).refused, *made(name).observed)}
    limits = [
        fact["id"]
        for fact in stated(name)["facts"]
        if fact["kind"] == "limit"
        and fact["id"].endswith((".length", ".enum", ".chars"))
    ]

    assert [] == [fact for fact in limits if fact not in broken]


def test_every_fact_of_a_reply_is_shown(name: str) -> None:
    contract = contract_of(stated(name))
    cited = [case.fact for case in made(name).answers]
    replies = [fact for fact in contract.facts if fact.kind in ("reply", "code")]

    assert [] == [
        fact.id for fact in replies if not any(covers(each, fact) for each in cited)
    ]


# One operation --------------------------------------------------------------------------


def test_a_missing_required_member_gets_the_codes_that_answer_it() -> None:
    case = one(made(PAYTM).refused, "body.body.otp left out")

    assert ("absent", "table", ("1012", "1007")) == (
        case.fault,
        case.evidence,
        case.codes,
    )


def test_an_inferred_requirement_is_observed_with_its_reason() -> None:
    case = one(made(PAYTM).observed, "query.mid left out")

    assert "code 2013 compares it with the order" == case.why


def test_do_not_fail_makes_every_refusal_an_unknown_outcome() -> None:
    bases = {getattr(case, "base", "success") for case in made(AYOCONNECT).codes}

    assert {"success", "OutcomeUnknown"} == bases


def test_each_part_of_the_signature_is_broken_alone() -> None:
    parts = {
        edit.part
        for case in made(AYOCONNECT).refused
        if case.fault == "signature"
        for edit in case.edits
        if hasattr(edit, "part")
    }

    assert {
        *("method", "path", "credential", "body", "timestamp"),
        *("minify", "separator", "order", "key", "algorithm", "encoding"),
        *("case", "truncated", "whole"),
    } == parts


def one(table: tuple[Any, ...], name: str) -> Any:
    (found,) = [case for case in table if case.id == name]
    return found


# Made-up pages --------------------------------------------------------------------------

PARTNER = """\
partner: gate
title: Gate
summary: A gateway with one address.
pages:
  pay: {title: Pay, url: "https://docs.example.com/pay", read: "2026-01-31"}
servers:
  sandbox: {url: "https://sandbox.example.com", evidence: prose}
"""
OPERATION = """\
operation: pay
summary: Pay.
page: pay
effect: moves money
request:
  method: POST
  path: /pay
  evidence: {method: prose, path: prose}
  defaults: {required: true, evidence: table}
  headers:
    X-Flag: {type: boolean}
  body:
    format: json
    fields:
      agreed: {type: boolean, enum: [true]}
      sure: {type: boolean, enum: [true, false]}
      free: {type: boolean}
      channel: {type: string, enum: [W, A], case: unknown}
      mode: {type: string, enum: [LIVE, TEST], case: upper}
      text: {type: string, required: false}
      note: {type: string, required: false}
      opened: {type: datetime, format: "yyyy-MM-dd HH:mm:ss", zone: "+07:00"}
      goods:
        type: array
        items:
          type: object
          fields:
            name: {type: string}
            size: {type: integer, required: false}
      gifts:
        type: array
        example: []
        items:
          type: object
          fields:
            name: {type: string}
"""
REPLIES = """\
replies:
  - name: answered
    summary: The result.
    when: {http: 200, has: [body.code]}
    outcome: by-code
    code: body.code
    defaults: {required: true, evidence: table}
    evidence: example
    body: {format: json, fields: {code: {type: string}}}
codes:
  "00": {outcome: success, evidence: table}
  "E/1": {outcome: rejected, error: Wrong, evidence: table, for: [absent, value, type]}
"""


@pytest.fixture
def page(tmp_path: Path) -> Callable[[str], tuple[ir.Partner, ir.Operation]]:
    """A function that understands the operation with these replies."""

    def understood(replies: str) -> tuple[ir.Partner, ir.Operation]:
        folder = tmp_path / "specs" / "gate"
        folder.mkdir(parents=True)
        (tmp_path / "pyproject.toml").write_text("[tool.specmill]\n")
        (folder / "partner.yaml").write_text(PARTNER)
        (folder / "pay.yaml").write_text(OPERATION + replies)
        (partner,) = understand(Project(tmp_path)).partners
        return partner, partner.operations[0]

    return understood


Page = Callable[[str], tuple[ir.Partner, ir.Operation]]


def test_a_page_without_replies_has_its_requests_observed(page: Page) -> None:
    found = cases(*page("replies: unknown\n"))

    assert () == found.accepted
    assert "every member" in {case.id for case in found.observed}


def test_without_replies_every_status_is_undocumented(page: Page) -> None:
    reasons = {
        case.fault: case.reasons for case in cases(*page("replies: unknown\n")).failures
    }

    assert {("undocumented-status",)} == {
        reasons[fault]
        for fault in (
            *("not-json", "html-page", "truncated-json", "empty-body"),
            *("other-shape", "undocumented-status"),
        )
    }
    assert ("connection-lost",) == reasons["reset"]


def test_an_answer_without_a_code_has_no_undocumented_code(page: Page) -> None:
    paid = REPLIES.replace("by-code", "success").replace("    code: body.code\n", "")
    refused = REPLIES.replace("200", "400").replace("answered", "refused")
    replies, _ = paid.split("codes:\n")

    found = cases(*page(replies + refused.removeprefix("replies:\n")))

    assert "undocumented-code" not in {case.fault for case in found.failures}


def test_a_value_that_a_client_writes_in_capitals_is_not_refused(page: Page) -> None:
    found = cases(*page(REPLIES))
    label = "a listed value in another letter case"

    assert f"body.mode {label}" in {case.id for case in found.refused}
    assert f"body.mode {label}" not in {case.id for case in found.invalid_calls}


def test_with_replies_what_is_not_json_is_unreadable(page: Page) -> None:
    case = one(cases(*page(REPLIES)).failures, "not-json")

    assert ("unreadable",) == case.reasons


def test_every_edit_changes_the_request(page: Page) -> None:
    partner, operation = page(REPLIES)
    found, contract = cases(partner, operation), contract_of(
        document(partner, operation)
    )
    asked = (*found.accepted, *found.refused, *found.observed)
    good = request_of(contract, made_up(contract))

    assert [] == [
        case.id
        for case in asked
        if case.edits and request_of(contract, made_up(contract), case.edits) == good
    ]


def test_a_member_in_a_list_is_left_out_on_both_sides(page: Page) -> None:
    found = cases(*page(REPLIES))
    name = "body.goods.0.name left out"

    (item,) = one(found.invalid_calls, name).arguments["goods"]
    assert ["size"] == [*item]
    assert "absent" == one(found.refused, name).fault


def test_what_an_empty_list_does_not_have_is_not_edited(page: Page) -> None:
    found = cases(*page(REPLIES))
    named = {case.id for case in (*found.refused, *found.invalid_calls, *found.calls)}

    assert not any(each.startswith("body.gifts.0") for each in named)


@pytest.mark.parametrize(
    "member, expected",
    [("agreed", []), ("sure", ["as False"]), ("free", ["as False"])],
)
def test_a_truth_is_another_only_where_the_limits_hold(
    page: Page, member: str, expected: list[str]
) -> None:
    found, start = cases(*page(REPLIES)), f"body.{member} "

    for table in (found.calls, found.accepted):
        told = [
            case.id.removeprefix(start)
            for case in table
            if case.id.startswith(f"{start}as ")
        ]
        assert expected == told


def test_a_truth_that_is_not_listed_is_refused(page: Page) -> None:
    found = cases(*page(REPLIES))

    assert "value" == one(found.refused, "body.agreed as False").fault
    assert {"agreed": False} == one(
        found.invalid_calls, "body.agreed as False"
    ).arguments


@pytest.mark.parametrize("name", ["the required arguments alone", "odd text"])
def test_a_call_of_several_facts_shows_the_request(page: Page, name: str) -> None:
    case = one(cases(*page(REPLIES)).calls, name)

    assert "request" == case.fact
    assert case.evidence


def test_a_format_that_cannot_be_written_has_no_python_value(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(self: wire.DateTimeText, value: Any) -> str:
        raise ValueError("a time needs its zone")

    partner, operation = page(REPLIES)
    contract = contract_of(document(partner, operation))
    monkeypatch.setattr(wire.DateTimeText, "write", write)

    found = {case.id for case in calls(operation, contract)}

    assert "opened as a Python value" not in found


def test_a_provider_that_keeps_a_made_up_page_passes_every_case(page: Page) -> None:
    partner, operation = page(REPLIES)
    contract = contract_of(document(partner, operation))

    assert [] == list(failing(contract, cases(partner, operation), contract))


# Mutations ------------------------------------------------------------------------------


def no_otp_required(found: Any) -> None:
    body(found)["required"].remove("otp")


def otp_one_longer(found: Any) -> None:
    body(found)["properties"]["otp"]["maxLength"] += 1


def otp_one_shorter(found: Any) -> None:
    body(found)["properties"]["otp"]["minLength"] -= 1


def no_letters_checked(found: Any) -> None:
    headers = found["request"]["schema"]["properties"]["headers"]
    del headers["properties"]["x-external-id"]["pattern"]


def no_header_required(found: Any) -> None:
    found["request"]["schema"]["properties"]["headers"]["required"].remove("channel-id")


def no_bearer(found: Any) -> None:
    headers = found["request"]["schema"]["properties"]["headers"]
    del headers["properties"]["authorization"]["pattern"]
    for source in found["request"]["sources"]:
        source["kind"] = "clock" if source["kind"] == "credential" else source["kind"]


def no_signature_check(found: Any) -> None:
    found["request"]["signature"] = None


def no_minify(found: Any) -> None:
    for part in found["request"]["signature"]["parts"]:
        part["minified"] = False


def another_encoding(found: Any) -> None:
    found["request"]["signature"]["encoding"] = "base64"


def parts_in_another_order(found: Any) -> None:
    found["request"]["signature"]["parts"].reverse()


def any_time(found: Any) -> None:
    found["request"]["moments"] = []


def another_path(found: Any) -> None:
    found["path"] += "/"


def another_method(found: Any) -> None:
    found["method"] = "PUT"


def two_codes_swapped(found: Any) -> None:
    by_code = {each["code"]: each for each in found["codes"]}
    first, second = found["codes"][1]["code"], found["codes"][2]["code"]
    by_code[first]["code"], by_code[second]["code"] = second, first


def another_status(found: Any) -> None:
    found["codes"][0]["http"] = 202


def another_class(found: Any) -> None:
    found["codes"][2]["columns"] = {"status": "S"}


def a_number_for_a_code(found: Any) -> None:
    found["replies"][0]["example"]["body"]["resultInfo"]["resultCode"] = 0


def a_member_more(found: Any) -> None:
    found["replies"][0]["example"]["body"]["extra"] = 1


def any_channel(found: Any) -> None:
    del body(found)["properties"]["head"]["properties"]["channelId"]["enum"]


def no_token_required(found: Any) -> None:
    body(found)["properties"]["head"]["required"].remove("token")


def any_type(found: Any) -> None:
    del body(found)["properties"]["body"]["properties"]["rememberMe"]["type"]


def an_optional_member_required(found: Any) -> None:
    body(found)["properties"]["body"]["required"].append("rememberMe")


def no_credential_check(found: Any) -> None:
    found["request"]["sources"] = []


def one_listed_value_less(found: Any) -> None:
    body(found)["properties"]["head"]["properties"]["channelId"]["enum"].remove(
        "SYSTEM"
    )


def body(found: Any) -> Any:
    return found["request"]["schema"]["properties"]["body"]


MUTATIONS: tuple[tuple[str, Callable[[Any], None]], ...] = (
    (AYOCONNECT, no_otp_required),
    (AYOCONNECT, otp_one_longer),
    (AYOCONNECT, otp_one_shorter),
    (AYOCONNECT, no_letters_checked),
    (AYOCONNECT, no_header_required),
    (AYOCONNECT, no_bearer),
    (AYOCONNECT, no_signature_check),
    (AYOCONNECT, no_minify),
    (AYOCONNECT, another_encoding),
    (AYOCONNECT, parts_in_another_order),
    (AYOCONNECT, any_time),
    (AYOCONNECT, another_path),
    (AYOCONNECT, another_method),
    (AYOCONNECT, two_codes_swapped),
    (AYOCONNECT, another_status),
    (PAYTM, two_codes_swapped),
    (PAYTM, another_class),
    (PAYTM, a_number_for_a_code),
    (PAYTM, a_member_more),
    (PAYTM, any_channel),
    (PAYTM, one_listed_value_less),
    (PAYTM, no_token_required),
    (PAYTM, any_type),
    (PAYTM, an_optional_member_required),
    (PAYTM, no_credential_check),
    (PAYTM, another_path),
)


@pytest.mark.parametrize("operation", [PAYTM, AYOCONNECT])
def test_a_provider_that_keeps_the_page_passes_every_case(operation: str) -> None:
    contract = contract_of(stated(operation))

    assert [] == list(failures(operation, contract))


@pytest.mark.parametrize(
    "operation, mutate",
    MUTATIONS,
    ids=[f"{name.split('.')[0]}-{mutate.__name__}" for name, mutate in MUTATIONS],
)
def test_one_changed_fact_is_found(
    operation: str, mutate: Callable[[Any], None]
) -> None:
    changed = copy.deepcopy(stated(operation))
    mutate(changed)

    assert next(failures(operation, contract_of(changed)), None)


def failures(operation: str, served: Contract) -> Iterator[str]:
    """Yield the cases that fail at a provider that keeps another contract."""
    yield from failing(contract_of(stated(operation)), made(operation), served)


def failing(contract: Contract, found: Cases, served: Contract) -> Iterator[str]:
    """Yield the cases of *found* that fail at a provider that keeps *served*."""
    with Provider([served]) as provider:
        base_url, values = provider.url(contract.partner), made_up(contract)
        server = Server(contract, base_url, values, Tally(contract), is_embedded=True)
        for case in (*found.accepted, *found.refused, *found.answers):
            try:
                case.check(server)
            except Broken:
                yield case.id


SIGNED = """\
replies:
  - name: answered
    summary: It is answered.
    when: {http: 200}
    outcome: success
    defaults: {required: true, evidence: table}
    headers: {X-Reply-Sign: {type: string}, X-Reply-Time: {type: string}}
    body: {format: json, fields: {text: {type: string}}}
    signature:
      at: headers.X-Reply-Sign
      algorithm: SHA256
      parts: [{field: headers.X-Reply-Time}, body]
      separator: "|"
      encoding: hex
      evidence: prose
"""


def test_a_signature_in_a_header_is_not_the_one_of_the_example(page: Page) -> None:
    (case,) = cases(*page(SIGNED)).replies
    assert isinstance(case, Returns)

    assert {"text", "headers.x_reply_time"} == set(case.reads)
