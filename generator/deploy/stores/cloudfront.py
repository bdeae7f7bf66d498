"""Telling CloudFront what changed."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from typing import Any

from generator.deploy.stores.refusals import refusals
from generator.errors import OutsideError

_MOST = 15  # paths with a wildcard that may be under way at once; beyond that one for all costs less


def invalidate(client: Callable[[], Any], distribution: str, paths: Sequence[str]) -> str | None:
    """Have a distribution forget paths (`folder/*` means all below); gives a warning where that failed."""
    if not paths:
        return None
    items = [f"/{path}" for path in paths] if len(paths) <= _MOST else ["/*"]
    name = hashlib.sha256(f"{time.time_ns()} {items}".encode()).hexdigest()[:32]
    try:
        with refusals(f"CloudFront {distribution}"):
            client().create_invalidation(
                DistributionId=distribution,
                InvalidationBatch={
                    "Paths": {"Quantity": len(items), "Items": items},
                    "CallerReference": name,
                },
            )
    except OutsideError as error:
        return f"all is published, but CloudFront may show older pages for a minute: {error}"
    return None
