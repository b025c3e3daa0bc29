"""How a letter went out, in words."""

from __future__ import annotations

from arcollect.register.entries import WAYS
from arcollect.text import Lang, text


def way_word(by: str, lang: Lang) -> str:
    """快递 for courier; a way of the user's own as it was typed."""
    return text(f"register.by_{by}", lang) if by in WAYS else by


def way_meant(word: str) -> str:
    """The way that a word in either language means, courier for 快递; else the word."""
    plain = word.strip().casefold()
    known = {text(f"register.by_{way}", lang).casefold(): way for way in WAYS for lang in Lang}
    return plain if plain in WAYS else known.get(plain, word.strip())
