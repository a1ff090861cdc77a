"""The value of an argument that was not given: absent is not the same as null."""

from __future__ import annotations

import enum
from typing import Final


class Absent(enum.Enum):
    """The type of `ABSENT`."""

    ABSENT = "absent"

    def __repr__(self) -> str:
        return "ABSENT"

    def __bool__(self) -> bool:
        return False


ABSENT: Final = Absent.ABSENT
"""Leave the member out of the request; `None` would send null."""
