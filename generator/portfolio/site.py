"""THE ORDER of the managers' site: rows, what changed, pages, files at its own private link.

It begins when somebody asks for its link, and from then on every publish and every reply keeps it up to date.
After one reply one row is worked out, and that deal's page and the ones that list all deals are written.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.deploy.inputs import hash_surroundings
from generator.deploy.links import TOKEN_CHARACTERS
from generator.deploy.manifest import Manifest, hashes, plan_steps, read_manifest, write_manifest
from generator.deploy.publish import Publisher
from generator.errors import GoliveError
from generator.portfolio.cache import Rows
from generator.portfolio.exports import as_csv, as_json
from generator.portfolio.pages import Pages
from generator.portfolio.practice import template_outcomes
from generator.portfolio.row import Row
from generator.portfolio.table import chosen
from generator.starter.make import templates

PURPOSE = "portfolio"


@dataclass(frozen=True)
class Kept:
    """What keeping the site up to date did: deals that were worked out, paths written and taken away."""

    made: tuple[str, ...] = ()
    put: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()


def portfolio_url(publisher: Publisher) -> str | None:
    """Give the managers' private link; None while nobody asked for one."""
    state = _Link(publisher.workspace.state / "portfolio").read()
    return None if state is None else f"{publisher.workspace.options.url}{_token(publisher, state)}/"


def open_portfolio(publisher: Publisher, *, rotate: bool = False) -> str:
    """Begin the managers' site, or give it a new link so that the old one ends; gives the link."""
    link = _Link(publisher.workspace.state / "portfolio")
    known = link.read()
    if known is None or rotate:
        link.write(link.following(), is_open=True)
    publisher.put_shared()
    keep_portfolio(publisher)
    url = portfolio_url(publisher)
    assert url
    return url


def end_portfolio(publisher: Publisher) -> Kept:
    """Take the managers' site away; a later one has another link."""
    link = _Link(publisher.workspace.state / "portfolio")
    link.write(link.following() - 1, is_open=False)
    return keep_portfolio(publisher)


def keep_portfolio(publisher: Publisher) -> Kept:
    """Bring the managers' site up to date; nothing is done, or read, where there is none."""
    folder = publisher.workspace.state / "portfolio"
    if not folder.is_dir():
        return Kept()
    with _alone(folder):
        generation = _Link(folder).read()
        file = folder / "manifest.json"
        known = read_manifest(file)
        if generation is None:
            wanted: dict[str, bytes | None] = {}
            made: tuple[str, ...] = ()
            inputs = ""
        else:
            wanted, made, inputs = _wanted(publisher, _token(publisher, generation), known, folder)
        digests = hashes({path: content for path, content in wanted.items() if content is not None})
        digests |= {path: known.files[path] for path, content in wanted.items() if content is None}
        steps = plan_steps(digests, known, publisher.store)
        write_manifest(file, Manifest({**known.files, **dict.fromkeys(steps.put, "")}, "", ""))
        new = {path: content for path in steps.put if (content := wanted[path]) is not None}
        for rank in steps.ranks():
            publisher.store.put_all({path: new[path] for path in rank})
        publisher.store.delete_all(steps.delete)
        write_manifest(file, Manifest(digests, inputs, ""))
        return Kept(made, steps.put, steps.delete)


def _wanted(
    publisher: Publisher, token: str, known: Manifest, folder: Path
) -> tuple[dict[str, bytes | None], tuple[str, ...], str]:
    """Make what changed: path -> bytes, or None where a deal's page at the target is as it should be."""
    workspace, clock = publisher.workspace, publisher.clock
    rows = Rows(workspace, clock)
    found = chosen(rows.read_all())
    around = hashlib.sha256()
    for text in (hash_surroundings(workspace), publisher.assets[0], str(clock.latest_day()), token):
        around.update(text.encode())
    pages = Pages(
        publisher.builder.environment(), workspace.site_name, publisher.assets[0], clock.latest_day()
    )
    before, now = _read_pages(known), {row.deal: _hash(around.digest(), row) for row in found}
    wanted: dict[str, bytes | None] = {}
    for row in found:
        path = f"{token}/deals/{row.deal}.html"
        same = before.get(row.deal) == now[row.deal] and known.files.get(path) and publisher.store.has(path)
        wanted[path] = None if same else pages.deal(row)
    outlines = {name: file.read_text(encoding="utf-8") for name, file in templates(workspace).items()}
    wanted |= {
        f"{token}/practice.html": pages.practice(found, template_outcomes(outlines)),
        f"{token}/portfolio.csv": as_csv(found),
        f"{token}/portfolio.json": as_json(found),
        f"{token}/index.html": pages.overview(found),
    }
    return wanted, tuple(rows.made), json.dumps(now)


def _read_pages(known: Manifest) -> dict[str, str]:
    try:
        return dict(json.loads(known.inputs or "{}"))
    except ValueError:
        return {}


def _hash(around: bytes, row: Row) -> str:
    return hashlib.sha256(around + row.model_dump_json().encode()).hexdigest()


def _token(publisher: Publisher, generation: int) -> str:
    return publisher.keys.code(PURPOSE, generation, length=TOKEN_CHARACTERS)


@dataclass(frozen=True)
class _Link:
    """The generation of the managers' link, kept in the workspace's state."""

    folder: Path

    def read(self) -> int | None:
        known = self._known()
        return known[0] if known and known[1] else None

    def following(self) -> int:
        known = self._known()
        return known[0] + 1 if known else 0

    def write(self, generation: int, *, is_open: bool) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = self.folder / "link.next"
        draft.write_text(json.dumps({"generation": generation, "open": is_open}), encoding="utf-8")
        draft.replace(self.folder / "link.json")

    def _known(self) -> tuple[int, bool] | None:
        file = self.folder / "link.json"
        try:
            data = json.loads(file.read_bytes())
            return int(data["generation"]), bool(data["open"])
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError):
            raise GoliveError(
                f"{file} is damaged, so the managers' link is not known; restore it from a backup"
            ) from None


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with (folder / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
