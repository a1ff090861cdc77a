"""Where a project keeps its parts: `[tool.specmill]` of its `pyproject.toml`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, Final

from .diagnostics import nearest
from .pipeline import Project

KEYS: Final = {
    "specs": r"[^/\\].*",
    "output": r"[^/\\].*",
    "package": r"[a-z][a-z0-9_]*",
}
"""What the table may hold, and what each value must look like."""


class ConfigError(Exception):
    """The project's configuration cannot be used; the text says where and why."""


def find_project(start: Path) -> Project:
    """Return the project that *start* is in, by the nearest `pyproject.toml` of one.

    A folder without one is a project with the usual names. Raises ConfigError.
    """
    for folder in (start, *start.parents):
        table = _table(folder / "pyproject.toml")
        if table is not None:
            return Project(folder, **_checked(folder / "pyproject.toml", table))
    return Project(start)


def _table(path: Path) -> dict[str, Any] | None:
    """Return `[tool.specmill]`, or None where the file does not have it."""
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from None
    try:
        tool = tomllib.loads(text).get("tool", {})
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: is not TOML: {error}") from None
    table = tool.get("specmill") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{path}: tool.specmill should be a table")
    return table


def _checked(path: Path, table: dict[str, Any]) -> dict[str, str]:
    for key, value in table.items():
        if key not in KEYS:
            near = nearest(key, KEYS)
            hint = f"; did you mean '{near}'?" if near else ""
            raise ConfigError(f"{path}: tool.specmill has no key '{key}'{hint}")
        fits = isinstance(value, str) and re.fullmatch(KEYS[key], value, re.ASCII)
        if not fits or ".." in Path(value).parts:
            raise ConfigError(
                f"{path}: tool.specmill.{key} should be"
                f" {'a package name' if key == 'package' else 'a folder of the project'}"
            )
    return dict(table)
