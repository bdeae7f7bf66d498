"""Staying: until a signal says to end, and patiently while the outside fails."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

WAIT_SECONDS = 60.0  # until what failed outside of us is tried again


@contextmanager
def told_to_end(watch: bool) -> Iterator[None]:
    """End quietly on SIGTERM and Ctrl-C; every step can be cut short, so nothing is lost by it."""
    if not watch:
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(0))
    try:
        yield
    except KeyboardInterrupt:
        sys.exit(0)
    finally:
        signal.signal(signal.SIGTERM, before)


class Patience:
    """Waits longer the longer something fails: 1 second, 2, 4, up to a minute."""

    def __init__(self, warn: Callable[[str], None], sleep: Callable[[float], None] = time.sleep) -> None:
        self._warn, self._sleep = warn, sleep
        self._seconds = 1.0

    def wait(self, error: Exception) -> None:
        """Say what failed, and wait."""
        self._warn(f"golive: {error}; trying again in {self._seconds:.0f} s")
        self._sleep(self._seconds)
        self._seconds = min(2 * self._seconds, WAIT_SECONDS)

    def well(self) -> None:
        """It works again."""
        self._seconds = 1.0
