"""However narrow the screen: figures stay whole, words wrap, names stay beside them."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from rich.console import Console

from arcollect.render.screen import show
from arcollect.render.screen.fit import GAP, fit
from arcollect.text import Lang
from arcollect.views.table import Bar, Chart, Column, Figure, Kind, Page, Table

NAMES = ("陇原重型装备集团股份有限公司", "Norrvik Maskin AB")
MONEY = (Decimal("1078800.00"), Decimal("-12.30"))


def table() -> Table:
    return Table(
        key="aging",
        title="Aging",
        columns=(
            Column("customer_code", "Code", Kind.ID, ("A0000001", "B0000001"), minor=True),
            Column("customer", "Customer", Kind.TEXT, NAMES, wide=True),
            *(
                Column(f"b{n}", f"{n} days past due", Kind.MONEY, MONEY, total=sum(MONEY))
                for n in range(6)
            ),
        ),
        total_label="Total",
    )


@pytest.mark.parametrize("width", [30, 60, 80, 100, 200])
def test_figures_are_never_cut(width: int) -> None:
    out = io.StringIO()
    show([table()], console=Console(file=out, width=width), lang=Lang.EN)
    said = out.getvalue()
    assert said.count("1,078,800.00") == said.count("-12.30") == 6
    assert said.count("1,078,787.70") == 6
    assert max(map(len, said.splitlines())) <= width


def test_a_narrow_heading_breaks_as_text_does() -> None:
    """No line of a heading begins with the bracket that closes."""
    columns = (Column("money", "累计到账 低（都晚付）", Kind.MONEY, [Decimal("85995.12")]),)
    out = io.StringIO()
    show([Table("t", "t", columns)], console=Console(file=out, width=11), lang=Lang.ZH)
    heading = [line.strip() for line in out.getvalue().splitlines()[1:4]]
    assert heading == ["累计到账", "低（都晚", "付）"]


def test_a_heading_breaks_at_its_blanks_first() -> None:
    columns = (Column("money", "累计到账 最可能", Kind.MONEY, [Decimal("1285995.12")]),)
    out = io.StringIO()
    show([Table("t", "t", columns)], console=Console(file=out, width=14), lang=Lang.ZH)
    assert [line.strip() for line in out.getvalue().splitlines()[1:3]] == ["累计到账", "最可能"]


def test_the_label_of_a_figure_is_never_cut_short() -> None:
    figures = (Figure("open", "未收合计（CNY）", "259.65 万元", formula="2,596,527.56" * 3),)
    out = io.StringIO()
    show(Page("p", "", (figures,)), console=Console(file=out, width=40), lang=Lang.ZH)
    assert "未收合计（CNY）  259.65 万元" in out.getvalue()


def test_minor_columns_go_before_anything_is_broken_up() -> None:
    assert [c.key for c in fit(table(), 110).dropped] == ["customer_code"]
    assert fit(table(), 200).dropped == ()


def test_every_block_begins_with_the_name_of_the_row() -> None:
    blocks = fit(table(), 60).blocks
    assert len(blocks) > 1
    assert {block[0][0].key for block in blocks} == {"customer"}


@pytest.mark.parametrize("room", [60, 100, 140])
def test_blocks_fit_into_the_room(room: int) -> None:
    for block in fit(table(), room).blocks:
        assert sum(width + GAP for _, width in block) <= room


def of_companies(companies: tuple[str, str], names: tuple[str, str] = NAMES) -> Table:
    own = Column("company", "Own company", Kind.TEXT, companies, minor=True)
    who = Column("customer", "Customer", Kind.TEXT, names, wide=True)
    return Table("aging", "Aging", (own, who, *table().columns[2:]), total_label="Total")


def keys(table: Table, room: int) -> list[set[str]]:
    return [{column.key for column, _ in block} for block in fit(table, room).blocks]


def test_the_own_company_stands_before_any_figure_where_a_customer_owes_several() -> None:
    assert all("customer" in block for block in keys(of_companies(("A", "B")), 80))
    assert "company" in keys(of_companies(("A", "B"), ("甲公司", "甲公司")), 80)[0]
    assert "company" not in keys(of_companies(("A", "B")), 80)[0]
    assert "company" in keys(of_companies(("A", "B")), 200)[0]


def test_every_block_says_whose_customer_it_is_where_two_have_one_name() -> None:
    blocks = keys(of_companies(("A", "B"), ("甲公司", "甲公司")), 60)
    assert len(blocks) > 1
    assert all({"company", "customer"} <= block for block in blocks)


def test_every_block_names_the_document_where_a_customer_has_several() -> None:
    number = Column("document_no", "No", Kind.ID, ("D1", "D2"))
    who = Column("customer", "Customer", Kind.TEXT, ("甲公司", "甲公司"), wide=True)
    blocks = keys(Table("items", "Items", (who, number, *table().columns[2:])), 60)
    assert len(blocks) > 1
    assert all({"customer", "document_no"} <= block for block in blocks)


def test_every_block_names_the_plan_where_a_customer_has_several() -> None:
    """Ten ways to recover one debt: figures alone do not say which is which."""
    columns = (
        Column("customer", "Customer", Kind.TEXT, ["Acme"] * 2, wide=True),
        Column("plan", "Plan", Kind.TEXT, ["sell", "sue"]),
        *(Column(f"b{n}", f"{n}", Kind.MONEY, [Decimal("1285995.12")] * 2) for n in range(4)),
    )
    blocks = fit(Table("recover", "t", columns), 50).blocks
    assert len(blocks) == 2
    assert [[c.key for c, _ in block][:2] for block in blocks] == [["customer", "plan"]] * 2


def test_every_block_names_the_customer() -> None:
    columns = table().columns
    light = Column("light", "Light", Kind.TEXT, ("red", "green"))
    blocks = fit(Table("alerts", "Alerts", (light, *columns[1:])), 60).blocks
    assert len(blocks) > 1
    assert all("customer" in {column.key for column, _ in block} for block in blocks)


@pytest.mark.parametrize("width", [30, 60, 80, 200])
def test_bars_shrink_with_the_screen_and_are_never_cut(width: int) -> None:
    """Half as much money is half as long a bar, on any screen."""
    bars = (Bar("1-30 days", Decimal("3587859.56")), Bar("31-90 days", Decimal("1793929.78")))
    page = Page("p", "Page", (Chart("c", "By age", bars, "INR"),))
    out = io.StringIO()
    show(page, console=Console(file=out, width=width), lang=Lang.EN)
    said = out.getvalue()
    assert "…" not in said
    longest, half = (line.count("█") for line in said.splitlines() if "█" in line)
    assert 1 <= longest <= 36
    assert abs(longest - 2 * half) <= 1
