"""Which customer of the ledger is meant; never a guess."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from arcollect.analysis.keys import PARTY
from arcollect.errors import Message, message
from arcollect.ledger.forms.identity import name_key

if TYPE_CHECKING:
    from arcollect.ledger.schema import Ledger
    from arcollect.register.entries import Party

_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Known:
    """A party of the ledger with the name it goes by."""

    party: Party
    customer: str


class Parties:
    """The parties of a ledger, to be asked by code or by name."""

    def __init__(self, ledger: Ledger) -> None:
        items = ledger.items
        columns = [*PARTY, "customer", "customer_code"]
        rows = items[columns].drop_duplicates().astype(str).itertuples(index=False, name=None)
        self._names: dict[Party, str] = {}
        self._keys: dict[str, set[str]] = {}
        for company, key, currency, name, code in rows:
            self._names.setdefault((company, key, currency), name)
            for word in (key, code, name):
                self._keys.setdefault(name_key(word), set()).add(key)
        for key, name in zip(*_also(ledger), strict=True):
            self._keys.setdefault(name_key(name), set()).add(key)

    @cached_property
    def _by_key(self) -> Mapping[str, list[Party]]:
        found: dict[str, list[Party]] = {}
        for party in self._names:
            found.setdefault(party[1], []).append(party)
        return found

    def find(self, named: str, company: str = "", currency: str = "") -> Known | Message:
        """The one party that is meant, or why nobody can tell.

        named: a code or a name, whole (case and width make no difference). Where the
        customer owes to several own companies or in several currencies, those must be
        said as well. An unknown name is answered with the nearest ones.
        """
        keys = sorted(self._keys.get(name_key(named), set()))
        if not keys:
            return message("log_why.unknown", named=named, near=self._near(named))
        if len(keys) > 1:
            return message("log_why.several", named=named, codes=keys)
        return self._one(keys[0], named, company, currency)

    def of_key(self, key: str, company: str, currency: str) -> Known | Message:
        """The party that a worklist's hidden columns name."""
        name = self._names.get((company, key, currency))
        if name is None:
            return message("log_why.unknown", named=key, near=self._near(key))
        return Known((company, key, currency), name)

    def _one(self, key: str, named: str, company: str, currency: str) -> Known | Message:
        fits = [
            party
            for party in self._by_key.get(key, [])
            if company in {"", party[0]} and currency.upper() in {"", party[2]}
        ]
        if len(fits) == 1:
            return Known(fits[0], self._names[fits[0]])
        if key not in self._by_key:
            return message("log_why.no_documents", named=named)
        if not fits:
            where = [" ".join(filter(None, (p[0], p[2]))) for p in self._by_key.get(key, [])]
            return message("log_why.not_there", named=named, where=where)
        if len({party[0] for party in fits}) > 1:
            companies = list(dict.fromkeys(p[0] for p in fits if p[0]))
            return message("log_why.company", named=named, companies=companies)
        return message("log_why.currency", named=named, currencies=[p[2] for p in fits])

    def _near(self, named: str) -> list[str]:
        names = sorted(set(self._names.values()))
        inside = [name for name in names if named.casefold() in name.casefold()]
        return (inside or difflib.get_close_matches(named, names, _NEAREST, 0.4))[:_NEAREST]


def _also(ledger: Ledger) -> tuple[list[str], list[str]]:
    """Names and codes of the customers sheet."""
    sheet = ledger.customers
    keys = sheet["customer_key"].astype(str).tolist() * 2
    return keys, [*sheet["customer"].astype(str), *sheet["customer_code"].astype(str)]
