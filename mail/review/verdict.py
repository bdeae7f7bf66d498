"""Is an answer of the rep a plain yes or a plain no? Every word of it must say so, or it is neither."""

from __future__ import annotations

from typing import Literal

from generator.plan.model import Plan
from mail.dates.languages import languages_of
from mail.dates.tokens import fold, normalise, tokens_of, word_set
from mail.understand.cues import cues_of, vocabulary

LONGEST = 200  # characters of an answer that may be a plain one
_KINDS = {"yes": "accept", "ok": "accept", "no": "reject", "thanks": "", "greet": "", "close": ""}
_WORDS = {
    "accept": word_set(
        "accept accepted approve approved apply agreed annehmen accepter aceptar accetto aceitar"
    ),
    "reject": word_set(
        "reject rejected decline declined discard drop ablehnen refuser rechazar rifiuto rejeitar"
    ),
    "": word_set("please bitte it that this them and so"),
}
_MARKS = frozenset(".,!;:-–—()'\"…")


def verdict(words: str, plan: Plan, locale: str) -> Literal["accept", "reject"] | None:
    """Tell a plain yes ("ok, thanks, Sam") and a plain no from everything else."""
    text = normalise(words[: LONGEST + 1]).strip()
    if not text or len(text) > LONGEST:
        return None
    tokens = tokens_of(text)
    names = {fold(w) for role in plan.roles.values() for w in (role.name or "").lower().split()}
    said: dict[int, set[str]] = {i: set() for i, t in enumerate(tokens) if t.kind != "break"}
    for cue in cues_of(tokens, languages_of(text, tokens, locale, vocabulary())):
        if cue.kind in _KINDS:
            for i in range(cue.start, cue.end):
                said.setdefault(i, set()).add(_KINDS[cue.kind])
    for i, token in enumerate(tokens):
        said.setdefault(i, set()).update(k for k, known in _WORDS.items() if token.text in known)
        if token.kind == "break" or token.text in _MARKS or fold(token.text) in names:
            said[i].add("")
    found = set[str]().union(*said.values()) - {""}
    if not all(said.values()) or len(found) != 1:
        return None
    return "accept" if "accept" in found else "reject"
