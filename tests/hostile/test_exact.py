"""Any text at any place of a spec: refused with its place, or exactly where it belongs.

The places are found in the schema of the language, so that a new key is tried as soon
as a spec of the tests shows it; until one does, `test_every_position_is_tried` fails.
`--hostile-texts N` tries N made-up texts at each place.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from outputs import drafts, filled, foreign, plain, says, shape
from positions import Spot, positions
from projects import PROJECTS, places, refusal_or_api
from texts import SIGNS, blanked, forms, hostile

from specmill import ir
from specmill.diagnostics import HIDDEN, UNSEEN, Diagnostic, render
from specmill.harness.codes import filled as filled_in

PLACES = [
    pytest.param(name, spot, id=f"{name} {spot.part} {spot.position}")
    for name, spot in places()
]


FIRST = {spot.position: spot for _, spot in reversed(places())}.values()
"""One place for each position: there the contract tests are looked at, too."""
READ_BY_PEOPLE = (".md", ".html", "openapi.json", "openapi.yaml")
"""Files that show letters of every script as they are."""
MESSAGES = ("CodeSpec.message", "CodeSpec.messages[]")
"""Where a name in braces is that of a field; an example of a reply is about one."""
SETS = ("Charset.and",)
"""Where the characters of a text count, and it is written nowhere as a whole."""


def test_every_position_is_tried() -> None:
    tried = {spot.position for _, spot in places()}
    # A position that takes any value is tried where a part of such a value stands.
    missing = {
        each
        for each in positions()
        if not any(
            one == each or one.startswith((f"{each}{{", f"{each}[")) for one in tried
        )
    }

    assert set() == missing


@pytest.mark.parametrize(("name", "spot"), PLACES)
def test_text_is_refused_with_its_place_or_arrives(
    name: str, spot: Spot, request: pytest.FixtureRequest
) -> None:
    number = request.config.getoption("--hostile-texts")

    @settings(
        max_examples=number,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        database=None,
        deadline=None,
    )
    @given(hostile(f"{spot.part} {spot.position}"))
    def tried(text: str) -> None:
        _require_refused_or_exact(name, spot, text, with_tests=number > 1)

    tried()
    _require_refused_or_exact(name, spot, SIGNS, with_tests=spot in FIRST or number > 1)


def _require_refused_or_exact(
    name: str, spot: Spot, text: str, *, with_tests: bool
) -> None:
    found = refusal_or_api(name, spot, text)
    if isinstance(found, ir.Api):
        assert [] == list(plain(found, text))
        expected = _twin(name, spot, text)
        _require_exact(found, text, *expected, with_tests, spot.position)
    else:
        _require_told(name, found)


def _twin(name: str, spot: Spot, text: str) -> tuple[str, ir.Api]:
    """Return harmless text of the same words, and what the specs mean with it."""
    for kept in ("", "/", "./", "{}"):
        harmless = blanked(text, kept)
        found = refusal_or_api(name, spot, harmless)
        if isinstance(found, ir.Api):
            return harmless, found
    raise AssertionError(f"{text!a} is accepted, and nothing harmless like it")


def _require_told(name: str, found: tuple[Diagnostic, ...]) -> None:
    assert found
    for each in found:
        assert each.location.path in PROJECTS[name].roots
        assert each.location.line >= 1 <= each.location.column
    for told in (
        render(found),
        render(found, style="github"),
        render(found, style="sarif"),
    ):
        assert not HIDDEN.search(told)
        assert told.isascii() or told.replace("\n", "").isprintable()


def _require_exact(
    api: ir.Api, text: str, harmless: str, twin: ir.Api, with_tests: bool, position: str
) -> None:
    found = drafts(api, with_tests=with_tests)
    expected = drafts(twin, with_tests=with_tests)
    assert expected.keys() == found.keys()
    for path, draft in found.items():
        if draft.key != expected[path].key:
            written, beside = draft.render(), expected[path].render()
            assert shape(path, beside) == shape(path, written), path
            assert not UNSEEN.search(written), path
            assert path.endswith(READ_BY_PEOPLE) or written.isascii(), path
            if path.startswith("contract_tests/") and path.endswith(".py"):
                assert [] == list(foreign(written)), path
            if position not in SETS:
                says = [text, filled_in(text, "field")][: 1 + (position in MESSAGES)]
                _require_said(path, written, says, beside, harmless)


def _require_said(
    path: str, written: str, texts: list[str], beside: str, harmless: str
) -> None:
    """Fail unless a file says one of *texts* as often as its twin says what is *harmless*."""
    if path.startswith("contract_tests/") and path.endswith(".py"):
        return  # cases: which there are depends on what is near to the text
    expected = _times(path, beside, [harmless])
    assert expected == _times(path, written, texts), path


def _times(path: str, written: str, texts: list[str]) -> int:
    wanted = {filled(each) for text in texts for each in forms(text)}
    told = (filled(each) for each in says(path, written))
    return sum(any(each in one for each in wanted) for one in told)
