from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V511",
    bad="""
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  via: The Port Library
""",
    good="""
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  via: The Harbour Post
""",
)
def unnamed_speakers(survey: Survey) -> Iterator[Finding]:
    """Whoever speaks, and whoever passes it on, is named somewhere in the document.

    Words given to somebody else are the worst mistake a quotation can have. Only words with a capital are looked for;
    another name of the same person, as people.yaml has it, will do.
    """
    if survey.is_broken("person"):
        return
    for document in survey.library.documents.values():
        register = [name for name in (document.title, document.publisher, document.author) if name]
        there = survey.names.spelt(tuple(map(survey.read, (*document.paragraphs, *register))))
        for evidence in survey.library.evidence_in[document.id]:
            for field, name in (("speaker", evidence.speaker), ("via", evidence.via)):
                missing = survey.names.missing(name or "", there)
                if missing:
                    what = f"'{missing[0]}' of '{name}' does not stand in {document.id}"
                    yield Finding(Spot("evidence", evidence.id, (field,)), what, "name them as the document does")
