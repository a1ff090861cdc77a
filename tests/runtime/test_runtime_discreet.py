"""What was passed to a call stands in no frame of the exception that it ends with."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from test_runtime_paging import OPERATION, AwaitedShop, Shop

from partner_apis.aopay.client import AopayClient, AsyncAopayClient
from specmill.runtime.client import AsyncClient, SyncClient
from specmill.runtime.declare import Operation
from specmill.runtime.discreet import discreet, discreet_async

OTP = "".join(("48", "15", "16"))
CREDENTIALS = {"registration_id": "R-1", "company_code": "C-1"}


class Lost:
    """A transport that loses every answer."""

    def send(self, request: object, deadline: float) -> Any:
        raise OSError("lost")

    def close(self) -> None:
        """Nothing is open."""


class AwaitedLost:
    async def send(self, request: object, deadline: float) -> Any:
        raise OSError("lost")

    async def aclose(self) -> None:
        """Nothing is open."""


def blocking(**arguments: Any) -> None:
    client: Any = AopayClient(
        environment="production",
        credentials=CREDENTIALS,
        transport=Lost(),  # type: ignore[arg-type]
    )
    client.submit_otp(**arguments)


def awaited(**arguments: Any) -> None:
    client: Any = AsyncAopayClient(
        environment="production",
        credentials=CREDENTIALS,
        transport=AwaitedLost(),  # type: ignore[arg-type]
    )
    asyncio.run(client.submit_otp(**arguments))


def shown(error: BaseException) -> str:
    """Return the locals of all frames of *error* but those of this module."""
    frames = (frame for frame, _ in traceback.walk_tb(error.__traceback__))
    return " ".join(
        repr(dict(each.f_locals))
        for each in frames
        if each.f_code.co_filename != __file__
    )


BOTH = pytest.mark.parametrize("call", [blocking, awaited])
WRONG = pytest.mark.parametrize("name", ["otp", "otpp"])


@BOTH
@WRONG
def test_no_argument_of_a_generated_method_is_in_its_traceback(
    call: Callable[..., None], name: str
) -> None:
    with pytest.raises(Exception) as caught:
        call(**{name: OTP})

    assert OTP not in shown(caught.value)


@BOTH
def test_the_traceback_still_leads_to_the_call(call: Callable[..., None]) -> None:
    with pytest.raises(Exception) as caught:
        call(otp=OTP)
    told = traceback.format_exception(caught.value)

    assert any("submit_otp(**arguments)" in line for line in told)


@BOTH
def test_what_the_caller_was_handling_stays_the_context(
    call: Callable[..., None],
) -> None:
    handled = LookupError()
    with pytest.raises(Exception) as caught:
        try:
            raise handled
        except LookupError:
            call(otpp=OTP)

    assert handled is caught.value.__context__


def test_a_list_that_breaks_off_shows_no_argument() -> None:
    class Broken(Shop):
        def _call(self, operation: Operation, arguments: Mapping[str, Any]) -> Any:
            raise OSError

    with pytest.raises(OSError) as caught:
        list(SyncClient._each(Broken(1), OPERATION, {"otp": OTP}))  # type: ignore[arg-type]

    assert OTP not in shown(caught.value)


def test_a_list_that_is_awaited_and_breaks_off_shows_no_argument() -> None:
    class Broken(AwaitedShop):
        async def _call(
            self, operation: Operation, arguments: Mapping[str, Any]
        ) -> Any:
            raise OSError

    async def gather() -> None:
        async for _ in AsyncClient._each(Broken(1), OPERATION, {"otp": OTP}):  # type: ignore[arg-type]
            pass

    with pytest.raises(OSError) as caught:
        asyncio.run(gather())

    assert OTP not in shown(caught.value)


def test_a_discreet_method_keeps_name_and_docstring() -> None:
    def ask() -> None:
        """Ask."""

    kept = [
        (each.__name__, each.__doc__) for each in (discreet(ask), discreet_async(ask))
    ]

    assert [("ask", "Ask.")] * 2 == kept
