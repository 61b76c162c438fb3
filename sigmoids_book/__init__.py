"""The machinery of the book: commands, building, judging and scoring. Chapters import none."""

import sys

# With nbformat comes jsonschema, and with that a parser of addresses in all alphabets, which takes
# a second to start. No notebook and no setting needs it, and jsonschema goes on without it.
sys.modules.setdefault("rfc3987_syntax", None)
