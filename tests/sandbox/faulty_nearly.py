"""What a server may do nearly right: neighbors, unusual texts, two things that meet."""

from __future__ import annotations

from collections.abc import Iterator

from sandbox_app import Change

_SUBMIT, _HISTORY, _SEND = (
    "aopay.submit_otp",
    "aopay.get_credit_history",
    "aopay.transaction_send_otp",
)
_AOPAY = {_SUBMIT: "SUBMIT", _HISTORY: "HISTORY", _SEND: "SEND"}


def drifts(source: str) -> Iterator[tuple[str, Change]]:
    """Yield faulty servers by name."""
    tables = [(of, _fields(of)) for of in _AOPAY]
    tables += [
        (_SUBMIT, _otps()),
        (_SEND, _numbers()),
        ("paytm", _paytm()),
        ("paytm", _orders()),
        ("ayoconnect", _ayoconnect()),
        ("ayoconnect", _times()),
        ("ayoconnect", _signed()),
        ("ayoconnect", _signed_too()),
        ("ayoconnect", _alike()),
        ("paytm", _alike_paytm()),
        *((of, _zeros(of)) for of in _AOPAY),
    ]
    for of, table in tables:
        for name, *edit in table:
            pairs = tuple(zip(edit[::2], edit[1::2], strict=True))
            yield f"{of}, nearly: {name}", Change(of, pairs)


def _wide(text: str) -> str:
    return f'__import__("unicodedata").normalize("NFKC", {text})'


def _fields(of: str) -> Iterator[tuple[str, ...]]:
    read = f"    fault = aop_check(body, {_AOPAY[of]}"
    start = "    for name in fields:\n"
    for label, condition, answer in (
        (
            "another member is no text",
            "any(n not in fields and not isinstance(v, str) for n, v in body.items())",
            '"206", "Invalid request body"',
        ),
        (
            "all is to be there before anything is empty",
            "lacking = [x for x in fields if x not in body]",
            "",
        ),
        (
            "a text is of two octets to a sign",
            "any(ord(c) > 65535 for x in body.values() if isinstance(x, str) for c in x)",
            '"208", f"{fields[0]} is Invalid"',
        ),
    ):
        code = f"    if {condition}:\n        return ({answer})\n"
        if not answer:  # types of what stands before the first that is not there
            code = (
                f"    {condition}\n    for name in lacking[:1]:\n"
                "        typed = fields[: fields.index(name)]\n"
                "        if all(isinstance(body[x], str) for x in typed):\n"
                '            return ("207", f"{name} is Requaired")\n'
            )
        yield label, start, code + start
    yield (
        "a name may have a blank",
        read,
        "    if isinstance(body, dict):\n"
        f"        body = {{n.strip(): v for n, v in body.items()}}\n{read}",
    )
    yield (
        "the query is taken first",
        read,
        "    if isinstance(body, dict):\n"
        f"        body.update(x for x in request.query_params.items())\n{read}",
    )
    yield (
        "a body of more than 4 KiB is too much",
        read,
        "    if len(await request.body()) > 4096:\n"
        f"        return JSONResponse({{}}, 413)\n{read}",
    )
    sent = 'body["RegistrationID"]'
    for label, told in (
        ("in wide characters", _wide(sent)),
        ("with its neighbor", f'"AOP-554" if {sent} == "AOP-555" else {sent}'),
    ):
        is_text = (
            'isinstance(body, dict) and isinstance(body.get("RegistrationID"), str)'
        )
        code = f"    if {is_text}:\n        {sent} = {told}\n{read}"
        yield f"a credential is taken {label}", read, code


