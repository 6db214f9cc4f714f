from collections.abc import Iterator

from bot.domain.budget import SHARE, own_words, shown_prose, words_in
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V622",
    bad="""
# briefs/instruments/ports-rule.yaml
reported: [harbour-month-of-notice, harbour-forty-people]
""",
    good="""
# briefs/instruments/ports-rule.yaml
reported: [harbour-month-of-notice]
""",
)
def overdrawn_documents(survey: Survey) -> Iterator[Finding]:
    """No more than a quarter of a document's own prose is shown.

    Narrations are shown where they word an article in their own way or report a law whose text is not stored; all
    others prove a claim without being shown. Speakers' words are not the publisher's, and are not counted.
    """
    for document in survey.library.documents.values():
        passages = shown_prose(survey.library, document)
        if not passages:
            continue
        own = own_words(document)
        shown, total = len(words_in(passages, own)), sum(map(len, own.values()))
        if shown > total * SHARE:
            what = f"{shown} of the {total} words of {document.id}'s own prose are shown, more than {SHARE:.0%}"
            yield Finding(Spot("document", document.id), what, "shorten its narrations that compare or report law")
