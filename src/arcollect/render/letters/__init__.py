"""Letters on paper: docx, html, text and Markdown."""
