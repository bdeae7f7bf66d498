"""Publishing many deals at once: some processes, each with a publisher of its own, results in a fixed order.

Each deal is published under its own lock and is complete by itself, so that it does not matter which process
does it, nor which of them ends early.
"""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Protocol, TypeVar

from generator.errors import OutsideError

FEWEST = 24  # deals; starting processes takes longer than publishing fewer by oneself
_AT_ONCE = 4  # deals that are handed over together, and tasks that wait for each process
_LOADED = (
    "generator.session",
    "generator.deploy.publish",
    "generator.site.pages.build",
    "generator.site.feeds.feed",
    "babel.dates",
    "holidays",
)

Result_co = TypeVar("Result_co", covariant=True)


class PublishesOne(Protocol[Result_co]):
    """What a process makes for itself: it publishes one deal after the other."""

    def publish_one(self, deal: str) -> Result_co:
        """Publish one deal."""


class _Own:
    """What a process of the pool has made for itself."""

    publisher: PublishesOne[object]


def processes() -> int:
    """Say how many processes may run at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def publish_crowd(
    make: Callable[[], PublishesOne[Result_co]], deals: Sequence[str], count: int
) -> Iterator[Result_co]:
    """Publish deals in `count` processes; `make`, which is pickled, gives each of them its publisher.

    Results come in the order of the deals; only a few are held at any time. Ends cleanly when it is closed or
    interrupted: deals in hand are finished, no other is begun. Raises OutsideError where a process is killed.
    """
    context = get_context("forkserver")
    context.set_forkserver_preload(list(_LOADED))
    pool = ProcessPoolExecutor(count, mp_context=context, initializer=_begin, initargs=(make,))
    waiting: deque[Future[list[Result_co]]] = deque()
    try:
        for start in range(0, len(deals), _AT_ONCE):
            waiting.append(pool.submit(_publish, deals[start : start + _AT_ONCE]))  # type: ignore[arg-type]
            if len(waiting) > count * _AT_ONCE:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool:
        raise OutsideError(
            "a process that published was ended from outside, perhaps for want of memory; what is published "
            "is complete, and golive publish goes on from there"
        ) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin(make: Callable[[], PublishesOne[object]]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who started us says when to end
    gc.freeze()  # what was loaded before the fork stays shared memory
    _Own.publisher = make()


def _publish(deals: Sequence[str]) -> list[object]:
    return [_Own.publisher.publish_one(deal) for deal in deals]
