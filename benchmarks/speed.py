"""`make bench`: the time of every sigmoid on this machine, beside that of a copy.

    python -m benchmarks.speed [--out DIR] [--rounds N] [--sizes N ...]

writes values.csv, layers.csv and machine.json, by default into data/speed/<machine>/, which
`load_speed("<machine>")` reads; SOURCE.md there says what the columns mean. Every code is first
checked against the formula. In a round each code runs once, at every size, in an order that is
drawn anew, so that a disturbance hits all alike. Where PyTorch finds a GPU, it is measured too.
"""

import argparse
import contextlib
import csv
import datetime
import functools
import gc
import itertools
import json
import math
import os
import platform
import random
import re
import shutil
import statistics
import subprocess
import sys
import time
import types
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy
import torch
from scipy.special import expit
from tqdm import tqdm

from sigmoids import terminal
from sigmoids.functions import logistic
from sigmoids_book import processors
from tests.support import ROOT

FOLDER = ROOT / "data/speed"
DTYPES = ("float32", "float64")
SIZES = [scale * 10**power for power in range(8) for scale in (1, 3)][:-1]
WIDTHS = [2**power for power in range(4, 12)]
EXAMPLES = 1024  # of a layer's input
BLOCK = 8192  # elements: small enough for the second cache
TOLERANCE = {"float32": 1e-6, "float64": 4e-15}  # a few ulp
SHORTEST = 3e-4  # seconds of one measurement; shorter calls are repeated
CORES = processors.available()
THREADS = {"one": 1, "all": CORES}
# A thread's own clock stands still while another program has the core. Windows' ticks too seldom.
OWN_CLOCK = time.perf_counter if sys.platform == "win32" else time.thread_time


# The codes. Each takes the input and an array of its size that it may write its result to.


def usual(x, out):
    return 1 / (1 + np.exp(-x))


def by_sign(x, out):
    q = np.exp(-np.abs(x))
    return np.where(x < 0, q, 1) / (1 + q)


def passes(x, out):
    np.negative(x, out=out)
    np.exp(out, out=out)
    np.add(out, 1, out=out)
    return np.divide(1, out, out=out)


def blocks(x, out):
    for start in range(0, x.size, BLOCK):
        passes(x[start : start + BLOCK], out[start : start + BLOCK])
    return out


def copy(x, out):
    np.copyto(out, x)
    return out


def torch_usual(x, out):
    return 1 / (1 + torch.exp(-x))


def torch_trip(x, out):
    """From the processor's memory to the GPU and back."""
    return out.copy_(torch.sigmoid(x.cuda()))


NUMPY = {
    "copy": copy,
    "usual": usual,
    "by sign": by_sign,
    "passes": passes,
    "blocks": blocks,
    "expit": lambda x, out: expit(x),
    "expit out": lambda x, out: expit(x, out=out),
    "logistic": lambda x, out: logistic(x),
    "exp": lambda x, out: np.exp(x, out=out),
    "relu": lambda x, out: np.maximum(x, 0, out=out),
}
TORCH = {
    "torch copy": lambda x, out: out.copy_(x),
    "torch usual": torch_usual,
    "torch": lambda x, out: torch.sigmoid(x),
    "torch out": lambda x, out: torch.sigmoid(x, out=out),
    "torch relu": lambda x, out: torch.relu(x),
}


def right_result(code: str, x: np.ndarray) -> np.ndarray:
    """What a code must give, in float64."""
    x = np.asarray(x, np.float64)
    if code.endswith("copy"):
        return x
    if code.endswith("relu"):
        return np.maximum(x, 0)
    return np.exp(x) if code == "exp" else 1 / (1 + np.exp(-x))


def check(code: str, dtype: str, x, result) -> None:
    """Raise an AssertionError that names the code if its result is not right."""
    tolerance = 0 if code.endswith("copy") else TOLERANCE[dtype]
    result = result.cpu().numpy() if isinstance(result, torch.Tensor) else np.asarray(result)
    x = x.cpu().numpy() if isinstance(x, torch.Tensor) else x
    np.testing.assert_allclose(
        result, right_result(code, x), rtol=tolerance, atol=0, err_msg=f"{code}, {dtype}"
    )
    assert code == "math" or result.dtype == dtype, f"{code} turns {dtype} into {result.dtype}"


