"""`<partner>/__init__.py` and `<partner>/environments.py`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .. import ir
from ..light import dataclass
from ..literals import literal
from ..output import Draft
from ..shapes import UNKNOWN
from ..verbatim import compose, joined
from .client import client_name
from .text import docstring, draft, folded


@dataclass(frozen=True, slots=True)
class _Package:
    doc: str
    names: tuple[str, ...]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Environments:
    doc: str
    name: str
    title: str
    base_url_variable: str
    environments: tuple[str, ...]
    credentials: tuple[str, ...]


def emit(api: ir.Api) -> Iterator[Draft]:
    """Yield the package of every partner and what its clients know of servers."""
    for partner in api.partners:
        folder = f"{api.package}/{partner.name}"
        yield draft(f"{folder}/__init__.py", "partner.py.j2", _package(partner))
        path = f"{folder}/environments.py"
        yield draft(path, "environments.py.j2", _environments(api.package, partner))


def _package(partner: ir.Partner) -> _Package:
    name = client_name(partner)
    names = tuple(sorted((name, f"Async{name}")))
    return _Package(
        doc=docstring(
            compose("{}: clients, errors, models and validators.", partner.title),
            partner.summary,
            joined(
                "\n",
                (compose("- {}: {}", page.title, page.url) for page in partner.pages),
            ),
            indent=0,
        ),
        names=names,
        keys=tuple(map(literal, names)),
    )


def _environments(package: str, partner: ir.Partner) -> _Environments:
    keys = dict(_rsa_keys(partner))
    return _Environments(
        doc=docstring(
            compose(
                "The servers of {} and the credentials that it asks for.", partner.title
            ),
            indent=0,
        ),
        name=literal(partner.name),
        title=literal(partner.title),
        base_url_variable=literal(partner.base_url_variable),
        environments=tuple(map(_environment, partner.environments)),
        credentials=tuple(
            credential_source(each, f"{package}.{partner.name}.operations", keys)
            for each in partner.credentials
        ),
    )


def _environment(each: ir.Environment) -> str:
    url = None if each.base_url == UNKNOWN else each.base_url
    given = [f"name={literal(each.name)}", f"base_url={literal(url)}"]
    if each.facts:
        given.append(f"facts={literal(dict(each.facts))}")
    if each.variables:
        given.append(f"variables={literal(dict(each.variables))}")
    return f"d.Environment({', '.join(given)})"


def _rsa_keys(partner: ir.Partner) -> Iterator[tuple[str, str]]:
    """Yield the credentials that are keys of RSA, and which of the two keys."""
    for operation in partner.operations:
        for reply in operation.replies:
            if reply.proof is not None and _is_rsa(reply.proof.recipe):
                yield reply.proof.recipe.key, "public"
        recipe = operation.request.signature
        if recipe is not None and _is_rsa(recipe):
            yield recipe.key, "private"


def _is_rsa(recipe: ir.Signature) -> bool:
    return recipe.algorithm.startswith("RSA-")


def credential_source(
    each: ir.CredentialDeclaration,
    calls: str = "",
    keys: Mapping[str, str] | None = None,
) -> str:
    """Return the constructor call of a declared credential.

    *calls* is the package of the operations, where one of them may fetch it; *keys*
    are the credentials that are keys of RSA.
    """
    given = [
        f"name={literal(each.name)}",
        f"variable={literal(each.variable)}",
        f"summary={folded(each.summary, 12, 'summary=')}",
        f"secret={each.secret}",
    ]
    if each.fetched is not None and calls:
        given.append(f"fetched={_fetched(each.fetched, calls)}")
    if keys and each.name in keys:
        given.append(f"rsa={literal(keys[each.name])}")
    return f"d.CredentialDeclaration({', '.join(given)})"


def _fetched(fetched: ir.Fetched, calls: str) -> str:
    given = [
        f"operation={literal(f'{calls}.{fetched.operation}')}",
        f"at={literal(fetched.at)}",
    ]
    if fetched.lasts is not None:
        given.append(f"lasts={literal(fetched.lasts)}")
    return f"d.Fetched({', '.join(given)})"
