"""The rules: samples/ holds a folder a rule, with cases that change a good plan and what is said of them.

In cases.yaml, `good` and `bad` list cases: `what` they show, `set` (places such as milestones/live/owner with
their new values; null takes a place out, a list's `+` adds an item), `today`, and lines of a `journal`.
"""

from __future__ import annotations

import copy
import io
import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from scenes import ROOT

from generator.check import Finding, check_deals
from generator.clock import Clock
from generator.record.journal import Change, Entry
from generator.rules.document import rules_page
from generator.rules.register import BY_ID, RULES
from generator.workspace import Options, Workspace

HERE = Path(__file__).parent
TODAY = date(2026, 11, 16)
BY_HAND = (HERE / "by-hand.yaml").read_text("utf-8")
Case = dict[str, Any]


def read(text: str) -> Any:
    return YAML(typ="safe").load(text)


def changed(data: Any, places: dict[str, Any]) -> Any:
    """Give a copy of a plan's data with some places set anew."""
    data = copy.deepcopy(data)
    for place, value in places.items():
        *path, last = place.split("/")
        inside = data
        for part in path:
            inside = next(m for m in inside if m["id"] == part) if isinstance(inside, list) else inside[part]
        if isinstance(inside, list) and last != "+":
            (at,) = (n for n, m in enumerate(inside) if m.get("id") == last)
            inside[at : at + 1] = [] if value is None else [value]
        elif last == "+":
            inside.append(value)
        elif value is None:
            del inside[last]
        else:
            inside[last] = value
    return data


def entry(line: dict[str, Any]) -> Entry:
    """Make a line of the journal from when, who, by, and changes as [milestone, action]."""
    changes = tuple(Change(m, action, {}) for m, action in line.get("changes", []))
    when = datetime.fromisoformat(f"{line['when']}T10:00:00+01:00")
    return Entry(
        f"line-{when}", when, line["who"], line["by"], "", "", changes, baseline=line.get("baseline", {})
    )


def check(
    folder: Path, plan: str, today: date = TODAY, journal: list[dict[str, Any]] | None = None
) -> list[Finding]:
    """Check one plan as `golive check` does."""
    deal = folder / "plans" / "kestrel"
    deal.mkdir(parents=True, exist_ok=True)
    (deal / "plan.yaml").write_text(plan, "utf-8")
    lines = "".join(entry(line).to_json() + "\n" for line in journal or [])
    if lines:
        (deal / "journal.jsonl").write_text(lines, "utf-8")
    return check_deals(Workspace(folder, Options(), "Nimbus"), ["kestrel"], Clock(today))


def findings_of(folder: Path, case: Case) -> list[Finding]:
    text = io.StringIO()
    YAML(typ="safe").dump(changed(read(BY_HAND), case.get("set", {})), text)
    found = check(folder, text.getvalue(), case.get("today", TODAY), case.get("journal"))
    assert "fault" not in {f.rule for f in found}, found
    return found


CASES = {path.name: read((path / "cases.yaml").read_text("utf-8")) for path in (HERE / "samples").iterdir()}
GOOD = [(name, case) for name, cases in CASES.items() for case in cases["good"]]


def test_a_plan_written_by_hand_from_the_ten_elements_passes(tmp_path: Path) -> None:
    assert check(tmp_path, BY_HAND) == []


@pytest.mark.parametrize(("name", "case"), GOOD, ids=[f"{n[:6]} {c['what']}" for n, c in GOOD])
def test_a_good_sample_passes(tmp_path: Path, name: str, case: Case) -> None:
    assert [str(f) for f in findings_of(tmp_path, case) if f.rule == name[:6]] == []


@pytest.mark.parametrize("name", CASES)
def test_bad_samples_are_found(tmp_path: Path, name: str, golden: Callable[[Path, bytes], None]) -> None:
    said = []
    for n, case in enumerate(CASES[name]["bad"]):
        found = [f for f in findings_of(tmp_path / str(n), case) if f.rule == name[:6]]
        assert found, case["what"]
        assert {f.severity for f in found} == {BY_ID[name[:6]].severity}
        said += [f"# {case['what']}\n", *(f"{f.where}: {f.message}\n" for f in found), "\n"]
    golden(HERE / "samples" / name / "findings.txt", "".join(said).encode())


