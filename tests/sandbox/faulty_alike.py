"""What a server may take for something else, because it looks like that."""

from __future__ import annotations

from collections.abc import Iterator

from sandbox_app import Change

_SUBMIT, _HISTORY, _SEND = (
    "aopay.submit_otp",
    "aopay.get_credit_history",
    "aopay.transaction_send_otp",
)


def drifts(source: str) -> Iterator[tuple[str, Change]]:
    """Yield faulty servers by name."""
    tables = (_bodies(), _identifiers(), _paytm(), _with_more(), _signatures())
    for name, of, text, other in (row for table in tables for row in table):
        yield f"{of}, alike: {name}", Change(of, ((text, other),))
    for name, told in _TOLD.items():
        yield f"ayoconnect, alike: {name}", _told_otherwise(told)


def _bodies() -> Iterator[tuple[str, str, str, str]]:
    read = "return (raw, json.loads(raw))"
    joined = "re.sub(rb'\"\\s*\\n\\s*\"', b'\",\"', raw)"
    mended = f"return (raw, json.loads({joined}))"
    yield "lines need no commas", _SUBMIT, read, mended
    form = (
        'if "form" in request.headers.get("content-type", ""):\n'
        "            from urllib.parse import parse_qsl\n"
        "            raw = json.dumps(dict(parse_qsl(raw.decode()))).encode()\n        "
    )
    for of in (_SUBMIT, _HISTORY, _SEND):
        yield "a form is read as one", of, read, form + read


def _identifiers() -> Iterator[tuple[str, str, str, str]]:
    sent = 'body.get("RegistrationID") != AOP_REGISTRATION:\n        return aop_auth_failed("{}")'
    for of, name in ((_SUBMIT, "sub"), (_HISTORY, "his"), (_SEND, "txn")):
        text = sent.format(name)
        told = 're.sub("-0+", "-", body["RegistrationID"])'
        other = text.replace('body.get("RegistrationID")', told)
        yield "zeros before a number are nothing", of, text, other
    for of, after in ((_SUBMIT, "cibil_status"), (_HISTORY, "cibil_score")):
        text = f'"cibil_id": body.get("cibil_id"),\n{" " * (8 if of == _SUBMIT else 12)}"{after}"'
        for name, told in (
            ("a number", "str(float(x)) if re.fullmatch('[0-9]+e[0-9]+', x) else x"),
            ("nothing", "None if x == 'null' else x"),
            ("plain blanks", "x.replace('\\u00a0', ' ')"),
            ("what is seen", "x.replace('\\u200b', '')"),
        ):
            value = f'[{told} for x in [body["cibil_id"]]][0]'
            other = text.replace('body.get("cibil_id")', value)
            yield f"an echo is {name}", of, text, other


def _paytm() -> Iterator[tuple[str, str, str, str]]:
    text = 'if request.headers.get("authorization") != PAYTM_BASIC:'
    known = '(PAYTM_BASIC, "Bearer " + PAYTM_TOKEN)'
    yield "a token lets in", "paytm", text, text.replace(
        "!= PAYTM_BASIC", f"not in {known}"
    )
    text = "if not request.query_params.get(name):"
    other = 'request.query_params.get(name.replace("Id", "ID"))'
    yield "an ID", "paytm", text, f"{text[:-1]} and not {other}:"
    text = 'if not order.startswith(("ORD-", "ONCE-")):'
    other = 'if not re.search("^(ORD|ONCE)-", order, re.M):'
    yield "an order begins on any line", "paytm", text, other
    text = '("WEB", "WAP", "APP", "SYSTEM")'
    yield "a till is a channel", "paytm", text, text.replace(")", ', "POS")')


def _with_more() -> Iterator[tuple[str, str, str, str]]:
    wrong = '        return paytm("403")'
    clear = "        USED_ORDERS.discard(order)\n"
    yield "a wrong OTP makes an order new", "paytm", wrong, clear + wrong
    text = '        return ayo(403, "12", "OTP Lifetime Expired")'
    more = '        if body["additionalInfo"]:\n            return ayo(403, "00", "")\n'
    yield "more is told of what expired", "ayoconnect", text, more + text
    text = '"additionalInfo": body.get("additionalInfo", {})'
    told = f'{text} if body["action"] == "PAYMENT" else {{}}'
    yield "one action alone has more", "ayoconnect", text, told


def _signatures() -> Iterator[tuple[str, str, str, str]]:
    text = "if not hmac.compare_digest(given.encode(), sign(digest).encode()):"
    made = "    def of(s, d): return base64.b64encode(hmac.new(AYO_SECRET, f'POST:{request.url.path}:{token}:{d}:{s}'.encode(), hashlib.sha512).digest()).decode()\n"
    written = 'json.dumps(None if body is MISSING else body, sort_keys=True, separators=(",", ":"))'
    for name, condition in (
        (
            "a body is signed by its names",
            f"{{sign(digest)}} | {{of(stamp, hashlib.sha256({written}.encode()).hexdigest())}}",
        ),
        (
            "a second is not signed",
            "{of(stamp[:18] + str(n) + stamp[19:], digest) for n in range(10)}",
        ),
        ("a long body is not signed", "{given} if len(raw) > 1500 else {sign(digest)}"),
    ):
        other = f"if given not in ({condition}):"
        yield name, "ayoconnect", text, f"{made.strip()}\n    {other}"


_TOLD = {
    "text is a number": "int(x) if isinstance(x, str) and re.fullmatch('[1-9][0-9]*', x) else x",
    "text is a truth": "x == 'true' if x in ('true', 'false') else x",
    "text is nothing": "None if x == 'null' else x",
    "text is a day": "x[:10] if re.match('[0-9-]{10}T', str(x)) else x",
    "text has no signs beyond 16 bits": "re.sub('[\\U00010000-\\U0010ffff]', '', x) if isinstance(x, str) else x",
    "text has no tabs": "x.replace('\\t', ' ') if isinstance(x, str) else x",
    "little is nothing": "0 if isinstance(x, float) and 0 < x < 0.0001 else x",
    **{
        f"a name {label}": f"{{n: v for n, v in x.items() if not {condition}}} if isinstance(x, dict) else x"
        for label, condition in (
            ("is no number", "n.isdigit()"),
            ("has no dot", "'.' in n"),
            ("has no dollar", "n.startswith('$')"),
            ("begins with no underscore", "n.startswith('_')"),
            ("has no blanks", "n != n.strip()"),
            ("is ASCII", "(not n.isascii())"),
        )
    },
}
"""What becomes of a value *x* of additionalInfo, however deep it stands."""


def _told_otherwise(told: str) -> Change:
    echo = '"additionalInfo": body.get("additionalInfo", {})'
    walk = f"""
def told(x):
    if isinstance(x, dict):
        x = {{n: told(v) for n, v in x.items()}}
    if isinstance(x, list):
        x = [told(v) for v in x]
    return {told}
"""
    return Change(
        "ayoconnect", ((echo, '"additionalInfo": told(body["additionalInfo"])'),), walk
    )
