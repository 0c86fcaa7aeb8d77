"""Resolve the speakers of a report: a mention to the fullest name that the report gives.

Titles are taken off, a surname finds its full name, an office its holder, and a cue with no
subject the last speaker that agrees with it in gender and number.
"""

from __future__ import annotations

import re
from dataclasses import replace

from mawqif.arabic import bare, fold
from mawqif.lexicon import Lexicon, titles
from mawqif.model import Date, Draft, Kind, Passage, Span, Speaker
from mawqif.names import Named, Titles, after_preposition, named
from mawqif.resolve import english, latin, objects, openings
from mawqif.resolve.again import (
    THESE_PEOPLE,
    continued,
    goes_on,
    his_honour,
    honoured,
    introduced,
    same_again,
    stripped,
    whoever,
)
from mawqif.resolve.cast import Cast, Source
from mawqif.resolve.discourse import Floor
from mawqif.resolve.later import named_later
from mawqif.resolve.registry import Context, Told, outlets, registered
from mawqif.resolve.topics import Topics

__all__ = ["resolve"]

_THESE = frozenset(fold(w) for w in "هذا هذه ذلك تلك هؤلاء أولئك هذان هاتان نفس ذات".split())
_TIMES = frozenset(  # «أعلن الأسبوع الماضي أن …»
    bare(fold(w)) for w in "الأسبوع الشهر الآن اليوم العام السنة الساعة الليلة الصباح المساء الماضي الماضية أمس".split()
)
_OF_NAMES = frozenset(fold(w) for w in "بن ابن ولد آل الشيخ أبو أبي".split())
_NEVER = frozenset(  # what is in no name
    fold(w)
    for w in (
        "في من إلى عن مع بين لدى ضد حول بعد قبل خلال أن إن أنه إنه أنها إنها لا لم لن ما بما مما كما لما إذا إذ لكن بل "
        "ثم أو أم قد حتى كي هو هي هم هذا هذه ذلك تلك الذي التي الذين كل بعض أي غير سوى عند منذ حيث فيما عبر كان كانت "
        "ليس بمناسبة بهذا بهذه فيه فيها به بها له لها منه منها عليه عليها إليه إليها عنه عنها"
    ).split()
)
_DESCRIBES = frozenset(fold(w).lstrip("وف") for w in "وصف وصفت يصف تصف نعت نعتت ينعت تنعت سمى سمت".split())
# whose they are is told before, and hardly ever to be found
_ONE_OF_THEM = frozenset(
    fold(w) for w in "أحدهم أحدها أحدهما إحداهن إحداها إحداهما بعضهم بعضها بعضهن كلاهما كلتاهما".split()
)
_REPORTERS = frozenset(bare(fold(w)) for w in "مراسل مراسلة موفد موفدة مندوب".split())
_TONGUE = re.compile(r"على لسان ")  # «جاء على لسان الوزير»
_FATHER = 5  # letters above which a word that begins with «أبو» is a name
_DEED = 7  # letters of «التعليق»
_BACK = 3  # sentences back in which the one of whom it is told is looked for


def resolve(
    passage: Passage, drafts: tuple[Draft, ...], lexicon: Lexicon, day: Date | None = None
) -> tuple[tuple[Draft, Speaker], ...]:
    """Each draft with its speaker; a name is None where nobody can be told.

    `day` is that of the report: who held an office is asked of that day.
    """
    if not drafts:
        return ()
    t = titles(lexicon)
    h = english.heads(lexicon)
    cast = Cast(passage, t, outlets(lexicon))
    floor, topics = Floor(passage), Topics(passage, cast, t)
    relays: dict[int, tuple[Span, ...]] = {}  # by the order of the source, those of its last statement that names them
    found: list[tuple[Draft, Source | None, str]] = []
    for given in drafts:
        named_so = given.mention is None or (
            _meant(given, t, cast) and not objects.done_to(given, t, alone=given.sentence == floor.told_in())
        )
        draft = given if named_so else replace(given, mention=None)
        _note_relays(draft, t, cast)
        outer = _outer(draft, t, cast, floor)
        source, rule = _english(draft, h, cast) or _who(draft, t, cast, floor, topics)
        floor.take(draft, source, outer)
        if source is not None:
            cast.note(source, draft.content.start)
        found.append((_relayed(draft, source, relays, t), source, rule))
    context, actors = Context(passage, day, lexicon), dict[int, Speaker]()
    told = [x for x in named_later(found) if x[1] is not None or not _measured(x[0], t)]
    return tuple((d, _known(_speaker(d, s, rule), s, context, actors)) for d, s, rule in told)


