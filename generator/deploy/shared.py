"""What all deals share at the target: assets, robots.txt, the 404 page; and sweeping what nobody needs."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.deploy.manifest import Manifest, hashes, plan_steps, read_manifest, write_manifest
from generator.deploy.stores import Store
from generator.site.facts import SHARED

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
class Shared:
    """The shared files of one target, and the manifests of all its deals, in `state`."""

    store: Store
    state: Path
    records: bool

    def put(self, assets_hash: str, assets: Mapping[str, bytes], not_found: bytes) -> None:
        """Write what is new; older assets stay while a published deal still uses them."""
        wanted = {f"{SHARED}/{assets_hash}/{path}": content for path, content in assets.items()}
        wanted |= {"robots.txt": ROBOTS, "404.html": not_found}
        with self._alone():
            known, digests = read_manifest(self._file), hashes(wanted)
            steps = plan_steps(digests, known, self.store)
            kept = {path: digest for path, digest in known.files.items() if path not in digests}
            for path in steps.put:
                self.store.put(path, wanted[path])
            if self.records and dict(known.files) != digests | kept:
                write_manifest(self._file, Manifest(digests | kept))

    def sweep(self, assets_hash: str, deals: list[str]) -> int:
        """Take away deals that left the workspace, and assets that no page uses; gives how many files.

        An empty workspace is more likely a mistake than a wish, so then nothing is taken away.
        """
        taken = 0
        if not deals:
            return taken
        with self._alone():
            here = {*deals, self._file.stem}
            for file in sorted(self._file.parent.glob("*.json")):
                if file.stem not in here:
                    gone = read_manifest(file)
                    taken += self._delete(gone.files)
                    if self.records:
                        file.unlink()
            known = read_manifest(self._file)
            there = {path.split("/")[1] for path in known.files if path.startswith(f"{SHARED}/")}
            if there <= {assets_hash}:  # reading all manifests would be most of a publish without changes
                return taken
            used = {read_manifest(f).assets for f in self._file.parent.glob("*.json")} | {assets_hash}
            old = [
                path
                for path in known.files
                if path.startswith(f"{SHARED}/") and path.split("/")[1] not in used
            ]
            taken += self._delete(old)
            if old and self.records:
                write_manifest(self._file, Manifest({p: d for p, d in known.files.items() if p not in old}))
        return taken

    def _delete(self, paths: Mapping[str, str] | list[str]) -> int:
        for path in paths:
            self.store.delete(path)
        return len(paths)

    @property
    def _file(self) -> Path:
        return self.state / "manifest" / "_shared.json"

    @contextmanager
    def _alone(self) -> Iterator[None]:
        folder = self.state / "locks"
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "_shared.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
