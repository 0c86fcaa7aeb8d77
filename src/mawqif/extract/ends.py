"""Where a content ends: before the next saying, before the narrator's own words, else with its sentence."""

from __future__ import annotations

from mawqif.arabic import bare
from mawqif.extract import frames
from mawqif.extract.closings import (
    COMMA_TAILS,
    COMMENTED,
    COMMENTS,
    CONNECTIVES,
    COPULAS,
    DESPITE,
    DESPITE_PAIRS,
    DISCLOSING,
    FRONTED,
    GOING_ON,
    LATER,
    NARRATION,
    NEXT_DEEDS,
    SAID,
    SETTINGS,
    SOURCE_TURN_PAIRS,
    SOURCE_TURNS,
    SUBORDINATORS,
    TAILS,
    UNSAID,
    WITHOUT,
)
from mawqif.extract.frames import GOVERNED
from mawqif.extract.speech import Frame
from mawqif.extract.view import View
from mawqif.extract.words import AFTER_PREPOSITION, HOMOGRAPHS, MASDAR, RELATIVES, THAT, THEM, TURNS, is_in
from mawqif.lexicon import Cue
from mawqif.model import Sentence, Span

_TRAIL = " \t\r\n،,؛;:.-–—ـ…\u200f\u200e\u00a0"
_OPENS, _CLOSES = frozenset("([«“"), {"»": "«", "”": "“", ")": "(", "]": "["}
_NEAR, _NEAR_NAMED, _NEAR_LONE = 4, 10, 5  # tokens within which a verb of several senses must show its frame
_TAIL_WORDS = frozenset(words[0] for words in TAILS | COMMA_TAILS) | COMMENTS | WITHOUT | {"وذلك", "هذا"}
_PROMPTS = frozenset(("بعد", "عقب", "اثر", "غداه", "قبيل", "بعيد"))
_VERBAL = frozenset("لا لم لن ليس ليست قد سوف هناك هو هي هم لدي عليه عليها له".split())  # with these a clause is whole
_WORD = 3  # letters of a content of one word, more than that
_CLAUSE = 14  # tokens between the turn to another source and its verb of saying


def content(v: View, frame: Frame, s: Sentence) -> Span | None:
    """The content that a frame begins, without the marks that trail it."""
    end = frame.end if frame.end is not None else _end(v, frame, s)
    while end > frame.start and (v.text[end - 1] in _TRAIL or _stray(v.text, frame.start, end)):
        end -= 1
    return Span.of(v.text, frame.start, end) if end > frame.start else None


def _stray(text: str, start: int, end: int) -> bool:
    """Whether a content ends with a mark that opens what is not in it, or closes what it did not open."""
    last = text[end - 1]
    if last in _OPENS:
        return True
    opener = _CLOSES.get(last)
    return opener is not None and opener not in text[start : end - 1]


def _end(v: View, frame: Frame, s: Sentence) -> int:
    """Where an indirect content stops: before the next saying or a narrator's tail, else with the sentence."""
    begin = v.at(frame.start)
    own = frame.rule == "colon" and frame.direct  # what follows is in the speaker's own voice
    deed = frame.rule in GOVERNED and THAT.isdisjoint(v.forms[begin : begin + 2])
    fronted = v.forms[s.first] in FRONTED and begin - s.first < _CLAUSE
    for j in range(begin + 1, s.last):
        if j in v.quoted or (j == begin + 1 and len(v.forms[begin]) < 4):
            continue  # a complementiser or a preposition alone is no content
        if j not in v.tails:
            v.tails[j] = v.forms[j] in _TAIL_WORDS and _tail(v, j, s)
        if v.tails[j] or (deed and _goes_on_telling(v, j, s)):
            return v.starts[j]
        if fronted and _main(v, j):
            return v.starts[j]
        found = v.cues[j]
        if found is None or (own and "،" not in v.gaps[j] and not _quotes(v, j, s)):
            continue
        if _ends(v, begin, j, found[0], s):
            return v.starts[_led(v, begin, j)]
        if found[0].sort == "noun" and (lead := _prompted(v, begin, j, found[0], s)):
            return v.starts[lead]
        if v.forms[j - 1] in RELATIVES and _who_said(v, j, found[0], s):
            return v.starts[j - 1]
        if found[0].sort == "verb" and not found[0].weak and (turn := _turned(v, begin, j, found[0], s)):
            return v.starts[turn]
    return s.end


