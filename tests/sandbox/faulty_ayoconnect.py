"""What a server of Ayoconnect may do wrong: headers, signature, body, echoes; and HTTP."""

from __future__ import annotations

from collections.abc import Iterator

from sandbox_app import Change

_OF = "ayoconnect"
_HEADERS = (
    "Content-Type",
    "Authorization",
    "Authorization-Customer",
    "X-TIMESTAMP",
    "X-SIGNATURE",
    "X-PARTNER-ID",
    "X-EXTERNAL-ID",
    "CHANNEL-ID",
)
_FIELDS = (
    ("originalPartnerReferenceNo", 32, 32),
    ("originalReferenceNo", 32, 32),
    ("action", 7, 9),
    ("merchantId", 6, 6),
    ("otp", 6, 6),
)


def drifts(source: str) -> Iterator[tuple[str, Change]]:
    """Yield faulty servers by name."""
    tables = (_headers(source), _forms(), _tokens(), _signatures(), _bodies(source))
    for table in (*tables, _values(), _answers(), _echoes()):
        for name, *edit in table:
            pairs = tuple(zip(edit[::2], edit[1::2], strict=True))
            yield f"ayoconnect: {name}", Change(_OF, pairs)
    for name, text, other in _http():
        yield f"http: {name}", Change("", ((text, other),))
    yield "http: every answer is somewhere else", Change("", (), _REDIRECTED)
    yield "http: now and then it is busy", Change("", (), _BUSY)


def _headers(source: str) -> Iterator[tuple[str, ...]]:
    loop = "        if not value:\n            return missing(name)\n"
    form = "        if not ayo_header_format(name, value):\n"
    for header in _HEADERS:
        for label, condition, do in (
            ("left out is taken", "value is None", "continue"),
            ("empty is taken", "value == ''", "continue"),
            ("left out is invalid", "value is None", "return invalid(name)"),
            ("empty is invalid", "value == ''", "return invalid(name)"),
        ):
            code = f"        if name == {header!r} and {condition}:\n            {do}\n"
            yield f"{header} {label}", loop, code + loop
        if header != "X-SIGNATURE":
            code = f"        if name != {header!r} and not ayo_header_format(name, value):\n"
            yield f"{header} has any form", form, code
    listed = source[source.index("AYO_HEADERS = [") : source.index("AYO_BODY = [")]
    for first, second in [*zip(range(7), range(1, 8), strict=True), (0, 7), (3, 6)]:
        other = list(_HEADERS)
        other[first], other[second] = other[second], other[first]
        label = f"{_HEADERS[first]} and {_HEADERS[second]} change places"
        yield label, listed, f"AYO_HEADERS = {other!r}\n"
    start = "    for name in AYO_HEADERS:\n"
    for label, condition, answer in (
        ("is missing", "not headers.get(name)", "missing"),
        (
            "has another form",
            "headers.get(name) and not ayo_header_format(name, headers[name])",
            "invalid",
        ),
    ):
        code = f"{start}        if {condition}:\n            return {answer}(name)\n"
        yield f"what {label} is looked for first in all headers", start, code + start
    checked = source[source.index(start) : source.index("    token, customer = (")]
    signed = "    if body is MISSING or not isinstance(body, dict):\n        return ayo"
    yield "headers are looked at after the signature", checked, "", signed, checked + signed
    tokens = source[source.index("    if token != AYO_B2B:") :]
    tokens = tokens[: tokens.index("    raw, body = await")]
    yield "tokens are looked at after the signature", tokens, "", signed, tokens + signed
    sign = source[source.index("    if not hmac.compare_digest") : source.index(signed)]
    body = source[
        source.index(signed) : source.index("    for name, low, high in AYO_BODY")
    ]
    yield "the body is looked at before the signature", sign + body, body + sign
    fields = '    if body.get("merchantId") == "NOMERC":'
    yield "the signature is looked at last", sign, "", fields, sign + fields


