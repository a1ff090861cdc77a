"""Amounts of money and other decimal numbers, judged by the digits that they have."""

from __future__ import annotations

from decimal import Decimal


def exceeds(value: object, digits: int | None, decimals: int | None) -> bool:
    """Tell whether a number has more digits than *digits*, *decimals* after the point.

    A float counts as the shortest number that stands for it, which is what JSON writes.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return False
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        return True
    _, figures, exponent = number.normalize().as_tuple()
    after = max(0, -int(exponent))
    before = max(0, len(figures) + int(exponent))
    if decimals is not None and after > decimals:
        return True
    return digits is not None and before > digits - (decimals or 0)
