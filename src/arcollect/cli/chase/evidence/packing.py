"""Packs of evidence, written into folders."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.cli import folder
from arcollect.cli.chase.evidence.checking import SUMS, sha256_of, sums
from arcollect.cli.conclude import conclude
from arcollect.cli.options import Answering, Customer, Folder
from arcollect.cli.remembered import recall
from arcollect.cli.steps import read, stand_documents
from arcollect.cli.talk.telling import tell
from arcollect.errors import UsageError, message
from arcollect.text import text

if TYPE_CHECKING:
    from arcollect.analysis.chase.evidence.packs import Pack, Packs
    from arcollect.analysis.chase.evidence.papers import Collected
    from arcollect.analysis.chase.promises import Promises
    from arcollect.analysis.claims.late_fee import Fees, ItemFee
    from arcollect.analysis.claims.limits.limitation import Limit, Limits
    from arcollect.analysis.money_in import Money
    from arcollect.analysis.position import Position
    from arcollect.cli.options import ReadingMaybe, Remembering
    from arcollect.cli.steps import Book
    from arcollect.register.entries import History, Party
    from arcollect.views.chase.evidence.pack import Beside

_Who = tuple[str, str]  # own company, customer
TOO_LARGE = 100 * 2**20  # bytes: listed with its hash, not copied


@dataclass(frozen=True, slots=True)
class Packing:
    """Whose evidence, from which files, into which folder; or a check of one."""

    customer: Customer = None
    files: Annotated[
        str | None, typer.Option("--files", metavar="DIR", help="help.evidence_files")
    ] = None
    output: Folder = None
    verify: Annotated[str | None, typer.Option("--verify", metavar="DIR", help="help.verify")] = (
        None
    )


def pack(packing: Packing, remembering: Remembering, reading: ReadingMaybe) -> None:
    """Write one folder per customer, and say on stdout what is missing."""
    from arcollect.analysis.chase.evidence.packs import collect
    from arcollect.analysis.claims.late_fee import late_fee
    from arcollect.analysis.claims.limits.limitation import limitation
    from arcollect.views.chase.evidence.summary import summary_tables

    book = read(reading, remembering.flags())
    position, history = stand_documents(book), recall(book)
    root = folder_of_files(packing.files)
    found = collect(position, history, list(collected(root)), packing.customer)
    if packing.customer and not found.packs:
        raise UsageError(message("cli.no_customer", asked=packing.customer))
    names = _names(book, found)
    if found.packs:
        target = folder.chosen(book, packing.output, "evidence.folder_all")
        fees = late_fee(position, book.policy)
        limits = limitation(position, history, book.policy)
        desk = _desk(book, position, history, found, (fees, limits), root)
        folder.fill(book, target, dict(_files(found, names, desk)))
    elif not reading.quiet:
        tell(text("evidence.none", book.lang), "green")
    tables = summary_tables(found, dict(enumerate(names)), book.lang)
    conclude(book, position, "evidence", tables, Answering())


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every pack is made from."""

    book: Book
    history: History
    fees: Mapping[_Who, Fees]
    limits: Limits
    limits_of: Mapping[_Who, Sequence[Limit]]
    promises: Promises
    money: Mapping[Party, Sequence[Money]]
    root: Path | None


def _desk(
    book: Book,
    position: Position,
    history: History,
    found: Packs,
    claims: tuple[Fees, Limits],
    root: Path | None,
) -> _Desk:
    """Asked once for all customers; sorted by customer, so that none sees another's."""
    from arcollect.analysis.chase.promises import judge as judge_promises
    from arcollect.analysis.money_in import money_in

    parties = {
        (one.company, one.customer_key, document.currency)
        for one in found.packs
        for document in one.documents
    }
    fees, limits = claims
    limits_of: dict[_Who, list[Limit]] = {}
    for limit in limits.limits:
        limits_of.setdefault(limit.party[:2], []).append(limit)
    return _Desk(
        book=book,
        history=history,
        fees=_fees_by_customer(fees),
        limits=limits,
        limits_of=limits_of,
        promises=judge_promises(history, position, book.policy),
        money=money_in(position, parties),
        root=root,
    )


def folder_of_files(asked: str | None) -> Path | None:
    """The folder of collected papers; UsageError where it is none."""
    if asked is None:
        return None
    root = Path(asked)
    if not root.is_dir():
        raise UsageError(message("evidence.no_folder", path=asked))
    return root


