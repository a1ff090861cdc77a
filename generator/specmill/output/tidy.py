"""Text as rendered -> bytes as written; knows nothing of what the text says.

Python passes through black, with options that are all written here: no configuration
file is read, so the bytes are the same in every folder. Other text is only ended with
one newline.
"""

from __future__ import annotations

import warnings

from .error import OutputError, printable

LINE_LENGTH = 88


def _black_version() -> str:
    try:
        # Costs nothing, while black itself takes longer to load than a run that has
        # nothing to format.
        from _black_version import version  # type: ignore[import-untyped]
    except ImportError:
        from importlib.metadata import version as installed

        return installed("black")
    return str(version)


FORMATTER = f"black {_black_version()}, {LINE_LENGTH} columns, Python 3.11"
"""Names what decides the bytes that `tidy` makes of a text; part of every cache key."""


def tidy(path: str, text: str) -> bytes:
    """Return the content of the file *path*; `OutputError` if it cannot be one."""
    try:
        if is_python(path):
            text = _black(path, text)
            _require_compiles(path, text)
        return _end(text).encode()
    except UnicodeEncodeError:
        raise OutputError(
            f"the text of {path} holds half a surrogate pair, which UTF-8 cannot say"
        ) from None


def is_python(path: str) -> bool:
    return path.endswith((".py", ".pyi"))


def _black(path: str, text: str) -> str:
    import black
    from black.mode import TargetVersion
    from black.report import NothingChanged

    mode = black.Mode(
        line_length=LINE_LENGTH,
        target_versions={TargetVersion.PY311},
        is_pyi=path.endswith(".pyi"),
    )
    try:
        return black.format_file_contents(text, fast=True, mode=mode)
    except NothingChanged:
        return text
    except UnicodeEncodeError:
        raise
    except Exception as error:  # whatever black trips over, nothing is written
        raise OutputError(
            f"black cannot format {path}: {printable(str(error))}"
        ) from error


def _require_compiles(path: str, text: str) -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            compile(text, path, "exec", dont_inherit=True)
    except UnicodeEncodeError:
        raise
    except (SyntaxError, ValueError, Warning, RecursionError, MemoryError) as error:
        raise OutputError(
            f"{path} would not be valid Python: {printable(str(error))}"
        ) from error


def _end(text: str) -> str:
    body = text.rstrip("\n")
    return body + "\n" if body else ""
