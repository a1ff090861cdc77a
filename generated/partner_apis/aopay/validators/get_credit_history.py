"""Validators of get_credit_history: what its page says of each value.

Page: Get Credit History, https://readapi.aopay.co.in/Cibilapiv1GetCreditHistory.aspx
(read 2026-11-21).
"""

from __future__ import annotations

from typing import Any

from ..._runtime.violations import Inferred, Violation, undocumented
from ..forms import get_credit_history as forms

_PAGE = "get-credit-history"
_EXAMPLE = "get-credit-history, example"
_TABLE = "get-credit-history, table"
_INFERRED_1 = Inferred("get-credit-history, inferred: a percentage need not be whole")
_INFERRED_2 = Inferred("get-credit-history, inferred: an amount need not be whole")
_INFERRED_3 = Inferred(
    "get-credit-history, inferred: the other word is that of the sample"
    " of transaction_send_otp"
)

_REQUEST_HEADERS_MEMBERS = frozenset({"Content-Type"})
_REQUEST_BODY_MEMBERS = frozenset(
    {"client_order_id", "cibil_id", "RegistrationID", "CompanyCode"}
)
_HISTORY_DATA_RESULT_USER_INFO_MEMBERS = frozenset(
    {
        "cibil_id",
        "cibil_score",
        "first_name",
        "middle_name",
        "last_name",
        "mobile_number",
        "cibil_score_fetch_date",
    }
)
_HISTORY_DATA_RESULT_ACTIVITY_INFO_ITEM_MEMBERS = frozenset(
    {
        "account_detail_id",
        "member_name",
        "account_number",
        "date_opened",
        "date_closed",
        "newly_opened",
        "name",
    }
)
_HISTORY_DATA_RESULT_CREDIT_AGE_MEMBERS = frozenset({"credit_age"})
_HISTORY_DATA_RESULT_CREDIT_MIX_MEMBERS = frozenset(
    {"secured_loan", "unsecured_loan", "total_percent_completed"}
)
_HISTORY_DATA_RESULT_CREDIT_UTILIZE_MEMBERS = frozenset(
    {"credit_utilize", "credit_limit", "total_balance"}
)
_HISTORY_DATA_RESULT_MEMBERS = frozenset(
    {
        "userInfo",
        "activityInfo",
        "creditAge",
        "creditMix",
        "inquiryCount",
        "lastMonthInquiryCount",
        "last6MonthInquiryCount",
        "creditUtilize",
        "onTimePaymentPercentile",
    }
)
_HISTORY_DATA_MEMBERS = frozenset({"result", "status", "message", "access_token"})
_HISTORY_MEMBERS = frozenset({"error_code", "status", "message", "soft_ref_id", "data"})
_REFUSED_MEMBERS = frozenset(
    {"code", "description", "merchantTrxnRefId", "token", "status"}
)
_REFUSED_BY_TABLE_MEMBERS = frozenset({"responsecode", "status", "message"})


def get_credit_history_request(value: Any) -> list[Violation]:
    """Return what in a request breaks its documentation.

    *value* is {"headers": ..., "body": ...}: the members as they are sent.
    """
    found: list[Violation] = []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    headers = value.get("headers", {})
    if not isinstance(headers, dict):
        found.append(Violation("/headers", "type", "is an object", _PAGE))
    else:
        _request_headers(headers, "/headers", found)
    body = value.get("body", {})
    if not isinstance(body, dict):
        found.append(Violation("/body", "type", "is an object", _PAGE))
    else:
        _request_body(body, "/body", found)
    return found


