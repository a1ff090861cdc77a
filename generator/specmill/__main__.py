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
    try:
        try:
            return _run(sys.argv[1:] if argv is None else argv)
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has read enough
        _hush()
        return 0
    except OSError as error:
        _hush()
        said = (error.strerror or type(error).__name__).lower()
        print(
            f"specmill: what there is to say cannot be written: {said}", file=sys.stderr
        )
        return 2


def _run(arguments: Sequence[str]) -> int:
    code = quick.run(arguments)
    if code is not None:
        return code
    from . import commands

    return commands.main(arguments)


def _hush() -> None:
    """Let nothing more be written, not even when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
