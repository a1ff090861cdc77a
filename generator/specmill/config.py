"""Where a project keeps its parts: `[tool.specmill]` of its `pyproject.toml`."""

from __future__ import annotations

import keyword
import re
import sys
import tomllib
from pathlib import Path, PurePosixPath
from typing import Any, Final

from .diagnostics import nearest
from .pipeline import Project

LONGEST: Final = 24 * 60 * 60
"""The most that `max_seconds` may be."""

TAKEN: Final = sys.stdlib_module_names | {
    *("anyio", "h11", "httpx2", "jsonschema", "pydantic", "pytest"),
    *("annotated_types", "pydantic_core", "typing_extensions", "typing_inspection"),
    *("contract_tests", "specmill"),
}
"""Modules that a package of the same name would hide, or be hidden by."""


class ConfigError(Exception):
    """The project's configuration cannot be used; the text says where and why."""


def find_project(start: Path) -> Project:
    """Return the project that *start* is in: the nearest folder that looks like one.

    It has `[tool.specmill]` in its `pyproject.toml`, or a folder `specs`; where none up
    to the root of the git repository does, *start* is one. Raises ConfigError.
    """
    for folder in (start, *start.parents):
        table = _table(folder / "pyproject.toml")
        if table is not None:
            return _configured(folder, folder / "pyproject.toml", table)
        if (folder / Project(folder).specs).is_dir():
            return Project(folder)
        if (folder / ".git").exists():
            break
    return Project(start)


def _table(path: Path) -> dict[str, Any] | None:
    """Return `[tool.specmill]`, or None where the file does not have it."""
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for
            raise ConfigError(f"{path}: is no regular file")
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from None
    try:
        tool = tomllib.loads(text).get("tool", {})
    except (ValueError, RecursionError) as error:  # of numbers and lists without end
        raise ConfigError(f"{path}: is not TOML: {error}") from None
    table = tool.get("specmill") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{path}: tool.specmill should be a table")
    return table


def _configured(folder: Path, path: Path, table: dict[str, Any]) -> Project:
    project = Project(folder, **_checked(path, table))
    if project.package in TAKEN or keyword.iskeyword(project.package):
        raise ConfigError(
            f"{path}: tool.specmill.package should be a name of its own, such as"
            f" partner_apis; '{project.package}' is taken by Python or by a library"
        )
    if PurePosixPath(project.output).parts[:1] in ((".git",), (".specmill-cache",)):
        raise ConfigError(
            f"{path}: tool.specmill.output should be a folder beside the specs, such as"
            f" generated; '{project.output}' is not for generated files"
        )
    specs, output = PurePosixPath(project.specs), PurePosixPath(project.output)
    if specs.is_relative_to(output) or output.is_relative_to(specs):
        raise ConfigError(
            f"{path}: tool.specmill.output should be a folder beside the specs, such as"
            f" generated; '{output}' and '{specs}' are one folder or one in the other"
        )
    return project


def _checked(path: Path, table: dict[str, Any]) -> dict[str, Any]:
    for key, value in table.items():
        if key not in _SHOULD:
            near = nearest(key, _SHOULD)
            hint = f"; did you mean '{near}'?" if near else ""
            raise ConfigError(f"{path}: tool.specmill has no key '{key}'{hint}")
        if not _fits(key, value):
            raise ConfigError(f"{path}: tool.specmill.{key} should be {_SHOULD[key]}")
    return dict(table)


_SHOULD: Final = {
    "specs": "a folder of the project",
    "output": "a folder of the project",
    "package": "a package name",
    "max_seconds": f"a number of seconds, at most {LONGEST}",
}


def _fits(key: str, value: object) -> bool:
    if key == "max_seconds":
        return type(value) in (int, float) and 0 < value <= LONGEST  # type: ignore[operator]
    if not isinstance(value, str):
        return False
    if key == "package":
        return re.fullmatch(r"[a-z][a-z0-9_]*", value, re.ASCII) is not None
    is_plain = value.isprintable() and value[:1] not in ("", "/", "\\")
    return is_plain and ".." not in Path(value).parts
