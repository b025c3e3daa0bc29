"""The ways that need the debtor's consent, and the sale of the claim."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from arcollect.analysis.claims.instalments import shares
from arcollect.analysis.figures import percent, short_percent
from arcollect.analysis.outcome.recover.option import Case, Option, Way, not_reckoned
from arcollect.analysis.outcome.recover.value import Payments, today, worth
from arcollect.errors import Message, message
from arcollect.money import half_up, show


def assignment(case: Case) -> Option:
    """Sell the claim for 30-50 % of principal (G-08, R000-34).

    The share rises with the assets known: none or unknown is the low end, enough to
    cover the principal the high end. No chance: the price is paid or there is no sale.
    """
    rules, debt = case.policy.recover, case.debt
    low, high = rules.assignment_low, max(rules.assignment_low, rules.assignment_high)
    share = low + (high - low) * _cover(case)
    price = half_up(share * debt.principal_minor)
    said = {
        "principal": show(debt.principal_minor, debt.currency),
        "share": short_percent(share),
        "low": show(half_up(low * debt.principal_minor), debt.currency),
        "high": show(half_up(high * debt.principal_minor), debt.currency),
    }
    known = "unknown" if debt.known.assets_minor is None else "known"
    return Option(
        Way.ASSIGNMENT, price, 0, rules.assignment_months,
        expected_minor=half_up(today(price, rules.assignment_months, rules)),
        how=message(f"recover_why.how_assignment_{known}", **said),
        notes=(message("recover_why.note_licensed"), message("recover_why.note_assignment")),
    )  # fmt: skip


def _cover(case: Case) -> Fraction:
    """How much of the principal known assets cover, 1 at most."""
    assets = case.debt.known.assets_minor or 0
    return min(Fraction(1), Fraction(assets, case.debt.principal_minor))


def haircut(case: Case) -> Option:
    """Give up a share of principal, the rest in monthly instalments (G-09, R000-35)."""
    rules, debt = case.policy.recover, case.debt
    kept = half_up((1 - rules.haircut) * debt.principal_minor)
    return _instalments(
        case, Way.HAIRCUT, kept, rules.haircut_instalments, Fraction(0), "note_restructuring"
    )


def plan(case: Case) -> Option:
    """Part at once and the rest later, nothing given up (R003-84, R001-13)."""
    rules, debt = case.policy.recover, case.debt
    return _instalments(
        case, Way.PLAN, debt.principal_minor, rules.plan_instalments, rules.plan_down,
        "note_extension",
    )  # fmt: skip


def _instalments(case: Case, way: Way, total: int, count: int, down: Fraction, note: str) -> Option:
    try:
        amounts = shares(total, count, down)
    except ValueError:
        return not_reckoned(way, "too_small", count=count)
    first = 0 if down else 1
    payments = tuple(enumerate(amounts, first))
    said = {
        "principal": show(case.debt.principal_minor, case.debt.currency),
        "share": short_percent(1 - case.policy.recover.haircut if way is Way.HAIRCUT else down),
        "amounts": amounts_said(amounts, case.debt.currency),
    }
    how = message(f"recover_why.how_{way}", **said)
    return agreed(case, way, payments, how, (message(f"recover_why.{note}"),))


def waiver(case: Case) -> Option:
    """Principal at once against the late fee, or a share of it (R001-13)."""
    rules, debt = case.policy.recover, case.debt
    if not debt.fee_minor:
        return not_reckoned(Way.WAIVER, "no_fee")
    kept = debt.fee_minor - half_up(rules.waiver * debt.fee_minor)
    said = {
        "principal": show(debt.principal_minor, debt.currency),
        "fee": show(debt.fee_minor, debt.currency),
        "kept": show(kept, debt.currency),
        "share": short_percent(rules.waiver),
        "days": rules.discount_days,
    }
    how = message("recover_why.how_waiver", **said)
    return agreed(case, Way.WAIVER, ((0, debt.principal_minor + kept),), how)


def discount(case: Case) -> Option:
    """All within some days less a small discount (R003-36: 125,000 is 122,500.00)."""
    rules, debt = case.policy.recover, case.debt
    total = half_up((1 - rules.discount) * debt.principal_minor)
    said = {
        "principal": show(debt.principal_minor, debt.currency),
        "share": short_percent(1 - rules.discount),
        "days": rules.discount_days,
    }
    how = message("recover_why.how_discount", **said)
    note = message("recover_why.note_discount")
    return agreed(case, Way.DISCOUNT, ((0, total),), how, (note,))


def goods(case: Case) -> Option:
    """Goods for part of the debt, the rest in instalments (G-10, R000-36, X-28).

    Nominal is goods and instalments together; the formula also says what is left when
    one instalment fails: 80,000 with goods of 60,000 and two of 10,000 is 87.50 %.
    """
    debt, count = case.debt, case.policy.recover.goods_instalments
    if debt.known.goods_minor is None:
        return not_reckoned(Way.GOODS, "no_goods")
    value = min(debt.known.goods_minor, debt.principal_minor)
    rest = debt.principal_minor - value
    try:
        amounts = shares(rest, count) if rest else ()
    except ValueError:
        return not_reckoned(Way.GOODS, "too_small", count=count)
    payments = ((0, value), *enumerate(amounts, 1))
    worst = debt.principal_minor - (amounts[-1] if amounts else 0)
    said = {
        "goods": show(value, debt.currency),
        "amounts": amounts_said(amounts, debt.currency) if amounts else "0",
        "worst": percent(Fraction(worst, debt.principal_minor)),
    }
    how = message("recover_why.how_goods", **said)
    notes = (message("recover_why.note_goods"), message("recover_why.note_goods_vat"))
    return agreed(case, Way.GOODS, payments, how, notes, cash_now=False)


def agreed(
    case: Case, way: Way, payments: Payments, how: Message, notes: tuple[Message, ...] = (),
    *, cash_now: bool = True,
) -> Option:  # fmt: skip
    """A plan that the debtor signs: chance x what its payments are worth today.

    No more than the assets that are known count, and they with the chance too: nobody
    pays more than there is.
    """
    chance, currency = case.chance(way), case.debt.currency
    value, most = worth(payments, case.policy.recover), _most(case, way)
    now = sum(minor for months, minor in payments if not months)
    said = {"value": show(half_up(value), currency), "share": short_percent(chance.share)}
    if most is not None and value > most:
        value, limit = Fraction(most), show(most, currency)
        how = message("recover_why.how_bounded", how=how, most=limit, **said)
    else:
        how = message("recover_why.how_valued", how=how, **said)
    expected = half_up(chance.share * value)
    return Option(
        way, sum(minor for _, minor in payments), now if cash_now else 0, payments[-1][0],
        chance=chance, expected_minor=expected, how=how, notes=notes,
        instalments=tuple(minor for _, minor in payments) if len(payments) > 1 else (),
    )  # fmt: skip


def _most(case: Case, way: Way) -> int | None:
    """Known assets, and goods where they are taken; None where nobody knows."""
    known = case.debt.known
    if known.assets_minor is None:
        return None
    return known.assets_minor + (known.goods_minor or 0 if way is Way.GOODS else 0)


def amounts_said(amounts: Sequence[int], currency: str) -> str:
    """Payments as a sum: 30,000.00 + 5 x 11,666.67 + 11,666.65."""
    runs: list[tuple[int, int]] = []
    for minor in amounts:
        if runs and runs[-1][1] == minor:
            runs[-1] = (runs[-1][0] + 1, minor)
        else:
            runs.append((1, minor))
    said = (show(m, currency) if n == 1 else f"{n}×{show(m, currency)}" for n, m in runs)
    return " + ".join(said)


def worth_from(option: Option, other_minor: int) -> Fraction | None:
    """The chance from which an agreed way beats another that brings `other_minor`."""
    if option.expected_minor is None or option.chance is None or not option.chance.share:
        return None
    full = Fraction(option.expected_minor + option.cost_minor) / option.chance.share
    return Fraction(other_minor + option.cost_minor) / full if full else None
