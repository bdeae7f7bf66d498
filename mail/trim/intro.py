"""Lines that introduce what is quoted: "On … wrote:", copied header fields, "-----Original Message-----"."""

import re

from mail.trim import words

INTRO_LINES = 4  # a program may wrap its one intro line over so many
INTRO_CHARS = 500


def alternation(phrases: tuple[str, ...]) -> str:
    """A regex of fixed phrases, the longest first."""
    return "|".join(re.escape(phrase) for phrase in sorted(set(phrases), key=len, reverse=True))


_YEAR = r"(?<!\d)(?:19|20)\d\d(?!\d)"
_DATE = re.compile(
    rf"{_YEAR}|(?<!\d)\d{{1,2}}[./-]\s?\d{{1,2}}[./-]|\d{{1,2}}\s?[月월]|(?<!\d)\d{{1,2}}/\d{{1,2}}(?!\d)"
)
_TIME = re.compile(
    r"(?<!\d)\d{1,2}\s?[:.h時点點시]\s?\d{2}(?!\d)|\d{1,2}\s?[ap]\.?m\b|오[전후] ?\d|[上下]午 ?\d"
)
_ADDRESS = re.compile(r"[^\s<>@\"(]{1,80}@[^\s<>@\")]{1,80}")
_ADDRESS_LAST = re.compile(r"[<(\[][^<>@\s]{1,80}@[^<>\s]{1,80}[>)\]]{1,2}[\"']?\s?[:：]$")
_STARTS_WITH_DATE = re.compile(r"[>*\s]{0,4}(?:[^\W\d]{1,14}[.,]{0,2} {0,2}){0,2}\d")
_VERB = re.compile(rf"(?<![^\W\d_])(?:{alternation(words.WROTE)})(?![^\W\d_])")
_VERB_LAST = re.compile(rf"(?:{alternation(words.WROTE)})\s?[:：]?[\s-]{{0,6}}$")
_GROUPWISE = re.compile(r"[ \t]{0,4}>>> .{3,300}>>>[ \t]{0,4}$")
_BARE_ADDRESS_LAST = re.compile(
    r"(?<!\S)(?:by|from|von|vom|par|de|por|da|di|door|från|fra|av|af|od|от|від) "
    r"[^<>@\s]{1,80}@[^<>\s:]{1,80}[:：]$"
)
_NAME_WROTE = re.compile(rf"(?P<name>[^:]{{2,80}}?),? (?:{alternation(words.WROTE)})\s?[:：]$", re.IGNORECASE)

_KINDS = {name: kind for kind, names in words.HEADER_FIELDS.items() for name in names}
_FIELD = re.compile(r"[>\s*_|]{0,12}([^\W\d][^:：\n<>@*]{0,24}?)\s{0,3}[*_]{0,2}\s{0,8}[:：][*_]{0,2}(?!//)")
_EVIDENCE = re.compile(r"@|\d{1,2}[:.]\d{2}|\d{4}")
_DASHES = "-_=—–─━"
_DIVIDER_WORDS = frozenset(words.DIVIDERS)
_FORWARDED_BY = re.compile(r"[\s>]{0,4}-{2,40}\s?(?:forwarded by|weitergeleitet von|transféré par) .{3,200}$")
_ABOVE_THIS_LINE = re.compile(
    r"[\s>#*_=—–-]{0,60}(?:please )?(?:reply|type your reply|answer) above this line"
)


def header_kind(line: str) -> str | None:
    """F(rom) S(ent) T(o) C(c) J (subject) O(ther) for a copied header field, else None."""
    match = _FIELD.match(line)
    if not match:
        return None
    return _KINDS.get(match[1].strip().lower())


def is_evident(line: str) -> bool:
    """Whether a header field's line holds an address, a time or a year."""
    return bool(_EVIDENCE.search(line, 0, 400))


def is_divider(line: str) -> bool:
    """Whether a line says that an older mail begins below it."""
    if len(line) > 260:
        return False
    lower = line.lower()
    said = lower.strip(_DASHES + " \t\r>*#:：")
    if said in _DIVIDER_WORDS:
        bare = lower.strip(" \t>*#")
        return bare[:2].strip(_DASHES) == "" or bare[-1:] in ":："
    return bool(_FORWARDED_BY.match(lower) or _ABOVE_THIS_LINE.match(lower))


def may_end_intro(line: str) -> bool:
    """A cheap test: could an intro end in this line?"""
    end = line.rstrip(" *_\t\xa0")
    if not end:
        return False
    if end[-1] in ":：>-":
        return True
    return bool(_VERB_LAST.search(end[-40:].lower()))


def is_intro(text: str, quoted_next: bool) -> bool:
    """Whether the (joined) lines introduce a quote by its date and author.

    Args:
        text: one to four lines joined by spaces.
        quoted_next: whether quoted lines follow; then weaker evidence is enough.
    """
    if not 6 <= len(text) <= INTRO_CHARS:
        return False
    lower = text.strip().rstrip("*_ ").lower()
    verb = bool(_VERB.search(lower))
    if lower[:2] == "--" and lower[-2:] == "--":
        return verb and bool(_ADDRESS.search(lower) or _TIME.search(lower))
    dated, timed = bool(_DATE.search(lower)), bool(_TIME.search(lower))
    if not (dated or timed):
        return False
    if verb and (lower[-1] in ":：" or _VERB_LAST.search(lower)):
        if quoted_next or _ADDRESS.search(lower):
            return True
        return timed and bool(_VERB_LAST.search(lower))
    if not _STARTS_WITH_DATE.match(lower):
        return False
    return bool(_ADDRESS_LAST.search(lower) or (timed and _BARE_ADDRESS_LAST.search(lower)))


def is_groupwise_intro(line: str) -> bool:
    """GroupWise sets its intro between ">>>" on both sides."""
    return bool(_GROUPWISE.match(line))


def is_undated_intro(text: str) -> bool:
    """ "Sam Field wrote:" without a date, where the name is nothing but a name or an address."""
    match = _NAME_WROTE.match(text.strip())
    if not match:
        return False
    name = match["name"]
    return "@" in name or all(word[:1].isupper() or not word[:1].isalpha() for word in name.split())
