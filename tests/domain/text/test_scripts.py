import pytest

from bot.domain.text.scripts import language_written


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("孩子们的名字", "zh"),
        ("子供たちの名前", "ja"),
        ("九人ノ名前", "ja"),
        ("아이들의 이름", "ko"),
        ("北送된 아이들", "ko"),
        ("names of the children", ""),
        ("ORPHANS 9", ""),
        ("имена детей", ""),
        ("", ""),
    ],
)
def test_the_script_of_a_question_tells_its_language(text: str, language: str) -> None:
    assert language_written(text) == language
