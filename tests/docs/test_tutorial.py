"""The five-minute tutorial, command by command, from the wheel alone in an empty folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from scenes import ROOT, TODAY

pytestmark = pytest.mark.slow
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", (ROOT / "docs" / "tutorial.md").read_text("utf-8"), re.M | re.S)


@pytest.fixture(scope="module")
def bin_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel, and the libraries of this one; this checkout is not on its path."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    make = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT]
    subprocess.run(make, check=True, capture_output=True)
    venv.create(folder / "env", with_pip=False, symlinks=True)
    (wheel,) = folder.glob("*.whl")
    python = folder / "env" / "bin" / "python"
    install = [*pip, "--python", python, "install", "--no-deps", "--no-index", wheel]
    subprocess.run(install, check=True, capture_output=True)
    (site,) = (folder / "env").glob("lib/python*/site-packages")
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return python.parent


@pytest.mark.parametrize("today", [TODAY, "2026-12-18"], ids=["the samples' day", "a month later"])
def test_every_command_works(bin_folder: Path, tmp_path: Path, today: str) -> None:
    assert len(BLOCKS) >= 7
    script = "\n".join(["set -euo pipefail", *BLOCKS])
    env = {
        "PATH": f"{bin_folder}:{os.defpath}",
        "HOME": str(tmp_path / "home"),
        "LANG": "C.UTF-8",
        "GOLIVE_TODAY": today,
    }
    empty = tmp_path / "empty"
    empty.mkdir()
    where = "import golive; print(golive.__file__)"
    found = subprocess.check_output([bin_folder / "python", "-c", where], cwd=empty, env=env, text=True)
    assert found.startswith(str(bin_folder.parent)), "the tutorial must not see this checkout"
    ran = subprocess.run(
        ["bash", "-xc", script], cwd=empty, env=env, capture_output=True, text=True, check=False, timeout=300,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout[-3000:] + ran.stderr[-3000:]
    assert "Traceback" not in ran.stderr
    assert "answer.eml: apply" in ran.stdout
    plan = (empty / "work" / "plans" / "acme" / "plan.yaml").read_text("utf-8")
    assert re.search(r"expected: 20\d\d-01-29", plan), "the buyer's answer did not arrive in the plan"
    one, two = (links(bin_folder, empty / name, env) for name in ("work", "restored"))
    assert one == two


def links(bin_folder: Path, folder: Path, env: dict[str, str]) -> str:
    command = [bin_folder / "golive", "--workspace", folder, "links", "acme"]
    return subprocess.check_output(command, env=env, text=True)
