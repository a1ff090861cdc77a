"""What is not there: absent is not the same as null."""

from __future__ import annotations

import enum
from typing import Final, cast


class Absent(enum.Enum):
    """The type of `ABSENT`."""

    ABSENT = "absent"

    def __repr__(self) -> str:
        return "ABSENT"

    def __bool__(self) -> bool:
        return False


ABSENT: Final = Absent.ABSENT
"""Leave the member out of the request; `None` would send null."""


def standing(value: object, path: tuple[str, ...] | None) -> object:
    """Return what stands in *value* at *path*; ABSENT for nothing."""
    if path is None:
        return ABSENT
    for step in path:
        if not isinstance(value, dict) or step not in value:
            return ABSENT
        value = cast("dict[str, object]", value)[step]
    return value
