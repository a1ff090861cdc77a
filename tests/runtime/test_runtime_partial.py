"""What a reply tells of each of several items."""

from __future__ import annotations

from typing import Any

import pytest

from specmill.runtime.declare import Items
from specmill.runtime.model import ApiModel, read
from specmill.runtime.partial import item_outcomes

TOLD = Items(
    at=("results",),
    attributes=("results",),
    code="status",
    message="text",
    outcomes={"A": "success", "7": "rejected"},
)


class Reply(ApiModel):
    """A reply with a list."""

    results: list[Any] | None = None


def outcomes(*items: object) -> list[tuple[str | None, str]]:
    reply = read(Reply, {"results": list(items)}, items=TOLD)
    assert reply is not None
    return [(each.code, each.outcome) for each in item_outcomes(reply)]


def test_each_item_has_the_outcome_of_its_code() -> None:
    assert [("7", "rejected"), ("A", "success")] == outcomes(
        {"status": 7}, {"status": "A"}
    )


@pytest.mark.parametrize("item", [{"status": "B"}, {"status": True}, {}, "A"])
def test_an_item_without_a_documented_code_is_unknown(item: object) -> None:
    assert ["unknown"] == [outcome for _, outcome in outcomes(item)]


def test_a_reply_without_the_list_has_none() -> None:
    reply = read(Reply, {}, items=TOLD)

    assert reply is not None
    assert () == item_outcomes(reply)


def test_a_reply_that_tells_nothing_of_items_is_refused() -> None:
    reply = read(Reply, {"results": []})
    assert reply is not None

    with pytest.raises(ValueError, match="tells nothing of single items"):
        item_outcomes(reply)


def test_the_repr_of_an_outcome_tells_no_text() -> None:
    reply = read(Reply, {"results": [{"status": "A", "text": "Jane"}]}, items=TOLD)
    assert reply is not None

    assert "Jane" not in repr(item_outcomes(reply))
