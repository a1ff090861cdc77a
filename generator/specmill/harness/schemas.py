"""What a schema has against a value: nothing, mostly, which is seen at a look."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .looks import fits
from .pointers import Json, Steps

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError


def schema_errors(schema: Json, value: Json) -> list[ValidationError]:
    """Return what *schema* has against *value*, in the order of the document."""
    if fits(schema, value):
        return []
    # It loads a library, which most cases need not.
    from .validating import errors_of

    return errors_of(schema, value)


def miscalled(
    schema: Json, value: Json, above: Steps = ()
) -> Iterator[tuple[Steps, str]]:
    """Yield members that are documented in another letter case, with their right name.

    An object may be open, and yet such a name is no other member.
    """
    known = schema.get("properties", {}) if isinstance(schema, dict) else {}
    right = {name.lower(): name for name in known}
    for name, inner in value.items() if isinstance(value, dict) else ():
        at = (*above, name)
        if name not in known and name.lower() in right:
            yield at, right[name.lower()]
        yield from miscalled(known.get(name, {}), inner, at)


def missing(error: ValidationError) -> str:
    """Return the name that an error about a required member is about."""
    # One error comes for each missing name, and only its text tells which one.
    names: Any = error.validator_value
    told = (str(name) for name in names if error.message.startswith(repr(name)))
    return next(told, "")


def says_of(error: ValidationError) -> str:
    """Return a schema error as a sentence that does not hold the value."""
    expected = json.dumps(error.validator_value, ensure_ascii=False)
    return {
        "type": f"is not of the type {expected}",
        "enum": f"is not one of {expected}",
        "const": f"is not {expected}",
        "minLength": f"is shorter than {expected} characters",
        "maxLength": f"is longer than {expected} characters",
        "pattern": f"does not match {expected}",
        "minimum": f"is less than {expected}",
        "maximum": f"is more than {expected}",
        "minItems": f"has fewer than {expected} items",
        "maxItems": f"has more than {expected} items",
        "minProperties": f"has fewer than {expected} members",
        "maxProperties": f"has more than {expected} members",
        "textRange": f"is out of the range {expected}",
        "decimals": f"has more digits than {expected}",
        "additionalProperties": f"has members that are not documented: {_extra(error)}",
        "x-moment": f"is no time written as {_written_as(error)}",
        "x-now": "is not the time of the answer",
        "required": f"lacks {missing(error) if error.validator == 'required' else ''}",
    }.get(str(error.validator), f"breaks {error.validator}")


def _written_as(error: ValidationError) -> str:
    told: Any = error.validator_value
    is_told = error.validator == "x-moment"
    return (told["pattern"] or told["kind"]) if is_told else ""


def _extra(error: ValidationError) -> str:
    known = error.schema.get("properties", {}) if isinstance(error.schema, dict) else {}
    instance = error.instance if isinstance(error.instance, dict) else {}
    return ", ".join(name for name in instance if name not in known)
