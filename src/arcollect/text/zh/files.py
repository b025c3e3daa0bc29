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
}
