"""The embedded provider answers as documented, as told, and fails as named."""

from __future__ import annotations

import copy
import json
import socket
import threading
import time
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest

from specmill.harness.answers import NoSuchAnswer, answer
from specmill.harness.contract import Contract
from specmill.harness.edits import Drop, Edit, Put
from specmill.harness.exchanges import Server
from specmill.harness.faults import FAULTS
from specmill.harness.judge import Fault, Judgement, misfit
from specmill.harness.provider import Provider
from specmill.harness.reading import contract_of
from specmill.harness.requests import made_up, request_of
from specmill.harness.summary import Tally
from specmill.harness.wire import Answer, NoAnswer, Request, send

# Answers --------------------------------------------------------------------------------


def test_a_good_request_gets_the_success_and_its_echo(provider: Provider) -> None:
    answered = ask(provider)

    assert 200 == answered.status
    assert {"code": "00", "text": "Fine", "class": "S", "shop": "S-1"} == answered.body


@pytest.mark.parametrize(
    "edit, status, code",
    [
        (Drop("/body/otp"), 200, "10"),
        (Put("/body/otp", 1), 200, "11"),
        (Put("/body/otp", ""), 200, "11"),
        (Put("/headers/X-Sign", "x"), 401, "21"),
    ],
    ids=str,
)
def test_a_fault_gets_the_code_that_answers_it(
    provider: Provider, edit: Edit, status: int, code: str
) -> None:
    answered = ask(provider, edit)

    assert (status, code, "F") == (
        answered.status,
        answered.body["code"],
        answered.body["class"],
    )


def test_a_fault_without_a_code_gets_another_refusal(document: dict[str, Any]) -> None:
    for code in document["codes"]:
        code["answers"] = []
    judgement = Judgement({}, (Fault("absent", "/body/otp", "is absent"),))

    answered = answer(contract_of(document), judgement)

    assert "10" == answered.body["code"]


def test_a_page_without_refusals_gets_an_undocumented_answer(
    document: dict[str, Any],
) -> None:
    document["codes"] = document["codes"][:1]
    judgement = Judgement({}, (Fault("absent", "/body/otp", "is absent"),))

    answered = answer(contract_of(document), judgement)

    assert (400, False) == (answered.status, answered.documented)


def test_an_unknown_name_is_refused_with_the_known_ones(contract: Contract) -> None:
    with pytest.raises(NoSuchAnswer, match="it has done, 00, 10"):
        answer(contract, Judgement({}, ()), "99")


def test_the_answer_says_why(provider: Provider) -> None:
    told = dict(ask(provider, Drop("/body/otp")).headers)["Specmill-Says"]

    assert "absent: /body/otp is absent" == told


# What it is told ------------------------------------------------------------------------


def test_a_header_asks_for_a_code(provider: Provider) -> None:
    assert "30" == ask(provider, headers={"Specmill-Reply": "30"}).body["code"]


def test_a_step_of_the_path_asks_for_a_code(
    provider: Provider, contract: Contract
) -> None:
    base_url = provider.url("acme", reply="30")
    request = request_of(contract, made_up(contract), (), base_url)

    assert "30" == send(base_url, request).body["code"]


@pytest.mark.parametrize("code", ["E/1", " x ", 'é"', "a%20b", "50%", "?#&"])
def test_a_code_of_any_characters_can_be_asked_for(
    document: dict[str, Any], code: str
) -> None:
    document["codes"][-1]["code"] = code
    contract = contract_of(document)
    with Provider([contract]) as odd:
        base_url = odd.url("acme", reply=code)
        by_step = send(base_url, request_of(contract, made_up(contract), (), base_url))
        server = Server(
            contract,
            odd.url("acme"),
            made_up(contract),
            Tally(contract),
            is_embedded=True,
        )
        by_header = server.ask((), code).answer

    assert [code, code] == [by_step.body["code"], by_header.body["code"]]


def test_next_is_for_one_request(provider: Provider) -> None:
    provider.next(code="30")

    assert ["30", "00"] == [ask(provider).body["code"], ask(provider).body["code"]]


def test_next_can_be_told_over_http(provider: Provider) -> None:
    told = urllib.request.Request(
        f"{provider.address}/__specmill/next", b'{"reply": "30"}', method="POST"
    )
    urllib.request.urlopen(told).close()

    assert "30" == ask(provider).body["code"]


