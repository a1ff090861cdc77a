"""The contract document of one operation, read into values.

The document is generated beside the tests, as `<operation>.json`. It holds what the page
says and nothing of how a client does it.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import Path
from typing import Any, Final, Literal

from . import keys
from .bodies import JSON, Body, decode, text_of
from .codes import listed
from .pointers import NOTHING, Json, Steps, found, put, same, sent_at, steps_of
from .seals import Seal

FORMAT: Final = 1
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
class Source:
    """A member of the request that the caller does not make up."""

    pointer: str
    kind: Literal["credential", "basic", "clock", "nonce", "key", "signature"]
    """`key` is an idempotency key, which a caller may pass."""
    names: tuple[str, ...]
    """The credentials."""
    prefix: str

    def carried(self, credentials: Mapping[str, str]) -> str | None:
        """Return what a member that carries credentials holds; None for another."""
        if self.kind == "credential":
            return self.prefix + credentials[self.names[0]]
        if self.kind == "basic":
            pair = ":".join(credentials[name] for name in self.names)
            return "Basic " + base64.b64encode(pair.encode("utf-8")).decode("ascii")
        return None


@dataclass(frozen=True, slots=True)
class Moment:
    """How a member writes a date or a time."""

    pointer: str
    kind: Literal["pattern", "seconds", "milliseconds", "epoch"]
    """`epoch`: the page does not say which of the two it counts."""
    pattern: str
    zone: str
    none: str | None
    """The text that stands for no date."""
    as_text: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One part of what is signed."""

    kind: Literal[
        "method",
        "path",
        "timestamp",
        "nonce",
        "credential",
        "body",
        "raw",
        "base64",
        "text",
        "field",
        "fields",
    ]
    """`body` is a digest of the body, `raw` the body itself."""
    name: str
    """The credential, the digest, the text or the pointer of the field."""
    minified: bool = False
    encoding: str = "hex"
    """How a digest is written."""
    selection: Selection | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """Members that are signed, whichever are there."""

    of: tuple[Steps, ...]
    order: Literal["name", "documented", "listed"]
    names: tuple[str, ...]
    pair: str | None
    """What stands between name and value; None where values stand alone."""
    separator: str
    keeps_empty: bool
    leaves_out: tuple[str, ...]
    added: Mapping[str, Part]
    """Members that are signed and not sent."""
    written: Literal["plain", "percent", "form"]
    strip: str
    letter_case: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a request is signed."""

    algorithm: str
    key: str
    """The credential; empty for a plain digest."""
    parts: tuple[Part, ...]
    separator: str
    encoding: str
    signs_query: bool
    """True where the path that is signed has the query of the request."""
    suffix: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """How a reply is signed, and where its signature stands."""

    at: Steps
    prefix: str
    recipe: Recipe


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


@dataclass(frozen=True, slots=True)
class Relation:
    """A value that a reply has with some codes and with no other."""

    at: Steps
    value: Json
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """What a server looks at, and what it answers to each fault found there."""

    pointers: tuple[str, ...]
    answers: Mapping[str, str]
    """Codes or names of replies by the kind of fault."""
    unsettled: bool = False
    """True where nobody says whether it comes before the next check or after it."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a server answers to a request that passed its checks."""

    when: tuple[tuple[Steps, Json], ...]
    answer: str

    def fits(self, request: Json) -> bool:
        return all(same(found(request, at), value) for at, value in self.when)


