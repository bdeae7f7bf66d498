"""The sentences that the sources say, and the catalogues brought up to date with them: `make locales`."""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
LOCALES = ROOT / "theme" / "locales"
METHODS = [
    ("generator/site/**.py", "python"),
    ("mail/compose.py", "python"),
    ("mail/rhythm/**.py", "python"),
    ("mail/sentences.py", "python"),
    ("theme/**.html", "jinja2"),
    ("mail/templates/**.*", "jinja2"),
]
OPTIONS = {
    "jinja2": {"trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "true", "silent": "false"}
}
# `text` says a sentence, `plural` and `counted` one that counts, `message` marks one that is said elsewhere.
KEYWORDS = {"_": None, "text": None, "message": None, "gettext": None, "ngettext": (1, 2)}
KEYWORDS |= {"plural": (1, 2), "counted": (1, 2)}
# Header fields that say who wrote a catalogue and when: that is what git is for.
VOLATILE = tuple(
    f'"{field}'
    for field in (
        *("Project-Id-Version", "Report-Msgid-Bugs-To", "POT-Creation-Date", "PO-Revision-Date"),
        *("Last-Translator", "Language-Team", "Generated-By"),
    )
)
HEADER = "# What golive says in this language. Brought up to date by: make locales"


def extracted() -> Catalog:
    """All sentences of the sources, each with the files that say it."""
    catalog = Catalog(charset="utf-8")
    for folder in ("generator/site", "mail", "theme"):
        mapping = [
            (pattern.removeprefix(f"{folder}/"), method)
            for pattern, method in METHODS
            if pattern.startswith(folder)
        ]
        options = {pattern: OPTIONS[method] for pattern, method in mapping if method in OPTIONS}
        found = extract_from_dir(str(ROOT / folder), mapping, options, keywords=KEYWORDS)
        for file, _line, message, _comments, context in sorted(found, key=lambda f: (f[0], f[1])):
            catalog.add(message, locations=[(f"{folder}/{file}", 0)], context=context)
    return catalog


def path(language: str) -> Path:
    """Where a language's catalogue lies."""
    return LOCALES / language / "LC_MESSAGES" / "golive.po"


def read(language: str) -> Catalog:
    """A language's catalogue as it lies there; an empty one for a new language."""
    file = path(language)
    if not file.is_file():
        return Catalog(locale=language, charset="utf-8")
    return read_po(io.StringIO(file.read_text(encoding="utf-8")), locale=language)


def written(catalog: Catalog) -> bytes:
    """A catalogue as a file, the same bytes for the same sentences."""
    catalog.header_comment, catalog.fuzzy = HEADER, False
    text = io.BytesIO()
    write_po(text, catalog, width=110, include_lineno=False, sort_by_file=True, ignore_obsolete=True)
    lines = text.getvalue().decode().splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(VOLATILE)]
    return "".join(kept).encode()


def main() -> None:
    """Add new sentences to every catalogue, untranslated, and take out what is said no more."""
    template = extracted()
    for folder in sorted(p for p in LOCALES.iterdir() if p.is_dir()):
        catalog = read(folder.name)
        catalog.update(template, no_fuzzy_matching=True)
        path(folder.name).write_bytes(written(catalog))
        left = sum(1 for m in catalog if m.id and not (all(m.string) if m.pluralizable else m.string))
        print(f"{folder.name}: {len(catalog)} sentences, {left} to translate")  # noqa: T201


if __name__ == "__main__":
    main()