def _otps() -> Iterator[tuple[str, ...]]:
    good = 'good = str(body.get("otp", "1234")) == "1234"'
    yield "an OTP in wide digits", good, "good = " + _wide('body["otp"]') + ' == "1234"'
    yield "the OTP before", good, 'good = body["otp"] in ("1234", "1233")'
    authorized = '    if body.get("RegistrationID") != AOP_REGISTRATION:\n'
    yield (
        "an OTP is looked at before the credential",
        authorized,
        authorized.replace(":\n", ' and body["otp"] == "1234":\n'),
    )
    alike = 'if body["answer_key"] == body["question_key"]:\n'
    alike += '        return aop_field_error("208", "answer_key is Invalid")\n    '
    yield "two answers differ", good, alike + good
    echo = '"cibil_id": body.get("cibil_id"),\n        "cibil_status"'
    for label, other in (
        ("without hyphens", '.replace("-", "")'),
        ("with plain plus signs", '.replace("+", " ")'),
        ("on one line", '.replace("\\n", " ")'),
    ):
        yield f"an echo {label}", echo, echo.replace("),", f"){other},")
    null = 'None if body["cibil_id"] == "null" else body["cibil_id"],'
    yield "an echo that reads null", echo, f'"cibil_id": {null}\n        "cibil_status"'


def _numbers() -> Iterator[tuple[str, ...]]:
    kind = '    if not fault and body.get("Txntype") not in ("IMPS", "NEFT"):\n'
    for field, condition in (
        ("Amount", 'body["Amount"].strip("0") == ""'),
        ("Amount", 'body["Amount"].startswith("-")'),
        ("Address", '"," in body["Address"]'),
        ("Latitude", 'body["Latitude"] == "0"'),
    ):
        refused = f'    if not fault and {condition}:\n        fault = ("208", "{field} is Invalid")\n'
        yield f"refused where {condition}", kind, refused + kind
    sent = 'body.get("MobileNumber") == "9000000000"'
    yield "a stranger's neighbor", sent, (
        'body.get("MobileNumber") in ("9000000000", "8999999999")'
    )
    wide = _wide('body["MobileNumber"]')
    yield "a stranger in wide digits", sent, f'{wide} == "9000000000"'
    read = "    fault = aop_check(body, SEND"
    mended = '    if isinstance(body, dict) and "Longitude" in body:\n'
    mended += f'        body.setdefault("Longitute", body["Longitude"])\n{read}'
    yield "a slip in a name is mended", read, mended


def _paytm() -> Iterator[tuple[str, ...]]:
    start = "    if (\n        not isinstance(doc, dict)"
    for part in ("head", "body"):
        code = f'    if isinstance(doc, dict) and doc.get("{part}") == {{}}:\n'
        yield f"no members in {part}", start, f'{code}        return paytm("2222")\n{start}'
    parts = 'head, body = (doc.get("head", {}), doc.get("body", {}))'
    yield "parts may be left out", parts, parts.replace("{}", "doc")
    spread = '{**doc, **(doc.get("head") or {})}'
    query = "request.query_params.get(name)"
    yield "the query may stand in the body", query, f"({query} or {spread}.get(name))"
    text = 'if head.get("token", PAYTM_TOKEN) != PAYTM_TOKEN:'
    early = 'if body["otp"] == "111111":\n        return paytm("531")\n    '
    yield "an OTP before the token", text, early + text
    text = 'if not order.startswith(("ORD-", "ONCE-")):'
    early = 'if body["otp"] not in ("888888", "000000", "111111"):\n'
    yield "a wrong OTP before the order", text, f'{early}        return paytm("403")\n    {text}'
    text = 'if otp not in ("888888", "000000", "111111"):'
    yield "an OTP in wide digits", text, f'if {_wide("otp")} != "888888":'
    yield "the OTP before", text, 'if otp not in ("888888", "888887"):'
    text = "if mid != PAYTM_MID:"
    yield "the merchant after", text, 'if mid not in (PAYTM_MID, "AOAMID0002"):'
    sent = 'request.headers.get("authorization")'
    yield "the first of two", f"{sent} != ", f'({sent} or "").split(",")[0] != '
    text = "    if mid != PAYTM_MID:"
    more = 'set(request.query_params) - {"mid", "orderId"}'
    yield "no more in the query", text, f'    if {more}:\n        return paytm("1001")\n{text}'


