"""The sender's own newest words: every case in tests/mail/trim is a body and what is new in it.

NAME.body.txt or NAME.body.html, NAME.new.txt, and NAME.answers.json where the answered lines matter.
"""

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mail.mime.message import parse
from mail.trim import Answer, answers, newest_html, newest_text, read

CASES = Path(__file__).parent / "trim"
BODIES = sorted(CASES.glob("*.body.*"), key=lambda path: path.name)
HEADER = "From: Plan <plan@harbour.example>\nSent: Thursday, November 12, 2026 8:02 AM\nSubject: Plan\n"
DIGEST = "[4] Works council heard — due Thu 19 Nov 2026 — Employee relations"


def stem_of(path: Path) -> str:
    return path.name.split(".")[0]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def test_every_body_has_its_expectation() -> None:
    stems = [stem_of(path) for path in BODIES]
    assert len(stems) == len(set(stems)) > 200
    assert sorted(stems) == sorted(stem_of(path) for path in CASES.glob("*.new.txt"))
    assert {stem_of(path) for path in CASES.glob("*.answers.json")} <= set(stems)


@pytest.mark.parametrize("path", BODIES, ids=stem_of)
def test_newest_words(path: Path) -> None:
    body = path.read_bytes().decode("utf-8")
    expected = (CASES / f"{stem_of(path)}.new.txt").read_text(encoding="utf-8")
    found = newest_html(body) if path.suffix == ".html" else newest_text(body)
    assert squeezed(found) == squeezed(expected)


@pytest.mark.parametrize("path", sorted(CASES.glob("*.answers.json")), ids=stem_of)
def test_answers(path: Path) -> None:
    body = (CASES / f"{stem_of(path)}.body.txt").read_text(encoding="utf-8")
    assert [list(answer) for answer in answers(body)] == json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", BODIES, ids=stem_of)
def test_trimming_what_is_trimmed_changes_nothing(path: Path) -> None:
    expected = (CASES / f"{stem_of(path)}.new.txt").read_text(encoding="utf-8")
    if stem_of(path) not in ("inline-outlook-text", "html-gmail-inline"):
        assert squeezed(newest_text(expected)) == squeezed(expected)


@pytest.mark.parametrize("path", BODIES, ids=stem_of)
def test_windows_line_ends_change_nothing(path: Path) -> None:
    body = path.read_bytes().decode("utf-8")
    trim = newest_html if path.suffix == ".html" else newest_text
    assert trim(body.replace("\n", "\r\n")) == trim(body)


SAID_BY_PEOPLE = [
    "Thank you, Sam.", "Live on 15 March", "Live am 15. März", "Em funcionamento em 15 de março",
    "Is it done?", "It is done", "Erledigt", "3 erledigt", "Nothing changes", "For example the list",
    "You wrote 4 December?", "Why: the list is missing", "Open", "La suite vendredi", "Go-live is in March",
    "完了しました",
]  # fmt: skip


@pytest.mark.parametrize("answer", SAID_BY_PEOPLE)
def test_what_only_resembles_our_sentences_is_an_answer(answer: str) -> None:
    """That our own sentences are none, in every language: tests/test_locales_mail.py."""
    body = f"Fine.\n\n{HEADER}\n{DIGEST}\n{answer}\n[5] Next — due Tue 1 Dec 2026 — Identity\n"
    assert newest_text(body) == f"Fine.\n{answer}"


def test_initials_answer_inside_the_original_only_for_the_sender() -> None:
    raw = (
        "From: Jane Roe <jane.roe@acme.example>\n\nSee JR below.\n\n"
        f"{HEADER}\nHi Jane,\nIs it done?\n\nJR: yes, on Friday\n\nSF: we wait for it\n"
    )
    assert read(parse(raw.encode())).text == "See JR below.\nJR: yes, on Friday"


def test_a_card_of_somebody_else_is_what_the_sender_says() -> None:
    body = "\n\nThe new owner\n\nHenrik Aas\nProcurement\nhenrik.aas@acme.example\n+47 22 55 01 10\n"
    raw = "From: Jane Roe <jane.roe@acme.example>\n" + body
    assert "henrik.aas@acme.example" in read(parse(raw.encode())).text


def test_what_was_left_out_is_said() -> None:
    found = read(parse(f"From: a@b.example\n\nDone.\n\n-- \nAcme\n\n{HEADER}\nHi".encode()))
    assert found.text == "Done."
    assert set(found.dropped) == {"quoted history", "signature"}


