"""Which sheet is what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from arcollect.errors import Message, message
from arcollect.ledger.file.grid import Book, Sheet, SheetFacts, column_letter
from arcollect.ledger.headers.find import HeaderFound, find_header
from arcollect.ledger.headers.match import Matching, match_columns
from arcollect.ledger.headers.overrides import column_called
from arcollect.ledger.options import ReadOptions
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
        )


def look_at(
    book: Book, file: str, options: ReadOptions, columns: Mapping[str, str]
) -> list[FoundSheet]:
    """Every sheet of a book with its role, or with the reason why it is not used.

    columns: the policy's own column names; `--map` comes before them. A hidden
    sheet is not used unless asked for by name (T-16).
    """
    return [_found(sheet, file, options, columns) for sheet in book.sheets]


def is_called(sheet: Sheet, name: str) -> bool:
    """Whether a sheet has this name, whatever its case and outer spaces."""
    return sheet.name.strip().casefold() == name.strip().casefold()


def _found(sheet: Sheet, file: str, options: ReadOptions, columns: Mapping[str, str]) -> FoundSheet:
    head = sheet.head(HEAD_ROWS)
    told = {**columns, **options.maps}
    header = find_header(head, name=sheet.name, overrides=told) if head else None
    if header is None:
        return FoundSheet(file, sheet, head, None, None, "", message("ledger.sheet_empty"))
    asked = bool(options.sheet) and is_called(sheet, str(options.sheet))
    role = "" if header.role == "balances" else header.role
    if not role:
        return FoundSheet(file, sheet, head, header, None, "", header.why)
    matching = _matched(header, head, role, columns, options.maps)
    found = FoundSheet(file, sheet, head, header, matching, role)
    if options.sheet and not asked and role in LEDGER_ROLES:
        return found.unused(message("ledger.sheet_not_asked"))
    if sheet.hidden and not asked:
        return found.unused(message("ledger.sheet_hidden"))
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


def ambiguities(found: FoundSheet) -> Iterator[Message]:
    """What the user must decide before money, dates or names can be trusted."""
    if found.matching:
        yield from (a.said for a in found.matching.ambiguous if a.taken is None)
