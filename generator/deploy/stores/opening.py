"""Which store a workspace publishes to."""

from __future__ import annotations

from generator.deploy.stores.folder import FolderStore
from generator.deploy.stores.store import Store
from generator.workspace import Workspace


def open_store(workspace: Workspace) -> Store:
    """Give the store that mkdocs.yml names as target; nothing is asked of it yet."""
    target = workspace.options.target
    if not target.startswith("s3://"):
        return FolderStore(workspace.root / target)
    from generator.deploy.stores.s3 import S3Store

    bucket, _, prefix = target.removeprefix("s3://").partition("/")
    return S3Store(bucket, prefix.strip("/"), workspace.options.cloudfront)
