"""The one writer: whole files or nothing, never onto an input."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from arcollect.errors import LockedError, OutputError, UsageError, message
from arcollect.files import locked, write_atomic
from arcollect.folders import MANIFEST, Care, write_folder
from arcollect.folders.staging import PLACE, finish


def test_an_existing_file_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_atomic(target, b"new")
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"new", 0o640)


def test_a_link_is_followed_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_bytes(b"old")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    write_atomic(tmp_path / "link.csv", b"new")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"new"


@pytest.mark.parametrize("name", ["in.xlsx", "./in.xlsx", "link.xlsx"])
def test_an_input_is_never_written(tmp_path: Path, name: str) -> None:
    source = tmp_path / "in.xlsx"
    source.write_bytes(b"ledger")
    (tmp_path / "link.xlsx").symlink_to(source)
    with pytest.raises(UsageError):
        write_atomic(tmp_path / name, b"report", inputs=[source])
    assert source.read_bytes() == b"ledger"


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_fault_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(OutputError) as caught:
        write_atomic(target, b"new")
    assert caught.value.exit_code == 4
    assert [p.name for p in tmp_path.iterdir()] == ["a.xlsx"]
    assert target.read_bytes() == b"old"


def test_a_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        write_atomic(tmp_path / "nowhere" / "a.csv", b"x")
    assert caught.value.said.key == "files.cannot_write"


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    files = {"report.xlsx": b"1", "letters/a.docx": b"2"}
    assert set(write_folder(tmp_path / "out", files).values()) == {"created"}
    assert set(write_folder(tmp_path / "out", files).values()) == {"identical"}


def test_our_own_files_are_replaced_and_others_kept(tmp_path: Path) -> None:
    write_folder(tmp_path, {"report.xlsx": b"1", "letters/a.docx": b"2"})
    (tmp_path / "notes.txt").write_text("mine")
    fates = write_folder(tmp_path, {"report.xlsx": b"3"})
    assert fates == {"report.xlsx": "replaced"}
    assert (tmp_path / "letters/a.docx").read_bytes() == b"2"
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_foreign_file_stops_the_run_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "report.xlsx").write_bytes(b"somebody's")
    with pytest.raises(OutputError) as caught:
        write_folder(tmp_path, {"a.txt": b"1", "report.xlsx": b"2"})
    assert caught.value.said.key == "files.foreign"
    assert not (tmp_path / "a.txt").exists()
    assert not (tmp_path / MANIFEST).exists()


class KilledError(BaseException):
    """The process ends here."""


def killed_after(monkeypatch: pytest.MonkeyPatch, moves: int) -> None:
    """Let so many files move into place, then end as SIGKILL would."""
    real, done = Path.replace, []

    def replace(source: Path, target: Path) -> Path:
        if PLACE in source.parts and source.parent.name == PLACE and PLACE not in target.parts:
            done.append(target)
            if len(done) > moves:
                raise KilledError
        return real(source, target)

    monkeypatch.setattr(Path, "replace", replace)


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


OLD, NEW = {"a": b"1", "b": b"1", "c": b"1"}, {"a": b"2", "b": b"2", "c": b"2"}


@pytest.mark.parametrize("moves", range(4))
def test_a_run_that_is_killed_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    folder, whole = tmp_path / "out", tmp_path / "whole"
    write_folder(folder, OLD)
    write_folder(whole, NEW)
    with monkeypatch.context() as patch:
        killed_after(patch, moves)
        with pytest.raises(KilledError):
            write_folder(folder, NEW)
    finish(folder)
    assert contents(folder) == contents(whole)
    assert not (folder / PLACE).exists()


@pytest.mark.parametrize("nth", range(1, 6))
def test_a_full_disk_leaves_the_old_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    folder, real, calls = tmp_path / "out", write_atomic, iter(range(1, 99))
    write_folder(folder, OLD)
    before = contents(folder)

    def full(target: Path, data: bytes) -> None:
        if next(calls) == nth:
            raise OutputError(message("files.reason_full"))
        real(target, data)

    monkeypatch.setattr("arcollect.folders.staging.write_atomic", full)
    with pytest.raises(OutputError):
        write_folder(folder, NEW)
    assert contents(folder) == before
    assert not (folder / PLACE).exists()


def test_a_new_folder_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    def refuses() -> None:
        raise KilledError

    with pytest.raises(KilledError):
        write_folder(tmp_path / "out", OLD, care=Care(before=refuses))
    assert list(tmp_path.iterdir()) == []
    write_folder(tmp_path / "out", OLD)
    assert {name: data for name, data in contents(tmp_path / "out").items() if name in OLD} == OLD


def test_a_change_made_after_a_kill_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(tmp_path, OLD)
    with monkeypatch.context() as patch:
        killed_after(patch, 1)
        with pytest.raises(KilledError):
            write_folder(tmp_path, NEW)
    (tmp_path / "c").write_bytes(b"mine")
    finish(tmp_path)
    assert {n: d for n, d in contents(tmp_path).items() if n in OLD} == {**NEW, "c": b"mine"}


def test_a_file_that_a_person_edited_is_left_alone(tmp_path: Path) -> None:
    write_folder(tmp_path, {"a.docx": b"draft"})
    (tmp_path / "a.docx").write_bytes(b"draft, with remarks")
    with pytest.raises(OutputError) as caught:
        write_folder(tmp_path, {"a.docx": b"new draft"})
    assert caught.value.said.key == "files.edited"
    assert (tmp_path / "a.docx").read_bytes() == b"draft, with remarks"


def test_a_list_that_was_filled_in_stays_and_the_new_one_is_beside_it(tmp_path: Path) -> None:
    """U-25: a mailing list is made to be written in; the next week's has its own name."""
    care = Care("old", to_fill=["post.xlsx"])
    write_folder(tmp_path, {"post.xlsx": b"1", "a.docx": b"1"}, care=care)
    (tmp_path / "post.xlsx").write_bytes(b"1, sent on Monday")
    same = write_folder(tmp_path, {"post.xlsx": b"1", "a.docx": b"1"}, care=care)
    new = write_folder(tmp_path, {"post.xlsx": b"2", "a.docx": b"1"}, care=care)
    assert same == {"a.docx": "identical", "post.xlsx": "filled-in"}
    assert new == {"a.docx": "identical", "post (2).xlsx": "created", "post.xlsx": "filled-in"}
    (tmp_path / "post (2).xlsx").write_bytes(b"2, sent on Friday")
    assert "post (3).xlsx" in write_folder(tmp_path, {"post.xlsx": b"3"}, care=care)
    kept = {p.name: p.read_bytes() for p in tmp_path.glob("post*")}
    assert kept == {
        "post.xlsx": b"1, sent on Monday",
        "post (2).xlsx": b"2, sent on Friday",
        "post (3).xlsx": b"3",
    }


