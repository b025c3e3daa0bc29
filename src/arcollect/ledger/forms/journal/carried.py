"""Opening balances that only repeat what was entered before (承前页, 上年结转)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from arcollect.errors import Severity, message
from arcollect.ledger.cells.column import body_of
from arcollect.ledger.cells.texts import text_column
from arcollect.ledger.forms.draft import Draft, join
from arcollect.ledger.forms.items.build import ItemSheet
from arcollect.ledger.forms.sheet.rows import CODE
from arcollect.ledger.schema import ItemKind, RowClass
from arcollect.money import show

_WHOSE = ("company", "customer_key", "currency")
_ACCOUNT = "gl_account"
_NEVER = int(np.iinfo(np.int64).min)  # no day at all (NaT)


@dataclass(slots=True)
class _Stretch:
    """One customer's entries of one sheet, from an opening balance to the next."""

    sheet: int
    place: int  # of the opening row in its draft, -1 where entries come first
    opening: int = 0
    moved: int = 0
    first: int = _NEVER  # seconds, as numpy counts them
    last: int = _NEVER
    descends: bool = False  # the newest entry stands first

    @property
    def closing(self) -> int:
        """The balance that it leads to."""
        return self.opening + self.moved

    def add(self, minor: int, day: int) -> None:
        """Take one more entry in."""
        self.moved += minor
        if day == _NEVER:
            return
        self.descends |= day < self.last
        self.first = day if self.first == _NEVER else min(self.first, day)
        self.last = max(self.last, day)


def count_openings_once(sheets: Sequence[ItemSheet]) -> None:
    """Of a customer's opening balances only one before all entries is money.

    Journals say it again on every page, month, year and file (承前页, 期初余额, 上年结转).
    Where the entries before it lead to the same balance, the row is left out like a
    subtotal; where they do not, entries are missing between: the difference is kept as
    an item without date, with a warning. Stretches whose days overlap are no
    continuation of each other (two accounts of one customer): all of them count.
    """
    journals = [s for s in sheets if s.found.role == "journal" and s.draft.rows]
    dropped: dict[int, list[int]] = {}
    for stretches in _several(journals):
        balance = stretches[0].closing
        for one in stretches[1:]:
            if one.place < 0:
                balance += one.moved
                continue
            if one.opening != balance:
                _keep_only(journals[one.sheet], one, one.opening - balance, balance)
            else:
                dropped.setdefault(one.sheet, []).append(one.place)
            balance = one.closing
    for number, places in dropped.items():
        _leave_out(journals[number], places)


def _several(journals: Sequence[ItemSheet]) -> Iterator[list[_Stretch]]:
    """The stretches of each customer that has more than one, in the order of days."""
    if not journals:
        return
    every = join([_entries(s) for s in journals])
    texts = [every.text(n) for n in (*_WHOSE, _ACCOUNT)]
    who = np.ravel_multi_index([t.codes for t in texts], [len(t.words) for t in texts])
    opening = every.text("kind").test(lambda k: k == ItemKind.OPENING)
    before = np.cumsum([0, *(s.draft.rows for s in journals)])
    number = np.searchsorted(before, np.arange(every.rows), side="right") - 1
    begins = opening.copy()
    begins[np.unique(who * len(journals) + number, return_index=True)[1]] = True
    ids, counts = np.unique(who[begins], return_counts=True)
    several = np.isin(who, ids[counts > 1]) & np.isin(who, who[opening])
    amounts = every.value("amount_minor").tolist()
    days = every.value("issue_date").astype("datetime64[s]").astype(np.int64).tolist()
    found: dict[int, list[_Stretch]] = {}
    for row in np.flatnonzero(several).tolist():
        mine, sheet = found.setdefault(int(who[row]), []), int(number[row])
        if opening[row]:
            mine.append(_Stretch(sheet, row - int(before[sheet]), amounts[row]))
            continue
        if begins[row]:
            mine.append(_Stretch(sheet, -1))
        mine[-1].add(amounts[row], days[row])
    yield from filter(_follow, map(_ordered, found.values()))


def _entries(sheet: ItemSheet) -> Draft:
    """What decides, of a sheet's entries; the account (科目) where it has such a column."""
    draft = sheet.draft
    texts = {name: draft.text(name) for name in (*_WHOSE, "kind")}
    values = {name: draft.value(name) for name in ("amount_minor", "issue_date")}
    matches = sheet.found.matching.matches if sheet.found.matching else ()
    for match in matches:
        if match.field == _ACCOUNT:
            column = sheet.found.sheet.columns([match.column])[match.column]
            accounts = text_column(body_of(column, sheet.found.first)).texts
            texts[_ACCOUNT] = accounts.where(sheet.keep)
    return Draft(draft.rows, texts, values)


def _ordered(stretches: list[_Stretch]) -> list[_Stretch]:
    """By their first day; those without any entry stay behind the one before them."""
    seen, keys = _NEVER, []
    for place, one in enumerate(stretches):
        seen = seen if one.first == _NEVER else one.first
        keys.append((seen, place))
    return [stretches[place] for _, place in sorted(keys)]


def _follow(stretches: list[_Stretch]) -> bool:
    """Whether each stretch begins where the one before it has ended.

    A list with the newest entry first has its opening balance at the end: not so.
    """
    for before, after in pairwise(stretches):
        last = before.place < 0 and after.first == _NEVER
        if last and (before.descends or after.opening != before.closing):
            return False
    dated = [s for s in stretches if s.first != _NEVER]
    return all(before.last <= after.first for before, after in pairwise(dated))


def _keep_only(sheet: ItemSheet, one: _Stretch, gap: int, balance: int) -> None:
    """The opening row becomes what is missing between it and the entries before."""
    row = int(sheet.keep[one.place])
    currency = sheet.cells.currency[row]
    said = message(
        "ledger.carried_gap",
        stated=show(one.opening, currency),
        computed=show(balance, currency),
        gap=show(gap, currency),
    )
    column = sheet.body.column("running_balance")
    remedy = message("ledger.carried_gap.fix")
    sheet.place.tell(Severity.WARNING, said, row=row, column=column, remedy=remedy)
    amount, owed = sheet.amounts.amount.copy(), sheet.amounts.open.copy()
    amount[row] = owed[row] = gap
    sheet.amounts = replace(sheet.amounts, amount=amount, open=owed)
    for name in ("amount_minor", "open_minor"):
        values = sheet.draft.arrays[name].copy()
        values[one.place] = gap
        sheet.draft.arrays[name] = values


def _leave_out(sheet: ItemSheet, places: list[int]) -> None:
    rows = sheet.keep[places]
    sheet.rows.classes[rows] = CODE[RowClass.SUBTOTAL]
    kept = np.ones(sheet.draft.rows, dtype=bool)
    kept[places] = False
    sheet.draft, sheet.keep = sheet.draft.where(kept), sheet.keep[kept]
    sheet.place.tell(Severity.NOTICE, message("ledger.carried_once", rows=len(places)))
