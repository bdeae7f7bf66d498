"""How an outcome is worded: an order ("Send the papers"), an activity ("Training"), a seller's word ("Demo").

The lists are English, the language the rules speak; wording in other languages passes.
"""

from __future__ import annotations

import re


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


MOST_CHARACTERS = 200  # of an outcome; the model allows no more

# Verbs that are hardly ever a noun at the head of a result.
ORDERS = _listed(
    """
    add agree appoint approve arrange ask assess assign attend begin bring choose collect conduct
    configure confirm connect convince coordinate create decide define deliver deploy determine develop
    discuss distribute enable ensure enter establish evaluate execute explain fill finalise finalize
    finish follow gather get give handle hold identify implement improve inform install integrate
    introduce investigate involve keep learn let make meet migrate negotiate notify obtain onboard
    organise organize perform prepare present procure provide pursue receive recruit remind remove
    resolve schedule select send solve submit talk tell understand upload validate verify wait write
    """
)
# Words that are verbs or nouns: "Review the contract" is an order, "Review cleared" a result.
MAYBE_ORDERS = _listed(
    """
    analyse analyze answer book build buy call check clear complete contact copy cut demonstrate design
    document draft email estimate exchange file fix hand invite kick list map measure move open order
    pay pilot plan prove publish purchase put quote rate record report request return review roll run
    scope secure set share staff study survey test track train transfer try update use visit walk work
    """
)
ACTIVITIES = _listed(
    """
    assessment call calls conversation demonstration discussion discussions evaluation follow-up
    hand-over handover implementation installation interview interviews kick-off kickoff meeting
    meetings negotiation negotiations onboarding preparation preparations presentation procurement
    questionnaire redlines review reviews session sessions setup testing training trainings walk-through
    walkthrough workshop workshops
    """
)
# Words that say a result where no participle in -ed does.
RESULTS = _listed(
    """
    able available aware begun bought brought built chosen clean clear complete correct done drawn easy
    empty enough fallen fed felt fit found free full given gone green half happy heard held kept known
    laid left live lost made met open over paid proven proves read ready right running safe said
    satisfied seen sent set settled shown shut sold spent steady sure taken taught understood up won
    working written works runs shows gives reaches convinces
    """
)
NO_RESULTS = frozenset(["bed", "embed", "exceed", "feed", "need", "proceed", "red", "seed", "speed"])
# A noun stands before these: "Return of the first term shown", "Pilot in one aisle".
PREPOSITIONS = frozenset(["at", "between", "by", "for", "from", "in", "of", "on", "with", "within"])
# What may follow a result word; a noun there makes it an adjective: "Review open issues".
FOLLOWERS = PREPOSITIONS | frozenset(
    ["a", "after", "and", "as", "before", "its", "our", "the", "their", "to"]
)

SELLERS = re.compile(
    r"""\b(?:
        (?i:demos?|pitch(?:es)?|closed[ -]won|closing|upsell|cross-sell|deals?|order[ ]form|paperwork
          |prospects?|(?:discovery|qualification|sales|champion)[ ]call|bant|medd?p?icc?|mutual[ ]close
          |verbal[ ](?:yes|commit(?:ment)?)
          |(?:send|review|present|receive)[ ](?:(?:the|our|a)[ ])?(?:proposal|quote)
        )
        | POs?
    )\b""",
    re.VERBOSE,
)
CLOSE = re.compile(r"(?:^|\bto )close\b|\bclose(?= the (?:contract|order)\b)|\bclose date\b", re.IGNORECASE)
SIGN = re.compile(r"\bsign\b(?!-| (?:in|on|up)\b)", re.IGNORECASE)
SIGNATURE = re.compile(r"\b(?:counter-?)?(?:signatures?|signings?)\b", re.IGNORECASE)
SIGNING = re.compile(
    r"\b(?:counter-?)?sign(?:ed|ing|ature|atures)?\b(?!-| (?:in|on|up)\b)|\bpurchase order\b"
    r"|\bclosed[ -]won\b|^(?:the )?(?:contract|deal|order form|PO|close)\b"
    r"(?= *$| (?:agreed|closed|done|executed|in place|placed|won))",
    re.IGNORECASE,
)
GROUP = re.compile(
    r"(?:the )?(?:customer|client|buyer|vendor|seller|supplier|partner|prospect|team|company|business|both"
    r"|both (?:sides|teams)|all|everyone|everybody|anyone|someone|somebody|nobody|none|unknown|unassigned"
    r"|t\.?b\.?[dca]\.?|n/?a|to be (?:named|decided|confirmed|determined)|name to come|\?+|-+|x+)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text[:MOST_CHARACTERS])]


def _participle(word: str) -> bool:
    return len(word) > len("bed") and word.endswith("ed") and word not in NO_RESULTS


def _says_result(words: list[str]) -> bool:
    return any(word in RESULTS or _participle(word) for word in words)


def order(text: str) -> str | None:
    """Give the verb by which a wording orders somebody to do something."""
    words = _words(text)
    if not words:
        return None
    first, rest = words[0], words[1:]
    if first in ORDERS:
        return first
    if first not in MAYBE_ORDERS or not rest or rest[0] in PREPOSITIONS or _participle(rest[0]):
        return None
    for word, following in zip(rest, [*rest[1:], ""], strict=True):
        closes = not following or following in FOLLOWERS or following.endswith("ly")
        if closes and (word in RESULTS or _participle(word)):
            return None
    return first


def activity(text: str) -> str | None:
    """Give the activity that a wording names without saying what comes of it."""
    words = _words(text)
    return words[-1] if words and words[-1] in ACTIVITIES and not _says_result(words) else None


def sellers(text: str) -> str | None:
    """Give the seller's word in a wording; results in the past participle ("agreement signed") are fine."""
    found = SELLERS.search(text) or CLOSE.search(text) or SIGN.search(text)
    if not found and not _says_result(_words(text)):
        found = SIGNATURE.search(text)
    return found[0] if found else None
