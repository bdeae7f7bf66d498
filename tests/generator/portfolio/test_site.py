"""The managers' site: private, up to date after every publish and reply, touched no more than needed."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from scenes import Golive


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def opened(run: Golive, workspace: Path) -> Path:
    run("--workspace", workspace, "publish")
    url = run("--workspace", workspace, "portfolio", "--json").json["url"]
    return workspace / "public" / url.rstrip("/").rpartition("/")[2]


def test_there_is_no_site_until_somebody_asks(run: Golive, workspace: Path) -> None:
    run("--workspace", workspace, "publish")
    assert not list((workspace / "public").rglob("portfolio.json"))
    folder = opened(run, workspace)
    wanted = {"index.html", "practice.html", "portfolio.csv", "portfolio.json"}
    assert files(folder).keys() == wanted | {"deals/acme.html", "deals/harbor.html"}


def test_one_reply_touches_its_own_row_and_pages(run: Golive, workspace: Path) -> None:
    folder = opened(run, workspace)
    stamps = {path: (folder / path).stat().st_mtime_ns for path in files(folder)}
    cache = workspace / ".golive" / "cache" / "portfolio"
    kept = {file.name: file.stat().st_mtime_ns for file in cache.glob("*.json")}
    assert run("--workspace", workspace, "update", "acme", "3 done").code == 0
    touched = {path for path, stamp in stamps.items() if (folder / path).stat().st_mtime_ns != stamp}
    assert "deals/acme.html" in touched
    assert "index.html" in touched
    assert touched <= {"deals/acme.html", "index.html", "practice.html", "portfolio.csv", "portfolio.json"}
    again = {name for name, stamp in kept.items() if (cache / name).stat().st_mtime_ns != stamp}
    assert again == {"acme.json"}
    row = next(r for r in json.loads((folder / "portfolio.json").read_bytes()) if r["deal"] == "acme")
    assert row["done"] == 3
    assert row["week"]["reached"] >= 1


def test_rotating_and_ending_take_the_old_link_away(run: Golive, workspace: Path) -> None:
    first = opened(run, workspace)
    url = run("--workspace", workspace, "portfolio", "--rotate", "--json").json["url"]
    second = workspace / "public" / url.rstrip("/").rpartition("/")[2]
    assert second != first
    assert not first.exists()
    assert (second / "index.html").exists()
    run("--workspace", workspace, "portfolio", "--end")
    assert not second.exists()
    assert opened(run, workspace) not in (first, second)


def test_buyers_pages_never_name_it_and_it_names_no_address(run: Golive, workspace: Path) -> None:
    folder = opened(run, workspace)
    run("--workspace", workspace, "publish")
    token = folder.name.encode()
    for path, content in files(workspace / "public").items():
        if not path.startswith(folder.name):
            assert token not in content, path
    for path, content in files(folder).items():
        assert b"@" not in content.replace(b"@media", b""), path
    journal = (workspace / "plans" / "acme" / "journal.jsonl").read_text("utf-8")
    words = {c["words"] for line in journal.splitlines() for c in json.loads(line)["changes"] if c["words"]}
    assert words
    page = (folder / "deals" / "acme.html").read_text("utf-8")
    assert not [said for said in words if len(said) > 12 and said in page]


def test_no_cell_is_run_by_a_spreadsheet(run: Golive, workspace: Path) -> None:
    plan = workspace / "plans" / "acme" / "plan.yaml"
    text = plan.read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    plan.write_text(text.replace(title, 'title: "=1+1"'), "utf-8")
    folder = opened(run, workspace)
    table = list(csv.DictReader(io.StringIO((folder / "portfolio.csv").read_text("utf-8-sig"))))
    assert next(line["title"] for line in table if line["deal"] == "acme") == "'=1+1"


def test_a_damaged_link_is_said_in_a_sentence(run: Golive, workspace: Path) -> None:
    opened(run, workspace)
    (workspace / ".golive" / "portfolio" / "link.json").write_text("{")
    got = run("--workspace", workspace, "portfolio")
    assert got.code == 1
    assert "link.json is damaged" in got.err
