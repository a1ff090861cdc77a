"""One step for a case, where pytest has three: a case has nothing to set up or clear up.

Of a suite of thousands of cases, most of the time went into steps in which nothing is
done. What a case prints is not kept; what pytest shows of a failure is the bug report.
"""

from __future__ import annotations

import atexit
import gc
from collections.abc import Generator
from pathlib import Path
from typing import Final, Literal

import pytest

from .items import CaseItem

_THREE: Final = (
    "pytest_runtest_setup",
    "pytest_runtest_call",
    "pytest_runtest_teardown",
)
_ENDS: Final = ("pytest_runtest_logstart", "pytest_runtest_logfinish")
_ENDING: Final = (pytest.exit.Exception, KeyboardInterrupt)
"""What ends a run and is no failure of a case."""


class Steps:
    """The plugin that tries cases; whatever else is a test is pytest's.

    So are cases of a project whose own conftest has something to do at a step, and
    those that it marks, as known to fail or to be skipped.
    """

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._is_needless = False
        self._is_announced = True

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self) -> Generator[None, object, object]:
        """Look for no garbage while cases are made, which live until the end."""
        gc.disable()
        try:
            return (yield)
        finally:
            gc.enable()

    def pytest_collection_finish(self) -> None:
        """Leave out of each search for garbage what lives until the end of the run."""
        gc.freeze()
        # Of what lives until the process ends, nothing is looked for there either.
        atexit.register(gc.freeze)
        is_shown = bool(self._config.getoption("setupshow", False))
        self._is_needless = not is_shown and not any(map(self._is_hooked, _THREE))
        # A worker of pytest-xdist sends a message for each, which is seldom shown.
        is_worker = hasattr(self._config, "workerinput")
        is_heard = self._config.get_verbosity() > 0 or any(map(self._is_hooked, _ENDS))
        self._is_announced = is_heard or not is_worker

    def _is_hooked(self, step: str) -> bool:
        """Tell whether a conftest has something to do at *step*."""
        impls = getattr(self._config.hook, step).get_hookimpls()
        files = (str(getattr(each.plugin, "__file__", "")) for each in impls)
        return any(Path(each).name == "conftest.py" for each in files)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(
        self, item: pytest.Item, nextitem: pytest.Item | None
    ) -> Literal[True] | None:
        """Try one case, and tell of it once."""
        if not isinstance(item, CaseItem) or not self._is_needless:
            return None
        if any(item.iter_markers()) or not _is_followed(item, nextitem):
            return None
        hook = item.ihook
        if self._is_announced:
            hook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
        call = pytest.CallInfo.from_call(item.runtest, when="call", reraise=_ENDING)
        report = hook.pytest_runtest_makereport(item=item, call=call)
        hook.pytest_runtest_logreport(report=report)
        if report.failed:
            hook.pytest_exception_interact(node=item, call=call, report=report)
        if self._is_announced:
            hook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
        return True


def _is_followed(item: CaseItem, nextitem: pytest.Item | None) -> bool:
    """Tell whether another test of the same module is next.

    At the end of a module pytest clears up what its other tests have set up.
    """
    return nextitem is not None and nextitem.parent is item.parent
