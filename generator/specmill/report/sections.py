"""Facts, cases and what is open of one operation, as lines under headings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from markupsafe import Markup

from .failures import title_of
from .text import anchor
from .views import Group, Row, Section

Json = Any
_CLOSED: Final = Markup("")
_OPEN: Final = Markup(" open")


def sections(found: Json) -> Iterator[Section]:
    """Yield those parts of an operation that have lines."""
    for key, title, says, groups in (
        ("facts", f"Facts: {shown(found['shown'])} shown", _FACTS, _fact_groups(found)),
        ("cases", "Cases", _CASES, _case_groups(found)),
        ("observed", "Observed", _OBSERVED, _observed(found)),
        ("unknown", "Unknown", _UNKNOWN, _unknowns(found)),
        ("defects", "Defects of the page", _DEFECTS, _defects(found)),
    ):
        listed = tuple(groups)
        if listed:
            at = anchor(found["operation"], key)
            yield Section(Markup(f"section-{key}"), at, title, says, listed)


_FACTS: Final = (
    "What the page states, where it states it, and how many cases bear on it."
)
_CASES: Final = "What was tried, in the order of the test modules."
_OBSERVED: Final = (
    "What happens where the page says nothing; it is kept and never fails."
)
_UNKNOWN: Final = "What the page leaves open."
_DEFECTS: Final = "What is wrong with the page, and what was decided about it."


def shown(counted: Json) -> str:
    """Return how many of the known facts some case has shown."""
    return f"{counted['shown']} of {counted['known']}"


# Facts --------------------------------------------------------------------------------

_KINDS: Final = {
    "line": "Request line",
    "member": "Members of the request",
    "type": "Types",
    "limit": "Limits",
    "signature": "Signature",
    "reply": "Replies",
    "code": "Codes",
    "rule": "Rules",
}
_STATES: Final = {
    "shown": ("passed", "shown"),
    "failed": ("failed", "broken"),
    "not-shown": ("not-run", "not shown"),
    "not-testable": ("not-run", "no request shows it"),
}


def _fact_groups(found: Json) -> Iterator[Group]:
    for kind, title in _KINDS.items():
        facts = [each for each in found["facts"] if each["kind"] == kind]
        if facts:
            shown = sum(each["state"] == "shown" for each in facts)
            counts = f"{shown} of {len(facts)} shown"
            yield Group(_CLOSED, title, counts, tuple(map(_fact, facts)))


def _fact(fact: Json) -> Row:
    kind, state = _STATES[fact["state"]]
    cases = f"{fact['passed']} passed"
    if fact["failed"]:
        cases += f", {fact['failed']} failed"
    if not fact["passed"] + fact["failed"]:
        cases = "no case"
    more = f"{fact['evidence'] or 'no evidence'}; {cases}"
    return Row(Markup(kind), state, fact["says"], (fact["id"],), more)


# Cases and what is open ---------------------------------------------------------------


def _case_groups(found: Json) -> Iterator[Group]:
    titles = dict.fromkeys(map(title_of, found["cases"]))
    for title in titles:
        cases = [each for each in found["cases"] if title_of(each) == title]
        yield Group(_CLOSED, title, _counted(cases), tuple(map(_case, cases)))


def _counted(cases: list[Json]) -> str:
    numbers = {
        outcome: sum(each["outcome"] == outcome for each in cases)
        for outcome in ("passed", "failed", "observed", "skipped")
    }
    return ", ".join(
        f"{number} {_OUTCOMES[outcome]}"
        for outcome, number in numbers.items()
        if number
    )


_OUTCOMES: Final = {
    "passed": "passed",
    "failed": "failed",
    "observed": "observed",
    "skipped": "not run",
}


def _case(case: Json) -> Row:
    word = _OUTCOMES[case["outcome"]]
    client = f"{case['client']} client; " if case["client"] else ""
    cited = (
        f"{case['fact']} ({case['evidence']})" if case["fact"] else "no page says it"
    )
    kind = Markup(word.replace(" ", "-"))
    return Row(kind, word, case["proves"], (case["case"],), client + cited)


def _observed(found: Json) -> Iterator[Group]:
    rows = tuple(
        Row(Markup("observed"), "observed", each["came"], (each["case"],), each["why"])
        for each in found["cases"]
        if each["outcome"] == "observed"
    )
    yield from _group(_CLOSED, "What came", f"{len(rows)} observed", rows)


def _unknowns(found: Json) -> Iterator[Group]:
    rows = tuple(
        Row(
            Markup("not-run"),
            "needed" if each["needed"] else "open",
            each["says"],
            (each["fact"],),
            f"the run took {each['settled']}" if each["settled"] else "",
        )
        for each in found["unknowns"]
    )
    yield from _group(_OPEN, "Left open", f"{len(rows)} unknown", rows)


def _defects(found: Json) -> Iterator[Group]:
    rows = tuple(
        Row(
            Markup("not-run"),
            each["id"],
            each["page"],
            (),
            f"Decided: {each['decided']}",
        )
        for each in found["defects"]
    )
    yield from _group(_OPEN, "All", f"{len(rows)} decided", rows)


def _group(
    state: Markup, title: str, counts: str, rows: tuple[Row, ...]
) -> Iterator[Group]:
    if rows:
        yield Group(state, title, counts, rows)
