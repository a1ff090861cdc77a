"""`<partner>/models/<operation>.py`: reply models, written by datamodel-code-generator.

The only module that calls it. It is given a JSON Schema built here from the Api, by
whitelist and with names already checked; never a text of a spec as schema. What comes
back is parsed and compared with what was asked for before anybody uses it.
"""

from __future__ import annotations

import ast
import json
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from .. import ir
from ..output import Draft, digest
from ..own import version
from ..runtime.declare import HEADERS
from .events import event_of
from .sentences import said
from .text import OnlyDoc, docstring, draft, prose

GENERATOR: Final = f"datamodel-code-generator {version('datamodel-code-generator')}"

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def emit(api: ir.Api) -> Iterator[Draft]:
    """Yield the reply models of every operation."""
    for partner in api.partners:
        folder = f"{api.package}/{partner.name}/models"
        doc = docstring(f"Reply models of {partner.title}, by operation.", indent=0)
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
        f"Page: {page.title}, {page.url} (read {page.read}).",
        indent=0,
    )
    schema = schema_of(operation)
    aliases = aliases_of(operation)
    return _drafted(path, package, header, schema, aliases)


def _drafted(
    path: str, package: str, header: str, schema: Schema, aliases: dict[str, Any]
) -> Draft:
    key = digest(GENERATOR, header, json.dumps([package, schema, aliases]))
    return Draft(path, key, lambda: _generate(package, header, schema, aliases))


def _event_draft(path: str, package: str, callback: ir.Callback) -> Draft:
    """Return the model of what a call of the partner's tells."""
    operation, event = callback.operation, event_of(callback)
    page = operation.page
    header = docstring(
        f"What {callback.name} tells us, as its page documents it.",
        "Members that a call does not have are `MISSING`; values are as they came.",
        f"Page: {page.title}, {page.url} (read {page.read}).",
        indent=0,
    )
    definitions: Schema = {}
    _define(definitions, event, f"{operation.summary.rstrip('.')}.")
    schema = {"$schema": DRAFT, "$defs": definitions}
    return _drafted(path, package, header, schema, _aliases_of((event,)))


# What is asked for --------------------------------------------------------------------


def schema_of(operation: ir.Operation) -> Schema:
    """Return the replies as JSON Schema, every object a definition of its own name."""
    definitions: Schema = {}
    for reply in operation.replies:
        summary = reply.summary.rstrip(".")
        doc = f"{summary} (HTTP status {_status(reply)}; {reply.evidence})."
        _define(definitions, whole(reply), doc)
    return {
        "$schema": DRAFT,
        "$defs": definitions,
    }


def whole(reply: ir.Reply) -> ir.Record:
    """Return what a reply is read into: its body, and its headers as one member."""
    if reply.headers is None:
        return reply.body
    held = ir.Field(
        wire_name=HEADERS,
        name="headers",
        path=f"replies.{reply.name}.headers",
        type=reply.headers,
        printed="",
        required=True,
        nullable=False,
        constraints=(),
        form=None,
        source=ir.Caller(),
        prefix="",
        letter_case="exact",
        envelope=False,
        default=None,
        has_default=False,
        example=None,
        has_example=False,
        masked=False,
        secret=False,
        personal=False,
        deprecated=False,
        summary="The documented headers of the reply",
        comes_from="",
        echoes=None,
        evidence=(("else", reply.evidence),),
    )
    return replace(reply.body, fields=(*reply.body.fields, held))


def _status(reply: ir.Reply) -> str:
    return " or ".join(reply.when.statuses) or "not said"


def _define(definitions: Schema, record: ir.Record, doc: str) -> Schema:
    properties = {}
    definitions[record.name] = {}  # keeps the place before what it holds
    for each in record.fields:
        properties[each.wire_name] = {
            **_type(definitions, each),
            "description": _filled(said(each)),
        }
    definitions[record.name] = {
        "type": "object",
        "title": record.name,
        "description": _filled(doc),
        "properties": properties,
        "required": [each.wire_name for each in record.fields if each.required is True],
    }
    return {"$ref": f"#/$defs/{record.name}"}


def _filled(text: str) -> str:
    """Return *text* in lines that fit a docstring of a member."""
    return "\n".join(
        textwrap.wrap(prose(text), 76, break_long_words=False, break_on_hyphens=False)
    )


