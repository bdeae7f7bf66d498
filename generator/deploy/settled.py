"""Leaving alone, before parsing, the deals whose publish has settled: nothing they are made from has changed.

A deal settles when, some moments after its publish, its inputs still hash to what was published and all its
files are at the target. From then on a look at how files lie on the disk tells whether anything happened.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.clock import Clock
from generator.deploy.inputs import hash_inputs
from generator.deploy.links import Link
from generator.deploy.manifest import read_manifest
from generator.deploy.stores import DryStore, FolderStore, Store
from generator.deploy.unchanged import RACY_NS, Left, Unchanged, how_it_lies
from generator.workspace import Workspace


@dataclass
class Settled:
    """What is known of a workspace's deals at one target; `around` names what all of them share."""

    workspace: Workspace
    store: Store
    clock: Clock
    around: tuple[str, ...]
    records: bool
    _waiting: deque[tuple[int, str, str, tuple[Link, ...]]] = field(default_factory=deque, init=False)

    def __post_init__(self) -> None:
        around = "|".join([*self.around, self.workspace.options.target])
        self._known = Unchanged(self.workspace.state / "cache" / "published.sqlite", around)

    def left(self, deal: str) -> Left | None:
        """Give a deal as it was left, if nothing has happened to it since."""
        left = self._known.get(deal)
        if left is None or left.day != str(self.clock.today(left.timezone)):
            return None
        return left if self._lies(deal, left.folders) == left.lies else None

    def watch(self, deal: str, timezone: str, links: tuple[Link, ...]) -> None:
        """Have a deal that was just published settle as soon as it can be told that nothing happens to it."""
        if self.records:
            self._waiting.append((time.time_ns(), deal, timezone, links))
            while self._waiting and self._waiting[0][0] < time.time_ns() - RACY_NS:
                self._settle(*self._waiting.popleft()[1:])

    def close(self) -> None:
        """Settle what can be, and write it down."""
        while self._waiting:
            self._settle(*self._waiting.popleft()[1:])
        self._known.close()

    def _settle(self, deal: str, timezone: str, links: tuple[Link, ...]) -> None:
        manifest = read_manifest(self._manifest(deal))
        folders = tuple(sorted({str(PurePosixPath(path).parent) for path in manifest.files}))
        lies = self._lies(deal, folders)  # before the contents are looked at, so that it is never too new
        today = str(self.clock.today(timezone))
        if lies is None or manifest.inputs != hash_inputs(self._folder(deal), (*self.around, today)):
            return
        if all(self.store.has(path) for path in manifest.files):
            self._known.put(deal, Left(timezone, today, lies, len(manifest.files), folders, links))

    def _lies(self, deal: str, folders: Iterable[str]) -> str | None:
        store = self.store.behind if isinstance(self.store, DryStore) else self.store
        there = [store.root / folder for folder in folders] if isinstance(store, FolderStore) else []
        return how_it_lies([self._folder(deal)], [self._manifest(deal), *there])

    def _folder(self, deal: str) -> Path:
        return self.workspace.plans / deal

    def _manifest(self, deal: str) -> Path:
        return self.workspace.state / "manifest" / f"{deal}.json"
