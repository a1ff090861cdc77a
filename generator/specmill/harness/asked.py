"""What a request asks of the provider itself, beside what it asks of the partner."""

from __future__ import annotations

from typing import Final
from urllib.parse import unquote

import h11

from .answers import Wish
from .faults import FAULTS
from .judge import Received
from .line import TransportFault

MARK: Final = "/~"


def received_of(request: h11.Request) -> Received:
    """Return *request* as it came, as long as its body is not read."""
    return Received(
        request.method.decode("ascii"),
        request.target.decode("latin-1"),
        tuple(
            (name.decode("latin-1"), text.decode("latin-1"))
            for name, text in request.headers.raw_items()
        ),
        b"",
    )


def told(target: str) -> tuple[dict[str, str], str]:
    """Split the steps that tell the provider what to do from the rest of the path."""
    steps: dict[str, str] = {}
    while target.startswith(MARK):
        step, _, rest = target[len(MARK) :].partition("/")
        key, _, value = step.partition("=")
        steps[key] = unquote(value)
        target = "/" + rest
    return steps, target


def wish_of(received: Received) -> Wish | None:
    """Return what a request asks for by header or path; None where it asks nothing."""
    steps, _ = told(received.target)
    names, faults = received.header("Specmill-Reply"), received.header("Specmill-Fault")
    name = unquote(names[0]) if names else steps.get("reply", "")
    fault = unquote(faults[0]) if faults else steps.get("fault", "")
    return Wish(name, fault) if name or fault else None


def asked_fault(wish: Wish | None) -> TransportFault | None:
    """Return the fault that *wish* names; None where it names none that there is."""
    return FAULTS.get(wish.fault) if wish is not None else None
