"""A new workspace asks a person three things, and a script nothing."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from scenes import Golive

from generator.starter.settings import write_settings
from generator.workspace import open_workspace


def test_at_a_terminal_it_asks_three_things(
    run: Golive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = (
        'Söder & "Sons": #1',
        "plans.soder",
        "https://plans.soder.example",
        "plan",
        "plan@Soder.example",
    )
    typed = io.StringIO("\n".join(answers) + "\n")
    monkeypatch.setattr(typed, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", typed)
    got = run("init", tmp_path / "mine")
    assert got.code == 0, got.err
    assert "is no web address" in got.err
    assert "is no mail address" in got.err
    assert "http://127.0.0.1:8000/" in got.out
    made = open_workspace(tmp_path / "mine")
    assert made.site_name == 'Söder & "Sons": #1'
    assert made.options.url == "https://plans.soder.example/"
    assert made.options.mail is not None
    assert made.options.mail.from_.endswith("<plan@Soder.example>")
    assert made.options.mail.reply_domain == "reply.soder.example"


def test_enter_keeps_what_the_samples_have(
    run: Golive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = io.StringIO("\n\n\n")
    monkeypatch.setattr(typed, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", typed)
    assert run("init", tmp_path / "asked").code == 0
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert run("init", tmp_path / "script").code == 0
    assert (tmp_path / "asked" / "mkdocs.yml").read_bytes() == (
        tmp_path / "script" / "mkdocs.yml"
    ).read_bytes()


@pytest.mark.parametrize("option", ["--url=plans", "--mail-from=a b@c.example", "--mail-from=a@b"])
def test_a_wrong_option_makes_nothing(run: Golive, tmp_path: Path, option: str) -> None:
    assert run("init", tmp_path / "mine", option).code == 2
    assert not (tmp_path / "mine").exists()


def test_an_answer_is_a_value_and_never_yaml(run: Golive, tmp_path: Path) -> None:
    run("init", tmp_path / "mine", "--empty")
    write_settings(tmp_path / "mine", "x\nplugins: []\n\\1", "", "")
    assert open_workspace(tmp_path / "mine").site_name == "x plugins: [] \\1"
