"""Series, targets, plan and what-if: G-03c, G-19, X-17, X-18, X-29, X-31."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from pydantic import ValidationError
from tests.analysis.build import day, ledger, policy
from tests.analysis.outcome.compare.test_comparison import items, state

from arcollect.analysis.outcome.compare.comparison import compare
from arcollect.analysis.outcome.compare.evidence import evidence
from arcollect.analysis.outcome.trend.plan import judged_month, planned, released
from arcollect.analysis.outcome.trend.series import Receipts, chosen, receipts_of, series
from arcollect.analysis.outcome.trend.targets import Known, Targets, judge_targets
from arcollect.analysis.position import stand
from arcollect.analysis.standing.aging import age
from arcollect.analysis.standing.ratios import measure
from arcollect.errors import UsageError
from arcollect.ledger.schema import Ledger
from arcollect.register.entries import Channel, ContactEntry, History, Snapshot, SnapshotHead
from arcollect.text import Lang
from arcollect.views.outcome.trend import series_tables, target_tables

HEAD = "customer  document_no  issue_date  due_date  amount  open"


def kept(as_of: str, **figures: str) -> Snapshot:
    head = SnapshotHead(as_of, day(as_of), "", "")
    return Snapshot(head, (), (), tuple((n, "CNY", v) for n, v in figures.items()))


def judged(
    now: Snapshot, base: Snapshot | None, rules: dict[str, object],
    book: Ledger | None = None, history: History | None = None,
) -> Targets:  # fmt: skip
    position = stand(
        book or items("甲  A1  2026-08-01  2026-09-01  1.00  1.00"), now.head.as_of, policy()
    )
    change = None
    if base is not None:
        told = evidence(position, base.head.as_of)
        change = compare(base, now, (30, 90, 180), told)
    known = Known(position, now, base, change, history or History())
    return judge_targets(known, policy(targets=rules))


def test_18_to_15_3_percent_meets_a_cut_of_15_percent() -> None:
    """G-19, X-17: relative unless points are written."""
    base = kept("2026-03-31", open="100000", overdue="18000")
    rules = {"overdue_ratio_cut": "15%", "overdue_ratio_cut_points": "6%", "overdue_ratio": "12%"}
    found = {
        t.name: t
        for t in judged(kept("2026-09-30", open="100000", overdue="15300"), base, rules).targets  # type: ignore[arg-type]
    }
    assert found["overdue_ratio_cut"].is_met is True
    assert found["overdue_ratio_cut"].target == Fraction(153, 1000)
    assert found["overdue_ratio_cut_points"].is_met is False
    assert found["overdue_ratio_cut_points"].target == Fraction(12, 100)
    assert found["overdue_ratio"].is_met is False
    more = judged(kept("2026-09-30", open="100000", overdue="15301"), base, rules)  # type: ignore[arg-type]
    assert more.targets[1].is_met is False


def test_a_cut_needs_a_start() -> None:
    (one,) = judged(
        kept("2026-09-30", open="1", overdue="1"), None, {"overdue_ratio_cut": "15%"}
    ).targets
    assert (one.is_met, one.needs and one.needs.key) == (None, "trend_why.need_base")


def test_targets_that_contradict_each_other_are_told() -> None:
    """X-18: three times a year are 120 days, not 45."""
    now = kept("2026-09-30", dso="60", turnover="6")
    assert len(judged(now, None, {"dso": "45", "turnover": "3"}).warnings) == 1
    assert judged(now, None, {"dso": "45", "turnover": "8"}).warnings == ()


def test_60_to_50_days_is_no_30_percent() -> None:
    """X-19: 16.7 % is what it is."""
    base, now = kept("2026-03-31", dso="60"), kept("2026-09-30", dso="50")
    (one,) = judged(now, base, {"dso": "50"}).targets
    assert one.is_met is True
    assert one.base is not None
    assert one.now is not None
    assert one.now / one.base - 1 == Fraction(-1, 6)


def test_a_cut_and_a_dso_that_differ_are_told() -> None:
    """R003-19, X-19: 60 to 50 days is 16.7 %, not the 30 % that the article claims: that is 42."""
    base, now = kept("2026-03-31", dso="60"), kept("2026-09-30", dso="50")
    found = judged(now, base, {"overdue_ratio": "15%", "dso": "50", "dso_cut": "30%"})
    met = {one.name: one.is_met for one in found.targets}
    assert (met["dso"], met["dso_cut"]) == (True, False)
    (told,) = found.warnings
    assert (told.key, told.facts["share"], told.facts["aim"]) == (
        "trend_why.cuts_apart",
        "16.7%",
        "42.0",
    )
    assert judged(now, base, {"dso": "48", "dso_cut": "20%"}).warnings == ()


def said_complete(who: str, at: str, action: str = "证据齐全，交法务") -> ContactEntry:
    moment = dt.datetime.fromisoformat(f"{at}T10:00")
    return ContactEntry(who + at, moment, "", who, who, "CNY", Channel.OTHER, action=action)


def test_days_until_the_evidence_is_complete() -> None:
    """R003-80: due 1 January, 91 days late on 2 April; ready after 15, before it, not yet (30)."""
    book = items(*(f"{who}  {who}1  2025-12-01  2026-01-01  5.00  5.00" for who in "甲乙丙"),
                 "丁  D1  2025-12-01  2026-02-02  5.00  5.00")  # fmt: skip
    now = kept("2026-05-02")
    rules: dict[str, object] = {"evidence_days": 15}
    log = History(contacts=(said_complete("甲", "2026-04-17"), said_complete("乙", "2026-03-20")))
    (one,) = judged(now, None, rules, book, log).targets
    assert (one.now, one.is_met) == (15, True)  # type: ignore[comparison-overlap]
    later = History(contacts=(said_complete("甲", "2026-04-18"), log.contacts[1]))
    (late,) = judged(now, None, rules, book, later).targets
    assert (late.now, late.is_met) == (16, False)  # type: ignore[comparison-overlap]


def test_evidence_that_nobody_calls_complete_is_no_figure() -> None:
    book = items("甲  A1  2025-12-01  2026-01-01  5.00  5.00")
    log = History(contacts=(said_complete("甲", "2026-04-17", "补证据，尚未齐全"),))
    (one,) = judged(kept("2026-05-02"), None, {"evidence_days": 15}, book, log).targets
    assert (one.now, one.needs and one.needs.key) == (None, "trend_why.need_evidence")
    earlier = History(contacts=(said_complete("甲", "2025-12-31"),))  # about an older debt
    assert (
        judged(kept("2026-05-02"), None, {"evidence_days": 15}, book, earlier).targets[0].now
        is None
    )


@pytest.mark.parametrize(("lang", "words"), [(Lang.ZH, "未经核实"), (Lang.EN, "not verified")])
def test_the_articles_bad_debts_are_shown_as_not_verified(lang: Lang, words: str) -> None:
    """R003-13: 8 to 12 % and 5 % stand beside the target only, never in its verdict."""

    def notes(rules: dict[str, object]) -> str:
        found = judged(kept("2026-09-30", dso="60"), None, rules)
        return " ".join(target_tables(found, None, policy(targets=rules), lang)[0].notes)

    said = notes({"bad_debt_ratio": "5%"})
    assert all(word in said for word in (words, "12", "R003-13"))
    assert "R003-13" not in notes({"dso": "45"})


def test_the_high_risk_rate_reaches_65_percent_exactly() -> None:
    """R003-80: of 100,000 that was 91 days late, 65,000 collected is the target."""
    old = items("乙  B1  2026-01-01  2026-02-01  100000.00  100000.00")
    for came, met in (("65000.00", True), ("64999.99", False)):
        rest = Decimal("100000.00") - Decimal(came)
        new = items(f"乙  B1  2026-01-01  2026-02-01  100000.00  {rest}",
                    receipts=f"date  customer  amount  reference\n2026-09-11  乙  {came}  B1")  # fmt: skip
        states = state(new, "2026-09-30"), state(old, "2026-08-31")
        (one,) = judged(*states, {"high_risk_rate": "65%"}, new).targets
        assert one.is_met is met


@pytest.mark.parametrize(("came", "verdict"), [(7999, "short"), (8000, "met"), (8001, "met")])
def test_plan_is_short_strictly_below_80_percent(came: int, verdict: str) -> None:
    """G-19: plan 100, collected 79.99 is told, 80 is not."""
    receipts = Receipts({"CNY": ((day("2026-09-10"), came),)}, day("2026-08-01"))
    found = judged_month("2026-09", 10000, receipts, day("2026-10-15"), policy())
    assert (found.verdict, found.share) == (verdict, Fraction(came, 10000))


def test_a_month_that_runs_is_not_judged_and_one_without_receipts_unknown() -> None:
    rules = policy(targets={"plan": {"2026-08": "1", "2026-09": "100", "2026-12": "1"}})
    receipts = Receipts({"CNY": ((day("2026-09-10"), 1),)}, day("2026-09-01"))
    found = planned(receipts, day("2026-09-29"), rules)
    assert [(m.month, m.verdict) for m in found] == [("2026-08", "unknown"), ("2026-09", "running")]


def test_72_to_45_days_release_750_000() -> None:
    """G-03c, X-31: revenue 10,000,000, receivables 2,000,000; ten days are 2.78 % of sales."""
    book = items("甲  A1  2026-08-01  2026-12-01  2000000.00  2000000.00")
    rules = policy(ratios={"annual_revenue": "10,000,000"})
    position = stand(book, day("2026-10-31"), rules)
    ratios = measure(position, age(position, rules), rules)
    (one,) = released(position, ratios, Fraction(45), rules)
    assert (one.dso, one.released_minor) == (72, 750_000_00)  # type: ignore[comparison-overlap]
    (ten,) = released(position, ratios, Fraction(62), rules)
    assert ten.share == Fraction(10, 360)
    with pytest.raises(UsageError):
        released(
            position, measure(position, age(position, policy()), policy()), Fraction(1), policy()
        )


def test_weights_must_make_100() -> None:
    """X-29."""
    goal = {"owner": "张三", "name": "回款率", "target": "80%"}
    policy(targets={"kpi": [{**goal, "weight": "30%"}, {**goal, "weight": "70%"}]})
    with pytest.raises(ValidationError):
        policy(targets={"kpi": [{**goal, "weight": "30%"}, {**goal, "weight": "55%"}]})


def test_goals_are_measured_or_typed_in() -> None:
    goals = [
        {"owner": "张三", "name": "DSO", "weight": "60%", "target": "45", "metric": "dso",
         "lower_is_better": True},
        {"owner": "张三", "name": "满意度", "weight": "40%", "target": "90%", "actual": "99%"},
    ]  # fmt: skip
    first, second = judged(kept("2026-09-30", dso="60"), None, {"kpi": goals}).scores
    assert (first.attainment, first.points) == (Fraction(3, 4), Fraction(45, 100))
    assert (second.attainment, second.points) == (1, Fraction(40, 100))  # type: ignore[comparison-overlap]


OLD = items("甲  A1  2025-07-01  2025-08-15  180000.00  180000.00  张三",
            "乙  B1  2026-01-01  2026-02-01  100000.00  100000.00  李四",
            head=f"{HEAD}  salesperson")  # fmt: skip
PAID = items("乙  B1  2026-01-01  2026-02-01  100000.00  60000.00  李四", head=f"{HEAD}  salesperson",
             receipts="date  customer  amount  reference\n2026-09-10  甲  180000.00  A1\n2026-09-11  乙  40000.00  B1")  # fmt: skip


def test_a_salesperson_answers_for_her_own_documents() -> None:
    """Of 160 that 张三 has open 100 are overdue; the whole ledger's ratio is another one."""
    goal = {"owner": "张三", "name": "逾期率", "weight": "100%", "target": "50%", "group": "effect",
            "metric": "overdue_ratio", "lower_is_better": True}  # fmt: skip
    book = items("甲  A1  2026-07-01  2026-08-15  100.00  100.00  张三",
                 "甲  A2  2026-08-01  2026-12-01  60.00  60.00  张三",
                 "乙  B1  2026-07-01  2026-08-15  40.00  40.00  李四",
                 head=f"{HEAD}  salesperson")  # fmt: skip
    now = state(book, "2026-09-30")
    (own,) = judged(now, None, {"kpi": [goal]}, book).scores
    assert (own.actual, own.scope, own.attainment) == (Fraction(5, 8), "own", Fraction(4, 5))
    (whole,) = judged(now, None, {"kpi": [{**goal, "owner": "财务部"}]}, book).scores
    assert (whole.actual, whole.scope) == (Fraction(140, 200), "whole")


