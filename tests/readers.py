"""What a reader finds when following links."""

from __future__ import annotations

import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath


def broken(files: Mapping[str, bytes]) -> list[str]:
    """Give what pages that a reader reaches from an index page refer to, and which is not there."""
    missing, waiting, known = [], [path for path in files if path.endswith("index.html")], set()
    while waiting:
        page = waiting.pop()
        known.add(page)
        for found in re.findall(rb'(?:href|src)="([^"#?]+)', files[page]):
            link = found.decode()
            if re.match(r"[a-z]+:", link):
                continue
            path = link.lstrip("/") if link.startswith("/") else normpath(join(dirname(page), link))
            if "." not in path.rpartition("/")[2] or path == ".":
                path = normpath(join(path, "index.html"))
            if path not in files:
                missing.append(f"{page} -> {link}")
            elif path.endswith(".html") and path not in known:
                waiting.append(path)
    return missing
