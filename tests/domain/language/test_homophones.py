import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Homophones, is_word, words

NAMES = Homophones(["难民", "难民公约", "强制遣返", "立场"], is_word)
CHARACTERS = "".join(character for group in words("pinyin").values() for character in "".join(group))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("南民公约是什么", ("南民公约", "难民公约")),
        ("算不算男民", ("男民", "难民")),
        ("强治遣返", ("强治遣返", "强制遣返")),
    ],
)
def test_a_name_is_known_by_its_sound(typed: str, found: tuple[str, str]) -> None:
    assert list(NAMES.within(typed, ())) == [found]


@pytest.mark.parametrize("typed", ["难民公约", "北京烤鸭", "力厂", "", "refugee", "なんみん"])
def test_what_is_written_right_or_sounds_otherwise_is_left_alone(typed: str) -> None:
    assert list(NAMES.within(typed, ())) == []


def test_what_is_known_to_be_something_else_is_no_slip() -> None:
    assert list(NAMES.within("男民", [range(2)])) == []


def test_another_word_of_two_characters_is_no_slip() -> None:
    assert list(Homophones(["背景"], lambda word: word == "北景").within("北景", ())) == []


@given(st.text(st.sampled_from(CHARACTERS), max_size=12))
def test_what_is_found_stands_there_and_differs_in_one_character(text: str) -> None:
    for typed, name in NAMES.within(text, ()):
        assert typed in text
        assert len(typed) == len(name)
        assert sum(one != other for one, other in zip(typed, name, strict=True)) == 1


LONG = Homophones(
    ["海難救助条約", "サルベージ・ルール", "サルベージルール"], is_word, ["国際海難救助条約", "海难救助公约"]
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("海難救助上約とは", ("海難救助上約", "海難救助条約")),
        ("国際海難救肋条約", ("国際海難救肋条約", "国際海難救助条約")),
        ("海难救肋公约说什么", ("海难救肋公约", "海难救助公约")),
        ("サルベジルールって何", ("サルベジルール", "サルベージルール")),
        ("第十二调", ("第十二调", "第十二条")),
    ],
)
def test_a_long_name_is_known_with_one_character_wrong(typed: str, found: tuple[str, str]) -> None:
    assert found in list(LONG.within(typed, ()))


@pytest.mark.parametrize("typed", ["国際航空救助上約", "海难公约", "サルベージルール", "第十二章", "是什"])
def test_what_has_more_wrong_or_is_right_is_no_slip_of_a_long_name(typed: str) -> None:
    assert list(LONG.within(typed, ())) == []


def test_grammar_is_no_part_of_a_short_name_that_sounds_so() -> None:
    assert list(Homophones(["会死"], lambda _: False).within("会是什么", ())) == []


CHINESE = ("在中国的脱北者", "联合国难民公约", "强制遣返问题")


@given(st.sampled_from(CHINESE), st.data(), st.text("一是的", max_size=4), st.text("一是的", max_size=4))
def test_a_long_name_with_any_one_character_wrong_is_found_wherever_it_stands(
    name: str, data: st.DataObject, before: str, after: str
) -> None:
    names = Homophones(CHINESE, is_word, CHINESE)
    place = data.draw(st.integers(0, len(name) - 1))
    typed = f"{name[:place]}甲{name[place + 1 :]}"
    assert list(names.within(f"{before}{typed}{after}", ())) == [(typed, name)]


@given(st.sampled_from(["难民公约", "强制遣返"]), st.data(), st.text("一是的", max_size=4))
def test_a_name_with_one_character_of_the_same_sound_is_found_wherever_it_stands(
    name: str, data: st.DataObject, before: str
) -> None:
    place = data.draw(st.integers(0, len(name) - 1))
    alike = next(group for group in words("pinyin").values() if name[place] in "".join(group))
    other = data.draw(st.sampled_from([each for each in "".join(alike) if each != name[place]]))
    typed = f"{name[:place]}{other}{name[place + 1 :]}"
    assert (typed, name) in NAMES.within(f"{before}{typed}", ())
