"""An English letter of a firm abroad: it signs, and cites no Chinese law."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.views.chase.cases import COMPANY, dunning
from tests.views.chase.dump import dump
from tests.views.chase.papers.cases import papers

from arcollect.policy import Policy
from arcollect.text import Lang
from arcollect.views.block import Sign
from arcollect.views.chase.letter import compose
from arcollect.views.chase.papers.paper import compose_papers

UK = {"name": "Harlow Drives Limited", "signer": "Jane Roe", "signer_title": "Credit Manager"}
ABROAD = Policy.model_validate({"company": [UK]})
AT_HOME = Policy.model_validate({"company": [COMPANY]})


def letter(level, rules, lang=Lang.EN, **more):
    found = dunning(level)
    due = replace(found, notices=tuple(replace(n, **more) for n in found.notices))
    return compose(due, rules, lang)[0]


@pytest.mark.parametrize("level", ["L1", "L2", "L3"])
def test_it_has_a_line_to_sign_and_no_seal(level):
    made = letter(level, ABROAD)
    (sign,) = (b for b in made.blocks if isinstance(b, Sign))
    assert sign.seal == "________________"
    assert sign.lines[:2] == ("Harlow Drives Limited", "Jane Roe, Credit Manager")
    said = dump(made)
    assert "seal)" not in said
    assert "in 2 copies" not in said
    assert not made.has_seam


def test_a_chinese_company_seals_its_english_letters_too():
    made = letter("L2", AT_HOME)
    assert "(company seal)" in dump(made)
    assert "in 2 copies" in dump(made)
    assert made.has_seam


def test_a_seal_that_the_policy_names_is_named():
    own = Policy.model_validate({"company": [{**UK, "seal": "common seal"}]})
    assert "(common seal)" in dump(letter("L2", own))


def test_the_civil_code_is_cited_by_a_chinese_company_only():
    assert "Civil Code" in dump(letter("L2", AT_HOME, variant="wilful"))
    abroad = dump(letter("L2", ABROAD, variant="wilful"))
    assert "Civil Code" not in abroad
    assert "liable for the breach under the contract and the law" in abroad


def test_an_assignment_abroad_is_a_notice_of_the_assignment():
    (made,) = compose_papers(papers("assignment"), ABROAD, Lang.EN)
    assert "This is our notice of the assignment." in dump(made)


def test_an_agreement_abroad_is_signed():
    (made,) = compose_papers(papers("repayment"), ABROAD, Lang.EN)
    assert "grid: (seal)" not in dump(made)
    assert "grid: Authorised signature:" in dump(made)


@pytest.mark.parametrize(
    ("addressee", "closing"), [("Ms Li Min", "Yours sincerely,"), ("", "Yours faithfully,")]
)
def test_the_closing_goes_with_the_salutation(addressee, closing):
    assert f"body: {closing}" in dump(letter("L2", ABROAD, addressee=addressee, addressee_title=""))