def _prompted(v: View, begin: int, j: int, cue: Cue, s: Sentence) -> int | None:
    """Where the narrator tells what was said before: «…، وذلك بعد إعلان الجيش أن …»."""
    first = j - 1
    if v.forms[first] not in _PROMPTS or v.forms[j].startswith("ال"):
        return None
    first -= v.forms[first - 1] == "وذلك"
    if first <= begin or "،" not in v.gap(first) or frames.find(v, j, cue, s) is None:
        return None
    return first


def _quotes(v: View, j: int, s: Sentence) -> bool:
    """Whether a quotation behind a colon follows the word at token j or its subject: «… وقال: "…"»."""
    return any(k in v.quote_at and ":" in v.gap(k) for k in range(j + 1, min(j + _NEAR, s.last)))


def _main(v: View, j: int) -> bool:
    """Whether the main clause begins at token j behind a fronted one: «بينما قال مصدر إن …، كانت الوزارة …»."""
    form = v.forms[j]
    if "،" in v.gap(j) and form[:1] != "و":
        return form in COPULAS or (len(form) > 3 and form.endswith("ت") and not form.endswith("ات"))
    said = v.cue(j)
    past = said is not None and said[0].sort == "verb" and not said[0].weak and form.endswith("ت")
    return past and form in v.index.cues and v.forms[j - 1] not in SUBORDINATORS


def _who_said(v: View, j: int, cue: Cue, s: Sentence) -> bool:
    """Whether a relative clause lets the one just named speak: «… سامر النوري الذي قال: …»."""
    if v.forms[j] not in SAID:
        return False
    frame = frames.find(v, j, cue, s)
    return frame is not None and (frame.direct or (frame.rule == "that" and frame.subject_end == j + 1))


def _turned(v: View, begin: int, j: int, cue: Cue, s: Sentence) -> int | None:
    """Where another source takes the floor with the verb at token j, without a comma or «و» at the verb."""
    if _present(v, j, cue):
        return None
    turn = _turn(v, begin, j)
    restarts = j + 1 < s.last and is_in(v.forms[j + 1], v.index.heads) and v.forms[j - 1] not in SUBORDINATORS
    if turn is None and not (restarts and v.forms[j] in v.index.cues and j > begin + 1):
        return None
    frame = frames.find(v, j, cue, s)
    return (turn or j) if frame is not None and frame.rule not in GOVERNED else None


def _goes_on_telling(v: View, j: int, s: Sentence) -> bool:
    """After a content without a clause: whether a verb with its own subject, or a turn, goes on with the story."""
    form, comma = v.forms[j], "،" in v.gaps[j]
    if form in DESPITE or tuple(v.forms[j : j + 2]) in DESPITE_PAIRS:
        return True
    if not comma and form[:1] != "و":
        return False
    if comma and (form in NARRATION or form in NEXT_DEEDS or tuple(v.forms[j : j + 2]) in LATER):
        return True
    if j + 1 >= s.last or form[:1] != "و" or len(form) < 5:
        return False
    told = form[1:] in v.index.cues and v.index.cues[form[1:]][0].sort == "verb"
    past = form.endswith("ت") and not form.endswith(("ات", "وت"))
    if told and past and not is_in(form, HOMOGRAPHS):
        return True
    subject = v.forms[j + 1].startswith("ال") or is_in(v.forms[j + 1], v.index.heads)
    subject = subject or (past and v.word(j + 1) not in AFTER_PREPOSITION)
    present = form[1] in "يت" and not MASDAR.match(form[1:])
    return comma and subject and (past or present)


