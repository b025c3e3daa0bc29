"""People named in the rows of documents."""

from __future__ import annotations

from tests.ledger.fake import Desk, sheet, table

ITEMS = """客户名称|单据编号|到期日|未收金额|联系人|联系电话|通讯地址
    甲|A1|2026-02-01|100|陈经理|13800001111|某路1号
    甲|A2|2026-02-02|50|陈经理|13800001111|某路1号
    甲|A3|2026-02-02|50|林会计||
    乙|B1|2026-02-02|50||13900002222|
    丙|C1|2026-02-02|50|||某路9号"""
CONTACTS = """客户名称|联系人|职务|电话
    甲|周总|总经理|13700003333"""


def test_a_hand_made_ledger_names_people_beside_its_documents(desk: Desk) -> None:
    """Each person once, where first named; an address alone reaches nobody."""
    people = desk.read(sheet(table(ITEMS), "台账")).contacts
    named = people[["customer", "contact", "phone", "address"]].astype(str).to_numpy().tolist()
    assert named == [
        ["甲", "陈经理", "13800001111", "某路1号"],
        ["甲", "林会计", "", ""],
        ["乙", "", "13900002222", ""],
    ]
    assert people["row"].tolist() == [2, 4, 5]


def test_a_contacts_sheet_speaks_before_the_rows(desk: Desk) -> None:
    ledger = desk.read(sheet(table(ITEMS), "台账"), sheet(table(CONTACTS), "联系人"))
    named = ledger.contacts[["customer", "contact"]].astype(str).to_numpy().tolist()
    assert named == [["甲", "周总"], ["乙", ""]]
    assert ledger.contacts["title"].astype(str).tolist() == ["总经理", ""]
