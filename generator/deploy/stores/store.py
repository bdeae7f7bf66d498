"""What every place that serves files can do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from generator.deploy.stores.records import Records


class Store(Protocol):
    """A place that serves files by path; a reader sees a file's old bytes or its new ones, never a part."""

    @property
    def lingers_seconds(self) -> int:
        """For how long a reader may still hold a page that was replaced, and ask for what it needs."""

    @property
    def records(self) -> Records | None:
        """Where manifests are kept for all who publish here; None where only one workspace does."""

    def put_all(self, files: Mapping[str, bytes]) -> dict[str, str]:
        """Write files, each whole or not at all, in any order; returns when all are there.

        Gives the tags under which `listing` will show them. Raises OutsideError; then some may be there.
        """

    def delete_all(self, paths: Iterable[str]) -> None:
        """Take files away; those that are gone already are fine."""

    def has(self, path: str) -> bool:
        """Say whether the file is there, as far as that is known without a request: a bucket is believed."""

    def listing(self) -> dict[str, str]:
        """Give all that is there: path -> tag, which changes with the content."""

    def announce(self, paths: Iterable[str]) -> str | None:
        """Tell caches in front of the store what changed or went; gives a warning where that failed."""
