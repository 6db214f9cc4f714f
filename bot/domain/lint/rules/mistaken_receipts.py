from collections.abc import Iterator

from bot.domain import receipts
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V216",
    bad="""
# briefs/corrections.yaml
ferry-passengers:
  day: 2026-02-04
  item: brief:ferry
  was: ferry@3f9c2a1b
  wrong: It said that the ferry stopped for good.
  now: It says when the ferry ran again.
  why: We had read one document only.
""",
    good="""
# briefs/corrections.yaml
ferry-passengers:
  day: 2026-02-04
  item: brief:ferry
  was: ferry@3f9c2afa
  wrong: It said that the ferry stopped for good.
  now: It says when the ferry ran again.
  why: We had read one document only.
""",
)
def mistaken_receipts(survey: Survey) -> Iterator[Finding]:
    """The receipt before a correction is one that the item was given out with, and no longer is.

    Whoever has kept that answer finds the correction by it. A receipt that is mistyped, or of another item, is
    nobody's; and one that is still current says that nothing has changed. `diff` prints the right one.
    """
    mend = "take it from python -m bot diff OLD NEW"
    for key, correction in survey.library.corrections.items():
        spot = Spot("correction", key, ("was",))
        if not receipts.is_genuine(correction.was):
            yield Finding(spot, f"'{correction.was}' is no receipt that was ever given out", mend)
        elif not receipts.could_be_of(correction.item, correction.was):
            yield Finding(spot, f"'{correction.was}' is not of '{correction.item}'", mend)
        elif not survey.broken and receipts.of_item(survey.library, correction.item) == correction.was:
            yield Finding(spot, f"'{correction.was}' is current: nothing has been corrected", mend)
