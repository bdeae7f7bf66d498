"""A store that only writes down what would happen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.deploy.stores.records import Records
from generator.deploy.stores.store import Store


@dataclass
class DryStore:
    """A store that only writes down what would happen."""

    behind: Store
    would_put: list[str] = field(default_factory=list)
    would_delete: list[str] = field(default_factory=list)

    @property
    def lingers_seconds(self) -> int:
        """As the store behind."""
        return self.behind.lingers_seconds

    @property
    def records(self) -> Records | None:
        """Those of the store behind, to read."""
        return self.behind.records

    def put_all(self, files: Mapping[str, bytes]) -> dict[str, str]:
        """Note the files."""
        self.would_put.extend(files)
        return {}

    def delete_all(self, paths: Iterable[str]) -> None:
        """Note the files."""
        self.would_delete.extend(paths)

    def has(self, path: str) -> bool:
        """Ask the store behind."""
        return self.behind.has(path)

    def listing(self) -> dict[str, str]:
        """Ask the store behind."""
        return self.behind.listing()

    def announce(self, paths: Iterable[str]) -> str | None:
        """Nothing changed, so nobody is told."""
        return None
