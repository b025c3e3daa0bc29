"""The inside of an .xlsx: zip, workbook, strings, rows, cells."""
