"""Building deals' sites: one MkDocs configuration, one plugin and one template environment for all of them.

Only the deal in hand differs from build to build, which makes one several times as fast as a fresh one. Pages
come out with their personal places open; `personal` fills them for one person.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
import time
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import jinja2
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from generator.errors import GoliveError
from generator.site.facts import SHARED, DealFacts, Person
from generator.site.pages import assets
from generator.site.pages.copies import Copies
from generator.site.pages.plugin import GolivePlugin, Site
from generator.site.view.view import View, make_view
from generator.site.words import Words
from generator.workspace import Workspace

_STALE_SECONDS = 24 * 60 * 60


class SiteBuilder:
    """Builds the sites of a workspace's deals, one after the other.

    `warnings` holds what MkDocs remarked about the last deal, such as a link to a page that is not there.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._loaded: tuple[MkDocsConfig, GolivePlugin] | None = None
        self._assets: tuple[str, dict[str, bytes]] | None = None
        self._view: tuple[DealFacts, View] | None = None
        self._copies: Copies | None = None
        self._scratch = _scratch_folder(workspace)
        weakref.finalize(self, shutil.rmtree, self._scratch, ignore_errors=True)
        self.warnings: tuple[str, ...] = ()

    def build(self, facts: DealFacts) -> dict[str, bytes]:
        """Build a deal's pages, pictures and files: relative path to bytes, slots unfilled, no assets.

        The same facts give the same bytes. Raises GoliveError where a page or a template cannot be read.
        """
        name, _ = self.assets()
        return self._build(Site(facts, self.view_of(facts), f"../{SHARED}/{name}/", preview=False))

    def preview(self, facts: DealFacts) -> dict[str, bytes]:
        """Build a deal's site as anyone would see it, with its assets inside, for MkDocs' live reload."""
        return self._build(Site(facts, self.view_of(facts), assets.FOLDER, preview=True, live=True))

    def _build(self, site: Site) -> dict[str, bytes]:
        config, plugin = self._mkdocs()
        plugin.site = site
        site_dir = self._empty_site_dir()
        config.site_dir = str(site_dir)
        with _listening() as remarks:
            try:
                build(config)
            except Exception as error:
                # MkDocs logs why it gives up (a plugin's error, warnings under strict) and then says little
                said = "\n".join(remarks) if isinstance(error, Abort) else plugin.explain(error)
                if not said:
                    raise
                raise GoliveError(f"{site.facts.deal}: {said}") from error
            finally:
                plugin.site = None
                self.warnings = tuple(remarks)
        return _read(site_dir)

    def assets(self) -> tuple[str, dict[str, bytes]]:
        """Give what all deals share, to be put once per target under `_assets/<hash>/`: (hash, files)."""
        if self._assets is None:
            config, _ = self._mkdocs()
            with _listening():
                found = assets.read_assets(config, assets.theme_files(config))
            self._assets = assets.assets_hash(found), found
        return self._assets

    def not_found(self, prefix: str) -> bytes:
        """Make the page for a link that has ended; `prefix` is the assets' path on the server."""
        env, (config, _) = self.environment(), self._mkdocs()
        Words("en", date.min).install(env)  # nobody knows who asks
        root = prefix.partition(SHARED)[0]
        page = env.get_template("404.html").render(assets=prefix, config=config, page=None, base_url=root)
        return page.encode()

    def personal(
        self, pages: Mapping[str, bytes], facts: DealFacts, person: Person, shared: str | None = None
    ) -> dict[str, bytes]:
        """Make one person's copy of built pages: their own places filled, what is not theirs left out.

        `shared` is the link to pass on.
        """
        if self._copies is None or self._copies.facts is not facts or self._copies.pages is not pages:
            self._copies = Copies(self.environment(), self.view_of(facts), facts, pages)
        return self._copies.of(person, shared)

    def _mkdocs(self) -> tuple[MkDocsConfig, GolivePlugin]:
        """Load mkdocs.yml, only once if golive is its only plugin: others may keep what they saw."""
        if self._loaded is None or not _alone(self._loaded[0]):
            self._loaded = self._load()
        return self._loaded

    def _load(self) -> tuple[MkDocsConfig, GolivePlugin]:
        file, root = self._workspace.config_file, self._workspace.root
        with _listening() as remarks:
            try:
                config = load_config(str(file), site_dir=str(self._scratch))
            except MkDocsException as error:
                raise GoliveError(
                    "\n".join([f"{file} cannot be used:", *(remarks or [str(error)])])
                ) from error
        plugin = config.plugins.get("golive")
        if not isinstance(plugin, GolivePlugin):
            raise GoliveError(f"{root / 'mkdocs.yml'} does not name the golive plugin; add it under plugins:")
        return config, plugin

    def environment(self) -> jinja2.Environment:
        """Give the workspace's one template environment."""
        config, plugin = self._mkdocs()
        return plugin.environment(config)

    def view_of(self, facts: DealFacts) -> View:
        """Give what a buyer may see; the last deal's is kept, to be filled for each person."""
        if self._view is None or self._view[0] is not facts:
            self._view = facts, make_view(facts)
        return self._view[1]

    def _empty_site_dir(self) -> Path:
        """Give an empty folder that is ours: MkDocs empties the one it is told, but for hidden files."""
        site_dir = self._scratch
        if site_dir.is_symlink() or site_dir.parent != self._workspace.state.absolute() / "build":
            raise GoliveError(
                f"{site_dir} is not the folder that golive made for building; nothing was touched"
            )
        shutil.rmtree(site_dir, ignore_errors=True)
        site_dir.mkdir(parents=True, mode=0o700)
        return site_dir


def _alone(config: MkDocsConfig) -> bool:
    return len(config.plugins) == 1 and not config.hooks


def _scratch_folder(workspace: Workspace) -> Path:
    """Make a folder of our own that goes when we go, and sweep up after builds that were killed."""
    folder = workspace.state.absolute() / "build"
    if folder.is_symlink():
        raise GoliveError(f"{folder} is a symbolic link; remove it, golive empties folders there")
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("site-*"):
        if old.is_dir() and not old.is_symlink() and time.time() - old.stat().st_mtime > _STALE_SECONDS:
            shutil.rmtree(old, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix="site-", dir=folder))


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Keep MkDocs from writing to the terminal, and listen to what it would have said."""
    remarks: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: remarks.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    before = logger.propagate
    logger.propagate = False
    logger.addHandler(handler)
    try:
        yield remarks
    finally:
        logger.removeHandler(handler)
        logger.propagate = before


def _read(folder: Path) -> dict[str, bytes]:
    paths = (p for p in folder.rglob("*") if p.is_file())
    return dict(sorted((p.relative_to(folder).as_posix(), p.read_bytes()) for p in paths))
