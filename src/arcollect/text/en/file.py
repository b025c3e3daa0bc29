"""Words about files that cannot be read, in English."""

from __future__ import annotations

WORDS = {
    "file.empty": "The file {name} is empty.",
    "file.empty_remedy": "Export it again and retry.",
    "file.missing": "There is no file {name}.",
    "file.missing_remedy": "Check the path and the file name, extension included.",
    "file.folder": "{name} is a folder, not a file.",
    "file.folder_remedy": "Name one spreadsheet inside it.",
    "file.denied": "No permission to read {name}.",
    "file.denied_remedy": (
        "Check the permissions; if Excel or WPS holds the file open, close it first."
    ),
    "file.unreadable": "{name} cannot be read: {why}",
    "file.damaged": "{name} is damaged or incomplete and cannot be read.",
    "file.damaged_remedy": (
        "Export or download it again; if Excel can open it, save it there as a new .xlsx file."
    ),
    "file.too_large": "Reading {name} takes more than {limit_mb} MB of memory: it is too large for its format, or damaged inside.",
    "file.too_slow": "Reading {name} takes more than {seconds} seconds: it is too large for its format, or damaged inside.",
    "file.too_heavy_remedy": "Open it in Excel or WPS and save it as xlsx or csv, which may be far larger; if it does not open, export it again.",
    "file.foreign": "{name} is not a spreadsheet: its content is a {kind} file.",
    "file.resave": "Open it in Excel or WPS, save it as an Excel workbook (*.xlsx) and retry.",
    "file.password": "{name} has a password.",
    "file.password_remedy": "Give its password: run in a terminal and type it, or use --password-file FILE or the variable ARCOLLECT_PASSWORD; or save a copy without one.",
    "file.password_extra": 'Install the extra that opens it (pip install "arcollect[encrypted]"), or save a copy without a password in Excel.',
    "file.wrong_password": "The password does not open {name}.",
    "file.wrong_password_remedy": "Check capital letters and the language of the keyboard; or save a copy without a password in Excel.",
    "file.password_ods": "{name} has a password, and an ods file with one cannot be opened here.",
    "file.password_ods_remedy": "Open it in the program that made it and save it without password, or as .xlsx.",
    "file.lock_unknown": "{name} is protected in a way that cannot be opened here.",
    "file.parts": "{name} holds {parts} parts; the limit is {limit}.",
    "file.bytes": "{name} unpacks to {mb} MB; the limit is {limit_mb} MB.",
    "file.bomb": (
        "The part {part} of {name} is packed implausibly "
        "tightly; it may be malicious and was not read."
    ),
    "file.doctype": (
        "The part {part} of {name} declares an XML document type or entities and was not read."
    ),
    "file.utf16_xml": "The part {part} of {name} is not UTF-8 and was not read.",
    "file.far_cell": (
        "Sheet {sheet} has something in cell {cell}, far "
        "away from everything else; most likely by mistake."
    ),
    "file.far_cell_remedy": (
        "Go to {cell} in Excel, delete the stray rows or columns, save and retry."
    ),
    "file.no_sheet": "{name} has no worksheet.",
    "file.no_table": "The web page {name} has no table.",
    "file.undecodable": "The encoding of the text file {name} cannot be told.",
    "file.undecodable_remedy": (
        "Name it with --encoding (utf-8, gb18030, big5 ...), or save the file as .xlsx."
    ),
    "file.unknown_encoding": "There is no encoding called {encoding}.",
    "file.wrong_encoding": "{name} is not encoded in {encoding}.",
    "file.csv_broken": "The text table {name} cannot be parsed: {why}",
    "file.csv_broken_remedy": "Check that quotation marks are paired, or save the file as .xlsx.",
    "file.changing": "{name} is being written at this moment.",
    "file.changing_remedy": "Wait until it is saved or downloaded, then run again.",
    "file.endless": "{name} is larger than {limit_mb} MB; no spreadsheet is.",
    "file.endless_remedy": "Check that it is the ledger; export fewer months if it is.",
    "file.csv_quote": "In {name}, a quotation mark near line {line} is not closed: whole rows would be lost.",
    "file.open_in_excel": (
        "{name} seems to be open in Excel; changes not yet saved are missing here."
    ),
    "file.open_in_excel_remedy": "If there are unsaved changes, save them and run again.",
    "file.owner_file": "{name} is the marker Excel leaves while a file is open, not the file.",
    "file.owner_file_remedy": "Name the file without ~$ in front.",
    "file.tolerant": (
        "{name} is irregular inside and was read tolerantly: "
        "error values and formulas without a result look empty."
    ),
    "file.tolerant_remedy": "Open and save it once in Excel, then compare the totals.",
    "file.links": "{name} refers to other workbooks; results of formulas may be out of date.",
    "file.links_remedy": "Update the links in Excel, save and run again.",
    "file.is_text": "{name} holds text (CSV), not a workbook; it was read as text.",
    "file.is_text_remedy": "Check columns and amounts, or save it as .xlsx in Excel.",
    "file.hidden_unknown": "{name} is irregular inside: hidden rows, error cells and formulas without a value cannot be seen in it.",
    "file.hidden_unknown_remedy": "If anything may be hidden, save it as xlsx and read that.",
}
