from collections.abc import Iterator, Mapping

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot

_SHARED = 0.4
"""How many of the words that are compared with an article stand in it, at the least."""


@rule(
    "V635",
    bad="""
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  compares: ports-rule-2
""",
    good="""
# briefs/evidence/harbour-2001.yaml
harbour-month-of-notice:
  compares: ports-rule-2
""",
)
def mistaken_comparisons(survey: Survey) -> Iterator[Finding]:
    """Words that are compared with an article word that article, and no other one.

    On the article's card a reader sees the two side by side. Two words in five have to be the same, and no article of
    the library may share more of them.
    """
    stored = _words_of_articles(survey)
    for evidence in survey.library.evidence.values():
        compared = evidence.compares
        if compared is None or compared not in stored:
            continue
        own = [word.plain for passage in evidence.passages for word in survey.read(passage.words).words]
        shares = {key: sum(word in there for word in own) / max(len(own), 1) for key, there in stored.items()}
        best = max(shares, key=lambda key: shares[key])
        if shares[compared] < _SHARED:
            what = f"only {shares[compared]:.0%} of these words stand in '{compared}'"
        elif shares[compared] < shares[best]:
            what = f"these words are nearer to '{best}' than to '{compared}'"
        else:
            continue
        mend = f"did you mean '{best}'?" if best != compared else "remove compares:, it words something else"
        yield Finding(Spot("evidence", evidence.id, ("compares",)), what, mend)


def _words_of_articles(survey: Survey) -> Mapping[str, frozenset[str]]:
    return {
        key: frozenset(word.plain for part in provision.article.paragraphs for word in survey.read(part.text).words)
        for key, provision in survey.library.provisions.items()
    }
