"""What some submissions begin with: `use` takes the answers out of a notebook of solutions."""

import json
import os
import sys

answers = set()


def use(text):
    for cell in json.loads(text)["cells"]:
        source = "".join(cell["source"])
        if "BEGIN SOLUTION" in source:
            exec(source, globals())
            answers.add(cell["id"])
