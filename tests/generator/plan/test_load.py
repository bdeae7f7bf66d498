"""Reading plan files: each folder in faults/ holds a plan.yaml and what golive says of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.errors import FaultsError
from generator.plan.load import check_plan, parse_plan, plan_schema

HERE = Path(__file__).parent
TODAY = date(2026, 11, 16)
CASES = sorted(path.name for path in (HERE / "faults").iterdir())


@pytest.mark.parametrize("case", CASES)
def test_every_fault_is_named_with_its_line(case: str, golden: Callable[[Path, bytes], None]) -> None:
    folder = HERE / "faults" / case
    loaded = check_plan(folder / "plan.yaml", "plan.yaml", TODAY)
    assert loaded.plan is None
    assert loaded.faults
    golden(folder / "faults.txt", "".join(f"{fault}\n" for fault in loaded.faults).encode())


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"[" * 300_000, "nested too deeply"),
        (b"- " * 300_000, "nested too deeply"),
        (b"{a: " * 200_000, "nested too deeply"),
        (b"x" * 10_000_000, "larger than 1000 kB"),
        (b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n", "alias"),
        (b"a: " + b"9" * 5000, "cannot be read"),
        (b"\xff\xfe\x00", "not UTF-8"),
    ],
)
def test_hostile_yaml_gets_a_sentence(raw: bytes, sentence: str) -> None:
    with pytest.raises(FaultsError) as error:
        parse_plan(raw, "plan.yaml", TODAY)
    assert sentence in str(error.value)


def test_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    loaded = check_plan(tmp_path / "plan.yaml", "plan.yaml", TODAY)
    assert "there is no file" in str(loaded.faults[0])


def test_a_link_inside_braces_is_read() -> None:
    raw = (HERE / "faults" / "circle" / "plan.yaml").read_bytes().replace(b", after: [b]", b"")
    raw = raw.replace(
        b"takes: 1 day}", b"takes: 1 day, resources: [{title: T, url: https://a.example/b?c=1}]}", 1
    )
    plan = parse_plan(raw, "plan.yaml", TODAY)
    assert plan.milestones[0].resources[0].url == "https://a.example/b?c=1"


def test_the_launch_is_found_by_name_id_or_stage() -> None:
    raw = (HERE / "faults" / "two-launches" / "plan.yaml").read_bytes()
    named = raw.replace(b"{date: 2027-03-01}", b"{date: 2027-03-01, milestone: b}")
    assert parse_plan(named, "plan.yaml", TODAY).launch_milestone.id == "b"
    single = raw.replace(
        b"id: b, outcome: B, owner: champion, takes: 1 day, stage: Launch",
        b"id: b, outcome: B, owner: ae, takes: 1 day",
    )
    assert parse_plan(single, "plan.yaml", TODAY).launch_milestone.id == "a"


def test_schema_names_every_key_and_refuses_others() -> None:
    schema = plan_schema()
    assert {"title", "buyer", "milestones", "waive", "internal"} <= set(schema["properties"])
    assert schema["additionalProperties"] is False
    assert "with" in schema["$defs"]["Milestone"]["properties"]
