"""What the package as a whole needs of a partner, once the partner's own files are made.

It can be kept: the files of the package are made from these alone, whether a partner's
specs were read in this run or in one before.
"""

from __future__ import annotations

from .light import dataclass


class ReadmeParts:
    """What the README says of a partner, line by line, as Markdown.

    Not a dataclass, because it is no text of a spec any more: `held` saw to that when
    it was made, and leaves it alone.
    """

    __slots__ = ("inbound", "rows", "section")

    def __init__(self, *, rows: str, inbound: str, section: str) -> None:
        self.rows = rows
        """Rows of the table of calls, none for a partner that only calls us."""
        self.inbound = inbound
        """Rows of the table of calls to us."""
        self.section = section


@dataclass(frozen=True, slots=True)
class Contribution:
    """One partner, as the files of the package see it."""

    name: str
    title: str
    needs: tuple[str, ...]
    """What its calls need beyond the usual: `rsa`, `aes` or `certificates`."""
    readme: ReadmeParts


@dataclass(frozen=True, slots=True)
class Whole:
    """A package and what each of its partners contributes, in order."""

    package: str
    partners: tuple[Contribution, ...]
