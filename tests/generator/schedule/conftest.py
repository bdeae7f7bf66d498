"""Plans of a few steps, written short."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.plan.model import Plan

ROLES = {
    "ops": {"side": "buyer", "title": "Operations lead"},
    "ae": {"side": "seller", "title": "Account executive"},
    "si": {"side": "partner", "title": "Integrator"},
}


def step(
    milestone_id: str, takes: str = "1 day", *after: str, owner: str = "ops", **keys: Any
) -> dict[str, Any]:
    """One milestone; the words after `takes` are its predecessors."""
    return {
        "id": milestone_id,
        "outcome": milestone_id,
        "owner": owner,
        "takes": takes,
        "after": after,
        **keys,
    }


def build_plan(*milestones: dict[str, Any], launch: str = "2027-03-01", **keys: Any) -> Plan:
    """A plan between a buyer in North Rhine-Westphalia, a seller in the US and a Dutch partner."""
    return Plan.model_validate(
        {
            "title": "Plan",
            "buyer": {"name": "Acme", "country": "DE", "subdivision": "NW"},
            "seller": {"name": "Nimbus", "country": "US"},
            "partner": {"name": "Integra", "country": "NL"},
            "introduced": "2026-10-05",
            "launch": {"date": launch},
            "roles": ROLES,
            "milestones": milestones,
            **keys,
        }
    )


@pytest.fixture(scope="session")
def build() -> Callable[..., Plan]:
    return build_plan


@pytest.fixture(scope="session", name="step")
def _step() -> Callable[..., dict[str, Any]]:
    return step
