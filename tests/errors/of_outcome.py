"""Messages about comparing states, and about the trend."""

from __future__ import annotations

from collections.abc import Mapping

from tests.errors.catalogue import Case, Content
from tests.errors.of_files import GOOD

ONE: Mapping[str, Content] = {"ledger.csv": GOOD}
TWO: Mapping[str, Content] = {"old.csv": GOOD, "new.csv": GOOD}
THREE: Mapping[str, Content] = {**TWO, "third.csv": GOOD}
GROUPED = """
客户名称,单据编号,到期日,未收金额,Department,Region
甲公司,D1,2026-01-31,100.00,East,East
"""
GROUPS: Mapping[str, Content] = {"old.csv": GROUPED, "new.csv": GROUPED}
NONE = "--register none.db"

CASES = (
    Case("compare_why.too_many", "一次比较两份台账。", "Two ledgers are compared at a time.", THREE,
         "compare old.csv new.csv third.csv"),
    Case("compare_why.both", "旧台账和 --since 只能给一个。", "Give an old ledger or --since, not both.", TWO,
         "compare old.csv new.csv --since 2026-01-31"),
    Case("compare_why.no_cutoff", "旧台账要知道是哪一天的。", "The old ledger needs a day.", TWO,
         "compare old.csv new.csv"),
    Case("compare_why.order", "旧台账的日期不能更晚。", "The old ledger is the earlier one.", TWO,
         "compare old.csv new.csv --old-as-of 2026-12-31 --as-of 2026-10-31"),
    Case("compare_why.nothing_kept", "没有保存过状态。", "No state was kept before.", ONE,
         f"compare ledger.csv --as-of 2026-10-31 {NONE}"),
    Case("compare_why.base", "保存的状态不能折算。", "Kept states are not converted.", ONE,
         f"compare ledger.csv --base USD --rate CNY=0.14 {NONE}"),
    Case("compare_why.pilot_one", "找试点组只要一份台账。", "Finding a group takes one ledger.", TWO,
         "compare old.csv new.csv --old-as-of 2026-01-31 --pilot"),
    Case("compare_why.pilot_none", "组名要和台账里写的一样。", "A group is called what the ledger calls it.",
         GROUPS, "compare old.csv new.csv --old-as-of 2026-01-31 --pilot-group West"),
    Case("compare_why.pilot_no_groups", "没有可以分组的列。", "There is no column to group by.", TWO,
         "compare old.csv new.csv --old-as-of 2026-01-31 --pilot-group West"),
    Case("compare_why.pilot_several", "同一个名字在两列里都有。", "Two columns hold the same name.",
         GROUPS, "compare old.csv new.csv --old-as-of 2026-01-31 --pilot-group East"),
    Case("trend_why.nothing", "登记簿里还没有状态。", "The register holds no state yet.", ONE,
         f"trend {NONE}"),
    Case("trend_why.needs_ledger", "目标要看台账现在的数字。", "Targets look at a ledger.", ONE,
         f"trend --targets {NONE}"),
    Case("trend_why.period", "周期只有日、周、月、季。", "A period is a day, week, month or quarter.", ONE,
         "trend ledger.csv --period y"),
    Case("trend_why.dso", "天数要写成数字。", "Write the days in figures.", ONE,
         "trend ledger.csv --what-if-dso soon"),
    Case("trend_why.no_sales", "没有年销售额就没有 DSO。", "Without sales there is no DSO.", ONE,
         f"trend ledger.csv --as-of 2026-10-31 --what-if-dso 45 {NONE}"),
    Case("trend.no_plan", "先在策略里写计划。", "Write a plan into the policy first.", ONE,
         f"trend ledger.csv --plan --as-of 2026-10-31 {NONE}"),
)  # fmt: skip
