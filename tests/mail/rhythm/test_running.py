"""What docs/running ships for the daily run is well formed and calls commands that exist."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from scenes import ROOT

from mail.commands import mail

RUNNING = ROOT / "docs" / "running"
UNITS = sorted((RUNNING / "systemd").iterdir())
COMMAND = re.compile(r"golive --workspace /srv/golive mail ([a-z]+)((?: --[a-z-]+)*)")


def commands(text: str) -> list[tuple[str, list[str]]]:
    return [(name, options.split()) for name, options in COMMAND.findall(text)]


@pytest.mark.parametrize(
    "file", [*UNITS, RUNNING / "github" / "daily.yml", RUNNING / "daily.md"], ids=lambda f: f.name
)
def test_its_commands_exist(file: Path) -> None:
    found = commands(file.read_text("utf-8"))
    assert found or file.suffix == ".timer"
    for name, options in found:
        known = {option for param in mail.commands[name].params for option in param.opts}
        assert set(options) <= known


@pytest.mark.parametrize("file", UNITS, ids=lambda f: f.name)
def test_a_unit_is_well_formed(file: Path) -> None:
    unit = configparser.ConfigParser(strict=True, interpolation=None, delimiters=("=",))
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read_string(file.read_text("utf-8"))
    assert "Unit" in unit and unit["Unit"]["Description"]
    assert ("Timer" in unit) == (file.suffix == ".timer")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    for file in UNITS:
        text = file.read_text("utf-8").replace("/opt/golive/bin/golive", "/bin/true")
        (tmp_path / file.name).write_text(text.replace("User=golive\n", "").replace("EnvironmentFile", "#"))
    made = [str(tmp_path / file.name) for file in UNITS]
    ran = subprocess.run(["systemd-analyze", "verify", *made], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr


def test_the_workflow_runs_every_hour_where_the_workspace_is() -> None:
    flow = YAML(typ="safe").load((RUNNING / "github" / "daily.yml").read_text("utf-8"))
    assert flow["jobs"]["daily"]["runs-on"][0] == "self-hosted"
    assert flow["on"]["schedule"][0]["cron"].endswith("* * * *")
