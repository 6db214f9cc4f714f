"""The choices for what is half typed: what begins so, then what comes near it."""

from collections.abc import Callable, Iterator
from itertools import islice

from bot.domain.library import Library
from bot.domain.search.answer import Hit, Wanted, once
from bot.domain.search.deciding import RIVALS
from bot.domain.search.entries import Entry
from bot.domain.search.index import Index
from bot.domain.search.people import People
from bot.domain.search.prefixes import Prefixes
from bot.domain.search.question import Question
from bot.domain.search.rank import Ranker, Ranking


class Completing:
    """Completes from an index."""

    def __init__(self, library: Library, index: Index, ranker: Ranker, people: People) -> None:
        self._index = index
        self._ranker = ranker
        self._people = people
        self._prefixes = Prefixes(index.entries)
        self._in_order = sorted(index.entries, key=_place_in(library))

    def near(self, question: Question, limit: int, wanted: Wanted) -> tuple[tuple[Hit, ...], Ranking | None]:
        """What begins as it is typed or comes near it, best first; for an empty text the most useful start.

        With it the ranking, of at least `RIVALS` entries, where one was needed.
        """
        kinds = wanted.kinds
        half_typed = not question.text[-1:].isspace()
        tokens = self._index.tokens_of(question.typed.begun if half_typed else question.typed.whole)
        begun = list(islice(self.begun(question.typed.folded, wanted), limit))
        if not tokens:
            return once([*begun, *self._start(limit, wanted)])[:limit], None
        if kinds is not None and "person" in kinds:
            begun += [hit for hit in self._people.begun(question.in_runs) if wanted.takes("person", hit.id)]
        if kinds is None or "article" in kinds:
            articles = question.written.articles
            begun = [*(hit for hit in articles if wanted.takes(hit.kind, hit.id)), *begun]
        begun = once(begun)
        if len(begun) >= limit:
            return begun[:limit], None
        ranking = self._ranker.rank(tokens, max(limit, RIVALS), wanted, begun=half_typed)
        return once([*begun, *self._ranker.hits(ranking.scored[:limit])])[:limit], ranking

    def begun(self, folded: str, wanted: Wanted) -> Iterator[Hit]:
        """What has a title or an alias that begins so."""
        return (
            Hit(entry.kind, entry.id, 1.0, entry.phrases[place].why, entry.phrases[place].text)
            for number, place in self._prefixes.of(folded, wanted.kinds)
            if wanted.takes((entry := self._index.entries[number]).kind, entry.id)
        )

    def _start(self, limit: int, wanted: Wanted) -> list[Hit]:
        """The first of what there is."""
        entries = (entry for entry in self._in_order if wanted.takes(entry.kind, entry.id))
        return [Hit(entry.kind, entry.id, 0.0, "start", entry.title) for entry in islice(entries, limit)]


def _place_in(library: Library) -> Callable[[Entry], int]:
    """The order for an empty field: briefs by their groups, law and cases before sources; fragments of speech last."""
    groups = {group: place for place, group in enumerate(library.wording.groups)}

    def place(entry: Entry) -> int:
        if entry.kind == "brief":
            return groups.get(library.briefs[entry.id].group, 0)
        is_fragment = entry.kind == "quotation" and "fragment" in library.evidence[entry.id].flags
        return len(groups) + is_fragment

    return place
