"""Score submissions: learners' code runs in a sandbox, and what comes out of it is only data."""

import sys

# Where it is installed, nbformat's jsonschema compiles this grammar of addresses when it is
# imported, for a second, in each process; a notebook has no such address.
sys.modules.setdefault("rfc3987_syntax", None)
