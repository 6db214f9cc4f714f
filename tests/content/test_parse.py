import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.parse import parse


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
        ("", "a.yaml:1: V005 the file is empty; "),
        ("# only a comment\n", "a.yaml:1: V005 the file is empty; "),
        ("a: 1\nb: 2\na: 3\n", "a.yaml:3: V011 'a' is given twice, first in line 1; "),
        ("a: &here one\n", "a.yaml:1: V009 '&here' names a place (a YAML anchor); "),
        ("a: !!python/object/apply:os.system [ls]\n", "V009 'tag:yaml.org,2002:python/object/apply:os.system' is"),
        ("a: 1\n---\nb: 2\n", "a.yaml:2: V010 a second document begins here; "),
        ("? [a, b]\n: c\n", "a.yaml:1: V012 a key is a list or a mapping; "),
        ("[" * 30, "a.yaml:1: V013 the file is nested more than 20 deep; "),
    ],
)
def test_each_kind_of_mistake_has_a_line_of_its_own(text: str, problem: str) -> None:
    assert any(problem in said for said in problems(text))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("ok: 1\na: b: c\n", "a.yaml:2: V007 this is not YAML: the ':' after 'a: b' makes it a second key; put the"),
        ("a:b\nc: d\n", "a.yaml:2: V007 this is not YAML: the key 'c' stands where the text above it goes on; write"),
        ("a: 1\njust words\nb: 2\n", "a.yaml:2: V007 this is not YAML: 'just words' is no 'key: value'; "),
        ('a: 1\nb: "never closed\nc: 2\n', "a.yaml:2: V007 this is not YAML: a quotation mark is opened here and"),
        ('a: "one" two\n', "a.yaml:1: V007 this is not YAML: 'two' follows a closed quotation mark; close it"),
        ("a: 'it's'\n", "an apostrophe inside '…' is doubled"),
        ("a: @here\n", "a.yaml:1: V007 this is not YAML: a text cannot begin with '@'; put the text in quotation"),
        ("a: *\n", "a.yaml:1: V007 this is not YAML: a text cannot begin with '*'; "),
        ("a: 1\nb: [\n", "a.yaml:2: V007 this is not YAML: 'b: [' is not brought to its end; close what it opens"),
        ("a: ]\n", "a.yaml:1: V007 this is not YAML: a text cannot begin with ']'; "),
        ("a: [1, 2\nb: 3\n", "a.yaml:1: V007 this is not YAML: the '[' that is opened here is not closed; "),
        ("a: {b: 1\nc: 2\n", "a.yaml:1: V007 this is not YAML: the '{' that is opened here is not closed; "),
        ("a:\n  b: 1\n c: 2\n", "a.yaml:3: V007 this is not YAML: 'c: 2' does not fit the lines above it; "),
        ('a: "\\q"\n', "a.yaml:1: V007 this is not YAML: '\\q' means nothing between double quotation marks; "),
        ("a: | x\n b\n", "a.yaml:1: V007 this is not YAML: 'x' stands beside '|' or '>'; begin the text in the line"),
        ("a\n: b\n", "a.yaml:2: V007 this is not YAML: ': b' stands below a text without a key; "),
        (
            "a\uff1ax\n",
            "a.yaml:1: V007 this is not YAML: a full-width colon stands after the key; type ':' and a space",
        ),
        (
            "a: 1\nb: [#x]\n",
            "a.yaml:2: V007 this is not YAML: '#x]' is taken for a comment, and closes nothing; put it",
        ),
        (
            "a: 1\n<<<<<<< HEAD\nb: 2\n",
            "a.yaml:2: V007 this is not YAML: '<<<<<<< HEAD' is a mark that git leaves where",
        ),
        (
            "```yaml\na: 1\n```\n",
            "a.yaml:1: V007 this is not YAML: '```' stands around an example and is no part of it; ",
        ),
        ("a: 1\n=======\nb: 2\n", "a.yaml:2: V007 this is not YAML: '=======' is a mark that git leaves where two"),
        ("b: 1\na\uff1a x\n", "a.yaml:2: V007 this is not YAML: a full-width colon stands after the key; type ':'"),
    ],
)
def test_what_is_not_yaml_is_told_in_words_for_authors(text: str, problem: str) -> None:
    said = problems(text)
    assert len(said) == 1
    assert problem in said[0]


