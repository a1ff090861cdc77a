"""Bodies that are text: one member as it is, or several in a documented layout."""

from __future__ import annotations

import re
from typing import Final, cast

from .declare import Body
from .leaves import decoded, read_leaf, write_leaf
from .strict_json import Unreadable, Unwritable
from .violations import escaped

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")


def write(body: Body, value: object) -> bytes:
    """Return the text that holds the members of *value*."""
    members = cast("dict[str, object]", value)

    def text(match: re.Match[str]) -> str:
        name = match[1]
        found = write_leaf(members.get(name, ""))
        if found is None:
            raise Unwritable(f"/{escaped(name)}", "is not text or a number")
        return found

    return _PLACEHOLDER.sub(text, _layout(body)).encode("utf-8")


def read(body: Body, content: bytes) -> object:
    """Return the members that the text holds; a line end after it is none of it."""
    text = decoded(content)
    layout = _layout(body)
    names = _PLACEHOLDER.findall(layout)
    fixed = [re.escape(part) for part in _PLACEHOLDER.split(layout)[::2]]
    # Every member but the last ends where the layout goes on.
    pattern = "(.*?)".join(fixed[:-1]) + ("(.*)" + fixed[-1] if names else "")
    match = re.fullmatch(pattern, text.rstrip("\r\n"), re.DOTALL)
    if match is None:
        raise Unreadable(f"the body is not written as {layout}")
    members = body.shape.members
    return {
        name: read_leaf(members[name].kind if name in members else "text", found)
        for name, found in zip(names, match.groups(), strict=True)
    }


def _layout(body: Body) -> str:
    return body.layout or "".join(f"{{{name}}}" for name in body.shape.members)