N = 100_000
HOSTILE = {
    "newlines": "\n" * N,
    "quotes": "> x\n" * (N // 4),
    "header fields": "From: a\n" * (N // 8),
    "header blocks": "From: a@b\nx\nSent: 1\n\n" * (N // 20),
    "intros": "On 1 Jan 2020 x wrote:\n" * (N // 23),
    "intros without colon": "On Jan 1 2020 x wrote " * (N // 22),
    "wrapped intros": "a\nb\nc\nwrote:\n" * (N // 14),
    "addresses": "<a@b.c> 12:00 2020:\n" * (N // 20),
    "digest lines": "[1] a - b 1\n" * (N // 12),
    "long digest lines": ("[1] " + "x - " * 200 + "\n") * 120,
    "delimiters": "--\n" * (N // 3),
    "rules": "____\n" * (N // 5),
    "cards": "Jane Roe\nHead\n+49 30 123456789\n\n" * (N // 36),
    "closings": "Best regards\nJane\n" * (N // 18),
    "spaces": "Done!" + " " * N,
    "a long line": "On " + "x" * N + " wrote:\n> q",
    "zero width": "\u200b" * N,
}
HOSTILE_HTML = {
    "open divs": "<div>" * (N // 5),
    "unclosed tags": "<div " * (N // 5),
    "unclosed quotes": '<a "' * (N // 4),
    "crossed tags": "<b></i>" * (N // 7),
    "comments": "<!--" * (N // 4),
    "angles": "<" * N,
    "ampersands": "&" * N,
    "a long character number": "&#" + "1" * N,
    "style sheets": "<style>" * (N // 7),
    "style rules": "<style>" + ".a{display:none}" * (N // 16) + "</style>x",
    "media rules": "<style>" + "@media{" * (N // 7),
    "attributes": "<p " + 'a="b" ' * (N // 6) + ">x",
    "paragraphs": "<p>x" * (N // 4),
    "lists": "<ol><li>" * (N // 8),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_no_time(name: str) -> None:
    start = time.process_time()
    newest_text(HOSTILE[name])
    assert time.process_time() - start < 0.25


@pytest.mark.parametrize("name", HOSTILE_HTML)
def test_hostile_html_takes_no_time(name: str) -> None:
    start = time.process_time()
    newest_html(HOSTILE_HTML[name])
    assert time.process_time() - start < 0.75


@pytest.mark.parametrize("trim", [newest_text, newest_html])
def test_a_megabyte_takes_ten_times_as_long_as_a_tenth(trim) -> None:  # type: ignore[no-untyped-def]
    line = "On Friday we meet the works council at 10:00, <b>all</b> the rest &amp; more stays as planned.\n"

    def seconds(size: int) -> float:
        start = time.process_time()
        trim(line * (size // len(line)))
        return time.process_time() - start

    seconds(10_000)
    assert seconds(1_000_000) < 40 * max(seconds(100_000), 0.01)


LINES = f"""
> quoted
>> deeper
Done.
--
-- \x20
____________
From: a@b.example
Sent: 12 Nov 2026 8:02
Subject: x
On 12 Nov 2026 at 08:02, X <a@b.example> wrote:
<a@b.example>
wrote:
Best regards
Jane
Jane Roe
Acme GmbH
+49 30 1234567
Sent from my iPhone
-----Original Message-----
{DIGEST}
[4] x —
Overdue
PS: done
This e-mail is confidential and intended only for the addressee, so delete it.
様"""


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(LINES.split("\n")), max_size=25))
def test_only_lines_of_the_body_come_out(lines: list[str]) -> None:
    body = "\n".join(lines)
    found = newest_text(body)
    assert set(found.split("\n")) <= {line.rstrip() for line in lines} | {""}
    assert found == "\n".join(answer.text for answer in answers(body))
    assert "> quoted" not in found


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_and_any_html_are_trimmed(body: str) -> None:
    assert all(isinstance(answer, Answer) and answer.text for answer in answers(body))
    newest_html(body)


TAGS = """
<p>
</p>
<br>
<hr>
<div class=gmail_quote>
<div style="display:none">
</div>
<blockquote type=cite>
</blockquote>
<s>
</s>
<ol>
<li>
</ol>
<td>
<style>.x{display:none}</style>
<p class=x>
<!--
-->
<pre>
</pre>
<a href='
<img alt=✅>
&nbsp;
&#x1F389;
done
not
<
>"""


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(TAGS.split("\n")), max_size=30))
def test_any_markup_is_trimmed(tags: list[str]) -> None:
    html = "".join(tags)
    assert newest_html("<p>Kept.</p>" + html).startswith("Kept.") or "<!--" in html
    assert len(newest_html(html)) <= len(html)
