"""What the plan's milestones are called, so that a paraphrase finds the one it means."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.plan.model import Plan
from mail.dates.tokens import Phrases, Token, fold, normalise, tokens_of
from mail.understand.counting import WORD_NUMBERS
from mail.understand.trade import CONCEPTS, GENERIC, KIN, SOFT
from mail.understand.words import CUES

_STEM = 5


@lru_cache(maxsize=1)
def _concepts() -> Phrases[tuple[str, ...]]:
    senses: dict[str, dict[str, None]] = {}
    for concept, text in CONCEPTS.items():
        for phrase in text.split("|"):
            senses.setdefault(phrase.strip(), {})[concept] = None
    table: Phrases[tuple[str, ...]] = Phrases()
    for phrase, of in senses.items():
        table.add(phrase, tuple(of))
    return table


@lru_cache(maxsize=1)
def _idle() -> frozenset[str]:
    benign = (word for table in CUES.values() for word in table.get("benign", "").split())
    return frozenset(benign) | GENERIC | frozenset(WORD_NUMBERS)


def stem(word: str) -> str:
    """Cut a word to what its forms share: "trained" and "training" are one."""
    word = fold(word)
    for ending in ("ings", "ing", "ions", "ion", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@dataclass(frozen=True)
class Term:
    """A word or a concept that may name milestones, with its place in the sentence."""

    name: str
    start: int
    end: int


def terms_of(tokens: Sequence[Token]) -> list[Term]:
    """Give the concepts and the other telling words of a text."""
    found: list[Term] = []
    covered: set[int] = set()
    for start, end, concepts in _concepts().scan(tokens):
        found += [Term(f"#{c}", start, end) for c in concepts]
        covered |= set(range(start, end))
    for i, token in enumerate(tokens):
        if token.kind == "word" and len(token.text) > 2 and token.text not in _idle():
            found.append(Term(stem(token.text), i, i + 1))
    return found


@dataclass(frozen=True)
class Titles:
    """The terms of every milestone, and how telling each is in this plan."""

    terms: Mapping[str, frozenset[str]]
    weight: Mapping[str, float]
    ids: Mapping[str, str]
    verbs: Mapping[str, frozenset[str]]  # milestone -> kinds of done its title speaks of
    stems: Mapping[str, frozenset[str]]  # milestone -> stems of its title's words
    participles: frozenset[str]  # what happens to a milestone by its own title: "awarded"

    def score(self, terms: Sequence[Term]) -> dict[str, float]:
        """Weigh the milestones by the terms of a sentence they hold."""
        found: dict[str, float] = {}
        for name in {t.name for t in terms}:
            for milestone, own in self.terms.items():
                if name in own:
                    found[milestone] = found.get(milestone, 0.0) + self.weight[name]
        return found

    def share(self, terms: Sequence[Term], milestone: str) -> float:
        """Tell how much of a milestone's name the terms are, by weight; a word of the trade is all."""
        names = {t.name for t in terms} & self.terms[milestone]
        if any(n[0] == "#" and n[1:] not in SOFT for n in names):
            return 1.0
        whole = sum(self.weight[n] for n in self.terms[milestone] if n[0] != "#" or n[1:] in SOFT)
        return sum(self.weight[n] for n in names) / whole if whole else 1.0


_VERBS: dict[str, tuple[str, ...]] = {
    "done.signed": ("signed", "signature", "contract", "executed"),
    "done.approved": (
        "approved",
        "cleared",
        "passed",
        "sign off",
        "signed off",
        "approval",
        "released",
        "accepted",
        "granted",
        "review",
        "go ahead",
    ),
    "done.agreed": ("agreed", "settled", "agreement on"),
    "done.connected": (
        "connected",
        "integrated",
        "integration",
        "installed",
        "migrated",
        "migration",
        "configured",
        "deployed",
        "set up",
        "rolled out",
        "sso",
        "provisioned",
    ),
    "done.trained": ("trained", "training"),
    "done.live": ("live", "launch", "launched", "production"),
    "done.held": ("held", "workshop", "kick off", "kickoff", "meeting", "training", "trained"),
    "done.tested": (
        "tested",
        "test",
        "tests",
        "uat",
        "validated",
        "pilot",
        "proven",
        "proves",
        "proof",
        "poc",
        "trial",
    ),
    "done.delivered": (
        "delivered",
        "hardware",
        "devices",
        "shipped",
        "received",
        "paid",
        "booked",
        "issued",
        "placed",
        "raised",
        "order",
        "po",
        "purchase",
        "training",
        "trained",
        "invoice",
    ),
}


def _verbs(outcome: str) -> frozenset[str]:
    words = f" {' '.join(t.text for t in tokens_of(normalise(outcome).lower()))} "
    return frozenset(kind for kind, of in _VERBS.items() if any(f" {w} " in words for w in of))


def _own_terms(outcome: str, id_: str) -> frozenset[str]:
    tokens = tokens_of(normalise(outcome))
    names = {t.name for t in terms_of(tokens)} | {
        t.name for t in terms_of(tokens_of(id_.replace("-", " ").replace("_", " ")))
    }
    words = {t.text for t in tokens}
    kin = {f"#{concept}" for concept, of in KIN.items() if words & set(of)}
    return frozenset(names | kin)


@lru_cache(maxsize=64)
def _titles(pairs: tuple[tuple[str, str], ...]) -> Titles:
    terms = {i: _own_terms(outcome, i) for i, outcome in pairs}
    count: dict[str, int] = {}
    for own in terms.values():
        for name in own:
            count[name] = count.get(name, 0) + 1
    weight = {name: _weight(name, len(pairs), n) for name, n in count.items()}
    ids = {" ".join(t.text for t in tokens_of(i.replace("_", " ").replace("-", " "))): i for i, _ in pairs}
    verbs = {i: _verbs(f"{outcome} {i.replace('-', ' ')}") for i, outcome in pairs}
    stems = {i: frozenset(stem(t.text) for t in tokens_of(normalise(outcome))) for i, outcome in pairs}
    participles = frozenset().union(*(_participles(outcome) for _, outcome in pairs))
    return Titles(terms, weight, ids, verbs, stems, participles)


_FOLLOW = frozenset(["by", "in", "for", "and", "on", "at", "to", "with", "from", "or", "as"])
_NO_PARTICIPLES = frozenset(
    ["feed", "feeds", "speed", "need", "indeed", "seed", "embed", "exceed", "proceed", "succeed", "based"]
)


def _participles(outcome: str) -> frozenset[str]:
    words = [t.text for t in tokens_of(normalise(outcome))]
    ends = [*words[1:], "and"]
    return frozenset(
        w
        for w, after in zip(words, ends, strict=True)
        if len(w) > 4 and w.endswith("ed") and after in _FOLLOW and w not in _NO_PARTICIPLES
    )


def _weight(name: str, milestones: int, holders: int) -> float:
    rarity = math.log((milestones + 1) / holders)
    if not name.startswith("#"):
        return rarity * 0.6
    return rarity * (0.7 if name[1:] in SOFT else 1.5)


def titles_of(plan: Plan) -> Titles:
    """Give the terms of the plan's milestones (kept for plans that did not change)."""
    return _titles(tuple((m.id, m.outcome) for m in plan.milestones))
