"""`specmill test`: the generated contract tests, run and told."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from .command import Commands, UsageError, add, project_of
from .report import write_report


def offer(commands: Commands) -> None:
    """Add the command to the others."""
    parser = add(commands, "test", "run the generated contract tests", _test)
    parser.add_argument(
        "--environment", help="hold a real server to the pages, not the embedded one"
    )
    parser.add_argument("--base-url", help="where that server is")
    parser.add_argument(
        "--report", type=Path, metavar="FILE", help="tell all of it as a page of HTML"
    )
    parser.add_argument(
        "--json", type=Path, metavar="FILE", help="tell all of it as JSON"
    )
    parser.add_argument(
        "--junit", type=Path, metavar="FILE", help="tell it as JUnit XML, for CI"
    )
    parser.add_argument(
        "pytest", nargs=argparse.REMAINDER, help="what to hand to pytest, after --"
    )


def _test(options: argparse.Namespace) -> int:
    from ..suite import run

    project = project_of(options)
    tests = project.target / "contract_tests"
    if not tests.is_dir():
        raise UsageError(
            f"there is no {project.output}/contract_tests; run 'specmill generate'"
        )
    if not (tests / "conftest.py").is_file():
        raise UsageError(
            f"{project.output}/ is stale: {project.output}/contract_tests/conftest.py is"
            " missing; run 'specmill generate'"
        )
    if options.base_url is not None:
        _require_address(options.base_url)
    given = [each for each in options.pytest if each != "--"]
    for name in ("environment", "base_url"):
        value = getattr(options, name)
        if value is not None:
            given += [f"--{name.replace('_', '-')}", value]
    if options.junit:
        given += ["--junit-xml", str(options.junit)]
    with tempfile.TemporaryDirectory(prefix="specmill-") as folder:
        results = options.json or Path(folder) / "report.json"
        code = run(tests, given, results)
        if options.report:
            write_report(results, options.report)
    return code


def _require_address(text: str) -> None:
    try:
        is_address = bool(urlsplit(text).hostname) and text.isprintable()
    except ValueError:
        is_address = False
    if not is_address:
        raise UsageError(
            "--base-url should be an address such as https://api.example.com"
        )
