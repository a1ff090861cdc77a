"""The command: what can be told at once is told at once, the rest by `commands`.

Exit 0: all well; 1: findings; 2: wrong use, or a file that cannot be read or written.
"""

from __future__ import annotations

import os
import sys

from . import quick

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; nothing a user does shows a traceback."""
    code = quick.run(sys.argv[1:] if argv is None else argv)
    if code is not None:
        return code
    from . import commands

    return commands.main(argv)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
