"""Hold what is installed, and the oldest that is allowed, against the known advisories.

`tox -e advisories` runs it.  The floors of `pyproject.toml` and of the generated one are
asked for as if they were installed: a floor below a fix is a finding.  pip-audit asks the
index of Python packages; where that cannot be reached, or is a mirror that has no
advisories, a line says so and nothing is claimed.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PROJECTS = (ROOT / "pyproject.toml", ROOT / "generated" / "pyproject.toml")
REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?>=([0-9.]+)")
UNREACHABLE = re.compile(r"connect|resolve|timed? ?out|proxy|HTTPError", re.I)
PIP_AUDIT = (sys.executable, "-m", "pip_audit", "--progress-spinner", "off")


def main() -> int:
    """Tell of every advisory; return 1 where there is one."""
    told = [told_of("what is installed", audited(["--skip-editable"]))]
    for project in PROJECTS:
        with tempfile.TemporaryDirectory() as folder:
            listed = Path(folder, "floors.txt")
            listed.write_text("".join(f"{each}\n" for each in floors(project)))
            options = ["--requirement", str(listed), "--no-deps", "--disable-pip"]
            what = f"the floors of {project.relative_to(ROOT)}"
            told.append(told_of(what, audited(options)))
    return max(told)


def floors(project: Path) -> list[str]:
    """Return the lowest version of every requirement that has one, as a pin."""
    stated = _requirements(tomllib.loads(project.read_text("utf-8")))
    matched = filter(None, map(REQUIREMENT.match, stated))
    return sorted({f"{each[1].lower()}=={each[2]}" for each in matched})


def _requirements(project: dict[str, Any]) -> Iterator[str]:
    yield from project["build-system"]["requires"]
    yield from project["project"]["dependencies"]
    for extra in project["project"].get("optional-dependencies", {}).values():
        yield from extra


def audited(options: list[str]) -> subprocess.CompletedProcess[str]:
    command = [*PIP_AUDIT, "--format", "json", *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def told_of(what: str, done: subprocess.CompletedProcess[str]) -> int:
    """Print what pip-audit found about *what*; return 1 for an advisory."""
    try:
        libraries = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        why = (done.stderr.strip().splitlines() or ["it said nothing"])[-1][:300]
        if UNREACHABLE.search(done.stderr):
            print(f"{what}: skipped, the advisories cannot be reached: {why}")
            return 0
        print(f"{what}: pip-audit failed: {why}")
        return 1
    judged = [each for each in libraries if "vulns" in each]
    silent = sorted(each["name"] for each in libraries if "vulns" not in each)
    if not judged:
        print(f"{what}: skipped, no advisories are known of any of {len(silent)}")
        return 0
    found = [
        f"{each['name']} {each['version']}: {one['id']}, fixed in"
        f" {', '.join(one['fix_versions']) or 'no version'}"
        for each in judged
        for one in each["vulns"]
    ]
    print(f"{what}: {len(judged)} judged, {len(found)} advisories", *found, sep="\n  ")
    if silent:
        print(f"  not judged: {', '.join(silent)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
