from collections.abc import Iterator

from bot.domain.lint.quoting import are_in_pairs
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding


@rule(
    "V321",
    bad="""
# briefs/timeline.yaml
ferry-stopped:
  text: The ferry stopped. “Nobody asked the islanders, the shopkeeper said.
  rests_on: [harbour-forty-people, harbour-nobody-asked]
""",
    good="""
# briefs/timeline.yaml
ferry-stopped:
  text: The ferry stopped. “Nobody asked the islanders”, the shopkeeper said.
  rests_on: [harbour-forty-people, harbour-nobody-asked]
""",
)
def unpaired_marks(survey: Survey) -> Iterator[Finding]:
    """Double quotation marks come in pairs.

    Where one is missing nobody can tell whose words are whose. A quotation inside a quotation has single marks.
    """
    for sentence in survey.sentences:
        if not are_in_pairs(sentence.text):
            what = f"a quotation mark opens or closes nothing in '{sentence.text}'"
            yield Finding(sentence.spot, what, "close what it opens, or remove the mark")
