"""From clauses to updates: each clause is read in the light of what was asked and what was said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mail.dates import Found, find_in_tokens
from mail.dates.languages import languages_of
from mail.dates.tokens import Token, fold, normalise, tokens_of, word_set
from mail.understand import additions, readings, remainder
from mail.understand.clauses import Clause, Marked, clauses_of, is_status
from mail.understand.cues import Cue, cues_of, vocabulary
from mail.understand.days import target_day
from mail.understand.doubts import outside_dates
from mail.understand.hindsight import Hindsight
from mail.understand.mentions import named_in
from mail.understand.numbering import dates_of_tokens, drop_own_numbering, numbers_in
from mail.understand.outcomes import Statement, updates_for
from mail.understand.people import addressed
from mail.understand.readings import Said
from mail.understand.scene import Scene, Target, target_of
from mail.understand.titles import Titles, titles_of
from mail.understand.updates import Context, Update

AFTER_TOO = frozenset(
    ["ja", "zh", "ko", "tr", "de", "nl", "fi", "sv", "da", "no", "fr", "pl", "cs", "ru", "uk"]
)
_QUOTE = '"'
MOODS = frozenset(["angry", "sarcasm", "machine", "undo", "hedge", "cond", "not"])
_CONTACT = word_set(
    "ask contact talk write reach please forward wenden wende schreiben schreibe ansprechpartner "
    "contacter contactez "
    "écrire écrivez adressez demandez demander pregunta preguntar pregunten contactar contacten escribir "
    "escriba "
    "escriban contattare contattate contatti scrivere scrivete scrivi chiedere chiedete contacte "
    "contactem fale "
    "falem escreva escrevam perguntem neem vraag schrijf kontakta fråga skriv kontakt spør spørg"
)
_OF_MANY = frozenset(["done.live", "done.trained", "done.connected"])  # where "in" and "for" tell of a part
_TITLES = word_set(
    "mr mrs ms dr prof herr herrn frau hr fr mme madame monsieur señor señora sr sra signor signora sig "
    "dhr mevr pan pani "
    "pán paní"
)
MOST_TOKENS = 1_000
MOST_CLAUSES = 300
LONGEST = 8_000  # characters of a mail's own words that are read; nothing of a longer one is certain


def mark(
    text: str, tokens: Sequence[Token], context: Context, languages: tuple[str, ...], titles: Titles
) -> Marked:
    """Find everything there is to find in a text."""
    dates = find_in_tokens(text, tokens, context.sent, context.locale, languages)
    every = _with_participles(cues_of(tokens, languages), tokens, titles)
    cues = _outside_quotes(tokens, every)
    mentions = numbers_in(tokens, cues, dates, context.numbers)
    taken = {i for m in mentions if m.how in ("number", "listed") for i in range(m.start, m.end)}
    dates = _beside_numbers(dates, tokens, taken)
    marked = {i for m in mentions for i in range(m.start, m.end)}
    cues = [c for c in cues if c.start not in marked or c.kind in ("both", "likewise")]
    cues = outside_dates(dates, tokens, cues)
    named = {}
    for m in mentions:
        if m.how == "enumerated":
            last = min(len(tokens), m.end + 40)
            end = next((i for i in range(m.end, last) if tokens[i].kind == "break"), last)
            verbs = {
                i
                for c in cues
                if m.end <= c.start < end and c.kind[:4] == "done"
                for i in range(c.start, c.end)
            }
            found = named_in(tokens, m.end, end, titles, verbs)
            named[m.start] = found.ids if found and found.how != "verb" else ()
    kept = drop_own_numbering(mentions, named)
    own = [Cue("benign", m.start, m.end, m.words) for m in mentions if m not in kept]
    cues = sorted([*cues, *own], key=lambda c: c.start) if own else cues
    return Marked(text, tokens, cues, dates, kept, titles, every)


def _with_participles(cues: list[Cue], tokens: Sequence[Token], titles: Titles) -> list[Cue]:
    """Read what a title says happens to its milestone as done, too: "Contract awarded"."""
    known = {i for c in cues if is_status(c.kind) for i in range(c.start, c.end)}
    own = [
        Cue("done", i, i + 1, t.text)
        for i, t in enumerate(tokens)
        if t.text in titles.participles and i not in known
    ]
    return sorted([*cues, *own], key=lambda c: c.start) if own else cues


def _beside_numbers(dates: Sequence[Found], tokens: Sequence[Token], taken: set[int]) -> list[Found]:
    """Leave out the dates that are milestones' numbers; "8 to 28 May" loses only its 8."""
    at = dates_of_tokens(tokens, dates)
    lost = {id(d): i for i, d in at.items() if i in taken}
    out = []
    for day in dates:
        i = lost.get(id(day))
        if i is None:
            out.append(day)
        elif i + 2 < len(tokens) and at.get(i + 2) is day and tokens[i].start == day.start:
            out.append(replace(day, start=tokens[i + 2].start, lead="to"))
    return out


