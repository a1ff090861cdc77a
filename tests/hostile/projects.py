"""The specs in which hostile text is put: small projects that show every key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from positions import Spot, as_yaml, put, spots

from specmill import ir
from specmill.check import check
from specmill.diagnostics import Diagnostic, Refused
from specmill.nodes import Mapping
from specmill.read import read
from specmill.resolve import resolve
from specmill.spec import Spec

HERE = Path(__file__).parent
TESTS = HERE.parent
ROOT = TESTS.parent


@dataclass(frozen=True)
class Project:
    """Some specs that are resolved together."""

    name: str
    roots: dict[str, Mapping]


def refusal_or_api(name: str, spot: Spot, text: str) -> ir.Api | tuple[Diagnostic, ...]:
    """Return what a project means with *text* at *spot*, or why it is refused."""
    project = PROJECTS[name]
    changed = as_yaml(put(project.roots[spot.file], spot, text)).lstrip("\n")
    try:
        specs = {**checked(name), spot.file: _checked(spot.file, changed)}
        return resolve(list(specs.values()), warn=_ignore)
    except Refused as refused:
        return refused.diagnostics


def _checked(path: str, text: str) -> Spec:
    return check(read(path, text.encode("utf-8", "surrogatepass")))


@cache
def checked(name: str) -> dict[str, Spec]:
    """Return the specs of a project as they are."""
    return {path: check(root) for path, root in PROJECTS[name].roots.items()}


def _projects() -> Iterator[Project]:
    yield _project("own", HERE / "specs")
    for folder in sorted((TESTS / "golden").glob("*/specs")):
        yield _project(folder.parent.name, folder)
    for folder in sorted((ROOT / "examples" / "specs").iterdir()):
        if folder.is_dir():
            yield _project(f"examples/{folder.name}", folder)
    yield _language()


def _project(name: str, folder: Path) -> Project:
    above = folder.parent if folder.name == "specs" else folder.parent.parent
    paths = sorted(folder.rglob("*.yaml"))
    if above != folder.parent:  # one partner of several: with the standards
        paths += sorted(folder.parent.glob("*.yaml"))
    return Project(name, {_name(path, above): _read(path, above) for path in paths})


def _name(path: Path, above: Path) -> str:
    return path.relative_to(above).as_posix()


def _read(path: Path, above: Path) -> Mapping:
    return read(_name(path, above), path.read_bytes())


def _language() -> Project:
    """Return the whole files that the pages about the language show."""
    roots: dict[str, Mapping] = {}
    for page in ("README.md", "environments.md"):
        text = (ROOT / "specs" / page).read_text("utf-8")
        for found in re.finditer(r"^```yaml\n(.*?)^```$", text, re.M | re.S):
            root = read("README.md", found[1].encode())
            folder = "acme/environments" if root.get("environment") else "acme"
            path = f"specs/{folder}/{len(roots)}.yaml"
            roots[path] = read(path, found[1].encode())
    return Project("language", roots)


def _reduced(project: Project) -> Iterator[Project]:
    """Yield the parts of a project that are understood without the rest."""
    shared = {
        path: root
        for path, root in project.roots.items()
        if root.get("partner") or root.get("standard")
    }
    for path, root in project.roots.items():
        part = Project(f"{project.name}: {path}", {**shared, path: root})
        if root.get("operation") or root.get("callback"):
            try:
                resolve([check(each) for each in part.roots.values()], warn=_ignore)
            except Refused:
                continue
            yield part


def _ignore(warning: Diagnostic) -> None:
    """Leave out what is merely odd."""


PROJECTS = {each.name: each for each in _projects()}
PROJECTS.update(
    {part.name: part for each in [*PROJECTS.values()] for part in _reduced(each)}
)


@cache
def places() -> tuple[tuple[str, Spot], ...]:
    """Return one spot for each position in each part, in the smallest project."""
    sizes = {
        name: sum(1 for path, root in each.roots.items() for _ in spots(path, root))
        for name, each in PROJECTS.items()
    }
    found: dict[tuple[str, str], tuple[str, Spot]] = {}
    for name in sorted(PROJECTS, key=lambda each: sizes[each]):
        for path, root in PROJECTS[name].roots.items():
            for spot in spots(path, root):
                found.setdefault((spot.part, spot.position), (name, spot))
    return tuple(found[key] for key in sorted(found))
