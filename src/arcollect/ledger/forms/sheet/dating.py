"""A sheet's date columns, with the day order decided once for each."""

from __future__ import annotations

from typing import cast

import numpy as np

from arcollect.dates import Order
from arcollect.errors import LedgerError, Message, Severity, message
from arcollect.ledger.cells.days import DayCells, DayColumn, no_days
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.options import ReadOptions


class Dates:
    """The date columns of a sheet, read when asked.

    `--date-order` comes first. A column that proves no order takes that of another
    date column of the same sheet (one program wrote them), else the one that the
    export's profile remembers. Where nothing proves it, LedgerError names the column;
    nothing is guessed.
    """

    def __init__(self, body: Body, fields: tuple[str, ...], options: ReadOptions) -> None:
        self.body = body
        told = self.told = cast("Order | None", options.date_order)
        self.likely = cast("Order | None", options.likely_date_order)
        self.cells = {f: DayCells(body.raw[f]) for f in fields if body.has(f)}
        self.orders: dict[str, str] = {}
        self._refuse_destroyed()
        self._proved = {f: self._proof(f) for f in self.cells} if not told else {}

    def get(self, field: str) -> DayColumn:
        """A column's days; none where there is no such column."""
        if field not in self.cells:
            return no_days(self.body.rows)
        cells = self.cells[field]
        order = self.told or self._proved[field] or self._borrowed(field)
        if order:
            self.orders[self.body.header(field)] = order
        return cells.read(order)

    def tell_bad(self, field: str, read: DayColumn, rows: np.ndarray, key: str) -> None:
        """A warning for each unreadable cell of the given rows."""
        order = cast("Order | None", self.orders.get(self.body.header(field)))
        for row in np.flatnonzero(read.bad & rows):
            why = self.body.lost(field, int(row)) or self.cells[field].why(int(row), order)
            why = why or message("ledger.not_a_date")
            self.body.place.tell(
                Severity.WARNING,
                message(key, header=self.body.header(field), why=why),
                row=int(row),
                column=self.body.column(field),
                raw=self.body.quote(field, int(row)),
            )

    def _refuse_destroyed(self) -> None:
        """A csv that went through Excel may hold times where dates were."""
        for field, cells in self.cells.items():
            if lost := cells.destroyed():
                said = self._said("ledger.dates_destroyed", field, lost)
                raise LedgerError(said, message("ledger.dates_destroyed.fix"))

    def _proof(self, field: str) -> Order | None:
        found = self.cells[field].order()
        if isinstance(found, Message):
            raise self._refusal("ledger.date_orders_conflict", field, found)
        return found

    def _borrowed(self, field: str) -> Order | None:
        undecided = self.cells[field].undecided()
        if undecided is None:
            return None
        orders = {o for o in self._proved.values() if o}
        if not orders and self.likely:
            return self.likely
        if len(orders) != 1:
            raise self._refusal("ledger.date_order_unknown", field, undecided)
        order = orders.pop()
        said = message("ledger.date_order_borrowed", header=self.body.header(field), order=order)
        self.body.place.tell(Severity.NOTICE, said, column=self.body.column(field))
        return order

    def _refusal(self, key: str, field: str, why: Message) -> LedgerError:
        return LedgerError(self._said(key, field, why), message("ledger.date_order.fix"))

    def _said(self, key: str, field: str, why: Message) -> Message:
        place, header = self.body.place, self.body.header(field)
        return message(key, file=place.file, sheet=place.sheet, header=header, why=why)
