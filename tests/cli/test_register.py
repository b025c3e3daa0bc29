"""Letters and their register: as a user, as cron, and when things go wrong."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from hashlib import sha256
from pathlib import Path

import pytest

from arcollect.cli import clock
from arcollect.register.entries import LetterState
from arcollect.register.store import whole

SOURCE = Path(__file__).parents[2] / "src"
AS_OF = ("--as-of", "2026-10-31")
NUMBER = "催字〔2026〕001号"


@pytest.fixture(autouse=True)
def company(own_company):
    """Each run has an own company, and so a register of its name."""


@pytest.fixture
def register(tmp_path):
    return tmp_path / "data" / "arcollect" / "示例贸易有限公司.db"


def contents(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_each_letter_is_remembered_before_it_is_there(run, ledger, register, tmp_path):
    done = run("letters", ledger, *AS_OF, "-o", "out")
    assert str(register) in done.err
    (entry,) = whole.history(register).letters
    assert (entry.number, entry.level, entry.state) == (NUMBER, "L1", LetterState.DRAFTED)
    assert (entry.customer_key, entry.demand_minor) == ("C1", 100_00)
    assert [item.document_no for item in entry.items] == ["A1"]
    written = next((tmp_path / "out").glob("*L1*.docx")).read_bytes()
    assert entry.sha256 == sha256(written).hexdigest()
    assert [r.command for r in whole.journal(register)] == ["letters"]


def test_the_same_run_again_changes_nothing(run, ledger, register, tmp_path):
    """Invariant 9: same bytes, no second letter; only the journal has one more line."""
    first = run("letters", ledger, *AS_OF, "-o", "out")
    before, known = contents(tmp_path / "out"), whole.history(register)
    second = run("letters", ledger, *AS_OF, "-o", "out")
    assert (second.out, contents(tmp_path / "out")) == (first.out, before)
    assert whole.history(register) == known
    assert len(whole.journal(register)) == 2


def test_letters_then_report_are_one_history(run, ledger, register):
    run("letters", ledger, *AS_OF, "-o", "out")
    run("report", ledger, *AS_OF, "-o", "week")
    assert [e.number for e in whole.history(register).letters] == [NUMBER]


def test_a_dry_run_and_no_register_remember_nothing(run, ledger, register):
    run("letters", ledger, *AS_OF, "-o", "out", "--dry-run")
    run("letters", ledger, *AS_OF, "-o", "out", "--no-register")
    run("aging", ledger, *AS_OF)
    assert not register.exists()


def test_one_register_for_each_company_and_an_option(run, ledger, tmp_path):
    mine = tmp_path / "mine.db"
    run("letters", ledger, *AS_OF, "-o", "out", "--register", mine)
    assert len(whole.history(mine).letters) == 1
    assert run("register", "path", "--register", mine).out.strip() == str(mine)


def test_without_any_company_the_folder_names_it(run, ledger, tmp_path):
    (tmp_path / "arcollect.toml").unlink()
    path = Path(run("register", "path", ledger).out.strip())
    assert path.parent == tmp_path / "data" / "arcollect"
    assert run("register", "path").code == 2


def test_sent_then_the_next_one_is_firmer(run, ledger, register):
    """U-20: L1 of 31 October, sent on 2 November; a week later its answer is L2."""
    run("letters", ledger, *AS_OF, "-o", "out")
    marked = run(
        "letters",
        "--sent",
        "催字[2026]1号",
        "--by",
        "post",
        "--tracking",
        "SF1",
        "--on",
        "2026-11-02",
    )
    assert (marked.code, "SF1" in marked.out) == (0, True)
    waits = run("letters", ledger, "--as-of", "2026-11-07", "-o", "out2", "--lang", "en")
    assert "at least 7 days between two letters; next possible on 2026-11-09" in waits.out
    run("letters", ledger, "--as-of", "2026-11-09", "-o", "out2")
    assert [(e.number, e.level) for e in whole.history(register).letters] == [
        (NUMBER, "L1"), ("催字〔2026〕002号", "L2")
    ]  # fmt: skip


def test_a_letter_that_was_sent_stays_where_it_is(run, ledger, tmp_path):
    run("letters", ledger, *AS_OF, "-o", "out")
    letter = next((tmp_path / "out").glob("*L1*.docx"))
    run("letters", ledger, "--sent", "1", "--on", "2026-11-02")
    run("letters", ledger, "--as-of", "2026-11-14", "-o", "out")
    assert letter.exists()
    assert next((tmp_path / "out").glob("*L2*.docx")).name.endswith("002.docx")


def test_force_writes_all_the_same_and_is_remembered(run, ledger, register):
    run("letters", ledger, *AS_OF, "-o", "out")
    run("letters", "--sent", NUMBER, "--on", "2026-11-02")
    run("letters", ledger, *AS_OF, "-o", "out", "--force")
    first, second = whole.history(register).letters
    assert (first.is_forced, second.is_forced, second.running) == (False, True, 2)


def test_cancelled_numbers_are_not_used_again(run, ledger, register):
    run("letters", ledger, *AS_OF, "-o", "out")
    assert run("letters", "--cancel", NUMBER).code == 0
    run("letters", ledger, *AS_OF, "-o", "out")
    assert [e.running for e in whole.history(register).letters] == [1, 2]
    assert run("letters", "--sent", NUMBER).code == 2


def test_a_letter_that_was_sent_is_not_cancelled_in_silence(run, ledger):
    run("letters", ledger, *AS_OF, "-o", "out")
    run("letters", "--sent", NUMBER, "--on", "2026-11-02")
    done = run("letters", "--cancel", NUMBER, "--lang", "zh")
    assert (done.code, f"{NUMBER} 原已登记为已发出" in done.err) == (0, True)
    assert "原已登记" not in run("letters", "--cancel", NUMBER, "--lang", "zh").err


def test_one_wrong_number_and_nothing_is_noted(run, ledger, register):
    run("letters", ledger, *AS_OF, "-o", "out")
    done = run("letters", "--sent", NUMBER, "--sent", "催字〔2026〕099号", "--on", "2026-11-02")
    assert (done.code, "099" in done.err) == (2, True)
    assert whole.history(register).letters[0].state is LetterState.DRAFTED


@pytest.mark.parametrize(
    "line",
    [("--sent", NUMBER, "--by", "pigeon"), ("--by", "post"), ("--sent", NUMBER, "--on", "2026-10-30"),
     ("--sent", NUMBER, "--on", "2999-01-01"), ("--sent", NUMBER, "--dry-run"),
     ("--sent", NUMBER, "--no-register"), ()],
)  # fmt: skip
def test_what_cannot_be_marked_is_a_usage_error(run, ledger, line):
    run("letters", ledger, *AS_OF, "-o", "out")
    assert run("letters", *line).code == 2


def test_the_history_lists_every_letter(run, ledger):
    run("letters", ledger, *AS_OF, "-o", "out")
    run("letters", "--sent", NUMBER, "--on", "2026-11-02", "--by", "hand")
    listed = run("letters", "--history", "--lang", "en").out
    assert NUMBER in listed
    assert "by hand" in listed


@pytest.mark.parametrize(
    ("typed", "kept"), [("快递", "courier"), ("By hand", "hand"), ("post", "post")]
)
def test_the_way_is_typed_in_either_language(run, ledger, register, typed, kept):
    run("letters", ledger, *AS_OF, "-o", "out")
    done = run("letters", "--sent", NUMBER, "--on", "2026-11-02", "--by", typed, "--lang", "zh")
    assert whole.history(register).letters[0].by == kept
    assert not re.search("courier|hand|post", done.out)  # 快递, 当面送达, 邮寄


def test_a_filled_in_list_marks_letters(run, ledger, register, tmp_path):
    """U-25: tracking numbers come back in one workbook."""
    run("letters", ledger, *AS_OF, "-o", "out")
    rows = "编号,收件单位,寄出日期,方式,单号,签收日期\n"
    back = tmp_path / "back.csv"
    back.write_text(f"{rows}{NUMBER},甲公司,2026-11-02,快递,SF9,2026-11-04\n,,,,,\n", "utf-8")
    assert run("letters", "--import-sent", back).code == 0
    (entry,) = whole.history(register).letters
    assert (entry.by, entry.tracking, str(entry.arrived_on)) == ("courier", "SF9", "2026-11-04")
    assert run("letters", "--import-sent", back).code == 0
    back.write_text(f"{rows}{NUMBER},甲公司,gone,快递,SF9,\n", "utf-8")
    wrong = run("letters", "--import-sent", back)
    assert (wrong.code, "back!2" in wrong.err) == (2, True)
    back.write_text("a,b\n1,2\n", "utf-8")
    assert run("letters", "--import-sent", back).code == 2


@pytest.mark.parametrize(
    ("rows", "code", "said"),
    [
        ("X9,2026-11-02,,\n", 2, "back!2"),  # an unknown number
        (f"{NUMBER},2026-10-01,,\n", 2, "back!2"),  # before the letter's own day
        (
            f"{NUMBER},2026-11-02,SF1,\n1,2026-11-03,SF1,\n",
            2,
            "back!3：与 back.csv back!2 是同一封函",
        ),
        (f"{NUMBER},2026-11-02,SF1,\n1,2026-11-02,SF1,\n", 0, "1 封函有变化"),
        (f"{NUMBER},,SF1,\n", 0, "没有寄出日期，没有登记：back.csv back!2"),
        (f"{NUMBER},,,2026-11-02\n", 0, "没有寄出日期，没有登记：back.csv back!2"),
    ],
)
def test_odd_rows_of_a_list_are_named(run, ledger, tmp_path, rows, code, said):
    run("letters", ledger, *AS_OF, "-o", "out")
    back = tmp_path / "back.csv"
    back.write_text(f"编号,寄出日期,单号,签收日期\n{rows}", "utf-8")
    done = run("letters", "--import-sent", back, "--lang", "zh")
    assert (done.code, said in done.err) == (code, True), done.err


def test_a_lost_register_is_made_anew_from_the_folders(run, ledger, register):
    run("letters", ledger, *AS_OF, "-o", "out")
    (was,) = whole.history(register).letters
    register.unlink()
    done = run("register", "rebuild", ledger, "--from", "out", "--lang", "en")
    assert "do not say which documents" in done.err
    (entry,) = whole.history(register).letters
    for name in (
        "number",
        "party",
        "level",
        "as_of",
        "deadline",
        "demand_minor",
        "sha256",
        "running",
    ):
        assert getattr(entry, name) == getattr(was, name), name
    again = run("letters", ledger, *AS_OF, "-o", "out")
    assert [e.running for e in whole.history(register).letters] == [1]
    assert again.code == 0
    assert run("register", "rebuild", ledger, "--from", "out").code == 0


def test_a_lost_register_is_made_anew_from_a_report(run, ledger, register):
    run("report", ledger, *AS_OF, "-o", "rep")
    (was,) = whole.history(register).letters
    register.unlink()
    done = run("register", "rebuild", ledger, "--from", "rep", "--lang", "zh")
    assert (done.code, "编号认不出的 0 行" in done.err) == (0, True)  # facts to add stand below
    (entry,) = whole.history(register).letters
    kept = ("number", "party", "level", "as_of", "deadline", "demand_minor", "sha256", "running")
    assert [getattr(entry, n) for n in kept] == [getattr(was, n) for n in kept]


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize(
    "line",
    [("letters", "--history"), ("register", "journal"), ("log", "list"), ("worklist", "台账.csv")],
)
def test_an_empty_list_is_not_taken_for_an_answer(run, line):
    """A mistyped path of the register, relative to where the program runs."""
    done = run(*line, "--register", "没有.db", "--lang", "zh", "-f", "csv")
    assert (done.code, "没有.db 还不存在" in done.err) == (0, True)


def test_a_backup_is_never_written_over_a_file(run, ledger, register, tmp_path):
    run("letters", ledger, *AS_OF, "-o", "out")
    assert run("register", "backup", "copy.db").code == 0
    assert whole.history(tmp_path / "copy.db") == whole.history(register)
    assert run("register", "backup", "copy.db").code == 4


def test_a_damaged_register_is_told_and_left(run, ledger, register):
    register.parent.mkdir(parents=True)
    register.write_bytes(b"not a register" * 50)
    done = run("letters", ledger, *AS_OF, "-o", "out")
    assert (done.code, str(register) in done.err) == (2, True)
    assert "Traceback" not in done.err
    assert register.read_bytes() == b"not a register" * 50


def test_every_run_that_noted_something_is_a_line(run, ledger, register):
    """R001-22; what changed nothing is none."""
    said = ("log", "add", ledger, "--customer", "甲公司", "--at", "2026-11-01", "--feedback", "x")
    lines = [
        ("letters", ledger, *AS_OF, "-o", "out"),
        ("letters", "--sent", NUMBER, "--on", "2026-11-02"),
        said,
        ("statement", ledger, "--month", "2026-10", "-o", "st"),
        ("statement", ledger, "--month", "2026-10", "--returned", "C1", "--slip", "agrees"),
        ("letters", "--cancel", NUMBER),
    ]
    for line in (*lines, said, ("letters", "--cancel", NUMBER)):
        assert run(*line).code == 0
    assert [line.command for line in whole.journal(register)] == [
        "letters", "letters --sent", "log add", "statement", "statement --returned",
        "letters --cancel",
    ]  # fmt: skip


def test_no_person_stands_in_journal_or_messages(run, tmp_path):
    """Invariant 14: a planted telephone and identity number."""
    planted = ("13800138000", "110101199003071234", "李小名")
    path = tmp_path / "台账.csv"
    path.write_text(
        "客户名称,单据编号,到期日,未收金额,联系人,电话,备注\n"
        f"甲公司,A1,2026-08-31,100.00,{planted[2]},{planted[0]},{planted[1]}\n", "utf-8",
    )  # fmt: skip
    done = run("letters", path, *AS_OF, "-o", "out")
    said = done.err + run("register", "journal", path).out + run("letters", path, "--history").out
    assert done.code == 0
    assert not [word for word in planted if word in said]


def test_levels_by_segment_unless_told_otherwise(run):
    """X-10: C001 at 85 days is L1 by the default column, L2 by a good customer's."""
    example = SOURCE.parent / "examples" / "ledger.xlsx"
    line = ("letters", example, *AS_OF, "--dry-run", "-f", "csv")
    for asked, level in (({}, "L2"), ({"ARCOLLECT_LETTERS_BY_SEGMENT": "false"}, "L1")):
        rows = run(*line, **asked).out.splitlines()
        assert next(row for row in rows if ",C001," in row).split(",")[1] == level


