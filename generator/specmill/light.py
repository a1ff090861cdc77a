"""Dataclasses with slots that are declared in a tenth of the time.

The standard library compiles up to nine methods for each, which takes a millisecond a class and was a third of what an edit cost.
Here all classes share them but `__init__`, which is compiled when the first value is made.
To a type checker these are dataclasses, and so they are to `dataclasses.fields` and `replace`.
The generator, the runtime and the harness each have this module.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, Field, FrozenInstanceError
from inspect import get_annotations
from itertools import groupby
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast


def light_dataclass(
    *,
    slots: bool,
    frozen: bool = False,
    kw_only: bool = False,
    repr: bool = True,
    eq: bool = True,
) -> Callable[[type], type]:
    """Return a decorator that does what `dataclasses.dataclass` does.

    Raises:
        TypeError: If the class is not to have slots.
    """
    if not slots:
        raise TypeError("a light dataclass has slots")
    shared = {**(_REPR if repr else {}), **(_EQ if eq else {})}
    if frozen:
        shared |= _FROZEN
    elif eq:
        shared["__hash__"] = None
    return lambda cls: _declared(cls, kw_only, shared)


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    dataclass = light_dataclass


def _declared(cls: type, kw_only: bool, shared: dict[str, Any]) -> type:
    own = {name for name in shared if cls.__dict__.get(name) is not None}
    made = _with_slots(cls, kw_only)
    for name, method in shared.items():
        if name not in own:
            setattr(made, name, method)
    if "__init__" not in cls.__dict__:
        made.__init__ = _first(made)
    told = [each.name for each in dataclasses.fields(made) if each.compare]
    made.__compared__ = attrgetter(*(told or ("__class__",)))
    return cast(type, made)


def _with_slots(cls: type, kw_only: bool) -> Any:
    """Return what the standard library makes of *cls*, with no methods.

    It would look three times at the text of each annotation, and write down a signature
    where there is no docstring.
    """
    told = get_annotations(cls)
    cls.__annotations__ = {
        name: ClassVar if "ClassVar" in str(each) else object
        for name, each in told.items()
    }
    if cls.__doc__ is None:
        cls.__doc__ = cls.__name__
    declare: Any = dataclasses.dataclass(
        init=False, repr=False, eq=False, kw_only=kw_only, slots=True
    )
    made = declare(cls)
    made.__annotations__ = told
    for name, each in told.items():
        made.__dataclass_fields__[name].type = each
    return made


def _first(cls: type) -> Callable[..., None]:
    """Return an `__init__` that has the real one compiled and makes way for it."""

    def __init__(self: Any, /, *args: Any, **kwargs: Any) -> None:
        cls.__init__ = made = _compiled(cls)  # type: ignore[misc]
        made(self, *args, **kwargs)

    return __init__


def _compiled(cls: type) -> Callable[..., None]:
    fields = dataclasses.fields(cast(Any, cls))
    names: dict[str, Any] = {"_MISSING": MISSING}
    for each in fields:
        names[f"_set_{each.name}"] = getattr(cls, each.name).__set__
        names[f"_default_{each.name}"] = each.default
        names[f"_make_{each.name}"] = each.default_factory
    body = [line for each in fields for line in _assigned(each)]
    if hasattr(cls, "__post_init__"):
        body.append(" self.__post_init__()")
    head = f"def __init__({', '.join(_parameters(fields))}):"
    exec("\n".join((head, *body, " return")), names)
    made: Callable[..., None] = names["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _parameters(fields: Iterable[Field[Any]]) -> Iterator[str]:
    taken = sorted((each for each in fields if each.init), key=_is_named)
    yield "self"
    for is_named, group in groupby(taken, _is_named):
        if is_named:
            yield "*"
        for each in group:
            if each.default is not MISSING:
                yield f"{each.name}=_default_{each.name}"
            elif each.default_factory is not MISSING:
                yield f"{each.name}=_MISSING"
            else:
                yield each.name


def _is_named(field: Field[Any]) -> bool:
    return field.kw_only is True


def _assigned(field: Field[Any]) -> Iterator[str]:
    name = field.name
    if field.default_factory is not MISSING:
        missing = f"if {name} is _MISSING: " if field.init else ""
        yield f" {missing}{name} = _make_{name}()"
    elif not field.init:
        if field.default is MISSING:
            return
        yield f" {name} = _default_{name}"
    yield f" _set_{name}(self, {name})"


def _setattr(self: object, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _getstate(self: Any) -> list[Any]:
    return [getattr(self, each.name) for each in dataclasses.fields(self)]


def _setstate(self: Any, state: list[Any]) -> None:
    for each, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)


def _eq(self: Any, other: object) -> Any:
    compared = self.__compared__
    same = type(other) is type(self)
    return compared(self) == compared(other) if same else NotImplemented


def _hash(self: Any) -> int:
    return hash(self.__compared__(self))


@recursive_repr()
def _repr(self: Any) -> str:
    shown = [each.name for each in dataclasses.fields(self) if each.repr]
    values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{type(self).__qualname__}({values})"


_FROZEN: Final[dict[str, Any]] = {
    "__setattr__": _setattr,
    "__delattr__": _delattr,
    "__getstate__": _getstate,
    "__setstate__": _setstate,
}
_EQ: Final[dict[str, Any]] = {"__eq__": _eq, "__hash__": _hash}
_REPR: Final[dict[str, Any]] = {"__repr__": _repr}
