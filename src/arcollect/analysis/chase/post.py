"""Where a letter goes: address, phone, e-mail and the way a customer wants it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from arcollect.analysis.chase.account import rows

if TYPE_CHECKING:
    from arcollect.ledger.schema import Ledger

_WAYS = {
    "email": ("邮件", "邮箱", "mail"),
    "wechat": ("微信", "wechat", "weixin"),
    "post": ("邮寄", "快递", "信函", "纸质", "post", "courier", "paper", "ems", "letter"),
}


@dataclass(frozen=True, slots=True)
class Contact:
    """How one person is reached."""

    phone: str = ""
    email: str = ""
    address: str = ""


NOBODY = Contact()


@dataclass(frozen=True, slots=True)
class Directory:
    """Contacts by (customer key, name); addresses and channels by (company, customer key)."""

    people: Mapping[tuple[str, str], Contact] = field(default_factory=dict)
    addresses: Mapping[tuple[str, str], str] = field(default_factory=dict)
    channels: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def person(self, customer_key: str, name: str) -> Contact:
        """How this contact of the customer is reached; blank where nobody knows."""
        return self.people.get((customer_key, name), NOBODY)

    def address(self, company: str, customer_key: str) -> str:
        """The customer's postal address: of this own company's row, else of all."""
        known = self.addresses
        return known.get((company, customer_key)) or known.get(("", customer_key), "")

    def channel(self, company: str, customer_key: str) -> str:
        """The channel (发送方式): email, wechat, post; "" where the sheet does not say."""
        known = self.channels
        return known.get((company, customer_key)) or known.get(("", customer_key), "")


def directory(ledger: Ledger) -> Directory:
    """What the customers and contacts sheets say about reaching people."""
    people = {
        (str(row["customer_key"]), str(row["contact"]).strip()): Contact(
            str(row["phone"]).strip(), str(row["email"]).strip(), str(row["address"]).strip()
        )
        for row in rows(ledger.contacts)
    }
    addresses = {("", key): who.address for (key, _), who in people.items() if who.address}
    channels: dict[tuple[str, str], str] = {}
    for row in rows(ledger.customers):
        key = str(row["company"]), str(row["customer_key"])
        channels[key] = _way(str(row["channel"]))
        if address := str(row["address"]).strip():
            addresses[key] = address
    return Directory(people, addresses, channels)


def _way(said: str) -> str:
    words = said.casefold()
    return next((way for way, known in _WAYS.items() if any(w in words for w in known)), "")
