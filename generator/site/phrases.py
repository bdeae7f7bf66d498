"""A plan's own English phrases inside an English sentence: capitals, articles, and what is a clause."""

from __future__ import annotations

# Words that may lose their capital inside an English sentence: no names among them.
_COMMON = """
    a an the our your their this new old first next last annual yearly quarterly monthly year-end mid-
    year half-year spring summer autumn winter fall peak season high low freeze contract current
    existing lease licence license audit budget board store warehouse site plant shop support regulation
    regulatory statutory legacy main public school holiday holidays fiscal financial tax trading
    seasonal busy"""
_VERBS = """
    opens starts begins ends expires closes goes launches moves is are comes takes runs kicks arrives
    lapses renews retires switches stops applies falls"""
_COMMON_STARTS, _EVENT_VERBS = frozenset(_COMMON.split()), frozenset(_VERBS.split())
_ARTICLES = frozenset(("a", "an", "the", "our", "your", "their", "this"))


def inside(phrase: str) -> str:
    """Take a phrase into a sentence; its first capital goes only where it cannot be a name."""
    first = phrase.split(" ", 1)[0]
    if first.lower() in _COMMON_STARTS and first[1:].islower():
        return first[0].lower() + phrase[1:]
    return phrase


def named(phrase: str) -> str:
    """Name a phrase in a sentence as a thing: "the year-end freeze", "Easter"."""
    said = inside(phrase)
    return said if said == phrase or said.split(" ", 1)[0] in _ARTICLES else f"the {said}"


def is_clause(phrase: str) -> bool:
    """Say whether an event is told as a sentence: "Spring peak season opens"."""
    return bool(_EVENT_VERBS & set(phrase.lower().split()[1:]))
