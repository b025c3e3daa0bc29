"""What the checks look at: documents, money in, and what is known of customers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
import pandas as pd

from arcollect.analysis.asof.credits import among_items
from arcollect.analysis.asof.names import chosen_names, renamed
from arcollect.analysis.asof.recorded import counts_as_money, dates
from arcollect.analysis.keys import PARTY, Flags, Ints, group_codes
from arcollect.analysis.outcome.audit.hint import Whose
from arcollect.ledger.forms.identity import name_key
from arcollect.ledger.schema import ItemKind

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.policy.outcome.audit import AuditPolicy
    from arcollect.register.entries import History

_ITEM_COLUMNS = (
    "source", "sheet", "row", *PARTY, "customer", "kind", "document_no", "invoice_no",
    "contract_no", "delivery_proof", "customer_tax_id", "salesperson", "operator", "approver",
    "collector", "contract_signer", "issue_date", "entry_date", "settled_date",
    "amount_minor", "paid_minor", "open_minor",
)  # fmt: skip
_WHERE = ("source", "sheet", "row", *PARTY, "customer")
_RECEIPT_TEXT = ("source", "sheet", *PARTY, "customer", "payer", "cashier", "payer_account")


Made = TypeVar("Made")


@dataclass(frozen=True, eq=False)
class Desk:
    """Everything up to the as-of date, once; frames are made when a check asks."""

    position: Position
    policy: Policy
    history: History
    kept: dict[str, Any] = field(default_factory=dict, repr=False)

    def once(self, make: Callable[[Desk], Made]) -> Made:
        """What several checks need, made for the first of them."""
        if make.__name__ not in self.kept:
            self.kept[make.__name__] = make(self)
        found: Made = self.kept[make.__name__]
        return found

    @property
    def as_of(self) -> dt.date:
        """The day on which the books are looked at."""
        return self.position.as_of

    @property
    def rules(self) -> AuditPolicy:
        """The thresholds of the checks."""
        return self.policy.audit

    @cached_property
    def names(self) -> dict[str, str]:
        """The present name of each renamed customer."""
        return chosen_names(self.position.ledger)

    @cached_property
    def items(self) -> pd.DataFrame:
        """Every item that is not dated after the as-of date."""
        items = self.position.ledger.items[list(_ITEM_COLUMNS)]
        live = ~(dates(items["issue_date"]) > np.datetime64(self.as_of, "D"))
        return renamed(items[live], self.names).reset_index(drop=True)

    @cached_property
    def debits(self) -> pd.DataFrame:
        """Documents that bill something: no receipts, credit notes, opening balances."""
        kind = self.items["kind"].astype(object)
        billed = (kind == ItemKind.INVOICE) & (self.items["amount_minor"] > 0)
        return self.items[billed.to_numpy(bool)].reset_index(drop=True)

    @cached_property
    def receipts(self) -> pd.DataFrame:
        """Money that came in, each sum once: sheet and journal, no dishonoured bills.

        `date` is the bank's or the booking's day, NaT where there is none; `is_cash` is
        false for bills.
        """
        both = pd.concat([self._received(), self._booked()], ignore_index=True)
        day = dates(both["date"])
        use = (both["amount_minor"] > 0).to_numpy() & ~(day > np.datetime64(self.as_of, "D"))
        return renamed(both[use], self.names).reset_index(drop=True)

    @cached_property
    def settled(self) -> pd.DataFrame:
        """Documents of which only the settled date says when they were paid, like receipts."""
        payments = self.position.payments
        only = payments[(payments["how"].astype(object) == "settled").to_numpy(bool)]
        rows = self.position.ledger.items.loc[only["item"], list(_WHERE)]
        minor = only["amount_minor"].to_numpy()
        made = rows.assign(date=only["date"].to_numpy(), amount_minor=minor, is_cash=True)
        use = minor > 0
        return renamed(made[use], self.names).reset_index(drop=True)

    def _received(self) -> pd.DataFrame:
        receipts = self.position.ledger.receipts
        use = counts_as_money(receipts)
        if len(receipts):
            use = use & ~among_items(self.position.ledger)
        found = receipts[use]
        texts = {name: found[name].astype(object) for name in _RECEIPT_TEXT}
        is_cash = (found["method"].astype(object) != "bill").to_numpy(bool)
        rest = found[["row", "date", "amount_minor"]]
        return rest.assign(**texts, is_cash=is_cash)

    def _booked(self) -> pd.DataFrame:
        items = self.position.ledger.items
        found = items[(items["kind"].astype(object) == ItemKind.RECEIPT).to_numpy(bool)]
        texts = {n: found[n].astype(object) if n in found else "" for n in _RECEIPT_TEXT}
        day, minor = found["issue_date"], -found["amount_minor"]
        return found[["row"]].assign(date=day, amount_minor=minor, **texts, is_cash=True)

    @cached_property
    def groups(self) -> dict[str, str]:
        """Names that the policy says belong together: each to the first of its group."""
        return {
            name_key(name): name_key(group[0]) for group in self.rules.same_group for name in group
        }

    def identity(self, name: str) -> str:
        """A name without its accidents; the same for all names of one group."""
        key = name_key(name)
        return self.groups.get(key, key)


def stated(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    """The rows that say something in a column: where each stands, of whom, and what."""
    some = frame[["source", "sheet", "row", "customer_key", "customer", column]]
    return some[(some[column].astype(object) != "").to_numpy(bool)]


def is_filled(frame: pd.DataFrame, *columns: str) -> bool:
    """Whether any of these columns says anything at all."""
    return any(bool((frame[name].astype(object) != "").any()) for name in columns)


def parties(frame: pd.DataFrame) -> Iterator[tuple[Whose, Ints]]:
    """The rows of each own company, customer and currency, in the order of the frame."""
    for rows in grouped(frame, PARTY):
        yield whose(frame, rows[0]), rows


def grouped(frame: pd.DataFrame, columns: Sequence[str]) -> Iterator[Ints]:
    """The row positions that share these texts."""
    (codes,), _ = group_codes([frame], columns)
    yield from split(codes)


def split(codes: Ints) -> Iterator[Ints]:
    """The row positions of each code, in order; nothing of an empty frame."""
    order = np.argsort(codes, kind="stable")
    cuts = np.flatnonzero(np.diff(codes[order])) + 1
    if len(order):
        yield from np.split(order, cuts)


def repeated(frame: pd.DataFrame, columns: Sequence[str]) -> Flags:
    """Rows that share all of these columns with another row."""
    return frame.duplicated(list(columns), keep=False).to_numpy(bool)


def whose(frame: pd.DataFrame, row: int) -> Whose:
    """Whose row it is."""
    one = frame.iloc[int(row)]
    return Whose(str(one["company"]), str(one["customer"]), str(one["currency"]))
