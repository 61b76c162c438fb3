"""Who uses a file is read off the code: of a small repository, and of this one."""

import ast

import nbformat
import pytest

from sigmoids_book.dependents import TESTED_BY, Tree, imported
from tests.support import ROOT

FILES = {
    "sigmoids/__init__.py": "",
    "sigmoids/functions.py": "def logistic(x): ...\n",
    "sigmoids/models/spring.py": "from sigmoids.functions import logistic\ndef swing(): ...\n",
    "sigmoids/figures/__init__.py": "from sigmoids.figures.spring import draw_spring\n",
    "sigmoids/figures/spring.py": "def draw_spring(ax): ...\ndef _inner(): ...\n",
    "sigmoids/demos/__init__.py": "from sigmoids.demos.spring import SpringDemo\n",
    "sigmoids/demos/spring.py": (
        "from sigmoids import figures\nfrom sigmoids.models.spring import swing\n"
        "class SpringDemo: ...\n"
    ),
    "sigmoids/demos/spring.js": 'import { frame } from "./kit.js";\n',
    "sigmoids/demos/kit.js": "export const frame = 1;\n",
    "sigmoids/broken.py": "def (:\n",
    "tests/sigmoids/test_functions.py": "from sigmoids import functions as f\n",
    "tests/sigmoids/test_figures.py": "def test(): import sigmoids.figures.spring\n",
    "tests/sigmoids/demos/test_spring.py": "TABLE = 'data/springs.csv'\n",
    "tests/sigmoids_book/test_spring.py": "from sigmoids import functions_of_another_kind\n",
    "tests/support/spring.py": "from sigmoids.functions import logistic\n",
}
NOTEBOOKS = {
    "chapters/drawn.ipynb": ["%load_ext x", "from sigmoids import figures\nfigures.draw_spring(1)"],
    "chapters/shown.ipynb": ["from sigmoids.demos import SpringDemo\nSpringDemo()"],
    "chapters/other.ipynb": ["from sigmoids import figures\nfigures.use_style()"],
    "solutions/counted.ipynb": ["import sigmoids.functions"],
    "exercises/counted.ipynb": ["import sigmoids.functions"],
}


@pytest.fixture
def tree(tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name, cells in NOTEBOOKS.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        notebook = nbformat.v4.new_notebook(cells=list(map(nbformat.v4.new_code_cell, cells)))
        nbformat.write(notebook, tmp_path / name)
    return Tree(tmp_path)


@pytest.mark.parametrize(
    ("module", "users"),
    {
        "sigmoids/functions.py": ["chapters/shown.ipynb", "solutions/counted.ipynb"],
        "sigmoids/models/spring.py": ["chapters/shown.ipynb"],
        "sigmoids/demos/spring.py": ["chapters/shown.ipynb"],
        "sigmoids/figures/spring.py": ["chapters/drawn.ipynb"],
        "sigmoids/figures/__init__.py": [
            "chapters/drawn.ipynb",
            "chapters/other.ipynb",
            "chapters/shown.ipynb",
        ],
    }.items(),
)
def test_notebooks_use_a_module_directly_or_through_another(tree, module, users):
    assert sorted(tree.notebooks_using(module)) == users


@pytest.mark.parametrize(
    ("file", "tests"),
    {
        "sigmoids/functions.py": ["tests/sigmoids/test_functions.py"],
        "sigmoids/figures/spring.py": ["tests/sigmoids/test_figures.py"],
        "sigmoids/demos/spring.js": ["tests/sigmoids/demos/test_spring.py"],
        "sigmoids/models/spring.py": ["tests/sigmoids/demos/test_spring.py"],
        "sigmoids_book/deeper/spring.css": ["tests/sigmoids_book/test_spring.py"],
        "sigmoids/growth.py": [],
    }.items(),
)
def test_tests_are_named_after_what_they_test(tree, file, tests):
    assert tree.tests_of(file) == tests


def test_tests_use_what_they_import_or_name(tree):
    assert tree.tests_importing("sigmoids/functions.py") == ["tests/sigmoids/test_functions.py"]
    assert tree.tests_importing("sigmoids/figures/__init__.py") == [
        "tests/sigmoids/test_figures.py"
    ]
    assert tree.tests_naming("springs.csv") == ["tests/sigmoids/demos/test_spring.py"]
    assert tree.tests_naming("rings.csv") == []
    assert tree.programs_importing("sigmoids/demos/kit.js") == ["sigmoids/demos/spring.js"]


def test_code_that_does_not_parse_is_left_to_the_linter(tree):
    assert "sigmoids/broken.py" not in tree.modules and len(tree.modules) == 7


def test_imports_are_found_anywhere():
    code = (
        "import a.b\ndef f():\n    from c import d as e, g\n    from . import h\nfrom ..i import j"
    )
    assert sorted(imported(ast.parse(code))) == ["..i.j", ".h", "a.b", "c.d", "c.g"]


def test_a_relative_import_is_read_from_where_it_stands(tree):
    path = tree.root / "sigmoids/models/wheel.py"
    path.write_text("from . import spring\nfrom ..functions import logistic\n", encoding="utf-8")
    imports = tree.modules["sigmoids/models/wheel.py"].imports
    assert imports == {"sigmoids.models.spring", "sigmoids.functions.logistic"}


def test_in_this_repository_each_chapters_figures_are_used_by_it():
    tree = Tree(ROOT)
    modules = [name for name in tree.modules if name.startswith("sigmoids/figures/")]
    for name in modules:
        chapter = name.replace("sigmoids/figures", "chapters").replace(".py", ".ipynb")
        if chapter in tree.stored:
            assert chapter in tree.notebooks_using(name), name


def test_each_module_has_tests_by_its_name_or_stands_among_the_exceptions(monkeypatch):
    tree = Tree(ROOT)
    exceptions = dict(TESTED_BY)
    assert {test for test in exceptions.values() if test not in tree.tests} == set()
    monkeypatch.setattr("sigmoids_book.dependents.TESTED_BY", {})
    modules = [p.relative_to(ROOT).as_posix() for p in (ROOT / "sigmoids_book").rglob("*.py")]
    assert len(modules) > 40
    unnamed = {name for name in modules if not tree.tests_of(name)}
    unnamed.discard("sigmoids_book/__init__.py")  # a docstring
    assert unnamed == set(exceptions), "Name a test after the module, or mend TESTED_BY."
