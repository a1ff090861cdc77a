"""A clean virtual environment with specmill and what it is compared with.

Tools that a developer has beside specmill would be loaded with it or slow it down; so a
benchmark installs this checkout and its peers from the package index into an environment
of its own, or into the folder of `--environment`, which is kept.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]


@contextmanager
def environment(folder: Path | None, *peers: str) -> Iterator[Path]:
    """Yield the Python of an environment with specmill and *peers*."""
    if folder is not None:
        yield _installed(folder, peers)
        return
    with tempfile.TemporaryDirectory(prefix="specmill-environment-") as place:
        yield _installed(Path(place), peers)


def _installed(folder: Path, peers: tuple[str, ...]) -> Path:
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    print(f"installing into {folder.name} ...", file=sys.stderr)
    given = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    # pip writes what starts a command; that of an old one loads expressions for it.
    subprocess.run([python, *given, "--upgrade", "pip"], check=True)
    subprocess.run([python, *given, ROOT, *peers], check=True)
    return python
