"""Requests with several faults: the first that a server looks at is answered."""

from __future__ import annotations

from specmill.cases.order import Place, Step, in_order
from specmill.harness.edits import Drop, Put, Raw


def step(name: str, kind: str = "absent", answer: str = "A") -> Step:
    pointer = f"/body/{name}"
    edits = (Drop(pointer) if kind == "absent" else Put(pointer, 1),)
    return Step(f"{name} {kind}", edits, answer, name, kind)


def places(*names: str, check: int = 0) -> list[Place]:
    return [Place((step(name), step(name, "type")), check) for name in names]


def met(found: list[Place], first: str) -> list[set[str]]:
    """Return the places that each fault of the place *first* stands together with."""
    return [
        {str(edit) for edit in edits}
        for _, answered, edits in in_order(found)
        if answered.label == first
    ]


def test_a_fault_meets_all_later_ones_of_each_kind() -> None:
    found = met(places("a", "b", "c"), "a type")

    absent = {"/body/a as 1", "no /body/b", "no /body/c"}
    typed = {"/body/a as 1", "/body/b as 1", "/body/c as 1"}
    assert absent in found
    assert typed in found


def test_a_fault_meets_no_earlier_one() -> None:
    found = met(places("a", "b", "c"), "b absent")

    assert all("no /body/a" not in edits for edits in found)


def test_faults_that_undo_each_other_are_not_together() -> None:
    body = Place((Step("text", (Raw("text"),), "B", "", "not-json"),), 1)

    found = met([body, *places("a")], "text")

    assert [] == found


def test_what_is_answered_alike_is_not_together() -> None:
    alike = Place((Step("b absent", (Drop("/body/b"),), "A", "a", "absent"),), 0)

    found = met([*places("a"), alike, *places("c")], "a absent")

    assert found
    assert all("no /body/b" not in edits for edits in found)


def test_what_nobody_puts_in_order_is_not_together() -> None:
    unsettled = Place((step("a"),), 0, unsettled=True)

    found = met([unsettled, *places("b", check=1), *places("c", check=2)], "a absent")

    assert found
    assert all("no /body/b" not in edits for edits in found)
    assert any("no /body/c" in edits for edits in found)


def test_what_is_empty_meets_what_is_absent_later_on() -> None:
    empty = Step("a empty", (Put("/body/a", ""),), "A", "a", "empty")
    found = [Place((step("a"), empty), 0), *places("b")]

    assert [{"/body/a as ''", "no /body/b"}] == met(found, "a empty")