def _type(definitions: Schema, each: ir.Field) -> Schema:
    kind = each.type
    if isinstance(kind, ir.Record):
        found = _define(definitions, kind, said(each))
    elif isinstance(kind, ir.Array):
        found = {"type": "array", "items": _type(definitions, kind.item)}
    elif isinstance(kind, ir.Map):
        found = {
            "type": "object",
            "additionalProperties": _type(definitions, kind.value),
        }
    else:
        found = dict(_SCALARS[type(kind)])
    return _nullable(found) if each.nullable else found


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


def aliases_of(operation: ir.Operation) -> dict[str, str]:
    """Return the Python names that differ from wire names, by class and wire name."""
    return _aliases_of(whole(reply) for reply in operation.replies)


def _aliases_of(roots: Iterable[ir.Record]) -> dict[str, str]:
    return {
        f"{record.name}.{each.wire_name}": each.name
        for root in roots
        for record in _records(root)
        for each in record.fields
        if each.name != each.wire_name
    }


def records(operation: ir.Operation) -> Iterator[ir.Record]:
    """Yield every object that a reply of the operation holds."""
    for reply in operation.replies:
        yield from _records(whole(reply))


def _records(kind: ir.Type) -> Iterator[ir.Record]:
    if isinstance(kind, ir.Record):
        yield kind
        for each in kind.fields:
            yield from _records(each.type)
    elif isinstance(kind, ir.Array):
        yield from _records(kind.item.type)
    elif isinstance(kind, ir.Map):
        yield from _records(kind.value.type)


# What comes back ----------------------------------------------------------------------


def _generate(
    package: str, header: str, schema: Schema, aliases: dict[str, str]
) -> str:
    from datamodel_code_generator import generate
    from datamodel_code_generator.enums import (
        DataModelType,
        InputFileType,
        TargetPydanticVersion,
    )
    from datamodel_code_generator.format import Formatter, PythonVersion
    from datamodel_code_generator.parser import LiteralType

    text = generate(
        json.dumps(schema),
        input_file_type=InputFileType.JsonSchema,
        input_filename="specs",
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        target_pydantic_version=TargetPydanticVersion.V2_14,
        base_class=f"{package}._runtime.model.ApiModel",
        aliases=aliases,
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
        custom_file_header=header,
        formatters=[Formatter.BUILTIN],
        builtin_format_line_length=88,
    )
    assert isinstance(text, str)
    _hold_to(text, schema, aliases)
    return f"{_own_import_last(text, package)}\n"


def _own_import_last(text: str, package: str) -> str:
    """Return *text* with the import of the base class after those of libraries."""
    own = f"from {package}._runtime.model import ApiModel\n"
    before, found, after = text.partition(own)
    libraries, blank, rest = after.partition("\n\n")
    return f"{before}{libraries}\n\n{own}{blank}{rest}" if found else text


class ModelsDiffer(Exception):
    """datamodel-code-generator returned something else than what was asked for."""


def _hold_to(text: str, schema: Schema, aliases: dict[str, str]) -> None:
    """Raise ModelsDiffer unless every class has exactly its members and wire names."""
    found = dict(_members(ast.parse(text)))
    asked = {
        f"{name}.{wire_name}": aliases.get(f"{name}.{wire_name}", wire_name)
        for name, definition in schema["$defs"].items()
        for wire_name in definition["properties"]
    }
    if found != asked:
        differing = sorted(set(found.items()) ^ set(asked.items()))
        raise ModelsDiffer(f"{GENERATOR} changed {differing[0][0]}")


def _members(module: ast.Module) -> Iterator[tuple[str, str]]:
    for statement in module.body:
        if isinstance(statement, ast.ClassDef):
            for each in statement.body:
                if isinstance(each, ast.AnnAssign) and isinstance(
                    each.target, ast.Name
                ):
                    wire_name = _alias(each.annotation) or each.target.id
                    yield f"{statement.name}.{wire_name}", each.target.id


def _alias(annotation: ast.expr) -> str | None:
    """Return the text after `alias=` in an annotation."""
    for node in ast.walk(annotation):
        if isinstance(node, ast.keyword) and node.arg == "alias":
            assert isinstance(node.value, ast.Constant)
            return str(node.value.value)
    return None
