"""`golive export --to html`: one file that needs nothing else, with nobody's own links in it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from scenes import Golive


class Reader(HTMLParser):
    """Collects tags and attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.attributes: list[tuple[str, str, str]] = []
        self.tags: Counter[str] = Counter()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def of(self, name: str) -> list[str]:
        return [value for _, n, value in self.attributes if n == name]


@pytest.fixture(params=["acme", "harbor"])
def exported(request: pytest.FixtureRequest, workspace: Path, run: Golive) -> str:
    file = workspace / "plan.html"
    ran = run("--workspace", workspace, "export", request.param, "--to", "html", "--out", file)
    assert (ran.code, ran.err) == (0, "")
    return file.read_text(encoding="utf-8")


def test_it_needs_nothing_else(exported: str) -> None:
    page = Reader(exported)
    assert not {"script", "iframe", "form", "base"} & set(page.tags)
    links = [value for tag, name, value in page.attributes if tag == "link" and name == "href"]
    assert all(value.startswith("data:") for value in [*links, *page.of("src")])
    outward = [v for v in page.of("href") if not v.startswith(("#", "data:", "https://"))]
    assert outward == []
    assert re.findall(r"url\([^#]", exported) == []


def test_its_policy_allows_just_its_own_style(exported: str) -> None:
    (style,) = re.findall(r"<style>(.*?)</style>", exported, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(v for v in Reader(exported).of("content") if v.startswith("default-src"))
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_every_page_is_in_it_and_every_place_can_be_reached(exported: str) -> None:
    page = Reader(exported)
    ids = page.of("id")
    assert len(ids) == len(set(ids))
    assert {"plan", "value", "people", "updates", "memo"} <= set(ids)
    assert {value[1:] for value in page.of("href") if value.startswith("#")} <= set(ids)
    assert set(re.findall(r"url\(#([^)]+)\)", exported)) <= set(ids)
    assert page.tags["main"] == 1
    assert "warehouse-connection" in exported or "walks-counted" in exported


def test_it_has_nobodys_own_links(exported: str) -> None:
    assert "mailto:" not in exported
    assert not re.search(r"\w@\w", re.sub(r"data:[^\"]*", "", exported))
    assert "plans.nimbus.example" not in exported
    assert "\ue000" not in exported


def test_the_same_plan_makes_the_same_file(workspace: Path, run: Golive) -> None:
    for name in ("one.html", "two.html"):
        run("--workspace", workspace, "export", "acme", "--to", "html", "--out", workspace / name)
    assert (workspace / "one.html").read_bytes() == (workspace / "two.html").read_bytes()
