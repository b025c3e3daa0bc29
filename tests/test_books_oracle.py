"""`compare` and `provision` against an independent reckoning of two generated books."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.books_oracle import (
    FIRST,
    LAST,
    NOTHING,
    PARTS,
    Book,
    Walk,
    books,
    exposures,
    history,
    load,
    losses,
    walks,
    write,
)
from tests.program import run

from arcollect.errors import ExitCode

Paths = tuple[Path, Path]
SINCE = LAST.replace(year=LAST.year - 2)  # provision.history_months = 24


@pytest.fixture(scope="module", params=[(1, "zh"), (2, "en")])
def paths(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Paths:
    seed, lang = request.param
    folder = tmp_path_factory.mktemp("books")
    old, new = books(seed)
    return write(old, folder / "old.xlsx", lang), write(new, folder / "new.xlsx", lang)


@pytest.fixture(scope="module")
def both(paths: Paths) -> tuple[Book, Book]:
    return load(paths[0]), load(paths[1])


def answer(*line: str | Path) -> list[dict[str, Any]]:
    ran = run(*line, "--as-of", str(LAST), "-f", "json", "-q", "--lang", "en")
    assert ran.code == ExitCode.OK, ran.err
    tables: list[dict[str, Any]] = ran.json["tables"]
    return tables


def parts(row: dict[str, Any]) -> Walk:
    return {part: Decimal(row.get(part) or 0) for part in PARTS}


def added(found: list[Walk]) -> Walk:
    return {part: sum((walk[part] for walk in found), NOTHING) for part in PARTS}


def test_every_kind_of_change_is_in_the_books(both: tuple[Book, Book]) -> None:
    whole = added(list(walks(*both).values()))
    assert min(whole.values()) > 0


@pytest.fixture(scope="module")
def compared(paths: Paths) -> list[dict[str, Any]]:
    return answer("compare", *paths, "--old-as-of", str(FIRST))


@pytest.mark.parametrize("currency", ["CNY", "USD"])
def test_the_walk_of_every_customer(
    compared: list[dict[str, Any]], both: tuple[Book, Book], currency: str
) -> None:
    expected = {p[:2]: walk for p, walk in walks(*both).items() if p[2] == currency}
    (table,) = (t for t in compared if t["key"] == f"compare.walk.{currency}")
    assert parts(table["total"]) == added(list(expected.values()))
    for row in table["rows"]:
        party = row["company"], row["customer"]
        if party in expected:  # the others together are one row
            assert parts(row) == expected.pop(party), party
    for walk in expected.values():
        assert [part for part, money in walk.items() if money] in ([], ["opening", "closing"])


def test_the_walk_adds_up_by_itself(both: tuple[Book, Book]) -> None:
    for party, w in walks(*both).items():
        up = w["billed"] + w["unlisted"] + w["raised"]
        down = w["collected"] + w["unsaid"] + w["written_off"] + w["gone"]
        assert w["opening"] + up - down == w["closing"], party


def matrices(tables: list[dict[str, Any]]) -> dict[tuple[str, str], dict[str, Any]]:
    found = [t for t in tables if t["key"] in {"provision.CNY", "provision.USD"}]
    return {(t["rows"][0]["company"], t["key"][-3:]): t for t in found}


def column(table: dict[str, Any], name: str) -> list[Decimal]:
    return [Decimal(row[name] or 0) for row in table["rows"]]


def test_the_matrix_with_given_rates(paths: Paths, both: tuple[Book, Book]) -> None:
    rates = [Decimal(rate) for rate in ("0.005", "0.03", "0.105", "0.333", "1")]
    line = ("provision", paths[1], "--standard", "cas", "--rates", "0.5%,3%,10.5%,33.3%,100%")
    found = matrices(answer(*line))
    expected = exposures(both[1])
    assert found.keys() == expected.keys()
    for owner, table in found.items():
        booked = losses(expected[owner], rates)
        assert column(table, "exposure") == expected[owner], owner
        assert column(table, "loss") == booked, owner
        assert Decimal(table["total"]["loss"]) == sum(booked), owner


def test_the_matrix_with_rates_of_its_own_past(
    paths: Paths, both: tuple[Book, Book], tmp_path: Path
) -> None:
    config = tmp_path / "p.toml"
    config.write_text("[provision]\nleast_documents = 1\n", "utf-8")
    found = matrices(answer("provision", paths[1], "--standard", "ifrs", "--config", config))
    expected, past = exposures(both[1]), history(both[1], SINCE)
    for owner, table in found.items():
        rates = [lost / stood for stood, lost in past[owner]]
        assert column(table, "loss") == losses(expected[owner], rates), owner
        shown = [round(rate, 6) for rate in rates]
        assert column(table, "base_rate") == shown, owner
