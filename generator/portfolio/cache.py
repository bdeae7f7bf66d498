"""Rows of a whole workspace, each made once from a plan, a journal, a day and our code.

A row is kept under the sha256 of what it was made from, so that it is never stale; the folder may be deleted.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from generator.clock import Clock
from generator.errors import FaultsError
from generator.portfolio.row import Row
from generator.portfolio.summary import faulty, summarize
from generator.record.journal import read_journal
from generator.workspace import Workspace

_CODE = ("clock.py", "plan", "record", "schedule", "rules", "value", "portfolio")


@dataclass
class Rows:
    """The rows of a workspace on the clock's day; `made` names the deals that had to be worked out."""

    workspace: Workspace
    clock: Clock
    made: list[str] = field(default_factory=list)

    def read(self, deals: Iterable[str]) -> list[Row]:
        """Give these deals' rows, in the order asked for; a deal that just went is left out."""
        return [row for deal in deals if (row := self._of(deal))]

    def read_all(self) -> list[Row]:
        """Give every deal's row; what was kept of deals that are gone goes, too, since rows name people."""
        deals = self.workspace.deals()
        with suppress(OSError):
            for gone in {file.stem for file in self._folder.glob("*.json")} - set(deals):
                (self._folder / f"{gone}.json").unlink(missing_ok=True)
        return self.read(deals)

    def _of(self, deal: str) -> Row | None:
        folder = self.workspace.plans / deal
        try:
            raw = (folder / "plan.yaml").read_bytes()
        except OSError:
            return None
        name = hashlib.sha256(self._code + hashlib.sha256(raw).digest() + _digest(folder / "journal.jsonl"))
        return self._kept(deal, name.hexdigest()) or self._make(deal, folder, raw, name.hexdigest())

    def _kept(self, deal: str, name: str) -> Row | None:
        try:
            known = json.loads((self._folder / f"{deal}.json").read_bytes())
            if known["of"] == name and known["day"] == str(self.clock.today(known["timezone"])):
                return Row.model_validate(known["row"])
        except (OSError, ValueError, KeyError, TypeError):
            pass
        return None

    def _make(self, deal: str, folder: Path, raw: bytes, name: str) -> Row:
        self.made.append(deal)
        try:
            row, timezone = summarize(deal, raw, read_journal(folder / "journal.jsonl"), self.clock)
        except FaultsError:
            return faulty(deal)
        day = str(self.clock.today(timezone))
        known = {"of": name, "day": day, "timezone": timezone, "row": row.model_dump(mode="json")}
        draft = self._folder / f".{deal}.{os.getpid()}.{secrets.token_hex(4)}"
        with suppress(OSError):  # a row that cannot be kept is made again
            draft.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
            draft.replace(self._folder / f"{deal}.json")
        return row

    @cached_property
    def _folder(self) -> Path:
        folder = self.workspace.state / "cache" / "portfolio"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return folder

    @cached_property
    def _code(self) -> bytes:
        whole = hashlib.sha256(version("holidays").encode())
        here = Path(__file__).parents[1]
        for name in _CODE:
            place = here / name
            for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
                whole.update(file.read_bytes())
        return whole.digest()


def _digest(file: Path) -> bytes:
    try:
        return hashlib.sha256(file.read_bytes()).digest()
    except OSError:
        return b"none"
