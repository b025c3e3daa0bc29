"""The first thing a person sees: the headline, the picture, the names, the first step."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.rates import in_base
from arcollect.errors import Severity
from arcollect.text import Lang, text
from arcollect.views.amounts import decimals, headline, percent
from arcollect.views.chase.worklist.words import first_line
from arcollect.views.outcome.compare import brief_table
from arcollect.views.standing.aging import aging_lead, apart_line, bucket_labels
from arcollect.views.standing.grade import grade_chart
from arcollect.views.standing.pool import pool_table
from arcollect.views.standing.ratios import ratio_figure
from arcollect.views.table import (
    Bar,
    Chart,
    Column,
    Figure,
    Kind,
    Page,
    Part,
    Table,
    Tone,
)

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.standing.aging import CurrencyTotal
    from arcollect.views.findings import Findings

BUCKET_TONES = (Tone.GOOD, Tone.PLAIN, Tone.WATCH, Tone.BAD, Tone.BAD)
TOP = 10


def summary_page(found: Findings, lang: Lang) -> Page:
    """Who owes and how late, whom to chase, what changed, how risky; then the data.

    Where nothing is open, one sentence says so.
    """
    parts: list[Part] = [*aging_lead(found.aging, found.position, lang), *nothing_open(found, lang)]
    for total in found.aging.totals:
        parts += [headline_figures(found, total, lang), aging_chart(found, total, lang)]
        parts += apart_line(total.currency, found.aging, lang)
    if found.pool.members:
        parts.append(pool_table(found.pool, lang))
    if found.changes is not None:
        parts.append(brief_table(found.changes, lang))
    parts.append(judged_figures(found, lang))
    if found.aging.totals:
        parts.append(grade_chart(found.grades, lang))
    parts += state_of_data(found, lang)
    title = text("summary.title", lang)
    return Page("summary", title, tuple(p for p in parts if p), first=what_first(found, lang))


def nothing_open(found: Findings, lang: Lang) -> tuple[str, ...]:
    """That nothing is open and of how many documents; () where something is."""
    if found.aging.totals:
        return ()
    count = len(found.position.ledger.items)
    return (text("summary.nothing_open", lang, as_of=found.aging.as_of, count=count),)


def headline_figures(found: Findings, total: CurrencyTotal, lang: Lang) -> tuple[Figure, ...]:
    """Open, overdue, overdue ratio, credits and customers of one currency.

    Where no open document has a due date, nothing is said of what is overdue.
    """
    warn = found.policy.ratios.overdue_warn_above
    share = Fraction(total.overdue_minor, total.open_minor) if total.open_minor else None
    bad = share is not None and share > warn
    tone = Tone.BAD if bad else Tone.GOOD
    verdict = text("summary.above" if bad else "summary.within", lang, limit=percent(warn))
    counted = text("summary.counted", lang, customers=total.customers, documents=total.documents)

    def figure(key: str, minor: int, tone: Tone = Tone.PLAIN, words: str = "") -> Figure:
        label = text(f"summary.{key}", lang, currency=total.currency)
        (exact,) = decimals([minor], total.currency)
        shown = headline(minor, total.currency, lang)
        formula = "" if shown.endswith(f" {exact:,}") else f"{exact:,}"
        return Figure(key, label, shown, tone, words, formula)

    figures = [figure("open", total.open_minor, words=counted)]
    if total.knows_lateness:
        figures.append(figure("overdue", total.overdue_minor, tone))
    else:
        figures.append(_unknown_late(total, lang))
    if share is not None and total.knows_lateness:
        label = text("summary.overdue_ratio", lang, currency=total.currency)
        figures.append(Figure("overdue_ratio", label, percent(share), tone, verdict))
    if total.unapplied_minor:
        figures += [figure("unapplied", total.unapplied_minor), _bridge(total, lang)]
    if total.no_due_date_minor:
        key = "no_issue_date" if found.aging.basis == "issue" else "no_due_date"
        figures.append(figure(key, total.no_due_date_minor, Tone.WATCH))
    return tuple(figures)


def _unknown_late(total: CurrencyTotal, lang: Lang) -> Figure:
    label = text("summary.overdue", lang, currency=total.currency)
    return Figure("overdue", label, "—", Tone.WATCH, text("summary.unknown_late", lang))


def _bridge(total: CurrencyTotal, lang: Lang) -> Figure:
    """From open items to the ledger's balance, so that anyone can tick it."""
    minors = (total.open_minor, total.unapplied_minor, total.balance_minor)
    gross, credits_, net = (f"{amount:,}" for amount in decimals(minors, total.currency))
    label = text("summary.balance", lang, currency=total.currency)
    shown = headline(total.balance_minor, total.currency, lang)
    return Figure("balance", label, shown, formula=f"{gross} - {credits_} = {net}")


def judged_figures(found: Findings, lang: Lang) -> tuple[Figure, ...]:
    """The ratios that have a value and a verdict; the overdue ratio is shown above."""
    shown = [r for r in found.ratios.ratios if r.value is not None]
    wanted = {"turnover", "dso", "over_one_year_share", "collection_rate"}
    several = len(found.aging.totals) > 1
    return tuple(ratio_figure(r, lang, name_currency=several) for r in shown if r.key in wanted)


