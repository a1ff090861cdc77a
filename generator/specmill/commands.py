"""The command line: arguments, printing and exit codes, and nothing else.

Exit 0: all well; 1: findings; 2: wrong use, or a file that cannot be read or written.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from . import __version__
from .config import ConfigError, find_project
from .diagnostics import Diagnostic, Refused, nearest, render
from .output import OutputError, printable, replace_file
from .pipeline import Project, generate, read_specs, understand

if TYPE_CHECKING:
    from . import ir
    from .harness.certificates import Certificates
    from .harness.provider import Provider

WELL: Final = 0
FINDINGS: Final = 1
WRONG_USE: Final = 2

MOST_LISTED: Final = 20
"""How many added files are listed; more, as on a first run, are counted."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; nothing a user does shows a traceback."""
    options = _parser().parse_args(argv)
    try:
        code: int = options.run(options)
        return code
    except (ConfigError, OutputError, UsageError) as error:
        print(f"specmill: {error}", file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:
        raise
    except OSError as error:
        what = error.strerror or type(error).__name__
        where = f": {printable(str(error.filename))}" if error.filename else ""
        print(f"specmill: {what.lower()}{where}", file=sys.stderr)
        return WRONG_USE
    except KeyboardInterrupt:
        print("specmill: interrupted; nothing was half written", file=sys.stderr)
        return 130


class UsageError(Exception):
    """The command cannot be carried out as it was given."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="specmill",
        description="Typed API clients, validators and contract tests from YAML specs of"
        " documentation pages.",
        epilog="Exit codes: 0 all well, 1 findings, 2 wrong use.",
    )
    parser.add_argument(
        "--version", action="version", version=f"specmill {__version__}"
    )
    commands = parser.add_subparsers(
        title="commands", metavar="COMMAND", required=True, dest="command"
    )
    for command in COMMANDS:
        command(commands)
    return parser


def _add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    says: str,
    run: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name, help=says, description=says[:1].upper() + says[1:] + "."
    )
    parser.add_argument(
        "--project",
        type=Path,
        default=Path(),
        metavar="DIR",
        help="the project's folder; this one, if not said",
    )
    parser.set_defaults(run=run)
    return parser


def _project(options: argparse.Namespace) -> Project:
    folder = options.project.absolute()
    if not folder.is_dir():
        raise UsageError(f"there is no folder {printable(str(options.project))}")
    return find_project(folder)


# init -----------------------------------------------------------------------------------


def _init_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
) -> None:
    parser = _add(
        commands, "init", "start a project with an example of a partner", _init
    )
    parser.add_argument(
        "partner", nargs="?", default="acme", help="the partner's name, in snake_case"
    )
    parser.add_argument(
        "operation",
        nargs="?",
        default="send_otp",
        help="the first operation's name, in snake_case",
    )


def _init(options: argparse.Namespace) -> int:
    from .init import start

    project = _project(options)
    written = start(project, options.partner, options.operation)
    for path in written:
        print(f"wrote {path}")
    print("next: edit the specs, then run 'specmill generate' and 'specmill test'")
    return WELL


# check ----------------------------------------------------------------------------------


def _check_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
) -> None:
    parser = _add(commands, "check", "check the specs and tell what is unknown", _check)
    _add_format(parser)


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        choices=("text", "json", "github", "sarif"),
        default="text",
        help="how findings are told",
    )


def _check(options: argparse.Namespace) -> int:
    project = _project(options)
    api = _understood(project, options.format)
    if api is None:
        return FINDINGS
    if options.format != "text":
        return WELL
    operations = [each for partner in api.partners for each in partner.operations]
    calls = [each for partner in api.partners for each in partner.calls]
    print(
        f"{_count(len(operations), 'operation')}{_and_callbacks(api)} of"
        f" {_count(len(api.partners), 'partner')}:"
        f" {_count(sum(len(each.defects) for each in calls), 'defect')} decided,"
        f" {_count(sum(len(each.unknowns) for each in calls), 'fact')} unknown"
    )
    for partner in api.partners:
        for call in partner.calls:
            for unknown in call.unknowns:
                blocks = "; no call without it" if unknown.needed else ""
                print(f"  {partner.name}.{unknown.fact}: {unknown.says}{blocks}")
    return WELL


def _and_callbacks(api: ir.Api) -> str:
    number = sum(len(partner.callbacks) for partner in api.partners)
    return f" and {_count(number, 'callback')}" if number else ""


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _understood(project: Project, style: str = "text") -> ir.Api | None:
    """Return what the specs mean, or None after printing what is wrong with them."""
    warnings: list[Diagnostic] = []
    try:
        api = understand(project, warn=warnings.append)
    except Refused as refused:
        _tell(project, refused.diagnostics, style)
        return None
    if warnings or style != "text":
        _tell(project, warnings, style)
    return api


def _tell(project: Project, diagnostics: Sequence[Diagnostic], style: str) -> None:
    from .source import Source

    try:
        texts = read_specs(project)
    except Refused:
        texts = {}
    sources = {
        path: Source(path, content.decode("utf-8", "replace"))
        for path, content in texts.items()
    }
    stream = sys.stderr if style == "text" else sys.stdout
    caret = style == "text"
    print(render(diagnostics, sources, style, caret=caret), end="", file=stream)  # type: ignore[arg-type]


# generate -------------------------------------------------------------------------------


def _generate_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
) -> None:
    parser = _add(
        commands, "generate", "make the output folder what the specs say", _generate
    )
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument(
        "--check",
        action="store_true",
        help="write nothing; fail and show a diff if the output is stale",
    )
    ways.add_argument(
        "--watch",
        action="store_true",
        help="do it again after every edit of a spec, until Ctrl-C",
    )
    parser.add_argument(
        "--force", action="store_true", help="overwrite files that were edited by hand"
    )
    _add_format(parser)


def _generate(options: argparse.Namespace) -> int:
    project = _project(options)
    return _watch(project, options) if options.watch else _made(project, options)


def _watch(project: Project, options: argparse.Namespace) -> int:
    """Generate after every edit; what is wrong with one is told, and waited for."""
    from .watch import watch

    def run() -> None:
        try:
            _made(project, options)
        except BrokenPipeError:
            raise
        except (OutputError, OSError) as error:
            print(f"specmill: {error}", file=sys.stderr)
        sys.stdout.flush()

    try:
        watch(project, run)
    except KeyboardInterrupt:
        return WELL


def _made(project: Project, options: argparse.Namespace) -> int:
    try:
        outcome = generate(
            project, check_only=options.check, force=options.force, told=_progress
        )
    except Refused as refused:
        _tell(project, refused.diagnostics, options.format)
        return FINDINGS
    changes = outcome.changes
    if options.check and not changes.is_clean:
        groups = (changes.added, changes.changed, changes.removed, changes.edited)
        stale = sorted(path for group in groups for path in group)
        for path in stale:
            print(f"stale: {project.output}/{path}", file=sys.stderr)
        print("\n".join(outcome.diff))
        print("run 'specmill generate'", file=sys.stderr)
        return FINDINGS
    for word, paths in (
        ("added", changes.added),
        ("changed", (*changes.changed, *changes.edited)),
        ("removed", changes.removed),
    ):
        if word == "added" and len(paths) > MOST_LISTED:
            print(f"added {_count(len(paths), 'file')} to {project.output}")
            continue
        for path in paths:
            print(f"{word} {project.output}/{path}")
    total = len(changes.added) + len(changes.changed) + len(changes.unchanged)
    state = "is current" if changes.is_clean else "is up to date now"
    print(f"{project.output} {state}: {_count(total, 'file')}")
    return WELL


def _progress(step: str) -> None:
    """Tell what is being done, where a person watches."""
    if sys.stderr.isatty():
        print(f"{step} ...", file=sys.stderr)


# show -----------------------------------------------------------------------------------


def _show_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
) -> None:
    parser = _add(commands, "show", "print what is documented of an operation", _show)
    parser.add_argument(
        "operation",
        nargs="?",
        help="as in paytm.verify_otp; without it, the operations are listed",
    )


def _show(options: argparse.Namespace) -> int:
    from .show import show, show_callback
    from .verbatim import exact, joined

    api = _understood(_project(options))
    if api is None:
        return FINDINGS
    known = _operations(api)
    callbacks = {
        f"{partner.name}.{each.name}": (partner, each)
        for partner in api.partners
        for each in partner.callbacks
    }
    calls = {
        name: (partner, each.operation) for name, (partner, each) in callbacks.items()
    }
    if options.operation is None:
        for name, (_, operation) in {**known, **calls}.items():
            print(f"{name}: {exact(operation.summary)}")
        return WELL
    partner, chosen = _chosen(options.operation, {**known, **calls})
    callback = callbacks.get(f"{partner.name}.{chosen.name}")
    lines = show_callback(partner, callback[1]) if callback else show(partner, chosen)
    print(exact(joined("\n", lines)))
    return WELL


def _operations(api: ir.Api) -> dict[str, tuple[ir.Partner, ir.Operation]]:
    return {
        f"{partner.name}.{operation.name}": (partner, operation)
        for partner in api.partners
        for operation in partner.operations
    }


def _chosen(
    name: str, known: dict[str, tuple[ir.Partner, ir.Operation]]
) -> tuple[ir.Partner, ir.Operation]:
    found = [key for key in known if key == name or key.endswith(f".{name}")]
    if len(found) == 1:
        return known[found[0]]
    if found:
        raise UsageError(f"'{name}' could be {' or '.join(found)}")
    near = nearest(name, known)
    hint = f"; did you mean '{near}'?" if near else f"; known are {', '.join(known)}"
    raise UsageError(f"there is no operation '{printable(name)}'{hint}")


# export ---------------------------------------------------------------------------------


def _export_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
) -> None:
    parser = _add(commands, "export", "tell the specs in another notation", _export)
    notations = parser.add_subparsers(
        title="notations", metavar="NOTATION", required=True, dest="what"
    )
    says = "the spec language, or the JSON of a run, as JSON Schema"
    language = notations.add_parser("json-schema", help=says, description=says)
    language.add_argument(
        "--of",
        choices=("specs", "report"),
        default="specs",
        help="specs: the spec language; report: what 'specmill test --json' writes",
    )
    says = "the operations as OpenAPI 3.1, with a list of what it cannot say"
    openapi = notations.add_parser("openapi", help=says, description=says)
    openapi.add_argument(
        "--of",
        metavar="PARTNER[.OPERATION]",
        help="one partner, operation or callback; all of them, if not said",
    )
    openapi.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="where to write it"
    )
    openapi.add_argument(
        "--format",
        choices=("yaml", "json"),
        help="if not said, json for a FILE that ends in .json, else yaml",
    )


def _export(options: argparse.Namespace) -> int:
    if options.what == "openapi":
        return _export_openapi(options)
    from .check import json_schema
    from .report import report_schema

    found = report_schema() if options.of == "report" else json_schema()
    print(json.dumps(found, indent=2, ensure_ascii=True))
    return WELL


def _export_openapi(options: argparse.Namespace) -> int:
    from .openapi import document, written

    api = _understood(_project(options))
    if api is None:
        return FINDINGS
    called = _called(api, options.of)
    # The name of a callback names no operation, and asks for that callback alone.
    chosen = (
        () if called and options.of in _names(called) else _selected(api, options.of)
    )
    found = document(chosen, called)
    is_json = options.output is not None and options.output.suffix == ".json"
    text = written(found, options.format or ("json" if is_json else "yaml"))
    if options.output is None:
        sys.stdout.write(text)
        return WELL
    replace_file(options.output, text.encode("utf-8"))
    unsaid = _count(len(found["x-specmill-not-said"]), "kind")
    calls = f" and {_count(len(called), 'callback')}" if called else ""
    print(
        f"wrote {printable(str(options.output))}:"
        f" {_count(len(chosen), 'operation')}{calls};"
        f" {unsaid} of facts that OpenAPI cannot say, listed in x-specmill-not-said"
    )
    return WELL


def _called(api: ir.Api, of: str | None) -> tuple[tuple[ir.Partner, ir.Callback], ...]:
    """Return the callbacks of one partner, one callback, or all of them."""
    every = tuple((each, one) for each in api.partners for one in each.callbacks)
    if of is None:
        return every
    found = zip(every, _names(every), strict=True)
    return tuple(pair for pair, name in found if of in (pair[0].name, name))


def _names(called: Iterable[tuple[ir.Partner, ir.Callback]]) -> list[str]:
    return [f"{partner.name}.{callback.name}" for partner, callback in called]


def _selected(
    api: ir.Api, of: str | None
) -> tuple[tuple[ir.Partner, ir.Operation], ...]:
    """Return the operations of one partner, one operation, or all of them."""
    every = {
        f"{partner.name}.{operation.name}": (partner, operation)
        for partner in api.partners
        for operation in partner.operations
    }
    found = [
        pair for name, pair in every.items() if of is None or of in (pair[0].name, name)
    ]
    if of is None or found:
        return tuple(found)
    partners = [partner.name for partner in api.partners]
    near = nearest(of, [*partners, *every])
    if near in partners:
        raise UsageError(f"there is no '{printable(of)}'; did you mean '{near}'?")
    return (_chosen(of, every),)


# mock and test --------------------------------------------------------------------------


def _mock_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
) -> None:
    parser = _add(commands, "mock", "serve the documented replies on loopback", _mock)
    parser.epilog = ASKING
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    parser.add_argument("--port", type=int, default=9800, help="the port; 0 picks one")
    parser.add_argument(
        "--fault",
        action="append",
        default=[],
        metavar="NAME",
        dest="faults",
        help="what each connection meets; of several, connections take turns, and 'none'"
        " is no fault",
    )
    parser.add_argument(
        "--list-faults", action="store_true", help="print the faults and what they do"
    )
    parser.add_argument(
        "--tls",
        type=Path,
        metavar="FILE",
        help="serve HTTPS, and write the authority that callers have to trust to FILE",
    )


ASKING: Final = (
    "URLs start with /<partner>. Ask for a reply with the header 'Specmill-Reply: NAME or"
    " CODE', for a fault with 'Specmill-Fault: NAME'; GET /__specmill/ lists them."
)
"""How a request to the mock chooses its answer."""


def _mock(options: argparse.Namespace) -> int:
    if options.list_faults:
        return _list_faults()
    from .contracts import contract
    from .harness.provider import serve

    api = _understood(_project(options))
    if api is None:
        return FINDINGS
    contracts = [
        contract(partner, operation)
        for partner in api.partners
        for operation in partner.operations
    ]
    tls = None if options.tls is None else _certificates(options.tls)
    try:
        serve(
            contracts,
            options.host,
            options.port,
            faults=options.faults,
            tls=tls,
            ready=_served,
        )
    except ValueError as error:
        hint = "'specmill mock --list-faults' lists them; --tls FILE serves TLS"
        raise UsageError(f"{error}; {hint}") from None
    return WELL


def _list_faults() -> int:
    from .harness.faults import FAULTS

    width = max(len(name) for name in FAULTS)
    for fault in FAULTS.values():
        print(f"{fault.name:{width}}  {fault.says} ({' or '.join(fault.outcomes)})")
    return WELL


def _certificates(path: Path) -> Certificates:
    from .harness.certificates import Certificates

    try:
        made = Certificates()
    except ImportError:
        raise UsageError(
            "TLS needs the package cryptography: pip install 'specmill[tls]'"
        ) from None
    path.write_bytes(made.authority)
    return made


def _served(provider: Provider) -> None:
    """Tell where the operations are and how to ask for another answer."""
    for contract in provider.contracts:
        url = provider.url(contract.partner) + contract.path
        print(f"{contract.name}: {contract.method} {url}")
    print(f"{ASKING} Ctrl-C ends.", flush=True)


def _test_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
) -> None:
    parser = _add(commands, "test", "run the generated contract tests", _test)
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
    from .suite import run

    project = _project(options)
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
            _write_report(results, options.report)
    return code


def _write_report(results: Path, target: Path) -> None:
    """Make the page of what stands in *results*."""
    from .report import ReportError, read, render, write

    if not results.is_file():
        raise UsageError(
            f"{printable(str(results))} was not written, so there is no page"
        )
    try:
        document = read(results)
    except ReportError as error:
        raise UsageError(str(error)) from None
    write(target, render(document))
    print(f"wrote {printable(str(target))}")


def _report_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
) -> None:
    says = "make a page of HTML of what 'specmill test --json' wrote"
    parser = _add(commands, "report", says, _report)
    parser.add_argument("results", type=Path, metavar="FILE.json")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("report.html"),
        metavar="FILE",
        help="the page; report.html, if not said",
    )


def _report(options: argparse.Namespace) -> int:
    results: Path = options.results
    if not results.is_file():
        raise UsageError(f"there is no file {printable(str(results))}")
    _write_report(results, options.output)
    return WELL


# mutate ---------------------------------------------------------------------------------


def _mutate_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
) -> None:
    parser = _add(
        commands,
        "mutate",
        "change one documented fact at a time and tell whether the contract tests find it",
        _mutate,
    )
    parser.add_argument(
        "operations",
        nargs="*",
        metavar="OPERATION",
        help="as in paytm.verify_otp; all of them, if not said",
    )
    parser.add_argument(
        "--environment",
        default="",
        metavar="NAME",
        help="run the cases of this environment, not those of the pages",
    )
    parser.add_argument(
        "--side",
        choices=("provider", "client", "all"),
        default="all",
        help="whose facts are changed; both, if not said",
    )
    parser.add_argument(
        "--every",
        type=_positive,
        default=1,
        metavar="N",
        help="try every Nth mutant alone, for a first look",
    )
    parser.add_argument(
        "-j",
        "--processes",
        type=_positive,
        default=os.cpu_count() or 1,
        metavar="N",
        help="how many processes; as many as there are processors, if not said",
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="how it is told"
    )


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _mutate(options: argparse.Namespace) -> int:
    from .mutants import Wanted
    from .mutants.client import NotGenerated
    from .mutants.run import Unsound, as_json, as_text, run

    project = _project(options)
    api = _understood(project)
    if api is None:
        return FINDINGS
    wanted = Wanted(
        tuple(_chosen_names(api, options)),
        options.environment,
        options.side,
        options.every,
    )
    try:
        found = run(project, wanted, options.processes)
    except Unsound as error:
        print(f"specmill: {error}; run 'specmill test'", file=sys.stderr)
        return FINDINGS
    except NotGenerated as error:
        print(f"specmill: {error}", file=sys.stderr)
        return FINDINGS
    print(as_json(found) if options.format == "json" else "\n".join(as_text(found)))
    return WELL if all(each.is_explained for each in found) else FINDINGS


def _chosen_names(api: ir.Api, options: argparse.Namespace) -> Iterator[str]:
    """Yield the operations that are asked for; UsageError for one that there is not."""
    known = _operations(api)
    played = {each.name for partner in api.partners for each in partner.played}
    if options.environment and options.environment not in played:
        listed = ", ".join(sorted(played)) or "none"
        raise UsageError(
            f"no environment '{printable(options.environment)}' says what it answers;"
            f" known are: {listed}"
        )
    for name in options.operations:
        partner, operation = _chosen(name, known)
        yield f"{partner.name}.{operation.name}"


COMMANDS: Final = (
    _init_command,
    _check_command,
    _generate_command,
    _test_command,
    _report_command,
    _mutate_command,
    _mock_command,
    _show_command,
    _export_command,
)
