"""The phrases of each rule, Chinese and English, as they are really written."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ALONE = r"(?<![A-Za-z0-9])"  # a Chinese character beside it does not make it a word
_KIN = "父母|家人|家属|亲属|亲戚|亲友|配偶|妻子|丈夫|老婆|老公|子女|孩子|朋友|邻居|同事"
_TRADE = "下游客户|其他客户|供应商|合作伙伴|上下游|同行|媒体|行业协会|社会公众|第三方|第三人"
_KIN_EN = (
    "family|wife|husband|spouse|parents|relatives|children|friends|neighbou?rs|colleagues"
    "|customers|clients|suppliers|other suppliers|(?:business )?partners"
)
_COURT = "法院|法庭|公安(?:机关|局)?|派出所|警方|警察|检察院|经侦"
_FEE = "违约金|利息|权利|责任|赔偿"


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a rule looks for; `spared` is a setting in which the words are harmless."""

    rule: str
    words: re.Pattern[str]
    spared: re.Pattern[str] | None = None


def _phrase(rule: str, words: str, spared: str = "") -> Phrase:
    """Case does not matter, but for empty slots, where it tells None from none."""
    case = re.NOFLAG if rule == "W-07" else re.IGNORECASE
    setting = re.compile(spared, re.IGNORECASE) if spared else None
    return Phrase(rule, re.compile(words, case), setting)