# Their times


@dataclass
class Run:
    """One code at one size: what to call, where, how often, and the seconds of each round."""

    key: tuple  # code, where, dtype, size
    call: Callable
    repeats: int = 1
    seconds: list = None

    def measure(self) -> float:
        """Mean seconds of a call, over `repeats` of them after one that is not counted."""
        where = self.key[1]
        if where in THREADS and torch.get_num_threads() != THREADS[where]:
            torch.set_num_threads(THREADS[where])
        self.call()
        if where == "gpu":  # calls return before the GPU has done its work
            start, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
            start.record()
            for _ in itertools.repeat(None, self.repeats):
                self.call()
            end.record()
            end.synchronize()
            return start.elapsed_time(end) / 1000 / self.repeats
        clock = OWN_CLOCK if where == "one" else time.perf_counter
        start = clock()
        for _ in itertools.repeat(None, self.repeats):
            self.call()
        return (clock() - start) / self.repeats

    def calibrate(self) -> None:
        once = min(self.measure() for _ in range(3))
        self.repeats = max(1, math.ceil(SHORTEST / once))
        self.seconds = []


def rounds(runs: list[Run], count: int, what: str) -> None:
    """Measure each run `count` times, in another order in each round."""
    shuffled = random.Random(1838)
    gc.disable()  # as timeit does
    try:
        for run in tqdm(runs, desc=f"{what}: how often", file=sys.stderr):
            run.calibrate()
        for _ in tqdm(range(count), desc=f"{what}: rounds", file=sys.stderr):
            for run in shuffled.sample(runs, len(runs)):
                run.seconds.append(run.measure())
    finally:
        gc.enable()


def compiled_usual(x) -> Callable:
    """`torch_usual` compiled for this size, type and number of threads."""

    def formula(x):
        return 1 / (1 + torch.exp(-x))

    # All compilations of one code object stand in one list, searched at each call: give it its own.
    own = types.FunctionType(formula.__code__.replace(), globals())
    call = functools.partial(torch.compile(own, dynamic=False), x)
    call()
    return call


def find_compiler(device: str) -> bool:
    """Whether torch.compile works for this device; if not, say so."""
    try:
        compiled_usual(torch.ones(2, device=device))
    except Exception as error:  # it raises many kinds, by what is missing
        reason = str(error).strip().splitlines()[0]
        print(
            f"torch.compile is left out for {device}, it found no compiler: {reason}",
            file=sys.stderr,
        )
        return False
    return True


def places() -> list[str]:
    """Where PyTorch can run: one thread, all threads if there are more, a GPU if there is one."""
    return ["one", *(["all"] if CORES > 1 else []), *(["gpu"] if torch.cuda.is_available() else [])]


def elementwise_runs(sizes: list[int]) -> list[Run]:
    """Every code at every size, in both types, checked."""
    runs = []

    def add(code, where, x, call):
        dtype = str(x.dtype).removeprefix("torch.")
        check(code, dtype, x, call())
        runs.append(Run((code, where, dtype, x.shape[0]), call))

    devices = {where: "cuda" if where == "gpu" else "cpu" for where in places()}
    compiler = {device: find_compiler(device) for device in set(devices.values())}
    longest = np.random.default_rng(1838).uniform(-10, 10, size=max(sizes))
    cases = list(itertools.product(DTYPES, sizes))
    for dtype, size in tqdm(cases, desc="check and compile", file=sys.stderr):
        x = longest[:size].astype(dtype)
        out = np.empty_like(x)
        for code, call in NUMPY.items():
            add(code, "one", x, functools.partial(call, x, out))
        for where in devices:
            torch.set_num_threads(THREADS.get(where, 1))
            a = torch.from_numpy(x).to(devices[where])
            b = torch.empty_like(a)
            for code, call in TORCH.items():
                add(code, where, a, functools.partial(call, a, b))
            if compiler[devices[where]]:
                add("torch compiled", where, a, compiled_usual(a))
            if where == "gpu":
                trip = functools.partial(torch_trip, torch.from_numpy(x), torch.from_numpy(out))
                add("torch trip", where, torch.from_numpy(x), trip)
    value = float(longest[0])
    add("math", "one", longest[:1], lambda: 1 / (1 + math.exp(-value)))
    return runs


