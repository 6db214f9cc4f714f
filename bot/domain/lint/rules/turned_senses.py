from collections.abc import Iterator

from bot.domain.lint.omissions import omissions
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V613",
    bad="""
# briefs/evidence/harbour-2001.yaml
harbour-month-of-notice:
  words: office may end a crossing without a month of notice
""",
    good="""
# briefs/evidence/harbour-2001.yaml
harbour-month-of-notice:
  words: no office may end a crossing without a month of notice
""",
)
def turned_senses(survey: Survey) -> Iterator[Finding]:
    """What is left out of a passage, or cut off just before it, does not turn its sense.

    Each word may be the document's own and the whole a lie. Words that negate, except or count are not left out between
    two pieces, nor a negation before the first, unless `omission_ok` names the word and says why it may go.
    """
    for omission in survey.once(omissions):
        if omission.unanswered:
            what = f"'{omission.unanswered[0]}' is left out of '{omission.left_out}'"
            mend = "take the words in, or say in omission_ok why that word may go, naming it"
            yield Finding(Spot("evidence", omission.evidence.id, ("words",)), what, mend)
