"""The output floor: makes a folder hold exactly the generated files, safely.

It knows nothing of specs or of what the files say. From drafts to a written tree:

    cache = Cache(project / ".specmill-cache")
    files, counts = finish(drafts, cache)        # renders and formats what is new
    with turn(root):                             # or Busy
        recover(root)                            # finishes or undoes a killed run
        changes = plan(root, files, Lock.read(root), force=force)  # or EditedByHand
        apply(root, files, Lock.of(tool, specs, files), changes)

What it promises:

* Killed at any moment, the tree is the old one or the new one. `apply` builds the next
  tree beside the root and exchanges the two (`swap`); where the file system cannot do
  that, it writes a journal first, which the next `recover` finishes (`journal`).
* What a person wrote is kept. A generated file whose bytes are not those in
  `specmill.lock` was edited: `plan` raises `EditedByHand` and names each. Files that
  the lock does not list are never touched.
* Nothing is written if nothing changes. Nothing is written if anything fails: a text
  that black refuses, a full disk, a symlink in the way.
* The same drafts give the same bytes: in any folder, with or without the cache.

Every failure is an `OutputError` whose text is a sentence to a person.
"""

from __future__ import annotations

from .cache import Cache, digest
from .diff import diff
from .disk import replace_file
from .error import Busy, EditedByHand, OutputError, printable
from .files import LOCK, Draft, File
from .finish import Counts, finish
from .lock import Lock
from .tidy import FORMATTER, compiled, tidy
from .tree import Changes, apply, plan, recover
from .turn import turn

__all__ = [
    "FORMATTER",
    "LOCK",
    "Busy",
    "Cache",
    "Changes",
    "Counts",
    "Draft",
    "EditedByHand",
    "File",
    "Lock",
    "OutputError",
    "apply",
    "compiled",
    "diff",
    "digest",
    "finish",
    "plan",
    "printable",
    "recover",
    "replace_file",
    "tidy",
    "turn",
]
