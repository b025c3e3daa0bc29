"""Which sheet is what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from arcollect.errors import Message, message
from arcollect.ledger.file.grid import Book, Sheet, SheetFacts, column_letter
from arcollect.ledger.headers.find import HeaderFound, find_header
from arcollect.ledger.headers.match import Matching, match_columns
from arcollect.ledger.headers.names.fields import field_named
from arcollect.ledger.headers.normalise import as_text
from arcollect.ledger.headers.overrides import column_called
from arcollect.ledger.headers.payables import (
    as_receivables,
    is_named_payables,
    speaks_of_payables,
)
from arcollect.ledger.options import ReadOptions
from arcollect.ledger.profiles import Profile, SheetProfile
from arcollect.ledger.schema import SheetReading

HEAD_ROWS = 60
SAMPLE_ROWS = 20
LEDGER_ROLES = frozenset({"items", "journal"})


@dataclass(frozen=True, slots=True)
class FoundSheet:
    """A sheet, its first rows, its header and what its columns mean."""

    file: str
    sheet: Sheet
    head: list[list[object]]
    header: HeaderFound | None
    matching: Matching | None
    role: str  # items | journal | receipts | customers | contacts | sales | ""
    why: Message | None = None  # why it is not used
    profile: str = ""  # the remembered way of reading that was used

    @property
    def name(self) -> str:
        """The sheet's name."""
        return self.sheet.name

    @property
    def first(self) -> int:
        """The 0-based row under the header."""
        return self.header.row_last + 1 if self.header else 0

    def unused(self, why: Message) -> FoundSheet:
        """The same sheet, put aside with a reason."""
        return replace(self, role="", why=why)

    def reading(self) -> SheetReading:
        """How the sheet was understood, for `check`; an unused sheet is not read again."""
        facts = self.sheet.facts if self.role else SheetFacts(self.name, 0, 0)
        return SheetReading(
            self.file,
            self.name,
            "items" if self.role == "journal" else self.role,
            self.header.row_last + 1 if self.header else 0,
            self.matching.matches if self.matching else (),
            self.matching.unmapped if self.matching else (),
            self.why,
            self.sheet.hidden,
            len(facts.hidden_rows),
            tuple(column_letter(c) for c in sorted(facts.hidden_columns)),
            facts.filtered,
            self._lines(),
        )

    def _lines(self) -> tuple[tuple[str, ...], ...]:
        lines = self.head[self.header.row_first : self.first] if self.header else []
        return tuple(tuple(as_text(c) for c in line) for line in lines)


def look_at(
    book: Book,
    file: str,
    options: ReadOptions,
    columns: Mapping[str, str],
    profile: Profile | None = None,
) -> list[FoundSheet]:
    """Every sheet of a book with its role, or with the reason why it is not used.

    columns: the policy's own column names; `--map` comes before them. profile: how
    such a file was read before; the policy wins over it unless it was asked for. With
    `--visible-only` hidden columns are as good as blank (T-16).
    """
    if profile is None:
        return [_found(sheet, file, options, columns) for sheet in book.sheets]
    return [_recalled(sheet, file, options, columns, profile) for sheet in book.sheets]


def is_called(sheet: Sheet, name: str) -> bool:
    """Whether a sheet has this name, whatever its case and outer spaces."""
    return sheet.name.strip().casefold() == name.strip().casefold()


def _head(sheet: Sheet, options: ReadOptions) -> list[list[object]]:
    """The first rows; what only the visible may say is all that is left of them."""
    head = sheet.head(HEAD_ROWS)
    hidden = sheet.facts.hidden_columns if options.visible_only else frozenset()
    rows = [[None if n in hidden else cell for n, cell in enumerate(row)] for row in head]
    return as_receivables(rows) if options.is_payables else rows


def _found(sheet: Sheet, file: str, options: ReadOptions, columns: Mapping[str, str]) -> FoundSheet:
    head = _head(sheet, options)
    told = {**columns, **options.maps}
    header = find_header(head, name=sheet.name, overrides=told) if head else None
    if header is None:
        return FoundSheet(file, sheet, head, None, None, "", message("ledger.sheet_empty"))
    role = header.role
    if role == "balances":
        role = "items" if options.is_payables else ""
    if not role:
        return FoundSheet(file, sheet, head, header, None, "", header.why)
    matching = _matched(header, head, role, columns, options.maps)
    return _if_asked(FoundSheet(file, sheet, head, header, matching, role), options)


