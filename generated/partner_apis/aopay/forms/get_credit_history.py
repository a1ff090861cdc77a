"""Written forms of get_credit_history: `parse` reads one, `write` writes it.

Page: Get Credit History, https://readapi.aopay.co.in/Cibilapiv1GetCreditHistory.aspx.
"""

from __future__ import annotations

from ..._runtime import wire

CIBIL_SCORE = wire.IntegerText()
"""`replies.history.body.data.result.userInfo.cibil_score` is an integer written as text
(example).
"""

CIBIL_SCORE_FETCH_DATE = wire.DateTimeText(pattern="yyyy-MM-dd HH:mm:ss")
"""`replies.history.body.data.result.userInfo.cibil_score_fetch_date` is a date and time
as yyyy-MM-dd HH:mm:ss (example).
"""

DATE_OPENED = wire.DateText(pattern="yyyy-MM-dd")
"""`replies.history.body.data.result.activityInfo[].date_opened` is a date as yyyy-MM-dd
(example).
"""

DATE_CLOSED = wire.DateText(pattern="yyyy-MM-dd", none="0000-00-00")
"""`replies.history.body.data.result.activityInfo[].date_closed` is a date as
yyyy-MM-dd, or 0000-00-00 for none (example).
"""

NEWLY_OPENED = wire.Flag(true="1", false="0")
"""`replies.history.body.data.result.activityInfo[].newly_opened` is "1" for true or "0"
for false (example).
"""

SECURED_LOAN = wire.IntegerText()
"""`replies.history.body.data.result.creditMix.secured_loan` is an integer written as
text (example).
"""

UNSECURED_LOAN = wire.IntegerText()
"""`replies.history.body.data.result.creditMix.unsecured_loan` is an integer written as
text (example).
"""

TOTAL_PERCENT_COMPLETED = wire.DecimalText()
"""`replies.history.body.data.result.creditMix.total_percent_completed` is a decimal
number written as text (inferred: a percentage need not be whole).
"""

CREDIT_UTILIZE = wire.DecimalText()
"""`replies.history.body.data.result.creditUtilize.credit_utilize` is a decimal number
written as text (inferred: a percentage need not be whole).
"""

CREDIT_LIMIT = wire.DecimalText()
"""`replies.history.body.data.result.creditUtilize.credit_limit` is a decimal number
written as text (inferred: an amount need not be whole).
"""

TOTAL_BALANCE = wire.DecimalText()
"""`replies.history.body.data.result.creditUtilize.total_balance` is a decimal number
written as text (inferred: an amount need not be whole).
"""

STATUS = wire.Flag(true="True", false="False")
"""`replies.refused.body.status` is "True" for true or "False" for false (inferred: the
other word is that of the sample of transaction_send_otp).
"""
