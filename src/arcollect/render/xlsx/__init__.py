"""Reports as Excel workbooks: numbers are numbers, totals are live formulas."""

from arcollect.render.xlsx.workbook import write

__all__ = ["write"]
