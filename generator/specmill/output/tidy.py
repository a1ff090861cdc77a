"""Text as rendered -> bytes as written; knows nothing of what the text says.

Python has to compile, and a text ends with one newline.
"""

from __future__ import annotations

import warnings
from types import CodeType

from .error import OutputError, printable


def tidy(path: str, text: str, *, is_sound: bool = False) -> bytes:
    """Return the content of the file *path*; `OutputError` if it cannot be one."""
    content = _encoded(path, text)
    if not is_sound and path.endswith((".py", ".pyi")):
        compiled(path, content)
    return content


def _encoded(path: str, text: str) -> bytes:
    try:
        body = text.rstrip("\n").encode()
    except UnicodeEncodeError:
        raise OutputError(
            f"the text of {path} holds half a surrogate pair, which UTF-8 cannot say"
        ) from None
    return body + b"\n" if body else b""


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
