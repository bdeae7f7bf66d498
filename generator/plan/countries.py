"""Countries and their parts, as the `holidays` library knows them: is there a calendar for this company?"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches


def country_fault(country: str | None, subdivision: str | None) -> str | None:
    """Say what is wrong with a side's country or subdivision, with a suggestion; None if both are known."""
    if not country:
        return (
            f"has a subdivision {subdivision!r} but no country; add one such as DE" if subdivision else None
        )
    import holidays
    from holidays.registry import COUNTRIES

    known = {iso for _, iso, *_ in COUNTRIES.values()}  # holidays' own list would import all 250 countries
    if country not in known:
        near = sorted(set(_countries_like(country)) & known)[:3]
        hint = (
            f"; did you mean {' or '.join(near)}?" if near else "; write its ISO 3166 code, such as DE or US"
        )
        return f"{country!r} is not a country that holidays knows{hint}"
    entity = holidays.country_holidays(country)
    parts = [*entity.subdivisions, *entity.subdivisions_aliases]
    if not subdivision or subdivision in parts:
        return None
    if not parts:
        return f"{subdivision!r} is not needed: holidays knows no subdivisions of {country}; leave it out"
    tail = subdivision.upper().removeprefix(f"{country}-")
    near = [tail] if tail in parts else get_close_matches(subdivision, parts, n=2, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else f"it knows {', '.join(entity.subdivisions[:12])}"
    return f"{subdivision!r} is not a subdivision of {country} that holidays knows; {hint}"


def _countries_like(code: str) -> Iterator[str]:
    """Countries that people mean by a code that is not ISO's: by initials ("UK") or beginning ("SP")."""
    from holidays.registry import COUNTRIES

    for name, (entity, iso, *others) in COUNTRIES.items():
        initials = "".join(c for c in entity if c.isupper())
        if code == initials or name.startswith(code.lower()) or code in others:
            yield iso
