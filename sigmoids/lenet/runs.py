"""The tables of runs: one folder, one machine."""

import contextlib
import csv
import json
import os
import platform
import re
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch

from sigmoids.lenet.net import arrays, quantise
from sigmoids.lenet.training import Settings, Trained


def record(out: Path, settings: Settings, trained: Trained, **row) -> None:
    """Write a run into the tables of a folder: runs.csv, curves.csv, and its weights.

    `row` is what else runs.csv says of it. A run of the same name is replaced.
    """
    name, last = settings.name, trained.curve[-1]
    stored = quantise(arrays(trained.model))
    np.savez_compressed(out / f"{name}.npz", **stored)
    run = {
        "run": name,
        **asdict(settings),
        **row,
        "seconds": round(trained.seconds, 1),
        **{key: value for key, value in last._asdict().items() if key != "epoch"},
    }
    run["distortions"] = int(run["distortions"])
    _replace(out / "runs.csv", name, [run])
    _replace(out / "curves.csv", name, [{"run": name, **e._asdict()} for e in trained.curve])


def _replace(path: Path, run: str, rows: list[dict]) -> None:
    """The table without its rows of this run, with these instead; written whole or not at all."""
    kept = []
    if path.exists():
        with path.open(encoding="utf-8", newline="") as lines:
            kept = [row for row in csv.DictReader(lines) if row["run"] != run]
    if kept and list(kept[0]) != list(rows[0]):
        raise ValueError(f"{path} has other columns. Choose another folder with --out.")
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        table.writeheader()
        for row in sorted(kept + rows, key=lambda row: row["run"]):
            table.writerow({k: f"{v:.6g}" if isinstance(v, float) else v for k, v in row.items()})
    part.replace(path)


def machine() -> dict:
    """What machine.json says: the machine in words, and the versions that decide the numbers."""
    name = platform.processor() or platform.machine()
    with contextlib.suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8")
        if found := re.search(r"^model name\s*:\s*(.+)$", lines, flags=re.MULTILINE):
            name = found[1]
    return {
        "processor": name,
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "simd": torch.backends.cpu.get_cpu_capability(),
        "python": platform.python_version(),
        "torch": torch.__version__,
    }


def same_machine(out: Path) -> None:
    """Write machine.json, or raise ValueError if the one there is of another machine."""
    path, here = out / "machine.json", machine()
    if path.exists() and (there := json.loads(path.read_text(encoding="utf-8"))) != here:
        other = ", ".join(f"{key} {there.get(key)}" for key in here if there.get(key) != here[key])
        raise ValueError(
            f"{out} holds runs of another machine ({other}). Choose another folder with --out."
        )
    path.write_text(json.dumps(here, indent=2) + "\n", encoding="utf-8")
