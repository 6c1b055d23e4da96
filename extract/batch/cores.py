"""How many processor cores are at hand: those of the machine that this process may use, and may use fully."""

import os
from collections.abc import Iterator
from math import ceil
from pathlib import Path

_CGROUPS = Path("/sys/fs/cgroup")


def cores(cgroups: Path = _CGROUPS) -> int:
    """The cores that the affinity of this process and the quotas of its control groups (containers) leave to it."""
    return max(1, min([_allowed(), *map(ceil, _quotas(cgroups))]))


def _allowed() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1


def _quotas(cgroups: Path) -> Iterator[float]:
    """The cores' worth of time that each group grants, in the files of version 2 and of version 1."""
    for folder in _groups(cgroups):
        match _numbers(folder / "cpu.max"):
            case [quota, period]:
                yield quota / period
        match _numbers(folder / "cpu.cfs_quota_us") + _numbers(folder / "cpu.cfs_period_us"):
            case [quota, period] if quota > 0:
                yield quota / period


def _groups(cgroups: Path) -> Iterator[Path]:
    """The folders of this process's groups, each with those above it."""
    yield from (cgroups, cgroups / "cpu")  # all that there is within most containers
    try:
        lines = Path("/proc/self/cgroup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return
    for line in lines:
        _, controllers, group = line.split(":", 2)
        if not controllers or "cpu" in controllers.split(","):
            for part in [Path(group), *Path(group).parents][:-1]:
                yield cgroups / controllers / str(part).lstrip("/")


def _numbers(file: Path) -> list[int]:
    """The numbers that a file holds; none where it is missing or there is no limit ("max 100000")."""
    try:
        return [int(word) for word in file.read_text(encoding="ascii").split()]
    except (OSError, ValueError):
        return []
