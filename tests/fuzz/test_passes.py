"""Every pass under edited specs: files that compile, or a sentence with a place.

Specs of this project, of the golden files and of the examples are edited as trees
(`edits`).  What the passes make of them is refused with places, or is files that Python
compiles and JSON reads; never another exception, and never after more than some seconds.
Which edits are made follows from a number alone, and numbers are tried in their order until
the time is up: `--fuzz-seconds N` takes another time, and `--fuzz-from N` begins elsewhere.
"""

from __future__ import annotations

import json
import signal
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from time import monotonic
from types import FrameType

import pytest
from edits import edited
from hypothesis import HealthCheck, Phase, given, seed, settings

from specmill.check import check
from specmill.diagnostics import HIDDEN, Diagnostic, Refused, render
from specmill.emit import Twin, Whole, contribution, of_partner, together
from specmill.ir import Api
from specmill.output import OutputError
from specmill.read import read
from specmill.resolve import resolve
from specmill.spec import Spec

MOST_SECONDS = 8
"""How much processor time the specs of one project may take."""


def require_files_or_refused(texts: dict[str, str]) -> None:
    try:
        with limited(MOST_SECONDS):
            for path, text in made(texts):
                require_sound(path, text)
    except Refused as refused:
        require_places(refused.diagnostics, texts)
    except OutputError as error:
        assert "please report" not in str(error)
        assert str(error).isascii()
        assert "\n" not in str(error)


def made(texts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the files of the partners of *texts*, without those that all share."""
    specs: list[Spec] = []
    for path, text in texts.items():
        specs.append(check(read(path, text.encode())))
    warned: list[Diagnostic] = []
    api = resolve(specs, warn=warned.append)
    require_places(warned, texts)
    contributions = []
    for each in api.partners:
        twin = Twin(Api(api.package, (each,)))
        contributions.append(contribution(twin))
        for draft in of_partner(twin):
            yield draft.path, draft.render()
    for draft in together(Whole(api.package, tuple(contributions))):
        yield draft.path, draft.render()


def require_sound(path: str, text: str) -> None:
    if path.endswith((".py", ".pyi")):
        assert text.isascii()
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            compile(text, path, "exec", dont_inherit=True)
    elif path.endswith(".json"):
        assert text.isascii()
        json.loads(text)


def require_places(
    told: tuple[Diagnostic, ...] | list[Diagnostic], texts: object
) -> None:
    for each in told:
        assert each.location.path in texts
        assert each.location.line >= 1
        assert each.location.column >= 1
    assert not HIDDEN.search(render(told))


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise where what is done takes more than *seconds* of processor time."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise AssertionError(f"took more than {seconds} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def test_edited_specs_are_refused_or_become_files(
    request: pytest.FixtureRequest,
) -> None:
    end = monotonic() + 2 * request.config.getoption("--fuzz-seconds")
    first = request.config.getoption("--fuzz-from")
    for number in count(first):
        if monotonic() > end:
            break
        _require_of_some(number)

    assert number > first  # some were tried, however slow the machine


def _require_of_some(number: int) -> None:
    @seed(number)
    @settings(
        max_examples=20,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        database=None,
        deadline=None,
    )
    @given(edited())
    def tried(texts: dict[str, str]) -> None:
        require_files_or_refused(texts)

    tried()
