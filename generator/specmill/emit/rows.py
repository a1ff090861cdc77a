"""Tables of cases: what neighbors have in common is said once, above their rows.

A case stands on its own, with a name to each argument, where a row has no room for it
or nothing is saved by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any, Final

from ..harness.edits import Drop, Put
from ..harness.pointers import pointer_of
from ..harness.strict import Judges, Try
from ..light import dataclass
from ..literals import quoted
from ..verbatim import exact
from .tables import INDENT, Piece, Writer, call, defaults_of, laid, row
from .text import WIDTH

_WIDEST: Final = WIDTH - 2 * INDENT - 1
"""How long a row may be, without the comma that follows it."""
_FEW: Final = 4
"""So many cells are told apart without their names on several lines, too."""

Told = dict[str, Piece]
"""The arguments of a case, or its cells, as source by their names."""


def table(name: str, kind: str, found: Iterable[Any], writer: Writer) -> str:
    """Return the assignment of *found* to *name*, with a row to a line or more."""
    start = f"{name}: tuple[{kind}, ...] = "
    lines = list(_lines(found, writer))
    short = f"{start}({''.join(f'{each},' for each in lines)})"
    if len(lines) < 2 and "\n" not in short and len(short) <= WIDTH:
        return short
    listed = "".join(f"{' ' * INDENT}{each},\n" for each in lines)
    return f"{start}(\n{listed})"


def _lines(found: Iterable[Any], writer: Writer) -> Iterator[str]:
    for kind, alike in groupby(found, type):
        if kind is Judges:
            for each in _places(alike, writer):
                yield laid(each, INDENT, 1)
        else:
            cases = [_case(each, writer) for each in alike]
            for run in _runs(cases):
                yield from _rows(kind, run, writer)


# Neighbors ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Case:
    id: str
    fact: str
    told: Told
    place: str
    """What its id begins with."""
    is_keyed: bool
    """Whether its fact is about the place that its id begins with."""

    @property
    def in_common(self) -> tuple[str, ...]:
        """What it has in common with those that stand in one table with it."""
        evidence = self.told["evidence"].flat
        if self.is_keyed:
            return (self.place, evidence)
        return (self.place, evidence, self.fact, *self.told)


def _case(case: Any, writer: Writer) -> _Case:
    name, fact = exact(case.id), exact(case.fact)
    place = name.partition(" ")[0]
    is_keyed = fact.rpartition(".")[0] == place
    return _Case(name, fact, writer.arguments(case), place, is_keyed)


def _runs(cases: Iterable[_Case]) -> Iterator[list[_Case]]:
    """Yield neighbors: many of one place together, and the few of several places."""
    close = [list(each) for _, each in groupby(cases, lambda case: case.in_common)]
    for are_few, runs in groupby(close, lambda run: len(run) < _MANY):
        if are_few:
            loose = (case for run in runs for case in run)
            for _, found in groupby(loose, lambda case: case.is_keyed):
                yield list(found)
        else:
            yield from runs


_MANY: Final = 4
"""So many rows deserve a head of their own."""


def _rows(kind: type[Any], run: list[_Case], writer: Writer) -> Iterator[str]:
    """Yield *run* as a table, or each case where it has no room or nothing is saved."""
    if len(run) == 1:
        yield laid(writer.made(kind, run[0].told), INDENT, 1)
        return
    table = _Table.of(kind, run)
    fitting = table.fitting
    if all(fitting):
        together = laid(table.piece, INDENT, 1)
        alone = [writer.made(kind, each.told) for each in run]
        if together.count("\n") + 1 < sum(map(_height, alone)):
            writer.used |= {"Columns", "rows", *table.used}
            yield together
        else:
            yield from (laid(each, INDENT, 1) for each in alone)
        return
    for fits, cases in _split(table, run, fitting):
        if fits:
            yield from _rows(kind, cases, writer)
        else:
            for each in cases:
                yield laid(writer.made(kind, each.told), INDENT, 1)


def _split(
    table: _Table, run: Sequence[_Case], fitting: Sequence[bool]
) -> Iterator[tuple[bool, list[_Case]]]:
    """Yield parts of *run*, and whether they may have a table.

    Parts differ in the longest of the cells, so that it is said once above their rows,
    or else in having room for a row.
    """
    widest = table.widest
    by_cell = groupby(zip(widest, run, strict=True), lambda each: each[0])
    parts = [[case for _, case in found] for _, found in by_cell]
    if len(run) > len(parts) > 1:
        yield from ((True, each) for each in parts)
        return
    for fits, found in groupby(zip(fitting, run, strict=True), lambda each: each[0]):
        yield fits, [case for _, case in found]


def _height(piece: Piece) -> int:
    """Return how many lines *piece* takes at least."""
    if len(piece.flat) < WIDTH - INDENT:
        return 1
    return 3 if len(piece.flat) <= WIDTH else 2 + len(piece.parts)


# Columns ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Table:
    """Rows of cells, and what is the same in all of them."""

    kind: type[Any]
    head: Told
    columns: tuple[tuple[str, ...], ...]
    """Arguments by columns: those in one are always equal."""
    rows: tuple[Piece, ...]
    used: frozenset[str]

    @classmethod
    def of(cls, kind: type[Any], run: Sequence[_Case]) -> _Table:
        usual = dict(defaults_of(kind))  # type: ignore[arg-type]
        edits = next((name for name in ("edits", "arrives") if name in usual), "")
        cells = _Cells(run, edits)
        told = cells.told
        names = dict.fromkeys(name for name in _FIRST if name in told[0])
        names |= dict.fromkeys(name for each in told for name in each)
        flat = {
            name: tuple(each[name].flat if name in each else "" for each in told)
            for name in names
        }
        same = [name for name in names if len(set(flat[name])) == 1 and name != "id"]
        equal: dict[tuple[str, ...], list[str]] = {}
        for name in sorted(names.keys() - same, key=[*names].index):
            # What some lack is as usual there, which differs from name to name.
            own = (name,) if "" in flat[name] else ()
            equal.setdefault(flat[name] + own, []).append(name)
        by_gaps = sorted(equal.items(), key=lambda each: each[0].count(""))
        columns = tuple(tuple(named) for _, named in by_gaps)
        return cls(
            kind,
            {**cells.head, **{name: told[0][name] for name in same}},
            columns,
            tuple(_row(each, columns, usual) for each in told),
            frozenset(cells.used),
        )

    @property
    def fitting(self) -> list[bool]:
        """Whether each row has room on a line; a few cells may do with several."""
        found = [len(row.flat) <= _WIDEST for row in self.rows]
        if 2 * sum(found) < len(found):
            return found
        return [
            fits or len(row.parts) <= _FEW
            for fits, row in zip(found, self.rows, strict=True)
        ]

    @property
    def widest(self) -> list[str]:
        """The cells of the column that takes most room."""
        return max(
            (
                [
                    row.parts[at][1].flat if at < len(row.parts) else ""
                    for row in self.rows
                ]
                for at in range(len(self.columns))
            ),
            key=lambda cells: len("".join(cells)),
        )

    @property
    def piece(self) -> Piece:
        names = Piece(quoted(" ".join(map("=".join, self.columns))))
        named = [(f"{name}=", part) for name, part in self.head.items()]
        head = call("Columns", [("", Piece(self.kind.__name__)), ("", names), *named])
        return call("*rows", [("", head), *(("", each) for each in self.rows)])


_FIRST: Final[tuple[str, ...]] = ("id", "key", "fact", "evidence", "value")


def _row(
    told: Told, columns: Sequence[tuple[str, ...]], usual: dict[str, Any]
) -> Piece:
    """Return the cells of a row, less those at its end that it does not have."""
    last = max(at for at, (name, *_) in enumerate(columns) if name in told)
    return row(
        told[name] if name in told else Writer().piece(usual[name])
        for name, *_ in columns[: last + 1]
    )


class _Cells:
    """The arguments of neighbors, each said as shortly as its place allows."""

    def __init__(self, run: Sequence[_Case], edits: str) -> None:
        self.head: Told = {}
        """What shortens the cells, as it is said above them."""
        self.used: set[str] = set()
        self.told = [dict(each.told) for each in run]
        self._places = [each.place for each in run]
        is_keyed = all(each.is_keyed for each in run)
        self._shorten_ids(run, is_keyed)
        if is_keyed:
            for told, each in zip(self.told, run, strict=True):
                del told["fact"]
                told["key"] = Piece(quoted(each.fact[len(each.place) + 1 :]))
        if not edits or self._value_edits(edits):
            self._value_arguments()

    def _shorten_ids(self, run: Sequence[_Case], is_keyed: bool) -> None:
        words = _first_words([each.id for each in run])
        about = " ".join(words[:1] if is_keyed else words)
        start = len(about) + 1 if about else 0
        labels = [each.id[start:] for each in run]
        if about:
            self.head["about"] = Piece(quoted(about))
            for told, label in zip(self.told, labels, strict=True):
                told["id"] = Piece(quoted(label))
        facts = {
            each.fact.replace(label, "{}", 1)
            for each, label in zip(run, labels, strict=True)
        }
        if len(facts) == 1 and not is_keyed and len({each.fact for each in run}) > 1:
            (fact,) = facts
            if fact.count("{}") == 1:
                self.head["facts"] = Piece(quoted(fact))
                for told in self.told:
                    del told["fact"]

    def _value_edits(self, name: str) -> bool:
        """Tell whether each has one edit, and make a value of it."""
        edits = [told[name].parts for told in self.told if name in told]
        only = [parts[0][1] for parts in edits if len(parts) == 1]
        if len(only) < len(self.told):
            return False
        at = self._at(only)
        for told, edit, place in zip(self.told, only, self._places, strict=True):
            del told[name]
            told["value"] = self._value(edit, at or _pointer(place))
        return True

    def _at(self, edits: Sequence[Piece]) -> str:
        """Return where most of *edits* are; "" where each is at its own place."""
        found = [
            (each.parts[0][1].flat, _pointer(place))
            for each, place in zip(edits, self._places, strict=True)
            if each.opening in _AT
        ]
        if all(pointer == own for pointer, own in found):
            return ""
        pointers = [pointer for pointer, _ in found]
        at = max(pointers, key=pointers.count)
        self.head["where"] = Piece(at)
        return at

    def _value(self, edit: Piece, at: str) -> Piece:
        if edit.opening not in _AT or edit.parts[0][1].flat != at:
            return edit
        return edit.parts[1][1] if edit.opening == "Put(" else self._nothing()

    def _nothing(self) -> Piece:
        self.used.add("NOTHING")
        return Piece("NOTHING")

    def _value_arguments(self) -> None:
        passed = [told["arguments"].parts for told in self.told if "arguments" in told]
        names = {start.removesuffix(": ") for parts in passed for start, _ in parts}
        if len(names) != 1:
            return
        (name,) = names
        values = [self._passed(told, name) for told in self.told]
        if all(
            value is not None and told.get("value", value).flat == value.flat
            for told, value in zip(self.told, values, strict=True)
        ):
            self.head["passed"] = Piece(name)
            for told, value in zip(self.told, values, strict=True):
                told["value"] = value or self._nothing()
                told.pop("arguments", None)
                told.pop("omits", None)

    def _passed(self, told: Told, name: str) -> Piece | None:
        """Return the value of the argument; None where more is passed or left out."""
        omits = told.get("omits")
        if "arguments" in told:
            return None if omits else told["arguments"].parts[0][1]
        is_omitted = omits is not None and omits.flat == f"({name},)"
        return self._nothing() if is_omitted else None


_AT: Final = frozenset({"Put(", "Drop("})


@lru_cache(maxsize=4096)
def _pointer(place: str) -> str:
    return quoted(pointer_of(place.split(".")))


def _first_words(ids: Iterable[str]) -> list[str]:
    """Return the words with which all of *ids* begin; each goes on after them."""
    found = []
    for words in zip(*(each.split(" ")[:-1] for each in ids), strict=False):
        if len(set(words)) > 1:
            break
        found.append(words[0])
    return found


# Validators ---------------------------------------------------------------------------


def _places(found: Iterable[Judges], writer: Writer) -> Iterator[Piece]:
    """Yield what is judged of the request, and of each reply."""
    for (name, fact, evidence), places in groupby(
        found, lambda each: (each.of, each.fact, each.evidence)
    ):
        writer.used |= {"At", "Of", "judged"}
        said = [("", Piece(quoted(each))) for each in (name, fact, evidence)]
        listed = [("", _place(each, writer)) for each in places]
        yield call("*judged", [("", call("Of", said)), *listed])


def _place(judges: Judges, writer: Writer) -> Piece:
    tried = groupby(judges.tries, lambda each: _how(judges.pointer, each))
    runs = [piece for how, each in tried for piece in _tried(how, list(each), writer)]
    pointer = Piece(quoted(judges.pointer))
    return call("At", [("", pointer), *(("", each) for each in runs)])


def _how(pointer: str, tried: Try) -> tuple[str, str]:
    """Return how *tried* is told at *pointer*, and the rule that it breaks."""
    if tried.edit.pointer != pointer:
        return "Try", tried.rule
    if isinstance(tried.edit, Drop):
        return "Lacks", tried.rule
    return ("Breaks" if tried.rule else "Keeps"), tried.rule


def _tried(
    how: tuple[str, str], found: Sequence[Try], writer: Writer
) -> Iterator[Piece]:
    name, rule = how
    if name == "Try":
        yield from map(writer.piece, found)
        return
    writer.used.add(name)
    said = [("", Piece(quoted(rule)))] if rule else []
    if name == "Lacks":
        yield from (call(name, said) for _ in found)
        return
    values = [each.edit.value for each in found if isinstance(each.edit, Put)]
    yield call(name, [*said, *(("", writer.piece(value)) for value in values)])
