"""What the clients of a partner read of the environment, as its specs say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .. import names
from ..spec import PartnerSpec, Spec, StandardSpec
from ..variables import Variable


def variables_of(specs: Iterable[Spec]) -> Iterator[Variable]:
    """Yield the variables of every partner among *specs*, which may follow a standard among them."""
    written = tuple(specs)
    standards = {
        str(each.standard): each for each in written if isinstance(each, StandardSpec)
    }
    for each in written:
        if isinstance(each, PartnerSpec):
            yield from _of_partner(each, standards.get(str(each.follows)))


def _of_partner(spec: PartnerSpec, standard: StandardSpec | None) -> Iterator[Variable]:
    name, own = str(spec.partner), spec.credentials or {}
    above = (standard.credentials if standard else None) or {}
    here = spec.at("partner")
    yield Variable(names.variable(name, "base_url"), name, "the base URL", here)
    for each in dict.fromkeys((*above, *own)):
        at = spec.at("credentials", each) if each in own else here
        variable = names.variable(name, each)
        yield Variable(variable, name, f"the credential '{each}'", at)