def layer_runs(widths: list[int]) -> list[Run]:
    """A linear layer of 1024 examples, and what may follow it; float32, as networks use."""
    runs = []
    generator = torch.Generator().manual_seed(1838)
    for width, where in itertools.product(widths, places()):
        device = "cuda" if where == "gpu" else "cpu"
        weight = torch.randn(width, width, generator=generator).to(device) / width**0.5
        a = torch.randn(EXAMPLES, width, generator=generator).to(device)
        z = torch.nn.functional.linear(a, weight)
        calls = {
            "linear": functools.partial(torch.nn.functional.linear, a, weight),
            "sigmoid": functools.partial(torch.sigmoid, z),
            "relu": functools.partial(torch.relu, z),
        }
        runs += [Run((code, where, "float32", width), call) for code, call in calls.items()]
    return runs


# The machine


def ceiling_runs(longest: int, rows: int) -> list[Run]:
    """What the machine can do at best: a long copy, and products of square matrices."""
    runs = []
    for where in places():
        device = "cuda" if where == "gpu" else "cpu"
        a = torch.ones(longest // 8, dtype=torch.float64, device=device)
        copying = functools.partial(torch.empty_like(a).copy_, a)
        runs.append(Run(("copy", where, "float64", longest), copying))
        for dtype in DTYPES:
            m = torch.randn(rows, rows, dtype=getattr(torch, dtype), device=device)
            product = functools.partial(torch.mm, m, m)
            runs.append(Run(("product", where, dtype, rows), product))
    return runs


def ceilings(runs: list[Run]) -> dict:
    """Their least times as rates: bytes read and written, multiplications and additions."""
    found = {"bandwidth_gb_s": {}, "arithmetic_gflop_s": {}}
    for run in runs:
        code, where, dtype, size = run.key
        rate = (2 * size if code == "copy" else 2 * size**3) / min(run.seconds) / 1e9
        if code == "copy":
            found["bandwidth_gb_s"][where] = float(f"{rate:.4g}")
        else:
            rates = found["arithmetic_gflop_s"].setdefault(where, {})
            rates[dtype] = float(f"{rate:.4g}")
    return found


def processor() -> str:
    """The processor's name, as the system gives it."""
    name = ""
    with contextlib.suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8")
        if found := re.search(r"^model name\s*:\s*(.+)$", lines, flags=re.MULTILINE):
            name = found[1]
    if platform.system() == "Darwin":
        name = told("sysctl", "-n", "machdep.cpu.brand_string")
    return name or platform.processor() or platform.machine()


def caches() -> dict[str, int]:
    """Bytes of the caches that hold data and that the first core uses, where Linux tells."""
    found = {}
    for folder in sorted(Path("/sys/devices/system/cpu/cpu0/cache").glob("index*")):
        with contextlib.suppress(OSError):
            level, kind, size = (
                (folder / name).read_text(encoding="utf-8").strip()
                for name in ("level", "type", "size")
            )
            if kind != "Instruction":
                found[f"L{level}"] = int(size.removesuffix("K")) * 1024
    return found


def memory() -> int:
    """Bytes of main memory, or 4 GiB where the system does not tell."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return 4 * 2**30


def told(*command: str) -> str:
    """The first line that a command prints, or nothing."""
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", errors="replace", timeout=20
        )
        return (done.stdout.splitlines() or [""])[0]
    return ""


def slug(name: str, cores: int, gpu: str = "") -> str:
    """A folder's name for a machine, such as `xeon-2-cores`."""
    plain = re.sub(r"\((R|TM|C)\)|@.*|CPU|Processor|\d+-Core|with .*", " ", name, flags=re.I)
    count = f"{cores} core{'s' * (cores > 1)}"
    words = re.findall(r"[a-z0-9]+", f"{plain} {count} {gpu}".lower())
    makers = {"intel", "amd", "nvidia", "geforce"}
    return "-".join(word for word in words if word not in makers)


def describe() -> dict:
    """What machine.json says of the machine and its programs."""
    gpu = torch.cuda.get_device_name() if torch.cuda.is_available() else ""
    flags = ""
    with contextlib.suppress(OSError):
        flags = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    simd = np.show_config(mode="dicts").get("SIMD Extensions", {})
    return {
        "name": slug(processor(), CORES, gpu),
        "processor": processor(),
        "cores": CORES,
        "virtual": "hypervisor" in flags,
        "gpu": gpu,
        "cache_bytes": caches(),
        "memory_gib": round(memory() / 2**30),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "numpy": np.__version__,
        "numpy_simd": [*simd.get("baseline", []), *simd.get("found", [])],
        "numpy_disabled": os.environ.get("NPY_DISABLE_CPU_FEATURES", ""),
        "scipy": scipy.__version__,
        "torch": torch.__version__,
        "torch_simd": torch.backends.cpu.get_cpu_capability(),
        "compiler": told(os.environ.get("CXX") or shutil.which("c++") or "c++", "--version"),
        "date": datetime.date.today().isoformat(),
    }


# The tables


def write_table(path: Path, runs: list[Run], size: str) -> None:
    """One row a run: least, median and upper quartile of its rounds, in nanoseconds a call."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["code", "where", "dtype", size, "least_ns", "median_ns", "upper_ns"])
        for run in sorted(runs, key=lambda run: run.key):
            quartiles = statistics.quantiles(run.seconds, n=4, method="inclusive")
            numbers = (min(run.seconds), quartiles[1], quartiles[2])
            table.writerow([*run.key, *(f"{1e9 * seconds:.4g}" for seconds in numbers)])


def load_average() -> list[float]:
    return [round(value, 2) for value in os.getloadavg()] if hasattr(os, "getloadavg") else []


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--out", type=Path, help="folder for the tables")
    parser.add_argument("--rounds", type=int, default=30, help="of all codes, 2 or more")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers in an array")
    parser.add_argument("--widths", type=int, nargs="+", default=WIDTHS, help="of a layer")
    options = parser.parse_args(arguments)
    if options.rounds < 2:
        parser.error("--rounds must be 2 or more: a spread needs two")
    warnings.filterwarnings("ignore", module="torch")
    machine = describe()
    before = load_average()
    runs = elementwise_runs(options.sizes)
    rounds(runs, options.rounds, "arrays")
    layers = layer_runs(options.widths)
    rounds(layers, options.rounds, "layers")
    trial = max(options.sizes) < 10**6  # then the ceilings need not be high
    largest = max(machine["cache_bytes"].values(), default=2**25)
    longest = 2**20 if trial else max(2**27, min(4 * largest, memory() // 8))
    best = ceiling_runs(longest, rows=64 if trial else 2048)
    rounds(best, max(2, options.rounds // 2), "ceilings")
    machine |= {"copy_bytes": longest, **ceilings(best)}
    machine |= {
        "own_clock": OWN_CLOCK.__name__,
        "rounds": options.rounds,
        "block": BLOCK,
        "layer_examples": EXAMPLES,
    }
    machine |= {"load_before": before, "load_after": load_average()}
    folder = options.out or FOLDER / machine["name"]
    folder.mkdir(parents=True, exist_ok=True)
    write_table(folder / "values.csv", runs, "size")
    write_table(folder / "layers.csv", layers, "width")
    text = json.dumps(machine, indent=2, ensure_ascii=False) + "\n"
    (folder / "machine.json").write_text(text, encoding="utf-8")
    print(folder)
    return 0


if __name__ == "__main__":
    sys.exit(terminal.run(main))
