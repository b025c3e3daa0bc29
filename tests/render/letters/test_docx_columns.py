"""Where room is short, words give way before numbers."""

from __future__ import annotations

from arcollect.render.letters.columns import _shared


def test_numbers_keep_their_width():
    """16 columns at 76.7 twips are 1,227; the words share what is left of 5,000."""
    widths = _shared([16, 16, 26, 26], [True, True, False, False], 5_000, 76.7)
    assert widths[:2] == [1_227, 1_227]
    assert widths[2:] == [1_273, 1_273]


def test_with_room_all_grow_alike():
    assert _shared([10, 30], [True, False], 8_000, 76.7) == [2_000, 6_000]


def test_words_are_never_squeezed_to_nothing():
    widths = _shared([40, 20], [True, False], 3_300, 76.7)
    assert widths == [2_200, 1_100]
