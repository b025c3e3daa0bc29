"""Amounts across ledger, aging, index and letters, on the example."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from arcollect.analysis.chase.dunning import dun
from arcollect.analysis.claims.late_fee import late_fee
from arcollect.analysis.position import stand
from arcollect.analysis.standing.aging import age
from arcollect.ledger import read
from arcollect.ledger.options import LedgerFile
from arcollect.money import from_minor
from arcollect.policy import Policy
from arcollect.text import Lang
from arcollect.views.block import Grid
from arcollect.views.chase.letter import compose
from arcollect.views.chase.letters_index import index_tables

EXAMPLES = Path(__file__).parents[3] / "examples"


@cache
def desk():
    """The example's position, policy, letters and index."""
    toml = (EXAMPLES / "arcollect.toml").read_text(encoding="utf-8")
    rules = Policy.model_validate(tomllib.loads(toml))
    book = read([LedgerFile(EXAMPLES / "ledger.xlsx")], rules)
    where = stand(book, dt.date(2026, 10, 31), rules)
    found = dun(where, late_fee(where, rules), rules)
    letters = compose(found, rules, Lang.ZH)
    codes = {key: key for key in book.items["customer_key"].astype(str)}
    index = index_tables(found, letters, Lang.ZH, codes=codes)[0]
    return where, rules, found, letters, index


def by_currency(table, key):
    values = {c.key: c.values for c in table.columns}
    total: Counter[str] = Counter()
    for currency, value in zip(values["currency"], values[key], strict=True):
        total[currency] += value
    return dict(total)


def test_index_covers_every_account_once():
    where, _, _, _, index = desk()
    values = {c.key: c.values for c in index.columns}
    rows = set(zip(values["company"], values["customer_code"], values["currency"], strict=True))
    parties = ["company", "customer_key", "currency"]
    open_accounts = set(where.open[parties].astype(str).itertuples(index=False, name=None))
    assert len(rows) == len(index)
    assert open_accounts <= rows


@pytest.mark.parametrize("key", ["open", "overdue"])
def test_index_agrees_with_the_aging(key):
    where, rules, _, _, index = desk()
    groups = age(where, rules).groups.groupby("currency", observed=True)[key].sum()
    for currency, total in by_currency(index, key).items():
        assert total == from_minor(int(groups[currency]), currency)


def test_overdue_is_demanded_or_held():
    _, _, found, _, _ = desk()
    for notice in found.notices:
        if notice.level != "L0":
            held = sum(minor for why, minor in notice.not_demanded if why != "no-due-date")
            assert notice.overdue_minor == notice.gross_minor + held
            assert notice.demand_minor == notice.gross_minor - notice.unapplied_minor


def test_letters_print_what_the_index_lists():
    _, _, _, letters, _ = desk()
    for made in letters:
        grid = next(b for b in made.blocks if isinstance(b, Grid))
        printed = sum(int(row[-1].replace(",", "").replace(".", "")) for row in grid.rows)
        assert printed == made.notice.gross_minor
        assert sum(d.demanded_minor for d in made.notice.items) == made.notice.gross_minor
