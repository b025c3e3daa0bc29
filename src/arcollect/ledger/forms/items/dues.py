"""When each item is due, and where that date comes from."""

from __future__ import annotations

import datetime as dt

import numpy as np
from numpy.typing import NDArray

from arcollect.errors import Message, Severity, UsageError, message
from arcollect.ledger.cells.texts import Texts, same
from arcollect.ledger.forms.draft import Draft
from arcollect.ledger.forms.items.build import ItemSheet
from arcollect.ledger.forms.items.stage_columns import with_columns
from arcollect.ledger.forms.items.staged import split_stages
from arcollect.ledger.options import ReadOptions
from arcollect.ledger.schema import ItemKind
from arcollect.policy import Policy
from arcollect.terms import Due, Kind, Terms, due_date, parse_terms

ORIGINS = ["", "column", "terms:row", "terms:customer", "terms:policy"]
INHERITED = ["", "terms", "policy-terms"]
EVENTS = ("issue_date", "delivery_date", "invoice_received_date", "acceptance_date")
_NO_TERMS = frozenset({"无", "暂无", "none", "n/a", "na", "null"})

Mask = NDArray[np.bool_]


class TermsBook:
    """Written terms, each understood once; default terms that make no sense stop the run."""

    def __init__(self, policy: Policy, options: ReadOptions) -> None:
        self.codes = policy.terms
        self.default = options.default_terms or options.likely_terms or policy.default_terms
        self._read: dict[str, Terms | Message] = {}
        if self.default and isinstance(why := self.of(self.default), Message):
            raise UsageError(
                message("ledger.default_terms", terms=self.default, why=why),
                message("ledger.default_terms.fix"),
            )

    def of(self, word: str) -> Terms | Message:
        """What a text says."""
        if word not in self._read:
            self._read[word] = parse_terms(word, self.codes)
        return self._read[word]


def set_due_dates(sheet: ItemSheet, customer_terms: Texts, book: TermsBook) -> None:
    """Give each item its due date: the column's, else by terms (U-01).

    Terms come from the row, else the customer, else `--terms` or the policy, in
    that order; `due_from` names the one used. Unknown terms are a warning and give
    no date. A stated date wins over terms; where the row's own terms say another
    day, a warning names both (X-03).
    """
    draft = sheet.draft
    stated = draft.value("stated_due_date").astype("datetime64[s]")
    terms, origins = _terms_of_rows(draft, customer_terms, book.default)
    terms = with_columns(sheet, terms, book.codes)
    _tell_unknown(sheet, terms, origins, book)
    computed = _computed(draft, terms, book, _worth(stated, terms, origins))
    _tell_mismatch(sheet, stated, computed, terms)
    blank = np.isnat(stated)
    draft.texts["inherited"] = Texts(np.maximum(origins - 2, 0).astype(np.int32), INHERITED)
    draft.arrays["due_date"] = np.where(blank, computed, stated)
    origins = np.where(blank, np.where(np.isnat(computed), 0, origins), 1)
    draft.texts["due_from"] = Texts(origins.astype(np.int32), ORIGINS)
    draft.texts["terms"] = terms
    split_stages(sheet, terms, blank, book.of)
    _tell_missing(sheet)


def _terms_of_rows(
    draft: Draft, customer_terms: Texts, default: str
) -> tuple[Texts, NDArray[np.int64]]:
    """The terms of each row and the code in `ORIGINS` of where they come from."""
    own = draft.text("terms").each(lambda w: "" if w.casefold() in _NO_TERMS else w)
    found = own.or_else(customer_terms).or_else(same(default, draft.rows))
    origins = np.where(~own.blank, 2, np.where(~customer_terms.blank, 3, 4))
    return found, np.where(found.blank, 0, origins)


def _worth(stated: NDArray[np.datetime64], terms: Texts, origins: NDArray[np.int64]) -> Mask:
    """Rows whose due date by terms is needed, or checked against the stated one."""
    needed = np.isnat(stated) | (origins == 2)
    worth: Mask = needed & ~terms.blank
    return worth


