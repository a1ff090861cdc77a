"""What the README tells of the calls that partners make to us, and how they are served."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .. import ir
from ..literals import literal
from ..samples import sample
from ..shapes import UNKNOWN
from .callbacks import answers_of, handler_name, is_proved, said_of
from .text import cell

_PLACES: Final = (("{", "<"), ("}", ">"))
"""How Flask writes a segment of a path, which Starlette writes as pages do."""


def code(package: str, partner: ir.Partner, callback: ir.Callback) -> Iterator[str]:
    """Yield a program that serves *callback* with either framework."""
    folder, name = f"{package}.{partner.name}.callbacks", handler_name(callback)
    request = callback.operation.request
    known = (request.method,) if request.method != UNKNOWN else ("POST",)
    methods = f"methods={literal(list(request.methods or known))}"
    yield "from flask import Flask"
    yield "from starlette.applications import Starlette"
    yield "from starlette.routing import Route"
    yield ""
    yield f"from {folder} import flask, starlette"
    yield f"from {folder}.{callback.name} import {name}"
    yield ""
    told = "  # its credentials are in environment variables"
    yield f"handler = {name}(){told if is_proved(request) else ''}"
    yield ""
    yield ""
    yield "def answer(event):"
    yield "    print(type(event).__name__)"
    yield f"    return {_answered(answers_of(callback)[0])}"
    yield ""
    yield ""
    path = _path(partner, callback)
    endpoint = f"Route({literal(path)}, starlette(handler, answer), {methods})"
    yield f"asgi = Starlette(routes=[{endpoint}])"
    yield ""
    yield "wsgi = Flask(__name__)"
    view = f"view_func=flask(handler, answer), {methods}"
    yield f"wsgi.add_url_rule({literal(_in_flask(path))}, {view})"


def notes(callback: ir.Callback) -> Iterator[str]:
    """Yield what whoever serves *callback* has to know."""
    for each in answers_of(callback):
        summary, evidence = each.summary.rstrip("."), cell(str(each.evidence))
        told = f"{cell(summary)} (HTTP {each.http}; {evidence})"
        yield f"`handler.{each.name}`: {told}."
    yield from map(cell, said_of(callback))
    yield from (cell(each.sentence) for each in callback.operation.rules)


def _answered(each: ir.Acknowledgement) -> str:
    passed = [
        f"{member.argument}={literal(sample(member.field))}"
        for member in each.members
        if member.argument and member.field.required is True
    ]
    return f"handler.{each.name}({', '.join(['event', *passed])})"


def _path(partner: ir.Partner, callback: ir.Callback) -> str:
    path = callback.operation.request.path
    return f"/{partner.name}/{callback.name}" if path == UNKNOWN else path


def _in_flask(path: str) -> str:
    for theirs, flask in _PLACES:
        path = path.replace(theirs, flask)
    return path
