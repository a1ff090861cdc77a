"""The pytest plugin of generated contract tests: options, fixtures, summary.

The embedded provider starts once, when the first test needs it. With `--environment` or
`--base-url` only the provider's side runs, against that server.
"""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Generator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, Literal

import pytest

from .calls import Partner
from .cases import Case
from .contract import Contract, below, played_below
from .exchanges import Server
from .live import NAME, UNKNOWN, Live, add_options, environment_of, is_here
from .provider import Provider
from .requests import from_environment, made_up
from .summary import Tally, report

TESTS: Final = Path(__file__).parent.parent
ENVIRONMENTS: Final = "environments"
_TALLIES: Final = pytest.StashKey[dict[str, Tally]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("contract tests")
    group.addoption(
        "--environment",
        metavar="NAME",
        help="hold the server of this environment to the contract",
    )
    group.addoption(
        "--embedded",
        action="store_true",
        help="let the embedded provider play the environment",
    )
    group.addoption(
        "--base-url",
        metavar="URL",
        help="hold the server at this address to the contract",
    )
    group.addoption(
        "--allow-effects",
        action="store_true",
        help="make calls that change something, on a server that is not this machine",
    )
    add_options(group)
    group.addoption(
        "--contract-summary", metavar="FILE", help="write the results as JSON to FILE"
    )


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_TALLIES] = {}
    contracts = tuple(below(TESTS))
    name = config.getoption("--environment", None)
    known = {each.name for contract in contracts for each in contract.environments}
    if name is not None and name not in known:
        listed = ", ".join(sorted(known)) or "none"
        raise pytest.UsageError(
            f"there is no environment {name!r}; known are: {listed}"
        )
    if config.getoption("--embedded") and (
        name is None or config.getoption("--base-url")
    ):
        raise pytest.UsageError("--embedded needs --environment, and no --base-url")
    config.pluginmanager.register(Live(config, _held(contracts, name)), NAME)


def _held(contracts: tuple[Contract, ...], name: str | None) -> tuple[Contract, ...]:
    """Return every contract, or what the environment *name* makes of it."""
    played = {each.name: each for each in played_below(TESTS, name)} if name else {}
    return tuple(played.get(each.name, each) for each in contracts)


def pytest_ignore_collect(
    collection_path: Path, config: pytest.Config
) -> Literal[True] | None:
    """Leave out the cases of every environment but the one that is asked for."""
    environments = collection_path.parent
    if environments.name != ENVIRONMENTS or environments.parent.parent != TESTS:
        return None
    return None if collection_path.name == config.getoption("--environment") else True


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave out the client's side where a real server is held to the contract."""
    if not _is_real(config):
        return
    name = config.getoption("--environment")
    said = {each.name for each in played_below(TESTS, name)} if name else set()
    kept = [item for item in items if _is_for_a_server(item, said)]
    left_out = [item for item in items if item not in kept]
    config.hook.pytest_deselected(items=left_out)
    items[:] = kept


def _is_for_a_server(item: pytest.Item, said: set[str]) -> bool:
    """Tell whether a case is about a real server: what its notes say replaces the page's."""
    case = _case(item)
    if case is None or case.side != "provider" or case.asks_by_name:
        return False
    contract: Contract = item.module.CONTRACT  # type: ignore[attr-defined]
    return contract.played is not None or contract.name not in said


def _case(item: pytest.Item) -> Case | None:
    params: dict[str, Any] = getattr(getattr(item, "callspec", None), "params", {})
    case = params.get("case")
    return case if isinstance(case, Case) else None


def _is_real(config: pytest.Config) -> bool:
    return bool(config.getoption("--environment") or config.getoption("--base-url"))


# Fixtures -----------------------------------------------------------------------------


@pytest.fixture(scope="session")
def provider() -> Iterator[Provider]:
    """The embedded provider, which serves every operation that has a contract."""
    with Provider(below(TESTS)) as running:
        yield running


