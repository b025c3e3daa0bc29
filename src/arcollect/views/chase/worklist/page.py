"""The list to read on a screen, and the pages it adds to the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from arcollect.analysis.chase.worklist.entry import Entry, Section, Worklist
from arcollect.analysis.chase.worklist.pareto import Cell, ReasonLine, by_reason, matrix
from arcollect.analysis.figures import percent
from arcollect.money import from_minor, show
from arcollect.policy import Policy
from arcollect.text import Lang, joined, say, text
from arcollect.views.amounts import places
from arcollect.views.chase.worklist.listing import (
    Wording,
    caveats,
    lead_line,
    worklist_table,
)
from arcollect.views.chase.worklist.scripts import own_scripts
from arcollect.views.chase.worklist.sheet import word_of
from arcollect.views.chase.worklist.words import first_line, owner_word, section_word
from arcollect.views.table import Column, Kind, Page, Part, Table

GROUPS = ("owner", "department", "salesperson")
_SHOWN = ("customer", "currency", "overdue", "worst_days", "main", "deadline")
_SHARED = ("customer", "currency", "overdue", "worst_days", "letter", "when")
"""What rows show that all have the same to do: that stands once above them."""
_READ = (
    "rank", "section", "company", "customer", "currency", "overdue", "worst_days",
    "cumulative", "formula", "grade", "segment", "limitation", "why", "owner",
    "action", "letter", "deadline", "slot",
)  # fmt: skip
"""The sheet to read and print: who, how much, why, what to do."""
_FILL = (
    "rank", "section", "company", "customer_code", "customer", "salesperson", "contact", "phone",
    "currency", "balance", "not_due", "upcoming", "upcoming_on", "bucket", "no_due_date", "overdue",
    "worst_days", "last_paid", "last_paid_amount", "sales", "limit_use", "bills",
    "last_contact", "promise", "disputed", "action", "deadline", "slot", "talk",
)  # fmt: skip
"""The sheet to work from (U-40); the blanks and the hidden keys come after these."""
_MAY_GO = frozenset({"company", "no_due_date", "bills", "segment", "limitation"})
_WHY_FIRST = frozenset({Section.INTERNAL, Section.SEASON, Section.DELIVERY})
_AHEAD = {"overdue": "upcoming", "worst_days": "upcoming_on"}
"""What a reminder ahead shows in place of what is overdue."""
_TIERS = ("1–30", "31–90", "91–180", ">180")


def wording(policy: Policy, lang: Lang, *, in_full: bool = False) -> Wording:
    """How the policy's own list is worded."""
    rules = policy.worklist
    calls = (rules.calls_per_day, rules.calls_per_week, rules.core_calls_per_week)
    return Wording(lang, own_scripts(rules, lang), calls, rules.call_minutes, in_full=in_full)


def worklist_page(answer: Worklist, policy: Policy, lang: Lang, by: str = "") -> Page:
    """The list on a screen: one table per section, the true Pareto, what is missing.

    by: one table per owner, department or salesperson instead (R001-21).
    """
    title = text("worklist.title", lang)
    if not answer.entries:
        none = text("worklist.none", lang, as_of=answer.as_of)
        return Page("worklist", title, (none, *caveats(answer, lang)))
    how = wording(policy, lang)
    parts: tuple[Part, ...] = (
        lead_line(answer, lang, answer.entries),
        *_groups(answer, how, by),
        group_table(answer, by or "owner", lang),
        *pareto_lines(answer, lang),
        *_unasked(answer, lang),
        *(f"· {line}" for line in caveats(answer, lang)),
        text("worklist.more_in_file", lang),
    )
    return Page("worklist", title, parts, first=first_line(answer, lang))


def _groups(answer: Worklist, how: Wording, by: str) -> Iterator[Table]:
    """One table per section, or per group with the section as a column."""
    name = group_of(by, how.lang)
    groups: dict[str, list[Entry]] = {}
    for entry in answer.entries:
        groups.setdefault(name(entry), []).append(entry)
    several = len({e.party[2] for e in answer.entries}) > 1
    for number, (label, rows) in enumerate(groups.items()):
        title = text("worklist.group_title", how.lang, section=label, count=len(rows))
        if not by:
            facts = {"range": text(f"worklist.range.{rows[0].section}", how.lang)}
            facts |= {"section": label, "count": str(len(rows))}
            title = text("worklist.section_title", how.lang, **facts)
        lead = () if by else _shared(rows, how.lang)
        shown = [n for n in (_SHARED if lead else _SHOWN) if several or n != "currency"]
        if all(e.section in {Section.PREDUE, Section.SEASON} for e in rows):
            shown = [_AHEAD.get(n, n) for n in shown]
        whole = worklist_table(answer, how, rows)
        main = text("worklist.col.action", how.lang)
        does = Column("main", main, Kind.TEXT, [_short(e, how.lang) for e in rows], wide=True)
        known = (*whole.columns, does, _when(rows, how.lang))
        columns = _chosen(known, ["section", *shown] if by else shown)
        key = f"worklist.{number}"
        yield replace(whole, key=key, title=title, columns=columns, lead=lead, notes=())


