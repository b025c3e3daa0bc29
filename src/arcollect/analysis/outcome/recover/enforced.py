"""The ways through a court: what they cost, and what assets make them worth it."""

from __future__ import annotations

from fractions import Fraction

from arcollect.analysis.claims.court_fees import Charge, CourtFee, court_fee
from arcollect.analysis.figures import short_percent
from arcollect.analysis.outcome.recover.option import Case, Option, Way, not_reckoned
from arcollect.analysis.outcome.recover.value import from_fen, in_fen, today
from arcollect.analysis.rates import in_base
from arcollect.errors import Message, message
from arcollect.money import half_up, show


def charges(case: Case) -> tuple[CourtFee, ...]:
    """Every charge of the court on the claim, in fen (G-16).

    () without a rate to the yuan, and where Chinese law does not govern: courts
    elsewhere have fees of their own.
    """
    if not case.is_prc:
        return ()
    claim = in_fen(case.debt.claim_minor, case.debt.currency, case.policy)
    return () if claim is None else tuple(court_fee(charge, claim) for charge in Charge)


def lawsuit(case: Case) -> Option:
    """Sue, with preservation; execution is paid by the debtor (R000-37…40, R003-79).

    expected = min(claim, assets x chance) today, less court fee, preservation, its
    insurance and the lawyer (G-11). What a winner gets back of the fees is not counted.
    The notes give the order: a law firm's letter first (R001-11), preservation within 48
    hours and the suit within 30 days of it (R000-38).
    """
    if not case.fees:
        return not_reckoned(Way.LAWSUIT, _unknown(case))
    rules = case.policy.recover
    notes = [message("recover_why.note_lawyer"), message("recover_why.note_lawsuit")]
    if _is_small(case):
        floor = f"{rules.lawsuit_floor:,.2f}"
        notes.append(message("recover_why.note_floor", floor=floor))
    cost, said = lawsuit_cost(case)
    return _enforced(case, Way.LAWSUIT, cost, said, rules.lawsuit_months, tuple(notes))


def lawsuit_cost(case: Case) -> tuple[int, Message]:
    """What suing costs before anything comes in, and of what it is made."""
    rules, claim = case.policy.recover, case.debt.claim_minor
    parts = {
        "court": _fee(case, Charge.COURT),
        "preservation": _fee(case, Charge.PRESERVATION),
        "insurance": half_up(rules.preservation_insurance_rate * claim),
        "lawyer": half_up(rules.lawyer_rate * claim),
    }
    shown = {name: show(minor, case.debt.currency) for name, minor in parts.items()}
    said = message(
        "recover_why.cost_lawsuit",
        rate=short_percent(rules.lawyer_rate),
        insured=short_percent(rules.preservation_insurance_rate),
        **shown,
    )
    return sum(parts.values()), said


def small_claims(case: Case) -> Option:
    """小额诉讼: one hearing, half the fee, up to a limit that every province sets."""
    limit = case.policy.recover.small_claims_limit
    if limit is None and case.is_prc:
        return not_reckoned(Way.SMALL_CLAIMS, "no_small_limit")
    if limit is None or not case.fees:
        return not_reckoned(Way.SMALL_CLAIMS, _unknown(case))
    if case.fees[0].base_minor > limit * 100:
        return not_reckoned(Way.SMALL_CLAIMS, "above_small_limit", limit=f"{limit:,.2f}")
    cost = _fee(case, Charge.HALVED)
    said = message("recover_why.cost_halved", fee=show(cost, case.debt.currency))
    months = case.policy.recover.small_claims_months
    return _enforced(case, Way.SMALL_CLAIMS, cost, said, months, ())


def payment_order(case: Case) -> Option:
    """支付令: a third of the fee; it lapses when the debtor objects within 15 days."""
    if not case.fees:
        return not_reckoned(Way.PAYMENT_ORDER, _unknown(case))
    if "lost" in case.flags:
        return not_reckoned(Way.PAYMENT_ORDER, "cannot_serve")
    cost = _fee(case, Charge.PAYMENT_ORDER)
    rules = case.policy.recover
    unopposed = short_percent(rules.chance_unopposed)
    said = message("recover_why.cost_order", fee=show(cost, case.debt.currency), share=unopposed)
    note = message("recover_why.note_order")
    return _enforced(case, Way.PAYMENT_ORDER, cost, said, rules.payment_order_months, (note,))


def _unknown(case: Case) -> str:
    """Why the court's fees are not known."""
    return "no_rate" if case.is_prc else "court_elsewhere"


def _enforced(
    case: Case, way: Way, cost: int, cost_said: Message, months: int, notes: tuple[Message, ...]
) -> Option:
    debt, chance = case.debt, case.chance(way)
    assets = debt.known.assets_minor
    if assets is None:
        return Option(
            way, debt.claim_minor, 0, months, cost, chance, None, cost_said,
            message("recover_why.no_assets"), notes,
        )  # fmt: skip
    gets = min(Fraction(debt.claim_minor), assets * chance.share)
    if way is Way.PAYMENT_ORDER:
        gets *= case.policy.recover.chance_unopposed
    expected = half_up(today(gets, months, case.policy.recover)) - cost
    how = message(
        "recover_why.how_enforced",
        claim=show(debt.claim_minor, debt.currency),
        assets=show(assets, debt.currency),
        share=short_percent(chance.share),
        cost=cost_said,
    )
    return Option(way, debt.claim_minor, 0, months, cost, chance, expected, how, None, notes)


def break_even(case: Case) -> int | None:
    """The assets from which suing beats selling the claim; None: no assets are enough.

    Both sides grow with the assets: the sale price up to the principal, the suit up to
    the claim. Exact, rounded up to the next minor unit.
    """
    rules, debt = case.policy.recover, case.debt
    cost, _ = lawsuit_cost(case)
    chance = case.chance(Way.LAWSUIT).share
    low, high = rules.assignment_low, max(rules.assignment_low, rules.assignment_high)
    sold = today(1, rules.assignment_months, rules)
    sued = chance * today(1, rules.lawsuit_months, rules)
    slope = sued - (high - low) * sold
    principal = Fraction(debt.principal_minor)
    if slope > 0 and (found := (low * principal * sold + cost) / slope) <= principal:
        return _if_reached(found, chance, debt.claim_minor)
    if sued and (found := (high * principal * sold + cost) / sued) > principal:
        return _if_reached(found, chance, debt.claim_minor)
    return None


def _if_reached(assets: Fraction, chance: Fraction, claim: int) -> int | None:
    """More assets than the claim needs change nothing any more."""
    return -int(-assets // 1) if assets * chance <= claim else None


def _fee(case: Case, charge: Charge) -> int:
    """One charge in the currency of the claim."""
    fee = next(f for f in case.fees if f.charge is charge)
    return from_fen(fee.fee_minor, case.debt.currency, case.policy)


def _is_small(case: Case) -> bool:
    value = in_base(case.debt.claim_minor, case.debt.currency, case.policy)
    return value is not None and value < Fraction(case.policy.recover.lawsuit_floor)
