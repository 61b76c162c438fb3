"""Each demo is one file: the site's, made when it is built, and the one kept for JupyterLab."""

import base64
import importlib
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from sigmoids.demos import DEMOS, kit
from sigmoids_book import bundles, node
from sigmoids_book.bundles import Entry
from sigmoids_book.site import assets


def run(program, kind="module"):
    """What a program prints, as JSON."""
    command = [node.binary(), f"--input-type={kind}"]
    done = subprocess.run(command, input=program, capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def sources(folder, **texts):
    for name, text in texts.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder


def test_the_kept_files_are_what_the_sources_give(count):
    assert bundles.outdated() == [], "make bundles"
    count("demos kept for JupyterLab as their sources give them", len(DEMOS))


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """A copy of the kept files in which one is out of date, one is missing, one is too much."""
    folder = tmp_path / "sigmoids/demos/bundles"
    shutil.copytree(kit.BUNDLES, folder)
    monkeypatch.setattr(kit, "BUNDLES", folder)
    (folder / "slope.js").write_text("export default {};", encoding="utf-8")
    (folder / "lenet.js").unlink()
    (folder / "gone.js").touch()
    return folder


def test_a_kept_file_that_is_out_of_date_is_named(kept, capsys):
    assert bundles.main(["--check"]) == 1
    said = [line.split()[0] for line in capsys.readouterr().err.splitlines()]
    assert said == [f"sigmoids/demos/bundles/{name}.js" for name in ("gone", "slope", "lenet")]
    assert (kept / "gone.js").exists() and not (kept / "lenet.js").exists()


def test_kept_files_are_written_anew_and_a_second_time_nothing_is(kept, capsys):
    assert bundles.main([]) == 0 and len(capsys.readouterr().out.splitlines()) == 3
    assert bundles.main([]) == 0 and capsys.readouterr().out == ""
    assert {path.stem for path in kept.iterdir()} == set(DEMOS)
    assert (kept / "slope.js").read_text(encoding="utf-8") == kit.module("slope")


def test_a_demo_whose_file_was_not_made_yet_says_so():
    text = base64.b64encode(kit.module("tomorrow").encode()).decode()
    shown = run(f"""
        const {{ default: demo }} = await import("data:text/javascript;base64,{text}");
        const el = {{}};
        demo.render({{ el }});
        console.log(JSON.stringify(el.textContent));
    """)
    assert shown.endswith("tomorrow.js is not there yet. Write it: python -m sigmoids_book.bundles")


@pytest.mark.parametrize("stem", DEMOS)
def test_the_file_for_jupyterlab_stands_alone(stem):
    text = base64.b64encode(kit.module(stem).encode()).decode()
    assert run(f"""
        const module = await import("data:text/javascript;base64,{text}"); // has no neighbours
        const render = module.default.render;
        const names = [module, module.default].map(Object.keys);
        console.log(JSON.stringify([...names, typeof render]));
    """) == [["default"], ["render"], "function"]


def test_each_script_of_a_page_stands_alone_and_makes_no_global_name():
    scripts = bundles.bundle({stem: bundles.script(stem) for stem in DEMOS})
    found = run(
        f"""
        const vm = require("node:vm");
        const defined = [];
        const define = (name, value) => defined.push([name, typeof value]);
        const window = {{ sigmoids: {{ define }} }};
        const context = vm.createContext({{ window }});
        for (const text of {json.dumps(list(scripts.values()))}) vm.runInContext(text, context);
        console.log(JSON.stringify([defined, Object.keys(context)]));
    """,
        kind="commonjs",
    )
    assert found == [[[stem, "function"] for stem in DEMOS], ["window"]]


def test_files_may_use_the_same_names_for_their_own(tmp_path):
    secret = 'const secret = "{0}";\nexport const {0} = () => secret;\n'
    folder = sources(tmp_path, a=secret.format("a"), b=secret.format("b"))
    says = 'import { a } from "./a.js"; import { b } from "./b.js"; '
    says += "console.log(JSON.stringify([a(), b()]));"
    made = bundles.bundle({"both": Entry(says, "iife", folder)})
    assert run(made["both"]) == ["a", "b"]


def test_the_same_bytes_come_out_again_and_in_another_folder(tmp_path):
    elsewhere = shutil.copytree(kit.FOLDER.parent, tmp_path / "a copy") / kit.FOLDER.name
    here = bundles.script("lenet")
    entries = {"here": here, "again": here, "there": Entry(here.says, here.kind, elsewhere)}
    assert len(set(bundles.bundle(entries).values())) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("export const a = 1;\nexport const b = (;\n", "a.js, line 2: Unexpected"),
        ("export const b = 1;\n", 'No matching export in "'),
        ('import "./nowhere.js";\n', 'a.js, line 1: Could not resolve "./nowhere.js"'),
        ("export const a = 1;\na = 2;\n", "a.js, line 2: Cannot assign to"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_line(tmp_path, text, told):
    entry = Entry('import { a } from "./a.js"; console.log(a);', "iife", sources(tmp_path, a=text))
    with pytest.raises(node.NodeError) as caught:
        bundles.bundle({"a": entry, "slope": bundles.script("slope")})
    assert told in str(caught.value)


def test_without_esbuild_it_says_how_to_install_it(tmp_path, monkeypatch):
    monkeypatch.setattr(bundles, "PROGRAM", shutil.copy(bundles.PROGRAM, tmp_path))
    with pytest.raises(node.NodeError, match="Install it: python -m"):
        bundles.bundle({"slope": bundles.script("slope")})


@pytest.fixture
def site(tmp_path, monkeypatch):
    """The site's command, in a folder where it begins to build; all that it says is in `capsys`."""
    (tmp_path / "_config.yml").touch()
    monkeypatch.chdir(tmp_path)
    for name in ("SITE_URL", "GITHUB_REPOSITORY"):
        monkeypatch.delenv(name, raising=False)
    return importlib.import_module("sigmoids_book.site.__main__")


def test_a_script_that_is_wrong_stops_the_build_with_file_and_line(site, monkeypatch, capsys):
    folder = sources(Path.cwd(), a="export const a = 1;\nexport const b = (;\n")
    wrong = {"site.js": Entry('import "./a.js";', "iife", folder)}
    monkeypatch.setattr(assets, "entries", lambda: wrong)
    assert site.main() == 1
    said = capsys.readouterr()
    assert said.out == "" and "a.js, line 2: Unexpected" in said.err
    assert not Path("_build").exists()


def test_without_npms_registry_the_build_says_in_one_line_what_to_do(site, monkeypatch, capsys):
    def install(*_):
        raise node.NodeError("npm's registry gave no packages")

    monkeypatch.setattr(node, "install", install)
    assert site.main() == 1
    assert capsys.readouterr() == ("", "npm's registry gave no packages\n")