def _orders() -> Iterator[tuple[str, ...]]:
    used = '        if order in USED_ORDERS:\n            return paytm("442")\n        USED_ORDERS.add(order)'
    counted = "KEPT[order] = KEPT.get(order, 0) + 1\n        if KEPT[order] in (2, 3)"
    yield "the fourth is right again", used, used.replace(
        "if order in USED_ORDERS", counted
    )
    for label, key in (
        ("channel", 'str(head.get("channelId"))'),
        ("memory", 'body.get("rememberMe")'),
    ):
        pair = f"(order, {key})"
        told = used.replace("order in", f"{pair} in").replace(
            "add(order)", f"add({pair})"
        )
        yield f"once for each {label}", used, told
    spent = 'USED_ORDERS.add(request.query_params.get("orderId"))\n'
    for label, text in (
        ("a member that is missing", '            return paytm("1007")'),
        ("a wrong token", '        return paytm("1006")'),
        ("another merchant", '        return paytm("2013")'),
    ):
        blanks = text[: len(text) - len(text.lstrip())]
        yield f"an order is used up by {label}", text, f"{blanks}{spent}{text}"
    text = 'if not order.startswith(("ORD-", "ONCE-")):'
    yield "an order is short", text, f"if len(order) > 50 or {text[3:]}"
    yield "a test order", text, text.replace('"ONCE-"', '"ONCE-", "TEST-"')


def _ayoconnect() -> Iterator[tuple[str, ...]]:
    listed = (
        "            if shown not in allowed:\n                return invalid(name)"
    )
    more = '    if "additionalInfo" not in body:'
    late = '    if body["action"] not in ACTIONS:\n        return invalid("action")\n'
    yield "a list is looked at last", listed, "            pass", more, late + more
    for token, known in (("token", "AYO_B2B"), ("customer", "AYO_B2B2C")):
        text = f"if {token} != {known}:"
        yield f"the first {token} of two", text, f'if {token}.split(",")[0] != {known}:'
    digits = 're.fullmatch("[0-9]{5}", value)'
    yield "a channel is not 00000", digits, 're.fullmatch("(?!00000)[0-9]{5}", value)'
    yield "a channel is not 99999", digits, 're.fullmatch("(?!99999)[0-9]{5}", value)'
    size = "        if not low <= size <= high:\n"
    for sign in "-<,=":
        for name in ("originalPartnerReferenceNo", "merchantId", "otp"):
            refused = f"        if name == {name!r} and {sign!r} in value:\n            return invalid(name)\n"
            yield f"{name} has no {sign}", size, refused + size
    typed = "        value = body[name]\n"
    cast = '        if name == "merchantId" and type(value) is int:\n'
    cast += "            value = body[name] = str(value)\n"
    yield "a merchant is a number", typed, typed + cast
    text = 'if otp not in ("123456", "999999"):'
    yield "the OTP before", text, 'if otp not in ("123456", "123455"):'
    yield "an OTP in wide digits", text, f'if {_wide("otp")} != "123456":'
    yield "nearly expired", 'if otp == "999999":', 'if otp in ("999999", "999998"):'
    text = '    if body.get("merchantId") == "NOMERC":'
    early = '    if body["otp"] not in ("999999", "123456"):\n        return ayo(404, "17", "Invalid OTP")\n'
    yield "a wrong OTP before the merchant", text, early + text
    alike = (
        '    if body["originalReferenceNo"] == body["originalPartnerReferenceNo"]:\n'
    )
    yield "references differ", text, f'{alike}        return invalid("originalReferenceNo")\n{text}'
    text = 'elif not isinstance(body["additionalInfo"], dict):'
    for label, condition in (
        ("few members", 'len(body["additionalInfo"]) > 10'),
        ("plain names", 'not all(x.isidentifier() for x in body["additionalInfo"])'),
    ):
        yield f"more has {label}", text, text[:-1] + f" or {condition}:"
    echo = '"additionalInfo": body.get("additionalInfo", {})'
    for label, other in (
        ("small letters", "v.lower() if isinstance(v, str) else v"),
        ("two decimals", "round(v, 2) if isinstance(v, float) else v"),
        ("no empty objects", "None if v == {} else v"),
        ("no empty lists", "{} if v == [] else v"),
    ):
        told = f'{{n: {other} for n, v in body["additionalInfo"].items()}}'
        yield f"more comes back with {label}", echo, f'"additionalInfo": {told}'
    for name in ("a", "b"):
        text = f'"original{"Partner" if name == "a" else ""}ReferenceNo": {name}'
        yield f"reference {name} without hyphens", text, f'{text}.replace("-", "")'


