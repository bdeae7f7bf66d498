"""The command as people and other programs use it: what it prints, how it ends."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from scenes import ROOT, Golive

from generator.plan.source import read_source


def test_a_new_workspace_is_sound_and_publishes(run: Golive, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    assert run("init", folder).code == 0
    assert run("--workspace", folder, "check").out == "No faults.\n"
    assert run("--workspace", folder, "publish").code == 0
    assert (folder / "public" / "robots.txt").is_file()
    ignored = (folder / ".gitignore").read_text("utf-8")
    assert "/.golive/" in ignored
    again = run("init", folder)
    assert (again.code, "a workspace already" in again.err) == (1, True)


@pytest.mark.parametrize("template", sorted(p.stem for p in (ROOT / "plans" / "templates").glob("*.yaml")))
def test_a_deal_from_each_template_is_sound(run: Golive, tmp_path: Path, template: str) -> None:
    run("init", tmp_path / "w", "--empty")
    made = run(
        "--workspace", tmp_path / "w", "new", "hansen", "--template", template,
        "--buyer", 'Hansen: "Søn" & #1', "--launch", "2027-06-01", "--json",
    )  # fmt: skip
    assert made.code == 0, made.err
    data = read_source(Path(made.json["file"]), "p").data
    assert data["buyer"]["name"] == 'Hansen: "Søn" & #1'
    assert str(data["launch"]["date"]) == "2027-06-01"
    assert "{{" not in Path(made.json["file"]).read_text("utf-8").split("\ntitle:", 1)[1]
    assert run("--workspace", tmp_path / "w", "check").code == 0
    assert run("--workspace", tmp_path / "w", "publish", "hansen").code == 0


def test_new_asks_a_person_and_tells_a_script_what_is_missing(
    run: Golive, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    got = run("--workspace", workspace, "new", "hansen", "--buyer", "Hansen")
    assert (got.code, "--launch is missing" in got.err) == (2, True)
    typed = io.StringIO("Hansen Foods\n2027-06-01\n")
    monkeypatch.setattr(typed, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", typed)
    assert run("--workspace", workspace, "new", "hansen").code == 0
    data = read_source(workspace / "plans" / "hansen" / "plan.yaml", "p").data
    assert (data["buyer"]["name"], str(data["launch"]["date"])) == ("Hansen Foods", "2027-06-01")


def test_new_refuses_what_would_lose_or_confuse(run: Golive, workspace: Path) -> None:
    given = ("--buyer", "B", "--launch", "2027-06-01")
    for deal, template, sentence in (
        ("acme", "small-team", "is there already"),
        ("Acme", "small-team", "cannot name a deal"),
        ("templates", "small-team", "cannot name a deal"),
        ("fresh", "smal-team", "did you mean 'small-team'?"),
    ):
        got = run("--workspace", workspace, "new", deal, "--template", template, *given)
        assert got.code == 2
        assert sentence in got.err


def test_check_says_every_fault_and_ends_with_one(run: Golive, workspace: Path) -> None:
    assert run("--workspace", workspace, "check").code == 0
    plan = workspace / "plans" / "acme" / "plan.yaml"
    plan.write_bytes(plan.read_bytes().replace(b"owner: legal", b"owner: leagl"))
    got = run("--workspace", workspace, "check", "--json")
    assert got.code == 1
    (finding,) = got.json
    assert set(finding) == {"deal", "rule", "severity", "file", "line", "where", "message"}
    assert finding["where"] == "milestones.dpa-signed.owner"
    assert "did you mean 'legal'?" in finding["message"]
    line = plan.read_text("utf-8").splitlines()[finding["line"] - 1]
    assert "leagl" in line


def test_schedule_gives_the_contract(run: Golive, workspace: Path) -> None:
    got = run("--workspace", workspace, "schedule", "acme", "--json").json
    assert got["launch"] == {
        "target": "2027-03-01", "baseline": "2027-03-01", "forecast": "2027-03-11", "slip_days": 10,
    }  # fmt: skip
    assert (got["feasible"], got["short_days"]) == (False, 8)
    assert {"id", "number", "outcome", "owner", "side", "status"} <= set(got["milestones"][0])
    assert {"target", "baseline", "forecast", "slip_days", "slack_days", "critical"} <= set(
        got["milestones"][0]
    )
    charge = {"milestone": "security-cleared", "role": "security", "side": "buyer", "days": 10}
    assert got["delay"] == [charge]
    assert (
        "expected 2027-03-11: 8 working days short" in run("--workspace", workspace, "schedule", "acme").out
    )


def test_value_and_history_and_schema_speak_json(run: Golive, workspace: Path) -> None:
    value = run("--workspace", workspace, "value", "acme", "--json").json
    assert value["case"]["expected"]["npv"].startswith("791867.")
    history = run("--workspace", workspace, "history", "acme", "--json").json
    assert [line["line"] for line in history] == list(range(1, len(history) + 1))
    assert json.loads(run("schema").out)["title"] == "Plan"


def test_baseline_takes_the_dates_as_they_stand(run: Golive, workspace: Path) -> None:
    run("--workspace", workspace, "baseline", "acme", "--why", "re-planned together")
    launch = run("--workspace", workspace, "schedule", "acme", "--json").json["launch"]
    assert (launch["baseline"], launch["slip_days"]) == ("2027-03-11", 0)


def test_a_closed_deal_says_so_goes_later_and_writes_no_mail(run: Golive, workspace: Path) -> None:
    first = run("--workspace", workspace, "publish", "acme", "--json").json["deals"][0]["links"][0]
    page = workspace / "public" / first["url"].split("/")[-2] / "index.html"
    feed = workspace / "public" / "/".join(first["calendar"].split("/")[-2:])
    assert run("--workspace", workspace, "close", "acme").code == 0
    plan = (workspace / "plans" / "acme" / "plan.yaml").read_text("utf-8")
    state = plan.split("\ntitle:", 1)[1].splitlines()[1]
    assert state == "state: closed"
    assert "closed" in page.read_text("utf-8")
    assert "mailto:" not in page.read_text("utf-8")
    assert b"STATUS:CANCELLED" in feed.read_bytes()
    assert run("--workspace", workspace, "mail", "nudge", "acme").code == 1
    assert run("--workspace", workspace, "close", "acme").code == 2
    run("--workspace", workspace, "publish", "--today", "2026-12-15")
    assert page.exists()
    run("--workspace", workspace, "publish", "--today", "2026-12-16")
    assert not page.exists()
    assert not feed.exists()


def test_the_rep_speaks_the_language_of_replies(run: Golive, workspace: Path) -> None:
    got = run("--workspace", workspace, "update", "acme", "3 done, 6 moves to 15 Dec", "--json")
    assert got.code == 0, got.err
    plan = (workspace / "plans" / "acme" / "plan.yaml").read_text("utf-8")
    assert "done_on: 2026-11-16" in plan
    assert "expected: 2026-12-15" in plan
    unclear = run("--workspace", workspace, "update", "acme", "it is all rather complicated")
    assert unclear.code == 1
    assert (workspace / "plans" / "acme" / "plan.yaml").read_text("utf-8") == plan


def test_options_stand_anywhere(run: Golive, workspace: Path) -> None:
    first = run("--json", "--today", "2026-11-16", "--workspace", workspace, "schedule", "acme").json
    last = run("--workspace", workspace, "schedule", "--today=2026-11-16", "acme", "--json").json
    assert first == last
    later = run("--workspace", workspace, "schedule", "acme", "--json", "--today", "2026-12-01").json
    assert later["today"] == "2026-12-01"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("nothing",), 2),
        (("publish", "nobody"), 2),
        (("schedule",), 2),
        (("--today", "soon", "check"), 2),
        (("mail", "address", "acme", "nobody"), 2),
        (("mail", "address", "acme", "champion", "nothing"), 2),
    ],
)
def test_wrong_usage_ends_with_two(
    run: Golive, workspace: Path, arguments: tuple[str, ...], code: int
) -> None:
    got = run("--workspace", workspace, *arguments)
    assert got.code == code
    assert "Traceback" not in got.err
    assert got.err


def test_no_workspace_is_a_sentence(run: Golive, tmp_path: Path) -> None:
    got = run("check")
    assert got.code == 1
    assert "golive init DIR" in got.err


def test_a_wrong_option_is_said_with_its_line(run: Golive, workspace: Path) -> None:
    config = workspace / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("trust:", "trsut:"), "utf-8")
    got = run("--workspace", workspace, "check")
    assert got.code == 1
    assert "mkdocs.yml:10: plugins[1].golive.mail.trsut: is not a key here; did you mean 'trust'?" in got.err


def test_help_imports_nothing_heavy() -> None:
    script = "import sys, golive\ntry: golive.main(['--help'])\nfinally: print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    heavy = {
        "mkdocs",
        "pydantic",
        "ruamel",
        "icalendar",
        "babel",
        "holidays",
        "rich",
        "jinja2",
        "boto3",
        "openpyxl",
    }
    assert heavy.isdisjoint(done.stderr.split())
    assert "publish" in done.stdout


def test_demo_runs_the_loop(run: Golive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tempfile

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    got = run("demo")
    assert got.code == 0, got.err
    assert "+    status: done" in got.out
    assert "On course for Mon 1 March" in got.out
    page = next(Path(line.strip()) for line in got.out.splitlines() if line.strip().endswith("/index.html"))
    assert page.is_file()


def test_demo_serves_on_this_machine_only(tmp_path: Path) -> None:
    import urllib.request

    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "golive", "demo", "--serve"],
        stdout=subprocess.PIPE, text=True, env={"TMPDIR": str(tmp_path), "PATH": "", "HOME": str(tmp_path)},
    )  # fmt: skip
    try:
        assert process.stdout is not None
        url = next(line.split()[1] for line in process.stdout if line.startswith("Serving http://127.0.0.1:"))
        with urllib.request.urlopen(url, timeout=20) as page:
            assert b"<h1" in page.read()
    finally:
        process.terminate()
        process.wait(timeout=20)
        process.stdout.close()  # type: ignore[union-attr]
