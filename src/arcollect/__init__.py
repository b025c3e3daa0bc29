"""Receivables from a spreadsheet: everything the command line does, as a library.

>>> import arcollect as ar
>>> policy = ar.load_policy().policy
>>> book = ar.read([ar.LedgerFile(path)], policy)  # doctest: +SKIP
>>> aging = ar.age(ar.stand(book, as_of, policy), policy)  # doctest: +SKIP

Names are imported when first used: `import arcollect` itself costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arcollect.analysis.chase.alerts.watch import watch as watch
    from arcollect.analysis.chase.dunning import dun as dun
    from arcollect.analysis.chase.worklist.known import known_about as known_about
    from arcollect.analysis.chase.worklist.plan import plan as plan
    from arcollect.analysis.claims.late_fee import late_fee as late_fee
    from arcollect.analysis.outcome.compare.comparison import compare as compare
    from arcollect.analysis.outcome.compare.evidence import evidence as evidence
    from arcollect.analysis.outcome.compare.state import state_of as state_of
    from arcollect.analysis.outcome.finance.finance import finance as finance
    from arcollect.analysis.outcome.trend.series import series as series
    from arcollect.analysis.position import stand as stand
    from arcollect.analysis.standing.aging import age as age
    from arcollect.analysis.standing.grade import grade as grade
    from arcollect.analysis.standing.payers.forecast import forecast as forecast
    from arcollect.analysis.standing.payers.habits import habits as habits
    from arcollect.analysis.standing.pool import focus as focus
    from arcollect.analysis.standing.ratios import measure as measure
    from arcollect.analysis.standing.scoring.score import score as score
    from arcollect.analysis.standing.scoring.segment import segment as segment
    from arcollect.analysis.standing.scoring.segment import sort_out as sort_out
    from arcollect.ledger import read as read
    from arcollect.ledger.options import LedgerFile as LedgerFile
    from arcollect.ledger.options import ReadOptions as ReadOptions
    from arcollect.policy import Policy as Policy
    from arcollect.policy.load import load as load_policy

__version__ = "0.1.0"

_FROM = {
    "LedgerFile": ("arcollect.ledger.options", "LedgerFile"),
    "Policy": ("arcollect.policy", "Policy"),
    "ReadOptions": ("arcollect.ledger.options", "ReadOptions"),
    "age": ("arcollect.analysis.standing.aging", "age"),
    "compare": ("arcollect.analysis.outcome.compare.comparison", "compare"),
    "dun": ("arcollect.analysis.chase.dunning", "dun"),
    "evidence": ("arcollect.analysis.outcome.compare.evidence", "evidence"),
    "finance": ("arcollect.analysis.outcome.finance.finance", "finance"),
    "focus": ("arcollect.analysis.standing.pool", "focus"),
    "forecast": ("arcollect.analysis.standing.payers.forecast", "forecast"),
    "grade": ("arcollect.analysis.standing.grade", "grade"),
    "habits": ("arcollect.analysis.standing.payers.habits", "habits"),
    "late_fee": ("arcollect.analysis.claims.late_fee", "late_fee"),
    "load_policy": ("arcollect.policy.load", "load"),
    "measure": ("arcollect.analysis.standing.ratios", "measure"),
    "known_about": ("arcollect.analysis.chase.worklist.known", "known_about"),
    "plan": ("arcollect.analysis.chase.worklist.plan", "plan"),
    "read": ("arcollect.ledger", "read"),
    "score": ("arcollect.analysis.standing.scoring.score", "score"),
    "segment": ("arcollect.analysis.standing.scoring.segment", "segment"),
    "sort_out": ("arcollect.analysis.standing.scoring.segment", "sort_out"),
    "series": ("arcollect.analysis.outcome.trend.series", "series"),
    "stand": ("arcollect.analysis.position", "stand"),
    "state_of": ("arcollect.analysis.outcome.compare.state", "state_of"),
    "watch": ("arcollect.analysis.chase.alerts.watch", "watch"),
}

__all__ = [
    "LedgerFile",
    "Policy",
    "ReadOptions",
    "__version__",
    "age",
    "compare",
    "dun",
    "evidence",
    "finance",
    "focus",
    "forecast",
    "grade",
    "habits",
    "known_about",
    "late_fee",
    "load_policy",
    "measure",
    "plan",
    "read",
    "score",
    "segment",
    "series",
    "sort_out",
    "stand",
    "state_of",
    "watch",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for."""
    if name not in _FROM:
        raise AttributeError(name)
    module, attribute = _FROM[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return __all__
