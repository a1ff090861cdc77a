"""AOPay: clients, errors, models and validators.

Credit reports of customers and domestic money transfer, both confirmed by OTP.

- Submit OTP: https://readapi.aopay.co.in/Cibilapiv1SubmitOTP.aspx
- Transaction Send OTP: https://readapi.aopay.co.in/dmtV1TransactionSendOtp.aspx
- Get Credit History: https://readapi.aopay.co.in/Cibilapiv1GetCreditHistory.aspx
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import errors as errors
    from . import validators as validators
    from .client import AopayClient as AopayClient
    from .client import AsyncAopayClient as AsyncAopayClient

_CLIENTS = (
    "AopayClient",
    "AsyncAopayClient",
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
