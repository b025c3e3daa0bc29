"""Small ledgers typed in a test, read as the program reads them."""

from __future__ import annotations

import datetime as dt
from textwrap import dedent

from arcollect.analysis.chase.alerts.conduct import segments_with
from arcollect.analysis.chase.dunning import dun
from arcollect.analysis.claims.late_fee import late_fee
from arcollect.analysis.position import stand
from arcollect.analysis.standing.aging import age
from arcollect.analysis.standing.grade import grade
from arcollect.analysis.standing.pool import focus
from arcollect.analysis.standing.ratios import measure
from arcollect.ledger import LedgerFile, ReadOptions, read
from arcollect.policy import Policy
from arcollect.register.entries import History
from arcollect.views.findings import Findings
from arcollect.views.table import Figure, Table

AS_OF = dt.date(2026, 10, 31)


def ledger_of(csv, policy=None):
    return read_mapped(csv, {}, policy)


def read_mapped(csv, maps, policy=None):
    data = dedent(csv).strip().encode()
    file = LedgerFile(data=data, name="账.csv")
    return read([file], policy or Policy(), ReadOptions(maps=maps))


def findings_of(csv, as_of=AS_OF, policy=None):
    policy = policy or Policy()
    position = stand(ledger_of(csv, policy), as_of, policy)
    aging, fees = age(position, policy), late_fee(position, policy)
    return Findings(
        position=position,
        policy=policy,
        aging=aging,
        ratios=measure(position, aging, policy),
        pool=focus(position, policy),
        grades=grade(position, policy),
        fees=fees,
        dunning=dun(position, fees, policy),
        segments=segments_with(History(), position, policy),
    )


def table(page, key):
    """The table of a page as rows of dictionaries."""
    (found,) = [p for p in page.parts if isinstance(p, Table) and p.key == key]
    keys = [column.key for column in found.columns]
    return [
        dict(zip(keys, row, strict=True))
        for row in zip(*(column.values for column in found.columns), strict=True)
    ]


def figures(page):
    """Every headline figure of a page by key."""
    groups = [part for part in page.parts if isinstance(part, tuple)]
    return {f.key: f for group in groups for f in group if isinstance(f, Figure)}
