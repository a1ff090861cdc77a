"""An edit reaches the partner that it is an edit of, and what is kept changes no byte."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from specmill import own, partition, resolve
from specmill.diagnostics import Refused
from specmill.emit import environment_tests
from specmill.init import start
from specmill.kept import Kept
from specmill.output import Cache
from specmill.partition import KINDS, Label, Unit, guessed
from specmill.pipeline import Project, generate, understand
from specmill.spec import KINDS as CLASSES

ROOT = Path(__file__).parents[1]
STANDARD = b"""standard: rules
title: Rules
credentials:
  tenant: {summary: Who we are., secret: false, evidence: table}
"""
FOLLOWERS = ("acme", "bolt")
PARTNERS = (*FOLLOWERS, "cord")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project of three partners, generated; two follow a standard."""
    project = Project(tmp_path_factory.mktemp("made"))
    for partner in PARTNERS:
        start(project, partner, "send_otp")
    write(project, "standards/rules.yaml", STANDARD)
    for partner in FOLLOWERS:
        edit(project, f"{partner}/partner.yaml", "\npages:", "\nfollows: rules\npages:")
    generate(project)
    return project.root


@pytest.fixture
def three(made: Path, tmp_path: Path) -> Project:
    """Return the three partners in a folder of their own, with an index of it."""
    project = Project(tmp_path / "three")
    shutil.copytree(made, project.root)
    generate(project)
    return project


def write(project: Project, path: str, content: bytes) -> None:
    place = project.root / "specs" / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)


def edit(project: Project, path: str, old: str, new: str) -> None:
    """Replace *old*, which has to be there, in a spec."""
    file = project.root / "specs" / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def made_anew(project: Project, folder: Path) -> dict[str, bytes]:
    """Return the tree that the specs of *project* give where nothing is kept of them."""
    other = Project(folder)
    shutil.copytree(project.root / "specs", folder / "specs")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Kept, "made", lambda *_: None)
        patch.setattr(Kept, "labels", lambda *_: {})
        generate(other)
    return tree(other.target)


