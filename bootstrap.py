"""Install specmill into `.venv`, regenerate the clients and run their contract tests.

    python3 bootstrap.py

Needs Python 3.11 or newer and nothing else. Safe to run again.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
# What Python itself brings is as old as Python; advisories are about it.
INSTALLERS = ("pip>=26.2", "setuptools>=83")
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")


def main() -> int:
    if sys.version_info < (3, 11):
        found = ".".join(map(str, sys.version_info[:3]))
        print(f"specmill needs Python 3.11 or newer; this is {found}", file=sys.stderr)
        return 2
    if not BIN.exists():
        print(f"making {VENV.name} ...", flush=True)
        venv.create(VENV, with_pip=True)
    print("installing ...", flush=True)
    python = BIN / "python"
    install = [python, "-m", "pip", "install", "--quiet"]
    specmill = [python, "-m", "specmill"]
    for command in (
        [*install, "--upgrade", *INSTALLERS],
        [*install, "--editable", ".[dev]"],
        [*specmill, "generate"],
        [*specmill, "test"],
    ):
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
