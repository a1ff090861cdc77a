"""A case is one step; what a project has to do at each of pytest's steps is done."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from test_harness_plugin import TEST, folder, run

__all__ = ["folder"]

WITH_SETTING_UP = """
import pytest

BEGUN = []

@pytest.fixture(scope="module", autouse=True)
def begun():
    BEGUN.append("begun")
    yield
    print("ended", len(BEGUN))

def test_of_mine():
    assert ["begun"] == BEGUN

""" + TEST
MARKS = """

def pytest_itemcollected(item):
    if "no-otp" in item.name:
        item.add_marker("xfail")
"""
LOOKED_FOR = """import gc

BEGUN = []
print("looked for:", gc.isenabled(), "while collecting")

def test_of_garbage():
    print("looked for:", gc.isenabled(), "while testing")
"""
AT_THE_END = """import atexit
import gc

BEGUN = []
atexit.register(lambda: print("to look through at the end:", len(gc.get_objects())))
"""
HOOK = """

def pytest_runtest_{step}(item):
    raise AssertionError("this step is made")
"""
HEARD = """

def pytest_runtest_logstart(nodeid, location):
    print("begun:", nodeid)
"""


def module_of(folder: Path) -> Path:
    return folder / "acme" / "test_confirm.py"


def test_what_other_tests_set_up_is_cleared_up_after_the_cases(folder: Path) -> None:
    module_of(folder).write_text(WITH_SETTING_UP)
    (folder / "acme" / "test_more.py").write_text(WITH_SETTING_UP)

    told = run(folder, "-s").stdout

    assert 2 == told.count("ended 1"), told
    assert "error" not in told


def test_a_case_takes_one_step(folder: Path) -> None:
    told = run(folder, "--durations=0", "-vv", "-k", "test_provider").stdout

    assert 1 == told.count(" setup ")
    assert told.count(" call ") > 1


def test_every_case_stands_in_the_xml_once(folder: Path) -> None:
    target = folder / "junit.xml"
    told = run(folder, "--junit-xml", str(target)).stdout

    names = [each.get("name") for each in ElementTree.parse(target).iter("testcase")]
    assert len(set(names)) == len(names) > 1
    assert f"{len(names)} passed" in told


def test_a_failure_is_told_once(folder: Path) -> None:
    module_of(folder).write_text(TEST.replace('codes=("10",)', 'codes=("11",)'))

    told = run(folder).stdout

    assert 1 == told.count("FAILED ")
    assert "1 failed" in told


def test_a_case_that_is_marked_as_known_to_fail_is_not_told_as_failed(
    folder: Path,
) -> None:
    module_of(folder).write_text(TEST.replace('codes=("10",)', 'codes=("11",)'))
    conftest = folder / "conftest.py"
    conftest.write_text(conftest.read_text() + MARKS)

    told = run(folder).stdout

    assert "1 xfailed" in told
    assert "FAILED " not in told


@pytest.mark.parametrize("step", ["setup", "call", "teardown"])
def test_what_a_project_does_at_a_step_is_done_for_cases(
    folder: Path, step: str
) -> None:
    conftest = folder / "conftest.py"
    conftest.write_text(conftest.read_text() + HOOK.format(step=step))

    assert "this step is made" in run(folder, "-k", "no-otp").stdout


def test_garbage_is_looked_for_in_the_tests_of_a_project(folder: Path) -> None:
    module_of(folder).write_text(WITH_SETTING_UP.replace("BEGUN = []", LOOKED_FOR))

    told = run(folder, "-s").stdout

    assert "looked for: False while collecting" in told
    assert "looked for: True while testing" in told


def test_a_process_that_ends_looks_for_no_garbage(folder: Path) -> None:
    module_of(folder).write_text(WITH_SETTING_UP.replace("BEGUN = []", AT_THE_END))

    told = run(folder, "-s").stdout

    assert int(told.rpartition("to look through at the end: ")[2]) < 100


@pytest.mark.parametrize("options, many", [((), 1), (("-v",), 5)])
def test_a_worker_announces_cases_where_somebody_looks(
    folder: Path, options: tuple[str, ...], many: int
) -> None:
    # The last case of a module takes the three steps of pytest, and is announced by it.
    (folder / "heard.py").write_text(HEARD)
    heard = ("-p", "heard", "-n", "1", "-s", *options)

    told = run(folder, *heard, PYTHONPATH=str(folder)).stdout

    assert many == told.count("begun:")


def test_a_worker_announces_cases_to_a_conftest(folder: Path) -> None:
    conftest = folder / "conftest.py"
    conftest.write_text(conftest.read_text() + HEARD)

    assert 5 == run(folder, "-n", "1", "-s").stdout.count("begun:")
