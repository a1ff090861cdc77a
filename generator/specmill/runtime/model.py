"""The base of the reply models: strict, frozen, by wire name, and silent about values.

What belongs to a reply beyond its members is asked for by function, `observations` and
`raw`, because a member of a reply may have any name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, NoReturn, Self, TypeVar

import pydantic

from .declare import HEADERS
from .light import dataclass
from .violations import Violation

if TYPE_CHECKING:
    from .declare import Items

_Model = TypeVar("_Model", bound="ApiModel")


@dataclass(frozen=True, slots=True, repr=False)
class _Came:
    """What belongs to a reply as a whole."""

    observations: tuple[Violation, ...] = ()
    raw: Any = None
    items: Items | None = None


_NOTHING: Final = _Came()


class ApiModel(pydantic.BaseModel):
    """One object of a reply; members that no page documents are kept as extras."""

    # No private attribute of pydantic, which would be set on every object in a reply.
    __slots__ = ("_came",)

    model_config = pydantic.ConfigDict(
        extra="allow",
        strict=True,
        frozen=True,
        validate_by_alias=True,
        validate_by_name=False,
        serialize_by_alias=True,
        defer_build=True,
        protected_namespaces=(),
        hide_input_in_errors=True,
    )

    def __repr_args__(self) -> Iterator[tuple[str | None, object]]:
        """Name the fields that came, none of their values: they are personal data."""
        fields = type(self).model_fields
        return ((name, _HIDDEN) for name in fields if name in self.model_fields_set)

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(
            "a reply is not written to a pickle: it carries personal data; "
            "take out the members that are needed"
        )

    def __copy__(self) -> Self:
        return _held(super().__copy__(), _came(self))

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        return _held(super().__deepcopy__(memo), _came(self))


def _held(reply: _Model, came: _Came) -> _Model:
    _SLOT.__set__(reply, came)
    return reply


def _came(reply: ApiModel) -> _Came:
    """Return what *reply* holds as a whole: nothing, where it is a part of another."""
    try:
        # By its slot, because a member of a reply may have any name.
        found: _Came = _SLOT.__get__(reply)
    except AttributeError:
        return _NOTHING
    return found


_SLOT: Final[Any] = vars(ApiModel)["_came"]


def read(
    kind: type[_Model],
    value: object,
    observed: Iterable[Violation] = (),
    headers: Mapping[str, object] | None = None,
    items: Items | None = None,
) -> _Model | None:
    """Build a *kind* from a decoded body by wire names; None where it does not fit."""
    whole = value
    if headers is not None and isinstance(value, dict):
        whole = {**value, HEADERS: headers}
    try:
        reply = kind.model_validate(whole, by_alias=True, by_name=False)
    except pydantic.ValidationError:
        return None
    return _held(reply, _Came(tuple(observed), value, items))


def observations(reply: ApiModel) -> tuple[Violation, ...]:
    """Return what in *reply* differs from its documentation and is still readable."""
    return _came(reply).observations


def raw(reply: ApiModel) -> Any:
    """Return the JSON value that *reply* was read from, as it came."""
    return _came(reply).raw


def items_of(reply: ApiModel) -> Items | None:
    """Return how *reply* tells what became of single items; None where it does not."""
    return _came(reply).items


class _Hidden:
    __slots__ = ()

    def __repr__(self) -> str:
        return "..."


_HIDDEN: Final = _Hidden()
