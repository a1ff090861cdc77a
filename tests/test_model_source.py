"""What datamodel-code-generator returns is held to what it was asked for."""

from __future__ import annotations

import json

import pytest

from specmill.emit.model_source import Asked, ModelsDiffer, written

ASKED = Asked(
    package="apis",
    schema=json.dumps({"$defs": {"Told": {"properties": {"id": {}, "wire-0": {}}}}}),
    header="text-0",
    aliases=(("Told.wire-0", "order_id"),),
    texts=(("text-0", '"""A module."""'), ("text-1", '"""A reply."""')),
    wire_names=(("wire-0", '"\\u212a id"'),),
)
SOURCE = '''\
"""text-0"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from apis._runtime.model import ApiModel


class Told(ApiModel):
    """text-1"""

    id: str
    order_id: Annotated[str, Field(alias="wire-0")]
'''


def test_stand_ins_become_their_texts() -> None:
    expected = (
        SOURCE.replace("text-0", "A module.")
        .replace("text-1", "A reply.")
        .replace("wire-0", "\\u212a id")
    )

    assert expected == written(SOURCE, ASKED)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: str", "identity: str"),
        ("    id: str\n", ""),
        ("wire-0", "wire-1"),
        (', Field(alias="wire-0")', ", Field()"),
        ("order_id:", "id_of_order:"),
        ("id: str", "id: str = eval('1')"),
        ("id: str", "id: os.PathLike"),
        ("id: str", "id: str = 'other'"),
        ("id: str", "id: str\n    def f(self): pass"),
        ("id: str", "id: str  # noqa"),
        ("class Told(ApiModel)", "class Told(BaseModel)"),
        ("class Told(ApiModel)", "class Told(ApiModel, metaclass=str)"),
        ("class Told", "@property\nclass Told"),
        ("from typing import Annotated", "from typing import Annotated, cast"),
        ("from typing import Annotated", "import os"),
        ("from typing import Annotated", "from os import system as Annotated"),
        ('Field(alias="wire-0")', 'Field(alias="wire-0", default_factory=list)'),
        ('Field(alias="wire-0")', 'Field("x", alias="wire-0")'),
        ("text-1", "\u202e"),
        ("text-1", "text-0"),
        ("id: str", "id: str ="),
    ],
)
def test_what_nobody_asked_for_is_refused(old: str, new: str) -> None:
    assert old in SOURCE

    with pytest.raises(ModelsDiffer):
        written(SOURCE.replace(old, new), ASKED)
