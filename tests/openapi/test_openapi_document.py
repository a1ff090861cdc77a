"""The exported document: valid, whole, and asserting nothing that no page says."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from acme import meant, operation, reply, with_fields, with_headers, with_replies
from specmill import ir
from specmill.contracts import contract
from specmill.openapi import document

Json = dict[str, Any]
Operations = tuple[tuple[ir.Partner, ir.Operation], ...]


def exported_of(*texts: str, partner: str = "") -> Json:
    """Return the document of one partner, *texts* its one operation."""
    (text,) = texts
    found = meant(text, partner=partner)
    return document(tuple((found, each) for each in found.operations))


def operation_of(found: Json) -> Json:
    ((method, only),) = (
        (key, each)
        for item in found["paths"].values()
        for key, each in item.items()
        if "operationId" in each
    )
    assert method
    return dict(only)


def body_of(found: Json) -> Json:
    return dict(found["components"]["schemas"]["acme.pay.request"])


def listed(found: Json, part: str) -> list[str]:
    """Return the places of what is not said for a reason that has *part* in it."""
    return [
        at
        for each in found["x-specmill-not-said"]
        if part in each["says"]
        for at in each["at"]
    ]


# It is valid --------------------------------------------------------------------------


def test_the_document_is_valid(exported: Json) -> None:
    validate(exported)


def test_every_schema_is_one_of_the_dialect(exported: Json) -> None:
    for schema in exported["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_every_example_keeps_the_schema_beside_it(exported: Json) -> None:
    wrong = [
        (at, error.message)
        for at, schema, value in _examples(exported, exported, ())
        for error in _validator(exported, schema).iter_errors(value)
    ]

    assert [] == wrong


def _examples(
    root: Json, here: Any, at: tuple[str, ...]
) -> Iterator[tuple[str, Json, Any]]:
    if isinstance(here, list):
        here = dict(enumerate(here))
    if not isinstance(here, dict):
        return
    if "schema" in here:
        for name, example in here.get("examples", {}).items():
            yield "/".join((*at, name)), here["schema"], example["value"]
        if "example" in here:
            yield "/".join(at), here["schema"], here["example"]
    for key, each in here.items():
        yield from _examples(root, each, (*at, str(key)))


def _validator(root: Json, schema: Json) -> Draft202012Validator:
    return Draft202012Validator({**schema, "components": root["components"]})


def test_every_reply_of_the_contracts_is_exactly_one_of_its_status(
    operations: Operations, exported: Json
) -> None:
    wrong = []
    for partner, each in operations:
        responses = exported["paths"][each.request.path][each.request.method.lower()]
        for known in contract(partner, each).replies:
            status = str((*known.http, "default")[0])
            content = responses["responses"][status]["content"]
            schema = content["application/json"]["schema"]
            if not _fits(exported, schema, known.example):
                wrong.append((each.name, known.name))

    assert [] == wrong


def _fits(root: Json, schema: Json, value: Any) -> bool:
    return bool(_validator(root, schema).is_valid(value))


# It is whole --------------------------------------------------------------------------

LEFT_OUT = {
    "Field.name",
    "Field.path",
    "Field.envelope",
    "Record.name",  # Python's alone
    "Unknown.fact",
    "Operation.name",
    "Reply.name",
    "Page.name",  # names, told as keys
    "Partner.name",
    "Partner.base_url_variable",
    "Reply.has_example",
    "Field.has_example",
    "Field.has_default",
    "Field.example",
    "Field.default",
    "Partner.played",
    "Api.package",
    "CredentialDeclaration.name",
    "Field.form",
    "Sample.label",
    "Sample.value",
    "Environment.variables",
    "Environment.values",
    "Record.is_file",
}
"""What the document has no use for, or says by another part that is changed too."""


NOT_CHANGED = (
    *(
        "Length",
        "OneOf",
        "Prefix",
        "Chars",
        "Range",
        "Written",
        "Fixed",
    ),  # leave no value
    *("FromCredential", "FromBasic"),  # refer to what would not be there
    "Writing.format",  # is one of a few words
    *("Unknown.needed", "Operation.name"),  # decide what the tests choose
)


def test_no_part_of_what_is_meant_can_change_without_the_document(
    operations: Operations,
) -> None:
    lost = set()
    for partner, each in operations:
        before = _bytes(partner, each)
        for what, changed in _changed(each):
            if what not in LEFT_OUT and _bytes(partner, changed) == before:
                lost.add((each.name, what))

    assert not lost, "\n".join(map(str, sorted(lost)))


def _bytes(partner: ir.Partner, each: ir.Operation) -> str:
    return json.dumps(document(((partner, each),)))


def _changed(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield *value* with one text or truth in it changed, and the name of what it is.

    Of every attribute the first that can be changed is.
    """
    seen: set[str] = set()
    for what, changed in _every_change(value):
        if what not in seen:
            seen.add(what)
            yield what, changed


