"""Wire names as Python names: ASCII, stable, never a keyword or a shadowed builtin."""

from __future__ import annotations

import keyword
import re
from typing import Final

_WORDS: Final = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
RESERVED: Final = frozenset(
    {"self", "cls", "reply"}
    | {"bool", "float", "int", "list", "str"}
    | {"copy", "dict", "json", "schema", "construct", "validate", "fields"}
    | {"parse_obj", "parse_raw", "parse_file", "from_orm", "schema_json"}
    | {"update_forward_refs", "model_config", "model_fields", "model_extra"}
    | {"model_computed_fields", "model_construct", "model_copy", "model_dump"}
    | {"model_dump_json", "model_fields_set", "model_json_schema", "model_rebuild"}
    | {"model_parametrized_name", "model_post_init", "model_validate"}
    | {"model_validate_json", "model_validate_strings"}
)
"""Names that a generated method or the base of the reply models uses for itself.

A member of a model hides a type of its name from the members that are declared of it.
"""


DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)
"""What no file can be called on Windows."""
LONGEST: Final = 100
"""How long a name may be that a file is called by."""


def is_device(name: str) -> bool:
    """Tell whether Windows opens a device for *name*, whatever its extension."""
    return name.partition(".")[0].lower() in DEVICES


def is_file_name(name: str) -> bool:
    """Tell whether a file and a folder can have this name on every system."""
    return not is_device(name) and len(name) <= LONGEST


def snake_case(wire_name: str) -> str:
    """Return *wire_name* in snake_case: `orderId` is order_id, `X-TIMESTAMP` x_timestamp.

    Digits stay with the word before them, as in `bank3_limit`. Returns "" where nothing
    of the name can stand in Python; the author then has to give one.
    """
    joined = ""
    for word in _WORDS.findall(wire_name):
        starts_word = joined and not word.isdigit()
        joined += ("_" if starts_word else "") + word.lower()
    if not joined or joined[0].isdigit():
        return ""
    reserved = keyword.iskeyword(joined) or joined in RESERVED
    return joined + "_" if reserved else joined


def pascal_case(name: str) -> str:
    """Return a snake_case or wire name as a class name: `verify_otp` is VerifyOtp."""
    snake = snake_case(name)
    return "".join(part[:1].upper() + part[1:] for part in snake.split("_"))


def constant_case(name: str) -> str:
    """Return a snake_case or wire name as a constant: `date_closed` is DATE_CLOSED."""
    return snake_case(name).rstrip("_").upper()


def variable(partner: str, name: str) -> str:
    """Return the environment variable of a partner's *name*, such as PAYTM_BASE_URL."""
    return f"{partner}_{name}".upper()
