"""Traditional characters, read as simplified ones (應收帳款 is 应收账款)."""

from __future__ import annotations

TRADITIONAL = (
    "帳賬帐戶稱單據號碼發開應餘額幣別種備註業務員門區電話郵聯絡繫係條類貨買賣購銷貸約違總計數"
    "價稅實際驗書爭議關壞質訂採責職語級領點間時項報對憑證記錄轉專審匯歸屬團隊經辦處縣國產規網"
    "狀態結當還過齡週個後確認簽簡給詢贈傭訴訟費簿摯滯納欄釋離讓導賒雙紅藍沖銀彙機構師傳寫層強"
    "應該籍編繳調體餘預廢歐鎊韓臺萬億兌無沒頁張筆負進運達遲險執資託庫檔檢歷為爲現異監節組終統"
    "維續舊製複見訊設評詳財賠車軟較載農連適錯順須請與從協陳樣內並併貼擔債權畢圖廠東華"
)
SIMPLIFIED = (
    "账账账户称单据号码发开应余额币别种备注业务员门区电话邮联络系系条类货买卖购销贷约违总计数"
    "价税实际验书争议关坏质订采责职语级领点间时项报对凭证记录转专审汇归属团队经办处县国产规网"
    "状态结当还过龄周个后确认签简给询赠佣诉讼费簿挚滞纳栏释离让导赊双红蓝冲银汇机构师传写层强"
    "应该籍编缴调体余预废欧镑韩台万亿兑无没页张笔负进运达迟险执资托库档检历为为现异监节组终统"
    "维续旧制复见讯设评详财赔车软较载农连适错顺须请与从协陈样内并并贴担债权毕图厂东华"
)
_TO_SIMPLIFIED = str.maketrans(TRADITIONAL, SIMPLIFIED)


def simplified(text: str) -> str:
    """The text with the traditional characters of accounts, and 帐, as simplified ones.

    One character for one, so that places stay. For comparing words only: a name is
    kept as it is written.
    """
    return text if text.isascii() else text.translate(_TO_SIMPLIFIED)
