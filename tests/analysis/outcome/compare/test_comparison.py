"""What changed between two states: G-18, and the walk that has to add up."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.outcome.compare.comparison import Comparison, compare
from arcollect.analysis.outcome.compare.evidence import evidence
from arcollect.analysis.outcome.compare.moves import Money, What
from arcollect.analysis.outcome.compare.pairing import paired
from arcollect.analysis.outcome.compare.state import state_of
from arcollect.analysis.outcome.compare.tiers import ADDED, GONE, Shift, roll_rates
from arcollect.analysis.position import stand
from arcollect.analysis.standing.aging import age
from arcollect.analysis.standing.grade import grade
from arcollect.analysis.standing.ratios import measure
from arcollect.errors import UsageError
from arcollect.ledger.schema import Ledger
from arcollect.register.entries import Snapshot, SnapshotHead

RULES = policy()
HEAD = "customer  document_no  issue_date  due_date  amount  open"


def state(book: Ledger, as_of: str) -> Snapshot:
    position = stand(book, day(as_of), RULES)
    aging = age(position, RULES)
    made = measure(position, aging, RULES), grade(position, RULES)
    return state_of(position, SnapshotHead(as_of, day(as_of), "", ""), aging, *made)


def compared(old: Ledger, new: Ledger, first: str, last: str) -> Comparison:
    told = evidence(stand(new, day(last), RULES), day(first))
    return compare(state(old, first), state(new, last), RULES.aging.buckets, told)


def items(*rows: str, head: str = HEAD, **more: str) -> Ledger:
    return ledger("\n".join([head, *rows]), **more)  # type: ignore[arg-type]


def whats(found: Comparison) -> dict[str, What]:
    return {m.line.document_no: m.what for m in found.moves}


PAID = "甲  A1  2026-08-01  2026-09-01  100.00  100.00"
LATE = "乙  B1  2026-08-01  2026-09-01  50.00  50.00"


def test_the_walk_from_opening_to_closing() -> None:
    """Invariant 16, every part once."""
    more = Money(opening=1_000, billed=1, raised=2, unlisted=4)
    assert (more.up, more.down, replace(more, closing=1_007).ties) == (7, 0, True)
    less = Money(1_000, collected=1, credited=2, unsaid=4, applied=8, written_off=16, gone=32)
    assert (less.up, less.down, replace(less, closing=937).ties) == (0, 63, True)
    assert not replace(less, closing=938).ties


def test_one_paid_and_one_rolled() -> None:
    """G-18: 30 days late on the first of October, 31 on the second."""
    old = items(PAID, LATE)
    receipts = "date  customer  amount  reference\n2026-10-02  甲  100.00  A1"
    new = items(PAID.replace("100.00  100.00", "100.00  0.00"), LATE, receipts=receipts)
    found = compared(old, new, "2026-10-01", "2026-10-02")
    assert whats(found) == {"A1": What.COLLECTED, "B1": What.OPEN}
    (b1,) = (m for m in found.moves if m.line.document_no == "B1")
    assert (found.tiers_of(b1), found.shift_of(b1)) == ((1, 2), Shift.WORSE)
    (total,) = found.totals
    assert total.money == Money(opening=15000, collected=10000, closing=5000)
    assert dict(found.rolls[0].count) == {(1, GONE): 1, (1, 2): 1}
    assert dict(found.rolls[0].minor) == {(1, GONE): 10000, (1, 2): 5000}


def test_an_advance_among_balances_does_not_show_what_came_in() -> None:
    """A1 is gone, applied inside the ledger: 0 collected would be a false statement."""
    head = "customer  document_no  kind  issue_date  due_date  amount  open"
    advance = "丙  R9  receipt  2026-08-05  2026-08-05  -20.00  -20.00"
    rows = [row.replace("  2026", "  invoice  2026", 1) for row in (PAID, LATE)]
    old, new = items(*rows, advance, head=head), items(rows[1], advance, head=head)
    assert not compared(old, new, "2026-10-01", "2026-10-02").is_dated


def test_without_any_receipt_the_file_does_not_say() -> None:
    found = compared(items(PAID, LATE), items(LATE), "2026-10-01", "2026-10-02")
    assert whats(found)["A1"] is What.SETTLED
    assert found.totals[0].money == Money(opening=15000, unsaid=10000, closing=5000)
    assert not found.is_dated


def test_new_and_paid_in_part_before_the_next_state() -> None:
    receipts = "date  customer  amount  reference\n2026-10-20  甲  30.00  A2"
    new = items(PAID, "甲  A2  2026-10-05  2026-12-05  80.00  50.00", receipts=receipts)
    found = compared(items(PAID), new, "2026-10-01", "2026-10-31")
    walk = Money(opening=10000, billed=8000, collected=3000, closing=15000)
    assert found.totals[0].money == walk
    assert whats(found)["A2"] is What.NEW


def test_billed_and_paid_in_between() -> None:
    receipts = "date  customer  amount  reference\n2026-10-20  甲  80.00  A2"
    new = items(PAID, "甲  A2  2026-10-05  2026-10-15  80.00  0.00", receipts=receipts)
    found = compared(items(PAID), new, "2026-10-01", "2026-10-31")
    walk = Money(opening=10000, billed=8000, collected=8000, closing=10000)
    assert found.totals[0].money == walk
    assert whats(found)["A2"] is What.BILLED_AND_PAID


def test_money_of_the_account_pays_the_oldest_first() -> None:
    later = "甲  A2  2026-08-01  2026-09-15  60.00  60.00"
    receipts = "date  customer  amount  reference\n2026-10-20  甲  110.00  -"
    new = items(later.replace("60.00  60.00", "60.00  10.00"), receipts=receipts)
    found = compared(items(PAID, later), new, "2026-10-01", "2026-10-31")
    money = {m.line.document_no: (m.money.collected, m.money.unsaid) for m in found.moves}
    assert money["A1"] == (10000, 0)
    assert money["A2"] == (1000, 4000)


def test_written_off_is_told_apart_and_ties_to_the_list() -> None:
    head = f"{HEAD}  is_written_off"
    old, new = (items(f"{PAID}  {mark}", f"{LATE}  no", head=head) for mark in ("no", "yes"))
    found = compared(old, new, "2026-10-01", "2026-10-31")
    (total,) = found.totals
    assert total.money == Money(opening=15000, written_off=10000, closing=5000)
    assert total.kept_off == 10000
    assert whats(found)["A1"] is What.WRITTEN_OFF


def test_written_off_and_closed_in_the_file() -> None:
    head = f"{HEAD}  is_written_off"
    old = items(f"{PAID}  no", f"{LATE}  no", head=head)
    new = items(f"{PAID.replace('100.00  100.00', '100.00  0.00')}  yes", f"{LATE}  no", head=head)
    found = compared(old, new, "2026-10-01", "2026-10-31")
    assert found.totals[0].money.written_off == 10000


def test_a_credit_note_is_no_collection() -> None:
    note = "甲  R1  2026-10-10  -  -100.00  -100.00  credit"
    head = f"{HEAD}  kind"
    old = items(f"{PAID}  invoice", head=head)
    new = items(f"{LATE}  invoice", note, head=head)
    found = compared(old, new, "2026-10-01", "2026-10-31")
    account = next(a for a in found.accounts if a.party[1] == "甲")
    # The invoice is gone and the note of 100.00 is unapplied: credited once, not twice.
    assert account.money == Money(opening=10000, credited=10000, unsaid=10000, closing=-10000)


def test_earlier_credits_used_up_are_neither_collected_nor_unsaid() -> None:
    head = f"{HEAD}  kind"
    old = items(f"{PAID}  invoice", "甲  -  2026-09-20  -  -40.00  -40.00  receipt", head=head)
    new = items(f"{PAID.replace('100.00  100.00', '100.00  60.00')}  invoice", head=head)
    found = compared(old, new, "2026-10-01", "2026-10-31")
    assert whats(found)["A1"] is What.APPLIED
    assert found.totals[0].money == Money(opening=6000, closing=6000)


def test_raised_and_not_listed_before() -> None:
    new = items(PAID.replace("100.00  100.00", "120.00  120.00"), LATE)
    found = compared(items(PAID), new, "2026-10-01", "2026-10-31")
    assert whats(found) == {"A1": What.RAISED, "B1": What.UNLISTED}
    walk = Money(opening=10000, raised=2000, unlisted=5000, closing=17000)
    assert found.totals[0].money == walk


def test_a_due_date_moved_cures_without_money() -> None:
    new = items(PAID.replace("2026-09-01", "2026-12-01"))
    found = compared(items(PAID), new, "2026-10-01", "2026-10-31")
    assert [found.shift_of(m) for m in found.moves] == [Shift.CURED]
    assert found.totals[0].overdue == (10000, 0)


def test_stages_with_one_number_are_told_apart() -> None:
    rows = [f"甲  A1  2026-08-01  {due}  {m}  {m}" for due, m in
            (("2026-09-01", "30.00"), ("2026-12-01", "60.00"), ("2027-12-01", "10.00"))]  # fmt: skip
    found = compared(items(*rows), items(*rows[1:]), "2026-10-01", "2026-10-31")
    assert [m.what for m in found.moves] == [What.SETTLED, What.OPEN, What.OPEN]


def test_a_document_without_number_is_known_by_date_and_amount() -> None:
    old = items(
        "甲  -  2026-08-01  2026-09-01  70.00  70.00", "甲  -  2026-08-02  2026-09-01  70.00  70.00"
    )
    new = items("甲  -  2026-08-02  2026-09-01  70.00  20.00")
    found = compared(old, new, "2026-10-01", "2026-10-31")
    assert sorted(m.money.closing for m in found.moves) == [0, 2000]
    assert found.totals[0].money == Money(opening=14000, unsaid=12000, closing=2000)


def test_a_customer_that_has_a_code_now_is_the_same() -> None:
    new = items("C1  甲  A1  2026-08-01  2026-09-01  100.00  100.00", head=f"customer_key  {HEAD}")
    found = compared(items(PAID), new, "2026-10-01", "2026-10-31")
    assert (whats(found), found.renamed) == ({"A1": What.OPEN}, 1)


def test_a_renamed_customer_is_known_by_its_documents() -> None:
    new = items(PAID.replace("甲", "甲（更名）"), LATE)
    found = compared(items(PAID, LATE), new, "2026-10-01", "2026-10-31")
    assert set(whats(found).values()) == {What.OPEN}


def test_currencies_and_companies_never_mix() -> None:
    head = f"company  {HEAD}  currency"
    row = "  甲  A1  2026-08-01  2026-09-01  100.00  100.00  "
    old = items(f"一{row}CNY", f"二{row}CNY", f"一{row}USD", head=head)
    new = items(f"二{row}CNY", f"一{row}USD", head=head)
    found = compared(old, new, "2026-10-01", "2026-10-31")
    assert [(a.party[2], a.money.unsaid) for a in found.totals] == [("CNY", 10000), ("USD", 0)]
    assert {a.party for a in found.accounts if a.money.unsaid} == {("一", "甲", "CNY")}


def test_collection_rate_and_cei_of_the_period() -> None:
    """U-12: 100 overdue at the start, 60 fell due; 80 came in."""
    second = "甲  A2  2026-08-01  2026-10-15  60.00  60.00"
    receipts = "date  customer  amount  reference\n2026-10-20  甲  80.00  A1"
    new = items(PAID.replace("100.00  100.00", "100.00  20.00"), second, receipts=receipts)
    found = compared(items(PAID, second), new, "2026-10-01", "2026-10-31")
    (one,) = found.collected
    assert (one.collected, one.due, one.rate) == (8000, 16000, Fraction(1, 2))
    assert one.cei == Fraction(8000, 16000)  # nothing of what is open is not yet due


def test_grades_that_moved() -> None:
    found = compared(items(PAID, LATE), items(PAID, LATE), "2026-09-01", "2026-10-31")
    assert {(g.customer, g.old, g.new) for g in found.grades} == {
        ("甲", "", "B"), ("乙", "", "B"),
    }  # fmt: skip


def test_the_earlier_state_comes_first() -> None:
    with pytest.raises(UsageError):
        compared(items(PAID), items(PAID), "2026-10-02", "2026-10-01")


def test_new_money_and_added_money_stand_in_the_matrix() -> None:
    found = compared(
        items(PAID),
        items(PAID, "乙  N1  2026-10-05  2026-12-01  9.00  9.00"),
        "2026-10-01",
        "2026-10-31",
    )
    assert found.rolls[0].minor[ADDED, 0] == 900


def test_a_receipt_names_a_document_that_is_no_longer_listed() -> None:
    """Only open items are exported, and a receipts sheet: A1 is gone, and was paid."""
    other = "甲  A2  2026-08-01  2026-09-15  60.00  60.00"
    receipts = "date  customer  amount  reference\n2026-10-20  甲  100.00  A1"
    found = compared(
        items(PAID, other), items(other, receipts=receipts), "2026-10-01", "2026-10-31"
    )
    money = {m.line.document_no: m.money for m in found.moves}
    assert (money["A1"].collected, money["A1"].unsaid) == (10000, 0)
    assert money["A2"].collected == 0


def test_a_company_column_that_came_makes_no_new_customers() -> None:
    new = items(f"一公司  {PAID}", head=f"company  {HEAD}")
    found = compared(items(PAID), new, "2026-10-01", "2026-10-31")
    assert whats(found) == {"A1": What.OPEN}


def test_roll_rates() -> None:
    """100 of 150 stay in 1-30; a third of the money rolls on."""
    rows = [
        "甲  A1  2026-08-01  2026-10-01  100.00  100.00",
        "甲  A2  2026-08-01  2026-09-20  50.00  50.00",
    ]
    found = compared(items(*rows), items(*rows), "2026-10-10", "2026-10-25")
    assert roll_rates(found.rolls[0], 5) == (None, Fraction(1, 3), None, None, None)


def test_an_account_with_credits_alone_has_its_name() -> None:
    head = f"{HEAD}  kind"
    old = items(f"{PAID}  invoice", head=head)
    new = items(f"{PAID}  invoice", "丙  -  2026-10-20  -  -40.00  -40.00  receipt", head=head)
    found = compared(old, new, "2026-10-01", "2026-10-31")
    account = next(a for a in found.accounts if a.party[1] == "丙")
    assert (account.customer, account.money) == ("丙", Money(collected=4000, closing=-4000))


def test_a_number_used_a_thousand_times_is_still_quick() -> None:
    line = state(items(PAID), "2026-10-01").lines[0]
    many = [replace(line, open_minor=n) for n in range(1, 20_001)]
    pairs = list(paired(many, many[10_000:]))
    assert len(pairs) == 20_000
    assert sum(pair.new is None for pair in pairs) == 10_000


def test_what_vanished_from_a_file_of_settled_documents_is_not_collected() -> None:
    paid = PAID.replace("100.00  100.00", "100.00  0.00")
    found = compared(items(PAID, LATE), items(paid), "2026-10-01", "2026-10-31")
    assert whats(found)["B1"] is What.GONE
    (total,) = found.totals
    assert (total.money.gone, total.money.closing) == (5_000, 0)
    assert total.money.ties
    (share,) = found.collected
    assert (share.due, share.cei) == (10_000, 1)  # type: ignore[comparison-overlap]  # of the 100.00 still known


def test_what_vanished_from_a_file_of_open_items_may_be_paid() -> None:
    found = compared(items(PAID, LATE), items(PAID), "2026-10-01", "2026-10-31")
    assert whats(found)["B1"] is What.SETTLED