def aging_chart(found: Findings, total: CurrencyTotal, lang: Lang) -> Chart:
    """The buckets of one currency as bars, no-due-date last."""
    amounts = decimals(total.bucket_minor, total.currency)
    *labels, undated = bucket_labels(found.aging, lang)
    bars = [
        Bar(label, amount, BUCKET_TONES[min(n, len(BUCKET_TONES) - 1)] if amount else Tone.MUTED)
        for n, (label, amount) in enumerate(zip(labels, amounts, strict=True))
    ]
    if total.no_due_date_minor:
        (amount,) = decimals([total.no_due_date_minor], total.currency)
        bars.append(Bar(undated, amount, Tone.MUTED))
    title = text("summary.by_bucket", lang)
    return Chart(f"buckets.{total.currency}", title, tuple(bars), total.currency)


def debtors_chart(found: Findings, total: CurrencyTotal, lang: Lang) -> Chart:
    """The ten largest overdue debtors of one currency."""
    groups = found.aging.groups
    rows = groups[(groups["currency"] == total.currency) & (groups["overdue"] > 0)].head(TOP)
    amounts = decimals(rows["overdue"], total.currency)
    bars = tuple(
        Bar(label, amount, Tone.BAD if days > 90 else Tone.WATCH)
        for label, amount, days in zip(
            _names(rows, groups), amounts, rows["worst_days"], strict=True
        )
    )
    title = text("summary.top_debtors", lang)
    return Chart(f"debtors.{total.currency}", title, bars, total.currency)


def debtors_table(found: Findings, total: CurrencyTotal, lang: Lang) -> Table:
    """The ten largest overdue debtors with grade and share of all overdue money."""
    groups = found.aging.groups
    rows = groups[(groups["currency"] == total.currency) & (groups["overdue"] > 0)].head(TOP)
    shares = [Decimal(int(m)) / Decimal(total.overdue_minor or 1) for m in rows["overdue"]]
    overdue = decimals(rows["overdue"], total.currency)
    days = [int(d) for d in rows["worst_days"]]
    tones = [Tone.BAD if d > 90 else Tone.WATCH for d in days]

    def word(key: str) -> str:
        return text(f"summary.{key}", lang)

    names = _names(rows, groups)
    columns = (
        Column("customer", word("customer"), Kind.TEXT, names, wide=True),
        Column(
            "open",
            word("open_plain"),
            Kind.MONEY,
            decimals(rows["open"], total.currency),
        ),
        Column("overdue", word("overdue_plain"), Kind.MONEY, overdue, tones),
        Column("worst_days", word("worst_days"), Kind.DAYS, days, tones),
        Column("share", word("share"), Kind.PERCENT, shares),
    )
    return Table(f"debtors.{total.currency}", f"{word('top_debtors')} {total.currency}", columns)


def _names(rows: pd.DataFrame, groups: pd.DataFrame) -> list[str]:
    """Who owes, with our own company where one customer owes to several (U-06).

    groups: all customers, as the other company's may not be among `rows`.
    """
    labels = [str(label) for label in rows["label"]]
    if "company" not in rows:  # the table is about something else than customers
        return labels
    pairs = set(zip(groups["label"].astype(str), groups["company"].astype(str), strict=True))
    often = Counter(label for label, _ in pairs)
    owed_to = zip(labels, rows["company"].astype(str), strict=True)
    return [f"{a} · {b}" if often[a] > 1 and b else a for a, b in owed_to]


def state_of_data(found: Findings, lang: Lang) -> list[str]:
    """How many rows were left out or doubtful; nothing when all is well."""
    counts = {s: sum(1 for p in found.problems if p.severity is s) for s in Severity}
    lines = []
    if counts[Severity.EXCLUDED]:
        lines.append(text("summary.excluded", lang, count=counts[Severity.EXCLUDED]))
    if counts[Severity.WARNING]:
        lines.append(text("summary.warnings", lang, count=counts[Severity.WARNING]))
    return lines


def what_first(found: Findings, lang: Lang) -> str:
    """One line "what to do first": mend the data, call the worst debtor, or nothing.

    With a worklist it is the first row of that.
    """
    if any(p.severity is Severity.EXCLUDED for p in found.problems):
        return text("common.first", lang, what=text("summary.first_data", lang))
    if found.worklist is not None and (first := first_line(found.worklist, lang)):
        return first
    if found.pool.members:
        worst = max(found.pool.members, key=lambda m: _worth(found, m.overdue_minor, m.currency))
        shown = headline(worst.overdue_minor, worst.currency, lang)
        facts = {"customer": worst.customer, "amount": shown, "days": worst.worst_days}
        return text("common.first", lang, what=text("summary.first_pool", lang, **facts))
    late = found.aging.groups[found.aging.groups["overdue"] > 0]
    if len(late):
        rows = zip(late["overdue"], late["currency"], late["label"], strict=True)
        customer = str(max(rows, key=lambda row: _worth(found, row[0], row[1]))[2])
        return text(
            "common.first",
            lang,
            what=text("summary.first_late", lang, customer=customer),
        )
    known = all(total.knows_lateness for total in found.aging.totals)
    key = "first_none" if known else "first_undated"
    return text("common.first", lang, what=text(f"summary.{key}", lang))


def _worth(found: Findings, minor: int, currency: str) -> Fraction:
    """In the base currency, so that yen are not taken for yuan; without a rate the least."""
    value = in_base(int(minor), currency, found.policy)
    return Fraction(-1) if value is None else value
