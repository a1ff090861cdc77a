"""`specmill.lock`: which files are ours, and what they and the specs looked like.

It is committed beside the generated files. One line says one thing, in sorted order,
so that two branches seldom meet in it, and a line that a merge left can be named.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from ..light import dataclass
from .disk import read_regular
from .error import OutputError, printable, reason
from .files import LOCK, File, are_safe, require_safe

FORMAT = 1
_SECTIONS = ("specs", "files")
_KEYS = ("format", "tool", *_SECTIONS)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_ADVICE = "restore it from version control, or take either side of a merge conflict"


@dataclass(frozen=True, slots=True)
class Lock:
    """What the last run wrote and read: *specs* and *files* are path -> SHA-256."""

    tool: str
    specs: Mapping[str, str]
    files: Mapping[str, str]

    @classmethod
    def of(cls, tool: str, specs: Mapping[str, str], files: Iterable[File]) -> Lock:
        """Return the lock of *files*, made by *tool* from *specs*."""
        hashes = {file.path: file.hash for file in files}
        return cls(tool, dict(sorted(specs.items())), dict(sorted(hashes.items())))

    @classmethod
    def read(cls, root: str | os.PathLike[str]) -> Lock | None:
        """Return the lock that stands in *root*, None if none does.

        Raises `OutputError` with file and line for a lock that cannot be believed.
        """
        path = os.path.join(os.fspath(root), LOCK)
        try:
            raw = read_regular(path)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise OutputError(
                f"cannot read {printable(path)}: {reason(error)}"
            ) from None
        return cls.told(path, raw)

    @classmethod
    def told(cls, path: str, raw: bytes) -> Lock:
        """Return the lock that *raw*, the content of *path*, tells; raises as `read`."""
        if raw not in _LAST:  # a run looks at the same lock several times
            _remember(raw, _Reader(path, raw).lock())
        return _LAST[raw]

    def to_bytes(self) -> bytes:
        """Return the one way to write this lock."""
        parts = [f'"format": {FORMAT}', f'"tool": {_quoted(self.tool)}']
        for name, hashes in zip(_SECTIONS, (self.specs, self.files), strict=True):
            lines = [
                f"    {_quoted(path)}: {_quoted(hash_)}"
                for path, hash_ in sorted(hashes.items())
            ]
            inner = ",\n".join(lines)
            parts.append(f'"{name}": {{\n{inner}\n  }}' if lines else f'"{name}": {{}}')
        raw = ("{\n  " + ",\n  ".join(parts) + "\n}\n").encode("ascii")
        _remember(raw, self)
        return raw


_LAST: dict[bytes, Lock] = {}
"""The two locks that were read or written last, by their bytes."""


def _remember(raw: bytes, lock: Lock) -> None:
    _LAST[raw] = lock
    if len(_LAST) > 2:
        del _LAST[next(iter(_LAST))]


_quoted = json.encoder.encode_basestring_ascii


class _Reader:
    """Reads one lock, and knows the lines of what is wrong in it."""

    def __init__(self, path: str, raw: bytes) -> None:
        self._path = path
        # Undecodable bytes can stand in no key or hash, so they are found below.
        self._text = raw.decode("utf-8", "replace")

    def lock(self) -> Lock:
        value = self._json()
        if type(value) is not dict or value.get("format") is None:
            self._fail(1, "this is not a lock file of specmill")
        if value["format"] != FORMAT:
            self._fail(
                self._line_of("format"),
                f"format {value['format']!a} is not the format of this specmill, "
                f"{FORMAT}; use the specmill that wrote it",
            )
        for key in sorted({*_KEYS} ^ {*value}):
            word = "missing" if key in _KEYS else "unknown"
            self._fail(self._line_of(key), f"key {key!a} is {word}; {_ADVICE}")
        if type(value["tool"]) is not str:
            self._fail(self._line_of("tool"), f"'tool' is not a text; {_ADVICE}")
        for section in _SECTIONS:
            self._check_hashes(section, value[section])
        if not are_safe(value["files"]):
            for path in value["files"]:
                self._check_path(path)
        return Lock(value["tool"], value["specs"], value["files"])

    def _json(self) -> Any:
        try:
            return json.loads(self._text, object_pairs_hook=self._object)
        except json.JSONDecodeError as error:
            conflict = re.search(
                r"^(<<<<<<<|=======|>>>>>>>)", self._text, re.MULTILINE
            )
            if conflict:
                line = self._text.count("\n", 0, conflict.start()) + 1
                self._fail(line, f"a merge conflict is not resolved; {_ADVICE}")
            self._fail(error.lineno, f"this is not JSON; {_ADVICE}")
        except (RecursionError, ValueError):
            self._fail(1, f"this is not a lock file of specmill; {_ADVICE}")

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        if len(value) < len(pairs):
            keys = [key for key, _ in pairs]
            twice = next(key for key in keys if keys.count(key) > 1)
            self._fail(self._line_of(twice), f"{twice!a} stands here twice; {_ADVICE}")
        return value

    def _check_hashes(self, section: str, value: object) -> None:
        if type(value) is not dict:
            self._fail(
                self._line_of(section), f"{section!a} is not an object; {_ADVICE}"
            )
        for path, told in value.items():
            if type(told) is not str or not _SHA256.fullmatch(told):
                self._fail(
                    self._line_of(path), f"{path!a} has no SHA-256 in hex; {_ADVICE}"
                )

    def _check_path(self, path: str) -> None:
        # A path that leaves the root would let a lock remove files that are not ours.
        try:
            require_safe(path)
        except OutputError as error:
            self._fail(self._line_of(path), f"{error}; {_ADVICE}")

    def _line_of(self, key: str) -> int:
        """Return the line where *key* last stands; 1 if the lock was reformatted."""
        start = json.dumps(key) + ":"
        lines = self._text.split("\n")
        found = [
            n for n, line in enumerate(lines, 1) if line.lstrip().startswith(start)
        ]
        return found[-1] if found else 1

    def _fail(self, line: int, sentence: str) -> NoReturn:
        raise OutputError(f"{printable(self._path)}:{line}: {sentence}")
