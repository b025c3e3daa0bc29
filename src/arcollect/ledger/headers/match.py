"""Which column is which."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from arcollect.errors import Message, message
from arcollect.ledger.file.grid import column_letter
from arcollect.ledger.headers.names.doubts import DOUBTS, Option
from arcollect.ledger.headers.names.fields import Index, index_of
from arcollect.ledger.headers.normalise import normal
from arcollect.ledger.headers.overrides import column_called, told_columns
from arcollect.ledger.headers.periods import is_bucket, period_of
from arcollect.ledger.headers.running import account_columns
from arcollect.ledger.headers.samples import looks_like
from arcollect.ledger.headers.scale import one_scale
from arcollect.ledger.headers.suggest import Suggestion, label, suggestions, unread_money
from arcollect.ledger.schema import Match

NOTHING_TOLD: Mapping[str, str] = MappingProxyType({})
_DOUBT_ORDER = {key: i for i, key in enumerate(DOUBTS)}
_NEVER_FIRST = ("_minor", "_date", "_maturity")
_IDENTITY = frozenset({"customer", "customer_code", "company", "currency", "date"})


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """Several columns with an equal claim to one field.

    taken: the column used all the same (the first of two remarks), None where a
    wrong guess would change money, dates or who owes: then the user must say.
    """

    field: str
    columns: tuple[int, ...]
    headers: tuple[str, ...]
    role: str
    taken: int | None = None

    @property
    def said(self) -> Message:
        """The sentence that names the columns."""
        named = tuple(
            f"{column_letter(c)} {h.strip()}"
            for c, h in zip(self.columns, self.headers, strict=True)
        )
        key = "headers.ambiguous" if self.taken is None else "headers.first_taken"
        return message(key, field=label(self.field, self.role), columns=named)


@dataclass(frozen=True, slots=True)
class Matching:
    """How the columns of one sheet were understood.

    matches: at most one column for each field that is used; fields recognised but
    not used (an exported 账龄) may have several. beaten: known spellings of a field
    that a better column has. unmapped: headers nobody knows. notes: what the
    reader should be told about the choice.
    """

    role: str
    cells: tuple[str, ...]
    matches: tuple[Match, ...]
    unmapped: tuple[str, ...] = ()
    ambiguous: tuple[Ambiguity, ...] = ()
    beaten: tuple[Match, ...] = ()
    notes: tuple[Message, ...] = ()
    unknown_columns: tuple[int, ...] = ()

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """What the unknown columns may have meant (slow: asked only when needed)."""
        taken = {m.field for m in self.matches}
        return suggestions(self.cells, self.unknown_columns, self.role, taken)

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have a column."""
        return frozenset(m.field for m in self.matches)

    def with_origins(self, how: Mapping[str, str]) -> Matching:
        """The same, saying of each told field who told it."""
        said = (
            m if m.how == "alias" else replace(m, how=how.get(m.field, m.how)) for m in self.matches
        )
        return replace(self, matches=tuple(said))

    def column(self, name: str) -> int | None:
        """The column of a field, None where there is none."""
        return next((m.column for m in self.matches if m.field == name), None)


@dataclass(slots=True)
class _Choice:
    """The columns given away so far."""

    cells: Sequence[str]
    samples: Sequence[Sequence[object]]
    role: str
    index: Index
    given: dict[int, str] = field(default_factory=dict)
    beaten: dict[int, str] = field(default_factory=dict)
    blocked: set[str] = field(default_factory=set)
    ambiguous: list[Ambiguity] = field(default_factory=list)

    def under(self, column: int) -> list[object]:
        """The sample cells of a column."""
        return [row[column] for row in self.samples if column < len(row)]

    def is_free(self, name: str) -> bool:
        """Whether a field may still be given a column; unused fields may have several."""
        is_used = self.index.fields[name].used
        return not is_used or (name not in self.given.values() and name not in self.blocked)


def match_columns(
    header_cells: Sequence[str],
    *,
    role: str,
    overrides: Mapping[str, str] = NOTHING_TOLD,
    samples: Sequence[Sequence[object]] = (),
    how: str = "flag",
) -> Matching:
    """Say what each column of a sheet of this role means.

    Only an exact spelling counts, after normalising (see `normal`); a likeness is
    a suggestion. Of several columns for one field the best spelling wins (未收金额
    before 余额, the document's currency before 本位币); equal ones are an Ambiguity.
    A spelling with several meanings is decided by the other columns and by the
    samples, a few rows of cells under the header. `overrides` come first and are
    marked `how`. Raises UsageError and LedgerError for overrides that cannot be.
    """
    cells = tuple(header_cells)
    choice = _Choice(cells, samples, role, index_of(role))
    told = told_columns(cells, role, overrides)
    choice.given.update(told)
    keys = {i: normal(c) for i, c in enumerate(cells) if i not in told and c.strip()}
    _give_sure(choice, keys)
    _give_doubtful(choice, keys)
    if role == "journal":
        _give_account(choice, {column_called(c, cells) for c in overrides.values()})
    notes = () if told else one_scale(choice.given, cells, choice.index)
    unknown = tuple(i for i in keys if i not in choice.given and i not in choice.beaten)
    return Matching(
        role,
        cells,
        _as_matches(choice, choice.given, dict.fromkeys(told, how)),
        tuple(cells[i] for i in unknown),
        tuple(choice.ambiguous),
        _as_matches(choice, choice.beaten, {}),
        (*notes, *_net_only(choice), *_unread(choice, unknown)),
        unknown,
    )


