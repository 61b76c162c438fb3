"""benchmarks/speed.py, in a run of seconds: what it refuses, and that its tables can be read."""

import json

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from benchmarks import speed  # noqa: E402
from sigmoids import datasets  # noqa: E402


@pytest.fixture
def alone(monkeypatch):
    """One place and no compiler: the quickest run there is."""
    monkeypatch.setattr(speed, "find_compiler", lambda device: False)
    threads = torch.get_num_threads()
    yield
    torch.set_num_threads(threads)


def test_a_run_writes_tables_that_the_loader_reads(alone, monkeypatch, tmp_path, capsys):
    folder = tmp_path / "speed/here"
    arguments = ["--out", str(folder), "--rounds", "2", "--sizes", "1", "100", "--widths", "8"]
    assert speed.main(arguments) == 0
    assert capsys.readouterr().out == f"{folder}\n"
    monkeypatch.setattr(datasets, "FOLDER", tmp_path)
    arrays, layers, machine = datasets.load_speed("here")
    assert {code for code, _, _ in arrays} >= {*speed.NUMPY, *speed.TORCH, "math"}
    assert {code for code, _, _ in layers} == {"linear", "sigmoid", "relu"}
    times = arrays["usual", "one", "float32"]
    assert times.size.tolist() == [1, 100]
    assert np.all((0 < times.least) & (times.least <= times.median))
    assert np.all((times.median <= times.upper) & (times.upper < 1))
    assert machine["cores"] == speed.CORES and machine["bandwidth_gb_s"]["one"] > 0


@pytest.mark.parametrize("dtype", speed.DTYPES)
@pytest.mark.parametrize("code", speed.NUMPY)
def test_every_numpy_code_is_right_also_where_blocks_end(code, dtype):
    x = np.linspace(-10, 10, 2 * speed.BLOCK + 1, dtype=dtype)
    speed.check(code, dtype, x, speed.NUMPY[code](x, np.empty_like(x)))


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("usual", lambda x: 1 / (1 + np.exp(x))),
        ("usual", lambda x: (1 / (1 + np.exp(-x))).astype(np.float64)),
        ("copy", lambda x: x * np.float32(1 + 1e-6)),
        ("relu", np.abs),
    ],
    ids=["other sign", "other type", "nearly a copy", "other kink"],
)
def test_a_wrong_result_is_not_timed(code, wrong):
    x = np.linspace(-10, 10, 101, dtype=np.float32)
    with pytest.raises(AssertionError, match=code):
        speed.check(code, "float32", x, wrong(x))


def test_without_a_compiler_it_says_so(monkeypatch, capsys):
    def missing(x):
        raise RuntimeError("No working C++ compiler found\nmore")

    monkeypatch.setattr(speed, "compiled_usual", missing)
    assert not speed.find_compiler("cpu")
    assert capsys.readouterr().err.endswith("compiler: No working C++ compiler found\n")


@pytest.mark.parametrize(
    ("name", "cores", "gpu", "folder"),
    [
        ("Intel(R) Xeon(R) Processor", 2, "", "xeon-2-cores"),
        ("Intel(R) Core(TM) i7-9700K CPU @ 3.60GHz", 8, "", "core-i7-9700k-8-cores"),
        ("AMD EPYC 7763 64-Core Processor", 16, "NVIDIA H200", "epyc-7763-16-cores-h200"),
        ("AMD Ryzen 5 5600G with Radeon Graphics", 12, "", "ryzen-5-5600g-12-cores"),
        ("Apple M2", 1, "", "apple-m2-1-core"),
    ],
)
def test_a_machines_folder_says_what_it_is(name, cores, gpu, folder):
    assert speed.slug(name, cores, gpu) == folder


def test_one_round_is_refused_since_it_has_no_spread(capsys):
    with pytest.raises(SystemExit):
        speed.main(["--rounds", "1"])
    assert "a spread needs two" in capsys.readouterr().err


@pytest.mark.parametrize("folder", sorted((datasets.FOLDER / "speed").glob("*/")), ids=str)
def test_committed_tables_name_no_host_and_are_whole(folder):
    arrays, layers, machine = datasets.load_speed(folder.name)
    assert folder.name.startswith(machine["name"])
    assert "host" not in json.dumps(machine).lower()
    for code in (*speed.NUMPY, *speed.TORCH):
        for dtype in speed.DTYPES:
            times = arrays[code, "one", dtype]
            assert times.size.tolist() == speed.SIZES
            assert np.all(times.least <= times.median) and np.all(times.median <= times.upper)
    assert layers["linear", "one", "float32"].size.tolist() == speed.WIDTHS
