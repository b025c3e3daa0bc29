"""Every message has a reproducer that is really answered with it, in both languages."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from tests.errors.catalogue import Case, answers
from tests.errors.page import CASES

from arcollect.text import Lang, words

SOURCE = Path(__file__).parents[2] / "src" / "arcollect"
NOT_REPRODUCED = {
    "file.denied": "needs a user who may not read everything (tests/ledger/file/test_opening.py)",
    "file.denied_remedy": "as above",
    "file.folder": "the command line reads what is in it (tests/ledger/file/test_opening.py)",
    "file.folder_remedy": "as above",
    "file.password_remedy": "depends on what is installed (tests/ledger/file)",
    "file.password_extra": "as above",
    "file.wrong_password": "needs the extra `encrypted` (tests/ledger/file)",
    "file.wrong_password_remedy": "as above",
    "file.lock_unknown": "as above",
    "ledger.sheet_not_payables": "a sheet of the file after --ap (tests/ledger/forms)",
    "file.bytes": "takes 1.5 GB; tested with a smaller limit in tests/ledger/file",
    "file.too_large": "takes 1.5 GB of memory (tests/ledger/file/test_apart.py)",
    "file.too_slow": "takes its time (tests/ledger/file/test_apart.py)",
    "file.too_heavy_remedy": "as above",
    "file.changing": "needs a file that changes (tests/ledger/file/test_taking.py)",
    "file.changing_remedy": "as above",
    "file.endless": "needs 500 MB (tests/ledger/file/test_taking.py)",
    "file.endless_remedy": "as above",
    "ledger.sheet_is_retold": "needs a report of ours (tests/test_round_trip.py)",
    "headers.known_fields_near": "a hint (tests/ledger/headers/test_nearest.py)",
    "ledger.by_flag": "a word inside ledger.cutoff_conflict",
    "cli.ics_extra": "depends on what is installed (tests/cli/test_worklist.py)",
    "cli.password_file": "needs the extra `encrypted` (tests/cli)",
    "cli.stdout": "needs a full disk behind stdout (tests/cli/test_output.py)",
    "files.locked": "needs a second program (tests/test_files.py)",
    "files.open_elsewhere": "needs Windows (tests/test_files.py)",
    "policy.variable": "needs the environment (tests/policy/test_load.py)",
    "explain.several": "needs a larger ledger (tests/views/test_explain.py)",
    "standing_why.later_state": "needs a roll-back (tests/analysis/test_position.py)",
}
ELSEWHERE = {
    "letters": "not about reading (tests/views/chase)",
    "chase_why": "not about reading (tests/analysis/chase)",
    "register": "needs a register (tests/register, tests/cli/test_register.py)",
    "mail": "needs drafts and a server (tests/cli/test_mail.py)",
    "profiles": "needs stored profiles (tests of the profiles)",
}
_RAISED = re.compile(r'(?:Usage|Output|Locked|Ledger)Error\(\s*message\(\s*"([a-z_.]+)"')


@cache
def said(case: Case, lang: Lang, folder: Path) -> frozenset[str]:
    return frozenset(key for one in answers(case, lang, folder) for key in one.keys)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("errors")


def folder_of(case: Case, lang: Lang, folders: Path) -> Path:
    folder = folders / f"{CASES.index(case)}-{lang}"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.key)
def test_the_reproducer_is_answered_with_its_message(case: Case, lang: Lang, folders: Path) -> None:
    assert case.key in said(case, lang, folder_of(case, lang, folders))


def test_each_message_has_one_reproducer() -> None:
    keys = [case.key for case in CASES]
    assert sorted(keys) == sorted(set(keys))
    assert not set(keys) & NOT_REPRODUCED.keys()


@pytest.mark.parametrize("chapter", ["file", "ledger", "headers", "money", "dates"])
def test_every_message_about_reading_is_reproduced(chapter: str, folders: Path) -> None:
    every = {key for key in words(chapter, Lang.EN) if not key.startswith("headers.field.")}
    heard = {
        key for case in CASES for key in said(case, Lang.EN, folder_of(case, Lang.EN, folders))
    }
    assert every - heard - NOT_REPRODUCED.keys() == set()


def test_every_refusal_is_reproduced_or_listed_with_a_reason() -> None:
    raised = {
        key for path in SOURCE.rglob("*.py") for key in _RAISED.findall(path.read_text("utf-8"))
    }
    known = {case.key for case in CASES} | NOT_REPRODUCED.keys()
    here = {key for key in raised if key.partition(".")[0] not in ELSEWHERE}
    assert {key for key in here if not key.endswith((".fix", "_remedy"))} - known == set()


def test_every_case_says_what_to_do_in_both_languages() -> None:
    for case in CASES:
        assert case.zh.endswith("。")
        assert case.en.endswith(".")
