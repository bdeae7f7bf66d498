"""The manifests of all deals of one target: our own copies, and the shared ones where others publish too.

Where they are shared, whoever wants to change a deal's files first claims its manifest, by writing over the
very version that it knows. A claim ends when the new manifest is written, or after ten minutes without news.
"""

from __future__ import annotations

import json
import os
import secrets
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.deploy.manifest import Manifest, parse_manifest, read_manifest, render_manifest, write_manifest
from generator.deploy.stores import Moved, Records
from generator.errors import ConflictError

CLAIM_SECONDS = 600  # longer than any one round of uploads with all its tries
_RENEW_SECONDS = 120
_FEW = 20  # deals that are asked for one by one rather than listed


@dataclass
class Manifests:
    """The manifests of one target, by deal; `state` is the workspace's own folder."""

    state: Path
    records: Records | None = None
    _claimed_at: dict[str, float] = field(default_factory=dict)

    def read(self, deal: str) -> Manifest:
        """Give a deal's manifest as we know it."""
        known = read_manifest(self._file(deal))
        return known if self.records is None or known.tag else Manifest()  # of another target

    def names(self) -> list[str]:
        """Name all that have a manifest, but what deals share."""
        return sorted(f.stem for f in self._folder.glob("*.json") if not f.stem.startswith("_"))

    def refresh(self, deals: Iterable[str] | None = None) -> None:
        """Learn what others have published; with all deals (None), one request for a thousand."""
        if self.records is None:
            return
        if deals is not None and len(few := list(deals)) <= _FEW:
            for deal in few:
                self._fetch(deal)
            return
        there = self.records.tags()
        known = dict(self._tags())
        for deal in known.keys() - there.keys():
            self._file(deal).unlink(missing_ok=True)
        for deal, tag in there.items():
            if known.get(deal) != tag:
                self._fetch(deal)
        if known != there:
            dict(self._tags())

    def begin(self, deal: str, manifest: Manifest) -> Manifest:
        """Claim a deal; raises ConflictError while somebody else has it, Moved where our copy was too old."""
        known = self.read(deal)
        if known.begun and known.by != self.me:
            self._yield_to_a_claim(deal)
        return self.write(deal, replace(manifest, by=self.me, begun=True))

    def renew(self, deal: str, begun: Manifest) -> Manifest:
        """Keep a claim that is getting old; raises ConflictError where it was lost."""
        if self.records and time.monotonic() - self._claimed_at[deal] > _RENEW_SECONDS:
            return self._or_spoil(deal, begun)
        return begun

    def finish(self, deal: str, begun: Manifest, manifest: Manifest) -> None:
        """End a claim with what is there now; raises ConflictError where somebody took it meanwhile."""
        if self.records is None:
            write_manifest(self._file(deal), manifest)
            return
        self._or_spoil(deal, replace(manifest, by=self.me, begun=False, tag=begun.tag), begun)

    def write(self, name: str, manifest: Manifest) -> Manifest:
        """Replace the version that `manifest.tag` names. Raises Moved; our copy is then the newest."""
        if self.records:
            try:
                tag = self.records.write(name, render_manifest(manifest, shared=True), manifest.tag)
            except Moved:
                self._fetch(name)
                raise
            manifest = replace(manifest, tag=tag)
            self._claimed_at[name] = time.monotonic()
        write_manifest(self._file(name), manifest)
        return manifest

    def note(self, deal: str, manifest: Manifest) -> None:
        """Write down what only we need to know."""
        write_manifest(self._file(deal), manifest)

    def remove(self, deal: str) -> None:
        """Forget a deal whose files are gone."""
        if self.records:
            self.records.remove(deal)
        self._file(deal).unlink(missing_ok=True)

    @cached_property
    def me(self) -> str:
        """Name this workspace's publisher; without its file it is a new one, which costs a wait at most."""
        file = self.state / "cache" / "publisher"
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = file.with_name(f"publisher.{os.getpid()}")
        if not file.is_file():
            draft.write_text(secrets.token_hex(8), encoding="ascii")
            with suppress(FileExistsError):
                os.link(draft, file)  # the first of several processes wins
            draft.unlink()
        return file.read_text(encoding="ascii").strip()

    def _yield_to_a_claim(self, deal: str) -> None:
        record = self._fetch(deal)
        now = self.read(deal)
        if record is not None and now.begun and now.by != self.me and record < CLAIM_SECONDS:
            raise ConflictError(
                f"{deal}: somebody else began to publish it {max(record, 0):.0f} seconds ago, so it was left "
                f"alone; publish again when they are done, or in {(CLAIM_SECONDS - record) / 60:.0f} minutes "
                "if their machine stopped"
            )

    def _or_spoil(self, deal: str, wanted: Manifest, begun: Manifest | None = None) -> Manifest:
        """Write over our claim; where somebody took it, mark what we touched as unsure, to be mended."""
        try:
            return self.write(deal, wanted)
        except Moved:
            touched = [path for path, digest in (begun or wanted).files.items() if not digest]
        for _ in range(5):
            now = self.read(deal)
            unsure = replace(now, files={**now.files, **dict.fromkeys(touched, "")}, inputs="")
            with suppress(Moved):
                self.write(deal, unsure)
                break
        raise ConflictError(
            f"{deal}: somebody else published it at the same time and was first; publish again, which puts "
            "right whatever got mixed"
        )

    def _fetch(self, name: str) -> float | None:
        """Bring our copy up to date; gives how old the shared one is, in seconds."""
        assert self.records
        record = self.records.read(name)
        if record is None:
            self._file(name).unlink(missing_ok=True)
            return None
        if self.read(name).tag != record.tag:  # a copy of this version may hold doubts of our own
            write_manifest(self._file(name), parse_manifest(record.content, record.tag))
        return record.age_seconds

    def _tags(self) -> Iterator[tuple[str, str]]:
        """Give the version of each copy; one that lies as it did is not read again."""
        file = self.state / "cache" / "tags.json"
        before: dict[str, Any] = {}
        with suppress(OSError, ValueError):
            before = dict(json.loads(file.read_bytes()))
        now: dict[str, list[Any]] = {}
        self._folder.mkdir(parents=True, exist_ok=True)
        with os.scandir(self._folder) as entries:
            for entry in entries:
                name, ending = os.path.splitext(entry.name)  # noqa: PTH122 (ten thousand of them)
                if ending != ".json" or name.startswith("_"):
                    continue
                stat = entry.stat()
                lies, known = [stat.st_mtime_ns, stat.st_size, stat.st_ino], before.get(name)
                now[name] = known if known and known[:3] == lies else [*lies, self.read(name).tag]
                yield name, str(now[name][3])
        if now != before:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            draft = file.with_name(f"tags.{os.getpid()}")
            draft.write_text(json.dumps(now), encoding="utf-8")
            draft.replace(file)

    @property
    def _folder(self) -> Path:
        return self.state / "manifest"

    def _file(self, deal: str) -> Path:
        return self._folder / f"{deal}.json"
