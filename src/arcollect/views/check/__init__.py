"""Was the file read right, does it tie out, and what is missing."""

from arcollect.views.check.page import check_page, with_set_off
from arcollect.views.check.set_off import set_off_table
from arcollect.views.check.tie_out import Stated

__all__ = ["Stated", "check_page", "set_off_table", "with_set_off"]
