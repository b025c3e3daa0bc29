"""Which day it is, and which day is meant."""

from __future__ import annotations

import datetime as dt

import pytest

from arcollect.cli import clock
from arcollect.errors import UsageError

LATE = dt.datetime(2026, 10, 31, 20, 0, tzinfo=dt.UTC)


class Evening(dt.datetime):
    @classmethod
    def now(cls, tz=None):
        return LATE.astimezone(tz)


def test_a_utc_server_in_the_evening_is_already_on_the_next_day(monkeypatch):
    monkeypatch.setattr("arcollect.cli.clock.dt.datetime", Evening)
    assert clock.today("Asia/Shanghai") == dt.date(2026, 11, 1)
    assert clock.today("UTC") == dt.date(2026, 10, 31)


@pytest.mark.parametrize("raw", ["2026-10-31", "2026/10/31", "20261031", "2026年10月31日"])
def test_a_day_may_be_typed_in_several_ways(raw):
    assert clock.day(raw, "--as-of") == dt.date(2026, 10, 31)


@pytest.mark.parametrize("raw", ["31/10/2026x", "", "2026-02-30", "tomorrow"])
def test_what_is_no_day_is_refused(raw):
    with pytest.raises(UsageError):
        clock.day(raw, "--as-of")


def test_flag_policy_cutoff_today():
    policy, cutoff = dt.date(2026, 9, 30), dt.date(2026, 8, 31)
    zone = "Asia/Shanghai"
    assert clock.as_of("2026-10-31", policy, cutoff, zone) == dt.date(2026, 10, 31)
    assert clock.as_of(None, policy, cutoff, zone) == policy
    assert clock.as_of(None, None, cutoff, zone) == cutoff
    assert clock.as_of(None, None, None, zone) == clock.today(zone)


def test_the_variable_sets_the_day(run, ledger):
    done = run("aging", ledger, "-f", "json", ARCOLLECT_AS_OF="2026-09-30")
    assert '"as_of": "2026-09-30"' in done.out
