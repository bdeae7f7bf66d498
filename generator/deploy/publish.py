"""THE ORDER of publishing: load, record, schedule, build, compare, write what changed, give the links.

Everything that happens to one deal happens under its lock, so that a publish never sees half a change.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.check import Finding, check_deals
from generator.clock import Clock
from generator.deploy.bookkeeping import baseline_entry, closed_on, closing_entry, due_entry, links_entry
from generator.deploy.crowd import FEWEST, processes, publish_crowd
from generator.deploy.inputs import hash_inputs, hash_surroundings
from generator.deploy.links import ANY, FEED_FILE, OWN_FEED_FILE, SIDE_FEED_FILE, Link, links
from generator.deploy.manifests import Manifests
from generator.deploy.settled import Settled
from generator.deploy.shared import Shared, Swept
from generator.deploy.stores import Store
from generator.deploy.upload import Made, upload
from generator.errors import ConflictError, FaultsError
from generator.keys import Keys
from generator.plan.load import load_plan
from generator.plan.model import Plan
from generator.record.journal import Entry, numbers
from generator.record.truth import Deal, commit, locked, open_deal, recover
from generator.site.facts import SHARED, DealFacts, Person
from generator.site.gather import gather
from generator.workspace import Workspace

if TYPE_CHECKING:
    from generator.site.pages.build import SiteBuilder

CLOSED_STAYS = timedelta(days=30)
_ASSURED_SECONDS = 3600  # assets stay for a day after the last page that used them

# (deal, journal) -> (person, about) -> reply address
ReplyAddresses = Callable[[str, tuple[Entry, ...]], Callable[[str, str], str]]


@dataclass(frozen=True)
class Opened:
    """A deal that is open under its lock."""

    deal: Deal
    plan: Plan
    entries: tuple[Entry, ...]
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Published:
    """What publishing one deal did."""

    deal: str
    links: tuple[Link, ...]
    uploaded: int
    deleted: int
    unchanged: int
    seconds: float
    warnings: tuple[str, ...] = ()
    timezone: str = ""
    findings: tuple[Finding, ...] = ()
    older: tuple[str, ...] = ()  # paths that a cache may still hold as they were before


@dataclass
class Publisher:
    """Publishes deals of one workspace to its target; a dry run records nothing (`records` False)."""

    workspace: Workspace
    keys: Keys
    store: Store
    clock: Clock
    reply_addresses: ReplyAddresses | None = None
    records: bool = True
    another: Callable[[], Publisher] | None = None  # how another process makes one like this; is pickled
    after: Callable[[Publisher], object] | None = None  # what follows once deals are published
    warnings: list[str] = field(default_factory=list, init=False)  # what there is to say of the target
    _shared_until: float = field(default=0.0, init=False)  # on the monotonic clock

    @cached_property
    def builder(self) -> SiteBuilder:
        """The site builder, with one MkDocs configuration for all deals; imported when it is needed."""
        from generator.site.pages.build import SiteBuilder

        assert self._surroundings  # hashed before any of it is read
        return SiteBuilder(self.workspace)

    @property
    def shared(self) -> Shared:
        """What all deals share at the target."""
        return Shared(self.store, self.manifests, self.records)

    @cached_property
    def manifests(self) -> Manifests:
        """The manifests, here and at the target."""
        return Manifests(self.workspace.state, self.store.records)

    @cached_property
    def assets(self) -> tuple[str, dict[str, bytes]]:
        """The theme's files, once for all deals, and the hash that names their folder."""
        return self.builder.assets()

    @contextmanager
    def opened(self, deal: str) -> Iterator[Opened]:
        """Open a deal under its lock, with its bookkeeping done."""
        one = Deal(deal, self.workspace.folder(deal), self.workspace.state)
        with locked(one):
            yield self.open_locked(one)

    def read_only(self, deal: str) -> Opened:
        """Read a deal as it stands, a hand edit in progress and all; only a crash's leavings are mended."""
        one = Deal(deal, self.workspace.folder(deal), self.workspace.state)
        latest = self.clock.latest_day()
        with locked(one):
            entries = recover(one, latest, self.clock.now())
            return Opened(one, load_plan(one.plan_file, one.label, latest), entries)

    def links(self, opened: Opened) -> tuple[Link, ...]:
        """Give everybody's private link."""
        return tuple(links(opened.deal.id, opened.plan, opened.entries, self.keys))

    def open_locked(self, deal: Deal) -> Opened:
        """Read a deal whose lock is held; numbers, links and later baselines are recorded as they come up."""
        latest = self.clock.latest_day()
        plan, entries, warnings = open_deal(deal, latest, self.clock.now())
        if self.records and (entry := due_entry(plan, entries, self.clock)):
            plan, entries = commit(deal, entries, entry, latest)
        return Opened(deal, plan, entries, warnings)

    def facts(self, opened: Opened) -> DealFacts:
        """Work out dates and value of an open deal for today in the buyer's time zone."""
        plan = opened.plan
        today = self.clock.today(plan.buyer.timezone)
        return gather(opened.deal.id, opened.deal.folder, plan, opened.entries, today)

    def publish(self, deals: Sequence[str]) -> Iterator[Published | FaultsError | ConflictError]:
        """Publish deals one after the other; each is complete at the target before the next begins.

        A deal whose plan has faults, or that somebody else publishes right now, is left as it was published
        before, and does not stop the others.
        """
        self.manifests.refresh(deals)
        self.put_shared()
        older: list[str] = []
        with closing(self.settled()) as settled:
            changed = []
            for deal in deals:
                if left := settled.left(deal):
                    yield Published(deal, left.links, 0, 0, left.files, 0.0)
                else:
                    changed.append(deal)
            with closing(self._publish_changed(changed)) as each:
                for done in each:
                    if isinstance(done, Published):
                        settled.watch(done.deal, done.timezone, done.links)
                        older += done.older
                    yield done
        self._follow(older)

    def _publish_changed(self, deals: Sequence[str]) -> Generator[Published | FaultsError | ConflictError]:
        if self.another and len(deals) >= FEWEST and (count := processes()) > 1:
            yield from publish_crowd(self.another, deals, count)
        else:
            yield from map(self.publish_one, deals)

    def publish_one(self, deal: str) -> Published | FaultsError | ConflictError:
        """Publish one deal, after `put_shared`, and check its plan if anything changed.

        A plan with faults is left as it was published before.
        """
        started = time.perf_counter()
        try:
            with self.opened(deal) as opened:
                done = self._publish_opened(opened)
        except (FaultsError, ConflictError) as error:
            return error
        changed = bool(done.uploaded or done.deleted)
        found = tuple(check_deals(self.workspace, [deal], self.clock)) if changed else ()
        seconds = round(time.perf_counter() - started, 3)
        return replace(done, seconds=seconds, timezone=opened.plan.buyer.timezone, findings=found)

    def settled(self) -> Settled:
        """Open the record of deals that need no publishing."""
        return Settled(self.workspace, self.store, self.clock, self._around, self.records)

    def publish_opened(self, opened: Opened) -> Published:
        """Publish a deal whose lock is held, and what follows from it."""
        done = self._publish_opened(opened)
        self._follow(done.older)
        return done

    def _follow(self, older: Sequence[str]) -> None:
        self._announce(older)
        if self.after and self.records:
            self.after(self)

    def _publish_opened(self, opened: Opened) -> Published:
        deal = opened.deal
        found = self.links(opened)
        inputs = self._inputs(opened)
        known = self.manifests.read(deal.id)
        if known.inputs == inputs and not known.begun and all(self.store.has(path) for path in known.files):
            return Published(deal.id, found, 0, 0, len(known.files), 0.0, tuple(opened.warnings))
        wanted = {} if self._is_over(opened) else self._files(opened, found)
        self._assure_shared()
        made = Made(wanted, inputs, self.assets[0])
        steps = upload(deal.id, made, self.manifests, self.store, records=self.records)
        counts = (len(steps.put), len(steps.delete), steps.unchanged)
        older = tuple(path for path in (*steps.put, *steps.delete) if path in known.files)
        return Published(deal.id, found, *counts, 0.0, tuple(opened.warnings), older=older)

    def put_shared(self, *, ask: bool = False) -> None:
        """Write what all deals share before any page needs it; `ask` whether others took some of it away."""
        digest, files = self.assets
        path_of_url = urlsplit(self.workspace.options.url).path
        not_found = self.builder.not_found(f"{path_of_url}{SHARED}/{digest}/")
        self.shared.put(digest, files, not_found, ask=ask)

    def _assure_shared(self) -> None:
        """Before pages go up, make sure that what they need is still there, where others publish too."""
        if self.store.records and time.monotonic() >= self._shared_until:
            self.put_shared(ask=True)
            self._shared_until = time.monotonic() + _ASSURED_SECONDS

    def sweep(self, *, many: bool = False) -> Swept:
        """Take away what no deal of the workspace needs any more; more than usual only if `many` may go."""
        swept = self.shared.sweep(self.assets[0], self.workspace.deals(), many=many)
        self._announce(swept.paths)
        return swept

    def _announce(self, older: Sequence[str]) -> None:
        if self.records and (warning := self.store.announce(older)):
            self.warnings.append(warning)

    def renew(self, deal: str, people: Iterable[str], *, revoked: bool) -> None:
        """Rotate links (old ones end, new ones work) or revoke them, and republish at once."""
        with self.opened(deal) as opened:
            entry = links_entry(opened.plan, opened.entries, self.clock, people, revoked=revoked)
            opened = self._commit(opened, entry)
            self.put_shared()
            self.publish_opened(opened)

    def record_baseline(self, opened: Opened, why: str) -> Opened:
        """Write down today's dates as those that both sides agreed."""
        return self._commit(opened, baseline_entry(opened.plan, opened.entries, self.clock, why))

    def _commit(self, opened: Opened, entry: Entry) -> Opened:
        plan, entries = commit(opened.deal, opened.entries, entry, self.clock.latest_day())
        return replace(opened, plan=plan, entries=entries)

    def close(self, deal: str) -> Published:
        """Close a deal: its page says so and goes after 30 days, its events are cancelled, its mails stop."""
        with self.opened(deal) as opened:
            opened = self._commit(opened, closing_entry(opened.plan, opened.entries, self.clock))
            self.put_shared()
            return self.publish_opened(opened)

    def _is_over(self, opened: Opened) -> bool:
        today = self.clock.today(opened.plan.buyer.timezone)
        return opened.plan.state == "closed" and today - closed_on(opened.entries, today) >= CLOSED_STAYS

    def _files(self, opened: Opened, found: Iterable[Link]) -> dict[str, bytes]:
        """Build everything that this deal has at the target: path -> bytes."""
        from generator.site.feeds.feed import feed

        facts = self.facts(opened)
        pages = self.builder.build(facts)
        url = self.workspace.options.url
        everything = feed(facts, None, url)
        present = {role.side for _, role in opened.plan.people()}
        sides = {side: feed(facts, None, url, side=side) for side in present}
        opened.warnings.extend(self.builder.warnings)
        to_pass_on = next((k.page(url) for k in found if k.person == ANY and not k.revoked), None)
        wanted: dict[str, bytes] = {}
        for link in found:
            if link.revoked:
                continue
            feeds = {"everything": link.calendar(url)}
            wanted[f"{link.feed_token}/{FEED_FILE}"] = everything
            if link.person != ANY:
                feeds["side"] = link.calendar(url, SIDE_FEED_FILE)
                wanted[f"{link.feed_token}/{SIDE_FEED_FILE}"] = sides[opened.plan.side_of(link.person)]
                feeds["mine"] = link.calendar(url, OWN_FEED_FILE)
                wanted[f"{link.feed_token}/{OWN_FEED_FILE}"] = feed(facts, link.person, url)
            person = Person(link.person, link.page(url), feeds, self._reply_address(opened, link.person))
            for path, content in self.builder.personal(pages, facts, person, to_pass_on).items():
                wanted[f"{link.token}/{path}"] = content
        return wanted

    def _reply_address(self, opened: Opened, person: str) -> Callable[[str], str] | None:
        if self.reply_addresses is None or opened.plan.state == "closed":
            return None
        make = self.reply_addresses(opened.deal.id, opened.entries)
        given = numbers(opened.entries, opened.plan.by_id)
        return lambda about: make(person, str(given.get(about, about)))

    @cached_property
    def _surroundings(self) -> str:
        return hash_surroundings(self.workspace)

    @property
    def _around(self) -> tuple[str, ...]:
        """What all deals are made from, but for the day."""
        mail = str(bool(self.reply_addresses))
        return self._surroundings, self.assets[0], self.keys.fingerprint, mail

    def _inputs(self, opened: Opened) -> str:
        today = self.clock.today(opened.plan.buyer.timezone)
        return hash_inputs(opened.deal.folder, (*self._around, str(today)))