PHRASES = (
    _phrase(
        "W-01",
        "让(?:你|您|贵司|他)们?好看|后果自负|上门堵|堵(?:你|您|贵司|公司|厂)?们?的?(?:门|大门)"
        "|曝光(?!机|灯|台|量|时间|度|表|设备|仪|单元)|(?:(?:公示|公布|发布|列入|纳入|拉入|拉进|加入|进入|放进)[^，。；]{0,8}?)?黑名单|老赖|骗子|无赖|不要脸|无耻|弄死|打断"
        "|收拾你|走着瞧|别怪我(?:们|司)?不客气|吃不了兜着走|混不下去|身败名裂|人肉|不得安宁"
        "|讨债公司|(?:泼|砸)(?:漆|门|店|厂)"
        r"|\bor else\b|you(?:'ll| will) (?:regret|be sorry)|name and shame|expose you\b|deadbeat"
        r"|\bcrooks?\b|swindler|\bscum\b|\bliars?\b|shameless|we know where you|ruin you"
        r"|\bblack[- ]?list(?:s|ed|ing)?\b|publicly shame"
        r"|you have been warned|bad things|(?:suffer|face|bear) (?:the|all) consequences"
        r"|come (?:round )?to your (?:home|house|door)",
    ),
    _phrase(
        "W-02",
        f"(?:告诉|告知|通知|联系|转告|抄送|找到?|通报)(?:给)?(?:你|您|贵司|贵公司|他)?们?的?(?:{_KIN}|{_TRADE})"
        f"|向(?:你|您|贵司|贵公司)?们?的?(?:{_KIN}|{_TRADE}).{{0,6}}(?:披露|透露|告知|通报|公布|反映)"
        rf"|(?:tell|inform|contact|notify|call|write to|approach|alert) (?:all )?(?:of )?"
        rf"(?:your|his|her|their) (?:{_KIN_EN})\b"
        r"|(?:tell|inform|alert|go to|contact) the (?:press|media|newspapers)",
    ),
    _phrase(
        "W-03",
        "听说.{0,30}(?:合作|项目)|他们.{0,10}问(?:起|到|过).{0,8}(?:付款|欠款|货款|还款)"
        r"|we (?:hear|heard|understand) (?:that )?you (?:work|are working|do business) with",
    ),
    _phrase(
        "W-05",
        f"(?:受|代表|奉|接)(?:{_COURT})|本(?:院|庭)(?:已|将|受理)|(?:{_COURT})(?:已|将|会|正在|责令|判决|查封|传唤|立案|通知|要求)"
        "|(?:上报|报送|报告|录入|列入|纳入|进入|影响|拉入|计入).{0,8}(?:征信|央行|人民银行)"
        "|征信(?:黑名单|系统|污点)|(?:列入|纳入|拉入|进入).{0,4}(?:失信被执行人|失信名单|黑名单)"
        "|报警抓|传票|逮捕|拘留|坐牢|刑事(?:责任|拘留|立案)|涉嫌(?:合同)?诈骗"
        r"|on behalf of the court|by order of the court|the court (?:has|will)|the police\b"
        r"|\bjail(?:ed)?\b|\bimprison|\b(?:to|in) prison\b|\bbailiffs? (?:will|are)\b"
        r"|(?:damage|ruin|hurt|harm|affect) your credit (?:score|rating|record|file|history)"
        r"|\barrest(?:ed)?\b|criminal (?:charges|proceedings|liability|complaint)"
        r"|credit (?:bureau|reference|reporting|blacklist|agency)|central bank|\bPBOC\b|\bsubpoena",
        "管辖|jurisdiction",
    ),
    _phrase(
        "W-07",
        rf"{_ALONE}(?:[Xx]{{2,}}|nan|NaN|NaT|undefined"
        r"|None(?! of| has| have| is| are| was| were| the))"
        r"(?![A-Za-z0-9]|-\d)|\{\{|\}\}|\{%|%\}|#(?:N/A|REF!|VALUE!|NAME\?)|×{2,}|某某"
        r"|[\[【<〈](?:[^\]】>〉\n]{0,8}(?:名称|姓名|金额|日期|编号|电话|客户|公司名"
        r"|(?i:\bname|\bamount|\bdate|\bcustomer|\bcompany|\binsert|\baddress))[^\]】>〉\n]{0,8})[\]】>〉](?!\()|【\s*】|\[\s*\](?!\()"
        r"|(?:人民币|金额为?|金额：|共计|合计|￥)\s*元",
    ),
    _phrase(
        "W-08",
        "(?:确认|认可).{0,20}(?:本金|货款).{0,16}(?:利息|违约金).{0,24}(?:合计|共计|总计|为|=|[0-9])"
        "|(?:本金|货款)(?:和|及|与|加|\\+|＋)(?:利息|违约金).{0,24}(?:确认|无异议|认可)"
        f"|放弃.{{0,12}}(?:{_FEE})|不再(?:追究|主张|要求|收取|计收).{{0,8}}(?:违约|利息|责任|逾期)"
        "|免(?:除|收|去|予).{0,8}(?:违约金|利息)|视(?:为|同)(?:同意|确认|认可|无异议|默认|相符)"
        r"|\bwaiv(?:e|es|ed|ing)\b|\bforgo\b|give up (?:our|any) (?:claim|right)|no longer claim"
        r"|silence.{0,40}(?:consent|confirm|accept|agree)|deemed (?:to be )?(?:accepted|confirmed"
        r"|agreed|correct)|(?:agree|confirm).{0,60}principal.{0,40}(?:interest|fee).{0,30}(?:total|of)",
        # a reservation of rights says the same words
        "不视为|不构成|不意味|不等于|并不|不表示|不代表|不影响|不放弃"
        r"|\b(?:not|nothing|without|neither|no)\b.{0,60}waiv|not be deemed",
    ),
    _phrase("W-10", r"你们|你方|你司|你单位|\byou (?:people|guys|lot)\b"),
    _phrase(
        "W-11",
        r"[!！]{2,}|[?？]{2,}|一拖再拖|毫无诚信|言而无信|忍无可忍|气愤|愤怒|极其恶劣|不讲信用|失望至极"
        "|岂有此理|太过分|欺人太甚|厚颜|令人发指|良心"
        r"|outrage|disgust|\bfed up\b|sick and tired|ridiculous|appalling|\bfurious\b|how dare",
    ),
    _phrase(
        "W-13",
        "起诉|提起诉讼|诉诸(?:法律|法院)|法律(?:程序|途径|手段|行动)|(?:财产|诉讼)保全|申请(?:支付令|仲裁|强制执行)"
        "|提起仲裁|对簿公堂"
        r"|legal (?:action|proceedings|steps)|take you to court|\bsu(?:e|ing)\b|lawsuit|litigat"
        r"|court proceedings|bring an action|file (?:a )?(?:suit|claim)",
        "管辖|jurisdiction",
    ),
    _phrase(
        "W-15",
        "竞争对手|(?:别的|其他|另一家)(?:客户|公司|厂家)(?:都|已|均)|同行(?:都|已|们)"
        r"|\bcompetitors?\b|other customers (?:have|are|pay)",
    ),
    _phrase(
        "W-16",
        r"折扣|打折|[一二三四五六七八九0-9]折(?!旧|算|合|价)|优惠|返点|返利|减免|让利|抹零"
        r"|\bdiscount|\brebate|price reduction",
        "批准|审批|核准|须经|经.{0,14}(?:同意|书面确认)|approv|subject to|approval",
    ),
    _phrase(
        "R000-17",
        "礼品(?!盒|袋|包装|公司|行业|店|厂|纸)|礼金|送礼|红包|购物卡|返现|回扣|好处费|辛苦费|私下返"
        r"|\b(?:free )?gifts?\b(?! (?:box|bag|wrap|shop))|gift cards?|cash[- ]?back"
        r"|\bkick-?backs?\b",
        "不得|严禁|禁止|不收|不送|拒绝|举报|反(?:商业)?贿赂"
        r"|\b(?:no|not|never|decline|refuse)\b.{0,40}(?:gift|cash|kick)|anti-?bribery",
    ),
    _phrase("U-22", "滞纳金"),
)
