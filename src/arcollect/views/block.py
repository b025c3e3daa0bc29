"""What stands on a page of a letter, before anyone decides how it looks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias

from arcollect.text import Lang


class Style(StrEnum):
    """The part a paragraph plays."""

    BODY = "body"  # indented in Chinese
    PLAIN = "plain"  # addressee, copies: never indented
    GREETING = "greeting"  # with air around it
    NOTE = "note"  # small: as-of date, reservation of rights


class Align(StrEnum):
    """How a column of a grid stands."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph."""

    runs: tuple[Run, ...]
    style: Style = Style.BODY

    @property
    def plain(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 is the title of the letter, level 2 a section."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Listing:
    """Points, numbered or not."""

    items: tuple[tuple[Run, ...], ...]
    is_ordered: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: titles repeat on every page, foot rows are totals.

    room: the least height of a row in points, where a hand or a seal fills it in.
    """

    titles: tuple[str, ...]
    aligns: tuple[Align, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: tuple[tuple[str, ...], ...] = ()
    room: int = 0


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Our own company on top; reference and number of copies at the right."""

    name: str
    lines: tuple[str, ...]
    reference: str
    copies: str = ""

    @property
    def numbering(self) -> str:
        """Reference and number of copies on one line, apart as the script has it."""
        said = [part for part in (self.reference, self.copies) if part]
        return (" · " if "".join(said).isascii() else "　　").join(said)


@dataclass(frozen=True, slots=True)
class PayTo:
    """Where to pay: only ever filled from the policy's own company."""

    title: str
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """Who signs, when, and where the seal goes; empty places stay empty."""

    lines: tuple[str, ...]
    seal: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page (annexes)."""


Block: TypeAlias = Text | Heading | Listing | Grid | Letterhead | PayTo | Sign | PageBreak


_CLOSING = 5  # paragraphs that go to the next page with a signature that goes there


def closings(blocks: Sequence[Block]) -> frozenset[int]:
    """The texts that stay with what follows: a page to seal never holds the seal alone.

    Those right before a place to sign or fill in, and a slip to send back after the last
    signature.
    """
    found: set[int] = set()
    for place, block in enumerate(blocks):
        if isinstance(block, Sign) or (isinstance(block, Grid) and block.room):
            found.update(_just_before(blocks, place))
    signed = max((n for n, block in enumerate(blocks) if isinstance(block, Sign)), default=None)
    if signed is not None:
        slip = range(signed + 1, len(blocks) - 1)
        found.update(n for n in slip if isinstance(blocks[n], Text))
    return frozenset(found)


def _just_before(blocks: Sequence[Block], place: int) -> Iterator[int]:
    """Up to five paragraphs in a row; or one list of points."""
    for before in range(place - 1, max(place - 1 - _CLOSING, 0), -1):
        if isinstance(blocks[before], Listing) and before == place - 1:
            yield before
        if not isinstance(blocks[before], Text):
            return
        yield before


class Printed(Protocol):
    """A letter, a statement or another paper, as every renderer of letters sees it.

    stem: its file name without the ending; title, author: the file's properties;
    has_seam: it gets the seam seal mark (骑缝章) where it has several pages; a draft is not
    ours to seal and stays out of the print file.
    """

    @property
    def lang(self) -> Lang: ...  # noqa: D102
    @property
    def stem(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def blocks(self) -> tuple[Block, ...]: ...  # noqa: D102
    @property
    def author(self) -> str: ...  # noqa: D102
    @property
    def day(self) -> dt.date: ...  # noqa: D102
    @property
    def has_seam(self) -> bool: ...  # noqa: D102
    @property
    def is_draft(self) -> bool: ...  # noqa: D102
