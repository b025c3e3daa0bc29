"""The terminal: Rich tables with colour and words."""

from arcollect.render.screen.show import show

__all__ = ["show"]