def _give_sure(choice: _Choice, keys: Mapping[int, str]) -> None:
    claims: dict[str, list[tuple[int, int]]] = {}
    for column, key in keys.items():
        claim = choice.index.sure.get(key)
        if claim is not None:
            claims.setdefault(claim.field.name, []).append((claim.rank, column))
        elif key not in choice.index.doubtful and (name := _stretch(choice, column)):
            claims.setdefault(name, []).append((0, column))
    for name, claimed in claims.items():
        _give(choice, name, claimed)


def _stretch(choice: _Choice, column: int) -> str | None:
    """Month and year columns of a sales sheet; ageing buckets elsewhere."""
    if choice.role == "sales":
        return period_of(choice.cells[column])
    is_aged = "aging_bucket" in choice.index.fields
    return "aging_bucket" if is_aged and is_bucket(choice.cells[column]) else None


def _give(choice: _Choice, name: str, claimed: list[tuple[int, int]]) -> None:
    columns = [column for _, column in claimed]
    known = choice.index.fields.get(name)
    if known is not None and not known.used:
        choice.given.update(dict.fromkeys(columns, name))
        return
    if not _is_open(choice, name):
        choice.beaten.update(dict.fromkeys(columns, name))
        return
    best = _best(choice, name, claimed)
    choice.beaten.update({c: name for c in columns if c not in best})
    if len(best) > 1:
        best = _undecided(choice, name, best)
    choice.given.update(dict.fromkeys(best, name))


def _is_open(choice: _Choice, name: str) -> bool:
    """Whether no column has the field yet (months of a sales sheet: always asked)."""
    if name in choice.index.fields:
        return choice.is_free(name)
    return name not in choice.given.values()


def _best(choice: _Choice, name: str, claimed: list[tuple[int, int]]) -> list[int]:
    """The columns of the best spelling; an empty one yields to a filled one.

    Text columns yield whatever their spelling: 发票号码 stands empty where the number
    of a digital invoice is in 数电发票号码.
    """
    filled = [(r, c) for r, c in claimed if any(_is_filled(x) for x in choice.under(c))]
    if filled and not name.endswith(_NEVER_FIRST):
        claimed = filled
    top = min(rank for rank, _ in claimed)
    best = [c for rank, c in claimed if rank == top]
    filled_best = [c for r, c in filled if c in best]
    return filled_best or best


def _is_filled(cell: object) -> bool:
    return cell is not None and str(cell).strip() != ""


def _undecided(choice: _Choice, name: str, columns: list[int]) -> list[int]:
    must_say = name in _IDENTITY or name.endswith(_NEVER_FIRST) or ":" in name
    taken = [] if must_say else columns[:1]
    headers = tuple(choice.cells[c] for c in columns)
    first = taken[0] if taken else None
    choice.ambiguous.append(Ambiguity(name, tuple(columns), headers, choice.role, first))
    choice.blocked.add(name)
    choice.beaten.update({c: name for c in columns if c not in taken})
    return taken


def _give_doubtful(choice: _Choice, keys: Mapping[int, str]) -> None:
    groups: dict[str, list[int]] = {}
    for column, key in keys.items():
        if key in choice.index.doubtful:
            groups.setdefault(key, []).append(column)
    for key in sorted(groups, key=_DOUBT_ORDER.__getitem__):
        columns, options = groups[key], choice.index.doubtful[key]
        option = next((o for o in options if _holds(choice, o, columns)), None)
        if option is not None:
            _give(choice, option.field, [(0, c) for c in columns])
        elif not choice.is_free(options[0].field):
            choice.beaten.update(dict.fromkeys(columns, options[0].field))


def _give_account(choice: _Choice, told: Collection[int | None]) -> None:
    """Debit, credit and balance of an account that names them as open items do."""
    known = {name: column for column, name in choice.given.items()}
    if known.keys() >= {"debit_minor", "running_balance"}:
        return
    matching = match_columns(choice.cells, role="items", samples=choice.samples)
    items = {m.field: m.column for m in matching.matches}
    found = account_columns(known, items, choice.samples)
    if not set(found.values()) & set(told):
        for name, column in found.items():
            choice.given[column] = name
            choice.beaten.pop(column, None)


def _holds(choice: _Choice, option: Option, columns: list[int]) -> bool:
    if not choice.is_free(option.field):
        return False
    if option.beside and not set(option.beside.split()) & set(choice.given.values()):
        return False
    return not option.looks or any(looks_like(option.looks, choice.under(c)) for c in columns)


def _as_matches(
    choice: _Choice, columns: Mapping[int, str], how: Mapping[int, str]
) -> tuple[Match, ...]:
    return tuple(
        Match(name, choice.cells[c], c, _sample(choice.under(c)), how.get(c, "alias"))
        for c, name in sorted(columns.items())
    )


def _sample(cells: list[object]) -> str:
    return next((str(c).strip() for c in cells if _is_filled(c)), "")


def _unread(choice: _Choice, unknown: Sequence[int]) -> tuple[Message, ...]:
    if choice.role != "items":
        return ()
    return unread_money(choice.cells, unknown, choice.samples, choice.given.values())


def _net_only(choice: _Choice) -> tuple[Message, ...]:
    """A tax column beside a bare 金额 with no gross one: the amount is net of tax."""
    given = {name: c for c, name in choice.given.items()}
    amount = given.get("amount_minor")
    if amount is None or "tax_amount" not in given or "open_minor" in given:
        return ()
    if normal(choice.cells[amount]) not in {"金额", "amount"}:
        return ()
    return (message("headers.net_only", header=choice.cells[amount].strip()),)
