"""Specs of this project, edited: what stands there dropped, moved, crossed and bent.

An edit works on the tree of a spec, so that most of what comes out is YAML and much of it
a spec: mistakes as people make them, in the passes behind the reader.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from specmill.nodes import plain
from specmill.read import read

HERE = Path(__file__).parent
TESTS = HERE.parent
ROOT = TESTS.parent

Tree = Any
"""What JSON can say."""
Files = dict[str, Tree]
"""The specs of a project by path."""
Place = tuple[Any, Any, str]
"""What a value stands in, its key or index there, and the name that it stands under."""


# What is edited -------------------------------------------------------------------------


def _projects() -> Iterator[Files]:
    """Yield every partner with one operation or callback, and small ones whole."""
    for folder in _folders():
        whole = {
            path.relative_to(folder.parent).as_posix(): plain(
                read(path.name, path.read_bytes())
            )
            for path in (*sorted(folder.parent.glob("*.yaml")), *_specs(folder))
        }
        calls = [path for path, tree in whole.items() if _is_call(tree)]
        if len(calls) <= MOST_CALLS:
            yield whole
        for one in calls if len(calls) > 1 else ():
            yield {
                path: tree
                for path, tree in whole.items()
                if path == one or path not in calls
            }


def _folders() -> Iterator[Path]:
    for specs in (ROOT / "specs", ROOT / "examples" / "specs"):
        yield from (each for each in sorted(specs.iterdir()) if each.is_dir())
    for path in sorted((TESTS / "golden").rglob("partner.yaml")):
        yield path.parent


def _specs(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.yaml"))


def _is_call(tree: Tree) -> bool:
    return "operation" in tree or "callback" in tree


MOST_CALLS = 4
"""How many operations a project has at most that is edited whole."""
PROJECTS = [*_projects()]


def _places(tree: Tree, under: str = "") -> Iterator[Place]:
    """Yield the place of every value below *tree*; an item stands under its list's name."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield tree, key, under
            yield from _places(value, key)
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield tree, index, under
            yield from _places(value, under)


def _seen() -> tuple[dict[str, list[tuple[str, Tree]]], dict[str, list[Tree]]]:
    """Return the entries that stand under a name somewhere, and the values of a key."""
    entries: dict[str, dict[str, tuple[str, Tree]]] = {}
    values: dict[str, dict[str, Tree]] = {}
    for project in PROJECTS:
        for tree in project.values():
            for inside, key, under in _places(tree):
                told = json.dumps(value := inside[key])
                if isinstance(inside, dict) and len(told) < LONGEST:
                    entries.setdefault(under, {})[f"{key}: {told}"] = (key, value)
                    values.setdefault(key, {})[told] = value
    return (
        {under: [*each.values()] for under, each in entries.items()},
        {key: [*each.values()] for key, each in values.items()},
    )


LONGEST = 3_000
"""How many characters what is put elsewhere has at most, as JSON."""
ENTRIES, VALUES = _seen()
KEYS = sorted(VALUES)


# How ------------------------------------------------------------------------------------


@st.composite
def edited(draw: st.DrawFn) -> dict[str, str]:
    """Return the specs of a project after one to four edits, as YAML by path."""
    files = deepcopy(draw(st.sampled_from(PROJECTS)))
    for _ in range(draw(st.sampled_from((1, 1, 2, 3, 4)))):
        path = draw(st.sampled_from([*files]))
        places = [*_places(files[path])]
        if places:
            edit = draw(st.sampled_from(EDITS))
            edit(draw, draw(st.sampled_from(places)), files)
    return {path: json.dumps(tree, ensure_ascii=False) for path, tree in files.items()}


def _drop(draw: st.DrawFn, place: Place, files: Files) -> None:
    inside, key, _ = place
    del inside[key]


def _double(draw: st.DrawFn, place: Place, files: Files) -> None:
    inside, key, under = place
    if isinstance(inside, list):
        inside.insert(key, deepcopy(inside[key]))
    else:
        inside[draw(_name(under, files))] = deepcopy(inside[key])


def _rename(draw: st.DrawFn, place: Place, files: Files) -> None:
    inside, key, under = place
    if isinstance(inside, dict):
        new = draw(_name(under, files))
        entries = [(new if each == key else each, inside[each]) for each in inside]
        inside.clear()
        inside.update(entries)


def _add(draw: st.DrawFn, place: Place, files: Files) -> None:
    """Put beside a value what stands in such a place in another spec."""
    inside, _, under = place
    if isinstance(inside, dict):
        key, value = draw(st.sampled_from(ENTRIES[under]))
        inside[key] = deepcopy(value)


