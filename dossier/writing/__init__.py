"""What the program knows, as Markdown in `content/`, and back. Pure: text in, text out."""
