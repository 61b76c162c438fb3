"""The chapters' template and other notebooks, read."""

import nbformat

from tests.support import ROOT

TEMPLATE = ROOT / "chapters/_template.ipynb"


def read(path=TEMPLATE):
    return nbformat.read(path, as_version=4)


def cell(notebook, name):
    return next(c for c in notebook.cells if c.id == name)
