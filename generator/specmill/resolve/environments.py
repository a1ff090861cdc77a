"""The servers of a partner: what its page documents and what environments add."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from .. import ir
from ..diagnostics import Diagnostic, nearest, report
from ..spec import ENCODINGS, METHODS, PATH, UNKNOWN, EnvironmentSpec, PartnerSpec
from ..verbatim import wording
from .layers import evidence
from .unknowns import settled_facts


def resolve_environments(
    partner: PartnerSpec,
    specs: Iterable[EnvironmentSpec],
    operations: Iterable[ir.Operation],
    credentials: Iterable[ir.CredentialDeclaration],
    findings: list[Diagnostic],
    play: Callable[[EnvironmentSpec], tuple[ir.Played, ...]],
) -> Iterator[ir.Environment]:
    """Yield the documented servers, with what an environment file adds, then others.

    *play* returns the operations of which a file says more than the pages.
    """
    facts = {fact for operation in operations for fact in settled_facts(operation)}
    declared = {credential.name for credential in credentials}
    written: dict[str, EnvironmentSpec] = {}
    for spec in specs:
        findings.extend(_findings(spec, written, partner, facts, declared))
        written.setdefault(str(spec.environment), spec)
    for name, server in (partner.servers or {}).items():
        spec_of_server = written.pop(name, None)
        yield _environment(
            name,
            spec_of_server,
            summary=server.summary or "",
            base_url=wording(server.url),
            printed=server.printed or "",
            evidence=evidence(server.evidence),
            operations=play(spec_of_server) if spec_of_server else (),
        )
    for name, spec in written.items():
        yield _environment(
            name,
            spec,
            summary="",
            base_url=UNKNOWN,
            printed="",
            evidence=None,
            operations=play(spec),
        )


def _environment(
    name: str,
    spec: EnvironmentSpec | None,
    *,
    summary: str,
    base_url: str,
    printed: str,
    evidence: ir.Evidence | None,
    operations: tuple[ir.Played, ...],
) -> ir.Environment:
    return ir.Environment(
        name=name,
        summary=(spec and spec.summary) or summary,
        base_url=(spec and spec.url) or base_url,
        printed=printed,
        evidence=evidence,
        facts=dict((spec and spec.facts) or {}),
        variables=dict((spec and spec.credentials) or {}),
        values=dict((spec and spec.values) or {}),
        operations=operations,
    )


def _findings(
    spec: EnvironmentSpec,
    written: dict[str, EnvironmentSpec],
    partner: PartnerSpec,
    facts: set[str],
    credentials: set[str],
) -> Iterator[Diagnostic]:
    name, servers = str(spec.environment), partner.servers or {}
    first = written.get(name)
    if first is not None:
        at, where = spec.at("environment"), first.at("environment")
        yield report("said-twice", at, what="environment", name=name, first=where)
    if name not in servers and spec.url is None and not spec.operations:
        at, near = spec.at("environment"), nearest(name, servers)
        yield report("no-such-server", at, near=near, name=name)
    for key in ("credentials", "values"):
        for credential in getattr(spec, key) or ():
            if credential not in credentials:
                at, near = spec.at(key, credential), nearest(credential, credentials)
                yield report("no-such-credential", at, near=near, name=credential)
    yield from _wrong_facts(spec, facts)


def _wrong_facts(spec: EnvironmentSpec, known: set[str]) -> Iterator[Diagnostic]:
    for name, value in (spec.facts or {}).items():
        at = spec.at("facts", name)
        if name not in known:
            yield report("no-such-fact", at, near=nearest(name, known), name=name)
            continue
        expects, fits = _VALUES[name.rpartition(".")[2]]
        if not fits(value):
            yield report("bad-fact", at, value=value, name=name, expected=expects)


def _one_of(*words: str) -> tuple[str, Callable[[str], bool]]:
    return f"one of {', '.join(words)}", lambda value: value in words


_VALUES: Final[dict[str, tuple[str, Callable[[str], bool]]]] = {
    "method": _one_of(*METHODS),
    "encoding": _one_of(*ENCODINGS),
    "case": _one_of("upper", "lower"),
    "path": (
        PATH.expects,
        lambda value: re.fullmatch(str(PATH.pattern), value, re.ASCII) is not None,
    ),
}
"""What a fact may be, by the end of its name."""
