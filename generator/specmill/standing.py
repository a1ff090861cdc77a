"""What stood where after the last run: sizes, times and inodes, in a local index.

A run that finds everything as the index says has nothing to do, and reads nothing else.
Size and time of writing alone are not believed: a file that is copied over another with
its times, or restored from an archive, has both. No program can set the time at which
the file system noted the change itself.

An index is written only when the clock of the disk has moved on since the last change
that it describes, so that no later change can carry the same time. It is safe to delete.
This stands on the path of every run, also of those that do nothing: it imports next to
nothing.
"""

from __future__ import annotations

import os
import sys
import time

from . import own

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

LOCK = "specmill.lock"
FOLDER = ".specmill-cache"
_INDEX = f"{FOLDER}/index"
_FORMAT = "specmill index 1"
_CONFIGURATION = "pyproject.toml"
_ABSENT = "absent"
_LONGEST_TICK = 0.1
"""Seconds after which the clock of the disk is taken to stand still."""
_BEGAN = time.time_ns()
_SLACK = 50_000_000
"""Nanoseconds by which the clock of the disk may lag behind that of the machine."""


class Standing:
    """Where a project keeps its parts, what made its files, and the state of each."""

    __slots__ = ("files", "output", "package", "seen", "specs", "tool")

    def __init__(
        self,
        parts: tuple[str, str, str],
        tool: str,
        seen: dict[str, str],
        files: dict[str, str],
    ) -> None:
        self.specs, self.output, self.package = parts
        self.tool = tool
        self.seen = seen
        """What was read, by its path from the root or of its own: links are followed."""
        self.files = files
        """What is generated, by its path from the root: links are not followed."""

    def is_so(self, root: str) -> bool:
        """Tell whether all of it still stands as it did."""
        folder = os.open(root, os.O_RDONLY)
        try:
            return all(
                _state(path, folder, follow) == told
                for states, follow in ((self.seen, True), (self.files, False))
                for path, told in states.items()
            )
        finally:
            os.close(folder)

    def state(self, path: str) -> str:
        """Return the state of *path*, which is one of those told of."""
        return self.files[path] if path in self.files else self.seen[path]

    def is_configured_so(self, root: str) -> bool:
        """Tell whether the configuration, that is where things are, is the same."""
        path = os.path.join(root, _CONFIGURATION)
        return _state(path, None, True) == self.seen.get(_CONFIGURATION)


def _state(path: str, folder: int | None, follow: bool) -> str:
    try:
        found = os.stat(path, dir_fd=folder, follow_symlinks=follow)
    except OSError:
        return _ABSENT
    return (
        f"{found.st_mode} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"
        f" {found.st_ino}"
    )


def spec_paths(root: str, specs: str) -> tuple[list[str], list[str]]:
    """Return the folders of specs and the specs in them, both relative to *root*.

    Raises OSError for a folder that cannot be looked into: what is in it is not gone.
    """
    folders, paths = [], []
    start = os.path.join(root, specs).rstrip(os.sep)
    first = os.path.relpath(start, root).replace(os.sep, "/")
    for above, inner, names in os.walk(start, onerror=_raise_unless_absent):
        inner[:] = [name for name in inner if not name.startswith((".", "_"))]
        here = f"{first}{above[len(start) :]}".replace(os.sep, "/")
        folders.append(here)
        paths += [
            f"{here}/{name}".removeprefix("./")
            for name in names
            if name.endswith((".yaml", ".yml")) and not name.startswith(".")
        ]
    return folders, sorted(paths)


def _raise_unless_absent(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError | NotADirectoryError):
        raise error