def _forms() -> Iterator[tuple[str, ...]]:
    text = 'value == "application/json"'
    for label, other in (
        ("in any case", 'value.lower() == "application/json"'),
        ("with a charset", 'value.partition(";")[0] == "application/json"'),
        ("in a list", '"application/json" in value'),
        ("of any JSON", 'value.endswith("json")'),
        ("of its length", "len(value) == 16"),
    ):
        yield f"a media type {label} is taken", text, other
    text = 'return value.startswith("Bearer ")'
    cut = '.removeprefix("Bearer ").removeprefix("Basic ")'
    word = '.rpartition(" ")[2]'
    for label, other in (
        ("in any case", 'return value.lower().startswith("bearer ")'),
        ("of another name", 'return " " in value'),
        ("that is missing", "return True"),
    ):
        yield f"a scheme {label} is taken", text, other, cut, word
    time = "(\\\\.[0-9])?[+-][0-9]{2}:?[0-9]{2}"
    for label, other in (
        ("with any fraction", time.replace("[0-9])?", "[0-9]+)?")),
        ("without a fraction alone", time.removeprefix("(\\\\.[0-9])?")),
        ("with a colon alone", time.replace(":?", "[:]")),
        ("without a colon alone", time.replace(":?", "")),
        ("ahead of Greenwich alone", time.replace("[+-]", "[+]")),
        ("with hours of a zone", "(\\\\.[0-9]+)?[+-][0-9]{2}(:?[0-9]{2})?"),
        ("with any end", "(\\\\.[0-9])?[+-][0-9]{2}:?[0-9]{2}.*"),
        ("with a comma", "([.,][0-9])?[+-][0-9]{2}:?[0-9]{2}"),
    ):
        yield f"a time {label} is taken", time, other
    yield "a time with a space is taken", "[0-9]{2}T[0-9]", "[0-9]{2}[T ][0-9]"
    yield "a time with slashes is taken", "[0-9]{4}-[0-9]{2}-", "[0-9]{4}[-/][0-9]{2}[-/]"
    yield "a time of 25 is refused", "24 <= len(value) <= 27", "len(value) in (24, 26, 27)"
    yield "a time of 27 is refused", "24 <= len(value) <= 27", "24 <= len(value) <= 26"
    for name, size in (("X-PARTNER-ID", 6), ("X-EXTERNAL-ID", 32)):
        text = f"bool(alnum({size})(value))"
        for label, chars in (
            ("with a hyphen", f"[A-Za-z0-9-]{{{size}}}"),
            ("with an underscore", f"[A-Za-z0-9_]{{{size}}}"),
            ("with a space", f"[A-Za-z0-9 ]{{{size}}}"),
            ("that is shorter", f"[A-Za-z0-9]{{1,{size}}}"),
            ("that is longer", f"[A-Za-z0-9]{{{size},}}"),
            ("in capitals alone", f"[A-Z0-9]{{{size}}}"),
            ("in digits alone", f"[0-9]{{{size}}}"),
            ("in letters alone", f"[A-Za-z]{{{size}}}"),
        ):
            yield f"{name} {label} is taken", text, f'bool(re.fullmatch("{chars}", value))'
    text = 're.fullmatch("[0-9]{5}", value)'
    for label, chars in (
        ("with a letter", "[0-9A-Za-z]{5}"),
        ("with a sign", "[+-]?[0-9]{4,5}"),
        ("that is shorter", "[0-9]{1,5}"),
        ("that is longer", "[0-9]{5,}"),
        ("without a zero before it", "[1-9][0-9]{4}"),
    ):
        yield f"CHANNEL-ID {label} is taken", text, f're.fullmatch("{chars}", value)'


def _tokens() -> Iterator[tuple[str, ...]]:
    honest = ("{token or AYO_B2B}", "{AYO_B2B}")
    for name, constant in (("token", "AYO_B2B"), ("customer", "AYO_B2B2C")):
        text = f"if {name} != {constant}:"
        for label, condition in (
            ("any", "False"),
            ("in any case", f"{name}.lower() != {constant}"),
            ("and more", f"not {name}.startswith({constant})"),
            ("after more", f"not {name}.endswith({constant})"),
            ("a part of it", f"not {constant}.startswith({name})"),
            ("its end", f"not {constant}.endswith({name})"),
            ("of the other", f"{name} not in (AYO_B2B, AYO_B2B2C)"),
            ("after a blank", f"{name}.strip() != {constant}"),
        ):
            yield f"the {name} may be {label}", text, f"if {condition}:", *honest
    exchanged = "    if (token, customer) == (AYO_B2B2C, AYO_B2B):\n"
    exchanged += "        token, customer = customer, token\n    if token != AYO_B2B:"
    yield "tokens may be exchanged", "    if token != AYO_B2B:", exchanged


