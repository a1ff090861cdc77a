"""What every case of a contract test is, and how a failure is told to a person."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, ClassVar

from .contract import Contract
from .pointers import NOTHING, Json, found, put, steps_of
from .requests import Values
from .wire import Request

SHOWN = 1200
"""Characters of a body that a failure shows."""


class Broken(AssertionError):
    """The contract is broken; the text says what was sent, what came and what is due."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One thing that is shown of an operation."""

    side: ClassVar[str]
    """`client` or `provider`: whose part of the contract it is."""
    is_observation: ClassVar[bool] = False
    """True for what is tried and reported, and shows no fact."""
    asks_by_name: ClassVar[bool] = False
    """True for what only the embedded provider can be told to answer."""

    id: str
    fact: str
    """The fact of the page that it shows, by its name in the contract document.

    `a.*` is everything below `a`; `request` is every member, its place and its type.
    Empty where no page says it, such as what happens when a connection breaks.
    """
    evidence: str
    """Where on the page the fact is: `table`, `prose`, `example`, `external: ...`."""

    def __str__(self) -> str:
        return self.id

    @property
    def proves(self) -> str:
        """Return what holds if the case passes, as a sentence."""
        raise NotImplementedError


def broken(contract: Contract, case: Case, *lines: str) -> Broken:
    """Return the failure of *case*, told in paragraphs."""
    says = next((fact.says for fact in contract.facts if fact.id == case.fact), "")
    page = f"{contract.page}"
    fact = f"the page says ({case.evidence}): {says}" if says else ""
    told = [line for line in (*lines, fact, page) if line]
    return Broken("\n  ".join((f"{contract.name}: {case.proves}", *told)))


def sent(contract: Contract, values: Values, request: Request) -> str:
    """Return what was sent, its secrets masked."""
    names = {
        steps_of(each)[-1].lower() for each in contract.secrets if "/headers/" in each
    }
    headers = "".join(
        f"\n    {name}: {'***' if name.lower() in names else text}"
        for name, text in request.headers
    )
    text = request.body.decode("utf-8", "backslashreplace")
    line = f"{request.method} {request.target}"
    return masked(
        contract, values, f"sent: {line}{headers}\n    {_body(contract, text)}"
    )


def _body(contract: Contract, text: str) -> str:
    """Return a body with its secret members masked, cut to what a person reads."""
    try:
        body = json.loads(text)
    except ValueError:
        return text[:SHOWN]
    if not isinstance(body, dict):
        return text[:SHOWN]
    return json.dumps(_hidden(contract, body), ensure_ascii=False)[:SHOWN]


def _hidden(contract: Contract, body: Json) -> Json:
    for pointer in contract.secrets:
        place, *steps = steps_of(pointer)
        if place == "body" and found(body, tuple(steps)) is not NOTHING:
            body = put(body, tuple(steps), "***")
    return body


def masked(contract: Contract, values: Values, text: str) -> str:
    """Return *text* without any secret credential."""
    for credential in contract.credentials:
        value = values.credentials.get(credential.name, "")
        if credential.secret and len(value) > 3:
            text = text.replace(value, "***")
    return text


def shown(value: Any) -> str:
    """Return a value as JSON for a person."""
    return json.dumps(value, ensure_ascii=False, default=str)[:SHOWN]
