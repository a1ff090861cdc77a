"""Written forms of submit_otp: `parse` reads one, `write` writes it.

Page: Submit OTP, https://readapi.aopay.co.in/Cibilapiv1SubmitOTP.aspx.
"""

from __future__ import annotations

from ..._runtime import wire

IS_RETURNING_CUSTOMER = wire.Flag(true=1, false=0)
"""`replies.accepted.body.result.is_returning_customer` is 1 for true or 0 for false
(inferred: 1 is the other of the two usual numbers).
"""

CIBIL_SCORE_FETCH_DATE = wire.DateTimeText(pattern="yyyy-MM-dd HH:mm:ss")
"""`replies.accepted.body.result.cibil_score_fetch_date` is a date and time as
yyyy-MM-dd HH:mm:ss (inferred: the same member of get_credit_history).
"""

STATUS = wire.Flag(true="True", false="False")
"""`replies.refused.body.status` is "True" for true or "False" for false (inferred: the
other word is that of the sample of transaction_send_otp).
"""
