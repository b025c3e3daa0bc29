"""The matrix, the debtors assessed alone, where the rates come from, and the tie-out."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.figures import percent, short_percent
from arcollect.money import show
from arcollect.text import Lang, joined, say, text
from arcollect.views.amounts import places as decimal_places
from arcollect.views.columns import Columns
from arcollect.views.standing.aging import TONES, bucket_label
from arcollect.views.table import Column, Kind, Table, Tone

if TYPE_CHECKING:
    from arcollect.analysis.outcome.provision.matrix import Alone, Matrix, Tier
    from arcollect.analysis.outcome.provision.provide import Provision
    from arcollect.analysis.outcome.provision.rates import LossRates
    from arcollect.analysis.outcome.provision.scope import Scope


def matrix_table(one: Matrix, lang: Lang) -> Table:
    """Bucket by bucket: exposure x rate = provision; the total is the sum of the rows."""
    currency = one.scope.currency
    column = Columns("provision.", one.tiers, lang, currency)
    base = dict(zip((t.bucket.key for t in one.tiers), one.rates.base, strict=True))
    columns = (
        *_company(one, column),
        column("bucket", Kind.TEXT, lambda t: bucket_label(t.bucket, lang), _tones(one), wide=True),
        column.money("open", lambda t: t.open_minor, summed=True),
        column.money("credits", lambda t: t.credits_minor, summed=True),
        column.money("exposure", lambda t: t.exposure_minor, summed=True),
        column("base_rate", Kind.PERCENT, lambda t: share(base[t.bucket.key])),
        column("factor", Kind.PERCENT, lambda _: share(one.rates.factor)),
        column("rate", Kind.PERCENT, lambda t: share(t.rate)),
        _losses(one, column),
        column.words("formula", lambda t: _formula(t, currency, lang), minor=True),
    )
    title = text("provision.matrix", lang, owner=owner(one.scope))
    lead = (text(f"provision.from_{one.rates.source}", lang),)
    key, label = f"provision.{currency}", text("common.total", lang)
    return Table(key, title, columns, lead, rate_notes(one.rates, lang), label)


def _company(one: Matrix, column: Columns[Tier]) -> list[Column]:
    """Whose matrix it is, for those who only see the rows."""
    name = one.scope.company
    return [column("company", Kind.TEXT, lambda _: name, minor=True)] if name else []


def owner(scope: Scope) -> str:
    """Whose matrix: own company and currency."""
    return " ".join(part for part in (scope.company, scope.currency) if part)


def rate_notes(rates: LossRates, lang: Lang) -> tuple[str, ...]:
    """What to look at before anyone relies on the rates."""
    return tuple(say(warning, lang) for warning in rates.warnings)


def share(rate: Fraction | None) -> Decimal | None:
    """A rate for a percent column, exact to a hundredth of a percent and beyond."""
    return None if rate is None else decimal_places(rate, 6)


def _losses(one: Matrix, column: Columns[Tier]) -> Column:
    """The provision column has no total while a rate is missing."""
    whole = one.portfolio_minor is not None
    return column.money("loss", lambda t: t.loss_minor, summed=whole)


def _formula(tier: Tier, currency: str, lang: Lang) -> str:
    if not tier.rate or not tier.exposure_minor:
        return ""
    base = show(tier.exposure_minor, currency)
    is_exact = (tier.rate * 10_000).denominator == 1
    rate = short_percent(tier.rate) if is_exact else f"≈{percent(tier.rate, 4)}"
    return text("provision.sum", lang, base=base, rate=rate)


def _tones(one: Matrix) -> list[Tone]:
    """The colours of the aging table, bucket by bucket."""
    return [TONES[min(n, len(TONES) - 1)] for n in range(len(one.tiers))]


def alone_tables(provision: Provision, lang: Lang) -> list[Table]:
    """Debtors assessed one by one, a table per currency."""
    found = [alone for one in provision.matrices for alone in one.alone]
    currencies = sorted({alone.debtor.currency for alone in found})
    return [_alone([a for a in found if a.debtor.currency == c], c, lang) for c in currencies]


def _alone(rows: list[Alone], currency: str, lang: Lang) -> Table:
    column = Columns("provision.", rows, lang, currency)
    columns = (
        column("company", Kind.TEXT, lambda a: a.debtor.company, minor=True),
        column("customer", Kind.TEXT, lambda a: a.debtor.customer, wide=True),
        column("why", Kind.TEXT, lambda a: text(f"provision.why_{a.debtor.why}", lang)),
        column.money("open", lambda a: a.debtor.open_minor, summed=True),
        column.money("credits", lambda a: a.debtor.credits_minor, summed=True),
        column.money("exposure", lambda a: a.debtor.exposure_minor, summed=True),
        column("rate", Kind.PERCENT, lambda a: share(a.rate)),
        column.money("loss", lambda a: a.loss_minor, summed=True),
    )
    label = text("common.total", lang)
    title = text("provision.alone", lang, currency=currency)
    return Table(f"provision.alone.{currency}", title, columns, (), (), label)


def rates_table(one: Matrix, provision: Provision, lang: Lang) -> Table | None:
    """How the ledger's own past became rates; None where the policy gives them."""
    rates = one.rates
    if rates.source not in {"history", "snapshot"}:
        return None
    past, currency = rates.past, one.scope.currency
    known = (past.reached, rates.rolls, rates.base, past.lost_minor, past.entered)
    rows = list(zip(one.tiers, *known, strict=True))
    column = Columns("provision.", rows, lang, currency)
    columns = (
        column("bucket", Kind.TEXT, lambda r: bucket_label(r[0].bucket, lang)),
        column("entered", Kind.COUNT, lambda r: r[5]),
        column.money("reached", lambda r: r[1]),
        column("roll", Kind.PERCENT, lambda r: share(r[2])),
        column("base_rate", Kind.PERCENT, lambda r: share(r[3])),
        column.words(
            "formula", lambda r: _division(r[4], r[1] if r[3] is not None else 0, currency)
        ),
    )
    source = text(
        f"provision.source_{rates.source}",
        lang,
        since=past.since,
        months=provision.policy.provision.history_months,
        factor=short_percent(rates.factor),
    )
    title = text("provision.rates", lang, owner=owner(one.scope))
    return Table(f"provision.rates.{one.scope.currency}", title, columns, (), (source,))


