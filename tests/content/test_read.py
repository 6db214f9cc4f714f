import os
from pathlib import Path

import pytest

from bot.bounds import LARGEST_FILE
from bot.content.read import listed, read


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_text("a: " + "x" * LARGEST_FILE, encoding="utf-8")
    assert "bytes; split it" in str(read(file, tmp_path).problems[0])


def test_invalid_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "latin.yaml"
    file.write_bytes(b"a: ok\nb: caf\xe9\n")
    assert str(read(file, tmp_path).problems[0]).startswith(
        f"{tmp_path.name}/latin.yaml:2: V004 the file is not UTF-8 text"
    )


def test_a_link_that_leaves_its_folder_is_not_followed(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    outside = tmp_path / "outside.yaml"
    outside.write_text("a: secret", encoding="utf-8")
    (inside / "link.yaml").symlink_to(outside)
    content = read(inside / "link.yaml", inside)
    assert content.value is None
    assert "leaves its folder" in str(content.problems[0])


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "shut.yaml"
    file.write_text("a: 1", encoding="utf-8")
    file.chmod(0)
    assert "cannot be read" in str(read(file, tmp_path).problems[0])


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    assert "cannot be read" in str(read(tmp_path / "none.yaml", tmp_path).problems[0])


def test_files_that_editors_and_systems_leave_behind_are_not_listed(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in ("b.yaml", "a.yaml", ".#a.yaml", "._a.yaml", "a.yaml~", "#a.yaml#", ".a.yaml.swp", ".git/c.yaml"):
        (tmp_path / name).write_text("a: 1", encoding="utf-8")
    assert [file.name for file in listed(tmp_path, "**/*")] == ["#a.yaml#", "a.yaml", "b.yaml"]
    assert [file.name for file in listed(tmp_path, "*.yaml")] == ["a.yaml", "b.yaml"]
