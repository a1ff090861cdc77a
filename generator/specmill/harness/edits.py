"""Edits on a valid request, as values that a table of cases can hold."""

from __future__ import annotations

from typing import Literal

from .light import dataclass
from .pointers import Json

Style = Literal["escaped", "reversed", "tabs", "wide"]


@dataclass(frozen=True, slots=True)
class Put:
    """Put *value* at *pointer*, whatever stood there."""

    pointer: str
    value: Json

    def __str__(self) -> str:
        return f"{self.pointer} as {self.value!r}"


@dataclass(frozen=True, slots=True)
class Drop:
    """Leave out what stands at *pointer*."""

    pointer: str

    def __str__(self) -> str:
        return f"no {self.pointer}"


@dataclass(frozen=True, slots=True)
class Raw:
    """Send *text* as the body."""

    text: str

    def __str__(self) -> str:
        return f"the body {self.text!r}"


@dataclass(frozen=True, slots=True)
class Spaced:
    """Write the body over several lines, with white space between its members."""

    def __str__(self) -> str:
        return "white space in the body"


@dataclass(frozen=True, slots=True)
class Written:
    """Write the same JSON document in other characters."""

    style: Style
    """Every character of a text as `\\u`; members in reverse; tabs and line ends; much white space."""

    def __str__(self) -> str:
        return f"its body written {self.style}"


@dataclass(frozen=True, slots=True)
class LowerCaseHeaders:
    """Write the names of the headers in lower case."""

    def __str__(self) -> str:
        return "header names in lower case"


@dataclass(frozen=True, slots=True)
class Twice:
    """Send the header at *pointer* a second time."""

    pointer: str

    def __str__(self) -> str:
        return f"{self.pointer} twice"


@dataclass(frozen=True, slots=True)
class MediaType:
    """Call the body something else."""

    text: str

    def __str__(self) -> str:
        return f"the media type {self.text}"


@dataclass(frozen=True, slots=True)
class Method:
    """Send by the method *name*, which the page allows too."""

    name: str

    def __str__(self) -> str:
        return f"the method {self.name}"


@dataclass(frozen=True, slots=True)
class OtherCredential:
    """Send a credential at *pointer* that nobody has."""

    pointer: str

    def __str__(self) -> str:
        return f"another credential at {self.pointer}"


@dataclass(frozen=True, slots=True)
class Instead:
    """Prove who calls by another of the documented ways, or by none."""

    way: int
    """Its number from 1, in the order of the page; 0 for none."""

    def __str__(self) -> str:
        return f"credentials of the way {self.way}" if self.way else "no credentials"


@dataclass(frozen=True, slots=True)
class Missigned:
    """Sign with one thing wrong."""

    part: str
    """A part by its label, or `key`, `separator`, `order`, `encoding`, `whole`..."""
    how: str = "another"
    """One of `slips.HOW`, the name of a credential to take instead, an encoding, or
    what stands between parts."""

    def __str__(self) -> str:
        if self.part == "whole":
            return f"its signature {self.how}"
        if self.part == "separator" and self.how not in ("another", "left out"):
            return f"a signature with {self.how!r} between its parts"
        if self.how != "another":
            return f"a signature with its {self.part} {self.how}"
        return f"a signature with another {self.part}"


@dataclass(frozen=True, slots=True)
class SignedBefore:
    """Sign the request, and make the other changes after that."""

    def __str__(self) -> str:
        return "the signature of the request before that"


Edit = (
    Put
    | Drop
    | Raw
    | Spaced
    | Written
    | LowerCaseHeaders
    | MediaType
    | Method
    | Twice
    | OtherCredential
    | Instead
    | Missigned
    | SignedBefore
)

OF_THE_WIRE = (LowerCaseHeaders, MediaType, Method, Twice)
"""What is about the head of a request as it is written, and not about its meaning."""
