"""Which papers were written, which not, and why; and the messages to copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import TYPE_CHECKING

from arcollect.money import from_minor
from arcollect.text import Lang, say, text
from arcollect.views.chase.word import print_alone_note
from arcollect.views.table import Column, Kind, Table, Tone
from arcollect.workdays import unknown_years

if TYPE_CHECKING:
    from arcollect.analysis.chase.notice import NoLetter
    from arcollect.analysis.chase.papers.paper import Papers
    from arcollect.views.chase.papers.paper import Drawn
    from arcollect.views.chase.papers.short import Short

_KINDS = {"reference": Kind.ID, "net": Kind.MONEY, "length": Kind.COUNT}
_WIDE = {"customer", "why", "text"}
_MINOR = {"company", "addressee", "file"}


@dataclass(frozen=True, slots=True)
class _Row:
    """A paper, or an account without one."""

    reference: str
    company: str
    customer: str
    currency: str
    net: Decimal | None
    addressee: str
    why: str
    file: str


@dataclass(frozen=True, slots=True)
class _Message:
    """A short message."""

    level: str
    customer: str
    addressee: str
    text: str
    length: int


def papers_table(papers: Papers, drawn: Sequence[Drawn], lang: Lang, ending: str) -> Table:
    """One row per paper, then one per account that gets none, with the reason.

    No total: papers are about different things, in different currencies.
    """
    rows = [*(_written(d, ending) for d in drawn), *(_silent(s, lang) for s in papers.silent)]
    tones = [Tone.PLAIN if row.file else Tone.MUTED for row in rows]
    counts = {"count": len(drawn), "silent": len(papers.silent), "as_of": papers.as_of}
    return Table(
        key="papers",
        title=text(f"papers.kind_{papers.kind}", lang),
        columns=_columns(_Row, rows, lang, {"customer": tones}),
        lead=(text("papers.lead", lang, **counts),),
        notes=(
            text(f"papers.note_{papers.kind}", lang),
            *print_alone_note(drawn, lang),
            *_warnings(drawn, lang),
            *_years(papers, lang),
        ),
    )


def short_table(messages: Sequence[Short], lang: Lang) -> Table:
    """One message per row, with its length in characters, to copy into a phone."""
    rows = [
        _Message(m.notice.level, m.notice.customer, m.notice.addressee, m.said, len(m.said))
        for m in messages
    ]
    tones = [Tone.WATCH if m.is_long else Tone.PLAIN for m in messages]
    return Table(
        key="short",
        title=text("papers.kind_short", lang),
        columns=_columns(_Message, rows, lang, {"length": tones}),
        lead=(text("papers.short_lead", lang, count=len(messages)),),
        notes=(text("papers.note_short", lang),),
    )


def _written(drawn: Drawn, ending: str) -> _Row:
    notice = drawn.paper.notice
    return _Row(
        reference=drawn.reference,
        company=notice.company or drawn.author,
        customer=notice.customer,
        currency=notice.currency,
        net=from_minor(drawn.paper.net_minor, notice.currency),
        addressee=notice.addressee,
        why="",
        file=f"{drawn.stem}.{ending}",
    )


def _silent(account: NoLetter, lang: Lang) -> _Row:
    why = say(account.why, lang)
    return _Row("", account.company, account.customer, account.currency, None, "", why, "")


def _years(papers: Papers, lang: Lang) -> tuple[str, ...]:
    """Years whose holidays are not known yet: dates there avoid weekends only (T-39)."""
    plans = (part.due_date for paper in papers.papers for part in paper.plan)
    deadlines = (paper.notice.deadline for paper in papers.papers)
    days = [*plans, *deadlines]
    return tuple(say(note, lang) for note in unknown_years(days, papers.workdays.public))


def _columns(
    kind: type, rows: Sequence[object], lang: Lang, tones: Mapping[str, Sequence[Tone]]
) -> tuple[Column, ...]:
    return tuple(
        Column(
            field.name,
            text(f"papers.col_{field.name}", lang),
            _KINDS.get(field.name, Kind.TEXT),
            [getattr(row, field.name) for row in rows],
            tones.get(field.name, ()),
            wide=field.name in _WIDE,
            minor=field.name in _MINOR,
        )
        for field in fields(kind)
    )


def _warnings(drawn: Sequence[Drawn], lang: Lang) -> tuple[str, ...]:
    found = {(f.rule, f.said) for paper in drawn for f in paper.warnings}
    return tuple(text("letters.warned", lang, rule=r, said=s) for r, s in sorted(found))
