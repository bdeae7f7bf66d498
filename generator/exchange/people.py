"""Who owns what: from names, emails, job titles and company names in cells to the roles of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.exchange.headers import normalised
from generator.exchange.table import Row, line_of
from generator.exchange.words import BOTH_WORDS, BUYER_WORDS, SELLER_TITLES, SELLER_WORDS, TITLE_WORDS
from generator.plan.model import SideName

MAX_ROLE_ID = 16
UNNAMED = "to-be-named"
_BOTH_TEAMS = 2  # words, as in "both" and "both teams"
_ABBREVIATION = 4
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,190})[A-Za-z0-9]")
_QUALIFIED = re.compile(r"([^(,]{2,80}?)\s*(?:\(([^()]{2,80})\)|,\s*([^,]{2,80})|\s[-–]\s([^,]{2,80}))")
_BETWEEN = re.compile(r"\s*(?:[;/&+\n]|,| and | und | et | y | e )\s*")


@dataclass
class Cast:
    """The roles of a plan in the making; `assumed` collects what was guessed about them.

    `domains` are the seller's own mail domains.
    """

    companies: Mapping[SideName, str]
    domains: frozenset[str]
    roles: dict[str, dict[str, Any]] = field(default_factory=dict)
    guessed_sides: list[str] = field(default_factory=list)
    _known: dict[str, str] = field(default_factory=dict)

    def list_people(self, rows: Iterable[Row], columns: Mapping[str, int]) -> None:
        """Take over a table of people, as our own exports have one."""
        for row in rows:
            said = {name: line_of(row[at]) for name, at in columns.items() if at < len(row)}
            words = said.get("role") or said.get("title") or said.get("name") or said.get("email") or ""
            if not words:
                continue
            side = self.side_named(said.get("side", "")) or self._side_of(words, said.get("email", ""))
            title = said.get("title") or words
            self._add(words, side, title, said.get("name", ""), said.get("email", ""))

    def owners(self, cell: str, *, name: str = "", email: str = "", side: str = "") -> list[str]:
        """Give the roles that a cell names, the owner first; makes those that are not there yet."""
        folded = normalised(cell)
        if folded in self._known:
            return [self._known[folded]]
        stated = self.side_named(side)
        if not folded:
            if name or email:
                return [self._person(name or email, email, stated)]
            return [self._company(stated) if stated else self._unnamed()]
        if folded.split()[0] in BOTH_WORDS and len(folded.split()) <= _BOTH_TEAMS:
            return [self._company("buyer"), self._company("seller")]
        parts = (
            [cell] if self._is_one_person(cell) else [part for part in _BETWEEN.split(cell) if part.strip()]
        )
        found = [self._person(part, email if n == 0 else "", stated) for n, part in enumerate(parts)]
        return list(dict.fromkeys(found)) or [self._unnamed()]

    def side_named(self, text: str) -> SideName | None:
        """Say which side a company's name, or a word such as "customer", stands for."""
        words = normalised(text)
        if not words:
            return None
        for side, company in self.companies.items():
            name = normalised(company)
            if words in (side, name) or (name and (f" {name} " in f" {words} " or name.split()[0] == words)):
                return side
        if set(words.split()) & SELLER_WORDS:
            return "seller"
        return "buyer" if set(words.split()) & BUYER_WORDS else None

    def _person(self, part: str, email: str, stated: SideName | None) -> str:
        address = (found[0] if (found := _EMAIL.search(part)) else email).lower()
        words = re.sub(r"[<(\[]\s*[>)\]]", " ", _EMAIL.sub("", part)).strip(" ,;<>")
        for called in (address, normalised(words)):
            if called and called in self._known:
                return self._known[called]
        if self._is_company(words) and not address:
            return self._company(self.side_named(words) or "buyer")
        name, *rest = _qualified(words)
        company = next((q for q in rest if self._is_company(q)), "")
        title = next((q for q in rest if q != company), "")
        if _is_title(name) and not title:
            name, title = "", name
        if not name and not title:
            name, title = _from_address(address)
        if normalised(name) in self._known:
            return self._known[normalised(name)]
        side = stated or self.side_named(company) or self._side_of(name, address, title)
        return self._add(name or title, side, title or f"{side.title()}'s team", name, address)

    def _is_company(self, words: str) -> bool:
        folded = normalised(words)
        names = [normalised(company) for company in self.companies.values()]
        return bool(folded) and (
            folded in names
            or any(name.startswith(f"{folded} ") for name in names)
            or folded in SELLER_WORDS | BUYER_WORDS
        )

    def _is_one_person(self, cell: str) -> bool:
        """Tell "Jane Roe, CFO", "Jane Roe, Nimbus Robotics" and "Jane, jane@..." from two people."""
        written = _EMAIL.findall(cell)
        name = _EMAIL.sub("", cell).strip(" ,;<>()")
        if len(written) == 1 and name and not _BETWEEN.search(name):
            local = written[0].partition("@")[0].lower()
            return any(word in local for word in normalised(name).split())
        first, *rest = _qualified(cell)
        return (
            any(_is_title(q) or self._is_company(q) for q in rest)
            and not _is_title(first)
            and (not self._is_company(first))
        )

    def _company(self, side: SideName) -> str:
        company = self.companies.get(side) or side
        return self._known.get(side) or self._add(side, side, f"{company}: to be named", "", "")

    def _unnamed(self) -> str:
        return self._known.get(UNNAMED.replace("-", " ")) or self._add(
            UNNAMED, "buyer", "Owner to be named", "", ""
        )

    def _side_of(self, words: str, email: str, title: str = "") -> SideName:
        domain = email.rpartition("@")[2]
        label = domain.split(".")[0]
        if domain and domain in self.domains:
            return "seller"
        for side, company in self.companies.items():
            if label and label in normalised(company).split():
                return side
        said = f"{words} {title}"
        if any(phrase in normalised(said) for phrase in SELLER_TITLES):
            return "seller"
        if named := self.side_named(said):
            return named
        self.guessed_sides.append(words or title or email)
        return "buyer"

    def _add(self, words: str, side: SideName, title: str, name: str, email: str) -> str:
        address = email.lower() if _EMAIL.fullmatch(email) else ""
        stem = words if _is_role_id(words) else _short(re.sub(r"[^a-z0-9]+", "-", normalised(words)))
        role = next(
            i for n in range(1, 9999) if (i := stem if n == 1 else f"{stem[:12]}-{n}") not in self.roles
        )
        given = {"side": side, "title": title[:200], "name": name[:200], "email": address}
        self.roles[role] = {key: value for key, value in given.items() if value}
        for key in (role, normalised(words), normalised(name), address):
            if key:
                self._known.setdefault(key, role)
        return role


