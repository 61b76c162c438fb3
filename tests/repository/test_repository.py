"""The files around the book: workflows, citation, pins, recipes."""

import importlib.util
import re
import subprocess
import tomllib
from importlib.machinery import PathFinder

import pytest

from sigmoids.demos import GrowthDemo
from sigmoids.figures.style import BLUE, VERMILION
from tests.support import ROOT
from tests.support.colours import declared, rgb

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def run(*command):
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.name)
def test_workflow_fits_the_schema_and_the_audit_finds_nothing(path):
    schema = "vendor.github-workflows"
    code, text = run("check-jsonschema", "--builtin-schema", schema, str(path))
    assert code == 0, text
    code, text = run("zizmor", "--offline", "--no-progress", str(path))
    assert code == 0, text


def test_workflows_run_the_two_commands_and_pin_every_action():
    text = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    assert "run: make site" in text and "run: make test" in text
    uses = re.findall(r"uses: (\S+)", text)
    assert uses
    assert [use for use in uses if not re.search(r"@[0-9a-f]{40}$", use)] == []


def test_citation_fits_its_schema_and_names_the_packages_version():
    code, text = run(
        "check-jsonschema", "--builtin-schema", "vendor.citation-file-format", "CITATION.cff"
    )
    assert code == 0, text
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"version: {project['version']}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["requirements.txt", "constraints.txt"])
def test_every_pin_is_exact_and_no_package_is_pinned_twice(name):
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith(("#", "-"))]
    assert pins
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.+]+", pin)] == []
    names = [pin.split("==")[0].lower() for pin in pins]
    assert len(set(names)) == len(names)


def test_every_table_says_where_it_comes_from():
    for table in (ROOT / "data").rglob("values.*"):
        name = table.relative_to(ROOT / "data").parts[0]
        source = (ROOT / "data" / name / "SOURCE.md").read_text(encoding="utf-8")
        assert "Licence" in source and f"`{table.name}`" in source, table


def test_the_readmes_picture_is_what_the_code_draws():
    picture = ROOT / ".github/picture.svg"
    drawn = GrowthDemo(K=663, r=0.547, t0=7.7).still()
    assert picture.read_text(encoding="utf-8") == drawn, f"Write {picture} anew from this code."


def test_commands_named_in_the_guides_exist():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, flags=re.MULTILINE))
    for guide in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / guide).read_text(encoding="utf-8")
        named = set(re.findall(r"`make ([a-z]+)", text)) | set(
            re.findall(r"^    make ([a-z]+)", text, flags=re.MULTILINE)
        )
        assert named, guide
        assert named <= targets, (guide, named - targets)


@pytest.mark.parametrize("guide", ["README.md", "CONTRIBUTING.md"])
def test_modules_and_tests_that_the_guides_run_are_there(guide):
    code = re.findall(r"`([^`\n]+)`", (ROOT / guide).read_text(encoding="utf-8"))
    code += re.findall(r"^    (\S.*)$", (ROOT / guide).read_text(encoding="utf-8"), re.MULTILINE)
    runs = [line for line in code if re.search(r"\bpython -m |\bpytest ", line)]
    assert runs
    modules = {m for line in runs for m in re.findall(r"\bpython -m ([\w.]+)", line)}
    # Not asked of `importlib.util`: to look for pip makes setuptools give up its own distutils.
    gone = {m for m in modules if PathFinder.find_spec(m.split(".")[0]) is None}
    gone |= {m for m in modules - gone if "." in m and importlib.util.find_spec(m) is None}
    paths = {p for line in runs for p in re.findall(r"(?<=\s)(?:tests|chapters)/[\w/.]+", line)}
    gone |= {p for p in paths if not (ROOT / p).exists()}
    assert gone == set()


def test_blue_and_vermilion_are_one_colour_on_pages_in_demos_and_in_figures():
    kit = ROOT / "sigmoids/demos/kit.css"
    blue, vermilion = (declared(".demo", name, kit) for name in ("--blue", "--vermilion"))
    assert declared(".brand svg", "stroke") == blue
    assert [blue[0], vermilion[0]] == [rgb(c[1:]) for c in (BLUE, VERMILION)]
    icon = (ROOT / "sigmoids_book/site/theme/static/favicon.svg").read_text(encoding="utf-8")
    assert f'fill="{BLUE}"' in icon


def commands():
    """The modules that run as `python -m`, by their dotted names."""
    for folder in ("sigmoids", "sigmoids_book", "benchmarks"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            if path.name == "__main__.py" or 'if __name__ == "__main__"' in text:
                parts = path.relative_to(ROOT).with_suffix("").parts
                yield ".".join(part for part in parts if part != "__main__")


def test_every_command_is_named_in_a_guide():
    paths = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "guides").glob("*.md")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    # As `sigmoids` the guides name the first two; the sandbox starts the others itself.
    own = ("", ".cli", ".grading.child", ".grading.preload")
    found = set(commands()) - {f"sigmoids_book{name}" for name in own}
    assert len(found) >= 8
    assert [name for name in sorted(found) if f"python -m {name}" not in text] == []


def test_the_table_of_rooms_names_every_room_and_only_what_is_there():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rooms = text.split("\n## Where a line belongs\n")[1].split("\n## ")[0]
    named = set(re.findall(r"`([\w/.]+(?:\.py|/))`", rooms))
    pattern = re.compile(r"(.*/)?(test_)?[ab](\.py|/)")  # as in tests/sigmoids/a/test_b.py
    named = {name for name in named if not pattern.fullmatch(name)}
    tops = (".", "sigmoids", "sigmoids/figures", "sigmoids_book")
    gone = [n for n in sorted(named) if not any((ROOT / t / n).exists() for t in tops)]
    assert gone == []
    for package in ("sigmoids", "sigmoids_book"):
        for path in sorted((ROOT / package).iterdir()):
            kind = "/" if path.is_dir() else path.suffix
            if kind in ("/", ".py") and not path.name.startswith("__"):
                name = f"{path.name}/" if path.is_dir() else path.name
                assert name in named, (
                    f"CONTRIBUTING.md does not say what stands in {package}/{name}"
                )


def test_no_line_of_javascript_or_css_is_longer_than_100_characters():
    """Biome breaks code, and leaves comments and strings as they are."""
    sources = [p for s in ("js", "mjs", "css") for p in ROOT.glob(f"sigmoids*/**/*.{s}")]
    ours = [p for p in sources if not {"bundles", "katex"} & set(p.parts)]
    assert len(ours) > 20
    long = [
        f"{path.relative_to(ROOT)}, line {number}"
        for path in ours
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if len(line) > 100
    ]
    assert not long, "\n".join(long)
