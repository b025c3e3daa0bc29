"""Series, targets, plan and what-if."""

from arcollect.views.outcome.trend.plan import plan_table, release_table
from arcollect.views.outcome.trend.series import series_charts, series_tables
from arcollect.views.outcome.trend.targets import target_tables

__all__ = ["plan_table", "release_table", "series_charts", "series_tables", "target_tables"]