def test_papers_are_made_anew_too_and_keep_their_numbers(run, ledger, register):
    """Each kind counts by itself (U-25); a folder may hold letters and papers."""
    run("letters", ledger, *AS_OF, "-o", "out", "--lang", "zh")
    for kind in ("repayment", "stop-supply"):
        line = ("--kind", kind, "--customer", "C1", "--lang", "zh")
        run("paper", ledger, *AS_OF, *line, "-o", "out")
    was = {(e.kind, e.number, e.sequence, e.sha256) for e in whole.history(register).letters}
    register.unlink()
    assert run("register", "rebuild", ledger, "--from", "out").code == 0
    found = whole.history(register).letters
    assert {(e.kind, e.number, e.sequence, e.sha256) for e in found} == was
    assert {e.demand_minor for e in found} == {100_00}


US = "示例贸易有限公司"
OTHER = '[[company]]\nname = "乙公司贸易"\n\n'


def known(run, ledger):
    return run("letters", ledger, "--history", "-f", "csv").out


def test_a_register_is_found_under_every_name_of_its_companies(run, ledger, tmp_path):
    """Blocks in another order; a new legal name with the old one as alias."""
    policy = tmp_path / "arcollect.toml"
    own = policy.read_text("utf-8")
    run("letters", ledger, *AS_OF, "-o", "out")
    first = known(run, ledger)
    assert NUMBER in first
    renamed = own.replace(f'"{US}"', f'"{US}（新）"\naliases = ["{US}"]')
    for changed in (OTHER + own, renamed):
        policy.write_text(changed, "utf-8")
        assert known(run, ledger) == first


