"""Calls that come to us: refusals that tell nothing, and the adapters on real servers."""

from __future__ import annotations

import base64
import hashlib
import hmac
import importlib
import json
import pickle
import shutil
import socket
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from specmill.pipeline import Project, generate

SPECS = Path(__file__).parents[1] / "golden" / "callbacks" / "specs"
SECRET = "a-secret-that-nobody-may-see"
BODY = b'{"paymentId":"123456789012","status":"PAID","amount":1}'


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """The generated callback and the adapters of a package of its own name."""
    root = tmp_path_factory.mktemp("callbacks")
    shutil.copytree(SPECS, root / "specs")
    project = Project(root, package="called_apis")
    generate(project)
    sys.path.insert(0, str(project.target))
    names = {
        "notice": "called_apis.acme.callbacks.payment_notice",
        "payout": "called_apis.acme.callbacks.payout_notice",
        "order": "called_apis.acme.callbacks.order_notice",
        "statement": "called_apis.acme.callbacks.statement",
        "adapters": "called_apis._runtime.adapters",
        "errors": "called_apis._runtime.errors",
    }
    yield {key: importlib.import_module(name) for key, name in names.items()}
    sys.path.remove(str(project.target))


def headers(body: bytes = BODY, at: datetime | None = None) -> tuple[Any, ...]:
    """The headers of a call that is signed as the page says."""
    time = (at or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%S+00:00")
    signed = f"POST|{time}|{hashlib.sha256(body).hexdigest()}".encode()
    made = hmac.new(SECRET.encode(), signed, "sha256").hexdigest()
    return (("X-Signature", f"sha256={made}"), ("X-Time", time))


@pytest.fixture
def handler(modules: dict[str, Any]) -> Any:
    return modules["notice"].PaymentNoticeHandler(
        credentials={"webhook_secret": SECRET}
    )


def call(modules: dict[str, Any], body: bytes = BODY, **more: Any) -> Any:
    given = {"method": "POST", "path": "/hook", "query": "", "headers": headers(body)}
    return modules["notice"].Call(**{**given, "body": body, **more})


def refused(modules: dict[str, Any], handler: Any, made: Any) -> Any:
    with pytest.raises(modules["notice"].CallRefused) as caught:
        handler.receive(made)
    return caught.value


def test_an_event_is_typed(modules: dict[str, Any], handler: Any) -> None:
    event = handler.receive(call(modules))

    assert ("123456789012", 1) == (event.body.payment_id, event.body.amount)


def test_an_event_holds_no_signature(modules: dict[str, Any], handler: Any) -> None:
    event = handler.receive(call(modules))

    assert "sha256=" not in json.dumps(event.model_dump(by_alias=True))


def test_an_acknowledgement_repeats_what_came(
    modules: dict[str, Any], handler: Any
) -> None:
    event = handler.receive(call(modules))

    assert b'{"code":"00","paymentId":"123456789012"}' == handler.taken(event).body


def test_an_acknowledgement_is_held_to_the_page(
    modules: dict[str, Any], handler: Any
) -> None:
    event = handler.receive(call(modules))

    with pytest.raises(ValueError, match="1 to 20 characters"):
        handler.taken(event, our_reference="x" * 21)


def test_a_body_above_the_limit_is_not_looked_at(modules: dict[str, Any]) -> None:
    small = modules["notice"].PaymentNoticeHandler(
        credentials={"webhook_secret": SECRET}, limit=10
    )

    assert "too-large" == refused(modules, small, call(modules)).reason


def test_a_changed_body_is_refused(modules: dict[str, Any], handler: Any) -> None:
    made = call(modules, BODY + b" ", headers=headers(BODY))

    assert "signature" == refused(modules, handler, made).reason


def test_an_old_call_is_refused(modules: dict[str, Any], handler: Any) -> None:
    old = headers(at=datetime.now(UTC) - timedelta(seconds=400))

    assert "stale" == refused(modules, handler, call(modules, headers=old)).reason


def test_a_documented_header_stands_once(modules: dict[str, Any], handler: Any) -> None:
    sent = headers()
    twice = (*sent, ("x-time", sent[1][1]))

    assert "invalid" == refused(modules, handler, call(modules, headers=twice)).reason


@pytest.mark.parametrize("text", ['{"a":1,"a":2}', "NaN", "[" * 100, "\ufeff{}"])
def test_a_body_that_can_be_read_in_two_ways_is_refused(
    modules: dict[str, Any], handler: Any, text: str
) -> None:
    error = refused(modules, handler, call(modules, text.encode()))

    assert "unreadable" == error.reason


def test_a_refusal_holds_no_value(modules: dict[str, Any], handler: Any) -> None:
    body = BODY.replace(b'"PAID"', b'"A-VALUE"')
    error = refused(modules, handler, call(modules, body))
    told = f"{error!s} {error!r} {error.args} {pickle.dumps(error)!r}"

    assert [] == [each for each in ("A-VALUE", SECRET, "sha256=") if each in told]


def test_a_refusal_tells_what_is_wrong(modules: dict[str, Any], handler: Any) -> None:
    error = refused(modules, handler, call(modules, BODY.replace(b"PAID", b"X")))

    assert ["/body/status"] == [each.pointer for each in error.violations]


def test_a_handler_shows_no_credential(handler: Any) -> None:
    assert SECRET not in repr(vars(handler))


def payout(modules: dict[str, Any], members: dict[str, str]) -> Any:
    """A form that is signed as the page says."""
    pairs = "&".join(f"{name}={members[name]}" for name in sorted(members))
    sign = hashlib.sha256(f"{pairs}&key={SECRET}".encode()).hexdigest()
    body = f"{pairs}&sign={sign}".encode()
    return modules["payout"].Call("POST", "/hooks/payout", "", (), body)


@pytest.fixture
def payouts(modules: dict[str, Any]) -> Any:
    return modules["payout"].PayoutNoticeHandler(credentials={"webhook_secret": SECRET})


MEMBERS = {"payoutId": "12345678", "amount": "1"}


def test_an_inference_refuses_nobody(modules: dict[str, Any], payouts: Any) -> None:
    event = payouts.receive(payout(modules, {**MEMBERS, "bank": "12345"}))

    assert "12345" == event.body.bank


def test_a_source_that_speaks_of_an_inference_is_none(
    modules: dict[str, Any], payouts: Any
) -> None:
    error = refused(modules, payouts, payout(modules, {**MEMBERS, "bank": "12x4"}))

    assert ["/body/bank"] == [each.pointer for each in error.violations]


def order(modules: dict[str, Any], text: str, at: int) -> Any:
    body = text.format(at=at).encode()
    made = hmac.digest(SECRET.encode(), f"{at}:".encode() + body, "sha512")
    sent = (("X-Signature", base64.b64encode(made).decode()),)
    return modules["order"].Call("POST", "/orders", "", sent, body)


ORDER = '<notice order="A1"><sent>{at}</sent><item>pears</item></notice>'


@pytest.fixture
def orders(modules: dict[str, Any]) -> Any:
    return modules["order"].OrderNoticeHandler(credentials={"webhook_secret": SECRET})


def now() -> int:
    return int(datetime.now(UTC).timestamp())


def test_an_event_in_xml_is_typed(modules: dict[str, Any], orders: Any) -> None:
    event = orders.receive(order(modules, ORDER, now()))

    assert ("A1", ["pears"]) == (event.body.order, event.body.item)


def test_an_acknowledgement_in_xml_repeats_what_came(
    modules: dict[str, Any], orders: Any
) -> None:
    event = orders.receive(order(modules, ORDER, now()))

    assert b"<answer><order>A1</order></answer>" in orders.taken(event).body


def test_a_time_in_the_body_is_held_to_its_window(
    modules: dict[str, Any], orders: Any
) -> None:
    error = refused(modules, orders, order(modules, ORDER, now() - 200))

    assert "stale" == error.reason


def test_a_document_type_is_refused(modules: dict[str, Any], orders: Any) -> None:
    text = '<!DOCTYPE notice [<!ENTITY e "pears">]>' + ORDER

    error = refused(modules, orders, order(modules, text, now()))

    assert "unreadable" == error.reason


@pytest.fixture(scope="module")
def key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


def public(key: rsa.RSAPrivateKey) -> str:
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    made = key.public_key().public_bytes(serialization.Encoding.PEM, form)
    return made.decode()


LINES = b"payment;amount\r\n123456789012;7\r\n"


def statement(
    modules: dict[str, Any], key: rsa.RSAPrivateKey, body: bytes = LINES
) -> Any:
    made = key.sign(LINES, padding.PKCS1v15(), hashes.SHA256())
    sent = (("X-Sign", base64.b64encode(made).decode()),)
    return modules["statement"].Call("POST", "/statements", "", sent, body)


def test_lines_of_csv_that_are_signed_by_rsa_are_typed(
    modules: dict[str, Any], key: rsa.RSAPrivateKey
) -> None:
    given = {"public_key": public(key)}
    taker = modules["statement"].StatementHandler(credentials=given)

    event = taker.receive(statement(modules, key))

    assert [("123456789012", 7)] == [(e.payment, e.amount) for e in event.body.lines]


def test_a_signature_by_rsa_is_of_these_octets_alone(
    modules: dict[str, Any], key: rsa.RSAPrivateKey
) -> None:
    given = {"public_key": public(key)}
    taker = modules["statement"].StatementHandler(credentials=given)

    error = refused(modules, taker, statement(modules, key, LINES.replace(b"7", b"8")))

    assert "signature" == error.reason


def test_a_handler_is_not_made_with_a_key_that_is_none(modules: dict[str, Any]) -> None:
    with pytest.raises(modules["errors"].InvalidSetting) as raised:
        modules["statement"].StatementHandler(credentials={"public_key": "a-key"})

    assert "the credential 'public_key' must be a public key of RSA" in str(
        raised.value
    )


def test_a_key_that_a_function_returns_is_looked_at_when_it_is_used(
    modules: dict[str, Any], key: rsa.RSAPrivateKey
) -> None:
    given = {"public_key": lambda: "a-key"}
    taker = modules["statement"].StatementHandler(credentials=given)

    with pytest.raises(modules["errors"].InvalidSetting, match="must be a public key"):
        taker.receive(statement(modules, key))


def test_no_handler_is_made_without_its_credentials(modules: dict[str, Any]) -> None:
    with pytest.raises(modules["errors"].InvalidSetting, match="ACME_WEBHOOK_SECRET"):
        modules["notice"].PaymentNoticeHandler()


# Adapters on real servers -------------------------------------------------------------


def asked(port: int, sent: Any, body: bytes = BODY) -> tuple[int, str | None, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("POST", "/hook?attempt=2", body, dict(sent))
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, answer.getheader("X-Received"), content


def starlette_port(adapters: Any, handler: Any, running: list[Any]) -> int:
    uvicorn = pytest.importorskip("uvicorn")
    applications = pytest.importorskip("starlette.applications")
    routing = pytest.importorskip("starlette.routing")

    async def answer(event: Any) -> Any:
        return handler.taken(event, our_reference=str(event.query.attempt))

    endpoint = adapters.starlette(handler, answer)
    app = applications.Starlette(
        routes=[routing.Route("/hook", endpoint, methods=["POST"])]
    )
    bound = socket.socket()
    bound.bind(("127.0.0.1", 0))
    bound.listen()  # what is asked before the server runs waits
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    thread = threading.Thread(target=server.run, args=([bound],), daemon=True)
    thread.start()

    def stop() -> None:
        server.should_exit = True
        thread.join(10)
        bound.close()

    running.append(stop)
    return int(bound.getsockname()[1])


def flask_port(adapters: Any, handler: Any, running: list[Any]) -> int:
    flask = pytest.importorskip("flask")
    serving = pytest.importorskip("werkzeug.serving")
    app = flask.Flask("calls")

    def answer(event: Any) -> Any:
        return handler.taken(event, our_reference=str(event.query.attempt))

    view = adapters.flask(handler, answer)
    app.add_url_rule("/hook", view_func=view, methods=["POST"])
    server = serving.make_server("127.0.0.1", 0, app)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()

    def stop() -> None:
        server.shutdown()
        thread.join(10)

    running.append(stop)
    return int(server.port)


@pytest.fixture(params=[starlette_port, flask_port], ids=["starlette", "flask"])
def port(
    request: pytest.FixtureRequest, modules: dict[str, Any], handler: Any
) -> Iterator[int]:
    running: list[Any] = []
    yield request.param(modules["adapters"], handler, running)
    for stop in running:
        stop()


def test_a_server_acknowledges(port: int) -> None:
    due = b'{"code":"00","paymentId":"123456789012","ourReference":"2"}'

    assert (200, "yes", due) == asked(port, headers())


def test_a_server_refuses_what_is_not_signed(port: int) -> None:
    assert (401, None, b"") == asked(port, headers(b"another body"))


def test_a_server_reads_no_more_than_the_limit(port: int) -> None:
    body = b'{"a":"' + b"x" * 1_100_000 + b'"}'

    assert (413, None, b"") == asked(port, headers(body), body)
