"""What the register keeps, and that nothing in it changes."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import shutil
import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcollect.errors import LockedError, OutputError, UsageError
from arcollect.files import locked
from arcollect.register.entries import (
    Channel,
    ClaimedItem,
    ContactEntry,
    DisputeEntry,
    LetterEntry,
    LetterState,
    OfferEntry,
    PromiseEntry,
    Reason,
    RunEntry,
    Snapshot,
    SnapshotHead,
    SnapshotLine,
    StatementEntry,
)
from arcollect.register.store import letters, opening, whole
from arcollect.register.store.codec import as_row, insert
from arcollect.register.store.schema import LOGS, MIGRATIONS

DAY = dt.date(2026, 10, 31)
CONTACT = ContactEntry(
    "c1", dt.datetime(2023, 6, 10, 14, 30), "", "C1", "甲", "CNY", Channel.CALL, person="王总",
    confirmed_minor=180_000_00, reason=Reason.CASH_TIGHT,
)  # fmt: skip
PROMISE = PromiseEntry(
    "p1", "", "C1", "甲", "CNY", dt.date(2023, 6, 10), dt.date(2023, 7, 15), 180_000_00
)
DISPUTE = DisputeEntry("d1", "", "C1", "甲", "CNY", DAY, 0, "A1", "quality")
STATEMENT = StatementEntry("2026-09", "", "C1", "甲", "CNY", 5_00, DAY, "ab", "r1")
RUN = RunEntry(
    "r1",
    dt.datetime(2026, 10, 31, 9),
    "letters",
    "1",
    DAY,
    "a",
    "b",
    3,
    (("CNY", 7),),
    1,
    (("W-10", "x"),),
)
LINE = SnapshotLine("", "C1", "=1+1", "CNY", "A1", "invoice", DAY, None, 9, 8, 0, "[/]")
SNAPSHOT = Snapshot(
    SnapshotHead("s1", DAY, "a", "r1"), (LINE,), (("", "C1", "A"),), (("dso", "", "1/3"),)
)


def mark(sent_on, *more, **others):
    return letters.Mark(dt.date(2026, 11, 30), sent_on, *more, **others)


def letter(running=1, **more):
    facts = {
        "number": f"催字〔2026〕{running:03d}号", "company": "", "customer_key": f"C{running}",
        "customer": "NA", "currency": "CNY", "kind": "dunning", "level": "L1", "as_of": DAY,
        "written": DAY, "deadline": dt.date(2026, 11, 9), "demand_minor": 5_000_00,
        "fee_minor": 0, "items": (ClaimedItem("A1", DAY, 5_000_00, 5_000_00),), "sha256": "aa",
        "run": "r1", "sequence": "催字/2026", "running": running,
    }  # fmt: skip
    return LetterEntry(**{**facts, **more})


def test_what_a_letter_held_out_is_kept_with_who_approved_it(tmp_path):  # R000-16, W-16
    path = tmp_path / "r.db"
    offer = OfferEntry("discount", "5%", dt.date(2026, 11, 2), "王总 [/] =1+1")
    whole.keep(path, [RUN, letter(1, offer=offer), letter(2)])
    assert [entry.offer for entry in whole.history(path).letters] == [offer, None]
    whole.keep(path, [letter(1)])
    assert [entry.offer for entry in whole.history(path).letters] == [None, None]


def test_reading_never_makes_a_register(tmp_path):
    assert whole.history(tmp_path / "no.db").letters == ()
    assert list(tmp_path.iterdir()) == []


def test_everything_comes_back_as_it_was(tmp_path):
    path = tmp_path / "deep" / "r.db"
    kept = (RUN, letter(), CONTACT, PROMISE, DISPUTE, STATEMENT, SNAPSHOT)
    assert whole.keep(path, kept) == 7
    found = whole.history(path)
    assert (found.letters, found.contacts, found.promises) == ((letter(),), (CONTACT,), (PROMISE,))
    assert (found.disputes, found.statements) == ((DISPUTE,), (STATEMENT,))
    assert whole.snapshot(path, found.snapshots[0]) == SNAPSHOT
    assert whole.journal(path) == (RUN,)


def test_twice_adds_nothing(tmp_path):
    """Invariant 9."""
    path, kept = tmp_path / "r.db", (letter(), CONTACT, PROMISE, DISPUTE, STATEMENT, SNAPSHOT)
    whole.keep(path, kept)
    assert whole.keep(path, kept) == 0
    again = dataclasses.replace(STATEMENT, run="r2", made_on=dt.date(2026, 11, 1))
    assert whole.keep(path, [again]) == 0


def test_a_new_version_holds_and_the_old_one_stays(tmp_path):
    path = tmp_path / "r.db"
    gone = dataclasses.replace(PROMISE, withdrawn_on=dt.date(2023, 7, 1))
    right = dataclasses.replace(CONTACT, id="c2", corrects="c1", person="李总")
    whole.keep(path, [PROMISE, CONTACT, gone, right])
    found = whole.history(path)
    assert (found.promises, found.contacts) == ((gone,), (right,))
    with opening.reading(path) as file:
        assert file is not None
        assert file.execute("SELECT count(*) FROM contacts").fetchone() == (2,)


@pytest.mark.parametrize("table", LOGS)
def test_nothing_can_be_changed_or_deleted(tmp_path, table):
    path = tmp_path / "r.db"
    offered = letter(offer=OfferEntry("discount", "5%", DAY, "王总"))
    whole.keep(path, (RUN, offered, CONTACT, PROMISE, DISPUTE, STATEMENT, SNAPSHOT), ["甲"])
    with opening.writing(path) as file:
        letters.mark_sent(file, letter().number, mark(DAY))
        insert(file, "snapshot_lines", {"snapshot": "s1", **as_row(LINE)})
    with sqlite3.connect(path) as file:
        for said in (f"DELETE FROM {table}", f"UPDATE {table} SET rowid = rowid"):
            with pytest.raises(sqlite3.IntegrityError, match="only added to"):
                file.execute(said)


def test_money_is_an_integer(tmp_path):
    path = tmp_path / "r.db"
    with pytest.raises(OutputError):
        whole.keep(path, [letter(demand_minor=0.5)])
    assert whole.history(path).letters == ()


def test_sent_then_arrived_then_cancelled(tmp_path):
    path, number = tmp_path / "r.db", "催字[2026]1号"  # as people type it
    whole.keep(path, [letter()])
    with opening.writing(path) as file:
        assert letters.mark_sent(file, number, mark(DAY, "post", "SF1"))
        assert not letters.mark_sent(file, number, mark(DAY, "post"))
        assert letters.mark_sent(file, number, mark(None, arrived_on=dt.date(2026, 11, 3)))
    (found,) = whole.history(path).letters
    assert (found.state, found.by, found.tracking) == (LetterState.SENT, "post", "SF1")
    assert found.arrived_on == dt.date(2026, 11, 3)
    with opening.writing(path) as file:
        assert letters.cancel(file, number)
        assert not letters.cancel(file, number)
        with pytest.raises(UsageError):
            letters.mark_sent(file, number, mark(DAY))
    assert whole.history(path).letters[0].state is LetterState.CANCELLED


@pytest.mark.parametrize(
    ("sent", "arrived"),
    [
        (dt.date(2026, 10, 30), None),
        (DAY, dt.date(2026, 10, 30)),
        (dt.date(2026, 12, 1), None),
        (DAY, dt.date(2026, 12, 1)),
    ],
)
def test_days_must_follow_each_other(tmp_path, sent, arrived):
    path = tmp_path / "r.db"
    whole.keep(path, [letter()])
    with pytest.raises(UsageError), opening.writing(path) as file:
        letters.mark_sent(file, letter().number, mark(sent, arrived_on=arrived))
    assert whole.history(path).letters[0].state is LetterState.DRAFTED


def test_a_number_belongs_to_one_letter(tmp_path):
    path = tmp_path / "r.db"
    whole.keep(path, [letter()])
    with pytest.raises(LockedError):  # another run was quicker
        whole.keep(path, [letter(customer_key="C2")])
    with opening.writing(path) as file:
        letters.mark_sent(file, letter().number, mark(DAY))
    with pytest.raises(LockedError):  # sent: no draft takes its place
        whole.keep(path, [letter(sha256="bb")])


def test_a_draft_may_be_written_again(tmp_path):
    path = tmp_path / "r.db"
    whole.keep(path, [letter(), letter(2)])
    assert whole.keep(path, [letter(sha256="bb", demand_minor=4_000_00)]) == 1
    found = whole.history(path).letters
    assert [e.demand_minor for e in found] == [4_000_00, 5_000_00]


def test_what_was_sent_is_the_version_of_that_day(tmp_path):
    """Posted on 2 November, marked after the draft had been written again on the 7th."""
    path, later = tmp_path / "r.db", dt.date(2026, 11, 7)
    again = letter(written=later, as_of=later, sha256="bb", demand_minor=4_000_00)
    whole.keep(path, [letter(), again])
    with opening.writing(path) as file:
        letters.mark_sent(file, again.number, mark(dt.date(2026, 11, 2)))
    (found,) = whole.history(path).letters
    assert (found.written, found.sha256, found.demand_minor) == (DAY, "aa", 5_000_00)


def test_a_block_that_fails_leaves_nothing(tmp_path):
    path = tmp_path / "r.db"
    whole.keep(path, [CONTACT])
    before = path.read_bytes()
    with pytest.raises(OutputError):
        whole.keep(path, [PROMISE, letter(fee_minor="x")])
    assert whole.history(path).promises == ()
    assert path.read_bytes() == before


def test_a_second_writer_is_told_to_wait(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    path = tmp_path / "r.db"
    with locked(path), pytest.raises(LockedError):
        whole.keep(path, [CONTACT])
    assert not path.exists()


def test_a_file_that_another_program_holds_is_not_called_damaged(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "_WAIT_SECONDS", 0.01)
    path = tmp_path / "r.db"
    whole.keep(path, [CONTACT])
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for use in (whole.history, lambda p: whole.keep(p, [CONTACT])):
            with pytest.raises(LockedError) as told:
                use(path)
            assert told.value.said.key == "register.busy"
    assert whole.history(path).contacts == (CONTACT,)


def cut_short(path):
    """The register and its journal as a run leaves them that is killed while it writes."""
    left = path.with_name("left.db")
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as killed:
        killed.execute("PRAGMA cache_size = 2")
        killed.execute("BEGIN IMMEDIATE")
        for n in range(300):
            killed.execute("INSERT INTO own_names (name) VALUES (?)", (f"{n}" * 99,))
        for end in ("", "-journal"):
            shutil.copy(f"{path}{end}", f"{left}{end}")
    return left


def test_on_a_read_only_disk_a_run_that_was_cut_short_is_not_called_damage(tmp_path, monkeypatch):
    whole.keep(tmp_path / "r.db", [CONTACT])
    left = cut_short(tmp_path / "r.db")
    may_write = opening._connect
    monkeypatch.setattr(
        opening, "_connect", lambda p: sqlite3.connect(f"{p.as_uri()}?mode=ro", uri=True)
    )
    with pytest.raises(OutputError) as told:
        whole.history(left)
    assert told.value.said.key == "register.cut_short"
    monkeypatch.setattr(opening, "_connect", may_write)
    assert whole.history(left).contacts == (CONTACT,)  # taken back where it may be written


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR_READ])
def test_a_file_out_of_reach_is_not_called_damaged(tmp_path, monkeypatch, code):
    whole.keep(tmp_path / "r.db", [CONTACT])
    error = sqlite3.OperationalError("unable to open database file")
    error.sqlite_errorcode = code

    def refuse(_path):
        raise error

    monkeypatch.setattr(opening, "_connect", refuse)
    with pytest.raises(UsageError) as told:
        whole.history(tmp_path / "r.db")
    assert told.value.said.key == "register.no_access"


def test_a_folder_is_no_register(tmp_path):
    for use in (whole.history, lambda p: whole.keep(p, [CONTACT])):
        with pytest.raises(UsageError):
            use(tmp_path)


@pytest.mark.parametrize(
    "typed", ["催字2026-1", "催字[2026]1号", "催字 2026 001", "催字〔2026〕001号"]
)
def test_a_number_is_found_however_it_is_typed(typed):
    assert letters.plain_number(typed) == letters.plain_number("催字〔2026〕001号")


def test_what_is_no_register_is_left_alone(tmp_path):
    path = tmp_path / "r.db"
    path.write_bytes(b"mine, not yours" * 100)
    for use in (whole.history, lambda p: whole.keep(p, [CONTACT])):
        with pytest.raises(UsageError):
            use(path)
    assert path.read_bytes() == b"mine, not yours" * 100
    other = tmp_path / "o.db"
    with sqlite3.connect(other) as file:
        file.execute("CREATE TABLE mine (x)")
    with pytest.raises(UsageError):
        whole.keep(other, [CONTACT])


def test_a_read_only_folder_is_an_output_error(tmp_path):
    path = tmp_path / "no" / "r.db"
    (tmp_path / "no").write_text("a file")
    with pytest.raises(OutputError):
        whole.keep(path, [CONTACT])


def test_a_register_of_the_first_version_is_brought_up(tmp_path):
    """Its journal is read, and a reason is added to it."""
    path = tmp_path / "r.db"
    with opening.writing(path, MIGRATIONS[:1]) as file:
        file.execute(
            "INSERT INTO runs VALUES (1, 'r0', '2026-10-31T09:00:00', 'letters', '1',"
            " '2026-10-31', 'a', 'b', 3, 1)"
        )
    assert [run.allowed for run in whole.journal(path)] == [()]
    whole.keep(path, [dataclasses.replace(RUN, allowed=(("W-10", "why"),))])
    assert [run.allowed for run in whole.journal(path)] == [(), (("W-10", "why"),)]


def test_lines_kept_by_the_first_version_are_read(tmp_path):
    """As rows then, as one pack now."""
    path = tmp_path / "r.db"
    with opening.writing(path, MIGRATIONS[:2]) as file:
        insert(file, "snapshots", as_row(SNAPSHOT.head))
        insert(file, "snapshot_lines", {"snapshot": "s1", **as_row(LINE)})
    (head,) = whole.history(path).snapshots
    assert whole.snapshot(path, head).lines == (LINE,)
    whole.keep(path, [CONTACT])
    assert whole.snapshot(path, head).lines == (LINE,)


def test_a_pack_is_much_smaller_than_its_lines(tmp_path):
    path, few = tmp_path / "r.db", tmp_path / "few.db"
    lines = tuple(dataclasses.replace(LINE, document_no=f"D{n}") for n in range(5000))
    whole.keep(few, [SNAPSHOT])
    whole.keep(path, [dataclasses.replace(SNAPSHOT, lines=lines)])
    assert whole.snapshot(path, SNAPSHOT.head).lines == lines
    assert path.stat().st_size - few.stat().st_size < 20 * len(lines)


NEXT = ("CREATE TABLE more (seq INTEGER PRIMARY KEY, said TEXT NOT NULL) STRICT;",)


def test_an_older_register_is_copied_then_brought_up_to_date(tmp_path):
    path = tmp_path / "r.db"
    whole.keep(path, [CONTACT])
    before = whole.history(path)
    newer = (*MIGRATIONS, *NEXT)
    with opening.writing(path, newer) as file:
        file.execute("INSERT INTO more (said) VALUES ('x')")
    with opening.reading(path, newer) as file:
        assert file is not None
        assert file.execute("PRAGMA user_version").fetchone() == (len(newer),)
    assert whole.history(path.with_name(f"r.db.v{len(newer) - 1}.bak")) == before
    with pytest.raises(UsageError):  # this version does not know the newer file
        whole.history(path)


def test_reading_an_older_register_changes_nothing(tmp_path):
    path = tmp_path / "r.db"
    whole.keep(path, [CONTACT])
    before = path.read_bytes()
    with opening.reading(path, (*MIGRATIONS, *NEXT)) as file:
        assert file is not None
        assert file.execute("SELECT count(*) FROM more").fetchone() == (0,)
        assert file.execute("SELECT count(*) FROM contacts").fetchone() == (1,)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["r.db"]


def test_a_migration_that_fails_leaves_the_old_register(tmp_path):
    path = tmp_path / "r.db"
    whole.keep(path, [CONTACT])
    broken = (*MIGRATIONS, NEXT[0] + "CREATE TABLE contacts (x) STRICT;")
    with pytest.raises(OutputError), opening.writing(path, broken):
        pass
    assert whole.history(path).contacts == (CONTACT,)


@settings(max_examples=30, deadline=None)
@given(names=st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=4))
def test_any_name_comes_back(names, tmp_path_factory):
    """Hostile names are data: `NA`, quotes, zero bytes."""
    path = tmp_path_factory.mktemp("any") / "r.db"
    kept = [dataclasses.replace(CONTACT, id=f"c{n}", customer=name) for n, name in enumerate(names)]
    whole.keep(path, kept)
    assert whole.history(path).contacts == tuple(kept)
