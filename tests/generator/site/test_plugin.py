"""MkDocs' own commands in a workspace show one deal, or say why they cannot."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.errors import FaultsError
from generator.site.pages.plugin import GolivePlugin
from generator.workspace import open_workspace


def mkdocs(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command `mkdocs` in a workspace."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=root,
        env={**os.environ, "GOLIVE_TODAY": "2026-11-16", **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def site(root: Path) -> dict[str, bytes]:
    folder = root / "site"
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOLIVE_TODAY", "2026-11-16")
    monkeypatch.delenv("GOLIVE_DEAL", raising=False)


def configured(root: Path, **options: Any) -> Any:
    return load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"), **options)


def test_mkdocs_build_shows_the_first_deal(workspace: Path) -> None:
    ran = mkdocs(workspace, "build", "--strict")
    assert (ran.returncode, ran.stdout) == (0, ""), ran.stderr
    pages = site(workspace)
    assert {"index.html", "value.html", "security-pack.html", "assets/golive.css", "assets/mark.svg"} <= set(
        pages
    )
    assert not {n for n in pages if re.search(r"you\.html|sitemap|\.ya?ml|jsonl|py\.typed|harbor", n)}
    assert b'href="assets/golive.css"' in pages["index.html"]
    everything = b"".join(pages.values())
    assert [
        word for word in (b"MARZIPAN", b"@acme.example", b"Harbor", "\ue000".encode()) if word in everything
    ] == []


def test_golive_deal_chooses(workspace: Path) -> None:
    assert mkdocs(workspace, "build", GOLIVE_DEAL="harbor").returncode == 0
    assert "what-carts-need.html" in site(workspace)


def test_a_plan_with_faults_is_said_in_plain_words(workspace: Path) -> None:
    edit(workspace / "plans/acme/plan.yaml", "owner: champion", "owner: champoin")
    ran = mkdocs(workspace, "build")
    assert ran.returncode == 1
    said = ran.stdout + ran.stderr
    assert re.search(r"plans/acme/plan\.yaml:\d+: milestones\.goals-agreed\.owner: .*champion", said), said
    assert "Traceback" not in said


UNUSUAL = {
    "no such deal": ({"GOLIVE_DEAL": "acne"}, r"there is no deal 'acne'.*acme, harbor"),
    "no such day": ({"GOLIVE_TODAY": "tomorrow"}, r"GOLIVE_TODAY is 'tomorrow'"),
}


@pytest.mark.parametrize("what", UNUSUAL)
def test_what_cannot_be_shown_is_a_sentence(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    environment, sentence = UNUSUAL[what]
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(Abort, match=sentence):
        build(configured(workspace))


def test_a_broken_template_is_a_sentence_too(workspace: Path) -> None:
    edit(workspace / "mkdocs.yml", "{name: golive}", "{name: golive, custom_dir: own}")
    (workspace / "own").mkdir()
    (workspace / "own/people.html").write_text("\n{{ view.teams[99].name }}")
    with pytest.raises(Abort, match=r"own/people\.html:2 cannot show the page people\.md"):
        build(configured(workspace))


OPTIONS = {
    "a typo": ("url: https", "ulr: https"),
    "a wrong value": ("trust: address", "trust: nobody"),
    "a missing one": ("        reply_domain: reply.nimbus.example\n", ""),
    "an address without a prefix": ("url: https://plans.nimbus.example/", "target: s3://bucket"),
}


@pytest.mark.parametrize("what", OPTIONS)
def test_options_have_the_same_faults_under_mkdocs(
    workspace: Path, what: str, caplog: pytest.LogCaptureFixture
) -> None:
    edit(workspace / "mkdocs.yml", *OPTIONS[what])
    with pytest.raises(FaultsError) as ours:
        open_workspace(workspace)
    with pytest.raises(Abort):
        configured(workspace)
    for fault in ours.value.faults:
        assert str(fault) in caplog.text


def test_options_stay_as_written(workspace: Path) -> None:
    plugin = configured(workspace).plugins["golive"]
    assert plugin.config["url"] == "https://plans.nimbus.example/"
    assert plugin.config["mail"]["reply_domain"] == "reply.nimbus.example"


def test_serve_watches_the_deal_and_the_theme(workspace: Path) -> None:
    config = configured(workspace)
    build(config)
    watched: list[str] = []
    config.plugins["golive"].on_serve(
        SimpleNamespace(watch=watched.append), config=config, builder=lambda: None
    )
    assert str(workspace / "plans/acme") in watched
    assert any(Path(path, "base.html").is_file() for path in watched)
    assert not any("harbor" in path for path in watched)


@pytest.mark.parametrize(
    ("url", "scripts"), [("http://127.0.0.1:8000/", True), ("https://x.example/", False)]
)
def test_only_live_reload_may_run_an_inline_script(workspace: Path, url: str, scripts: bool) -> None:
    build(configured(workspace, site_url=url, dev_addr="127.0.0.1:8000"))
    assert (b"unsafe-inline" in site(workspace)["index.html"]) is scripts


def test_each_configuration_has_a_plugin_of_its_own(workspace: Path) -> None:
    """MkDocs keeps a plugin that defines on_startup for good; ours must not outlive its workspace."""
    first, second = (configured(workspace).plugins["golive"] for _ in range(2))
    assert isinstance(first, GolivePlugin)
    assert first is not second


def test_a_workspace_without_deals_says_what_to_do(workspace: Path) -> None:
    for plan in workspace.glob("plans/*/plan.yaml"):
        plan.unlink()
    with pytest.raises(Abort, match=r"no deal in .* yet; make one with: golive new"):
        build(configured(workspace))


def test_a_deal_without_pages_or_files_is_shown(workspace: Path) -> None:
    plan = workspace / "plans/bare/plan.yaml"
    plan.parent.mkdir()
    plan.write_bytes((workspace / "plans/acme/plan.yaml").read_bytes())
    build_with = {**os.environ, "GOLIVE_DEAL": "bare"}
    assert mkdocs(workspace, "build", **build_with).returncode == 0
    pages = site(workspace)
    assert "index.html" in pages
    assert not [n for n in pages if n.startswith("files/") or n.endswith(".yaml")]