def _shared(rows: Sequence[Entry], lang: Lang) -> tuple[str, ...]:
    """What the rows of a section have to do and by when; () where too many differ.

    The few that have something else to do are named first.
    """
    if len(rows) == 1 or rows[0].section in _WHY_FIRST:
        return ()
    each = [(say(e.main, lang), e.deadline) for e in rows]
    ((usual, often),) = Counter(each).most_common(1)
    if often == len(rows):
        return (text("worklist.shared", lang, action=usual[0], deadline=usual[1]),)
    if often <= len(rows) // 2:
        return ()
    others = [
        text(
            "worklist.shared_one",
            lang,
            customer=e.account.customer,
            action=said[0],
            deadline=said[1],
        )
        for e, said in zip(rows, each, strict=True)
        if said != usual
    ]
    return (*others, text("worklist.shared_rest", lang, action=usual[0], deadline=usual[1]))


def _when(rows: Sequence[Entry], lang: Lang) -> Column:
    """The next moment for a call, in short."""
    said = [f"{e.slot:%m-%d %H:%M}" if e.slot else "" for e in rows]
    return Column("when", text("worklist.col.when", lang), Kind.TEXT, said)


def _chosen(columns: Sequence[Column], names: Sequence[str]) -> tuple[Column, ...]:
    known = {c.key: c for c in columns}
    return tuple(replace(known[n], minor=n == "section") for n in names)


def _short(entry: Entry, lang: Lang) -> str:
    """The main action, and the letter that goes with it."""
    said = say(entry.main, lang)
    if entry.section in _WHY_FIRST:
        said = f"{joined(entry.why, lang)}{'：' if lang is Lang.ZH else ': '}{said}"
    return (
        text("worklist.with_letter", lang, said=said, level=entry.letter) if entry.letter else said
    )


def worklist_tables(answer: Worklist, policy: Policy, lang: Lang, by: str = "") -> list[Table]:
    """The list as one table, in groups where asked for, and its statistics."""
    if not answer.entries:
        return []
    name = group_of(by, lang)
    rows = sorted(answer.entries, key=name) if by else answer.entries
    whole = worklist_table(answer, wording(policy, lang), rows)
    return [whole, *_statistics(answer, policy, lang)]


def worklist_pages(answer: Worklist, policy: Policy, lang: Lang) -> tuple[Page, ...]:
    """The sheets of a workbook: the list to print, the list to fill in, statistics."""
    title = text("worklist.title", lang)
    if not answer.entries:
        return (Page("worklist", title, (text("worklist.none", lang, as_of=answer.as_of),)),)
    whole = worklist_table(answer, wording(policy, lang))
    read = replace(whole, columns=_picked(whole, _READ))
    parts: tuple[Part, ...] = (read, *pareto_lines(answer, lang), *_unasked(answer, lang))
    return (
        Page("worklist", title, parts, first=first_line(answer, lang)),
        fill_page(answer, policy, lang),
        statistics_page(answer, policy, lang),
    )


def fill_page(
    answer: Worklist, policy: Policy, lang: Lang, rows: Sequence[Entry] | None = None
) -> Page:
    """The sheet that people work from and fill in, phones in full (U-40, U-41)."""
    whole = worklist_table(answer, wording(policy, lang, in_full=True), rows)
    columns = _picked(whole, _FILL, also=lambda c: c.fill or c.hidden)
    table = replace(whole, columns=columns, notes=(text("worklist.fill_note", lang),))
    return Page("worklist_fill", text("worklist.fill_title", lang), (table,))


def _picked(
    table: Table, names: Sequence[str], also: Callable[[Column], bool] = lambda _: False
) -> tuple[Column, ...]:
    """Columns by name (`bucket` means all of them), without those that say nothing."""
    place = {name: number for number, name in enumerate(names)}

    def where(column: Column) -> int:
        stem = "bucket" if column.key.startswith("bucket_") else column.key
        return place.get(stem, len(place))

    def is_kept(column: Column) -> bool:
        is_empty = column.key in _MAY_GO and not any(column.values)
        return also(column) or (where(column) < len(place) and not is_empty)

    return tuple(sorted(filter(is_kept, table.columns), key=where))


def statistics_page(answer: Worklist, policy: Policy, lang: Lang) -> Page:
    """Reasons (R003-37), age by amount (R001-30), who has how much (R001-21)."""
    title = text("worklist.statistics", lang)
    lead = lead_line(answer, lang, answer.entries)
    return Page("worklist_statistics", title, (lead, *_statistics(answer, policy, lang)))


def _statistics(answer: Worklist, policy: Policy, lang: Lang) -> tuple[Table, ...]:
    return (
        reasons_table(answer, lang),
        matrix_table(answer, policy, lang),
        *(group_table(answer, by, lang) for by in GROUPS),
    )


def _unasked(answer: Worklist, lang: Lang) -> Iterator[str]:
    """Of how many nobody knows why they have not paid (R002-06)."""
    late = [e for e in answer.entries if e.account.asked_minor]
    if count := sum(e.reason is None for e in late):
        yield text("worklist.unasked", lang, count=count, late=len(late))


