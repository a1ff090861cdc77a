"""The limits that a page sets on a value, one class to a kind.

A constraint says itself in every way that is needed: as a predicate, as a sentence, as
JSON Schema, as a Python test for generated validators, and as values at its edges.
Adding a kind is adding a class here and one line in `resolve`.
"""

from .amounts import Decimals, Items, TextRange, resized_items
from .base import SYNTAX, Constraint, Sample, escaped
from .lists import NoneOf, OneOf
from .plain import CHARS, Chars, Length, Pattern, Prefix, Range, Written, resized
from .texts import (
    STANDARDS,
    Alternatives,
    Charset,
    Holding,
    InCase,
    LengthByScript,
    Standard,
    Starts,
)

__all__ = [
    "CHARS",
    "STANDARDS",
    "SYNTAX",
    "Alternatives",
    "Chars",
    "Charset",
    "Constraint",
    "Decimals",
    "Holding",
    "InCase",
    "Items",
    "Length",
    "LengthByScript",
    "NoneOf",
    "OneOf",
    "Pattern",
    "Prefix",
    "Range",
    "Sample",
    "Standard",
    "Starts",
    "TextRange",
    "Written",
    "escaped",
    "resized",
    "resized_items",
]
