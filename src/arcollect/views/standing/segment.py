"""The segments, recovery first, each with its reasons and its treatment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from arcollect.analysis.asked import is_asked_for
from arcollect.analysis.figures import short_percent
from arcollect.text import Lang, joined, text
from arcollect.views.amounts import places
from arcollect.views.columns import Columns
from arcollect.views.table import Column, Kind, Table, Tone

if TYPE_CHECKING:
    from arcollect.analysis.standing.scoring.segment import Segment, Segments
    from arcollect.errors import Message
    from arcollect.policy import Policy
    from arcollect.views.table import Value

TONES = {
    "recovery": Tone.BAD,
    "risk": Tone.WATCH,
    "core": Tone.GOOD,
    "potential": Tone.PLAIN,
    "": Tone.MUTED,
}

NEEDS = ("score", "sales")
DEBTS = ("project", "dealer", "manufacturer")


def segment_table(
    segments: Segments, policy: Policy, lang: Lang, customer: str | None = None
) -> Table:
    """One row per own company and customer; with `customer`, only those it names."""
    rows = [s for s in segments.segments if is_asked_for(customer, s.customer, s.score.account[1])]
    tones = [TONES[s.name] for s in rows]
    column = Columns("segment.", rows, lang)

    columns = [
        column("customer", Kind.TEXT, lambda s: s.customer, wide=True),
        column("segment", Kind.TEXT, lambda s: segment_word(s.name, lang), tones),
        column("score", Kind.COUNT, lambda s: s.score.score),
        column("reasons", Kind.TEXT, lambda s: joined(_reasons(s), lang), wide=True),
        column("treatment", Kind.TEXT, lambda s: joined(s.treatment, lang), wide=True, minor=True),
        column("sold", Kind.MONEY, _sold, minor=True),
        column("sold_from", Kind.TEXT, lambda s: _sold_from(s, lang), minor=True),
    ]
    if any(s.score.facts.sheet.debt_type for s in rows):
        columns.insert(2, column("type", Kind.TEXT, lambda s: debt_word(_debt(s), lang)))
    if len({s.company for s in rows}) > 1:
        columns.insert(0, column("company", Kind.TEXT, lambda s: s.company, minor=True))
    lead = (text("segment.lead", lang, as_of=segments.as_of, base=policy.base_currency),)
    said = (*_notes(segments, policy, lang), *_projects(rows, lang))
    return Table("segment", text("segment.title", lang), tuple(columns), lead, said)


def segment_word(name: str, lang: Lang) -> str:
    """核心优质, 潜力发展, 风险预警, 高风险清收 or 未分层."""
    return text(f"segment.name_{name or 'none'}", lang)


def debt_word(name: str, lang: Lang) -> str:
    """工程项目型, 经销商, 厂商; other words as they were typed in (R002-02, R002-03)."""
    return text(f"segment.type_{name}", lang) if name in DEBTS else name


def _debt(one: Segment) -> str:
    return one.score.facts.sheet.debt_type


def _projects(rows: Sequence[Segment], lang: Lang) -> Iterator[str]:
    """What is to be known of a project's debt, and for how many it is not (R002-02)."""
    sheets = [one.score.facts.sheet for one in rows if _debt(one) == "project"]
    if sheets:
        missing = sum(not (sheet.progress and sheet.funding) for sheet in sheets)
        yield text("segment.projects", lang, count=len(sheets), missing=missing)


def segment_columns(
    keys: Sequence[str], segments: Segments | None, lang: Lang
) -> tuple[Column, ...]:
    """Score and segment by customer key, for another table; none where not asked for.

    Of several own companies the lowest score and the worst segment.
    """
    if segments is None:
        return ()
    names: dict[str, str] = {}
    scores: dict[str, int] = {}
    for one in segments.segments:  # worst first
        names.setdefault(one.customer_key, one.name)
        if one.score.score is not None:
            lowest = scores.get(one.customer_key, one.score.score)
            scores[one.customer_key] = min(lowest, one.score.score)
    found = [names.get(key, "") for key in keys]
    words = [segment_word(name, lang) for name in found]
    tones = [TONES[name] for name in found]
    shown = [scores.get(key) for key in keys]
    return (
        Column("score", text("segment.score", lang), Kind.COUNT, shown),
        Column("segment", text("segment.segment", lang), Kind.TEXT, words, tones),
    )


def _notes(segments: Segments, policy: Policy, lang: Lang) -> tuple[str, ...]:
    shown = [f"{segment_word(name, lang)} {count}" for name, count in segments.counts]
    rules = policy.segment
    limits = {
        "core": policy.score.core_from,
        "medium": policy.score.medium_from,
        "share": short_percent(rules.core_sales_share),
        "debt": short_percent(rules.debt_ratio_above),
        "late": short_percent(rules.late_rate_above),
        "months": rules.late_rate_months,
    }
    notes = [
        text("segment.counts", lang, counts=" · ".join(shown)),
        *_treatments(segments, lang),
        text("segment.rule", lang, **limits),
    ]
    missing = {need for one in segments.segments for need in one.missing}
    notes += [text(f"segment.need_{need}", lang) for need in NEEDS if need in missing]
    return tuple(notes)


def _treatments(segments: Segments, lang: Lang) -> Iterator[str]:
    """How each segment that is there is treated, once instead of in every row (R003-22)."""
    said = [(one.name, joined(one.treatment, lang)) for one in segments.segments if one.treatment]
    for name, treatment in dict.fromkeys(said):
        facts = {"segment": segment_word(name, lang), "treatment": treatment}
        yield text("segment.treated", lang, **facts)


def _reasons(one: Segment) -> Sequence[Message]:
    """Without the bare score, which has a column, unless it is the only reason."""
    return [said for said in one.reasons if said.key != "score_why.segment_score"] or one.reasons


def _sold(one: Segment) -> Value:
    return None if one.score.sold is None else places(one.score.sold, 2)


def _sold_from(one: Segment, lang: Lang) -> str:
    source = one.score.sold_from
    return text(f"segment.from_{source}", lang) if source else ""
