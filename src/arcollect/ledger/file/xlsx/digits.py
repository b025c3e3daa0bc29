"""Decimal text to numbers, eight digits at a time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Words = NDArray[np.uint64]
Places = NDArray[np.int64]

PADDING = b" " * 40  # words may be taken from any byte of the text itself
_HIGH = np.uint64(0xF0F0F0F0F0F0F0F0)
_ZEROS = np.uint64(0x3030303030303030)
_SIX = np.uint64(0x0606060606060606)
_LOW = np.uint64(0x0F0F0F0F0F0F0F0F)
_ONE = np.uint64(1)
_POWERS = 10 ** np.arange(9, dtype=np.int64)
_MINUS, _POINT, _LESS = 45, 46, 60


def words_of(text: bytes) -> Words:
    """The eight bytes that begin at each byte, lowest byte first."""
    return np.ndarray((len(text) - 7,), "<u8", text, strides=(1,)).astype(np.uint64, copy=False)


def leading_number(words: Words, start: Places) -> tuple[Places, Places]:
    """Value and count of the decimal digits (at most eight) at each place."""
    word = words[start]
    wrong = ((word & _HIGH) ^ _ZEROS) | (((word + _SIX) & _HIGH) ^ _ZEROS)
    first = wrong & (~wrong + _ONE)
    count = np.bitwise_count(first - _ONE).astype(np.uint64) >> np.uint64(3)
    shift = np.uint64(64) - (count << np.uint64(3))
    value = np.where(count > 0, (word & _LOW) << (shift & np.uint64(63)), np.uint64(0))
    value = (value * np.uint64(2561)) >> np.uint64(8)
    value = (value & np.uint64(0x00FF00FF00FF00FF)) * np.uint64(6553601)
    value = (value >> np.uint64(16)) & np.uint64(0x0000FFFF0000FFFF)
    value = (value * np.uint64(42949672960001)) >> np.uint64(32)
    return value.astype(np.int64), count.astype(np.int64)


def plain_numbers(
    text: Bytes, words: Words, start: Places
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """The decimal that ends at "<", and where it was short enough to be exact.

    At most eight digits before and seven after the point: fifteen digits are
    exact in a float, so one division by a power of ten gives the very float
    that Python's float(text) gives. Everything else is left to the caller.
    """
    negative = text[start] == _MINUS
    start = start + negative
    whole, whole_digits = leading_number(words, start)
    after = start + whole_digits
    value = whole.astype(np.float64)
    good = (text[after] == _LESS) & (whole_digits > 0)
    broken = np.flatnonzero((text[after] == _POINT) & (whole_digits > 0))
    if len(broken):
        part, digits = leading_number(words, after[broken] + 1)
        ends = text[after[broken] + 1 + digits] == _LESS
        power = _POWERS[digits]
        value[broken] = (whole[broken] * power + part) / power
        good[broken] = ends & (digits > 0) & (digits < 8)
    np.negative(value, out=value, where=negative)
    return value, good
