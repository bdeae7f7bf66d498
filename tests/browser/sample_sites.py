"""The sample deals as they are published, and served on loopback."""

from __future__ import annotations

import contextlib
import functools
import http.server
import io
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from scenes import SECRET, TODAY

import golive

DEALS = ("acme", "harbor", "lumen")


@dataclass(frozen=True)
class Copy:
    """One person's copy of one deal; `any` is the link to pass on."""

    deal: str
    person: str
    url: str
    pages: tuple[str, ...]


@dataclass(frozen=True)
class Served:
    """The published samples. `root` is the folder that is served."""

    url: str
    root: Path
    copies: tuple[Copy, ...]

    def of(self, deal: str) -> list[Copy]:
        """Two people's copies: the first buyer's, who has a page of their own, and the one to pass on."""
        mine = [c for c in self.copies if c.deal == deal]
        return [mine[0], mine[-1]]

    def every_page(self, deal: str) -> list[str]:
        """Every page of both copies of a deal, as addresses."""
        return [copy.url + page for copy in self.of(deal) for page in copy.pages]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback, on a free port."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def published(root: Path, url: str, served_at: str) -> Served:
    """Publish every deal of a workspace for an address, and say what lies where it is served."""
    out = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(out):
        patch.setenv("GOLIVE_TODAY", TODAY)
        patch.setenv("GOLIVE_SECRET", SECRET)
        with pytest.raises(SystemExit, match="0"):
            golive.main(["--workspace", str(root), "--json", "publish"])
    copies = []
    for deal in json.loads(out.getvalue())["deals"]:
        for link in deal["links"]:
            folder = root / "public" / link["url"].removeprefix(url)
            pages = tuple(sorted(p.name for p in folder.glob("*.html")))
            assert "index.html" in pages, folder
            copies.append(Copy(deal["deal"], link["person"], served_at + folder.name + "/", pages))
    return Served(served_at, root / "public", tuple(copies))
