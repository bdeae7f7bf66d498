"""`golive preview`: an edit shows by itself, and a broken plan shows what is wrong with it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from scenes import TODAY, Golive

from generator.errors import GoliveError
from generator.site.pages.live import faults_page

PATIENCE_SECONDS = 30  # for machines that are busy; what is expected is a second


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture
def preview(workspace: Path) -> Iterator[Callable[[str, str], str]]:
    """A running preview of acme; the function waits until a page holds a text, and gives the page."""
    port = free_port()
    command = [sys.executable, "-c", "import golive; golive.main()"]
    running = subprocess.Popen(
        [*command, "--workspace", str(workspace), "preview", "acme", "--port", str(port)],
        env={**os.environ, "GOLIVE_TODAY": TODAY},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )

    def wait_for(page: str, text: str) -> str:
        shown, end = "", time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            assert running.poll() is None, running.stderr and running.stderr.read()
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/{page}", timeout=5) as answer:
                    shown = answer.read().decode()
            except (urllib.error.URLError, ConnectionError):
                shown = ""
            if text in shown:
                return shown
            time.sleep(0.02)
        raise AssertionError(f"{page} never showed {text!r}: {shown[:2000]}")

    yield wait_for
    running.send_signal(signal.SIGINT)
    _, complaints = running.communicate(timeout=PATIENCE_SECONDS)
    assert (running.returncode, b"Traceback" in complaints) == (0, False), complaints


def test_edits_show_and_a_broken_plan_says_why(workspace: Path, preview: Callable[[str, str], str]) -> None:
    plan = workspace / "plans/acme/plan.yaml"
    good = plan.read_text(encoding="utf-8")
    first = preview("index.html", 'class="slip"')
    assert "/livereload/" in first
    assert re.search(r"script-src 'self' 'unsafe-inline'; connect-src 'self'", first)

    began = time.monotonic()
    plan.write_text(good.replace("why: ", "why: Sooner. ", 1), encoding="utf-8")
    preview("index.html", "Sooner.")
    assert time.monotonic() - began < PATIENCE_SECONDS / 3

    plan.write_text(good.replace("takes:", "tkaes:", 1), encoding="utf-8")
    faults = preview("value.html", "What to mend")
    line = good[: good.index("takes:")].count("\n") + 1
    assert f"plans/acme/plan.yaml:{line}" in faults
    assert "did you mean" in faults

    plan.write_text(good, encoding="utf-8")
    assert "What to mend" not in preview("index.html", 'class="slip"')
    (workspace / "plans/acme/pages/new-page.md").write_text("# A page made just now\n", encoding="utf-8")
    preview("new-page.html", "A page made just now")


def test_a_port_that_is_taken_is_a_sentence(workspace: Path, run: Golive) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = run("--workspace", workspace, "preview", "acme", "--port", port)
    assert (ran.code, f"golive: cannot serve at 127.0.0.1:{port}" in ran.err) == (1, True)


def test_what_is_wrong_never_becomes_markup() -> None:
    page = faults_page(GoliveError("<script>alert(1)</script>"))
    assert "&lt;script&gt;" in page
    assert "<script" not in page