def _every_change(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, tuple):
        for index, each in enumerate(value):
            for what, changed in _every_change(each):
                yield what, (*value[:index], changed, *value[index + 1 :])
    if not dataclasses.is_dataclass(value):
        return
    for field in (each for each in dataclasses.fields(value) if each.init):
        there = getattr(value, field.name)
        name = f"{type(value).__name__}.{field.name}"
        if name.startswith(NOT_CHANGED):
            continue
        for other in _others(there):
            yield name, dataclasses.replace(value, **{field.name: other})
        for what, changed in _every_change(there):
            yield what, dataclasses.replace(value, **{field.name: changed})


def _others(value: Any) -> Iterable[Any]:
    if isinstance(value, bool):
        return (not value,)
    return (value + ".",) if isinstance(value, str) and value else ()


def test_every_unknown_is_listed(operations: Operations, exported: Json) -> None:
    due = [
        f"{partner.name}.{each.name}." + unknown.fact.removeprefix(f"{each.name}.")
        for partner, each in operations
        for unknown in each.unknowns
    ]

    assert due == listed(exported, "is unknown; what may be left out")


def test_what_does_not_occur_is_not_listed() -> None:
    found = exported_of(
        with_fields("id: {type: string, required: true, evidence: table}")
    )
    reasons = " ".join(each["says"] for each in found["x-specmill-not-said"])

    assert "signed" not in reasons
    assert "what a call changes" in reasons


def test_a_get_with_a_body_keeps_its_body_and_is_listed(exported: Json) -> None:
    get = exported["paths"]["/api/AOP/CibilScore/GetCreditHistory"]["get"]

    assert get["requestBody"]["required"]
    assert [
        "aopay.get_credit_history.body",
        "aopay.submit_otp.body",
    ] == listed(exported, "body in a GET")


def test_a_header_that_openapi_ignores_is_kept_and_listed() -> None:
    found = exported_of(
        with_headers("Accept: {type: string, required: true, evidence: table}")
    )

    assert "parameters" not in operation_of(found)
    assert ["Accept"] == [
        each["name"] for each in operation_of(found)["x-specmill-headers"]
    ]
    assert ["acme.pay.headers.Accept"] == listed(found, "named Accept")


@pytest.mark.parametrize("line", ["path", "method"])
def test_an_operation_without_a_line_stands_among_the_components(line: str) -> None:
    text = (
        operation()
        .replace(
            {"path": "path: /pay", "method": "method: POST"}[line], f"{line}: unknown"
        )
        .replace(f"{line}: table", "")
    )
    text = text.replace("{, ", "{").replace(", }", "}")

    found = exported_of(text)

    validate(found)
    assert {} == found["paths"]
    item = found["components"]["pathItems"]["acme.pay.path"]
    kept = item["post" if line == "path" else "x-specmill-operation"]
    assert "acme.pay" == kept["operationId"]
    assert [f"acme.pay.{line}"] == listed(found, "method or path is not known")[1:]


def test_a_second_operation_at_one_line_is_not_lost(operations: Operations) -> None:
    partner, each = operations[0]
    twin = dataclasses.replace(each, name="twin")

    found = document(((partner, each), (partner, twin)))

    validate(found)
    kept = found["components"]["pathItems"][f"{partner.name}.twin.path"]
    assert f"{partner.name}.twin" == kept["get"]["operationId"]


# It asserts what a page says, and nothing else ----------------------------------------


def test_an_inferred_limit_is_told_and_not_asserted() -> None:
    field = (
        "id: {type: string, required: true, length: 6,"
        " evidence: {else: table, length: {inferred: so it seems}}}"
    )
    schema = body_of(exported_of(with_fields(field)))["properties"]["id"]

    assert "maxLength" not in schema
    assert {"minLength": 6, "maxLength": 6, "because": "so it seems"} == schema[
        "x-specmill-inferred"
    ]["length"]


@pytest.mark.parametrize(
    "required", ["unknown", "true, evidence: {inferred: so it seems}"]
)
def test_what_no_page_requires_is_not_required(required: str) -> None:
    evidence = "" if "evidence" in required else ", evidence: table"
    field = f"id: {{type: string, required: {required}{evidence}}}"

    assert "required" not in body_of(exported_of(with_fields(field)))


