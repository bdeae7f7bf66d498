"""docs/rules.md: every rule with what it says, why, and how to mend a plan, made from the rules."""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.register import RULES

_HEAD = """\
# The rules of a good plan

<!-- Made from generator/rules by `make golden`; do not edit it here. -->

`golive check` holds every plan against these rules. They are the ten elements of mutual action plans and what
practitioners found since, each with an id that keeps its meaning for good.

An **error** means that this is no mutual plan yet; a **warning**, that it could be a better one. Neither
stops `golive publish`: only faults do, which are mistakes in the file itself.

A rule that does not fit a deal is switched off in its plan.yaml, with the reason:

    waive: {MAP006: Buyer's own wording}

`golive check --format github` prints annotations for pull requests, `--format json` what other programs read.
As a pre-commit hook in the repository that holds your plans:

    - repo: https://git.nimbus.example/golive       # where you keep golive
      rev: v0.1.0
      hooks:
        - id: golive-check

Rules that speak of time go by today's date where the buyer is. Wording is checked in English.
"""


def rules_page() -> str:
    """Give the whole page as Markdown."""
    return "\n".join((_HEAD, *_sections()))


def _sections() -> Iterator[str]:
    for rule in RULES:
        yield f"## {rule.id} {rule.name}\n"
        yield f"{rule.says} *({rule.severity})*\n"
        yield f"**Why.** {rule.why}\n"
        yield f"**How to fix.** {rule.fix}\n"
