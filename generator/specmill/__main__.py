"""The command: what can be told at once is told at once, the rest by `commands`.

Exit 0: all well; 1: findings; 2: wrong use, or a file that cannot be read or written;
130: interrupted.
"""

from __future__ import annotations

import gc
import os
import sys

from . import quick

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

_AT_ONCE = ("check", "generate")
"""Commands that leave nothing behind which Python, taken apart in order, would close."""
_GARBAGE = (10_000, 3, 3)
"""When circles of objects are looked for: among young ones seldom, which have few."""


def program() -> NoReturn:
    """Be a process of its own: carry out its arguments and end it."""
    gc.set_threshold(*_GARBAGE)
    code = main()
    if sys.argv[1:2] and sys.argv[1] in _AT_ONCE:
        os._exit(code)  # all is written; the rest would take as long as a short run
    sys.exit(code)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; nothing a user does shows a traceback."""
    _stand_in()
    try:
        try:
            return _run(sys.argv[1:] if argv is None else argv)
        except KeyboardInterrupt:  # which may come while things are loaded, too
            print("specmill: interrupted; nothing was half written", file=sys.stderr)
            return 130
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
    except BrokenPipeError:  # whoever reads has read enough, but for what is wrong
        return 0 if _hush() else 2
    except OSError as error:
        said = (error.strerror or type(error).__name__).lower()
        _hush()
        # contextlib takes longer to load than a run that does nothing.
        try:  # noqa: SIM105
            print(
                f"specmill: what there is to say is not written: {said}",
                file=sys.stderr,
            )
        except OSError:  # a stream without a buffer had nothing to flush
            pass
        return 2


def _run(arguments: Sequence[str]) -> int:
    code = quick.run(arguments)
    if code is not None:
        return code
    from . import commands

    return commands.main(arguments)


def _stand_in() -> None:
    """Let what is closed be nothing, and what an encoding lacks be escapes.

    A file that is opened would be the standard output of whatever runs then.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            while (opened := os.open(os.devnull, os.O_RDWR)) < number:
                pass
            mode = "w" if number else "r"
            setattr(sys, name, os.fdopen(opened, mode, encoding="utf-8"))
        elif number and (write := getattr(getattr(sys, name), "reconfigure", None)):
            write(errors="backslashreplace")


def _hush() -> bool:
    """Let nothing more be written where it cannot be; tell whether stderr still can."""
    is_heard = True
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            is_heard = stream is not sys.stderr
    return is_heard


if __name__ == "__main__":
    program()
