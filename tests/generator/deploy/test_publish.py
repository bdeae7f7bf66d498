"""Publishing to a folder: complete, incremental, deterministic, private."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from scenes import SECRET, TODAY, Golive, make_workspace

from generator.deploy.stores import FolderStore
from generator.plan.source import read_source


def tree(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def url_of(result: Any, deal: str, person: str) -> str:
    links = next(d["links"] for d in result["deals"] if d["deal"] == deal)
    return next(link["url"] for link in links if link["person"] == person)


def page(workspace: Path, url: str, name: str = "index.html") -> Path:
    return workspace / "public" / url.rstrip("/").rpartition("/")[2] / name


def test_everybody_gets_pages_and_feeds(run: Golive, workspace: Path) -> None:
    result = run("--workspace", workspace, "publish", "--json").json
    assert [d["deal"] for d in result["deals"]] == ["acme", "harbor"]
    for deal in result["deals"]:
        for link in deal["links"]:
            assert page(workspace, link["url"]).is_file()
            feed = workspace / "public" / "/".join(link["calendar"].split("/")[-2:])
            assert feed.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
            assert link["url"].startswith("https://plans.nimbus.example/")
            assert link["url"].endswith("/")
    assert {"robots.txt", "404.html"} <= set(tree(workspace / "public"))


def test_the_second_publish_writes_nothing(run: Golive, workspace: Path) -> None:
    run("--workspace", workspace, "publish")
    before = {p: p.stat().st_mtime_ns for p in (workspace / "public").rglob("*")}
    result = run("--workspace", workspace, "publish", "--json").json
    assert [(d["uploaded"], d["deleted"]) for d in result["deals"]] == [(0, 0), (0, 0)]
    assert {p: p.stat().st_mtime_ns for p in (workspace / "public").rglob("*")} == before


def test_the_same_inputs_give_the_same_bytes(tmp_path: Path) -> None:
    """In two folders, two processes and with two hash seeds."""
    trees = []
    for name, seed in (("one", "1"), ("two", "77")):
        root = make_workspace(tmp_path / name, "acme", "lumen")
        subprocess.run(
            [sys.executable, "-m", "golive", "--workspace", str(root), "--today", TODAY, "publish"],
            check=True,
            capture_output=True,
            env={"GOLIVE_SECRET": SECRET, "PYTHONHASHSEED": seed, "PATH": ""},
        )
        trees.append(tree(root / "public"))
    assert trees[0] == trees[1]
    assert len(trees[0]) > 50


def test_one_change_rewrites_its_deal_only(run: Golive, workspace: Path) -> None:
    first = run("--workspace", workspace, "publish", "--json").json
    other = page(workspace, url_of(first, "harbor", "any")).parent
    before = {p: p.stat().st_mtime_ns for p in other.rglob("*")}
    run("--workspace", workspace, "update", "acme", "3 done")
    assert {p: p.stat().st_mtime_ns for p in other.rglob("*")} == before
    again = run("--workspace", workspace, "publish", "--json").json
    assert [d["uploaded"] for d in again["deals"]] == [0, 0], "update has published already"
    assert b"On course" in page(workspace, url_of(first, "acme", "any")).read_bytes()


def test_a_dry_run_changes_nothing(run: Golive, workspace: Path) -> None:
    before = tree(workspace / "plans")
    result = run("--workspace", workspace, "publish", "--dry-run", "--json").json
    assert result["deals"][0]["uploaded"] > 10
    assert not (workspace / "public").exists()
    assert tree(workspace / "plans") == before
    real = run("--workspace", workspace, "publish", "--json").json
    assert [d["links"] for d in real["deals"]] == [d["links"] for d in result["deals"]]


def test_revoked_and_rotated_links_are_gone_at_once(run: Golive, workspace: Path) -> None:
    old = run("--workspace", workspace, "publish", "--json").json
    run("--workspace", workspace, "links", "acme", "--revoke", "legal")
    assert not page(workspace, url_of(old, "acme", "legal")).parent.exists()
    listed = {k["person"]: k for k in run("--workspace", workspace, "links", "acme", "--json").json}
    assert listed["legal"]["revoked"]
    assert listed["legal"]["url"] is None
    assert listed["security"]["url"] == url_of(old, "acme", "security")
    run("--workspace", workspace, "links", "acme", "--rotate", "security")
    assert not page(workspace, url_of(old, "acme", "security")).exists()
    run("--workspace", workspace, "links", "acme", "--rotate")
    new = {k["person"]: k["url"] for k in run("--workspace", workspace, "links", "acme", "--json").json}
    assert page(workspace, new["legal"]).is_file(), "rotating gives a revoked person a new link"
    assert not page(workspace, url_of(old, "acme", "any")).exists()
    assert run("--workspace", workspace, "links", "acme", "--revoke", "nobody").code == 2


def test_a_lost_file_and_a_lost_manifest_are_healed(run: Golive, workspace: Path) -> None:
    result = run("--workspace", workspace, "publish", "--json").json
    whole = tree(workspace / "public")
    page(workspace, url_of(result, "acme", "any")).unlink()
    run("--workspace", workspace, "publish")
    assert tree(workspace / "public") == whole
    shutil.rmtree(workspace / ".golive" / "manifest")
    run("--workspace", workspace, "publish")
    assert tree(workspace / "public") == whole


def test_a_deal_with_faults_does_not_stop_the_others(run: Golive, workspace: Path) -> None:
    plan = workspace / "plans" / "acme" / "plan.yaml"
    plan.write_bytes(plan.read_bytes().replace(b"owner: security", b"owner: secruity"))
    got = run("--workspace", workspace, "publish", "--json")
    assert got.code == 1
    assert [d["deal"] for d in got.json["deals"]] == ["harbor"]
    assert "did you mean 'security'?" in got.err
    assert "Traceback" not in got.err


def test_a_deal_that_left_and_old_assets_are_taken_away(run: Golive, workspace: Path) -> None:
    result = run("--workspace", workspace, "publish", "--json").json
    (old,) = (workspace / "public" / "_assets").iterdir()
    config = workspace / "mkdocs.yml"
    accent = config.read_text("utf-8").replace("name: golive", 'name: golive, accent: "#7a1fa2"')
    config.write_text(accent, "utf-8")
    run("--workspace", workspace, "publish", "acme")
    assert old.is_dir(), "harbor's pages still use them"
    shutil.rmtree(workspace / "plans" / "harbor")
    run("--workspace", workspace, "publish")
    assert not page(workspace, url_of(result, "harbor", "any")).parent.exists()
    assert not old.exists()
    assert page(workspace, url_of(result, "acme", "any")).is_file()
    shutil.rmtree(workspace / "plans" / "acme")
    run("--workspace", workspace, "publish")
    assert page(workspace, url_of(result, "acme", "any")).is_file(), "an empty workspace is a mistake"


def test_a_publish_cut_short_leaves_nothing_unknown(
    run: Golive, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files of a link that was rotated away while a publish was cut short do not stay behind."""
    run("--workspace", workspace, "publish", "acme")

    class Cut(BaseException):
        pass

    real, count = FolderStore.put, [0]

    def put(store: FolderStore, path: str, content: bytes) -> None:
        count[0] += 1
        if count[0] == 40:
            raise Cut
        real(store, path, content)

    with monkeypatch.context() as patched:
        patched.setattr(FolderStore, "put", put)
        with pytest.raises(Cut):
            run("--workspace", workspace, "links", "acme", "--rotate")
    run("--workspace", workspace, "links", "acme", "--rotate")
    links = run("--workspace", workspace, "links", "acme", "--json").json
    wanted = {part for k in links for part in (k["url"].split("/")[-2], k["calendar"].split("/")[-2])}
    there = {p.name for p in (workspace / "public").iterdir() if p.is_dir()} - {"_assets"}
    assert there == wanted