def _signatures() -> Iterator[tuple[str, ...]]:
    text = "if not hmac.compare_digest(given.encode(), sign(digest).encode()):"
    right = "sign(digest)"
    for label, condition in (
        ("anything", "False"),
        ("in any case", f"given.lower() != {right}.lower()"),
        ("its first half", f"given[:44] != {right}[:44]"),
        ("its end", f"given[-44:] != {right}[-44:]"),
        ("a part of it", f"not {right}.startswith(given)"),
        ("and more", f"not given.startswith({right})"),
        ("without padding", f'given.rstrip("=") != {right}.rstrip("=")'),
        ("hex as well", f"given not in ({right}, base64.b64decode({right}).hex())"),
        ("for URLs as well", f'given.replace("-", "+").replace("_", "/") != {right}'),
        ("of its length", f"len(given) != len({right})"),
        ("missing for an empty body", f"raw and given != {right}"),
        (
            "missing for what is no object",
            f"isinstance(body, dict) and given != {right}",
        ),
        ("after a word", f'given.rpartition(" ")[2] != {right}'),
        ("of other base64", f"given[:85] != {right}[:85]"),
    ):
        yield f"a signature may be {label}", text, f"if {condition}:"
    parts = "{request.method}:{request.url.path}:{token or AYO_B2B}:{d}:{stamp}"
    for label, other in (
        ("the method is not signed", parts.replace("{request.method}", "")),
        ("the method is small", parts.replace("method}", "method.lower()}")),
        ("the path is not signed", parts.replace("{request.url.path}", "")),
        (
            "the whole address is signed",
            parts.replace("{request.url.path}", "{request.url}"),
        ),
        ("the token is not signed", parts.replace("{token or AYO_B2B}", "")),
        (
            "the other token is signed",
            parts.replace("{token or AYO_B2B}", "{customer}"),
        ),
        ("the scheme is signed", parts.replace("{token or", "Bearer {token or")),
        ("the body is not signed", parts.replace("{d}", "")),
        ("the digest is in capitals", parts.replace("{d}", "{d.upper()}")),
        ("the time is not signed", parts.replace("{stamp}", "")),
        ("the time is signed in part", parts.replace("{stamp}", "{stamp[:19]}")),
        ("another sign stands between", parts.replace(":", "|")),
        (
            "the order is another",
            "{request.url.path}:{request.method}:{token}:{d}:{stamp}",
        ),
    ):
        yield label, parts, other
        also = f'{parts}" if not other else f"{other}'
        if "not signed" in label or label == "the other token is signed":
            yield f"{label}, too", f'f"{parts}"', f'f"{also}"', (
                "def sign(d):"
            ), "def sign(d, other=False):", text, (
                "if given not in (sign(digest), sign(digest, True)):"
            )
    yield "the key is another", "hmac.new(AYO_SECRET,", 'hmac.new(AYO_SECRET + b"x",'
    yield "a digest of another length", "hashlib.sha256(minify(raw))", "hashlib.sha512(minify(raw))"
    raw = "sha256(minify(raw))"
    yield "white space is signed", raw, "sha256(raw)"
    yield "white space in texts is not signed", raw, 'sha256(b"".join(raw.split()))'
    yield "tabs are signed", raw, 'sha256(raw.replace(b" ", b"").replace(b"\\n", b""))'
    read = "(lambda: json.dumps({}, separators=(',', ':'){}).encode() if isinstance(body, dict) else minify(raw))()"
    yield "what was read is signed", raw, f"sha256({read.format('body', '')})"
    plain = ", ensure_ascii=False"
    yield "what was read is signed plainly", raw, f"sha256({read.format('body', plain)})"
    ordered = ", ensure_ascii=False, sort_keys=True"
    yield "what was read is signed in order", raw, f"sha256({read.format('body', ordered)})"
    good = {
        "originalPartnerReferenceNo": "0" * 31 + "1",
        "originalReferenceNo": "0" * 31 + "2",
    }
    good |= {
        "action": "PAYMENT",
        "merchantId": "MRCHNT",
        "otp": "123456",
        "additionalInfo": {},
    }
    for name, value in good.items():
        other = read.format(f"{{**body, {name!r}: {value!r}}}", plain)
        condition = (
            f"given not in (sign(digest), sign(hashlib.sha256({other}).hexdigest()))"
        )
        yield f"{name} may be changed after it was signed", text, f"if {condition}:"
    unbound = 'given != sign(digest) and body.get("action") != "UNBINDING"'
    yield "an unbinding is not signed", text, f"if isinstance(body, dict) and {unbound}:"


