"""Headers in the words that people use, and owners in the ways they name them."""

from __future__ import annotations

import pytest

from generator.exchange.headers import guess_columns
from generator.exchange.people import Cast


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        ("Owner|Milestone|Status|Due Date", "owner outcome status due"),
        ("TASK NAME:|ASSIGNED TO|START DATE|END DATE|% Complete", "outcome owner start due status"),
        (
            "Activity|Owner|Owner email|Company|Target date|Notes/Comments",
            "outcome owner owner_email side due notes",
        ),
        ("Who|What|By when", "owner outcome due"),
        ("Description|Owner|Date completed", "outcome owner done_on"),
        ("Task|Description|Owner", "outcome notes owner"),
        ("Meilenstein|Verantwortlich|Fälligkeit|Abhängig von|Dauer (Tage)", "outcome owner due after takes"),
        ("Étape|Responsable|Date d'échéance|État|Durée", "outcome owner due status takes"),
        ("Hito|Encargado|Fecha límite|Estado|Comentarios", "outcome owner due status notes"),
        ("Phase|Step|Lead|ETA|Success criteria|Predecessors", "stage outcome owner expected exit after"),
        ("Target due (worked out)|Outcome|Agreed due", "- outcome due"),
        ("Price|Quantity", "- -"),
    ],
)
def test_columns(headers: str, fields: str) -> None:
    found = guess_columns(tuple(headers.split("|")))
    assert found == {field: at for at, field in enumerate(fields.split()) if field != "-"}


@pytest.mark.parametrize(
    ("cell", "roles"),
    [
        ("Jane Roe", [("buyer", "Jane Roe", "")]),
        ("jane.roe@borealis.example", [("buyer", "Jane Roe", "jane.roe@borealis.example")]),
        ("Jane Roe <jane@borealis.example>", [("buyer", "Jane Roe", "jane@borealis.example")]),
        ("Sam Field <sam@nimbus.example>", [("seller", "Sam Field", "sam@nimbus.example")]),
        ("Sam, sam@own-domain.example", [("seller", "Sam", "sam@own-domain.example")]),
        ("Procurement", [("buyer", "", "")]),
        ("Account executive", [("seller", "", "")]),
        ("Priya Nair (Nimbus Robotics)", [("seller", "Priya Nair", "")]),
        (
            "Jane Roe; t.li@borealis.example",
            [("buyer", "Jane Roe", ""), ("buyer", "T Li", "t.li@borealis.example")],
        ),
        ("Jane Roe, CFO", [("buyer", "Jane Roe", "")]),
        ("Jane Roe / Tom Li", [("buyer", "Jane Roe", ""), ("buyer", "Tom Li", "")]),
        ("Borealis Foods", [("buyer", "", "")]),
        ("nimbus", [("seller", "", "")]),
        ("Customer", [("buyer", "", "")]),
        ("Vendor", [("seller", "", "")]),
        ("Both teams", [("buyer", "", ""), ("seller", "", "")]),
        ("", [("buyer", "", "")]),
    ],
)
def test_owners(cell: str, roles: list[tuple[str, str, str]]) -> None:
    companies = {"buyer": "Borealis Foods", "seller": "Nimbus Robotics"}
    cast = Cast(companies, frozenset(["own-domain.example"]))  # type: ignore[arg-type]
    ids = cast.owners(cell)
    found = [cast.roles[i] for i in ids]
    assert [(r["side"], r.get("name", ""), r.get("email", "")) for r in found] == roles
    assert cast.owners(cell) == ids
    assert all(r["title"] for r in found)
