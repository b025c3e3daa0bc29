"""What is known of each customer, before anyone gives points for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import pandas as pd

from arcollect.analysis.keys import Flags, group_codes, largest, sums
from arcollect.analysis.position import Apart
from arcollect.analysis.standing.scoring.sheet import NOTHING, Sheet, sheets
from arcollect.dates import add_months

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy

Account: TypeAlias = tuple[str, str]  # own company, customer key
Money: TypeAlias = Mapping[str, int]  # currency -> minor units

ACCOUNT = ("company", "customer_key")


@dataclass(frozen=True, slots=True)
class Lateness:
    """How late the documents of one account were paid, or are by now.

    mean_days: of days late, each counted up to the day at which the points end, so that
    one very old document cannot hide behind others; None without documents.
    """

    documents: int = 0
    late: int = 0
    mean_days: Fraction | None = None
    worst_days: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """One customer of one own company, all its currencies side by side (minor units).

    paid: documents that fell due in the lookback, and open overdue ones; recent: those
    that fell due in the last months. late_rate: late-paid or overdue amount by amount
    fallen due in three months, worst currency (X-33), None for very few documents.
    overdue: without disputed parts and what is listed apart, less unapplied receipts
    (U-02). unapplied: receipts and credits that wait to be matched. knows_payments: the
    file shows when documents were paid, so that punctuality can be judged at all.
    """

    company: str
    customer_key: str
    customer: str
    paid: Lateness = field(default_factory=Lateness)
    recent: Lateness = field(default_factory=Lateness)
    late_rate: Fraction | None = None
    late_of: tuple[int, int, str] = (0, 0, "")  # late, fallen due, currency
    fell_due: Money = field(default_factory=dict)  # in those months
    fell_late: Money = field(default_factory=dict)  # of it, paid late or overdue
    fell_due_documents: int = 0
    open: Money = field(default_factory=dict)
    overdue: Money = field(default_factory=dict)
    balance: Money = field(default_factory=dict)  # open less unapplied, 0 at least
    unapplied: Money = field(default_factory=dict)
    worst_overdue_days: int = 0
    billed: Money = field(default_factory=dict)  # what an overdue amount is a share of
    first_document: dt.date | None = None
    disputed: int = 0
    is_bad_debt: bool = False
    sheet: Sheet = NOTHING
    knows_payments: bool = False

    @property
    def account(self) -> Account:
        """Own company and customer."""
        return self.company, self.customer_key

    @property
    def is_in_credit(self) -> bool:
        """Whether what waits to be matched covers all it owes: ours to settle first (U-02).

        Nobody is chased, cut off or sued over our own bookkeeping.
        """
        return any(self.unapplied.values()) and not any(self.balance.values())


def facts(position: Position, policy: Policy) -> tuple[Facts, ...]:
    """Everything the ledger says about each (own company, customer), in that order.

    Documents listed apart or disputed do not count for or against a customer (U-05,
    U-13); related parties are left out. A customer only known from the customers sheet
    has no facts: nothing is owed.
    """
    gathered = _Gathered(position, policy)
    return tuple(gathered.of(account) for account in sorted(gathered.names))


def knows_payments(position: Position) -> bool:
    """Whether the file says when documents were paid: settled dates or receipts."""
    source = position.ledger.source
    return "settled_date" in source.has or len(position.ledger.receipts) > 0


class _Gathered:
    """Each fact counted once for all accounts."""

    def __init__(self, position: Position, policy: Policy) -> None:
        self.position, self.policy = position, policy
        documents = position.documents
        decided = documents[_decided(position)]
        related = _related(position)
        self.names = {a: name for a, name in _names(position).items() if a not in related}
        self.sheets = sheets(position.ledger.customers)
        self.knows = knows_payments(position)
        since = add_months(position.as_of, -policy.grade.lookback_months)
        recent = add_months(position.as_of, -policy.score.recent_months)
        quarter = add_months(position.as_of, -policy.segment.late_rate_months)
        is_open = decided["is_open"].to_numpy(bool)
        self.paid = self._lateness(decided[_since(decided, since) | is_open])
        self.recent = self._lateness(decided[_since(decided, recent)])
        fell_due = decided[_after(decided, quarter)]
        self.fell_due = _money(fell_due, "amount_minor")
        self.due_lately = _count(_due_after(position, quarter))
        self.fell_late = _money(fell_due[fell_due["days_late"] > 0], "amount_minor")
        plain = position.open[position.open["apart"].astype(object) == Apart.NO]
        late = plain[plain["days_past_due"] > 0]
        self.open = _money(position.open, "open_minor")
        self.unapplied = _money(position.credits, "unapplied_minor")
        self.overdue = _money(
            late.assign(plain_minor=late["open_minor"] - late["disputed_minor"]), "plain_minor"
        )
        self.worst = _worst(late, "days_past_due")
        self.billed = _money(_billed(position, since), "share_of_minor")
        self.first = _first(position)
        self.disputed = _disputed(position, since)
        self.bad = _bad_debtors(position)

    def of(self, account: Account) -> Facts:
        """All facts of one account."""
        sheet = self.sheets.get(account) or self.sheets.get(("", account[1])) or NOTHING
        overdue = _net(self.overdue.get(account, {}), self.unapplied.get(account, {}))
        late_of = _worst_share(self.fell_late.get(account, {}), self.fell_due.get(account, {}))
        return Facts(
            *account,
            self.names[account],
            paid=self.paid.get(account, Lateness()),
            recent=self.recent.get(account, Lateness()),
            late_rate=self._late_rate(account, late_of),
            late_of=late_of,
            fell_due=self.fell_due.get(account, {}),
            fell_late=self.fell_late.get(account, {}),
            fell_due_documents=self.due_lately.get(account, 0),
            open=self.open.get(account, {}),
            overdue=overdue,
            balance=_net(self.open.get(account, {}), self.unapplied.get(account, {})),
            unapplied=self.unapplied.get(account, {}),
            worst_overdue_days=self.worst.get(account, 0) if any(overdue.values()) else 0,
            billed=self.billed.get(account, {}),
            first_document=self.first.get(account),
            disputed=self.disputed.get(account, 0),
            is_bad_debt=account in self.bad or sheet.is_bad_debt,
            sheet=sheet,
            knows_payments=self.knows,
        )

    def _late_rate(self, account: Account, late_of: tuple[int, int, str]) -> Fraction | None:
        enough = self.due_lately.get(account, 0) >= self.policy.segment.late_rate_least_documents
        return Fraction(*late_of[:2]) if late_of[1] and enough and self.knows else None

    def _lateness(self, documents: pd.DataFrame) -> dict[Account, Lateness]:
        (which,), table = group_codes([documents], ACCOUNT)
        days, count = documents["days_late"].to_numpy(np.int64), len(table)
        capped = np.minimum(days, self.policy.score.mean_zero_days)
        columns = (
            sums(which, np.ones_like(days), count).tolist(),
            sums(which, (days > 0).astype(np.int64), count).tolist(),
            sums(which, capped, count).tolist(),
            largest(which, days, count).tolist(),
        )
        return {
            account: Lateness(n, late, Fraction(total, n), worst)
            for account, n, late, total, worst in zip(_accounts(table), *columns, strict=True)
        }


def _decided(position: Position) -> Flags:
    """Documents that count: fallen due, paid on a known day or still open, not apart."""
    documents, day = position.documents, np.datetime64(position.as_of, "D")
    due = documents["due_date"].to_numpy("datetime64[D]")
    is_open = documents["is_open"].to_numpy(bool)
    known = is_open | documents["settled_date"].notna().to_numpy(bool)
    plain = documents["apart"].astype(object).to_numpy() == Apart.NO
    fell = np.where(is_open, due < day, due <= day)
    found: Flags = known & plain & fell & ~documents["is_disputed"].to_numpy(bool)
    return found


def _due_after(position: Position, day: dt.date) -> pd.DataFrame:
    """Documents that fell due after `day` up to the as-of date, decided or not."""
    documents = position.documents
    due = documents["due_date"].to_numpy("datetime64[D]")
    plain = documents["apart"].astype(object).to_numpy() == Apart.NO
    fell: Flags = plain & _after(documents, day) & (due <= np.datetime64(position.as_of, "D"))
    return documents[fell]


def _since(documents: pd.DataFrame, first: dt.date) -> Flags:
    due = documents["due_date"].to_numpy("datetime64[D]")
    found: Flags = due >= np.datetime64(first, "D")
    return found


def _after(documents: pd.DataFrame, day: dt.date) -> Flags:
    due = documents["due_date"].to_numpy("datetime64[D]")
    found: Flags = due > np.datetime64(day, "D")
    return found


def _accounts(table: pd.DataFrame) -> Iterator[Account]:
    rows = zip(table["company"], table["customer_key"], strict=True)
    return ((str(company), str(key)) for company, key in rows)


def _money(frame: pd.DataFrame, name: str) -> dict[Account, dict[str, int]]:
    (which,), table = group_codes([frame], (*ACCOUNT, "currency"))
    total = sums(which, frame[name].to_numpy(np.int64), len(table)).tolist()
    found: dict[Account, dict[str, int]] = {}
    rows = zip(_accounts(table), table["currency"], total, strict=True)
    for account, currency, minor in rows:
        found.setdefault(account, {})[str(currency)] = minor
    return found


def _worst(frame: pd.DataFrame, name: str) -> dict[Account, int]:
    (which,), table = group_codes([frame], ACCOUNT)
    days = largest(which, frame[name].to_numpy(np.int64), len(table)).tolist()
    return dict(zip(_accounts(table), days, strict=True))


def _names(position: Position) -> dict[Account, str]:
    """Every account with a document or a credit; the last name seen stands for all."""
    known: dict[Account, str] = {}
    for frame in (position.credits, position.documents, position.open):
        rows = frame[[*ACCOUNT, "customer"]].drop_duplicates()
        known |= {(str(c), str(k)): str(n) for c, k, n in rows.itertuples(index=False)}
    return known


def _related(position: Position) -> set[Account]:
    """Accounts whose items are listed apart as related parties (U-05)."""
    rows = [
        frame.loc[frame["apart"].astype(object) == Apart.RELATED, list(ACCOUNT)]
        for frame in (position.open, position.documents)
    ]
    return set(_accounts(pd.concat(rows).drop_duplicates()))


def _billed(position: Position, since: dt.date) -> pd.DataFrame:
    """What an overdue amount is measured against.

    Documents due since the start of the lookback at their amount, those not yet due
    too, so that a payment changes nothing; older open ones at what is open.
    """
    documents = position.documents
    old = documents["due_date"].to_numpy("datetime64[D]") < np.datetime64(since, "D")
    amount = np.where(old, documents["open_minor"], documents["amount_minor"])
    plain = documents["apart"].astype(object).to_numpy() == Apart.NO
    return documents.assign(share_of_minor=np.where(plain, amount, 0))


def _first(position: Position) -> dict[Account, dt.date]:
    items = position.ledger.items
    dated = items[items["issue_date"].notna()]
    keys = [dated[name].astype(object) for name in ACCOUNT]
    first = dated["issue_date"].groupby(keys).min().reset_index()
    days = first["issue_date"].to_numpy("datetime64[D]").tolist()
    return dict(zip(_accounts(first), days, strict=True))


def _disputed(position: Position, since: dt.date) -> dict[Account, int]:
    """Documents of the lookback that the file marks as disputed, in full or in part."""
    items = position.ledger.items
    marked = items["is_disputed"] | (items["disputed_minor"] > 0)
    rows = items[marked & ~(items["issue_date"] < np.datetime64(since, "s"))]
    return _count(rows)


def _count(rows: pd.DataFrame) -> dict[Account, int]:
    (which,), table = group_codes([rows], ACCOUNT)
    many = np.bincount(which, minlength=len(table)).tolist()
    return dict(zip(_accounts(table), many, strict=True))


def _bad_debtors(position: Position) -> set[Account]:
    items = position.ledger.items
    issued = ~(items["issue_date"] > np.datetime64(position.as_of, "s"))
    marked = (items["is_bad_debt"] | items["is_written_off"]) & issued
    return set(_accounts(items.loc[marked, list(ACCOUNT)].drop_duplicates()))


def _net(open_: Money, unapplied: Money) -> dict[str, int]:
    return {code: max(minor - unapplied.get(code, 0), 0) for code, minor in open_.items()}


def _worst_share(part: Money, whole: Money) -> tuple[int, int, str]:
    """Part, whole and currency where the share is largest; nothing of nothing first."""
    shares = [(part.get(code, 0), total, code) for code, total in whole.items() if total > 0]
    return max(shares, key=lambda s: (Fraction(s[0], s[1]), s[2]), default=(0, 0, ""))
