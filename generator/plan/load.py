"""From a deal's plan.yaml to a plan, or to every fault in it at once."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.errors import Fault, FaultsError
from generator.plan.coherence import coherence_faults
from generator.plan.faults import validate
from generator.plan.model import Plan
from generator.plan.source import Source, parse_source, read_bytes


@dataclass(frozen=True)
class Loaded:
    """A plan file that was read: the plan where it has no faults, and the source it came from."""

    plan: Plan | None
    faults: tuple[Fault, ...]
    source: Source | None


def sha256(raw: bytes) -> str:
    """Give the hash by which the journal knows a version of plan.yaml."""
    return hashlib.sha256(raw).hexdigest()


def check_plan(path: Path, label: str, today: date) -> Loaded:
    """Read a plan file and find every fault in it; never raises for what a person wrote."""
    try:
        return _read(read_bytes(path, label), label, today)
    except FaultsError as error:
        return Loaded(None, tuple(error.faults), None)


def load_plan(path: Path, label: str, today: date) -> Plan:
    """Read a plan file; raises FaultsError with all of its faults."""
    loaded = check_plan(path, label, today)
    if loaded.plan is None:
        raise FaultsError(list(loaded.faults))
    return loaded.plan


def parse_plan(raw: bytes, label: str, today: date) -> Plan:
    """Read a plan from bytes; raises FaultsError with all of its faults."""
    loaded = _read(raw, label, today)
    if loaded.plan is None:
        raise FaultsError(list(loaded.faults))
    return loaded.plan


@lru_cache(maxsize=4)  # a plan is read again within the same publish; what comes out is never changed
def _read(raw: bytes, label: str, today: date) -> Loaded:
    source = parse_source(raw, label)
    plan, faults = _check(source, today)
    return Loaded(plan, faults, source)


def _check(source: Source, today: date) -> tuple[Plan | None, tuple[Fault, ...]]:
    plan, faults = validate(Plan, source.data, source)
    places = {(f.line, f.where) for f in faults}
    faults += [f for f in coherence_faults(source, today) if (f.line, f.where) not in places]
    return (None if faults else plan), tuple(sorted(set(faults)))


def plan_schema() -> dict[str, Any]:
    """Give the JSON Schema of a plan file, so that editors complete and check it."""
    schema = Plan.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **json.loads(json.dumps(schema))}
