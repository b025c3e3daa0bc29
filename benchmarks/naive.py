"""The script an accountant's colleague would write: read_excel, aging, pivot, to_excel.

python benchmarks/naive.py LEDGER OUT
"""

import sys

import pandas as pd

source, target = sys.argv[1:3]
today = pd.Timestamp("2026-11-21")
rows = pd.read_excel(source)
rows["到期日"] = pd.to_datetime(rows["到期日"].astype(str), format="mixed", errors="coerce")
rows["逾期天数"] = (today - rows["到期日"]).dt.days


def bucket(days):
    if pd.isna(days):
        return "日期缺失"
    if days <= 0:
        return "未到期"
    for last, name in ((30, "1-30天"), (90, "31-90天"), (180, "91-180天")):
        if days <= last:
            return name
    return "180天以上"


rows["账龄"] = rows["逾期天数"].apply(bucket)
table = rows.pivot_table(
    index=["客户编码", "客户名称"], columns="账龄", values="未收金额", aggfunc="sum", fill_value=0
)
table["合计"] = table.sum(axis=1)
table["逾期"] = table["合计"] - table.get("未到期", 0)
table.reset_index().to_excel(target, sheet_name="汇总", index=False, engine="openpyxl")
print(table["合计"].sum().round(2), table["逾期"].sum().round(2))
