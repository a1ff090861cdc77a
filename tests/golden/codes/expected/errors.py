"""Exceptions of Acme: one to a documented code.

The tree that they belong to is drawn in `_runtime.errors`; `Rejected` is documented and
definite, `OutcomeUnknown` is everything that is not.
"""

from __future__ import annotations

from .._runtime.errors import (
    ApiError,
    InvalidRequest,
    InvalidSetting,
    MissingCertificate,
    MissingCredential,
    MissingFact,
    NotSent,
    OutcomeUnknown,
    Rejected,
)

__all__ = [
    "ApiError",
    "BadMember",
    "Down",
    "InvalidRequest",
    "InvalidSetting",
    "MissingCertificate",
    "MissingCredential",
    "MissingFact",
    "NotFound",
    "NotMade",
    "NotSent",
    "OnItsWay",
    "OutcomeUnknown",
    "Refused",
    "Rejected",
    "StillMaking",
    "TooHeavy",
]


class StillMaking(OutcomeUnknown):
    """In work (code 7 of make_thing; Thing, table)."""

    code = "7"
    documented_message = "In work"
    then = "retry-later"
    final = False
    retry_after = 30
    retry_times = 3


class BadMember(Rejected):
    """The member {field} is wrong: {reason}. (code 20 of make_thing; Thing, table)."""

    code = "20"
    documented_message = "The member {field} is wrong: {reason}."


class NotMade(Rejected):
    """1..19 (code 1..19 of make_thing; Thing, prose)."""

    then = "fix-request"


class Down(OutcomeUnknown):
    """5xx54xx (code 5xx54xx of make_thing; Thing, prose)."""


class NotFound(Rejected):
    """Not found (code 4xx54xx of make_thing; Thing, prose)."""

    documented_message = "Not found"


class Refused(Rejected):
    """Refused (code 2 of move_thing; Thing, table)."""

    code = "2"
    documented_message = "Refused"


class TooHeavy(Rejected):
    """Too heavy (code 2/17 of move_thing; Thing, table)."""

    code = "2/17"
    documented_message = "Too heavy"
    then = "fix-request"


class OnItsWay(OutcomeUnknown):
    """On its way (code 3/01 of move_thing; Thing, table)."""

    code = "3/01"
    documented_message = "On its way"
    then = "wait-for-callback"
