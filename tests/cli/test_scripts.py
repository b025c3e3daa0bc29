"""Talking points as files that anybody can change."""

from __future__ import annotations

import pytest

AS_OF = ("--as-of", "2026-10-31", "--lang", "zh")


@pytest.fixture
def mine(run, tmp_path):
    """Our set in a folder."""
    assert run("worklist", "--init-scripts", "我的").code == 0
    return tmp_path / "我的"


def test_a_set_in_both_languages_and_own_changes_stay(run, mine):
    both = [sorted(p.name for p in (mine / lang).iterdir()) for lang in ("zh", "en")]
    assert both[0] == both[1]
    assert {"cash-tight.txt", "unknown.txt", "failed.txt"} <= set(both[0])
    assert "同名文件替换" in (mine / "README.md").read_text("utf-8")
    (mine / "zh" / "unknown.txt").write_text("改过", "utf-8")
    assert run("worklist", "--init-scripts", "我的").code == 0
    assert (mine / "zh" / "unknown.txt").read_text("utf-8") == "改过"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_copied_set_says_what_ours_says(run, ledger, mine, lang):
    asked = ("worklist", ledger, "--as-of", "2026-10-31", "--lang", lang, "-f", "json")
    assert run(*asked, "--scripts", mine).out == run(*asked).out


def test_a_file_replaces_ours_by_its_name(run, ledger, mine):
    (mine / "zh" / "unknown.txt").write_text("\ufeff问 {customer}：\n{amount} 哪天付？\n", "utf-8")
    said = run("worklist", ledger, *AS_OF, "--scripts", mine).out
    assert "问 甲公司：CNY 100.00 哪天付？" in said


def test_the_folder_stands_in_the_policy_and_the_policy_s_words_win(run, ledger, mine):
    (mine / "zh" / "unknown.txt").write_text("来自文件", "utf-8")
    policy = ledger.parent / "arcollect.toml"
    policy.write_text('[worklist]\nscripts_folder = "我的"\n', "utf-8")
    assert "来自文件" in run("worklist", ledger, *AS_OF).out
    policy.write_text(
        '[worklist]\nscripts_folder = "我的"\n[worklist.scripts]\nunknown = "来自策略"\n', "utf-8"
    )
    assert "来自策略" in run("worklist", ledger, *AS_OF).out


@pytest.mark.parametrize(
    ("name", "said", "why"), [("天气", "x", "天气"), ("other", "{name}", "zh/other.txt")]
)
def test_a_file_that_cannot_be_used_is_named(run, ledger, mine, name, said, why):
    (mine / "zh" / f"{name}.txt").write_text(said, "utf-8")
    done = run("worklist", ledger, *AS_OF, "--scripts", mine)
    assert (done.code, why in done.err) == (2, True), done.err


def test_a_folder_that_is_not_there_is_refused(run, ledger):
    done = run("worklist", ledger, *AS_OF, "--scripts", "nowhere")
    assert (done.code, "--init-scripts" in done.err) == (2, True)
