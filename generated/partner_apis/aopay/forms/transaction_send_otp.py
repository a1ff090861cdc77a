"""Written forms of transaction_send_otp: `parse` reads one, `write` writes it.

Page: Transaction Send OTP, https://readapi.aopay.co.in/dmtV1TransactionSendOtp.aspx.
"""

from __future__ import annotations

from ..._runtime import wire

AMOUNT = wire.DecimalText()
"""`request.body.Amount` is a decimal number written as text (inferred: the sample is a
number).
"""

DOB = wire.DateText(pattern="dd/MM/yyyy")
"""`request.body.DOB` is a date as dd/MM/yyyy (inferred: the first part of the sample is
greater than 12).
"""

LATITUDE = wire.DecimalText()
"""`request.body.Latitude` is a decimal number written as text (inferred: the sample is
a number).
"""

LONGITUDE = wire.DecimalText()
"""`request.body.Longitute` is a decimal number written as text (inferred: the sample is
a number).
"""

STATUS_TEXT = wire.Flag(true="True", false="False")
"""`replies.otp_sent.body.Status` is "True" for true or "False" for false (inferred: the
other word is that of the sample of submit_otp).
"""
