from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V631",
    bad="""
# briefs/instruments/ports-rule.yaml
articles:
  - number: "2"
    heading: Notice
    paragraphs:
      - number: "1"
        text: No port office may end a crossing without a week of notice.
    compared: The printed rule.
    sha256: 36dfddac5bc0a5110c6913d6bb5aeb791caa9dd6752b6e89303d5e388c04ece9
""",
    good="""
# briefs/instruments/ports-rule.yaml
articles:
  - number: "2"
    heading: Notice
    paragraphs:
      - number: "1"
        text: No port office may end a crossing without a month of notice.
    compared: The printed rule.
    sha256: 36dfddac5bc0a5110c6913d6bb5aeb791caa9dd6752b6e89303d5e388c04ece9
""",
)
def unlocked_articles(survey: Survey) -> Iterator[Finding]:
    """The stored text of an article is the one whose digest was written down when it was compared.

    No word of a treaty changes unnoticed. Whoever changes one compares the whole article again and signs with the new
    digest.
    """
    for instrument in survey.library.instruments.values():
        for place, article in enumerate(instrument.articles):
            digest = article.digest
            if article.paragraphs and article.sha256 != digest:
                if article.sha256 is None:
                    path, what = ("articles", place), f"the text of Article {article.number} is not locked"
                else:
                    path = ("articles", place, "sha256")
                    what = f"the text of Article {article.number} is not the one that was locked"
                mend = f"compare it with the official text, word for word, then write sha256: {digest}"
                yield Finding(Spot("instrument", instrument.id, path), what, mend)
