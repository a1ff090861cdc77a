"""Edits on a valid request, as values that a table of cases can hold."""

from __future__ import annotations

from dataclasses import dataclass

from .pointers import Json


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
class Missigned:
    """Sign with one thing wrong."""

    part: str
    """A part by its label, or `key`, `separator`, `order`, `encoding`, `truncated`..."""

    def __str__(self) -> str:
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
    | LowerCaseHeaders
    | MediaType
    | Method
    | Twice
    | OtherCredential
    | Missigned
    | SignedBefore
)
