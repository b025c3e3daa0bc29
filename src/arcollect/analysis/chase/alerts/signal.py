"""One signal: what was measured, against what, and what to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from arcollect.analysis.standing.scoring.facts import Account
from arcollect.errors import Message, message


class Light(StrEnum):
    """Green, yellow, red (低、中、高风险, R003-60); a word goes with every colour."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"


@dataclass(frozen=True, slots=True)
class Signal:
    """A fact beyond its threshold. source: the id of the rule."""

    key: str
    light: Light
    source: str
    measured: Message
    threshold: Message
    advice: Message


@dataclass(frozen=True, slots=True)
class Untested:
    """A rule that this file cannot test, for how many customers, and what it would need."""

    key: str
    source: str
    customers: int  # 0: the rule looks at the whole
    needs: Message


@dataclass(frozen=True, slots=True)
class CustomerLight:
    """The light of one customer of one own company: that of its worst signal.

    respond, by: who acts and until when (R003-61); restrict: recommended limits on new
    business (R002-17), for people to decide. Money in minor units by currency.
    """

    company: str
    customer_key: str
    customer: str
    light: Light
    segment: str
    signals: tuple[Signal, ...]
    respond: Message
    by: dt.date | None
    restrict: tuple[Message, ...]
    balance: Mapping[str, int] = field(default_factory=dict)
    overdue: Mapping[str, int] = field(default_factory=dict)
    worst_days: int = 0
    exposure: Fraction = Fraction(0)  # balance in base currency, major units
    is_emergency: bool = False

    @property
    def account(self) -> Account:
        """Own company and customer key."""
        return self.company, self.customer_key


@dataclass(frozen=True, slots=True)
class WholeSignal:
    """A signal about all receivables of a currency (or an industry of it)."""

    currency: str
    signal: Signal
    subject: str = ""  # the customer or industry it is about


@dataclass(frozen=True, slots=True)
class Alerts:
    """The light of the whole, of every customer (worst first), and what was not tested.

    whole_light is that of the receivables as a whole: one red customer does not make
    everything red.
    """

    as_of: dt.date
    whole_light: Light
    whole: tuple[WholeSignal, ...]
    customers: tuple[CustomerLight, ...]
    untested: tuple[Untested, ...]
    no_rate: tuple[str, ...] = ()  # currencies not counted in base currency amounts

    def count(self, light: Light) -> int:
        """How many customers have this light."""
        return sum(one.light is light for one in self.customers)

    @property
    def any_red(self) -> bool:
        """Whether the whole or any customer is red."""
        return self.whole_light is Light.RED or self.count(Light.RED) > 0


def signal(key: str, light: Light, source: str, measured: Message, threshold: Message) -> Signal:
    """A signal whose advice is the sentence of its key."""
    return Signal(key, light, source, measured, threshold, message(f"alerts_why.do_{key}"))


def worst(lights: list[Light]) -> Light:
    """Red before yellow before green."""
    return next((light for light in Light if light in lights), Light.GREEN)
