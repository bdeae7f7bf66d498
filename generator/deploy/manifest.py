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

from generator.deploy.stores import Store


@dataclass(frozen=True)
class Manifest:
    """What one deal has at the target; `inputs` hashes all it was made from, `assets` names its assets."""

    files: Mapping[str, str] = field(default_factory=dict)
    inputs: str = ""
    assets: str = ""


@dataclass(frozen=True)
class Steps:
    """What a publish will do: files to write, in order, and files to take away afterwards."""

    put: tuple[str, ...]
    delete: tuple[str, ...]
    unchanged: int


def read_manifest(file: Path) -> Manifest:
    """Read a manifest; one that is missing or damaged means only that everything is written again."""
    try:
        data = json.loads(file.read_bytes())
        return Manifest(dict(data["files"]), str(data["inputs"]), str(data["assets"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Manifest()


def write_manifest(file: Path, manifest: Manifest) -> None:
    """Write a manifest, whole or not at all."""
    data = {
        "files": dict(sorted(manifest.files.items())),
        "inputs": manifest.inputs,
        "assets": manifest.assets,
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(f".{os.getpid()}")
    draft.write_text(json.dumps(data, indent=0, sort_keys=True), encoding="utf-8")
    draft.replace(file)


def hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    """Give path -> sha256."""
    return {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}


def plan_steps(wanted: Mapping[str, str], manifest: Manifest, store: Store) -> Steps:
    """Decide: what a page needs goes up before the page that uses it; what nobody wants goes last."""
    new = [
        path for path, digest in wanted.items() if manifest.files.get(path) != digest or not store.has(path)
    ]
    new.sort(key=lambda path: (path.endswith(".html"), path.endswith("index.html"), path))
    gone = sorted(set(manifest.files) - set(wanted))
    return Steps(tuple(new), tuple(gone), len(wanted) - len(new))
