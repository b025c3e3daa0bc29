"""Shared options, each written once; help texts are keys of the chapter `help`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from arcollect.policy.load import Given

# Typer asks for list[...] where an option may be repeated; bundles hold tuples.


def _known_format(asked: str | None) -> str | None:
    """Refuse a format that we do not write before anything is read or written."""
    from arcollect.cli.talk.formats import known

    return known(asked.lower(), asked) if asked is not None else None


Ledgers = Annotated[list[str], typer.Argument(metavar="LEDGER...", help="help.ledger")]
MaybeLedgers = Annotated[list[str], typer.Argument(metavar="[LEDGER...]", help="help.ledger")]
Text = str | None
AsOf = Annotated[Text, typer.Option("--as-of", metavar="DATE", help="help.as_of")]
Config = Annotated[Text, typer.Option("--config", metavar="FILE", help="help.config")]
Maps = Annotated[list[str] | None, typer.Option("--map", metavar="FIELD=HEADER", help="help.map")]
Terms = Annotated[Text, typer.Option("--terms", metavar="TERMS", help="help.terms")]
DateOrder = Annotated[
    Text, typer.Option("--date-order", metavar="ymd|dmy|mdy", help="help.date_order")
]
Sheet = Annotated[Text, typer.Option("--sheet", metavar="NAME", help="help.sheet")]
Basis = Annotated[Text, typer.Option("--basis", metavar="due|issue", help="help.basis")]
Credits = Annotated[
    Text,
    typer.Option("--credits", metavar="auto|separate|fifo|by-reference|net", help="help.credits"),
]
Rates = Annotated[
    list[str] | None, typer.Option("--rate", metavar="CURRENCY=RATE", help="help.rate")
]
Base = Annotated[Text, typer.Option("--base", metavar="CURRENCY", help="help.base")]
BalancesAsOf = Annotated[
    Text, typer.Option("--balances-as-of", metavar="DATE", help="help.balances_as_of")
]
VisibleOnly = Annotated[bool, typer.Option("--visible-only", help="help.visible_only")]
Encoding = Annotated[Text, typer.Option("--encoding", metavar="NAME", help="help.encoding")]
ProfileName = Annotated[Text, typer.Option("--profile", metavar="NAME", help="help.profile")]
PasswordFile = Annotated[
    Text, typer.Option("--password-file", metavar="FILE", help="help.password_file")
]
Strict = Annotated[bool, typer.Option("--strict", help="help.strict")]
FailOn = Annotated[Text, typer.Option("--fail-on", metavar="WHAT,…", help="help.fail_on")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="help.quiet")]
Output = Annotated[Text, typer.Option("--output", "-o", metavar="FILE", help="help.output")]
Format = Annotated[
    Text,
    typer.Option(
        "--format",
        "-f",
        metavar="table|csv|tsv|json|md|html|xlsx",
        help="help.format",
        callback=_known_format,
    ),
]
Folder = Annotated[Text, typer.Option("--output", "-o", metavar="DIR", help="help.folder")]
Customer = Annotated[Text, typer.Option("--customer", metavar="NAME", help="help.customer")]
PayablesFile = Annotated[Text, typer.Option("--ap", metavar="FILE", help="help.ap")]
Register = Annotated[Text, typer.Option("--register", metavar="FILE", help="help.register_file")]
NoRegister = Annotated[bool, typer.Option("--no-register", help="help.no_register")]
Force = Annotated[bool, typer.Option("--force", help="help.force")]


@dataclass(frozen=True, slots=True)
class Reading:
    """Which ledger, and how to read it."""

    ledger: Ledgers
    as_of: AsOf = None
    config: Config = None
    map: Maps = None
    sheet: Sheet = None
    terms: Terms = None
    basis: Basis = None
    credits: Credits = None
    rate: Rates = None
    base: Base = None
    date_order: DateOrder = None
    balances_as_of: BalancesAsOf = None
    visible_only: VisibleOnly = False
    encoding: Encoding = None
    profile: ProfileName = None
    password_file: PasswordFile = None
    strict: Strict = False
    fail_on: FailOn = None
    quiet: Quiet = False


@dataclass(frozen=True, slots=True)
class ReadingMaybe(Reading):
    """The same, where a command can also be called without a ledger."""

    ledger: MaybeLedgers = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Answering:
    """Where the answer goes, and as what."""

    output: Output = None
    format: Format = None


@dataclass(frozen=True, slots=True)
class Typesetting:
    """In which font a pdf is set: give `flags()` to `read`."""

    font: Annotated[Text, typer.Option("--font", metavar="NAME", help="help.font")] = None
    font_path: Annotated[
        Text, typer.Option("--font-path", metavar="DIR", help="help.font_path")
    ] = None

    def flags(self) -> tuple[Given, ...]:
        """As values of the policy, which is where everybody looks."""
        from arcollect.policy.load import Given

        asked = (
            ("--font", "pdf.font", self.font),
            ("--font-path", "pdf.font_path", self.font_path),
        )
        return tuple(Given(flag, key, raw) for flag, key, raw in asked if raw is not None)


@dataclass(frozen=True, slots=True)
class Remembering:
    """Which register, or none: give `flags()` to `read`."""

    register: Register = None
    no_register: NoRegister = False

    def flags(self) -> tuple[Given, ...]:
        """As values of the policy, which is where everybody looks."""
        from arcollect.policy.load import Given

        path, without = self.register, self.no_register
        here = (Given("--register", "records.path", path),) if path else ()
        return (*here, Given("--no-register", "records.keep", "false")) if without else here
