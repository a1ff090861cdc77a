"""The clients as their users meet them."""

from __future__ import annotations

import asyncio
import logging
import os
import pickle
import subprocess
import sys
import traceback
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from runtime_miniature import (
    CALL,
    CREDENTIALS,
    SECRETS,
    AsyncToypayClient,
    InvalidOtp,
    ToypayClient,
    settings,
)
from runtime_miniature_models import VerifyOtpVerified
from runtime_server import REFUSED, VERIFIED, Server, answer, sending

from specmill.runtime.client import _Begun
from specmill.runtime.errors import (
    ApiError,
    InvalidRequest,
    InvalidSetting,
    NotSent,
    OutcomeUnknown,
)
from specmill.runtime.prepare import Prepared
from specmill.runtime.transport import Answer

Call = Callable[..., Any]


def _sync(given: dict[str, Any], **more: Any) -> Any:
    with ToypayClient(**given) as client:
        return client.verify_otp(**{**CALL, **more})


def _async(given: dict[str, Any], **more: Any) -> Any:
    async def called() -> Any:
        async with AsyncToypayClient(**given) as client:
            return await client.verify_otp(**{**CALL, **more})

    return asyncio.run(called())


both = pytest.mark.parametrize("call", [_sync, _async])


def answering(value: Any, status: int = 200) -> httpx2.MockTransport:
    return httpx2.MockTransport(lambda request: httpx2.Response(status, json=value))


@both
def test_a_call_over_a_network_returns_its_model(call: Call) -> None:
    with Server(sending(answer(VERIFIED))).running() as server:
        reply = call(settings(base_url=server.url + "/api"))

    assert isinstance(reply, VerifyOtpVerified)
    assert server.requests[0].startswith(b"POST /api/v2/b1/otp?mid=M1 HTTP/1.1\r\n")


@both
def test_a_transport_of_httpx2_takes_the_place_of_the_network(call: Call) -> None:
    assert isinstance(call(settings(transport=answering(VERIFIED))), VerifyOtpVerified)


@both
def test_a_refusal_is_raised(call: Call) -> None:
    with pytest.raises(InvalidOtp):
        call(settings(transport=answering(REFUSED)))


@both
def test_a_request_that_is_not_as_documented_is_not_sent(call: Call) -> None:
    sent: list[httpx2.Request] = []
    transport = httpx2.MockTransport(lambda request: sent.append(request))  # type: ignore[arg-type]
    with pytest.raises(InvalidRequest, match="exactly 6 characters"):
        call(settings(transport=transport), otp="1")

    assert [] == sent


@both
def test_a_lost_connection_is_sent_once(call: Call) -> None:
    with (
        Server(sending()).running() as server,
        pytest.raises(OutcomeUnknown) as caught,
    ):
        call(settings(base_url=server.url))

    assert ("connection-lost", 1) == (caught.value.reason, server.connections)


@both
def test_the_time_limit_ends_a_call(call: Call) -> None:
    with (
        Server(lambda connection: connection.recv(1)).running() as server,
        pytest.raises(OutcomeUnknown) as caught,
    ):
        call(settings(base_url=server.url, timeout=0.2))

    assert "timeout" == caught.value.reason


@both
def test_a_server_that_is_not_there_leaves_the_request_unsent(call: Call) -> None:
    with pytest.raises(NotSent):
        call(settings(base_url="http://127.0.0.1:1"))


def test_a_closed_client_sends_nothing() -> None:
    client = ToypayClient(**settings(transport=answering(VERIFIED)))
    client.close()

    with pytest.raises(NotSent, match="the client is closed"):
        client.verify_otp(**CALL)


def test_a_closed_asynchronous_client_sends_nothing() -> None:
    async def called() -> Any:
        client = AsyncToypayClient(**settings(transport=answering(VERIFIED)))
        await client.aclose()
        return await client.verify_otp(**CALL)

    with pytest.raises(NotSent, match="the client is closed"):
        asyncio.run(called())


