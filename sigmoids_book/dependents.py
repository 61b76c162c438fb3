"""Who uses a file of the repository: which modules, notebooks and tests, read off their code."""

import ast
import re
from collections.abc import Container, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import nbformat

from sigmoids_book import notebooks

# By module that has no file of tests named after it, the one that tests it.
TESTED_BY = {
    f"sigmoids_book/{module}": f"tests/sigmoids_book/{test}"
    for test, modules in {
        "grading/test_batch.py": "grading/collect grading/messages grading/output "
        "grading/submission grading/workers",
        "grading/test_grading.py": "grading/__init__ grading/limits grading/preload "
        "grading/protocol grading/reports grading/sandbox_kernel grading/score grading/source",
        "grading/test_isolation.py": "__main__ grading/child grading/sandbox",
        "grading/test_variants.py": "grading/kept",
        "site/test_build.py": "site/__init__ site/assets site/demo site/quiz",
        "site/test_claims.py": "site/tables",
        "site/test_command.py": "site/__main__",
        "site/test_exercise_pages.py": "site/exercises",
        "test_complaint.py": "bibliography",
        "test_judge.py": "cli",
    }.items()
    for module in (f"{name}.py" for name in modules.split())
}


class Module(NamedTuple):
    """A module of Python: its dotted name, what it imports, the public functions and classes that
    it defines, and the arguments of its functions, which in a test are fixtures."""

    name: str
    imports: frozenset[str]
    defines: frozenset[str]
    is_package: bool
    arguments: frozenset[str]


class Tree:
    """The repository in `root`. Files are named from there, with slashes."""

    def __init__(self, root: Path):
        self.root = root

    def name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def has(self, name: str) -> bool:
        return (self.root / name).is_file()

    @cached_property
    def modules(self) -> dict[str, Module]:
        """By file, the modules of `sigmoids`."""
        return dict(self._modules("sigmoids"))

    @cached_property
    def tests(self) -> dict[str, Module]:
        """By file, the tests."""
        return dict(self._modules("tests", "test_*.py"))

    def _modules(self, folder: str, pattern: str = "*.py") -> Iterator[tuple[str, Module]]:
        for path in sorted((self.root / folder).rglob(pattern)):
            try:
                yield self.name(path), read_module(self.root, path)
            except (SyntaxError, UnicodeDecodeError):
                continue  # the linter names it

    @cached_property
    def stored(self) -> dict[str, tuple[set[str], set[str]]]:
        """By notebook whose outputs are stored: what it imports, and the attributes it asks for."""
        paths = notebooks.default_paths(self.root)
        return {self.name(path): names_in_notebook(path) for path in paths}

    def using(self, module: Module) -> list[Module]:
        """The module and those of `sigmoids` that import it, directly or not. An `__init__.py`
        passes names on; it is no user of what it passes on."""
        found = [module]
        for one in found:  # which grows
            found += [
                other
                for other in self.modules.values()
                if other not in found and not other.is_package and within(other.imports, one.name)
            ]
        return found

    def notebooks_using(self, name: str) -> list[str]:
        """The stored notebooks whose code uses a module of `sigmoids`, directly or not."""
        modules = self.using(self.modules[name])
        return [
            notebook
            for notebook, (imports, attributes) in self.stored.items()
            if any(_uses(imports, attributes, module) for module in modules)
        ]

    def tests_of(self, name: str) -> list[str]:
        """Named after it: `tests/a/b/test_c.py` for `a/b/c.py`, or else `tests/a/test_b.py`; for a
        file of another kind any `test_c.py` below `tests/a`. Without one, as TESTED_BY says."""
        path = Path(name)
        own = f"test_{path.stem.replace('-', '_')}.py"
        for test in (path.parent / own, path.parent.with_name(f"test_{path.parent.name}.py")):
            if (test := Path("tests", test).as_posix()) in self.tests:
                return [test]
        named = [test for test in self.tests_called(own) if Path(test).parts[1] == path.parts[0]]
        return named or [test for test in [TESTED_BY.get(name)] if test in self.tests]

    def tests_called(self, file: str) -> list[str]:
        return [test for test in self.tests if Path(test).name == file]

    def tests_importing(self, name: str) -> list[str]:
        module = name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        return [test for test, read in self.tests.items() if within(read.imports, module)]

    def tests_naming(self, file: str) -> list[str]:
        """The tests in which the name of a file stands as the end of a string."""
        said = re.compile(rf"[\"'/]{re.escape(file)}[\"']")
        return [test for test, text in self._said.items() if said.search(text)]

    @cached_property
    def _said(self) -> dict[str, str]:
        return {test: self.text(test) for test in self.tests}

    def programs_importing(self, name: str) -> list[str]:
        """The JavaScript files beside one that import it."""
        said = f'"./{Path(name).name}"'
        paths = sorted((self.root / name).parent.glob("*.js"))
        return [self.name(path) for path in paths if said in self.text(self.name(path))]

    def text(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8", errors="replace")


def read_module(root: Path, path: Path) -> Module:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    *folders, stem = path.relative_to(root).with_suffix("").parts
    defined = ast.FunctionDef | ast.ClassDef
    return Module(
        ".".join(folders if stem == "__init__" else [*folders, stem]),
        frozenset(absolute(name, folders) for name in imported(tree)),
        frozenset(n.name for n in tree.body if isinstance(n, defined) and n.name[0] != "_"),
        stem == "__init__",
        frozenset(node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)),
    )


def imported(tree: ast.AST, leave_out: Container[ast.AST] = ()) -> Iterator[str]:
    """The dotted names that the code imports, anywhere in it but in the nodes to be left out; those
    of a relative import begin with its dots."""
    for node in ast.walk(tree):
        if node in leave_out:
            continue
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            dots = "." * node.level
            origin = dots + (f"{node.module}." if node.module else "")
            yield from (f"{origin}{name.name}" for name in node.names)


def absolute(name: str, package: list[str]) -> str:
    """A dotted name as it is imported within the package."""
    rest = name.lstrip(".")
    dots = len(name) - len(rest)
    return ".".join([*package[: len(package) + 1 - dots], rest]) if dots else rest


def names_in_notebook(path: Path) -> tuple[set[str], set[str]]:
    """What the code imports, and the attributes it asks for. Cells that are no Python, such as a
    magic, say nothing."""
    imports, attributes = set(), set()
    for cell in nbformat.read(path, as_version=4).cells:
        try:
            tree = ast.parse(cell.source if cell.cell_type == "code" else "")
        except SyntaxError:
            continue
        imports.update(imported(tree))
        attributes |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return imports, attributes


def within(names: Iterable[str], module: str) -> bool:
    """Whether one of the dotted names is the module or something in it."""
    return any(name == module or name.startswith(f"{module}.") for name in names)


def _uses(imports: set[str], attributes: set[str], module: Module) -> bool:
    package = module.name.rpartition(".")[0]
    return (
        within(imports, module.name)
        or any(f"{package}.{name}" in imports for name in module.defines)
        or (package in imports and bool(attributes & module.defines))
    )
