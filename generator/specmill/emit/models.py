"""`<partner>/models/<operation>.py`: reply models, written by datamodel-code-generator.

The only module that calls it. It is given a JSON Schema built here from the Api: types,
checked names, and a stand-in for every text of a spec, a wire name too where it is no
plain word. What comes back is held to what was asked for before the texts are written
in (`model_source`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from .. import ir
from ..literals import literal
from ..output import Draft, digest
from ..own import tool
from ..runtime.declare import HEADERS
from ..verbatim import compose
from .events import event_of
from .model_source import Asked, written
from .sentences import said
from .text import OnlyDoc, docstring, draft

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def emit(api: ir.Api) -> Iterator[Draft]:
    """Yield the reply models of every operation."""
    for partner in api.partners:
        folder = f"{api.package}/{partner.name}/models"
        doc = docstring(
            compose("Reply models of {}, by operation.", partner.title), indent=0
        )
        yield draft(f"{folder}/__init__.py", "docstring.py.j2", OnlyDoc(doc))
        for operation in partner.operations:
            if operation.replies:
                path = f"{folder}/{operation.name}.py"
                yield _draft(path, api.package, operation)
        for callback in partner.callbacks:
            yield _event_draft(f"{folder}/{callback.name}.py", api.package, callback)


def _draft(path: str, package: str, operation: ir.Operation) -> Draft:
    page = operation.page
    header = docstring(
        f"Replies of {operation.name} as its page documents them.",
        "Members that a reply does not have are `MISSING`; values are as they came.",
        compose("Page: {}, {} (read {}).", page.title, page.url, page.read),
        indent=0,
    )
    asking = _Asking(header)
    for reply in operation.replies:
        summary = reply.summary.rstrip(".")
        doc = compose(
            "{} (HTTP status {}; {}).", summary, _status(reply), reply.evidence
        )
        asking.define(whole(reply), doc)
    return _drafted(path, package, asking)


def _drafted(path: str, package: str, asking: _Asking) -> Draft:
    asked = asking.asked(package)
    key = digest(tool(""), repr(asked))
    return Draft(path, key, lambda: _generate(package, asked))


def _event_draft(path: str, package: str, callback: ir.Callback) -> Draft:
    """Return the model of what a call of the partner's tells."""
    operation, event = callback.operation, event_of(callback)
    page = operation.page
    header = docstring(
        f"What {callback.name} tells us, as its page documents it.",
        "Members that a call does not have are `MISSING`; values are as they came.",
        compose("Page: {}, {} (read {}).", page.title, page.url, page.read),
        indent=0,
    )
    asking = _Asking(header)
    asking.define(event, compose("{}.", operation.summary.rstrip(".")))
    return _drafted(path, package, asking)


# What is asked for --------------------------------------------------------------------


def whole(reply: ir.Reply) -> ir.Record:
    """Return what a reply is read into: its body, and its headers as one member."""
    if reply.headers is None:
        return reply.body
    held = ir.Field.bare(
        "headers",
        reply.headers,
        reply.evidence,
        path=f"replies.{reply.name}.headers",
        wire_name=HEADERS,
        summary="The documented headers of the reply",
    )
    return replace(reply.body, fields=(*reply.body.fields, held))


def _status(reply: ir.Reply) -> str:
    return " or ".join(reply.when.statuses) or "not said"


_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
"""A wire name that is a checked name as it is; any other has a stand-in."""


