"""What Schemathesis is told of our operations: who calls, how to sign, what is refused.

Loaded by Schemathesis, not by pytest. Each disagreement between what it holds a request
for and what the provider makes of it goes, as a line of JSON, to the file that the
variable TOLD names.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import schemathesis

from specmill.contracts import contract
from specmill.harness.contract import REFUSALS, Contract
from specmill.harness.moments import written
from specmill.harness.pointers import steps_of
from specmill.harness.recipes import Source
from specmill.harness.schemas import schema_errors
from specmill.harness.signatures import Signed, signature
from specmill.pipeline import Project, understand

ROOT = Path(__file__).parents[2]
CONTRACTS: dict[str, Contract] = {
    f"{partner.name}.{operation.name}": contract(partner, operation)
    for partner in understand(Project(ROOT)).partners
    for operation in partner.operations
}


def contract_of(case: Any) -> Contract:
    return CONTRACTS[case.operation.definition.raw["operationId"]]


def known(found: Contract) -> dict[str, str]:
    return {each.name: each.example for each in found.credentials}


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:
    """Say who calls and when, where a case has a well-formed value there, and sign."""
    found = contract_of(case)
    for source in found.sources:
        *above, name = steps_of(source.pointer)
        holder = _holder(case, above)
        if holder is None or name not in holder:
            continue
        if _is_about_another(case, name) or _is_well_formed(
            found, source, holder[name]
        ):
            holder[name] = _sourced(found, source)
    for header in case.operation.definition.raw.get("x-specmill-headers", ()):
        if header["name"] == "Accept":  # without it, the library would say */*
            case.headers.setdefault("Accept", header["example"])
    if found.recipe is not None:
        kwargs["auth"] = Signer(found)


def _holder(case: Any, steps: list[str]) -> Any:
    place, *rest = steps
    here = getattr(case, place)
    for step in rest:
        here = here.get(step) if isinstance(here, dict) else None
    return here if hasattr(here, "get") else None


def _is_about_another(case: Any, name: str) -> bool:
    """Tell whether a case of the coverage phase breaks another parameter than *name*."""
    data = case.meta.phase.data
    is_header = str(data.parameter_location).endswith("HEADER")
    return is_header and bool(data.parameter) and data.parameter != name


def _is_well_formed(found: Contract, source: Source, value: Any) -> bool:
    """Tell whether a value is what the page asks for, apart from whose it is."""
    place, *steps = steps_of(source.pointer)
    schema = found.schema["properties"][place]
    for step in steps:
        name = step.lower() if place == "headers" else step
        schema = schema["properties"][name]
    return value is not None and not schema_errors(schema, value)


def _sourced(found: Contract, source: Source) -> str:
    moment = found.moment(source.pointer)
    if source.kind == "clock" and moment is not None:
        return source.prefix + str(written(moment, datetime.now(UTC)))
    carried = source.carried(known(found))
    return "signed when it is sent" if carried is None else carried


class Signer:
    """Signs what goes over the wire, byte for byte, if it has a signature at all."""

    def __init__(self, found: Contract) -> None:
        self._found = found

    def __call__(self, request: Any) -> Any:
        found = self._found
        assert found.recipe is not None and found.clock is not None
        (carrier,) = (each for each in found.sources if each.kind == "signature")
        name = steps_of(carrier.pointer)[-1]
        if name in request.headers:
            at = request.headers.get(steps_of(found.clock.pointer)[-1], "")
            body = request.body or b""
            content = body if isinstance(body, bytes) else body.encode("utf-8")
            signed = Signed(request.method, request.path_url, at, content)
            text = signature(found.recipe, signed, known(found))
            request.headers[name] = carrier.prefix + text
        return request


@schemathesis.check
def meaning(context: Any, response: Any, case: Any) -> None:
    """Hold what the provider makes of a request to what the document makes of it."""
    found = contract_of(case)
    if case.method.upper() != found.method:
        return
    body = response.json()
    reply = found.recognized(response.status_code, body)
    outcome = "undocumented" if reply is None else found.outcome_of(reply, body)
    is_invalid = case.meta.generation.mode.is_negative
    if outcome == "undocumented" or (outcome in REFUSALS) != is_invalid:
        says = response.headers.get("specmill-says", [""])[0]
        _tell(found.name, "invalid" if is_invalid else "valid", outcome, says)


def _tell(*told: str) -> None:
    with open(os.environ["TOLD"], "a", encoding="utf-8") as file:
        file.write(json.dumps(told) + "\n")