def test_her_collection_rate_is_her_own() -> None:
    """U-12, in September: 100,000 of 李四 was overdue at the start, 40,000 came in."""
    goal = {"owner": "李四", "name": "回款率", "weight": "100%", "target": "80%",
            "metric": "collection_rate"}  # fmt: skip
    (own,) = judged(state(PAID, "2026-09-30"), None, {"kpi": [goal]}, PAID).scores
    assert (own.actual, own.scope, own.attainment) == (Fraction(2, 5), "own", Fraction(1, 2))


def test_the_cost_of_collecting_is_cut() -> None:
    """R003-05: a fifth less than 10,000 is 8,000; at the target counts as met."""
    rules = {"cost_before": "10,000", "cost": "8,000", "cost_cut": "20%"}
    (one,) = judged(kept("2026-09-30"), None, rules).targets  # type: ignore[arg-type]
    assert (one.target, one.is_met) == (8_000, True)  # type: ignore[comparison-overlap]
    (lacking,) = judged(kept("2026-09-30"), None, {"cost": "1", "cost_cut": "20%"}).targets
    assert lacking.needs is not None


def test_steps_on_record_of_overdue_accounts() -> None:
    """R003-81: called within 30 days is enough; after 31 days only a letter that was sent is."""
    rows = (f"{who}  {who}1  2026-08-01  {due}  500.00  500.00"
            for who, due in (("甲", "2026-09-01"), ("乙", "2026-08-31"), ("丙", "2026-08-30")))  # fmt: skip
    book = items(*rows)
    calls = tuple(
        ContactEntry(who, dt.datetime(2026, 9, 10, 9, 0), "", who, who, "CNY", Channel.CALL)
        for who in "甲乙"
    )
    found = judged(kept("2026-10-01"), None, {"steps_logged": "95%"}, book, History(contacts=calls))
    (one,) = found.targets
    assert (one.now, one.sums, one.is_met) == (Fraction(1, 3), ("1", "3"), False)
    (unknown,) = judged(kept("2026-10-01"), None, {"steps_logged": "95%"}, book).targets
    assert (unknown.now, unknown.is_met) == (None, None)  # nobody keeps a record: no verdict


