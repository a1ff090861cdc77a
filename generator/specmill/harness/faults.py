"""What can go wrong between a provider and its caller, as one table.

A fault has a name, what it does and what its caller may conclude: that the answer says
what it says, that the outcome is unknown, or that nothing was sent. Most are played on
the open connection of one request; the others are of the connection itself.
"""

from __future__ import annotations

import difflib
from typing import Final

from .breaks import BREAKS
from .framing import FRAMING
from .handshakes import HANDSHAKES
from .line import TransportFault
from .payloads import PAYLOADS
from .statuses import STATUSES

NONE: Final = "none"
"""What stands for no fault where faults are listed."""

FAULTS: Final = {
    fault.name: fault
    for fault in (*BREAKS, *FRAMING, *PAYLOADS, *STATUSES, *HANDSHAKES)
}


def fault_of(name: str) -> TransportFault | None:
    """Return the fault *name*, None for `none`; ValueError where there is no such."""
    if name == NONE:
        return None
    if name in FAULTS:
        return FAULTS[name]
    near = difflib.get_close_matches(name, FAULTS, n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    raise ValueError(f"there is no fault {name}{hint}")
