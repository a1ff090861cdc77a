"""Text as rendered -> bytes as written; knows nothing of what the text says.

Python passes through black, or, where it is installed, through ruff's formatter, which
writes the same style at a hundredth of the cost; tests hold the two to the same bytes.
All options are written here: no configuration is read, so the bytes are the same in every
folder. Other text is only ended with one newline.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import warnings
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import CodeType
from typing import Literal

from ..own import installed, version
from .error import OutputError, printable, reason

LINE_LENGTH = 88
_OPTIONS = (
    *("format", "--quiet", "--isolated", "--no-cache", "--no-force-exclude"),
    *("--line-length", str(LINE_LENGTH), "--target-version", "py311"),
)

_BY: Literal["black", "ruff"] = "ruff" if installed("ruff") else "black"

FORMATTER = f"{_BY} {version(_BY)}, {LINE_LENGTH} columns, Python 3.11"
"""Names what decides the bytes that `tidy` makes of a text; part of every cache key."""


def tidy(path: str, text: str) -> bytes:
    """Return the content of the file *path*; `OutputError` if it cannot be one."""
    return next(tidy_all([(path, text)]))


def tidy_all(texts: Sequence[tuple[str, str]]) -> Iterator[bytes]:
    """Yield the content of every file of *texts*, path and text, formatted in one go."""
    python = [(path, _encoded(path, text)) for path, text in texts if is_python(path)]
    formatted = iter(_formatted(python) if python else ())
    for path, text in texts:
        yield next(formatted) if is_python(path) else _encoded(path, text)


def as_it_is(path: str, text: str, *, is_sound: bool = False) -> bytes:
    """Return the content of a file that nothing is to format; `OutputError` as `tidy`."""
    content = _encoded(path, text)
    if is_python(path) and not is_sound:
        compiled(path, content)
    return content


def is_python(path: str) -> bool:
    return path.endswith((".py", ".pyi"))


def _encoded(path: str, text: str) -> bytes:
    try:
        body = text.rstrip("\n").encode()
    except UnicodeEncodeError:
        raise OutputError(
            f"the text of {path} holds half a surrogate pair, which UTF-8 cannot say"
        ) from None
    return body + b"\n" if body else b""


def _formatted(texts: Sequence[tuple[str, bytes]]) -> Iterator[bytes]:
    found = _by_ruff(texts) if _BY == "ruff" else _by_black(texts)
    for (path, _), content in zip(texts, found, strict=True):
        compiled(path, content)
        yield content


def _by_black(texts: Sequence[tuple[str, bytes]]) -> Iterator[bytes]:
    import black
    from black.mode import Mode, TargetVersion

    mode = Mode({TargetVersion.PY311}, LINE_LENGTH)
    for path, content in texts:
        try:
            yield black.format_str(content.decode(), mode=mode).encode()
        except ValueError as error:
            said = printable(str(error))
            failure = OutputError(f"black cannot format {path}: {said}")
        else:
            continue
        compiled(path, content)
        raise failure


def _by_ruff(texts: Sequence[tuple[str, bytes]]) -> Iterator[bytes]:
    with tempfile.TemporaryDirectory(prefix="specmill-") as folder:
        names = [f"{n}{os.path.splitext(path)[1]}" for n, (path, _) in enumerate(texts)]
        places = [Path(folder, name) for name in names]
        for place, (_, content) in zip(places, texts, strict=True):
            place.write_bytes(content)
        _run_ruff(folder, names, texts)
        for place in places:
            yield place.read_bytes()


def _run_ruff(
    folder: str, names: Iterable[str], texts: Iterable[tuple[str, bytes]]
) -> None:
    # What a person has set for his own work is nothing to ours.
    given = {key: text for key, text in os.environ.items() if key[:5] != "RUFF_"}
    try:
        ended = subprocess.run(
            [_program(), *_OPTIONS, *names],
            cwd=folder,
            env=given,
            capture_output=True,
            text=True,
            errors="replace",
        )
    except OSError as error:
        raise OutputError(f"cannot run ruff: {reason(error)}") from error
    if ended.returncode:
        for path, content in texts:
            compiled(path, content)
        said = printable(ended.stderr.strip())
        raise OutputError(f"ruff cannot format the files: {said}")


def _program() -> str:
    from ruff import find_ruff_bin  # type: ignore[import-untyped]

    return str(find_ruff_bin())


def compiled(path: str, content: str | bytes) -> CodeType:
    """Return *content* compiled; `OutputError` where it is no valid Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return compile(content, path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, Warning, RecursionError, MemoryError) as error:
        raise OutputError(
            f"{path} would not be valid Python: {printable(str(error))}"
        ) from error
