"""What every case of a contract test is, and how a failure is told to a person."""

from __future__ import annotations

import json
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlsplit

from .bodies import decode
from .contract import Contract
from .light import dataclass
from .pointers import Json, steps_of
from .requests import Values
from .secrets import MASK, Masks, masks, of_credentials, of_members
from .wire import Answer, Request

SHOWN = 1200
"""Characters of a body that a failure shows."""


class Broken(AssertionError):
    """The contract is broken; the text says what was sent, what came and what is due."""

    def __init__(self, *told: str) -> None:
        super().__init__("\n  ".join(told))
        self.told = told
        """The paragraphs of the text."""


@dataclass(frozen=True, slots=True)
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

    @property
    def needs_a_wire(self) -> bool:
        """Tell whether even the embedded provider is asked over a connection."""
        return True


def broken(contract: Contract, case: Case, *lines: str) -> Broken:
    """Return the failure of *case*, told in paragraphs."""
    says = next((fact.says for fact in contract.facts if fact.id == case.fact), "")
    page = f"page: {contract.page}"
    fact = f"the page says ({case.evidence}): {says}" if says else ""
    told = [line for line in (*lines, fact, page) if line]
    return Broken(f"{contract.name}: {case.proves}", *told)


def sent(contract: Contract, values: Values, request: Request) -> str:
    """Return what was sent, its secrets masked."""
    mask = masks_of(contract, values, request)
    names = _secret_headers(contract)
    headers = "".join(
        f"\n    {name}: {MASK if name.lower() in names else text}"
        for name, text in request.headers
    )
    line = f"sent: {request.method} {request.target}{headers}"
    return mask(line) + f"\n    {_body(contract, mask, request.body)}"


def came(contract: Contract, values: Values, request: Request, answer: Answer) -> str:
    """Return what came back, without secrets: ours that it repeats, and its own."""
    mask = masks_of(contract, values, request)
    kinds = [text for name, text in answer.headers if name.lower() == "content-type"]
    lines = [f"came: HTTP {answer.status}"]
    lines += [mask(f"Content-Type: {kind}") for kind in kinds]
    return "\n    ".join((*lines, _body(contract, mask, answer.content)))


def masks_of(contract: Contract, values: Values, request: Request) -> Masks:
    """Return what hides every secret that *request* carries."""
    names = _secret_headers(contract)
    headers = (text for name, text in request.headers if name.lower() in names)
    try:
        schema = contract.schema["properties"].get("body", {})
        body = decode(contract.body, schema, request.body)
    except ValueError:
        body = None
    query = dict(parse_qsl(urlsplit(request.target).query))
    document = {"query": query, "body": body}
    return (
        of_credentials(contract, values.credentials)
        | of_members(contract, document)
        | masks(headers)
    )


def _secret_headers(contract: Contract) -> set[str]:
    return {
        steps_of(each)[-1].lower() for each in contract.secrets if "/headers/" in each
    }


def _body(contract: Contract, mask: Masks, content: bytes) -> str:
    """Return a body with its secrets masked, and then cut to what a person reads."""
    text = content.decode("utf-8", "backslashreplace")
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        return _cut(mask(text))
    names = {steps_of(each)[-1].lower() for each in contract.secrets}
    names |= {name.lower() for name in contract.hidden}
    hidden = _hidden(body, names)
    if hidden == body:
        return _cut(mask(text))  # to the octet, as long as nothing is hidden by name
    return _cut(mask(json.dumps(hidden, ensure_ascii=False)))


def _hidden(value: Json, names: set[str]) -> Json:
    """Return *value* with what stands under secret *names* hidden, at any depth."""
    if isinstance(value, list):
        return [_hidden(each, names) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        name: _secret(each) if name.lower() in names else _hidden(each, names)
        for name, each in value.items()
    }


def _secret(value: Json) -> Json:
    """Return what stands for a secret: its type is seen, and whether it is empty."""
    if value is None or value == "" or isinstance(value, bool):
        return value
    return MASK if isinstance(value, str) else f"{MASK} ({type(value).__name__})"


def _cut(text: str) -> str:
    left = len(text) - SHOWN
    return text if left <= 0 else f"{text[:SHOWN]} ... and {left} characters more"


def masked(contract: Contract, values: Values, text: str) -> str:
    """Return *text* without any secret credential."""
    return of_credentials(contract, values.credentials)(text)


def shown(value: Any) -> str:
    """Return a value as JSON for a person."""
    return json.dumps(value, ensure_ascii=False, default=str)[:SHOWN]
