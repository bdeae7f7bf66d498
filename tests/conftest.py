"""What all tests share: the command as a function, a workspace, and golden files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from scenes import SECRET, TODAY, Golive, Ran, make_workspace

import golive

# The same examples on every run, and no example fails for being slow on a busy machine.
settings.register_profile("golive", deadline=None, derandomize=True)
settings.load_profile("golive")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files instead of comparing")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Golive:
    """Run `golive` with these arguments in this process, on the tests' day and with their secret."""
    monkeypatch.setenv("GOLIVE_TODAY", TODAY)
    monkeypatch.setenv("GOLIVE_SECRET", SECRET)
    monkeypatch.chdir(tmp_path)

    def command(*arguments: object) -> Ran:
        capsys.readouterr()
        code = 0
        try:
            golive.main([str(a) for a in arguments])
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 0
        got = capsys.readouterr()
        return Ran(code, got.out, got.err)

    return command


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with the sample deals acme and harbor."""
    return make_workspace(tmp_path / "work", "acme", "harbor")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Iterator[Callable[[Path, bytes], None]]:
    """Compare bytes with a golden file; `make golden` writes the files anew."""

    def compare(file: Path, content: bytes) -> None:
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        assert content == file.read_bytes(), f"{file.name} differs; if it should, run: make golden"

    yield compare