def _bodies(source: str) -> Iterator[tuple[str, ...]]:
    start = source.index("AYO_BODY = [")
    listed = source[start : source.index("]\n", start) + 2]
    loop = "        if name not in body:\n            return missing(name)\n"
    for number, (name, low, high) in enumerate(_FIELDS):
        other = list(_FIELDS)
        for label, ends in (
            ("short of a character", (low - 1, high)),
            ("with a character too much", (low, high + 1)),
            ("of any length", (0, 999)),
        ):
            if name != "action":
                other[number] = (name, *ends)
                yield f"{name} {label} is taken", listed, f"AYO_BODY = {other!r}\n"
        if number:
            other = list(_FIELDS)
            other[number - 1], other[number] = other[number], other[number - 1]
            yield f"{name} comes before its time", listed, f"AYO_BODY = {other!r}\n"
        value = {"action": "PAYMENT", "merchantId": "MRCHNT", "otp": "123456"}
        take = f"body[name] = {value.get(name, '0' * 32)!r}"
        sent = "body.get(name, 'x')"
        for label, condition, do in (
            ("left out is taken", "name not in body", take),
            ("left out is invalid", "name not in body", "return invalid(name)"),
            ("null is taken", f"{sent} is None", take),
            ("null is missing", f"{sent} is None", "return missing(name)"),
            ("empty is missing", f"{sent} == ''", "return missing(name)"),
            ("a number is taken", f"type({sent}) in (int, float)", take),
            ("true is taken", f"{sent} is True", take),
            ("false is missing", f"{sent} is False", "return missing(name)"),
            ("a list is taken", f"isinstance({sent}, list)", take),
            ("an object is taken", f"isinstance({sent}, dict)", take),
        ):
            code = f"        if name == {name!r} and {condition}:\n            {do}\n"
            yield f"{name} {label}", loop, code + loop
    text = "    for name, low, high in AYO_BODY:\n"
    first = '    for name in [*(each[0] for each in AYO_BODY), "additionalInfo"]:\n'
    first += f"        if name not in body:\n            return missing(name)\n{text}"
    yield "what is missing is looked for first in all fields", text, first


