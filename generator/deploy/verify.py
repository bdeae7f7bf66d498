"""`golive publish --verify`: compare all that lies at the target with what was published, and mend it.

What is missing or altered is doubted in the manifest, so that the publish that follows writes it again. What
lies in a folder of ours that nobody published is taken away.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.deploy.manifest import Manifest
from generator.deploy.publish import Publisher
from generator.deploy.shared import MOST_DELETIONS, NAME
from generator.site.facts import SHARED


@dataclass(frozen=True)
class Drift:
    """How a target of so many `files` differs: paths; `kept` says that what is foreign was left there."""

    files: int
    missing: tuple[str, ...]
    altered: tuple[str, ...]
    foreign: tuple[str, ...]
    kept: bool = False

    def __bool__(self) -> bool:
        return bool(self.missing or self.altered or self.foreign)


def verify_target(publisher: Publisher, *, many: bool = False) -> Drift:
    """Compare the target with the manifests, doubt what differs, take away what nobody published.

    Publish afterwards. More than `MOST_DELETIONS` foreign files stay unless `many` says so.
    """
    manifests, store = publisher.manifests, publisher.store
    manifests.refresh()
    manifests.refresh([NAME])
    there = store.listing()
    missing: list[str] = []
    altered: list[str] = []
    ours: set[str] = set()
    for name in (NAME, *manifests.names()):
        known = manifests.read(name)
        ours |= known.files.keys()
        bad = list(_differing(known, there))
        missing += (path for path in bad if path not in there)
        altered += (path for path in bad if path in there)
        if bad and publisher.records:
            unsure = {**known.files, **dict.fromkeys(bad, "")}
            # what is shared keeps in `inputs` which assets are retired
            inputs = known.inputs if name == NAME else ""
            manifests.note(name, replace(known, files=unsure, inputs=inputs))
    folders = {path.split("/")[0] for path in ours if "/" in path} - {SHARED}
    foreign = sorted(path for path in there if path not in ours and path.split("/")[0] in folders)
    kept = len(foreign) > MOST_DELETIONS and not many
    if not kept:
        store.delete_all(foreign)
    return Drift(len(there), tuple(sorted(missing)), tuple(sorted(altered)), tuple(foreign), kept)


def _differing(known: Manifest, there: dict[str, str]) -> Iterator[str]:
    for path, digest in known.files.items():
        if digest and there.get(path) != known.tags.get(path, digest):
            yield path
