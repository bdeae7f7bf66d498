"""Every sentence that the page explains is one that golive says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest
from scenes import ROOT

PAGE = (ROOT / "docs" / "troubleshooting.md").read_text("utf-8")
SENTENCES = re.findall(r"^### `(.+)`$", PAGE, re.MULTILINE)


def sentences_of_code() -> Iterator[str]:
    """Every string in the code, with … for what is put into it."""
    for package in ("generator", "mail"):
        for path in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.JoinedStr):
                    parts = (p.value if isinstance(p, ast.Constant) else "…" for p in node.values)
                    yield " ".join("".join(map(str, parts)).split())
                elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


SAID = set(sentences_of_code())


def test_there_are_sentences() -> None:
    assert len(SENTENCES) > 20


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence[:40])
def test_golive_says_it(sentence: str) -> None:
    whole = re.sub(r"…+", "…", sentence)
    said = {re.sub(r"…+", "…", one.replace("… …", "……")) for one in SAID}
    assert whole in said, "no code says this any more; bring docs/troubleshooting.md up to date"
