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
}