def pareto_lines(answer: Worklist, lang: Lang) -> Iterator[str]:
    """How few accounts make most of the overdue money, truly counted (X-30)."""
    for one in answer.pareto:
        if one.customers == 1:
            continue
        urgent = Fraction(one.urgent_minor, one.overdue_minor)
        yield text(
            "worklist.pareto",
            lang,
            currency=one.currency,
            needed=one.needed,
            share=percent(one.share),
            customers=one.customers,
            overdue=show(one.overdue_minor, one.currency),
            urgent=one.urgent,
            urgent_share=percent(urgent),
        )


def reasons_table(answer: Worklist, lang: Lang) -> Table:
    """Overdue money by reason; what nobody asked yet is a line of its own."""
    lines = by_reason(answer.entries)
    totals = {p.currency: p.overdue_minor for p in answer.pareto}

    def share(line: ReasonLine) -> Decimal:
        return places(Fraction(line.overdue_minor, totals[line.currency]), 4)

    def word(line: ReasonLine) -> str:
        unknown = text("worklist.reason_unknown", lang)
        return word_of(line.reason, lang) if line.reason is not None else unknown

    money = [from_minor(x.overdue_minor, x.currency) for x in lines]
    shares, of_all = [share(x) for x in lines], text("worklist.reasons_share", lang)
    columns = (
        Column("reason", _title("reason_known", lang), Kind.TEXT, [word(x) for x in lines]),
        Column("currency", _title("currency", lang), Kind.TEXT, [x.currency for x in lines]),
        Column("customers", _by("customers", lang), Kind.COUNT, [x.customers for x in lines]),
        Column("overdue", _title("overdue", lang), Kind.MONEY, money),
        Column("share", of_all, Kind.PERCENT, shares),
    )
    title, note = text("worklist.reasons", lang), text("worklist.reasons_note", lang)
    return Table("worklist.reasons", title, columns, notes=(note,))


def matrix_table(answer: Worklist, policy: Policy, lang: Lang) -> Table:
    """Worst days against size: old and large stands at the right below (R001-30, G-17)."""
    cells = {(c.currency, c.tier, c.size): c for c in matrix(answer.entries, policy)}
    rows = sorted({(c, tier) for c, tier, _ in cells})

    def cell(found: Cell | None) -> str:
        if found is None:
            return ""
        amount = show(found.asked_minor, found.currency)
        return text("worklist.matrix_cell", lang, count=found.customers, amount=amount)

    sizes = [
        Column(
            f"size_{size}",
            text(f"worklist.matrix_size.{size}", lang),
            Kind.TEXT,
            [cell(cells.get((currency, tier, size))) for currency, tier in rows],
            right=True,
        )
        for size in range(3)
    ]
    columns = (
        Column("tier", text("worklist.matrix_tier", lang), Kind.TEXT, [_TIERS[t] for _, t in rows]),
        Column("currency", _title("currency", lang), Kind.TEXT, [c for c, _ in rows]),
        *sizes,
    )
    title, note = text("worklist.matrix", lang), text("worklist.matrix_note", lang)
    return Table("worklist.matrix", title, columns, notes=(note,))


def group_table(answer: Worklist, by: str, lang: Lang) -> Table:
    """How many accounts and how much overdue each owner, department or salesperson has."""
    name = group_of(by, lang)
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in answer.entries:
        groups.setdefault((name(entry), entry.party[2]), []).append(entry)

    def late(rows: Sequence[Entry]) -> int:
        return sum(e.account.overdue_minor for e in rows)

    ordered = sorted(groups.items(), key=lambda g: (g[0][1], -late(g[1]), g[0][0]))
    money = [from_minor(late(rows), currency) for (_, currency), rows in ordered]
    urgent = [sum(e.section is Section.URGENT for e in rows) for _, rows in ordered]
    counts = [len(rows) for _, rows in ordered]
    labels: list[str] = [label for (label, _), _ in ordered]
    columns = (
        Column("group", _by("group", lang), Kind.TEXT, labels, wide=True),
        Column("currency", _title("currency", lang), Kind.TEXT, [c for (_, c), _ in ordered]),
        Column("customers", _by("customers", lang), Kind.COUNT, counts),
        Column("urgent", _by("urgent", lang), Kind.COUNT, urgent),
        Column("overdue", _title("overdue", lang), Kind.MONEY, money),
    )
    return Table(f"worklist.by_{by}", _by(by, lang), columns)


def group_of(by: str, lang: Lang) -> Callable[[Entry], str]:
    """How a row's group is called; without `by` it is its section."""
    if not by:
        return lambda e: section_word(e.section, lang)
    if by == "owner":
        return lambda e: owner_word(e, lang)
    nobody = text("worklist.nobody", lang)
    if by == "department":
        return lambda e: e.account.department or "—"
    return lambda e: e.account.salesperson or nobody


def _title(key: str, lang: Lang) -> str:
    return text(f"worklist.col.{key}", lang)


def _by(key: str, lang: Lang) -> str:
    return text(f"worklist.by.{key}", lang)