SAMPLES = ("acme", "harbor", "lumen")


def secrets_of(folder: Path) -> list[str]:
    """Everything in a deal that must not reach a page: internal notes, addresses, people's own words."""
    data = read_source(folder / "plan.yaml", "p").data
    found = [data.get("internal")] + [m.get("internal") for m in data["milestones"]]
    found += [address for r in data["roles"].values() for address in (r.get("email"), *r.get("also", []))]
    return [" ".join(text.split())[:60] for text in found if text]


@pytest.mark.parametrize("deal", SAMPLES)
def test_what_must_not_reach_a_page_is_in_no_built_byte(run: Golive, tmp_path: Path, deal: str) -> None:
    root = make_workspace(tmp_path / "work", *SAMPLES)
    result = run("--workspace", root, "publish", "--json").json
    secrets = secrets_of(root / "plans" / deal)
    assert len(secrets) > 5
    for line in (root / "plans" / deal / "journal.jsonl").read_bytes().splitlines():
        assert b"\r" not in line
    words = [w for w in _told_words(root / "plans" / deal) if len(w) > 20]
    tokens = [link["url"].split("/")[-2] for d in result["deals"] if d["deal"] == deal for link in d["links"]]
    for token in tokens:
        for path, content in tree(root / "public" / token).items():
            text = " ".join(content.decode("utf-8", "replace").split())
            for secret in (*secrets, *words):
                assert secret not in text, f"{secret!r} stands in {path}"
            for other in set(SAMPLES) - {deal}:
                buyer = read_source(root / "plans" / other / "plan.yaml", "p").data["buyer"]["name"]
                assert buyer not in text, f"{path} speaks of {buyer}"
                assert not re.search(rf"\b{other}\b", text), f"{path} names {other}"


def _told_words(folder: Path) -> list[str]:
    import json

    lines = [json.loads(line) for line in (folder / "journal.jsonl").read_text("utf-8").splitlines()]
    told = [line.get("evidence", {}).get("words", "") for line in lines]
    told += [change["words"] for line in lines for change in line["changes"]]
    return [" ".join(words.split()) for words in told if words]


def test_pages_ask_no_other_host_and_hold_no_inline_style(run: Golive, workspace: Path) -> None:
    run("--workspace", workspace, "publish")
    for path, content in tree(workspace / "public").items():
        if path.endswith(".html"):
            html = content.decode()
            assert not re.search(
                r"<(?:script|link|img|iframe|source)[^>]+(?:src|href)=[\"'](?:https?:)?//", html
            ), path
            assert " style=" not in html, path
            assert "Content-Security-Policy" in html
            assert "\ue000" not in html, "no slot stays open"
            assert 'rel="canonical"' not in html


def test_hostile_words_stay_words(run: Golive, workspace: Path, golden: Callable[..., None]) -> None:
    plan = workspace / "plans" / "acme" / "plan.yaml"
    text = plan.read_text("utf-8")
    hostile = "<script>alert(1)</script>{{ 7*7 }}{% raw %}\\\"'&amp;"
    text = text.replace("Security review cleared", f"'{hostile.replace(chr(39), chr(39) * 2)}'", 1)
    plan.write_text(text, "utf-8")
    assert run("--workspace", workspace, "publish", "acme").code == 0
    pages = b"".join(c for p, c in tree(workspace / "public").items() if p.endswith(".html"))
    assert b"<script>alert" not in pages
    assert b"&lt;script&gt;alert(1)" in pages
    assert b"{{ 7*7 }}" in pages
