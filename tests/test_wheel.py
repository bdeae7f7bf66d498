"""Installed as a wheel, everything a newcomer needs travels inside."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from scenes import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's files alone in a folder, beside the libraries of this environment."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet", "--no-deps"]
    subprocess.run(
        [*pip, "--no-build-isolation", "--wheel-dir", folder, ROOT], check=True, capture_output=True
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "site")
    return folder / "site"


def test_init_check_and_publish_work_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    env = {"PYTHONPATH": str(installed), "PATH": os.environ["PATH"], "GOLIVE_TODAY": "2026-11-16"}
    script = "import golive, sys; print(golive.__file__, file=sys.stderr); golive.main()"

    def golive(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", script, *arguments]
        return subprocess.run(command, env=env, cwd=tmp_path, capture_output=True, text=True, check=True)

    assert str(installed) in golive("init", "work").stderr
    assert golive("--workspace", "work", "check").stdout == "No faults.\n"
    assert golive("--workspace", "work", "publish", "lumen").returncode == 0
    assert list((tmp_path / "work" / "public").glob("*/index.html"))


def test_the_wheel_holds_no_state_and_no_tests(installed: Path) -> None:
    names = [p.relative_to(installed).as_posix() for p in installed.rglob("*")]
    assert not [
        n for n in names if ".golive" in n or n.startswith(("tests", "docs", "plans")) or "secret" in n
    ]
    assert "generator/starter/plans/acme/journal.jsonl" in names
    assert "generator/starter/plans/templates/small-team.yaml" in names
    assert "theme/mkdocs_theme.yml" in names
    assert "mail/templates/receipt.html" in names