@dataclass(frozen=True, slots=True)
class Sequence:
    """What a server answers to one request that is sent again."""

    values: tuple[tuple[Steps, str], ...]
    """Texts in which `{new}` stands for what was never sent before."""
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Played:
    """What one server says of the operation beyond its page."""

    environment: str
    accepts: Mapping[str, tuple[Json, ...]]
    """Values by pointer that are valid whatever the page says."""
    checks: tuple[Check, ...]
    """In order: the first fault that one finds is answered."""
    results: tuple[Result, ...]
    sequences: tuple[Sequence, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """What is asked of several members of one message together."""

    when: Json
    """Where it is asked; None for always."""
    then: Json
    at: Steps
    """The member that is told where it is broken."""
    kind: str
    """The fault that a broken one is: `absent` or `value`."""
    says: str
    moments: tuple[Moment, ...]
    """How the times that it compares are written."""


@dataclass(frozen=True, slots=True)
class Items:
    """How a reply tells what became of each of several items."""

    at: Steps
    code: str
    message: str
    outcomes: Mapping[str, str]

    def undocumented(self, body: Json) -> Iterator[str]:
        """Yield what is wrong with the codes of the items in *body*, as sentences."""
        listed = found(body, self.at)
        for number, item in enumerate(listed if isinstance(listed, list) else ()):
            code = item.get(self.code) if isinstance(item, dict) else None
            if str(code) not in self.outcomes:
                yield f"the item {number} has a code that the page does not list"


@dataclass(frozen=True, slots=True)
class Reply:
    """One documented reply."""

    name: str
    outcome: str
    http: tuple[int, ...]
    """Empty where the page names no status."""
    equals: tuple[tuple[Steps, Json], ...]
    has: tuple[Steps, ...]
    lacks: tuple[Steps, ...]
    code_at: Steps | None
    message_at: Steps | None
    columns: Mapping[str, Steps]
    echoes: tuple[tuple[Steps, Steps], ...]
    """Pairs (place in the reply, place in the request) that hold one value."""
    relations: tuple[Relation, ...]
    conditions: tuple[Condition, ...]
    schema: Json
    example: Json
    classes: tuple[int, ...] = ()
    """Classes of HTTP status: 2 for 2xx."""
    type: str = ""
    """The media type that it comes with; empty where the page names none."""
    asked: tuple[tuple[Steps, Json], ...] = ()
    """What the request has at places."""
    body: Body = JSON
    headers: Json = None
    """The schema of the documented headers, in lower case; None where none are."""
    header_example: Mapping[str, Json] = field(default_factory=dict[str, Json])
    code_rest: tuple[Steps, ...] = ()
    """Where the lower levels of the code are."""
    separator: str = ""
    proof: Proof | None = None
    """How it is signed; None where it is not."""
    items: Items | None = None
    """What it tells of each of several items."""

    @property
    def code_places(self) -> tuple[Steps, ...]:
        return () if self.code_at is None else (self.code_at, *self.code_rest)

    @property
    def names_status(self) -> bool:
        return bool(self.http or self.classes)

    @property
    def status(self) -> int:
        """A status that it comes with; 200 where the page names none."""
        listed = (*self.http, *(each * 100 for each in self.classes))
        return listed[0] if listed else 200

    @property
    def media(self) -> str:
        """What its Content-Type is; empty for a reply without a body."""
        return self.type or self.body.media

    def takes(self, status: int) -> bool:
        return (
            not self.names_status
            or status in self.http
            or status // 100 in self.classes
        )

    def is_asked_by(self, request: Json) -> bool:
        """Tell whether a request has what the reply is for."""
        return all(
            NOTHING is not (told := sent_at(request, at))
            and text_of(told) == text_of(value)
            for at, value in self.asked
        )

    def is_like(self, other: Reply) -> bool:
        """Tell whether an answer written as *other* could be this reply."""
        is_asked = all(each in other.asked for each in self.asked)
        is_of_type = self.type in ("", other.type)
        return self.body.format == other.body.format and is_of_type and is_asked

    def meets(self, status: int, body: Json) -> bool:
        """Tell whether an answer is this reply, by what tells it from the others."""
        return (
            self.takes(status)
            and isinstance(body, dict)
            and all(same(found(body, at), value) for at, value in self.equals)
            and all(found(body, at) is not NOTHING for at in self.has)
            and all(found(body, at) is NOTHING for at in self.lacks)
        )


@dataclass(frozen=True, slots=True)
class Code:
    """One documented code."""

    code: str
    outcome: str
    message: str
    http: int | None
    columns: Mapping[str, Json]
    """Values by the reply's column names."""
    reply: str
    """The reply that carries it."""
    answers: tuple[str, ...]
    """The kinds of fault that it answers."""
    match: str = "exact"
    """`range` or `pattern`, where it stands for many codes."""
    sample: str = ""
    """One of them."""
    messages: tuple[str, ...] = ()
    """The documented texts, where there are several."""

    @property
    def shown(self) -> str:
        """Return the code as it comes."""
        return self.sample or self.code


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
        told = [
            *(code.answers for code in self.codes),
            *(each.answers for each in checks),
        ]
        return any(kind in each for each in told)

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


def load(path: Path) -> Contract:
    """Return the contract in the file at *path*."""
    return contract_of(json.loads(path.read_text("utf-8")))


def beside(file: str, operation: str) -> Contract:
    """Return the contract of *operation* that stands in the folder of *file*."""
    return load(Path(file).with_name(f"{operation}.json"))


def below(folder: Path) -> Iterator[Contract]:
    """Yield every contract in the folders right below *folder*, in order of names."""
    for path in sorted(folder.glob("[!_]*/*.json")):
        yield load(path)


def callbacks_below(folder: Path) -> Iterator[Contract]:
    """Yield the contracts of calls to us below the folders of the partners."""
    for path in sorted(folder.glob("[!_]*/callbacks/*.json")):
        yield load(path)


def played_below(folder: Path, environment: str) -> Iterator[Contract]:
    """Yield the contracts of *environment* below the folders of the partners."""
    for path in sorted(folder.glob(f"[!_]*/environments/{environment}/*.json")):
        yield load(path)


def contract_of(document: Json) -> Contract:
    """Return the contract that *document* states; ValueError for another format."""
    if document.get("format") != FORMAT:
        raise ValueError(f"a contract document has the format {FORMAT}")
    request = document["request"]
    return Contract(
        partner=document["partner"],
        operation=document["operation"],
        page=document["page"],
        effect=document["effect"],
        method=document["method"],
        methods=tuple(document.get("methods", (document["method"],))),
        path=document["path"],
        by_browser=document.get("by_browser", False),
        stated=document["stated"],
        credentials=tuple(map(_credential, document["credentials"])),
        environments=tuple(Environment(**each) for each in document["environments"]),
        schema=request["schema"],
        example=request["example"],
        sources=tuple(_source(each) for each in request["sources"]),
        moments=tuple(Moment(**each) for each in request["moments"]),
        secrets=tuple(request["secrets"]),
        recipe=_recipe(request["signature"]),
        body=_body(request.get("body", {}), document["credentials"]),
        conditions=_conditions(request),
        replies=tuple(
            _reply(each, document["credentials"]) for each in document["replies"]
        ),
        codes=tuple(code_of(each) for each in document["codes"]),
        facts=tuple(Fact(**each) for each in document["facts"]),
        played=_played(document.get("played")),
        alternatives=tuple(map(tuple, request.get("alternatives", ()))),
        hidden=tuple(document.get("hidden", ())),
        about=_about(document.get("about", {})),
    )


def _credential(each: dict[str, Any]) -> Credential:
    if each["example"] in keys.MADE_UP:
        each = {**each, "example": keys.made_up(each["example"])}
    fetched = each.get("fetched")
    return Credential(**{**each, "fetched": fetched and Fetched(**fetched)})


def _about(each: dict[str, Any]) -> About:
    unknowns = tuple(Open(**one) for one in each.get("unknowns", ()))
    defects = tuple(Defect(**one) for one in each.get("defects", ()))
    return About(**{**each, "unknowns": unknowns, "defects": defects})


def _played(each: dict[str, Any] | None) -> Played | None:
    if each is None:
        return None
    return Played(
        environment=each["environment"],
        accepts={at: tuple(values) for at, values in each["accepts"].items()},
        checks=tuple(
            Check(
                tuple(check["pointers"]),
                check["answers"],
                check.get("unsettled", False),
            )
            for check in each["checks"]
        ),
        results=tuple(
            Result(_by_steps(result["when"]), result["answer"])
            for result in each["results"]
        ),
        sequences=tuple(
            Sequence(_by_steps(sequence["values"]), tuple(sequence["answers"]))
            for sequence in each["sequences"]
        ),
    )


def _by_steps(values: Mapping[str, Json]) -> tuple[tuple[Steps, Json], ...]:
    return tuple((steps_of(at), value) for at, value in values.items())


def _source(each: dict[str, Any]) -> Source:
    return Source(**{**each, "names": tuple(each["names"])})


def _recipe(each: dict[str, Any] | None) -> Recipe | None:
    if each is None:
        return None
    told = {key: tuple(map(_part, each.get(key, ()))) for key in ("parts", "suffix")}
    return Recipe(**{**each, **told})


def _part(each: dict[str, Any]) -> Part:
    chosen = each.get("selection")
    if chosen is None:
        return Part(**each)
    selection = {
        **chosen,
        "of": tuple(map(steps_of, chosen["of"])),
        "names": tuple(chosen["names"]),
        "leaves_out": tuple(chosen["leaves_out"]),
        "added": {name: _part(part) for name, part in chosen["added"].items()},
    }
    return Part(**{**each, "selection": Selection(**selection)})


def _body(each: dict[str, Any], credentials: Json) -> Body:
    """Return how a body is written, its envelope with the made-up key."""
    seal = each.get("sealed")
    if seal is None:
        return Body(**each)
    known = {one["name"]: one["example"] for one in credentials}
    key = known.get(seal["credential"], "")
    return Body(**{**each, "sealed": Seal(**seal, key=key)})


def _reply(each: dict[str, Any], credentials: Json) -> Reply:
    when = each["when"]
    return Reply(
        name=each["name"],
        outcome=each["outcome"],
        http=tuple(when["http"]),
        equals=_by_steps(when["equals"]),
        has=tuple(map(steps_of, when["has"])),
        lacks=tuple(map(steps_of, when["lacks"])),
        code_at=_steps(each["code_at"]),
        message_at=_steps(each["message_at"]),
        columns={name: steps_of(at) for name, at in each["columns"].items()},
        echoes=tuple((steps_of(a), steps_of(b)) for a, b in each["echoes"].items()),
        relations=tuple(
            Relation(steps_of(one["at"]), one["value"], tuple(one["codes"]))
            for one in each.get("relations", ())
        ),
        conditions=_conditions(each),
        schema=each["schema"],
        example=each["example"],
        classes=tuple(when.get("classes", ())),
        type=when.get("type", ""),
        asked=_by_steps(when.get("asked", {})),
        body=_body(each.get("body", {}), credentials),
        headers=each.get("headers"),
        header_example=each.get("header_example", {}),
        code_rest=tuple(map(steps_of, each.get("code_rest", ()))),
        separator=each.get("separator", ""),
        proof=_proof(each.get("proof")),
        items=_items(each.get("items")),
    )


def _items(each: dict[str, Any] | None) -> Items | None:
    return None if each is None else Items(**{**each, "at": steps_of(each["at"])})


def _proof(each: dict[str, Any] | None) -> Proof | None:
    if each is None:
        return None
    recipe = _recipe(each["recipe"])
    assert recipe is not None
    return Proof(steps_of(each["at"]), each["prefix"], recipe)


def _conditions(each: dict[str, Any]) -> tuple[Condition, ...]:
    return tuple(
        Condition(
            when=one["when"],
            then=one["then"],
            at=tuple(one["at"]),
            kind=one["kind"],
            says=one["says"],
            moments=tuple(Moment(**moment) for moment in one["moments"]),
        )
        for one in each.get("conditions", ())
    )


def _steps(pointer: str | None) -> Steps | None:
    return None if pointer is None else steps_of(pointer)


def code_of(each: Mapping[str, Any]) -> Code:
    """Return the code that an entry of a contract document states."""
    texts = tuple(each.get("messages", ()))
    return Code(**{**each, "answers": tuple(each["answers"]), "messages": texts})