def _times() -> Iterator[tuple[str, ...]]:
    text = "return bool(TIME(value)) and 24 <= len(value) <= 27"
    for label, condition in (
        ("of this year", 'value[:4] == time.strftime("%Y")'),
        ("of some years", 'value[:4] > "2019"'),
        ("not of the future", 'value[:4] < "2030"'),
    ):
        yield f"a time is {label}", text, f"{text} and {condition}"
    pattern = "[+-][0-9]{2}:?[0-9]{2}"
    yield "a zone with a dot", pattern, "[+-][0-9]{2}[:.]?[0-9]{2}"
    yield "a plus that was a blank", pattern, "[+ -][0-9]{2}:?[0-9]{2}"
    yield "an hour of one digit", "T[0-9]{2}:", "T[0-9]{1,2}:"
    text = 'return value == "application/json"'
    yield "parameters that are none", text, text.replace("value", 'value.rstrip(";")')


def _signed() -> Iterator[tuple[str, ...]]:
    text = "    if not hmac.compare_digest(given.encode(), sign(digest).encode()):"
    right = "sign(digest)"
    decoded = f"base64.b64decode({right})"
    for label, condition in (
        ("but for its last sign", f"given[:-1] != {right}[:-1]"),
        ("by its signs", f"sorted(given) != sorted({right})"),
        ("in capital hex too", f"given not in ({right}, {decoded}.hex().upper())"),
        (
            "in base64 of hex too",
            f"given not in ({right}, base64.b64encode({decoded}.hex().encode()).decode())",
        ),
    ):
        yield f"a signature is compared {label}", text, f"    if {condition}:"
    asked = '    given = headers.get("x-signature", "")\n'
    for label, other in (
        ("its scheme", '"POST:{request.url.path}:Bearer {token}:{digest}:{stamp}"'),
        ("a slash", '"POST:{request.url.path}/:{token}:{digest}:{stamp}"'),
        ("no slash", '"POST:{request.url.path[1:]}:{token}:{digest}:{stamp}"'),
        ("no zone", '"POST:{request.url.path}:{token}:{digest}:{stamp[:19]}"'),
        ("a line end", '"POST:{request.url.path}:{token}:{digest}:{stamp}\\n"'),
        (
            "no body",
            '"POST:{request.url.path}:{token}:{hashlib.sha256().hexdigest()}:{stamp}"',
        ),
        (
            "base64 inside",
            '"POST:{request.url.path}:{token}:{base64.b64encode(bytes.fromhex(digest)).decode()}:{stamp}"',
        ),
    ):
        both = f"{asked}    told = f{other}\n"
        both += "    if given == base64.b64encode(hmac.new(AYO_SECRET, told.encode(), hashlib.sha512).digest()).decode():\n"
        both += "        given = sign(digest)\n"
        yield f"a signature of {label} will do", asked, both


