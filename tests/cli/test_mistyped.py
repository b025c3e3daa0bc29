"""A value that cannot be used is named by its option, in the user's words."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("aging --buckets 30,10", "--buckets: bucket limits must be rising whole numbers"),
        ("aging --buckets 30,10", "such as 30, 90, 180; not 30, 10."),
        ("aging --credits half", '--credits: "half" is not one of: auto, separate, fifo'),
        ("ratios --days 364", '--days: "364" is not one of: 360, 365.'),
        ("ratios --vat-rate 200%", '--vat-rate: must not be above 100%: "200%".'),
        ("grade --scheme xyz", '--scheme: "xyz" is not one of: abcd, abc.'),
        ("aging --top 0", "--top"),
        ("aging --top -1", "--top"),
    ],
)  # fmt: skip
def test_the_option_is_named(run, ledger, line, said):
    command, *flags = line.split()
    done = run(command, ledger, *flags, "--lang", "en")
    assert done.code == 2
    assert said in done.err
    assert "policy show" not in done.err  # the command line is at fault, not the policy


def test_a_year_of_365_days(run, ledger):
    """300.00 ÷ 3,650.00 × 365 = 30 days, × 360 = 29.6."""
    flags = ("--revenue", "3650", "--as-of", "2026-10-31")
    assert '"365×300.00÷3,650.00"' in run("ratios", ledger, *flags, "--days", "365").out
    assert '"360×300.00÷3,650.00"' in run("ratios", ledger, *flags, "--days", "360").out


def test_a_scheme_that_changes_nothing_is_said(run, ledger, tmp_path):
    flags = ("--as-of", "2026-10-31", "--scheme", "tiered", "--lang", "en")
    assert "--scheme tiered was not used" in run("fee", ledger, *flags).err
    (tmp_path / "arcollect.toml").write_text("[fee]\nbasis = 'contract'\nclause = '8'\n")
    assert "was not used" not in run("fee", ledger, *flags).err
