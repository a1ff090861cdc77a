"""`generate` where there is nothing to do, and `generate --check` where all is well.

Only the good news is told here: whatever else it is, however small, is left to the whole
program, which looks for itself and says what it finds. So this may give up anywhere.
It imports next to nothing, because what a command loads is most of what it costs.
"""

from __future__ import annotations

import os

from . import own, standing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_STOPS = ("specs", ".git", "pyproject.toml")
"""What makes a folder one that only the whole program can judge."""


def run(arguments: Sequence[str]) -> int | None:
    """Carry out *arguments* and return the exit code; None to leave them alone."""
    if os.name == "nt" or not arguments or arguments[0] != "generate":
        return None
    given = list(arguments[1:])
    is_check = "--check" in given
    if is_check:
        given.remove("--check")
    try:
        folder = _folder(given)  # there may be none to begin at
        if folder is None:
            return None
        number = _checked(folder) if is_check else _unchanged(folder)
    except (OSError, ValueError, RecursionError):
        return None
    if number is None:
        return None
    print(f"{number[0]} is current: {number[1]} file{'' if number[1] == 1 else 's'}")
    return 0


def _folder(given: list[str]) -> str | None:
    """Return the folder to start from; None for other options than that."""
    if not given:
        return os.getcwd()
    if len(given) == 2 and given[0] == "--project" and not given[1].startswith("-"):
        folder = os.path.join(os.getcwd(), given[1])
        return folder if os.path.isdir(folder) and ".." not in folder else None
    return None


def _indexed(folder: str) -> tuple[str, standing.Standing] | None:
    """Return the project that *folder* is in, where its index says what it is."""
    while True:
        known = standing.read(folder)
        if known is not None:
            return (folder, known) if known.is_configured_so(folder) else None
        above = os.path.dirname(folder)
        if above == folder or any(
            os.path.lexists(os.path.join(folder, name)) for name in _STOPS
        ):
            return None
        folder = above


def _unchanged(folder: str) -> tuple[str, int] | None:
    """Return the output folder and how many files it has, if nothing has changed."""
    found = _indexed(folder)
    if found is None:
        return None
    root, known = found
    if not known.is_so(root) or _is_unfinished(root, known.output):
        return None
    return known.output, len(known.files) - 1


def _is_unfinished(root: str, output: str) -> bool:
    """Tell whether a killed run left something in the output folder or beside it."""
    parent, name = os.path.split(os.path.join(root, output))
    beside, inside = f"{name}.specmill-", ".specmill-"
    return any(each.startswith(beside) for each in os.listdir(parent)) or any(
        each.startswith(inside) for each in os.listdir(os.path.join(parent, name))
    )


# By hash -------------------------------------------------------------------------------

_SAFE = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./"
_ROOM = 4 * 1024 * 1024
"""The most octets of a file that are read here."""
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def _checked(folder: str) -> tuple[str, int] | None:
    """Return the output folder and how many files it has, if all hashes are as locked."""
    found = _indexed(folder)
    if found is not None:
        root, known = found
        specs, output, package = known.specs, known.output, known.package
    else:
        configured = _configured(folder)
        if configured is None:
            return None
        root, specs, output, package = configured
    locked = _locked(os.path.join(root, output, standing.LOCK))
    if locked is None or locked[0] != _HEAD % own.tool(package):
        return None
    _, of_specs, of_files = locked
    if standing.spec_paths(root, specs)[1] != _paths(of_specs):
        return None
    is_so = _are_so(root, of_specs, os.O_RDONLY) and _are_so(
        os.path.join(root, output), of_files, _READ
    )
    return (output, len(of_files)) if is_so else None


def _are_so(root: str, lines: list[str], flags: int) -> bool:
    """Tell whether *lines* of a lock are what the files say that they name."""
    from hashlib import sha256

    # One room for all: to make one for each costs as much as to read into it.
    room = memoryview(bytearray(_ROOM))
    folder = os.open(root, os.O_RDONLY)
    try:
        for line in lines:
            path = line[_PATH]
            opened = os.open(path, flags, dir_fd=folder)
            try:
                size = os.readv(opened, (room,))
            finally:
                os.close(opened)
            # What has no room is another matter, and has another hash.
            if line != f'    "{path}": "{sha256(room[:size]).hexdigest()}",':
                return False
    finally:
        os.close(folder)
    return True


def _configured(folder: str) -> tuple[str, str, str, str] | None:
    """Return root, specs, output and package of a project without an index."""
    while not os.path.lexists(os.path.join(folder, "pyproject.toml")):
        above = os.path.dirname(folder)
        if os.path.isdir(os.path.join(folder, "specs")):
            return folder, "specs", "generated", "partner_apis"
        if above == folder or os.path.lexists(os.path.join(folder, ".git")):
            return None
        folder = above
    import tomllib

    if not os.path.isfile(os.path.join(folder, "pyproject.toml")):
        return None  # a pipe would be waited for
    with open(os.path.join(folder, "pyproject.toml"), "rb") as file:
        table = tomllib.load(file).get("tool", {}).get("specmill", {})
    parts = {"specs": "specs", "output": "generated", "package": "partner_apis"}
    if not table or not table.keys() <= parts.keys():
        return None
    parts.update(table)
    plain = all(
        isinstance(each, str) and each.replace("-", "_").isidentifier()
        for each in parts.values()
    )
    is_apart = parts["specs"] != parts["output"]
    return (folder, *parts.values()) if plain and is_apart else None  # type: ignore[return-value]


_HEAD = '{\n  "format": 1,\n  "tool": "%s",\n'
_PATH = slice(len('    "'), -len('": "",') - 64)
"""Where the path stands in the line of a hash, which has 64 digits."""


def _locked(path: str) -> tuple[str, list[str], list[str]] | None:
    """Return head, and lines of specs and of files, of a lock as specmill writes it.

    One thing to a line, so that no parser need be loaded; what the lines say is seen
    when they are made anew.
    """
    if not os.path.isfile(path):
        return None
    with open(path, "rb") as lock:
        text = lock.read().decode("ascii")
    head, *rest = text.split('  "specs": {\n')
    specs, *files = rest[0].split('\n  },\n  "files": {\n') if len(rest) == 1 else ("",)
    if len(files) != 1 or not files[0].endswith(_END) or "\\" in text:
        return None
    of_specs = f"{specs},".split("\n")
    of_files = f"{files[0].removesuffix(_END)},".split("\n")
    paths = _paths(of_files)
    unsafe = "".join(paths).encode("ascii").translate(None, _SAFE)
    listed = "\0".join(("", *paths))
    is_inside = ".." not in listed and "\0/" not in listed
    is_once = len({*paths}) == len(paths) and '"' not in "".join(_paths(of_specs))
    return (head, of_specs, of_files) if is_inside and is_once and not unsafe else None


_END = "\n  }\n}\n"


def _paths(lines: list[str]) -> list[str]:
    return [line[_PATH] for line in lines]
