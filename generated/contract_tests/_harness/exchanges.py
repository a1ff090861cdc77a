"""Cases about the provider: what it accepts, refuses and answers, held strictly.

Nothing of the generated client takes part: requests are written to the wire by hand,
and answers are read by the contract document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import field, replace
from typing import ClassVar, Final
from urllib.parse import parse_qsl, quote, urlsplit

from .bodies import decode
from .cases import Broken, Case, broken, came, sent, shown
from .contract import REFUSALS, Contract
from .curl import curl, variables
from .deviations import deviations
from .edits import OF_THE_WIRE, Edit
from .light import dataclass
from .paths import segments_in
from .pointers import Json, found, same, steps_of
from .replies import Code, Reply
from .requests import Values, request_of, signs
from .summary import Observation, Tally
from .wire import Answer, NoAnswer, Request, send

Sends = Callable[[str, Request], Answer]
"""What takes a request below a base URL, and returns what came."""
_TYPE: Final = "content-type"


@dataclass(frozen=True, slots=True)
class Server:
    """A server that is held to a contract: the embedded provider, or a real one."""

    contract: Contract
    base_url: str
    values: Values
    tally: Tally
    is_embedded: bool
    again: Callable[[], str] = str
    """What makes the command that tries the case again; empty where no command did."""
    sends: Sends = send
    """How a request below the base URL reaches it."""
    keeps: Callable[[], AbstractContextManager[Sends]] | None = None
    """How several reach it on one connection; None where there are no connections."""

    @contextmanager
    def on_one_connection(self) -> Iterator[Server]:
        """Yield the server as it is asked by a caller who keeps the connection."""
        with self.keeps() if self.keeps else nullcontext(self.sends) as sends:
            yield replace(self, sends=sends)

    def ask(
        self, edits: tuple[Edit, ...], wish: str = "", method: str = ""
    ) -> Exchange:
        """Send the valid request after *edits*, once; NoAnswer where none comes."""
        request = request_of(self.contract, self.values, edits, self.base_url)
        if wish:
            headers = (*request.headers, ("Specmill-Reply", quote(wish, safe="")))
            request = Request(request.method, request.target, headers, request.body)
        if method:
            request = replace(request, method=method)
        return Exchange(self, request, edits, self.sends(self.base_url, request))


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its answer."""

    server: Server
    request: Request
    edits: tuple[Edit, ...]
    answer: Answer

    def told(self) -> tuple[str, ...]:
        """Return what was sent and what came, secrets masked, and how to repeat it."""
        told = self.server.contract, self.server.values, self.request
        return came(*told, self.answer), sent(*told), "\n    ".join(self._repeated())

    def _repeated(self) -> Iterator[str]:
        made = (self.server.contract, self.server.values, self.server.base_url)
        yield f"again: {curl(*made, self.request, self.edits)}"
        for says in variables(*made, self.request, self.edits):
            yield f"where {says}"
        is_signed = any(True for _ in signs(self.server.contract, self.edits))
        again = self.server.again()
        if again and is_signed:
            yield "the signature is of that moment; the line with a new one is printed by"
            yield f"{again} --print-curl"
        elif again:
            yield f"or: {again}"

    @property
    def media(self) -> str:
        """The media type that the answer says it has; empty where it says none."""
        kinds = [text for name, text in self.answer.headers if name.lower() == _TYPE]
        return kinds[0] if len(kinds) == 1 else ""

    def read(self) -> tuple[Reply | None, Json]:
        """Return the reply that the answer is, and its body; ValueError for neither."""
        status, content = self.answer.status, self.answer.content
        return self.server.contract.read(self.sent, status, self.media, content)

    @property
    def sent(self) -> Json:
        """What was sent, as a document with header names in lower case."""
        contract, request = self.server.contract, self.request
        url = urlsplit(request.target)
        document: dict[str, Json] = {
            "segments": segments_in(contract.path, url.path) or {},
            "query": dict(parse_qsl(url.query)),
            "headers": {name.lower(): text for name, text in request.headers},
        }
        schema = contract.schema["properties"].get("body", {})
        with suppress(ValueError):  # one that is broken on purpose has no members
            document["body"] = decode(contract.body, schema, request.body)
        return document


@dataclass(frozen=True, slots=True)
class Meaning:
    """An answer as the page reads it."""

    reply: Reply
    code: Code | None
    outcome: str


def meaning(case: Case, exchange: Exchange) -> Meaning:
    """Return what the answer means; Broken where it is not exactly as documented."""
    contract = exchange.server.contract
    try:
        reply, body = exchange.read()
    except ValueError:
        formats = dict.fromkeys(each.body.format for each in contract.replies)
        listed = " or ".join(_WORDS.get(each, each) for each in formats) or "JSON"
        raise fail(case, exchange, f"due: {listed}, which the page documents") from None
    if reply is None:
        raise fail(case, exchange, f"due: one of the replies {_names(contract)}")
    wrong = deviations(exchange, reply, body)
    if wrong:
        raise fail(case, exchange, f"due: the reply {reply.name}, in which", *wrong)
    text = contract.code_in(reply, body)
    code = contract.code(text) if text is not None else None
    if text is not None and code is None and contract.has_codes(reply):
        raise fail(case, exchange, f"due: a documented code; {text} is none")
    return Meaning(reply, code, contract.outcome_of(reply, body))