def opened(project: Project, below: str = "specs", suffix: str = ".yaml") -> set[str]:
    """Generate in a child; return the folders right *below* in which it opens files.

    Unless told otherwise: the partners and standards whose specs it opens.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        found: set[str] = set()
        folder = f"{project.root / below}/"

        def note(event: str, details: tuple[Any, ...]) -> None:
            if event == "open" and str(details[0]).startswith(folder):
                path = str(details[0]).removeprefix(folder)
                if path.endswith(suffix) and "/" in path:
                    found.add(path.partition("/")[0])

        code = 1
        try:
            sys.addaudithook(note)
            generate(project)
            os.write(writing, json.dumps(sorted(found)).encode())
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read()
    assert 0 == os.waitpid(child, 0)[1]
    return set(json.loads(told))


# What an edit reaches -------------------------------------------------------------------


def test_an_edit_opens_the_specs_of_its_partner_alone(three: Project) -> None:
    edit(three, "cord/send_otp.yaml", "length: 8..15", "length: 8..16")

    assert {"cord"} == opened(three)


def test_an_edit_of_a_follower_opens_its_standard_too(three: Project) -> None:
    edit(three, "bolt/send_otp.yaml", "length: 8..15", "length: 8..16")

    assert {"bolt", "standards"} == opened(three)


def test_an_edit_of_a_standard_reaches_each_that_follows_it_and_no_other(
    three: Project,
) -> None:
    edit(three, "standards/rules.yaml", "Who we are.", "Who it is that calls.")

    assert {*FOLLOWERS, "standards"} == opened(three)
    for partner in FOLLOWERS:
        source = three.target / f"partner_apis/{partner}/environments.py"
        assert "Who it is that calls." in source.read_text("utf-8")


def test_an_edit_that_is_undone_opens_no_other_spec(three: Project) -> None:
    edit(three, "cord/send_otp.yaml", "length: 8..15", "length: 8..16")
    generate(three)
    edit(three, "cord/send_otp.yaml", "length: 8..16", "length: 8..15")

    assert {"cord"} == opened(three)


def test_a_removed_file_is_made_again_of_its_partner_alone(three: Project) -> None:
    before = tree(three.target)
    (three.target / "partner_apis/acme/client.py").unlink()

    assert {"acme", "standards"} == opened(three)
    assert before == tree(three.target)


def test_the_files_of_partners_that_two_edits_did_not_touch_are_not_opened(
    three: Project,
) -> None:
    for word in ("Soon", "Now"):  # what the first replaces is what the next is made of
        edit(three, "acme/send_otp.yaml", "summary: ", f"summary: {word} ")
        generate(three)
    edit(three, "cord/send_otp.yaml", "length: 8..15", "length: 8..16")

    # Those of the edit before are linked into what the next tree is made of.
    assert {"acme", "cord"} == opened(three, "generated/partner_apis", ".py")


def test_what_another_tool_made_is_made_again(
    three: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(three, "cord/send_otp.yaml", "length: 8..15", "length: 8..16")
    monkeypatch.setattr(own, "tool", lambda package: f"specmill 99; {package}")

    assert {*PARTNERS, "standards"} == opened(three)


# What an edit makes again of its own partner ---------------------------------------------


@pytest.fixture
def kestrel(tmp_path: Path) -> Project:
    """Return a partner of several operations, one of which returns a credential."""
    project = Project(tmp_path / "kestrel")
    shutil.copytree(ROOT / "examples/specs/kestrel", project.root / "specs/kestrel")
    generate(project)
    return project


def test_an_edit_of_an_operation_makes_the_tests_of_no_other(kestrel: Project) -> None:
    edit(kestrel, "kestrel/list_payouts.yaml", "summary: ", "summary: Soon ")

    outcome = generate(kestrel)

    changed = outcome.changes.changed
    assert len(changed) == outcome.counts.rendered
    assert {"list_payouts.json", "test_list_payouts.py"} == {
        Path(path).name for path in changed if path.startswith("contract_tests/")
    }


def test_an_edit_of_an_operation_makes_what_a_server_plays_of_no_other(
    tmp_path: Path,
) -> None:
    project = Project(tmp_path)
    shutil.copytree(ROOT / "specs/aopay", project.root / "specs/aopay")
    before = _played(project)
    edit(project, "aopay/submit_otp.yaml", "summary: ", "summary: Soon ")

    assert {"submit_otp.json", "test_submit_otp.py"} == {
        Path(path).name for path, key in _played(project) - before
    }


def _played(project: Project) -> set[tuple[str, str]]:
    api = understand(project)
    return {(each.path, each.key) for each in environment_tests.emit(api)}


def test_what_an_operation_returns_to_others_reaches_their_tests(
    kestrel: Project, tmp_path: Path
) -> None:
    edit(
        kestrel,
        "kestrel/get_token.yaml",
        "made-up-token-for-an-hour",
        "made-up-token-for-today",
    )
    generate(kestrel)

    contract = kestrel.target / "contract_tests/kestrel/pay_out.json"
    assert "made-up-token-for-today" in contract.read_text("utf-8")
    assert made_anew(kestrel, tmp_path / "anew") == tree(kestrel.target)


# The same bytes as from nothing ---------------------------------------------------------


def _add(project: Project) -> None:
    start(project, "dash", "send_otp")


def _remove(project: Project) -> None:
    shutil.rmtree(project.root / "specs/bolt")


def _rename(project: Project) -> None:
    edit(project, "bolt/partner.yaml", "partner: bolt", "partner: zinc")


def _rename_folder(project: Project) -> None:
    (project.root / "specs/bolt").rename(project.root / "specs/zinc")


def _move(project: Project) -> None:
    there, here = (project.root / "specs" / each for each in ("cord", "bolt"))
    text = (there / "send_otp.yaml").read_text("utf-8")
    for name in ("check_otp", "send_otp"):
        (there / f"{name}.yaml").write_text(text.replace("send_otp", name), "utf-8")
    generate(project)
    (there / "check_otp.yaml").rename(here / "check_otp.yaml")


def _retitle(project: Project) -> None:
    edit(project, "cord/partner.yaml", "title: Cord", "title: The Cord")


def _follow_no_more(project: Project) -> None:
    edit(project, "bolt/partner.yaml", "\nfollows: rules", "")


def _quote(project: Project) -> None:
    """Write what a spec is in a way that is only understood by reading."""
    edit(project, "cord/partner.yaml", "partner: cord", '"partner": cord')


EDITS: dict[str, Callable[[Project], None]] = {
    "added": _add,
    "removed": _remove,
    "renamed": _rename,
    "in another folder": _rename_folder,
    "moved": _move,
    "with another title": _retitle,
    "without its standard": _follow_no_more,
    "quoted": _quote,
}


@pytest.mark.parametrize("change", EDITS.values(), ids=EDITS)
def test_after_an_edit_the_tree_is_as_if_made_anew(
    change: Callable[[Project], None], three: Project, tmp_path: Path
) -> None:
    change(three)
    generate(three)

    assert made_anew(three, tmp_path / "anew") == tree(three.target)


def _shuffled_labels(three: Project) -> None:
    """Keep labels that are whole, and wrong."""
    kept = Kept(Cache(three.root / ".specmill-cache"), own.tool(three.package))
    wrong = Label("operation", "send_otp")
    kept.keep_labels(dict.fromkeys(kept.labels(), wrong))


def _each_entry(change: Callable[[Path], object]) -> Callable[[Project], None]:
    def damage(three: Project) -> None:
        for entry in sorted((three.root / ".specmill-cache").glob("??/*")):
            change(entry)

    return damage


DAMAGES: dict[str, Callable[[Project], None]] = {
    "removed": lambda three: shutil.rmtree(three.root / ".specmill-cache"),
    "halved": _each_entry(lambda it: os.truncate(it, it.stat().st_size // 2)),
    "emptied": _each_entry(lambda it: it.write_bytes(b"")),
    "turned": _each_entry(lambda it: it.write_bytes(it.read_bytes()[::-1])),
    "swapped": _each_entry(lambda it: it.write_bytes(it.read_bytes()[:32] + b"{}")),
    "wrong": _shuffled_labels,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_what_is_kept_and_damaged_changes_no_byte(
    damage: Callable[[Project], None], three: Project, tmp_path: Path
) -> None:
    damage(three)
    edit(three, "cord/send_otp.yaml", "length: 8..15", "length: 8..16")
    generate(three)

    assert made_anew(three, tmp_path / "anew") == tree(three.target)


@pytest.mark.parametrize(
    "told",
    [
        "[]",
        "null",
        '{"files": []}',
        '{"files": {"../up": ""}, "contribution": null}',
        '{"files": {}, "contribution": {"name": 1}}',
        '{"files": {"a": "b"}}',
        '{"files": {}, "contribution": null}',
        '{"files": {}, "contribution": null, "variables": [["A", "a", "b", "c", 1, "2"]]}',
        "[" * 9999,
    ],
    ids=range(9),
)
def test_what_was_not_kept_by_us_is_not_there(told: str, tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    kept = Kept(cache, "tool")
    cache.store(kept._key("about"), told.encode())
    cache.store(kept._key("labels"), told.encode())

    assert (None, {}) == (kept.made("about"), kept.labels())


# What is wrong --------------------------------------------------------------------------


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[tuple[str, str]]:
    found = refused.value.diagnostics
    return [(each.code, each.location.path.removeprefix("specs/")) for each in found]


def _name_twice(project: Project) -> None:
    edit(project, "cord/partner.yaml", "partner: cord", "partner: acme")


def _orphan(project: Project) -> None:
    (project.root / "specs/cord/partner.yaml").unlink()


def _standard_twice(project: Project) -> None:
    write(project, "standards/again.yaml", STANDARD)


def _unknown_standard(project: Project) -> None:
    edit(project, "bolt/partner.yaml", "follows: rules", "follows: rulez")


def _one_variable(project: Project) -> None:
    edit(project, "cord/partner.yaml", "partner: cord", "partner: acme_user")
    more = "{summary: A URL., secret: false, evidence: table}"
    edit(
        project,
        "acme/partner.yaml",
        "\ncredentials:",
        f"\ncredentials:\n  user_base_url: {more}",
    )


WRONG: dict[str, tuple[Callable[[Project], None], list[tuple[str, str]]]] = {
    "a partner's name twice": (_name_twice, [("said-twice", "cord/partner.yaml")]),
    "no partner": (_orphan, [("no-partner", "cord/send_otp.yaml")]),
    "a standard twice": (_standard_twice, [("said-twice", "standards/rules.yaml")]),
    "no such standard": (
        _unknown_standard,
        [("no-such-standard", "bolt/partner.yaml")],
    ),
    "one variable": (_one_variable, [("same-variable", "cord/partner.yaml")]),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_between_files_is_told_after_an_edit(
    wrong: str, three: Project
) -> None:
    change, expected = WRONG[wrong]
    change(three)
    with pytest.raises(Refused) as refused:
        generate(three)

    assert expected == codes(refused)


def test_a_variable_of_two_partners_is_told_by_whichever_is_edited(
    three: Project,
) -> None:
    """The partner that is not read anew is known by what was kept of it."""
    more = "{summary: A URL., secret: false, evidence: table}"
    edit(three, "cord/partner.yaml", "partner: cord", "partner: acme_user")
    generate(three)
    edit(
        three,
        "acme/partner.yaml",
        "\ncredentials:",
        f"\ncredentials:\n  user_base_url: {more}",
    )
    for _ in range(2):
        with pytest.raises(
            Refused, match=r"specs/acme/partner.yaml:\d+:\d+"
        ) as refused:
            generate(three)

    assert [("same-variable", "cord/partner.yaml")] == codes(refused)


def test_the_name_that_was_meant_is_told_after_an_edit(three: Project) -> None:
    _unknown_standard(three)
    with pytest.raises(Refused, match="did you mean 'rules'"):
        generate(three)


def test_what_was_wrong_is_told_again(three: Project) -> None:
    edit(three, "cord/send_otp.yaml", "outcome: success", "outcome: succes")
    told = []
    for _ in range(2):
        with pytest.raises(Refused) as refused:
            generate(three)
        told.append(codes(refused))

    assert [("unknown-word", "cord/send_otp.yaml")] == told[0] == told[1]


def test_reading_comes_before_meaning_whatever_the_partner(three: Project) -> None:
    edit(three, "acme/send_otp.yaml", "page: send-otp", "page: nowhere")
    edit(three, "cord/send_otp.yaml", "effect:", "effect: |-\n\tx")
    with pytest.raises(Refused) as refused:
        generate(three)

    assert {"cord/send_otp.yaml"} == {path for _, path in codes(refused)}


# Units ----------------------------------------------------------------------------------


def test_an_environment_is_of_the_partner_above_its_folder() -> None:
    labels = {
        "specs/acme/partner.yaml": Label("partner", "acme"),
        "specs/acme/environments/test.yaml": Label("environment", "test"),
    }

    assert (Unit("specs/acme", tuple(sorted(labels))),) == partition.partition(labels)


def test_an_operation_among_environments_is_of_no_partner() -> None:
    labels = {
        "acme/partner.yaml": Label("partner", "acme"),
        "acme/environments/pay.yaml": Label("operation", "pay"),
    }

    assert ["acme", "acme/environments"] == [
        unit.folder for unit in partition.partition(labels)
    ]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("# c\npartner: acme\nfollows: open\n", Label("partner", "acme", "open")),
        ("operation: 'pay'\nfollows: x\n", Label("operation", "pay")),
        ("summary: x\nenvironment: test\npartner: no\n", Label("partner", "no")),
        ("  partner: acme\n", Label("", "")),
        ("", Label("", "")),
    ],
)
def test_a_label_is_guessed_from_a_line(text: str, label: Label) -> None:
    assert label == guessed(text.encode())


def test_the_kinds_are_those_of_the_language() -> None:
    assert (tuple(CLASSES), resolve.ENVIRONMENTS) == (KINDS, partition.ENVIRONMENTS)
