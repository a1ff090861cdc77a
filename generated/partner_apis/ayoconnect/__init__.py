"""Ayoconnect Direct Debit: clients, errors, models and validators.

Payments from linked bank accounts, confirmed by the customer with an OTP.

- Verify OTP API:
  https://docs.payments.of.ayoconnect.id/reference/dd-v3-otp-verification
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import errors as errors
    from . import validators as validators
    from .client import AsyncAyoconnectClient as AsyncAyoconnectClient
    from .client import AyoconnectClient as AyoconnectClient

_CLIENTS = (
    "AsyncAyoconnectClient",
    "AyoconnectClient",
)
_MODULES = ("errors", "forms", "models", "operations", "validators")


def __getattr__(name: str) -> Any:
    if name in _CLIENTS:
        return getattr(import_module(".client", __name__), name)
    if name in _MODULES:
        return import_module(f".{name}", __name__)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted((*globals(), *_CLIENTS, *_MODULES))
