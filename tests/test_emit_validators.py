"""What generated validators are called, where names of the page could meet."""

from __future__ import annotations

from acme import meant_operation, with_fields
from specmill.emit import validators

MEETING = """\
entries:
  type: array
  required: true
  evidence: table
  items: {type: object, fields: {a: {type: string, required: true, evidence: table}}}
entries_item:
  type: object
  name: other
  required: true
  evidence: table
  fields: {b: {type: string, required: true, evidence: table}}
rows:
  type: array
  required: true
  evidence: table
  items: {type: array, items: {type: string}}
rows_item:
  type: object
  required: true
  evidence: table
  fields: {c: {type: string, required: true, evidence: table}}
"""


def test_no_two_functions_have_one_name() -> None:
    operation = meant_operation(with_fields(MEETING))
    names = [each.name for each in validators._view(operation).functions]

    assert sorted(set(names)) == sorted(names)
