from bot.domain.lint.rules.documents import mistaken_paragraphs
from tests.builders import a_document, a_survey


def test_page_furniture_is_on_a_line_with_words() -> None:
    def found(*not_text: int) -> list[str]:
        paper = a_document("a-paper", "Text.", "", "Read our guidelines.", not_text=not_text)
        return [finding.what for finding in mistaken_paragraphs(a_survey(paper))]

    assert found(3) == []
    assert found(2) == ["a-paper has nothing in paragraph 2"]
    assert found(4) == ["a-paper has nothing in paragraph 4"]


def test_a_repetition_repeats_an_earlier_paragraph() -> None:
    def found(*pair: int) -> list[str]:
        paper = a_document("a-paper", "The same.", "Another.", "The same.", same_as=[pair])
        return [finding.what for finding in mistaken_paragraphs(a_survey(paper))]

    assert found(3, 1) == []
    assert found(3, 2) == ["paragraph 3 of a-paper does not repeat paragraph 2"]
    assert found(1, 3) == ["paragraph 1 of a-paper does not repeat paragraph 3"]
