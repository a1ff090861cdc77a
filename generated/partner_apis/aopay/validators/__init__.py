"""Validators of AOPay, loaded when they are used.

Each takes a value and returns every violation, in the page's order.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .get_credit_history import (
        get_credit_history_history as get_credit_history_history,
    )
    from .get_credit_history import (
        get_credit_history_refused as get_credit_history_refused,
    )
    from .get_credit_history import (
        get_credit_history_refused_by_table as get_credit_history_refused_by_table,
    )
    from .get_credit_history import (
        get_credit_history_request as get_credit_history_request,
    )
    from .submit_otp import submit_otp_accepted as submit_otp_accepted
    from .submit_otp import submit_otp_refused as submit_otp_refused
    from .submit_otp import submit_otp_refused_by_table as submit_otp_refused_by_table
    from .submit_otp import submit_otp_request as submit_otp_request
    from .transaction_send_otp import (
        transaction_send_otp_otp_sent as transaction_send_otp_otp_sent,
    )
    from .transaction_send_otp import (
        transaction_send_otp_refused as transaction_send_otp_refused,
    )
    from .transaction_send_otp import (
        transaction_send_otp_refused_by_table as transaction_send_otp_refused_by_table,
    )
    from .transaction_send_otp import (
        transaction_send_otp_registration_started as transaction_send_otp_registration_started,
    )
    from .transaction_send_otp import (
        transaction_send_otp_request as transaction_send_otp_request,
    )

_MODULES = {
    "get_credit_history_history": "get_credit_history",
    "get_credit_history_refused": "get_credit_history",
    "get_credit_history_refused_by_table": "get_credit_history",
    "get_credit_history_request": "get_credit_history",
    "submit_otp_accepted": "submit_otp",
    "submit_otp_refused": "submit_otp",
    "submit_otp_refused_by_table": "submit_otp",
    "submit_otp_request": "submit_otp",
    "transaction_send_otp_otp_sent": "transaction_send_otp",
    "transaction_send_otp_refused": "transaction_send_otp",
    "transaction_send_otp_refused_by_table": "transaction_send_otp",
    "transaction_send_otp_registration_started": "transaction_send_otp",
    "transaction_send_otp_request": "transaction_send_otp",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_MODULES[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted((*globals(), *_MODULES))
