"""What datamodel-code-generator wrote: held to what was asked for, then given its texts.

The source may have the kinds of node and the names that are listed here or were asked
for, and every class exactly its members; a stand-in becomes the literal of its text.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from typing import Any, Final

from ..light import dataclass
from .held import require_same_shape


class ModelsDiffer(Exception):
    """datamodel-code-generator returned something else than what was asked for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a module of models is to hold.

    *schema* is JSON, *texts* are docstrings and *wire_names* literals, both as source, by stand-in.
    """

    package: str
    schema: str
    header: str
    aliases: tuple[tuple[str, str], ...]
    texts: tuple[tuple[str, str], ...]
    wire_names: tuple[tuple[str, str], ...]


_KINDS: Final = (
    *(ast.Module, ast.ImportFrom, ast.alias, ast.ClassDef, ast.AnnAssign, ast.Expr),
    *(ast.Name, ast.Constant, ast.Subscript, ast.Tuple, ast.BinOp, ast.BitOr),
    *(ast.Call, ast.keyword, ast.Load, ast.Store, ast.Pass),
)
"""The kinds of node that a module of models may have."""

_NAMES: Final = frozenset(
    {"Annotated", "Any", "ApiModel", "Field", "MISSING", "RootModel"}
    | {"bool", "dict", "float", "int", "list", "str"}
)
_IMPORTED: Final = {
    "__future__": {"annotations"},
    "pydantic": {"Field", "MISSING"},
    "typing": {"Annotated", "Any"},
}
_ARGUMENTS: Final = frozenset({"alias", "default"})


def written(text: str, asked: Asked) -> str:
    """Return *text* with the texts that were asked for; raises ModelsDiffer."""
    try:
        module = ast.parse(text)
    except SyntaxError:
        raise ModelsDiffer("datamodel-code-generator wrote no Python") from None
    if not text.isascii() or "#" in text:
        raise ModelsDiffer("datamodel-code-generator wrote text of its own")
    _hold_to(module, asked)
    found = _with_texts(text, module, asked)
    require_same_shape("models.py", found, text)
    return found


# What may stand there ------------------------------------------------------------------


def _hold_to(module: ast.Module, asked: Asked) -> None:
    """Raise ModelsDiffer for a node, a name or a member that nobody asked for."""
    schema = json.loads(asked.schema)
    aliases = dict(asked.aliases)
    members = {
        (record, name): aliases.get(f"{record}.{name}", name)
        for record, definition in schema["$defs"].items()
        for name in definition["properties"]
    }
    names = _NAMES | schema["$defs"].keys() | set(members.values())
    strange = next(_strange(module, names, asked), None)
    if strange is not None:
        raise ModelsDiffer(f"datamodel-code-generator wrote {strange}")
    differing = {*members.items()} ^ {*_members(module)}
    if differing:
        (record, name), _ = min(differing)
        raise ModelsDiffer(f"datamodel-code-generator changed {record}.{name}")


def _strange(module: ast.Module, names: set[str], asked: Asked) -> Iterator[str]:
    known = {None, *dict(asked.texts), *dict(asked.wire_names), *_plain(asked)}
    for node in ast.walk(module):
        if type(node) not in _KINDS:
            yield f"a node of kind {type(node).__name__}"
        elif isinstance(node, ast.Name) and node.id not in names:
            yield f"the name {node.id}"
        elif isinstance(node, ast.ClassDef) and not _is_model(node):
            yield f"the class {node.name}"
        elif isinstance(node, ast.ImportFrom) and not _is_known(node, asked):
            yield f"an import from {node.module}"
        elif isinstance(node, ast.Call) and not _is_field(node):
            yield "a call"
        elif isinstance(node, ast.Constant) and node.value not in known:
            yield "a value"


def _plain(asked: Asked) -> Iterator[str]:
    """Yield the wire names that stand for themselves."""
    for definition in json.loads(asked.schema)["$defs"].values():
        yield from definition["properties"]


def _is_model(node: ast.ClassDef) -> bool:
    bases = [each.id for each in node.bases if isinstance(each, ast.Name)]
    return ["ApiModel"] == bases and not (node.keywords or node.decorator_list)


def _is_known(node: ast.ImportFrom, asked: Asked) -> bool:
    own = {f"{asked.package}._runtime.model": {"ApiModel"}}
    allowed = {**_IMPORTED, **own}.get(node.module or "", set())
    return not node.level and all(
        each.name in allowed and each.asname is None for each in node.names
    )


def _is_field(node: ast.Call) -> bool:
    is_field = isinstance(node.func, ast.Name) and node.func.id == "Field"
    return (
        is_field
        and not node.args
        and {each.arg for each in node.keywords} <= _ARGUMENTS
    )


def _members(module: ast.Module) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the name of every member in Python, by its class and what it is asked as."""
    for statement in module.body:
        if isinstance(statement, ast.ClassDef):
            for each in statement.body:
                if isinstance(each, ast.AnnAssign) and isinstance(
                    each.target, ast.Name
                ):
                    asked_as = _alias(each) or each.target.id
                    yield (statement.name, asked_as), each.target.id


def _alias(member: ast.AnnAssign) -> str | None:
    """Return the text after `alias=` in the annotation or the value of *member*."""
    for node in ast.walk(member):
        if isinstance(node, ast.keyword) and node.arg == "alias":
            assert isinstance(node.value, ast.Constant)
            return str(node.value.value)
    return None


# What is written in --------------------------------------------------------------------


def _with_texts(text: str, module: ast.Module, asked: Asked) -> str:
    """Return *text* with every stand-in replaced by the source of what it stands for."""
    sources: dict[Any, str] = {**dict(asked.texts), **dict(asked.wire_names)}
    found = [
        node
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and node.value in sources
    ]
    if {*sources} != {node.value for node in found}:
        raise ModelsDiffer("datamodel-code-generator left a text out")
    lines = text.splitlines(keepends=True)
    for node in sorted(found, key=lambda node: (node.lineno, node.col_offset))[::-1]:
        assert node.end_lineno and node.end_col_offset is not None
        before = lines[node.lineno - 1][: node.col_offset]
        after = lines[node.end_lineno - 1][node.end_col_offset :]
        whole = f"{before}{sources[node.value]}{after}"
        lines[node.lineno - 1 : node.end_lineno] = [whole]
    return "".join(lines)
