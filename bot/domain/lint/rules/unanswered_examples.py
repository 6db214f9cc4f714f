from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V215",
    bad="""
# briefs/library.yaml
en:
  questions: ["What is the weather like?"]
""",
    good="""
# briefs/library.yaml
en:
  questions: ["Why did the ferry stop?"]
""",
)
def unanswered_examples(survey: Survey) -> Iterator[Finding]:
    """Each example question of the library is answered by it, and each example reference is of an article that it has.

    Readers try the examples first. One that leads nowhere, or to a question that is not answered, tells them that
    nothing else will be found either.
    """
    library = survey.library
    if not library.introductions or survey.broken:
        return
    finder = survey.finder
    for key, introduction in library.introductions.items():
        for place, question in enumerate(introduction.questions):
            outcome = finder.search(question).outcome
            if outcome not in {"match", "ask"}:
                what = f"the question '{question}' is not answered" + (" on purpose" if outcome == "boundary" else "")
                mend = "choose one that is, or add it to the aliases of a brief"
                yield Finding(Spot("introduction", key, ("questions", place)), what, mend)
        for place, reference in enumerate(introduction.references):
            cited = finder.citations.read(reference).citations
            if not cited or any(citation.article is None for citation in cited):
                what = f"'{reference}' cites no stored article"
                yield Finding(Spot("introduction", key, ("references", place)), what, "cite one that is, as people do")
