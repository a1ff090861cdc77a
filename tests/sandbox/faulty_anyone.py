"""What a server of anyone may do wrong on its way out and in: status, content, memory."""

from __future__ import annotations

from collections.abc import Iterator

from sandbox_app import Change

_PATHS = {
    "aopay.submit_otp": "/api/AOP/CibilScore/SubmitOTP",
    "aopay.get_credit_history": "/api/AOP/CibilScore/GetCreditHistory",
    "aopay.transaction_send_otp": "/api/AOP/DMTV1/TransactionSendOtp",
    "paytm.verify_otp": "/aoa-pay-option-service/v2/otp/verify",
    "ayoconnect.verify_otp": "/api/v1.0/otp-verification",
}
_ALWAYS_200 = "paytm.verify_otp"
_WITHOUT_TRUTHS = ("ayoconnect.verify_otp",)
_WITHOUT_NUMBERS = ("paytm.verify_otp", "ayoconnect.verify_otp")
_WITHOUT_NULLS = (*_WITHOUT_NUMBERS, "aopay.transaction_send_otp")

_BETWEEN = """
_right = app


def each(value, change):
    if isinstance(value, dict):
        return {{name: each(inner, change) for name, inner in value.items()}}
    if isinstance(value, list):
        return [each(inner, change) for inner in value]
    return change(value)


def named(value, change):
    if isinstance(value, dict):
        return {{change(name): named(inner, change) for name, inner in value.items()}}
    return [named(x, change) for x in value] if isinstance(value, list) else value


def dense(value):
    if isinstance(value, dict):
        return {{n: dense(inner) for n, inner in value.items() if inner is not None}}
    return value


async def app(scope, receive, send):
    if scope["path"] != {path!r}:
        return await _right(scope, receive, send)
    asked = (await receive())["body"]
    headers = dict(scope["headers"])
    came = []

    async def again():
        return {{"type": "http.request", "body": asked, "more_body": False}}

    async def keep(message):
        came.append(message)

    await _right(scope, again, keep)
    status, content = came[0]["status"], came[1].get("body", b"")
    kind = "application/json"
    body = json.loads(content) if content[:1] == b"{{" else None
    {change}
    answer = content if body is None else JSONResponse(body).body
    told = {{"content-type": kind}} if kind else {{}}
    await Response(answer, status, told)(scope, receive, send)
"""
"""A server between the right one and whoever asks, with what it changes."""

_PAGE = 'body, content, kind = None, b"<html><h1>Error</h1></html>", "text/html"'
_REFUSALS: dict[str, str] = {
    "a refusal is a page": f"if status >= 400: {_PAGE}",
    "a refusal is a page with the right type": (
        'if status >= 400: body, content = None, b"<html>Error</html>"'
    ),
    "a refusal is empty": 'if status >= 400: body, content = None, b""',
    "a refusal is 200": "status = 200",
    "a refusal is 422": "status = 422 if status in (400, 401, 403, 404) else status",
    "a refusal is 500": "status = 500 if status >= 400 else status",
}
_OF_ALL: dict[str, str] = {
    "everything is 201": "status = 201",
    "everything is 500": "status = 500",
    "names are in small letters": "body = named(body, str.lower)",
    "names are in capitals": "body = named(body, str.upper)",
    "names end with a blank": 'body = named(body, lambda name: name + " ")',
    "names have lines": "body = named(body, lambda x: re.sub('(?<=[a-z])[A-Z]', lambda y: '_' + y[0].lower(), x).replace('_', '-'))",
    "texts end with a blank": (
        'body = each(body, lambda x: x + " " if isinstance(x, str) else x)'
    ),
    "texts are in capitals": (
        "body = each(body, lambda x: x.upper() if isinstance(x, str) else x)"
    ),
    "texts are numbers where they can be": (
        "body = each(body, lambda x: int(x)"
        " if isinstance(x, str) and x.isdecimal() else x)"
    ),
    "empty texts and texts are null": (
        "body = each(body, lambda x: None if isinstance(x, str) else x)"
    ),
    "it stands in data": 'body = body and {"data": body}',
    "it stands in a list": "body = body and [body]",
    "it has a time more": 'body = body and {**body, "serverTime": 1}',
    "it has no type": 'kind = ""',
    "its type is JSON of a vendor": 'kind = "application/vnd.api+json"',
    "the first answer is told for ever": (
        "body, status = KEPT.setdefault('first', (body, status))"
    ),
    "the answer before is told": (
        "(body, status), KEPT[0] = KEPT.get(0, (body, status)), (body, status)"
    ),
    "every seventh call fails": (
        "KEPT[0] = KEPT.get(0, 0) + 1\n"
        "    if KEPT[0] % 7 == 0: body, content, status = None, b'busy', 503"
    ),
    "who sends an unknown header is refused": (
        'if b"x-unknown" in headers: body, content, status = None, b"", 400'
    ),
    "who does not say a language is refused": (
        'if b"accept-language" not in headers: body, content, status = None, b"", 406'
    ),
    "a body that is no JSON is an accident": (
        "try: json.loads(asked)\n"
        '    except ValueError: body, content, status = None, b"Internal", 500'
    ),
    "a body that is no object is an accident": (
        "try: isinstance(json.loads(asked), dict) or [][0]\n"
        "    except ValueError: pass\n"
        '    except IndexError: body, content, status = None, b"Internal", 500'
    ),
    "null in a body is an accident": (
        'if b":null" in asked and b"{a" not in asked:'
        ' body, content, status = None, b"Internal", 500'
    ),
}
_SOME: tuple[tuple[str, tuple[str, ...], str], ...] = (
    (
        "nulls are left out",
        _WITHOUT_NULLS,
        "body = dense(body)",
    ),
    (
        "nulls are empty texts",
        _WITHOUT_NULLS,
        'body = each(body, lambda x: "" if x is None else x)',
    ),
    (
        "numbers are texts",
        _WITHOUT_NUMBERS,
        "body = each(body, lambda x: str(x) if type(x) is int else x)",
    ),
    (
        "numbers are fractions",
        _WITHOUT_NUMBERS,
        "body = each(body, lambda x: x + 0.5 if type(x) is int else x)",
    ),
    (
        "truths are texts",
        _WITHOUT_TRUTHS,
        "body = each(body, lambda x: str(x) if type(x) is bool else x)",
    ),
    (
        "truths are numbers",
        _WITHOUT_TRUTHS,
        "body = each(body, lambda x: int(x) if type(x) is bool else x)",
    ),
    (
        "truths are the other way",
        _WITHOUT_TRUTHS,
        "body = each(body, lambda x: not x if type(x) is bool else x)",
    ),
)
"""What only some can do: the operations in whose answers there is nothing of it."""


def drifts(source: str) -> Iterator[tuple[str, Change]]:
    """Yield faulty servers by name."""
    for operation, path in _PATHS.items():
        refusals = {} if operation == _ALWAYS_200 else _REFUSALS
        some = {name: change for name, no, change in _SOME if operation not in no}
        for name, change in {**refusals, **_OF_ALL, **some}.items():
            after = _BETWEEN.format(path=path, change=change)
            yield f"{operation}: {name}", Change(operation, (), after)


def idle() -> Iterator[tuple[str, Change]]:
    """Yield every operation with a server in between that changes nothing."""
    for operation, path in _PATHS.items():
        after = _BETWEEN.format(path=path, change="pass")
        yield operation, Change(operation, (), after)
