"""What a published file says of itself over HTTP."""

from __future__ import annotations

import mimetypes
from pathlib import PurePosixPath

from generator.site.facts import SHARED

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",  # RFC 5545, 8.1
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}


def content_type(path: str) -> str:
    """Give the Content-Type of a path, the same on every machine for all that we make ourselves."""
    ending = PurePosixPath(path).suffix.lower()
    return _TYPES.get(ending) or mimetypes.guess_type(path)[0] or "application/octet-stream"


def cache_control(path: str) -> str:
    """Say who may keep a file, and for how long.

    Pages and feeds are for their reader alone, for a minute (RFC 9111, 5.2.2.7): a cache between, such as
    CloudFront, keeps none, so that a link that is taken away ends at once. Assets have a hash in their path.
    """
    if path.startswith(f"{SHARED}/"):
        return "public, max-age=31536000, immutable"
    return "public, max-age=300" if "/" not in path else "private, max-age=60"
