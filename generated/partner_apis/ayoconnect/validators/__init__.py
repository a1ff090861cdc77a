"""Validators of Ayoconnect Direct Debit, loaded when they are used.

Each takes a value and returns every violation, in the page's order.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .verify_otp import verify_otp_answered as verify_otp_answered
    from .verify_otp import verify_otp_request as verify_otp_request

_MODULES = {
    "verify_otp_answered": "verify_otp",
    "verify_otp_request": "verify_otp",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_MODULES[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted((*globals(), *_MODULES))
