"""Tell which modules of the generator join texts of specs into plain text.

`", ".join(texts)` asks the comma, not the texts, so that `Verbatim` cannot refuse it.
Here the modules are compiled with every such call replaced by one that looks at what is
joined; then all of the specs of `tests/hostile` and `tests/golden` are written.  Run as a
program it prints a line for each place; `runtime` and `harness` are no part of it, for
they get plain text.
"""

from __future__ import annotations

import ast
import builtins
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

HERE = Path(__file__).parent
PACKAGE = HERE.parent / "generator" / "specmill"
EXCEPT = ("specmill.runtime", "specmill.harness", "specmill.verbatim")
FOUND: set[str] = set()


class _Watching(ast.NodeTransformer):
    def __init__(self, path: str) -> None:
        self.path = path

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        called = node.func
        if not (isinstance(called, ast.Attribute) and called.attr == "join"):
            return node
        place = ast.Constant(f"{self.path}:{node.lineno}")
        given = [called.value, place, *node.args]
        watched = ast.Call(ast.Name("_joined_here", ast.Load()), given, node.keywords)
        return ast.copy_location(watched, node)


def _joined_here(between: Any, place: str, *parts: Any) -> Any:
    if type(between) is str:
        listed = list(parts[0])
        if any(type(each).__name__ == "Verbatim" for each in listed):
            FOUND.add(place)
        return between.join(listed)
    return between.join(*parts)


class _Loader(SourceFileLoader):
    def get_code(self, fullname: str) -> CodeType:
        path = Path(self.get_filename(fullname))
        tree = _Watching(path.relative_to(PACKAGE).as_posix()).visit(
            ast.parse(path.read_bytes())
        )
        return compile(ast.fix_missing_locations(tree), path, "exec")


class _Finder(MetaPathFinder):
    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        if not fullname.startswith("specmill") or fullname.startswith(EXCEPT):
            return None
        found = PathFinder.find_spec(fullname, path, target)
        if found is not None and found.origin is not None:
            found.loader = _Loader(fullname, found.origin)
        return found


def _written(roots: Iterable[Path]) -> Iterator[str]:
    from specmill.check import check
    from specmill.emit import emit
    from specmill.openapi import document, written
    from specmill.read import read
    from specmill.resolve import resolve
    from specmill.show import show, show_callback

    for root in roots:
        paths = sorted(root.rglob("*.yaml"))
        names = [(each.relative_to(root.parent).as_posix(), each) for each in paths]
        api = resolve([check(read(name, each.read_bytes())) for name, each in names])
        for draft in emit(api):
            yield draft.render()
        for partner in api.partners:
            calls = tuple((partner, each) for each in partner.operations)
            called = tuple((partner, each) for each in partner.callbacks)
            for pair in calls:
                yield from show(*pair)
            for pair_of_one in called:
                yield from show_callback(*pair_of_one)
            yield written(document(calls, called), "yaml")


if __name__ == "__main__":
    sys.path.insert(0, str(PACKAGE.parent))
    vars(builtins)["_joined_here"] = _joined_here
    sys.meta_path.insert(0, _Finder())
    golden = sorted((HERE / "golden").glob("*/specs"))
    for _ in _written([HERE / "hostile" / "specs", *golden]):
        pass
    for place in sorted(FOUND):
        print(f"{place} joins texts of specs into plain text")
