"""THE ORDER at the target: claim the manifest, write what pages need, pages, delete, write the manifest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.deploy.manifest import Manifest, Steps, hashes, plan_steps
from generator.deploy.manifests import Manifests
from generator.deploy.stores import Moved, Store
from generator.errors import ConflictError


@dataclass(frozen=True)
class Made:
    """What a deal has at the target when all is done, what it was made from, and the assets its pages use."""

    files: Mapping[str, bytes]
    inputs: str
    assets: str


def upload(deal: str, made: Made, manifests: Manifests, store: Store, *, records: bool) -> Steps:
    """Bring a deal's files to the target, and take away what it no longer has there.

    Cut short anywhere, the manifest knows all that may lie there, and the next upload ends right. Raises
    ConflictError where somebody else publishes the deal, OutsideError where the target fails.
    """
    digests = hashes(made.files)
    known = manifests.read(deal)
    steps = plan_steps(digests, known, store)
    if not records:
        store.put_all({path: made.files[path] for path in steps.put})
        store.delete_all(steps.delete)
        return steps
    wanted = Manifest(digests, made.inputs, made.assets, known.tags, tag=known.tag)
    if not (steps.put or steps.delete or known.begun):
        manifests.note(deal, replace(wanted, by=known.by))
        return steps
    begun, steps = _claim(deal, made.assets, digests, manifests, store)
    tags = dict(begun.tags)
    for rank in steps.ranks():
        tags |= store.put_all({path: made.files[path] for path in rank})
        begun = manifests.renew(deal, begun)
    store.delete_all(steps.delete)
    tags = {path: tag for path, tag in tags.items() if path in digests}
    manifests.finish(deal, begun, replace(wanted, tags=tags))
    return steps


def _claim(
    deal: str, assets: str, digests: Mapping[str, str], manifests: Manifests, store: Store
) -> tuple[Manifest, Steps]:
    """Write down, before anything is touched, all that may lie at the target from now on."""
    for _ in range(3):
        known = manifests.read(deal)
        steps = plan_steps(digests, known, store)
        begun = replace(
            known,
            files={**known.files, **dict.fromkeys(steps.put, "")},
            inputs="",
            assets=" ".join(sorted({*known.assets.split(), assets})),
        )
        try:
            return manifests.begin(deal, begun), steps
        except Moved:
            continue  # our copy was too old, and is new now
    raise ConflictError(f"{deal}: somebody else publishes it again and again; publish when they are done")
