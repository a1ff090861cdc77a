"""The contract document of one operation, read into values.

The document is generated beside the tests, as `<operation>.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from . import keys
from .bodies import Body
from .contract import (
    About,
    Contract,
    Credential,
    Defect,
    Environment,
    Fact,
    Fetched,
    Open,
)
from .notes import Check, Played, Result, Sequence
from .pointers import Json, Steps, steps_of
from .recipes import Moment, Part, Proof, Recipe, Selection, Source
from .replies import Code, Condition, Items, Relation, Reply
from .seals import Seal

FORMAT: Final = 1


def load(path: Path) -> Contract:
    """Return the contract in the file at *path*."""
    return contract_of(json.loads(path.read_text("utf-8")))


def beside(file: str, operation: str) -> Contract:
    """Return the contract of *operation* that stands in the folder of *file*."""
    return load(Path(file).with_name(f"{operation}.json"))


def below(folder: Path) -> Iterator[Contract]:
    """Yield every contract in the folders right below *folder*, in order of names."""
    for path in sorted(folder.glob("[!_]*/*.json")):
        yield load(path)


def callbacks_below(folder: Path) -> Iterator[Contract]:
    """Yield the contracts of calls to us below the folders of the partners."""
    for path in sorted(folder.glob("[!_]*/callbacks/*.json")):
        yield load(path)


def played_below(folder: Path, environment: str) -> Iterator[Contract]:
    """Yield the contracts of *environment* below the folders of the partners."""
    for path in sorted(folder.glob(f"[!_]*/environments/{environment}/*.json")):
        yield load(path)


def contract_of(document: Json) -> Contract:
    """Return the contract that *document* states; ValueError for another format."""
    if document.get("format") != FORMAT:
        raise ValueError(f"a contract document has the format {FORMAT}")
    request = document["request"]
    return Contract(
        partner=document["partner"],
        operation=document["operation"],
        page=document["page"],
        effect=document["effect"],
        method=document["method"],
        methods=tuple(document.get("methods", (document["method"],))),
        path=document["path"],
        by_browser=document.get("by_browser", False),
        stated=document["stated"],
        credentials=tuple(map(_credential, document["credentials"])),
        environments=tuple(Environment(**each) for each in document["environments"]),
        schema=request["schema"],
        example=request["example"],
        sources=tuple(_source(each) for each in request["sources"]),
        moments=tuple(Moment(**each) for each in request["moments"]),
        secrets=tuple(request["secrets"]),
        recipe=_recipe(request["signature"]),
        body=_body(request.get("body", {}), document["credentials"]),
        conditions=_conditions(request),
        replies=tuple(
            _reply(each, document["credentials"]) for each in document["replies"]
        ),
        codes=tuple(code_of(each) for each in document["codes"]),
        facts=tuple(Fact(**each) for each in document["facts"]),
        played=_played(document.get("played")),
        alternatives=tuple(map(tuple, request.get("alternatives", ()))),
        hidden=tuple(document.get("hidden", ())),
        about=_about(document.get("about", {})),
    )


def _credential(each: dict[str, Any]) -> Credential:
    if each["example"] in keys.MADE_UP:
        each = {**each, "example": keys.made_up(each["example"])}
    fetched = each.get("fetched")
    return Credential(**{**each, "fetched": fetched and Fetched(**fetched)})


def _about(each: dict[str, Any]) -> About:
    unknowns = tuple(Open(**one) for one in each.get("unknowns", ()))
    defects = tuple(Defect(**one) for one in each.get("defects", ()))
    return About(**{**each, "unknowns": unknowns, "defects": defects})


def _played(each: dict[str, Any] | None) -> Played | None:
    if each is None:
        return None
    return Played(
        environment=each["environment"],
        accepts={at: tuple(values) for at, values in each["accepts"].items()},
        checks=tuple(
            Check(
                tuple(check["pointers"]),
                check["answers"],
                check.get("unsettled", False),
            )
            for check in each["checks"]
        ),
        results=tuple(
            Result(_by_steps(result["when"]), result["answer"])
            for result in each["results"]
        ),
        sequences=tuple(
            Sequence(_by_steps(sequence["values"]), tuple(sequence["answers"]))
            for sequence in each["sequences"]
        ),
    )


def _by_steps(values: Mapping[str, Json]) -> tuple[tuple[Steps, Json], ...]:
    return tuple((steps_of(at), value) for at, value in values.items())


def _source(each: dict[str, Any]) -> Source:
    return Source(**{**each, "names": tuple(each["names"])})


def _recipe(each: dict[str, Any] | None) -> Recipe | None:
    if each is None:
        return None
    told = {key: tuple(map(_part, each.get(key, ()))) for key in ("parts", "suffix")}
    return Recipe(**{**each, **told})


def _part(each: dict[str, Any]) -> Part:
    chosen = each.get("selection")
    if chosen is None:
        return Part(**each)
    selection = {
        **chosen,
        "of": tuple(map(steps_of, chosen["of"])),
        "names": tuple(chosen["names"]),
        "leaves_out": tuple(chosen["leaves_out"]),
        "added": {name: _part(part) for name, part in chosen["added"].items()},
    }
    return Part(**{**each, "selection": Selection(**selection)})


def _body(each: dict[str, Any], credentials: Json) -> Body:
    """Return how a body is written, its envelope with the made-up key."""
    seal = each.get("sealed")
    if seal is None:
        return Body(**each)
    known = {one["name"]: one["example"] for one in credentials}
    key = known.get(seal["credential"], "")
    return Body(**{**each, "sealed": Seal(**seal, key=key)})


def _reply(each: dict[str, Any], credentials: Json) -> Reply:
    when = each["when"]
    return Reply(
        name=each["name"],
        outcome=each["outcome"],
        http=tuple(when["http"]),
        equals=_by_steps(when["equals"]),
        has=tuple(map(steps_of, when["has"])),
        lacks=tuple(map(steps_of, when["lacks"])),
        code_at=_steps(each["code_at"]),
        message_at=_steps(each["message_at"]),
        columns={name: steps_of(at) for name, at in each["columns"].items()},
        echoes=tuple((steps_of(a), steps_of(b)) for a, b in each["echoes"].items()),
        relations=tuple(
            Relation(steps_of(one["at"]), one["value"], tuple(one["codes"]))
            for one in each.get("relations", ())
        ),
        conditions=_conditions(each),
        schema=each["schema"],
        example=each["example"],
        classes=tuple(when.get("classes", ())),
        type=when.get("type", ""),
        asked=_by_steps(when.get("asked", {})),
        body=_body(each.get("body", {}), credentials),
        headers=each.get("headers"),
        header_example=each.get("header_example", {}),
        code_rest=tuple(map(steps_of, each.get("code_rest", ()))),
        separator=each.get("separator", ""),
        proof=_proof(each.get("proof")),
        items=_items(each.get("items")),
    )


def _items(each: dict[str, Any] | None) -> Items | None:
    return None if each is None else Items(**{**each, "at": steps_of(each["at"])})


def _proof(each: dict[str, Any] | None) -> Proof | None:
    if each is None:
        return None
    recipe = _recipe(each["recipe"])
    assert recipe is not None
    return Proof(steps_of(each["at"]), each["prefix"], recipe)


def _conditions(each: dict[str, Any]) -> tuple[Condition, ...]:
    return tuple(
        Condition(
            when=one["when"],
            then=one["then"],
            at=tuple(one["at"]),
            kind=one["kind"],
            says=one["says"],
            moments=tuple(Moment(**moment) for moment in one["moments"]),
        )
        for one in each.get("conditions", ())
    )


def _steps(pointer: str | None) -> Steps | None:
    return None if pointer is None else steps_of(pointer)


def code_of(each: Mapping[str, Any]) -> Code:
    """Return the code that an entry of a contract document states."""
    texts = tuple(each.get("messages", ()))
    return Code(**{**each, "answers": tuple(each["answers"]), "messages": texts})
