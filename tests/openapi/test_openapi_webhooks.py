"""Calls that partners make to us, in the exported document."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import validate

from specmill.__main__ import main
from specmill.openapi import document
from specmill.pipeline import Project, understand

GOLDEN = Path(__file__).parents[1] / "golden" / "callbacks"
Json = dict[str, Any]


@pytest.fixture(scope="module")
def exported() -> Json:
    api = understand(Project(GOLDEN))
    (partner,) = api.partners
    operations = tuple((partner, each) for each in partner.operations)
    return document(operations, tuple((partner, each) for each in partner.callbacks))


@pytest.fixture(scope="module")
def notice(exported: Json) -> Json:
    return dict(exported["webhooks"]["acme.payment_notice"]["post"])


def test_the_document_is_valid(exported: Json) -> None:
    validate(exported)


def test_a_document_with_webhooks_alone_is_valid() -> None:
    (partner,) = understand(Project(GOLDEN)).partners
    first, *_ = partner.callbacks

    validate(document((), ((partner, first),)))


def test_every_callback_is_a_webhook(exported: Json) -> None:
    names = [path.stem for path in (GOLDEN / "specs" / "acme").glob("*.yaml")]
    due = {f"acme.{name}" for name in names} - {"acme.partner", "acme.get_payment"}

    assert due == set(exported["webhooks"])


def test_what_comes_has_its_schema(exported: Json, notice: Json) -> None:
    (content,) = notice["requestBody"]["content"].values()
    schema = exported["components"]["schemas"]["acme.payment_notice.request"]

    assert (
        "#/components/schemas/acme.payment_notice.request" == content["schema"]["$ref"]
    )
    assert ["PAID", "FAILED"] == schema["properties"]["status"]["enum"]


def test_every_answer_stands_at_its_status(notice: Json) -> None:
    assert ["200", "404"] == list(notice["responses"])


def test_an_answer_has_its_headers(notice: Json) -> None:
    header = notice["responses"]["200"]["headers"]["X-Received"]

    assert (True, "yes") == (header["required"], header["schema"]["const"])


def test_a_constant_of_an_answer_is_told(notice: Json) -> None:
    (content,) = notice["responses"]["404"]["content"].values()

    assert {"const": "14"} == content["schema"]["allOf"][1]["properties"]["code"]


def test_a_text_is_the_whole_answer(exported: Json) -> None:
    answer = exported["webhooks"]["acme.return_url"]["get"]["responses"]["200"]

    assert {"text/plain": {"schema": {"const": "OK"}}} == answer["content"]


def test_an_answer_that_no_page_tells_is_any(exported: Json) -> None:
    webhook = exported["webhooks"]["acme.balance_inquiry"]["x-specmill-operation"]

    assert ["default"] == list(webhook["responses"])


def test_a_webhook_has_no_segments_of_a_path(exported: Json) -> None:
    webhook = exported["webhooks"]["acme.return_url"]["get"]

    assert ["query"] == [each["in"] for each in webhook["parameters"]]
    assert ["paymentId"] == [each["name"] for each in webhook["x-specmill-segments"]]


def test_its_window_and_its_repetition_are_told(notice: Json) -> None:
    assert ("headers.X-Time", 300) == (
        notice["x-specmill-replay"]["at"],
        notice["x-specmill-replay"]["window"],
    )
    assert (900, 5) == (
        notice["x-specmill-repeats"]["every"],
        notice["x-specmill-repeats"]["times"],
    )


def test_it_says_nothing_of_effects_which_are_ours(notice: Json) -> None:
    assert "x-specmill-effect" not in notice


def test_one_callback_is_exported_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "one.json"
    of = ("--of", "acme.return_url", "-o", str(file))

    monkeypatch.chdir(GOLDEN)
    assert 0 == main(["export", "openapi", *of])
    found = json.loads(file.read_text("utf-8"))
    assert ([], ["acme.return_url"]) == (list(found["paths"]), list(found["webhooks"]))
