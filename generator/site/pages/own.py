"""What the rep adds to a deal's site: Markdown pages in pages/, and what they or the plan refer to in files/.

Only regular files that lie in these two folders are ever published: a symbolic link could lead to a plan, or
to another deal.
"""

from __future__ import annotations

import html
import os
import posixpath
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from generator.errors import GoliveError
from generator.site.pages.personal import DEPTHS

FILES = "files/"
_REFERENCE = re.compile(r"""\b(?:href|src|srcset|poster|data)\s*=\s*["']([^"'<>\s]{1,500})""", re.IGNORECASE)
_SLOT_MARKS = re.compile("[\ue000-\uf8ff]")
_UNREADABLE_META = re.compile(r"---[ \t]*\r?\n\s*[A-Za-z_-]{1,40}[ \t]*:")


class OwnPage(NamedTuple):
    """A page that the rep wrote, as another page's navigation links to it."""

    title: str
    url: str


def navigation(pages: Iterable[Page], seen_from: Page) -> tuple[OwnPage, ...]:
    """List the rep's pages as links of one page; `not_in_nav` in mkdocs.yml leaves some out."""
    shown = (page for page in pages if page.file.inclusion.value > InclusionLevel.NOT_IN_NAV.value)
    return tuple(OwnPage(str(page.title), get_relative_url(page.url, seen_from.url)) for page in shown)


def title_of(page: Page) -> str:
    """Say a page's title: from its front matter, its first heading, or its file name; plain text."""
    stated = page.meta.get("title")
    return without_slots(html.unescape(str(page.title)) if stated is None else str(stated))


def without_slots(text: str) -> str:
    """Take out the characters that mark the personal places of a page."""
    return _SLOT_MARKS.sub("", text)


def pages_folder(folder: Path) -> Path | None:
    """Give the deal's pages/ if there is one; raises GoliveError where it holds or is a symbolic link."""
    pages = folder / "pages"
    _refuse_link(pages, folder)
    if not pages.is_dir():
        return None
    for parent, folders, names in os.walk(pages):
        for name in (*folders, *names):
            _refuse_link(Path(parent, name), folder)
    return pages


def check_front_matter(markdown: str, name: str) -> None:
    """Refuse a page whose front matter MkDocs could not read and would show as text."""
    if _UNREADABLE_META.match(markdown):
        raise GoliveError(
            f"{name} cannot be read: the lines between --- at its top are not YAML (key: value)"
        )


def check_places(theirs: Iterable[File], ours: Iterable[File], folder: Path) -> None:
    """Refuse a page of the rep's that lies too deep, or in the place of one of ours."""
    places = {file.dest_uri for file in ours}
    for file in theirs:
        name = f"plans/{folder.name}/pages/{file.src_uri}"
        if file.is_documentation_page() and file.src_uri.count("/") >= DEPTHS:
            raise GoliveError(f"{name} lies too deep: at most {DEPTHS - 1} folders inside pages/")
        if file.dest_uri in places:
            raise GoliveError(f"{name} would replace the plan's own {file.dest_uri}; give it another name")


def add_files(files: Files, folder: Path, config: MkDocsConfig) -> dict[str, Path]:
    """Add all that lies in the deal's files/, so that pages can link to it; gives name and place."""
    root = folder / "files"
    _refuse_link(root, folder)
    listed = {}
    for parent, _, names in sorted(os.walk(root)):
        for path in (Path(parent, name) for name in sorted(names)):
            name = FILES + path.relative_to(root).as_posix()
            if files.get_file_from_path(name) is None:
                files.append(File.generated(config, name, abs_src_path=str(path)))
                listed[name] = path
    return listed


def drop_unused(files: Files, listed: dict[str, Path], used: set[str], folder: Path) -> None:
    """Take back the files that nothing refers to; raises GoliveError where one is a symbolic link."""
    for name, path in listed.items():
        file = files.get_file_from_path(name)
        if name in used:
            for part in (path, *path.relative_to(folder).parents):
                _refuse_link(folder / part, folder)
        if file is not None and not (name in used and path.is_file()):
            files.remove(file)


def references(pages: Iterable[Page]) -> set[str]:
    """Name what the HTML of pages refers to on their own site, as seen from the site's root."""
    found = set()
    for page in pages:
        for link in _REFERENCE.findall(page.content or ""):
            path = unquote(html.unescape(link).partition("#")[0].partition("?")[0])
            found.add(posixpath.normpath(posixpath.join(posixpath.dirname(page.url), path)))
    return found


def _refuse_link(path: Path, folder: Path) -> None:
    if path.is_symlink():
        raise GoliveError(
            f"plans/{folder.name}/{path.relative_to(folder).as_posix()} is a symbolic link, which is never "
            "published; put the file itself there"
        )