def get_credit_history_history(value: Any) -> list[Violation]:
    """Return what in a reply `history` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _history(value, "", found)
    return found


def get_credit_history_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _refused(value, "", found)
    return found


def get_credit_history_refused_by_table(value: Any) -> list[Violation]:
    """Return what in a reply `refused_by_table` breaks its documentation."""
    found: list[Violation] = []
    if not isinstance(value, dict):
        found.append(Violation("", "type", "is an object", _PAGE))
    else:
        _refused_by_table(value, "", found)
    return found


def _request_headers(value: Any, at: str, found: list[Violation]) -> None:
    if "Content-Type" in value:
        if not isinstance(item := value["Content-Type"], str):
            found.append(Violation(f"{at}/Content-Type", "type", "is text", _EXAMPLE))
        elif item != "application/json":
            found.append(
                Violation(
                    f"{at}/Content-Type", "enum", 'is "application/json"', _EXAMPLE
                )
            )
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        found.extend(undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE))


def _request_body(value: Any, at: str, found: list[Violation]) -> None:
    if "client_order_id" in value and not isinstance(value["client_order_id"], str):
        found.append(Violation(f"{at}/client_order_id", "type", "is text", _TABLE))
    if "cibil_id" in value and not isinstance(value["cibil_id"], str):
        found.append(Violation(f"{at}/cibil_id", "type", "is text", _TABLE))
    if "RegistrationID" in value and not isinstance(value["RegistrationID"], str):
        found.append(Violation(f"{at}/RegistrationID", "type", "is text", _TABLE))
    if "CompanyCode" in value and not isinstance(value["CompanyCode"], str):
        found.append(Violation(f"{at}/CompanyCode", "type", "is text", _TABLE))
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        found.extend(undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE))


def _history(value: Any, at: str, found: list[Violation]) -> None:
    if "error_code" in value and not isinstance(value["error_code"], str):
        found.append(Violation(f"{at}/error_code", "type", "is text", _EXAMPLE))
    if "status" in value and not isinstance(value["status"], str):
        found.append(Violation(f"{at}/status", "type", "is text", _EXAMPLE))
    if "message" in value and not isinstance(value["message"], str):
        found.append(Violation(f"{at}/message", "type", "is text", _EXAMPLE))
    if "soft_ref_id" in value and not isinstance(value["soft_ref_id"], str):
        found.append(Violation(f"{at}/soft_ref_id", "type", "is text", _EXAMPLE))
    if "data" in value:
        if not isinstance(item := value["data"], dict):
            found.append(Violation(f"{at}/data", "type", "is an object", _EXAMPLE))
        else:
            _history_data(item, f"{at}/data", found)
    if not value.keys() <= _HISTORY_MEMBERS:
        found.extend(undocumented(value, _HISTORY_MEMBERS, at, _PAGE))


def _history_data(value: Any, at: str, found: list[Violation]) -> None:
    if "result" in value:
        if not isinstance(item := value["result"], dict):
            found.append(Violation(f"{at}/result", "type", "is an object", _EXAMPLE))
        else:
            _history_data_result(item, f"{at}/result", found)
    if "status" in value and not isinstance(value["status"], str):
        found.append(Violation(f"{at}/status", "type", "is text", _EXAMPLE))
    if "message" in value and not isinstance(value["message"], str):
        found.append(Violation(f"{at}/message", "type", "is text", _EXAMPLE))
    if "access_token" in value and not isinstance(value["access_token"], str):
        found.append(Violation(f"{at}/access_token", "type", "is text", _EXAMPLE))
    if not value.keys() <= _HISTORY_DATA_MEMBERS:
        found.extend(undocumented(value, _HISTORY_DATA_MEMBERS, at, _PAGE))


def _history_data_result(value: Any, at: str, found: list[Violation]) -> None:
    if "userInfo" in value:
        if not isinstance(item := value["userInfo"], dict):
            found.append(Violation(f"{at}/userInfo", "type", "is an object", _EXAMPLE))
        else:
            _history_data_result_user_info(item, f"{at}/userInfo", found)
    if "activityInfo" in value:
        if not isinstance(item := value["activityInfo"], list):
            found.append(Violation(f"{at}/activityInfo", "type", "is a list", _EXAMPLE))
        else:
            for index, each in enumerate(item):
                if not isinstance(each, dict):
                    found.append(
                        Violation(
                            f"{at}/activityInfo/{index}",
                            "type",
                            "is an object",
                            _EXAMPLE,
                        )
                    )
                else:
                    _history_data_result_activity_info_item(
                        each, f"{at}/activityInfo/{index}", found
                    )
    if "creditAge" in value:
        if not isinstance(item := value["creditAge"], dict):
            found.append(Violation(f"{at}/creditAge", "type", "is an object", _EXAMPLE))
        else:
            _history_data_result_credit_age(item, f"{at}/creditAge", found)
    if "creditMix" in value:
        if not isinstance(item := value["creditMix"], dict):
            found.append(Violation(f"{at}/creditMix", "type", "is an object", _EXAMPLE))
        else:
            _history_data_result_credit_mix(item, f"{at}/creditMix", found)
    if "inquiryCount" in value and value["inquiryCount"].__class__ is not int:
        found.append(
            Violation(f"{at}/inquiryCount", "type", "is a whole number", _EXAMPLE)
        )
    if (
        "lastMonthInquiryCount" in value
        and value["lastMonthInquiryCount"].__class__ is not int
    ):
        found.append(
            Violation(
                f"{at}/lastMonthInquiryCount", "type", "is a whole number", _EXAMPLE
            )
        )
    if (
        "last6MonthInquiryCount" in value
        and value["last6MonthInquiryCount"].__class__ is not int
    ):
        found.append(
            Violation(
                f"{at}/last6MonthInquiryCount", "type", "is a whole number", _EXAMPLE
            )
        )
    if "creditUtilize" in value:
        if not isinstance(item := value["creditUtilize"], dict):
            found.append(
                Violation(f"{at}/creditUtilize", "type", "is an object", _EXAMPLE)
            )
        else:
            _history_data_result_credit_utilize(item, f"{at}/creditUtilize", found)
    if (
        "onTimePaymentPercentile" in value
        and value["onTimePaymentPercentile"].__class__ is not int
    ):
        found.append(
            Violation(
                f"{at}/onTimePaymentPercentile", "type", "is a whole number", _EXAMPLE
            )
        )
    if not value.keys() <= _HISTORY_DATA_RESULT_MEMBERS:
        found.extend(undocumented(value, _HISTORY_DATA_RESULT_MEMBERS, at, _PAGE))


def _history_data_result_user_info(value: Any, at: str, found: list[Violation]) -> None:
    if "cibil_id" in value and not isinstance(value["cibil_id"], str):
        found.append(Violation(f"{at}/cibil_id", "type", "is text", _EXAMPLE))
    if "cibil_score" in value:
        if not isinstance(item := value["cibil_score"], str):
            found.append(Violation(f"{at}/cibil_score", "type", "is text", _EXAMPLE))
        elif not forms.CIBIL_SCORE.fits(item):
            found.append(
                Violation(
                    f"{at}/cibil_score",
                    "format",
                    "is an integer written as text",
                    _EXAMPLE,
                )
            )
    if "first_name" in value and not isinstance(value["first_name"], str):
        found.append(Violation(f"{at}/first_name", "type", "is text", _EXAMPLE))
    if "middle_name" in value and not isinstance(value["middle_name"], str):
        found.append(Violation(f"{at}/middle_name", "type", "is text", _EXAMPLE))
    if "last_name" in value and not isinstance(value["last_name"], str):
        found.append(Violation(f"{at}/last_name", "type", "is text", _EXAMPLE))
    if "mobile_number" in value and not isinstance(value["mobile_number"], str):
        found.append(Violation(f"{at}/mobile_number", "type", "is text", _EXAMPLE))
    if "cibil_score_fetch_date" in value:
        if value["cibil_score_fetch_date"] is None:
            pass
        elif not isinstance(item := value["cibil_score_fetch_date"], str):
            found.append(
                Violation(f"{at}/cibil_score_fetch_date", "type", "is text", _EXAMPLE)
            )
        elif not forms.CIBIL_SCORE_FETCH_DATE.fits(item):
            found.append(
                Violation(
                    f"{at}/cibil_score_fetch_date",
                    "format",
                    "is a date and time as yyyy-MM-dd HH:mm:ss",
                    _EXAMPLE,
                )
            )
    if not value.keys() <= _HISTORY_DATA_RESULT_USER_INFO_MEMBERS:
        found.extend(
            undocumented(value, _HISTORY_DATA_RESULT_USER_INFO_MEMBERS, at, _PAGE)
        )


def _history_data_result_activity_info_item(
    value: Any, at: str, found: list[Violation]
) -> None:
    if "account_detail_id" in value and not isinstance(value["account_detail_id"], str):
        found.append(Violation(f"{at}/account_detail_id", "type", "is text", _EXAMPLE))
    if "member_name" in value and not isinstance(value["member_name"], str):
        found.append(Violation(f"{at}/member_name", "type", "is text", _EXAMPLE))
    if "account_number" in value and not isinstance(value["account_number"], str):
        found.append(Violation(f"{at}/account_number", "type", "is text", _EXAMPLE))
    if "date_opened" in value:
        if not isinstance(item := value["date_opened"], str):
            found.append(Violation(f"{at}/date_opened", "type", "is text", _EXAMPLE))
        elif not forms.DATE_OPENED.fits(item):
            found.append(
                Violation(
                    f"{at}/date_opened", "format", "is a date as yyyy-MM-dd", _EXAMPLE
                )
            )
    if "date_closed" in value:
        if not isinstance(item := value["date_closed"], str):
            found.append(Violation(f"{at}/date_closed", "type", "is text", _EXAMPLE))
        elif not forms.DATE_CLOSED.fits(item):
            found.append(
                Violation(
                    f"{at}/date_closed",
                    "format",
                    "is a date as yyyy-MM-dd, or 0000-00-00 for none",
                    _EXAMPLE,
                )
            )
    if "newly_opened" in value:
        if not isinstance(item := value["newly_opened"], str):
            found.append(Violation(f"{at}/newly_opened", "type", "is text", _EXAMPLE))
        elif not forms.NEWLY_OPENED.fits(item):
            found.append(
                Violation(
                    f"{at}/newly_opened",
                    "format",
                    'is "1" for true or "0" for false',
                    _EXAMPLE,
                )
            )
    if "name" in value and not isinstance(value["name"], str):
        found.append(Violation(f"{at}/name", "type", "is text", _EXAMPLE))
    if not value.keys() <= _HISTORY_DATA_RESULT_ACTIVITY_INFO_ITEM_MEMBERS:
        found.extend(
            undocumented(
                value, _HISTORY_DATA_RESULT_ACTIVITY_INFO_ITEM_MEMBERS, at, _PAGE
            )
        )


def _history_data_result_credit_age(
    value: Any, at: str, found: list[Violation]
) -> None:
    if "credit_age" in value and not isinstance(value["credit_age"], str):
        found.append(Violation(f"{at}/credit_age", "type", "is text", _EXAMPLE))
    if not value.keys() <= _HISTORY_DATA_RESULT_CREDIT_AGE_MEMBERS:
        found.extend(
            undocumented(value, _HISTORY_DATA_RESULT_CREDIT_AGE_MEMBERS, at, _PAGE)
        )


def _history_data_result_credit_mix(
    value: Any, at: str, found: list[Violation]
) -> None:
    if "secured_loan" in value:
        if not isinstance(item := value["secured_loan"], str):
            found.append(Violation(f"{at}/secured_loan", "type", "is text", _EXAMPLE))
        elif not forms.SECURED_LOAN.fits(item):
            found.append(
                Violation(
                    f"{at}/secured_loan",
                    "format",
                    "is an integer written as text",
                    _EXAMPLE,
                )
            )
    if "unsecured_loan" in value:
        if not isinstance(item := value["unsecured_loan"], str):
            found.append(Violation(f"{at}/unsecured_loan", "type", "is text", _EXAMPLE))
        elif not forms.UNSECURED_LOAN.fits(item):
            found.append(
                Violation(
                    f"{at}/unsecured_loan",
                    "format",
                    "is an integer written as text",
                    _EXAMPLE,
                )
            )
    if "total_percent_completed" in value:
        if not isinstance(item := value["total_percent_completed"], str):
            found.append(
                Violation(f"{at}/total_percent_completed", "type", "is text", _EXAMPLE)
            )
        elif not forms.TOTAL_PERCENT_COMPLETED.fits(item):
            found.append(
                Violation(
                    f"{at}/total_percent_completed",
                    "format",
                    "is a decimal number written as text",
                    _INFERRED_1,
                )
            )
    if not value.keys() <= _HISTORY_DATA_RESULT_CREDIT_MIX_MEMBERS:
        found.extend(
            undocumented(value, _HISTORY_DATA_RESULT_CREDIT_MIX_MEMBERS, at, _PAGE)
        )


def _history_data_result_credit_utilize(
    value: Any, at: str, found: list[Violation]
) -> None:
    if "credit_utilize" in value:
        if not isinstance(item := value["credit_utilize"], str):
            found.append(Violation(f"{at}/credit_utilize", "type", "is text", _EXAMPLE))
        elif not forms.CREDIT_UTILIZE.fits(item):
            found.append(
                Violation(
                    f"{at}/credit_utilize",
                    "format",
                    "is a decimal number written as text",
                    _INFERRED_1,
                )
            )
    if "credit_limit" in value:
        if not isinstance(item := value["credit_limit"], str):
            found.append(Violation(f"{at}/credit_limit", "type", "is text", _EXAMPLE))
        elif not forms.CREDIT_LIMIT.fits(item):
            found.append(
                Violation(
                    f"{at}/credit_limit",
                    "format",
                    "is a decimal number written as text",
                    _INFERRED_2,
                )
            )
    if "total_balance" in value:
        if not isinstance(item := value["total_balance"], str):
            found.append(Violation(f"{at}/total_balance", "type", "is text", _EXAMPLE))
        elif not forms.TOTAL_BALANCE.fits(item):
            found.append(
                Violation(
                    f"{at}/total_balance",
                    "format",
                    "is a decimal number written as text",
                    _INFERRED_2,
                )
            )
    if not value.keys() <= _HISTORY_DATA_RESULT_CREDIT_UTILIZE_MEMBERS:
        found.extend(
            undocumented(value, _HISTORY_DATA_RESULT_CREDIT_UTILIZE_MEMBERS, at, _PAGE)
        )


def _refused(value: Any, at: str, found: list[Violation]) -> None:
    if "code" in value and not isinstance(value["code"], str):
        found.append(Violation(f"{at}/code", "type", "is text", _EXAMPLE))
    if "description" in value and not isinstance(value["description"], str):
        found.append(Violation(f"{at}/description", "type", "is text", _EXAMPLE))
    if "status" in value:
        if not isinstance(item := value["status"], str):
            found.append(Violation(f"{at}/status", "type", "is text", _EXAMPLE))
        elif not forms.STATUS.fits(item):
            found.append(
                Violation(
                    f"{at}/status",
                    "format",
                    'is "True" for true or "False" for false',
                    _INFERRED_3,
                )
            )
    if not value.keys() <= _REFUSED_MEMBERS:
        found.extend(undocumented(value, _REFUSED_MEMBERS, at, _PAGE))


def _refused_by_table(value: Any, at: str, found: list[Violation]) -> None:
    if "responsecode" in value and value["responsecode"].__class__ is not int:
        found.append(
            Violation(f"{at}/responsecode", "type", "is a whole number", _TABLE)
        )
    if "status" in value and value["status"].__class__ is not bool:
        found.append(Violation(f"{at}/status", "type", "is true or false", _TABLE))
    if "message" in value and not isinstance(value["message"], str):
        found.append(Violation(f"{at}/message", "type", "is text", _TABLE))
    if not value.keys() <= _REFUSED_BY_TABLE_MEMBERS:
        found.extend(undocumented(value, _REFUSED_BY_TABLE_MEMBERS, at, _PAGE))
