"""What a server may do as it likes: pages and notes leave it open, and nobody is accused."""

from __future__ import annotations

from sandbox_app import Change

_JSON = 'json.dumps(content, separators=(",", ":")).encode()'
_KIND = 'media_type = "application/json"'
_WRAPPED = """
_right = app


async def app(scope, receive, send):
    async def told(message):
        if message["type"] == "http.response.start":
            {start}
        {more}
        await send(message)

    await _right(scope, receive, told)
"""


def _wrapped(start: str, more: str = "pass") -> Change:
    return Change("", (), _WRAPPED.format(start=start, more=more))


CHANGES: dict[str, Change] = {
    "members in another order": Change(
        "", ((_JSON, "json.dumps(content, sort_keys=True).encode()"),)
    ),
    "members backwards": Change(
        "", ((_JSON, "json.dumps(dict(reversed(content.items()))).encode()"),)
    ),
    "white space": Change("", ((_JSON, "json.dumps(content, indent=2).encode()"),)),
    "a line end": Change("", ((_JSON, _JSON + ' + b"\\n"'),)),
    "plain characters": Change(
        "", ((_JSON, "json.dumps(content, ensure_ascii=False).encode()"),)
    ),
    "escaped slashes": Change(
        "", ((_JSON, 'json.dumps(content).replace("/", "\\\\/").encode()'),)
    ),
    "a charset": Change("", ((_KIND, _KIND[:-1] + '; charset=utf-8"'),)),
    "a charset in capitals": Change("", ((_KIND, _KIND[:-1] + ';charset=UTF-8"'),)),
    "a media type in capitals": Change("", ((_KIND, _KIND.replace("json", "JSON")),)),
    "more headers": _wrapped(
        'message["headers"] = [*message["headers"], (b"x-request-id", b"1"),'
        ' (b"x-timestamp", b"now"), (b"set-cookie", b"a=b")]'
    ),
    "no length": _wrapped(
        'message["headers"] = [x for x in message["headers"] if b"length" not in x[0]]'
    ),
    "an answer in pieces": _wrapped(
        "pass",
        'if message["type"] == "http.response.body":\n'
        '            await send({**message, "body": message["body"][:9], "more_body": True})\n'
        '            message = {**message, "body": message["body"][9:]}',
    ),
    "another status for a method": _wrapped(
        'message["status"] = 404 if message["status"] == 405 else message["status"]'
    ),
    "other numbers of transactions": Change(
        "aopay",
        (
            (
                '"SPCBL2308181506522334ZiSHM7bAe",\n        "access',
                'os.urandom(9).hex(),\n        "access',
            ),
            ("23081815284725JQJCESXDTP2", "X"),
            ("465185569", "1"),
            ("b3c1e519-cf15-4145-8c26-c3d03e9d2f00", "b"),
        ),
    ),
    "another customer": Change(
        "aopay",
        (
            ("prashant", "Ann"),
            ("Varsheney", "\u00e9"),
            ('"770"', '"300"'),
            ("8 Years 8 Months", "new"),
            ('"inquiryCount": 14', '"inquiryCount": 0'),
            ('"255000"', '"1000.50"'),
            ("d48b818d426b83b028ffdd5db96520986e128052", "t"),
        ),
    ),
    "a customer without loans": Change(
        "aopay", (('"activityInfo": activity', '"activityInfo": []'),)
    ),
    "a score that was never fetched": Change(
        "aopay", (('"2023-08-16 15:36:46"', "None"),)
    ),
    "a score that was fetched": Change(
        "aopay",
        (
            (
                '"cibil_score_fetch_date": None',
                '"cibil_score_fetch_date": "2020-02-29 23:59:59"',
            ),
        ),
    ),
    "a customer who returns": Change(
        "aopay", (('"is_returning_customer": 0', '"is_returning_customer": 1'),)
    ),
    "more payment options": Change(
        "paytm", (('{"savedInstruments": []}', '{"upi": {"a": [1]}, "card": None}'),)
    ),
    "no payment options": Change("paytm", (('{"savedInstruments": []}', "{}"),)),
    "payment options with a failure": Change(
        "paytm", (("if ok else {}", 'if ok else {"upi": {}}'),)
    ),
    "a clock that is ahead": Change(
        "paytm", (("time.time() * 1000", "(time.time() + 60) * 1000"),)
    ),
    "a clock that is late": Change(
        "paytm", (("time.time() * 1000", "(time.time() - 60) * 1000"),)
    ),
    "repeated headers joined": Change(
        "ayoconnect",
        (
            (
                "value = headers.get(name)",
                'value = ", ".join(headers.getlist(name)) or None',
            ),
        ),
    ),
}
