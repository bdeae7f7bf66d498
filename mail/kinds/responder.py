"""Does it read like a machine? What automatic replies and ticket systems say when no header field tells.

A mail is cut into clauses. One clause of substance ("the paper is signed") and a person wrote it, whatever
stands around it: an ignored reply is worse than an automatic mail that is asked about.
"""

import re
from datetime import date, timedelta

from mail.dates import find_dates
from mail.kinds import automatic
from mail.trim.card import is_closing
from mail.trim.intro import alternation

CLAUSES = 40
FARTHEST = timedelta(days=400)  # of a return from an absence

_FIRST_OF_EAST = "\u3000"  # Chinese, Japanese and Korean have no spaces to tell words by


def _at_word_start(phrases: tuple[str, ...], whole: bool = False) -> re.Pattern[str]:
    """A pattern of phrases that begin a word; or of whole words."""
    spaced = tuple(phrase for phrase in phrases if phrase[0] < _FIRST_OF_EAST)
    others = tuple(phrase for phrase in phrases if phrase[0] >= _FIRST_OF_EAST)
    end = r"(?!\w)" if whole else ""
    return re.compile(
        rf"(?<!\w)(?:{alternation(spaced)}){end}" + (f"|(?:{alternation(others)})" if others else "")
    )


_ABSENCE = _at_word_start(automatic.ABSENCE)
_RESPONDER = _at_word_start(automatic.RESPONDER)
_MACHINE = _at_word_start(automatic.MACHINE)
_SUBSTANCE = _at_word_start(automatic.SUBSTANCE)
_STOP_CLAUSE = _at_word_start(automatic.STOP_CLAUSES)
_TICKET_YOURS = _at_word_start(automatic.TICKET_YOURS)
_TICKET_STATE = _at_word_start(automatic.TICKET_STATE)
_SOFT_MACHINE = _at_word_start(automatic.SOFT_MACHINE)
_STOP_LIMIT = _at_word_start(automatic.STOP_LIMITS, whole=True)
_POLITE = _at_word_start(automatic.POLITE, whole=True)
_INCLUSIVE = _at_word_start(automatic.INCLUSIVE, whole=True)
_STOP_WORDS = frozenset(automatic.STOP_WORDS)
_CLAUSE = re.compile(
    r"[!?;。！？；]+|(?<![\d.])\.++(?=\s|$)|,(?=\s+\D)|，|、(?=\S{6})|\s[–—-]\s"
    r"|\s(?:and|but|so|und|aber|et|mais|y|pero|e|ma|mas|en|maar|och|men|og|ja|mutta|i|ale|a|и|но|та|але|ve|ama)\s"
)
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|hallo|guten|liebe|sehr geehrte|moin|bonjour|madame|cher|hola|buen|estimad|bom dia"
    r"|boa|ol[aá]|ciao|salve|gentile|egregio|beste|geachte|hej|hei|kære|kjære|cześć|dzień|szanown|dobrý|vážen"
    r"|здравствуйте|добрый|уважаем|привіт|доброго|шановн|вітаю|merhaba|sayın|iyi günler|お世話"
    r"|您好|你好|안녕)[^.,!?:;。，！\d]{0,30}[.,!:。，！]{0,2}$|.{1,20}(?:様|さん|님)$"
)
_CONTACT = re.compile(r"\S@\S{1,60}\.\w|\+?\d[\d ()/-]{6,}")
_TICKET_NUMBER = re.compile(r"\d{3}")
_TICKET_SUBJECT = re.compile(r"[\[(#]\s?(?:[A-Za-z]{2,20}[-#: ]{0,2})?#?\d{3,12}[\])]?")
_SPACED_DATE = re.compile(r"(\d{1,2})\. (\d{1,2})\. ?(?=\d{4})")


def _plain(said: str) -> str:
    return said.lower().replace("’", "'")


def says_it_is_a_machine(said: str) -> bool:
    """Whether a mail says outright that no person wrote it or reads answers."""
    lower = _plain(said)
    if _MACHINE.search(lower):
        return True
    return bool(_SOFT_MACHINE.search(lower)) and not any(
        _SUBSTANCE.search(clause) for clause in _clauses(lower)
    )


def reads_like_out_of_office(said: str) -> bool:
    """Whether a mail is only about an absence: every clause one that a responder writes."""
    lower = _plain(said)
    if not _ABSENCE.search(lower) or not _RESPONDER.search(lower):
        return False
    clauses = _clauses(lower)
    if any(_SUBSTANCE.search(clause) for clause in clauses):
        return False
    return all(_ABSENCE.search(clause) or _is_responders(clause) for clause in clauses)


def reads_like_a_ticket(said: str, subject: str) -> bool:
    """Whether a mail confirms "your request" under a number, as ticket systems do."""
    for sentence in re.split(r"[.!?。\n]+", said[:600].lower())[:12]:
        if _TICKET_YOURS.search(sentence) and _TICKET_STATE.search(sentence):
            return bool(_TICKET_NUMBER.search(sentence) or _TICKET_SUBJECT.search(subject))
    return False


def asks_only_to_stop(said: str) -> bool:
    """Whether a mail asks for no more mails and says nothing else of substance."""
    if len(said) > 600:
        return False
    stops = 0
    for clause in _clauses(_plain(said)):
        if _STOP_LIMIT.search(clause) or (_DIGIT.search(clause) and not _CONTACT.search(clause)):
            return False
        if _STOP_CLAUSE.search(clause) or is_stop_word(clause):
            stops += 1
        elif (
            len(_LETTERS.findall(clause)) > 3
            or _SUBSTANCE.search(clause)
            or any(ch.isdigit() for ch in clause)
        ):
            return False
    return stops > 0


def is_stop_word(text: str) -> bool:
    """Whether a text is nothing but "stop" or "unsubscribe", in any language and quoting."""
    bare = _POLITE.sub(" ", _plain(text))
    return re.sub(r"\s+", " ", bare).strip(" \"'“”„«»,.!。！*_<>()[]-–") in _STOP_WORDS


def returns_on(said: str, sent: date) -> date | None:
    """The day an absent sender is back: the last day the mail names, the next when that one is included."""
    lower = _plain(said[:1000])
    if not _ABSENCE.search(lower):
        return None
    days = (
        found.future
        for found in find_dates(_SPACED_DATE.sub(r"\1.\2.", said[:1000]), sent, "")
        if found.future and not found.doubt and found.days is None
    )
    last = max((day for day in days if sent < day <= sent + FARTHEST), default=None)
    return last + timedelta(days=1) if last and _INCLUSIVE.search(lower) else last


def _clauses(lower: str) -> list[str]:
    """The clauses of a mail without its greeting and closing."""
    found: list[str] = []
    for line in lower.split("\n"):
        formula = is_closing(line) and len(line.split()) <= 4 and not _SUBSTANCE.search(line)
        if not formula and not _GREETING.match(line.strip()):
            found.extend(clause.strip() for clause in _CLAUSE.split(line) if clause and clause.strip())
    return found[:CLAUSES]


def _is_responders(clause: str) -> bool:
    """A clause a responder writes, a contact, or one too short to say anything."""
    if _RESPONDER.search(clause) or _CONTACT.search(clause) or _GREETING.match(clause):
        return True
    return len(_LETTERS.findall(clause)) <= 3
