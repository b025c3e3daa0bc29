"""What a letter says when it holds something out (R000-16, R000-17)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
from fractions import Fraction
from pathlib import Path

import pytest
from tests.views.chase.cases import dunning, policy
from tests.views.chase.dump import dump

from arcollect.analysis.chase.notice import Offer
from arcollect.errors import message
from arcollect.text import Lang
from arcollect.views.chase.letter import compose
from arcollect.views.chase.letters_index import index_tables
from arcollect.views.chase.lint import lint
from arcollect.views.chase.parse import tokens_of
from arcollect.views.chase.template import fill
from arcollect.views.chase.templates.sample import samples

GOLDEN = Path(__file__).parent / "golden"
MONDAY = dt.date(2026, 11, 2)
DISCOUNT = Offer("discount", MONDAY, "王总", share=Fraction(5, 100))
WARRANTY = Offer("warranty", MONDAY, "王总", months=3)


def offering(level, offer):
    """The letters of a level, with an offer in each."""
    asked = dunning(level)
    said = message("chase_why.offer_discount", share="5%")
    notices = (
        dataclasses.replace(n, offer=offer, offer_why=said if offer else None)
        for n in asked.notices
    )
    return dataclasses.replace(asked, notices=tuple(notices))


def letter(level, offer, lang, templates=None):
    (made,) = compose(offering(level, offer), policy(), lang, templates)
    return made


@pytest.mark.parametrize("lang", list(Lang))
def test_golden(lang):
    said = dump(letter("L1", DISCOUNT, lang))
    kept = GOLDEN / f"{lang}-L1-offer.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        kept.write_text(said, encoding="utf-8", newline="\n")
    assert said == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("level", ["L1-short", "L1", "L2"])
@pytest.mark.parametrize("offer", [DISCOUNT, WARRANTY], ids=["discount", "warranty"])
@pytest.mark.parametrize("lang", list(Lang))
def test_an_offer_adds_one_paragraph_and_takes_nothing_off(level, offer, lang):
    """95 折 of the next order: nothing that is asked for changes, nobody is named."""
    plain, with_offer = dump(letter(level, None, lang)), dump(letter(level, offer, lang))
    (added,) = set(with_offer.splitlines()) - set(plain.splitlines())
    assert set(plain.splitlines()) <= set(with_offer.splitlines())
    assert ("5%" in added) == (offer is DISCOUNT)
    zh, en = ("2026年11月2日", "不因此减少", "批准"), ("2 November 2026", "not reduce", "approved")
    assert all(said in added for said in (zh if lang is Lang.ZH else en))
    assert "王总" not in added


@pytest.mark.parametrize("name", ["L1-short", "L1", "L2"])
@pytest.mark.parametrize("lang", list(Lang))
def test_our_own_wording_passes_the_check(name, lang):
    for known in samples(name, lang):
        assert lint(tokens_of(fill(name, lang, known, None)), known) == ()


def test_a_template_that_does_not_say_the_offer_makes_none(tmp_path):
    """What no letter holds out is in no register: the index says why."""
    own = "```letterhead\n```\n\n货款{{ total }}，请于{{ deadline }}前支付。\n\n```sign\n```\n"
    (tmp_path / "L1.md.j2").write_text(own, encoding="utf-8")
    made = letter("L1", DISCOUNT, Lang.ZH, tmp_path)
    assert made.offer is None
    table, _ = index_tables(offering("L1", DISCOUNT), (made,), Lang.ZH)
    (why,) = next(c.values for c in table.columns if c.key == "why")
    assert str(why).endswith("自备模板没有写 {{ offer }}，函中没有提出优惠")


def test_a_template_that_says_it_makes_it(tmp_path):
    own = "货款{{ total }}。经批准，{{ offer_day }}前到账的，{{ offer }}。\n\n```sign\n```\n"
    (tmp_path / "L1.md.j2").write_text(own, encoding="utf-8")
    assert letter("L1", DISCOUNT, Lang.ZH, tmp_path).offer == DISCOUNT
