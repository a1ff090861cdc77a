"""Read YAML text into nodes that remember where they were written.

The first pass.  It knows YAML and nothing of the spec language: what comes next
(`check`) gets strings where strings were written, and never a value that a YAML reader
made up.  All that YAML can do beyond trees of text, numbers, booleans and null
(anchors, tags, merge keys, several documents) is refused, with its place.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final, NoReturn, Protocol
from unicodedata import normalize

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from .diagnostics import HIDDEN, Diagnostic, Refused, report
from .nodes import Entry, Mapping, Node, Scalar, Sequence, Value, plain
from .scalars import TELLING, ambiguity, plain_value
from .source import Location, Source
from .syntax import syntax_finding
from .text import (
    MAX_BYTES,
    MAX_FINDINGS,
    decoded,
    hidden_character,
    refuse_unreadable,
    too_many_findings,
)

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_FINDINGS",
    "MAX_ITEMS",
    "MAX_LENGTH",
    "MAX_NODES",
    "Entry",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "plain",
    "read",
    "read_with_python",
]

MAX_DEPTH = 32
"""How many mappings and lists may stand inside one another."""
MAX_NODES = 50_000
"""How many keys and values a file may have."""
MAX_ITEMS = 2_000
"""How many items a list may have, or keys a mapping."""
MAX_LENGTH = 65_536
"""How many characters a key or a value may have."""

_TOO_MANY = (["too-many-nodes"], ["too-many-items"])
_TOUCHED_HEADER = re.compile(r"[|>][-+0-9]{0,2}#")


def read(path: str, data: bytes) -> Mapping:
    """Turn the bytes of a file into its root mapping.

    Raises `Refused` with every finding; syntax errors and limits end the reading.
    """
    source = decoded(path, data)
    refuse_unreadable(source)
    if _libyaml_agrees(source.text):
        try:
            return _Builder(source, yaml.CSafeLoader(source.text)).document()
        except Refused as refused:
            if [each.code for each in refused.diagnostics] in _TOO_MANY:
                raise  # the other parser would take seconds to come as far
        except yaml.YAMLError:
            pass  # what is wrong, and exactly where, is for the other parser to tell
    return read_with_python(source)


def read_with_python(source: Source) -> Mapping:
    """Read with PyYAML's own parser, the reference for nodes and places."""
    parser = yaml.SafeLoader(source.text)
    builder = _Builder(source, parser)
    try:
        return builder.document()
    except yaml.MarkedYAMLError as error:
        builder.stop(syntax_finding(source, error, builder.innermost))
    except (ValueError, OverflowError):  # an escape beyond the last character
        place = source.at(parser.get_mark().index)
        builder.stop(report("syntax", place, problem="a number is out of range"))


def _libyaml_agrees(text: str) -> bool:
    """Whether libyaml, 25 times as fast, accepts no more than PyYAML's own parser.

    It lets tabs stand between tokens and comments touch the header of a block text.
    """
    if not yaml.__with_libyaml__:
        return False
    return not ("\t" in text or _TOUCHED_HEADER.search(text))


_tuple: Final[Any] = tuple.__new__
"""Makes a named tuple of its values at half of what calling its class costs."""


class _Parser(Protocol):
    def get_event(self) -> Event | None: ...


