"""The contract of one operation: what its page says, and nothing of how a client does it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field, replace
from itertools import takewhile
from typing import Final, Literal

from .bodies import Body, decode
from .codes import listed
from .light import dataclass
from .notes import Played
from .pointers import Json, found, put
from .recipes import Moment, Recipe, Source
from .replies import Code, Condition, Reply

REFUSALS: Final = ("rejected", "unknown")
"""The outcomes of a call that was not done, or not for sure."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that the page says of the operation."""

    id: str
    kind: Literal[
        "line", "member", "type", "limit", "signature", "reply", "code", "rule"
    ]
    """`line` is the request line; `member` and `type` are those of the request."""
    says: str
    evidence: str
    testable: bool
    """False for what no request can show, such as the lifetime of an OTP."""


@dataclass(frozen=True, slots=True)
class Open:
    """Something that the page leaves unknown."""

    fact: str
    says: str
    needed: bool
    """True where no call can be made without it."""


@dataclass(frozen=True, slots=True)
class Defect:
    """Something that is wrong with the page, and what was decided about it."""

    id: str
    page: str
    decided: str


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a report tells of the operation and no test needs."""

    title: str = ""
    """The partner's name."""
    summary: str = ""
    page_title: str = ""
    page_url: str = ""
    page_read: str = ""
    spec: str = ""
    unknowns: tuple[Open, ...] = ()
    defects: tuple[Defect, ...] = ()


@dataclass(frozen=True, slots=True)
class Fetched:
    """The operation that returns a credential."""

    operation: str
    lasts_at: str
    """Where its reply says for how many seconds; empty where it does not."""


@dataclass(frozen=True, slots=True)
class Credential:
    """A value that identifies the caller: where it is read, and a made-up one."""

    name: str
    variable: str
    example: str
    secret: bool
    fetched: Fetched | None = None


