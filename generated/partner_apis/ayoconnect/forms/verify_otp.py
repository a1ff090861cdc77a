"""Written forms of verify_otp: `parse` reads one, `write` writes it.

Page: Verify OTP API,
https://docs.payments.of.ayoconnect.id/reference/dd-v3-otp-verification.
"""

from __future__ import annotations

from ..._runtime import wire

X_TIMESTAMP = wire.DateTimeText(pattern="yyyy-MM-ddTHH:mm:ssTZD")
"""`request.headers.X-TIMESTAMP` is a date and time as yyyy-MM-ddTHH:mm:ssTZD (table)."""
