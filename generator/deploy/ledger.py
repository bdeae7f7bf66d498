"""The manifests of a target: kept here, and beside the target where several publishers share it.

A publisher that begins with a deal says so in the manifest at the target, on condition that nobody else has
touched it since it was read, so that two publishers never write the same deal at once. What a publisher left
that was cut short is its own to go on with at once; others wait until it is sure not to go on.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from generator.deploy.manifest import Manifest, manifest_bytes, parse_manifest, read_manifest, write_manifest
from generator.deploy.stores import Conflict, Store

GIVEN_UP_SECONDS = 300  # no deal takes as long, even with all its requests sent six times


@dataclass(frozen=True)
class Held:
    """A deal's manifest as it is at the target, and the tag of it there; the tag is None where there is none."""

    deal: str
    manifest: Manifest
    tag: str | None = None


@dataclass(frozen=True)
class Ledger:
    """The manifests in `state`, and those at the target of `store`; nothing is written unless it `records`."""

    state: Path
    store: Store
    records: bool

    def local(self, deal: str) -> Manifest:
        """Give a deal's manifest as this publisher last knew it."""
        return read_manifest(self.file(deal))

    def look(self, deal: str) -> Held:
        """Give a deal's manifest as it is at the target; raises Conflict while another publisher is at work."""
        if self.store.notes is None:
            return Held(deal, self.local(deal))
        found = self.store.notes.recall(deal)
        if found is None:
            return Held(deal, Manifest())
        manifest = parse_manifest(found.content)
        if manifest.by and manifest.by != self._me and found.age_seconds < GIVEN_UP_SECONDS:
            raise Conflict(
                f"{deal} is being published by another publisher to {self.store.place}; try again, "
                f"or in {GIVEN_UP_SECONDS // 60} minutes if that one was cut short"
            )
        return Held(deal, manifest, found.tag)

    def begin(self, held: Held, manifest: Manifest) -> Held:
        """Write what may lie at the target from now on, for the next publish if this one is cut short."""
        return self._write(held, replace(manifest, inputs="", by=self._me if self.store.notes else ""))

    def end(self, held: Held, manifest: Manifest) -> Held:
        """Write what lies at the target; raises Conflict if another publisher came in between."""
        return self._write(held, manifest)

    def learn(self, held: Held) -> None:
        """Keep here what another publisher did."""
        if self.records:
            write_manifest(self.file(held.deal), held.manifest)

    def forget(self, deal: str) -> None:
        """Take away the manifest of a deal of which nothing is left."""
        if self.records:
            if self.store.notes:
                self.store.notes.forget(deal)
            self.file(deal).unlink(missing_ok=True)

    def assets_in_use(self) -> set[str]:
        """Give the hashes of all assets that any page needs, whoever published it."""
        if self.store.notes:
            notes = [self.store.notes.recall(name) for name in self.store.notes.noted()]
            every = [parse_manifest(note.content) for note in notes if note]
        else:
            every = [read_manifest(file) for file in self.files()]
        return {one for manifest in every for one in manifest.assets.split()}

    def files(self) -> list[Path]:
        """Give the files of all manifests kept here."""
        return sorted((self.state / "manifest").glob("*.json"))

    def file(self, deal: str) -> Path:
        """Give the file of a deal's manifest here."""
        return self.state / "manifest" / f"{deal}.json"

    def _write(self, held: Held, manifest: Manifest) -> Held:
        if not self.records:
            return held
        tag = None
        if self.store.notes:
            tag = self.store.notes.note(held.deal, manifest_bytes(manifest), held.tag)
        write_manifest(self.file(held.deal), manifest)
        return Held(held.deal, manifest, tag)

    @cached_property
    def _me(self) -> str:
        """Name this publisher: all processes that share the state, since its locks keep them apart."""
        file = self.state / "publisher"
        try:
            with file.open("x") as new:
                new.write(secrets.token_hex(8))
        except FileExistsError:
            pass
        return file.read_text("ascii")
