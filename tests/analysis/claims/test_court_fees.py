"""What the court charges, by statute."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcollect.analysis.claims.court_fees import Charge, court_fee


def yuan(charge, claim):
    return court_fee(charge, round(claim * 100)).fee_minor / 100


@pytest.mark.parametrize(
    ("claim", "fee"),
    [
        (10_000, 50), (100_000, 2_300), (180_000, 3_900), (200_000, 4_300), (500_000, 8_800),
        (1_000_000, 13_800), (2_000_000, 22_800), (5_000_000, 46_800), (10_000_000, 81_800),
        (20_000_000, 141_800), (30_000_000, 191_800), (188_820, 4_076.40), (0, 50),
    ],
)  # fmt: skip
def test_court_fee(claim, fee):
    assert yuan(Charge.COURT, claim) == fee  # G-16, U-31


def test_half_and_third():
    assert yuan(Charge.HALVED, 180_000) == 1_950
    assert yuan(Charge.PAYMENT_ORDER, 180_000) == 1_300  # G-16
    assert yuan(Charge.PAYMENT_ORDER, 10_000) == 16.67


@pytest.mark.parametrize(
    ("claim", "fee"), [(1_000, 30), (100_000, 1_020), (180_000, 1_420), (896_000, 5_000),
                       (1_000_000, 5_000)],
)  # fmt: skip
def test_preservation_is_at_most_5000(claim, fee):
    assert yuan(Charge.PRESERVATION, claim) == fee  # G-16


@pytest.mark.parametrize(
    ("claim", "fee"),
    [
        (10_000, 50), (180_000, 2_600), (500_000, 7_400), (5_000_000, 52_400),
        (10_000_000, 77_400), (20_000_000, 87_400),  # 0.5 %, then 0.1 %, art. 14 (1)
    ],
)  # fmt: skip
def test_execution(claim, fee):
    assert yuan(Charge.EXECUTION, claim) == fee  # G-16


def test_a_cap_is_named_only_where_it_lowers_the_fee():
    """30 + 990 + 0.5 % of what is above 100,000: 5,000.00 exactly at 896,000."""
    assert not court_fee(Charge.PRESERVATION, 896_000_00).is_capped
    assert court_fee(Charge.PRESERVATION, 896_002_00).is_capped
    assert not court_fee(Charge.EXECUTION, 896_002_00).is_capped


def test_just_above_a_step_is_rounded_half_up():
    assert yuan(Charge.COURT, 10_001) == 50.03  # 50.025


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(list(Charge)), st.integers(0, 10**12), st.integers(0, 10**9))
def test_a_larger_claim_never_costs_less(charge, claim, more):
    assert court_fee(charge, claim).fee_minor <= court_fee(charge, claim + more).fee_minor


@pytest.mark.parametrize("charge", list(Charge))
def test_the_line_of_the_formula_is_the_fee(charge):
    fee = court_fee(charge, 18_882_000)
    exact = (fee.rate * fee.base_minor + fee.plus_minor) * fee.part
    assert abs(exact - fee.fee_minor) <= 0.5
