"""The workspace: the folder with the mkdocs.yml that names the golive plugin, and the options set there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from generator.errors import FaultsError, GoliveError, OutsideError, UsageError
from generator.plan.faults import validate
from generator.plan.source import read_source
from generator.plan.terms import Email, Line

DEAL_ID = re.compile(r"[a-z0-9-]{1,24}")
PREVIEW_URL = "http://127.0.0.1:8000/"
STATE = ".golive"


def _slash(value: str) -> str:
    if not re.match(r"https?://[^\s]+$", value):
        raise ValueError(
            f'is {value!r}; write where the target is served, such as "https://plans.nimbus.example/"'
        )
    return value if value.endswith("/") else value + "/"


def _target(value: str) -> str:
    if value.startswith("s3://") and not re.match(r"s3://[a-z0-9.-]+/[^/]+", value):
        raise ValueError(f"is {value!r}; an S3 target needs a prefix, as in s3://bucket/plans")
    if value.strip(" ./") == "" or value.startswith(("/..", "~")):
        raise ValueError(f"is {value!r}; name a folder of its own, such as public")
    return value


def _keep(value: Any) -> timedelta:
    found = re.fullmatch(r"(\d{1,5}) days?", str(value))
    if not found:
        raise ValueError(f'is {value!r}; write a number of days such as "90 days"')
    return timedelta(days=int(found[1]))


def _transport(value: str) -> str:
    if value in ("outbox", "sendgrid") or re.match(r"smtps?://[^\s]+$", value):
        return value
    raise ValueError(f"is {value!r}; write outbox, smtp://host:587 or sendgrid")


class _Options(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class MailOptions(_Options):
    """How this workspace sends and reads mail."""

    from_: Annotated[Line, Field(alias="from")]
    reply_domain: Annotated[str, Field(pattern=r"^[a-z0-9.-]{1,190}$")]
    rep: Email | None = None
    transport: Annotated[str, AfterValidator(_transport)] = "outbox"
    trust: Literal["dkim", "address"] = "dkim"
    authserv_id: str | None = None
    listen: Annotated[str, Field(pattern=r"^https://[^\s<>,]{1,200}$")] | None = None
    keep: Annotated[timedelta, BeforeValidator(_keep)] = timedelta(days=90)


class Options(_Options):
    """The golive plugin's options in mkdocs.yml."""

    url: Annotated[str, AfterValidator(_slash)] = PREVIEW_URL
    target: Annotated[str, AfterValidator(_target)] = "public"
    cloudfront: Annotated[str, Field(pattern=r"^[A-Z0-9]{8,24}$")] | None = None
    mail: MailOptions | None = None


@dataclass(frozen=True)
class Workspace:
    """A folder with plans, and how it wants them published."""

    root: Path
    options: Options
    site_name: str
    custom_dir: str | None = None

    def overrides(self) -> tuple[Path, ...]:
        """The workspace's own templates and assets: `custom_dir` of the theme, as MkDocs users know it."""
        return (self.root / self.custom_dir,) if self.custom_dir else ()

    @property
    def plans(self) -> Path:
        """The folder with one folder for each deal."""
        return self.root / "plans"

    @cached_property
    def state(self) -> Path:
        """Where everything lives that is not a plan: secret, spool, outbox, manifests; private."""
        folder = self.root / STATE
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise OutsideError(f"cannot make {folder}: {error.strerror}") from None
        return folder

    @property
    def config_file(self) -> Path:
        """The workspace's mkdocs.yml."""
        return self.root / "mkdocs.yml"

    def folder(self, deal: str) -> Path:
        """Give the deal's folder; raises UsageError where there is no such deal."""
        folder = self.plans / deal
        if not DEAL_ID.fullmatch(deal) or not (folder / "plan.yaml").is_file():
            known = ", ".join(self.deals()) or "none yet; make one with: golive new"
            raise UsageError(f"there is no deal {deal!r} in {self.plans}. Deals here: {known}.")
        return folder

    def has(self, deal: str) -> bool:
        """Say whether there is such a deal, however many others there are."""
        return (
            bool(DEAL_ID.fullmatch(deal))
            and deal != "templates"
            and (self.plans / deal / "plan.yaml").is_file()
        )

    def deals(self) -> list[str]:
        """Names of all deals, in order."""
        if not self.plans.is_dir():
            return []
        return sorted(p.parent.name for p in self.plans.glob("*/plan.yaml") if p.parent.name != "templates")


def _plugins(data: Any) -> Iterator[tuple[str, tuple[str | int, ...], Any]]:
    """Yield (name, place in the file, options) of each plugin, in both forms that MkDocs allows."""
    listed = data.get("plugins") if isinstance(data, dict) else None
    if isinstance(listed, dict):
        yield from ((str(name), ("plugins", name), options) for name, options in listed.items())
    for i, item in enumerate(listed if isinstance(listed, list) else []):
        if isinstance(item, dict):
            yield from ((str(name), ("plugins", i, name), options) for name, options in item.items())
        else:
            yield str(item), ("plugins", i), None


def open_workspace(root: Path) -> Workspace:
    """Read a workspace's settings; raises FaultsError with lines where an option is wrong."""
    file = root / "mkdocs.yml"
    source = read_source(file, "mkdocs.yml", tags=True)
    for name, place, given in _plugins(source.data):
        if name == "golive":
            options, faults = validate(Options, given or {}, source, place)
            if options is None:
                raise FaultsError(faults)
            theme = source.data.get("theme")
            custom_dir = theme.get("custom_dir") if isinstance(theme, dict) else None
            return Workspace(root, options, str(source.data.get("site_name") or root.name), custom_dir)
    raise GoliveError(
        f"{file} does not name the golive plugin. Add it under plugins:, "
        "or make a workspace with: golive init DIR"
    )


def find_workspace(start: Path) -> Workspace:
    """Find the workspace upward from a folder."""
    for folder in (start, *start.parents):
        file = folder / "mkdocs.yml"
        if file.is_file() and any(
            n == "golive" for n, _, _ in _plugins(read_source(file, "mkdocs.yml", tags=True).data)
        ):
            return open_workspace(folder)
    raise GoliveError(
        f"No workspace here: neither {start} nor a folder above it has a mkdocs.yml with the golive plugin. "
        "Make one with: golive init DIR"
    )
