"""The page of a run: complete, escaped, closed to the network, the same each time."""

from __future__ import annotations

import base64
import hashlib
import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest

import reports
from specmill.report import render
from specmill.report.page import verdict
from specmill.report.text import link, marked

UNSEEN = re.compile("[\u200b\u202e\x1b]")


class Reader(HTMLParser):
    """The elements, attributes and text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.attributes if key == name]


@pytest.fixture(scope="module")
def html() -> str:
    return render(reports.document())


@pytest.fixture(scope="module")
def found(html: str) -> Reader:
    return Reader(html)


def changed(**run: Any) -> dict[str, Any]:
    document = reports.document()
    document["run"] |= run
    return document


# What it tells ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "expected",
    [
        "2 of 4 cases are not as the pages say",
        "The server of the environment sandbox",
        "https://sandbox.example.com/v1",
        "2026-01-31 10:20:30 UTC",
        "Python 3.11.7, pytest 9.0.0",
        "at most 60 requests, 10 a second",
        "1 case was not run: the budget is used up",
        "Pay, read 2026-01-31",
        "specs/acme/pay.yaml",
        "external: the standard's page; 1 passed, 2 failed",
        "how the signature is written is not said",
        "the run took hex (the environment sandbox)",
        "Decided: Added.",
        "a request with no /body/otp is refused with 10",
        "the code 10",
        f"curl -H 'X: '\"$ACME_TOKEN\" '{reports.CURLED}'",
        "\nwhere ACME_TOKEN is the credential token",
        "a traceback\n<of> two lines",
        "no Python <here>",
    ],
)
def test_the_page_tells(found: Reader, expected: str) -> None:
    assert expected in found.text


def test_the_line_to_see_a_failure_again_stands_under_its_label(html: str) -> None:
    shown = re.findall("<dt>To see it again</dt><dd><pre>(.*?)</pre>", html, re.S)

    assert [
        f"curl -H 'X: '\"$ACME_TOKEN\" '{reports.CURLED}'"
        "\nwhere ACME_TOKEN is the credential token"
    ] == [unescape(each) for each in shown]


def test_every_case_is_on_the_page(found: Reader) -> None:
    for operation in reports.document()["operations"]:
        for case in operation["cases"]:
            assert found.text.count(f"the request {case['case']} is what")


@pytest.mark.parametrize(
    "totals, ended, expected",
    [
        ((9, 0, 0, 0), "passed", "Every case is as the pages say"),
        ((9, 1, 0, 0), "failed", "1 of 10 cases is not as the pages say"),
        ((9, 0, 0, 0), "interrupted", "The run did not come to its end"),
        ((9, 0, 0, 0), "broken", "The run did not come to its end"),
        ((0, 0, 3, 0), "passed", "No case was tried"),
        (
            (9, 0, 0, 4),
            "passed",
            "Every case that was tried is as the pages say; 4 were not",
        ),
    ],
)
def test_the_verdict_says_no_more_than_was_tried(
    totals: tuple[int, ...], ended: str, expected: str
) -> None:
    document = changed(ended=ended, troubles=[])
    names = ("passed", "failed", "observed", "not_run")
    document["totals"] = dict(zip(names, totals, strict=True))

    assert expected == verdict(document)


# What it must not do ------------------------------------------------------------------


def test_no_text_becomes_markup(found: Reader) -> None:
    assert "script" not in found.tags
    assert "<script>alert(1)</script> & " in found.text


def test_no_unseen_character_is_left(html: str) -> None:
    assert [] == UNSEEN.findall(html)


def test_an_escape_is_told_from_the_same_letters() -> None:
    assert marked("\\u202e") != marked("\u202e")
    assert '<span class="unseen">\\u202e</span>' == str(marked("\u202e"))


def test_the_page_asks_nothing_of_the_network(found: Reader) -> None:
    asked = found.all("src") + [
        each for each in found.all("href") if not each.startswith(("#", "https:"))
    ]

    assert ["data:,"] == asked
    assert not {"script", "img", "iframe", "object", "form"} & set(found.tags)


def test_the_policy_allows_the_style_of_the_page_and_nothing_else(html: str) -> None:
    style = re.search("<style>(.*?)</style>", html, re.S)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()

    assert f"default-src 'none'; style-src 'sha256-{digest}'" in html
    assert " style=" not in html


def test_the_style_asks_nothing_of_the_network(html: str) -> None:
    assert "url(" not in html
    assert "@import" not in html


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "//evil.example", "https://", "x", "["],
)
def test_what_is_no_web_page_is_no_link(url: str) -> None:
    assert () == link(url)


def test_a_link_stays_in_its_attribute() -> None:
    (found,) = link('https://docs.example.com/"onclick="x')

    assert "https://docs.example.com/%22onclick=%22x" == str(found)


def test_every_anchor_is_there_once(found: Reader) -> None:
    ids = found.all("id")

    assert len(ids) == len(set(ids))
    assert {each[1:] for each in found.all("href") if each[0] == "#"} <= set(ids)


def test_the_same_results_make_the_same_page(html: str) -> None:
    assert html == render(reports.document())


def test_headings_leave_out_no_level(found: Reader) -> None:
    levels = [int(tag[1]) for tag in found.tags if re.fullmatch("h[1-6]", tag)]

    assert 1 == levels[0]
    assert all(later - before <= 1 for before, later in pairwise(levels))
