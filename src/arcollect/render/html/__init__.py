"""Reports as one HTML page that needs nothing else."""

from arcollect.render.html.page import write

__all__ = ["write"]
