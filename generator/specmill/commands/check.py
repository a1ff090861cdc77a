"""`specmill check`: what is wrong with the specs, and what they leave unknown."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ..verbatim import compose
from .command import FINDINGS, WELL, Commands, add, counted, project_of
from .specs import add_format, on_a_line, understood

if TYPE_CHECKING:
    from .. import ir


def offer(commands: Commands) -> None:
    """Add the command to the others."""
    parser = add(commands, "check", "check the specs and tell what is unknown", _check)
    add_format(parser)


def _check(options: argparse.Namespace) -> int:
    project = project_of(options)
    api = understood(project, options.format)
    if api is None:
        return FINDINGS
    if options.format != "text":
        return WELL
    operations = [each for partner in api.partners for each in partner.operations]
    calls = [each for partner in api.partners for each in partner.calls]
    print(
        f"{counted(len(operations), 'operation')}{_and_callbacks(api)} of"
        f" {counted(len(api.partners), 'partner')}:"
        f" {counted(sum(len(each.defects) for each in calls), 'defect')} decided,"
        f" {counted(sum(len(each.unknowns) for each in calls), 'fact')} unknown"
    )
    for partner in api.partners:
        for call in partner.calls:
            for unknown in call.unknowns:
                blocks = "; no call without it" if unknown.needed else ""
                said = compose("{}.{}: {}", partner.name, unknown.fact, unknown.says)
                print(f"  {on_a_line(said)}{blocks}")
    return WELL


def _and_callbacks(api: ir.Api) -> str:
    number = sum(len(partner.callbacks) for partner in api.partners)
    return f" and {counted(number, 'callback')}" if number else ""
