"""Written forms of verify_otp: `parse` reads one, `write` writes it.

Page: Verify OTP API, https://business.paytm.com/docs/api/ai-router-verify-otp-api.
"""

from __future__ import annotations

from ..._runtime import wire

REQUEST_TIME_STAMP = wire.Epoch(unit=None, as_text=True)
"""`request.body.head.requestTimeStamp` is epoch time in an unstated unit, written as
text (table).
"""

RESPONSE_TIMESTAMP = wire.Epoch(unit=None, as_text=True)
"""`replies.answered.body.head.responseTimestamp` is epoch time in an unstated unit,
written as text (table).
"""
