"""A fact stated on several floors: a standard, narrowed by a partner, by an operation.

The topmost layer that writes a key decides it, and brings its own evidence along.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Any

from ..ir import Evidence
from ..light import dataclass
from ..nodes import Mapping
from ..shapes import Written, keys_of
from ..source import Location
from ..spec import Defaults, EvidenceByKey, EvidenceSource, FieldSpec

INFERRED_BY_DEFAULT = "no evidence is given in the spec"


@dataclass(frozen=True, slots=True)
class Layer:
    """One floor's words about a field, and what holds where they are silent."""

    spec: FieldSpec
    defaults: Defaults | None
    is_overlay: bool = False
    """True for an environment, which changes what stands below and not its order."""


@dataclass(frozen=True, slots=True)
class Layered:
    """What all floors say of one field, the topmost first."""

    layers: tuple[Layer, ...]
    written: frozenset[Any] = field(init=False, repr=False, compare=False)
    """The keys that any floor writes."""

    def __post_init__(self) -> None:
        assert self.layers
        written = frozenset().union(*(each.spec.node.names for each in self.layers))
        object.__setattr__(self, "written", written)

    @property
    def top(self) -> FieldSpec:
        """Return the field as the topmost floor writes it."""
        return self.layers[0].spec

    def writes(self, key: str) -> bool:
        """Tell whether any floor writes *key*."""
        return key in self.written

    def get(self, key: str, otherwise: Any = None) -> Any:
        """Return what the topmost floor that writes *key* says."""
        if key not in self.written:
            return otherwise
        top = next(each.spec for each in self.layers if each.spec.wrote(key))
        return getattr(top, attribute(key))

    def at(self, *keys: str | int) -> Location:
        """Return where the deciding floor stands."""
        for layer in self.layers:
            if keys and layer.spec.wrote(str(keys[0])):
                return layer.spec.at(*keys)
        return self.top.at()

    def required(self) -> Any:
        """Return true, false, `unknown`, or None where no floor says it.

        What any floor says of the field itself counts before what one says of all.
        """
        if self.writes("required"):
            return self.get("required")
        return next((each.required for each in self._defaults("required")), None)

    def _defaults(self, key: str) -> Iterator[Defaults]:
        for layer in self.layers:
            if layer.defaults is not None and layer.defaults.wrote(key):
                yield layer.defaults

    @property
    def has_one_evidence(self) -> bool:
        """Whether every key has the same, because one floor says one of all."""
        is_said_by_key = isinstance(self.top.evidence, EvidenceByKey)
        return len(self.layers) == 1 and not is_said_by_key

    def evidence(self, key: str) -> Evidence | None:
        """Return the evidence of *key* from the floor that decides it."""
        for layer in self.layers:
            if self._decides(layer, key) or layer is self.layers[-1]:
                found = _evidence_in(layer, key)
                if found is not None:
                    return found
        return None

    def _decides(self, layer: Layer, key: str) -> bool:
        if layer.spec.wrote(key) or _names(layer.spec.evidence, key):
            return True
        if key != "required" or self.writes(key) or layer.defaults is None:
            return False
        return layer.defaults.wrote(key)

    def children(self, key: str) -> Iterator[tuple[str, Layered]]:
        """Yield the members under *key* (`fields`), merged, in the top floor's order."""
        tables: Tables = []
        on_top: Overlay | None = None
        for layer in self.layers:
            table = getattr(layer.spec, key) if layer.spec.wrote(key) else None
            if layer.is_overlay:
                on_top = Overlay(table or {}, layer.defaults, layer.spec)
            elif table is not None:
                tables.append((table, layer.defaults))
        yield from merged(tables, on_top)


Tables = list[tuple[dict[str, FieldSpec] | None, Defaults | None]]
"""Fields as several floors write them, the topmost first, with their defaults."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """What an environment says of fields, above every other floor."""

    table: dict[str, FieldSpec]
    defaults: Defaults | None
    around: Written
    """What the fields that it says nothing of stand in."""

    def layer(self, name: str) -> Layer:
        """Return its words about the field *name*, which may be none."""
        spec = self.table.get(name)
        if spec is None:
            here = self.around.node
            spec = FieldSpec(Mapping((), here.location))
        return Layer(spec, self.defaults, is_overlay=True)


def merged(
    tables: Tables, on_top: Overlay | None = None
) -> Iterator[tuple[str, Layered]]:
    """Yield the fields of several floors by wire name, the topmost floor's order first.

    What an environment says *on_top* decides, and comes last in the order.
    """
    present = [(table, defaults) for table, defaults in tables if table]
    names = dict.fromkeys(name for table, _ in present for name in table)
    names |= dict.fromkeys(on_top.table if on_top else ())
    for name in names:
        layers = [Layer(table[name], each) for table, each in present if name in table]
        top = [on_top.layer(name)] if on_top else []
        yield name, Layered((*top, *layers))


def attribute(key: str) -> str:
    """Return the attribute of a spec class that holds *key*."""
    name = key.replace("-", "_")
    return (
        f"{name}_"
        if name in ("as", "from", "key", "with", "in", "for", "not")
        else name
    )


def _names(written: Any, key: str) -> bool:
    """Tell whether evidence by key states that of *key* itself."""
    named = isinstance(written, EvidenceByKey) and key in EVIDENCE_KEYS
    return named and getattr(written, attribute(key)) is not None


def _evidence_in(layer: Layer, key: str) -> Evidence | None:
    written = layer.spec.evidence
    if isinstance(written, EvidenceByKey):
        own = getattr(written, attribute(key), None) if key in EVIDENCE_KEYS else None
        return evidence(own if own is not None else written.else_)
    if written is not None:
        return evidence(written)
    return evidence(layer.defaults.evidence) if layer.defaults else None


EVIDENCE_KEYS = frozenset(keys_of(EvidenceByKey)) - {"else"}


def evidence(written: Any) -> Evidence | None:
    """Return evidence as meant: a word, an external source, or a reasoned inference."""
    if written is None:
        return None
    if isinstance(written, str):
        return Evidence(written)  # type: ignore[arg-type]
    assert isinstance(written, EvidenceSource)
    if written.external is not None:
        return Evidence("external", written.external)
    return Evidence("inferred", written.inferred or INFERRED_BY_DEFAULT)


def evidence_at(record: Written, key: str, fallback: Evidence | None) -> Evidence:
    """Return the evidence that *record* has under *key*, else *fallback*."""
    found = evidence(getattr(record, attribute(key), None)) or fallback
    return found or Evidence("inferred", INFERRED_BY_DEFAULT)
