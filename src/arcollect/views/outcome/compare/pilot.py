"""Groups fit for a pilot, and the success test of one."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.figures import short_percent
from arcollect.money import show
from arcollect.text import Lang, say, text
from arcollect.views.amounts import decimals, percent, places
from arcollect.views.columns import Columns
from arcollect.views.outcome.compare.rolls import share
from arcollect.views.table import Kind, Table, Tone

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from decimal import Decimal

    from arcollect.analysis.outcome.compare.pilot import Candidate, Check, Group, Trial
    from arcollect.policy import Policy

_TONES = {True: Tone.GOOD, False: Tone.BAD, None: Tone.MUTED}


def candidates_table(
    found: Sequence[Candidate], as_of: dt.date, policy: Policy, lang: Lang
) -> Table:
    """Every group that is large enough, with both tests in figures (R003-18)."""
    rows = list(found)
    column = Columns("compare.pilot_", rows, lang)
    tones = [Tone.WATCH if one.is_fit else Tone.PLAIN for one in rows]
    columns = (
        column("by", Kind.TEXT, lambda c: _by(c.group.by, lang)),
        column("group", Kind.TEXT, lambda c: _name(c.group, lang), wide=True),
        column("currency", Kind.TEXT, lambda c: c.group.currency),
        column("open", Kind.MONEY, lambda c: _major(c.group.open_minor, c)),
        column("share", Kind.PERCENT, lambda c: share(c.share)),
        column("overdue", Kind.MONEY, lambda c: _major(c.group.overdue_minor, c)),
        column("ratio", Kind.PERCENT, lambda c: share(c.group.ratio)),
        column("line", Kind.PERCENT, lambda c: share(c.line)),
        column(
            "verdict", Kind.TEXT,
            lambda c: text("compare.pilot_fit" if c.is_fit else "compare.pilot_unfit", lang), tones,
        ),
        column.words("formula", lambda c: _formula(c, lang), minor=True),
    )  # fmt: skip
    rules = policy.pilot
    facts = {"share": short_percent(rules.share), "times": places(rules.overdue_times, 2)}
    notes = [text("compare.pilot_rule", lang, **facts)]
    if not rows:
        notes.insert(0, text("compare.pilot_nobody", lang, **facts))
    notes.append(text("compare.pilot_next", lang))
    lead = (text("aging.as_of", lang, as_of=as_of),)
    title = text("compare.pilot_candidates", lang)
    return Table("compare.pilot", title, columns, lead, tuple(notes))


def trial_table(found: Trial, policy: Policy, lang: Lang) -> Table:
    """Before, after, what was wanted, whether it is reached; what no ledger can say."""
    rows = list(found.checks)
    column = Columns("compare.pilot_", rows, lang)
    tones = [_TONES[one.is_met] for one in rows]
    columns = (
        column("measure", Kind.TEXT, lambda c: text(f"compare.pilot_{c.name}", lang), wide=True),
        column("currency", Kind.TEXT, lambda c: c.currency),
        column.figures("before", lambda c: _shown(c, c.before, lang)),
        column.figures("after", lambda c: _shown(c, c.after, lang)),
        column.figures("most", lambda c: _shown(c, c.most, lang)),
        column.figures("change", _change),
        column("verdict", Kind.TEXT, lambda c: _verdict(c, lang), tones, wide=True),
        column.words("formula", _sums, minor=True),
    )
    first, last = found.days
    lead = text(
        "compare.pilot_lead", lang, by=_by(found.by, lang), name=found.name, old=first, new=last
    )
    title = text("compare.pilot_trial", lang)
    notes = tuple(_notes(found, policy, lang))
    return Table("compare.pilot_trial", title, columns, (lead,), notes)


def _notes(found: Trial, policy: Policy, lang: Lang) -> list[str]:
    rules = policy.pilot
    cuts = {
        "ratio": short_percent(rules.overdue_ratio_cut),
        "days": short_percent(rules.collection_days_cut),
    }
    first, last = found.days
    span = {"start": first - (last - first), "old": first, "new": last}
    said = [text("compare.pilot_success", lang, **cuts), text("compare.pilot_paid", lang, **span)]
    if found.complaints is None:
        said.append(text("compare.pilot_no_log", lang))
    else:
        said.append(text("compare.pilot_complaints", lang, count=found.complaints))
    return said


def _major(minor: int, one: Candidate) -> Decimal:
    return decimals([minor], one.group.currency)[0]


def _by(by: str, lang: Lang) -> str:
    return text("compare.pilot_segment" if by == "segment" else f"aging.by_{by}", lang)


def _name(group: Group, lang: Lang) -> str:
    return text(f"segment.name_{group.name}", lang) if group.by == "segment" else group.name


def _formula(one: Candidate, lang: Lang) -> str:
    """Both shares as divisions, and the line as a product."""
    code, group, whole = one.group.currency, one.group, one.whole
    return text(
        "compare.pilot_shares", lang,
        open=show(group.open_minor, code), all=show(whole.open_minor, code),
        overdue=show(group.overdue_minor, code), ratio=percent(whole.ratio or Fraction(0)),
        times=places(one.times, 2),
    )  # fmt: skip


def _shown(check: Check, value: Fraction | None, lang: Lang) -> str:
    if value is None:
        return "—"
    if check.name == "overdue_ratio":
        return percent(value)
    return text("ratios.unit_days", lang, value=places(value, 1))


def _change(check: Check) -> str:
    """Relative to what it was (X-17)."""
    if not check.before or check.after is None:
        return ""
    by = check.after / check.before - 1
    return f"{'+' if by > 0 else ''}{percent(by)}"


def _verdict(check: Check, lang: Lang) -> str:
    if check.needs is not None:
        return say(check.needs, lang)
    return text("trend.met" if check.is_met else "trend.not_met", lang)


def _sums(check: Check) -> str:
    """Before and after as divisions; amounts x days in the currency's own unit."""
    shown = (
        " ÷ ".join(show(minor, check.currency) for minor in part) if part else "—"
        for part in check.sums
    )
    return " → ".join(shown)
