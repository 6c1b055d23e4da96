import gzip
from pathlib import Path

import pytest

from extract.errors import OutputError
from extract.write.files import replacing


def test_file_is_there_as_a_whole(tmp_path: Path) -> None:
    target = tmp_path / "facts.jsonl"
    target.write_text("old")
    with replacing(target) as stream:
        stream.write("né\r\nw\n")
        assert target.read_text() == "old"
    assert target.read_bytes() == "né\r\nw\n".encode()
    assert list(tmp_path.iterdir()) == [target]


def test_error_leaves_the_old_file_alone(tmp_path: Path) -> None:
    target = tmp_path / "facts.jsonl"
    target.write_text("old")
    with pytest.raises(TypeError), replacing(target) as stream:
        stream.write(1)
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "target")
    with replacing(tmp_path / "link") as stream:
        stream.write("new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_text() == "new"


@pytest.mark.parametrize("suffix", [".gz", ".bz2", ".xz", ".zst"])
def test_compressed_without_a_time_stamp(tmp_path: Path, suffix: str) -> None:
    if suffix == ".zst":
        pytest.importorskip("backports.zstd")
    for name in ("a", "b"):
        with replacing(tmp_path / f"{name}{suffix}") as stream:
            stream.write("fact\n" * 9)
    assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()
    if suffix == ".gz":
        assert gzip.decompress((tmp_path / "a.gz").read_bytes()) == b"fact\n" * 9


@pytest.mark.parametrize(
    ("path", "words"),
    [
        pytest.param("/dev/full", "No space left", id="disk-full"),
        pytest.param("nowhere/facts.jsonl", "No such file or directory", id="no-such-folder"),
    ],
)
def test_unwritable(tmp_path: Path, path: str, words: str) -> None:
    with pytest.raises(OutputError, match=words), replacing(tmp_path / path) as stream:
        stream.write("x" * 10**6)