def test_a_renamed_company_without_its_old_name_is_told(run, ledger, tmp_path):
    policy = tmp_path / "arcollect.toml"
    run("letters", ledger, *AS_OF, "-o", "out")
    policy.write_text(policy.read_text("utf-8").replace(US, "新名字有限公司"), "utf-8")
    done = run("letters", ledger, *AS_OF, "--dry-run", "--lang", "zh")
    assert f"{US}.db" in done.err
    assert "aliases" in done.err


@pytest.mark.parametrize("act", ["letters", "sent", "log"])
def test_a_clock_that_went_back_is_told_and_breaks_nothing(run, ledger, register, monkeypatch, act):
    """A day back: said once per act; numbers, days and journal stay as they were."""
    run("letters", ledger, *AS_OF, "-o", "out")
    known, now = whole.history(register).letters, clock.now
    monkeypatch.setattr(clock, "now", lambda zone: now(zone) - dt.timedelta(days=1))
    line = {
        "letters": ("letters", ledger, *AS_OF, "-o", "out"),
        "sent": ("letters", "--sent", NUMBER, "--on", "2026-11-01"),
        "log": ("log", "add", ledger, *AS_OF, "--customer", "C1", "--feedback", "x"),
    }[act]
    done = run(*line, "--lang", "zh")
    assert done.code == 0
    assert done.err.count("请核对电脑日期") == 1
    (after,) = whole.history(register).letters
    assert dataclasses.replace(after, state=known[0].state, sent_on=None) == known[0]
    assert [r.at for r in whole.journal(register)][1] < whole.journal(register)[0].at


def test_clocks_of_two_computers_may_be_an_hour_apart(run, ledger, monkeypatch):
    run("letters", ledger, *AS_OF, "-o", "out")
    now = clock.now
    monkeypatch.setattr(clock, "now", lambda zone: now(zone) - dt.timedelta(minutes=59))
    done = run("letters", ledger, *AS_OF, "-o", "out", "--lang", "en")
    assert "The computer's clock says" not in done.err
