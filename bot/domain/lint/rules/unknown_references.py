from collections.abc import Iterator, Mapping

from rapidfuzz import process

from bot.domain.library import Library
from bot.domain.lint.references import Reference, referring
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding


@rule(
    "V201",
    bad="""
# briefs/timeline.yaml
ferry-stopped:
  rests_on: [harbour-fourty-people]
""",
    good="""
# briefs/timeline.yaml
ferry-stopped:
  rests_on: [harbour-forty-people]
""",
)
def unknown_references(survey: Survey) -> Iterator[Finding]:
    """Every id that an item names is the id of something.

    A reader who asks for the proof of a sentence would find nothing behind a mistyped id. Evidence is named by its bare
    id, an article as `article:ID` and an editor's note as `note:ID`.
    """
    known = _known(survey.library)
    for named in survey.once(referring):
        if named.id not in known[named.kind] and not _is_broken(named, survey):
            yield Finding(named.spot, f"there is no {_word(named)} '{named.id}'", _mend(named, known))


def _known(library: Library) -> Mapping[str, set[str]]:
    support = {*library.evidence, *(f"article:{key}" for key in (*library.provisions, *library.former))}
    return {
        "support": support | {f"note:{key}" for key in library.notes},
        "evidence": {*library.evidence},
        "article": {*library.provisions, *library.former},
        "note": {*library.notes},
        "figure": {*library.figures},
        "brief": {*library.briefs},
        "brief or term": {*library.briefs, *library.terms},
        "label": {*library.wording.labels},
        "group": {*library.wording.groups},
    }


def _is_broken(named: Reference, survey: Survey) -> bool:
    """Whether it may name an item that could not be read: the content layer has said why."""
    kind, _, key = named.id.rpartition(":")
    if (kind or named.kind) == "article":
        instruments = {broken for section, broken in survey.broken if section == "instrument"}
        return any(not broken or key.startswith(f"{broken}-") for broken in instruments)
    wanted = {kind} if kind else {"evidence"} if named.kind == "support" else set(named.kind.split(" or "))
    return any(section in wanted and broken in {"", key} for section, broken in survey.broken)


def _word(named: Reference) -> str:
    kind, _, _ = named.id.rpartition(":")
    if named.kind == "support":
        return kind or "evidence"
    return f"{named.kind} of wording.yaml" if named.kind in {"label", "group"} else named.kind


def _mend(named: Reference, known: Mapping[str, set[str]]) -> str:
    if named.kind == "support":
        for kind in ("note", "article"):
            if named.id in known[kind]:
                return f"write {kind}:{named.id}"
        bare = named.id.rpartition(":")[2]
        if bare in known["evidence"]:
            return f"write {bare}: evidence is named without a kind"
    nearest = process.extractOne(named.id, sorted(known[named.kind]), score_cutoff=60)
    return f"did you mean '{nearest[0]}'?" if nearest else "correct the id, or write what it should name"
