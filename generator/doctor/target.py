"""Where pages are published: can it be written, is it private, and does its address fit."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.doctor.finding import Finding, doubtful, well, wrong
from generator.doctor.place import tracked
from generator.workspace import PREVIEW_URL, STATE, Workspace


def examine_target(workspace: Workspace) -> Iterator[Finding]:
    """Look at the target that mkdocs.yml names."""
    target = workspace.options.target
    if target.startswith("s3://"):
        from generator.doctor.bucket import examine_bucket

        yield from examine_bucket(target)
    else:
        yield from _folder(workspace)


def _folder(workspace: Workspace) -> Iterator[Finding]:
    folder = workspace.root / workspace.options.target
    resolved = folder.resolve()
    private = [workspace.plans.resolve(), (workspace.root / STATE).resolve(), workspace.root.resolve()]
    if any(
        resolved == place or resolved in place.parents or place in resolved.parents for place in private[:2]
    ):
        yield wrong("target", f"{folder} holds plans or secrets, and would serve them", "target: public")
        return
    there = next(place for place in (resolved, *resolved.parents) if place.exists())
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        yield wrong("target", f"we may not write into {folder}", f"chown {there} to who runs golive")
    elif tracked(workspace.root, str(resolved)):
        yield wrong(
            "target",
            f"{folder} is in git, so whoever reads the repository reads every private link",
            f"git rm -r --cached {folder}, add it to .gitignore, then: golive links DEAL --rotate",
        )
    else:
        yield well("target", f"{folder} can be written and is not in git")


def examine_url(workspace: Workspace) -> Iterator[Finding]:
    """Look whether private links lead to an address that keeps them private."""
    url = workspace.options.url
    parts = urlsplit(url)
    if url == PREVIEW_URL:
        yield doubtful("url", f"links lead to a preview on this machine ({url})", "set url: in mkdocs.yml")
    elif parts.scheme != "https" and not _is_local(parts.hostname or ""):
        yield wrong(
            "url",
            f"{url} sends private links in clear",
            "serve it by HTTPS, and write https:// in mkdocs.yml",
        )
    else:
        yield well("url", f"links lead to {url}")


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