def _measured(draft: Draft, t: Titles) -> bool:
    """«وفق المعايير»: whether what an adverbial attribution names is a common noun that nobody speaks by."""
    if draft.sort != "adverbial" or draft.mention is None:
        return False
    first = fold(after_preposition(draft.mention.text, t).split()[0])
    return bool(t.words[first] or first in _NEVER or t.has("common", first) or t.has("adjectives", first))


def _outlet(n: Named, outlets: frozenset[str]) -> Named:
    """«سكاي نيوز» without a word for what it is: an outlet by its name."""
    reporter = not n.office or n.office <= _REPORTERS  # «مراسل الأفق» speaks for it
    named_so = n.kind is Kind.PERSON and reporter and bare(fold(n.name)) in outlets
    return replace(n, kind=Kind.MEDIA, words=frozenset(), feminine=None) if named_so else n


def _by_outlet(text: str, outlets: frozenset[str]) -> Named | None:
    """«واشنطن بوست», which begins like a state: an outlet of two or three words at the beginning of a mention."""
    words = text.strip('«»"“” ').split()
    for n in (3, 2):
        name = " ".join(words[:n]).strip('«»"“”،')
        if len(words) >= n and bare(fold(name)) in outlets:
            told = frozenset(bare(fold(w)) for w in name.split())
            return Named(name, Kind.MEDIA, frozenset(), told, frozenset(), None, None, False)
    return None


def _note_relays(draft: Draft, t: Titles, cast: Cast) -> None:
    """Outlets that relay are known from then on: «الوكالة» is the one that was named."""
    for relay in draft.via:
        n = named(relay.text, t)
        if n and n.kind is Kind.MEDIA and cast.find(n, relay.start) is None:
            cast.meet(n, relay.start)


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
    via = relays.get(source.order, ())
    return replace(draft, via=via) if via else draft


def _speaker(draft: Draft, source: Source | None, rule: str) -> Speaker:
    if source is None:
        return Speaker(draft.mention, None, Kind.UNNAMED, None, rule)
    n = source.named
    return Speaker(draft.mention, n.name, n.kind, n.office_text, rule)


def _known(speaker: Speaker, source: Source | None, context: Context, actors: dict[int, Speaker]) -> Speaker:
    """The speaker with what the registry says of its source, which is asked once."""
    if source is None:
        return speaker
    if source.order not in actors:
        n = source.named
        titles = (*source.titles, *filter(None, [n.office_text, n.name if n.kind is Kind.PERSON else None]))
        told = Told(tuple(dict.fromkeys(titles)), bool(n.words))
        actors[source.order] = registered(speaker, told, context)
    known = actors[source.order]
    if known.actor is None and not (known.candidates or known.represents):
        return speaker
    return replace(
        speaker, actor=known.actor, link=known.link, candidates=known.candidates, represents=known.represents
    )


def _follows(draft: Draft) -> bool:
    """Whether the mention stands right after its verb, or right before it."""
    if draft.sort != "verb" or draft.cue is None or draft.mention is None:
        return False
    return 0 < draft.mention.start - draft.cue.end <= 2 or 0 < draft.cue.start - draft.mention.end <= 2


