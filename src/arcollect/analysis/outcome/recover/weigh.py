"""Which way is best, why, and what would change it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from arcollect.analysis.claims.governing import is_prc
from arcollect.analysis.figures import percent, short_percent
from arcollect.analysis.outcome.recover.agreed import (
    assignment,
    discount,
    goods,
    haircut,
    plan,
    waiver,
    worth_from,
)
from arcollect.analysis.outcome.recover.debts import BAD_DEBT, Asked, Debt, debts
from arcollect.analysis.outcome.recover.enforced import (
    break_even,
    charges,
    lawsuit,
    payment_order,
    small_claims,
)
from arcollect.analysis.outcome.recover.option import (
    AGREED,
    CONCESSIONS,
    Case,
    Option,
    Way,
    not_reckoned,
)
from arcollect.analysis.outcome.unheard import unheard_of
from arcollect.errors import Message, message
from arcollect.money import half_up, show

if TYPE_CHECKING:
    from arcollect.analysis.claims.late_fee import Fees
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy


EVERYONE = Asked()
SOON_DAYS = 180
"""A limitation that ends within so many days comes first (X-11)."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One debt with its options, the best of them first to be tried, and the reasons.

    best: None where nothing that could be reckoned brings money in, or nothing is known.
    break_even_minor: assets from which suing beats selling, None where none are enough
    or unknown.
    """

    case: Case
    options: tuple[Option, ...]
    best: Option | None
    break_even_minor: int | None
    advice: tuple[Message, ...]
    changes: tuple[Message, ...]

    @property
    def debt(self) -> Debt:
        """What is owed, and by whom."""
        return self.case.debt


@dataclass(frozen=True, slots=True)
class Recovery:
    """Every debt weighed; `nothing_left`: parties whose credits cover what is overdue."""

    weighed: tuple[Weighed, ...]
    nothing_left: tuple[Debt, ...]
    policy: Policy
    unknown: tuple[str, ...] = ()  # customers of the policy's cases that the ledger lacks
    is_prc: bool = True


def recover(
    position: Position,
    fees: Fees,
    policy: Policy,
    asked: Asked = EVERYONE,
) -> Recovery:
    """The ways to recover every old or red debt, side by side (R000-33…40, U-31).

    Which debts: see `debts`. Every figure is in the debt's own currency; what needs
    facts that nobody typed in is not reckoned, and says so.
    """
    found = debts(position, fees, policy, asked)
    owed = [debt for debt in found if debt.principal_minor]
    nothing = tuple(debt for debt in found if not debt.principal_minor)
    here = is_prc(policy, position.open)
    weighed = tuple(weigh(debt, policy, is_prc=here) for debt in owed)
    named = (case.customer for case in policy.recover.case)
    return Recovery(weighed, nothing, policy, unheard_of(named, position.ledger), here)


def weigh(debt: Debt, policy: Policy, *, is_prc: bool = True) -> Weighed:
    """One debt: all options, the best by expected value, and what would change it."""
    bare = Case(debt, policy, is_prc=is_prc)
    case = replace(bare, fees=charges(bare))
    options = tuple(_options(case))
    even = break_even(case) if case.fees else None
    best = _best(case, options)
    return Weighed(
        case, options, best, even, _advice(case, options, best, even),
        tuple(_changes(case, options, even)),
    )  # fmt: skip


_WAYS: dict[Way, Callable[[Case], Option]] = {
    Way.ASSIGNMENT: assignment,
    Way.HAIRCUT: haircut,
    Way.PLAN: plan,
    Way.WAIVER: waiver,
    Way.DISCOUNT: discount,
    Way.GOODS: goods,
    Way.PAYMENT_ORDER: payment_order,
    Way.SMALL_CLAIMS: small_claims,
    Way.LAWSUIT: lawsuit,
}


def _options(case: Case) -> list[Option]:
    """Every way; a discount only where the policy offers one (R003-36)."""
    found = []
    for way, reckon in _WAYS.items():
        if way is Way.DISCOUNT and not case.policy.recover.discount:
            continue
        refused = _refused(case) if way in AGREED else None
        found.append(not_reckoned(way, refused) if refused else reckon(case))
    known = case.debt.known
    found.append(_typed(case, Way.SET_OFF, known.payables_minor, "set_off"))
    found.append(_typed(case, Way.INSURANCE, known.insured_minor, "insurance"))
    return found


def _refused(case: Case) -> str | None:
    """Why nobody is there to agree with."""
    if "lost" in case.flags:
        return "nobody_there"
    return "refuses" if case.flags & {"refuses", "wilful"} else None


def _typed(case: Case, way: Way, minor: int | None, name: str) -> Option:
    """Set-off and insurance: as much as somebody typed in, at most the principal."""
    debt = case.debt
    if minor is None:
        return not_reckoned(way, f"no_{name}")
    amount = min(minor, debt.principal_minor)
    until = debt.known.insured_until
    said = {"amount": show(amount, debt.currency), "until": until or message("recover_why.unset")}
    sure = way is Way.SET_OFF
    chance = None if sure else case.chance(way)
    note = f"recover_why.note_{name}{'_elsewhere' if sure and not case.is_prc else ''}"
    if chance is not None:
        said["share"] = short_percent(chance.share)
    expected = amount if chance is None else half_up(amount * chance.share)
    return Option(
        way, amount, amount if sure else 0, 0 if sure else None, 0, chance, expected,
        message(f"recover_why.how_{name}", **said), None,
        (message(note, **said),),
    )  # fmt: skip


def _best(case: Case, options: tuple[Option, ...]) -> Option | None:
    """The highest expected value; the quicker one where two are equal.

    Set-off and insurance are tried first anyway, so they only count when they cover
    the whole principal. Giving money up only counts when somebody has set its chance.
    None where the highest rests on our own assumptions alone: those recommend nothing,
    and a lower one that somebody set is no better for it.
    """
    best = _highest(case, options)
    return best if best is not None and _rests_on_facts(case, best) else None


def _highest(case: Case, options: tuple[Option, ...]) -> Option | None:
    whole = case.debt.principal_minor
    able = [o for o in options if (o.expected_minor or 0) > 0 and _eligible(o, whole)]
    return max(able, key=lambda o: (o.expected_minor or 0, -(o.months or 0)), default=None)


def _rests_on_facts(case: Case, option: Option) -> bool:
    """Whether somebody typed in what this figure depends on.

    Assets or a chance of the debtor bear on every way; else the way's own chance or
    price in the policy. What we owe the debtor is a fact of its own (set-off).
    """
    known, rules = case.debt.known, case.policy.recover
    if known.assets_minor is not None or known.chance is not None:
        return True
    if option.way is Way.ASSIGNMENT:
        return bool({"assignment_low", "assignment_high"} & rules.model_fields_set)
    if option.chance is None:
        return option.way is Way.SET_OFF
    return option.chance.source != "ours"


def _eligible(option: Option, whole: int) -> bool:
    if option.way in {Way.SET_OFF, Way.INSURANCE}:
        return option.nominal_minor == whole
    is_ours = option.chance is not None and option.chance.source == "ours"
    return not (is_ours and option.way in CONCESSIONS)


def _advice(
    case: Case, options: tuple[Option, ...], best: Option | None, even: int | None
) -> tuple[Message, ...]:
    said = [*_limitation(case.debt)]
    said += [message(f"recover_why.first_{way}") for way in _first(options)]
    said += [message(f"recover_why.flag_{flag}") for flag in _strong(case)]
    if case.debt.known.assets_minor is None and case.fees:
        said.append(_search(case, even))
    if best is None:
        key = "too_little_known" if _highest(case, options) else "nothing_pays"
        return (*said, message(f"recover_why.{key}"))
    whole = case.debt.principal_minor
    others = (o.expected_minor or 0 for o in options if o is not best and _eligible(o, whole))
    second = max((minor for minor in others if minor > 0), default=None)
    facts = {
        "way": way_said(best.way),
        "expected": show(best.expected_minor or 0, case.debt.currency),
    }
    if second is None:
        return (*said, message("recover_why.best_alone", **facts))
    shown = show(second, case.debt.currency)
    return (*said, message("recover_why.best", second=shown, **facts))


def _limitation(debt: Debt) -> Iterator[Message]:
    """Limitation that has ended, or will soon: what is lost by waiting (X-11, R-LAW-05)."""
    limit = debt.limit
    if limit is None or limit.clock is None or limit.days_left is None:
        return
    if limit.days_left <= SOON_DAYS:
        key = "limitation_over" if limit.days_left < 0 else "limitation_soon"
        facts = {"document": limit.document_no, "end": limit.clock.end, "days": limit.days_left}
        yield message(f"recover_why.{key}", **facts)


def _first(options: tuple[Option, ...]) -> list[str]:
    """Set-off and insurance cost nothing: they come before everything else."""
    typed = {"set_off": Way.SET_OFF, "insurance": Way.INSURANCE}
    found = {o.way: o for o in options if o.expected_minor}
    return [name for name, way in typed.items() if way in found]


def _strong(case: Case) -> list[str]:
    """Flags that call for a step of their own (X-11, R001-12)."""
    known = ("transfer-risk", "bankrupt", "lost", "refuses", BAD_DEBT)
    return [flag.replace("-", "_") for flag in known if flag in case.flags]


def _search(case: Case, even: int | None) -> Message:
    if even is None:
        return message("recover_why.search_in_vain")
    return message("recover_why.search", assets=show(even, case.debt.currency))


def _changes(case: Case, options: tuple[Option, ...], even: int | None) -> list[Message]:
    """From which assets suing pays, and from which chance a plan beats the sale."""
    said = []
    if case.debt.known.assets_minor is not None and even is not None:
        said.append(message("recover_why.change_assets", assets=show(even, case.debt.currency)))
    sale = options[0].expected_minor or 0
    for option in options:
        share = worth_from(option, sale) if option.way in AGREED else None
        if share is not None and share < 1:
            said.append(
                message("recover_why.change_chance", way=way_said(option.way), share=percent(share))
            )
    return said


def way_said(way: Way) -> Message:
    """The name of a way."""
    return message(f"recover.way_{way.replace('-', '_')}")
