"""Resolve the speakers of a report: a mention to the fullest name that the report gives.

Titles are taken off, a surname finds its full name, an office its holder, and a cue with no
subject the last speaker that agrees with it in gender and number.
"""

from __future__ import annotations

from dataclasses import replace

from mawqif.arabic import bare, fold
from mawqif.lexicon import Lexicon, titles
from mawqif.model import Draft, Kind, Passage, Span, Speaker
from mawqif.names import Named, Titles, after_preposition, named
from mawqif.resolve import english, latin
from mawqif.resolve.cast import Cast, Source
from mawqif.resolve.discourse import Floor

__all__ = ["resolve"]

_LEAD = 40  # code points from the start of a sentence within which its subject begins


def resolve(passage: Passage, drafts: tuple[Draft, ...], lexicon: Lexicon) -> tuple[tuple[Draft, Speaker], ...]:
    """Each draft with its speaker; a name is None where nobody can be told."""
    t = titles(lexicon)
    h = english.heads(lexicon)
    cast = Cast(passage, t)
    floor = Floor(passage)
    relays: dict[int, tuple[Span, ...]] = {}  # by the order of the source, those of its last statement that names them
    found: list[tuple[Draft, Source | None, str]] = []
    for n, draft in enumerate(drafts):
        alone = n == 0 or drafts[n - 1].sentence != draft.sentence
        start = passage.sentences[draft.sentence].start if alone and passage.sentences else None
        source, rule = _who(draft, t, h, cast, floor, start)
        floor.take(draft, source)
        if source is not None:
            cast.note(source, draft.content.start)
        found.append((_relayed(draft, source, relays, t), source, rule))
    return tuple((d, _speaker(d, s, rule)) for d, s, rule in found)


def _lasting(relay: Span, t: Titles) -> bool:
    """Whether a relay is an outlet, through which all that its speaker says is said; a person relays once."""
    word = fold(relay.text.split()[0])
    return not word[0].isalpha() or t.has("media", word) or not (t.title(word) or t.heads[word])


def _relayed(draft: Draft, source: Source | None, relays: dict[int, tuple[Span, ...]], t: Titles) -> Draft:
    """Who speaks through a relay once goes on speaking through it, until another one is named."""
    if source is None or draft.sort == "post":
        return draft
    if draft.via:
        if _lasting(draft.via[-1], t):
            relays[source.order] = draft.via
        return draft
    return replace(draft, via=relays.get(source.order, ()))


def _speaker(draft: Draft, source: Source | None, rule: str) -> Speaker:
    if source is None:
        return Speaker(draft.mention, None, Kind.UNNAMED, None, rule)
    n = source.named
    return Speaker(draft.mention, n.name, n.kind, n.office_text, rule)


def _follows(draft: Draft) -> bool:
    """Whether the mention stands right after its verb."""
    return bool(draft.sort == "verb" and draft.cue and draft.mention and 0 < draft.mention.start - draft.cue.end <= 2)


_AGAIN = frozenset(fold(w) for w in ["ذاته", "ذاتها", "نفسه", "نفسها", "عينه", "المذكور", "الأخير", "الأخيرة"])


def _same_again(n: Named, t: Titles, floor: Floor) -> Source | None:
    """«المسؤول ذاته»، «القيادي السياسي»: a definite role that no source holds by name is who spoke last."""
    forms = [fold(w) for w in (n.office_text or n.name).split()] + [fold(n.name)]
    again = any(f in _AGAIN for f in forms)
    lone = (
        len(n.words) == 1
        and n.name.startswith("ال")
        and bool(n.office)
        and all(t.has("honorifics", f) for f in forms[:-1])
    )
    if n.kind is not Kind.PERSON or not n.definite or (not lone and n.office_text not in (None, n.name) and not again):
        return None
    generic = forms[0].startswith("ال") and bare(forms[0]) in ("مسوول", "مسءول", "مسيول", "متحدث", "متحدثه", "قيادي")
    if not again and (
        (bare(forms[0]) in ("مراسل", "مراسله") and len(forms) > 2)
        or any((t.has("adjectives", f) and not generic) or f[:2] == "لل" for f in forms)
        or "باسم" in forms
        or not t.heads_person(forms[0])
    ):
        return None
    return floor.last_of(Kind.PERSON, Kind.UNNAMED)


def plausible(n: Named, t: Titles) -> bool:
    """Whether a mention with no title, met for the first time, can be a name at all."""
    if n.kind is not Kind.PERSON or (n.office and n.office_text != n.name):
        return True
    if n.office:
        return t.heads_person(fold(n.name.split()[0]))
    forms = [fold(w) for w in n.name.split()]
    if len(forms) == 1 and forms[0] in t.lists["given"]:
        return forms[0] not in t.lists["doubtful"]
    if len(forms) < 2 or n.name.split()[0].endswith(("ً", "اً")):
        return False
    if forms[0].startswith("ال") and (forms[1].startswith("ال") or t.has("adjectives", forms[1])):
        return False
    if any(t.has("adjectives", f) for f in forms[1:]):
        return False
    return not forms[0].startswith(("لل", "بال", "و")) and not any(f.endswith(("هم", "وا")) for f in forms[:1])


def _subject_before(draft: Draft, cast: Cast, start: int) -> Source | None:
    """«تلقى فلان الدعوة، وأكد أن …»: the first person or body that the sentence names before the cue."""
    if draft.cue is None or draft.sort not in ("verb", "participle"):
        return None
    first = cast.first_between(start, draft.cue.start)
    if first is None or draft.plural or first[0] - start > _LEAD:
        return None
    named = first[1].named
    kinds = (Kind.PERSON, Kind.ORGANIZATION)
    return first[1] if named.kind in kinds and draft.feminine in (None, named.feminine) else None


def _who(
    draft: Draft, t: Titles, h: english.Heads, cast: Cast, floor: Floor, start: int | None
) -> tuple[Source | None, str]:
    if draft.mention is not None and latin.is_latin(draft.mention.text):
        signer, rule = english.who(draft.mention.text, cast, draft.mention.start, h)
        return signer, "signature" if draft.sort == "post" and rule == "mention" else rule
    if draft.mention is not None:
        text = after_preposition(draft.mention.text, t) if draft.sort == "adverbial" else draft.mention.text
        n = named(text, t)
        if n is not None and n.kind is Kind.DOCUMENT and n.definite:
            issuer = floor.issuer(bare(fold(n.name.split()[0])), cast, draft.mention.start)
            if issuer:
                return issuer, "issuer"
        if n is not None:
            known = cast.find(n, draft.content.end) or _same_again(n, t, floor)
            if known is None and plausible(n, t):
                known, rule = cast.meet(n, draft.mention.start), "mention"
            elif known is None and n.definite and n.kind is Kind.PERSON and not n.office and _follows(draft):
                body = replace(n, kind=Kind.ORGANIZATION, words=frozenset(), feminine=draft.feminine)
                known, rule = cast.meet(body, draft.mention.start), "subject-of-the-cue"
            else:
                rule = "named-again"
            if known is not None:
                if draft.feminine is not None and not draft.plural:
                    known.named = replace(known.named, feminine=draft.feminine)
                return known, rule
    if draft.host is not None and (source := floor.host(draft)):
        return source, "same-subject"
    if start is not None and (subject := _subject_before(draft, cast, start)):
        return subject, "sentence-subject"
    source = floor.last(draft)
    return (source, "last-speaker") if source else (None, "nobody-agrees")
