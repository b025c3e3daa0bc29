"""By what right a late fee is claimed."""

WORDS = {
    "claims_why.basis_row": "依据单据所载条款（{clause}）：{scheme}{disputed}",
    "claims_why.basis_customer": "依据客户资料所载合同条款（{clause}）：{scheme}{disputed}",
    "claims_why.basis_policy": "依据策略文件所载合同条款（{clause}）：{scheme}{disputed}",
    "claims_why.no_number": "未注明条款号",
    "claims_why.scheme_flat": "每日 {rate}",
    "claims_why.scheme_tiered": "每日 {rate}，第 {after} 天之后的部分每日 {later}",
    "claims_why.scheme_retroactive": "每日 {rate}，超过 {after} 天的全程每日 {later}",
    "claims_why.nothing_disputed": "",
    "claims_why.disputed_out": "；争议金额 {amount} 不计",
    "claims_why.basis_agreed": "依据策略文件所列的个别约定（{clause}）：{scheme}{disputed}",
    "claims_why.basis_lpr": "未约定违约金，依据《买卖合同司法解释》第十八条第四款：{scheme}{disputed}",
    "claims_why.basis_sme": "依据《保障中小企业款项支付条例》第十七条，未约定利率的每日 {rate}{disputed}",
    "claims_why.annual": "一年期 LPR {lpr}（{since} 公布）加计 {margin}，年利率 {per_year}，按 {basis} 天折算",
    "claims_why.annual_plain": "一年期 LPR {lpr}（{since} 公布），按 {basis} 天折算",
    "claims_why.scheme_floor": "约定利率低于《保障中小企业款项支付条例》第十七条的下限，按订立合同时的{annual}",
}
