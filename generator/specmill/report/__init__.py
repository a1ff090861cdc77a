"""Results of a run as one page of HTML that needs nothing beside it.

The harness writes what it found as JSON, with the standard library alone; here that
document is checked and becomes a page.
"""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any, Final

from ..output import printable, replace_file
from .page import page
from .schema import report_schema
from .views import Page

__all__ = ["ReportError", "read", "render", "report_schema", "write"]

TEMPLATES: Final = Path(__file__).parent.parent / "templates"


class ReportError(Exception):
    """A file is no report that can be read; the text says why."""


def read(path: Path) -> dict[str, Any]:
    """Return the document in the file at *path*; ReportError for any other file."""
    try:
        document = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        raise ReportError(f"{printable(str(path))} holds no JSON") from None
    _check(path, document)
    checked: dict[str, Any] = document
    return checked


def _check(path: Path, document: Any) -> None:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    found = best_match(Draft202012Validator(report_schema()).iter_errors(document))
    if found is not None:
        at = "".join(f"/{step}" for step in found.absolute_path) or "the document"
        raise ReportError(
            f"{printable(str(path))} is no report that 'specmill test --json' of this version writes:"
            f" {printable(at)} does not keep its schema ({found.validator})"
        )


def render(document: dict[str, Any]) -> str:
    """Return the page of *document*, which keeps `report_schema`."""
    return _rendered(page(document))


def write(target: Path, html: str) -> None:
    """Write a page to *target*, whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    replace_file(target, html.encode("utf-8"))


def _rendered(view: Page) -> str:
    import jinja2
    from markupsafe import Markup

    from .text import marked

    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        finalize=marked,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
    )
    style = templates.get_template("report.css.j2").render()
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode()
    return templates.get_template("report.html.j2").render(
        page=view, style=Markup(style), style_hash=Markup(f"sha256-{digest}")
    )
