"""The suite of the environments: it passes against the sandbox, and finds its drift."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sandbox_app import Change, Sandbox
from sandbox_server import SERVED, saying, serving, suite

OPERATIONS = {
    "aopay.get_credit_history",
    "aopay.submit_otp",
    "aopay.transaction_send_otp",
    "ayoconnect.verify_otp",
    "paytm.verify_otp",
}

Edit = tuple[str, str, str]

_ENDLESS = b"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n{"

DRIFTS: dict[str, Edit] = {
    # AOPay
    "a code is swapped": ("aopay", 'return ("206", "Inv', 'return ("207", "Inv'),
    "a message is mended": ("aopay", "is Requaired", "is Required"),
    "an empty text is taken": (
        "aopay",
        'not in body or body[name] == ""',
        "not in body",
    ),
    "whatever is false is absent": (
        "aopay",
        'not in body or body[name] == ""',
        "not in body or not body[name]",
    ),
    "a type is not checked": (
        "aopay",
        "if not isinstance(body[name], str):",
        "if body[name] is None:",
    ),
    "a code is a number": ("aopay", '"code": code,', '"code": int(code),'),
    "a truth is text": ("aopay", "    status = False\n", '    status = "False"\n'),
    "a text is a truth": ("aopay", 'status = "False"', "status = False"),
    "the credential comes first": (
        "aopay",
        '    fault = aop_check(body, SUBMIT, "sub")\n',
        '    if isinstance(body, dict) and body.get("RegistrationID") != "AOP-554":\n'
        '        return aop_auth_failed("sub")\n'
        '    fault = aop_check(body, SUBMIT, "sub")\n',
    ),
    "a credential in small letters is known": (
        "aopay",
        'if body.get("RegistrationID") != AOP_REGISTRATION:\n'
        '        return aop_auth_failed("his")',
        'if body.get("RegistrationID", "").upper() != AOP_REGISTRATION:\n'
        '        return aop_auth_failed("his")',
    ),
    "a field is not checked": ("aopay", '    "question_key",\n', ""),
    "two fields change places": (
        "aopay",
        '    "Pincode",\n    "Address",\n',
        '    "Address",\n    "Pincode",\n',
    ),
    "any kind of transfer is taken": ("aopay", 'in ("IMPS", "NEFT")', 'in ("",)'),
    "an echo is a constant": (
        "aopay",
        '"cibil_id": body.get("cibil_id"),\n        "cibil_status"',
        '"cibil_id": "abc def",\n        "cibil_status"',
    ),
    "a status is 200": ("aopay", "JSONResponse(out, 202)", "JSONResponse(out, 200)"),
    "null is empty text": ("aopay", '"soft_ref_id": None', '"soft_ref_id": ""'),
    "a number is text": ("aopay", '"inquiryCount": 14', '"inquiryCount": "14"'),
    "a truth is a number": (
        "aopay",
        '"is_returning_customer": 0',
        '"is_returning_customer": False',
    ),
    "a member is renamed": ("aopay", '"Value": text', '"value": text'),
    "a member is added": ("aopay", '"Value": text', '"Value": text, "data": {}'),
    "another method is served": (
        "aopay",
        'methods("POST", extra=None)',
        'methods("POST", extra="GET")',
    ),
    # Paytm
    "everyone is authenticated": (
        "paytm",
        '"authenticated": ok',
        '"authenticated": True',
    ),
    "a truth of a reply is text": (
        "paytm",
        '"authenticated": ok',
        '"authenticated": str(ok).lower()',
    ),
    "the class is always S": ("paytm", '"S" if ok else "F"', '"S"'),
    "seconds for milliseconds": (
        "paytm",
        "int(time.time() * 1000)",
        "int(time.time())",
    ),
    "a time is a number": (
        "paytm",
        "str(int(time.time() * 1000))",
        "int(time.time() * 1000)",
    ),
    "payment options are null": (
        "paytm",
        '{"savedInstruments": []} if ok else {}',
        '{"savedInstruments": []} if ok else None',
    ),
    "a used order can be used": ("paytm", "USED_ORDERS.add(order)", "pass"),
    "no authorization is needed": (
        "paytm",
        'if request.headers.get("authorization") != PAYTM_BASIC:',
        'if request.headers.get("authorization", PAYTM_BASIC) != PAYTM_BASIC:',
    ),
    "any token will do": (
        "paytm",
        'if head.get("token", PAYTM_TOKEN) != PAYTM_TOKEN:',
        'if head.get("token") == "":',
    ),
    "the merchant is not compared": ("paytm", "mid != PAYTM_MID", "not mid"),
    "a number is a truth": (
        "paytm",
        '(not isinstance(body["rememberMe"], bool))',
        'body["rememberMe"] not in (True, False)',
    ),
    "a body that is a list passes": (
        "paytm",
        "        not isinstance(doc, dict)\n        or not",
        "        not",
    ),
    # Ayoconnect
    "a signature is not checked": (
        "ayoconnect",
        "if not hmac.compare_digest(given.encode(), sign(digest).encode()):",
        "if not given:",
    ),
    "the time is not signed": ("ayoconnect", ":{d}:{stamp}", ":{d}:"),
    "the body is not minified": ("ayoconnect", "sha256(minify(raw))", "sha256(raw)"),
    "white space in texts is dropped": (
        "ayoconnect",
        'lambda x: x.group() if x.group()[:1] == b\'"\' else b""',
        'lambda x: b"".join(x.group().split())',
    ),
    "a scheme does not matter": (
        "ayoconnect",
        'return value.startswith("Bearer ")',
        'return value.startswith(("Bearer ", "Basic "))',
    ),
    "any zone is taken": ("ayoconnect", "[+-][0-9]{2}:?[0-9]{2}", "(Z|[+-].*)"),
    "a fraction is refused": ("ayoconnect", "(\\\\.[0-9])?", ""),
    "an underscore is a letter": (
        "ayoconnect",
        '"[A-Za-z0-9]{{{n}}}"',
        '"[A-Za-z0-9_]{{{n}}}"',
    ),
    "two headers change places": (
        "ayoconnect",
        '    "X-PARTNER-ID",\n    "X-EXTERNAL-ID",\n',
        '    "X-EXTERNAL-ID",\n    "X-PARTNER-ID",\n',
    ),
    "the tokens change places": (
        "ayoconnect",
        '("authorization", "authorization-customer")',
        '("authorization-customer", "authorization")',
    ),
    "small letters are taken": (
        "ayoconnect",
        "            shown = value\n",
        "            shown = value.upper()\n",
    ),
    "a length is not checked": ("ayoconnect", '("otp", 6, 6)', '("otp", 1, 6)'),
    "two references change places": (
        "ayoconnect",
        '"originalPartnerReferenceNo": a,\n        "originalReferenceNo": b,',
        '"originalPartnerReferenceNo": b,\n        "originalReferenceNo": a,',
    ),
    "more is forgotten": (
        "ayoconnect",
        '"additionalInfo": body.get("additionalInfo", {}),',
        '"additionalInfo": {},',
    ),
    "a service has another number": ("ayoconnect", 'service = "04"', 'service = "34"'),
    "a status is always 200": (
        "ayoconnect",
        "return JSONResponse(out, http)",
        "return JSONResponse(out, 200)",
    ),
    "a name is in small letters": (
        "ayoconnect",
        "    shown = name\n",
        "    shown = name.lower()\n",
    ),
    "a wrong merchant is not told": ("ayoconnect", '== "NOMERC"', '== "NO"'),
    "the type of JSON is text": (
        "ayoconnect",
        'media_type = "application/json"',
        'media_type = "text/plain"',
    ),
}
"""What a server does otherwise, and whose: the text that is there and its place-taker."""


def test_the_suite_passes_and_skips_nothing(source: str, tmp_path: Path) -> None:
    summary = tmp_path / "summary.json"
    with serving(SERVED) as url:
        found = suite("--base-url", url, "--report-json", str(summary))

    operations = json.loads(summary.read_text("utf-8"))["operations"]
    assert 0 == found.returncode, found.stdout[-3000:]
    assert {each["operation"] for each in operations} == OPERATIONS
    assert {""} == {each["skipped"] for each in operations}
    assert all(each["passed"] > 50 for each in operations)


@pytest.mark.parametrize("drift", DRIFTS)
def test_a_drift_is_found(source: str, drift: str) -> None:
    partner, text, other = DRIFTS[drift]

    with Sandbox(Change(partner, ((text, other),)).made(source)) as drifted:
        assert next(drifted.findings(partner), "")


@pytest.mark.parametrize("partner", ["aopay", "paytm", "ayoconnect"])
def test_a_run_fails_for_a_drift(source: str, tmp_path: Path, partner: str) -> None:
    drift = next(name for name in DRIFTS if DRIFTS[name][0] == partner)
    server = tmp_path / "server.py"
    server.write_text(source.replace(*DRIFTS[drift][1:], 1), "utf-8")

    with serving(server) as url:
        found = suite("--base-url", url, "-x", at=partner)

    assert 1 == found.returncode, found.stdout[-3000:]
    assert "1 failed" in found.stdout


def test_a_run_fails_for_a_server_that_knows_one_request_to_a_connection(
    source: str, tmp_path: Path
) -> None:
    server = tmp_path / "server.py"
    start = "async def paytm_verify(request):\n"
    second = (
        "    asked = USED_ORDERS_BY.get(request.client, 0) + 1\n"
        "    USED_ORDERS_BY[request.client] = asked\n"
        '    if asked == 2:\n        return paytm("434")\n'
    )
    changed = f"USED_ORDERS_BY = {{}}\n\n\n{start}{second}"
    server.write_text(source.replace(start, changed, 1), "utf-8")

    with serving(server) as url:
        found = suite("--base-url", url, "-x", at="paytm")

    assert 1 == found.returncode, found.stdout[-3000:]
    assert "test_answers_again" in found.stdout


@pytest.mark.parametrize(
    "answer", [b"", b"\0\xff", b"HTTP/1.1 200 OK\r\n\r\n", _ENDLESS]
)
def test_a_run_fails_for_a_server_that_does_not_answer(answer: bytes) -> None:
    with saying(answer) as url:
        found = suite("--base-url", url, at="aopay")

    assert 1 == found.returncode, found.stdout[-3000:]
    assert " passed" not in found.stdout.splitlines()[-1]


def test_the_embedded_provider_plays_the_environment() -> None:
    found = suite("--embedded")

    assert 0 == found.returncode, found.stdout[-3000:]
    assert "skipped" not in found.stdout
