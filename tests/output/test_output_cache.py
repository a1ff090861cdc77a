from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from specmill.output import Cache, digest


def entries(folder: Path) -> list[Path]:
    return [
        path for path in folder.rglob("*") if path.is_file() and path.parent != folder
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        (("a",), ("a", "")),
        (("a",), (b"a",)),
        (("text 1:a",), ("a",)),
        ((), ("",)),
    ],
)
def test_different_parts_have_different_digests(
    one: tuple[str | bytes, ...], other: tuple[str | bytes, ...]
) -> None:
    assert digest(*one) != digest(*other)


def test_a_digest_is_of_kinds_lengths_and_parts() -> None:
    told = hashlib.sha256(b"text 1:abytes 1:b").hexdigest()

    assert told == digest("a", b"b")


def test_what_was_stored_is_fetched(tmp_path: Path) -> None:
    Cache(tmp_path).store("key", b"content")

    assert b"content" == Cache(tmp_path).fetch("key")


def test_what_was_not_stored_is_none(tmp_path: Path) -> None:
    Cache(tmp_path).store("key", b"content")

    assert Cache(tmp_path).fetch("other") is None


def test_any_text_is_a_key(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.store("../../up\0", b"content")

    assert b"content" == cache.fetch("../../up\0")
    assert ["cache"] == os.listdir(tmp_path)


def test_fetching_makes_no_folder(tmp_path: Path) -> None:
    Cache(tmp_path / "cache").fetch("key")

    assert [] == os.listdir(tmp_path)


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 80])
def test_a_damaged_entry_is_not_there(tmp_path: Path, damage: bytes) -> None:
    cache = Cache(tmp_path)
    cache.store("key", b"content")
    entries(tmp_path)[0].write_bytes(damage)

    assert cache.fetch("key") is None


def test_a_shortened_entry_is_not_there(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.store("key", b"content")
    entry = entries(tmp_path)[0]
    entry.write_bytes(entry.read_bytes()[:-1])

    assert cache.fetch("key") is None


def test_the_entry_of_another_key_is_not_there(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.store("key", b"content")
    known = entries(tmp_path)[0].read_bytes()
    cache.store("other", b"else")
    for entry in entries(tmp_path):
        entry.write_bytes(known)

    assert cache.fetch("other") is None


def test_a_damaged_entry_is_stored_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.store("key", b"content")
    entries(tmp_path)[0].write_bytes(b"")
    cache.store("key", b"content")

    assert b"content" == cache.fetch("key")


def test_the_folder_keeps_itself_out_of_version_control(tmp_path: Path) -> None:
    Cache(tmp_path).store("key", b"content")

    assert "*\n" == (tmp_path / ".gitignore").read_text()


def test_the_folder_may_be_deleted_between_two_calls(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.store("key", b"content")
    shutil.rmtree(tmp_path / "cache")
    assert cache.fetch("key") is None
    cache.store("key", b"content")

    assert b"content" == cache.fetch("key")


def test_a_cache_that_cannot_be_written_fails_no_run(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, so that no folder can be made")
    cache = Cache(tmp_path / "cache")
    cache.store("key", b"content")

    assert cache.fetch("key") is None


def test_a_full_disk_leaves_no_half_entry(tmp_path: Path) -> None:
    code = (
        "import resource; from specmill.output import Cache;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000));"
        f"Cache({str(tmp_path)!r}).store('key', b'x' * 5000)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

    assert [] == entries(tmp_path)


def test_runs_at_the_same_time_share_a_cache(tmp_path: Path) -> None:
    code = (
        f"from specmill.output import Cache; cache = Cache({str(tmp_path)!r})\n"
        "for turn in range(200):\n"
        "    key = str(turn % 5)\n"
        "    cache.store(key, key.encode() * 9999)\n"
        "    assert cache.fetch(key) == key.encode() * 9999\n"
    )
    runs = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(2)]

    assert [0, 0] == [run.wait() for run in runs]
    assert 5 == len(entries(tmp_path))