def _replace(draw: st.DrawFn, place: Place, files: Files) -> None:
    """Put in place of a value what stands under the same key in another spec."""
    inside, key, under = place
    inside[key] = deepcopy(draw(st.sampled_from(VALUES.get(str(key), [under]))))


def _swap(draw: st.DrawFn, place: Place, files: Files) -> None:
    inside, key, _ = place
    tree = draw(st.sampled_from([*files.values()]))
    other, there, _ = draw(st.sampled_from([*_places(tree)] or [place]))
    inside[key], other[there] = deepcopy(other[there]), deepcopy(inside[key])


def _refer(draw: st.DrawFn, place: Place, files: Files) -> None:
    """Put in place of a value a word of this project: what it names may be elsewhere."""
    inside, key, _ = place
    inside[key] = draw(_word(files))


def _bend(draw: st.DrawFn, place: Place, files: Files) -> None:
    """Put in place of a value one of another kind, or none of ours."""
    inside, key, _ = place
    inside[key] = draw(st.sampled_from(_bent(inside[key])))


def _bent(value: Tree) -> list[Tree]:
    if isinstance(value, bool):
        return [not value, str(value), [], {}, 1]
    if isinstance(value, int | float):
        return [*NUMBERS, str(value), -value, value + 1, [value], {"a": value}]
    if value is None:
        return [*NUMBERS, *TEXTS]
    if isinstance(value, str):
        return [*TEXTS, value * 2, value[:-1], value.upper(), f"{value} ", [value], 1]
    parts = [*value.values()] if isinstance(value, dict) else value
    return [[], {}, "", True, 0, [value], {"a": value}, *parts]


EDITS: tuple[Callable[[st.DrawFn, Place, Files], None], ...] = (
    *(_drop, _double, _rename, _add, _add, _replace, _replace, _swap, _refer, _bend),
)


def _name(under: str, files: Files) -> st.SearchStrategy[str]:
    """Return a key for a mapping under that name: one of its own, another, or a text."""
    own = [key for key, _ in ENTRIES.get(under, [])] or KEYS
    return st.sampled_from(own) | st.sampled_from(KEYS) | st.sampled_from(TEXTS)


def _word(files: Files) -> st.SearchStrategy[str]:
    words: dict[str, None] = {}
    for tree in files.values():
        for inside, key, _ in _places(tree):
            words |= dict.fromkeys(
                each for each in (key, inside[key]) if _is_word(each)
            )
    return st.sampled_from([*words] or TEXTS)


def _is_word(value: Tree) -> bool:
    return isinstance(value, str) and 0 < len(value) < 80


NUMBERS: list[Tree] = [
    *(0, -1, 1, 2, 3, 99, 100, 255, 599, 600, 65_535, 65_537, 2**31, 2**53 + 1, 2**63),
    *(10**12, 10**30, -(10**30), 0.1, 0.5, 1.5, 99.99, 0.0000001, 123456789.123456789),
]
TEXTS: list[str] = [
    *("", " ", "a", "A", "_", "-", ".", "..", "/", "{", "}", "{}", "[]", "{a}", "{0}"),
    *(
        "a.b",
        "a[]",
        "a{}",
        ".a",
        "a.",
        "a..b",
        "body",
        "body.",
        "headers",
        "self",
        "cls",
    ),
    *("class", "None", "True", "__class__", "__init__", "model_dump", "json", "type"),
    *("str", "int", "print", "import", "from", "datetime", "pytest", "check", "a-b"),
    *(
        "A_B",
        "aB",
        "a b",
        "1",
        "007",
        "1a",
        "0",
        "-1",
        "1.0",
        "1e9",
        "é",
        "ß",
        "\u0130",
        "\u017f",
    ),
    *(
        "\ufb01eld",
        "\u212a",
        "日本",
        "\U0001f600",
        "e\u0301",
        "\ue000",
        "\u00a0",
        "\n",
        "\t",
    ),
    *('"', "'", '"""', "\\", "\\n", "#", "# type: ignore", "%s", "%", "$", "${x}", "`"),
    *("<b>", "&amp;", "|", "*", "a\nb", "a" * 300, "9" * 40, "^a$", "[0-9]+", "(a+)+"),
    *(".*", "\\d{3}", "[", "(", "a{2,1}", "(?=a)", "2026-02-30", "2026-01-31", "yyyy"),
    *("dd/MM/yyyy", "http://", "https://a", "https://a.example.com/{b}", "a@b", "GET"),
    *(
        "POST",
        "/a/{b}",
        "/a/../b",
        "//",
        "a?b=c",
        "200",
        "unknown",
        "none",
        "any",
        "all",
    ),
    *(
        "not a",
        "a and b",
        "a = 1",
        "a is b",
        "a == 'b'",
        "Content-Type",
        "Host",
        "A: b",
    ),
]
