"""The page of a run as a person meets it: by eye, by keyboard, on a phone, on paper."""

from __future__ import annotations

import base64
import io
import json
from typing import Any

import pytest
from window import show

import reports

CONTRASTS = """
const lines = new Map();
const channel = value => {
  value /= 255;
  return value <= .03928 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4;
};
const light = ([red, green, blue]) =>
  .2126 * channel(red) + .7152 * channel(green) + .0722 * channel(blue);
const rgb = text => text.match(/[\\d.]+/g).map(Number);
const behind = element => {
  for (let each = element; each; each = each.parentElement) {
    const color = rgb(getComputedStyle(each).backgroundColor);
    if (color.length === 3 || color[3] === 1) return color;
  }
};
document.querySelectorAll("details").forEach(each => { each.open = true; });
for (const element of document.body.querySelectorAll("*")) {
  const own = [...element.childNodes].some(
    node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  if (!own) continue;
  const pair = [light(rgb(getComputedStyle(element).color)), light(behind(element))];
  pair.sort((one, other) => other - one);
  const name = element.tagName + "." + element.className;
  lines.set(name, (pair[0] + .05) / (pair[1] + .05));
}
return Object.fromEntries(lines);
"""
FOCUSED = "return document.activeElement.outerHTML.slice(0, 120)"


def keys(page: Any, *pressed: str) -> None:
    from selenium.webdriver import ActionChains

    for each in pressed:
        ActionChains(page).send_keys(each).perform()


def tabbed_to(page: Any, selector: str) -> int:
    """Press Tab until an element is focused; return how often it took."""
    from selenium.webdriver.common.keys import Keys

    for number in range(1, 60):
        keys(page, Keys.TAB)
        if page.execute_script(f"return document.activeElement.matches({selector!r})"):
            return number
    raise AssertionError(f"no {selector} is reached by the keyboard")


def test_the_console_stays_empty(page: Any) -> None:
    assert [] == page.get_log("browser")


def test_nothing_is_asked_of_the_network(page: Any) -> None:
    entries = [
        json.loads(each["message"])["message"] for each in page.get_log("performance")
    ]
    asked = [
        each["params"]["request"]["url"]
        for each in entries
        if each["method"] == "Network.requestWillBeSent"
    ]

    assert {"file", "data"} >= {url.partition(":")[0] for url in asked}


def test_scripts_of_a_text_do_not_run(page: Any) -> None:
    policy = page.execute_script(
        "const added = document.createElement('script');"
        "added.textContent = 'window.ran = true';"
        "document.body.append(added); return window.ran === true"
    )

    assert not policy


def test_tab_and_enter_open_a_failure(page: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    tabbed_to(page, ".failure > summary")
    before = page.execute_script("return document.querySelector('.failure').open")
    keys(page, Keys.ENTER)

    assert not before
    assert page.execute_script("return document.querySelector('.failure').open")
    assert "the code 10" in page.execute_script(
        "return document.querySelector('.failure').innerText"
    )


def test_the_line_to_see_a_failure_again_can_be_copied_as_it_is(page: Any) -> None:
    copied = page.execute_script(
        "const failure = document.querySelector('.failure');"
        "failure.open = true;"
        "const label = [...failure.querySelectorAll('dt')]"
        ".find(each => each.textContent === 'To see it again');"
        "const line = label.nextElementSibling;"
        "getSelection().selectAllChildren(line);"
        "return [line.checkVisibility(), String(getSelection()).split('\\n')[0]]"
    )

    assert [True, f"curl -H 'X: '\"$ACME_TOKEN\" '{reports.CURLED}'"] == copied


def test_the_first_tab_skips_to_the_operations(page: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    keys(page, Keys.TAB)
    skip = page.execute_script(FOCUSED)
    keys(page, Keys.ENTER)

    assert 'class="skip"' in skip
    assert page.execute_script(FOCUSED).startswith('<main id="operations"')


@pytest.mark.parametrize("selector", ["nav a", "summary", ".filter input"])
def test_the_focus_is_seen(page: Any, selector: str) -> None:
    tabbed_to(page, selector)
    style = page.execute_script(
        "const style = getComputedStyle(document.activeElement);"
        "return [style.outlineStyle, parseFloat(style.outlineWidth)]"
    )

    assert ["solid", 3] == style


def test_the_filter_leaves_what_failed(page: Any) -> None:
    page.find_element("id", "show-failed").click()

    shown = page.execute_script(
        "return [...document.querySelectorAll('.operation > section, .operation')]"
        ".filter(each => each.offsetParent).map(each => each.className)"
    )
    assert ["operation has-failed has-observed has-open", "failures"] == shown


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_contrast(page: Any, address: str, scheme: str) -> None:
    show(page, address, scheme=scheme)

    found = page.execute_script(CONTRASTS)

    assert len(found) > 20
    assert {} == {name: ratio for name, ratio in found.items() if ratio < 4.5}


def test_the_two_schemes_differ(page: Any, address: str) -> None:
    papers = []
    for scheme in ("light", "dark"):
        show(page, address, scheme=scheme)
        papers.append(
            page.execute_script(
                "return getComputedStyle(document.body).backgroundColor"
            )
        )

    assert papers[0] != papers[1]


@pytest.mark.parametrize("width", [320, 360, 768])
def test_a_narrow_page_has_no_horizontal_scroll(
    page: Any, address: str, width: int
) -> None:
    show(page, address, width)
    page.execute_script(
        "document.querySelectorAll('details').forEach(each => { each.open = true })"
    )

    sizes = page.execute_script(
        "const page = document.documentElement;"
        "const right = [...document.body.querySelectorAll('*:not(.skip)')]"
        ".map(each => each.getBoundingClientRect().right);"
        "return [page.scrollWidth - page.clientWidth,"
        " Math.ceil(Math.max(...right)) - innerWidth]"
    )
    assert 0 == sizes[0]
    assert sizes[1] <= 0


def test_the_page_on_paper_has_every_case_and_paragraph(page: Any) -> None:
    pypdf = pytest.importorskip("pypdf")
    printed = page.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27})
    reader = pypdf.PdfReader(io.BytesIO(base64.b64decode(printed["data"])))
    text = "".join("".join(each.extract_text().split()) for each in reader.pages)

    for operation in reports.document()["operations"]:
        for case in operation["cases"]:
            assert f"therequest{case['case'].replace(' ', '')}iswhat" in text
        for fact in operation["facts"]:
            assert f"{fact['id']}is{reports.LONG}" in text
    for paragraph in ("Whatcameback", "Toseeitagain", "ofthestandard", "atraceback"):
        assert paragraph.replace("ofthestandard", "thestandard") in text
    assert text.count(reports.LONG) >= 9
