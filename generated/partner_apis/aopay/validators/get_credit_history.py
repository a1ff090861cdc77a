"""Validators of get_credit_history: what its page says of each value.

Page: Get Credit History, https://readapi.aopay.co.in/Cibilapiv1GetCreditHistory.aspx
(read 2026-11-21).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import Inferred, Violation, passes, undocumented
from ..forms import get_credit_history as forms

_EXAMPLE = "get-credit-history, example"
_PAGE = "get-credit-history"
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
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found: list[Violation] = []
    headers = value.get("headers", {})
    if not isinstance(headers, dict):
        found.append(Violation("/headers", "type", "is an object", _PAGE))
    else:
        found += _request_headers(headers, "/headers")
    body = value.get("body", {})
    if not isinstance(body, dict):
        found.append(Violation("/body", "type", "is an object", _PAGE))
    else:
        found += _request_body(body, "/body")
    return found


def get_credit_history_history(value: Any) -> list[Violation]:
    """Return what in a reply `history` breaks its documentation."""
    if passes(_is_history, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_history(value, ""))


def get_credit_history_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    if passes(_is_refused, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_refused(value, ""))


def get_credit_history_refused_by_table(value: Any) -> list[Violation]:
    """Return what in a reply `refused_by_table` breaks its documentation."""
    if passes(_is_refused_by_table, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    return list(_refused_by_table(value, ""))


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_headers(value.get("headers", {}))
        and _is_request_body(value.get("body", {}))
    )


def _is_request_headers(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            "Content-Type" not in value
            or (
                type(item := value["Content-Type"]) is str
                and item == "application/json"
            )
        )
        and _REQUEST_HEADERS_MEMBERS.issuperset(value)
    )


def _request_headers(value: Any, at: str) -> Iterator[Violation]:
    if "Content-Type" in value:
        if not isinstance(item := value["Content-Type"], str):
            yield Violation(f"{at}/Content-Type", "type", "is text", _EXAMPLE)
        elif item != "application/json":
            yield Violation(
                f"{at}/Content-Type", "enum", 'is "application/json"', _EXAMPLE
            )
    if not value.keys() <= _REQUEST_HEADERS_MEMBERS:
        yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, at, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and ("client_order_id" not in value or type(value["client_order_id"]) is str)
        and ("cibil_id" not in value or type(value["cibil_id"]) is str)
        and ("RegistrationID" not in value or type(value["RegistrationID"]) is str)
        and ("CompanyCode" not in value or type(value["CompanyCode"]) is str)
        and _REQUEST_BODY_MEMBERS.issuperset(value)
    )


def _request_body(value: Any, at: str) -> Iterator[Violation]:
    if "client_order_id" in value and not isinstance(value["client_order_id"], str):
        yield Violation(f"{at}/client_order_id", "type", "is text", _TABLE)
    if "cibil_id" in value and not isinstance(value["cibil_id"], str):
        yield Violation(f"{at}/cibil_id", "type", "is text", _TABLE)
    if "RegistrationID" in value and not isinstance(value["RegistrationID"], str):
        yield Violation(f"{at}/RegistrationID", "type", "is text", _TABLE)
    if "CompanyCode" in value and not isinstance(value["CompanyCode"], str):
        yield Violation(f"{at}/CompanyCode", "type", "is text", _TABLE)
    if not value.keys() <= _REQUEST_BODY_MEMBERS:
        yield from undocumented(value, _REQUEST_BODY_MEMBERS, at, _PAGE)


def _is_history(value: Any) -> bool:
    return (
        type(value) is dict
        and ("error_code" not in value or type(value["error_code"]) is str)
        and ("status" not in value or type(value["status"]) is str)
        and ("message" not in value or type(value["message"]) is str)
        and ("soft_ref_id" not in value or type(value["soft_ref_id"]) is str)
        and ("data" not in value or _is_history_data(value["data"]))
        and _HISTORY_MEMBERS.issuperset(value)
    )


def _history(value: Any, at: str) -> Iterator[Violation]:
    if "error_code" in value and not isinstance(value["error_code"], str):
        yield Violation(f"{at}/error_code", "type", "is text", _EXAMPLE)
    if "status" in value and not isinstance(value["status"], str):
        yield Violation(f"{at}/status", "type", "is text", _EXAMPLE)
    if "message" in value and not isinstance(value["message"], str):
        yield Violation(f"{at}/message", "type", "is text", _EXAMPLE)
    if "soft_ref_id" in value and not isinstance(value["soft_ref_id"], str):
        yield Violation(f"{at}/soft_ref_id", "type", "is text", _EXAMPLE)
    if "data" in value:
        if not isinstance(item := value["data"], dict):
            yield Violation(f"{at}/data", "type", "is an object", _EXAMPLE)
        else:
            yield from _history_data(item, f"{at}/data")
    if not value.keys() <= _HISTORY_MEMBERS:
        yield from undocumented(value, _HISTORY_MEMBERS, at, _PAGE)


def _is_history_data(value: Any) -> bool:
    return (
        type(value) is dict
        and ("result" not in value or _is_history_data_result(value["result"]))
        and ("status" not in value or type(value["status"]) is str)
        and ("message" not in value or type(value["message"]) is str)
        and ("access_token" not in value or type(value["access_token"]) is str)
        and _HISTORY_DATA_MEMBERS.issuperset(value)
    )


def _history_data(value: Any, at: str) -> Iterator[Violation]:
    if "result" in value:
        if not isinstance(item := value["result"], dict):
            yield Violation(f"{at}/result", "type", "is an object", _EXAMPLE)
        else:
            yield from _history_data_result(item, f"{at}/result")
    if "status" in value and not isinstance(value["status"], str):
        yield Violation(f"{at}/status", "type", "is text", _EXAMPLE)
    if "message" in value and not isinstance(value["message"], str):
        yield Violation(f"{at}/message", "type", "is text", _EXAMPLE)
    if "access_token" in value and not isinstance(value["access_token"], str):
        yield Violation(f"{at}/access_token", "type", "is text", _EXAMPLE)
    if not value.keys() <= _HISTORY_DATA_MEMBERS:
        yield from undocumented(value, _HISTORY_DATA_MEMBERS, at, _PAGE)


def _is_history_data_result(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            "userInfo" not in value
            or _is_history_data_result_user_info(value["userInfo"])
        )
        and (
            "activityInfo" not in value
            or (
                type(item := value["activityInfo"]) is list
                and all(map(_is_history_data_result_activity_info_item, item))
            )
        )
        and (
            "creditAge" not in value
            or _is_history_data_result_credit_age(value["creditAge"])
        )
        and (
            "creditMix" not in value
            or _is_history_data_result_credit_mix(value["creditMix"])
        )
        and ("inquiryCount" not in value or type(value["inquiryCount"]) is int)
        and (
            "lastMonthInquiryCount" not in value
            or type(value["lastMonthInquiryCount"]) is int
        )
        and (
            "last6MonthInquiryCount" not in value
            or type(value["last6MonthInquiryCount"]) is int
        )
        and (
            "creditUtilize" not in value
            or _is_history_data_result_credit_utilize(value["creditUtilize"])
        )
        and (
            "onTimePaymentPercentile" not in value
            or type(value["onTimePaymentPercentile"]) is int
        )
        and _HISTORY_DATA_RESULT_MEMBERS.issuperset(value)
    )


def _history_data_result(value: Any, at: str) -> Iterator[Violation]:
    if "userInfo" in value:
        if not isinstance(item := value["userInfo"], dict):
            yield Violation(f"{at}/userInfo", "type", "is an object", _EXAMPLE)
        else:
            yield from _history_data_result_user_info(item, f"{at}/userInfo")
    if "activityInfo" in value:
        if not isinstance(item := value["activityInfo"], list):
            yield Violation(f"{at}/activityInfo", "type", "is a list", _EXAMPLE)
        else:
            for index, each in enumerate(item):
                if not isinstance(each, dict):
                    yield Violation(
                        f"{at}/activityInfo/{index}", "type", "is an object", _EXAMPLE
                    )
                else:
                    yield from _history_data_result_activity_info_item(
                        each, f"{at}/activityInfo/{index}"
                    )
    if "creditAge" in value:
        if not isinstance(item := value["creditAge"], dict):
            yield Violation(f"{at}/creditAge", "type", "is an object", _EXAMPLE)
        else:
            yield from _history_data_result_credit_age(item, f"{at}/creditAge")
    if "creditMix" in value:
        if not isinstance(item := value["creditMix"], dict):
            yield Violation(f"{at}/creditMix", "type", "is an object", _EXAMPLE)
        else:
            yield from _history_data_result_credit_mix(item, f"{at}/creditMix")
    if "inquiryCount" in value and value["inquiryCount"].__class__ is not int:
        yield Violation(f"{at}/inquiryCount", "type", "is a whole number", _EXAMPLE)
    if (
        "lastMonthInquiryCount" in value
        and value["lastMonthInquiryCount"].__class__ is not int
    ):
        yield Violation(
            f"{at}/lastMonthInquiryCount", "type", "is a whole number", _EXAMPLE
        )
    if (
        "last6MonthInquiryCount" in value
        and value["last6MonthInquiryCount"].__class__ is not int
    ):
        yield Violation(
            f"{at}/last6MonthInquiryCount", "type", "is a whole number", _EXAMPLE
        )
    if "creditUtilize" in value:
        if not isinstance(item := value["creditUtilize"], dict):
            yield Violation(f"{at}/creditUtilize", "type", "is an object", _EXAMPLE)
        else:
            yield from _history_data_result_credit_utilize(item, f"{at}/creditUtilize")
    if (
        "onTimePaymentPercentile" in value
        and value["onTimePaymentPercentile"].__class__ is not int
    ):
        yield Violation(
            f"{at}/onTimePaymentPercentile", "type", "is a whole number", _EXAMPLE
        )
    if not value.keys() <= _HISTORY_DATA_RESULT_MEMBERS:
        yield from undocumented(value, _HISTORY_DATA_RESULT_MEMBERS, at, _PAGE)


def _is_history_data_result_user_info(value: Any) -> bool:
    return (
        type(value) is dict
        and ("cibil_id" not in value or type(value["cibil_id"]) is str)
        and (
            "cibil_score" not in value
            or (
                type(item := value["cibil_score"]) is str
                and forms.CIBIL_SCORE.fits(item)
            )
        )
        and ("first_name" not in value or type(value["first_name"]) is str)
        and ("middle_name" not in value or type(value["middle_name"]) is str)
        and ("last_name" not in value or type(value["last_name"]) is str)
        and ("mobile_number" not in value or type(value["mobile_number"]) is str)
        and (
            "cibil_score_fetch_date" not in value
            or (
                (item := value["cibil_score_fetch_date"]) is None
                or (type(item) is str and forms.CIBIL_SCORE_FETCH_DATE.fits(item))
            )
        )
        and _HISTORY_DATA_RESULT_USER_INFO_MEMBERS.issuperset(value)
    )


def _history_data_result_user_info(value: Any, at: str) -> Iterator[Violation]:
    if "cibil_id" in value and not isinstance(value["cibil_id"], str):
        yield Violation(f"{at}/cibil_id", "type", "is text", _EXAMPLE)
    if "cibil_score" in value:
        if not isinstance(item := value["cibil_score"], str):
            yield Violation(f"{at}/cibil_score", "type", "is text", _EXAMPLE)
        elif not forms.CIBIL_SCORE.fits(item):
            yield Violation(
                f"{at}/cibil_score", "format", "is an integer written as text", _EXAMPLE
            )
    if "first_name" in value and not isinstance(value["first_name"], str):
        yield Violation(f"{at}/first_name", "type", "is text", _EXAMPLE)
    if "middle_name" in value and not isinstance(value["middle_name"], str):
        yield Violation(f"{at}/middle_name", "type", "is text", _EXAMPLE)
    if "last_name" in value and not isinstance(value["last_name"], str):
        yield Violation(f"{at}/last_name", "type", "is text", _EXAMPLE)
    if "mobile_number" in value and not isinstance(value["mobile_number"], str):
        yield Violation(f"{at}/mobile_number", "type", "is text", _EXAMPLE)
    if "cibil_score_fetch_date" in value:
        if value["cibil_score_fetch_date"] is None:
            pass
        elif not isinstance(item := value["cibil_score_fetch_date"], str):
            yield Violation(f"{at}/cibil_score_fetch_date", "type", "is text", _EXAMPLE)
        elif not forms.CIBIL_SCORE_FETCH_DATE.fits(item):
            yield Violation(
                f"{at}/cibil_score_fetch_date",
                "format",
                "is a date and time as yyyy-MM-dd HH:mm:ss",
                _EXAMPLE,
            )
    if not value.keys() <= _HISTORY_DATA_RESULT_USER_INFO_MEMBERS:
        yield from undocumented(
            value, _HISTORY_DATA_RESULT_USER_INFO_MEMBERS, at, _PAGE
        )


def _is_history_data_result_activity_info_item(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            "account_detail_id" not in value or type(value["account_detail_id"]) is str
        )
        and ("member_name" not in value or type(value["member_name"]) is str)
        and ("account_number" not in value or type(value["account_number"]) is str)
        and (
            "date_opened" not in value
            or (
                type(item := value["date_opened"]) is str
                and forms.DATE_OPENED.fits(item)
            )
        )
        and (
            "date_closed" not in value
            or (
                type(item := value["date_closed"]) is str
                and forms.DATE_CLOSED.fits(item)
            )
        )
        and (
            "newly_opened" not in value
            or (
                type(item := value["newly_opened"]) is str
                and forms.NEWLY_OPENED.fits(item)
            )
        )
        and ("name" not in value or type(value["name"]) is str)
        and _HISTORY_DATA_RESULT_ACTIVITY_INFO_ITEM_MEMBERS.issuperset(value)
    )


def _history_data_result_activity_info_item(value: Any, at: str) -> Iterator[Violation]:
    if "account_detail_id" in value and not isinstance(value["account_detail_id"], str):
        yield Violation(f"{at}/account_detail_id", "type", "is text", _EXAMPLE)
    if "member_name" in value and not isinstance(value["member_name"], str):
        yield Violation(f"{at}/member_name", "type", "is text", _EXAMPLE)
    if "account_number" in value and not isinstance(value["account_number"], str):
        yield Violation(f"{at}/account_number", "type", "is text", _EXAMPLE)
    if "date_opened" in value:
        if not isinstance(item := value["date_opened"], str):
            yield Violation(f"{at}/date_opened", "type", "is text", _EXAMPLE)
        elif not forms.DATE_OPENED.fits(item):
            yield Violation(
                f"{at}/date_opened", "format", "is a date as yyyy-MM-dd", _EXAMPLE
            )
    if "date_closed" in value:
        if not isinstance(item := value["date_closed"], str):
            yield Violation(f"{at}/date_closed", "type", "is text", _EXAMPLE)
        elif not forms.DATE_CLOSED.fits(item):
            yield Violation(
                f"{at}/date_closed",
                "format",
                "is a date as yyyy-MM-dd, or 0000-00-00 for none",
                _EXAMPLE,
            )
    if "newly_opened" in value:
        if not isinstance(item := value["newly_opened"], str):
            yield Violation(f"{at}/newly_opened", "type", "is text", _EXAMPLE)
        elif not forms.NEWLY_OPENED.fits(item):
            yield Violation(
                f"{at}/newly_opened",
                "format",
                'is "1" for true or "0" for false',
                _EXAMPLE,
            )
    if "name" in value and not isinstance(value["name"], str):
        yield Violation(f"{at}/name", "type", "is text", _EXAMPLE)
    if not value.keys() <= _HISTORY_DATA_RESULT_ACTIVITY_INFO_ITEM_MEMBERS:
        yield from undocumented(
            value, _HISTORY_DATA_RESULT_ACTIVITY_INFO_ITEM_MEMBERS, at, _PAGE
        )


def _is_history_data_result_credit_age(value: Any) -> bool:
    return (
        type(value) is dict
        and ("credit_age" not in value or type(value["credit_age"]) is str)
        and _HISTORY_DATA_RESULT_CREDIT_AGE_MEMBERS.issuperset(value)
    )


def _history_data_result_credit_age(value: Any, at: str) -> Iterator[Violation]:
    if "credit_age" in value and not isinstance(value["credit_age"], str):
        yield Violation(f"{at}/credit_age", "type", "is text", _EXAMPLE)
    if not value.keys() <= _HISTORY_DATA_RESULT_CREDIT_AGE_MEMBERS:
        yield from undocumented(
            value, _HISTORY_DATA_RESULT_CREDIT_AGE_MEMBERS, at, _PAGE
        )


def _is_history_data_result_credit_mix(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            "secured_loan" not in value
            or (
                type(item := value["secured_loan"]) is str
                and forms.SECURED_LOAN.fits(item)
            )
        )
        and (
            "unsecured_loan" not in value
            or (
                type(item := value["unsecured_loan"]) is str
                and forms.UNSECURED_LOAN.fits(item)
            )
        )
        and (
            "total_percent_completed" not in value
            or (
                type(item := value["total_percent_completed"]) is str
                and forms.TOTAL_PERCENT_COMPLETED.fits(item)
            )
        )
        and _HISTORY_DATA_RESULT_CREDIT_MIX_MEMBERS.issuperset(value)
    )


def _history_data_result_credit_mix(value: Any, at: str) -> Iterator[Violation]:
    if "secured_loan" in value:
        if not isinstance(item := value["secured_loan"], str):
            yield Violation(f"{at}/secured_loan", "type", "is text", _EXAMPLE)
        elif not forms.SECURED_LOAN.fits(item):
            yield Violation(
                f"{at}/secured_loan",
                "format",
                "is an integer written as text",
                _EXAMPLE,
            )
    if "unsecured_loan" in value:
        if not isinstance(item := value["unsecured_loan"], str):
            yield Violation(f"{at}/unsecured_loan", "type", "is text", _EXAMPLE)
        elif not forms.UNSECURED_LOAN.fits(item):
            yield Violation(
                f"{at}/unsecured_loan",
                "format",
                "is an integer written as text",
                _EXAMPLE,
            )
    if "total_percent_completed" in value:
        if not isinstance(item := value["total_percent_completed"], str):
            yield Violation(
                f"{at}/total_percent_completed", "type", "is text", _EXAMPLE
            )
        elif not forms.TOTAL_PERCENT_COMPLETED.fits(item):
            yield Violation(
                f"{at}/total_percent_completed",
                "format",
                "is a decimal number written as text",
                _INFERRED_1,
            )
    if not value.keys() <= _HISTORY_DATA_RESULT_CREDIT_MIX_MEMBERS:
        yield from undocumented(
            value, _HISTORY_DATA_RESULT_CREDIT_MIX_MEMBERS, at, _PAGE
        )


def _is_history_data_result_credit_utilize(value: Any) -> bool:
    return (
        type(value) is dict
        and (
            "credit_utilize" not in value
            or (
                type(item := value["credit_utilize"]) is str
                and forms.CREDIT_UTILIZE.fits(item)
            )
        )
        and (
            "credit_limit" not in value
            or (
                type(item := value["credit_limit"]) is str
                and forms.CREDIT_LIMIT.fits(item)
            )
        )
        and (
            "total_balance" not in value
            or (
                type(item := value["total_balance"]) is str
                and forms.TOTAL_BALANCE.fits(item)
            )
        )
        and _HISTORY_DATA_RESULT_CREDIT_UTILIZE_MEMBERS.issuperset(value)
    )


def _history_data_result_credit_utilize(value: Any, at: str) -> Iterator[Violation]:
    if "credit_utilize" in value:
        if not isinstance(item := value["credit_utilize"], str):
            yield Violation(f"{at}/credit_utilize", "type", "is text", _EXAMPLE)
        elif not forms.CREDIT_UTILIZE.fits(item):
            yield Violation(
                f"{at}/credit_utilize",
                "format",
                "is a decimal number written as text",
                _INFERRED_1,
            )
    if "credit_limit" in value:
        if not isinstance(item := value["credit_limit"], str):
            yield Violation(f"{at}/credit_limit", "type", "is text", _EXAMPLE)
        elif not forms.CREDIT_LIMIT.fits(item):
            yield Violation(
                f"{at}/credit_limit",
                "format",
                "is a decimal number written as text",
                _INFERRED_2,
            )
    if "total_balance" in value:
        if not isinstance(item := value["total_balance"], str):
            yield Violation(f"{at}/total_balance", "type", "is text", _EXAMPLE)
        elif not forms.TOTAL_BALANCE.fits(item):
            yield Violation(
                f"{at}/total_balance",
                "format",
                "is a decimal number written as text",
                _INFERRED_2,
            )
    if not value.keys() <= _HISTORY_DATA_RESULT_CREDIT_UTILIZE_MEMBERS:
        yield from undocumented(
            value, _HISTORY_DATA_RESULT_CREDIT_UTILIZE_MEMBERS, at, _PAGE
        )


def _is_refused(value: Any) -> bool:
    return (
        type(value) is dict
        and ("code" not in value or type(value["code"]) is str)
        and ("description" not in value or type(value["description"]) is str)
        and (
            "status" not in value
            or (type(item := value["status"]) is str and forms.STATUS.fits(item))
        )
        and _REFUSED_MEMBERS.issuperset(value)
    )


def _refused(value: Any, at: str) -> Iterator[Violation]:
    if "code" in value and not isinstance(value["code"], str):
        yield Violation(f"{at}/code", "type", "is text", _EXAMPLE)
    if "description" in value and not isinstance(value["description"], str):
        yield Violation(f"{at}/description", "type", "is text", _EXAMPLE)
    if "status" in value:
        if not isinstance(item := value["status"], str):
            yield Violation(f"{at}/status", "type", "is text", _EXAMPLE)
        elif not forms.STATUS.fits(item):
            yield Violation(
                f"{at}/status",
                "format",
                'is "True" for true or "False" for false',
                _INFERRED_3,
            )
    if not value.keys() <= _REFUSED_MEMBERS:
        yield from undocumented(value, _REFUSED_MEMBERS, at, _PAGE)


def _is_refused_by_table(value: Any) -> bool:
    return (
        type(value) is dict
        and ("responsecode" not in value or type(value["responsecode"]) is int)
        and ("status" not in value or type(value["status"]) is bool)
        and ("message" not in value or type(value["message"]) is str)
        and _REFUSED_BY_TABLE_MEMBERS.issuperset(value)
    )


def _refused_by_table(value: Any, at: str) -> Iterator[Violation]:
    if "responsecode" in value and value["responsecode"].__class__ is not int:
        yield Violation(f"{at}/responsecode", "type", "is a whole number", _TABLE)
    if "status" in value and value["status"].__class__ is not bool:
        yield Violation(f"{at}/status", "type", "is true or false", _TABLE)
    if "message" in value and not isinstance(value["message"], str):
        yield Violation(f"{at}/message", "type", "is text", _TABLE)
    if not value.keys() <= _REFUSED_BY_TABLE_MEMBERS:
        yield from undocumented(value, _REFUSED_BY_TABLE_MEMBERS, at, _PAGE)