def _tail(v: View, j: int, s: Sentence) -> bool:
    """Whether the narrator's own words begin at token j: a comment on what was said, or on how it was said."""
    if j + 1 >= s.last:
        return False
    word, following, comma = v.forms[j], v.forms[j + 1], "،" in v.gap(j)
    three = tuple(v.forms[j : j + 3])
    if (word, following) in TAILS or three in TAILS:
        return True
    if comma and ((word, following) in COMMA_TAILS or three in COMMA_TAILS):
        return True
    if word == "وذلك" and following in ("في", "خلال") and j + 2 < s.last and bare(v.forms[j + 2]) in SETTINGS:
        return True
    if word in COMMENTS and is_in(following, COMMENTED):
        return True
    if word in WITHOUT:
        return _unsaid(v, j, s)
    return comma and word == "هذا" and following.startswith("و")


def _unsaid(v: View, j: int, s: Sentence) -> bool:
    """«دون أن يحدد …»، «ولم يذكر …»: what the source did not say, in the narrator's words."""
    k = j + 1
    if v.forms[k] == "ان":
        k += 1
    return k < s.last and (v.forms[k] in UNSAID or (v.forms[k][:1] in "يت" and v.forms[k][1:] in DISCLOSING))


def _led(v: View, begin: int, j: int) -> int:
    """The token at which the clause of the cue at token j begins: its turn or connecting phrase."""
    first = j
    while first - 1 > begin and v.forms[first - 1] in TURNS:
        first -= 1
    for length in (4, 3, 2, 1):
        start = first - length
        if start > begin and tuple(v.forms[start:first]) in CONNECTIVES:
            return _led(v, begin, start)
    return first


def _turn(v: View, begin: int, j: int) -> int | None:
    """The turn to a source that stands before its verb at token j: «لكن الوزير سامر قال إن …»."""
    if j not in v.turns:
        v.turns[j] = _turn_before(v, j)
    first = v.turns[j]
    return first if first > begin else None


def _turn_before(v: View, j: int) -> int:
    """The token at which the nearest turn before token j begins; -1 where none leads up to it."""
    for k in range(j - 2, max(0, j - _CLAUSE), -1):
        gap = v.gap(k + 1)
        if k in v.quoted or (gap != " " and any(c in "،,؛:" for c in gap)) or v.forms[k] in RELATIVES:
            return -1
        pair = (v.forms[k - 1], v.forms[k])
        if v.forms[k] in SOURCE_TURNS or pair in SOURCE_TURN_PAIRS:
            first = k if v.forms[k] in SOURCE_TURNS else k - 1
            return first if is_in(v.forms[k + 1], v.index.heads) else -1
    return -1


def _ends(v: View, begin: int, j: int, cue: Cue, s: Sentence) -> bool:
    """Whether the cue at token j reports in a frame of its own, so that the content before it is over."""
    led = _led(v, begin, j)
    turned = led < j and not (_present(v, j, cue) and v.forms[led] in GOING_ON)
    if cue.weak and cue.sort == "verb" and ((v.forms[j].startswith("و") and "،" in v.gap(j)) or turned):
        near = frames.find(v, j, cue, s)
        named = j + 1 < s.last and is_in(v.forms[j + 1], v.index.heads)
        told = turned and v.forms[j][0] != "و"  # «حيث أصر السكان على» tells a deed
        goes_on = _present(v, j, cue) and not named  # «…، وتقضي بـ», what the content's own subject does
        if near is None or (near.rule in GOVERNED and (told or goes_on)):
            return False
        return near.subject_end - j <= (_NEAR_NAMED if named else _NEAR)
    if not _stops(v, begin, j, cue, turned, s):
        return False
    comma = any(c in "،,؛" for c in v.gap(j))
    if cue.sort == "adverbial" or (cue.sort == "participle" and comma and not cue.weak and v.forms[j].endswith("ا")):
        return True
    frame = frames.find(v, j, cue, s)
    lone = cue.sort == "participle" and not comma
    return frame is not None and not (lone and frame.subject_end - j > _NEAR_LONE)


