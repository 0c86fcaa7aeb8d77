"""From the speakers of a report to the actors of the data files: states, bodies, holders of offices.

A speaker is linked only for a named reason (`link`); what may be meant and is not sure are `candidates`. `represents`
are the bodies and states for which a spokesman, a minister, an ambassador speaks. What a report says of a speaker
(name, office, kind) is never changed.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace

from mawqif.arabic import bare, fold
from mawqif.lexicon import Lexicon
from mawqif.lexicon.bodies import ABROAD, Seen, body_at, body_by_handle, body_of
from mawqif.lexicon.governments import head_governed
from mawqif.lexicon.states import ADJECTIVE, PEOPLE, sightings, state_of, words_of
from mawqif.model import Kind, Speaker
from mawqif.resolve.registry.context import Context
from mawqif.resolve.registry.holders import Found, contradicted, holder_of
from mawqif.resolve.registry.voices import spoken_for, spokesman_for

__all__ = ["Context", "Told", "outlets", "registered"]

_KINGDOM = "المملكة"
_AT = fold("لدى")


@dataclass(frozen=True, slots=True)
class Told:
    """What a report tells of a speaker beside the name: the titles with which it is named, nearest first.

    `personal` says whether the name is that of a person, and no office.
    """

    titles: tuple[str, ...]
    personal: bool


def registered(speaker: Speaker, told: Told, context: Context) -> Speaker:
    """The speaker with its actor, the reason for it, the candidates, and for whom it speaks."""
    if speaker.name is None:
        return speaker
    if speaker.kind in (Kind.STATE, Kind.ORGANIZATION):
        return _collective(speaker, context)
    if speaker.kind is Kind.PERSON:
        return _person(speaker, told, context)
    if speaker.kind is Kind.UNNAMED:
        return replace(speaker, represents=spokesman_for(speaker.name, context))
    return speaker


def _collective(speaker: Speaker, context: Context) -> Speaker:
    name, lexicon = speaker.name or "", context.lexicon
    if state := state_of(name, lexicon):
        if _people(name, lexicon) or _other_kingdom(name, state.id, context) or _paper(speaker, context):
            return speaker
        return _linked(speaker, state.id, "state-by-name", (state.id,))
    if id := _one_of_two(name, context):
        return _linked(speaker, id, "state-named-in-report", (id,))
    if seen := body_of(name, lexicon) or body_by_handle(name, lexicon):
        return _body(speaker, seen, context)
    if id := head_governed(name, lexicon):
        return _linked(speaker, id, "government-by-its-head", (id,))
    return speaker


def _one_of_two(name: str, context: Context) -> str | None:
    """«عمان»: the one of the states which may be meant that the report names by another word too."""
    words = words_of(name)
    (first, *more) = sightings(words, context.lexicon) or (None,)
    if first is None or more or len(first.states) < 2 or first.end - first.first < len(words):
        return None
    named = {s.id for s in first.states} & context.surely_named
    return named.pop() if len(named) == 1 else None


def _people(name: str, lexicon: Lexicon) -> bool:
    """«الأميركيون»: whether a name is of the people alone, who are no state."""
    words = words_of(name)
    seen = sightings(words, lexicon)
    return sum(s.end - s.first for s in seen) == len(words) and all(s.sort in (ADJECTIVE, PEOPLE) for s in seen)


def _paper(speaker: Speaker, context: Context) -> bool:
    """«الرياض» in quotation marks: a paper of that name."""
    at = speaker.mention.start if speaker.mention else 0
    papers = {fold(f"{paper} {speaker.name}") for paper in ("صحيفة", "جريدة", "قناة")}
    return at > 0 and context.passage.text[at - 1] == "«" and bool(papers & outlets(context.lexicon))


@functools.lru_cache(maxsize=8)
def outlets(lexicon: Lexicon) -> frozenset[str]:
    """The names of outlets, folded, without their article."""
    return frozenset(bare(fold(w)) for o in lexicon.outlets for w in (o.name, *o.aliases))


def _other_kingdom(name: str, state: str, context: Context) -> bool:
    """Whether «المملكة» may be another kingdom than the one of whose papers most use it."""
    return name == _KINGDOM and bool(context.kingdoms() - {state})


def _body(speaker: Speaker, seen: Seen, context: Context) -> Speaker:
    if seen.kind in ABROAD and speaker.mention and (at := body_at(words_of(speaker.mention.text), context.lexicon)):
        seen = at[0] if seen.id and (at[0].id or "").startswith(seen.id) else seen  # where it is stands in the mention
    if seen.id is not None:
        return _linked(speaker, seen.id, "body-by-name", _of(seen.id, seen.state))
    state = context.state_of_kind(seen.kind) if seen.kind else None
    if state is None:
        return speaker
    id = f"{state}.{seen.kind}"
    return _linked(speaker, id, "only-body-of-its-kind", _of(id, state))


def _of(id: str, state: str | None) -> tuple[str, ...]:
    """A body of a state speaks for itself and the state; a movement that lives in one for itself."""
    return (id, state) if state and id.startswith(f"{state}.") else (id,)


def _linked(speaker: Speaker, actor: str, link: str, represents: tuple[str, ...]) -> Speaker:
    return replace(speaker, actor=actor, link=link, represents=represents)


def _person(speaker: Speaker, told: Told, context: Context) -> Speaker:
    name = speaker.name or ""
    if not told.personal and speaker.mention and _AT in words_of(speaker.mention.text):
        return speaker  # an envoy of whom no more than the office of the sender is left
    found: Found = holder_of(name, told.titles, told.personal, context)
    own = ((title, spoken_for(title, context)) for title in told.titles)
    told_by = (v for t, v in own if v and not (told.personal and contradicted(name, t, context)))
    voices = next(told_by, found.represents)
    return replace(
        speaker,
        actor=found.actor,
        link=found.link,
        candidates=found.candidates,
        represents=tuple(dict.fromkeys(voices)),
    )