_WORDS: Final = {
    "json": "JSON",
    "xml": "XML",
    "csv": "CSV",
    "form": "a form",
    "none": "no body",
}


def fail(case: Case, exchange: Exchange, *due: str) -> Broken:
    return broken(exchange.server.contract, case, *due, *exchange.told())


def _names(contract: Contract) -> str:
    return ", ".join(reply.name for reply in contract.replies) or "(none is documented)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Case):
    side: ClassVar[str] = "provider"

    edits: tuple[Edit, ...] = ()
    """What is changed in the valid request of the contract document."""

    @property
    def needs_a_wire(self) -> bool:
        """Tell it of the valid request, and of what is about how one is written."""
        return not self.edits or any(
            isinstance(each, OF_THE_WIRE) for each in self.edits
        )

    def exchange(self, server: Server) -> Exchange:
        __tracebackhide__ = True
        try:
            return server.ask(self.edits)
        except NoAnswer as error:
            raise broken(server.contract, self, f"came: {error}") from None

    @property
    def what(self) -> str:
        return (
            f"a request with {' and '.join(map(str, self.edits))}"
            if self.edits
            else "the request"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted(Asked):
    """A request of a documented shape, which must not be refused for its shape."""

    @property
    def proves(self) -> str:
        return f"{self.what} is accepted"

    def check(self, server: Server) -> None:
        __tracebackhide__ = True
        exchange = self.exchange(server)
        meant = meaning(self, exchange)
        if meant.outcome in ("success", "alternative"):
            return
        is_about_shape = meant.code is None or bool(meant.code.answers)
        if server.is_embedded or is_about_shape:
            raise fail(self, exchange, "due: a success")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused(Asked):
    """A request with one fault, which must be refused as documented."""

    fault: str
    """What kind of fault it is."""
    codes: tuple[str, ...] = ()
    """The codes that answer this kind; empty where any documented refusal will do."""

    @property
    def proves(self) -> str:
        codes = f" with {' or '.join(self.codes)}" if self.codes else ""
        return f"{self.what} is refused{codes}"

    def check(self, server: Server) -> None:
        __tracebackhide__ = True
        exchange = self.exchange(server)
        meant = meaning(self, exchange)
        if meant.outcome not in REFUSALS:
            raise fail(self, exchange, "due: a documented refusal")
        if self.codes and (meant.code is None or meant.code.code not in self.codes):
            raise fail(self, exchange, f"due: the code {' or '.join(self.codes)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed(Asked):
    """A request about which the page is silent: what happens is kept, never failed."""

    is_observation: ClassVar[bool] = True

    why: str
    """What the page leaves open."""

    @property
    def proves(self) -> str:
        return f"{self.what} gets an answer that the page does not tell: {self.why}"

    def check(self, server: Server) -> None:
        try:
            came = _in_short(server.ask(self.edits))
        except NoAnswer as error:
            came = str(error)
        observation = Observation(self.id, self.fact, self.why, came)
        server.tally.observations.append(observation)


def _in_short(exchange: Exchange) -> str:
    """Return what an answer means in a few words, without its values."""
    contract, answer = exchange.server.contract, exchange.answer
    try:
        reply, body = exchange.read()
    except ValueError:
        formats = dict.fromkeys(each.body.format for each in contract.replies)
        listed = " or ".join(_WORDS.get(each, each) for each in formats) or "JSON"
        return f"HTTP {answer.status}, not {listed}"
    if reply is None:
        return f"HTTP {answer.status}, no documented reply"
    code = contract.code_in(reply, body)
    outcome = contract.outcome_of(reply, body)
    return f"HTTP {answer.status}, {reply.name}, {outcome}" + (
        f", code {code}" if code else ""
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers(Case):
    """A reply or code, asked for by name, which must have its documented shape."""

    side: ClassVar[str] = "provider"
    asks_by_name: ClassVar[bool] = True

    answer: str
    """The name of a reply, or a code."""
    reply: str
    http: int | None
    """The documented HTTP status; None where the page names none."""
    code: str = ""
    holds: dict[str, Json] = field(default_factory=dict[str, Json])
    """What stands at pointers of the body."""
    edits: tuple[Edit, ...] = ()
    """What makes the valid request one that asks for it."""

    @property
    def proves(self) -> str:
        return f"the answer {self.answer} has its documented shape"

    @property
    def needs_a_wire(self) -> bool:
        return False

    def check(self, server: Server) -> None:
        __tracebackhide__ = True
        exchange = server.ask(self.edits, self.answer)
        meant = meaning(self, exchange)
        if meant.reply.name != self.reply:
            raise fail(self, exchange, f"due: the reply {self.reply}")
        if self.code and (meant.code is None or meant.code.code != self.code):
            raise fail(self, exchange, f"due: the code {self.code}")
        if self.http is not None and exchange.answer.status != self.http:
            raise fail(self, exchange, f"due: the HTTP status {self.http}")
        body = exchange.read()[1] if self.holds else None
        for pointer, value in self.holds.items():
            if not same(found(body, steps_of(pointer)), value):
                raise fail(self, exchange, f"due: {shown(value)} at {pointer}")