def plausible(n: Named, t: Titles) -> bool:
    """Whether a mention with no title, met for the first time, can be a name at all."""
    if n.kind is Kind.UNNAMED and fold(n.name) in _ONE_OF_THEM:
        return False
    if n.kind is not Kind.PERSON or (n.office and n.office_text != n.name):
        return True
    if n.office:
        return t.heads_person(fold(n.name.split()[0]))
    if not n.words:
        return False
    forms = [fold(w) for w in n.name.split()]
    if forms[:2] == ["بان", "كي"]:
        return True
    if any(f in _NEVER for f in forms[forms[0] == "ام" :]):
        return False
    if t.words[forms[0]] not in ("", "people") and t.lists["sure"].isdisjoint(forms):
        return False
    if len(forms) == 1 and forms[0].startswith("ابو") and len(forms[0]) > _FATHER:
        return True  # «أبوسامر»
    if len(forms) == 1 and forms[0] in t.lists["given"]:
        return forms[0] not in t.lists["doubtful"]
    if len(forms) < 2 or n.name.split()[0].endswith(("ً", "اً")):
        return False
    if forms[0].startswith("ال") and (forms[1].startswith("ال") or t.has("adjectives", forms[1])):
        return False
    if any(t.has("adjectives", f) for f in forms[1:]):
        return False
    return not forms[0].startswith(("لل", "بال", "و")) and not any(f.endswith(("هم", "وا")) for f in forms[:1])


def _topic(draft: Draft, topics: Topics, floor: Floor) -> Source | None:
    """Of whom the sentence tells before its cue, or a sentence without a statement between the last one and it."""
    if draft.cue is None or draft.plural:
        return None
    if draft.sort == "noun" and draft.mention is None and draft.feminine is not None:
        return topics.of(draft.sentence, draft.cue.start, draft) if _by_saying(draft) else topics.nearest(draft)
    if draft.sort not in ("verb", "participle"):
        return None
    if subject := topics.within(draft):
        return subject
    told = floor.told_in()
    if told == draft.sentence:
        return None
    if subject := topics.of(draft.sentence, draft.cue.start, draft):
        return subject
    if draft.mention is not None:
        return None
    for n in range(draft.sentence - 1, max(told, draft.sentence - _BACK), -1):
        subject = topics.voice(n) or topics.of(n, topics.sentences[n].end, draft)
        if subject and told >= 0 and goes_on(fold(draft.cue.text)) and not floor.spoke(subject):
            continue  # nobody new goes on
        if subject and subject.named.kind is Kind.PERSON:
            return subject
    return None


def _by_saying(draft: Draft) -> bool:
    """«… بقوله: «…»»: whether a verbal noun tells with which words the subject of the sentence did something."""
    return draft.cue is not None and fold(draft.cue.text).startswith("ب")


def _leading(draft: Draft, t: Titles, cast: Cast, floor: Floor, topics: Topics) -> Source | None:
    """The subject after the verb that leads a sentence in which nobody has spoken yet."""
    if floor.told_in() == draft.sentence:
        return None
    if draft.cue and topics.in_it(draft) and openings.relative(draft, floor.cue_before(draft.cue.start)):
        return None  # «البيان الذي جاء فيه»
    if topics.received(draft):
        return None
    return openings.subject(draft, floor.passage, cast, t)  # «أصدرت الهيئة بيانا قالت فيه إن»


def _english(draft: Draft, h: english.Heads, cast: Cast) -> tuple[Source | None, str] | None:
    """Who speaks by a mention in Latin letters; None where the mention is Arabic or there is none."""
    if draft.mention is None or not latin.is_latin(draft.mention.text):
        return None
    signer, rule = english.who(draft.mention.text, cast, draft.mention.start, h)
    return signer, "signature" if draft.sort == "post" and rule == "mention" else rule


