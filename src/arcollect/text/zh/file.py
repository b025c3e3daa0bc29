"""Words about files that cannot be read, in Chinese."""

from __future__ import annotations

WORDS = {
    "file.empty": "文件“{name}”是空的。",
    "file.empty_remedy": "请重新导出后再试。",
    "file.missing": "找不到文件“{name}”。",
    "file.missing_remedy": "请检查路径和文件名（含扩展名）是否正确。",
    "file.folder": "“{name}”是文件夹，不是文件。",
    "file.folder_remedy": "请指定文件夹里的某一个表格文件。",
    "file.denied": "没有权限读取文件“{name}”。",
    "file.denied_remedy": "请检查文件权限；如果文件正被 Excel 或 WPS 打开，请先关闭它。",
    "file.unreadable": "无法读取文件“{name}”：{why}",
    "file.damaged": "文件“{name}”已损坏或不完整，无法读取。",
    "file.damaged_remedy": (
        "请重新导出或重新下载；如果 Excel 能打开它，请用 Excel 另存为新的 .xlsx 文件。"
    ),
    "file.foreign": "文件“{name}”不是表格，内容是 {kind} 文件。",
    "file.resave": "请用 Excel 或 WPS 打开，另存为“Excel 工作簿 (*.xlsx)”后再试。",
    "file.password": "文件“{name}”设有打开密码。",
    "file.password_remedy": "请提供密码：在终端里运行并输入，或用 --password-file 文件、环境变量 ARCOLLECT_PASSWORD；也可另存一份不带密码的。",
    "file.password_extra": '请安装能打开它的组件（pip install "arcollect[encrypted]"），或在 Excel 中另存一份不带密码的。',
    "file.wrong_password": "密码打不开 {name}。",
    "file.wrong_password_remedy": "请检查大小写和输入法；或在 Excel 中另存一份不带密码的。",
    "file.password_ods": "文件“{name}”设有打开密码；带密码的 ods 文件这里打不开。",
    "file.password_ods_remedy": "请用原来的软件打开，去掉密码，或另存为 xlsx。",
    "file.lock_unknown": "{name} 的保护方式这里打不开。",
    "file.parts": "文件“{name}”里有 {parts} 个部件，超过上限 {limit} 个。",
    "file.bytes": "文件“{name}”解压后有 {mb} MB，超过上限 {limit_mb} MB。",
    "file.bomb": "文件“{name}”中的部件 {part} 压缩比异常，可能是恶意文件，已拒绝读取。",
    "file.doctype": "文件“{name}”中的部件 {part} 含有 XML 文档类型或实体声明，已拒绝读取。",
    "file.utf16_xml": "文件“{name}”中的部件 {part} 不是 UTF-8 编码，已拒绝读取。",
    "file.far_cell": "工作表“{sheet}”的单元格 {cell} 有内容，离其他数据太远，多半是误填。",
    "file.far_cell_remedy": "请在 Excel 中用“定位”跳到 {cell}，删除多余的行或列，保存后再试。",
    "file.no_sheet": "文件“{name}”里没有工作表。",
    "file.no_table": "网页文件“{name}”里没有表格。",
    "file.undecodable": "认不出文本文件“{name}”的编码。",
    "file.undecodable_remedy": (
        "请用 --encoding 指定编码（如 utf-8、gb18030、big5），或另存为 .xlsx。"
    ),
    "file.unknown_encoding": "没有名为“{encoding}”的编码。",
    "file.wrong_encoding": "文件“{name}”不是 {encoding} 编码。",
    "file.csv_broken": "文本表格“{name}”无法解析：{why}",
    "file.csv_broken_remedy": "请检查引号是否成对，或另存为 .xlsx。",
    "file.open_in_excel": "文件“{name}”似乎正在 Excel 中打开，尚未保存的修改不会计入。",
    "file.open_in_excel_remedy": "如有未保存的修改，请保存后重新运行。",
    "file.owner_file": "“{name}”是 Excel 打开文件时的临时文件，不是表格本身。",
    "file.owner_file_remedy": "请指定去掉“~$”的同名文件。",
    "file.tolerant": (
        "文件“{name}”的内部结构不规范，已用容错方式读取：错误值和没有结果的公式会显示为空。"
    ),
    "file.tolerant_remedy": "请用 Excel 打开并另存一次，再核对合计。",
    "file.links": "文件“{name}”引用了其他工作簿，公式的结果可能不是最新的。",
    "file.links_remedy": "请在 Excel 中更新链接并保存后再试。",
    "file.is_text": "{name} 的内容是文本（CSV），不是 Excel 文件，已按文本读取。",
    "file.is_text_remedy": "请核对列和金额；或在 Excel 里另存为 .xlsx。",
    "file.hidden_unknown": "这种格式（{name}）里隐藏的行、错误值和没有算出结果的公式无从得知。",
    "file.hidden_unknown_remedy": "若有隐藏内容，另存为 xlsx 再读。",
}
