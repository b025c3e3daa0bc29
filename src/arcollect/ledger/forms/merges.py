"""Customers that people have declared to be one (合并到)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from arcollect.errors import Severity, message
from arcollect.ledger.cells.texts import Texts, merged
from arcollect.ledger.forms.identity import Directory
from arcollect.ledger.forms.tables.build import TableSheet

FIELD = "merge_into"
MERGED = "_merged"  # marks rows of the customers sheet whose customer is another one now


def learn_merges(directory: Directory, customers: Sequence[TableSheet]) -> None:
    """Take the column 合并到 / Merge into of the customers sheets at its word (U-42).

    Its cell names the customer to keep, by code or by name; chains are followed to
    their end. A name that nobody bears and a circle are warnings and merge nothing.
    """
    known = _known(directory, customers)
    told: dict[str, str] = {}
    for sheet, row, word in _cells(customers):
        draft = sheet.draft
        own = directory.key(draft.text("_code")[row], draft.text("customer")[row])
        kept = directory.key_of(word)
        if kept not in known:
            _tell(sheet, row, "reading.merge_unknown", word)
        elif own != kept and _end({**told, own: kept}, own) is None:
            _tell(sheet, row, "reading.merge_circle", word)
        elif own != kept:
            told[own] = kept
            _tell(sheet, row, "reading.merged", word)
    directory.merge({own: _end(told, own) or own for own in told})


def name_kept(directory: Directory, customers: Sequence[TableSheet]) -> None:
    """Call merged customers in the customers sheets what the kept one is called there.

    Where it has no row of its own, the name that the files know it by.
    """
    if not directory.merges:
        return
    names: dict[str, str] = {}
    merged_rows: list[tuple[TableSheet, int]] = []
    for sheet in customers:
        draft = sheet.draft
        for row in range(draft.rows):
            own = directory.key(draft.text("_code")[row], draft.text("customer")[row])
            if own in directory.merges:
                merged_rows.append((sheet, row))
            else:
                names.setdefault(own, draft.text("customer")[row])
    for sheet, row in merged_rows:
        texts, key = sheet.draft.texts, sheet.draft.text("customer_key")[row]
        name = names.get(key) or directory.called(key)
        texts["customer"] = with_word(sheet.draft.text("customer"), row, name)
        texts["customer_code"] = with_word(sheet.draft.text("customer_code"), row, "")
        texts[MERGED] = with_word(sheet.draft.text(MERGED), row, "yes")


def _cells(customers: Sequence[TableSheet]) -> Iterator[tuple[TableSheet, int, str]]:
    for sheet in customers:
        words = sheet.draft.text(FIELD)
        for row in range(sheet.draft.rows):
            if words[row]:
                yield sheet, row, words[row]


def _known(directory: Directory, customers: Sequence[TableSheet]) -> set[str]:
    """Every customer key that the files hold, before anything is merged."""
    found = set(directory.seen())
    for sheet in customers:
        draft = sheet.draft
        found |= set(directory.keys(draft.text("_code"), draft.text("customer")).words)
    return found - {""}


def _end(told: Mapping[str, str], start: str) -> str | None:
    """Where a chain of merges ends; None for a circle."""
    at, seen = start, {start}
    while at in told:
        at = told[at]
        if at in seen:
            return None
        seen.add(at)
    return at


def with_word(texts: Texts, row: int, word: str) -> Texts:
    """The same column with another word in one row."""
    words, moved = merged(texts.words, [word])
    codes = texts.codes.copy()
    codes[row] = moved[0]
    return Texts(codes, words)


def _tell(sheet: TableSheet, row: int, key: str, word: str) -> None:
    draft = sheet.draft
    severity = Severity.NOTICE if key == "reading.merged" else Severity.WARNING
    name = draft.text("customer")[row] or draft.text("_code")[row]
    sheet.place.tell(
        severity,
        message(key, name=name, kept=word),
        row=int(sheet.keep[row]),
        column=sheet.body.column(FIELD),
        raw=word,
        remedy=None if severity is Severity.NOTICE else message("reading.merge.fix"),
    )
