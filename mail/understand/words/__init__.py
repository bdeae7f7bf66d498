"""What words do to a plan: a table per language, kind of cue → phrases."""

from mail.understand.words import de, east, en, es, fr, it, nl, nordic, pt, slavic
from mail.understand.words.caution import CAUTION

_SAID: dict[str, dict[str, str]] = {
    "en": en.CUES,
    "de": de.CUES,
    "fr": fr.CUES,
    "es": es.CUES,
    "it": it.CUES,
    "pt": pt.CUES,
    "nl": nl.CUES,
    "sv": nordic.SV,
    "da": nordic.DA,
    "no": nordic.NO,
    "fi": nordic.FI,
    "pl": slavic.PL,
    "cs": slavic.CS,
    "ru": slavic.RU,
    "uk": slavic.UK,
    "tr": east.TR,
    "ja": east.JA,
    "zh": east.ZH,
    "ko": east.KO,
}


def _with_caution(language: str, table: dict[str, str]) -> dict[str, str]:
    more = CAUTION.get(language, {})
    return {k: " | ".join(t[k] for t in (table, more) if k in t) for k in {**table, **more}}


CUES: dict[str, dict[str, str]] = {
    language: _with_caution(language, table) for language, table in _SAID.items()
}