def _outside_quotes(tokens: Sequence[Token], cues: Sequence[Cue]) -> list[Cue]:
    """What stands in quotation marks is somebody else's word."""
    marks = [i for i, t in enumerate(tokens) if t.text == _QUOTE]
    inside = {i for a, b in zip(marks[::2], marks[1::2], strict=False) for i in range(a + 1, b)}
    return [c for c in cues if c.start not in inside]


def _only_condition(clause: Clause) -> bool:
    """A sentence that is a condition and nothing else: "2 April. Provided Victor agrees." """
    aside = ("inquire", "tells", "question", "quest", "thanks", "hedge", "you")
    opens = any(c.kind == "cond" and c.start == clause.start for c in clause.cues)
    return opens and not clause.mentions and not clause.dates and not clause.has(*aside)


def known_words(context: Context) -> frozenset[str]:
    """Give the names of the plan's people, roles and companies: words that stand for nobody else's work."""
    words: set[str] = set()
    plan = context.plan
    for role_id, role in plan.roles.items():
        words |= {role_id, *(role.name or "").lower().split(), *role.title.lower().split()}
    for side in (plan.buyer, plan.seller, *([plan.partner] if plan.partner else [])):
        words |= set(side.name.lower().split())
    return frozenset(words | {fold(w) for w in words} | _TITLES)


