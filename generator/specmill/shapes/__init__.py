"""The kinds of value that a key of a spec may hold.

A shape does two things, and so keeps them in step: it reads a node, telling what is
wrong with it, and it says the same as JSON Schema, for editors.
Shapes stand on the floor below `spec`: they know nodes and diagnostics, not the language.
"""

from __future__ import annotations

from .base import UNKNOWN, Findings, Json, Schema, Shape, wrong
from .parts import Either, Listing, OrUnknown, Table
from .records import Key, Record, Written, key, keys_of, record_schema
from .scalars import (
    Bounds,
    Day,
    Expressed,
    Literally,
    NumberBounds,
    Text,
    Truth,
    Value,
    Whole,
    Word,
    word,
)

__all__ = [
    "UNKNOWN",
    "Bounds",
    "Day",
    "Either",
    "Expressed",
    "Findings",
    "Json",
    "Key",
    "Listing",
    "Literally",
    "NumberBounds",
    "OrUnknown",
    "Record",
    "Schema",
    "Shape",
    "Table",
    "Text",
    "Truth",
    "Value",
    "Whole",
    "Word",
    "Written",
    "key",
    "keys_of",
    "record_schema",
    "word",
    "wrong",
]
