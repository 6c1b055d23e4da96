"""How many processes a machine or container is good for."""

import os
from pathlib import Path

import pytest

from extract.batch.cores import cores


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({}, 8, id="no-groups"),
        pytest.param({"cpu.max": "max 100000"}, 8, id="no-limit"),
        pytest.param({"cpu.max": "200000 100000"}, 2, id="two-cores"),
        pytest.param({"cpu.max": "250000 100000"}, 3, id="two-and-a-half"),
        pytest.param({"cpu.max": "10000 100000"}, 1, id="a-tenth"),
        pytest.param({"cpu.max": "9900000 100000"}, 8, id="more-than-there-are"),
        pytest.param({"cpu/cpu.cfs_quota_us": "400000", "cpu/cpu.cfs_period_us": "100000"}, 4, id="version-1"),
        pytest.param({"cpu/cpu.cfs_quota_us": "-1", "cpu/cpu.cfs_period_us": "100000"}, 8, id="version-1-no-limit"),
    ],
)
def test_quota(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str], expected: int) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(8)), raising=False)
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{content}\n")
    assert cores(tmp_path) == expected
