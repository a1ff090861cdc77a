"""`specmill test`: the generated contract tests, run and told."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from ..output import replace_file
from .command import Commands, UsageError, add, project_of
from .report import write_report
from .specs import operation_named

NAME: Final = "test"


def offer(commands: Commands) -> None:
    """Add the command to the others."""
    parser = add(commands, NAME, "run the generated contract tests", _test)
    parser.epilog = "What stands after -- is handed to pytest."
    parser.add_argument(
        "operations",
        nargs="*",
        metavar="OPERATION",
        help="as in paytm.verify_otp, or a partner; all of them, if not said",
    )
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


def _test(options: argparse.Namespace) -> int:
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
    given = list(options.handed_on)
    for name in ("environment", "base_url"):
        value = getattr(options, name)
        if value is not None:
            given += [f"--{name.replace('_', '-')}", value]
    return _run(_chosen(tests, options.operations), given, options)


def _chosen(tests: Path, names: Sequence[str]) -> list[Path]:
    """Return where the tests of *names* are; UsageError for one that has none."""
    files = sorted(tests.glob("*/test_*.py"))
    known = {each.parent.name: each.parent for each in files}
    for each in files:
        known[f"{each.parent.name}.{each.stem.removeprefix('test_')}"] = each
    return [operation_named(name, known) for name in names] or [tests]


def _run(
    tests: Sequence[Path], given: Sequence[str], options: argparse.Namespace
) -> int:
    from ..suite import run

    with tempfile.TemporaryDirectory(prefix="specmill-") as folder:
        results, junit = Path(folder) / "report.json", Path(folder) / "junit.xml"
        wanted = {results: options.json, junit: options.junit}
        more = ["--junit-xml", str(junit)] if options.junit else []
        for target in filter(None, wanted.values()):
            if target.is_file():
                target.resolve().unlink()  # a run that breaks leaves no older results
        try:
            code = run(tests, [*more, *given], results)
        finally:
            _put_in_place(wanted)
        if options.report:
            write_report(results, options.report)
    return code


def _put_in_place(wanted: Mapping[Path, Path | None]) -> None:
    """Copy what was written to where it is wanted, each of it whole or not at all."""
    for made, target in wanted.items():
        if target and made.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            replace_file(target, made.read_bytes())


def _require_address(text: str) -> None:
    try:
        is_address = bool(urlsplit(text).hostname) and text.isprintable()
    except ValueError:
        is_address = False
    if not is_address:
        raise UsageError(
            "--base-url should be an address such as https://api.example.com"
        )
