"""A made-up value keeps every limit of its field."""

from __future__ import annotations

from typing import Any

import pytest

from acme import meant_field
from mutations import ROOTS
from specmill import ir
from specmill.check import check
from specmill.resolve import resolve
from specmill.resolve.checks import with_members
from specmill.resolve.examples import mismatches
from specmill.samples import sample
from specmill.verbatim import exact


def made(text: str) -> Any:
    return sample(meant_field(f"{{required: true, {text}}}"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("type: string, example: ABC", "ABC"),
        ("type: string", "example"),
        ("type: string, secret: true", "made-up"),
        ("type: string, length: 3", "exa"),
        ("type: string, length: 9..", "exampleex"),
        ("type: string, length: ..2", "ex"),
        ("type: string, length: ..99", "example"),
        ("type: string, chars: digits", "0123456789"),
        ("type: string, chars: digits, length: 3", "012"),
        ("type: string, enum: [B, A]", "B"),
        ("type: string, const: X", "X"),
        ("type: integer", 1),
        ("type: integer, range: 5..", 5),
        ("type: integer, range: ..5", 5),
        ("type: integer, range: 0.5..", 1),
        ("type: integer, range: ..-0.5", -1),
        ("type: integer, range: 0..0", 0),
        ("type: number", 1),
        ("type: boolean", True),
        ('type: boolean, as: {"true": Q, "false": N2}', "Q"),
        ("type: integer, as: text", "1"),
        ("type: number, as: text", "1"),
        ("type: date, format: dd/MM/yyyy", "31/01/2024"),
        ("type: datetime, format: yyyy-MM-ddTHH:mm:ss", "2024-01-31T10:20:30"),
        ("type: datetime, format: yyyy-MM-ddTHH:mmTZD", "2024-01-31T10:20+00:00"),
        ('type: datetime, format: yyyyMMddHH, zone: "+07:00"', "2024013117"),
        ("type: epoch, unit: seconds", 1706696430),
        ("type: epoch, as: text", "1706696430"),
        ("type: epoch, as: text, length: 13", "1706696430170"),
        ("type: integer, as: text, length: 6", "111111"),
        ("type: number, as: text, length: 3..", "111"),
        ("type: integer, as: text, length: ..3", "1"),
        ("type: string, nullable: true, length: 3, example: null", "exa"),
        ("type: array, items: {type: integer}", [1]),
        ("type: map, values: {type: integer}", {}),
        ("type: object, fields: {a: {type: string, required: true}}", {"a": "example"}),
        ("type: string, prefix: 'tel:', length: 9", "tel:examp"),
        ("type: string, prefix: 'tel:'", "tel:example"),
    ],
)
def test_a_value_is_made_up(text: str, expected: Any) -> None:
    assert expected == made(text)


@pytest.mark.parametrize(
    "text",
    [
        "type: string, length: 3..5, chars: letters",
        "type: string, length: 11, chars: alphanumeric",
        "type: string, length: 5, chars: hex",
        "type: integer, range: ..0",
        "type: integer, range: 2..3",
        "type: string, enum: [A, B], case: unknown",
        "type: string, length: 0",
        "type: string, masked: true, length: 2, example: XXXX",
        "type: string, prefix: 'x-', length: 1..",
        "type: string, prefix: 'x-', length: ..2",
    ],
)
def test_a_made_up_value_keeps_its_limits(text: str) -> None:
    field = meant_field(f"{{required: true, {text}}}")

    assert [] == list(mismatches(field, sample(field)))


def test_a_masked_example_is_not_sent() -> None:
    assert "example" == made("type: string, masked: true, example: X00")


FIELDS = [
    pytest.param(field, id=f"{partner.name}.{operation.name} {exact(field.path)}")
    for partner in resolve([check(root) for root in ROOTS.values()]).partners
    for operation in partner.operations
    for part in (
        *(fields for _, fields in operation.request.places()),
        *(reply.body.fields for reply in operation.replies),
    )
    for field in with_members(part)
]


@pytest.mark.parametrize("field", FIELDS)
def test_a_sample_of_every_field_keeps_its_limits(field: ir.Field) -> None:
    assert [] == list(mismatches(field, sample(field)))
