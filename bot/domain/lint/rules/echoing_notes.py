from collections.abc import Iterator, Mapping

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.model import Brief
from bot.domain.problem import Finding, Spot

RUN = 8
"""So many words in a row are not shared by chance."""

_Runs = frozenset[tuple[str, ...]]


@rule(
    "V906",
    bad="""
# briefs/notes.yaml
ferry-came-back:
  text: >-
    The shopkeeper said that nobody asked the islanders before the crossing ended. In the autumn the ferry ran again.
# briefs/topics/ferry.yaml
notes: [ferry-came-back]
claims:
  - text: The shopkeeper said that “Nobody asked the islanders” before the crossing ended.
    rests_on: [harbour-nobody-asked]
  - text: >-
      A rule of the ports, in the words of the paper, says that no office may end a crossing without a month of notice.
    rests_on: [harbour-month-of-notice]
  - text: The rule itself says the same of every port office.
    rests_on: [article:ports-rule-2]
""",
    good="""
# briefs/notes.yaml
ferry-came-back:
  text: In the autumn the ferry ran again.
# briefs/topics/ferry.yaml
notes: [ferry-came-back]
claims:
  - text: The shopkeeper said that “Nobody asked the islanders” before the crossing ended.
    rests_on: [harbour-nobody-asked]
  - text: >-
      A rule of the ports, in the words of the paper, says that no office may end a crossing without a month of notice.
    rests_on: [harbour-month-of-notice]
  - text: The rule itself says the same of every port office.
    rests_on: [article:ports-rule-2]
""",
)
def echoing_notes(survey: Survey) -> Iterator[Finding]:
    """A note shares no eight words in a row with the answer or a claim it stands beside, nor with another note.

    A note adds something. What it says a second time is read as a second source. Names of treaties and titles do not
    count. This is only a warning.
    """
    notes = {key: _runs(survey, note.text) for key, note in survey.library.notes.items()}
    for key, (other, run) in _shared_notes(notes).items():
        what = f"the note '{other}' has the same words: “{' '.join(run)}”"
        yield Finding(Spot("note", key, ("text",)), what, "say it in one of the two", warning=True)
    for brief in survey.library.briefs.values():
        yield from _beside(survey, brief, notes)


def _beside(survey: Survey, brief: Brief, notes: Mapping[str, _Runs]) -> Iterator[Finding]:
    said = _runs(survey, brief.answer.text).union(*(_runs(survey, claim.text) for claim in brief.claims))
    for place, key in enumerate(brief.notes):
        shared = sorted(notes.get(key, frozenset()) & said)
        if shared:
            what = f"the note '{key}' says again “{' '.join(shared[0])}”"
            mend = "leave the note out here, or let the sentence rest on it"
            yield Finding(Spot("brief", brief.id, ("notes", place)), what, mend, warning=True)


def _shared_notes(notes: Mapping[str, _Runs]) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """Each note that has a run of an earlier one, with that one and the run."""
    first: dict[tuple[str, ...], str] = {}
    shared: dict[str, tuple[str, tuple[str, ...]]] = {}
    for key, runs in notes.items():
        for run in sorted(runs):
            if first.setdefault(run, key) != key:
                shared.setdefault(key, (first[run], run))
    return shared


def _runs(survey: Survey, text: str) -> _Runs:
    """All runs of eight words; a name of a treaty or a title ends one."""
    spared = survey.exempt(text)
    runs: set[tuple[str, ...]] = set()
    row: list[str] = []
    for word in survey.read(text).words:
        if any(start < word.end and word.start < stop for start, stop in spared):
            row.clear()
            continue
        row.append(word.plain)
        runs.update([tuple(row[-RUN:])] if len(row) >= RUN else [])
    return frozenset(runs)
