"""What all deals share at the target: assets, robots.txt, the 404 page; and sweeping what nobody needs."""

from __future__ import annotations

import fcntl
import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.deploy.manifest import Manifest, Steps, hashes, plan_steps
from generator.deploy.manifests import Manifests
from generator.deploy.stores import Moved, Store
from generator.errors import ConflictError
from generator.site.facts import SHARED

NAME = "_shared"
MOST_DELETIONS = 256  # files of deals that left, in one publish, unless more is asked for

# Search engines must come in to read a page's noindex; a calendar service may refuse feeds that are blocked.
ROBOTS = b"""\
User-agent: Googlebot
User-agent: Bingbot
User-agent: Google-Calendar-Importer
Allow: /

User-agent: *
Disallow: /
"""


@dataclass(frozen=True)
class Swept:
    """What a sweep took away, and what it left alone because it looks like a mistake: (deal, why)."""

    files: int = 0
    paths: tuple[str, ...] = ()
    left: tuple[tuple[str, str], ...] = ()


@dataclass
class Shared:
    """The shared files of one target, and the manifests of all its deals."""

    store: Store
    manifests: Manifests
    records: bool
    _asked: bool = field(default=False, init=False)

    def put(
        self, assets_hash: str, assets: Mapping[str, bytes], not_found: bytes, *, ask: bool = False
    ) -> None:
        """Write what is new; older assets stay while a page may still use them.

        `ask` makes sure that nobody else has taken away what we once wrote; do so before pages go up.
        """
        wanted = {f"{SHARED}/{assets_hash}/{path}": content for path, content in assets.items()}
        wanted |= {"robots.txt": ROBOTS, "404.html": not_found}
        digests = hashes(wanted)
        with self._alone():
            for _ in range(5):
                if ask and self.records:
                    self.manifests.refresh([NAME])
                known = self.manifests.read(NAME)
                retired = _retired(known)
                steps = plan_steps(digests, known, self.store)
                kept = {path: digest for path, digest in known.files.items() if path not in digests}
                whole = digests | kept
                if not steps.put and dict(known.files) == whole and assets_hash not in retired:
                    return None
                retired.pop(assets_hash, None)
                try:
                    return self._write(known, steps, wanted, whole, retired)
                except Moved:
                    continue
        raise ConflictError("somebody else changes what all deals share; publish again when they are done")

    def _write(
        self,
        known: Manifest,
        steps: Steps,
        wanted: Mapping[str, bytes],
        whole: Mapping[str, str],
        retired: Mapping[str, float],
    ) -> None:
        begun = replace(
            known, files={**whole, **dict.fromkeys(steps.put, "")}, inputs=_retiring(retired), begun=False
        )
        if self.records:
            begun = self.manifests.write(NAME, begun)
        tags = dict(begun.tags)
        for rank in steps.ranks():
            tags |= self.store.put_all({path: wanted[path] for path in rank})
        if self.records:
            self.manifests.write(NAME, replace(begun, files=whole, tags=tags))

    def sweep(self, assets_hash: str, deals: list[str], *, many: bool = False) -> Swept:
        """Take away deals that left the workspace, and assets that no page has used for long enough.

        An empty workspace is more likely a mistake than a wish, so then nothing is taken away; nor is more
        than `MOST_DELETIONS` files, nor a deal that somebody else published last, unless `many` says so.
        """
        if not deals:
            return Swept()
        with self._alone():
            swept = self._sweep_deals(deals, many=many)
            try:
                old = self._sweep_assets(assets_hash)
            except Moved:
                old = ()  # somebody else is at it
        return replace(swept, files=swept.files + len(old), paths=swept.paths + old)

    def _sweep_deals(self, deals: list[str], *, many: bool) -> Swept:
        gone = {name: self.manifests.read(name) for name in self.manifests.names() if name not in set(deals)}
        left = []
        for name, manifest in list(gone.items()):
            if manifest.by not in ("", self.manifests.me) and not many:
                left.append((name, "somebody else published it last"))
                del gone[name]
        if sum(len(manifest.files) for manifest in gone.values()) > MOST_DELETIONS and not many:
            return Swept(
                left=(*left, *((name, f"with more than {MOST_DELETIONS} files in all") for name in gone))
            )
        taken: list[str] = []
        for name, manifest in gone.items():
            if not self.records:
                taken += manifest.files
                continue
            try:
                begun = self.manifests.begin(name, replace(manifest, inputs=""))
            except (Moved, ConflictError):
                left.append((name, "somebody else publishes it now"))
                continue
            self.store.delete_all(begun.files)
            self.manifests.remove(name)
            taken += begun.files
        return Swept(len(taken), tuple(taken), tuple(left))

    def _sweep_assets(self, assets_hash: str) -> tuple[str, ...]:
        """Note since when assets are not used, and take away those of which no reader can have a page."""
        known = self.manifests.read(NAME)
        there = {path.split("/")[1] for path in known.files if path.startswith(f"{SHARED}/")} - {assets_hash}
        retired = {name: since for name, since in _retired(known).items() if name in there}
        now, lingers = time.time(), self.store.lingers_seconds
        due = {name for name in there if now - retired.get(name, 0.0) >= lingers}
        if not due:  # reading all manifests would be most of a publish without changes
            return ()
        used = {name for deal in self.manifests.names() for name in self.manifests.read(deal).assets.split()}
        for name in sorted(due):
            if name in used:
                retired.pop(name, None)
            else:
                retired.setdefault(name, now)
        ripe = {name for name, since in retired.items() if now - since >= lingers}
        old = tuple(p for p in known.files if p.startswith(f"{SHARED}/") and p.split("/")[1] in ripe)
        retired = {name: since for name, since in retired.items() if name not in ripe}
        files = {path: digest for path, digest in known.files.items() if path not in old}
        if self.records and (old or retired != _retired(known)):
            self.manifests.write(NAME, replace(known, files=files, inputs=_retiring(retired)))
        self.store.delete_all(old)
        return old

    @contextmanager
    def _alone(self) -> Iterator[None]:
        folder: Path = self.manifests.state / "locks"
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "_shared.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _retired(shared: Manifest) -> dict[str, float]:
    """Give assets that are no longer used: hash -> since when, in seconds since 1970."""
    try:
        return {str(name): float(since) for name, since in json.loads(shared.inputs or "{}").items()}
    except (ValueError, AttributeError):
        return {}


def _retiring(retired: Mapping[str, float]) -> str:
    return json.dumps(dict(sorted(retired.items()))) if retired else ""