def test_the_listing_has_operations_replies_codes_and_faults(
    provider: Provider,
) -> None:
    with urllib.request.urlopen(f"{provider.address}/__specmill/") as answered:
        listing = json.load(answered)

    confirm = listing["operations"]["acme.confirm"]
    assert ("POST", "/acme/confirm") == (confirm["method"], confirm["path"])
    assert (["done"], "Busy") == (confirm["replies"], confirm["codes"]["30"])
    assert list(FAULTS) == list(listing["faults"])


def test_every_request_is_recorded_with_its_faults(provider: Provider) -> None:
    ask(provider, Drop("/body/otp"))
    (record,) = provider.log.records

    assert "acme.confirm" == record.operation
    assert ["/body/otp"] == [fault.pointer for fault in record.faults]
    assert 1 == provider.log.connections


def test_an_unknown_path_is_told_what_there_is(provider: Provider) -> None:
    answered = send(provider.url("acme"), Request("POST", "/nowhere", (), b""))

    assert 404 == answered.status
    assert ["POST /acme/confirm"] == answered.body["known"]


def test_another_method_is_not_allowed(provider: Provider) -> None:
    answered = send(provider.url("acme"), Request("GET", "/confirm", (), b""))

    assert 405 == answered.status


def test_what_is_allowed_is_told_with_a_405(provider: Provider) -> None:
    answered = send(provider.url("acme"), Request("TRACE", "/confirm", (), b""))

    assert "POST" == dict(answered.headers)["Allow"]


def test_a_line_break_in_a_name_does_not_split_the_answer(provider: Provider) -> None:
    answered = ask(provider, Put("/body/a\r\nX-Injected: 1", 1), Drop("/body/otp"))

    assert "X-Injected" not in dict(answered.headers)


def test_a_taken_port_is_told(provider: Provider, contract: Contract) -> None:
    port = int(provider.address.rsplit(":", 1)[1])

    with pytest.raises(OSError):
        Provider([contract], port=port).start()


def test_an_answer_that_does_not_go_out_at_once_comes_whole(
    provider: Provider,
) -> None:
    ask(provider)
    provider.log.records *= 60_000
    with connected(provider) as raw:
        raw.sendall(b"GET /__specmill/requests HTTP/1.1\r\nHost: x\r\n\r\n")
        time.sleep(0.2)  # longer than the system takes octets that nobody reads
        received = b"".join(chunks(raw, 5.0))

    head, _, body = received.partition(b"\r\n\r\n")
    assert len(body) > 4_000_000
    assert f"Content-Length: {len(body)}".encode() in head


def test_a_request_that_comes_in_pieces_is_one(provider: Provider) -> None:
    with connected(provider) as raw:
        for octet in b"GET /__specmill HTTP/1.1\r\nHost: x\r\n\r\n":
            raw.sendall(bytes([octet]))

        assert b"".join(chunks(raw, 5.0)).startswith(b"HTTP/1.1 200 OK\r\n")


def test_it_ends_while_connections_are_open(contract: Contract) -> None:
    ending = Provider([contract]).start()
    with connected(ending) as raw:
        ending.met()
        ending.stop()

        assert b"" == raw.recv(1)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_a_host_is_listened_on_by_name_and_by_number(
    contract: Contract, host: str
) -> None:
    with Provider([contract], host=host) as running:
        assert 200 == ask(running).status


def test_octets_are_answered_without_a_connection(provider: Provider) -> None:
    asked = b"GET /__specmill HTTP/1.1\r\nHost: x\r\n\r\n"
    with connected(provider) as raw:
        raw.sendall(asked)

        assert b"".join(chunks(raw, 5.0)) == provider.answers(asked)


@pytest.mark.parametrize("octets", [b"", b"GET / HTTP/1.1\r\n", b"\x16\x03\r\n\r\n"])
def test_what_is_no_whole_request_is_not_answered(
    provider: Provider, octets: bytes
) -> None:
    assert b"" == provider.answers(octets)


