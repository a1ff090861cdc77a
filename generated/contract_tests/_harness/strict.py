"""Cases about how strictly the generated client reads: validators, and odd answers.

A validator is handed one value with one thing changed. An answer comes over real HTTP,
as documented but for one thing, and the client must either tell what is odd about what
it returns or leave the outcome unknown.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, ClassVar, Final, Literal

from .answers import edited
from .calls import only_record
from .cases import Broken, Case, broken
from .clients import TIMEOUT, Client, Partner
from .contract import Contract
from .edits import Drop, Put
from .light import dataclass
from .pointers import NOTHING, Json, found, steps_of

REQUEST: Final = "request"


@dataclass(frozen=True, slots=True)
class Try:
    """A change, and the rule that it breaks; empty where it breaks none."""

    edit: Put | Drop
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judges(Case):
    """One place of a request or a reply, and what the validator makes of its values."""

    side: ClassVar[str] = "client"

    of: str
    """`request`, or the name of a reply."""
    pointer: str
    tries: tuple[Try, ...]
    """What is changed in the example of the contract document, each alone."""

    @property
    def proves(self) -> str:
        return f"the validator tells of {self.pointer} of a {self.of} as documented"

    def check(self, partner: Partner, client: Client) -> None:
        __tracebackhide__ = True
        contract = partner.contract
        reply = contract.reply(self.of)
        example = contract.example if reply is None else reply.example
        module = f"{client.errors.__package__}.validators.{contract.operation}"
        validator = getattr(import_module(module), f"{contract.operation}_{self.of}")
        for each in self.tries:
            told = validator(edited(example, (each.edit,)))
            rules = [found.rule for found in told if found.pointer == self.pointer]
            if each.rule not in (rules or [""]):
                came = ", ".join(map(str, told)) or "no violation"
                due = each.rule or "no violation"
                wrong = f"with {each.edit} came: {came}; due: {due}"
                raise broken(contract, self, wrong)


Reason = Literal[
    "",
    "contradictory",
    "gateway-error",
    "undocumented-code",
    "undocumented-reply",
    "undocumented-status",
    "unreadable",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differs(Case):
    """A documented answer but for one thing, and what the client makes of it."""

    side: ClassVar[str] = "client"

    answer: str
    """The name of a reply, or a code."""
    edits: tuple[Put | Drop, ...] = ()
    """What is otherwise in its body."""
    http: int = 0
    """Its HTTP status, where that is otherwise."""
    reasons: tuple[Reason, ...] = ()
    """The reasons that the client may give; none where it reads the answer."""
    tells: str = ""
    """The pointer that it tells of."""
    error: str = ""
    """The exception's class, where it reads a refusal."""
    code: str = ""
    message: str = ""
    """What of the answer stands in the exception."""

    @property
    def proves(self) -> str:
        status = (f"the HTTP status {self.http}",) if self.http else ()
        how = " and ".join((*status, *map(str, self.edits)))
        what = "leaves the outcome unknown" if self.reasons else "is read, and told of"
        return f"the answer {self.answer} with {how} {what}"

    def check(self, partner: Partner, client: Client) -> None:
        __tracebackhide__ = True
        provider = partner.provider
        provider.clear()
        provider.next(reply=self.answer, edits=self.edits, http=self.http)
        try:
            came = client.call(
                partner.contract, partner.url(), client.arguments, TIMEOUT
            )
        except client.errors.ApiError as error:
            came = error
        only_record(self, partner)
        wrong = self._unread(client, came) if self.reasons else self._read(client, came)
        if wrong:
            raise self._broken(partner.contract, wrong, came)

    def _unread(self, client: Client, came: Any) -> str:
        if type(came) is not client.errors.OutcomeUnknown:
            return "due: OutcomeUnknown"
        if came.reason not in self.reasons:
            return f"it says {came.reason}; due: {' or '.join(self.reasons)}"
        if not came.detail.startswith(f"{self.tells} " if self.tells else ""):
            return f"it tells of {came.detail!r}; due: {self.tells}"
        return self._untold(came)

    def _untold(self, came: Any) -> str:
        for name, due in (("code", self.code), ("message", self.message)):
            if due and getattr(came, name) != due:
                return f"{name} is {getattr(came, name)!r}; due: {due!r}"
        return ""

    def _read(self, client: Client, came: Any) -> str:
        is_raised = isinstance(came, client.errors.ApiError)
        if is_raised and getattr(came, "reason", "documented") != "documented":
            return "due: a documented answer"
        reply = came.reply if is_raised else came
        if reply is None:
            return "due: the model of the reply"
        if self.error and type(came) is not getattr(client.errors, self.error):
            return f"due: {self.error}"
        told = {each.pointer for each in _runtime(client, "model").observations(reply)}
        if self.tells and told != {self.tells}:
            return f"it tells of {sorted(told)}; due: {self.tells}"
        lost = self._lost(_runtime(client, "model").raw(reply))
        return lost or self._untold(came)

    def _lost(self, raw: Json) -> str:
        lost = [
            edit.pointer
            for edit in self.edits
            if isinstance(edit, Put) and found(raw, steps_of(edit.pointer)) is NOTHING
        ]
        return f"it lost {', '.join(lost)}" if lost else ""

    def _broken(self, contract: Contract, wrong: str, came: Any) -> Broken:
        is_error = isinstance(came, Exception)
        what = f"raised: {came!r}" if is_error else f"returned a {type(came).__name__}"
        return broken(contract, self, wrong, f"the client {what}")


def _runtime(client: Client, name: str) -> Any:
    """Return a module of the runtime that *client* runs on."""
    package = client.errors.ApiError.__module__.rpartition(".")[0]
    return import_module(f"{package}.{name}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chooses(Case):
    """An environment that a client is built for by its name."""

    side: ClassVar[str] = "client"

    name: str
    url: str
    """`unknown` where the page does not say it."""

    @property
    def proves(self) -> str:
        return f"a client for {self.name} calls {self.url}"

    def check(self, partner: Partner, client: Client) -> None:
        __tracebackhide__ = True
        with client.alone(partner.contract):
            try:
                shown = repr(client.kind(environment=self.name))
            except client.errors.InvalidSetting as error:
                shown = f"{error!r} {'unknown' if _lacks_url(error) else ''}"
        if not _words(shown) >= {self.url}:
            raise broken(partner.contract, self, f"came: {shown}")


def _lacks_url(error: Exception) -> bool:
    return "base URL" in str(error)


def _words(text: str) -> set[str]:
    return set(text.rstrip(">").split())
