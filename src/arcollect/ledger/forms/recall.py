"""Which remembered way of reading fits a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from arcollect.errors import LedgerError, Problem, Severity, message
from arcollect.ledger.file.grid import Book
from arcollect.ledger.forms.sheet.found import HEAD_ROWS
from arcollect.ledger.options import ReadOptions
from arcollect.ledger.profiles import Profile, fitting


@dataclass(frozen=True, slots=True)
class Recall:
    """The profile of one file, and what is to be said about the choice."""

    profile: Profile | None = None
    notes: tuple[Problem, ...] = ()


def recall(book: Book, options: ReadOptions) -> Recall:
    """The only profile that knows the headers of this file.

    Where two profiles would read it differently none is taken, and a warning names
    both. Raises LedgerError where the profile asked for by name does not know them.
    """
    if not options.profiles:
        return Recall()
    heads = [sheet.head(HEAD_ROWS) for sheet in book.sheets]
    fits = fitting(options.profiles, heads)
    if options.is_profile_asked and not fits:
        raise _does_not_fit(book, options.profiles[0])
    if len(fits) == 1:
        return Recall(fits[0])
    return Recall(None, tuple(_tie(book, fits)))


def remembered(options: ReadOptions, recalls: Sequence[Recall]) -> ReadOptions:
    """The options, with the day order and terms that all the profiles agree on."""
    used = [r.profile for r in recalls if r.profile is not None]
    orders = {p.date_order for p in used} - {""}
    terms = {p.terms for p in used} - {""}
    return replace(
        options,
        likely_date_order=orders.pop() if len(orders) == 1 else None,
        likely_terms=terms.pop() if len(terms) == 1 else None,
    )


def _does_not_fit(book: Book, profile: Profile) -> LedgerError:
    headers = [c for s in profile.sheets for line in s.header for c in line if c.strip()]
    return LedgerError(
        message("profiles.does_not_fit", file=book.name, name=profile.name, headers=headers),
        message("profiles.does_not_fit_hint", name=profile.name),
    )


def _tie(book: Book, fits: Sequence[Profile]) -> Iterator[Problem]:
    if fits:
        names = [profile.name for profile in fits]
        said = message("profiles.several_fit", names=names)
        remedy = message("profiles.several_fit_hint", name=names[0])
        yield Problem(Severity.WARNING, said, file=book.name, remedy=remedy)
