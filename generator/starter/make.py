"""Make a workspace from what travels inside the package, and a deal's plan from a template."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from generator.errors import FaultsError, GoliveError, UsageError
from generator.plan.faults import did_you_mean
from generator.plan.load import parse_plan
from generator.plan.splice import splice
from generator.workspace import DEAL_ID, STATE, Workspace

FIRST_STEP = timedelta(days=7)
_HERE = Path(__file__).parent
_PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")
_DEFAULTS = {
    "buyer_country": "", "buyer_timezone": "UTC", "seller_country": "", "seller_timezone": "UTC",
    "partner_country": "", "partner_timezone": "UTC", "partner": "the partner",
    "event": "The day the buyer must be live", "currency": "EUR",
}  # fmt: skip


def packed(name: str) -> Path:
    """Find what travels with the package: beside this file in a wheel, at the top in a checkout."""
    inside = _HERE / name
    return inside if inside.exists() else _HERE.parents[1] / name


def sample_deals() -> list[str]:
    """Names of the sample deals."""
    return sorted(p.parent.name for p in packed("plans").glob("*/plan.yaml"))


def make_workspace(folder: Path, *, samples: bool) -> list[str]:
    """Make a workspace and say what it holds; raises GoliveError where there is one already."""
    refuse_workspace(folder)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(packed("mkdocs.yml"), folder / "mkdocs.yml")
    shutil.copytree(packed("plans") / "templates", folder / "plans" / "templates")
    (folder / ".gitignore").write_text(f"/{STATE}/\n/public/\n/site/\n", encoding="utf-8")
    made = ["mkdocs.yml", "plans/templates"]
    for deal in sample_deals() if samples else []:
        shutil.copytree(packed("plans") / deal, folder / "plans" / deal, ignore=_transient)
        made.append(f"plans/{deal}")
    return made


def refuse_workspace(folder: Path) -> None:
    """Raise GoliveError where there is a workspace already."""
    if (folder / "mkdocs.yml").exists() or (folder / "plans").exists():
        raise GoliveError(f"{folder} is a workspace already; nothing was changed")


def _transient(_folder: str, names: list[str]) -> set[str]:
    return {name for name in names if name.startswith("plan.yaml.") or name == "__pycache__"}


def templates(workspace: Workspace) -> dict[str, Path]:
    """Name the templates of a workspace, else those of the package."""
    folder = workspace.plans / "templates"
    found = folder if folder.is_dir() else packed("plans") / "templates"
    return {path.stem: path for path in sorted(found.glob("*.yaml"))}


def new_deal(
    workspace: Workspace,
    deal: str,
    template: str,
    words: Mapping[str, str],
    today: date,
    takes: Mapping[str, str] | None = None,
) -> Path:
    """Write a new deal's plan.yaml from a template; raises GoliveError, and then writes nothing.

    `takes` gives, for outcomes of the template by their id, how long they are to take instead.
    """
    if not DEAL_ID.fullmatch(deal) or deal == "templates":
        raise UsageError(f"{deal!r} cannot name a deal; use up to 24 lower-case letters, digits and -")
    file = workspace.plans / deal / "plan.yaml"
    if file.exists():
        raise UsageError(f"{file} is there already; choose another name, or edit it")
    known = templates(workspace)
    if template not in known:
        raise UsageError(f"there is no template {template!r}{did_you_mean(template, known)}")
    first_step = {"first_step": (date.fromisoformat(words["introduced"]) + FIRST_STEP).isoformat()}
    text = fill(known[template].read_text(encoding="utf-8"), {**_DEFAULTS, **first_step, **words})
    label = f"plans/{deal}/plan.yaml"
    try:
        plan = parse_plan(text.encode("utf-8"), label, today)
        better = {f"milestones/{m}/takes": days for m, days in (takes or {}).items() if m in plan.by_id}
        raw = splice(text.encode("utf-8"), label, better)
        parse_plan(raw, label, today)
    except FaultsError as error:
        raise GoliveError(
            f"the template {template} does not make a sound plan from these words:\n{error}"
        ) from None
    (file.parent / "pages").mkdir(parents=True, exist_ok=True)
    file.write_bytes(raw)
    return file


def fill(text: str, words: Mapping[str, str]) -> str:
    """Put words in the places of a template; inside double quotes they are escaped as YAML wants it."""

    def word(found: re.Match[str]) -> str:
        value = words.get(found[1])
        if value is None:
            return found[0]
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        quoted = len(re.findall(r'(?<!\\)"', line)) % 2 == 1
        return json.dumps(value, ensure_ascii=False)[1:-1] if quoted else value

    return _PLACEHOLDER.sub(word, text)
