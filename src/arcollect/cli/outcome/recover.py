"""Which way to get an old debt back: `arcollect recover`."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.conclude import conclude
from arcollect.cli.options import Answering, Customer, PayablesFile, Reading, Remembering
from arcollect.cli.remembered import recall
from arcollect.cli.steps import read, stand_documents
from arcollect.cli.words.payables import set_off_with
from arcollect.errors import UsageError, message

if TYPE_CHECKING:
    from arcollect.analysis.outcome.recover.weigh import Recovery
    from arcollect.policy.outcome.recover import Case

app = single()
Typed = str | None


@dataclass(frozen=True, slots=True)
class Whose:
    """All old debts, or one customer's; and what we owe the debtors."""

    customer: Customer = None
    ap: PayablesFile = None


@dataclass(frozen=True, slots=True)
class Known:
    """What somebody found out about that customer, in base currency."""

    assets: Annotated[Typed, typer.Option("--assets", metavar="AMOUNT", help="help.assets")] = None
    goods: Annotated[Typed, typer.Option("--goods", metavar="AMOUNT", help="help.goods")] = None
    payables: Annotated[
        Typed, typer.Option("--payables", metavar="AMOUNT", help="help.payables")
    ] = None
    insured: Annotated[Typed, typer.Option("--insured", metavar="AMOUNT", help="help.insured")] = (
        None
    )
    chance: Annotated[Typed, typer.Option("--chance", metavar="RATE", help="help.chance")] = None


@app.command(cls=Command)
@spread
def recover(
    whose: Whose, known: Known, reading: Reading, remembering: Remembering, out: Answering
) -> None:
    """The ways to recover old or red debts, side by side (R000-33…40, U-31)."""
    from arcollect.analysis.claims.late_fee import late_fee
    from arcollect.analysis.claims.limits.limitation import limitation
    from arcollect.analysis.outcome.recover.debts import Asked
    from arcollect.analysis.outcome.recover.weigh import recover as weigh_all
    from arcollect.views.outcome.recover import recover_tables

    typed = typed_in(known, whose.customer)
    book = read(reading, remembering.flags())
    position = stand_documents(book)
    fees = late_fee(position, book.policy)
    limits = limitation(position, recall(book), book.policy)
    owed = set_off_with(whose.ap, book, position).payables() if whose.ap else {}
    asked = Asked(whose.customer or "", typed, limits, owed)
    answer = weigh_all(position, fees, book.policy, asked)
    refuse_unclear(answer, whose.customer, typed)
    tables = recover_tables(answer, book.as_of, book.lang)
    conclude(book, position, "recover", tables, out)


def typed_in(known: Known, customer: str | None) -> Case | None:
    """The facts of the command line; UsageError where they are unreadable or nobody's."""
    from pydantic import ValidationError

    from arcollect.policy import mistakes
    from arcollect.policy.outcome.recover import Case

    facts = {name: raw for name, raw in asdict(known).items() if raw is not None}
    if not facts:
        return None
    if not customer:
        raise UsageError(message("recover_why.whose"), message("recover_why.whose_hint"))
    try:
        return Case.model_validate({"customer": customer, **facts})
    except ValidationError as error:
        raise mistakes.refuse(error, lambda at: f"--{at[-1]}") from None


def refuse_unclear(answer: Recovery, customer: str | None, typed: Case | None) -> None:
    """UsageError when nobody is meant, or typed facts would hold for several customers."""
    debts = [*(w.debt for w in answer.weighed), *answer.nothing_left]
    names = sorted({debt.customer for debt in debts})
    if customer and not names:
        raise UsageError(message("recover_why.no_overdue", asked=customer))
    if typed is not None and len(names) > 1:
        raise UsageError(
            message("recover_why.several", asked=customer, names=names),
            message("recover_why.whose_hint"),
        )
