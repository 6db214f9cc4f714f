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
            told = f"the text of Article {article.number}"
            if article.paragraphs:
                at = Spot("instrument", instrument.id, ("articles", place))
                yield from _unlocked(at, told, article.sha256, article.digest)
            for language, text in article.texts.items():
                at = Spot("instrument", instrument.id, ("articles", place, "texts", language))
                yield from _unlocked(at, f"{told} in {language}", text.sha256, text.digest(article.number))


def _unlocked(at: Spot, told: str, locked: str | None, digest: str) -> Iterator[Finding]:
    if locked == digest:
        return
    mend = f"compare it with the official text, word for word, then write sha256: {digest}"
    if locked is None:
        yield Finding(at, f"{told} is not locked", mend)
    else:
        yield Finding(Spot(at.section, at.id, (*at.path, "sha256")), f"{told} is not the one that was locked", mend)
