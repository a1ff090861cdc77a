"""What stands in generated files: their shape, and the texts that they say."""

from __future__ import annotations

import ast
import io
import json
import re
import tokenize
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import yaml
from exports import exports, html_says, html_shape

from specmill import ir
from specmill.emit import (
    EMITTERS,
    Twin,
    Whole,
    callback_tests,
    contract_tests,
    contribution,
    environment_tests,
    together,
)
from specmill.output import Draft

Shape = object


TESTS = (callback_tests, contract_tests, environment_tests)
"""What writes the contract tests, which takes most of the time."""


def drafts(api: ir.Api, *, with_tests: bool) -> dict[str, Draft]:
    """Return what becomes of *api*, less what is the same for every package."""
    emitters = [each for each in EMITTERS if with_tests or each not in TESTS]
    found = [each for emitter in emitters for each in emitter.emit(api)]
    alone = [Twin(ir.Api(api.package, (each,))) for each in api.partners]
    found += together(Whole(api.package, tuple(map(contribution, alone))))
    found += exports(api, whole=with_tests)
    return {each.path: each for each in found}


def plain(value: Any, text: str) -> Iterator[str]:
    """Yield every text in what is meant that holds *text* and can be formatted.

    Written forms of the runtime are no part of it: they are written by value.
    """
    if type(value) is str:
        yield from (value,) if text in value else ()
    elif isinstance(value, tuple | list):
        for each in value:
            yield from plain(each, text)
    elif isinstance(value, dict):
        yield from plain([*value, *value.values()], text)
    elif is_dataclass(value) and not type(value).__module__.startswith(RUNTIME):
        for field in fields(value):
            yield from plain(getattr(value, field.name), text)


RUNTIME = "specmill.runtime."


def shape(path: str, text: str) -> Shape:
    """Return what is left of a file when its texts are blanked."""
    if path.endswith(".py"):
        return _python(path, text)
    if path.endswith(".md"):
        return [_line(each) for each in text.split("\n")]
    if path.endswith(".html"):
        return html_shape(text)
    return "" if path.endswith((".json", ".yaml")) else text


class _Blanked(ast.NodeTransformer):
    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        return ast.Constant("") if isinstance(node.value, str) else node


def _python(path: str, text: str) -> Shape:
    comments = list(_comments(text)) if "#" in text else []
    body = ast.parse(text).body
    if path.startswith("contract_tests/"):
        # How many rows a table has depends on what is near to the text.
        body = [each for each in body if not _is_of_cases(each)]
    return comments, [ast.dump(_Blanked().visit(each)) for each in body]


def _comments(text: str) -> Iterator[str]:
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.string


def _is_of_cases(each: ast.stmt) -> bool:
    if isinstance(each, ast.ImportFrom):
        return str(each.module).startswith("_harness")
    return isinstance(each, ast.AnnAssign)


def _line(line: str) -> Shape:
    """Return how a line of Markdown begins, and how many cells it has."""
    start = re.match(r"[#`> -]*(?=[|`#>-]| )|```.*", line)
    is_row = line.startswith("|")
    return start and start[0], is_row and len(re.findall(r"(?<!\\)\|", line))


def foreign(text: str) -> Iterator[str]:
    """Yield the kinds of node in the tables of a test module that are no data."""
    for statement in ast.parse(text).body:
        if isinstance(statement, ast.AnnAssign) and statement.value is not None:
            for node in ast.walk(statement.value):
                if not (isinstance(node, _DATA) or _is_a_time(node) or _is_rows(node)):
                    yield ast.dump(node)


def _is_rows(node: ast.AST) -> bool:
    """Tell whether *node* is what neighbors of a table have in common, and their rows."""
    call = node.value if isinstance(node, ast.Starred) else None
    made = call.func if isinstance(call, ast.Call) else None
    return isinstance(made, ast.Name) and made.id in ("judged", "rows")


def _is_a_time(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and "datetime.fromisoformat" == ast.unparse(
        node
    )


_DATA = (
    *(ast.Tuple, ast.List, ast.Dict, ast.Constant, ast.Call, ast.keyword, ast.Name),
    *(ast.Load, ast.UnaryOp, ast.USub),
)


def says(path: str, text: str) -> Iterator[str]:
    """Yield every text that a file says, as a reader of it has it."""
    if path.endswith(".py"):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
    elif path.endswith(".json"):
        yield from _in_json(json.loads(text))
    elif path.endswith(".yaml"):
        yield from _in_json(yaml.load(text, yaml.CSafeLoader))
    elif path.endswith(".html"):
        yield from html_says(text)
    else:
        # Code stands in it as it is, all else with marks before signs.
        seen = re.sub(r"(?<!\\)&#x([0-9A-F]+);", lambda it: chr(int(it[1], 16)), text)
        plain = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", seen)
        yield f"{plain}\n{text}"


def _in_json(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    for each in value if isinstance(value, list) else ():
        yield from _in_json(each)
    if isinstance(value, str):
        yield value


def filled(text: str) -> str:
    """Return *text* as prose is compared: how it is broken into lines does not count."""
    return re.sub(r"[ \t\r\n]+", " ", text)
