"""What a column's header means, in the words that people use in four languages.

Capitals, accents, punctuation and position do not matter. The longest phrase that a header holds decides, and
a header that is the phrase beats one that only holds it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from generator.exchange.table import Row, line_of
from generator.exchange.words import DEAL_LABELS, OUTCOME_COLUMNS, POOR_OUTCOMES

_MIN_CONTAINED = 3  # letters of a phrase that may stand inside a longer header
_MAX_WORDS = 6  # of a header that is looked into
_EXACT = 1000


def normalised(text: str) -> str:
    """Fold capitals, accents and punctuation, as in "Fällig am:" -> "fallig am"."""
    folded = unicodedata.normalize("NFKD", text[:200]).casefold()
    letters = "".join(c for c in folded if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w]+|_", " ", letters).split())


def _meanings(header: str, fields: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Give (score, field) for the header itself, and for each run of words in it that is a phrase."""
    if header in fields:
        yield _EXACT + len(header), fields[header]
    words = header.split()
    for first in range(len(words) if len(words) <= _MAX_WORDS else 0):
        for end in range(first + 1, len(words) + 1):
            phrase = " ".join(words[first:end])
            if len(phrase) >= _MIN_CONTAINED and phrase in fields:
                yield len(phrase), fields[phrase]


def guess_columns(row: Row, known: Mapping[str, tuple[str, ...]] = OUTCOME_COLUMNS) -> dict[str, int]:
    """Guess which column holds which field, from one row of headers; a field has one column at most."""
    fields = {phrase: field for field, phrases in known.items() for phrase in phrases}
    headers = [
        normalised(line_of(cell).replace("#", " no ")) if isinstance(cell, str) else "" for cell in row
    ]
    scored = sorted(
        (-score, column, field)
        for column, header in enumerate(headers)
        for score, field in _meanings(header, fields)
    )
    found: dict[str, int] = {}
    taken: set[int] = set()
    for _, column, field in scored:
        if column not in taken and field not in found:
            taken.add(column)
            if field != "derived":
                found[field] = column
    if known is OUTCOME_COLUMNS and "outcome" not in found:
        _settle_for_less(headers, found)
    return found


def _settle_for_less(headers: Sequence[str], found: dict[str, int]) -> None:
    """Take "Description" or the like for the outcomes, where there are headers of other fields beside it."""
    at = next((headers.index(word) for word in POOR_OUTCOMES if word in headers), None)
    if at is not None and set(found) - {"notes"}:
        for field in [f for f, column in found.items() if column == at]:
            del found[field]
        found["outcome"] = at


def label_of(text: str) -> str | None:
    """Say which fact of the deal a label above the table names, as in "Go-live date:"."""
    wanted = normalised(text)
    return next((field for field, phrases in DEAL_LABELS.items() if wanted in phrases), None)
