"""Why a customer does not pay changes what its letter says."""

from __future__ import annotations

import datetime as dt

import pytest

from arcollect.analysis.chase.variant import variant
from arcollect.register.entries import Channel, ContactEntry, Reason


def contact(reason):
    at = dt.datetime(2026, 10, 20, 10)
    return ContactEntry("1", at, "", "甲", "甲", "CNY", Channel.CALL, reason=reason)


@pytest.mark.parametrize(
    ("flags", "reasons", "expected"),
    [
        ((), (), ""),
        (("cash-tight",), (), "cash-tight"),
        (("cash-tight", "wilful"), (), "wilful"),
        ((), (Reason.CASH_TIGHT,), "cash-tight"),
        ((), (Reason.CASH_TIGHT, Reason.WILFUL), "wilful"),
        ((), (Reason.CASH_TIGHT, None), "cash-tight"),  # the last one named
        ((), (Reason.CASH_TIGHT, Reason.QUALITY), ""),
        (("cash-tight",), (Reason.WILFUL,), "cash-tight"),  # what was typed in holds
        (("lost",), (), ""),
    ],
)
def test_flags_before_the_log(flags, reasons, expected):
    assert variant(flags, [contact(reason) for reason in reasons]) == expected  # R001-09
