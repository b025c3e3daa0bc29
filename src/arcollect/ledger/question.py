"""What only the person can decide: which of several columns is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from arcollect.errors import LedgerError, Message, message
from arcollect.ledger.file.grid import column_letter
from arcollect.ledger.headers.match import Ambiguity, Matching
from arcollect.ledger.headers.normalise import normal
from arcollect.ledger.headers.suggest import label

_TABLE = 3  # doubts that make a second table: who, when, how much


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of the columns: its letter, its header, a cell of it, and how `--map` names it."""

    letter: str
    header: str
    sample: str
    word: str


@dataclass(frozen=True, slots=True)
class Question:
    """Which column of a sheet is `field`; `name` is the left side of `--map`."""

    file: str
    sheet: str
    field: Message
    name: str
    candidates: tuple[Candidate, ...]

    @property
    def flags(self) -> list[str]:
        """The options that answer it, one for each candidate."""
        return [f"--map {self.name}={_shell(c.word)}" for c in self.candidates]


class AmbiguousColumnsError(LedgerError):
    """Several columns have an equal claim to one meaning; nothing was guessed."""

    def __init__(self, questions: Sequence[Question], doubts: Sequence[Message]) -> None:
        self.question = questions[0]
        flags = [message("ledger.either", flags=q.flags) for q in questions]
        super().__init__(
            message(
                "ledger.ambiguous",
                file=self.question.file, sheet=self.question.sheet, doubts=doubts,
            ),
            message("ledger.ambiguous.fix", flags=flags),
        )  # fmt: skip


def questions(file: str, sheet: str, matching: Matching) -> Iterator[Question]:
    """What must be decided before money, dates or names of a sheet can be trusted."""
    samples = {m.column: m.sample for m in matching.beaten}
    for doubt in matching.ambiguous:
        if doubt.taken is None:
            found = tuple(_candidate(c, matching.cells, samples) for c in doubt.columns)
            yield Question(file, sheet, label(doubt.field, doubt.role), _name(doubt), found)


def _candidate(column: int, cells: Sequence[str], samples: dict[int, str]) -> Candidate:
    letter, header = column_letter(column), cells[column].strip()
    alike = sum(normal(cell) == normal(header) for cell in cells)
    return Candidate(letter, header, samples.get(column, ""), header if alike == 1 else letter)


def _name(doubt: Ambiguity) -> str:
    return doubt.field.removesuffix("_minor")


def _shell(word: str) -> str:
    return f'"{word}"' if any(c in word for c in " \t\n()&;|<>*?$'") else word


def side_by_side(file: str, sheet: str, matching: Matching) -> LedgerError | None:
    """The refusal of two tables that stand beside each other; None for one table.

    Then every doubt has two columns, equally far from each other. To choose one of them
    for each meaning would leave a whole table out without a word.
    """
    doubts = [a.columns for a in matching.ambiguous if a.taken is None]
    apart = {last - first for first, *_, last in doubts if len(doubts) >= _TABLE}
    if len(apart) != 1 or any(len(columns) != 2 for columns in doubts):
        return None
    second = min(columns[1] for columns in doubts)
    said = message("ledger.side_by_side", file=file, sheet=sheet, column=column_letter(second))
    return LedgerError(said, message("ledger.side_by_side.fix"))
