"""The pytest plugin of runs against a server: what they may do, and what they lacked.

A server on this machine is asked as often as there are cases, unless it is said
otherwise; any other gets no more than a budget of requests, at a rate.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import pytest

from .allowance import BUDGET, RATE, Allowance, Spent, budget_of, rate_of
from .contract import Contract, Environment
from .curl import curl
from .exchanges import Sends
from .pointers import steps_of
from .requests import Values, unset
from .secrets import address
from .wire import Answer, Answering, Kept, NoAnswer, Request, send

UNKNOWN: Final = "unknown"
PATIENCE: Final = 3
"""How many requests in a row may have no answer."""
_ACCOUNT: Final = "contract_account"
_FOLDER: Final = "environments"
_FIXED: Final = ("const", "enum")
_SPENT: Final = "the budget is used up"
_PRINTED: Final = "not sent, but printed: "


def add_options(group: pytest.OptionGroup) -> None:
    group.addoption(
        "--budget",
        metavar="N",
        type=budget_of,
        help=f"requests to a server in all; {BUDGET} where it is not this machine",
    )
    group.addoption(
        "--rate",
        metavar="N/s",
        type=rate_of,
        help=f"requests in a second; {RATE:g}/s where the server is not this machine",
    )
    group.addoption(
        "--print-curl",
        action="store_true",
        help="send nothing: print each request as a line for curl, signed anew",
    )


def is_here(base_url: str) -> bool:
    """Tell whether a server is on this machine."""
    host = urlsplit(base_url).hostname or ""
    return host in ("localhost", "::1") or host.startswith("127.")


def environment_of(contract: Contract, name: str | None) -> Environment | None:
    return next((each for each in contract.environments if each.name == name), None)


class Live:
    """What one run may ask of its servers, and what it was not given."""

    def __init__(self, config: pytest.Config, contracts: Iterable[Contract]) -> None:
        self._config = config
        self._contracts = {each.name: each for each in contracts}
        self._allowance: Allowance | None = None
        self._folder: str | None = None
        self._skipped: Counter[str] = Counter()
        self._printed: list[str] = []
        self._tried: set[str] = set()
        """The files of the tests that were tried."""
        self._unanswered = 0
        self._session: pytest.Session | None = None

    @property
    def budget(self) -> int:
        return self._config.getoption("--budget") or BUDGET

    @property
    def rate(self) -> float:
        return self._config.getoption("--rate") or RATE

    # What it may do -------------------------------------------------------------------

    def carrier(
        self,
        contract: Contract,
        values: Values,
        base_url: str,
        answers: Answering | None = None,
    ) -> Sends:
        """Return what takes a request to the server at *base_url*, if it may.

        With *answers* the server is in this process, and no connection is made.
        """
        sends = partial(send, answers=answers)
        return self._carried(contract, values, base_url, sends)

    @contextmanager
    def keeper(
        self, contract: Contract, values: Values, base_url: str
    ) -> Iterator[Sends]:
        """Yield what takes requests to the server on one connection, if it may."""
        with Kept() as line:
            yield self._carried(contract, values, base_url, line.send)

    def _carried(
        self, contract: Contract, values: Values, base_url: str, sends: Sends
    ) -> Sends:
        if self._config.getoption("--print-curl"):
            return _printer(contract, values)
        asks = self._paced if self._is_limited(base_url) else self._asked
        return partial(asks, sends)

    def _is_limited(self, base_url: str) -> bool:
        said = self._config.getoption("--budget") or self._config.getoption("--rate")
        return bool(said) or not is_here(base_url)

    def _paced(self, sends: Sends, base_url: str, request: Request) -> Answer:
        if self._allowance is None:
            shared = getattr(self._config, "workerinput", {}).get(_ACCOUNT)
            path = Path(shared) if shared else None
            self._allowance = Allowance(self.budget, self.rate, path)
        try:
            self._allowance.take()
        except Spent:
            says = f"{_SPENT}: {self.budget} requests were made; pass --budget N"
            pytest.skip(says)
        return self._asked(sends, base_url, request)

    def _asked(self, sends: Sends, base_url: str, request: Request) -> Answer:
        """Send *request*, unless the server left too many in a row without an answer.

        A server that hangs or is gone ends the run soon, as failed.
        """
        try:
            answer = sends(base_url, request)
        except NoAnswer:
            self._unanswered += 1
            if self._unanswered == PATIENCE and self._session is not None:
                says = f"{PATIENCE} requests in a row had no answer: the run ends"
                self._session.shouldfail = says
            raise
        self._unanswered = 0
        return answer

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """Tell a worker of pytest-xdist which account it shares."""
        self._folder = self._folder or tempfile.mkdtemp(prefix="contract-tests-")
        node.workerinput[_ACCOUNT] = str(Path(self._folder) / "account")

    def pytest_unconfigure(self) -> None:
        if self._allowance is not None:
            self._allowance.close()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    # What it tells --------------------------------------------------------------------

    def pytest_sessionstart(self, session: pytest.Session) -> None:
        """Say before anything is sent what will be at most."""
        self._session = session
        reporter: Any = self._config.pluginmanager.get_plugin("terminalreporter")
        if reporter is not None and not hasattr(self._config, "workerinput"):
            for line in self.limits():
                reporter.line(line)

    def limits(self) -> Iterator[str]:
        """Yield what limits the run, known before it begins, as sentences."""
        if self._config.getoption("--print-curl"):
            yield "nothing is sent: the requests are printed"
            return
        limited = sorted(filter(self._is_limited, set(self._addresses())))
        if limited:
            yield f"live: {', '.join(map(address, limited))}"
            yield (
                f"at most {self.budget} requests (--budget N),"
                f" {self.rate:g} a second (--rate N/s)"
            )
        if limited and not all(map(is_here, limited)):
            is_free = self._config.getoption("--allow-effects")
            yield (
                "calls that change something are made (--allow-effects)"
                if is_free
                else "calls that change something are not made (--allow-effects)"
            )

    def _addresses(self) -> Iterator[str]:
        told = self._config.getoption("--base-url")
        name = self._config.getoption("--environment")
        if self._config.getoption("--embedded"):
            return
        for contract in self._contracts.values():
            environment = environment_of(contract, name)
            url = told or (environment.url if environment else UNKNOWN)
            if url != UNKNOWN:
                yield url

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._tried.add(report.nodeid.partition("::")[0])
        if not report.skipped or not isinstance(report.longrepr, tuple):
            return
        why = report.longrepr[2].removeprefix("Skipped: ")
        if why.startswith(_PRINTED):
            self._printed.append(why.removeprefix(_PRINTED))
        elif why.startswith(_SPENT):
            self._skipped[why] += 1

    def pytest_terminal_summary(
        self, terminalreporter: pytest.TerminalReporter
    ) -> None:
        if self._printed:
            terminalreporter.section("requests")
        for line in self._printed:
            terminalreporter.line(line)
        for why, number in self._skipped.items():
            cases = "case was" if number == 1 else "cases were"
            terminalreporter.line(f"{why}; {number} {cases} not tried")
        wanted = list(self.wanted())
        if wanted:
            terminalreporter.section("not supplied")
        for line in wanted:
            terminalreporter.line(line)

    # What it lacked -------------------------------------------------------------------

    def wanted(self) -> Iterator[str]:
        """Yield what nobody supplied of the operations that were tried."""
        name = self._config.getoption("--environment")
        told = self._config.getoption("--base-url")
        if self._config.getoption("--embedded") or not (name or told):
            return
        root = self._config.rootpath
        tried = {_operation(root / file) for file in self._tried}
        for contract in self._contracts.values():
            if contract.name in tried:
                environment = environment_of(contract, name)
                yield from lacking(contract, environment, bool(told))


def lacking(
    contract: Contract, environment: Environment | None, has_address: bool
) -> Iterator[str]:
    """Yield what a run against a real server lacks, with the name of what to supply."""
    of = contract.name
    if not has_address and (environment is None or environment.url == UNKNOWN):
        yield f"{of}: an address: --base-url URL, or url: in the environment file"
    missing = unset(contract, environment)
    if missing:
        yield f"{of}: environment variables: {', '.join(missing)}"
    facts = environment.facts if environment else {}
    for fact, chosen in contract.stated.items():
        if fact not in facts:
            yield f"{of}: facts: {fact} in an environment file; tried was {chosen}"
    places = ", ".join(_invented(contract)) if contract.played is None else ""
    if places:
        yield (
            f"{of}: operations: {contract.operation}: values: in an environment file;"
            f" made up were {places}"
        )


def _invented(contract: Contract) -> Iterator[str]:
    """Yield the places of the valid request that hold a made-up value."""
    made = {source.pointer.lower() for source in contract.sources}
    for place in ("query", "headers", "body"):
        schema = contract.schema["properties"].get(place, {})
        example = contract.example.get(place, {})
        for at in _leaves(schema, example, f"/{place}"):
            if at.lower() not in made:
                yield ".".join(steps_of(at))


def _leaves(schema: Mapping[str, Any], example: Any, at: str) -> Iterator[str]:
    known = {name.lower(): each for name, each in schema.get("properties", {}).items()}
    if isinstance(example, dict):
        for name, value in example.items():
            escaped = name.replace("~", "~0").replace("/", "~1")
            yield from _leaves(known.get(name.lower(), {}), value, f"{at}/{escaped}")
    elif not any(key in schema for key in _FIXED) and not isinstance(example, bool):
        yield at


def _printer(contract: Contract, values: Values) -> Sends:
    def carry(base_url: str, request: Request) -> Answer:
        line = curl(contract, values, base_url, request, is_signature_shown=True)
        pytest.skip(_PRINTED + line)

    return carry


def _operation(path: Path) -> str:
    """Return the operation of a test by the file that it stands in."""
    folder = path.parent
    if folder.parent.name == _FOLDER:
        folder = folder.parent.parent
    return f"{folder.name}.{path.stem.removeprefix('test_')}"
