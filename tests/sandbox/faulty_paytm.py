"""What a server of Paytm may do wrong: its checks, their order, its envelope, its memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sandbox_app import Change

_OF = "paytm"
_REPLY = "    return JSONResponse(out, 200)\n\n\nasync def paytm_verify"
_CODES = ("0000", "401", "2222", "1012", "1007", "1001", "1006", "2013", "2014")
_RESULTS = ("403", "442", "531")


def drifts(source: str) -> Iterator[tuple[str, Change]]:
    """Yield faulty servers by name."""
    tables = (_authorizations(), _envelopes(), _members(), _values(), _memories())
    for table in (*tables, _branches(source), _orders(source)):
        for name, *edit in table:
            pairs = tuple(zip(edit[::2], edit[1::2], strict=True))
            yield f"paytm: {name}", Change(_OF, pairs)


def _authorizations() -> Iterator[tuple[str, ...]]:
    text = 'request.headers.get("authorization") != PAYTM_BASIC'
    sent = 'request.headers.get("authorization", "")'
    read = "def opened(header):\n    try:\n        "
    read += 'return base64.b64decode(header.partition(" ")[2] + "==").decode()\n'
    read += '    except ValueError:\n        return ""\n\n\nUSED_ORDERS = set()'
    for label, condition in (
        ("is not looked at", "False"),
        ("may be missing", f"{sent} not in ('', PAYTM_BASIC)"),
        ("has any scheme", f'{sent}.partition(" ")[2] != PAYTM_BASIC[6:]'),
        (
            "has its scheme in any case",
            f"{sent}[:1].upper() + {sent}[1:] != PAYTM_BASIC",
        ),
        ("is read leniently", f'opened({sent}) != "aoa-sandbox:s3cret"'),
        ("is its user alone", f'opened({sent}).partition(":")[0] != "aoa-sandbox"'),
        ("is its password alone", f'opened({sent}).partition(":")[2] != "s3cret"'),
        ("is in any case", f'opened({sent}).lower() != "aoa-sandbox:s3cret"'),
        ("is its beginning", f'not opened({sent}).startswith("aoa-sandbox:s3cret")'),
        ("is not encoded", f'{sent} not in (PAYTM_BASIC, "Basic aoa-sandbox:s3cret")'),
    ):
        yield f"the authorization {label}", text, condition, "USED_ORDERS = set()", read


def _envelopes() -> Iterator[tuple[str, ...]]:
    for code in (*_CODES, *_RESULTS):
        status = f"    return JSONResponse(out, 400 if code == {code!r} else 200)"
        yield f"{code} has its own status", _REPLY, status + _REPLY[34:]
        text, shown = '"resultMsg": PAYTM_CODES[code]', "PAYTM_CODES[code]"
        other = f'"resultMsg": {shown} + ("." if code == {code!r} else "")'
        yield f"{code} has a full stop", text, other
        text = '"authenticated": ok'
        yield f"{code} lies", text, f'"authenticated": ok != (code == {code!r})'
        text = '"S" if ok else "F"'
        yield f"{code} is of another class", text, f'"S" if ok != (code == {code!r}) else "F"'
        text = "    out = {"
        dropped = (
            f'    if code == {code!r}:\n        body["payOptionsInfo"] = None\n{text}'
        )
        yield f"{code} has no options", '    out = {"head": {"r', f'{dropped}"head": {{"r'
    now, text = "str(int(time.time() * 1000))", "time.time() * 1000"
    yield "a time is in seconds", now, "str(int(time.time()))"
    yield "a time is in microseconds", text, "time.time() * 1000000"
    yield "a time is a number", now, "int(time.time() * 1000)"
    yield "a time has a fraction", now, "str(time.time() * 1000)"
    yield "a time is a constant", now, '"1700000000000"'
    yield "a time is local", text, "(time.time() + 7 * 3600) * 1000"
    yield "a time is another local", text, "(time.time() + 5.5 * 3600) * 1000"
    yield "a time has a line end", now, f'{now} + "\\n"'
    yield "a time has another name", '"responseTimestamp"', '"responseTimeStamp"'
    yield "a truth is a number", '"authenticated": ok', '"authenticated": int(ok)'
    yield "options are a list", '{"savedInstruments": []} if ok', "[] if ok"
    yield "a code is a number", '"resultCode": code', '"resultCode": int(code)'
    yield "a code has four digits", '"resultCode": code', '"resultCode": code.zfill(4)'
    yield "more stands in the head", '{"responseTimestamp":', '{"x": 1, "responseTimestamp":'


def _members() -> Iterator[tuple[str, ...]]:
    known = "7f0e9307-bcfd-443e-9f70-0b09dec6821c"
    good = {"tokenType": "TXN_TOKEN", "token": known, "otp": "888888"}
    before = '    for part, name in ((head, "tokenType")'
    for part, name in (("head", "tokenType"), ("head", "token"), ("body", "otp")):
        value = f"{part}.get({name!r}, 'x')"
        take = f"{part}[{name!r}] = {good[name]!r}"
        for label, condition, do in (
            ("left out is taken", f"{name!r} not in {part}", take),
            ("null is taken", f"{value} is None", take),
            ("null is missing", f"{value} is None", 'return paytm("1007")'),
            ("empty is missing", f"{value} == ''", 'return paytm("1007")'),
            ("empty is invalid", f"{value} == ''", 'return paytm("1001")'),
            ("a number is taken", f"type({value}) in (int, float)", take),
            ("true is taken", f"{value} is True", take),
            ("false is missing", f"{value} is False", 'return paytm("1007")'),
            ("a list is taken", f"isinstance({value}, list)", take),
            ("an object is taken", f"isinstance({value}, dict)", take),
            (
                "is looked for above",
                f"{name!r} not in {part} and {name!r} in doc",
                take,
            ),
        ):
            yield f"{name} {label}", before, f"    if {condition}:\n        {do}\n{before}"
    for condition, label in (
        ('"version" in head', "a version is refused"),
        ('"version" not in head', "a version is needed"),
        ('not isinstance(head.get("version", ""), str)', "a version is text"),
        ('"requestTimeStamp" not in head', "a time is needed"),
        ('not str(head.get("requestTimeStamp", 0)).isdigit()', "a time has digits"),
        ('"channelId" not in head', "a channel is needed"),
        ('"rememberMe" not in body', "remembering is needed"),
        ('set(body) - {"otp", "rememberMe"}', "another member is refused"),
    ):
        code = f'    if {condition}:\n        return paytm("1001")\n{before}'
        yield label, before, code
    before = "    if (\n        not isinstance(doc, dict)"
    for part in ("head", "body"):
        for label, condition in (
            ("null", f"doc.get({part!r}, 0) is None"),
            ("an empty list", f"doc.get({part!r}, 0) == []"),
            ("false", f"doc.get({part!r}, 0) is False"),
            ("text", f"isinstance(doc.get({part!r}, 0), str)"),
        ):
            code = f"    if isinstance(doc, dict) and {condition}:\n"
            code += f"        doc[{part!r}] = {{}}\n{before}"
            yield f"{part}: {label} is an empty object", before, code
    loop = "        if not request.query_params.get(name):\n"
    for name in ("mid", "orderId"):
        for label, condition in (
            (
                "left out is taken",
                f"name == {name!r} and name not in request.query_params",
            ),
            (
                "empty is taken",
                f"name == {name!r} and request.query_params.get(name) == ''",
            ),
            ("in small letters is taken", f"{name.lower()!r} in request.query_params"),
        ):
            if name != name.lower() or "small" not in label:
                code = f"        if {condition}:\n            continue\n{loop}"
                yield f"{name} {label}", loop, code


def _values() -> Iterator[tuple[str, ...]]:
    text = 'channel = head["channelId"]'
    for label, other in (
        ("in any case", 'channel = str(head["channelId"]).upper()'),
        ("with a blank", 'channel = str(head["channelId"]).strip()'),
        ("that is null", 'channel = head["channelId"] or "WEB"'),
        ("that begins well", 'channel = str(head["channelId"])[:3]'),
        ("in a list", 'channel = (head["channelId"] or [0])[0]'),
    ):
        yield f"a channel {label} is taken", text, other
    listed = '("WEB", "WAP", "APP", "SYSTEM")'
    for channel in ("WEB", "WAP", "APP", "SYSTEM"):
        others = tuple(x for x in ("WEB", "WAP", "APP", "SYSTEM") if x != channel)
        yield f"the channel {channel} is refused", listed, repr(others)
        more = repr((*others, channel, channel.lower()))
        yield f"the channel {channel} in small letters is taken", listed, more
    text = 'not isinstance(body["rememberMe"], bool)'
    sent = 'body["rememberMe"]'
    for label, other in (
        ("as text", f'{sent} not in (True, False, "true", "false")'),
        ("as 0 and 1", f"{sent} not in (True, False)"),
        ("as null", f"{sent} is not None and {text}"),
        ("as empty text", f'{sent} != "" and {text}'),
        ("as a list", f"not isinstance({sent}, (bool, list))"),
        ("only if true", f"{sent} is not True"),
    ):
        yield f"remembering is taken {label}", text, other
    known = {"token": "PAYTM_TOKEN", "mid": "PAYTM_MID"}
    texts = {"token": f'head.get("token", {known["token"]})', "mid": "mid"}
    for name, constant in known.items():
        text = f"{texts[name]} != {constant}"
        sent = f"str({texts[name]})"
        for label, other in (
            ("not compared", "False"),
            ("compared in any case", f"{sent}.lower() != {constant}.lower()"),
            ("compared without blanks", f"{sent}.strip() != {constant}"),
            ("compared up to its length", f"not {sent}.startswith({constant})"),
            ("compared from its end", f"not {sent}.endswith({constant})"),
            ("compared by what was sent", f"not {constant}.startswith({sent})"),
            ("compared in its first half", f"{sent}[:6] != {constant}[:6]"),
            ("compared by its length", f"len({sent}) != len({constant})"),
        ):
            yield f"{name} is {label}", text, other
    text = 'not order.startswith(("ORD-", "ONCE-"))'
    for label, other in (
        ("not looked at", "False"),
        ("looked at in any case", 'not order.upper().startswith(("ORD-", "ONCE-"))'),
        ("looked at anywhere", '"ORD-" not in order and "ONCE-" not in order'),
        ("looked at by letters", 'not order.startswith(("ORD", "ONCE"))'),
        ("looked at without blanks", 'not order.strip().startswith(("ORD-", "ONCE-"))'),
        ("a number", 'not re.fullmatch("(ORD|ONCE)-[0-9a-f]+", order)'),
        ("short", 'len(order) > 24 or not order.startswith(("ORD-", "ONCE-"))'),
    ):
        yield f"an order is {label}", text, other
    text = 'otp not in ("888888", "000000", "111111")'
    for label, other in (
        ("any", "False"),
        ("any of six digits", 'not re.fullmatch("[0-9]{6}", otp)'),
        ("trimmed", 'otp.strip() != "888888"'),
        ("its beginning", 'otp[:6] != "888888"'),
        ("its number", "not otp.isdigit() or int(otp) != 888888"),
        ("empty", 'otp not in ("", "888888")'),
        ("of one digit", "len(set(otp)) != 1"),
        ("123456 as well", 'otp not in ("888888", "123456")'),
    ):
        yield f"a right OTP is {label}", text, other
    for otp in ("000000", "111111"):
        yield f"{otp} is nothing special", f'if otp == "{otp}"', "if False"
        yield f"{otp} is its digits", f'if otp == "{otp}"', f'if set(otp) == {{"{otp[0]}"}}'
        yield f"{otp} is trimmed", f'if otp == "{otp}"', f'if otp.strip() == "{otp}"'


def _memories() -> Iterator[tuple[str, ...]]:
    once = '    if order.startswith("ONCE-"):\n        if order in USED_ORDERS:\n'
    used = once + '            return paytm("442")\n        USED_ORDERS.add(order)\n'
    yield "once is always", used, ""
    yield "always is once", used, used.replace('order.startswith("ONCE-")', "True")
    yield "once is once for all", used, used.replace("order in USED", "USED")
    yield "twice is otherwise", used, used.replace("442", "403")
    yield "once is in any case", used, used.replace(
        "order in", "order.lower() in"
    ).replace("add(order)", "add(order.lower())")
    cleared = "USED_ORDERS.clear()\n        USED_ORDERS.add(order)"
    yield "the last alone is used", used, used.replace(
        "USED_ORDERS.add(order)", cleared
    )
    start = '    if otp == "000000":'
    wrong = f'    if otp != "888888":\n        USED_ORDERS.add(order)\n{start}'
    yield "a wrong OTP uses an order", start, wrong
    for times in (1, 3, 5):
        count = (
            "    if otp != '888888':\n        KEPT[order] = KEPT.get(order, 0) + 1\n"
        )
        count += (
            f"    elif KEPT.pop(order, 0) >= {times}:\n        return paytm('531')\n"
        )
        yield f"an OTP is right no more after {times} wrong ones", start, count + start
    yield "wrong ones add up", start, (
        "    if otp not in ('888888', '000000', '111111'):\n"
        "        KEPT[order] = KEPT.get(order, 0) + 1\n"
        f"        if KEPT[order] > 4:\n            return paytm('531')\n{start}"
    )


def _branches(source: str) -> Iterator[tuple[str, ...]]:
    """Yield every place where a code is given, with another code and with none."""
    for number, found in enumerate(re.finditer(r'return paytm\("(\d+)"\)', source)):
        line = source.rfind("\n", 0, source.rfind("\n", 0, found.start()) - 1)
        text = source[line + 1 : found.end()]
        code = "434" if found[1] != "0000" else "501"
        other = text.replace(found[0], f'return paytm("{code}")')
        yield f"place {number} tells {code} for {found[1]}", text, other
        if found[1] != "0000":
            yield f"place {number} does not look", text, text.replace(found[0], "pass")


def _orders(source: str) -> Iterator[tuple[str, ...]]:
    marks = (
        '    for part, name in ((head, "tokenType"), (head',
        '    for part, name in (\n        (head, "tokenType"),',
        '    if head.get("token", PAYTM_TOKEN)',
        "    if mid != PAYTM_MID",
        "    if not order.startswith",
        '    otp = str(body.get("otp", "888888"))',
        '    if order.startswith("ONCE-")',
    )
    set_up = "    mid, order = ("
    places = [source.index(mark) for mark in marks]
    made = source[source.index(set_up) : places[3]]
    blocks = [source[a:b] for a, b in pairwise(places)]
    blocks[2] = blocks[2].replace(made, "")
    whole = source[places[0] : places[-1]]
    for number in range(1, len(blocks) - 1):
        other = list(blocks)
        other[number], other[number + 1] = other[number + 1], other[number]
        label = f"checks {number} and {number + 1} change places"
        yield label, whole, made + "".join(other)
    other = [*blocks[:1], *blocks[2:], blocks[1]]
    yield "types are looked at last", whole, made + "".join(other)
    authorized = source[source.index('    if request.headers.get("authorization")') :]
    authorized = authorized[: authorized.index("    _, doc")]
    for label, mark in (("the query", marks[0]), ("the token", marks[3])):
        text = f"{mark}"
        yield f"the authorization comes after {label}", authorized, "", text, (
            authorized + text
        )
