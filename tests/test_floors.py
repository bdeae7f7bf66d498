"""Imports go down only, and each heavy dependency stays in the modules that own it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Bottom up; a module imports only from floors below its own, or from its own package. The longest name that
# fits says on which floor a module lives.
FLOORS = [
    ["generator.errors", "generator.clock"],
    ["theme"],
    ["generator.plan"],
    ["generator.workspace", "generator.keys", "generator.record.journal", "generator.doctor.finding"],
    ["generator.record.changes"],
    [
        "generator.schedule",
        "generator.value",
        "generator.record.additions",
        "generator.record.edits",
        "generator.starter",
    ],
    ["generator.record.truth", "generator.rules"],
    ["generator.check", "generator.portfolio"],
    ["generator.site"],
    ["generator.deploy", "generator.exchange", "generator.safekeeping"],
    ["generator.portfolio.site"],
    ["generator.session"],
    ["generator.report", "generator.doctor"],
    ["generator.what_if"],
    ["generator.commands"],
    ["mail.mime", "mail.durable", "mail.lines", "mail.watch"],
    ["mail.trim", "mail.dates", "mail.invitations.ledger"],
    ["mail.kinds", "mail.understand"],
    [
        "mail.decide",
        "mail.address",
        "mail.letter",
        "mail.sentences",
        "mail.invitations.answer",
    ],
    ["mail.click", "mail.authenticate", "mail.spool", "mail.reach", "mail.transports", "mail.signature"],
    [
        "mail.replay",
        "mail.rhythm.said",
        "mail.health",
        "mail.colleague",
        "mail.review.queue",
        "mail.review.pace",
    ],
    ["mail.read", "mail.arrivals"],
    ["mail.compose", "mail.effect"],
    ["mail.invitations"],
    ["mail.review"],
    ["mail.handling"],
    ["mail.inbox", "mail.shown"],
    ["mail.worker", "mail.rhythm", "mail.forget"],
    ["mail.desk"],
    ["mail.demo"],
    ["mail.commands"],
    ["golive"],
]
TABLES = re.compile(r"words|lexicon|mail\.kinds\.automatic")
FENCES = {
    "mkdocs": {
        "generator.site.pages.plugin",
        "generator.site.pages.build",
        "generator.site.pages.assets",
        "generator.site.pages.own",
        "generator.site.pages.live",
    },
    "markdown": {"generator.site.pages.tables"},
    "ruamel": {"generator.plan.source"},
    "holidays": {"generator.plan.countries", "generator.schedule.workdays"},
    "icalendar": {"generator.site.feeds.content"},
    "openpyxl": {"generator.exchange.workbook"},
    "rich": {"generator.session"},
    "boto3": {"generator.deploy.stores.s3", "generator.doctor.bucket", "mail.arrivals.bucket"},
    "botocore": {
        "generator.deploy.stores.cloudfront",
        "generator.deploy.stores.refusals",
        "generator.deploy.stores.s3",
        "generator.deploy.stores.s3_records",
        "generator.doctor.bucket",
        "mail.arrivals.bucket",
    },
    "sendgrid": {"mail.transports.sendgrid"},
    "python_http_client": {"mail.transports.sendgrid"},
    "smtplib": {"mail.transports.smtp"},
    "imaplib": {"mail.arrivals.imap"},
    "imap_tools": {"mail.arrivals.imap"},
    "starlette": {"mail.arrivals.listen"},
    "uvicorn": {"mail.arrivals.listen"},
    "cryptography": {"mail.arrivals.gate"},
    "dkim": {"mail.signature"},
    "dns": {"mail.signature"},
    "publicsuffixlist": {"mail.signature"},
}


def modules() -> Iterator[tuple[str, Path]]:
    for package in ("generator", "mail", "theme"):
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path
    yield "golive", ROOT / "golive.py"


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def floor(module: str) -> tuple[int, str] | None:
    """Give the floor a module lives on, and the name under which it is listed there."""
    found = [
        (len(name), height, name)
        for height, names in enumerate(FLOORS)
        for name in names
        if module == name or module.startswith(name + ".")
    ]
    return max(found)[1:] if found else None


ALL = dict(modules())
PACKAGES = {"generator", "mail", "generator.record", "generator.deploy"}


@pytest.mark.parametrize("module", ALL)
def test_imports_go_down(module: str) -> None:
    own = floor(module)
    if module in PACKAGES:
        return
    assert own is not None, f"{module} has no floor; put it on one in FLOORS"
    for target in imports(ALL[module]):
        below = floor(target)
        if below is None or target in PACKAGES:
            continue
        assert below[0] < own[0] or below[1] == own[1], f"{module} (floor {own}) imports {target} ({below})"


def test_generator_never_imports_mail() -> None:
    for module, path in ALL.items():
        if module.startswith("generator"):
            assert not [t for t in imports(path) if t.split(".")[0] in ("mail", "golive")], module


@pytest.mark.parametrize("dependency", FENCES)
def test_heavy_dependencies_are_fenced(dependency: str) -> None:
    users = {m for m, path in ALL.items() if any(t.split(".")[0] == dependency for t in imports(path))}
    assert users <= FENCES[dependency], f"{dependency} is imported by {sorted(users - FENCES[dependency])}"


def test_every_module_is_small() -> None:
    """A file that grows beyond this has two jobs; tables of words are data and may be long."""
    long = {
        module: lines
        for module, path in ALL.items()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400 and not TABLES.search(module)
    }
    assert not long
