"""Whose slip came back, and which months are without one."""

from __future__ import annotations

from collections.abc import Sequence

from arcollect.register.entries import Party, StatementEntry
from arcollect.text import Lang, text
from arcollect.views.table import Column, Kind, Table, Tone

_MONTHS = 12  # columns shown; older months count all the same


def replies_table(entries: Sequence[StatementEntry], lang: Lang) -> Table:
    """One row per party, one column per month of the last twelve: agrees, differs, none.

    The party with the most months without a sealed slip first (R000-22, U-23).
    """
    months = sorted({e.month for e in entries})[-_MONTHS:]
    by_party: dict[Party, dict[str, StatementEntry]] = {}
    for entry in entries:
        by_party.setdefault(entry.party, {})[entry.month] = entry
    rows = sorted(by_party.items(), key=lambda row: (-_missing(row[1]), row[0]))
    made = [list(of.values())[-1] for _, of in rows]
    columns = (
        _texts("company", [e.company for e in made], lang),
        _texts("customer", [e.customer for e in made], lang),
        _texts("currency", [e.currency for e in made], lang),
        Column(
            "missing",
            text("statement.ov_missing", lang),
            Kind.COUNT,
            [_missing(of) for _, of in rows],
        ),
        *(_month(month, [of.get(month) for _, of in rows], lang) for month in months),
    )
    notes = (text("statement.overview_note" if rows else "statement.overview_none", lang),)
    return Table("statement_replies", text("statement.overview", lang), columns, notes=notes)


def slip_word(entry: StatementEntry, lang: Lang) -> str:
    """What came back, in words."""
    if not entry.slip:
        return text("statement.slip_word_none", lang)
    paid = {"agrees": "pays", "differs": "differs_pays"}
    return text(f"statement.slip_word_{paid[entry.slip] if entry.pays else entry.slip}", lang)


def _missing(of: dict[str, StatementEntry]) -> int:
    return sum(not entry.slip for entry in of.values())


def _texts(key: str, values: list[str], lang: Lang) -> Column:
    return Column(key, text(f"statement.ix_{key}", lang), Kind.TEXT, values, wide=key == "customer")


def _month(month: str, found: list[StatementEntry | None], lang: Lang) -> Column:
    values = [slip_word(e, lang) if e else "" for e in found]
    tones = [Tone.WATCH if e and not e.slip else Tone.PLAIN for e in found]
    return Column(month, month, Kind.TEXT, values, tones)
