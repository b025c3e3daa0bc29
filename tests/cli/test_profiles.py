"""How an export was read is remembered under a name."""

from __future__ import annotations

import pytest

ODD = """\
单位：元
往来户,票据,开票日期,到期日,结余,净结余
甲公司,A1,2026-08-01,2026-08-31,100.00,90.00
乙公司,B1,2026-08-01,2026-09-30,50.00,40.00
"""
MAPS = ("--map", "customer=往来户", "--map", "open=结余", "--map", "document_no=票据")


@pytest.fixture
def odd(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    path = tmp_path / "odd.csv"
    path.write_text(ODD, encoding="utf-8")
    return path


@pytest.fixture
def saved(run, odd):
    done = run("check", odd, *MAPS, "--save-profile", "kingdee")
    assert done.code == 0, done.err
    return odd


def test_without_a_profile_nothing_is_guessed(run, odd):
    assert run("aging", odd).code == 3


@pytest.mark.usefixtures("saved")
def test_the_next_export_is_recognised_by_its_header(run, tmp_path):
    later = tmp_path / "later.csv"
    later.write_text("第二期\n" + ODD.replace("100.00", "300.00"), encoding="utf-8")
    done = run("aging", later, "--lang", "en")
    assert (done.code, done.err.splitlines()[0]) == (0, "Read as in profile kingdee.")
    assert "300.00" in done.out
    assert "390" not in done.out
    assert run("aging", later, "-q").err == ""


def test_check_says_that_the_profile_named_the_column(run, saved):
    assert "the profile" in run("check", saved, "--lang", "en").out


def test_a_flag_wins_over_the_profile(run, saved):
    done = run("aging", saved, "--map", "open=净结余")
    assert done.code == 0, done.err
    assert "90.00" in done.out
    assert "100.00" not in done.out


def test_a_profile_asked_for_must_fit(run, saved, ledger):
    done = run("aging", ledger, "--profile", "kingdee", "--lang", "en")
    assert done.code == 3
    assert "往来户" in done.err
    assert "--save-profile kingdee" in done.err
    assert run("aging", saved, "--profile", "kingdee").code == 0
    assert run("aging", saved, "--profile", "sap", "--lang", "en").code == 2


def test_profiles_are_listed_shown_and_deleted(run, saved):
    assert "kingdee" in run("profiles", "list").out
    assert run("profiles").out == run("profiles", "list").out
    assert "结余" in run("profiles", "show", "kingdee").out
    assert run("profiles", "delete", "kingdee").code == 0
    assert "kingdee" not in run("profiles", "list").out
    assert run("aging", saved).code == 3
    assert run("profiles", "delete", "kingdee").code == 2


def test_two_profiles_that_disagree_are_not_used(run, saved):
    run("check", saved, *MAPS[:2], "--map", "open=净结余", *MAPS[4:], "--save-profile", "other")
    assert run("aging", saved).code == 3
    assert run("aging", saved, "--profile", "other").code == 0


def test_a_remembered_order_of_days_helps_but_proof_wins(run, tmp_path, monkeypatch):
    monkeypatch.setenv("ARCOLLECT_PROFILES", str(tmp_path / "kept"))
    head = "Customer,Invoice,Invoice date,Due date,Balance\n"
    first, next_, proved = (tmp_path / f"{n}.csv" for n in "abc")
    first.write_text(head + "Acme,1,03/04/2026,04/05/2026,10\n")
    next_.write_text(head + "Acme,2,01/05/2026,02/06/2026,10\n")
    proved.write_text(head + "Acme,3,05/13/2026,06/02/2026,10\n")
    assert run("aging", next_).code == 3
    run("check", first, "--date-order", "dmy", "--save-profile", "uk")
    days = {n: run("aging", n, "--detail", "--as-of", "2026-10-31").out for n in (next_, proved)}
    assert "2026-06-02" in days[next_]
    assert "2026-06-02" in days[proved]


@pytest.mark.parametrize("name", ["../x", "a/b", ".hidden", ""])
def test_names_that_no_file_can_have(run, odd, name):
    assert run("check", odd, *MAPS, "--save-profile", name).code in {0, 2}
    assert not list(odd.parent.glob("x*"))


@pytest.mark.parametrize("content", ["form = 1", "[[sheet]]", "\0", "form = 'x'\nsheet = 3"])
def test_a_broken_profile_stops_only_those_who_ask_for_it(run, saved, tmp_path, content):
    kept = tmp_path / "config" / "arcollect" / "profiles"
    (kept / "bad.toml").write_text(content)
    assert run("aging", saved).code == 0
    done = run("aging", saved, "--profile", "bad", "--lang", "en")
    assert done.code == 2
    assert "bad.toml" in done.err


@pytest.mark.usefixtures("saved")
def test_nothing_of_the_rows_is_remembered(tmp_path):
    text = (tmp_path / "config/arcollect/profiles/kingdee.toml").read_text("utf-8")
    assert "往来户" in text
    assert "甲公司" not in text
    assert "100" not in text