@dataclass(frozen=True, slots=True)
class Environment:
    """One server of the partner."""

    name: str
    url: str
    """`unknown` where the page does not say it."""
    facts: Mapping[str, str]
    variables: Mapping[str, str]
    values: Mapping[str, str] = field(default_factory=dict[str, str])
    """The credentials that a public sandbox tells everyone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """One documented endpoint."""

    partner: str
    operation: str
    page: str
    effect: str
    """What a call changes; empty where it changes nothing."""
    method: str
    methods: tuple[str, ...]
    """Every method that the page allows; the one that is sent is the first."""
    path: str
    """With `{name}` where a segment stands."""
    by_browser: bool
    """True where a browser is sent to the URL, and no call is made."""
    stated: Mapping[str, str]
    """What the tests choose where the page leaves open what a call needs."""
    credentials: tuple[Credential, ...]
    environments: tuple[Environment, ...]
    schema: Json
    example: Json
    sources: tuple[Source, ...]
    moments: tuple[Moment, ...]
    secrets: tuple[str, ...]
    recipe: Recipe | None
    body: Body
    """How the body of the request is written."""
    conditions: tuple[Condition, ...]
    replies: tuple[Reply, ...]
    codes: tuple[Code, ...]
    facts: tuple[Fact, ...]
    played: Played | None
    """What one server adds; None where the contract is the page's alone."""
    alternatives: tuple[tuple[str, ...], ...] = ()
    """The members by which a caller may prove who it is: those of one group."""
    hidden: tuple[str, ...] = ()
    """Names under which replies hold secrets."""
    about: About = About()

    @property
    def name(self) -> str:
        return f"{self.partner}.{self.operation}"

    def reply(self, name: str) -> Reply | None:
        return next((reply for reply in self.replies if reply.name == name), None)

    def code(self, text: str) -> Code | None:
        """Return the code that *text* is, or that it falls under."""
        separators = {each.separator for each in self.replies if each.separator}
        return listed(self.codes, text, separators)

    def recognized(
        self, status: int, body: Json, like: Reply | None = None
    ) -> Reply | None:
        """Return the documented reply that an answer, written as *like*, is."""
        kin = (each for each in self.replies if like is None or each.is_like(like))
        return next((each for each in kin if each.meets(status, body)), None)

    def read(
        self, request: Json, status: int, media: str, content: bytes
    ) -> tuple[Reply | None, Json]:
        """Return the reply that an answer is, and its body as a document.

        None and the body as the first reply reads it where it is no reply; ValueError
        where no reply of that status can read it.
        """
        bodies: list[Json] = []
        problem = ValueError("it is not as any reply is written")
        said = media.partition(";")[0].strip().lower()
        for each in self.replies:
            is_of_type = each.type.partition(";")[0].lower() in ("", said)
            if not (each.takes(status) and is_of_type and each.is_asked_by(request)):
                continue
            try:
                bodies.append(decode(each.body, each.schema, content))
            except ValueError as error:
                problem = error
            else:
                if each.meets(status, bodies[-1]):
                    return each, bodies[-1]
        if not bodies:
            bodies.append(_as_json(content, problem))
        return None, bodies[0]

    def code_in(self, reply: Reply, body: Json) -> str | None:
        """Return the code that a reply's body carries, as text, in its levels."""
        values = [found(body, place) for place in reply.code_places]
        texts = list(map(str, takewhile(_is_code, values)))
        return reply.separator.join(texts) if texts else None

    def has_codes(self, reply: Reply) -> bool:
        """Tell whether the page lists the codes that *reply* comes with."""
        return any(code.reply == reply.name for code in self.codes)

    def outcome_of(self, reply: Reply, body: Json) -> str:
        """Return what the page says an answer means: `undocumented` for a new code."""
        text = self.code_in(reply, body)
        code = self.code(text) if text is not None else None
        if reply.outcome == "by-code":
            return code.outcome if code is not None else "undocumented"
        if reply.outcome in REFUSALS and code is not None:
            return code.outcome if code.outcome in REFUSALS else reply.outcome
        return reply.outcome

    def keyed(self, credentials: Mapping[str, str]) -> Contract:
        """Return the contract with the keys of envelopes that *credentials* has."""
        return replace(
            self,
            body=self.body.keyed(credentials),
            replies=tuple(
                replace(each, body=each.body.keyed(credentials))
                for each in self.replies
            ),
        )

    def evidence(self, fact: str) -> str:
        """Return where on the page *fact* is."""
        return next(each.evidence for each in self.facts if each.id == fact)

    def moment(self, pointer: str) -> Moment | None:
        return next((each for each in self.moments if each.pointer == pointer), None)

    def refusals(self, kind: str) -> tuple[Code, ...]:
        """Return the codes that answer one kind of fault.

        Where none is for empty text, it is a wrong value or as good as a missing one.
        """
        found = tuple(code for code in self.codes if kind in code.answers)
        if found or kind != "empty":
            return found
        return (*self.refusals("value"), *self.refusals("absent"))

    def answers(self, kind: str) -> bool:
        """Tell whether a code or a check answers one kind of fault."""
        checks = self.played.checks if self.played is not None else ()
        return any(kind in each.answers for each in self.codes) or any(
            kind in each.answers for each in checks
        )

    def settled(self, facts: Mapping[str, str]) -> Contract:
        """Return the contract after an environment's *facts* about the operation."""
        own = {
            fact.removeprefix(f"{self.operation}."): value
            for fact, value in facts.items()
            if fact.startswith(f"{self.operation}.")
        }
        recipe = self.recipe
        if recipe is not None:
            query = own.get("signature.query")
            recipe = replace(
                recipe,
                encoding=own.get("signature.encoding", recipe.encoding),
                signs_query=query == "included" if query else recipe.signs_query,
            )
        method = own.get("method", self.method)
        return replace(
            self,
            method=method,
            methods=self.methods if method in self.methods else (method,),
            path=own.get("path", self.path),
            recipe=recipe,
            example=_in_case(self.example, own),
        )

    @property
    def clock(self) -> Source | None:
        """Return the member whose time is signed: a header before any other."""
        clocks = [source for source in self.sources if source.kind == "clock"]
        headers = (each for each in clocks if each.pointer.startswith("/headers/"))
        return next(headers, clocks[0] if clocks else None)

    @property
    def nonce(self) -> Source | None:
        """Return the member that is made anew for each call."""
        return next((each for each in self.sources if each.kind == "nonce"), None)


def _as_json(content: bytes, problem: ValueError) -> Json:
    try:
        return json.loads(content)
    except ValueError:
        raise problem from None


def _is_code(value: Json) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool)


def _in_case(example: Json, facts: Mapping[str, str]) -> Json:
    """Return *example* with its texts in the letter case that *facts* settle."""
    for fact, case in facts.items():
        steps = tuple(fact.split(".")[:-1])
        text = found(example, steps)
        if fact.endswith(".case") and isinstance(text, str):
            example = put(
                example, steps, text.upper() if case == "upper" else text.lower()
            )
    return example