def of_specs(
    root: str, specs: str, before: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return the state of the configuration, of every folder of specs and every spec.

    Where all stands as *before*, no folder has other names in it.
    """
    if before:
        now = _states(before, root, follow=True)
        if now == before:
            return now
    folders, paths = spec_paths(root, specs)
    return _states((_CONFIGURATION, *folders, *paths), root, follow=True)


# The index -----------------------------------------------------------------------------


def read(root: str) -> Standing | None:
    """Return what the index of the project at *root* says; None without a sound one."""
    if not os.path.isfile(os.path.join(root, _INDEX)):
        return None
    try:
        with open(os.path.join(root, _INDEX), "rb") as index:
            parts = index.read().decode("utf-8", "surrogateescape").split("\0")
    except OSError:
        return None
    if len(parts) < 8 or parts[:2] != [_FORMAT, _running()]:
        return None
    specs, output, package, tool, count = parts[2:7]
    rest = parts[7:]
    if not count.isdecimal() or len(rest) % 2 == 0 or rest.pop() != _FORMAT:
        return None
    states = dict(zip(rest[::2], rest[1::2], strict=True))
    of_files = dict(zip(rest[: 2 * int(count) : 2], rest[1::2], strict=False))
    seen = {path: told for path, told in states.items() if path not in of_files}
    return Standing((specs, output, package), tool, seen, of_files)


def _running() -> str:
    """Return what finds the libraries: an index holds for this Python alone."""
    return "\n".join((sys.version, sys.prefix, own.HERE, *sys.path[1:]))


def _write(root: str, standing: Standing) -> None:
    parts = [_FORMAT, _running(), standing.specs, standing.output, standing.package]
    parts += [standing.tool, str(len(standing.files))]
    for states in (standing.files, standing.seen):
        for entry in states.items():
            parts += entry
    parts.append(_FORMAT)
    place = os.path.join(root, _INDEX)
    draft = f"{place}.{os.urandom(6).hex()}"
    try:
        with open(draft, "xb") as index:
            index.write("\0".join(parts).encode("utf-8", "surrogateescape"))
        os.replace(draft, place)
    except OSError:
        if os.path.exists(draft):
            os.unlink(draft)


# Taking note ---------------------------------------------------------------------------


def look(root: str, parts: tuple[str, str, str]) -> Looked:
    """Return how everything stands, beside what the index says of it."""
    known = None if os.name == "nt" else read(root)
    if known is not None and (known.specs, known.output, known.package) != parts:
        known = None
    folders, paths = spec_paths(root, parts[0])
    seen = _states((_CONFIGURATION, *folders, *paths, *_own()), root, follow=True)
    files = _states(known.files, root, follow=False) if known else {}
    return Looked(known, paths, seen, files)


class Looked:
    """How everything stood when it was looked at, and what was known of it before."""

    __slots__ = ("_before", "files", "known", "paths", "seen")

    def __init__(
        self,
        known: Standing | None,
        paths: list[str],
        seen: dict[str, str],
        files: dict[str, str],
    ) -> None:
        self.known = known
        self.paths = paths
        """The specs."""
        self.seen = seen
        self.files = files
        self._before = {**known.seen, **known.files} if known else {}

    def is_known(self, path: str, told: str) -> bool:
        """Tell whether *told*, the state of *path*, is what the index says."""
        return told != _ABSENT and self._before.get(path) == told

    def size_if_same(self, path: str) -> int | None:
        """Return the octets of a spec that is as the index says; None for another."""
        told = self.seen[path]
        return int(told.split(" ")[1]) if self.is_known(path, told) else None

    def is_same_file(self, path: str) -> bool:
        """Tell whether a generated file is as the index says."""
        return self.is_known(path, self.files.get(path, _ABSENT))

    def tool(self) -> str | None:
        """Return what made the files, where it is still the same."""
        if self.known is None:
            return None
        own_before = {path for path in self.known.seen if os.path.isabs(path)}
        own_now = {path for path in self.seen if os.path.isabs(path)}
        is_same = own_before == own_now and all(
            self.is_known(path, self.seen[path]) for path in own_now
        )
        return self.known.tool if is_same else None


def remember(
    root: str,
    parts: tuple[str, str, str],
    tool: str,
    specs: Mapping[str, str],
    files: Mapping[str, str],
    looked: Looked | None = None,
    touched: Container[str] | None = None,
) -> None:
    """Write the index of a project whose *specs* and generated *files* have these hashes.

    *looked* is how all stood before the run, and *touched* the files that it did touch,
    None for all. Nothing is written where a file is not as told, where the disk cannot
    be written, or where something changes meanwhile; the next run then looks for itself.
    """
    if os.name == "nt":  # whose change time is that of creation
        return
    looked = look(root, parts) if looked is None else looked
    target = parts[1]
    ours = {f"{target}/{LOCK}": LOCK, **{f"{target}/{path}": path for path in files}}
    # What was not touched stands as it did; if not, the next run sees that.
    now = {
        place: looked.files[place]
        for place, path in ours.items()
        if touched is not None and path not in touched and place in looked.files
    }
    new = _states((each for each in ours if each not in now), root, follow=False)
    states = {place: now.get(place) or new[place] for place in ours}
    standing = Standing(parts, tool, looked.seen, states)
    changed = [
        path
        for told in (standing.seen, standing.files)
        for path, state in told.items()
        if not looked.is_known(path, state)
    ]
    if not _is_past(root, standing, changed) or looked.paths != sorted(specs):
        return
    wanted = {**specs, **{f"{target}/{path}": told for path, told in files.items()}}
    if _is_as_told(root, standing, changed, wanted):
        _write(root, standing)


def _own() -> Iterable[str]:
    """Yield what makes the files: modules, templates, and the libraries they need."""
    yield from own.folders()
    for path in own.sources():
        yield os.path.join(own.HERE, path)
    for name in own.SHAPING:
        place = own.installed(name)
        if place is not None:
            yield os.path.abspath(place)


def _states(paths: Iterable[str], root: str, *, follow: bool) -> dict[str, str]:
    folder = os.open(root, os.O_RDONLY)
    try:
        return {path: _state(path, folder, follow) for path in paths}
    finally:
        os.close(folder)


def _is_past(root: str, standing: Standing, changed: Iterable[str]) -> bool:
    """Wait until the disk's clock is beyond every change; False where it stands still."""
    told = (standing.state(path) for path in changed)
    newest = max(map(_changed, told), default=0)
    if _changed(standing.seen[_CONFIGURATION]) >= _BEGAN - _SLACK:
        return False  # it may have been read before
    deadline = time.monotonic() + _LONGEST_TICK
    while _now(root) <= newest:
        if time.monotonic() >= deadline:
            return False
        time.sleep(0.001)
    return True


def _changed(state: str) -> int:
    return 0 if state == _ABSENT else int(state.split(" ")[3])


def _now(root: str) -> int:
    """Return the time by the disk's own clock; 0 where nothing can be written."""
    probe = os.path.join(root, FOLDER, "probe")
    try:
        if os.path.lexists(probe):  # which a run that could not remove it has left
            os.unlink(probe)
        os.close(os.open(probe, os.O_CREAT | os.O_EXCL, 0o600))
        now = os.stat(probe).st_ctime_ns
        os.unlink(probe)
    except OSError:
        return 0
    return now


def _is_as_told(
    root: str, standing: Standing, changed: Iterable[str], wanted: Mapping[str, str]
) -> bool:
    """Tell whether the content of what has *changed* is as *wanted*."""
    now = {path: standing.state(path) for path in changed}
    if any(told == _ABSENT for path, told in now.items() if path in wanted):
        return False
    if any(os.path.isabs(path) for path in now) and standing.tool != own.tool_now(
        standing.package
    ):
        return False
    return all(
        is_hashed_so(os.path.join(root, path), wanted[path])
        for path in now
        if path in wanted
    )


def is_hashed_so(path: str, hash_: str) -> bool:
    """Tell whether a file holds what has the SHA-256 *hash_*."""
    import hashlib

    if not os.path.isfile(path):
        return False
    try:
        with open(path, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest() == hash_
    except OSError:
        return False
