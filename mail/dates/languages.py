"""Which languages a text is written in: by its script, and by the small words only that language has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mail.dates.lexicon import WORDS
from mail.dates.tokens import Token, fold, phrase_words

SMALL: dict[str, str] = {
    "en": (
        "report approved review the and is are was were been it it's we we're i i'm you to of for on by "
        "not this that will won't be has have had with from our my your please thanks thank hi hello dear "
        "yes no done still at as can could should need just all until but so they he she there what when "
        "which regards cheers moves both"
    ),
    "de": (
        "der die das und ist sind war wurde wird ich wir sie es nicht noch mit für auf von zu dem den ein "
        "eine haben hat bitte danke hallo moin liebe grüße gruß ja nein erledigt fertig uns unser unsere "
        "auch aber bis am im bei schon sehr leider erst kommt durch zum zur wenn dann"
    ),
    "fr": (
        "le la les des est sont été nous vous je il elle pas encore avec pour sur dans que qui une un et "
        "mais c' n' l' d' bonjour merci oui non cordialement au aux du ce cette notre votre nos fait salut "
        "sera"
    ),
    "es": (
        "el los las es está están fue hemos ha han se por para con del al que una un y pero no sí hola "
        "gracias saludos ya todavía aún nos nuestro nuestra lo le más hasta está listo buenas buenos días "
        "tardes"
    ),
    "it": (
        "il lo gli è sono stato stata abbiamo ha hanno per con del della che una un e ma non ancora sì "
        "ciao grazie saluti buongiorno nostro nostra ci di da al alla entro fatto già"
    ),
    "pt": (
        "o os as é está estão foi temos já por para com do da que uma um e mas não sim olá obrigado "
        "obrigada abraço cumprimentos ainda nos nosso nossa ao até bom dia boa tarde pelo feito"
    ),
    "nl": (
        "de het een en is zijn was wij we ik niet nog met voor op van naar dat dit ook maar bedankt groet "
        "hoi hallo ja nee klaar onze ons wordt hebben heeft bij tot graag dank beste er zodra vriendelijke"
    ),
    "sv": (
        "och är det att vi jag inte som på för med den har ett en till av hej tack mvh hälsningar ja nej "
        "klart klar vår våra men från var blir kommer också ännu"
    ),
    "da": (
        "og er det at vi jeg ikke som på for med den har et en til af hej tak mvh hilsen ja nej færdig "
        "vores men fra blev bliver kommer også endnu god uge"
    ),
    "no": (
        "og er det at vi jeg ikke som på for med den har et en til av hei takk mvh hilsen ja nei ferdig "
        "vår våre men fra ble blir kommer også ennå litt"
    ),
    "fi": (
        "ja on ei ole se me että kanssa mutta hei kiitos terveisin kyllä valmis vielä olemme meidän tämä "
        "oli siirtyy"
    ),
    "pl": (
        "i w na jest są nie to się z do że już jeszcze dzień dobry dziękuję pozdrawiam tak my nasz nasza "
        "ale przez zostało został została"
    ),
    "cs": (
        "a je jsou není to se na v do že už ještě dobrý den děkuji pozdravem ano ne my náš naše ale bylo "
        "byla byl hotovo"
    ),
    "tr": (
        "ve bir bu da de için ile değil henüz merhaba teşekkürler evet hayır selam bizim ama oldu edildi "
        "bitti tamamlandı kadar günü saygılar"
    ),
    "ru": "и в на не это мы я что с по уже ещё да нет спасибо привет добрый день но для",
    "uk": "і в на не це ми я що з по вже ще так ні дякую привіт добрий день але для є та",
}
_DATED = ("month", "weekday", "day", "unit", "next", "last", "end", "mid", "by", "num", "week_no", "ago")
_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
)
_UKRAINIAN = re.compile(r"[іїєґ]", re.IGNORECASE)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


@lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, float]]:
    """Word → language → weight; a word many languages share says little."""
    uses: dict[str, set[str]] = {}
    for language, text in SMALL.items():
        dated = [
            w for k in _DATED for w in phrase_words(re.sub(r"[|;,:+\d-]", " ", WORDS[language].get(k, "")))
        ]
        for word in {*text.split(), *(w for w in dated if len(w) > 2 and "*" not in w)}:
            for form in {word, fold(word)}:
                uses.setdefault(form, set()).add(language)
    return {word: {language: 1 / len(of) for language in of} for word, of in uses.items()}


def languages_of(
    text: str, tokens: Sequence[Token], locale: str, vocabulary: dict[str, set[str]] | None = None
) -> tuple[str, ...]:
    """Name the languages to read the text in, likeliest first; at most three, English among them.

    `vocabulary` adds words that name their languages, such as "fertig"; `locale` decides when nothing else
    does.
    """
    for language, script in _SCRIPTS:
        if script.search(text):
            return (language, "ja", "en") if language == "zh" else (language, "en")
    if _CYRILLIC.search(text):
        return ("uk", "ru", "en") if _UKRAINIAN.search(text) else ("ru", "uk", "en")
    scores: dict[str, float] = dict.fromkeys(SMALL, 0.0)
    weights = _weights()
    for token in tokens:
        for language, weight in weights.get(token.text, {}).items():
            scores[language] += weight
        for language in (vocabulary or {}).get(token.text, ()):
            scores[language] += 0.3
    home = locale[:2]
    if home in SMALL:
        scores[home] += 0.05
    top = max(scores.values())
    ranked = sorted(scores, key=lambda language: -scores[language])
    best = [language for language in ranked if scores[language] >= top * 0.75 and scores[language] > 0]
    return tuple(dict.fromkeys([*best[:2], "en"])) or ("en",)
