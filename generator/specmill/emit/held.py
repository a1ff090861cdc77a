"""No text of a spec becomes code: every file is held to its twin before it is written.

The twin is rendered from the same Api with harmless signs in place of all others that
stand in texts.  What differs between the two beyond the texts themselves, a node of the
syntax tree, a comment, a cell of a table, was made by a text.
The tables of contract tests follow from what is near to a text, and have no twin: they
may use only the names that the harness gives them.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache, cached_property, partial
from opcode import EXTENDED_ARG, opmap
from types import CodeType
from typing import Any, Final, Generic, TypeVar

from .. import ir
from ..contribution import ReadmeParts, Whole
from ..output import Draft, OutputError, compiled
from ..verbatim import Verbatim

_Meant = TypeVar("_Meant", bound=ir.Api | Whole)

_SIGN: Final = re.compile(
    r"[^A-Za-z0-9_ .:/,;+=%@{}\[\]-]|\[(?!\])|(?<!\[)\]|\{(?!\})|(?<!\{)\}"
)
"""What can end a literal, begin a comment or mean something to Markdown.

`[]` and `{}` stand for the items of a list and of a map in the path of a member.
"""


def held(
    emit: Callable[[_Meant], Iterator[Draft]],
    meant: _Meant,
    *,
    is_table: bool,
    twin: Twin[_Meant] | None = None,
) -> Iterator[Draft]:
    """Yield what *emit* makes of *meant*; rendering a draft raises for code out of a text.

    *twin* is that of *meant*, where several emitters share it.
    """
    twins = _Twins(emit, twin or Twin(meant))
    for draft in emit(meant):
        if is_table:
            render = partial(_rendered_table, draft, meant.package)
            yield replace(draft, render=render, is_sound=_is_test(draft.path))
        else:
            yield replace(draft, render=partial(_rendered, draft, twins))


def held_parts(
    path: str, render: Callable[[ir.Api], ReadmeParts], twin: Twin[ir.Api]
) -> ReadmeParts:
    """Return what *render* makes of what is meant; raise OutputError for code of a text.

    They are parts of the file *path*, each of whole lines.
    """
    found = render(twin.meant)
    if twin.is_other:
        other = render(twin.blanked)
        for name in ReadmeParts.__slots__:
            require_same_shape(path, getattr(found, name), getattr(other, name))
    return found


class Twin(Generic[_Meant]):
    """What is meant, with harmless texts; made when it is first needed."""

    def __init__(self, meant: _Meant) -> None:
        self.meant = meant

    @cached_property
    def blanked(self) -> _Meant:
        return blanked(self.meant)

    @property
    def is_other(self) -> bool:
        """Whether what is meant has a text that is not harmless as it stands."""
        return self.blanked is not self.meant


def blanked(meant: _Meant) -> _Meant:
    """Return *meant* with a dash for every sign that may mean something in code."""
    found: _Meant = _blanked(meant)
    return found


def _blanked(value: Any) -> Any:
    if isinstance(value, str):
        if not _SIGN.search(value):
            return value
        found = _SIGN.sub("-", value)
        return Verbatim(found) if isinstance(value, Verbatim) else found
    if isinstance(value, tuple):
        return _tuple(value)
    if isinstance(value, list):
        items = tuple(value)
        kept = _tuple(items)
        return value if kept is items else list(kept)
    if isinstance(value, dict):
        items = tuple(value.items())
        kept = _tuple(items)
        return value if kept is items else dict(kept)
    changed: dict[str, Any] = {}
    for name in _parts(type(value)):  # type: ignore[arg-type]
        old = getattr(value, name)
        new = _blanked(old)
        if new is not old:
            changed[name] = new
    return replace(value, **changed) if changed else value


@cache
def _parts(kind: type[Any]) -> tuple[str, ...]:
    """Return the names of what a *kind* consists of; none where it holds no text."""
    if not is_dataclass(kind) or kind.__module__.startswith(_RUNTIME):
        return ()
    return tuple(each.name for each in fields(kind))


_RUNTIME: Final = f"{__name__.partition('.')[0]}.runtime."
"""Where written forms are declared, which are checked and not text."""


def _tuple(value: tuple[Any, ...]) -> tuple[Any, ...]:
    found = tuple(map(_blanked, value))
    if all(new is old for new, old in zip(found, value, strict=True)):
        return value
    return type(value)(*found) if hasattr(value, "_fields") else found


class _Twins(Generic[_Meant]):
    """The drafts of the twin, made when the first of them is needed."""

    def __init__(
        self, emit: Callable[[_Meant], Iterator[Draft]], twin: Twin[_Meant]
    ) -> None:
        self._emit = emit
        self._twin = twin

    @property
    def are_other(self) -> bool:
        """Whether they can differ from what they are the twins of."""
        return self._twin.is_other

    @cached_property
    def by_path(self) -> dict[str, Draft]:
        return {each.path: each for each in self._emit(self._twin.blanked)}


def _rendered(draft: Draft, twins: _Twins[Any]) -> str:
    text = draft.render()
    if not twins.are_other:
        return text
    twin = twins.by_path.get(draft.path)
    if twin is None:
        raise OutputError(f"{draft.path} would not be there without a text of a spec")
    if twin.key != draft.key:
        require_same_shape(draft.path, text, twin.render())
    return text


# With a twin ----------------------------------------------------------------------------


def require_same_shape(path: str, text: str, twin: str) -> None:
    """Raise OutputError where *text* and *twin* differ in more than their texts."""
    shape = _python if path.endswith((".py", ".pyi")) else _lines
    try:
        is_same = text == twin or shape(text) == shape(twin)
    except (SyntaxError, ValueError, tokenize.TokenError):
        is_same = False
    if not is_same:
        raise OutputError(
            f"{path} is not written: a text of a spec would become a part of its code;"
            " please report this"
        )


def _python(text: str) -> tuple[list[str], str]:
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value, node.kind = "", None
    return list(_comments(text)), ast.dump(tree)


def _comments(text: str) -> Iterator[str]:
    if "#" in text:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                yield token.string


def _lines(text: str) -> list[tuple[str, int]]:
    """Return how each line of Markdown begins, and how many cells it has."""
    return [(_beginning(line), len(_cells(line))) for line in text.split("\n")]


def _beginning(line: str) -> str:
    found = _BEGINNING.match(line)
    return found[0] if found else ""


def _cells(line: str) -> list[str]:
    return _CELL.findall(line) if line.startswith("|") else []


_BEGINNING: Final = re.compile(r"[`~]{3}.*|(?:[#>=+*|-]+|[0-9]+[.)]| +)+(?= )|[|=-]+")
_CELL: Final = re.compile(r"(?<!\\)\|")


# Without --------------------------------------------------------------------------------


def _is_test(path: str) -> bool:
    return path.rpartition("/")[2].startswith("test_") and path.endswith(".py")


def _rendered_table(draft: Draft, package: str) -> str:
    text = draft.render()
    if _is_test(draft.path):
        require_known_names(draft.path, text, package)
    return text


_KNOWN: Final = frozenset(
    {"__annotations__", "__doc__", "__file__", "dict", "str", "tuple", "zip"}
    | {"check", "datetime", "decimal", "fromisoformat", "mark", "parametrize", "pytest"}
    | {"typing", "__future__"}
)
"""What a module of contract tests uses beside what it imports and defines."""


def require_known_names(path: str, text: str, package: str) -> None:
    """Raise OutputError for a name that no module of contract tests has a use for."""
    code = compiled(path, text)
    bound = set(_bound(code))
    own = ("_harness", f"{package}.")
    strange = {
        name
        for name in _names(code)
        if name not in bound | _KNOWN and not name.startswith(own)
    }
    if strange:
        raise OutputError(
            f"{path} is not written: it would use {', '.join(sorted(strange))!a};"
            " please report this"
        )


def _bound(code: CodeType) -> Iterator[str]:
    """Yield the names that a module imports, assigns and defines."""
    operators, arguments = code.co_code[::2], code.co_code[1::2]
    for found in _BINDING.finditer(operators):
        at, shift = found.start(), 0
        index = arguments[at]
        while operators[at - 1] == EXTENDED_ARG:
            at, shift = at - 1, shift + 8
            index |= arguments[at] << shift
        yield code.co_names[index]


_BINDING: Final = re.compile(
    b"[%s]" % re.escape(bytes([opmap["STORE_NAME"], opmap["STORE_GLOBAL"]]))
)


def _names(code: CodeType) -> Iterable[str]:
    yield from code.co_names
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from _names(each)
