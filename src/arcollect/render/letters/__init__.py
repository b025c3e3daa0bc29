"""Letters on paper and by e-mail: docx, pdf, html, text, Markdown, eml."""
