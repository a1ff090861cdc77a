"""The pytest plugin of generated contract tests: options, fixtures, summary.

The embedded provider starts once, when the first test needs it. With `--environment` or
`--base-url` only the provider's side runs, against that server.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

import pytest

from .clients import Partner
from .contract import Contract
from .exchanges import Server
from .items import CaseItem, contract_of, items_of
from .live import UNKNOWN, Live, add_options, environment_of, is_here
from .reading import below, callbacks_below, played_below
from .record import TALLY, Recorder, begun, case_of
from .requests import from_environment, made_up
from .secrets import address
from .steps import Steps
from .summary import Tally

if TYPE_CHECKING:
    from .certificates import Certificates
    from .provider import Provider
    from .reception import Reception

TESTS: Final = Path(__file__).parent.parent
ENVIRONMENTS: Final = "environments"
HOSTS: Final = "contract-hosts"
LIVE: Final = "contract-live"
MET: Final = pytest.StashKey[Server | str]()
"""The server that the cases of a module meet, or why they meet none."""


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
    live = Live(config, contracts.values())
    run = begun(_against(config), name or "", base_url, live.limits())
    config.pluginmanager.register(Recorder(config, contracts, run), "contract-record")
    config.pluginmanager.register(live, LIVE)
    config.pluginmanager.register(Hosts(config), HOSTS)
    config.pluginmanager.register(Steps(config), "contract-steps")


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
    kept: list[pytest.Item] = []
    left_out: list[pytest.Item] = []
    for item in items:
        (kept if _is_for_a_server(item, said) else left_out).append(item)
    config.hook.pytest_deselected(items=left_out)
    items[:] = kept


def _is_for_a_server(item: pytest.Item, said: set[str]) -> bool:
    """Tell whether a case is about a real server: what its notes say replaces the page's."""
    case = case_of(item)
    if case is None or case.side != "provider" or case.asks_by_name:
        return False
    contract = _contract(item)
    return contract.played is not None or contract.name not in said


def _is_real(config: pytest.Config) -> bool:
    return bool(config.getoption("--environment") or config.getoption("--base-url"))


# What tests are given -----------------------------------------------------------------


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makeitem(
    collector: pytest.Module | pytest.Class, name: str, obj: object
) -> list[CaseItem] | None:
    """Collect the cases of generated tests; what else there is, is pytest's."""
    if not isinstance(collector, pytest.Module) or not name.startswith("test_"):
        return None
    return items_of(collector, name, obj, GIVEN)


@pytest.fixture(scope="session")
def provider(pytestconfig: pytest.Config) -> Provider:
    """The embedded provider, which serves every operation that has a contract."""
    return _hosts(pytestconfig).provider


@pytest.fixture
def faulty() -> Iterator[Callable[..., Provider]]:
    """What starts a provider whose connections meet faults: `faulty("reset", "none")`."""
    from .provider import Provider

    with ExitStack() as running:

        def started(*faults: str, tls: Certificates | None = None) -> Provider:
            provider = Provider(below(TESTS), faults=faults, tls=tls)
            return running.enter_context(provider)

        yield started


@pytest.fixture
def partner(request: pytest.FixtureRequest) -> Partner:
    """The embedded provider as the client of the test's operation sees it."""
    return _partner(request.node)


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Server:
    """The server that is held to the contract of the test's operation."""
    return _server(request.node)


def _partner(item: pytest.Item) -> Partner:
    return Partner(_contract(item), _hosts(item.config).provider)


def _server(item: pytest.Item) -> Server:
    config, contract = item.config, _contract(item)
    tally = item.stash[TALLY] = Tally(contract)
    if _is_real(config) and not config.getoption("--embedded"):
        found = _real(item, contract)
    else:
        found = _embedded(_hosts(config).host, contract)
    live = config.pluginmanager.get_plugin(LIVE)
    assert isinstance(live, Live)
    case = case_of(item)
    is_near = found.is_embedded and case is not None and not case.needs_a_wire
    answers = _hosts(config).host.answers if is_near else None
    asked = found.contract, found.values, found.base_url
    return replace(
        found,
        tally=tally,
        again=partial(_again, item),
        sends=live.carrier(*asked, answers),
        keeps=partial(live.keeper, *asked),
    )


