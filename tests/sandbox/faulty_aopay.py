"""What a server of AOPay may do wrong: each field, each order, each answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sandbox_app import Change

_LISTS = {"sub": "SUBMIT", "his": "HISTORY", "txn": "SEND"}
_OPERATIONS = {
    "sub": "aopay.submit_otp",
    "his": "aopay.get_credit_history",
    "txn": "aopay.transaction_send_otp",
}
_LOOP = "    for name in fields:\n"
_GOOD = {"otp": "1234", "RegistrationID": "AOP-554", "Txntype": "IMPS"}
_TAKE = "body[name] = {good!r}; continue"
_ABSENT = 'return ("207", f"{{name}} is Requaired")'
_INVALID = 'return ("208", f"{{name}} is Invalid")'
_PER_FIELD = {
    "left out is taken": ("name not in body", "body[name] = {good!r}"),
    "empty is taken": ('body.get(name) == ""', _TAKE),
    "null is taken": ("body.get(name, 0) is None", _TAKE),
    "null is absent": ("body.get(name, 0) is None", _ABSENT),
    "a number is taken": ("type(body.get(name)) in (int, float)", _TAKE),
    "true is taken": ("body.get(name) is True", _TAKE),
    "false is absent": ("body.get(name) is False", _ABSENT),
    "zero is absent": ("body.get(name, '') == 0", _ABSENT),
    "a list is taken": ("isinstance(body.get(name), list)", _TAKE),
    "an object is taken": ("isinstance(body.get(name), dict)", _TAKE),
    "left out is invalid": ("name not in body", _INVALID),
    "empty is invalid": ('body.get(name) == ""', _INVALID),
    "is called in capitals": (
        "name not in body",
        'return ("207", f"{{name.swapcase()}} is Requaired")',
    ),
}
_OF_TEXTS = {
    "blank is absent": ("str(body.get(name, 'x')).isspace()", _ABSENT),
    "long is refused": ("len(str(body.get(name, ''))) > 30", _INVALID),
    "is plain text": ("not str(body.get(name, '')).isascii()", _INVALID),
}


def drifts(source: str) -> Iterator[tuple[str, Change]]:
    """Yield faulty servers by name."""
    for who, constant in _LISTS.items():
        found = re.search(rf"{constant} = \[(.*?)\]", source, re.DOTALL)
        assert found is not None
        names = re.findall(r'"(\w+)"', found[1])
        yield from _of_fields(who, names)
        yield from _of_order(who, found[0], constant, names)
        yield from _of_passes(who)
        yield from _of_bodies(who)
        yield from _of_credentials(who)
    for who, table in _ANSWERS.items():
        for name, text, other in table:
            yield f"{who}: {name}", Change(_OPERATIONS[who], ((text, other),))


def _of_fields(who: str, names: list[str]) -> Iterator[tuple[str, Change]]:
    # The longest list shows nothing new in its middle.
    for field in names if len(names) < 9 else (*names[:3], *names[-3:]):
        tables = {**_PER_FIELD, **(_OF_TEXTS if field != "Txntype" else {})}
        for label, (condition, do) in tables.items():
            line = do.format(good=_GOOD.get(field, "x"))
            is_met = f"who == {who!r} and name == {field!r} and ({condition})"
            code = f"{_LOOP}        if {is_met}:\n            {line}\n"
            yield f"{who}: {field} {label}", Change(_OPERATIONS[who], ((_LOOP, code),))


def _of_order(
    who: str, text: str, constant: str, names: list[str]
) -> Iterator[tuple[str, Change]]:
    last = len(names) - 1
    for first, second in [
        *zip(range(last), range(1, last + 1), strict=True),
        (0, last),
    ]:
        other = list(names)
        other[first], other[second] = other[second], other[first]
        label = f"{who}: {names[first]} and {names[second]} change places"
        yield label, Change(_OPERATIONS[who], ((text, f"{constant} = {other!r}"),))
    label = f"{who}: the last field comes first"
    other = [names[-1], *names[:-1]]
    yield label, Change(_OPERATIONS[who], ((text, f"{constant} = {other!r}"),))


def _of_passes(who: str) -> Iterator[tuple[str, Change]]:
    for label, condition, answer in (
        ("absent", "name not in body", '"207", f"{name} is Requaired"'),
        ("empty", 'body.get(name) == ""', '"207", f"{name} is Requaired"'),
        (
            "of another type",
            "name in body and not isinstance(body[name], str)",
            '"208", f"{name} is Invalid"',
        ),
    ):
        code = (
            f"    for name in fields if who == {who!r} else ():\n"
            f"        if {condition}:\n            return ({answer})\n{_LOOP}"
        )
        name = f"{who}: what is {label} is looked for first in all fields"
        yield name, Change(_OPERATIONS[who], ((_LOOP, code),))


def _of_bodies(who: str) -> Iterator[tuple[str, Change]]:
    text = '        return ("206", "Invalid request body")'
    for label, condition in (
        ("null is an empty object", "body is None"),
        ("what is not JSON is an empty object", "body is MISSING"),
        ("a list is an empty object", "isinstance(body, list)"),
        ("text is an empty object", "isinstance(body, str)"),
        ("false is an empty object", "body is False"),
    ):
        code = f"        if who == {who!r} and {condition}:\n"
        code += f"            return aop_check({{}}, fields, who)\n{text}"
        yield f"{who}: {label}", Change(_OPERATIONS[who], ((text, code),))


def _of_credentials(who: str) -> Iterator[tuple[str, Change]]:
    sent, known = 'body.get("RegistrationID")', "AOP_REGISTRATION"
    tail = f':\n        return aop_auth_failed("{who}")'
    text = f"    if {sent} != {known}{tail}"
    for label, condition in (
        ("not looked at", "False"),
        ("compared in small letters", f"{sent}.lower() != {known}.lower()"),
        ("compared without blanks", f"{sent}.strip() != {known}"),
        ("compared up to its length", f"not {sent}.startswith({known})"),
        ("compared from its end", f"not {sent}.endswith({known})"),
        ("compared up to what was sent", f"not {known}.startswith({sent})"),
        ("compared by its form", f'not re.fullmatch("AOP-[0-9]+", {sent})'),
        ("compared without its hyphen", f'{sent}.replace("-", "") != "AOP554"'),
        ("compared by a line", f're.match("AOP-554$", {sent}) is None'),
    ):
        change = Change(_OPERATIONS[who], ((text, f"    if {condition}{tail}"),))
        yield f"{who}: the credential is {label}", change


_ECHO = '"cibil_id": body.get("cibil_id"),\n        "cibil_status"'
_ECHO_2 = '"cibil_id": body.get("cibil_id"),\n            "cibil_score"'


def _echo(other: str) -> str:
    return f'"cibil_id": {other},\n        "cibil_status"'


def _echo_2(other: str) -> str:
    return f'"cibil_id": {other},\n            "cibil_score"'


_GOOD_OTP = 'str(body.get("otp", "1234")) == "1234"'
_NO_HIT = 'body.get("cibil_id") == "NOHIT"'
_KINDS = 'body.get("Txntype") not in ("IMPS", "NEFT")'
_STRANGER = 'body.get("MobileNumber") == "9000000000"'
_ANSWERS = {
    "sub": (
        ("any OTP is right", _GOOD_OTP, "True"),
        ("an OTP of its length is right", _GOOD_OTP, 'len(body["otp"]) == 4'),
        ("an OTP of its beginning is right", _GOOD_OTP, 'body["otp"][:4] == "1234"'),
        (
            "an OTP of its number is right",
            _GOOD_OTP,
            'body["otp"].strip().lstrip("0") == "1234"',
        ),
        ("the identifier is masked", _ECHO, _echo('body["cibil_id"][:5] + "**"')),
        ("the identifier is in capitals", _ECHO, _echo('body["cibil_id"].upper()')),
        ("the identifier is trimmed", _ECHO, _echo('body["cibil_id"].strip()')),
        ("the identifier is cut", _ECHO, _echo('body["cibil_id"][:20]')),
        ("the identifier is another field", _ECHO, _echo('body["access_token"]')),
        (
            "the identifier is ASCII",
            _ECHO,
            _echo('body["cibil_id"].encode("ascii", "replace").decode()'),
        ),
        (
            "a wrong OTP is a bad request",
            '"result": None,\n            }\n        )',
            '"result": None,\n            }, 400\n        )',
        ),
        ("a wrong OTP has another text", '"Invalid OTP"', '"Invalid Otp"'),
        ("a wrong OTP has another code", '"SPC-403"', '"SPC-401"'),
        ("a wrong OTP has a result", '"result": None', '"result": {}'),
        ("a success is in small letters", '"status": "SUCCESS"', '"status": "success"'),
        (
            "a time is written otherwise",
            '"cibil_score_fetch_date": None',
            '"cibil_score_fetch_date": "16/08/2023"',
        ),
        ("a member is missing", '        "is_returning_customer": 0,\n', ""),
        (
            "a fault has the status 400",
            "def aop_field_error(code, text, http=401)",
            "def aop_field_error(code, text, http=400)",
        ),
        ("a fault is told without its token", '        "token": None,\n', ""),
    ),
    "his": (
        ("nobody is missed", _NO_HIT, "False"),
        ("a longer name is missed", _NO_HIT, 'body["cibil_id"].startswith("NOHIT")'),
        ("another field is missed", _NO_HIT, 'body["client_order_id"] == "NOHIT"'),
        (
            "a missing record is 404",
            "    return JSONResponse(out, 200)\n    activity",
            "    return JSONResponse(out, 404)\n    activity",
        ),
        ("a missing record is written otherwise", "No record found", "No Record Found"),
        (
            "the first identifier is kept",
            _ECHO_2,
            _echo_2('KEPT.setdefault(0, body["cibil_id"])'),
        ),
        ("a day is written otherwise", '"2023-06-24"', '"24/06/2023"'),
        ("a day is none", '"2023-06-24"', '"2023-02-31"'),
        ("a day has a time", '"2022-12-01"', '"2022-12-01 00:00:00"'),
        ("a time has a T", '"2023-08-16 15:36:46"', '"2023-08-16T15:36:46"'),
        ("no day is empty", '"0000-00-00"', '""'),
        ("a flag is a truth", '"newly_opened": "1"', '"newly_opened": True'),
        ("a flag is another word", '"newly_opened": "0"', '"newly_opened": "N"'),
        ("a score is a number", '"cibil_score": "770"', '"cibil_score": 770'),
        ("an amount has commas", '"255000"', '"2,55,000"'),
        (
            "a count is a truth",
            '"lastMonthInquiryCount": 0',
            '"lastMonthInquiryCount": False',
        ),
        (
            "a list is its first item",
            '"activityInfo": activity',
            '"activityInfo": activity[0]',
        ),
        ("a name differs in case", '"userInfo"', '"userinfo"'),
        ("a name is null", '"middle_name": ""', '"middle_name": None'),
    ),
    "txn": (
        (
            "a kind in small letters is taken",
            _KINDS,
            'body["Txntype"].upper() not in ("IMPS", "NEFT")',
        ),
        (
            "a third kind is taken",
            _KINDS,
            'body["Txntype"] not in ("IMPS", "NEFT", "RTGS")',
        ),
        (
            "both kinds at once are taken",
            _KINDS,
            'body["Txntype"] not in ("IMPS", "NEFT", "IMPS/NEFT")',
        ),
        ("one kind is refused", _KINDS, 'body["Txntype"] != "IMPS"'),
        (
            "a kind with a blank is taken",
            _KINDS,
            'body["Txntype"].strip() not in ("IMPS", "NEFT")',
        ),
        ("nobody is a stranger", _STRANGER, "False"),
        (
            "a trimmed number is a stranger",
            _STRANGER,
            'body["MobileNumber"].strip() == "9000000000"',
        ),
        (
            "a number like it is a stranger",
            _STRANGER,
            'body["MobileNumber"].startswith("90")',
        ),
        ("a stranger's code is text", '"response_code": 0', '"response_code": "0"'),
        (
            "a stranger has a success",
            '"status": False,\n            "response_code": 0',
            '"status": True,\n            "response_code": 0',
        ),
        ("a text is mended", "has been send", "has been sent"),
        ("the second text is another", '"Value": text', '"Value": "OTP sent"'),
        ("the second truth is a truth", '"Status": "True"', '"Status": True'),
        (
            "the rows of the table are there",
            '"Value": text',
            '"Value": text, "data": {"fname": "A"}',
        ),
        (
            "a fault is told as its sisters do",
            '{"response_code": code, "status": False, "message": fault[1]}',
            '{"code": str(code), "description": fault[1], "status": "False"}',
        ),
        (
            "the third call is too much",
            '    text = "OTP has',
            '    KEPT[len(KEPT)] = 1\n    if len(KEPT) > 3:\n        return aop_auth_failed("txn")\n    text = "OTP has',
        ),
    ),
}
