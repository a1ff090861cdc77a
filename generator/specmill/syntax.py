"""What is wrong where YAML cannot be parsed: PyYAML's complaints in our words.

PyYAML names tokens of its grammar; an author of a spec wants to know what to write.
"""

from __future__ import annotations

from yaml import Mark, MarkedYAMLError

from .diagnostics import Diagnostic, report
from .light import dataclass
from .source import Location, Source


@dataclass(frozen=True, slots=True)
class _Complaint:
    """Where the parser stopped, and where what it was reading began (text indices)."""

    source: Source
    problem: str
    stop: int
    start: int
    opened: Location | None
    """The mapping or list around it."""

    def tell(self, code: str, index: int, **values: str) -> Diagnostic:
        return report(code, self.source.at(index), **values)

    @property
    def char(self) -> str:
        """The character at which the parser stopped; "" at the end of the file."""
        return self.source.text[self.stop : self.stop + 1]

    @property
    def word(self) -> str:
        """What was being read, up to the next space."""
        return (self.source.text[self.start :].split(maxsplit=1) or [""])[0]

    @property
    def opening(self) -> str:
        return f"{self.opened.line}:{self.opened.column}" if self.opened else "1:1"


def syntax_finding(
    source: Source, error: MarkedYAMLError, opened: Location | None
) -> Diagnostic:
    """The diagnostic for *error*, raised while what *opened* names was being read."""
    stop = _index(error.problem_mark)
    start = stop if error.context_mark is None else _index(error.context_mark)
    complaint = _Complaint(source, error.problem or "", stop, start, opened)
    said = f"{error.context} {error.problem}"
    for words, tell in _COMPLAINTS:
        if words in said:
            return tell(complaint)
    return complaint.tell("syntax", stop, problem=complaint.problem)


def _index(mark: Mark | None) -> int:
    return mark.index if mark else 0


def _tab(complaint: _Complaint) -> Diagnostic:
    return complaint.tell("tab", complaint.stop)


def _directive(complaint: _Complaint) -> Diagnostic:
    """One after the document; those before it were told with the characters."""
    place = complaint.source.at(complaint.start)._replace(column=1)
    return report("directive", place, text=complaint.source.line(place.line))


def _block_header(complaint: _Complaint) -> Diagnostic:
    sign = complaint.source.text[complaint.start]
    return complaint.tell("block-header", complaint.stop, text=sign)


def _bad_escape(complaint: _Complaint) -> Diagnostic:
    backslash = complaint.source.text.rfind("\\", 0, complaint.stop)
    sequence = complaint.source.text[backslash : complaint.stop + 1]
    return complaint.tell("bad-escape", backslash, text=sequence)


def _unclosed_quote(complaint: _Complaint) -> Diagnostic:
    quote = complaint.source.text[complaint.start]
    return complaint.tell("unclosed-quote", complaint.start, quote=quote)


def _between_brackets(complaint: _Complaint) -> Diagnostic:
    if complaint.char == "?":  # text to YAML 1.2, the start of a key to YAML 1.1
        return _reserved(complaint)
    if complaint.char:
        opened = complaint.opening
        return complaint.tell("missing-comma", complaint.stop, opened=opened)
    return _unclosed_bracket(complaint)


def _unclosed_bracket(complaint: _Complaint) -> Diagnostic:
    opened = complaint.opened or complaint.source.at(complaint.start)
    return report("unclosed-bracket", opened)


def _block_end(complaint: _Complaint) -> Diagnostic:
    place = complaint.source.at(complaint.stop)
    before = complaint.source.line(place.line)[: place.column - 1]
    if before.strip(" "):
        return report("text-after-value", place)
    return report("indentation", place, opened=complaint.opening)


def _tag(complaint: _Complaint) -> Diagnostic:
    return complaint.tell("tag", complaint.start, name=complaint.word)


def _anchor(complaint: _Complaint) -> Diagnostic:
    return complaint.tell("anchor", complaint.start, name=complaint.word[1:])


def _alias(complaint: _Complaint) -> Diagnostic:
    return complaint.tell("alias", complaint.start, name=complaint.word[1:])


def _missing_colon(complaint: _Complaint) -> Diagnostic:
    return complaint.tell("missing-colon", complaint.start)


def _unexpected_colon(complaint: _Complaint) -> Diagnostic:
    return complaint.tell("unexpected-colon", complaint.stop)


def _misplaced_dash(complaint: _Complaint) -> Diagnostic:
    return complaint.tell("misplaced-dash", complaint.stop)


def _trailing_text(complaint: _Complaint) -> Diagnostic:
    return complaint.tell("trailing-text", complaint.stop)


def _reserved(complaint: _Complaint) -> Diagnostic:
    if complaint.char:
        sign = complaint.char
        return complaint.tell("reserved-character", complaint.stop, text=sign)
    return _unclosed_bracket(complaint)


# The first whose words occur in PyYAML's message counts.
_COMPLAINTS = (
    (r"'\t'", _tab),
    (r"'\\t'", _tab),
    ("a directive", _directive),
    ("YAML directive", _directive),
    ("incompatible YAML", _directive),
    ("duplicate tag handle", _directive),
    ("block scalar", _block_header),
    ("escape character", _bad_escape),
    ("expected escape sequence", _bad_escape),
    ("quoted scalar", _unclosed_quote),
    ("a tag", _tag),
    ("tag handle", _tag),
    ("an anchor", _anchor),
    ("an alias", _alias),
    ("could not find expected ':'", _missing_colon),
    ("mapping values are not allowed", _unexpected_colon),
    ("sequence entries are not allowed", _misplaced_dash),
    ("mapping keys are not allowed", _reserved),
    ("cannot start any token", _reserved),
    ("expected the node content", _reserved),
    ("expected ',' or", _between_brackets),
    ("expected <block end>", _block_end),
    ("'<document start>'", _trailing_text),
)