def test_old_debts_collected_bonus_and_cost() -> None:
    """R003-05, R003-12, R003-16: one percent of 180,000 is 1,800.00."""
    rules = {"bonus_rate": "1%", "high_risk_rate": "65%", "middle_aged_rate": "50%",
             "cost": "11,000", "cost_ratio": "2%"}  # fmt: skip
    base, now = state(OLD, "2026-08-31"), state(PAID, "2026-09-30")
    found = judged(now, base, rules, PAID)  # type: ignore[arg-type]
    assert [(b.salesperson, b.bonus_minor) for b in found.bonuses] == [  # type: ignore[comparison-overlap]
        ("张三", 180000),
        ("李四", 40000),
    ]
    targets = {t.name: (t.now, t.is_met) for t in found.targets}
    assert targets["high_risk_rate"] == (Fraction(220, 280), True)
    assert targets["middle_aged_rate"] == (Fraction(40, 100), False)  # B1 alone: 211 days
    assert targets["cost_ratio"] == (Fraction(11, 220), False)


def test_first_contact_and_contract_to_cash() -> None:
    head = f"{HEAD}  signed_date  settled_date"
    book = items("甲  A1  2026-08-01  2026-09-01  1.00  1.00  -  -",
                 "乙  B1  2026-08-01  2026-09-01  5.00  0.00  2026-07-01  2026-08-30", head=head)  # fmt: skip
    call = ContactEntry("1", dt.datetime(2026, 9, 8, 9, 0), "", "甲", "甲", "CNY", Channel.CALL)
    rules = {"first_contact_days": 7, "contract_to_cash_days": 59, "bad_debt_ratio": "5%"}
    now = kept("2026-09-30")
    found = {t.name: t for t in judged(now, None, rules, book, History(contacts=(call,))).targets}
    assert (found["first_contact_days"].now, found["first_contact_days"].is_met) == (7, True)  # type: ignore[comparison-overlap]
    assert (found["contract_to_cash_days"].now, found["contract_to_cash_days"].is_met) == (  # type: ignore[comparison-overlap]
        60,
        False,
    )
    assert found["bad_debt_ratio"].needs is not None


