"""Methods that leave none of their arguments in a traceback.

Error trackers and `traceback.TracebackException(capture_locals=True)` show the local
variables of every frame that an exception came through; an argument is one of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

_Method = TypeVar("_Method", bound=Callable[..., Any])


def discreet(method: _Method) -> _Method:
    """Return *method*, of whose frame and those below nothing is in a traceback."""

    @wraps(method)
    def call(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except BaseException as error:
            error.__traceback__ = None
            del given, named
            raise

    return cast(_Method, call)


def discreet_async(method: _Method) -> _Method:
    """Return *method*, which is awaited, as `discreet` does one that is not."""

    @wraps(method)
    async def call(*given: Any, **named: Any) -> Any:
        try:
            return await method(*given, **named)
        except BaseException as error:
            error.__traceback__ = None
            del given, named
            raise

    return cast(_Method, call)