def _signed_too() -> Iterator[tuple[str, ...]]:
    asked = '    given = headers.get("x-signature", "")\n'
    path, rest = "{request.url.path}", "{digest}:{stamp}"
    sha1 = "{hashlib.sha1(minify(raw)).hexdigest()}"
    md5 = "{hashlib.md5(minify(raw)).hexdigest()}"
    bare = "{stamp[:-3] + stamp[-2:] if stamp[-3] == chr(58) else stamp[:-2] + chr(58) + stamp[-2:]}"
    hashed = "hmac.new(AYO_SECRET, told, hashlib.{})"
    for label, other, made in (
        ("GET", f"GET:{path}:{{token}}:{rest}", ""),
        ("the whole URL", f"POST:{{request.url}}:{{token}}:{rest}", ""),
        (
            "the body itself",
            f"POST:{path}:{{token}}:{{minify(raw).decode()}}:{{stamp}}",
            "",
        ),
        ("a bare date", f"POST:{path}:{{token}}:{{digest}}:{{stamp[:10]}}", ""),
        ("another zone", f"POST:{path}:{{token}}:{{digest}}:{bare}", ""),
        ("the token last", f"POST:{path}:{rest}:{{token}}", ""),
        ("the time first", f"{{stamp}}:POST:{path}:{{token}}:{{digest}}", ""),
        ("a body by SHA-1", f"POST:{path}:{{token}}:{sha1}:{{stamp}}", ""),
        ("a body by MD5", f"POST:{path}:{{token}}:{md5}:{{stamp}}", ""),
        ("no key", f"POST:{path}:{{token}}:{rest}", "hashlib.sha512(told)"),
        (
            "a key before",
            f"POST:{path}:{{token}}:{rest}",
            "hashlib.sha512(AYO_SECRET + told)",
        ),
        (
            "a key after",
            f"POST:{path}:{{token}}:{rest}",
            "hashlib.sha512(told + AYO_SECRET)",
        ),
        ("HMAC-SHA1", f"POST:{path}:{{token}}:{rest}", hashed.format("sha1")),
        ("HMAC-MD5", f"POST:{path}:{{token}}:{rest}", hashed.format("md5")),
    ):
        made = made or hashed.format("sha512")
        both = f'{asked}    told = f"{other}".encode()\n'
        both += f"    if given == base64.b64encode({made}.digest()).decode():\n"
        both += "        given = sign(digest)\n"
        yield f"a signature of {label} is taken too", asked, both
    token = "    if token != AYO_B2B:\n"
    short = '    if len(headers["x-signature"]) != 88:\n'
    short += '        return ayo(401, "00", "Unauthorized. [Signature]")\n'
    yield "a short signature before the tokens", token, short + token


def _alike() -> Iterator[tuple[str, ...]]:
    text = 'if body.get("merchantId") == "NOMERC":'
    told = 'body["merchantId"].replace("0", "O")'
    yield "a digit for a letter", text, f'if {told} == "NOMERC":'
    size = "        if not low <= size <= high:\n"
    for name in ("merchantId", "otp"):
        refused = f"        if name == {name!r} and not value.isprintable():\n"
        refused += "            return invalid(name)\n"
        yield f"{name} has signs to see", size, refused + size
    read = "        return (raw, json.loads(raw))"
    deep = '        if re.search(rb"(\\{[^{}]*){10}", raw):\n'
    yield "ten levels", read, f"{deep}            raise ValueError\n{read}"
    value = "        value = headers.get(name)\n"
    other = value.replace("(name)", '(name, headers.get(name.replace("-", "_")))')
    yield "names with underscores", value, other


def _alike_paytm() -> Iterator[tuple[str, ...]]:
    text = 'head.get("token", PAYTM_TOKEN) != PAYTM_TOKEN'
    for signs in ("{}", '\\"'):
        yield f"a token in {signs}", text, f'head["token"].strip("{signs}") != PAYTM_TOKEN'
    yield "no zeros", "mid != PAYTM_MID", 'mid not in (PAYTM_MID, "AOAMID1")'
    parts = 'head, body = (doc.get("head", {}), doc.get("body", {}))\n'
    for name in ("requestTimestamp", "requesttimeStamp"):
        same = f'    if "{name}" in head:\n'
        same += f'        head["requestTimeStamp"] = head["{name}"]\n'
        yield f"{name} is the same", parts, parts + same


def _zeros(of: str) -> Iterator[tuple[str, ...]]:
    read = f"    fault = aop_check(body, {_AOPAY[of]}"
    kept = "{n: v.replace(chr(0), '') if isinstance(v, str) else v for n, v in body.items()}"
    dropped = f"    if isinstance(body, dict):\n        body = {kept}\n{read}"
    yield "a zero byte is dropped", read, dropped
    if of == _SEND:
        alike = '    if not fault and body["BeneID"] == body["MobileNumber"]:\n'
        alike += '        fault = ("208", "BeneID is Invalid")\n'
        late = '    if not fault and body.get("Txntype")'
        yield "one's own account", late, alike + late
