"""Counters in Prometheus' text format (version 0.0.4); numbers only, nothing of any mail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from threading import Lock

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    """What happened since the start."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str, str]] = Counter()
        self._lock = Lock()

    def count(self, name: str, label: str, value: str) -> None:
        """Add one to a counter such as golive_inbound_total{result="spooled"}."""
        with self._lock:
            self._counts[name, label, value] += 1

    def text(self, gauges: Mapping[str, int]) -> str:
        """Write all counters, and gauges as they are now."""
        lines: list[str] = []
        with self._lock:
            counts = sorted(self._counts.items())
        for (name, label, value), number in counts:
            if (kind := f"# TYPE {name} counter") not in lines:
                lines.append(kind)
            lines.append(f'{name}{{{label}="{value}"}} {number}')
        for name, number in gauges.items():
            lines += [f"# TYPE {name} gauge", f"{name} {number}"]
        return "\n".join(lines) + "\n"
