"""The machinery of the book: commands, building, judging and scoring. Chapters import none."""
