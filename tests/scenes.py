"""Scenes for tests: a workspace of their own, and how a command ended."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TODAY = "2026-11-16"
SECRET = "a secret for tests only with more than 32 characters"
ROOT = Path(__file__).parents[1]

MKDOCS = """\
site_name: Nimbus Robotics
docs_dir: plans
theme: {name: golive}
plugins:
  - golive:
      url: https://plans.nimbus.example/
      mail:
        from: Nimbus Robotics plan <plan@nimbus.example>
        reply_domain: reply.nimbus.example
        trust: address
"""


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.out, self.err
        return json.loads(self.out)


Golive = Callable[..., Ran]


def make_workspace(root: Path, *deals: str, config: str = MKDOCS) -> Path:
    """Make a workspace with copies of some sample deals."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    (root / "plans").mkdir()
    for deal in deals:
        shutil.copytree(ROOT / "plans" / deal, root / "plans" / deal)
    return root
