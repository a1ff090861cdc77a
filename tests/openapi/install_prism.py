"""Install Prism with npm into a folder, once; where that fails, say so and go on.

python tests/openapi/install_prism.py FOLDER
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

PACKAGE = "@stoplight/prism-cli@5.14.2"
PATIENCE = 180
"""Seconds for all of it; half a minute is usual."""


def main(folder: Path) -> int:
    npm = shutil.which("npm")
    if npm is None:
        print("npm is not installed: the tests that need Prism are skipped")
        return 0
    if (folder / "node_modules" / ".bin" / "prism").exists():
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    command = [npm, "install", "--prefix", str(folder), "--no-fund", "--no-audit"]
    command += ["--loglevel=error", PACKAGE]
    try:
        is_there = (
            subprocess.run(command, check=False, timeout=PATIENCE).returncode == 0
        )
    except subprocess.TimeoutExpired:
        is_there = False
    if not is_there:
        print("npm reaches no Prism: the tests that need it are skipped")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
