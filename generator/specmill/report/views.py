"""What the template of a report shows: every choice made, nothing left to compute."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from markupsafe import Markup, escape

from .. import __version__
from ..light import dataclass
from .text import anchor, link

Json = Any
_CLOSED: Final = Markup("")
_OPEN: Final = Markup(" open")


@dataclass(frozen=True, slots=True)
class Term:
    """A name and what is said of it."""

    name: str
    says: str


@dataclass(frozen=True, slots=True)
class Link:
    href: Markup
    text: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number that stands under its name."""

    kind: Markup
    """The class that colors it: an outcome, or `none` for a zero."""
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bug report."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Failure:
    anchor: Markup
    name: str
    headline: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: a mark, what it is about, and what is said of it."""

    kind: Markup
    state: str
    says: str
    names: tuple[str, ...]
    """Its name, where it has one."""
    more: str


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together."""

    open: Markup
    """The attribute of a group that is open from the start, or nothing."""

    title: str
    counts: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading over groups of lines."""

    kind: Markup
    anchor: Markup
    title: str
    says: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    anchor: Markup
    kind: Markup
    name: str
    title: str
    summary: str
    terms: tuple[Term, ...]
    page_title: str
    page_read: str
    page_links: tuple[Link, ...]
    page_url: tuple[str, ...]
    """The address as text, where it is no link."""
    counts: tuple[Count, ...]
    warnings: tuple[str, ...]
    failures: tuple[tuple[Failure, ...], ...]
    """All of them once, or nothing."""
    sections: tuple[Section, ...]
    """Those that have lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    kind: Markup
    title: Markup
    """The verdict, where no markup may stand."""
    verdict: str
    against: str
    terms: tuple[Term, ...]
    warnings: tuple[str, ...]
    counts: tuple[Count, ...]
    operations: tuple[Operation, ...]
    troubles: tuple[tuple[Term, ...], ...]
    made: str


def page(document: Json) -> Page:
    """Return the view of a document of results."""
    run, totals = document["run"], document["totals"]
    return Page(
        kind=Markup("good" if _is_good(document) else "bad"),
        title=escape(verdict(document)),
        verdict=verdict(document),
        against=_against(run),
        terms=tuple(_run_terms(run)),
        warnings=tuple(run["notes"]),
        counts=tuple(_counts(totals)),
        operations=tuple(_operation(each) for each in document["operations"]),
        troubles=_once(
            tuple(Term(one["where"], one["told"]) for one in run["troubles"])
        ),
        made=f"specmill {__version__}",
    )


def verdict(document: Json) -> str:
    """Return in one sentence what the run says."""
    run, totals = document["run"], document["totals"]
    tried = totals["passed"] + totals["failed"]
    if totals["failed"]:
        return f"{_of(totals['failed'], tried)} not as the pages say"
    if run["ended"] in ("interrupted", "broken") or run["troubles"]:
        return "The run did not come to its end"
    if not tried:
        return "No case was tried"
    if totals["not_run"]:
        return f"Every case that was tried is as the pages say; {totals['not_run']} were not"
    return "Every case is as the pages say"


def _is_good(document: Json) -> bool:
    return verdict(document).startswith("Every case")


def _of(number: int, total: int) -> str:
    return f"{number} of {total} cases {'is' if number == 1 else 'are'}"


def _once(rows: tuple[Any, ...]) -> tuple[tuple[Any, ...], ...]:
    return (rows,) if rows else ()


_AGAINST: Final = {
    "embedded": "The generated clients and the embedded provider, on this machine",
    "played": "The embedded provider in the part of the environment {environment}",
    "server": "The server of the environment {environment}",
}


def _against(run: Json) -> str:
    if run["against"] == "server" and not run["environment"]:
        return f"The server at {run['address']}"
    return _AGAINST[run["against"]].replace("{environment}", run["environment"])


def _run_terms(run: Json) -> Iterator[Term]:
    if run["environment"]:
        yield Term("Environment", run["environment"])
    if run["address"]:
        yield Term("Address", run["address"])
    yield Term("Started", run["started"].replace("T", " ").replace("+00:00", " UTC"))
    yield Term("Took", f"{run['seconds']} s")
    versions = (f"{name} {version}" for name, version in run["versions"].items())
    yield Term("Versions", ", ".join(versions))


