"""What a value of the policy may look like."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from pydantic import ValidationError

from arcollect.policy import Policy


@pytest.mark.parametrize(
    ("written", "share"),
    [
        ("15%", Fraction(3, 20)),
        ("0.05%", Fraction(1, 2000)),
        ("0.05％", Fraction(1, 2000)),
        ("1/3", Fraction(1, 3)),
        ("0.15", Fraction(3, 20)),
    ],
)
def test_rates_are_exact(written, share):
    policy = Policy.model_validate({"ratios": {"overdue_warn_above": written}})
    assert policy.ratios.overdue_warn_above == share


@pytest.mark.parametrize(
    "section",
    [
        {"ratios": {"overdue_warn_above": 0.15}},  # a float has lost precision
        {"ratios": {"overdue_warn_above": "-1%"}},
        {"ratios": {"overdue_warn_above": "1/0"}},
        {"pool": {"large_amount": 100000.01}},
        {"pool": {"large_amount": "ten"}},
        {"pool": {"large_amount": "NaN"}},
        {"aging": {"buckets": [30, 30]}},
        {"aging": {"buckets": []}},
        {"aging": {"buckets": [0, 30]}},
        {"time_zone": "Mars/Olympus"},
        {"base_currency": "RMB1"},
        {"as_of": 20261031},  # would be read as seconds since 1970
        {"company": [{"short": "no name"}]},
    ],
)
def test_impossible_values_are_refused(section):
    with pytest.raises(ValidationError):
        Policy.model_validate(section)


def test_dates_are_dates():
    assert Policy.model_validate({"as_of": "2026-10-31"}).as_of == dt.date(2026, 10, 31)
