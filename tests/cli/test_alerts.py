"""Scores, segments and lights through the program."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from arcollect.register.entries import Snapshot, SnapshotHead
from arcollect.register.store.whole import keep

AS_OF = ("--as-of", "2026-10-31", "--lang", "en")
HOSTILE = ("NA", "[/]", "=1+1", "../../x", "甲 & 乙 <贸易>")


@pytest.fixture
def watched(tmp_path):
    """Two customers: one 100 days overdue, one not due."""
    path = tmp_path / "watched.csv"
    path.write_text(
        "客户名称,单据编号,单据日期,到期日,未收金额\n"
        "甲公司,A1,2026-07-01,2026-07-23,600000\n乙公司,B1,2026-10-01,2026-11-15,100\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def hostile(tmp_path):
    path = tmp_path / "hostile.csv"
    rows = [f'"{name}",D{n},2026-05-01,2026-06-30,1000' for n, name in enumerate(HOSTILE)]
    path.write_text("客户名称,单据编号,单据日期,到期日,未收金额\n" + "\n".join(rows), "utf-8")
    return path


@pytest.mark.parametrize("command", ["score", "segment", "alerts"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_raw_export_is_answered_without_any_configuration(run, watched, command, lang):
    done = run(command, watched, "--as-of", "2026-10-31", "--lang", lang, "-f", "table")
    assert done.code == 0
    assert "甲公司" in done.out
    asked = {"zh": "结清日期", "en": "settled dates"}[lang]
    assert asked in done.out.replace("\n", " ").replace("  ", "")  # what more it could do


def test_red_fails_only_when_asked(run, watched):
    assert run("alerts", watched, *AS_OF).code == 0
    done = run("alerts", watched, *AS_OF, "--fail-on", "red")
    assert done.code == 1
    assert "a red light" in done.err
    assert run("alerts", watched, "--as-of", "2026-07-24", "--fail-on", "red").code == 0


def test_a_colour_never_stands_alone(run, watched):
    (row, *more) = json.loads(run("alerts", watched, *AS_OF, "-f", "json").out)["tables"][0]["rows"]
    assert row["light"] == "● red"
    assert row["overdue.CNY"] == "600000.00"
    assert more == []  # green customers are counted below


@pytest.mark.parametrize(("before", "lit"), [("50", True), ("151/3", False)])
def test_dso_longer_than_at_the_last_kept_state(run, watched, before, lit):
    """G-05d: from 50 to 60 days is 20 % and counts; from 50.33 it does not."""
    head = SnapshotHead("s", dt.date(2026, 9, 30), "x", "r")
    keep(Path("book.db"), [Snapshot(head, (), (), (("dso", "CNY", before),))])
    sixty_days = "[records]\npath = 'book.db'\n[ratios]\nannual_revenue = '3600600'\n"
    sixty_days += "opening_receivables = '600100'\n"
    (watched.parent / "arcollect.toml").write_text(sixty_days, "utf-8")
    done = run("alerts", watched, *AS_OF, "-f", "json")
    assert ("DSO was 50.0 days on 2026-09-30, is 60.0 now" in done.out) is lit


def test_the_checklist_of_an_emergency(run, watched):
    done = run("alerts", watched, *AS_OF, "--emergency", "-f", "table")
    assert "Emergency checklist: 甲公司" in done.out
    assert "2026-11-03" in done.out
    assert "no contact between 22:00 and 08:00" in done.out
    calm = run("alerts", watched, "--as-of", "2026-07-20", "--lang", "en", "--emergency")
    assert "No customer calls for the emergency plan" in calm.out


def test_a_customer_that_is_not_there_is_said(run, watched):
    for command in ("score", "segment", "alerts"):
        assert run(command, watched, *AS_OF, "--customer", "丙").code == 2


@pytest.mark.parametrize("command", ["score", "segment", "alerts"])
@pytest.mark.parametrize("form", ["json", "table", "md"])
def test_hostile_names_stay_what_they_are(run, hostile, command, form):
    done = run(command, hostile, *AS_OF, "-f", form)
    assert done.code == 0
    for name in HOSTILE[:4]:
        assert name in done.out.replace("\\", "")


def test_scores_of_one_customer_list_every_indicator(run, tmp_path):
    path = tmp_path / "paid.csv"
    rows = "\n".join(f"甲,D{n},2026-0{n}-01,2026-0{n}-20,2026-0{n}-25,500" for n in range(1, 8))
    path.write_text("客户名称,单据编号,单据日期,到期日,结清日期,金额\n" + rows, "utf-8")
    answer = json.loads(run("score", path, *AS_OF, "--customer", "甲", "-f", "json").out)
    listed, card = answer["tables"]
    assert len(card["rows"]) == 10
    assert listed["rows"][0]["score"] == int(sum(float(r["adds"] or 0) for r in card["rows"]))


def test_weights_that_do_not_make_100_name_the_line(run, watched, tmp_path):
    (tmp_path / "arcollect.toml").write_text(
        "[pool]\nmin_days = 91\n\n[score]\nweight_tenure = 6\n"
    )
    done = run("score", watched, *AS_OF)
    assert done.code == 2
    assert "arcollect.toml:4" in done.err
    assert "add up to 100" in done.err
