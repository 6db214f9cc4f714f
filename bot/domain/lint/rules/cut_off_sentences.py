from collections.abc import Iterator

from bot.domain.lint.omissions import omissions
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V614",
    bad="""
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  words: [Nobody asked the islanders, We read it]
""",
    good="""
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  words: [Nobody asked the islanders, We read it on a poster.]
""",
)
def cut_off_sentences(survey: Survey) -> Iterator[Finding]:
    """A speaker's sentence is quoted whole, or `omission_ok` says why a part of it is fair.

    What qualifies a sentence often stands at its end.
    """
    for omission in survey.once(omissions):
        if omission.cut_off and not omission.unanswered and not omission.evidence.omission_ok:
            what = f"the quotation leaves out '{omission.cut_off[0]}' of the same sentence"
            mend = "quote the whole sentence, or say in omission_ok why a part of it is fair"
            yield Finding(Spot("evidence", omission.evidence.id, ("words",)), what, mend)