def _who(draft: Draft, t: Titles, cast: Cast, floor: Floor, topics: Topics) -> tuple[Source | None, str]:
    honour = honoured(topics.after(draft))
    if honour and draft.cue and (source := his_honour(honour, floor, cast, draft.cue.start)):
        return source, "named-again"
    if draft.mention and topics.in_it(draft) and t.heads[fold(draft.mention.text.split()[0])] == "document":
        draft = replace(draft, mention=None)  # «نشر الحزب شريطا يؤكد فيه أن»: where it is said
    source, rule = _mentioned(draft, t, cast, floor) if draft.mention else (None, "")
    if source:
        return source, rule
    if draft.host is not None and (source := floor.host(draft)):
        return source, "same-subject"
    before = floor.cue_before(draft.cue.start) if draft.cue else ""
    if source := openings.described(draft, before, floor.passage, cast, t):
        return source, "described"
    if source := _leading(draft, t, cast, floor, topics):
        return source, "sentence-subject"
    if subject := _topic(draft, topics, floor):
        return subject, "sentence-subject"
    if draft.mention is not None and draft.sort == "adverbial":
        return None, "nobody-agrees"
    if draft.mention is not None and _follows(draft) and _unknown(draft, t):
        return None, "nobody-agrees"
    told = openings.relative(draft, before) or openings.provides(draft)
    if told and draft.mention is None and draft.sort == "verb":
        return None, "nobody-agrees"
    source = floor.last(draft)
    if source is None and draft.sort == "verb" and draft.mention is None and draft.cue and not draft.plural:
        start = topics.sentences[max(0, draft.sentence - 1)].start
        source = cast.first_person(start, draft.cue.start, draft.feminine)
    return (source, "last-speaker") if source else (None, "nobody-agrees")


def _outer(draft: Draft, t: Titles, cast: Cast, floor: Floor) -> Source | None:
    """«قال فلان إن المجلس دعا إلى …»: the person in whose words another one speaks, who is its relay."""
    if draft.sort != "verb" or not draft.via or draft.cue is None or not _tells(draft):
        return None
    n = named(draft.via[0].text, t)
    if n is None or n.kind is Kind.DOCUMENT:
        return None
    outer = cast.find(n, draft.content.end) or (cast.meet(n, draft.via[0].start) if plausible(n, t) else None)
    if outer:
        introduced(floor.cue_before(draft.via[0].start), draft, outer, floor, t)
    return outer


def _tells(draft: Draft) -> bool:
    """Whether the relay is the subject of a verb of saying: before it, or behind it with its source further on.

    «ذكرت صحيفة الأفق نقلا عن مصدر أن»: the paper goes on.
    """
    assert draft.cue is not None
    relay = draft.via[0]
    if relay.start < draft.cue.start:
        return True
    return draft.mention is not None and relay.start - draft.cue.end <= 2 and relay.end < draft.mention.start


def _mentioned(draft: Draft, t: Titles, cast: Cast, floor: Floor) -> tuple[Source | None, str]:
    """Whom the mention at the cue names; None where it names nobody that it could."""
    assert draft.mention is not None
    if fold(draft.mention.text) in THESE_PEOPLE and (source := floor.last_of_several()):
        return source, "named-again"
    (text, again), at = stripped(_meant(draft, t, cast)), draft.mention.start
    n = named(text, t) if text else None
    if n is None:
        return None, ""
    n = (None if t.has("media", fold(text.split()[0])) else _by_outlet(text, cast.outlets)) or _outlet(n, cast.outlets)
    if n.kind is Kind.DOCUMENT and draft.cue and fold(draft.cue.text).lstrip("وف") in _DESCRIBES:
        return None, ""  # «ووصف القرار بأنه …»: what is described, and not who describes it
    if n.kind is Kind.DOCUMENT and n.definite:
        issuer = floor.issuer(bare(fold(n.name.split()[0])), cast, at)
        if issuer:
            return issuer, "issuer"
    known, rule = whoever(n, again, floor) or cast.find(n, draft.content.end), "named-again"
    known = known or same_again(n, again, t, floor, cast, at) or continued(draft, n, floor, t)
    if known is None and plausible(n, t):
        known, rule = cast.meet(n, at), "mention"
    elif known is None and n.kind is Kind.PERSON and not n.office and _follows(draft) and _noun(n, text, t):
        known, rule = cast.meet(_by_look(n, draft), at), "subject-of-the-cue"
    if known is None:
        return None, ""
    if draft.feminine not in (None, known.named.feminine) and not draft.plural:
        known.named = replace(known.named, feminine=draft.feminine)
    introduced(fold(draft.cue.text) if draft.cue else "", draft, known, floor, t)
    return known, rule


