"""docs/schemas: every command that speaks JSON has a schema, and what it really prints keeps to it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import click
import pytest
from scenes import ROOT, Golive

import golive

jsonschema = pytest.importorskip("jsonschema")
SCHEMAS = ROOT / "docs" / "schemas"
STAY = {"preview", "mail listen"}  # they serve until they are ended, and print no document


def commands(group: click.Group = golive.cli, before: str = "") -> Iterator[str]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{before}{name} ")
        else:
            yield before + name


def validator(name: str) -> Any:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def faults(name: str, data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in validator(name).iter_errors(data)]


def of_command(name: str) -> str:
    return {"schema": "plan"}.get(name, name.replace(" ", "-"))


def test_every_command_with_json_has_a_schema() -> None:
    wanted = {of_command(name) for name in commands() if name not in STAY}
    there = {path.stem for path in SCHEMAS.glob("*.json")}
    assert wanted <= there, f"write docs/schemas for: {sorted(wanted - there)}"
    assert there - wanted <= {"schedule-what-if"}, "a schema without a command"


@pytest.mark.parametrize("name", sorted(path.stem for path in SCHEMAS.glob("*.json")))
def test_it_is_a_sound_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads((SCHEMAS / f"{name}.json").read_text("utf-8")))


def test_the_schema_of_plans_is_current(golden: Any, run: Golive) -> None:
    golden(SCHEMAS / "plan.json", run("schema").out.encode("utf-8"))


def test_what_is_printed_keeps_to_it(run: Golive, workspace: Path, tmp_path: Path) -> None:
    """One workspace, from its first publish to its last day; each command's document is checked."""
    wrong: list[str] = []
    seen: set[str] = set()

    def keeps(name: str, *arguments: object, code: int = 0) -> Any:
        got = run("--workspace", workspace, *arguments, "--json")
        assert got.code == code, got.err
        wrong.extend(f"{name}: {fault}" for fault in faults(name, got.json))
        seen.add(name)
        return got.json

    keeps("publish", "publish")
    keeps("check", "check")
    keeps("schedule", "schedule", "acme")
    keeps("schedule", "schedule", "harbor")
    keeps("schedule-what-if", "schedule", "acme", "--what-if", "4 moves to 11 Dec")
    keeps("value", "value", "acme")
    keeps("links", "links", "acme", "--revoke", "legal")
    keeps("doctor", "doctor")
    keeps("mail-invite", "mail", "invite", "acme")
    keeps("status", "status")
    keeps("portfolio", "portfolio")
    keeps("mail-forget", "mail", "forget", "jane.roe@acme.example", "--dry-run")
    keeps("mail-daily", "mail", "daily")
    keeps("mail-nudge", "mail", "nudge", "acme", "security-cleared")
    keeps("mail-address", "mail", "address", "acme")
    keeps("mail-outbox", "mail", "outbox")
    to = keeps("mail-address", "mail", "address", "acme", "security", "digest")[0]["address"]
    for name, words in (("one", "3 is done, 5 moves to 11 Dec"), ("two", "Can we talk about the price?")):
        mail = write_mail(tmp_path / f"{name}.eml", to, words)
        keeps("mail-read", "mail", "read", mail)
        got = keeps("mail-receive", "mail", "receive", mail)
        keeps("mail-show", "mail", "show", got[0]["id"])
    (tmp_path / "drop").mkdir()
    write_mail(tmp_path / "drop" / "three.eml", to, "6 moves to 15 Dec")
    keeps("mail-receive", "mail", "receive", tmp_path / "drop")
    keeps("mail-work", "mail", "work")
    for item in keeps("mail-review", "mail", "review"):
        keeps("mail-review", "mail", "review", item["id"])
        keeps("mail-review", "mail", "review", item["id"], "reject")
    keeps("update", "update", "acme", "7 moves to 21 Dec")
    keeps("baseline", "baseline", "acme", "--why", "re-planned together")
    keeps("history", "history", "acme")
    for form in ("csv", "json"):
        keeps("export", "export", "acme", "--to", form, "--out", tmp_path / f"acme.{form}")
    keeps("import", "import", tmp_path / "acme.csv", "--deal", "again", "--launch", "2027-03-01", code=0)
    keeps("new", "new", "hansen", "--buyer", "Hansen", "--launch", "2027-06-01")
    keeps("backup", "backup", tmp_path / "copy.tar.gz")
    keeps("restore", "restore", tmp_path / "copy.tar.gz", tmp_path / "restored")
    keeps("init", "init", tmp_path / "fresh")
    plan = workspace / "plans" / "again" / "plan.yaml"
    plan.write_text(plan.read_text("utf-8") + "\nsurprise: 1\n", "utf-8")
    faulty = keeps("status", "status")[0]
    assert (faulty["deal"], faulty["launch"], faulty["next"]) == ("again", None, None)
    keeps("portfolio", "portfolio", "--rotate")
    keeps("portfolio", "portfolio", "--end")
    keeps("close", "close", "acme")
    assert wrong == []


def write_mail(file: Path, to: str, words: str) -> Path:
    mail = EmailMessage()
    mail["From"], mail["To"] = "Tomas Lindqvist <t.lindqvist@acme.example>", to
    mail["Subject"], mail["Date"] = "Re: the plan", "Mon, 16 Nov 2026 10:00:00 +0100"
    mail["Message-ID"] = f"<{file.stem}@acme.example>"
    mail.set_content(words)
    file.write_bytes(mail.as_bytes())
    return file


@pytest.mark.parametrize("name", ["schedule", "check", "doctor", "publish"])
def test_a_key_nobody_described_is_noticed(name: str) -> None:
    """The schemas close their objects, so that a test fails where an output grows in silence."""
    schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    closed = schema.get("items", schema)
    assert closed["additionalProperties"] is False
    assert faults(name, [{"surprise": 1}] if schema["type"] == "array" else {"surprise": 1})
