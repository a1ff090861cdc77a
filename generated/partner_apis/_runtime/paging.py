"""A long list, asked for in parts as the documentation has it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .declare import Operation


class Parts:
    """Where an iteration is: the arguments of the next call, and whether there is one.

    A part that is empty, or shorter than it was asked to be, is the last one.
    """

    def __init__(self, operation: Operation, arguments: Mapping[str, object]) -> None:
        assert operation.pages is not None
        self._pages = operation.pages
        self._arguments = arguments
        start = arguments.get(self._pages.skip)
        self._skip = start if isinstance(start, int) else 0
        self.is_over = False

    def arguments(self) -> Mapping[str, object]:
        """Return the arguments of the next call."""
        return {**self._arguments, self._pages.skip: self._skip}

    def items(self, reply: object) -> list[Any]:
        """Return the items of a part; none where the reply has no list."""
        found: Any = reply
        for name in self._pages.items:
            found = getattr(found, name, None)
        items = list(found) if isinstance(found, list | tuple) else []
        asked = self._arguments.get(self._pages.count)
        is_short = isinstance(asked, int) and len(items) < asked
        self.is_over = not items or is_short
        self._skip += len(items)
        return items