def _recalled(
    sheet: Sheet, file: str, options: ReadOptions, columns: Mapping[str, str], profile: Profile
) -> FoundSheet:
    """The sheet as its profile knows it; as any other where the profile does not."""
    head = _head(sheet, options)
    known = profile.sheet_like(head)
    if known is None:
        return _found(sheet, file, options, columns)
    remembered, row = known
    layers = (
        [columns, remembered.columns]
        if options.is_profile_asked
        else [
            remembered.columns,
            columns,
        ]
    )
    told = _layered([*layers, options.maps], remembered.role)
    header = find_header(head, name=sheet.name, overrides=told, first=row)
    if header is None or header.row_first != row:
        return _found(sheet, file, options, columns)
    header = replace(header, role=remembered.role)
    matching = _matched(header, head, remembered.role, told, {})
    matching = matching.with_origins(_origins(options.maps, remembered))
    found = FoundSheet(file, sheet, head, header, matching, remembered.role, profile=profile.name)
    return _if_asked(found, options)


def _layered(layers: Sequence[Mapping[str, str]], role: str) -> dict[str, str]:
    """One mapping of several; of two words for one field the later layer's counts."""
    told: dict[str, tuple[str, str]] = {}
    for layer in layers:
        told |= {field_named(word, role) or word: (word, column) for word, column in layer.items()}
    return dict(told.values())


def _origins(maps: Mapping[str, str], remembered: SheetProfile) -> dict[str, str]:
    said = {field_named(word, remembered.role): "flag" for word in maps}
    return {**dict.fromkeys(remembered.columns, "profile"), **{f: h for f, h in said.items() if f}}


def _if_asked(found: FoundSheet, options: ReadOptions) -> FoundSheet:
    """Put aside where another sheet was asked for."""
    sheet, role = found.sheet, found.role
    asked = bool(options.sheet) and is_called(sheet, str(options.sheet))
    if options.sheet and not asked and role in LEDGER_ROLES:
        return found.unused(message("ledger.sheet_not_asked"))
    return found


def _matched(
    header: HeaderFound,
    head: list[list[object]],
    role: str,
    columns: Mapping[str, str],
    maps: Mapping[str, str],
) -> Matching:
    here = {
        k: v
        for k, v in {**columns, **maps}.items()
        if v and column_called(v, header.cells) is not None
    }
    samples = head[header.row_last + 1 :][:SAMPLE_ROWS]
    how = "flag" if any(columns.get(k) != v for k, v in maps.items()) else "policy"
    return match_columns(header.cells, role=role, overrides=here, samples=samples, how=how)


def settle_sides(found: Sequence[FoundSheet], options: ReadOptions) -> list[FoundSheet]:
    """Ledger sheets of the other side, put aside with a reason.

    Among receivables a sheet that is called payables (应付明细) would be demanded from those whom
    we owe: beside another ledger it waits for `--sheet`. Among payables (R003-90) only the
    sheets that speak of them count, where any of them does.
    """
    ledgers = [sheet for sheet in found if sheet.role in LEDGER_ROLES]
    if options.is_payables:
        others = [sheet for sheet in ledgers if not _speaks(sheet)]
        why = message("ledger.sheet_not_payables")
    else:
        asked = str(options.sheet or "")
        called = [sheet for sheet in ledgers if is_named_payables(sheet.name)]
        others = [sheet for sheet in called if not (asked and is_called(sheet.sheet, asked))]
        why = message("ledger.sheet_payables")
    if len(others) == len(ledgers):
        return list(found)
    return [
        sheet.unused(why) if any(sheet is other for other in others) else sheet for sheet in found
    ]


def _speaks(found: FoundSheet) -> bool:
    """By its name or its own first rows, as they stand in the file."""
    cells = (cell for row in found.sheet.head(HEAD_ROWS) for cell in row)
    return speaks_of_payables([found.name, *cells])


def ambiguities(found: FoundSheet) -> Iterator[Message]:
    """What the user must decide before money, dates or names can be trusted."""
    if found.matching:
        yield from (a.said for a in found.matching.ambiguous if a.taken is None)
