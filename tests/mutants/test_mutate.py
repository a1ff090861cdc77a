"""Every changed fact is found, or the spec says why it cannot be; a blind spot is told."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from specmill import ir
from specmill.__main__ import main
from specmill.mutants import Mutant, Subject, Wanted, provider, run, verdict
from specmill.mutants.provider import Kept
from specmill.mutants.run import Unsound, as_json, as_text
from specmill.pipeline import Project, understand

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests/golden/signed"


@cache
def api(root: Path) -> ir.Api:
    return understand(Project(root))


OPERATIONS = [
    f"{partner.name}.{each.name}"
    for partner in api(ROOT).partners
    for each in partner.operations
]


def kept(root: Path, operation: str, environment: str = "") -> Kept:
    wanted = Wanted((operation,), environment)
    (found,) = provider.subjects(Project(root), api(root), wanted)
    return found


def ids(subject: Subject[Any]) -> list[str]:
    return [each.id for each in subject.mutants()]


def one(subject: Subject[Any], name: str) -> Mutant[Any]:
    (found,) = [each for each in subject.mutants() if each.id == name]
    return found


@pytest.fixture
def signed() -> Kept:
    return kept(GOLDEN, "acme.pay")


# Operators ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "GET alone",
        "headers.X-FLOW length one more at most",
        "headers.X-FLOW length one less at least",
        "body.reference not required",
        "body.reference also a whole number",
        "body.reference also null",
        "body.action enum without pay",
        "signature with HMAC-SHA256",
        "signature also with method left out",
        "headers.X-SIGN not checked",
        "headers.X-SIGN by its beginning",
        "type text/html",
        "a member twice",
    ],
)
def test_each_fact_has_its_mutants(signed: Kept, name: str) -> None:
    assert name in ids(signed)


@pytest.mark.parametrize("environment", ["", "sandbox"])
@pytest.mark.parametrize("operation", OPERATIONS)
def test_mutants_are_many_and_no_two_have_one_id(
    operation: str, environment: str
) -> None:
    found = ids(kept(ROOT, operation, environment))

    assert len(found) > 200
    assert sorted(set(found)) == sorted(found)


def test_a_limit_that_another_one_implies_is_not_changed() -> None:
    found = ids(kept(ROOT, "ayoconnect.verify_otp"))

    assert "body.action length not held" not in found
    assert "body.action length one less at most" in found


def test_mutants_are_the_same_each_time() -> None:
    first, second = (kept(ROOT, "paytm.verify_otp") for _ in range(2))

    assert ids(first) == ids(second)


# Verdicts -------------------------------------------------------------------------------


def test_a_changed_fact_is_found_by_a_case_about_it() -> None:
    subject = kept(ROOT, "paytm.verify_otp")

    found = verdict(subject, one(subject, "body.body.otp not required"))

    assert "body.body.otp left out" == found.found_by
    assert found.is_explained


def test_an_inference_explains_a_survivor() -> None:
    subject = kept(ROOT, "paytm.verify_otp")

    found = verdict(subject, one(subject, "query.mid not required"))

    assert found.found_by is None
    assert found.reason is not None
    assert found.reason.startswith("it is inferred")


def test_what_a_page_leaves_open_explains_a_survivor() -> None:
    subject = kept(ROOT, "paytm.verify_otp")

    found = verdict(subject, one(subject, "headers.Accept required"))

    assert found.reason is not None
    assert found.reason.startswith("the page leaves it open")


def test_a_blind_spot_is_a_survivor_that_nothing_explains() -> None:
    subject = kept(ROOT, "paytm.verify_otp")
    blind = replace(
        subject,
        cases=tuple(each for each in subject.cases if "otp" not in each.id),
    )

    found = verdict(blind, one(blind, "body.body.otp not required"))

    assert (None, None) == (found.found_by, found.reason)
    assert not found.is_explained


def test_an_order_that_nobody_says_explains_a_survivor() -> None:
    subject = kept(ROOT, "aopay.transaction_send_otp", "sandbox")

    found = verdict(subject, one(subject, "check 4 before check 3"))

    assert "nobody says which of the two is looked at first" == found.reason


def test_a_check_that_the_next_one_makes_again_is_not_skipped() -> None:
    found = ids(kept(ROOT, "aopay.transaction_send_otp", "sandbox"))

    assert "check 2 skips type of body.Txntype" not in found
    assert "check 3 skips value of body.Txntype" in found


def test_a_kind_of_fault_that_is_looked_for_first_is_found() -> None:
    subject = kept(ROOT, "aopay.submit_otp", "sandbox")

    found = verdict(subject, one(subject, "check 2 looks for absent first"))

    assert found.found_by is not None
    assert "empty, before" in found.found_by


def test_nothing_is_looked_for_first_where_no_answer_tells() -> None:
    found = ids(kept(ROOT, "paytm.verify_otp", "sandbox"))

    assert "check 2 looks for type first" not in found


def test_an_unchanged_provider_fails_no_case() -> None:
    assert kept(ROOT, "paytm.verify_otp", "sandbox").fails() is None


# Runs -----------------------------------------------------------------------------------


class _Blind:
    """A subject with one mutant that no case finds."""

    operation, side, environment = "acme.pay", "provider", ""

    def __init__(self, project: Project, api: ir.Api, wanted: Wanted) -> None:
        self.fault: str | None = None

    def mutants(self) -> tuple[Mutant[None], ...]:
        return (Mutant("a thing", "", "a thing is otherwise", None),)

    def fails(self) -> str | None:
        return self.fault

    def found_by(self, mutant: Mutant[None]) -> str | None:
        return None

    def reason(self, mutant: Mutant[None]) -> str | None:
        return None


def _only(subject: Subject[Any]) -> dict[str, Any]:
    return {"provider": lambda project, api, wanted: iter((subject,))}


@pytest.fixture
def blind(monkeypatch: pytest.MonkeyPatch) -> _Blind:
    found = _Blind(Project(ROOT), api(ROOT), Wanted())
    monkeypatch.setattr(run, "SIDES", _only(found))
    return found


def test_an_unexplained_survivor_ends_the_command_with_1(
    blind: _Blind, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["mutate", "-j", "1", "--project", str(ROOT)])

    assert 1 == code
    assert "1 mutant survived that the documentation decides" in capsys.readouterr().out


def test_a_case_that_fails_unchanged_ends_the_command(
    blind: _Blind, capsys: pytest.CaptureFixture[str]
) -> None:
    blind.fault = "every member"

    code = main(["mutate", "-j", "1", "--project", str(ROOT)])

    assert 1 == code
    assert "fails although nothing is changed" in capsys.readouterr().err


def test_a_case_that_fails_unchanged_is_unsound(blind: _Blind) -> None:
    blind.fault = "every member"

    with pytest.raises(Unsound, match="every member"):
        run.run(Project(ROOT), Wanted(), 1)


def test_an_unknown_environment_is_wrong_use(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = main(["mutate", "--environment", "nowhere", "--project", str(ROOT)])

    assert 2 == code
    assert "known are: sandbox" in capsys.readouterr().err


def test_verdicts_are_told_as_json(blind: _Blind) -> None:
    found = json.loads(as_json(run.run(Project(ROOT), Wanted(), 1)))

    assert 1 == found["subjects"][0]["unexplained"]
    assert "a thing" == found["mutants"][0]["mutant"]


def test_two_processes_say_what_one_says() -> None:
    wanted = Wanted(("aopay.submit_otp",), side="provider")

    assert run.run(Project(ROOT), wanted, 1) == run.run(Project(ROOT), wanted, 2)


@pytest.mark.parametrize("environment", ["", "sandbox"])
@pytest.mark.parametrize("operation", OPERATIONS)
def test_no_mutant_survives_that_the_documentation_decides(
    operation: str, environment: str
) -> None:
    wanted = Wanted((operation,), environment, side="provider")

    found = run.run(Project(ROOT), wanted, 2)

    assert [] == [line for line in as_text(found) if "UNEXPLAINED" in line]
