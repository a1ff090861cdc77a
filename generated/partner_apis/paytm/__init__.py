"""Paytm AI router: clients, errors, models and validators.

Login and payment options of Paytm customers behind one router.

- Verify OTP API: https://business.paytm.com/docs/api/ai-router-verify-otp-api
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import errors as errors
    from . import validators as validators
    from .client import AsyncPaytmClient as AsyncPaytmClient
    from .client import PaytmClient as PaytmClient

_CLIENTS = (
    "AsyncPaytmClient",
    "PaytmClient",
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
