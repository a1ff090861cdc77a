"""What the documentation means by a reply: which it is, and its outcome.

Below `conclude`.
"""

from __future__ import annotations

from .absent import ABSENT, standing
from .declare import Code, Literals, Reply, When
from .errors import Rejected


def outcome_of(reply: Reply, code: Code | None) -> str | None:
    """Return the documented outcome; None where it hangs on a code that is not."""
    if reply.outcome not in ("by-code", "rejected", "unknown"):
        return reply.outcome
    if code is None:
        return None if reply.outcome == "by-code" else reply.outcome
    if code.error is None:
        return "success" if reply.outcome == "by-code" else reply.outcome
    return "rejected" if issubclass(code.error, Rejected) else "unknown"


def names(reply: Reply, code: Code | None, status: int) -> bool:
    """Tell whether the documentation names *status* for this reply or its code."""
    when = reply.when
    in_reply = (when.http is not None or bool(when.classes)) and takes(when, status)
    return in_reply or (code is not None and code.http == status)


def takes(when: When, status: int) -> bool:
    """Tell whether a reply with *status* may be the one that *when* is about."""
    if when.http is None and not when.classes:
        return True
    return status in (when.http or ()) or status // 100 in when.classes


def matches(when: When, value: object) -> bool:
    """Tell whether *value* has what a reply is told apart by."""
    return (
        all(equal(standing(value, path), fixed) for path, fixed in when.equals)
        and all(standing(value, path) is not ABSENT for path in when.has)
        and all(standing(value, path) is ABSENT for path in when.lacks)
    )


def equal(found: object, fixed: Literals | object) -> bool:
    """Compare as JSON does, where true is not 1."""
    return isinstance(found, bool) == isinstance(fixed, bool) and found == fixed


def code_text(code: object) -> str | None:
    """Return a code as text; a boolean or a fraction is none."""
    if isinstance(code, bool) or not isinstance(code, str | int):
        return None
    return str(code)
