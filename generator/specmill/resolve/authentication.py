"""How a caller proves who it is, as meant: not at all, unknown, or in several ways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .. import ir
from ..conditions import Condition, Every, Expression, Place, Present, Some
from ..diagnostics import nearest, report
from ..spec import AuthenticationSpec, OperationSpec, PartnerSpec
from ..verbatim import compose
from .layers import evidence_at
from .scope import Scope
from .sources import credentials_in


def resolve_authentication(
    scope: Scope, operation: OperationSpec, partner: PartnerSpec, request: ir.Request
) -> tuple[ir.Authentication | None, ir.Request]:
    """Return what is said of authentication, and the request with what that asks."""
    own = operation.authentication
    said = partner.authentication if own is None else own
    carried = dict(_carried(request))
    if said is None:
        return None, request
    if not isinstance(said, AuthenticationSpec):
        used = [
            *carried,
            *(request.signature.credentials() if request.signature else ()),
        ]
        if used and own is not None:
            says = f"'{said}' is said of authentication, and a call has '{used[0]}'"
            _tell(scope, operation, says)
        return (None if used else ir.Authentication(str(said))), request
    groups = tuple((said.alternatives or {}).items())
    is_here = own is not None or any(each in carried for _, g in groups for each in g)
    evidence = evidence_at(said, "evidence", None)
    found = ir.Authentication("some", groups if is_here else (), bool(said.certificate))
    found = replace(found, evidence=evidence)
    if not found.alternatives:
        return found, request
    return found, _with_condition(scope, said, request, found, carried)


def _with_condition(
    scope: Scope,
    said: AuthenticationSpec,
    request: ir.Request,
    found: ir.Authentication,
    carried: dict[str, tuple[Place, ir.Field]],
) -> ir.Request:
    """Return *request* with the condition that one way is there, after telling faults."""
    ways: list[Expression] = []
    for name, group in found.alternatives:
        known = [carried[each] for each in group if each in carried]
        for index, each in enumerate(group):
            if each not in carried:
                at = said.at("alternatives", name, index)
                says = compose("no member of the request carries '{}' by itself", each)
                near = nearest(each, carried)
                scope.findings.append(
                    report("bad-authentication", at, near=near, says=says)
                )
        for _, field in known:
            if field.required is True:
                says = compose(
                    "'{}' is one way of several: say required: false", field.wire_name
                )
                scope.tell_at("bad-authentication", field.path, "required", says=says)
        places = tuple(dict.fromkeys(place for place, _ in known))
        ways += [Every(tuple(map(Present, places)))] if places else []
    asks = Condition(None, Some(tuple(ways)), "", "")
    due = ir.Condition("authentication", asks, found.evidence)
    return replace(request, conditions=(*request.conditions, due))


def _carried(request: ir.Request) -> Iterator[tuple[str, tuple[Place, ir.Field]]]:
    """Yield the credentials that members carry, with the places of those."""
    for part, fields in request.places():
        for field in fields:
            for name in credentials_in(field.source):
                yield name, ((part, field.wire_name), field)


def _tell(scope: Scope, operation: OperationSpec, says: str) -> None:
    at = operation.at("authentication")
    scope.findings.append(report("bad-authentication", at, says=says))
