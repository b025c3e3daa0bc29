"""What is said about the provision for bad debts."""

WORDS = {
    "provision_why.rates_count": "provision.loss_rates 有 {given} 个，账龄段有 {wanted} 个（含未到期），一段要有一个。",
    "provision_why.rates_count_hint": "从未到期开始写 {wanted} 个，例如 --rates 1%,5%,10%,30%,100%",
    "provision_why.not_rising": "损失率没有随账龄上升：请检查",
    "provision_why.no_loss": "历史上没有发生过损失，算出的损失率为 0：请结合前瞻信息判断，或填写 provision.loss_rates",
    "provision_why.few": "损失率只依据 {documents} 张单据中未收回的 {lost} 张，样本很少，只供参考：请结合判断，或填写 provision.loss_rates",
    "provision_why.gone": "台账保留已结清的单据，却没有当时的 {count} 张：不知道是否收回，未计入损失率",
    "provision_why.no_rates": "历史太少：有账龄段进入过的单据不足 {least} 张（provision.least_documents），不算损失率，也不计提：请用 --rates 或 provision.loss_rates 填写",
    "provision_why.no_opening": "没有期初余额，未列变动表和分录：加 --opening 金额（没有就写 0）",
    "provision_why.no_openings": "台账里有几家我方公司，每家的期初余额请写在策略文件 [[provision.account]] 里；未列变动表和分录",
    "provision_why.no_closing": "{currency} 有账龄段没有损失率，期末应提数未算出",
    "provision_why.no_rate": "没有 {currency} 的汇率，未折成本位币：请填 [rates] 或 --rate",
    "provision_why.no_standard": "请先说明执行哪个准则：--standard cas、ifrs 或 small。",
    "provision_why.no_standard_hint": "cas 企业会计准则（预期信用损失）；ifrs 国际准则第9号；small 小企业会计准则（不计提准备，实际发生损失才核销）。不确定请问会计师，程序不替您选。",
    "provision_why.internal": "逾期达到 {days} 天",
    "provision_why.books_years": "逾期超过 {years} 年",
    "provision_why.books_bankrupt": "债务人标记为濒临破产",
    "provision_why.books_bad_debt": "已标记坏账",
    "provision_why.tax_years": "逾期超过 {years} 年，不限金额",
    "provision_why.tax_small": "逾期超过 {years} 年，单笔不超过人民币 {limit}",
    "provision_why.tax_share": "逾期超过 {years} 年，单笔不超过年收入 {income} 的规定比例",
}
