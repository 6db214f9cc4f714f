from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V601",
    bad="""
# seeds/documents.yaml
harbour-2001:
  not_text: [2]
""",
    good="""
# seeds/documents.yaml
harbour-2001:
  not_text: [1]
""",
)
def empty_paragraphs(survey: Survey) -> Iterator[Finding]:
    """What the register calls page furniture or heading are paragraphs with words in them.

    A number that is one off would let a caption pass for text. Paragraphs are the lines of the file, from 1, empty ones
    counted.
    """
    for document in survey.library.documents.values():
        for key, numbers in (("not_text", document.not_text), ("heading", document.heading)):
            for place, number in enumerate(numbers):
                if 1 <= number <= len(document.paragraphs) and not document.paragraph(number):
                    what = f"{document.id} has nothing in paragraph {number}"
                    mend = "name a line of the file that has words on it"
                    yield Finding(Spot("document", document.id, (key, place)), what, mend)
