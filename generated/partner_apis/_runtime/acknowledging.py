"""What we answer to a call of the partner's, as documented.

Below `receiving`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from . import codecs
from .absent import ABSENT, standing
from .callbacks import Acknowledged, Answered, Callback, Echo
from .calls import Acknowledgement, refuses
from .declare import Argument, Constant, Path
from .strict_json import Unwritable

if TYPE_CHECKING:
    from .model import ApiModel


def acknowledgement(
    callback: Callback, name: str, event: ApiModel, arguments: Mapping[str, object]
) -> Acknowledgement:
    """Return the answer *name*; ValueError for arguments that cannot be written."""
    from . import model

    declared = callback.acknowledgements[name]
    came = cast("dict[str, object]", model.raw(event)).get("body")
    headers: dict[str, object] = {}
    body: dict[str, object] = {}
    for member in declared.members:
        value = _value(member, came, arguments)
        if value is not ABSENT:
            _put(headers if member.place == "headers" else body, member.path, value)
    content, media = _content(declared, body)
    if media and "content-type" not in {each.lower() for each in headers}:
        headers["Content-Type"] = media
    texts = tuple((each, _line(each, text)) for each, text in headers.items())
    return Acknowledgement(declared.http, texts, content)


def _value(member: Answered, came: object, arguments: Mapping[str, object]) -> object:
    source = member.source
    if isinstance(source, Constant):
        return source.value
    if isinstance(source, Echo):
        return standing(came, source.path)
    return _argument(member, source, arguments)


def _argument(
    member: Answered, source: Argument, arguments: Mapping[str, object]
) -> object:
    value = arguments.get(source.name, ABSENT)
    if value is ABSENT or value is None:
        if member.required:
            raise ValueError(f"the acknowledgement needs {source.name}")
        return ABSENT
    return member.form.write(value) if member.form is not None else value


def _put(value: dict[str, object], path: Path, given: object) -> None:
    for step in path[:-1]:
        value = cast("dict[str, object]", value.setdefault(step, {}))
    value[path[-1]] = given


def _content(declared: Acknowledged, body: dict[str, object]) -> tuple[bytes, str]:
    """Return the body and its media type; ValueError where it cannot be written."""
    if declared.text is not None:
        return declared.text.encode("utf-8"), "text/plain; charset=utf-8"
    if declared.body is None:
        return b"", ""
    found = declared.validate(body) if declared.validate else []
    wrong = [each for each in found if refuses(each)]
    if wrong:
        raise ValueError(f"the acknowledgement is not as documented: {wrong[0]}")
    try:
        return codecs.write(declared.body, body)
    except Unwritable as error:
        raise ValueError(f"{error.pointer or 'the body'} {error}") from None


def _line(name: str, text: object) -> str:
    """Return the text of a header; ValueError for one that would be several."""
    if not isinstance(text, str) or not text.isascii() or not text.isprintable():
        raise ValueError(f"the header {name} must be printable ASCII")
    return text
