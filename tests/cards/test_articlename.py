import pytest

from bot.cards.articlename import article_name
from bot.words.catalogue import Words


@pytest.mark.parametrize(
    ("number", "in_english", "in_korean"),
    [
        ("33", "Article 33", "제33조"),
        ("33(1)", "Article 33(1)", "제33조 제1항"),
        ("I(3)", "Article I(3)", "제I조 제3항"),
        ("12(3)(a)", "Article 12(3)(a)", "제12조 제3항 (a)"),
        ("1A(2)", "Article 1A(2)", "제1조 A(2)"),
        ("1C", "Article 1C", "제1조 C"),
    ],
)
def test_an_article_is_named_as_its_readers_name_it(
    number: str, in_english: str, in_korean: str, english: Words, korean: Words
) -> None:
    assert article_name(number, english) == in_english
    assert article_name(number, korean) == in_korean