def _at_once(v: View, j: int) -> bool:
    """Whether speech begins at token j, right after a participle: «قائلة إن», «مشيرة إلى أن», «مضيفة: …»."""
    if j >= len(v.forms):
        return False
    preposition = v.word(j) in ("الي", "على") and j + 1 < len(v.forms) and v.forms[j + 1] in THAT
    return v.forms[j] in THAT or preposition or any(c in ':«"“' for c in v.gap(j))


def _strong(v: View, j: int) -> bool:
    """Whether a verb that only says stands at token j."""
    said = v.cue(j)
    return said is not None and said[0].sort == "verb" and not said[0].weak


def _predicate(v: View, begin: int, j: int) -> bool:
    """Whether the verb at token j is what a subject with a relative clause does: «أن الوزير الذي زارها، وعد بـ…»."""
    if v.forms[begin] not in THAT or j - begin > _CLAUSE or any("،" in v.gap(k) for k in range(begin + 1, j)):
        return False
    return any(v.forms[k] in RELATIVES for k in range(begin + 2, min(begin + _NEAR_NAMED, j)))


def _present(v: View, j: int, cue: Cue) -> bool:
    return cue.sort == "verb" and v.forms[j].lstrip("وف")[:1] in ("ي", "ت") and cue.lemma[:1] == "ي"


def _unfinished(v: View, begin: int, j: int) -> bool:
    """Whether no verb stands between «أن» and token j yet: «أن لقاءه بالوزير، أكد …», «أن ابنته، بحسب …، تحتاج …»."""
    first = begin if v.forms[begin] in THAT else begin + 1
    if v.forms[first] not in THAT or v.forms[first][-2:] != "ان" or j - first > _CLAUSE:
        return False
    sorts = v.index.titles.words
    for k in range(first + 1, j):
        form, said = v.forms[k], v.cue(k)
        if form in COPULAS or form in _VERBAL or sorts[form] == "verbs" or form in v.index.verbs:
            return False
        if (said and said[0].sort == "verb" and k > first + 1) or form.startswith(("سي", "ست")):
            return False
        if sorts[form] == "adjectives" and "ال" not in form[:3] and not form.startswith("لل"):
            return False  # «أن الاقتصاد مرن»
    return True


def _resumes(v: View, j: int, s: Sentence) -> bool:
    """Whether a verb goes on behind an attribution that stands between commas from token j on."""
    after = next((k for k in range(j + 1, min(j + _CLAUSE, s.last)) if "،" in v.gap(k)), s.last)
    form = v.forms[after] if after < s.last else ""
    present = form[:1] in ("ي", "ت", "س") and len(form) > 3 and not MASDAR.match(form)
    return present or (bool(form) and v.index.titles.words[form] == "verbs") or form in COPULAS or form in _VERBAL


def _stops(v: View, begin: int, j: int, cue: Cue, turned: bool, s: Sentence) -> bool:
    """Whether the cue at token j may begin a statement of its own after the content that begins at token begin."""
    comma = any(c in "،,؛-–" for c in v.gap(j))
    form = v.forms[j]
    if cue.sort == "participle":
        told = form.endswith("ا") or (
            form.endswith(("ه", "ين")) and (_at_once(v, j + 1) or not THEM.isdisjoint(v.forms[j + 1 : j + 2]))
        )
        counted = v.forms[j - 1] in COPULAS or (
            v.forms[j - 1].isdigit() and v.gap(j) == " "
        )  # «كان مؤكدا», «30 مقترحا»
        return comma or form.startswith("و") or (told and not counted)
    if cue.sort == "adverbial":
        return comma and not (_unfinished(v, begin, j) and _resumes(v, j, s))
    joined = form.startswith("و") and form not in v.index.cues
    lone = j == begin + 1 and joined and len(v.forms[begin]) > _WORD and v.forms[begin] not in THAT
    if cue.sort != "verb" or cue.weak or not (j > begin + 1 or lone):  # «رحب بالاتفاق وأكد أنه …»
        return False
    if joined and not v.gap(j).strip() and _strong(v, j - 1):
        return False  # «… أن الواحة تدين وتستنكر …», one saying with two verbs
    return joined or turned or ("،" in v.gap(j) and not (_predicate(v, begin, j) or _unfinished(v, begin, j)))