def _values() -> Iterator[tuple[str, ...]]:
    text = "allowed = ACTIONS"
    for label, other in (
        ("in small letters", '(*ACTIONS, "payment")'),
        ("with a capital", '(*ACTIONS, "Unbinding")'),
        ("BINDING", '(*ACTIONS, "BINDING")'),
        ("with an S", '(*ACTIONS, "PAYMENTS")'),
        ("of its length", "(shown,)"),
        ("of capitals", "(shown,) if shown.isupper() else ()"),
    ):
        yield f"an action {label} is taken", text, f"allowed = {other}"
    yield "PAYMENT is refused", text, 'allowed = ("UNBINDING",)'
    yield "UNBINDING is refused", text, 'allowed = ("PAYMENT",)'
    text = 'not isinstance(body["additionalInfo"], dict)'
    sent = 'body["additionalInfo"]'
    for label, condition in (
        ("null is taken", f"{sent} is not None and {text}"),
        ("a list is taken", f"not isinstance({sent}, (dict, list))"),
        ("text is taken", f"not isinstance({sent}, (dict, str))"),
        ("a number is taken", f"not isinstance({sent}, (dict, int, float))"),
        ("false is taken", f"{sent} is not False and {text}"),
        ("an empty one is refused", f"{text} or not {sent}"),
        ("a nested one is refused", f"{text} or dict in map(type, {sent}.values())"),
        ("null in it is refused", f"{text} or None in {sent}.values()"),
    ):
        yield f"additionalInfo: {label}", text, condition
    missing = '        return missing("additionalInfo")'
    yield "additionalInfo may be missing", missing, '        body["additionalInfo"] = {}'
    text = 'if body.get("merchantId") == "NOMERC":'
    for label, condition in (
        ("nobody is unknown", "False"),
        (
            "a name in small letters is unknown",
            'body["merchantId"].upper() == "NOMERC"',
        ),
        ("a name like it is unknown", 'body["merchantId"].startswith("NO")'),
        (
            "a partner is unknown",
            '"NOMERC" in (body["merchantId"], headers["x-partner-id"])',
        ),
        (
            "nobody is unknown who unbinds",
            'body["merchantId"] == "NOMERC" and body["action"] == "PAYMENT"',
        ),
    ):
        yield label, text, f"if {condition}:"
    text = 'if otp == "999999":'
    yield "no OTP expires", text, "if False:"
    yield "an OTP of nines expires", text, 'if otp.startswith("9"):'
    text = 'if otp not in ("123456", "999999"):'
    for label, condition in (
        ("any OTP is right", "False"),
        ("an OTP of digits is right", "not otp.isdigit()"),
        ("an OTP like it is right", "otp[:5] != '12345'"),
        ("an OTP with its end is right", "otp[1:] != '23456'"),
        ("654321 is right", 'otp not in ("123456", "654321")'),
        ("000000 is right", 'otp not in ("123456", "000000")'),
        ("an OTP of its digits is right", 'sorted(otp) != sorted("123456")'),
        ("any OTP unbinds", 'otp != "123456" and body["action"] == "PAYMENT"'),
    ):
        yield label, text, f"if {condition}:"
    for times in (1, 3, 5):
        code = f'if otp != "123456":\n        KEPT[0] = KEPT.get(0, 0) + 1\n    elif KEPT.pop(0, 0) >= {times}:\n'
        code += f'        return ayo(403, "05", "Do Not Honor")\n    {text}'
        yield f"an OTP is right no more after {times} wrong ones", text, code
    used = '    a, b = (\n        body.get("originalPartner'
    code = "    KEPT[0] = KEPT.get(0, 0) + 1\n    if KEPT[0] > 2:\n"
    code += f'        return ayo(404, "01", "Transaction Not Found")\n{used}'
    yield "an OTP is right no more than twice", used, code


def _answers() -> Iterator[tuple[str, ...]]:
    yield from (
        ("a service has another number", 'service = "04"', 'service = "34"'),
        ("a service has one digit", 'service = "04"', 'service = "4"'),
        (
            "a code is a number",
            '"responseCode": f"{http}{service}{case}"',
            '"responseCode": int(f"{http}{service}{case}")',
        ),
        ("a code has signs", "{http}{service}{case}", "{http}-{service}-{case}"),
        ("a code has another name", '"responseCode": f', '"ResponseCode": f'),
        (
            "a status is 200",
            "return JSONResponse(out, http)",
            "return JSONResponse(out, 200)",
        ),
        ("a success is 202", 'ayo(200, "00"', 'ayo(202, "00"'),
        ("a success has another text", '"Successful"', '"Success"'),
        (
            "more is told",
            '"responseMessage": text,',
            '"responseMessage": text, "time": 1,',
        ),
        ("a text is missing", '        "responseMessage": text,\n', ""),
        (
            "a missing field has no name",
            "Missing Mandatory Field {shown}",
            "Missing Mandatory Field",
        ),
        ("a missing field is in braces", "Field {shown}", "Field {{{shown}}}"),
        (
            "a missing field has another code",
            'ayo(400, "02", f"Miss',
            'ayo(400, "01", f"Miss',
        ),
        (
            "a bad field has another code",
            'ayo(400, "01", f"Inv',
            'ayo(400, "02", f"Inv',
        ),
        (
            "a bad field is told otherwise",
            "Invalid Field Format",
            "Invalid field format",
        ),
        (
            "a bad request is told otherwise",
            '"00", "Bad Request"',
            '"00", "Bad request"',
        ),
        ("a bad request is 422", 'ayo(400, "00"', 'ayo(422, "00"'),
        ("a wrong token is told otherwise", "Invalid Token (B2B)", "Invalid Token"),
        (
            "a wrong customer is a wrong token",
            '"02", "Invalid Customer',
            '"01", "Invalid Customer',
        ),
        ("a wrong signature is forbidden", 'ayo(401, "00"', 'ayo(403, "00"'),
        ("a wrong signature is told otherwise", "Unauthorized. [", "Unauthorized ["),
        ("a wrong merchant has another code", 'ayo(404, "08"', 'ayo(404, "16"'),
        ("an expired OTP has another code", 'ayo(403, "12"', 'ayo(403, "11"'),
        ("an expired OTP is told otherwise", "OTP Lifetime", "OTP lifetime"),
        ("a wrong OTP has another code", 'ayo(404, "17"', 'ayo(404, "15"'),
        (
            "a wrong OTP is told otherwise",
            '"Invalid OTP")\n    a',
            '"Invalid Otp")\n    a',
        ),
    )