@pytest.mark.parametrize(
    ("text", "problem", "value"),
    [
        ("a:\n\tb: 1\n", "a.yaml:2: V008 a tab stands in column 1, where YAML wants spaces; ", {"a": {"b": "1"}}),
        ("a:\n\t- b\n\t- c\n", "a.yaml:2: V008 a tab stands in column 1, where YAML wants spaces, and in 1 more", {}),
        ("a:\n  b:\n  \tc: 1\n", "a.yaml:3: V008 a tab stands in column 3, ", {}),
        ("a:\n\u00a0\u00a0b: 1\n", "a.yaml:2: V008 a no-break space (U+00A0) stands in column 1", {"a": {"b": "1"}}),
        ("a:\n  \u200bb: 1\n", "a.yaml:2: V008 a zero width space (U+200B) stands in column 3", {"a": {"b": "1"}}),
        ("a:\n  \ufeffb: 1\n", "a.yaml:2: V008 a byte order mark (U+FEFF) stands in column 3", {"a": {"b": "1"}}),
        ("a:\n\u3000\u3000b: 1\n", "a.yaml:2: V008 a ideographic space (U+3000) stands in column 1", {}),
        ("ro\u200ble: x\n", "a.yaml:1: V008 there is a zero width space (U+200B) in 'role'; type it", {"role": "x"}),
        ("a: wnd-2005\u00a0\n", "a.yaml:1: V008 there is a no-break space (U+00A0) in 'wnd-2005'", {"a": "wnd-2005"}),
        ("a:\u00a0x\n", "a.yaml:1: V008 a no-break space (U+00A0) stands in column 3, where YAML wants", {"a": "x"}),
        ("a: \x07\n", "a.yaml:1: V008 there is a control character (U+0007), which YAML does not allow; ", {}),
    ],
)
def test_an_invisible_character_is_named_and_read_past(text: str, problem: str, value: dict[str, object]) -> None:
    (said,) = problems(text)
    assert said.startswith(problem)
    if value:
        assert parse(text, "a.yaml").value == value


def test_an_invisible_character_in_a_sentence_is_left_alone() -> None:
    content = parse("a: two\u00a0words\nb: >-\n  none\u200b of it\n", "a.yaml")
    assert content.problems == ()
    assert content.value == {"a": "two\u00a0words", "b": "none\u200b of it"}


@pytest.mark.parametrize(
    "text",
    [
        "title: The #1 question\n",
        "title: #1 of all\n",
        "title: Why it happened # we think\n",
        "title: Why it\n  happened #2\n",
        "title: Why it #2\n  happened\n",
        "a: [one, two #3\n  four]\n",
        "- The #1 question\n",
    ],
)
def test_a_text_that_a_comment_cuts_short_is_one_problem(text: str) -> None:
    (said,) = problems(text)
    assert "V014 the text is cut short: YAML takes '#" in said


@pytest.mark.parametrize(
    "text",
    [
        "# a comment\ntitle: Why\n",
        "paragraph: 9  # of the preface\n",
        "title:  # still to come\n",
        'title: "The #1 question"  # they say\n',
        "title: Issue#1\n",
        "title: >-  # folded\n  The #1 question\n",
        "a: [one, two]  # and no more\n",
        "a:\n  # about b\n  b: 1\n",
    ],
)
def test_a_comment_that_cuts_nothing_is_a_comment(text: str) -> None:
    assert problems(text) == []


def test_aliases_that_explode_are_refused_at_the_first_one() -> None:
    laughs = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
    assert any(
        said.startswith("a.yaml:2: V009 '*a' refers to another place (a YAML alias)") for said in problems(laughs)
    )


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    content = parse(text, "a.yaml")
    assert content.problems or content.value is not None


@given(st.text(alphabet="ab:#-[]{}'\"|>&*!%@ \t\n\u00a0\u200b\uff1a", max_size=40))
def test_whatever_stands_in_a_file_is_either_read_or_told_in_words(text: str) -> None:
    content = parse(text, "a.yaml")
    assert content.problems or content.value is not None
    for problem in content.problems:
        assert problem.code
        assert problem.what
        assert problem.mend
        assert 1 <= problem.line <= text.count("\n") + 2


@given(st.dictionaries(st.text(st.characters(categories=["L", "N"]), min_size=1), st.text(min_size=1), min_size=1))
def test_any_text_written_as_yaml_is_read_back_unchanged(content: dict[str, str]) -> None:
    import yaml  # noqa: PLC0415 - only this test writes YAML

    written = yaml.safe_dump(content, allow_unicode=True, default_style='"')
    assert parse(written, "a.yaml").value == content
