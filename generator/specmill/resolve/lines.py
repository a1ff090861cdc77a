"""Request lines as meant: segments and their places in the path, methods, browsers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from .. import ir
from ..diagnostics import Diagnostic, nearest, report
from ..shapes import UNKNOWN
from ..spec import RequestSpec
from ..verbatim import compose
from .fields import resolve_fields
from .layers import Layered
from .scope import Scope

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")


def resolve_segments(
    scope: Scope, fields: Iterable[tuple[str, Layered]]
) -> tuple[ir.Field, ...]:
    """Return the parts of the path, which are there in every call."""
    found = tuple(fields)
    for _, layered in found:
        if layered.writes("required") and layered.get("required") is not True:
            scope.tell("optional-segment", layered, "required")
    resolved = resolve_fields(
        scope, found, "request.segments", scope.prefix + "Segments", always_there=True
    )
    return tuple(replace(each, required=True) for each in resolved)


def placeholders(path: str) -> tuple[str, ...]:
    """Return the names of the segments in *path*, in order."""
    return tuple(_PLACEHOLDER.findall(path))


def findings_in_line(
    scope: Scope, written: RequestSpec, request: ir.Request
) -> Iterator[Diagnostic]:
    """Yield what is wrong with how path, segments, method and carrier go together."""
    names = [field.wire_name for field in request.segments]
    told = scope.environment.request if scope.environment else None
    path = (told.path if told else None) or request.path
    if path != UNKNOWN:
        held = placeholders(path)
        for name in dict.fromkeys(held):
            if name not in names:
                at, near = written.at("path"), nearest(name, names)
                yield report("no-segment", at, near=near, name=name)
        for field in request.segments:
            if field.wire_name not in held:
                at = scope.written[field.path].at()
                near = nearest(field.wire_name, held)
                yield report("no-placeholder", at, near=near, name=field.wire_name)
    if request.by_browser:
        yield from _beyond_a_browser(written, request)


def _beyond_a_browser(
    written: RequestSpec, request: ir.Request
) -> Iterator[Diagnostic]:
    """Yield what a browser that is sent to a URL cannot do."""
    at = written.at("carried-by")
    if request.method != "GET" or request.methods:
        yield report("browser-cannot", at, what="send anything but a GET")
    if request.headers:
        name = request.headers[0].wire_name
        yield report(
            "browser-cannot", at, what=compose("set a header such as {}", name)
        )
    if request.body is not None:
        yield report("browser-cannot", at, what="send a body")
