"""What is known of one column."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Field:
    """A column we know: its name in the ledger and its spellings, best first.

    zh: spellings separated by blanks; en: by commas. roles: the kinds of sheet in
    which the spellings mean this. used: False for a column that is recognised but
    not believed (an exported 账龄) or not needed; several columns may be the same
    unused field. conflicts: words, separated by blanks, in a header that is never
    this field, however similar it looks.
    """

    name: str
    where: str
    zh: str
    en: str
    used: bool = True
    conflicts: str = ""
    roles: frozenset[str] = field(init=False)
    spellings: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Split the written lists once; Chinese and English ranks alternate."""
        object.__setattr__(self, "roles", frozenset(self.where.split()))
        zh = [(2 * i, s) for i, s in enumerate(self.zh.split())]
        en = [(2 * i + 1, s.strip()) for i, s in enumerate(self.en.split(","))]
        ordered = tuple(s for _, s in sorted(zh + en) if s)
        object.__setattr__(self, "spellings", ordered)

    def forbids(self, key: str) -> bool:
        """Whether a normalised header holds a word that excludes this field."""
        return any(word in key for word in self.conflicts.split())


ALL = "items journal receipts customers contacts sales balances"
BOOKS = "items journal balances"
