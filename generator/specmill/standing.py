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
import struct
import sys
import time

from . import own

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping
    from typing import TypeAlias

    State: TypeAlias = bytes
    """Mode, octets, times of writing and of change, and inode: numbers of one width."""

LOCK = "specmill.lock"
FOLDER = ".specmill-cache"
_INDEX = f"{FOLDER}/index"
_FORMAT = b"specmill index 2"
_CONFIGURATION = "pyproject.toml"
_NUMBERS = struct.Struct("<5Q")
_ABSENT = bytes(_NUMBERS.size)
_MOST = 2**64 - 1
"""What a number has room for: times may lie before the first, or after the last."""
_LONGEST_TICK = 0.1
"""Seconds after which the clock of the disk is taken to stand still."""
_BEGAN = time.time_ns()
_SLACK = 50_000_000
"""Nanoseconds by which the clock of the disk may lag behind that of the machine."""


class Standing:
    """Where a project keeps its parts, what made its files, and the state of each."""

    __slots__ = ("files", "output", "package", "seen", "specs", "states", "tool")

    def __init__(
        self,
        parts: tuple[str, str, str],
        tool: str,
        seen: list[str],
        files: list[str],
        states: bytes,
    ) -> None:
        self.specs, self.output, self.package = parts
        self.tool = tool
        self.seen = seen
        """What was read, by its path from the root or of its own: links are followed.

        The configuration, that is where things are, comes first.
        """
        self.files = files
        """What is generated, by its path from the root: links are not followed."""
        self.states = states
        """Those of the files, and then those of what was seen."""

    def is_so(self, root: str) -> bool:
        """Tell whether all of it still stands as it did."""
        now = _told(self.files, root, follow=False)
        now += _told(self.seen, root, follow=True)
        return b"".join(now) == self.states

    def by_path(self) -> dict[str, State]:
        """Return the state of everything; of a file that is read, too, as a file."""
        size = _NUMBERS.size
        told = [self.states[at : at + size] for at in range(0, len(self.states), size)]
        count = len(self.files)
        seen = dict(zip(self.seen, told[count:], strict=True))
        return seen | dict(zip(self.files, told[:count], strict=True))

    def is_configured_so(self, root: str) -> bool:
        """Tell whether the configuration is the same."""
        at = len(self.files) * _NUMBERS.size
        told = self.states[at : at + _NUMBERS.size]
        return _told(self.seen[:1], root, follow=True) == [told]


def _told(paths: Iterable[str], root: str, *, follow: bool) -> list[State]:
    folder = os.open(root, os.O_RDONLY)
    try:
        return [_state(path, folder, follow) for path in paths]
    finally:
        os.close(folder)


def _state(path: str, folder: int, follow: bool) -> State:
    try:
        found = os.stat(path, dir_fd=folder, follow_symlinks=follow)
    except OSError:
        return _ABSENT
    written, changed = found.st_mtime_ns & _MOST, found.st_ctime_ns & _MOST
    return _NUMBERS.pack(found.st_mode, found.st_size, written, changed, found.st_ino)


def spec_paths(root: str, specs: str) -> tuple[list[str], list[str]]:
    """Return the folders of specs and the specs in them, both relative to *root*.

    Raises OSError for a folder that cannot be looked into: what is in it is not gone.
    """
    start = os.path.join(root, specs).rstrip(os.sep)
    first = os.path.relpath(start, root).replace(os.sep, "/")
    folders, paths = [first], []
    for here in folders:  # which grows meanwhile
        try:
            entries = os.scandir(start + here[len(first) :])
        except (FileNotFoundError, NotADirectoryError):
            continue
        with entries:
            for entry in entries:
                name = entry.name
                if name.startswith("."):
                    continue
                path = f"{here}/{name}"
                if _is_folder(entry):
                    if not (name.startswith("_") or entry.is_symlink()):
                        folders.append(path)
                elif name.endswith((".yaml", ".yml")):
                    paths.append(path.removeprefix("./"))
    return folders, sorted(paths)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads nowhere
        return False


def of_specs(
    root: str, specs: str, before: Mapping[str, State] | None = None
) -> dict[str, State]:
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
            format_, running, told = index.read().split(b"\0", 2)
        if (format_, running) != (_FORMAT, _running()):
            return None
        return _standing(told)
    except (OSError, ValueError):
        return None