def test_a_fault_needs_a_connection_to_happen_to(provider: Provider) -> None:
    with pytest.raises(ValueError, match="the fault reset needs a connection"):
        provider.answers(b"GET /~fault=reset/acme/confirm HTTP/1.1\r\nHost: x\r\n\r\n")


def test_what_is_no_http_does_not_stop_it(provider: Provider) -> None:
    with connected(provider) as raw:
        raw.sendall(b"\x16\x03\x01\x00\r\n\r\n")
        raw.recv(100)

    assert 200 == ask(provider).status


# Operations that share a method and a path ----------------------------------------------


def gateway(document: dict[str, Any]) -> tuple[Contract, Contract]:
    """Return two contracts that only a constant tells apart."""
    properties = document["request"]["schema"]["properties"]["body"]["properties"]
    made = []
    for name in ("confirm", "cancel"):
        document["operation"] = name
        properties["command"] = {"type": "string", "enum": [name]}
        document["request"]["example"]["body"]["command"] = name
        made.append(contract_of(copy.deepcopy(document)))
    return made[0], made[1]


@pytest.mark.parametrize("asked", [0, 1], ids=["confirm", "cancel"])
def test_a_step_of_the_path_tells_the_operation(
    document: dict[str, Any], asked: int
) -> None:
    contracts = gateway(document)
    with Provider(contracts) as both:
        base_url = both.url("acme", operation=contracts[1 - asked].operation)
        send(base_url, request_of(contracts[asked], made_up(contracts[0])))
        (record,) = both.log.records

    assert contracts[1 - asked].name == record.operation
    assert "/body/command" in [fault.pointer for fault in record.faults]


@pytest.mark.parametrize("asked", [0, 1], ids=["confirm", "cancel"])
@pytest.mark.parametrize(
    "edits", [(), (Drop("/body/otp"), Put("/body/count", 0))], ids=["good", "faulty"]
)
def test_by_hand_a_request_is_for_the_operation_whose_constants_it_has(
    document: dict[str, Any], asked: int, edits: tuple[Edit, ...]
) -> None:
    contracts = gateway(document)
    with Provider(contracts) as both:
        base_url = both.url("acme")
        values = made_up(contracts[asked])
        send(base_url, request_of(contracts[asked], values, edits, base_url))
        (record,) = both.log.records

    assert contracts[asked].name == record.operation


def test_a_constant_tells_more_than_other_faults(document: dict[str, Any]) -> None:
    confirm, _ = gateway(document)
    constant = Judgement({}, (Fault("value", "/body/command", "is not"),))
    others = Judgement({}, (Fault("absent", "/body/otp", "is absent"),) * 3)

    assert misfit(confirm, others) < misfit(confirm, constant)


# Faults ---------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", ["timeout", "slow-drip"])
def test_a_fault_that_waits_outlasts_the_caller(provider: Provider, fault: str) -> None:
    began = time.monotonic()

    received = everything(provider, fault, limit=0.2)

    assert time.monotonic() - began >= 0.2
    assert not received.endswith(b"}")


def test_a_busy_provider_tells_of_connections_that_it_has_yet_to_meet(
    provider: Provider,
) -> None:
    provider.clear()
    busy = threading.Event()
    provider._loop.call_soon_threadsafe(lambda: (busy.set(), time.sleep(0.2)))
    busy.wait()
    with connected(provider), connected(provider):
        pass

    assert 2 == provider.met()


@pytest.mark.parametrize("fault", ["closed-early", "closed-before-answer"])
def test_a_fault_that_closes_sends_nothing(provider: Provider, fault: str) -> None:
    assert b"" == everything(provider, fault)


def test_closed_early_is_before_the_body_is_read(provider: Provider) -> None:
    with connected(provider) as raw:
        start = "POST /acme/confirm HTTP/1.1\r\nHost: x\r\nSpecmill-Fault: closed-early"
        raw.sendall(f"{start}\r\nContent-Length: 100\r\n\r\n".encode())

        assert b"" == raw.recv(100)


def test_a_reset_is_a_reset(provider: Provider) -> None:
    with pytest.raises(ConnectionResetError):
        everything(provider, "reset")


def test_closed_mid_body_promises_more_than_comes(provider: Provider) -> None:
    head, _, body = everything(provider, "closed-mid-body").partition(b"\r\n\r\n")

    promised = next(
        int(line.split(b":")[1]) for line in head.split(b"\r\n") if b"Length" in line
    )
    assert 0 < len(body) < promised