def _reception(item: pytest.Item) -> Reception:
    module = item.getparent(pytest.Module)
    assert module is not None
    return _hosts(item.config).reception(_contract(item), module.obj)


GIVEN: Final[dict[str, Callable[[pytest.Item], Any]]] = {
    "partner": _partner,
    "reception": _reception,
    "server": _server,
}
"""What makes an argument of a test that is no row of a table."""


def _contract(item: pytest.Item) -> Contract:
    found = contract_of(item)
    if found is None:
        raise pytest.UsageError(f"{item.nodeid} stands in a module without CONTRACT")
    return found


class Hosts:
    """The embedded providers of a run, each loaded and started when it is needed first.

    Whoever collects, or leaves the cases to workers, needs none.
    """

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._opened = ExitStack()
        self._receptions: dict[str, Reception] = {}

    @cached_property
    def provider(self) -> Provider:
        """As the pages have it."""
        return self._provider(below(TESTS))

    @cached_property
    def player(self) -> Provider:
        """In the part of the environment."""
        name = str(self._config.getoption("--environment"))
        return self._provider(played_below(TESTS, name))

    def _provider(self, contracts: Iterable[Contract]) -> Provider:
        from .provider import Provider

        return self._opened.enter_context(Provider(contracts))

    def reception(self, contract: Contract, module: Any) -> Reception:
        """The generated handler of a test module, behind a server of its own."""
        from .reception import Reception

        if contract.name not in self._receptions:
            made = Reception(contract, module.HANDLER, module.CALL)
            self._receptions[contract.name] = self._opened.enter_context(made)
        return self._receptions[contract.name]

    @property
    def host(self) -> Provider:
        """The one that is held to the contract."""
        is_played = self._config.getoption("--embedded")
        return self.player if is_played else self.provider

    def pytest_unconfigure(self) -> None:
        self._opened.close()


def _hosts(config: pytest.Config) -> Hosts:
    found = config.pluginmanager.get_plugin(HOSTS)
    assert isinstance(found, Hosts)
    return found


def _embedded(running: Provider, contract: Contract) -> Server:
    if contract.name not in running.names:
        pytest.skip("the environment says nothing of it")
    running.clear()
    base_url = running.url(contract.partner, operation=contract.operation)
    tally = Tally(contract)
    return Server(contract, base_url, made_up(contract), tally, is_embedded=True)


def _real(item: pytest.Item, contract: Contract) -> Server:
    """Return the server that the options name, or skip with the reason."""
    module = item.getparent(pytest.Module)
    assert module is not None
    if MET not in module.stash:
        module.stash[MET] = _met(item.config, contract)
    found = module.stash[MET]
    return found if isinstance(found, Server) else pytest.skip(found)


def _met(config: pytest.Config, contract: Contract) -> Server | str:
    """Return the server of an operation; the reason where there is none to ask."""
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
        return str(error.args[0])
    settled = contract.settled(environment.facts) if environment else contract
    settled = settled.keyed(values.credentials)
    where, tally = str(base_url).rstrip("/"), Tally(contract)
    return Server(settled, where, values, tally, is_embedded=False)


def _again(item: pytest.Item) -> str:
    """Return the command that tries one case again, in the folder of this one."""
    config = item.config
    path = os.path.relpath(item.path, config.invocation_params.dir)
    words = ["pytest", f"{path}::{item.nodeid.partition('::')[2]}"]
    told = config.getoption("--base-url")
    given = {
        "--environment": config.getoption("--environment"),
        "--base-url": told and address(told),
    }
    words += [word for pair in given.items() if pair[1] for word in pair]
    flags = ("--embedded", "--allow-effects")
    return shlex.join(words + [name for name in flags if config.getoption(name)])
