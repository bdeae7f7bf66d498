"""One thing that was looked at, and what to do where it is not well."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True)
class Finding:
    """What `golive doctor` found; an error means that a person must act, a warning that one may want to."""

    check: str
    ok: bool
    severity: Severity
    message: str
    fix: str = ""

    @property
    def urgent(self) -> bool:
        """Whether somebody must act."""
        return not self.ok and self.severity == "error"

    def to_json(self) -> dict[str, Any]:
        """Give the `doctor` contract."""
        return asdict(self)


Findings = Iterable[Finding]
Examine = Callable[[], Findings]


def well(check: str, message: str) -> Finding:
    """Say that something is as it should be."""
    return Finding(check, True, "info", message)


def wrong(check: str, message: str, fix: str) -> Finding:
    """Say that a person must act."""
    return Finding(check, False, "error", message, fix)


def doubtful(check: str, message: str, fix: str) -> Finding:
    """Say that a person may want to act."""
    return Finding(check, False, "warning", message, fix)
