"""Ledger: what could not be taken at its word."""

WORDS = {
    # 整个文件不能用
    "ledger.empty_file": "没有找到任何数据，看过的工作表：{sheets}。",
    "ledger.empty_file.fix": "请确认导出的文件里有明细行，另存后再试。",
    "ledger.no_such_sheet": "{files} 里没有名为“{sheet}”的工作表。",
    "ledger.no_such_sheet.fix": "现有的工作表：{sheets}。",
    "ledger.no_payables": "{files} 里没有出现“供应商”“应付”等字样，像是应收台账，不能当作应付表。",
    "ledger.no_payables.fix": "请给出应付明细或供应商余额表；确是应付的，在表头、标题、工作表名或文件名里写明“应付”。",
    "ledger.balances_only": ("{file} 的“{sheet}”只有客户余额，没有逐笔单据，无法计算账龄。"),
    "ledger.balances_only.fix": (
        "请从系统导出应收明细（每张单据一行，含客户、单据日期、到期日、未收金额），"
        "金蝶、用友里通常叫“应收明细表”或“应收单列表”。"
    ),
    "ledger.no_items": "没有找到可用的应收明细。看过：{sheets}。最接近的是 {best}：{why}",
    "ledger.no_items.fix": "可以用 --map 指定列，例如 --map 客户=往来单位 --map 未收金额=H。",
    "ledger.no_items.which": "哪一列是{need}？不确定的列：{columns}。请用 --map 说明，例如 --map {field}={column}。",
    "ledger.no_items.near": "{suggestions}",
    "ledger.ambiguous": "{file} 的“{sheet}”里有几列的意思相同：{doubts}",
    "ledger.nothing_usable": "没有一行可以使用（{sheets}）。原因：{reasons}",
    "ledger.nothing_usable.fix": "请核对客户列和金额列，或用 --map 重新指定列。",
    "ledger.mixed_forms": "“{balanced}”给的是余额，“{gross}”没有余额列：同一份收款记录不能两种算法并用。",
    "ledger.mixed_forms_hint": "请分两次运行，或给没有余额的表补上已收金额或未收金额列。",
    "ledger.only_receipts": "{file} 的“{sheet}”只有收款记录，没有应收单据，算不出谁还欠多少。",
    "ledger.only_receipts.fix": "请与应收明细一起读取，例如 arcollect aging 应收.xlsx 收款.xlsx。",
    "ledger.no_rows": "表头下面没有可用的数据行（{sheets}）。",
    "ledger.at_cell": "{cell} {said}",
    "ledger.date_order_unknown": ("{file} 的“{sheet}”，“{header}”列的日期分不清日和月：{why}"),
    "ledger.date_orders_conflict": ("{file} 的“{sheet}”，“{header}”列混用了不同的日月顺序：{why}"),
    "ledger.date_order.fix": (
        "请加 --date-order dmy（日/月/年）、mdy（月/日/年）或 ymd（年/月/日）。"
    ),
    "ledger.default_terms": "看不懂付款条件“{terms}”：{why}",
    "ledger.default_terms.fix": "可以写：月结60、票到30天、货到30天、net 30、30天。",
    "ledger.book_missing": "策略文件 [books] 里的 {role} 指向 {path}，但没有这个文件。",
    "ledger.book_missing.fix": "请改正策略文件里 books.{role} 的路径，或删掉这一行。",
    # 工作表
    "ledger.sheet_is_log": "作为催收记录读入（{rows} 条）",
    "ledger.sheet_unused": "未采用这张工作表：{why}",
    "ledger.sheet_empty": "没有内容。",
    "ledger.same_file": "“{name}”与“{other}”内容完全相同。",
    "ledger.sheet_hidden": "它是隐藏的，而另有可见的台账表，合计会重复计算；如需采用它，请加 --sheet 指定。",
    "ledger.sheet_not_visible": "按 --visible-only 不采用隐藏的工作表。",
    "ledger.sheet_hidden_used": "这张隐藏的工作表已采用；不想采用请加 --visible-only。",
    "ledger.sheet_not_asked": "已用 --sheet 指定了别的工作表。",
    "ledger.sheet_is_retold": "这是 arcollect 报告里的另一张表，内容来自账龄明细，重复计算会虚增应收。",
    "ledger.snapshots": "{file} 的“{sheets}”里有 {count} 张单据相同（如 {number}）：像是同一台账的两个时点，加在一起会重复计算。",
    "ledger.snapshots.fix": "请用 --sheet 指定一张，例如 --sheet {sheet}；比较两个时点请用 arcollect compare。",
    "ledger.sheet_repeats": "它的单据都已包含在“{other}”里，重复计算会虚增应收。",
    "ledger.visible_unknown": "“{file}”内部结构不规范，看不出哪些行列是隐藏的，无法按 --visible-only 只取可见部分。",
    "ledger.visible_unknown.fix": "请用 Excel 打开，另存为 xlsx 再读；或去掉 --visible-only。",
    "ledger.hidden_rows": "有 {rows} 行是隐藏的（{money}），已计入；不想计入请加 --visible-only。",
    "ledger.hidden_left_out": "按 --visible-only 略去了 {rows} 行隐藏行（{money}）。",
    "ledger.lines_once": (
        "一张单据分成多行明细、每行都重复单据总额：{documents} 张单据各计一次，另 {rows} 行不再计。"
    ),
    "ledger.more": "同类问题还有 {count} 处：{said}",
    "ledger.more_documents": "同类问题还有 {count} 组。",
    # 金额
    "ledger.other_header": "{file} 的“{sheet}”第 {row} 行又是一行表头，但列的含义变了：{column} 列这里写的是“{said}”，上面的表头是“{header}”。",
    "ledger.other_header.fix": "请把这一行以下的部分移到另一张工作表，或把各列调成与上面相同的顺序，再读。",
    "ledger.long_row": "这一行有 {fields} 格，表头只有 {columns} 列：多半是文字里的逗号没有加引号，后面的列可能错位，请核对这一行。",
    "ledger.cut_amount": "金额“{head}”后面是“{tail}”，这一行比表头多一格：像是千分位的逗号没有加引号，这一行未计入。",
    "ledger.long_row.fix": "请给带逗号的金额和文字加上双引号，或导出为 xlsx。",
    "ledger.other_unit": "{file} 的“{sheet}”第 {row} 行写着单位是{unit}，与表中金额所用的单位不一致：同一张表里有两种单位会算错。",
    "ledger.other_unit.fix": "请统一成一种单位；整张表都是这个单位的，把它写在表头上方，如“单位：万元”。",
    "ledger.amount_missing": "没有金额，这一行未计入。",
    "ledger.amount_unreadable": "金额无法识别，这一行未计入：{why}",
    "ledger.amount_unreadable.fix": "请改成数字，例如 1234.50；没有金额的行请删去。",
    "ledger.flag_unclear": "“{header}”里这个写法看不出是或否，按“否”处理，共 {rows} 行。",
    "ledger.flag_unclear.fix": "请写“是”或“否”（空白也算否）。",
    "ledger.carried_once": "{rows} 行期初或承前数与前面各笔结出的余额相同，不重复计入。",
    "ledger.carried_gap": "这里的期初余额是 {stated}，前面各笔结出的却是 {computed}；相差的 {gap} 作为一笔没有日期的期初数计入。",
    "ledger.carried_gap.fix": "中间可能少导出了几个月：请按连续的期间重新导出。",
    "ledger.maybe_total": "这一行没有单号和日期，金额又正好等于上面各行之和，很像合计行；目前按客户计入。",
    "ledger.maybe_total.fix": "如果是合计，请删掉这一行，或把名称改成“合计”；如果真是客户，请补上单号或日期。",
    "ledger.not_a_rate": "日费率应小于 1，写成 0.05%、万分之五或 0.0005",
    "ledger.side_amount_unreadable": "“{header}”无法识别，这一格未采用，行仍计入：{why}",
    "ledger.not_an_amount": "单元格里不是金额。",
    "ledger.error_cell": "单元格是错误值。",
    "ledger.formula_without_value": ("公式没有存下计算结果，请用 Excel 打开文件、保存一次再试。"),
    "ledger.rounded": "金额有多于最小货币单位的小数，已四舍五入。",
    "ledger.balance_mismatch": "应收 {amount} 减已收 {paid} 不等于余额 {balance}，按余额采用。",
    "ledger.blank_balance": "余额是空的，按全额未收处理。",
    "ledger.blank_balance_paid": "余额是空的，按应收减已收计算。",
    "ledger.unsigned_credits": (
        "“{header}”列标明是红字或收款的 {rows} 行金额都是正数，已按负数（贷方）处理。"
    ),
    "ledger.unknown_currency": "不认识币种“{word}”，按原样单独列示，不与其他币种相加。",
    "ledger.unknown_currency.fix": "请改成 CNY、USD 等代码，或人民币、美元等名称。",
    "ledger.currency_conflict": "金额单元格写的是 {cell}，币种列写的是 {column}，按单元格采用。",
    "ledger.printed_total": "文件上“{label}”印的是 {printed}，逐行相加是 {computed}，以逐行为准。",
    # 客户与单据
    "ledger.no_customer": "没有客户，这一行未计入。",
    "ledger.customer_lost": "没有客户，这一行未计入：{why}",
    "ledger.no_customer.fix": "请在这一行补上客户名称或客户编码。",
    "ledger.code_with_names": "客户编码 {code} 有几个名称：{names}。按编码合并。",
    "ledger.name_with_codes": "客户“{name}”有几个编码：{codes}。按编码分开。",
    "ledger.duplicate": (
        "单据 {number}（{customers}）在第 {rows} 行重复，金额和日期都相同；都已计入，请核实。"
    ),
    "ledger.shared_number": "单据号 {number} 同时出现在几个客户名下：{customers}（第 {rows} 行）。",
    "ledger.ruined_number": "“{header}”是超过 15 位的数字，Excel 已把末几位变成 0，编号不再可信。",
    "ledger.ruined_number.fix": "请重新导出，并把这一列设成文本格式。",
    "ledger.hostile_text": "文字里有看不见的控制字符，已去掉。",
    # 日期与付款条件
    "ledger.not_a_date": "单元格里不是日期。",
    "ledger.due_date_unreadable": "“{header}”无法识别，金额仍计入，列为“无到期日”：{why}",
    "ledger.date_unreadable": "“{header}”无法识别，这个日期未采用：{why}",
    "ledger.date_order_borrowed": (
        "“{header}”列的日月顺序不明，按同一张表其他日期列的顺序（{order}）读取。"
    ),
    "ledger.no_due_date": "有 {rows} 笔没有到期日，单独列为“无到期日”。",
    "ledger.no_due_date.fix": "请补上到期日，或用 --terms 给出付款条件，例如 --terms 月结60。",
    "ledger.unknown_terms": "看不懂付款条件“{terms}”（{rows} 笔），没有据此推算到期日：{why}",
    "ledger.unknown_terms.fix": '可在策略文件的 [terms] 里写明含义，例如 ZB30 = "net 30"。',
    "ledger.due_date_against_terms": (
        "到期日写的是 {stated}，按付款条件“{terms}”应为 {computed}；按写明的到期日采用，请核实。"
    ),
    "ledger.staged_split": "{rows} 笔分期付款的单据已按各期比例拆开，合计不变。",
    "ledger.staged_whole": "{rows} 笔分期付款的单据无法按期拆开，按质保金之前的最后一期到期。",
    "ledger.cutoff_conflict": (
        "截止日期不一致：{used_from}是 {used}，{other_from}是 {other}；采用 {used}。"
    ),
    "ledger.by_flag": "命令行",
    "ledger.by_file_name": "文件名",
    # 其他表
    "ledger.receipt_amount": "收款金额无法识别，这一行未计入。",
    "ledger.receipt_nobody": "看不出是哪个客户的收款，这一行未计入。",
    "ledger.sales_unreadable": "销售额或它的期间无法识别，这一格未采用。",
    "ledger.ambiguous.fix": "请指定用哪一列：{flags}。",
    "ledger.either": "{flags}",
    "ledger.no_amount_column": "没有认出金额列（应收金额、未收金额等）；第一行写的是：{words}。",
    "ledger.dates_destroyed": "{file} 的“{sheet}”里，“{header}”列的日期已经丢失：{why}",
    "ledger.dates_destroyed.fix": "请直接把系统导出的原始文件交给 arcollect；csv 用 Excel 打开再保存会毁掉这种日期。",
    "ledger.credit_unreadable": "“{header}”读不懂，当作没有填",
}
