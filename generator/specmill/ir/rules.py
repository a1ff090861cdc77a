"""What a page says about no single value."""

from __future__ import annotations

from collections.abc import Iterator

from ..light import dataclass
from ..verbatim import Said, compose, joined
from .evidence import Evidence, Json, Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A documented rule that is not about one value."""

    say: str
    kind: str
    seconds: int | None
    after: str
    field: str
    evidence: Evidence
    terms: tuple[tuple[str, Json], ...] = ()
    """What its kind asks for, such as `per`, in the order of its keys."""
    told: str = ""
    """The terms in a few words."""

    @property
    def sentence(self) -> str:
        """Return the rule as a person is told it, with its evidence."""
        terms = compose("{}; ", self.told) if self.told else ""
        return compose("{} ({}{})", self.say, terms, self.evidence)


@dataclass(frozen=True, slots=True)
class State(Said):
    """One state of what an operation is about."""

    value: str
    final: bool | None
    allows: tuple[str, ...]
    """The operations that may be called in it."""
    summary: str

    def __str__(self) -> str:
        final = {True: "final", False: "not final", None: "not said whether final"}
        allows = f"allows {', '.join(self.allows)}" if self.allows else ""
        told = joined(", ", filter(None, (final[self.final], allows, self.summary)))
        return compose("{} ({})", self.value, told)


@dataclass(frozen=True, slots=True)
class States:
    """The documented states, and where in the replies they stand."""

    at: Path
    values: tuple[State, ...]
    evidence: Evidence

    @property
    def sentence(self) -> str:
        """Return the states as a person is told them."""
        listed = joined(", ", map(str, self.values))
        return compose(
            "States at {}: {} ({})", joined(".", self.at), listed, self.evidence
        )


@dataclass(frozen=True, slots=True)
class Pages:
    """How a long list is asked for in parts."""

    skip: str
    """The argument that says how many items to skip."""
    count: str
    """The argument that says how many items to return."""
    items: Path
    """The attributes that lead to the items in the model of a reply."""
    item: str
    """The class of an item; empty for a value that is no object."""
    evidence: Evidence

    @property
    def sentence(self) -> str:
        """Return it as a person is told it."""
        return compose(
            "`{}` items after the first `{}` ({})", self.count, self.skip, self.evidence
        )


@dataclass(frozen=True, slots=True)
class Polling:
    """How often a call is made until a state is final, in seconds."""

    every: int
    lasts: int
    evidence: Evidence

    @property
    def sentence(self) -> str:
        """Return the schedule as a person is told it."""
        return compose(
            "Asked every {} s for at most {} s ({})",
            self.every,
            self.lasts,
            self.evidence,
        )


@dataclass(frozen=True, slots=True)
class Authentication:
    """What a page says of how a caller proves who it is."""

    kind: str
    """`none`, `unknown` or `some`."""
    alternatives: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Named groups of credentials of which a call has one; the first is preferred."""
    certificate: bool = False
    """True where the client presents a certificate of its own."""
    evidence: Evidence = Evidence("inferred", "not said")

    def sentences(self) -> Iterator[str]:
        """Yield it as a person is told it."""
        if self.kind == "none":
            yield "The page says that there is no authentication"
        if self.kind == "unknown":
            yield "The page does not say how a caller is authenticated"
        if self.alternatives:
            ways = (
                " and ".join(f"`{n}`" for n in group) for _, group in self.alternatives
            )
            yield compose("Credentials: {} ({})", ", or ".join(ways), self.evidence)
        if self.certificate:
            says = (
                "The client presents a certificate of its own: pass it in `ssl_context`"
            )
            yield compose("{} ({})", says, self.evidence)


@dataclass(frozen=True, slots=True)
class Repetition:
    """How a call may be made again: with the key that it was made with."""

    at: Path
    """The member that carries the key, as (place, name, ...)."""
    argument: str
    lasts: int | None
    """The seconds in which the partner knows the key; None where no page says it."""
    evidence: Evidence

    @property
    def sentence(self) -> str:
        """Return it as a person is told it."""
        within = "" if self.lasts is None else f" within {self.lasts} s"
        return compose(
            "A call may be made again{} with the `{}` of the first,"
            " which an error has as `idempotency_key` ({})",
            within,
            self.argument,
            self.evidence,
        )


@dataclass(frozen=True, slots=True)
class Defect:
    """A defect of the page, and what was decided about it."""

    id: str
    page: str
    decided: str
    explains: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A fact that the page does not state."""

    fact: str
    """Its name, such as `verify_otp.signature.encoding`."""
    says: str
    needed: bool
    """True where no call can be made without it."""
    can_be_supplied: bool
    """True where `facts=` or an environment settles it."""
