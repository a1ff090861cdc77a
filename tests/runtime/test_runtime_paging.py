"""A long list, asked for in parts."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pytest
from runtime_miniature import VERIFY_OTP

from specmill.runtime.client import AsyncClient, SyncClient
from specmill.runtime.declare import Operation, Pages

OPERATION = replace(
    VERIFY_OTP, pages=Pages(skip="skip", count="count", items=("items",))
)


@dataclass
class Part:
    items: list[int] | None


class Shop:
    """A client of a shop with so many things."""

    def __init__(self, things: int) -> None:
        self.things, self.asked = list(range(things)), 0

    def _call(self, operation: Operation, arguments: Mapping[str, Any]) -> Any:
        self.asked += 1
        skip = arguments["skip"]
        return Part(self.things[skip : skip + arguments.get("count", 3)])


class AwaitedShop(Shop):
    async def _call(  # type: ignore[override]
        self, operation: Operation, arguments: Mapping[str, Any]
    ) -> Any:
        return super()._call(operation, arguments)


def items(shop: Any, **arguments: int) -> list[Any]:
    if not isinstance(shop, AwaitedShop):
        return list(SyncClient._each(shop, OPERATION, arguments))

    async def gathered() -> list[Any]:
        return [each async for each in AsyncClient._each(shop, OPERATION, arguments)]  # type: ignore[arg-type]

    return asyncio.run(gathered())


KINDS = pytest.mark.parametrize("kind", [Shop, AwaitedShop])


@KINDS
@pytest.mark.parametrize(
    ("arguments", "due", "calls"),
    [
        ({"count": 3}, [0, 1, 2, 3, 4, 5, 6], 3),
        ({"count": 7}, [0, 1, 2, 3, 4, 5, 6], 2),
        ({"count": 3, "skip": 5}, [5, 6], 1),
        ({}, [0, 1, 2, 3, 4, 5, 6], 4),
    ],
)
def test_all_items_come_once(
    kind: type[Shop], arguments: dict[str, int], due: list[int], calls: int
) -> None:
    shop = kind(7)

    assert due == items(shop, **arguments)
    assert calls == shop.asked


def test_a_part_is_asked_for_when_it_is_needed() -> None:
    shop = Shop(7)

    next(iter(SyncClient._each(shop, OPERATION, {"count": 3})))  # type: ignore[arg-type]
    assert 1 == shop.asked


def test_a_reply_without_a_list_is_the_last() -> None:
    shop = Shop(0)
    shop.things = []

    assert [] == items(shop, count=3)
