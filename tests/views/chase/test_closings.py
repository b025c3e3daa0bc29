"""What stays together at the end of a letter."""

from __future__ import annotations

from arcollect.views.block import PayTo, Run, Sign, Text, closings


def test_a_signature_takes_its_last_paragraphs_with_it():
    """A page to seal never holds the seal alone; a body without tables is not dragged along."""
    said = Text((Run("x"),))
    sign = Sign(("甲公司",))
    assert closings([said, PayTo("", ()), said, said, sign]) == {2, 3}
    assert closings([*[said] * 9, sign]) == {4, 5, 6, 7, 8}