def _echoes() -> Iterator[tuple[str, ...]]:
    theirs = '"originalPartnerReferenceNo": a,'
    ours = '"originalReferenceNo": b,'
    more = '"additionalInfo": body.get("additionalInfo", {}),'
    for label, text, other in (
        ("theirs is a constant", theirs, theirs.replace("a,", '"0" * 32,')),
        ("ours is theirs", ours, ours.replace(" b,", " a,")),
        ("theirs is ours", theirs, theirs.replace(" a,", " b,")),
        ("theirs is in capitals", theirs, theirs.replace(" a,", " a.upper(),")),
        ("ours is in small letters", ours, ours.replace(" b,", " b.lower(),")),
        ("theirs is cut", theirs, theirs.replace(" a,", " a[:31],")),
        ("ours has no zeros before it", ours, ours.replace(" b,", ' b.lstrip("0"),')),
        ("ours is missing", f"        {ours}\n", ""),
        ("theirs is missing", f"        {theirs}\n", ""),
        (
            "theirs is the first one",
            theirs,
            theirs.replace(" a,", " KEPT.setdefault(0, a),"),
        ),
        (
            "ours is the one before",
            ours,
            ours.replace(" b,", " (KEPT.pop(0, b), KEPT.update({0: b}))[0],"),
        ),
        ("more is empty", more, '"additionalInfo": {},'),
        ("more is missing", f"        {more}\n", ""),
        ("more is flat", more, '**body["additionalInfo"], "additionalInfo": {},'),
        ("more is text", more, '"additionalInfo": json.dumps(body["additionalInfo"]),'),
        (
            "more is missing if empty",
            more,
            '**({"additionalInfo": body["additionalInfo"]} if body["additionalInfo"] else {}),',
        ),
    ):
        yield f"echo: {label}", text, other
    kept = (
        '"additionalInfo": {{k: v for k, v in body["additionalInfo"].items() if {}}},'
    )
    for label, condition in (
        ("nulls", "v is not None"),
        ("objects", "not isinstance(v, dict)"),
        ("lists", "not isinstance(v, list)"),
        ("empty text", 'v != ""'),
        ("falsehoods", "v is not False"),
        ("zeros", "v is False or v != 0"),
    ):
        yield f"echo: more is without {label}", more, kept.format(condition)
    made = '"additionalInfo": {{k: {} for k, v in body["additionalInfo"].items()}},'
    for label, value in (
        ("as text", "str(v)"),
        ("trimmed", "v.strip() if isinstance(v, str) else v"),
        ("with whole numbers", "int(v) if isinstance(v, float) else v"),
        ("with truths as numbers", "int(v) if isinstance(v, bool) else v"),
        ("with its lists in order", "v[::-1] if isinstance(v, list) else v"),
        ("cut", "v[:20] if isinstance(v, str) else v"),
    ):
        yield f"echo: more is {label}", more, made.format(value)
    merged = '"additionalInfo": KEPT.update(body["additionalInfo"]) or dict(KEPT),'
    yield "echo: more of others is there, too", more, merged


