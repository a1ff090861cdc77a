"""Run the client's side of generated contract tests against mutants, a fork to each.

A process of its own, `python -m specmill.mutants.client_worker TREE`, which is handed
trials as lines of JSON and answers each with a line. What every run needs is imported
once; a fork imports the rest anew, the mutant laid over its file. It works on a copy of
TREE, which goes when its standard input ends.
"""

from __future__ import annotations

import compileall
import inspect
import itertools
import json
import os
import select
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import cache
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, Final, TextIO

from ..light import dataclass

LIMIT: Final = 20.0
"""Seconds after which a run has hung, which no right client does."""
HUNG: Final = "the tests do not end"
_TESTS: Final = "contract_tests"


@dataclass(frozen=True, slots=True)
class Trial:
    """One run of an operation's tests; without a file, of what was generated."""

    package: str
    """The name of the generated package."""
    partner: str
    operation: str
    file: str = ""
    """The file that is mutated, below the tree."""
    start: int = 0
    """Where in its text that begins what *text* replaces."""
    end: int = 0
    text: str = ""
    first: str = ""
    """The test function that is run before the others, since it will most likely find it."""

    @property
    def is_of_runtime(self) -> bool:
        return self.file.startswith(f"{self.package}/_runtime/")


def main(tree: str) -> None:
    """Try what comes in until nothing more does."""
    with tempfile.TemporaryDirectory(prefix="specmill-") as folder:
        for name in sorted(os.listdir(tree)):
            if (Path(tree) / name / "__init__.py").is_file():
                shutil.copytree(Path(tree) / name, Path(folder) / name)
        compileall.compile_dir(folder, quiet=2)
        sys.path.insert(0, folder)
        _serve(Path(folder), sys.stdin, sys.stdout)


def _serve(tree: Path, asked: TextIO, told: TextIO) -> None:
    for line in asked:
        trial = Trial(**json.loads(line))
        warm(tree, trial.package, trial.partner, trial.operation)
        print(json.dumps(_forked(tree, trial)), file=told, flush=True)


# Processes ----------------------------------------------------------------------------


def _forked(tree: Path, trial: Trial) -> str:
    """Return the test that fails first in a process of its own; empty for none."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        _in_the_fork(tree, trial, writing)
    os.close(writing)
    ready, _, _ = select.select([reading], [], [], LIMIT)
    if not ready:
        os.kill(pid, signal.SIGKILL)
    found = os.read(reading, 65536).decode("utf-8", "replace") if ready else HUNG
    os.close(reading)
    _, status = os.waitpid(pid, 0)
    return found or ("the process of the tests" if status else "")


def _in_the_fork(tree: Path, trial: Trial, writing: int) -> None:
    """Run the trial and end the process, whatever the mutant does."""
    try:
        # What a mutant prints is nobody's to read.
        quiet = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(quiet, stream)
        os.write(writing, (first_failure(tree, trial) or "").encode())
        os._exit(0)
    finally:
        os._exit(1)


@cache
def warm(tree: Path, package: str, partner: str, operation: str) -> None:
    """Load all that a run of the unchanged tests does, so that forks need not."""
    first_failure(tree, Trial(package, partner, operation))


# The run of one trial -----------------------------------------------------------------


def first_failure(tree: Path, trial: Trial) -> str | None:
    """Return the first test of the client that fails, or None."""
    if trial.file:
        _lay_over(tree, trial)
    try:
        module = import_module(f"{_TESTS}.{trial.partner}.test_{trial.operation}")
    except Exception as error:
        return f"the import of the tests: {type(error).__name__}"
    clients = import_module(f"{_TESTS}._harness.clients")
    provider = import_module(f"{_TESTS}._harness.provider")
    tests = sorted(client_tests(module), key=lambda test: not test.is_of(trial.first))
    with provider.Provider([module.CONTRACT]) as running:
        partner = clients.Partner(module.CONTRACT, running)
        return next((each.name for each in tests if not each.passes(partner)), None)


@dataclass(frozen=True, slots=True)
class Test:
    """A test function with the values of its parameters."""

    name: str
    function: Any
    parameters: dict[str, Any]

    def is_of(self, function: str) -> bool:
        return self.name.startswith(f"{function}[")

    def passes(self, partner: Any) -> bool:
        try:
            self.function(partner=partner, **self.parameters)
        except BaseException:
            return False
        return True


def client_tests(module: ModuleType) -> Iterator[Test]:
    """Yield the tests of a generated module that take a client, as pytest would."""
    for name, function in vars(module).items():
        if name.startswith("test_") and _takes_a_client(function):
            for parameters in _parameters(function.pytestmark):
                ids = "-".join(map(str, parameters.values()))
                yield Test(f"{name}[{ids}]", function, parameters)


def _takes_a_client(function: Any) -> bool:
    return "client" in inspect.signature(function).parameters


def _parameters(marks: Sequence[Any]) -> Iterator[dict[str, Any]]:
    tables = []
    for mark in marks:
        names = [name.strip() for name in mark.args[0].split(",")]
        rows = mark.args[1] if len(names) > 1 else [(row,) for row in mark.args[1]]
        tables.append([dict(zip(names, row, strict=True)) for row in rows])
    for rows in itertools.product(*tables):
        yield {name: value for row in rows for name, value in row.items()}


# The mutant ---------------------------------------------------------------------------


def _lay_over(tree: Path, trial: Trial) -> None:
    """Make the next import of what the mutant touches find the mutant."""
    part = trial.package if trial.is_of_runtime else f"{trial.package}.{trial.partner}"
    tests = f"{_TESTS}.{trial.partner}"
    for name in list(sys.modules):
        if f"{name}.".startswith((f"{part}.", f"{tests}.")):
            del sys.modules[name]
    sys.meta_path.insert(0, _Overlay(tree, trial))


class _Overlay(MetaPathFinder):
    """Finds the mutated module before anybody else does."""

    def __init__(self, tree: Path, trial: Trial) -> None:
        self._trial = trial
        parts = Path(trial.file).with_suffix("").parts
        self._name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    def find_spec(
        self, fullname: str, path: Any = None, target: Any = None
    ) -> ModuleSpec | None:
        if fullname != self._name:
            return None
        spec = PathFinder.find_spec(fullname, path)
        assert spec is not None and spec.origin is not None
        spec.loader = _Loader(fullname, spec.origin, self._trial)
        return spec


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, trial: Trial) -> None:
        super().__init__(name, path)
        self._trial = trial

    def get_code(self, fullname: str) -> CodeType:
        text = Path(self.path).read_text("utf-8")
        trial = self._trial
        mutated = text[: trial.start] + trial.text + text[trial.end :]
        return compile(mutated, self.path, "exec", dont_inherit=True)


def asked(trial: Trial) -> str:
    """Return the line that asks for *trial*."""
    return json.dumps(asdict(trial)) + "\n"


if __name__ == "__main__":
    main(*sys.argv[1:])
