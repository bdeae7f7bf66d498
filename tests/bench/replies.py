"""How fast replies are read, and how well: prints the speed, and writes docs/reading.md. Never fails.

The processor's time is measured, since it is nothing but arithmetic and other work may share the machine.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "mail"))

from answers import (  # noqa: E402
    Case,
    accepted,
    cases,
    context_of,
    decided,
    read_whole,
    verdict,
    whole_mail,
    wholes,
)

from mail.trim import newest_text  # noqa: E402

PAGE = ROOT / "docs" / "reading.md"
RUNS = 40
VERDICTS = ("correct", "asked", "missed", "wrong")
# As each batch was first seen, before anything was mended for it: replies, correct, asked or missed, wrong.
FIRST_SEEN = {
    "first": (383, 346, 23, 14),
    "second": (172, 160, 4, 8),
    "third": (194, 183, 2, 9),
    "fourth": (143, 128, 4, 11),
    "fifth": (156, 148, 1, 7),
    "sixth, two thirds not in English": (140, 135, 4, 1),
    "seventh, in English, nearly all traps": (116, 110, 2, 4),
    "eighth, as ordinary mail is mixed": (102, 89, 12, 1),
    "whole mails": (25, 25, 0, 0),
}
HOSTILE = {
    "a@ …": "a@",
    "12 March …": "12 March ",
    "one Chinese character": "完",
    "8 to 28 May …": "8 to 28 May ",
    "a- …": "a-",
    "1) …": "1) ",
}


def median_ms(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median of the processor's time, in milliseconds."""
    work()
    taken = []
    for _ in range(runs):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return statistics.median(taken) * 1e3


def speed() -> None:
    """Print how long trimming and whole readings take, and how that grows."""
    mails = [(whole_mail(c), context_of(c)) for c in wholes()]
    body = mails[3][0].decode().partition("\n\n")[2]
    print(f"trim of a typical reply            {median_ms(lambda: newest_text(body)):8.2f} ms (goal 0.3)")
    each = [median_ms(lambda raw=raw, c=c: read_whole(raw, c), 15) for raw, c in mails]  # type: ignore[misc]
    print(
        f"whole read, MIME to decision       {statistics.median(each):8.2f} ms (goal 3);"
        f" slowest {max(each):.2f}"
    )
    raw, context = mails[3]
    before = None
    for kilobytes in (128, 256, 512, 1024):
        filler = b"> the same line of an old mail, quoted again and again\n"
        long = raw + filler * (kilobytes * 1024 // len(filler))
        took = median_ms(lambda long=long: read_whole(long, context), 5)  # type: ignore[misc]
        ratio = f"  x {took / before:.1f} for twice the size" if before else ""
        print(f"whole read of {kilobytes:5} KB             {took:8.2f} ms{ratio}")
        before = took
    for name, text in HOSTILE.items():
        mail = raw.partition(b"\n\n")[0] + b"\n\n" + (text * (100_000 // len(text.encode()))).encode()
        took = median_ms(lambda mail=mail: read_whole(mail, context), 5)  # type: ignore[misc]
        print(f"100 KB of {name:24} {took:8.2f} ms (goal 50)")


def action_of(case: Case) -> str:
    """The action a case is about: the first that should be recorded."""
    best = accepted(case)[0]
    return str(sorted(best, key=str)[0][1]) if best else "nothing"


def table(title: str, rows: dict[str, Counter[str]]) -> Iterable[str]:
    yield f"| {title} | replies | {' | '.join(VERDICTS)} |"
    yield f"|---|{'---:|' * (len(VERDICTS) + 1)}"
    for name, count in sorted(rows.items(), key=lambda r: -sum(r[1].values())):
        yield f"| {name} | {sum(count.values())} | {' | '.join(str(count[v]) for v in VERDICTS)} |"
    every: Counter[str] = sum(rows.values(), Counter())
    yield f"| **all** | {sum(every.values())} | {' | '.join(str(every[v]) for v in VERDICTS)} |"
    yield ""


def page() -> str:
    """Read every reply of tests/mail/replies and write down what became of it."""
    languages: dict[str, Counter[str]] = defaultdict(Counter)
    actions: dict[str, Counter[str]] = defaultdict(Counter)
    typed = [(c, decided(c)) for c in cases()]
    whole = [(c, read_whole(whole_mail(c), context_of(c))) for c in wholes()]
    for case, decision in [*typed, *whole]:
        found = verdict(case, decision)
        languages[case.given.get("l", "en")][found] += 1
        actions[action_of(case)][found] += 1
    lines = [
        "# How well replies are read",
        "",
        "Written by `make bench` from `tests/mail/replies`: what people write about three plans (a",
        "clinic, a bank, a city office), and what a careful person would record. *Correct*: just that,",
        "or a question where the words leave a choice. *Asked*: a needless question. *Missed*: only noted.",
        "*Wrong*: a change that no careful person would make; this is the one that must not happen.",
        "",
        "These replies were mended on, so the tables say what is kept, not what a new reply may expect:",
        "",
        *table("language", languages),
        *table("what should be recorded", actions),
        "## First seen",
        "",
        "Each batch was written before its results were seen, most of it traps: negations, hopes, requests,",
        "days of something else, numbers of something else, half of it done. These are the numbers of the",
        "first run, before anything was mended for it. A reply of an ordinary day holds far fewer traps.",
        "",
        "| batch | replies | correct | asked or missed | wrong |",
        "|---|---:|---:|---:|---:|",
        *(f"| {name} | {' | '.join(map(str, numbers))} |" for name, numbers in FIRST_SEEN.items()),
        "",
    ]
    return "\n".join(lines)


def main() -> None:
    speed()
    PAGE.write_text(page(), encoding="utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