def _http() -> Iterator[tuple[str, str, str]]:
    text = 'json.dumps(content, separators=(",", ":")).encode()'
    for label, other in (
        ("with a mark", f'b"\\xef\\xbb\\xbf" + {text}'),
        ("in UTF-16", text.replace(".encode()", '.encode("utf-16")')),
        ("followed by more", f'{text} + b"x"'),
        ("in quotes", "json.dumps(json.dumps(content)).encode()"),
        ("in a list", "json.dumps([content]).encode()"),
        ("of Python", "repr(content).encode()"),
        ("empty", 'b""'),
        ("cut", f"{text}[:-1]"),
        ("in a call", f'b"cb(" + {text} + b")"'),
        ("packed", f'__import__("gzip").compress({text})'),
        ("said twice", f'(b"{{" + {text}[1:-1] + b"," + {text}[1:])'),
    ):
        yield f"an answer {label}", text, other
    kind = 'media_type = "application/json"'
    for other in (
        "text/plain",
        "text/html",
        "text/json",
        "application/problem+json",
        "application/json; charset=utf-16",
    ):
        yield f"an answer that is said to be {other}", kind, f'media_type = "{other}"'
    read = "return (raw, json.loads(raw))"
    for label, other in (
        (
            "without its last brace",
            'json.loads(raw if raw[-1:] == b"}" else raw + b"}")',
        ),
        ("followed by more", "json.JSONDecoder().raw_decode(raw.decode().lstrip())[0]"),
        ("with a comma too much", 'json.loads(raw.replace(b",}", b"}"))'),
        ("in single quotes", "json.loads(raw.replace(b\"'\", b'\"'))"),
        ("with line ends in its texts", "json.loads(raw, strict=False)"),
        ("that is not UTF-8", 'json.loads(raw.decode("utf-8", "replace"))'),
        ("that is nothing", 'json.loads(raw or b"{}")'),
        (
            "that is a list of one",
            "(lambda x: x[0] if isinstance(x, list) and x else x)(json.loads(raw))",
        ),
        (
            "that is text of JSON",
            "(lambda x: json.loads(x) if isinstance(x, str) else x)(json.loads(raw))",
        ),
    ):
        yield f"a body {label} is taken", read, f"return (raw, {other})"
    yield "a body with tabs is refused", read, 'return (raw, MISSING if b"\\t" in raw else json.loads(raw))'
    yield "a body of escapes is refused", read, 'return (raw, MISSING if b"\\\\u" in raw else json.loads(raw))'
    for path in (
        "SubmitOTP",
        "GetCreditHistory",
        "TransactionSendOtp",
        "v2/otp/verify",
        "v1.0/otp-verification",
    ):
        yield f"{path} stands elsewhere", f'{path}"', f'{path}2"'
    yield "SubmitOTP is posted, too", 'methods=methods("GET", extra=None)', 'methods=["GET", "POST"]'
    yield "GetCreditHistory is deleted, too", 'methods=["GET"]', 'methods=["GET", "DELETE"]'
    yield "Paytm is put, too", 'paytm_verify, methods=["POST"]', 'paytm_verify, methods=["POST", "PUT"]'
    yield "Ayoconnect is patched, too", 'ayo_verify, methods=["POST"]', 'ayo_verify, methods=["POST", "PATCH"]'


_REDIRECTED = """
_right = app


async def app(scope, receive, send):
    if scope["path"].endswith("/x"):
        await _right({**scope, "path": scope["path"][:-2]}, receive, send)
    else:
        away = Response("", 307, {"location": scope["path"] + "/x"})
        await away(scope, receive, send)
"""
_BUSY = """
_right = app


async def app(scope, receive, send):
    KEPT[0] = KEPT.get(0, 0) + 1
    if KEPT[0] % 50:
        await _right(scope, receive, send)
    else:
        await Response("busy", 503)(scope, receive, send)
"""
