"""What lies at the target, as we left it: path -> sha256, one manifest a deal, kept out of what is served.

From the manifest and what is wanted now follow the steps of a publish, decided before anything is touched.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.deploy.stores import Store


@dataclass(frozen=True)
class Manifest:
    """What one deal has at the target: path -> sha256, or "" where we are not sure of it.

    `inputs` hashes all it was made from. `assets` names the folders of assets that its pages may use, with
    blanks between. `tags` are the store's own names for the contents, where sha256 is not. `by` is the
    publisher that wrote it last, `begun` says that it has not ended yet. `tag` is its version where shared.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    inputs: str = ""
    assets: str = ""
    tags: Mapping[str, str] = field(default_factory=dict)
    by: str = ""
    begun: bool = False
    tag: str = ""


@dataclass(frozen=True)
class Steps:
    """What a publish will do: files to write, in order, and files to take away afterwards."""

    put: tuple[str, ...]
    delete: tuple[str, ...]
    unchanged: int

    def ranks(self) -> list[list[str]]:
        """Group the files to write: all of a group is there before the next begins."""
        found: dict[tuple[bool, bool], list[str]] = {}
        for path in self.put:
            found.setdefault(_rank(path), []).append(path)
        return [found[rank] for rank in sorted(found)]


def parse_manifest(content: bytes, tag: str = "") -> Manifest:
    """Read a manifest; one that is damaged means only that everything is written again."""
    try:
        data = json.loads(content)
        return Manifest(
            dict(data["files"]),
            str(data["inputs"]),
            str(data["assets"]),
            dict(data.get("tags", {})),
            str(data.get("by", "")),
            bool(data.get("begun")),
            tag or str(data.get("tag", "")),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return Manifest(tag=tag)


def render_manifest(manifest: Manifest, *, shared: bool = False) -> bytes:
    """Write a manifest as JSON; as it is `shared`, it cannot name its own version."""
    data: dict[str, Any] = {
        "files": dict(sorted(manifest.files.items())),
        "inputs": manifest.inputs,
        "assets": manifest.assets,
    }
    more = {
        "tags": dict(sorted(manifest.tags.items())),
        "by": manifest.by,
        "begun": manifest.begun,
        "tag": "" if shared else manifest.tag,
    }
    data |= {name: value for name, value in more.items() if value}
    return json.dumps(data, indent=0, sort_keys=True).encode()


def read_manifest(file: Path) -> Manifest:
    """Read a manifest's file; one that is missing counts as empty."""
    try:
        return parse_manifest(file.read_bytes())
    except OSError:
        return Manifest()


def write_manifest(file: Path, manifest: Manifest) -> None:
    """Write a manifest, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(f".{os.getpid()}")
    draft.write_bytes(render_manifest(manifest))
    draft.replace(file)


def hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    """Give path -> sha256."""
    return {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}


def plan_steps(wanted: Mapping[str, str], manifest: Manifest, store: Store) -> Steps:
    """Decide: what a page needs goes up before the page that uses it; what nobody wants goes last."""
    new = [
        path for path, digest in wanted.items() if manifest.files.get(path) != digest or not store.has(path)
    ]
    new.sort(key=lambda path: (*_rank(path), path))
    gone = sorted(set(manifest.files) - set(wanted))
    return Steps(tuple(new), tuple(gone), len(wanted) - len(new))


def _rank(path: str) -> tuple[bool, bool]:
    return path.endswith(".html"), path.endswith("index.html")
