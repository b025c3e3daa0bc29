"""Our own data in a letter: in English where the policy has it in English."""

from __future__ import annotations

import pytest

from arcollect.policy.model import Company
from arcollect.text import Lang
from arcollect.views.chase.facts import _own

OURS = Company(
    name="甲公司", signer="沈知远", signer_en="Shen Zhiyuan", bank="示例银行", bank_en="Sample Bank",
    account_name="甲公司", contact="周敏",
)  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "signer", "bank", "contact"),
    [
        (Lang.ZH, "沈知远", "示例银行", "周敏"),
        (Lang.EN, "Shen Zhiyuan", "Sample Bank", "周敏"),
    ],
)
def test_english_letters_use_english_facts(lang, signer, bank, contact):
    own = _own(OURS, lang)
    assert (own["signer"], own["bank"], own["contact"]) == (signer, bank, contact)
    assert own["account_name"] == "甲公司"  # as the bank has it, unless the policy says more
