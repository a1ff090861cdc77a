"""Servers that read a request more laxly, or more narrowly, than HTTP and JSON do."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final
from urllib.parse import parse_qsl

from .. import ir
from ..harness.contract import Contract
from ..harness.judge import Fault, Judgement, Kind, Received
from ..harness.pointers import found
from ..light import dataclass
from . import Mutant
from .seams import Change, Judged, Known, Told


def mutants(operation: ir.Operation, contract: Contract) -> Iterator[Mutant[Change]]:
    """Yield servers with another method or path, or another reading of what comes."""
    for row in (*_lines(contract), *_readings(operation, contract)):
        yield Mutant(id=row.label, fact=row.fact, says=row.says, change=row.change)


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    fact: str
    says: str
    change: Change


def _taking(
    told_by: Told, read: Callable[[Received], Received], kind: Kind | None = None
) -> Change:
    return Change(told_by=told_by, received=read, forgives=kind)


# The request line ---------------------------------------------------------------------

_METHODS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE")


def _lines(contract: Contract) -> Iterator[_Row]:
    for method in _METHODS:
        if method == contract.method:
            continue
        other = _with_contract(replace(contract, method=method, methods=(method,)))
        label = f"{method} alone"
        yield _Row(label, "method", f"it is served by {method} alone", other)
        if contract.played is not None:
            lax = _taking("refusal", _also(method, contract.method))
            yield _Row(f"{method} too", "method", f"it is served by {method} too", lax)
    for path in (f"{contract.path}/", f"{contract.path}x", contract.path.swapcase()):
        if path != contract.path:
            other = _with_contract(replace(contract, path=path))
            yield _Row(f"{path} alone", "path", f"it is served at {path}", other)


def _with_contract(contract: Contract) -> Change:
    return Change(told_by="acceptance", contract=lambda _: contract)


def _also(method: str, own: str) -> Callable[[Received], Received]:
    return lambda received: (
        replace(received, method=own) if received.method == method else received
    )


# What is read -------------------------------------------------------------------------


def _readings(operation: ir.Operation, contract: Contract) -> Iterator[_Row]:
    if _needs_headers(contract):
        own = _exact_names(contract)
        says = "the names of headers are taken in the page's letter case alone"
        yield _Row("exact header names", "", says, _taking("acceptance", own))
    if operation.request.body is None:
        return
    says = "a body with white space between its members is not read"
    yield _Row("no white space", "", says, _taking("acceptance", _unspaced))
    for label, kind_of, says, read in _LAX_BODIES:
        fact = _fact_of(contract, kind_of)
        yield _Row(f"body {label}", fact, says, _taking("refusal", read, kind_of))
    if contract.played is not None and _may_be_a_form(contract):
        says = "a form that says what it is is read as one"
        fact = _fact_of(contract, "not-json")
        yield _Row("body of a form", fact, says, _taking("refusal", _form, "not-json"))
    kinds: tuple[Kind, ...] = ("not-json", "not-object")
    for kind in kinds:
        says = f"a body that is {kind} is taken for the valid one"
        change = Change(told_by="refusal", judged=_taken(contract, kind), forgives=kind)
        yield _Row(f"body {kind}", _fact_of(contract, kind), says, change)
    if operation.request.body.open:
        says = "a member of the body that the page does not list is refused"
        change = Change(told_by="acceptance", judged=_closed(contract))
        yield _Row("no other members", "", says, change)


def _needs_headers(contract: Contract) -> bool:
    """Tell whether it shows that a header does not come."""
    if contract.played is None:
        return bool(contract.schema["properties"]["headers"]["required"])
    return any(
        pointer.startswith("/headers/") and "absent" in check.answers
        for check in contract.played.checks
        for pointer in check.pointers
    )


def _may_be_a_form(contract: Contract) -> bool:
    """Tell whether a form could say all of the body, and nothing else refuses it."""
    assert contract.played is not None
    looks = any(
        "/headers/Content-Type" in check.pointers or "media-type" in check.answers
        for check in contract.played.checks
    )
    body = found(contract.example, ("body",))
    return not looks and all(isinstance(each, str) for each in body.values())


def _form(received: Received) -> Received:
    told = dict(received.headers).get("Content-Type", "")
    if "form" not in told:
        return received
    members = dict(parse_qsl(received.body.decode("utf-8", "replace")))
    return replace(received, body=json.dumps(members).encode())


def _fact_of(contract: Contract, kind: Kind) -> str:
    """Return the code that answers such a body; empty where the page names none."""
    codes = contract.refusals(kind)
    return f"codes.{codes[0].code}" if codes else ""


def _exact_names(contract: Contract) -> Callable[[Received], Received]:
    known = {*contract.example["headers"], *(s.pointer[9:] for s in contract.sources)}

    def read(received: Received) -> Received:
        pairs = tuple(pair for pair in received.headers if pair[0] in known)
        control = tuple(
            pair for pair in received.headers if pair[0].startswith("Specmill-")
        )
        return replace(received, headers=(*pairs, *control))

    return read


def _unspaced(received: Received) -> Received:
    return replace(received, body=b"{") if b"\n" in received.body else received


def _first_value(received: Received) -> Received:
    text = received.body.decode("utf-8", "replace")
    try:
        _, end = json.JSONDecoder().raw_decode(text)
    except ValueError:
        return received
    return replace(received, body=text[:end].encode())


def _single_quotes(received: Received) -> Received:
    if not received.body.startswith(b"{'"):
        return received
    return replace(received, body=received.body.replace(b"'", b'"'))


def _nothing(received: Received) -> Received:
    return received if received.body.strip() else replace(received, body=b"{}")


def _first_item(received: Received) -> Received:
    if not received.body.startswith(b"[{"):
        return received
    return replace(received, body=received.body[1:-1])


def _null(received: Received) -> Received:
    return replace(received, body=b"{}") if received.body == b"null" else received


def _no_items(received: Received) -> Received:
    return replace(received, body=b"{}") if received.body == b"[]" else received


_LAX_BODIES: Final[
    tuple[tuple[str, Kind, str, Callable[[Received], Received]], ...]
] = (
    (
        "that goes on",
        "not-json",
        "what follows the JSON of a body is not read",
        _first_value,
    ),
    (
        "in single quotes",
        "not-json",
        "a body in single quotes is taken for JSON",
        _single_quotes,
    ),
    ("that is nothing", "not-json", "a body that is empty is taken for {}", _nothing),
    (
        "in a list",
        "not-object",
        "an object within a list is taken for the body",
        _first_item,
    ),
    ("that is null", "not-object", "null is taken for {}", _null),
    ("that is a list", "not-object", "an empty list is taken for {}", _no_items),
)


def _taken(contract: Contract, kind: Kind) -> Judged:
    """Return a judgement that takes the valid body where *kind* stands in its place."""

    def judged(known: Known, received: Received, judgement: Judgement) -> Judgement:
        if all(fault.kind != kind for fault in judgement.faults):
            return judgement
        body = found(contract.example, ("body",))
        rest = tuple(each for each in judgement.faults if each.kind != kind)
        return Judgement({**judgement.document, "body": body}, rest)

    return judged


def _closed(contract: Contract) -> Judged:
    names = contract.schema["properties"]["body"]["properties"]
    first = next(iter(names))

    def judged(known: Known, received: Received, judgement: Judgement) -> Judgement:
        body = found(judgement.document, ("body",))
        if not isinstance(body, dict) or set(body) <= set(names):
            return judgement
        fault = Fault("absent", f"/body/{first}", "is not all that came")
        return Judgement(judgement.document, (*judgement.faults, fault))

    return judged