def test_ids_are_contiguous_and_names_are_the_functions() -> None:
    assert [rule.id for rule in RULES] == [f"MAP{n:03}" for n in range(1, len(RULES) + 1)]
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.name == rule.find.__name__.replace("_", "-")
        assert rule.severity in ("error", "warning")
        assert all(text.endswith((".", "?")) for text in (rule.says, rule.why, rule.fix)), rule.id


def test_every_rule_has_samples_and_a_heading() -> None:
    assert sorted(CASES) == [f"{rule.id}-{rule.name}" for rule in RULES]
    assert all(cases["good"] and cases["bad"] for cases in CASES.values())
    headings = re.findall(r"^## (.*)$", (ROOT / "docs" / "rules.md").read_text("utf-8"), re.MULTILINE)
    assert headings == [f"{rule.id} {rule.name}" for rule in RULES]


def test_the_page_of_rules_is_current(golden: Callable[[Path, bytes], None]) -> None:
    golden(ROOT / "docs" / "rules.md", rules_page().encode())


def test_a_waiver_with_a_reason_switches_a_rule_off(tmp_path: Path) -> None:
    bad = BY_HAND.replace("outcome: Contract signed", "outcome: Demo for purchasing")
    assert {f.rule for f in check(tmp_path, bad)} == {"MAP006"}
    assert check(tmp_path, bad + "waive: {MAP006: Their own word for it}\n") == []


@pytest.mark.parametrize(
    ("waive", "sentence"),
    [
        ("MAP06: Their own word", "is no rule; did you mean 'MAP006'?"),
        ("map006: Their own word", "is no rule; did you mean 'MAP006'?"),
        ("word-are-the-buyers: Their own word", "did you mean 'MAP006', words-are-the-buyers?"),
        ("MAP999: Their own word", "is no rule; docs/rules.md lists them"),
        ("spelling: Their own word", "is no rule; docs/rules.md lists them"),
        ('MAP006: "-"', "needs a reason"),
        ('MAP006: " "', "needs a reason"),
    ],
)
def test_a_wrong_waiver_is_a_finding_and_waives_nothing(tmp_path: Path, waive: str, sentence: str) -> None:
    bad = BY_HAND.replace("outcome: Contract signed", "outcome: Demo for purchasing")
    found = check(tmp_path, bad + f"waive:\n  {waive}\n")
    assert [f.rule for f in found] == ["MAP006", "waive"]
    assert (found[1].severity, found[1].line) == ("error", len(bad.splitlines()) + 2)
    assert sentence in found[1].message


def test_findings_stand_at_their_lines(tmp_path: Path) -> None:
    bad = BY_HAND.replace("outcome: Contract signed", "outcome: Sign contract")
    (finding,) = check(tmp_path, bad)
    assert "outcome: Sign contract" in bad.splitlines()[finding.line - 1]
    assert str(finding) == (
        f"plans/kestrel/plan.yaml:{finding.line}: MAP006 words-are-the-buyers: "
        'milestones.contract.outcome: "Sign contract" uses a seller\'s word ("Sign")'
    )


def test_nothing_is_said_of_a_closed_plan(tmp_path: Path) -> None:
    bad = BY_HAND.replace("outcome: Contract signed", "outcome: Demo") + "state: closed\n"
    assert check(tmp_path, bad, date(2028, 1, 1)) == []


def test_today_is_the_buyers(tmp_path: Path) -> None:
    asked = []

    class Listening(Clock):
        def today(self, timezone: str) -> date:
            asked.append(timezone)
            return TODAY

    check(tmp_path, BY_HAND)
    check_deals(Workspace(tmp_path, Options(), "Nimbus"), ["kestrel"], Listening(TODAY))
    assert asked == ["Europe/Vienna"]


@pytest.mark.parametrize(
    "today", [date(2026, 10, 28), date(2027, 4, 12), date(2030, 1, 1), date(2199, 12, 31)]
)
def test_any_day_can_be_today(tmp_path: Path, today: date) -> None:
    plan = BY_HAND if today > TODAY else re.sub(r"\n.*id: (goals|pilot), .*\n.*\n.*}", "", BY_HAND)
    check(tmp_path, plan, today)
