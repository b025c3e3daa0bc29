"""Which columns we know, and by which names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from arcollect.ledger.headers.names.amounts import AMOUNTS
from arcollect.ledger.headers.names.books import BOOKS_AND_SALES
from arcollect.ledger.headers.names.credit import CREDIT
from arcollect.ledger.headers.names.desk import DESK
from arcollect.ledger.headers.names.doubts import DOUBTS, Option, plain_meaning
from arcollect.ledger.headers.names.field import Field
from arcollect.ledger.headers.names.marks import MARKS
from arcollect.ledger.headers.names.papers import PAPERS
from arcollect.ledger.headers.names.parties import PARTIES
from arcollect.ledger.headers.normalise import normal

ROLES = ("items", "journal", "receipts", "customers", "contacts", "sales", "balances")
"""What a sheet can be; "balances" is a list of balances, which cannot be aged."""

FIELDS: tuple[Field, ...] = (*PARTIES, *PAPERS, *AMOUNTS, *BOOKS_AND_SALES, *MARKS, *CREDIT, *DESK)


@dataclass(frozen=True, slots=True)
class Claim:
    """A spelling of a field: the smaller the rank, the better the spelling."""

    field: Field
    rank: int


@dataclass(frozen=True, slots=True)
class Index:
    """All spellings that mean something in a sheet of one role, by normal form.

    sure: one meaning. doubtful: several, decided by the other columns and samples.
    """

    sure: Mapping[str, Claim]
    doubtful: Mapping[str, tuple[Option, ...]]
    fields: Mapping[str, Field]

    def knows(self, key: str) -> bool:
        """Whether a normalised header is a known spelling."""
        return key in self.sure or key in self.doubtful


@cache
def index_of(role: str) -> Index:
    """The spellings of a role; a KeyError of an unknown role is a defect."""
    if role not in ROLES:
        raise KeyError(role)
    fields = {f.name: f for f in FIELDS if role in f.roles}
    listed = _listed(fields)
    doubtful = {
        key: kept
        for key, options in DOUBTS.items()
        if (kept := tuple(o for o in options if o.field in fields and o.suits(role)))
        and not _is_plain(kept, listed.get(key))
    }
    sure = {key: claim for key, claim in listed.items() if key not in doubtful}
    return Index(sure, doubtful, fields)


def _listed(fields: Mapping[str, Field]) -> dict[str, Claim]:
    listed: dict[str, Claim] = {}
    for field in fields.values():
        for key, claim in _claims(field):
            listed.setdefault(key, claim)
    return listed


@cache
def _claims(field: Field) -> tuple[tuple[str, Claim], ...]:
    """The spellings of a field by normal form, made once: most fields serve several roles."""
    return tuple((normal(s), Claim(field, rank)) for rank, s in enumerate(field.spellings))


def _is_plain(options: tuple[Option, ...], claim: Claim | None) -> bool:
    """Whether a doubt has only one meaning in this role, and that one is listed."""
    only = options[0]
    is_single = len(options) == 1 and not only.looks and not only.beside
    return is_single and claim is not None and claim.field.name == only.field


def field_named(word: str, role: str) -> str | None:
    """The field that a person means by `word`: its own name, or any spelling of it.

    A doubtful spelling (客户) means its plain field, the name and not the code.
    """
    index = index_of(role)
    for name in (word, f"{word}_minor"):
        if name in index.fields:
            return name
    key = normal(word)
    if key in index.doubtful:
        return plain_meaning(index.doubtful[key])
    return index.sure[key].field.name if key in index.sure else None
