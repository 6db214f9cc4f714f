import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import content, is_grammar, words
from bot.domain.text.folding import SEARCHED

LANGUAGES = ("english", "korean", "chinese", "japanese", "pinyin")


@pytest.mark.parametrize(
    "word",
    [
        *("궁금한데요", "알려줘", "알려주세요", "혹시", "근데", "아니야", "했대", "뭐예요", "가르쳐줘"),
        *("请问", "到底", "是不是", "有没有", "怎么样", "被", "把", "吗", "呢", "为什么要"),
        *("教えて", "知りたい", "言う", "今は"),
        *("wondering", "someone", "stuff", "hey", "doesnt", "about"),
    ],
)
def test_words_of_asking_and_grammar_are_no_thing(word: str) -> None:
    assert is_grammar(SEARCHED(word))
    assert content(SEARCHED(word)) == 0


@pytest.mark.parametrize(
    "word", ["seoul", "bitcoin", "pizza", "weather", "날씨", "피자", "지도", "보도", "天气", "天気"]
)
def test_the_name_of_a_thing_has_its_full_content(word: str) -> None:
    assert content(SEARCHED(word)) == 1


@pytest.mark.parametrize("word", ["believe", "working", "먹었는데", "떠났잖아", "学习", "喜欢"])
def test_a_common_verb_has_some_content_and_not_all(word: str) -> None:
    assert 0 < content(SEARCHED(word)) < 1


@given(st.text(min_size=1))
def test_content_is_a_share_whatever_the_word(word: str) -> None:
    assert 0 <= content(word) <= 1
    assert (content(word) == 0) == is_grammar(word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_list_stands_there_once_and_as_a_search_folds_it(language: str) -> None:
    listed = [word for label, those in words(language).items() if label != "single" for word in those]
    assert len(listed) > 100
    assert [word for word in listed if SEARCHED(word) != word] == []
    if language != "korean":
        assert len(set(listed)) == len(listed)
