import os
from pathlib import Path

import pytest

from extract.errors import InputError
from extract.read.sources import find


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "news"
    for name in ("b.txt", "a.html", "sub/c.jsonl.gz", "sub/d.md", ".hidden.txt", ".git/e.txt", "z.bin"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")
    (folder / "sub" / "loop").symlink_to(folder)
    (folder / "broken.txt").symlink_to(folder / "nowhere")
    (folder / "linked.txt").symlink_to(folder / "b.txt")
    os.mkfifo(folder / "pipe.txt")
    monkeypatch.chdir(tmp_path)
    return folder


def test_folder_gives_its_articles_sorted(news: Path) -> None:
    assert list(find(["news"])) == ["news/a.html", "news/b.txt", "news/linked.txt", "news/sub/c.jsonl.gz"]


@pytest.mark.parametrize(
    ("glob", "found"),
    [
        pytest.param("*.md", ["news/sub/d.md"], id="by-name"),
        pytest.param("sub/*", ["news/sub/c.jsonl.gz", "news/sub/d.md"], id="by-path"),
    ],
)
def test_glob_overrides_the_suffixes(news: Path, glob: str, found: list[str]) -> None:
    assert list(find(["news"], glob)) == found


def test_own_output_is_no_input(news: Path) -> None:
    assert list(find(["news"], but=["news/b.txt", "news/sub"])) == ["news/a.html", "news/linked.txt"]


def test_files_as_given_in_the_order_given(news: Path) -> None:
    assert list(find(["news/sub/d.md", "-", "news/b.txt"])) == ["news/sub/d.md", "-", "news/b.txt"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        pytest.param("news/none.txt", "missing", id="missing"),
        pytest.param("news/pipe.txt", "special", id="named-pipe"),
        pytest.param("news/.git/hooks", "missing", id="missing-folder"),
        pytest.param("empty", "missing", id="folder-without-articles"),
    ],
)
def test_error_in_the_place_of_a_path(news: Path, path: str, kind: str) -> None:
    (news.parent / "empty").mkdir()
    [error, file] = find([path, "news/b.txt"])
    assert isinstance(error, InputError)
    assert (error.place, error.kind) == (path, kind)
    assert file == "news/b.txt"


def test_facts_that_the_command_wrote_are_no_articles(tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text("Peru left.", encoding="utf-8")
    (tmp_path / "talks.txt.jsonl").write_text('{"type":"date","schema":"1","id":"date-1"}\n', encoding="utf-8")
    (tmp_path / "more.jsonl").write_text('{"id":"a","text":"Peru left."}\n', encoding="utf-8")
    assert [str(path) for path in find([str(tmp_path)])] == [str(tmp_path / "more.jsonl"), str(tmp_path / "talks.txt")]


def test_closed_folder_is_told(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stands in for a folder without permission to read, which stops everybody but root."""
    scandir = os.scandir

    def guarded(path: str) -> object:
        if path == "news/sub":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    error, *files = find(["news"])
    assert str(error) == "news/sub: permission denied: make the folder readable"
    assert files == ["news/a.html", "news/b.txt", "news/linked.txt"]
