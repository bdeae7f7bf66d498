"""`golive check`, and what publish says of the rules: formats, exit codes, reading only; the samples."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from scenes import ROOT, TODAY, Golive, make_workspace

TEMPLATES = sorted(path.stem for path in (ROOT / "plans" / "templates").glob("*.yaml"))
NO_EVENT = ("  event: The spring peak opens\n", "")
NO_CHECKINS = ("checkins: {every: week", "# {every: week")


@pytest.fixture
def acme(tmp_path: Path) -> Callable[..., Path]:
    """A workspace with acme, some of its words exchanged for others."""

    def edited(*pairs: tuple[str, str]) -> Path:
        root = make_workspace(tmp_path / "work", "acme")
        plan = root / "plans" / "acme" / "plan.yaml"
        text = plan.read_text("utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        plan.write_text(text, "utf-8")
        return root

    return edited


def test_the_samples_pass_every_rule(run: Golive, tmp_path: Path) -> None:
    root = make_workspace(tmp_path / "work", "acme", "harbor", "lumen")
    got = run("--workspace", root, "check", "--json")
    assert (got.code, got.json) == (0, [])


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_filled_template_passes_every_rule(run: Golive, tmp_path: Path, template: str) -> None:
    root = make_workspace(tmp_path / "work")
    text = (ROOT / "plans" / "templates" / f"{template}.yaml").read_text("utf-8")
    found = re.search(r"about (\d+) weeks", text)
    assert found
    launch = date.fromisoformat(TODAY) + timedelta(weeks=int(found[1]))
    new = ("new", "x", "--template", template, "--buyer", "Acme Logistics", "--launch", launch)
    assert run("--workspace", root, *new, "--buyer-country", "DE").code == 0
    assert run("--workspace", root, "check", "--json").json == []


def test_text_says_each_finding_and_once_how_to_fix_it(run: Golive, acme: Callable[..., Path]) -> None:
    root = acme(NO_EVENT, NO_CHECKINS)
    got = run("--workspace", root, "check", "acme")
    assert got.code == 1
    lines = got.out.splitlines()
    assert lines[0].startswith("plans/acme/plan.yaml:1: MAP025 checkins-are-agreed: has no checkins; ")
    assert re.match(r"plans/acme/plan\.yaml:\d+: MAP009 launch-serves-an-event: launch: ", lines[1])
    assert got.out.count("\nMAP009 The launch date serves an event") == 1
    assert lines[-1] == "2 warnings (MAP009, MAP025)"


def test_json_is_the_contract_either_way(run: Golive, acme: Callable[..., Path]) -> None:
    root = acme(NO_EVENT)
    one, other = (run("--workspace", root, "check", *way) for way in (["--json"], ["--format", "json"]))
    assert one == other
    (finding,) = one.json
    assert list(finding) == ["deal", "rule", "severity", "file", "line", "where", "message"]
    assert (finding["rule"], finding["severity"], finding["where"]) == ("MAP009", "warning", "launch")
    assert one.code == 1


def test_github_annotations_are_escaped_and_found_from_here(
    run: Golive, acme: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = acme(
        ("outcome: Budget approved by the board", 'outcome: "Demo: 100%, all of it"'),
        ("takes: 25 days", "takes: 25 das"),
    )
    (line,) = run("--workspace", root, "check", "--format", "github").out.splitlines()
    assert re.match(
        r"::error file=work/plans/acme/plan\.yaml,line=\d+,title=fault::milestones\.wms-connected\.takes: ",
        line,
    )
    plan = root / "plans" / "acme" / "plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("25 das", "25 days"), "utf-8")
    monkeypatch.chdir(root)
    (line,) = run("check", "--format", "github").out.splitlines()
    assert re.match(
        r"::warning file=plans/acme/plan\.yaml,line=\d+,title=MAP006 words-are-the-buyers::", line
    )
    assert line.endswith('"Demo: 100%25, all of it" uses a seller\'s word ("Demo")')


def test_checking_writes_nothing_and_needs_no_journal(run: Golive, acme: Callable[..., Path]) -> None:
    root = acme()
    journal = root / "plans" / "acme" / "journal.jsonl"
    journal.write_bytes(journal.read_bytes() + b'{"torn": ')
    (root / "plans" / "acme" / "plan.yaml.next").write_text("half", "utf-8")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert run("--workspace", root, "check").code == 0
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    journal.unlink()
    got = run("--workspace", root, "check", "--json")
    assert got.json == []


def test_a_damaged_journal_is_a_finding(run: Golive, acme: Callable[..., Path]) -> None:
    root = acme()
    journal = root / "plans" / "acme" / "journal.jsonl"
    journal.write_bytes(b"not a line\n" + journal.read_bytes())
    (finding,) = run("--workspace", root, "check", "--json").json
    assert (finding["rule"], finding["file"], finding["line"]) == ("fault", "plans/acme/journal.jsonl", 1)


def test_dates_beyond_all_calendars_are_a_finding(run: Golive, acme: Callable[..., Path]) -> None:
    root = acme(("takes: 25 days", "takes: 9999 weeks"), ("takes: 22 days", "takes: 9999 weeks"))
    (finding,) = run("--workspace", root, "check", "--json").json
    assert finding["rule"] == "fault"
    assert "mistyped year" in finding["message"]


def test_rules_go_by_the_day(run: Golive, acme: Callable[..., Path]) -> None:
    root = acme()
    later = {f["rule"] for f in run("--workspace", root, "check", "--json", "--today", "2026-12-20").json}
    assert {"MAP002", "MAP019", "MAP020", "MAP022"} <= later


def test_publish_says_findings_in_a_line_and_goes_on(run: Golive, acme: Callable[..., Path]) -> None:
    root = acme(NO_EVENT, NO_CHECKINS)
    got = run("--workspace", root, "publish")
    assert got.code == 0
    assert got.err == "acme: 2 warnings (MAP009, MAP025); see them with: golive check acme\n"
    assert run("--workspace", root, "publish").err == "", "nothing was published, so nothing is said"
    named = run("--workspace", root, "publish", "acme", "--verbose", "--json")
    assert json.loads(named.out)["deals"]
    assert [line.split(": ")[1] for line in named.err.splitlines()] == [
        "MAP025 checkins-are-agreed",
        "MAP009 launch-serves-an-event",
    ]


def test_rule_errors_do_not_stop_a_publish_and_faults_do(run: Golive, acme: Callable[..., Path]) -> None:
    root = acme(("side: seller, title", "side: buyer, title"))
    got = run("--workspace", root, "publish")
    assert (got.code, got.err.startswith("acme: 1 error")) == (0, True)
    plan = root / "plans" / "acme" / "plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("takes: 25 days", "takes: soon"), "utf-8")
    assert run("--workspace", root, "publish").code == 1


def test_other_repositories_can_use_the_hook() -> None:
    (hook,) = YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert (hook["entry"], hook["args"], hook["pass_filenames"]) == ("golive", ["check"], False)
    files = re.compile(hook["files"])
    assert all(
        files.search(f) for f in ("plans/acme/plan.yaml", "sales/plans/acme/journal.jsonl", "mkdocs.yml")
    )
    assert not any(files.search(f) for f in ("plans/acme/pages/a.md", "src/plan.yaml", "README.md"))
