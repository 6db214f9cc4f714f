import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.yamlfile import MAX_BYTES, parse, read


def problems(text: str) -> list[str]:
    return [str(problem) for problem in parse(text, "a.yaml").problems]


def test_every_scalar_stays_the_text_that_was_typed() -> None:
    content = parse("version: 1.10\nanswer: NO\ntime: 19:20\nnumber: 010\nday: 2005-02-04\nquoted: 'null'\n", "a.yaml")
    assert content.value == {
        "version": "1.10",
        "answer": "NO",
        "time": "19:20",
        "number": "010",
        "day": "2005-02-04",
        "quoted": "null",
    }


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_is_read_as_no_value(nothing: str) -> None:
    assert parse(f"key: {nothing}\n", "a.yaml").value == {"key": None}


def test_every_part_knows_its_line() -> None:
    content = parse("first: one\nlist:\n  - a\n  - key: b\n", "a.yaml")
    assert content.line(("first",)) == 1
    assert content.line(("list", 1, "key")) == 4
    assert content.line(("list", 1, "no such key")) == 4


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "a.yaml:1: the file is empty; "),
        ("# only a comment\n", "a.yaml:1: the file is empty; "),
        ("a: 1\nb: 2\na: 3\n", "a.yaml:3: 'a' is given twice, first in line 1; "),
        ("a: &here one\n", "a.yaml:1: '&here' names a place (a YAML anchor); "),
        ("a: !!python/object/apply:os.system [ls]\n", "a.yaml:1: 'tag:yaml.org,2002:python/object/apply:os.system' is"),
        ("a: 1\n---\nb: 2\n", "a.yaml:2: a second document begins here; "),
        ("a: 'never closed\n", "this is not YAML"),
        ("ok: 1\na: b: c\n", "a.yaml:2: this is not YAML"),
        ("a:\n\t- b\n", "a.yaml:2: this is not YAML"),
        ("a: \x07\n", "a.yaml:1: there is a character that YAML does not allow; "),
        ("? [a, b]\n: c\n", "a.yaml:1: a key is a list or a mapping; "),
        ("[" * 30, "a.yaml:1: the file is nested more than 20 deep; "),
    ],
)
def test_each_kind_of_mistake_has_a_line_of_its_own(text: str, problem: str) -> None:
    assert any(problem in said for said in problems(text))


def test_aliases_that_explode_are_refused_at_the_first_one() -> None:
    laughs = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
    assert "a.yaml:2: '*' refers to another place (a YAML alias); write the text out" in problems(laughs)


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_text("a: " + "x" * MAX_BYTES, encoding="utf-8")
    assert "bytes; split it" in str(read(file, tmp_path).problems[0])


def test_invalid_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "latin.yaml"
    file.write_bytes(b"a: ok\nb: caf\xe9\n")
    assert str(read(file, tmp_path).problems[0]).startswith(f"{tmp_path.name}/latin.yaml:2: the file is not UTF-8 text")


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


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    content = parse(text, "a.yaml")
    assert content.problems or content.value is not None


@given(st.dictionaries(st.text(st.characters(categories=["L", "N"]), min_size=1), st.text(min_size=1), min_size=1))
def test_any_text_written_as_yaml_is_read_back_unchanged(content: dict[str, str]) -> None:
    import yaml  # noqa: PLC0415 - only this test writes YAML

    written = yaml.safe_dump(content, allow_unicode=True, default_style='"')
    assert parse(written, "a.yaml").value == content