def _meant(draft: Draft, t: Titles, cast: Cast) -> str:
    """The words of a mention that can name a speaker: no demonstrative, and nothing that «لل» makes an addressee."""
    assert draft.mention is not None
    text = draft.mention.text
    if draft.sort == "adverbial":
        text = after_preposition(text, t)
    if (told := _TONGUE.match(text)) is not None:
        text = text[told.end() :]
    first, _, rest = text.partition(" ")
    if rest and fold(first) in _THESE:
        return rest
    if bare(fold(first)) in _TIMES and not (not rest and cast.has_family(first)):
        return ""
    return "" if draft.sort == "verb" and first.startswith("لل") else text


def _unknown(draft: Draft, t: Titles) -> bool:
    """Whether a mention that names nobody is a phrase of its own, so that nobody before it is meant."""
    assert draft.mention is not None
    first, _, rest = draft.mention.text.partition(" ")
    form = fold(first)
    if not rest or form[:1] in "لب" or form in _NEVER or t.words[form] in ("verbs", "small"):
        return False
    return draft.cue is None or not goes_on(fold(draft.cue.text))


def _noun(n: Named, mention: str, t: Titles) -> bool:
    """Whether words of which nothing is known stand for a subject: definite, or one word that looks like a name."""
    forms = [fold(w) for w in n.name.split()]
    if t.words[forms[0]] in ("acts", "verbs") and not forms[0].startswith("ال"):
        return False
    if n.definite:
        return not (_deed(forms) or any(f.endswith("وا") for f in forms))
    lone = bool(n.words) and len(forms) == 1 and len(forms[0]) > 3 and " " not in mention.partition("(")[0].strip()
    return lone and not t.has("common", forms[0]) and not t.has("cues", forms[0])


def _deed(forms: list[str]) -> bool:
    """«التعليق»: whether one word has the form of what is done, which says nothing."""
    return len(forms) == 1 and len(forms[0]) == _DEED and forms[0].startswith("الت") and forms[0][-2] == "ي"


def _by_look(n: Named, draft: Draft) -> Named:
    """A word of which nothing else is known: a name by its look, whoever is something (المتهم), else a body."""
    forms = [fold(w) for w in n.name.split()]
    if not n.definite:
        aged = draft.mention is not None and "(" in draft.mention.text  # «قالت حلزان (67 عاما)»
        body = draft.feminine is True and draft.sort == "verb" and len(forms) == 1 and not aged
        return replace(n, kind=Kind.ORGANIZATION, words=frozenset(), feminine=True) if body else n
    described = forms[0].startswith("الم") and len(forms[0]) > 5 and not forms[0].endswith("ي")
    if len(forms) == 1 and draft.feminine is not True and described:
        return replace(n, kind=Kind.UNNAMED, words=frozenset(), feminine=draft.feminine)
    if draft.feminine is not True and all(f.endswith("ي") or f in _OF_NAMES for f in forms):
        words = frozenset(bare(f) for f in forms)
        return replace(n, words=words, all_words=words, feminine=draft.feminine)
    return replace(n, kind=Kind.ORGANIZATION, words=frozenset(), feminine=draft.feminine)