@pytest.fixture(scope="session")
def player(pytestconfig: pytest.Config) -> Iterator[Provider]:
    """The embedded provider in the part of the environment."""
    name = str(pytestconfig.getoption("--environment"))
    with Provider(played_below(TESTS, name)) as running:
        yield running


@pytest.fixture
def partner(provider: Provider, request: pytest.FixtureRequest) -> Partner:
    """The embedded provider as the client of the test's operation sees it."""
    return Partner(request.module.CONTRACT, provider)


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Server:
    """The server that is held to the contract of the test's operation."""
    contract: Contract = request.module.CONTRACT
    tally = _tally(request.config, contract)
    if request.config.getoption("--embedded"):
        found = _embedded(request.getfixturevalue("player"), contract, tally)
    elif _is_real(request.config):
        found = _real(request.config, contract, tally)
    else:
        found = _embedded(request.getfixturevalue("provider"), contract, tally)
    live = request.config.pluginmanager.get_plugin(NAME)
    assert isinstance(live, Live)
    return replace(
        found,
        again=_again(request.config, request.node),
        carry=live.carrier(found.contract, found.values, found.base_url),
    )


def _again(config: pytest.Config, item: pytest.Item) -> str:
    """Return the command that tries one case again, in the folder of this one."""
    path = os.path.relpath(item.path, config.invocation_params.dir)
    words = ["pytest", f"{path}::{item.nodeid.partition('::')[2]}"]
    for name in ("--environment", "--base-url"):
        if config.getoption(name):
            words += [name, config.getoption(name)]
    flags = ("--embedded", "--allow-effects")
    return shlex.join(words + [name for name in flags if config.getoption(name)])


def _embedded(running: Provider, contract: Contract, tally: Tally) -> Server:
    if contract not in running.contracts:
        tally.skipped = "the environment says nothing of it"
        pytest.skip(tally.skipped)
    running.clear()
    base_url = running.url(contract.partner, operation=contract.operation)
    return Server(contract, base_url, made_up(contract), tally, is_embedded=True)


def _real(config: pytest.Config, contract: Contract, tally: Tally) -> Server:
    """Return the server that the options name, or skip with the reason."""
    environment = environment_of(contract, config.getoption("--environment"))
    base_url = config.getoption("--base-url") or (environment and environment.url)
    try:
        if base_url in (None, UNKNOWN):
            raise LookupError("no address is known: pass --base-url")
        is_allowed = is_here(str(base_url)) or config.getoption("--allow-effects")
        if contract.effect and not is_allowed:
            raise LookupError(f"a call {contract.effect}: pass --allow-effects")
        values = from_environment(contract, environment)
    except LookupError as error:
        tally.skipped = str(error.args[0])
        pytest.skip(tally.skipped)
    settled = contract.settled(environment.facts) if environment else contract
    return Server(settled, str(base_url).rstrip("/"), values, tally, is_embedded=False)


# Results ------------------------------------------------------------------------------


def _tally(config: pytest.Config, contract: Contract) -> Tally:
    return config.stash[_TALLIES].setdefault(contract.name, Tally(contract))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Count each case by its operation and the facts that it shows."""
    found = yield
    case = _case(item)
    module = getattr(item, "module", None)
    contract = getattr(module, "CONTRACT", None)
    counts = found.when == "call" or found.failed
    if counts and not found.skipped and case is not None and contract is not None:
        _tally(item.config, contract).count(case, found.passed)
    return found


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    tallies = config.stash[_TALLIES].values()
    is_verbose = _is_real(config) or config.option.verbose > 0
    if not tallies or (config.getoption("--contract-summary") and not is_verbose):
        return  # whoever asked for the file tells the results
    terminalreporter.section("contracts")
    for line in report(tallies, is_verbose=is_verbose):
        terminalreporter.line(line)


def pytest_sessionfinish(session: pytest.Session) -> None:
    target = session.config.getoption("--contract-summary")
    if target:
        found = [each.as_json() for each in session.config.stash[_TALLIES].values()]
        text = json.dumps({"operations": found}, indent=2, ensure_ascii=False)
        Path(target).write_text(text + "\n", "utf-8")