def test_many_asynchronous_calls_get_each_its_own_answer() -> None:
    async def echoed(request: httpx2.Request) -> httpx2.Response:
        reference = request.content.rpartition(b'"reference":"')[2].partition(b'"')[0]
        await asyncio.sleep(0.001 * (hash(reference) % 7))
        return httpx2.Response(200, json={**VERIFIED, "reference": reference.decode()})

    async def called() -> list[Any]:
        transport = httpx2.MockTransport(echoed)
        async with AsyncToypayClient(**settings(transport=transport)) as client:
            return await asyncio.gather(
                *(
                    client.verify_otp(**{**CALL, "reference": f"R{n}"})
                    for n in range(30)
                )
            )

    replies = asyncio.run(called())

    assert [f"R{n}" for n in range(30)] == [reply.reference for reply in replies]


def test_a_flow_is_a_client_of_the_same_class() -> None:
    client = ToypayClient(**settings(transport=answering(VERIFIED)))

    assert type(client.flow(external_id="E")) is ToypayClient


def test_a_flow_brings_its_values_to_each_call() -> None:
    sent: list[str] = []

    def keep(request: httpx2.Request) -> httpx2.Response:
        sent.append(request.headers["X-EXTERNAL-ID"])
        return httpx2.Response(200, json=VERIFIED)

    client = ToypayClient(**settings(transport=httpx2.MockTransport(keep)))
    flow = client.flow(external_id="FLOW")
    rest = {name: value for name, value in CALL.items() if name != "external_id"}
    flow.verify_otp(**rest)
    flow.verify_otp(**rest)

    assert ["FLOW", "FLOW"] == sent


def test_a_flow_does_not_change_its_client() -> None:
    client = ToypayClient(**settings(transport=answering(VERIFIED)))
    client.flow(external_id="FLOW")

    assert {} == client._settings.flow


def test_an_unknown_flow_value_is_refused() -> None:
    with pytest.raises(InvalidSetting, match="did you mean 'external_id'"):
        ToypayClient(**settings()).flow(externalid="E")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (
            {"base_url": None},
            "Toypay needs environment= (one of 'staging', 'production') or base_url=",
        ),
        (
            {"base_url": None, "environment": "production"},
            "the documentation does not say the base URL of the environment "
            "'production' of Toypay; supply base_url= or the environment variable "
            "TOYPAY_BASE_URL",
        ),
        (
            {"environment": "stagging"},
            "there is no environment 'stagging'; did you mean 'staging'?",
        ),
        (
            {"credentials": {"acess_token": "x"}},
            "there is no credential 'acess_token'; did you mean 'access_token'?",
        ),
        (
            {"credentials": {"access_token": 7}},
            "the credential 'access_token' must be text, or a function that returns it",
        ),
        (
            {"facts": {"credit_history.pth": "/x"}},
            "there is no fact 'credit_history.pth'; did you mean "
            "'credit_history.path'?",
        ),
        (
            {"facts": {"verify_otp.signature.encoding": "Hex"}},
            "the fact 'verify_otp.signature.encoding' must be hex, HEX, base64 or base64url",
        ),
        ({"timeout": 0}, "timeout must be a number of seconds above 0"),
        ({"timeout": float("nan")}, "timeout must be a number of seconds above 0"),
        (
            {"transport": object()},
            "transport= must be a synchronous transport of httpx2",
        ),
    ],
)
def test_a_setting_that_cannot_be_is_refused(
    given: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(InvalidSetting) as caught:
        ToypayClient(**settings(**given))

    assert sentence == str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "toypay.example",
        "ftp://toypay.example",
        "https://",
        "https://user:password@toypay.example",
        "https://toypay.example?a=b",
        "https://toypay.example#a",
        "https://toypay.example/a b",
        "https://toypay.example\n.evil.example",
        "https://toypay.example\\@evil.example",
        "https://toypay.example:99999",
        "https://t\u00f6ypay.example",
    ],
)
def test_a_base_url_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(InvalidSetting, match="base_url must be"):
        ToypayClient(**settings(base_url=url))


def test_the_base_url_can_stand_in_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TOYPAY_BASE_URL", "https://other.example")
    client = ToypayClient(**settings(base_url=None))

    assert "<ToypayClient toypay custom https://other.example>" == repr(client)


def test_the_repr_tells_partner_environment_and_base_url() -> None:
    client = ToypayClient(**settings(base_url=None, environment="staging"))

    assert "<ToypayClient toypay staging https://staging.toypay.example/api>" == repr(
        client
    )


