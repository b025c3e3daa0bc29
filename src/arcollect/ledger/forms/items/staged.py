"""Staged terms (30%预付 60%验收 10%质保): one row per stage."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from arcollect.errors import Message, Severity, message
from arcollect.ledger.cells.texts import Texts
from arcollect.ledger.forms.draft import Draft
from arcollect.ledger.forms.items.build import ItemSheet
from arcollect.money import round_half_up_div
from arcollect.terms import Kind, StageDue, Start, Terms, stage_dues

NAT = np.datetime64("NaT", "s")


@dataclass(frozen=True, slots=True)
class Part:
    """One stage of a document: its share, what of it is paid, and when it is due."""

    amount_minor: int
    paid_minor: int
    due: np.datetime64
    is_retention: bool


def split_stages(
    sheet: ItemSheet,
    terms: Texts,
    undated: NDArray[np.bool_],
    read: Callable[[str], Terms | Message],
) -> None:
    """Replace each staged item by its stages, which sum to it exactly.

    Only where no due date is stated and the balance is amount less paid; payments
    fill the stages in the order of their due dates. Elsewhere the item stays whole,
    due with its last stage before retention, and a notice says so.
    """
    staged = terms.test(lambda w: bool(w) and _is_staged(read(w))) & undated
    if not staged.any():
        return
    draft, whole = sheet.draft, draft_is_plain(sheet.draft)
    _tell(sheet, staged, whole)
    rows = np.flatnonzero(staged & whole)
    parts = {int(r): _parts(draft, int(r), read(terms[int(r)])) for r in rows}
    _replace(sheet, parts)


def draft_is_plain(draft: Draft) -> NDArray[np.bool_]:
    """Debits whose balance is amount less paid."""
    amount, paid, rest = (draft.value(f"{n}_minor") for n in ("amount", "paid", "open"))
    plain: NDArray[np.bool_] = (amount > 0) & (paid >= 0) & (amount - paid == rest)
    return plain


def shares(amount: int, percents: list[Fraction]) -> list[int]:
    """The amount in shares, rounded half up; the last takes the remainder."""
    cut = [round_half_up_div(amount * p.numerator, p.denominator * 100) for p in percents[:-1]]
    return [*cut, amount - sum(cut)]


def _is_staged(terms: Terms | Message) -> bool:
    return isinstance(terms, Terms) and terms.kind is Kind.STAGED


def _parts(draft: Draft, row: int, terms: Terms | Message) -> list[Part]:
    assert isinstance(terms, Terms)  # noqa: S101  (only staged rows come here)
    dues = stage_dues(
        terms,
        issue=_day(draft, "issue_date", row),
        delivery=_day(draft, "delivery_date", row),
        invoice_received=_day(draft, "invoice_received_date", row),
        acceptance=_day(draft, "acceptance_date", row),
    )
    amounts = shares(
        int(draft.arrays["amount_minor"][row]), [Fraction(d.share_percent) for d in dues]
    )
    paid = _filled(amounts, dues, int(draft.arrays["paid_minor"][row]))
    return [
        Part(a, p, np.datetime64(d.due.date, "s") if d.due.date else NAT,
             stage.terms.start is Start.RETENTION)
        for a, p, d, stage in zip(amounts, paid, dues, terms.stages, strict=True)
    ]  # fmt: skip


def _day(draft: Draft, field: str, row: int) -> dt.date | None:
    value = draft.value(field)[row].astype("datetime64[D]")
    day: dt.date | None = None if np.isnat(value) else value.item()
    return day


def _filled(amounts: list[int], dues: tuple[StageDue, ...], paid: int) -> list[int]:
    """What each stage got of the payments, earliest due first, undated last."""
    order = sorted(
        range(len(amounts)), key=lambda i: (dues[i].due.date is None, str(dues[i].due.date), i)
    )
    got = [0] * len(amounts)
    for i in order:
        got[i] = min(amounts[i], paid)
        paid -= got[i]
    got[order[-1]] += paid
    return got


def _replace(sheet: ItemSheet, parts: dict[int, list[Part]]) -> None:
    draft = sheet.draft
    copies = np.ones(draft.rows, dtype=np.int64)
    for row, stages in parts.items():
        copies[row] = len(stages)
    index = np.repeat(np.arange(draft.rows), copies)
    starts = np.concatenate([[0], np.cumsum(copies)[:-1]])
    longer = draft.where(index)
    for name in (
        "amount_minor", "paid_minor", "open_minor", "disputed_minor", "is_disputed",
        "due_date", "is_retention",
    ):  # fmt: skip
        longer.arrays[name] = longer.value(name).copy()
    for row, stages in parts.items():
        for at, part in enumerate(stages, start=int(starts[row])):
            longer.arrays["amount_minor"][at] = part.amount_minor
            longer.arrays["paid_minor"][at] = part.paid_minor
            longer.arrays["open_minor"][at] = part.amount_minor - part.paid_minor
            longer.arrays["due_date"][at] = part.due
            longer.arrays["is_retention"][at] = part.is_retention
        _dispute(longer, int(starts[row]), len(stages))
    codes = longer.text("due_from").codes.copy()
    changed = np.isin(index, list(parts))
    codes[changed & np.isnat(longer.arrays["due_date"])] = 0
    longer.texts["due_from"] = Texts(codes, longer.text("due_from").words)
    sheet.draft, sheet.keep = longer, sheet.keep[index]


def _dispute(draft: Draft, first: int, stages: int) -> None:
    """A document's disputed amount over its stages, the first ones first: it sums."""
    rest = int(draft.arrays["disputed_minor"][first])
    for at in range(first, first + stages):
        mine = min(rest, int(draft.arrays["open_minor"][at]))
        draft.arrays["disputed_minor"][at] = mine
        draft.arrays["is_disputed"][at] = mine > 0
        rest -= mine


def _tell(sheet: ItemSheet, staged: NDArray[np.bool_], whole: NDArray[np.bool_]) -> None:
    column = sheet.body.column("terms")
    for key, rows in (("staged_split", staged & whole), ("staged_whole", staged & ~whole)):
        if rows.any():
            first = int(sheet.keep[np.flatnonzero(rows)[0]])
            said = message(f"ledger.{key}", rows=int(rows.sum()))
            sheet.place.tell(Severity.NOTICE, said, row=first, column=column)