def _is_role_id(words: str) -> bool:
    return re.fullmatch(r"[a-z0-9_-]{1,16}", words) is not None


def _short(slug: str) -> str:
    """Cut to the length of a role id, between words where there are several."""
    slug = slug.strip("-")
    cut = (
        slug[:MAX_ROLE_ID]
        if slug[MAX_ROLE_ID : MAX_ROLE_ID + 1] in ("", "-")
        else slug[:MAX_ROLE_ID].rpartition("-")[0]
    )
    return cut or slug[:MAX_ROLE_ID] or "person"


def _is_title(words: str) -> bool:
    return not set(normalised(words).split()).isdisjoint(TITLE_WORDS)


def _qualified(words: str) -> list[str]:
    """Take "Jane Roe (Procurement)", "Jane Roe, CFO" and "Jane Roe - CFO" apart."""
    found = re.fullmatch(
        r"([^(,]{2,80}?)\s*(?:\(([^()]{2,80})\)|,\s*([^,]{2,80})|\s[-–]\s([^,]{2,80}))", words
    )
    return [part.strip() for part in found.groups() if part] if found else [words]


def _from_address(address: str) -> tuple[str, str]:
    """Name and title as an address tells them: jane.roe@ is a name, procurement@ a title."""
    local = address.partition("@")[0]
    if _is_title(local):
        return "", local.upper() if len(local) <= _ABBREVIATION else local.title()
    return local.replace(".", " ").title(), ""
