"""Content lines are folded as the library folds them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar.parser import Contentline

from generator.site.feeds.content import _folded

LINES = st.text(
    st.sampled_from("ab\\^,;\N{CHECK MARK}\N{LATIN SMALL LETTER E WITH ACUTE}日\U0001f600 "), max_size=400
)


@given(LINES)
def test_folds_where_the_library_does(text: str) -> None:
    line = f"SUMMARY:{text}"
    assert _folded(line.encode()) == Contentline(line).to_ical()


def test_a_line_end_in_a_line_is_an_error() -> None:
    with pytest.raises(ValueError, match="line end"):
        _folded(b"SUMMARY:a\nBEGIN:VEVENT")
