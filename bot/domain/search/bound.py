"""Questions about who is bound by what: `is Laos party to the Refugee Convention`, `who ratified CAT`."""

from typing import Final, NamedTuple

from bot.domain.citation.citations import Citations
from bot.domain.library import Library
from bot.domain.text.folding import SEARCHED


def _words(*lines: str) -> tuple[str, ...]:
    return tuple(word for line in lines for word in line.split(" / "))


_ASKED: Final = _words(
    "who is bound / who are bound / bound by / party to / parties to / parties / states parties / state parties",
    "signatory / signatories / who ratified / who has ratified / who signed / who has signed / who joined",
    "which countries signed / which states signed / which countries ratified / which states ratified",
    "당사국 / 체약국 / 가입국 / 비준국 / 缔约国 / 締約國 / 締約国 / 受约束 / 加盟国",
)
"""Words that ask it by themselves; they are of the language of treaties, not of any subject."""
_ASKED_OF_ONE: Final = _words(
    "bound / binding / party / member / sign / signed / signs / ratify / ratified / ratifies / ratification",
    "accede / acceded / accession / join / joined / in force",
    "비준 / 가입 / 서명 / 批准 / 加入 / 签署 / 簽署 / 加盟 / 署名 / 批准した",
)
"""Words that ask it where a treaty is named."""
_SHORT: Final = 6
"""A question that names neither a treaty nor a state has no more words than this: `who is bound by what`."""


class Bound(NamedTuple):
    """Which instruments and which states are asked about; none of them where all are."""

    instruments: tuple[str, ...]
    states: tuple[str, ...]


class Bonds:
    """Reads such questions."""

    def __init__(self, library: Library, citations: Citations) -> None:
        self._citations = citations
        self._asked = tuple(map(_folded, _ASKED))
        self._asked_of_one = tuple(map(_folded, _ASKED_OF_ONE))
        self._told = frozenset(key for key, instrument in library.instruments.items() if instrument.parties)
        synonyms = {_folded(name): names for name, names in library.wording.synonyms.items()}
        self._states: dict[str, tuple[str, ...]] = {}
        for slug, memberships in library.parties.items():
            name = _folded(memberships[0].party.state)
            self._states[slug] = (name, *map(_folded, synonyms.get(name, ())))

    @property
    def told(self) -> frozenset[str]:
        """The ids of the instruments that tell who is bound."""
        return self._told

    def asked(self, text: str) -> Bound | None:
        """What is asked of who is bound; None where that is not asked, or an article is named."""
        whole = f" {_folded(text)} "
        asks = any(_stands(word, whole) for word in self._asked)
        if not self._told or not (asks or any(_stands(word, whole) for word in self._asked_of_one)):
            return None
        reading = self._citations.read(text)
        instruments = tuple(key for key in reading.instruments if key in self._told)
        if reading.citations or not (instruments or (asks and not reading.instruments)):
            return None
        states = tuple(slug for slug, names in self._states.items() if any(_stands(name, whole) for name in names))
        if not instruments and not states and len(whole.split()) > _SHORT:
            return None
        return Bound(instruments, states)

    def of_state(self, text: str) -> Bound | None:
        """All that binds the state which a text names and nothing else: `Laos`."""
        folded = _folded(text)
        state = next((slug for slug, names in self._states.items() if folded in names), None)
        return Bound((), (state,)) if state else None


def _folded(text: str) -> str:
    return " ".join(SEARCHED(text).split())


def _stands(word: str, whole: str) -> bool:
    """Whether a word stands in a text; in writing without spaces anywhere."""
    return f" {word} " in whole if word.isascii() else word in whole
