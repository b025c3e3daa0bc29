"""Which collected file proves what, by the numbers in its name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

LEAST = 3  # characters of a number that may be looked for in a name

_AFTER_NAME = (
    r"(?=$|[\s_\-.,()+、/\d]|合同|协议|送货|签收|发票|对账|录音|通话"
    r"|催款|催收|函|信用|微信|邮件|物流)"
)
_KINDS = (
    ("receipt_of_letter", r"ems|快递|邮寄|妥投|tracking|courier"),
    ("statement", r"对账|statement"),
    ("delivery", r"送货|签收|物流|出库|回单|收货|验收|deliver|pod|packing"),
    ("contract", r"合同|协议|contract|agreement"),
    ("guarantee", r"担保|保证函|保证合同|guarantee"),
    ("letter", r"催款函|函|letter|demand"),
    ("invoice", r"发票|invoice"),
    ("call", r"录音|通话|call|record"),
    ("chat", r"微信|聊天|截图|邮件|chat|mail|screenshot"),
    ("credit", r"信用|credit"),
)


class Kind(StrEnum):
    """What a collected file is, by the words in its name."""

    CONTRACT = "contract"
    DELIVERY = "delivery"
    INVOICE = "invoice"
    STATEMENT = "statement"
    LETTER = "letter"
    RECEIPT_OF_LETTER = "receipt_of_letter"
    CALL = "call"
    CHAT = "chat"
    GUARANTEE = "guarantee"
    CREDIT = "credit"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Collected:
    """A file as it was found: path relative to the folder, hash, size in bytes."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that belongs to one customer: its kind, and the numbers it names."""

    file: Collected
    kind: Kind
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sorted:
    """The files by customer; those that name nobody, or several, are nobody's."""

    papers: Mapping[tuple[str, str], tuple[Paper, ...]]  # by company and customer key
    unassigned: tuple[Collected, ...]


Wanted = Mapping[tuple[str, str], Sequence[str]]


def sort_papers(files: Sequence[Collected], numbers: Wanted, names: Wanted) -> Sorted:
    """Give each file to the one customer whose number or whole name it carries.

    A number counts only whole (HT1 is not in HT10). A file that carries nothing known,
    or numbers of two customers, stays unassigned and is listed: nothing is guessed.
    """
    found: dict[tuple[str, str], list[Paper]] = {}
    unassigned = []
    for file in files:
        name = _plain(file.path)
        owners = {who: hit for who, known in numbers.items() if (hit := _hits(name, known))}
        if not owners:
            owners = {who: () for who, known in names.items() if _named(name, known)}
        if len(owners) != 1:
            unassigned.append(file)
            continue
        [(who, hit)] = owners.items()
        found.setdefault(who, []).append(Paper(file, kind_of(file.path), tuple(hit)))
    return Sorted({who: tuple(papers) for who, papers in found.items()}, tuple(unassigned))


def kind_of(path: str) -> Kind:
    """What a file is called: contract, delivery note, recording …; OTHER where unclear."""
    name = _plain(path)
    for kind, expression in _KINDS:
        if re.search(expression, name):
            return Kind(kind)
    return Kind.OTHER


def _hits(name: str, numbers: Sequence[str]) -> tuple[str, ...]:
    return tuple(number for number in numbers if _carries(name, _plain(number)))


def _carries(name: str, number: str) -> bool:
    if len(number) < LEAST:
        return False
    return re.search(rf"(?<![0-9a-z]){re.escape(number)}(?![0-9a-z])", name) is not None


def _named(name: str, customers: Sequence[str]) -> bool:
    """A whole name: followed by the end, a mark or a word that no company name holds."""
    plain = [_plain(customer) for customer in customers]
    return any(
        len(customer) >= LEAST and re.search(re.escape(customer) + _AFTER_NAME, name)
        for customer in plain
    )


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
