"""Recipes of signatures as source that declares them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import ir
from ..literals import literal
from .text import known, listed


def recipe_source(signature: ir.Signature) -> str:
    """Return the constructor call of a recipe."""
    return f"d.Signature({', '.join(_recipe(signature))})"


def _recipe(signature: ir.Signature) -> Iterator[str]:
    parts = "".join(f"{_part(part)}, " for part in signature.parts)
    yield f"algorithm={literal(signature.algorithm)}"
    if signature.key:
        yield f"key=d.Credential({literal(signature.key)})"
    yield f"parts=({parts})"
    yield f"separator={literal(signature.separator)}"
    yield f"encoding={known(signature.encoding)}"
    if signature.suffix:
        yield f"suffix=({listed(map(_part, signature.suffix))})"
    if signature.query == "included":
        yield "signs_query=True"


def _part(part: Any) -> str:
    match part:
        case ir.FromCredential(name):
            return f"d.Credential({literal(name)})"
        case ir.Digest(algorithm, minified, encoding):
            how = "" if encoding == "hex" else f", encoding={literal(encoding)}"
            return f"d.BodyDigest({literal(algorithm)}, minified={minified}{how})"
        case ir.FixedText(text):
            return f"d.FixedText({literal(text)})"
        case ir.SignedField(at):
            return f"d.SignedField({literal(at)})"
        case ir.EncodedBody():
            return "d.EncodedBody()"
        case ir.Selection():
            return f"d.Selection({', '.join(_selection(part))})"
        case _:
            return literal(part)


def _selection(part: ir.Selection) -> Iterator[str]:
    """Yield the arguments of `declare.Selection`, defaults left out."""
    yield f"of={literal(part.of)}"
    yield f"order={literal(part.order)}"
    if part.names:
        yield f"names={literal(part.names)}"
    if part.pair is not None:
        yield f"pair={literal(part.pair)}"
    yield f"separator={literal(part.separator)}"
    yield f"keeps_empty={part.keeps_empty}"
    if part.leaves_out:
        yield f"leaves_out={literal(part.leaves_out)}"
    if part.added:
        added = (f"({literal(name)}, {_part(value)})" for name, value in part.added)
        yield f"added=({listed(added)})"
    if part.written != "plain":
        yield f"written={literal(part.written)}"
    if part.strip:
        yield f"strip={literal(part.strip)}"
    if part.letter_case:
        yield f"letter_case={literal(part.letter_case)}"
