"""The sheet 坏账准备: matrix, rates, tie-out, movement, entries, lists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from arcollect.text import Lang, text
from arcollect.views.outcome.provision.booking import entries_table, movement_table
from arcollect.views.outcome.provision.lists import (
    candidates_table,
    proof_table,
    written_off_table,
)
from arcollect.views.outcome.provision.matrix import (
    alone_tables,
    matrix_table,
    rates_table,
    scope_tables,
)
from arcollect.views.table import Page, Part, Table

if TYPE_CHECKING:
    import datetime as dt

    from arcollect.analysis.outcome.provision.provide import Provision


def provision_pages(provision: Provision, as_of: dt.date, lang: Lang) -> tuple[Page, ...]:
    """One page with everything, the standard and the day on top, to be signed (R003-78)."""
    parts: tuple[Part, ...] = tuple(provision_tables(provision, as_of, lang))
    signs = tuple(text(f"boss.{key}", lang) for key in ("prepared", "checked", "approved"))
    return (Page("provision", text("provision.page", lang), parts, signatures=signs),)


def provision_tables(provision: Provision, as_of: dt.date, lang: Lang) -> list[Table]:
    """The matrices first, what is booked next, then the lists; empty tables are left out.

    Under the small-business standard the candidates come first: nothing is booked.
    """
    tables = [matrix_table(one, lang) for one in provision.matrices]
    if tables:
        rules = [text("provision.credits_rule", lang), text("provision.rounding", lang)]
        if provision.unknown:
            rules.append(text("provision.unknown", lang, names=provision.unknown))
        tables[-1] = replace(tables[-1], notes=(*tables[-1].notes, *rules))
    tables += alone_tables(provision, lang)
    tables += [t for t in (movement_table(provision, lang), entries_table(provision, lang)) if t]
    tables += [t for one in provision.matrices if (t := rates_table(one, provision, lang))]
    tables += scope_tables(provision, lang)
    tables.append(candidates_table(provision, lang))
    if provision.written_off:
        tables.append(written_off_table(provision, lang))
    if provision.is_prc:
        tables.append(proof_table(lang))
    standard = text(f"provision.standard_{provision.standard}", lang)
    lead = (standard, text("aging.as_of", lang, as_of=as_of))
    return [replace(tables[0], lead=(*lead, *tables[0].lead)), *tables[1:]]