class _Asking:
    """A JSON Schema in the making, and what its stand-ins stand for."""

    def __init__(self, header: str) -> None:
        self._definitions: Schema = {}
        self._aliases: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._wire_names: dict[str, str] = {}
        self._header = self._stand_in(self._texts, "text", header)

    def asked(self, package: str) -> Asked:
        """Return all that there is to ask for."""
        return Asked(
            package=package,
            schema=json.dumps({"$schema": DRAFT, "$defs": self._definitions}),
            header=self._header,
            aliases=tuple(self._aliases.items()),
            texts=tuple(self._texts.items()),
            wire_names=tuple(self._wire_names.items()),
        )

    def define(self, record: ir.Record, doc: str) -> Schema:
        """Define the class of an object and of all that it holds; return a reference."""
        self._definitions[record.name] = {}  # keeps the place before what it holds
        properties: Schema = {}
        for each in record.fields:
            name = self._name(each.wire_name)
            properties[name] = {
                **self._type(each),
                "description": self._doc(said(each)),
            }
            if each.name != name:
                self._aliases[compose("{}.{}", record.name, name)] = each.name
        self._definitions[record.name] = {
            "type": "object",
            "title": record.name,
            "description": self._doc(doc),
            "properties": properties,
            "required": [
                self._name(each.wire_name)
                for each in record.fields
                if each.required is True
            ],
        }
        return {"$ref": f"#/$defs/{record.name}"}

    def _type(self, each: ir.Field) -> Schema:
        kind = each.type
        if isinstance(kind, ir.Record):
            found = self.define(kind, said(each))
        elif isinstance(kind, ir.Array):
            found = {"type": "array", "items": self._type(kind.item)}
        elif isinstance(kind, ir.Map):
            found = {"type": "object", "additionalProperties": self._type(kind.value)}
        else:
            found = dict(_SCALARS[type(kind)])
        return _nullable(found) if each.nullable else found

    def _doc(self, text: str) -> str:
        return self._stand_in(self._texts, "text", docstring(text))

    def _name(self, wire_name: str) -> str:
        if _PLAIN.fullmatch(wire_name):
            return wire_name
        for stand_in, source in self._wire_names.items():
            if source == literal(wire_name):
                return stand_in
        return self._stand_in(self._wire_names, "wire", literal(wire_name))

    @staticmethod
    def _stand_in(known: dict[str, str], kind: str, source: str) -> str:
        """Return a word that no plain name can be, and remember its *source*."""
        word = f"{kind}-{len(known)}"
        known[word] = source
        return word


def _nullable(schema: Schema) -> Schema:
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]} if schema else schema


_SCALARS: Final[dict[type, Schema]] = {
    ir.Text: {"type": "string"},
    ir.Integer: {"type": "integer"},
    ir.Number: {"type": "number"},
    ir.Boolean: {"type": "boolean"},
    ir.Anything: {},
}


def _generate(package: str, asked: Asked) -> str:
    from datamodel_code_generator import generate
    from datamodel_code_generator.enums import (
        DataModelType,
        InputFileType,
        TargetPydanticVersion,
    )
    from datamodel_code_generator.format import Formatter, PythonVersion
    from datamodel_code_generator.parser import LiteralType

    text = generate(
        asked.schema,
        input_file_type=InputFileType.JsonSchema,
        input_filename="specs",
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        target_pydantic_version=TargetPydanticVersion.V2_14,
        base_class=f"{package}._runtime.model.ApiModel",
        aliases=dict(asked.aliases),
        use_annotated=True,
        field_constraints=True,
        enum_field_as_literal=LiteralType.All,
        snake_case_field=True,
        use_missing_sentinel=True,
        collapse_root_models=True,
        skip_root_model=True,
        use_schema_description=True,
        use_field_description=True,
        use_single_line_docstring=True,
        use_standard_collections=True,
        use_union_operator=True,
        use_double_quotes=True,
        disable_timestamp=True,
        custom_file_header=f'"""{asked.header}"""',
        formatters=[Formatter.BUILTIN],
        builtin_format_line_length=88,
    )
    assert isinstance(text, str)
    return f"{_own_import_last(written(text, asked), package)}\n"


def _own_import_last(text: str, package: str) -> str:
    """Return *text* with the import of the base class after those of libraries."""
    own = f"from {package}._runtime.model import ApiModel\n"
    before, found, after = text.partition(own)
    libraries, _, rest = after.partition("\n\n")
    opening, rest = f"{before}{libraries}".rstrip("\n"), rest.lstrip("\n")
    return f"{opening}\n\n{own}\n\n{rest}" if found else text
