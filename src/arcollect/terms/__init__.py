"""When payment falls due, as contracts write it (付款条件)."""

from __future__ import annotations

from arcollect.terms.due import Due, StageDue, due_date, stage_dues
from arcollect.terms.explain import explain
from arcollect.terms.model import Discount, Kind, Stage, Start, Terms
from arcollect.terms.parse import parse_terms

__all__ = (
    "Discount",
    "Due",
    "Kind",
    "Stage",
    "StageDue",
    "Start",
    "Terms",
    "due_date",
    "explain",
    "parse_terms",
    "stage_dues",
)
