"""One run of the command: where, when, for whom to print; what is costly is made when first asked for."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.clock import Clock
from generator.errors import GoliveError

if TYPE_CHECKING:
    from generator.deploy.publish import Opened, Publisher, ReplyAddresses
    from generator.doctor.finding import Finding
    from generator.keys import Keys
    from generator.record.journal import Change
    from generator.workspace import Workspace

# (session) -> how reply addresses are made; the composition root sets it, since the generator knows no mail
WithMail = Callable[["Session"], "ReplyAddresses | None"]
# (session, open deal, the rep's words) -> the changes they mean, and what of them was not clear; likewise
Understand = Callable[["Session", "Opened", str], "tuple[list[Change], list[str]]"]
# (session) -> what golive doctor says of the workspace's mail; likewise
MailFindings = Callable[["Session"], "Iterable[Finding]"]


@dataclass
class Session:
    """What every command is given. `folder` is the workspace that was named, or None to look upward."""

    folder: Path | None
    as_json: bool
    clock: Clock
    environ: Mapping[str, str]
    with_mail: WithMail
    understand: Understand
    mail_findings: MailFindings

    @cached_property
    def workspace(self) -> Workspace:
        """The workspace; raises GoliveError where there is none."""
        from generator.workspace import find_workspace, open_workspace

        return open_workspace(self.folder.resolve()) if self.folder else find_workspace(Path.cwd())

    @cached_property
    def keys(self) -> Keys:
        """The workspace's secret."""
        from generator.keys import load_keys

        return load_keys(self.environ, self.workspace.state)

    def publisher(self, *, dry_run: bool = False) -> Publisher:
        """Give a publisher for the workspace's target; a dry one only writes down what it would do."""
        from generator.deploy.publish import Publisher
        from generator.deploy.stores import DryStore, open_store

        store = open_store(self.workspace)
        return Publisher(
            workspace=self.workspace,
            keys=self.keys,
            store=DryStore(store) if dry_run else store,
            clock=self.clock,
            reply_addresses=self.with_mail(self),
            records=not dry_run,
            another=None if dry_run else replace(self, environ=dict(self.environ)).publisher,
            after=self._keep_portfolio,
        )

    def _keep_portfolio(self, publisher: Publisher) -> None:
        """Bring the managers' site up to date; where that fails, buyers' pages and replies go on."""
        from generator.portfolio.site import keep_portfolio

        try:
            keep_portfolio(publisher)
        except GoliveError as error:
            self.warn(f"golive: the portfolio is not up to date: {error}")

    def deals(self, named: Sequence[str]) -> list[str]:
        """Give the deals that were named, or all; raises UsageError for one that is not there."""
        for deal in named:
            self.workspace.folder(deal)
        return list(named) or self.workspace.deals()

    def say(self, text: str = "") -> None:
        """Print a line for a person; silent when JSON is wanted."""
        if not self.as_json:
            print(text)  # noqa: T201

    def warn(self, text: str) -> None:
        """Print a line beside the result."""
        print(text, file=sys.stderr)  # noqa: T201

    def give(self, data: Any) -> None:
        """Print the result as the one JSON document, when JSON is wanted."""
        if self.as_json:
            print(json.dumps(data, ensure_ascii=False, indent=2, default=str))  # noqa: T201

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[object]], title: str = "") -> None:
        """Print a table: drawn on a terminal, tab-separated in a pipe."""
        if self.as_json:
            return
        if not sys.stdout.isatty():
            for row in (columns, *rows):
                self.say("\t".join(str(cell) for cell in row))
            return
        from rich.console import Console
        from rich.table import Table

        drawn = Table(*columns, title=title or None, title_justify="left", box=None, pad_edge=False)
        for row in rows:
            drawn.add_row(*(str(cell) for cell in row))
        Console(highlight=False, markup=False).print(drawn)
