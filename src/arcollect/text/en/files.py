"""Words of the one writer."""

WORDS = {
    "files.is_input": "The output would overwrite an input file: {path}",
    "files.is_input_hint": "Give another file name with -o.",
    "files.foreign": "{path} exists and was not written by this program; it is left alone.",
    "files.edited": "{path} was changed after it was written (your remarks?); it is left alone.",
    "files.foreign_hint": "Choose another output folder (-o), or rename or move that file first.",
    "files.locked": "Another arcollect is writing {path}.",
    "files.locked_hint": "Wait until it has finished, then run again.",
    "files.open_elsewhere": "Cannot write {path}: it seems to be open in Excel or WPS. "
    "Close it there and run again.",
    "files.cannot_write": "Cannot write {path}: {reason}",
    "files.cannot_write_hint": "Check that the folder exists, that you may write there and that the "
    "disk is not full, or choose another place with -o.",
    "files.reason_exists_not": "there is no such folder or file",
    "files.reason_not_folder": "a part of the path is a file, not a folder",
    "files.reason_is_folder": "this is a folder, not a file",
    "files.reason_denied": "permission denied",
    "files.reason_full": "the disk is full",
    "files.reason_read_only": "the disk or folder is read-only",
    "files.reason_long": "the file name or path is too long",
    "files.reason_other": 'the system says "{said}"',
}
