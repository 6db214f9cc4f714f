from collections.abc import Iterator

from bot.domain.lint.overstatements import loaded
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding


@rule(
    "V331",
    bad="""
# briefs/timeline.yaml
ferry-stopped:
  text: The ferry stopped in a scandalous way, and about 40 people lost a crossing.
""",
    good="""
# briefs/timeline.yaml
ferry-stopped:
  text: The ferry stopped, and about 40 people lost a crossing.
""",
)
def loaded_words(survey: Survey) -> Iterator[Finding]:
    """Loaded words stand inside quotation marks only.

    Whoever reads an answer should not be able to tell on whose side the editors are. The words are those listed under
    `loaded` in wording.yaml; a speaker who uses one is quoted with it.
    """
    for word in survey.once(loaded):
        if not word.is_excused:
            mend = "say it neutrally, or quote it with its marks from somebody who says it"
            yield Finding(word.sentence.spot, word.what, mend)
