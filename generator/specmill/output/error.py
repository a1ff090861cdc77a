"""What this floor says to a person when it cannot do its work.

Every text is a sentence that is safe to print: names from the disk pass through
`printable` first.
"""

from __future__ import annotations

from collections.abc import Iterable


class OutputError(Exception):
    """The output could not be made; the text says why and what would help."""


class EditedByHand(OutputError):
    """Files that specmill would replace or remove hold somebody's own work."""

    def __init__(self, root: str, paths: Iterable[str]) -> None:
        self.paths = tuple(paths)
        names = ", ".join(printable(path) for path in self.paths)
        super().__init__(
            f"{printable(root)} holds edits that generating would overwrite: {names}; "
            "move each edit into the specs or undo it, or overwrite with --force"
        )


class Busy(OutputError):
    """Another run is writing to the same place."""


def printable(text: str) -> str:
    r"""Return *text* with whatever could steer a terminal written as an escape.

    Control characters, separators, direction overrides and undecodable bytes become
    `\x1b`, `\u202e` and the like.
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _escape(char) for char in text)


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def reason(error: OSError) -> str:
    """Return what the system says about *error*, in the middle of a sentence."""
    said = error.strerror or type(error).__name__
    about = f" ({printable(str(error.filename))})" if error.filename else ""
    return said[:1].lower() + said[1:] + about
