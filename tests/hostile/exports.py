"""What a person takes away from the specs: the OpenAPI document, the report of a run."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote

from specmill import ir
from specmill.contracts import contract
from specmill.harness.contract import Contract
from specmill.harness.document import Run, Trouble
from specmill.harness.document import document as results
from specmill.harness.summary import Result, Tally
from specmill.openapi import document, written
from specmill.output import Draft
from specmill.report import render

Shape = object


def exports(api: ir.Api, *, whole: bool) -> Iterator[Draft]:
    """Yield the OpenAPI document of *api*; as a *whole* in YAML, too, and a run's page."""
    chosen = tuple((each, one) for each in api.partners for one in each.operations)
    called = tuple((each, one) for each in api.partners for one in each.callbacks)
    if not (chosen or called):
        return
    described = document(chosen, called)
    yield _draft("openapi.json", described, partial(written, described, "json"))
    if whole:
        yield _draft("openapi.yaml", described, partial(written, described, "yaml"))
        found = results(RUN, (_tried(contract(*each)) for each in chosen))
        yield _draft("report.html", found, partial(render, found))


def _draft(path: str, meant: Any, rendered: partial[str]) -> Draft:
    key = hashlib.sha256(json.dumps(meant).encode()).hexdigest()
    return Draft(path, key, rendered)


RUN = Run(
    started="2026-01-31T10:20:30+00:00",
    seconds=1.25,
    ended="passed",
    against="embedded",
    environment="",
    address="",
    versions={"Python": "3.11.7"},
    notes=("at most 60 requests",),
    troubles=(Trouble("acme/test_odd.py", "no Python <here>"),),
)


def _tried(contract: Contract) -> Tally:
    """Return one case to a fact: the page tells of it what the case proves."""
    tally = Tally(contract)
    for place, fact in enumerate(contract.facts):
        tally.add(
            Result(
                operation=contract.name,
                place=place,
                test="test_accepts",
                case=fact.id,
                side="provider",
                fact=fact.id,
                evidence=fact.evidence,
                proves=fact.says,
                outcome="observed" if place % 2 else "passed",
                why=fact.says,
                came=fact.says,
            )
        )
    return tally


def html_shape(text: str) -> Shape:
    """Return the tags of a page, with what chooses their style."""
    return _parsed(text).tags


def html_says(text: str) -> Iterator[str]:
    """Yield what stands between the tags of a page and where its links lead."""
    yield from _parsed(text).texts


def _parsed(text: str) -> _Page:
    page = _Page(convert_charrefs=True)
    page.feed(text)
    page.close()
    page.end()
    return page


class _Page(HTMLParser):
    """The tags and texts of a page; a sign of what nobody sees is that character."""

    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.tags: list[tuple[str, object]] = []
        self.texts: list[str] = []
        self._text = ""
        self._is_unseen = False

    def end(self) -> None:
        """Take what was read since the last tag for a text."""
        self.texts.append(self._text)
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if (tag, attrs) == ("span", [("class", "unseen")]):
            self._is_unseen = True
            return
        self.end()
        self.tags.append((tag, [(name, _styling(name, said)) for name, said in attrs]))
        self.texts.extend(unquote(said) for name, said in attrs if said)

    def handle_endtag(self, tag: str) -> None:
        if self._is_unseen:
            self._is_unseen = False
            return
        self.end()
        self.tags.append((f"/{tag}", None))

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment", data))

    def handle_data(self, data: str) -> None:
        escape = data.encode("ascii", "replace") if self._is_unseen else b""
        self._text += escape.decode("unicode_escape") if escape else data


def _styling(name: str, said: str | None) -> str | None:
    """Return the value of an attribute, less those that name a place."""
    return "" if name in ("href", "id", "aria-labelledby") else said