class Reader:
    """Reads one mail, answer by answer."""

    def __init__(self, context: Context, languages: tuple[str, ...]) -> None:
        self.context = context
        self.languages = languages
        self.titles = titles_of(context.plan)
        self.scene = Scene(context, self.titles)
        self.known = known_words(context)
        self.past = Hindsight(self.known)
        self.updates = self.past.updates
        self.adding = False
        self.texts: list[str] = []
        self.moods: list[Cue] = []  # cues that may colour the whole mail
        self.asked = -9  # the sentence of the last question
        self.cut = False  # the mail was longer than what is read

    def answer(self, text: str, tokens: Sequence[Token], quoted: str | None, base: int) -> int:
        """Read one answer; `base` numbers its sentences on from the ones before."""
        marked = mark(text, tokens, self.context, self.languages, self.titles)
        self.scene.quoted = quoted
        self.adding = False
        self.past.answer_from = len(self.updates)
        self.texts.append(text)
        self.moods += [c for c in marked.every_cue if c.kind in MOODS]
        clauses = clauses_of(marked)
        self.cut = self.cut or len(clauses) > MOST_CLAUSES
        clauses = clauses[:MOST_CLAUSES]
        for i, clause in enumerate(clauses):
            clause.sentence += base
            self._spread_condition(clauses, i)
            self._clause(clause, marked)
        return max((c.sentence for c in clauses), default=base) + 2

    def _spread_condition(self, clauses: Sequence[Clause], i: int) -> None:
        """An "if" holds for what follows in its sentence, and for what it directly follows."""
        here = clauses[i]
        before = [c for c in clauses[max(0, i - 40) : i] if c.sentence == here.sentence]
        conditional = any(c.has("cond") for c in before) and here.lead != "but"
        after = clauses[i + 1] if i + 1 < len(clauses) else None
        if (
            after
            and after.lead == "cond"
            and (after.sentence == here.sentence or after.sentence == here.sentence - 0)
        ):
            conditional = conditional or after.sentence == here.sentence or not after.mentions
        later = clauses[i + 2] if i + 2 < len(clauses) else None
        if after and after.sentence > here.sentence and (later is None or later.sentence != after.sentence):
            conditional = conditional or _only_condition(after)
        if conditional and not here.has("cond"):
            here.cues.append(Cue("cond", here.start, here.start, "if"))

    def _clause(self, clause: Clause, marked: Marked) -> None:
        words = marked.words(clause)
        if clause.lead == "because" or not words or self._greeting(clause):
            return
        if clause.question or (
            any(c.start <= clause.start + 1 for c in clause.of("quest"))
            and not clause.done
            and not clause.dates
            and clause.lead != "but"
        ):
            self._question(clause, marked, words)
            return
        if additions.proposes(clause) or (self.adding and not clause.mentions and not clause.done):
            self._propose(clause, marked, words)
            return
        emails = any(t.kind == "email" for t in marked.tokens[clause.start : clause.end])
        if (clause.has("assign") or emails) and self._assign(clause, marked, words):
            return
        self._statements(clause, marked, words)

    def _greeting(self, clause: Clause) -> bool:
        short = clause.end - clause.start <= 4
        return short and clause.has("greet", "close") and not clause.status and not clause.dates

    def _question(self, clause: Clause, marked: Marked, words: str) -> None:
        asked = readings.read(clause, marked, self.context, self._after_too)
        target = target_of(clause, marked, self.scene)
        if asked and asked[0].action == "move" and clause.has("request"):
            self._say(replace(asked[0], sure=False, why="asked as a question"), target, clause, marked)
            return
        milestone = target.ids[0] if len(target.ids) == 1 else None
        self.asked = clause.sentence
        self.updates.append(Update(milestone, "question", words, True, why="a question"))

    def _propose(self, clause: Clause, marked: Marked, words: str) -> None:
        added = additions.proposal(clause, marked, self.updates if self.adding else [])
        self.adding = True
        if added:
            self.updates[:] = [u for u in self.updates if u is not added.replaces]
            self.updates.append(added.update)

    def _assign(self, clause: Clause, marked: Marked, words: str) -> bool:
        people = addressed(marked, clause.start, clause.end)
        target = target_of(clause, marked, self.scene)
        if not people:
            if clause.done or clause.dates or not clause.has("assign"):
                return False
            self.updates.append(
                Update(
                    self._one(target), "comment", words, not clause.mentions or True, why="about who does it"
                )
            )
            return True
        person = people[0][0]
        strong = [c for c in clause.of("assign") if c.text.split()[0] not in _CONTACT]
        sure = bool(strong) and len(people) == 1 and target.sure and len(target.ids) == 1
        doubt = next(
            (
                k
                for k in ("cond", "hedge", "while", "not")
                if clause.has(k) and not (k == "not" and clause.has("assign"))
            ),
            "",
        )
        self.updates.append(
            Update(
                self._one(target),
                "assign",
                words,
                sure and not doubt,
                name=person.name,
                email=person.email,
                why=target.why,
            )
        )
        return True

    @staticmethod
    def _one(target: Target) -> str | None:
        return target.ids[0] if len(target.ids) == 1 else None

    @property
    def _after_too(self) -> bool:
        return self.languages[0] in AFTER_TOO

    def _statements(self, clause: Clause, marked: Marked, words: str) -> None:
        before = len(self.updates)
        target = target_of(clause, marked, self.scene)
        said = readings.read(clause, marked, self.context, self._after_too)
        said = said or self.past.repeated(clause, target)
        if target.explicit:
            self.scene.remember(target.ids, clause.sentence)
        if not said:
            self._note(clause, marked, words, target)
        for one in said:
            self._say(one, target, clause, marked)
        self.past.remember(clause, said, target, before)
        day, _ = target_day(clause, marked, True)
        self.scene.last_day = day.future if day else self.scene.last_day

    def _note(self, clause: Clause, marked: Marked, words: str, target: Target) -> None:
        """A clause that changes nothing; after "but" it may take back what was said before."""
        self.past.narrowed(clause, marked, target)
        if (clause.mentions or remainder.unexplained(clause, marked, self.known)) and not clause.has(
            "thanks", "same"
        ):
            self.updates.append(
                Update(self._one(target), "comment", words, True, why="says nothing about the plan")
            )

    def _say(self, said: Said, target: Target, clause: Clause, marked: Marked) -> None:
        against = clause.lead == "but" and said.action not in ("done", "yes", "confirm", "start", "question")
        if (
            against
            or clause.has("owes")
            or said.action in ("progress", "part", "notdone", "no", "block", "late", "later")
        ):
            self.past.contrast(clause, target)
        said = self.past.after_another_day(said, target, clause)
        own = frozenset().union(*(self.titles.stems[i] for i in target.ids))
        strict = said.action in ("move", "day", "that_day")
        bare = said.action == "day" or (
            said.action == "done" and any(c.kind in _OF_MANY for c in clause.done)
        )
        strange = remainder.unexplained(clause, marked, self.known | own, strict, bare)
        words = marked.words(clause)
        more = said.action == "yes" and (
            remainder.more_than_yes(clause, marked) or 0 <= clause.sentence - self.asked <= 1
        )
        timed = any(t.kind == "time" for t in marked.tokens[clause.start : clause.end])
        self.updates += updates_for(Statement(said, target, clause, words, strange, self.scene, more, timed))


def understand_texts(texts: Sequence[tuple[str | None, str]], context: Context) -> Reader:
    """Read the answers of a mail, each (quoted line or None, text), into a Reader holding the raw updates."""
    clean: list[tuple[str | None, str, list[Token]]] = []
    left, room, cut = LONGEST, MOST_TOKENS, False
    for quoted, text in texts:
        short = normalise(text[:left])
        tokens = tokens_of(short)
        cut = cut or len(text) > left or len(tokens) > room
        clean.append((quoted, short, tokens[:room]))
        left, room = left - len(text[:left]), room - len(tokens[:room])
    whole = "\n".join(t for _, t, _ in clean)
    every = [token for _, _, tokens in clean for token in tokens]
    reader = Reader(context, languages_of(whole, every, context.locale, vocabulary()))
    reader.cut = cut  # or later, when there are too many clauses
    base = 0
    for quoted, text, tokens in clean:
        base = reader.answer(text, tokens, quoted, base)
    return reader
