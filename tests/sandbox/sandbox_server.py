"""A partner's sandbox in a process of its own, and the suite that is run against it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
SERVED = Path(
    os.environ.get("SPECMILL_SANDBOX", ROOT.parent / "shared" / "sandbox" / "server.py")
)
TESTS = ROOT / "generated" / "contract_tests"


@contextmanager
def serving(server: Path) -> Iterator[str]:
    """Run *server* on a free port of the loopback interface; yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = subprocess.Popen(
        [sys.executable, str(server)], env={**os.environ, "PORT": str(port)}
    )
    try:
        _wait(running, port)
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait(10)


def _wait(running: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(200):
        if running.poll() is not None:
            raise RuntimeError("the sandbox ended before it served")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("the sandbox does not serve")


@contextmanager
def saying(answer: bytes) -> Iterator[str]:
    """Run a server that says *answer* to everyone and hangs up; yield its address."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        said = threading.Thread(target=_say, args=(listening, answer), daemon=True)
        said.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        listening.shutdown(socket.SHUT_RDWR)
    said.join(10)


def _say(listening: socket.socket, answer: bytes) -> None:
    while True:
        try:
            connection, _ = listening.accept()
        except OSError:
            return
        with connection:
            connection.recv(65536)
            connection.sendall(answer)


def suite(*arguments: str, at: str = "") -> subprocess.CompletedProcess[str]:
    """Run the contract tests of the environment, at one place below the folder."""
    return subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"),
            *(str(TESTS / at), "--environment", "sandbox", *arguments),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
