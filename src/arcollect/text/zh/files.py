"""Words of the one writer."""

WORDS = {
    "files.is_input": "不能写到输入文件上：{path}",
    "files.is_input_hint": "请用 -o 指定另一个文件名。",
    "files.foreign": "{path} 已存在，且不是本程序写的，不会覆盖。",
    "files.edited": "{path} 在写出之后被改过（可能是您的批注或修改），不会覆盖。",
    "files.foreign_hint": "请换一个输出文件夹（-o），或先把该文件改名、移走。",
    "files.locked": "另一个 arcollect 正在写 {path}。",
    "files.locked_hint": "请等它结束后再运行。",
    "files.open_elsewhere": "无法写入 {path}：该文件可能正在 Excel 或 WPS 中打开。请关闭后重试。",
    "files.cannot_write": "无法写入 {path}：{reason}",
    "files.cannot_write_hint": "请检查文件夹是否存在、是否有写入权限、磁盘是否已满，或用 -o 指定别处。",
    "files.reason_exists_not": "没有这个文件夹或文件",
    "files.reason_not_folder": "路径中有一段是文件，不是文件夹",
    "files.reason_is_folder": "这是文件夹，不是文件",
    "files.reason_denied": "没有权限",
    "files.reason_full": "磁盘已满",
    "files.reason_read_only": "磁盘或文件夹是只读的",
    "files.reason_long": "文件名或路径太长",
    "files.reason_other": "系统报告“{said}”",
}
