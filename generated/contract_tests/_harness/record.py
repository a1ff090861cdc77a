"""The recorder: what became of each case, wherever it ran, told once.

A result travels with pytest's own report of the test, so that what the workers of
pytest-xdist find is merged by the process that tells it.
"""

from __future__ import annotations

import json
import platform
import time
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final, cast

import pytest

from . import secrets
from .cases import Broken, Case
from .contract import Contract
from .document import Run, Trouble, document, write
from .exchanges import Server
from .items import CaseItem, contract_of
from .requests import Values, made_up
from .summary import Outcome, Result, Tally, report, tallies

TALLY: Final = pytest.StashKey[Tally]()
"""What one test notes while it runs."""
PLACE: Final = pytest.StashKey[int]()
"""Where a test stands among all."""
_RESULT: Final = "contract_result"
_PLAIN: Final = tuple(each.name for each in fields(Result))
_ENDED: Final = {0: "passed", 1: "failed", 2: "interrupted", 5: "passed"}


def case_of(item: pytest.Item) -> Case | None:
    """Return the case that a test is about."""
    return item.case if isinstance(item, CaseItem) else None


def _rows(item: pytest.Item) -> Mapping[str, Any]:
    return item.rows if isinstance(item, CaseItem) else {}


class Recorder:
    """The plugin that collects results and tells them."""

    def __init__(
        self, config: pytest.Config, contracts: Mapping[str, Contract], run: Run
    ) -> None:
        self._config = config
        self._contracts = contracts
        self._run = run
        self._mask = secrets.of_process(contracts.values()) | secrets.of_address(
            config.getoption("--base-url") or ""
        )
        self._results: dict[str, Result] = {}
        self._troubles: dict[str, Trouble] = {}
        self._began = time.perf_counter()

    # Where a test runs ----------------------------------------------------------------

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for place, item in enumerate(items):
            item.stash[PLACE] = place

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Hide secrets in what pytest tells, and add what the case came to."""
        if call.excinfo is not None and isinstance(call.excinfo.value, Broken):
            # What pytest would make of it is not shown, and takes a parse of the module.
            cast(Any, item).repr_failure = _untold
        found = yield
        told: tuple[str, ...] = ()
        if found.failed or found.sections:  # what hides secrets is not made for nothing
            mask = self._mask | _masks(item)
            told = tuple(map(mask, _told(call, found)))
            found.sections = [
                (name, secrets.visible(mask(text))) for name, text in found.sections
            ]
        if found.failed:
            found.longrepr = secrets.visible("\n\n".join(told))
        result = self._result(item, found, told)
        if result is not None:
            # pytest-xdist carries every plain attribute of a report, a text at once.
            plain = {name: getattr(result, name) for name in _PLAIN}
            setattr(found, _RESULT, json.dumps(plain))
        return found

    def _result(
        self, item: pytest.Item, found: pytest.TestReport, told: tuple[str, ...]
    ) -> Result | None:
        case, contract = case_of(item), contract_of(item)
        is_over = found.when == "call" or not found.passed
        if case is None or contract is None or not is_over:
            return None
        noted = item.stash.get(TALLY, None)
        seen = noted.observations[-1] if noted and noted.observations else None
        outcome = cast(Outcome, found.outcome)
        if case.is_observation and outcome == "passed":
            outcome = "observed"
        server = _server(item)
        is_elsewhere = server is not None and not server.is_embedded
        return Result(
            operation=contract.name,
            place=item.stash.get(PLACE, 0),
            test=item.name.partition("[")[0],
            case=case.id,
            side=case.side,
            client=str(_rows(item).get("client", "")),
            fact=case.fact,
            evidence=case.evidence,
            proves=case.proves,
            outcome=outcome,
            address=secrets.address(server.base_url) if server and is_elsewhere else "",
            why=_why(found, seen.why if seen else ""),
            came=seen.came if seen else "",
            told=told,
            seconds=round(found.duration, 4),
        )

    # Where all of it is told ----------------------------------------------------------

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if hasattr(self._config, "workerinput"):
            return  # it is counted where the results of all workers come together
        text = getattr(report, _RESULT, None)
        if text is not None:
            known = self._results.get(report.nodeid)
            if known is None or known.outcome != "failed":
                plain = json.loads(text)
                told = tuple(plain["told"])
                self._results[report.nodeid] = Result(**{**plain, "told": told})
        elif report.failed:
            self._trouble(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self._trouble(report)

    def _trouble(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        told = self._mask(report.longreprtext)
        self._troubles.setdefault(report.nodeid, Trouble(report.nodeid, told))

    def pytest_terminal_summary(
        self, terminalreporter: pytest.TerminalReporter
    ) -> None:
        found = self._tallies()
        if not found or self._config.getoption("--no-contract-summary"):
            return  # whoever asked for the file tells the results
        is_verbose = self._run.against == "server" or self._config.option.verbose > 0
        terminalreporter.section("contracts")
        for line in report(found, is_verbose=is_verbose):
            terminalreporter.line(secrets.visible(line))

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, exitstatus: int) -> None:
        target = self._config.getoption("--report-json")
        if not target or hasattr(self._config, "workerinput"):
            return
        ended = replace(
            self._run,
            seconds=round(time.perf_counter() - self._began, 2),
            ended=_ENDED.get(int(exitstatus), "broken"),
            troubles=tuple(self._troubles.values()),
        )
        write(Path(target), document(ended, self._tallies()))

    def _tallies(self) -> tuple[Tally, ...]:
        return tallies(self._results.values(), self._contracts)


def begun(
    against: str, environment: str, address: str, notes: Iterable[str] = ()
) -> Run:
    """Return a run that starts now; *notes* say what limits it."""
    return Run(
        started=datetime.now(UTC).isoformat(timespec="seconds"),
        seconds=0.0,
        ended="",
        against=against,
        environment=environment,
        address=secrets.address(address),
        versions=dict(_versions()),
        notes=tuple(notes),
    )


def _versions() -> Iterator[tuple[str, str]]:
    yield "Python", platform.python_version()
    yield "system", f"{platform.system()} {platform.machine()}"
    for name in ("pytest", "pytest-xdist", "jsonschema", "specmill"):
        try:
            yield name, version(name)
        except PackageNotFoundError:
            continue


def _server(item: pytest.Item) -> Server | None:
    found = item.arguments.get("server") if isinstance(item, CaseItem) else None
    return found if isinstance(found, Server) else None


def _masks(item: pytest.Item) -> secrets.Masks:
    """Return what hides the secrets that a test works with."""
    contract = contract_of(item)
    if contract is None:
        return secrets.masks(())
    server = _server(item)
    values: Values = server.values if server else made_up(contract)
    own = secrets.masks(values.members.get(pointer) for pointer in contract.secrets)
    return secrets.of_credentials(contract, values.credentials) | own


def _told(call: pytest.CallInfo[None], found: pytest.TestReport) -> tuple[str, ...]:
    if not found.failed:
        return ()
    if call.excinfo is not None and isinstance(call.excinfo.value, Broken):
        return call.excinfo.value.told
    return (found.longreprtext,)


def _untold(*_: object) -> str:
    return ""


def _why(found: pytest.TestReport, observed: str) -> str:
    if isinstance(found.longrepr, tuple):
        return found.longrepr[2].removeprefix("Skipped: ")
    return observed
