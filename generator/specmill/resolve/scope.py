"""Where fields are being resolved: what they may refer to, and where faults go."""

from __future__ import annotations

from dataclasses import field
from typing import Any, Final, Literal

from .. import ir
from ..diagnostics import Diagnostic, report
from ..light import dataclass
from ..spec import Defaults, EnvironmentOperation, EnvironmentReply, FieldSpec
from .layers import Layered, Overlay

INNER: Final = {"items": "[]", "values": "{}"}
"""What stands for a wire name inside a list or a map, by the key of the spec."""


@dataclass(frozen=True, slots=True)
class Scope:
    """One side of one operation."""

    findings: list[Diagnostic]
    credentials: frozenset[str]
    prefix: str
    """The start of class names: `VerifyOtp`, `VerifyOtpAnswered`."""
    side: Literal["request", "reply"]
    written: dict[str, Layered]
    """What every floor wrote of each field so far, by its path."""
    wider: set[str] = field(default_factory=set)
    """Places of limits that are wider than those of a floor below, with their keys."""
    request_body: ir.Record | None = None
    """What a member of a reply may repeat."""
    request_places: tuple[tuple[str, tuple[ir.Field, ...]], ...] = ()
    """The members of the request by place, while its replies are resolved."""
    left_out: frozenset[str] = frozenset()
    """Members of the standard that the operation does not use."""
    environment: EnvironmentOperation | None = None
    """What a server has otherwise, on top of every floor."""
    defaults: Defaults | None = None
    """What holds for everything that the environment says."""

    def on_top(self, table: dict[str, FieldSpec] | None) -> Overlay | None:
        """Return *table* as what the environment says of one object's members."""
        if self.environment is None:
            return None
        return Overlay(table or {}, self.defaults, self.environment)

    def reply(self, name: str) -> EnvironmentReply | None:
        """Return what the environment says of the reply called *name*."""
        replies = (self.environment.replies if self.environment else None) or ()
        return next((each for each in replies if each.name == name), None)

    def tell(
        self,
        code: str,
        layered: Layered,
        *keys: str | int,
        near: str | None = None,
        **values: Any,
    ) -> None:
        """Report a fault where the deciding floor wrote *keys*."""
        at = layered.at(*keys)
        self.findings.append(report(code, at, near=near, **values))

    def tell_at(self, code: str, path: str, *keys: str, **values: Any) -> None:
        """Report a fault of the field at *path*."""
        self.tell(code, self.written[path], *keys, **values)


def label(wire_name: str, path: str) -> str:
    """Return what to call a field: an item of a list by what it is an item of."""
    return path.rpartition(".")[2] if wire_name in INNER.values() else wire_name
