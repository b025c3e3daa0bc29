"""The sheet 内控: hints by weight, what was checked, what could not be."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from arcollect.analysis.outcome.audit.hint import Examined, Hint, Weight
from arcollect.text import Lang, joined, listed, say, text
from arcollect.views.amounts import decimals
from arcollect.views.columns import Columns
from arcollect.views.outcome.audit.rows import rows_table, where, word
from arcollect.views.table import Kind, Page, Table, Tone

if TYPE_CHECKING:
    import datetime as dt

    from arcollect.analysis.outcome.audit.audit import Audit

_TONES = {Weight.HIGH: Tone.BAD, Weight.MEDIUM: Tone.WATCH, Weight.LOW: Tone.MUTED}
_BY_CHECK = frozenset({"threshold", "source", "maybe", "who"})
"""Columns that say the same of all hints of a check."""


def audit_pages(audit: Audit, as_of: dt.date, lang: Lang) -> tuple[Page, ...]:
    """The hints to print (what repeats by check below them), the scope, and every row."""
    hints, *others = audit_tables(audit, as_of, lang)
    hints = replace(hints, columns=tuple(c for c in hints.columns if c.key not in _BY_CHECK))
    *reading, checks, gaps = others
    pages = [
        Page("audit", text("audit.page", lang), (hints, *reading)),
        Page("audit_scope", text("audit.scope", lang), (checks, gaps), landscape=False),
    ]
    rows = rows_table(audit, lang)
    if len(rows):
        pages.append(Page("audit_rows", text("audit.rows_page", lang), (rows,), landscape=False))
    return tuple(pages)


def audit_tables(audit: Audit, as_of: dt.date, lang: Lang) -> list[Table]:
    """Hints first (also where there are none), how to read them, the checks, the gaps."""
    lead = (text("aging.as_of", lang, as_of=as_of), text("audit.neutral", lang))
    hints = replace(_hints(audit, lang), lead=lead)
    reading = [_reading(audit, lang)] if audit.hints else []
    return [hints, *reading, _checks(audit, lang), _gaps(audit, lang)]


def _hints(audit: Audit, lang: Lang) -> Table:
    rows = list(enumerate(audit.hints, 1))
    column = Columns("audit.", rows, lang)
    tones = [_TONES[hint.weight] for hint in audit.hints]
    several = len({place.file for hint in audit.hints for place in hint.places}) > 1
    columns = [
        column("number", Kind.COUNT, lambda r: r[0], minor=True),
        column("weight", Kind.TEXT, lambda r: word("weight", int(r[1].weight), lang), tones),
        column("check", Kind.TEXT, lambda r: word("check", r[1].check, lang)),
        column("customer", Kind.TEXT, lambda r: _customer(r[1], lang), wide=True),
        column.words("measured", lambda r: say(r[1].measured, lang)),
        column("where", Kind.TEXT, lambda r: where(r[1], lang, with_files=several), wide=True),
        column("amount", Kind.MONEY, lambda r: _amount(r[1]), minor=True),
        column("currency", Kind.TEXT, lambda r: r[1].whose.currency, minor=True),
        column("company", Kind.TEXT, lambda r: r[1].whose.company, minor=True),
        column.words("threshold", lambda r: say(r[1].threshold, lang), minor=True),
        column("source", Kind.ID, lambda r: r[1].source, minor=True),
        column.words("maybe", lambda r: word("maybe", r[1].check, lang), minor=True),
        column.words("who", lambda r: word("who", r[1].check, lang), minor=True),
    ]
    if not any(hint.whose.company for hint in audit.hints):
        columns = [one for one in columns if one.key != "company"]
    return Table("audit", text("audit.title", lang), tuple(columns), (), _notes(audit, lang))


def _customer(hint: Hint, lang: Lang) -> str:
    """Of several customers the own company, so that two such rows differ by name."""
    whose = hint.whose
    if whose.customer or not whose.company:
        return whose.customer or text("audit.several", lang)
    return text("audit.several_of", lang, company=whose.company)


def _amount(hint: Hint) -> Decimal | None:
    if hint.amount_minor is None:
        return None
    return decimals([hint.amount_minor], hint.whose.currency)[0]


def _notes(audit: Audit, lang: Lang) -> tuple[str, ...]:
    if not audit.hints:
        done = sum(one.looked_at > 0 for one in audit.examined)
        return (text("audit.none", lang, done=done, all=len(audit.examined)),)
    by_weight = [hint.weight for hint in audit.hints]
    counts = {weight.name.lower(): by_weight.count(weight) for weight in Weight}
    said = [text("audit.counts", lang, count=len(by_weight), **counts)]
    if any(hint.check == "sharing" for hint in audit.hints):
        said.append(text("audit.privacy", lang))
    return (*said, text("audit.thresholds", lang))


def _reading(audit: Audit, lang: Lang) -> Table:
    """Once for each check with hints: thresholds, ordinary reasons, whom to ask."""
    limits: dict[tuple[str, str], list[str]] = {}
    for hint in audit.hints:
        found = limits.setdefault((hint.check, hint.source), [])
        said = say(hint.threshold, lang)
        found += [said] if said not in found else []
    rows = list(limits.items())
    column = Columns("audit.", rows, lang)
    columns = (
        column("check", Kind.TEXT, lambda r: word("check", r[0][0], lang)),
        column("source", Kind.ID, lambda r: r[0][1]),
        column.words("threshold", lambda r: joined(r[1], lang)),
        column.words("maybe", lambda r: word("maybe", r[0][0], lang)),
        column("who", Kind.TEXT, lambda r: word("who", r[0][0], lang), wide=True),
    )
    return Table("audit.reading", text("audit.reading", lang), columns)


def _checks(audit: Audit, lang: Lang) -> Table:
    rows = audit.examined
    column = Columns("audit.", rows, lang)
    states = [_state(one) for one in rows]
    tones = [{"seen": Tone.WATCH, "clear": Tone.GOOD}.get(state, Tone.MUTED) for state in states]
    words = dict(zip(map(id, rows), states, strict=True))
    columns = (
        column("check", Kind.TEXT, lambda e: word("check", e.check, lang)),
        column("source", Kind.ID, lambda e: e.source),
        column("looked_at", Kind.COUNT, lambda e: e.looked_at),
        column("hints", Kind.COUNT, lambda e: len(e.hints)),
        column("state", Kind.TEXT, lambda e: word("state", words[id(e)], lang), tones),
    )
    return Table("audit.checks", text("audit.summary", lang), columns)


def _state(one: Examined) -> str:
    if one.hints:
        return "seen"
    if not one.looked_at:
        return "not"
    return "partly" if one.gaps else "clear"


def _gaps(audit: Audit, lang: Lang) -> Table:
    """One row per check and reason, with every column that would help."""
    fields: dict[tuple[str, str], list[str]] = {}
    for one in audit.examined:
        for gap in one.gaps:
            named = fields.setdefault((one.check, say(gap.why, lang)), [])
            named += [text(f"headers.field.{gap.field}", lang)] if gap.field else []
    rows = list(fields.items())
    column = Columns("audit.", rows, lang)
    columns = (
        column("check", Kind.TEXT, lambda r: word("check", r[0][0], lang)),
        column.words("why", lambda r: r[0][1]),
        column("field", Kind.TEXT, lambda r: listed(r[1], lang), wide=True),
    )
    notes = () if rows else (text("audit.all_checked", lang),)
    return Table("audit.unchecked", text("audit.unchecked", lang), columns, (), notes)
