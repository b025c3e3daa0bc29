"""Nothing is decided about money that waits to be matched."""

from __future__ import annotations

from tests.analysis.build import day, ledger, policy

from arcollect.analysis.outcome.decisions import Known, decisions
from arcollect.analysis.position import stand
from arcollect.analysis.standing.aging import age
from arcollect.analysis.standing.grade import grade

JULY = day("2023-07-18")


def decided(received: str) -> list[tuple[str, int]]:
    rules = policy(aging={"credits": "separate"})
    book = ledger(
        f"""
        customer  kind     due_date    amount
        甲        invoice  2020-01-01  300
        甲        invoice  2023-01-01  200
        甲        receipt  -           {received}
        """,
        customers="customer  flags\n甲  refuses",
    )
    position = stand(book, JULY, rules)
    known = Known(grade(position, rules), book)
    found = decisions(age(position, rules), JULY, known, rules)
    return [(one.matter, one.amount_minor) for one in found]


def test_unapplied_money_is_taken_off_the_oldest_part() -> None:
    """U-02: 300 over three years, 200 over 181 days, 400 received: 100 to sue for."""
    assert decided("-400") == [("sue", 10_000), ("stop", 10_000)]


def test_nothing_is_stopped_where_it_covers_everything() -> None:
    assert decided("-500") == []


def disputed(amount: str) -> list[tuple[str, int, str]]:
    """900.00 owed for 198 days, of it so much in dispute."""
    book = ledger(f"customer  due_date  amount  disputed\n甲  2023-01-01  900  {amount}")
    position = stand(book, JULY, policy())
    known = Known(grade(position, policy()), book)
    found = decisions(age(position, policy()), JULY, known, policy())
    return [(one.matter, one.amount_minor, str(one.why.facts.get("amount", ""))) for one in found]


def test_what_is_disputed_is_not_sued_for() -> None:
    """R003-53: the undisputed part, and how much is left out."""
    assert disputed("250") == [("sue", 65_000, "250.00")]
    assert disputed("0") == [("sue", 90_000, "")]


def test_nothing_is_decided_about_what_is_wholly_disputed() -> None:
    assert disputed("900") == []
