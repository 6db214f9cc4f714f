from tests.domain.verdict.papers import WORDS, check


def test_the_json_has_the_fields_of_the_contract() -> None:
    assert check(WORDS).as_json() == {
        "verdict": "exact",
        "document": "first-paper",
        "paragraph": 2,
        "through": None,
        "also": [["second-paper", 1]],
        "quotation": "shelter",
        "source_words": WORDS,
        "differences": [],
        "attribution": None,
        "before": None,
        "follows": None,
        "short": False,
        "marks_a_change": False,
        "unknown_names": [],
        "citation": None,
        "words": WORDS,
        "pieces": [],
    }
