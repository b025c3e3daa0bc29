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
    from arcollect.analysis.chase.promises import judge as judge_promises
    from arcollect.analysis.chase.statement.drawn import draw_up as draw_up_statements
    from arcollect.analysis.chase.worklist.known import known_about as known_about
    from arcollect.analysis.chase.worklist.plan import plan as plan
    from arcollect.analysis.claims.late_fee import late_fee as late_fee
    from arcollect.analysis.claims.limits.limitation import limitation as limitation
    from arcollect.analysis.outcome.audit.audit import audit as audit
    from arcollect.analysis.outcome.compare.comparison import compare as compare
    from arcollect.analysis.outcome.compare.evidence import evidence as seen_since
    from arcollect.analysis.outcome.compare.pilot import candidates as pilot_groups
    from arcollect.analysis.outcome.compare.pilot import trial as pilot_trial
    from arcollect.analysis.outcome.compare.state import state_of as state_of
    from arcollect.analysis.outcome.finance.finance import finance as finance
    from arcollect.analysis.outcome.provision.provide import provide as provide
    from arcollect.analysis.outcome.recover.weigh import recover as recover
    from arcollect.analysis.outcome.trend.series import series as series
    from arcollect.analysis.position import stand as stand
    from arcollect.analysis.rates import settled as settled
    from arcollect.analysis.set_off import set_off as set_off
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
    from arcollect.register.entries import History as History

__version__ = "0.1.0"

_FROM = {
    "History": ("arcollect.register.entries", "History"),
    "LedgerFile": ("arcollect.ledger.options", "LedgerFile"),
    "Policy": ("arcollect.policy", "Policy"),
    "ReadOptions": ("arcollect.ledger.options", "ReadOptions"),
    "age": ("arcollect.analysis.standing.aging", "age"),
    "audit": ("arcollect.analysis.outcome.audit.audit", "audit"),
    "compare": ("arcollect.analysis.outcome.compare.comparison", "compare"),
    "draw_up_statements": ("arcollect.analysis.chase.statement.drawn", "draw_up"),
    "dun": ("arcollect.analysis.chase.dunning", "dun"),
    "finance": ("arcollect.analysis.outcome.finance.finance", "finance"),
    "focus": ("arcollect.analysis.standing.pool", "focus"),
    "forecast": ("arcollect.analysis.standing.payers.forecast", "forecast"),
    "grade": ("arcollect.analysis.standing.grade", "grade"),
    "habits": ("arcollect.analysis.standing.payers.habits", "habits"),
    "judge_promises": ("arcollect.analysis.chase.promises", "judge"),
    "known_about": ("arcollect.analysis.chase.worklist.known", "known_about"),
    "late_fee": ("arcollect.analysis.claims.late_fee", "late_fee"),
    "limitation": ("arcollect.analysis.claims.limits.limitation", "limitation"),
    "load_policy": ("arcollect.policy.load", "load"),
    "measure": ("arcollect.analysis.standing.ratios", "measure"),
    "pilot_groups": ("arcollect.analysis.outcome.compare.pilot", "candidates"),
    "pilot_trial": ("arcollect.analysis.outcome.compare.pilot", "trial"),
    "plan": ("arcollect.analysis.chase.worklist.plan", "plan"),
    "provide": ("arcollect.analysis.outcome.provision.provide", "provide"),
    "read": ("arcollect.ledger", "read"),
    "recover": ("arcollect.analysis.outcome.recover.weigh", "recover"),
    "score": ("arcollect.analysis.standing.scoring.score", "score"),
    "seen_since": ("arcollect.analysis.outcome.compare.evidence", "evidence"),
    "segment": ("arcollect.analysis.standing.scoring.segment", "segment"),
    "series": ("arcollect.analysis.outcome.trend.series", "series"),
    "set_off": ("arcollect.analysis.set_off", "set_off"),
    "settled": ("arcollect.analysis.rates", "settled"),
    "sort_out": ("arcollect.analysis.standing.scoring.segment", "sort_out"),
    "stand": ("arcollect.analysis.position", "stand"),
    "state_of": ("arcollect.analysis.outcome.compare.state", "state_of"),
    "watch": ("arcollect.analysis.chase.alerts.watch", "watch"),
}

__all__ = [
    "History",
    "LedgerFile",
    "Policy",
    "ReadOptions",
    "__version__",
    "age",
    "audit",
    "compare",
    "draw_up_statements",
    "dun",
    "finance",
    "focus",
    "forecast",
    "grade",
    "habits",
    "judge_promises",
    "known_about",
    "late_fee",
    "limitation",
    "load_policy",
    "measure",
    "pilot_groups",
    "pilot_trial",
    "plan",
    "provide",
    "read",
    "recover",
    "score",
    "seen_since",
    "segment",
    "series",
    "set_off",
    "settled",
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
