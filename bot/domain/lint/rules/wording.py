"""Wording: nothing is said more loudly or more surely in our sentences than in what they rest on."""

from collections.abc import Iterator

from bot.domain.library import Library
from bot.domain.lint.sentences import Own
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding
from bot.domain.text.phrases import blanked, undated, unquoted
from bot.domain.text.words import words

_HEDGED_WORDS = 4
"""So many telling words after a hedge are taken for what it hedges."""
_SHORT, _STEM = 3, 5


def coloured_words(survey: Survey) -> Iterator[Finding]:
    """Loaded words outside quotation marks, certainty above the evidence, and excuses that excuse nothing."""
    for sentence in survey.sentences:
        excuse = (sentence.wording_ok or "").casefold()
        faults = [*_loaded(sentence, survey), *_surer(sentence, survey), *_flat(sentence, survey)]
        for word, what, mend in faults:
            if word.casefold() not in excuse:
                yield Finding(sentence.spot, what, mend)
        if sentence.wording_ok and not any(word.casefold() in excuse for word, _, _ in faults):
            what = "wording_ok excuses no word here: nothing is loaded or surer than the evidence, or it is not named"
            yield Finding(sentence.spot, what, "name in wording_ok the word that it excuses, or remove it")


def _loaded(sentence: Own, survey: Survey) -> Iterator[tuple[str, str, str]]:
    text = unquoted(sentence.text)
    if not survey.loaded.within(text):
        return
    for word in survey.loaded.within(blanked(text, survey.names.titles(sentence.text))):
        mend = "say it neutrally, or quote it with its marks from somebody who says it"
        yield word, f"'{word}' is loaded and stands outside quotation marks", mend


def _surer(sentence: Own, survey: Survey) -> Iterator[tuple[str, str, str]]:
    """Words of certainty that the evidence does not have."""
    ground = survey.grounds.of(sentence.rests_on)
    if sentence.voice == "note" or ground is None:
        return
    words = survey.certainty.within(unquoted(sentence.text))
    given = survey.certainty.within("\n".join(ground.texts)) if words else []
    for word in words:
        if word not in given:
            mend = "say it as the evidence does, or say in wording_ok why the word is fair, naming it"
            yield word, f"'{word}' is surer than anything that this rests on", mend


def _flat(sentence: Own, survey: Survey) -> Iterator[tuple[str, str, str]]:
    """Hedges of the evidence that the sentence has none of, though it says what they hedge."""
    is_told = sentence.voice == "claim" and sentence.spot.section != "figure"
    if not is_told or survey.hedges.within(undated(sentence.text)):
        return
    told = _stems(sentence.text, survey)
    for key, text in _evidence(sentence, survey.library):
        for hedge, hedged in _hedged(undated(text), survey):
            if hedged and len(hedged & told) >= len(hedged) / 2:
                mend = f"keep the hedge, or say in wording_ok why '{hedge}' may go, naming it"
                yield hedge, f"'{key}' says '{hedge}', and this says it flatly", mend
                return


def _hedged(text: str, survey: Survey) -> Iterator[tuple[str, set[str]]]:
    """Each hedge of a text with the words directly after it, which it hedges."""
    for hedge in survey.hedges.within(text):
        _, _, after = text.casefold().partition(hedge.casefold())
        yield hedge, _stems(after, survey, _HEDGED_WORDS)


def _stems(text: str, survey: Survey, at_most: int | None = None) -> set[str]:
    """The beginnings of the telling words of a text, by which `flee` and `fleeing` are the same."""
    telling = [word for word in words(text) if len(word.plain) > _SHORT and word.plain not in survey.stop_words]
    return {word.plain[:_STEM] for word in telling[:at_most]}


def _evidence(sentence: Own, library: Library) -> Iterator[tuple[str, str]]:
    for reference in sentence.rests_on:
        if reference in library.evidence:
            yield reference, library.evidence[reference].text
