from bot.domain.lint.rules.empty_paragraphs import empty_paragraphs
from tests.builders import a_document, a_survey


def test_page_furniture_is_on_a_line_with_words() -> None:
    def found(*not_text: int) -> list[str]:
        paper = a_document("a-paper", "Text.", "", "Read our guidelines.", not_text=not_text)
        return [finding.what for finding in empty_paragraphs(a_survey(paper))]

    assert found(3) == []
    assert found(2) == ["a-paper has nothing in paragraph 2"]
