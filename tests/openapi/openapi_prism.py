"""Prism as a process on loopback, where `tox -e openapi` has installed it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Self

FOLDER = "PRISM_FOLDER"
"""The variable that says where npm has put Prism."""
PATIENCE = 60
"""Seconds until it has to listen; it takes two on a machine that is not busy."""


def missing_prism() -> str:
    """Return why Prism cannot run here; empty where it can."""
    if shutil.which("node") is None:
        return "Prism needs node, which is not installed"
    if not os.environ.get(FOLDER):
        return f"{FOLDER} does not say where Prism is; run 'tox -e openapi'"
    if not executable().exists():
        return f"there is no Prism at {executable()}; npm could not install it"
    return ""


def executable() -> Path:
    return Path(os.environ[FOLDER]) / "node_modules" / ".bin" / "prism"


class Prism:
    """Prism serving one document; a context manager."""

    def __init__(self, command: str, document: Path, *more: str) -> None:
        self._port = _free_port()
        self._log = document.with_name(f"prism-{command}.log")
        self._command = [executable(), command, document, *more, "-p", str(self._port)]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def __enter__(self) -> Self:
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                self._command, stdout=log, stderr=subprocess.STDOUT
            )
        until = time.monotonic() + PATIENCE
        while not _listens(self._port):
            if self._process.poll() is not None or time.monotonic() > until:
                self.__exit__()
                raise RuntimeError(f"Prism does not listen: {self._log.read_text()}")
            time.sleep(0.1)
        return self

    def __exit__(self, *raised: object) -> None:
        self._process.terminate()
        self._process.wait()


def _free_port() -> int:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port: int = unused.getsockname()[1]
        return port


def _listens(port: int) -> bool:
    with socket.socket() as trial:
        return trial.connect_ex(("127.0.0.1", port)) == 0
