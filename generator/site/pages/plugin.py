"""The MkDocs plugin `golive`: makes an MkDocs build the site of one deal, by documented hooks only.

`SiteBuilder` sets `site` before every build. Without it, under `mkdocs build` and `mkdocs serve`, the plugin
shows one deal of the workspace, GOLIVE_DEAL or the first, as the shared link would.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote

import jinja2
from markupsafe import Markup
from mkdocs.config.base import LegacyConfig, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator.errors import FaultsError, GoliveError
from generator.site.facts import DealFacts
from generator.site.pages import assets, own
from generator.site.pages.build_faults import explain
from generator.site.pages.environment import prepare, shared_url
from generator.site.pages.personal import personal_slots
from generator.site.pages.preview import ANYONE, preview_facts
from generator.site.pages.tables import AlignedByClass
from generator.site.slots import fill, slot
from generator.site.view.view import PageSpec, View, make_view
from generator.workspace import Workspace, open_workspace

log = get_plugin_logger("golive")
_LIVE_RELOAD = "script-src 'self' 'unsafe-inline'; connect-src 'self'"  # MkDocs' own script


@dataclass(frozen=True)
class Site:
    """One deal's site to be built.

    `assets` is the folder of the shared assets, seen from the site's root, with a slash at its end. A preview
    holds them itself, and its slots are filled at once.
    """

    facts: DealFacts
    view: View
    assets: str
    preview: bool
    live: bool = False  # served by MkDocs' live reload, whose script stands in the page

    @property
    def specs(self) -> dict[str, PageSpec]:
        """The plan's pages by their source name; a preview, like the shared link, has no personal ones."""
        return {s.src_uri: s for s in self.view.pages if not (self.preview and s.personal)}


class GolivePlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """Builds one deal's plan, value, people and other pages, and the rep's own."""

    workspace: Workspace
    _now: Site  # the site in hand
    _extensions: list[str]

    def __init__(self) -> None:
        self.site: Site | None = None
        self.env: jinja2.Environment | None = None
        self._shared: frozenset[str] = frozenset()
        self._files: dict[str, Path] = {}
        self._own: list[Page] = []
        self._page = ""  # the page in hand, as messages name it
        self._folders: list[Path] = []
        self._serving = False

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """Check the options as `golive` does, with the same sentences; MkDocs keeps them as written."""
        self.config = LegacyConfig((), config_file_path=config_file_path)
        self.config.load_dict(options)
        try:
            self.workspace = open_workspace(Path(config_file_path or "mkdocs.yml").absolute().parent)
        except FaultsError as error:
            return [(fault.where, ValidationError(str(fault))) for fault in error.faults], []
        except GoliveError as error:
            return [("golive", ValidationError(str(error)))], []
        return [], []

    def on_config(self, config: MkDocsConfig) -> None:
        """Point MkDocs at the deal's own pages, so that no plan file is ever served."""
        self._page, self._folders = "", [Path(folder) for folder in config.theme.dirs]
        self._serving = str(config.site_url).startswith("http://{}:{}/".format(*config.dev_addr))
        config.theme.static_templates = set()  # no sitemap
        self._now = self.site or self._preview()
        if not hasattr(self, "_extensions"):
            self._extensions = list(config.markdown_extensions)
        pages = own.pages_folder(self._now.facts.folder)
        config.docs_dir = str(pages or self._no_pages())
        more: list[Any] = [*self._extensions, AlignedByClass()]
        config.markdown_extensions = more if pages else []
        config.use_directory_urls = False
        config.site_url = config.nav = None  # no canonical link: addresses are private

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Add the plan's pages and the deal's files; the theme's files lie where all deals share them."""
        for file in [f for f in files if f.src_dir in config.theme.dirs]:
            files.remove(file)
        ours = [File.generated(config, uri, content="") for uri in self._now.specs]
        own.check_places(files, ours, self._now.facts.folder)
        for file in ours:
            files.append(file)
        self._files = own.add_files(files, self._now.facts.folder, config)
        if self._now.preview:
            for name, content in assets.read_assets(config, assets.theme_files(config)).items():
                files.append(File.generated(config, assets.FOLDER + name, content=content))

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Know which page is in hand, should it fail."""
        self._page = self._name(page)
        return page

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Name the template of a plan's page; take slot marks out of a page that the rep wrote."""
        spec = self._now.specs.get(page.file.src_uri)
        if spec is not None:
            page.meta = {"title": spec.title, "template": spec.template}
            return ""
        own.check_front_matter(markdown, self._page)
        return own.without_slots(markdown)

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Hand over the one autoescaping environment, which keeps its compiled templates between deals."""
        env = self.environment(config, env)
        self._now.view.words.install(env)
        pages = [f.page for f in files.documentation_pages() if f.page and f.src_uri not in self._now.specs]
        self._own = sorted(pages, key=lambda page: page.file.src_uri)
        for page in self._own:
            self._page = self._name(page)
            page.title = own.title_of(page)
            env.get_template(str(page.meta.get("template", "main.html")))
        promised = {unquote(name) for name in self._now.view.files}
        own.drop_unused(files, self._files, own.references(self._own) | promised, self._now.facts.folder)
        for name in sorted(n for n in promised if files.get_file_from_path(n) is None):
            log.warning(f"plans/{self._now.facts.deal}/{name} is not there, but the plan refers to it")
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give templates the view, and where things lie as seen from this page."""
        now, self._page = self._now, self._name(page)
        root = "" if context["base_url"] == "." else context["base_url"] + "/"
        page.content = Markup(page.content or "")  # noqa: S704 - the rep's own Markdown, or nothing
        page.update_date = now.facts.today.isoformat()
        context["build_date_utc"] = datetime.combine(now.facts.today, time(), UTC)
        more = cast(dict[str, Any], context)
        more |= {"view": now.view, "slot": slot, "assets": root + now.assets}
        more["own_pages"] = own.navigation(self._own, page)
        more["extra_css"] = [shared_url(css, more, self._shared) or css for css in context["extra_css"]]
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """In a preview, fill the personal places as for the shared link."""
        if not self._now.preview or self.env is None:
            return output
        if self._serving or self._now.live:
            output = output.replace("script-src 'self'", _LIVE_RELOAD, 1)
        return fill(output, personal_slots(self.env, self._now.view, self._now.facts, ANYONE))

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> None:
        """Rebuild when the plan, its journal, pages or files, or the theme change."""
        for folder in (self._now.facts.folder, *self._folders[:-1]):
            server.watch(str(folder))

    def on_build_error(self, *, error: Exception) -> None:
        """Under MkDocs' own commands, say what is wrong as golive does: a sentence, no traceback."""
        if self.site is None and (said := self.explain(error)):
            raise Abort(said) from error

    def explain(self, error: Exception) -> str | None:
        """Say in a sentence why the build failed; None where no plan, page or template is to blame."""
        return explain(error, self._page, self._folders)

    def environment(self, config: MkDocsConfig, env: jinja2.Environment | None = None) -> jinja2.Environment:
        """Give the one environment, made from the first that comes along."""
        if self.env is None:
            self._shared = frozenset(assets.theme_files(config))
            self.env = prepare(env or config.theme.get_env(), self.workspace, self._shared)
        return self.env

    def _preview(self) -> Site:
        facts = preview_facts(self.workspace)
        return Site(facts, make_view(facts), assets.FOLDER, preview=True)

    def _no_pages(self) -> Path:
        folder = self.workspace.state / "build" / "no-pages"
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _name(self, page: Page) -> str:
        uri = page.file.src_uri
        return f"the page {uri}" if uri in self._now.specs else f"plans/{self._now.facts.deal}/pages/{uri}"