def _division(lost: int, reached: int, currency: str) -> str:
    return f"{show(lost, currency)} ÷ {show(reached, currency)}" if reached else ""


def scope_tables(provision: Provision, lang: Lang) -> list[Table]:
    """Where all open money went, per currency; it ties out to the aging table."""
    found = [one.scope for one in provision.matrices]
    currencies = sorted({scope.currency for scope in found})
    return [_scope([s for s in found if s.currency == c], c, lang) for c in currencies]


def _scope(rows: list[Scope], currency: str, lang: Lang) -> Table:
    column = Columns("provision.", rows, lang, currency)
    columns = (
        column("company", Kind.TEXT, lambda s: s.company, wide=True),
        column.money("portfolio", lambda s: sum(s.open_minor), summed=True),
        column.money("singles", lambda s: sum(a.open_minor for a in s.singles), summed=True),
        column.money("undated", lambda s: s.undated_minor, summed=True),
        column.money("out", lambda s: sum(m for _, m in s.out_minor), summed=True),
        column.money("all_open", lambda s: s.all_open_minor, summed=True),
        column.words("missing", lambda s: _reasons(s, currency, lang)),
    )
    label = text("common.total", lang)
    title = text("provision.scope", lang, currency=currency)
    notes = (text("provision.tie_out", lang),)
    return Table(f"provision.scope.{currency}", title, columns, (), notes, label)


def _reasons(scope: Scope, currency: str, lang: Lang) -> str:
    """Related parties 93,778.04; retention …"""
    return joined(
        (
            f"{text(f'aging.apart_{reason}', lang)} {show(minor, currency)}"
            for reason, minor in scope.out_minor
        ),
        lang,
    )