@both
def test_a_call_is_logged_before_and_after(
    call: Call, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "partner_apis.toypay")
    call(settings(transport=answering({**VERIFIED, "surprise": "C"})))
    before, after = (
        (record.levelname, record.getMessage())
        for record in caplog.records
        if record.name == "partner_apis.toypay"
    )

    assert ("DEBUG", "verify_otp is sent") == before
    assert "INFO" == after[0]
    assert after[1].startswith("verify_otp HTTP 200, success, ")
    assert after[1].endswith(" ms, undocumented at /surprise")


ENDINGS: dict[str, tuple[Any, dict[str, Any]]] = {
    "success": (answer(VERIFIED), {}),
    "rejected": (answer(REFUSED), {}),
    "echoing": (
        answer(
            {"resultInfo": {"resultCode": "403", "resultMsg": " ".join(SECRETS)}},
            headers=f"X-Echo: {' '.join(SECRETS)}\r\n",
        ),
        {},
    ),
    "not json": (answer((" ".join(SECRETS)).encode()), {}),
    "not http": (" ".join(SECRETS).encode() + b"\r\n\r\n", {}),
    "lost": (b"", {}),
    "invalid": (b"", {"mid": None, "extra": SECRETS[3].encode()}),
    "header": (b"", {"external_id": SECRETS[3] + "\n"}),
}


@both
@pytest.mark.parametrize("ending", ENDINGS)
def test_no_secret_is_told_by_any_channel(
    call: Call,
    ending: str,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    octets, more = ENDINGS[ending]
    told: list[str] = []
    with Server(sending(octets)).running() as server:
        try:
            reply = call(settings(base_url=server.url), **more)
            told += [repr(reply), str(reply)]
        except ApiError as error:
            told += [str(error), repr(error), repr(error.args), repr(vars(error))]
            told += [pickle.dumps(error).decode("latin-1")]
            told += traceback.format_exception(error)
            told += _locals_of_the_runtime(error)
    told += [caplog.text, *(repr(vars(record)) for record in caplog.records)]
    told += capfd.readouterr()

    assert [] == [secret for secret in SECRETS if any(secret in text for text in told)]


def _locals_of_the_runtime(error: BaseException) -> list[str]:
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    return [
        repr(dict(frame.f_locals))
        for frame in frames
        if "specmill" in frame.f_code.co_filename
    ]


@both
def test_an_error_has_neither_cause_nor_context(call: Call) -> None:
    with pytest.raises(OutcomeUnknown) as caught:
        call(settings(transport=answering("nothing")))

    assert (None, None) == (caught.value.__cause__, caught.value.__context__)


@both
def test_what_was_sent_and_came_does_not_hang_on_to_an_error(call: Call) -> None:
    with pytest.raises(InvalidOtp) as caught:
        call(settings(transport=answering(REFUSED)))
    frames = [frame for frame, _ in traceback.walk_tb(caught.value.__traceback__)]
    found = {
        type(value)
        for frame in frames
        for value in frame.f_locals.values()
        if "specmill" in frame.f_code.co_filename
    }

    assert set() == found & {Prepared, Answer, _Begun}


def test_no_secret_is_in_the_repr_of_a_client() -> None:
    client = ToypayClient(**settings()).flow(external_id=SECRETS[3])
    shown = repr(client) + repr(vars(client)) + str(client._settings.credentials)

    assert [] == [secret for secret in SECRETS if secret in shown]


def test_credentials_that_the_caller_changes_later_are_not_changed_here() -> None:
    given = dict(CREDENTIALS)
    client = ToypayClient(**settings(credentials=given))
    given["access_token"] = "other"

    assert CREDENTIALS["access_token"] == client._settings.credential("access_token")


def test_importing_a_client_loads_neither_models_nor_network() -> None:
    heavy = ["pydantic", "httpx2", "httpcore2", "h11", "anyio", "asyncio"]
    heavy += ["random", "difflib"]
    script = (
        "import sys, specmill.runtime.client, specmill.runtime.declare;"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": os.pathsep.join(sys.path)},
    )

    assert "[]\n" == ran.stdout


def test_an_interrupted_call_is_logged_and_not_hidden(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def interrupt(request: httpx2.Request) -> httpx2.Response:
        raise KeyboardInterrupt

    caplog.set_level(logging.INFO, "partner_apis.toypay")
    client = ToypayClient(**settings(transport=httpx2.MockTransport(interrupt)))
    with pytest.raises(KeyboardInterrupt):
        client.verify_otp(**CALL)

    assert "verify_otp was interrupted" == caplog.messages[-1]
