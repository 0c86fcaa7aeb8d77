"""From a speaker of one report to its card, or to the reason why it stays open.

Open stays what only its report can tell: who is not named, who is called by an office whose holder is not sure, a
family name with nothing beside it, «اللجنة», «الوزارة», a document.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mawqif.arabic import fold
from mawqif.lexicon import Lexicon, titles
from mawqif.lexicon.states import states_in
from mawqif.model import Appearance, Card, Date, Kind, Reason, Speaker, digest
from mawqif.names import Named, named
from mawqif.resolve import latin
from mawqif.resolve.actors import bodies
from mawqif.resolve.actors.accounts import account
from mawqif.resolve.actors.titles import field_of, office_words
from mawqif.resolve.actors.words import Words, compact, name_words
from mawqif.resolve.registry.holders import holder_at_home

_EDGES = ' ،,؛:-–—()«»"“”'  # that no title begins or ends with


def appearance(
    speaker: Speaker, report: str, day: Date | None, home: str | None, lexicon: Lexicon, local: str | None = None
) -> Appearance:
    """What a speaker is known by across reports; `home` is the state of which its report tells throughout.

    `local`: the state whose cities the report names.

    `speaker.office` are all titles that the report gives it (see `titled`).
    """
    own = digest("own", report, speaker.kind, speaker.name or "")
    card = _card(speaker, day, home, local, lexicon)
    if card is None:
        return Appearance(None, own, speaker.candidates)
    decade = day.year // 10 if day and speaker.kind is Kind.PERSON else None
    return Appearance(replace(card, decade=decade), own, speaker.candidates)


def _card(speaker: Speaker, day: Date | None, home: str | None, local: str | None, lexicon: Lexicon) -> Card | None:
    if speaker.name is None:
        return None
    if speaker.kind is Kind.PERSON:
        return _person(speaker, lexicon) or _holder(speaker, day, home or local, lexicon)
    if speaker.actor is not None:
        return Card(speaker.kind, f"data {speaker.actor}", speaker.name, actor=speaker.actor, reason=Reason.DATA)
    if speaker.kind is Kind.MEDIA:
        return bodies.outlet(speaker.name, lexicon)
    if speaker.kind is Kind.ORGANIZATION:
        mention = speaker.mention.text if speaker.mention else speaker.name
        named = bodies.by_mention(mention, speaker.name, home or local, lexicon)
        return named or bodies.body(speaker.name, home, local, lexicon)
    return None


def _person(speaker: Speaker, lexicon: Lexicon) -> Card | None:
    assert speaker.name is not None
    if speaker.name.startswith("@"):
        return account(speaker.name, speaker.actor, lexicon)
    if latin.is_latin(speaker.name):
        return _written_latin(speaker, lexicon)
    name, words = _words(speaker, lexicon)
    if not words:
        return _by_data(speaker)
    office = speaker.office
    known = Card(
        Kind.PERSON,
        f"person {compact(words)}",
        name,
        words,
        _states(speaker, office, lexicon),
        field_of(office, lexicon) if office else None,
        office,
        actor=speaker.actor,
    )
    return known if len(words) > 1 else _single(known)


def _by_data(speaker: Speaker) -> Card | None:
    """One who is known by office alone: whoever the data is sure of."""
    if speaker.actor is None or speaker.name is None:
        return None
    office = speaker.office or speaker.name
    return Card(
        Kind.PERSON, f"data {speaker.actor}", speaker.name, office=office, actor=speaker.actor, reason=Reason.DATA
    )


def _holder(speaker: Speaker, day: Date | None, home: str | None, lexicon: Lexicon) -> Card | None:
    """Who surely held an office on the day that is named with no state, in a report that tells of one throughout."""
    if speaker.actor is not None or speaker.name is None or day is None or home is None:
        return None
    id = holder_at_home(speaker.name, home, day, lexicon)
    if id is None:
        return None
    return Card(
        Kind.PERSON, f"data {id}", speaker.name, office=speaker.name, actor=id, reason=Reason.NAME_STATE, states=(home,)
    )


def _single(card: Card) -> Card | None:
    """One who is known by a single name: with the office and the state, or not at all."""
    word = card.words[0]
    if card.actor is not None:
        return replace(card, group=f"data {card.actor}", reason=Reason.DATA)
    office = sorted(office_words(card.office)) if card.office else []
    if not card.states or not office:
        return None
    return replace(card, group=f"single {word} {' '.join(card.states)} {' '.join(office)}", reason=Reason.SURNAME)


def titled(speakers: Iterable[Speaker], lexicon: Lexicon) -> dict[str, str]:
    """By name, the title of a person that tells most, of all that stand with the name in a report."""
    t = titles(lexicon)
    best: dict[str, tuple[int, str]] = {}
    for s in speakers:
        if s.kind is not Kind.PERSON or s.name is None:
            continue
        found = named(s.mention.text, t) if s.mention else None
        for title in (s.office, _around(s.mention.text, found) if s.mention and found else None):
            text = " ".join((title or "").split()).strip(_EDGES)
            if text:
                best[s.name] = max(best.get(s.name, (0, "")), (len(office_words(text)), text))
    return {name: text for name, (_much, text) in best.items()}


def _around(mention: str, found: Named) -> str | None:
    """What stands in a mention before and behind the name, where it holds a title."""
    before, name, behind = mention.partition(found.name)
    if not (found.titles and name and found.words):
        return None
    follows = behind.strip(" ،,").startswith(found.titles[-1])
    return f"{before} {behind}" if follows else before


def _words(speaker: Speaker, lexicon: Lexicon) -> tuple[str, Words]:
    """The name of a person without titles, and its words; none where it is known by office alone."""
    t = titles(lexicon)
    name = speaker.name or ""
    found = named(name, t)
    if found is not None and found.kind is Kind.PERSON and found.words:
        return found.name, name_words(found.name)
    forms = fold(name).split()
    strange = len(forms) > 1 and not any(t.words[f] or t.title(f) or t.has("common", f) for f in forms)
    return (name, name_words(name)) if strange else (name, ())


def _states(speaker: Speaker, office: str | None, lexicon: Lexicon) -> tuple[str, ...]:
    """The states for which a person speaks, else of which the title tells; unions are none."""
    unions = {s.id for s in lexicon.states if s.union}
    spoken = {i for i in speaker.represents if "." not in i} - unions
    ids = {s.id for s in lexicon.states}
    if spoken & ids:
        return tuple(sorted(spoken & ids))
    seen = {s.id for sighting in states_in(office, lexicon) for s in sighting.states} if office else set()
    return tuple(sorted(seen - unions)) if len(seen) == 1 else ()


def _written_latin(speaker: Speaker, lexicon: Lexicon) -> Card | None:
    name = latin.name(speaker.name or "")
    words = tuple(fold(w) for w in name.split())
    if len(words) < 2:
        return _by_data(speaker)
    office = speaker.office
    states = _states(speaker, office, lexicon)
    return Card(
        Kind.PERSON,
        f"latin {' '.join(words)}",
        name,
        words,
        states,
        None,
        office,
        actor=speaker.actor,
        reason=Reason.NAME,
    )
