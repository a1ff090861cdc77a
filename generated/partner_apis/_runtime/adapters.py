"""Carry calls over HTTP: a handler as an endpoint of Starlette, or a view of Flask.

Neither framework is a dependency: each is the caller's own, imported when it is used.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .receiving import Acknowledgement, Call, CallRefused, Handler

if TYPE_CHECKING:
    from .model import ApiModel

Event = TypeVar("Event", bound="ApiModel")
Answer = Callable[[Event], Acknowledgement]
AnswerLater = Callable[[Event], Acknowledgement | Awaitable[Acknowledgement]]


def starlette(handler: Handler[Event], answer: AnswerLater[Event]) -> Any:
    """Return an endpoint for `Route(path, starlette(...), methods=[...])`.

    *answer* may be a coroutine function. No more of a body is read than is taken.
    """

    async def endpoint(request: Any) -> Any:
        from starlette.responses import Response

        body = bytearray()
        async for part in request.stream():
            body += part
            if len(body) > handler.limit:
                break
        raw = cast("bytes", request.scope.get("raw_path") or request.url.path.encode())
        call = Call(
            method=request.method,
            path=raw.partition(b"?")[0].decode("latin-1"),
            query=request.scope["query_string"].decode("latin-1"),
            headers=tuple(
                (name.decode("latin-1"), text.decode("latin-1"))
                for name, text in request.headers.raw
            ),
            body=bytes(body),
        )
        try:
            event = handler.receive(call)
        except CallRefused as refused:
            made: Any = refused.answer()
        else:
            made = answer(event)
        if inspect.isawaitable(made):
            made = await made
        return Response(made.body, made.status, dict(made.headers))

    return endpoint


def flask(handler: Handler[Event], answer: Answer[Event]) -> Any:
    """Return a view for `app.add_url_rule(path, view_func=flask(...), methods=[...])`.

    No more of a body is read than is taken.
    """

    def view(**segments: str) -> Any:
        from flask import Response, request

        raw = request.environ.get("RAW_URI") or request.environ.get("REQUEST_URI")
        call = Call(
            method=request.method,
            path=str(raw or request.path).partition("?")[0],
            query=request.query_string.decode("latin-1"),
            headers=tuple(request.headers.items()),
            body=request.stream.read(handler.limit + 1),
        )
        made = handler.handle(call, answer)
        return Response(made.body, made.status, list(made.headers))

    view.__name__ = handler.callback.name
    return view
