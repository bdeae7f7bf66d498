"""What if: dates before and after words that nobody has said yet, in the language of replies."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from scenes import Golive


def bytes_of(folder: Path) -> dict[str, str]:
    """Every file that counts, by its hash; locks and what is recovered at start are not the plan."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".golive" not in path.parts
    }


def due(schedule: Any, milestone: str) -> str:
    return next(str(m["forecast"]["due"]) for m in schedule["milestones"] if m["id"] == milestone)


def test_before_and_after_by_the_schedule_contract(run: Golive, workspace: Path) -> None:
    files = bytes_of(workspace)
    words = "security-cleared moves to 4 Dec"
    got = run("--workspace", workspace, "schedule", "acme", "--what-if", words, "--json")
    assert got.code == 0, got.err
    assert set(got.json) == {"before", "after"}
    before, after = got.json["before"], got.json["after"]
    assert before == run("--workspace", workspace, "schedule", "acme", "--json").json
    assert set(after) == set(before)
    assert due(before, "security-cleared") == "2026-11-27"
    assert due(after, "security-cleared") == "2026-12-04"
    assert (before["launch"]["forecast"], after["launch"]["forecast"]) == ("2027-03-11", "2027-03-18")
    assert bytes_of(workspace) == files


def test_it_foresees_what_the_update_then_does(run: Golive, workspace: Path) -> None:
    words = "3 done, 6 moves to 15 Dec"
    foreseen = run("--workspace", workspace, "schedule", "acme", "--what-if", words, "--json").json["after"]
    assert run("--workspace", workspace, "update", "acme", words).code == 0
    assert run("--workspace", workspace, "schedule", "acme", "--json").json == foreseen


def test_people_read_what_moves_and_what_it_means(run: Golive, workspace: Path) -> None:
    got = run("--workspace", workspace, "schedule", "acme", "--what-if", "3 moves to 4 Dec")
    lines = got.out.splitlines()
    assert lines[0] == "If security-cleared move (expected 2026-12-04):"
    assert "9\tLive in all aisles\tchampion\t2027-03-11\t2027-03-18\t+7 days" in lines
    assert "Launch planned for 2027-03-01, expected 2027-03-11: 8 working days short." in lines
    assert "Launch planned for 2027-03-01, expected 2027-03-18: 13 working days short." in lines
    assert lines[-1] == 'Nothing was changed. To record it: golive update acme "..."'


@pytest.mark.parametrize("words", ["", "  ", "3 moves to 27 Nov"])
def test_what_if_of_nothing_changes_nothing(run: Golive, workspace: Path, words: str) -> None:
    files = bytes_of(workspace)
    for deal in ("acme", "harbor"):
        if deal == "acme" or not words.strip():
            got = run("--workspace", workspace, "schedule", deal, "--what-if", words, "--json")
            assert (got.code, got.json["before"]) == (0, got.json["after"])
    assert (
        "the plan says so already"
        in run("--workspace", workspace, "schedule", "acme", "--what-if", words).out
    )
    assert bytes_of(workspace) == files


@pytest.mark.parametrize(
    "words", ["it is all rather complicated", "99 done", "3 moves to 4 Dec or so, maybe"]
)
def test_what_is_not_clear_is_said_and_nothing_worked_out(run: Golive, workspace: Path, words: str) -> None:
    files = bytes_of(workspace)
    got = run("--workspace", workspace, "schedule", "acme", "--what-if", words, "--json")
    assert (got.code, got.out) == (1, "")
    assert f'"{words}" is not clear' in got.err
    assert bytes_of(workspace) == files


def test_no_mail_needs_to_be_set_up(run: Golive, workspace: Path) -> None:
    config = workspace / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").partition("      mail:")[0], "utf-8")
    got = run("--workspace", workspace, "schedule", "acme", "--what-if", "3 done", "--json")
    assert got.json["after"]["feasible"] is True
