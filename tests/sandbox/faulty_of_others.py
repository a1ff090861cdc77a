"""What a server may do for one caller and not for another, or not whenever it is asked."""

from __future__ import annotations

from collections.abc import Iterator

from sandbox_app import Change

_SUBMIT, _HISTORY, _SEND = (
    "aopay.submit_otp",
    "aopay.get_credit_history",
    "aopay.transaction_send_otp",
)
_HELD = (
    '    KEPT["x"] = {0}\n    import asyncio\n    await asyncio.sleep(0)\n'
    '    {0} = KEPT["x"]\n'
)
"""Code that keeps a value where another caller's goes, too, and waits a moment."""


def drifts(source: str) -> Iterator[tuple[str, Change]]:
    """Yield faulty servers by name."""
    tables = (_mixed(), _spent(), _clocks(), _misplaced(), _valued())
    for name, of, *edit in (row for table in tables for row in table):
        pairs = tuple(zip(edit[::2], edit[1::2], strict=True))
        yield f"{of}, of others: {name}", Change(of, pairs)


def _mixed() -> Iterator[tuple[str, ...]]:
    for of, before in (
        (_SUBMIT, '    result = {\n        "cibil_id": body'),
        (_HISTORY, "    activity = ["),
        (_SEND, '    if body.get("MobileNumber") == "9000000000":'),
    ):
        yield "callers are mixed", of, before, _HELD.format("body") + before
    answered = '    return ayo(200, "00", "Successful", extra'
    yield (
        "callers are mixed",
        "ayoconnect",
        answered,
        _HELD.format("extra") + answered,
    )
    otp = '    if otp == "000000":'
    yield "callers are mixed", "paytm", otp, _HELD.format("otp") + otp


def _spent() -> Iterator[tuple[str, ...]]:
    add, spent = "        USED_ORDERS.add(order)", "order in USED_ORDERS"
    wait = "        import asyncio\n        await asyncio.sleep(0)\n"
    yield "two at once spend one order", "paytm", add, wait + add
    for name, key in (
        ("another time", 'head.get("requestTimeStamp")'),
        ("another kind of token", 'head.get("tokenType")'),
    ):
        yield (
            f"an order is new with {name}",
            "paytm",
            *(spent, f"(order, {key}) in USED_ORDERS"),
            *("USED_ORDERS.add(order)", f"USED_ORDERS.add((order, {key}))"),
        )
    used = '    if request.query_params.get("orderId") in USED_ORDERS:\n'
    used += '        return paytm("442")\n'
    for name, check in (
        ("the token", '    if head.get("token", PAYTM_TOKEN)'),
        ("the merchant", "    if mid != PAYTM_MID"),
        ("the OTP", '    otp = str(body.get("otp", "888888"))'),
    ):
        yield f"a spent order is looked at before {name}", "paytm", check, used + check
    start = '    if order.startswith("ONCE-"):\n        if order in'
    other = '    USED_ORDERS.add(order.replace("ORD-", "ONCE-"))\n'
    other = '    if order.startswith("ORD-"):\n    ' + other
    yield "an order of another kind spends one", "paytm", start, other + start


def _clocks() -> Iterator[tuple[str, ...]]:
    now = "str(int(time.time() * 1000))"
    for name, text in (
        ("the time is that of the first answer", f'KEPT.setdefault("t", {now})'),
        ("the time is one of whole seconds", 'str(int(time.time())) + "000"'),
        ("the time of a failure is that of the first", f"KEPT.setdefault(ok, {now})"),
    ):
        yield name, "paytm", now, text


def _misplaced() -> Iterator[tuple[str, ...]]:
    read = "    if (\n        not isinstance(doc, dict)"
    flat = (
        '    if isinstance(doc, dict) and doc and not {"head", "body"} & set(doc):\n'
        '        doc = {"head": doc, "body": doc}\n'
    )
    yield "members need no objects", "paytm", read, flat + read
    parts = '    head, body = (doc.get("head", {}), doc.get("body", {}))\n'
    yield (
        "the OTP may be in the head",
        "paytm",
        parts,
        parts + '    body = {**{k: head[k] for k in ("otp",) if k in head}, **body}\n',
    )
    order = 'request.query_params.get("orderId") or "ORD-1"'
    yield (
        "the body has an order, too",
        "paytm",
        order,
        'body.get("orderId") or request.query_params.get("orderId")',
    )
    for of, name in ((_SUBMIT, "SUBMIT"), (_HISTORY, "HISTORY"), (_SEND, "SEND")):
        check = f"    fault = aop_check(body, {name}"
        start = "    if isinstance(body, dict)"
        for label, code in (
            (
                "a registration in camel case counts",
                f'{start} and "registrationId" in body:\n'
                '        body["RegistrationID"] = body["registrationId"]\n',
            ),
            (
                "members may be in an object of their own",
                f'{start} and isinstance(body.get("data"), dict):\n'
                '        body = body["data"]\n',
            ),
            (
                "members may be in the query of a request without a body",
                "    if not await request.body() and request.query_params:\n"
                "        body = dict(request.query_params)\n",
            ),
            (
                "a charset is refused",
                '    if "charset" in request.headers.get("content-type", ""):\n'
                "        body = MISSING\n",
            ),
        ):
            yield label, of, check, code + check


def _valued() -> Iterator[tuple[str, ...]]:
    wrong = 'if head.get("token", PAYTM_TOKEN) != PAYTM_TOKEN:'
    is_usual = 'if head["tokenType"] == "TXN_TOKEN" and '
    yield "another kind of token is not known", "paytm", wrong, is_usual + wrong[3:]
    number = 'body.get("MobileNumber") == "9000000000"'
    bare = 'body.get("MobileNumber", "").removeprefix("{}") == "9000000000"'
    for country in ("91", "+91"):
        yield f"a number after {country}", _SEND, number, bare.format(country)
    good = 'good = str(body.get("otp", "1234")) == "1234"'
    also = 'good = body["otp"] in ("1234", "123456")'
    yield "an OTP of six digits is right, too", _SUBMIT, good, also
    normal = '__import__("unicodedata").normalize("NFC", body["cibil_id"])'
    sent = '"cibil_id": body.get("cibil_id"),\n        "cibil_status"'
    yield (
        "signs are composed",
        *(_SUBMIT, sent, f'"cibil_id": {normal},\n        "cibil_status"'),
    )
    info = '"additionalInfo": body.get("additionalInfo", {}),'
    each = '{{k: {} for k, x in body["additionalInfo"].items()}}'
    for name, value in (
        ("a list of one is its item", "x[0] if isinstance(x, list) and len(x) == 1"),
        ("a long text is cut", "x[:255] if isinstance(x, str)"),
        (
            "inner names are in small letters",
            "{a.lower(): b for a, b in x.items()} if isinstance(x, dict)",
        ),
        (
            "inner numbers are text",
            "{a: str(b) if type(b) in (int, float) else b for a, b in x.items()}"
            " if isinstance(x, dict)",
        ),
    ):
        made = each.format(f"{value} else x")
        yield name, "ayoconnect", info, f'"additionalInfo": {made},'
    given = "    if not hmac.compare_digest(given"
    yield (
        "a signature that was right is right again",
        "ayoconnect",
        given,
        "    if given == sign(digest):\n        KEPT[given] = 1\n"
        "    if given in KEPT:\n        given = sign(digest)\n" + given,
    )