_COUNTED: Final = {
    "passed": "passed",
    "failed": "failed",
    "observed": "observed",
    "not_run": "not run",
}


def _counts(found: Json) -> Iterator[Count]:
    for key, name in _COUNTED.items():
        number = found[key]
        kind = key.replace("_", "-") if number else "none"
        yield Count(Markup(kind), name, str(number))


# One operation ------------------------------------------------------------------------


def _operation(found: Json) -> Operation:
    name, about = found["operation"], found["page"]
    links = link(about["url"])
    failures = tuple(_failures(found))
    return Operation(
        anchor=anchor(name),
        kind=Markup(" ".join(_kinds(found))),
        name=name,
        title=found["title"],
        summary=found["summary"],
        terms=tuple(_terms(found)),
        page_title=about["title"],
        page_read=about["read"],
        page_links=tuple(Link(href, about["url"]) for href in links),
        page_url=() if links else (about["url"],),
        counts=(*_counts(found), _shown(found["shown"])),
        warnings=_warnings(found),
        failures=_once(failures),
        sections=tuple(_sections(found)),
    )


def _kinds(found: Json) -> Iterator[str]:
    """Yield the classes by which the page is filtered."""
    yield "operation"
    for key, word in _FILTERED.items():
        if found[key]:
            yield word


_FILTERED: Final = {
    "failed": "has-failed",
    "observed": "has-observed",
    "unknowns": "has-open",
}


def _shown(shown: Json) -> Count:
    number = f"{shown['shown']} of {shown['known']}"
    return Count(Markup("facts-shown"), "facts shown", number)


def _terms(found: Json) -> Iterator[Term]:
    yield Term("Request", f"{found['method']} {found['path']}")
    yield Term("A call", found["effect"] or "changes nothing")
    if found["address"]:
        yield Term("Address", found["address"])
    yield Term("Spec", found["spec"])


def _warnings(found: Json) -> tuple[str, ...]:
    if not found["not_run"]:
        return ()
    cases = "case was" if found["not_run"] == 1 else "cases were"
    return (f"{found['not_run']} {cases} not run: {found['skipped']}",)


def _sections(found: Json) -> Iterator[Section]:
    shown = _shown(found["shown"]).number
    for key, title, says, groups in (
        ("facts", f"Facts: {shown} shown", _FACTS, _fact_groups(found)),
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


# Failures -----------------------------------------------------------------------------

_LABEL: Final = re.compile(
    r"(due|sent|came|arrived|again|page|the page says [^:]*): ?", re.S
)
_LABELS: Final = {
    "due": "What is due",
    "sent": "What was sent",
    "came": "What came back",
    "arrived": "What arrived",
    "again": "To see it again",
    "page": "Page",
}


def _failures(found: Json) -> Iterator[Failure]:
    failed = (each for each in found["cases"] if each["outcome"] == "failed")
    for number, case in enumerate(failed, 1):
        first, *rest = case["told"] or ("nothing was told",)
        headline = first.partition("\n")[0].removeprefix(f"{found['operation']}: ")
        rest = [first, *rest] if "\n" in first else rest
        yield Failure(
            anchor=anchor(found["operation"], "failure", str(number)),
            name=_name(case),
            headline=headline,
            parts=tuple(_parts(rest)),
        )


def _parts(told: Iterable[str]) -> Iterator[Part]:
    """Yield the labeled parts of a bug report; what has no label goes on with its own."""
    label, lines = "What happened", list[str]()
    for paragraph in told:
        found = _LABEL.match(paragraph)
        if found is None:
            lines.append(paragraph)
            continue
        if lines:
            yield Part(label, "\n".join(lines))
        label = _LABELS.get(found[1], found[1][:1].upper() + found[1][1:])
        lines = [paragraph[found.end() :].replace("\n    ", "\n")]
    if lines:
        yield Part(label, "\n".join(lines))


def _name(case: Json) -> str:
    client = f"{case['client']}, " if case["client"] else ""
    return f"{_title(case)}: {client}{case['case']}"


def _title(case: Json) -> str:
    words = case["test"].removeprefix("test_").replace("_", " ")
    return f"The {case['side']} {words}"


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


def _facts_title(found: Json) -> str:
    return f"Facts: {_shown(found['shown']).number} shown"


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
    titles = dict.fromkeys(map(_title, found["cases"]))
    for title in titles:
        cases = [each for each in found["cases"] if _title(each) == title]
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
