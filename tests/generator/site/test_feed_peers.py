"""Feeds in real calendar programs: khal and vdirsyncer subscribe, ical.js and node-ical read the same dates.

The programs are looked for on the PATH and beside this Python, the npm packages in build/npm.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from generator.plan.load import parse_plan
from generator.plan.model import Plan
from generator.record.journal import Change, Entry, read_journal
from generator.site.facts import DealFacts
from generator.site.feeds.events import deal_events
from generator.site.feeds.feed import event_uid, feed
from generator.site.gather import gather

ROOT = Path(__file__).parents[3]
NPM = ROOT / "build" / "npm" / "node_modules"
URL = "https://plans.mooring.example/"
DAY = date(2026, 11, 16)
DEALS = ("acme", "harbor", "lumen")

pytestmark = pytest.mark.slow


def program(name: str) -> str:
    places = (Path(sys.executable).parent, ROOT / "build" / "programs" / "bin")
    found = shutil.which(name) or shutil.which(name, path=":".join(map(str, places)))
    if not found:
        pytest.skip(f"{name} is not installed")
    return found


def sample(deal: str, entries: tuple[Entry, ...] = (), **keys: Any) -> DealFacts:
    folder = ROOT / "plans" / deal
    plan = parse_plan((folder / "plan.yaml").read_bytes(), deal, DAY)
    plan = Plan.model_validate(plan.model_copy(update=keys).model_dump(by_alias=True)) if keys else plan
    return gather(deal, folder, plan, (*read_journal(folder / "journal.jsonl"), *entries), DAY)


def moved(deal: str) -> DealFacts:
    """The sample with its launch's forecast moved by hand, and one open outcome taken out."""
    facts = sample(deal)
    first = next(m for m in facts.plan.milestones if m.status != "done")
    day = facts.schedule.milestones[first.id].current.due
    to = day + timedelta(days=9)
    milestones = tuple(
        m.model_copy(update={"expected": to}) if m.id == first.id else m for m in facts.plan.milestones
    )
    plan = facts.plan.model_copy(update={"milestones": milestones})
    when = datetime(2026, 11, 16, 9, tzinfo=UTC)
    place = "milestones/gone-for-good"
    gone = Change("gone-for-good", "remove", {place: ({"outcome": "Taken out", "owner": first.owner}, None)})
    line = Entry(
        id="moved", when=when, who="any", by="mail", before="", after="",
        changes=(Change(first.id, "move", {f"milestones/{first.id}/expected": (None, to.isoformat())}), gone),
        moved={first.id: (day, to), "gone-for-good": (date(2026, 12, 8), None)},
    )  # fmt: skip
    return gather(deal, facts.folder, plan, (*facts.entries, line), DAY)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_vdirsyncer_copies_once_and_khal_shows_what_moved_and_what_is_off(tmp_path: Path) -> None:
    vdirsyncer, khal = program("vdirsyncer"), program("khal")
    site, kept = tmp_path / "site", tmp_path / "kept"
    site.mkdir()
    file = site / "plan.ics"
    file.write_bytes(feed(sample("acme"), None, URL))
    environ = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}

    def ran(*command: str) -> str:
        done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    with served(site) as url:
        config = tmp_path / "vdirsyncer.conf"
        config.write_text(VDIRSYNCER.format(state=tmp_path / "state", url=url, kept=kept))
        sync = (vdirsyncer, "-c", str(config))
        ran(*sync, "discover")
        first = ran(*sync, "sync")
        assert "Copying" in first
        assert "Copying" not in ran(*sync, "sync")
        before = {path.name: path.read_bytes() for path in kept.glob("*.ics")}
        assert len(before) == file.read_bytes().count(b"BEGIN:VEVENT")
        file.write_bytes(feed(moved("acme"), None, URL))
        assert "Copying" in ran(*sync, "sync")
        assert "Copying" not in ran(*sync, "sync")
    settings = tmp_path / "khal.conf"
    settings.write_text(KHAL.format(kept=kept, cache=tmp_path / "khal.db"))
    listed = ran(
        khal, "-c", str(settings), "list", "--format", "{start-date}|{title}|{status}", "--day-format", "",
        "2026-10-01", "400d",
    )  # fmt: skip
    rows = {tuple(row.strip().split("|")) for row in listed.splitlines() if "|" in row}
    facts = moved("acme")
    first_open = next(m for m in facts.plan.milestones if m.status != "done")
    due = facts.schedule.milestones[first_open.id].current.due
    assert any(r[0] == due.isoformat() and first_open.outcome in r[1] for r in rows), rows
    assert any(r[0] == "2026-12-08" and "Cancelled: Taken out" in r[1] and "CANCELLED" in r[2] for r in rows)


VDIRSYNCER = """\
[general]
status_path = "{state}"
[pair plan]
a = "theirs"
b = "ours"
collections = null
conflict_resolution = "a wins"
[storage theirs]
type = "http"
url = "{url}plan.ics"
[storage ours]
type = "filesystem"
path = "{kept}"
fileext = ".ics"
"""
KHAL = """\
[calendars]
[[plan]]
path = {kept}
readonly = True
[sqlite]
path = {cache}
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
"""


def said(value: date) -> str:
    return value.strftime("%Y-%m-%dT%H:%M:%SZ") if isinstance(value, datetime) else value.isoformat()


def test_icaljs_and_node_ical_agree_on_every_date(tmp_path: Path) -> None:
    if not (NPM / "ical.js").exists() or not (NPM / "node-ical").exists():
        pytest.skip("ical.js and node-ical are not installed")
    expected: dict[str, Any] = {}
    for deal in DEALS:
        for name, facts in ((f"{deal}.ics", sample(deal)), (f"{deal}-moved.ics", moved(deal))):
            file = tmp_path / name
            file.write_bytes(feed(facts, None, URL))
            expected[str(file)] = {
                event_uid(e.id, deal, URL): [
                    said(e.start), said(e.end), "CANCELLED" if e.cancelled else "CONFIRMED",
                ]
                for e in deal_events(facts, None)
            }  # fmt: skip
    script = Path(__file__).parent / "feed" / "peers.cjs"
    for zone in ("Europe/Berlin", "America/New_York", "Pacific/Auckland"):
        environ = {"PATH": os.environ["PATH"], "NODE_PATH": str(NPM), "TZ": zone}
        done = subprocess.run(
            [program("node"), str(script), *expected], env=environ, capture_output=True, text=True,
            check=False, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        for result in json.loads(done.stdout):
            assert result["events"] == expected[result["file"]], (result["peer"], result["file"], zone)


def test_the_samples_check_ins_cross_two_changes_of_clocks() -> None:
    """Else the dates that others agree on would prove nothing about them."""
    starts = [
        e.start for deal in DEALS for e in deal_events(sample(deal), None) if isinstance(e.start, datetime)
    ]
    assert min(starts).date() < date(2026, 10, 25)
    assert max(starts).date() > date(2027, 3, 28)
