"""Validators of get_credit_history: what its page says of each value.

Page: Get Credit History, https://readapi.aopay.co.in/Cibilapiv1GetCreditHistory.aspx
(read 2026-11-21).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..._runtime.violations import (
    Inferred,
    Told,
    Violation,
    inside,
    passes,
    told,
    undocumented,
)
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
    if passes(_is_request, value):
        return []
    if not isinstance(value, dict):
        return [Violation("", "type", "is an object", _PAGE)]
    found = told("/headers", _request_headers, value.get("headers", {}), _PAGE)
    found += told("/body", _request_body, value.get("body", {}), _PAGE)
    return found


def get_credit_history_history(value: Any) -> list[Violation]:
    """Return what in a reply `history` breaks its documentation."""
    return [] if passes(_is_history, value) else told("", _history, value, _PAGE)


def get_credit_history_refused(value: Any) -> list[Violation]:
    """Return what in a reply `refused` breaks its documentation."""
    return [] if passes(_is_refused, value) else told("", _refused, value, _PAGE)


def get_credit_history_refused_by_table(value: Any) -> list[Violation]:
    """Return what in a reply `refused_by_table` breaks its documentation."""
    return (
        []
        if passes(_is_refused_by_table, value)
        else told("", _refused_by_table, value, _PAGE)
    )


def _is_request(value: Any) -> bool:
    return (
        type(value) is dict
        and _is_request_headers(value["headers"])
        and _is_request_body(value["body"])
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


def _request_headers(value: Any) -> Iterator[Told]:
    if "Content-Type" in value:
        if not isinstance(item := value["Content-Type"], str):
            yield Told("Content-Type", "type", "is text", _EXAMPLE)
        elif item != "application/json":
            yield Told("Content-Type", "enum", 'is "application/json"', _EXAMPLE)
    yield from undocumented(value, _REQUEST_HEADERS_MEMBERS, _PAGE)


def _is_request_body(value: Any) -> bool:
    return (
        type(value) is dict
        and ("client_order_id" not in value or type(value["client_order_id"]) is str)
        and ("cibil_id" not in value or type(value["cibil_id"]) is str)
        and ("RegistrationID" not in value or type(value["RegistrationID"]) is str)
        and ("CompanyCode" not in value or type(value["CompanyCode"]) is str)
        and _REQUEST_BODY_MEMBERS.issuperset(value)
    )


def _request_body(value: Any) -> Iterator[Told]:
    if "client_order_id" in value and not isinstance(value["client_order_id"], str):
        yield Told("client_order_id", "type", "is text", _TABLE)
    if "cibil_id" in value and not isinstance(value["cibil_id"], str):
        yield Told("cibil_id", "type", "is text", _TABLE)
    if "RegistrationID" in value and not isinstance(value["RegistrationID"], str):
        yield Told("RegistrationID", "type", "is text", _TABLE)
    if "CompanyCode" in value and not isinstance(value["CompanyCode"], str):
        yield Told("CompanyCode", "type", "is text", _TABLE)
    yield from undocumented(value, _REQUEST_BODY_MEMBERS, _PAGE)


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


def _history(value: Any) -> Iterator[Told]:
    if "error_code" in value and not isinstance(value["error_code"], str):
        yield Told("error_code", "type", "is text", _EXAMPLE)
    if "status" in value and not isinstance(value["status"], str):
        yield Told("status", "type", "is text", _EXAMPLE)
    if "message" in value and not isinstance(value["message"], str):
        yield Told("message", "type", "is text", _EXAMPLE)
    if "soft_ref_id" in value and not isinstance(value["soft_ref_id"], str):
        yield Told("soft_ref_id", "type", "is text", _EXAMPLE)
    if "data" in value:
        if not isinstance(item := value["data"], dict):
            yield Told("data", "type", "is an object", _EXAMPLE)
        else:
            yield from inside("data", _history_data(item))
    yield from undocumented(value, _HISTORY_MEMBERS, _PAGE)


def _is_history_data(value: Any) -> bool:
    return (
        type(value) is dict
        and ("result" not in value or _is_history_data_result(value["result"]))
        and ("status" not in value or type(value["status"]) is str)
        and ("message" not in value or type(value["message"]) is str)
        and ("access_token" not in value or type(value["access_token"]) is str)
        and _HISTORY_DATA_MEMBERS.issuperset(value)
    )


def _history_data(value: Any) -> Iterator[Told]:
    if "result" in value:
        if not isinstance(item := value["result"], dict):
            yield Told("result", "type", "is an object", _EXAMPLE)
        else:
            yield from inside("result", _history_data_result(item))
    if "status" in value and not isinstance(value["status"], str):
        yield Told("status", "type", "is text", _EXAMPLE)
    if "message" in value and not isinstance(value["message"], str):
        yield Told("message", "type", "is text", _EXAMPLE)
    if "access_token" in value and not isinstance(value["access_token"], str):
        yield Told("access_token", "type", "is text", _EXAMPLE)
    yield from undocumented(value, _HISTORY_DATA_MEMBERS, _PAGE)


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


def _history_data_result(value: Any) -> Iterator[Told]:
    if "userInfo" in value:
        if not isinstance(item := value["userInfo"], dict):
            yield Told("userInfo", "type", "is an object", _EXAMPLE)
        else:
            yield from inside("userInfo", _history_data_result_user_info(item))
    if "activityInfo" in value:
        if not isinstance(item := value["activityInfo"], list):
            yield Told("activityInfo", "type", "is a list", _EXAMPLE)
        else:
            for index, each in enumerate(item):
                if not isinstance(each, dict):
                    yield Told(
                        f"activityInfo/{index}", "type", "is an object", _EXAMPLE
                    )
                else:
                    yield from inside(
                        f"activityInfo/{index}",
                        _history_data_result_activity_info_item(each),
                    )
    if "creditAge" in value:
        if not isinstance(item := value["creditAge"], dict):
            yield Told("creditAge", "type", "is an object", _EXAMPLE)
        else:
            yield from inside("creditAge", _history_data_result_credit_age(item))
    if "creditMix" in value:
        if not isinstance(item := value["creditMix"], dict):
            yield Told("creditMix", "type", "is an object", _EXAMPLE)
        else:
            yield from inside("creditMix", _history_data_result_credit_mix(item))
    if "inquiryCount" in value and value["inquiryCount"].__class__ is not int:
        yield Told("inquiryCount", "type", "is a whole number", _EXAMPLE)
    if (
        "lastMonthInquiryCount" in value
        and value["lastMonthInquiryCount"].__class__ is not int
    ):
        yield Told("lastMonthInquiryCount", "type", "is a whole number", _EXAMPLE)
    if (
        "last6MonthInquiryCount" in value
        and value["last6MonthInquiryCount"].__class__ is not int
    ):
        yield Told("last6MonthInquiryCount", "type", "is a whole number", _EXAMPLE)
    if "creditUtilize" in value:
        if not isinstance(item := value["creditUtilize"], dict):
            yield Told("creditUtilize", "type", "is an object", _EXAMPLE)
        else:
            yield from inside(
                "creditUtilize", _history_data_result_credit_utilize(item)
            )
    if (
        "onTimePaymentPercentile" in value
        and value["onTimePaymentPercentile"].__class__ is not int
    ):
        yield Told("onTimePaymentPercentile", "type", "is a whole number", _EXAMPLE)
    yield from undocumented(value, _HISTORY_DATA_RESULT_MEMBERS, _PAGE)


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


def _history_data_result_user_info(value: Any) -> Iterator[Told]:
    if "cibil_id" in value and not isinstance(value["cibil_id"], str):
        yield Told("cibil_id", "type", "is text", _EXAMPLE)
    if "cibil_score" in value:
        if not isinstance(item := value["cibil_score"], str):
            yield Told("cibil_score", "type", "is text", _EXAMPLE)
        elif not forms.CIBIL_SCORE.fits(item):
            yield Told(
                "cibil_score", "format", "is an integer written as text", _EXAMPLE
            )
    if "first_name" in value and not isinstance(value["first_name"], str):
        yield Told("first_name", "type", "is text", _EXAMPLE)
    if "middle_name" in value and not isinstance(value["middle_name"], str):
        yield Told("middle_name", "type", "is text", _EXAMPLE)
    if "last_name" in value and not isinstance(value["last_name"], str):
        yield Told("last_name", "type", "is text", _EXAMPLE)
    if "mobile_number" in value and not isinstance(value["mobile_number"], str):
        yield Told("mobile_number", "type", "is text", _EXAMPLE)
    if "cibil_score_fetch_date" in value:
        if value["cibil_score_fetch_date"] is None:
            pass
        elif not isinstance(item := value["cibil_score_fetch_date"], str):
            yield Told("cibil_score_fetch_date", "type", "is text", _EXAMPLE)
        elif not forms.CIBIL_SCORE_FETCH_DATE.fits(item):
            yield Told(
                "cibil_score_fetch_date",
                "format",
                "is a date and time as yyyy-MM-dd HH:mm:ss",
                _EXAMPLE,
            )
    yield from undocumented(value, _HISTORY_DATA_RESULT_USER_INFO_MEMBERS, _PAGE)


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


def _history_data_result_activity_info_item(value: Any) -> Iterator[Told]:
    if "account_detail_id" in value and not isinstance(value["account_detail_id"], str):
        yield Told("account_detail_id", "type", "is text", _EXAMPLE)
    if "member_name" in value and not isinstance(value["member_name"], str):
        yield Told("member_name", "type", "is text", _EXAMPLE)
    if "account_number" in value and not isinstance(value["account_number"], str):
        yield Told("account_number", "type", "is text", _EXAMPLE)
    if "date_opened" in value:
        if not isinstance(item := value["date_opened"], str):
            yield Told("date_opened", "type", "is text", _EXAMPLE)
        elif not forms.DATE_OPENED.fits(item):
            yield Told("date_opened", "format", "is a date as yyyy-MM-dd", _EXAMPLE)
    if "date_closed" in value:
        if not isinstance(item := value["date_closed"], str):
            yield Told("date_closed", "type", "is text", _EXAMPLE)
        elif not forms.DATE_CLOSED.fits(item):
            yield Told(
                "date_closed",
                "format",
                "is a date as yyyy-MM-dd, or 0000-00-00 for none",
                _EXAMPLE,
            )
    if "newly_opened" in value:
        if not isinstance(item := value["newly_opened"], str):
            yield Told("newly_opened", "type", "is text", _EXAMPLE)
        elif not forms.NEWLY_OPENED.fits(item):
            yield Told(
                "newly_opened", "format", 'is "1" for true or "0" for false', _EXAMPLE
            )
    if "name" in value and not isinstance(value["name"], str):
        yield Told("name", "type", "is text", _EXAMPLE)
    yield from undocumented(
        value, _HISTORY_DATA_RESULT_ACTIVITY_INFO_ITEM_MEMBERS, _PAGE
    )


def _is_history_data_result_credit_age(value: Any) -> bool:
    return (
        type(value) is dict
        and ("credit_age" not in value or type(value["credit_age"]) is str)
        and _HISTORY_DATA_RESULT_CREDIT_AGE_MEMBERS.issuperset(value)
    )


def _history_data_result_credit_age(value: Any) -> Iterator[Told]:
    if "credit_age" in value and not isinstance(value["credit_age"], str):
        yield Told("credit_age", "type", "is text", _EXAMPLE)
    yield from undocumented(value, _HISTORY_DATA_RESULT_CREDIT_AGE_MEMBERS, _PAGE)


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


def _history_data_result_credit_mix(value: Any) -> Iterator[Told]:
    if "secured_loan" in value:
        if not isinstance(item := value["secured_loan"], str):
            yield Told("secured_loan", "type", "is text", _EXAMPLE)
        elif not forms.SECURED_LOAN.fits(item):
            yield Told(
                "secured_loan", "format", "is an integer written as text", _EXAMPLE
            )
    if "unsecured_loan" in value:
        if not isinstance(item := value["unsecured_loan"], str):
            yield Told("unsecured_loan", "type", "is text", _EXAMPLE)
        elif not forms.UNSECURED_LOAN.fits(item):
            yield Told(
                "unsecured_loan", "format", "is an integer written as text", _EXAMPLE
            )
    if "total_percent_completed" in value:
        if not isinstance(item := value["total_percent_completed"], str):
            yield Told("total_percent_completed", "type", "is text", _EXAMPLE)
        elif not forms.TOTAL_PERCENT_COMPLETED.fits(item):
            yield Told(
                "total_percent_completed",
                "format",
                "is a decimal number written as text",
                _INFERRED_1,
            )
    yield from undocumented(value, _HISTORY_DATA_RESULT_CREDIT_MIX_MEMBERS, _PAGE)


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


def _history_data_result_credit_utilize(value: Any) -> Iterator[Told]:
    if "credit_utilize" in value:
        if not isinstance(item := value["credit_utilize"], str):
            yield Told("credit_utilize", "type", "is text", _EXAMPLE)
        elif not forms.CREDIT_UTILIZE.fits(item):
            yield Told(
                "credit_utilize",
                "format",
                "is a decimal number written as text",
                _INFERRED_1,
            )
    if "credit_limit" in value:
        if not isinstance(item := value["credit_limit"], str):
            yield Told("credit_limit", "type", "is text", _EXAMPLE)
        elif not forms.CREDIT_LIMIT.fits(item):
            yield Told(
                "credit_limit",
                "format",
                "is a decimal number written as text",
                _INFERRED_2,
            )
    if "total_balance" in value:
        if not isinstance(item := value["total_balance"], str):
            yield Told("total_balance", "type", "is text", _EXAMPLE)
        elif not forms.TOTAL_BALANCE.fits(item):
            yield Told(
                "total_balance",
                "format",
                "is a decimal number written as text",
                _INFERRED_2,
            )
    yield from undocumented(value, _HISTORY_DATA_RESULT_CREDIT_UTILIZE_MEMBERS, _PAGE)


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


def _refused(value: Any) -> Iterator[Told]:
    if "code" in value and not isinstance(value["code"], str):
        yield Told("code", "type", "is text", _EXAMPLE)
    if "description" in value and not isinstance(value["description"], str):
        yield Told("description", "type", "is text", _EXAMPLE)
    if "status" in value:
        if not isinstance(item := value["status"], str):
            yield Told("status", "type", "is text", _EXAMPLE)
        elif not forms.STATUS.fits(item):
            yield Told(
                "status",
                "format",
                'is "True" for true or "False" for false',
                _INFERRED_3,
            )
    yield from undocumented(value, _REFUSED_MEMBERS, _PAGE)


def _is_refused_by_table(value: Any) -> bool:
    return (
        type(value) is dict
        and ("responsecode" not in value or type(value["responsecode"]) is int)
        and ("status" not in value or type(value["status"]) is bool)
        and ("message" not in value or type(value["message"]) is str)
        and _REFUSED_BY_TABLE_MEMBERS.issuperset(value)
    )


def _refused_by_table(value: Any) -> Iterator[Told]:
    if "responsecode" in value and value["responsecode"].__class__ is not int:
        yield Told("responsecode", "type", "is a whole number", _TABLE)
    if "status" in value and value["status"].__class__ is not bool:
        yield Told("status", "type", "is true or false", _TABLE)
    if "message" in value and not isinstance(value["message"], str):
        yield Told("message", "type", "is text", _TABLE)
    yield from undocumented(value, _REFUSED_BY_TABLE_MEMBERS, _PAGE)