def test_an_unknown_type_is_any_value() -> None:
    field = "id: {type: unknown, required: true, evidence: table}"
    schema = body_of(exported_of(with_fields(field)))["properties"]["id"]

    assert all(key.startswith("x-specmill-") for key in schema)


def test_replies_of_one_status_exclude_each_other() -> None:
    text = with_replies(
        reply("paid", "http: 200, has: [body.code]"),
        reply("other", "http: 200", "alternative"),
    )
    found = exported_of(text)
    content = operation_of(found)["responses"]["200"]["content"]["application/json"]

    assert _fits(found, content["schema"], {"code": "1"})


def test_a_status_takes_the_codes_that_come_with_it_alone(exported: Json) -> None:
    post = exported["paths"]["/dd/api/v3.0/otp-verification"]["post"]
    schemas = {
        status: each["content"]["application/json"]["schema"]
        for status, each in post["responses"].items()
    }
    body = {"responseCode": "4010400", "responseMessage": "Unauthorized"}

    fits = [at for at, schema in schemas.items() if _fits(exported, schema, body)]

    assert ["401"] == fits


def test_a_column_agrees_with_its_code(exported: Json) -> None:
    schema = {"$ref": "#/components/schemas/paytm.verify_otp.answered"}
    result = {"resultStatus": "S", "resultCode": "403", "resultMsg": "x"}

    assert not _fits(exported, schema, {"body": {"resultInfo": result}})
    result["resultStatus"] = "F"
    assert _fits(exported, schema, {"body": {"resultInfo": result}})


def test_a_member_that_no_page_lists_breaks_a_reply(exported: Json) -> None:
    schema = {"$ref": "#/components/schemas/paytm.verify_otp.answered"}
    body = {"resultInfo": {"resultStatus": "F", "resultCode": "403"}, "more": 1}

    assert not _fits(exported, schema, {"body": body})


def test_text_of_a_spec_is_a_value_and_nothing_more() -> None:
    odd = "a: b\\n- #/components {{ x }} \\\\ é"
    field = f'id: {{type: string, required: true, summary: "{odd}", evidence: table}}'
    schema = body_of(exported_of(with_fields(field)))["properties"]["id"]

    assert "a: b\n- #/components {{ x }} \\ é" == schema["description"]


# Request lines and conditions ---------------------------------------------------------

LOAN = """\
operation: pay
summary: Show a loan.
page: pay
effect: none
request:
  method: [GET, POST]
  path: /loans/{id}
  evidence: {method: prose, path: table}
  segments: {id: {type: string, length: ..12, evidence: table}}
"""


def test_a_segment_is_a_parameter_of_the_path() -> None:
    found = exported_of(LOAN)
    (parameter,) = found["paths"]["/loans/{id}"]["get"]["parameters"]

    validate(found)
    assert ("path", "id", True) == (
        parameter["in"],
        parameter["name"],
        parameter["required"],
    )


def test_every_method_that_is_allowed_has_an_operation() -> None:
    found = exported_of(LOAN)
    item = found["paths"]["/loans/{id}"]

    assert ["acme.pay", "acme.pay.POST"] == [
        item[method]["operationId"] for method in ("get", "post")
    ]
    assert ["acme.pay.method"] == listed(found, "several methods")


def test_two_paths_that_differ_in_a_name_alone_do_not_meet() -> None:
    partner = meant(LOAN)
    (each,) = partner.operations
    request = dataclasses.replace(
        each.request, path="/loans/{key}", method="PUT", methods=()
    )
    segment = dataclasses.replace(each.request.segments[0], wire_name="key")
    request = dataclasses.replace(request, segments=(segment,))
    twin = dataclasses.replace(each, name="twin", request=request)

    found = document(((partner, each), (partner, twin)))

    validate(found)
    assert ["/loans/{id}"] == list(found["paths"])
    assert "put" in found["components"]["pathItems"]["acme.twin.path"]


def test_what_is_asked_of_members_together_is_told_and_listed() -> None:
    text = operation(request="""\
        query:
          a: {type: string, required: false, evidence: table}
          b: {type: string, required: false, evidence: table}
        conditions:
          - {exactly-one: [query.a, query.b], evidence: prose}
        """)
    found = exported_of(text)
    (asked,) = operation_of(found)["x-specmill-conditions"]

    assert "prose" == asked["evidence"]
    assert ["acme.pay.conditions.1"] == listed(found, "several members together")
