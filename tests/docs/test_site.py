"""The documentation builds strictly, reaches every page, and asks nothing of anybody else."""

from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from scenes import ROOT

CONFIG = ROOT / "docs" / "site" / "mkdocs.yml"
LOADS = {("link", "href"), ("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src")}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", CONFIG, "-d", folder]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return folder


class _Loads(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if (tag, name) in LOADS]
        self.found += ["inline style" for name, _ in attrs if name == "style"]


def test_it_loads_nothing_from_elsewhere(built: Path) -> None:
    for page in built.rglob("*.html"):
        loads = _Loads()
        loads.feed(page.read_text("utf-8"))
        assert not [one for one in loads.found if re.match(r"(https?:)?//|inline", one)], page
        for one in loads.found:
            if not one.startswith(("data:", "#")):
                inside = built / one.lstrip("/") if one.startswith("/") else page.parent / one
                assert inside.is_file(), f"{page.name}: {one}"


def test_every_page_of_docs_is_in_the_menu() -> None:
    menu = CONFIG.read_text("utf-8")
    pages = [p.relative_to(ROOT / "docs").as_posix() for p in (ROOT / "docs").rglob("*.md")]
    assert [page for page in pages if page not in menu] == []


def test_schemas_and_running_files_are_served(built: Path) -> None:
    assert (built / "schemas" / "schedule.json").is_file()
    assert (built / "running" / "Dockerfile").is_file()
    assert not list(built.glob("site/*")), "the site's own templates are no pages"


def test_no_page_names_this_machine(built: Path) -> None:
    for page in built.rglob("*.html"):
        text = page.read_text("utf-8")
        assert str(ROOT) not in text, page.name
        assert str(Path.home()) + "/" not in text, page.name