def test_a_list_that_is_not_ours_is_nobody_s_to_replace(tmp_path: Path) -> None:
    (tmp_path / "post.xlsx").write_bytes(b"somebody's")
    with pytest.raises(OutputError):
        write_folder(tmp_path, {"post.xlsx": b"1"}, care=Care("old", to_fill=["post.xlsx"]))


def test_a_run_sets_aside_only_what_it_speaks_for(tmp_path: Path) -> None:
    write_folder(tmp_path, {"A_1.docx": b"1", "B_1.docx": b"1"})
    care = Care("old", speaks_for=lambda name: name.startswith("B"))
    fates = write_folder(tmp_path, {"B_2.docx": b"2"}, care=care)
    assert fates == {"B_2.docx": "created", "B_1.docx": "set-aside"}


def test_earlier_drafts_are_set_aside_not_left_beside_the_new(tmp_path: Path) -> None:
    write_folder(
        tmp_path, {"letters/L1_001.docx": b"1", "letters/L2_002.docx": b"2", "r.xlsx": b"r"}
    )
    (tmp_path / "letters/mine.docx").write_bytes(b"mine")
    fates = write_folder(tmp_path, {"letters/L3_001.docx": b"3"}, care=Care("old"))
    assert fates["letters/L1_001.docx"] == "set-aside"
    assert {p.name for p in (tmp_path / "letters").glob("*.docx")} == {"L3_001.docx", "mine.docx"}
    assert {p.name for p in (tmp_path / "letters/old").iterdir()} == {"L1_001.docx", "L2_002.docx"}
    assert (tmp_path / "r.xlsx").read_bytes() == b"r"


def test_no_format_of_a_changed_letter_keeps_its_older_figures(tmp_path: Path) -> None:
    write_folder(tmp_path, {f"L1_001{kind}": b"1" for kind in (".docx", ".pdf")})
    one = write_folder(tmp_path, {"L1_001.docx": b"1", "L1_001.txt": b"1"}, care=Care("old"))
    two = write_folder(tmp_path, {"L1_001.docx": b"2"}, care=Care("old"))
    assert "set-aside" not in one.values()
    assert two["L1_001.pdf"] == two["L1_001.txt"] == "set-aside"
    assert (tmp_path / "old/L1_001.pdf").read_bytes() == b"1"


def test_an_edited_draft_is_not_moved(tmp_path: Path) -> None:
    write_folder(tmp_path, {"L1.docx": b"1"})
    (tmp_path / "L1.docx").write_bytes(b"edited")
    write_folder(tmp_path, {"L2.docx": b"2"}, care=Care("old"))
    assert (tmp_path / "L1.docx").read_bytes() == b"edited"


def test_two_runs_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    with locked(tmp_path / "out"), pytest.raises(LockedError) as caught, locked(tmp_path / "out"):
        pass
    assert caught.value.exit_code == 5
    assert not (tmp_path / "out").exists()