def test_truncated_json_is_whole_to_http(provider: Provider) -> None:
    answered = ask(provider, headers={"Specmill-Fault": "truncated-json"})

    with pytest.raises(ValueError):
        json.loads(answered.content)


@pytest.mark.parametrize(
    "fault, status, kind",
    [
        ("bad-gateway", 502, "text/html"),
        ("unavailable", 503, "text/html"),
        ("gateway-timeout", 504, "text/html"),
        ("html-page", 200, "text/html"),
        ("not-json", 200, "application/json"),
        ("wrong-type", 200, "text/plain"),
        ("empty-body", 200, "application/json"),
        ("undocumented-status", 418, "application/json"),
        ("undocumented-code", 200, "application/json"),
        ("other-shape", 200, "application/json"),
    ],
)
def test_a_fault_of_the_answer_is_as_named(
    provider: Provider, fault: str, status: int, kind: str
) -> None:
    answered = ask(provider, headers={"Specmill-Fault": fault})

    assert (status, kind) == (answered.status, dict(answered.headers)["Content-Type"])


def test_a_new_code_is_in_no_table(provider: Provider, contract: Contract) -> None:
    code = ask(provider, headers={"Specmill-Fault": "undocumented-code"}).body["code"]

    assert contract.code(code) is None


def test_another_shape_is_no_documented_reply(
    provider: Provider, contract: Contract
) -> None:
    answered = ask(provider, headers={"Specmill-Fault": "other-shape"})

    assert contract.recognized(answered.status, answered.body) is None


def test_an_unknown_fault_is_told_the_known_ones(provider: Provider) -> None:
    answered = ask(provider, headers={"Specmill-Fault": "earthquake"})

    assert 501 == answered.status
    assert "slow-drip" in answered.body["specmill"]


@pytest.mark.parametrize(
    "told, says",
    [
        ({"reply": "99"}, "acme.confirm has no reply or code 99; it has done, 00"),
        ({"operation": "cancel"}, "there is no operation cancel"),
    ],
)
def test_what_is_asked_in_vain_is_not_taken_for_the_partner(
    provider: Provider, contract: Contract, told: dict[str, str], says: str
) -> None:
    base_url = provider.url("acme", **told)

    answered = send(base_url, request_of(contract, made_up(contract), (), base_url))

    assert 501 == answered.status
    assert answered.body["specmill"].startswith(says)


def test_a_closed_port_is_no_answer() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]

    with pytest.raises(NoAnswer, match="refused"):
        send(f"http://127.0.0.1:{port}", Request("GET", "/", (), b""))


def ask(
    provider: Provider, *edits: Edit, headers: dict[str, str] | None = None
) -> Answer:
    contract = provider.contracts[0]
    base_url = provider.url("acme")
    request = request_of(contract, made_up(contract), edits, base_url)
    more = (*request.headers, *(headers or {}).items())
    return send(base_url, Request(request.method, request.target, more, request.body))


def everything(provider: Provider, fault: str, limit: float = 5.0) -> bytes:
    """Return what comes before the end of the connection or of *limit*."""
    contract = provider.contracts[0]
    request = request_of(contract, made_up(contract), (), provider.url("acme"))
    told = (("Specmill-Fault", fault), *request.headers)
    lines = [f"POST /acme{request.target} HTTP/1.1", "Host: x"]
    lines += [f"{name}: {text}" for name, text in told]
    lines += [f"Content-Length: {len(request.body)}", "", ""]
    with connected(provider) as raw:
        raw.sendall("\r\n".join(lines).encode() + request.body)
        return b"".join(chunks(raw, limit))


def chunks(raw: socket.socket, limit: float) -> Iterator[bytes]:
    end = time.monotonic() + limit
    try:
        while (left := end - time.monotonic()) > 0:
            raw.settimeout(left)
            chunk = raw.recv(4096)
            if not chunk:
                return
            yield chunk
    except TimeoutError:
        return


def connected(provider: Provider) -> socket.socket:
    host, port = provider.address.removeprefix("http://").split(":")
    return socket.create_connection((host, int(port)), 5.0)
