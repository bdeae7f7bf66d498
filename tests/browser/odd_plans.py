"""Plans at the edges of what a page must hold: name -> plan.yaml, as of the tests' day, 16 November 2026."""

from __future__ import annotations

HEAD = """\
title: {buyer} and Nimbus Robotics
buyer: {{name: {buyer}, country: DE, timezone: Europe/Berlin}}
seller: {{name: Nimbus Robotics, country: US, timezone: America/New_York}}
why: {why}
introduced: {introduced}
launch: {{date: {launch}, event: {event}}}
roles:
  champion: {{side: buyer, title: {title}, name: {name}, email: jane.roe@acme.example}}
  legal: {{side: buyer, title: Legal counsel}}
  ae: {{side: seller, title: Account executive, name: Sam Field, email: sam@nimbus.example}}
milestones:
"""
NORMAL = {
    "buyer": "Acme Logistics", "why": "Half as many mis-picks.", "introduced": "2026-10-05",
    "launch": "2027-03-01", "event": "The spring peak opens", "title": "Operations lead", "name": "Jane Roe",
}  # fmt: skip
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
URL = "https://docs.nimbus.example/" + "a-very-long-path-without-any-space/" * 6


def plan(*milestones: str, more: str = "", **words: str) -> str:
    return HEAD.format(**{**NORMAL, **words}) + "".join(f"  - {{{m}}}\n" for m in milestones) + more


def launch(**more: str) -> str:
    extra = "".join(f", {key}: {value}" for key, value in more.items())
    return f"id: live, outcome: Live in all aisles, owner: champion, takes: 1 day{extra}"


STAGES = ("Align", "Evaluate", "Approve", "Onboard", "Launch")
FORTY = [
    f"id: m{n}, outcome: Outcome number {n} of the forty is reached, stage: {STAGES[n // 9]}, "
    f"owner: {('champion', 'ae', 'legal')[n % 3]}, takes: 3 days" + (f", after: [m{n - 2}]" if n > 2 else "")
    for n in range(1, 40)
]
ZERO = """\
value:
  currency: EUR
  horizon: 3 years
  discount_rate: 10%
  costs: [{what: Subscription, amount: 0, every: year, starts: launch}]
  benefits: [{what: Fewer mis-picks, amount: 0, every: month, starts: launch}]
"""
PLANS = {
    "forty": plan(*FORTY, launch(stage="Launch", after="[m39]")),
    "one": plan(launch()),
    "no-stages": plan(
        "id: goals, outcome: Goals agreed, owner: champion, takes: 3 days, status: done, done_on: 2026-10-09",
        "id: terms, outcome: Terms agreed, owner: legal, takes: 5 days, after: [goals]",
        launch(after="[terms]"),
    ),
    "long-words": plan(
        f"id: goals, outcome: {LONG} agreed, stage: {LONG}, owner: champion, takes: 3 days, exit: {LONG}, "
        f"status: blocked, blocked_by: {LONG}, resources: [{{title: {LONG}, url: '{URL}'}}]",
        launch(after="[goals]", stage="Launch"),
        buyer=LONG, why=f"{LONG} {LONG}", event=f"{LONG} opens", title=LONG, name=f"Jane {LONG}",
        more=f"key_dates: [{{date: 2026-12-21, until: 2027-01-01, what: {LONG}, no_work: true}}]\n",
    ),
    "right-to-left": plan(
        "id: goals, outcome: الأهداف متفق عليها, stage: التوافق, owner: champion, takes: 3 days",
        "id: terms, outcome: With شركة الشرق للخدمات agreed, owner: legal, takes: 1 day, after: [goals]",
        launch(after="[terms]"),
        buyer="شركة الشرق للخدمات", why="أخطاء أقل في التجهيز", title="مدير العمليات", name="ليلى حداد",
    ),
    "worth-nothing": plan(launch(), more=ZERO),
    "launch-in-the-past": plan(
        "id: goals, outcome: Goals agreed, stage: Align, owner: champion, takes: 3 days",
        launch(after="[goals]", stage="Launch"),
        introduced="2026-06-01", launch="2026-09-01",
    ),
    "launched": plan(launch(status="done", done_on="2026-11-02"), launch="2026-11-02"),
    "far-away": plan(launch(), launch="2029-06-01"),
}  # fmt: skip