def _computed(draft: Draft, terms: Texts, book: TermsBook, rows: Mask) -> NDArray[np.datetime64]:
    """Due dates by terms; each distinct set of terms and dates is worked out once."""
    due = np.full(draft.rows, np.datetime64("NaT"), dtype="datetime64[s]")
    at = np.flatnonzero(rows)
    if not len(at):
        return due
    days = [draft.value(e).astype("datetime64[s]").astype(np.int64)[at] for e in EVENTS]
    cases, back = np.unique(np.column_stack([terms.codes[at], *days]), axis=0, return_inverse=True)
    dates = [_date(book.of(terms.words[int(c[0])]), c[1:]) for c in cases]
    due[at] = np.array(dates, dtype="datetime64[s]")[back.reshape(-1)]
    return due


def _date(terms: Terms | Message, seconds: NDArray[np.int64]) -> np.datetime64:
    if isinstance(terms, Message):
        return np.datetime64("NaT", "s")
    due = due_of(terms, [day_of(int(s)) for s in seconds])
    return np.datetime64(due.date, "s") if due.date else np.datetime64("NaT", "s")


def due_of(terms: Terms, days: list[dt.date | None]) -> Due:
    """The due date from the events of `EVENTS`; of staged terms all but retention."""
    issue, delivery, received, accepted = days
    if terms.kind is Kind.STAGED:
        dues = [due_of(s.terms, days) for s in terms.stages if s.terms.start != "retention"]
        known = [d for d in dues if d.date]
        if known and len(known) == len(dues):
            return max(known, key=lambda d: d.date or dt.date.min)
    return due_date(
        terms, issue=issue, delivery=delivery, invoice_received=received, acceptance=accepted
    )


def day_of(seconds: int) -> dt.date | None:
    """A day from datetime64[s] as an integer; None for NaT."""
    if seconds == np.iinfo(np.int64).min:
        return None
    return dt.date(1970, 1, 1) + dt.timedelta(seconds=seconds)


def _tell_unknown(
    sheet: ItemSheet, terms: Texts, origins: NDArray[np.int64], book: TermsBook
) -> None:
    for code in np.unique(terms.codes):
        read = book.of(terms.words[code]) if code else None
        if not isinstance(read, Message):
            continue
        rows = np.flatnonzero((terms.codes == code) & (origins > 0))
        sheet.place.tell(
            Severity.WARNING,
            message("ledger.unknown_terms", terms=terms.words[code], rows=len(rows), why=read),
            row=int(sheet.keep[rows[0]]),
            column=sheet.body.column("terms"),
            raw=terms.words[code],
            remedy=message("ledger.unknown_terms.fix"),
        )


def _tell_mismatch(
    sheet: ItemSheet,
    stated: NDArray[np.datetime64],
    computed: NDArray[np.datetime64],
    terms: Texts,
) -> None:
    differ = ~np.isnat(stated) & ~np.isnat(computed) & (stated != computed)
    for row in np.flatnonzero(differ):
        said = message(
            "ledger.due_date_against_terms",
            stated=str(stated[row].astype("datetime64[D]")),
            terms=terms[int(row)],
            computed=str(computed[row].astype("datetime64[D]")),
        )
        sheet.place.tell(
            Severity.WARNING,
            said,
            row=int(sheet.keep[row]),
            column=sheet.body.column("due_date"),
            raw=sheet.body.quote("due_date", int(sheet.keep[row])),
        )


def _tell_missing(sheet: ItemSheet) -> None:
    """One notice for the debit items that end without a due date."""
    draft = sheet.draft
    plain = draft.text("kind").test(lambda k: k in {ItemKind.INVOICE, ItemKind.BILL})
    rows = np.flatnonzero(np.isnat(draft.value("due_date")) & plain)
    if len(rows) and sheet.found.role != "journal":
        sheet.place.tell(
            Severity.NOTICE,
            message("ledger.no_due_date", rows=len(rows)),
            row=int(draft.arrays["row"][rows[0]]) - sheet.place.first - 1,
            column=sheet.body.column("due_date"),
            remedy=message("ledger.no_due_date.fix"),
        )
