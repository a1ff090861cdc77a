"""The pytest plugin of generated contract tests: options, fixtures, summary.

The embedded provider starts once, when the first test needs it. With `--environment` or
`--base-url` only the provider's side runs, against that server.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import urlsplit

import pytest

from .calls import Partner
from .contract import Contract, Environment, below, callbacks_below, played_below
from .exchanges import Server
from .provider import Provider
from .reception import Reception
from .record import TALLY, Recorder, begun, case_of
from .requests import from_environment, made_up
from .summary import Tally

if TYPE_CHECKING:
    from .certificates import Certificates

TESTS: Final = Path(__file__).parent.parent
UNKNOWN: Final = "unknown"
ENVIRONMENTS: Final = "environments"


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
    group.addoption(
        "--report-json",
        metavar="FILE",
        help="write what became of every case and fact to FILE, as JSON",
    )
    group.addoption(
        "--no-contract-summary",
        action="store_true",
        help="print no line of results for each operation",
    )


def pytest_configure(config: pytest.Config) -> None:
    name = config.getoption("--environment", None)
    contracts = {each.name: each for each in (*below(TESTS), *callbacks_below(TESTS))}
    known = {each.name for one in contracts.values() for each in one.environments}
    if name is not None and name not in known:
        listed = ", ".join(sorted(known)) or "none"
        raise pytest.UsageError(
            f"there is no environment {name!r}; known are: {listed}"
        )
    if config.getoption("--embedded") and (
        name is None or config.getoption("--base-url")
    ):
        raise pytest.UsageError("--embedded needs --environment, and no --base-url")
    if name is not None:
        contracts |= {each.name: each for each in played_below(TESTS, name)}
    base_url = config.getoption("--base-url") or ""
    run = begun(_against(config), name or "", base_url)
    config.pluginmanager.register(Recorder(config, contracts, run), "contract-record")


def _against(config: pytest.Config) -> str:
    if config.getoption("--embedded"):
        return "played"
    return "server" if _is_real(config) else "embedded"


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
    case = case_of(item)
    if case is None or case.side != "provider" or case.asks_by_name:
        return False
    contract: Contract = item.module.CONTRACT  # type: ignore[attr-defined]
    return contract.played is not None or contract.name not in said


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
def faulty() -> Iterator[Callable[..., Provider]]:
    """What starts a provider whose connections meet faults: `faulty("reset", "none")`."""
    with contextlib.ExitStack() as running:

        def started(*faults: str, tls: Certificates | None = None) -> Provider:
            provider = Provider(below(TESTS), faults=faults, tls=tls)
            return running.enter_context(provider)

        yield started


@pytest.fixture
def partner(provider: Provider, request: pytest.FixtureRequest) -> Partner:
    """The embedded provider as the client of the test's operation sees it."""
    return Partner(request.module.CONTRACT, provider)


@pytest.fixture(scope="module")
def reception(request: pytest.FixtureRequest) -> Iterator[Reception]:
    """The generated handler of the module's callback, behind a server of its own."""
    module = request.module
    with Reception(module.CONTRACT, module.HANDLER, module.CALL) as running:
        yield running


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Server:
    """The server that is held to the contract of the test's operation."""
    contract: Contract = request.module.CONTRACT
    tally = request.node.stash[TALLY] = Tally(contract)
    if request.config.getoption("--embedded"):
        return _embedded(request.getfixturevalue("player"), contract, tally)
    if _is_real(request.config):
        return _real(request.config, contract, tally)
    return _embedded(request.getfixturevalue("provider"), contract, tally)


def _embedded(running: Provider, contract: Contract, tally: Tally) -> Server:
    if contract not in running.contracts:
        pytest.skip("the environment says nothing of it")
    running.clear()
    base_url = running.url(contract.partner, operation=contract.operation)
    return Server(contract, base_url, made_up(contract), tally, is_embedded=True)


def _real(config: pytest.Config, contract: Contract, tally: Tally) -> Server:
    """Return the server that the options name, or skip with the reason."""
    environment = _environment(contract, config.getoption("--environment"))
    base_url = config.getoption("--base-url") or (environment and environment.url)
    try:
        if base_url in (None, UNKNOWN):
            raise LookupError("no address is known: pass --base-url")
        if contract.effect and not _may_change(config, str(base_url)):
            raise LookupError(f"a call {contract.effect}: pass --allow-effects")
        values = from_environment(contract, environment)
    except LookupError as error:
        pytest.skip(str(error.args[0]))
    settled = contract.settled(environment.facts) if environment else contract
    return Server(settled, str(base_url).rstrip("/"), values, tally, is_embedded=False)


def _may_change(config: pytest.Config, base_url: str) -> bool:
    """Tell whether calls with effects may be made: on this machine, or if it is said."""
    host = urlsplit(base_url).hostname or ""
    is_here = host in ("localhost", "::1") or host.startswith("127.")
    return is_here or bool(config.getoption("--allow-effects"))


def _environment(contract: Contract, name: str | None) -> Environment | None:
    return next((each for each in contract.environments if each.name == name), None)
