"""The reference pages say what the code says; `make golden` writes them anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docs_reference import PAGES


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.stem)
def test_it_is_current(file: Path, golden: Callable[[Path, bytes], None]) -> None:
    golden(file, PAGES[file]().encode("utf-8"))
