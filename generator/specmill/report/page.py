"""A document of results as the view of a page: its verdict, its run, its operations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from markupsafe import Markup, escape

from .. import __version__
from .failures import failures
from .sections import sections, shown
from .text import anchor, link
from .views import Count, Link, Operation, Page, Term

Json = Any


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
        counts=(*_counts(found), _facts_shown(found["shown"])),
        warnings=_warnings(found),
        failures=_once(tuple(failures(found))),
        sections=tuple(sections(found)),
    )


def _facts_shown(counted: Json) -> Count:
    return Count(Markup("facts-shown"), "facts shown", shown(counted))


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
