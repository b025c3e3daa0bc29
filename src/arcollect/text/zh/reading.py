"""Reading: what was understood of a sheet beyond its cells."""

WORDS = {
    "reading.decimal_commas": ("“{header}”整列用逗号作小数点（1.234,56），已按此读取。"),
    "reading.mixed_commas": (
        "{file} 的“{sheet}”，“{header}”列有的金额用逗号作小数点，有的不是，无法确定“1.234”是一千多还是一点几。"
    ),
    "reading.mixed_commas.fix": (
        "请让整列用同一种写法再导出；或在 Excel 里先删去千分位的点号，再把逗号替换成点号。"
    ),
    "reading.title_unit": "表头上方写明单位是{unit}，已按此换算：{headers}。",
    "reading.filled_closed": "有 {rows} 行客户名称空白，按小计能对上的那一组计入上面的客户。",
    "reading.ditto": "{headers} 有 {cells} 格写着“同上”，按上面一笔的内容读取。",
    "reading.void": "单据状态是“{status}”，不是应收，这一行未计入。",
    "reading.void.fix": "如果这张单据有效，请在系统里改正状态后重新导出。",
    "reading.paid_by_status": "按“{header}”列，{rows} 张单据已付清，{money} 不再计为未收。",
    "reading.part_paid": "按“{header}”列，{rows} 张单据只付了一部分，但没有列说明付了多少；{money} 全额计入。",
    "reading.part_paid.fix": "请把未收金额（余额）或已收金额一并导出。",
    "reading.written_off": "“{header}”已从应收中减去。",
    "reading.sheet_currency": (
        "只有部分金额标了币种，标出的都是 {currency}；其余金额也按 {currency} 读取。"
    ),
    "reading.ledger_currency": "这张表没有写币种，应收明细只有 {currency} 一种，金额按 {currency} 读取。",
    "reading.sheet_currency.fix": "如果不是，请加一列“币种”，写明每一行的币种。",
    "reading.merged": "按客户资料，“{name}”并入“{kept}”。",
    "reading.merge_unknown": "“{name}”要并入“{kept}”，但没有这个客户，没有合并。",
    "reading.merge_circle": "“{name}”与“{kept}”互相并入，绕成了圈，没有合并。",
    "reading.merge.fix": "请在“合并到”列写上要保留的那个客户的编码或名称。",
    "reading.same_name.fix": "如果是同一个客户，请在客户资料的“合并到”列写上要保留的编码。",
    "reading.converted": "已折算成 {base} 列示：{rates}。",
    "reading.converted_by_column": "已按文件里的本位币列折算成 {base} 列示（{rows} 行）。",
    "reading.converted_by_both": (
        "已折算成 {base} 列示：{rows} 行按文件里的本位币列，其余按 {rates}。"
    ),
    "reading.no_rate": "没有 {currencies} 折算成 {base} 的汇率。",
    "reading.no_rate.fix": "请给出汇率，例如 --rate {currency}=7.12，或写在策略文件的 [rates] 里。",
    "reading.currency_unknown": "{option}：不认识币种“{word}”。",
    "reading.currency_unknown.fix": "请写 CNY、USD 等代码，或人民币、美元等名称。",
    "reading.rate_unreadable": "--rate {raw} 看不懂。",
    "reading.rate_unreadable.fix": "写成 币种=汇率，例如 --rate USD=7.12（1 美元折合多少本位币）。",
    "reading.delivery_is_issue": "没有单据日期，付款条件从“{header}”起算。",
    "reading.format_currency": "没有写明币种；金额按单元格的数字格式显示为 {currency}，按 {currency} 计。",
    "reading.format_currency.fix": "如果不是，请增加币种列；都是 {currency} 的，把数字格式里的货币符号去掉。",
    "reading.format_currencies": "{file} 的“{sheet}”没有写明币种，单元格的数字格式却显示了几种（{currencies}）：加在一起会算错。",
    "reading.format_currencies.fix": "请增加“币种”列，写明每一行的币种。",
    "reading.default_currency": "没有写明币种，按策略文件的 default_currency（{currency}）读取。",
    "reading.default_currency.fix": "请增加币别列，或在策略文件里写明 default_currency。",
    "reading.example_row": "这是示例行，没有计入；填写时可以删去。",
}
