"""The register of all rules, and the engine: every finding about one plan, less what the plan waives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from generator.rules import kept_live, mutual, outcomes, payoff, people, worked_back
from generator.rules.rule import Found, Rule, Situation

# In order of id. A rule that goes leaves its id behind, unused.
RULES: tuple[Rule, ...] = (
    mutual.both_sides_own_outcomes,
    mutual.buyer_spoke_lately,
    mutual.each_side_owns_a_fair_share,
    outcomes.outcomes_are_results,
    outcomes.every_outcome_has_an_exit,
    outcomes.words_are_the_buyers,
    outcomes.eight_to_fifteen_outcomes,
    outcomes.one_owner_each,
    worked_back.launch_serves_an_event,
    worked_back.buyers_key_dates_present,
    worked_back.next_step_is_soon,
    worked_back.outcomes_lead_to_the_launch,
    worked_back.launch_follows_the_introduction,
    worked_back.plan_fits_its_launch,
    payoff.last_step_is_the_return,
    payoff.why_is_in_the_plan,
    payoff.figures_have_a_source,
    worked_back.early_steps_shown_done,
    kept_live.plan_is_kept_current,
    kept_live.nothing_overdue_in_silence,
    people.roles_before_names,
    people.names_before_they_are_due,
    kept_live.slip_is_explained,
    kept_live.stuck_says_on_what,
    people.checkins_are_agreed,
    people.shared_beyond_one_person,
    people.named_people_have_an_address,
)
BY_ID = {rule.id: rule for rule in RULES}
FEWEST_LETTERS = 3  # of a reason


def findings(s: Situation) -> Iterator[tuple[Rule, Found]]:
    """Find what the rules have to say of a plan; a closed plan is history, and nothing is said of it."""
    if s.plan.state == "closed":
        return
    waived = {name for name, reason in s.plan.waive.items() if _is_reason(reason)}
    for rule in RULES:
        if rule.id not in waived:
            yield from ((rule, found) for found in rule.find(s))


def waiver_faults(waive: dict[str, str]) -> Iterator[Found]:
    """Find waivers of rules that do not exist, and those without a reason."""
    for name, reason in waive.items():
        if name not in BY_ID:
            yield ("waive", name), f"is no rule{_meant(name)}"
        elif not _is_reason(reason):
            yield ("waive", name), "needs a reason, a few words on why this plan may do without the rule"


def _meant(name: str) -> str:
    """Say which rule was probably meant, by its number or its name."""
    digits = re.search(r"[0-9]{1,6}$", name)
    numbered = f"MAP{int(digits[0]):03}" if digits else ""
    if numbered in BY_ID:
        return f"; did you mean {numbered!r}?"
    close = get_close_matches(name.casefold(), [rule.name for rule in RULES], n=1)
    meant = next((rule for rule in RULES if rule.name in close), None)
    return f"; did you mean {meant.id!r}, {meant.name}?" if meant else "; docs/rules.md lists them"


def _is_reason(text: str) -> bool:
    return sum(letter.isalpha() for letter in text) >= FEWEST_LETTERS