class _Builder:
    """Nodes out of one parser's events, and the findings made on the way."""

    def __init__(self, source: Source, parser: _Parser) -> None:
        self._path = source.path
        # Only an escape can bring a hidden character as far as a value.
        self._has_escapes = "\\" in source.text
        self._next = parser.get_event
        self._findings: list[Diagnostic] = []
        self._open: list[Location] = []
        self._nodes = 0
        self._flows = 0

    @property
    def innermost(self) -> Location | None:
        """The mapping or list that is being read."""
        return self._open[-1] if self._open else None

    def document(self) -> Mapping:
        """The only document's root; raises `Refused`, and what the parser raises."""
        self._next()
        if type(self._next()) is StreamEndEvent:
            self.stop(report("empty-file", Location(self._path, 1, 1)))
        root = self._root(self._next())
        self._next()
        following = self._next()
        if type(following) is DocumentStartEvent:
            self._tell(report("second-document", self._place(following)))
        if self._findings or not isinstance(root, Mapping):
            raise Refused(self._findings)
        return root

    def stop(self, finding: Diagnostic) -> NoReturn:
        """Give up, with what was found so far and *finding*."""
        raise Refused([*self._findings, finding])

    def _root(self, event: Any) -> Node:
        if type(event) is ScalarEvent and event.implicit[0] and not event.value:
            self.stop(report("empty-file", Location(self._path, 1, 1)))
        root = self._node(event)
        if not isinstance(root, Mapping):
            self._tell(report("root-not-mapping", root.location, what=_what(root)))
        return root

    def _node(self, event: Any) -> Node:
        mark = event.start_mark
        at = (self._path, mark.line + 1, mark.column + 1)
        place: Location = _tuple(Location, at)
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self.stop(report("too-many-nodes", place, limit=MAX_NODES))
        kind = type(event)
        if kind is AliasEvent:
            self._tell(report("alias", place, name=event.anchor))
            return Scalar(None, "", False, place)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event, place)
        if kind is not ScalarEvent:
            return self._collection(event, place)
        text, style = event.value, event.style
        if len(text) > MAX_LENGTH:
            return self._too_long(text, place)
        if not style:
            return self._plain(text, place)
        if self._has_escapes and style == '"' and (hidden := HIDDEN.search(text)):
            self._tell(hidden_character(hidden[0], place))
        quoted: Scalar = _tuple(Scalar, (text, text, True, place))
        return quoted

    def _refuse_properties(self, event: Any, place: Location) -> None:
        if event.anchor is not None:
            self._tell(report("anchor", place, name=event.anchor))
        if event.tag is not None:
            name = event.tag.replace("tag:yaml.org,2002:", "!!", 1)
            self._tell(report("tag", place, name=name))

    def _collection(self, event: Any, place: Location) -> Mapping | Sequence:
        self._enter(event, place)
        make = self._mapping if type(event) is MappingStartEvent else self._sequence
        node = make(place)
        self._open.pop()
        self._flows -= bool(event.flow_style)
        return node

    def _enter(self, event: Any, place: Location) -> None:
        self._open.append(place)
        self._flows += bool(event.flow_style)
        if len(self._open) > MAX_DEPTH:
            self.stop(report("too-deep", place, limit=MAX_DEPTH))

    def _sequence(self, place: Location) -> Sequence:
        items: list[Node] = []
        while type(event := self._next()) is not SequenceEndEvent:
            if len(items) == MAX_ITEMS:
                self._too_many(event, "list")
            items.append(self._node(event))
        return Sequence(tuple(items), place)

    def _mapping(self, place: Location) -> Mapping:
        entries: list[Entry] = []
        seen: dict[str, Scalar] = {}
        while type(event := self._next()) is not MappingEndEvent:
            if len(entries) == MAX_ITEMS:
                self._too_many(event, "mapping")
            key = self._node(event)
            if type(key) is not Scalar or type(key.value) is not str:
                self._refuse_key(key)
                self._node(self._next())
                continue
            name = key.text
            if not name.isascii():
                name = normalize("NFC", name)
            first = seen.setdefault(name, key)
            value = self._node(self._next())
            if first is not key:
                self._tell_again(first, key)
            entries.append(_tuple(Entry, (key, value)))
        return Mapping(tuple(entries), place)

    def _too_many(self, event: Any, what: str) -> NoReturn:
        place, limit = self._place(event), MAX_ITEMS
        self.stop(report("too-many-items", place, what=what, limit=limit))

    def _tell_again(self, first: Scalar, key: Scalar) -> None:
        """Tell a key that stands in its mapping already, in any Unicode spelling."""
        code = "duplicate-key" if first.text == key.text else "duplicate-key-spelling"
        place = f"{first.location.line}:{first.location.column}"
        self._tell(report(code, key.location, key=key.text, first=place))

    def _refuse_key(self, node: Node) -> None:
        """Tell that *node* is no key, unless it was refused before."""
        if not isinstance(node, Scalar) or node.text:
            self._tell(report("key-not-text", node.location, what=_what(node)))

    def _too_long(self, text: str, place: Location) -> Scalar:
        length, limit = len(text), MAX_LENGTH
        self._tell(report("too-long", place, length=length, limit=limit))
        return Scalar(text, text, True, place)

    def _plain(self, text: str, place: Location) -> Scalar:
        value: Value = text
        if not text:
            self._tell(report("empty-value", place))
            value = None
        elif self._flows and "?" in text:
            # YAML 1.2 takes it for text, YAML 1.1 for the start of a key.
            self._tell(report("reserved-character", place, text="?"))
        if text and text[0] in TELLING:
            code, value = _meaning(text)
            if code:
                self._tell(report(code, place, text=text))
        scalar: Scalar = _tuple(Scalar, (value, text, False, place))
        return scalar

    def _place(self, event: Any) -> Location:
        mark = event.start_mark
        at = (self._path, mark.line + 1, mark.column + 1)
        place: Location = _tuple(Location, at)
        return place

    def _tell(self, finding: Diagnostic) -> None:
        self._findings.append(finding)
        if len(self._findings) == MAX_FINDINGS:
            self.stop(too_many_findings(finding.location))


@lru_cache(maxsize=4096)  # the same keys and numbers come again and again
def _meaning(text: str) -> tuple[str | None, Value]:
    """Return what is to be said against a plain scalar, and what it is."""
    code = ambiguity(text)
    return code, text if code else plain_value(text)


def _what(node: Node) -> str:
    """What *node* is, in words: "the number 404", "a list"."""
    if isinstance(node, Sequence):
        return "a list"
    if isinstance(node, Mapping):
        return "a mapping"
    if node.value is None or isinstance(node.value, bool):
        return node.text
    return f"the {'text' if isinstance(node.value, str) else 'number'} {node.text}"
