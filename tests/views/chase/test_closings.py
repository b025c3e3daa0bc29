"""What stays together at the end of a letter."""

from __future__ import annotations

from arcollect.views.block import Grid, Heading, Listing, PayTo, Run, Sign, Text, closings


def test_a_signature_takes_its_last_paragraphs_with_it():
    """A page to seal never holds the seal alone; a body without tables is not dragged along."""
    said = Text((Run("x"),))
    sign = Sign(("甲公司",))
    assert closings([said, PayTo("", ()), said, said, sign]) == {2, 3}
    assert closings([*[said] * 9, sign]) == {4, 5, 6, 7, 8}


def test_a_slip_to_send_back_stays_in_one_piece():
    said = Text((Run("x"),))
    assert closings([said, Sign(("甲公司",)), Heading("回执", 2), said, said, said]) == {3, 4}


def test_both_parties_never_sign_on_a_page_without_words():
    points = Listing(((Run("x"),),))
    places = Grid(("甲方", "乙方"), (), (), room=44)
    assert closings([Heading("五、其他", 2), points, places]) == {1}
    assert closings([Heading("五、其他", 2), points, Grid((), (), ())]) == set()
