"""Hundreds of faulty servers, each found; and harmless ones, none accused.

The faults are written from the pages and the notes, not from what the suite tries.
"""

from __future__ import annotations

import faulty_alike
import faulty_anyone
import faulty_aopay
import faulty_ayoconnect
import faulty_nearly
import faulty_of_others
import faulty_paytm
import harmless
import pytest
from sandbox_app import Change, Sandbox
from sandbox_server import SERVED

_SOURCE = SERVED.read_text("utf-8") if SERVED.is_file() else ""
_FAULTY: dict[str, Change] = (
    {
        name: change
        for module in (
            *(faulty_anyone, faulty_aopay, faulty_paytm, faulty_ayoconnect),
            *(faulty_nearly, faulty_of_others, faulty_alike),
        )
        for name, change in module.drifts(_SOURCE)
    }
    if _SOURCE
    else {}
)


def test_the_right_server_is_found_right(source: str) -> None:
    with Sandbox(source) as right:
        assert [] == list(right.findings(""))


@pytest.mark.parametrize("name", _FAULTY)
def test_a_faulty_server_is_found(source: str, name: str) -> None:
    change = _FAULTY[name]

    with Sandbox(change.made(source)) as faulty:
        assert next(faulty.findings(change.of), "")


@pytest.mark.parametrize("name", harmless.CHANGES)
def test_a_harmless_server_is_not_accused(source: str, name: str) -> None:
    change = harmless.CHANGES[name]

    with Sandbox(change.made(source)) as other:
        assert [] == list(other.findings(change.of))


def test_a_server_in_between_that_changes_nothing_is_not_accused(source: str) -> None:
    for operation, between in faulty_anyone.idle():
        with Sandbox(between.made(source)) as same:
            assert [] == list(same.findings(operation))
