from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.sources import sources
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding


@rule(
    "V421",
    bad="""
# briefs/notes.yaml
ferry-timetable:
  text: The timetable names a daily crossing.
  source: {title: Timetable, publisher: Port library, date: 2093-04}
# briefs/topics/ferry.yaml
notes: [ferry-timetable]
""",
    good="""
# briefs/notes.yaml
ferry-timetable:
  text: The timetable names a daily crossing.
  source: {title: Timetable, publisher: Port library, date: 2003-04}
# briefs/topics/ferry.yaml
notes: [ferry-timetable]
""",
)
def sources_to_come(survey: Survey) -> Iterator[Finding]:
    """No outside source is dated on a day that has not been yet.

    A source can be looked up by its date, and by no other.
    """
    for sourced in survey.once(sources):
        date = sourced.source.date
        if date is not None and date.first_day > survey.today:
            yield Finding(sourced.at("date"), f"{date} has not been yet", "give the day the source was published")