def collected(root: Path | None) -> Iterator[Collected]:
    """Every file below the folder with its hash; links and hidden files are passed over."""
    from arcollect.analysis.chase.evidence.papers import Collected

    if root is None:
        return
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root)
        hidden = any(part.startswith((".", "~$")) for part in name.parts)
        if path.is_file() and not path.is_symlink() and not hidden:
            yield Collected(name.as_posix(), sha256_of(path), path.stat().st_size)


def _names(book: Book, found: Packs) -> list[str]:
    """甲公司催收证据20230718 (G-14); two customers of one name get a mark each."""
    from arcollect.safe_name import safe_names

    day = f"{book.as_of:%Y%m%d}"
    said = [
        (
            text("evidence.folder_name", book.lang, customer=one.customer, day=day),
            f"{one.company}/{one.customer_key}",
        )
        for one in found.packs
    ]
    return safe_names(said)


def _files(found: Packs, names: list[str], desk: _Desk) -> Iterator[tuple[str, bytes]]:
    for one, name in zip(found.packs, names, strict=True):
        files = list(_files_of(one, desk))
        yield from ((f"{name}/{path}", data) for path, data in files)
        yield f"{name}/{SUMS}", sums(files)


def _files_of(one: Pack, desk: _Desk) -> Iterator[tuple[str, bytes]]:
    from arcollect.render import xlsx
    from arcollect.safe_name import safe_name
    from arcollect.views.chase.evidence.pack import pack_report

    lang = desk.book.lang
    large = frozenset(p.file.path for p in one.papers if p.file.size > TOO_LARGE)
    source = desk.book.ledger.source
    said = {"as_of": desk.book.as_of, "files": source.files, "sha": source.sha256}
    as_of = text("evidence.as_of", lang, **said)
    report = pack_report(one, _beside(one, desk, large), as_of, lang)
    yield text("evidence.workbook", lang), xlsx.write(report)
    attached = text("evidence.attached", lang)
    for paper in one.papers:
        if paper.file.path not in large and desk.root is not None:
            parts = [safe_name(part) for part in Path(paper.file.path).parts]
            yield "/".join([attached, *parts]), (desk.root / paper.file.path).read_bytes()


def _beside(one: Pack, desk: _Desk, large: frozenset[str]) -> Beside:
    """What other chapters know of this customer, and of nobody else."""
    from arcollect.analysis.chase.promises import Promises
    from arcollect.analysis.claims.late_fee import Fees
    from arcollect.views.chase.evidence.pack import Beside
    from arcollect.views.explain.cells import Cells

    who = (one.company, one.customer_key)
    as_of, judged = desk.promises.as_of, desk.promises.judged
    parties = sorted({(*who, document.currency) for document in one.documents})
    return Beside(
        desk.fees.get(who) or Fees(()),
        [(party[2], money) for party in parties for money in desk.money.get(party, ())],
        _own(desk.history, one, who),
        Promises(tuple(j for j in judged if j.promise.party[:2] == who), as_of),
        replace(desk.limits, limits=tuple(desk.limits_of.get(who, ()))),
        large,
        Cells(desk.book.ledger).lines(document.item for document in one.documents),
    )


def _fees_by_customer(fees: Fees) -> Mapping[_Who, Fees]:
    """Made anew, so that no other customer's fee can slip through."""
    from arcollect.analysis.claims.late_fee import Fees

    items, settled = _by_customer(fees.items), _by_customer(fees.settled)
    return {who: Fees(tuple(items[who]), tuple(settled[who])) for who in {*items, *settled}}


def _by_customer(items: Iterable[ItemFee]) -> defaultdict[_Who, list[ItemFee]]:
    found: defaultdict[_Who, list[ItemFee]] = defaultdict(list)
    for item in items:
        found[item.company, item.customer_key].append(item)
    return found


def _own(history: History, one: Pack, who: tuple[str, str]) -> History:
    """Only this customer's entries, the contacts masked."""
    return replace(
        history,
        letters=one.letters,
        contacts=one.contacts,
        promises=tuple(p for p in history.promises if (p.company, p.customer_key) == who),
        disputes=tuple(d for d in history.disputes if (d.company, d.customer_key) == who),
    )
