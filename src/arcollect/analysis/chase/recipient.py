"""Who at the customer reads the letter, and what is known about them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.analysis.chase.account import rows
from arcollect.analysis.chase.ladder import DECIDERS, RUNGS, Sent

if TYPE_CHECKING:
    import pandas as pd

_NEVER = Sent()
_DESKS = ("purchasing", "finance")
_ROLES_BY_RUNG = {
    0: ("finance", "purchasing", "other", *DECIDERS),
    1: ("purchasing", "finance", "other", *DECIDERS),
    2: ("finance", "purchasing", *DECIDERS, "other"),
    3: DECIDERS,
    4: (*DECIDERS, "finance", "purchasing", "other"),
}
_LANGUAGES = {
    "zh": "zh", "zh-cn": "zh", "中文": "zh", "汉语": "zh", "chinese": "zh", "cn": "zh",
    "en": "en", "en-us": "en", "en-gb": "en", "英文": "en", "英语": "en", "english": "en",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """One contact of a customer."""

    name: str
    role: str
    title: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Customer:
    """What the customers and contacts sheets say about one customer."""

    flags: frozenset[str] = frozenset()
    sent: Sent = _NEVER
    language: str = ""
    address: str = ""
    people: tuple[Person, ...] = ()
    customer_type: str = ""

    @property
    def has_decider(self) -> bool:
        """Whether somebody above purchasing and finance can be written to (U-21)."""
        return any(p.role in DECIDERS for p in self.people)

    def addressee(self, level: str) -> Person | None:
        """Whom a letter of `level` is written to: L1 purchasing, L2 finance, L3 the boss.

        None when no contact fits; below L3 the letter then goes to the customer
        as such (R000-13, R000-26).
        """
        wanted = _ROLES_BY_RUNG[RUNGS[level]]
        found = (p for role in wanted for p in self.people if p.role == role)
        return next(found, None)

    def copied(self, addressee: Person | None) -> tuple[Person, ...]:
        """Purchasing and finance people of the same customer, never others (R000-31)."""
        desk = (p for p in self.people if p.role in _DESKS and p != addressee)
        return tuple(dict.fromkeys(desk))


def customers(frame: pd.DataFrame, contacts: pd.DataFrame) -> Mapping[tuple[str, str], Customer]:
    """Every known customer by (own company, customer key).

    A row of the customers sheet without own company speaks for all of them:
    look up ("", key) when (company, key) is not there.
    """
    people = _people(contacts)
    found = {("", key): Customer(people=who, address=_address(who)) for key, who in people.items()}
    for row in rows(frame):
        key = str(row["customer_key"])
        found[str(row["company"]), key] = _customer(row, people.get(key, ()))
    return found


def known_as(
    known: Mapping[tuple[str, str], Customer], company: str, customer_key: str
) -> Customer:
    """The customers sheet's row for this own company, else the one for all of them."""
    return known.get((company, customer_key)) or known.get(("", customer_key)) or Customer()


def _customer(row: Mapping[str, object], people: tuple[Person, ...]) -> Customer:
    flags = (f.strip() for f in str(row["flags"]).split(";"))
    return Customer(
        flags=frozenset(f for f in flags if f),
        sent=_sent(str(row["last_letter_level"]).strip(), row["last_letter_date"]),
        language=_LANGUAGES.get(str(row["language"]).strip().casefold(), ""),
        address=str(row["address"]) or _address(people),
        people=people,
        customer_type=str(row["customer_type"]),
    )


def _address(people: tuple[Person, ...]) -> str:
    return next((p.address for p in people if p.address), "")


def _sent(level: str, date: object) -> Sent:
    known = {name.casefold(): name for name in RUNGS}.get(level.casefold(), "")
    return Sent(known, date if known and isinstance(date, dt.date) else None)


def _people(contacts: pd.DataFrame) -> dict[str, tuple[Person, ...]]:
    found: dict[str, tuple[Person, ...]] = {}
    for row in rows(contacts):
        name, role = str(row["contact"]).strip(), str(row["role"]) or "other"
        if name:
            who = Person(name, role, str(row["title"]).strip(), str(row["address"]))
            key = str(row["customer_key"])
            found[key] = (*found.get(key, ()), who)
    return found
