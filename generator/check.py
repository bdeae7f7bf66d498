"""`golive check`: faults and rule findings about a workspace's plans, as values that print and travel.

Pure reading: nothing is written, locked or fetched, and a deal without a journal is checked as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

from generator.clock import Clock
from generator.errors import Fault, FaultsError, GoliveError
from generator.plan.faults import dotted
from generator.plan.load import check_plan
from generator.plan.model import Plan
from generator.plan.source import Place, Source
from generator.record.journal import baseline_records, numbers, read_journal
from generator.rules.register import BY_ID, findings, waiver_faults
from generator.rules.rule import Severity, Situation
from generator.schedule.baseline import latest_record
from generator.schedule.engine import schedule
from generator.workspace import Workspace

FAULT = "fault"
WAIVER = "waive"
Format = Literal["text", "json", "github"]
FORMATS: tuple[Format, ...] = ("text", "json", "github")


@dataclass(frozen=True)
class Finding:
    """One thing to mend in a deal; `rule` is an id, "fault" (the plan is unusable) or "waive"."""

    deal: str
    rule: str
    severity: Severity
    file: str
    line: int
    where: str
    message: str

    def __str__(self) -> str:
        if self.rule == FAULT:
            return str(Fault(self.file, self.line, self.where, self.message))
        where = f"{self.where}: " if self.where else ""
        return f"{self.file}:{self.line}: {self.title}: {where}{self.message}"

    @property
    def title(self) -> str:
        """The rule as people know it: MAP006 words-are-the-buyers."""
        return f"{self.rule} {BY_ID[self.rule].name}" if self.rule in BY_ID else self.rule

    def to_json(self) -> dict[str, Any]:
        """Give the `check` contract of DESIGN §8."""
        return asdict(self)


def check_deals(workspace: Workspace, deals: Iterable[str], clock: Clock) -> list[Finding]:
    """Find everything there is to mend in these deals' plans, deal by deal in order of line."""
    found: list[Finding] = []
    for deal in deals:
        found += sorted(_check(deal, workspace.folder(deal), clock), key=lambda f: (f.file, f.line, f.rule))
    return found


def _check(deal: str, folder: Path, clock: Clock) -> Iterator[Finding]:
    label = f"plans/{deal}/plan.yaml"
    loaded = check_plan(folder / "plan.yaml", label, clock.latest_day())
    yield from (_fault(deal, fault) for fault in loaded.faults)
    if loaded.plan is None or loaded.source is None:
        return
    try:
        yield from _rule_findings(deal, folder, loaded.plan, loaded.source, clock)
    except FaultsError as error:
        for fault in error.faults:
            yield _fault(deal, Fault(f"plans/{deal}/{fault.file}", fault.line, fault.where, fault.message))
    except GoliveError as error:
        yield _fault(deal, Fault(label, 0, "", str(error)))


def _fault(deal: str, fault: Fault) -> Finding:
    return Finding(deal, FAULT, "error", fault.file, fault.line, fault.where, fault.message)


def _rule_findings(deal: str, folder: Path, plan: Plan, source: Source, clock: Clock) -> Iterator[Finding]:
    entries = read_journal(folder / "journal.jsonl")
    today, given = clock.today(plan.buyer.timezone), numbers(entries, plan.by_id)
    dates = schedule(plan, today, latest_record(baseline_records(entries)), given)
    situation = Situation(deal, plan, dates, entries, given, today)

    def finding(rule: str, severity: Severity, place: Place, message: str) -> Finding:
        return Finding(
            deal, rule, severity, source.file, source.line(place), dotted(place, source.data), message
        )

    for place, message in waiver_faults(plan.waive):
        yield finding(WAIVER, "error", place, message)
    for rule, (place, message) in findings(situation):
        yield finding(rule.id, rule.severity, place, message)


def text_report(found: Sequence[Finding]) -> Iterator[str]:
    """Give the lines for a person: each finding, then how to fix each rule's once."""
    if not found:
        yield "No faults."
        return
    yield from map(str, found)
    for rule_id in sorted({f.rule for f in found} & BY_ID.keys()):
        rule = BY_ID[rule_id]
        yield f"\n{rule.id} {rule.says}\n  {rule.fix}"
    yield f"\n{summary(found)}"


def summary(found: Sequence[Finding]) -> str:
    """Count findings by severity: 1 error and 3 warnings (MAP001, MAP005)."""
    counts = ((n, sum(f.severity == n for f in found)) for n in ("error", "warning"))
    said = " and ".join(f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts if count)
    return f"{said} ({', '.join(sorted({f.rule for f in found}))})"


def brief_report(found: Iterable[Finding]) -> Iterator[str]:
    """Give one line a deal, for a publish that should not be buried under advice."""
    for deal, some in groupby(found, key=lambda f: f.deal):
        yield f"{deal}: {summary(list(some))}; see them with: golive check {deal}"


def github_report(found: Iterable[Finding], root: Path, here: Path) -> Iterator[str]:
    """Give GitHub's workflow commands, with files as seen from the folder that the check runs in.

    Source: "Workflow commands for GitHub Actions", setting a warning or error message.
    """
    for finding in found:
        path = root / finding.file
        file = path.relative_to(here).as_posix() if path.is_relative_to(here) else finding.file
        parts = (("file", file), ("line", str(finding.line or 1)), ("title", finding.title))
        properties = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in parts)
        where = f"{finding.where}: " if finding.where else ""
        yield f"::{finding.severity} {properties}::{_escaped(where + finding.message)}"


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