def test_the_last_state_of_each_period() -> None:
    days = ("2026-09-07", "2026-09-13", "2026-09-14", "2026-10-01", "2026-10-31")
    heads = [SnapshotHead(d, day(d), "", "") for d in days]
    assert [h.id for h in chosen(heads, "w")] == [*days[1:3], *days[3:]]
    assert [h.id for h in chosen(heads, "m")] == ["2026-09-14", "2026-10-31"]
    assert [h.id for h in chosen(heads, "q")] == ["2026-09-14", "2026-10-31"]
    again = [*heads, SnapshotHead("corrected", day("2026-10-31"), "x", "")]
    assert chosen(again, "d")[-1].id == "corrected"


def test_a_series_says_what_happened_in_between() -> None:
    first, last = state(OLD, "2026-08-31"), state(PAID, "2026-09-30")
    receipts = receipts_of(stand(PAID, day("2026-09-30"), policy()))
    start, end = series([first, last], receipts)
    assert (start.open, start.overdue, start.down) == (28000000, 28000000, None)
    assert (end.open, end.down, end.ratio) == (6000000, 22000000, 1)  # type: ignore[comparison-overlap]
    assert end.collected is None  # the receipts begin ten days into the period
    known = Receipts(receipts.by_currency, day("2026-09-01"))
    assert series([first, last], known)[1].collected == 22000000


def test_newly_overdue_is_counted() -> None:
    book = ledger(f"{HEAD}\n甲  A1  2026-08-01  2026-09-15  5.00  5.00")
    found = series([state(book, "2026-09-15"), state(book, "2026-09-16")])[1]
    assert (found.newly_overdue, found.newly_overdue_count) == (500, 1)


def test_the_money_of_every_state_by_lateness() -> None:
    """R003-10: 30, 31, 91 and 181 days late, due today, and no due date."""
    dues = ("2026-09-30", "2026-08-31", "2026-08-30", "2026-07-01", "2026-04-02", "-")
    rows = (f"甲  A{n}  2026-01-01  {due}  {n + 1}.00  {n + 1}.00" for n, due in enumerate(dues))
    (point,) = series([state(items(*rows), "2026-09-30")])
    assert point.buckets == (100, 200, 300, 400, 500, 600)
    assert sum(point.buckets) == point.open
    (table,) = (t for t in series_tables([point], Lang.EN) if t.key == "trend.structure.CNY")
    assert table.columns[-1].values == [Decimal("0.4286")]  # 9 of 21
