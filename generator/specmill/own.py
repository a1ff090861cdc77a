"""What makes the files: specmill by its own bytes, and libraries by their versions.

Stands on the path of every run, also of those that do nothing: it imports next to
nothing, and finds the version of a library by the name of a folder, where the standard
library would load a reader of mail for it.
"""

from __future__ import annotations

import os
import sys

from . import __version__

HERE = os.path.dirname(os.path.abspath(__file__))
SHAPING = ("black", "datamodel-code-generator", "jinja2", "pydantic")
"""Distributions whose version shows in the generated files."""
_SOURCES = (".py", ".j2")
_SUFFIX = ".dist-info"


_KNOWN: dict[str, str] = {}


def tool(package: str) -> str:
    """Return what makes the files of a *package*, as it was when first asked for."""
    if package not in _KNOWN:
        _KNOWN[package] = tool_now(package)
    return _KNOWN[package]


def believe(package: str, named: str) -> None:
    """Take *named* for what makes the files of a *package*, as it was found before."""
    _KNOWN[package] = named
    _KNOWN[""] = named.removesuffix(package)


def tool_now(package: str) -> str:
    """Return what makes the files of a *package*, as the lock names it."""
    versions = " ".join(f"{name} {version(name)}" for name in SHAPING)
    return f"specmill {__version__} ({_digest()}) {versions}; {package}"


def _digest() -> str:
    """Return a digest of every module and template, by path and content."""
    import hashlib

    total = hashlib.sha256()
    for path in sources():
        with open(os.path.join(HERE, path), "rb", buffering=0) as source:
            content = source.read()
        total.update(f"{path}\n{len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()[:16]


def sources() -> list[str]:
    """Return the modules and templates of specmill, relative to it, sorted."""
    start = len(HERE) + 1
    return sorted(
        f"{folder}/{name}"[start:].replace(os.sep, "/")
        for folder in folders()
        for name in os.listdir(folder)
        if name.endswith(_SOURCES)
    )


def folders() -> list[str]:
    """Return the folders of specmill, those of compiled Python aside."""
    found = []
    for folder, inner, _ in os.walk(HERE):
        inner[:] = sorted(name for name in inner if name != "__pycache__")
        found.append(folder)
    return found


def version(name: str) -> str:
    """Return the installed version of a distribution; PackageNotFoundError without."""
    place = installed(name)
    if place is not None:
        return os.path.basename(place).removesuffix(_SUFFIX).rpartition("-")[2]
    from importlib import metadata

    return metadata.version(name)


def installed(name: str) -> str | None:
    """Return the folder that describes the distribution *name*, where there is one."""
    wanted = name.replace("-", "_").casefold()
    for folder in sys.path:
        for entry in _described(folder):
            if entry.removesuffix(_SUFFIX).rpartition("-")[0].casefold() == wanted:
                return os.path.join(folder, entry)
    return None


def _described(folder: str) -> list[str]:
    try:
        names = os.listdir(folder or os.curdir)
    except OSError:  # what is on the path need not be there
        return []
    return [name for name in names if name.endswith(_SUFFIX)]
