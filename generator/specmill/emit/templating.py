"""How templates become text: plain values by name, and no name that nobody gave."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
)
from jinja2.bccache import Bucket

from .. import __version__

TEMPLATES: Final = Path(__file__).parent.parent / "templates"
_COMPILED: Final = Path(__file__).parent / "__pycache__"


class _BesideTheCode(FileSystemBytecodeCache):
    """Compiled templates, kept where Python keeps compiled modules, if it may."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def render(template: str, values: dict[str, Any]) -> str:
    """Return the text of *template*; what it names and *values* lack is an error."""
    return _environment().get_template(template).render(values)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        undefined=StrictUndefined,
        autoescape=False,  # Python and Markdown are written, not HTML
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=_kept(),
    )


def _kept() -> FileSystemBytecodeCache | None:
    may_be = not sys.dont_write_bytecode and os.access(_COMPILED, os.W_OK)
    pattern = f"template-{__version__}-%s.jinja"
    return _BesideTheCode(str(_COMPILED), pattern) if may_be else None
