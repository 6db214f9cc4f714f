"""Wording: what our sentences say more loudly or more surely than what they rest on."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.lint.prose import Prose
from bot.domain.lint.sentences import Own
from bot.domain.lint.survey import Survey
from bot.domain.text.phrases import blanked

_HEDGED_WORDS = 4
"""So many telling words after a hedge are taken for what it hedges."""
_SHORT, _STEM = 3, 5


@dataclass(frozen=True, slots=True)
class Overstatement:
    """A word of a sentence, or a hedge that it lacks, with what is wrong about it."""

    sentence: Own
    word: str
    what: str

    @property
    def is_excused(self) -> bool:
        """Whether the sentence's `wording_ok` names the word."""
        return self.word.casefold() in (self.sentence.wording_ok or "").casefold()


def loaded(survey: Survey) -> list[Overstatement]:
    """Loaded words outside quotation marks, titles left out."""
    return [
        Overstatement(sentence, word, f"'{word}' is loaded and stands outside quotation marks")
        for sentence in survey.sentences
        for word in _loaded(survey.read(sentence.text), survey)
    ]


def surer(survey: Survey) -> list[Overstatement]:
    """Words of certainty that the evidence does not have."""
    found: list[Overstatement] = []
    for sentence in survey.sentences:
        said = survey.certainty.in_plain(survey.read(survey.read(sentence.text).unquoted).plain)
        grounds = survey.beneath(sentence) if said and sentence.voice != "note" else ()
        found += [
            Overstatement(sentence, word, f"'{word}' is surer than anything that this rests on")
            for word in said
            if grounds and not any(word in survey.certain_in(ground) for ground in grounds)
        ]
    return found


def flat(survey: Survey) -> list[Overstatement]:
    """Hedges of the evidence that a claim has none of, though it says what they hedge."""
    return [
        Overstatement(sentence, hedge, f"'{key}' says '{hedge}', and this says it flatly")
        for sentence in survey.sentences
        if sentence.voice == "claim" and sentence.spot.section != "figure"
        for key, hedge in _dropped(sentence, survey)
    ]


def _loaded(text: Prose, survey: Survey) -> list[str]:
    outside = survey.read(text.unquoted)
    if not survey.loaded.in_plain(outside.plain):
        return []
    return survey.loaded.within(blanked(outside.text, survey.names.titles(text)))


def _dropped(sentence: Own, survey: Survey) -> Iterator[tuple[str, str]]:
    """The first piece of evidence that hedges what the sentence says, and its hedge."""
    text = survey.read(sentence.text)
    if survey.hedges.in_plain(survey.read(text.undated).plain):
        return
    told: set[str] | None = None
    for key in sentence.rests_on:
        if key in survey.library.evidence:
            for hedge, hedged in _hedged(survey.read(survey.library.evidence[key].text), survey):
                told = _stems(text, survey) if told is None else told
                if hedged and len(hedged & told) >= len(hedged) / 2:
                    yield key, hedge
                    return


def _hedged(text: Prose, survey: Survey) -> Iterator[tuple[str, set[str]]]:
    """Each hedge of a text with the words directly after it, which it hedges."""
    undated = survey.read(text.undated)
    for hedge in survey.hedges.in_plain(undated.plain):
        _, _, after = undated.text.casefold().partition(hedge.casefold())
        yield hedge, _stems(survey.read(after), survey, _HEDGED_WORDS)


def _stems(text: Prose, survey: Survey, at_most: int | None = None) -> set[str]:
    """The beginnings of the telling words of a text, by which `flee` and `fleeing` are the same."""
    telling = [word for word in text.words if len(word.plain) > _SHORT and word.plain not in survey.stop_words]
    return {word.plain[:_STEM] for word in telling[:at_most]}
