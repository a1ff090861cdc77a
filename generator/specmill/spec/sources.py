"""Where a value comes from, when it is required, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingOf
from typing import Any, ClassVar, Final

from ..light import dataclass
from ..read import Mapping, Node, Scalar
from ..shapes import (
    Bounds,
    Either,
    Expressed,
    Findings,
    Json,
    Listing,
    Literally,
    OrUnknown,
    Record,
    Schema,
    Shape,
    Text,
    Truth,
    Whole,
    Written,
    key,
    word,
    wrong,
)
from .words import CHARSETS, NAME, STATUS, WHERE


class StatusOrClass:
    """One HTTP status, or a class of them such as 2xx."""

    expects = "an HTTP status from 200 to 599, or a class such as 2xx"
    _class = Text("a class of HTTP statuses", r"[2-5]xx")

    def read(self, node: Node, findings: Findings) -> Any:
        """Return the status as a number, or the class as text."""
        value = node.value if isinstance(node, Scalar) else None
        if isinstance(value, str) and re.fullmatch(str(self._class.pattern), value):
            return value
        before = len(findings)
        status = STATUS.read(node, findings)
        if len(findings) > before:
            del findings[before:]
            wrong(self, node, findings)
        return status

    def schema(self) -> Schema:
        """Return the same as JSON Schema (draft 7)."""
        return {"anyOf": [STATUS.schema(), self._class.schema()]}


@dataclass(frozen=True, slots=True)
class BasicSource(Written):
    """The two credentials of HTTP Basic."""

    user: str | None = key(NAME, "the credential that is the user name", required=True)
    password: str | None = key(
        NAME, "the credential that is the password", required=True
    )


@dataclass(frozen=True, slots=True)
class FromSource(Written):
    """Where a value comes from when the caller does not pass it with each call."""

    choices: ClassVar[tuple[str, ...]] = ("credential", "flow", "basic", "joined")
    needs: ClassVar[MappingOf[str, str]] = {"separator": "joined"}

    joined: tuple[str, ...] | None = key(
        Listing(WHERE), "other members that it is made of, in order"
    )
    separator: str | None = key(
        Text("text", r"[\s\S]+"), "what stands between them; nothing, if not said"
    )
    credential: str | None = key(NAME, "a credential of the client")
    flow: str | None = key(NAME, "a value that all calls of one flow share")
    basic: BasicSource | None = key(
        Record(lambda: BasicSource, "basic"), "HTTP Basic of two credentials"
    )


@dataclass(frozen=True, slots=True)
class FromReply(Written):
    """A reply that a caller has the value from."""

    operation: str | None = key(NAME, "the call that returns it", required=True)
    at_: str | None = key(WHERE, "where in its reply it is", required=True)


@dataclass(frozen=True, slots=True)
class RequiredWhere(Written):
    """What decides whether a member must be there."""

    choices: ClassVar[tuple[str, ...]] = ("if", "outside")

    if_: Any = key(Expressed(), "where in the message it is required")
    outside: str | None = key(
        Text(), "what no message shows, such as an account's feature, in our words"
    )


REQUIRED = Either(
    scalar=OrUnknown(Truth()), mapping=Record(lambda: RequiredWhere, "required")
)


@dataclass(frozen=True, slots=True)
class FlagWords(Written):
    """How true and false are written."""

    true: Json = key(Literally(), "how true is written", required=True)
    false: Json = key(Literally(), "how false is written", required=True)


@dataclass(frozen=True, slots=True)
class Charset(Written):
    """The permitted characters, where one word does not say them."""

    of: tuple[str, ...] | None = key(
        Listing(word(*CHARSETS)), "kinds of characters", required=True
    )
    and_: str | None = key(
        Text("characters", r"[\s\S]+"), "single characters beside them"
    )


CHARS: Final[Shape] = Either(
    scalar=word(*CHARSETS), mapping=Record(lambda: Charset, "chars")
)


@dataclass(frozen=True, slots=True)
class LengthByScript(Written):
    """A length that depends on whether all characters are ASCII."""

    ascii: Any = key(Bounds(), "how many where all are ASCII", required=True)
    other: Any = key(Bounds(), "how many otherwise", required=True)


@dataclass(frozen=True, slots=True)
class Padding(Written):
    """How a short value is filled up."""

    to: int | None = key(Whole("a length", 1, 1000), "its length", required=True)
    with_: str | None = key(
        Text("one character", r"[\s\S]"), "what fills it up", required=True
    )
    side: str | None = key(
        word("left", "right"), "the side that is filled", required=True
    )


@dataclass(frozen=True, slots=True)
class Joined(Written):
    """A list or a map that is packed into one text."""

    joined: str | None = key(
        Text("text", r"[\s\S]+"), "what stands between the entries", required=True
    )
    pairs: str | None = key(
        Text("text", r"[\s\S]+"), "what stands between a name and its value"
    )


class WrittenAs:
    """How a value is written: `text`, `base64`, two words, or packed into one text."""

    expects = "text, base64, base64url, {true: ..., false: ...} or {joined: ...}"
    _word = word("text", "base64", "base64url")
    _flag = Record(lambda: FlagWords, "as")
    _joined = Record(lambda: Joined, "as")

    def read(self, node: Node, findings: Findings) -> Any:
        """Return the value of *node*; a mapping is a list where it says `joined`."""
        if isinstance(node, Mapping):
            shape = self._joined if node.get("joined") is not None else self._flag
            return shape.read(node, findings)
        return self._word.read(node, findings)

    def schema(self) -> Schema:
        """Return the same as JSON Schema (draft 7)."""
        shapes = (self._word, self._flag, self._joined)
        return {"anyOf": [shape.schema() for shape in shapes]}


@dataclass(frozen=True, slots=True)
class UrlRules(Written):
    """What an address may be."""

    schemes: tuple[str, ...] | None = key(
        Listing(Text("a scheme such as https", r"[a-z][a-z0-9+.-]*")), "its schemes"
    )
    ip: bool | None = key(Truth(), "whether its host may be a number")
    port: bool | None = key(Truth(), "whether it may name a port")
    forbids: tuple[str, ...] | None = key(
        Listing(Text("a word in small letters", r"[!-@\[-~]+")),
        "words that it must not hold",
    )


@dataclass(frozen=True, slots=True)
class Option(Written):
    """One of several sets of limits."""

    summary: str | None = key(Text(), "what such a value is", required=True)
    length: Any = key(Bounds(), "how many characters")
    chars: Any = key(CHARS, "the permitted characters")
    pattern: str | None = key(Text("a regular expression"), "a printed pattern")
    starts: tuple[str, ...] | None = key(Listing(Text("text")), "what it begins with")
