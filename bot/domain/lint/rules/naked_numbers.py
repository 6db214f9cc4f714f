from collections.abc import Iterator

from bot.domain.lint.naked import naked
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding

_MEND = {
    "claim": "take it from the evidence, add the evidence that has it, or explain it by name in number_ok",
    "heading": "take it from what this rests on",
    "remark": "take it from a document, or add a note that gives its source",
}


@rule(
    "V311",
    bad="""
# briefs/timeline.yaml
ferry-stopped:
  text: The ferry stopped, and about 50 people lost a crossing.
""",
    good="""
# briefs/timeline.yaml
ferry-stopped:
  text: The ferry stopped, and about 40 people lost a crossing.
""",
)
def naked_numbers(survey: Survey) -> Iterator[Finding]:
    """A number, a date or a day of the week in a sentence of ours stands in what the sentence rests on.

    Numbers are what people fight about, and a slip of one digit is not seen. A title rests on all that its brief's
    sentences rest on, and a remark of the editors on everything stored. Where a number is worked out, `number_ok` says
    how, and the number is shown as inferred.
    """
    for bare in survey.once(naked):
        if not bare.is_excused:
            what = f"'{bare.words}' stands in nothing that this rests on: '{_short(bare.sentence.text)}'"
            yield Finding(bare.sentence.spot, what, _MEND[bare.sentence.voice])


def _short(text: str) -> str:
    limit = 50
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0] + " …"
