"""Which milestones a sentence names: by number, id, title, paraphrase, owner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mail.dates.tokens import Token
from mail.understand.titles import Term, Titles, terms_of
from mail.understand.trade import SOFT


@dataclass(frozen=True)
class Mention:
    """Something that names milestones: `ids` (none: no such number), its place in tokens, how it was said."""

    ids: tuple[str, ...]
    start: int
    end: int
    how: str  # number | listed | enumerated | id | name | verb
    words: str
    share: float = 1.0  # how much of the milestone's name the words are
    also: frozenset[str] = frozenset()  # milestones that all of the words may mean as well
    partly: frozenset[str] = frozenset()  # milestones that some of the words may mean


def best_named(terms: Sequence[Term], titles: Titles) -> tuple[str, ...]:
    """Give the milestone the terms name, or those between which they leave the choice."""
    scores = titles.score(terms)
    if not scores:
        return ()
    best = max(scores.values())
    return tuple(m for m, s in scores.items() if s >= best * 0.8)


def named_in(
    tokens: Sequence[Token], start: int, end: int, titles: Titles, verbs: set[int]
) -> Mention | None:
    """Find the milestone that the words of a part name; words that only say what happened name it weakly."""
    terms = [Term(t.name, t.start + start, t.end + start) for t in terms_of(tokens[start:end])]
    known = [t for t in terms if any(t.name in own for own in titles.terms.values())]
    nouns = [t for t in known if t.start not in verbs]
    chosen = nouns or known
    ids = best_named(chosen, titles)
    if not ids:
        return None
    first, last = min(t.start for t in chosen), max(t.end for t in chosen)
    share = titles.share(chosen, ids[0])
    words = " ".join(dict.fromkeys(tokens[i].text for t in chosen for i in range(t.start, t.end)))
    soft = all(t.name[1:] in SOFT for t in chosen)
    return Mention(
        ids,
        first,
        last,
        "soft" if nouns and soft else "name" if nouns else "verb",
        words,
        share,
        *_rivals(chosen, titles, ids),
    )


def _rivals(
    terms: Sequence[Term], titles: Titles, ids: tuple[str, ...]
) -> tuple[frozenset[str], frozenset[str]]:
    """Find the other milestones that all, or some, of the words that named one may mean."""
    at = {m: {t.start for t in terms if t.name in own} for m, own in titles.terms.items()}
    mine = set().union(*(at[i] for i in ids))
    return (
        frozenset(m for m, places in at.items() if mine <= places),
        frozenset(m for m, places in at.items() if mine & places),
    )
