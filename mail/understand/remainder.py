"""What a clause says beside what is accounted for: something else may be done, not the milestone."""

from __future__ import annotations

from mail.dates.tokens import Token, fold, word_set
from mail.understand.clauses import Clause, Marked, is_status
from mail.understand.titles import stem

# Kinds of words that account for nothing by themselves.
_TELLS_NOTHING = word_set("greet close tells urge wasplan you hold likewise plain planning subord")

_MOST_SKIPPED = 5  # words that may follow "in" or "at" before they must be accounted for again


def unexplained(
    clause: Clause, marked: Marked, known: frozenset[str], strict: bool = False, bare: bool = False
) -> list[str]:
    """Give the words of a clause that nothing accounts for: something else may be done, not the milestone.

    What follows "in", "at" or "by" does not count; `strict` lets only what follows those be skipped, not
    "to" or "for"; `bare` lets nothing be skipped.
    """
    covered: set[int] = set()
    for cue in clause.cues:
        if cue.kind not in _TELLS_NOTHING and (cue.kind != "event" or clause.denied):
            covered |= set(range(cue.start, cue.end))
    for mention in [*clause.mentions, *clause.hints]:
        covered |= set(range(mention.start, mention.end))
    first = min((c.start for c in clause.cues if is_status(c.kind)), default=clause.end)
    done_end = {c.end for c in clause.done}
    skip, out = 0, []
    kinds_at = {c.start: c.kind for c in clause.cues if c.kind in ("prep", "with", "per")}
    for i in range(clause.start, clause.end):
        token = marked.tokens[i]
        kind = "" if marked.hyphenated(i) else kinds_at.get(i, "")
        if kind in ("prep", "per") or (kind == "with" and not strict and i > first and i not in done_end):
            skip = _MOST_SKIPPED + 1
        elif token.text == "," or (strict and kind == "with") or (strict and token.text in _COPULAS):
            skip = 0
        skip = max(0, skip - 1)
        if (
            (not skip or bare or token.text in SCOPE)
            and i not in covered
            and telling(token, clause, known, marked)
        ):
            out.append(token.text)
    return out


# Places that tell of a part, even after "in": done in the test environment is not done.
SCOPE = word_set(
    "test tests testing staging sandbox dev draft rehearsal trial pilot preliminary demo mock uat part "
    "parts stage "
    "phase round branch site region country version preprod another other testumgebung testsystem entwurf "
    "entwurfs "
    "probe brouillon préprod recette borrador pruebas prueba bozza collaudo rascunho testes testomgeving "
    "concept "
    "utkast testmiljö udkast testmiljø testissä próbna testowym testu testovacím тесте тестовой teste "
    "测试 테스트"
)

_COPULAS = word_set(
    "is are was were will ist sind war wird est sont sera es está è é sono is zijn wordt är er on jest"
)


def telling(token: Token, clause: Clause, known: frozenset[str], marked: Marked) -> bool:
    """Tell whether a token says something that the tables and the plan's names do not account for."""
    if stem(token.text) in known:
        return False
    if token.kind not in ("word", "cjk", "number", "decimal"):
        return False
    if any(d.start <= token.start < d.end for d in clause.dates):
        return False
    if token.kind == "cjk":
        return "\u30a0" < token.text < "\u30ff" or token.text >= "\u4e00"
    if token.kind in ("number", "decimal"):
        return not token.text.endswith("%")
    return (
        len(token.text) > 1
        and token.text[-1] != "'"
        and token.text not in known
        and not (len(token.text) < 4 and marked.text[token.start - 1 : token.start] == "'")
        and fold(token.text) not in known
    )


_YES = word_set("yes no thanks greet close prep per pronoun ok so fix agent confirm")

_ALREADY = word_set(
    "already schon bereits déjà ya già já al redan allerede jo już už уже вже all sir it is was has have "
    "and we did the that this"
)


def more_than_yes(clause: Clause, marked: Marked) -> bool:
    """Tell whether words stand beside a "yes" that make it another: "yes we can"."""
    covered = {i for c in clause.cues if c.kind in _YES for i in range(c.start, c.end)}
    words = [
        t for i, t in enumerate(marked.tokens[clause.start : clause.end], clause.start) if i not in covered
    ]
    return any(
        t.kind in ("word", "number")
        and t.text not in _ALREADY
        and not any(d.start <= t.start < d.end for d in clause.dates)
        for t in words
    )


def loose_words(clause: Clause, marked: Marked, known: frozenset[str]) -> list[str]:
    """Give the telling words of a clause that no cue covers, whatever stands before them."""
    covered = {i for c in clause.cues for i in range(c.start, c.end)}
    span = enumerate(marked.tokens[clause.start : clause.end], clause.start)
    return [t.text for i, t in span if i not in covered and telling(t, clause, known, marked)]
