"""How many processors this process may use: the number of what runs at once goes by it."""

import math
import os
from pathlib import Path

_GROUPS = Path("/sys/fs/cgroup")
_GROUP_OF_PROCESS = Path("/proc/self/cgroup")


def available() -> int:
    """At least 1. The machine's, less what affinity (`taskset`, a batch system) and the quota of a
    container take away."""
    if hasattr(os, "process_cpu_count"):  # Python 3.13
        count = os.process_cpu_count()
    elif hasattr(os, "sched_getaffinity"):  # Linux
        count = len(os.sched_getaffinity(0))
    else:
        count = os.cpu_count()
    return max(1, math.ceil(min(count or 1, _quota())))


def _quota() -> float:
    """Processors' worth of time that Linux's control groups leave; infinite where none is set.

    https://docs.kernel.org/admin-guide/cgroup-v2.html, `cpu.max`: each group up to the root has
    "<microseconds or max> <period>"; version 1 has the two numbers in a file each.
    """
    least = math.inf
    try:
        lines = _GROUP_OF_PROCESS.read_text(encoding="utf-8").splitlines()
    except OSError:
        return least
    for line in lines:
        _, controllers, name = line.split(":", 2)
        if controllers and "cpu" not in controllers.split(","):
            continue
        base = _GROUPS / "cpu" if controllers else _GROUPS
        group = base / name.lstrip("/")
        # In a container the name may be that of a group outside: what it sees is the base.
        for folder in [group, *group.parents]:
            if folder.is_relative_to(base):
                least = min(least, _of_group(folder))
    return least


def _of_group(folder: Path) -> float:
    for names in (("cpu.max",), ("cpu.cfs_quota_us", "cpu.cfs_period_us")):
        try:
            words = " ".join((folder / name).read_text(encoding="utf-8") for name in names).split()
            quota, period = map(int, words)
        except (OSError, ValueError):  # no such file, or "max"
            continue
        if quota > 0 and period > 0:  # version 1 says -1 where there is no limit
            return quota / period
    return math.inf