def _standing(told: bytes) -> Standing:
    """Return what stands in an index after its head; raise ValueError for half of it."""
    *rest, count, listed = told.split(b"\0", 5)
    at = len(listed) - len(_FORMAT) - int(count) * _NUMBERS.size
    names = listed[: max(at, 0)].decode("utf-8", "surrogateescape").split("\0")
    if len(names) != int(count) + 2 or names.pop() or not listed.endswith(_FORMAT):
        raise ValueError("this is no index of ours")
    files = names[: names.index("")]
    seen = names[len(files) + 1 :]
    specs, output, package, tool = (
        each.decode("utf-8", "surrogateescape") for each in rest
    )
    states = listed[at : -len(_FORMAT)]
    return Standing((specs, output, package), tool, seen, files, states)


def _running() -> bytes:
    """Return what finds the libraries: an index holds for this Python alone."""
    told = "\n".join((sys.version, sys.prefix, own.HERE, *sys.path[1:]))
    return told.encode("utf-8", "surrogateescape")


def _write(root: str, standing: Standing) -> None:
    told = (standing.specs, standing.output, standing.package, standing.tool)
    count = len(standing.files) + len(standing.seen)
    names = (*standing.files, "", *standing.seen, "")
    texts = (*told, str(count), *names)
    listed = "\0".join(texts).encode("utf-8", "surrogateescape")
    place = os.path.join(root, _INDEX)
    draft = f"{place}.{os.urandom(6).hex()}"
    try:
        with open(draft, "xb") as index:
            index.write(b"\0".join((_FORMAT, _running(), listed)))
            index.write(standing.states + _FORMAT)
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
        seen: dict[str, State],
        files: dict[str, State],
    ) -> None:
        self.known = known
        self.paths = paths
        """The specs."""
        self.seen = seen
        self.files = files
        self._before = known.by_path() if known else {}

    def is_known(self, path: str, told: State) -> bool:
        """Tell whether *told*, the state of *path*, is what the index says."""
        return told != _ABSENT and self._before.get(path) == told

    def size_if_same(self, path: str) -> int | None:
        """Return the octets of a spec that is as the index says; None for another."""
        told = self.seen[path]
        return _NUMBERS.unpack(told)[1] if self.is_known(path, told) else None

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
    found = {place: now.get(place) or new[place] for place in ours}
    changed = {
        path: state
        for told in (looked.seen, found)
        for path, state in told.items()
        if not looked.is_known(path, state)
    }
    configured = looked.seen[_CONFIGURATION]
    if not _is_past(root, configured, changed) or looked.paths != sorted(specs):
        return
    wanted = {**specs, **{f"{target}/{path}": told for path, told in files.items()}}
    if _is_as_told(root, (tool, parts[2]), changed, wanted):
        states = b"".join((*found.values(), *looked.seen.values()))
        _write(root, Standing(parts, tool, [*looked.seen], [*found], states))


def _own() -> Iterable[str]:
    """Yield what makes the files: modules, templates, and the libraries they need."""
    yield from own.folders()
    for path in own.sources():
        yield os.path.join(own.HERE, path)
    for name in own.SHAPING:
        place = own.installed(name)
        if place is not None:
            yield os.path.abspath(place)


def _states(paths: Iterable[str], root: str, *, follow: bool) -> dict[str, State]:
    listed = [*paths]
    return dict(zip(listed, _told(listed, root, follow=follow), strict=True))


def _is_past(root: str, configured: State, changed: Mapping[str, State]) -> bool:
    """Wait until the disk's clock is beyond every change; False where it stands still."""
    newest = max(map(_changed, changed.values()), default=0)
    if _changed(configured) >= _BEGAN - _SLACK:
        return False  # it may have been read before
    deadline = time.monotonic() + _LONGEST_TICK
    while _now(root) <= newest:
        if time.monotonic() >= deadline:
            return False
        time.sleep(0.001)
    return True


def _changed(state: State) -> int:
    changed: int = _NUMBERS.unpack(state)[3]
    return changed


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
    root: str,
    made_by: tuple[str, str],
    changed: Mapping[str, State],
    wanted: Mapping[str, str],
) -> bool:
    """Tell whether the content of what has *changed* is as *wanted*.

    *made_by* is a tool, and the package that it is told for.
    """
    tool, package = made_by
    if any(told == _ABSENT for path, told in changed.items() if path in wanted):
        return False
    if any(map(os.path.isabs, changed)) and tool != own.tool_now(package):
        return False
    return all(
        is_hashed_so(os.path.join(root, path), wanted[path])
        for path in changed
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
