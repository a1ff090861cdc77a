"""What a member of a reply repeats of the request: a place that has such a value."""

from __future__ import annotations

from typing import Final

from .. import ir
from ..verbatim import compose
from .layers import Layered
from .places import member_at, member_path
from .scope import Scope


def echo_of(
    scope: Scope, layered: Layered, wire_name: str, kind: ir.Type
) -> ir.Path | None:
    """Return the place in the request, unless the operation leaves it out."""
    text = layered.get("echoes")
    if text is None or scope.side == "request":
        return None
    root, _, rest = text.partition(".")
    if root in ("body", "headers") and rest.split(".")[0] in scope.left_out:
        return None
    members = _members(scope, root)
    path = member_path(members, rest)
    if path is None:
        is_outside = root != "body" and bool(scope.request_places)
        where = "the request" if is_outside else "the request's body"
        scope.tell("no-such-place", layered, "echoes", place=text, where=where)
        return None
    found, expected = _WORDS[type(kind)], _WORDS[type(member_at(members, path).type)]
    if found != expected and _WORDS[ir.Anything] not in (found, expected):
        shown = {
            "wire_name": wire_name,
            "found": found,
            "expected": compose("{} like {}", expected, text),
        }
        scope.tell("misplaced", layered, "echoes", key="echoes", **shown)
    return (root, *path)


def _members(scope: Scope, root: str) -> ir.Record:
    """Return what the request has in one place, as an object."""
    if root == "body":
        return scope.request_body or ir.Record("", (), False)
    return ir.Record("", dict(scope.request_places).get(root, ()), False)


_WORDS: Final[dict[type, str]] = {
    ir.Text: "a string",
    ir.Integer: "a number",
    ir.Number: "a number",
    ir.Boolean: "a boolean",
    ir.Record: "an object",
    ir.Map: "an object",
    ir.Array: "an array",
    ir.Anything: "anything",
}
"""What a value is on the wire: a reply repeats only what is of its own kind."""
