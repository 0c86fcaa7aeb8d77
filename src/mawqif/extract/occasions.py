"""Where and to whom it was said: «خلال مؤتمر صحفي», «في اتصال هاتفي بنظيره», «أمام المجلس», «جاء ذلك في بيان».

An occasion is a noun of data/occasions.yaml behind a preposition, in the words of the cue's clause that no content
holds; a document that speaks is its own occasion. The span is the shortest that names it.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from mawqif.arabic import bare, fold
from mawqif.extract.view import View
from mawqif.extract.words import DAYS, RELATIVES, STOPS, THAT, is_in
from mawqif.lexicon import Cue, Lexicon
from mawqif.model import Act, Draft, Occasion, Sentence, Setting, Span

_BEHIND = frozenset(map(fold, "في خلال أثناء عبر ضمن وفق بحسب حسب وفي وخلال وعبر بعد عقب منذ من".split())) | {"على"}
_AFTER_EVENT = frozenset(map(fold, "بعد عقب منذ من".split()))
_PARTNERS = frozenset(map(fold, "مع إلى ل أمام".split()))
_RELATED = frozenset(
    map(
        fold,
        "ألقاها ألقاه ألقته ألقتها بثها بثه بثته بثتها نشرها نشره نشرته نشرتها نشر نشرت أجراها أجراه أجرته أجرتها "
        "عقده عقدته عقدها عقد عقدت أصدره أصدرته صدر صادر صادرة أذيع أذيعت أدلى أدلت وجهها وجهه تلقت تلقته تلقاه "
        "ترأسه ترأسها جمعه جمعته جمعها جمعت منشور منشورة المنعقد المنعقدة الصادر "
        "الصادرة مطول تلاه تلته وزع وزعه وزعته".split(),
    )
)
_THIS = frozenset(map(fold, "جاء وجاء يأتي ويأتي جاءت وجاءت وكان كان".split()))
_OPENERS = frozenset(
    map(
        fold,
        "سلسلة عدة جملة ختام مستهل بداية افتتاح ترؤسه ترؤسها حضوره حضورها مشاركته مشاركتها هامش أعمال استقباله "
        "استقبالها أول آخر نص".split(),
    )
)
_NO_SPEAKERS = frozenset(map(fold, "تقرير تقارير دراسة استطلاع".split()))
_PRONOUNS = ("ه", "ها", "هم", "هما")
_MOST_WORDS = 7
_CLOSERS = '"»”)'
_HEAD_REACH = 60  # tokens before a content that are looked at


@dataclass(frozen=True)
class _Nouns:
    settings: Mapping[str, Setting]
    bodies: frozenset[str]
    described: frozenset[str]


@functools.lru_cache(maxsize=8)
def _nouns(lexicon: Lexicon) -> _Nouns:
    settings: dict[str, Setting] = {}
    for setting in Setting:
        for word in lexicon.list(f"occasions.{setting}"):
            for form in _forms(word):
                settings.setdefault(form, setting)
    bodies = frozenset(fold(w) for w in lexicon.list("occasions.bodies"))
    return _Nouns(settings, bodies, frozenset(fold(w) for w in lexicon.list("occasions.described")))


def _forms(noun: str) -> Iterator[str]:
    """The noun alone and with a pronoun, folded."""
    folded = fold(noun)
    stems = [folded[:-1] + "ت" if noun.endswith("ة") else folded]
    if noun.endswith("اء"):
        stems.append(folded[:-1] + "ي")  # «لقائه»
    yield folded
    yield from (stem + pronoun for stem in stems for pronoun in _PRONOUNS)


def placed(v: View, lexicon: Lexicon, found: Iterable[Draft]) -> list[Draft]:
    """The drafts of a report with the occasion and the addressee that their clause names."""
    out = list(found)
    nouns = _nouns(lexicon)
    at: dict[int, list[int]] = {}
    for n, draft in enumerate(out):
        at.setdefault(draft.sentence, []).append(n)
    for number, members in at.items():
        for k, n in enumerate(members):
            if out[n].cue is not None:
                before = out[members[k - 1]] if k else None
                after = out[members[k + 1]] if k + 1 < len(members) else None
                out[n] = _placed(v, nouns, v.sentences[number], out[n], before, after)
    for number in range(1, len(v.sentences)):
        if number - 1 in at and number not in at:
            _told_after(v, nouns, v.sentences[number], out, at[number - 1])
    return out


def _placed(v: View, nouns: _Nouns, s: Sentence, d: Draft, before: Draft | None, after: Draft | None) -> Draft:
    first = v.at(before.content.end) if before else s.first
    start, end = v.at(d.content.start), v.at(d.content.end)
    last = v.at(after.cue.start) if after and after.cue else s.last
    zones = (max(s.first, min(first, start), start - _HEAD_REACH), start), (end, min(last, end + _HEAD_REACH))
    occasion = _document(v, nouns, d) or next(filter(None, (_find(v, nouns, a, b) for a, b in zones)), None)
    addressee = _addressee(v, nouns, d, occasion, *zones[0])
    return replace(d, occasion=occasion, addressee=addressee) if occasion or addressee else d


def _document(v: View, nouns: _Nouns, d: Draft) -> Occasion | None:
    """The document that is itself the subject of the cue: «وأكد البيان أن»."""
    if d.mention is None or d.sort != "verb":
        return None
    first = v.at(d.mention.start)
    noun = bare(v.forms[first])
    if nouns.settings.get(noun) is not Setting.DOCUMENT or noun in _NO_SPEAKERS:
        return None
    return Occasion(_span(v, first, _extent(v, nouns, first, v.at(d.mention.end))), Setting.DOCUMENT)


def _find(v: View, nouns: _Nouns, first: int, last: int) -> Occasion | None:
    """The first occasion behind a preposition among the tokens first to last."""
    for j in range(first, last):
        word = v.word(j)
        if word in _BEHIND and (k := _head(v, nouns, j + 1, last)) is not None:
            setting = nouns.settings[_noun(v.forms[k])]
            if not (word in _AFTER_EVENT and setting in (Setting.MEETING, Setting.POST)):
                return Occasion(_span(v, k, _extent(v, nouns, k, last)), setting)
        elif word in ("امام", "وامام") and j + 1 < last and bare(v.forms[j + 1]) in nouns.bodies:
            return Occasion(_span(v, j, _to_end(v, j + 2, last)), Setting.SESSION)
        elif word[:1] == "ب" and nouns.settings.get(word[1:]) is Setting.POST:
            end = _extent(v, nouns, j, last)
            return Occasion(Span.of(v.text, v.starts[j] + 1, _end(v, j, end)), Setting.POST)
    return None


def _head(v: View, nouns: _Nouns, j: int, last: int) -> int | None:
    """The occasion's noun right after its preposition, or behind «سلسلة», «ختام», «مشاركته في»."""
    for k in range(j, min(last, j + 3)):
        if v.gap(k).strip():
            return None
        if _noun(v.forms[k]) in nouns.settings:
            return k
        if not (v.forms[k] in _OPENERS or (k == j + 1 and v.word(k) == "في" and v.forms[j] in _OPENERS)):
            return None
    return None


def _noun(form: str) -> str:
    return bare(form) if form.startswith(("ال", "لل", "بال", "وال")) else form


def _extent(v: View, nouns: _Nouns, head: int, last: int) -> int:
    """Where the phrase that the noun at token head heads ends: adjectives, then partner or clause."""
    j = head + 1
    while j < last and not v.gap(j).strip() and bare(v.forms[j]) in nouns.described:
        j += 1
    if j >= last:
        return j
    form, gap = v.word(j), v.gap(j).strip()
    setting = nouns.settings.get(_noun(v.forms[head]))
    if setting is Setting.POST and form in ("في", "على", "عبر"):
        return min(last, j + 3 if j + 1 < last and v.forms[j + 1] in ("موقع", "منصه", "شبكه") else j + 2)
    if form in RELATIVES or (setting is Setting.PRESS and form == "مع"):
        return j
    if form in _PARTNERS or (form in _RELATED and not gap):
        return _to_end(v, j + 1, last)
    if gap:
        return j
    partner = form[:1] in "لب" and len(form) > 3 and (form[:2] == "لل" or is_in(form[1:], v.index.heads))
    if partner or (form[1:] in v.index.outlets and form[0] == "ل"):
        return _to_end(v, j + 1, last)
    own = v.forms[head].endswith(("ه", "ها", "هم")) and v.text[v.tokens[head].end - 1] != "ة"
    if own and setting is Setting.MEETING and (form not in STOPS or form in DAYS):
        return _to_end(v, j + 1, last)
    held = form.startswith("ال") or form in nouns.bodies or bare(form) in v.index.objects
    if not own and held and form not in DAYS and not is_in(form, v.index.roles) and not v.cue(j):
        return _to_end(v, j + 1, min(last, j + 4))
    return j


def _to_end(v: View, j: int, last: int) -> int:
    """Up to a comma, a complementiser, a preposition of place, a day or a cue; seven words at most."""
    first = j
    while j < min(last, first + _MOST_WORDS):
        form = v.word(j)
        if any(c in "،,؛:-–" for c in v.gap(j)) or form in THAT:
            break
        if (form in STOPS and form not in DAYS and form not in ("الي", "عن")) or form in RELATIVES:
            break
        if (found := v.cue(j)) and not found[0].weak and found[0].sort != "noun":
            break
        j += 1
    return j


def _span(v: View, first: int, end: int) -> Span:
    return Span.of(v.text, v.starts[first], _end(v, first, end))


def _end(v: View, first: int, end: int) -> int:
    """The code point after token end - 1, a closing mark that was opened inside included."""
    a, b = v.starts[first], v.tokens[end - 1].end
    opened = any(c in '«“"(' for c in v.text[a:b])
    while b < len(v.text) and opened and v.text[b] in _CLOSERS:
        b += 1
    return b


def _told_after(v: View, nouns: _Nouns, s: Sentence, out: list[Draft], members: list[int]) -> None:
    """«جاء ذلك خلال …» tells the occasion of the sentence before."""
    if not (s.last - s.first > 3 and v.forms[s.first] in _THIS and v.forms[s.first + 1] in ("ذلك", "هذا", "تصريحات")):
        return
    occasion = _find(v, nouns, s.first + 2, min(s.last, s.first + _HEAD_REACH))
    if occasion and out[members[0]].occasion is None:
        out[members[0]] = replace(out[members[0]], occasion=occasion)


def _addressee(v: View, nouns: _Nouns, d: Draft, occasion: Occasion | None, first: int, last: int) -> Span | None:
    """The party of a call or a meeting, the body before which one spoke, or whom a demand is made of."""
    if occasion and occasion.kind in (Setting.CALL, Setting.MEETING):
        return _partner(v, occasion, last)
    if occasion and v.word(v.at(occasion.span.start)) in ("امام", "وامام"):
        return v.span(v.at(occasion.span.start) + 1, v.at(occasion.span.end))
    if d.cue is None or d.sort not in ("verb", "participle"):
        return None
    found = v.cue(v.at(d.cue.start))
    if found is None or not _of_a_party(found[0]) or d.cue.text.endswith(("ه", "ها", "هم")):
        return None
    a = max(v.at(d.cue.end), v.at(d.mention.end) if d.mention and d.mention.start > d.cue.start else 0)
    while a < last and v.forms[a] in DAYS:
        a += 1
    if a < last and (v.word(a) in STOPS or v.forms[a][0] == "ب"):
        return None
    end = a
    while end < last and not any(c in "،,؛:" for c in v.gap(end) if end > a) and v.word(end) not in STOPS:
        end += 1
    return v.span(a, end) if end - a <= _MOST_WORDS else None


def _of_a_party(cue: Cue) -> bool:
    """Whether the cue's object is the party of whom something is asked, or who is congratulated."""
    return "person" in cue.governs and cue.act in (Act.DEMAND, Act.SUPPORT)


def _partner(v: View, occasion: Occasion, last: int) -> Span | None:
    """Who stands behind مع, ب, or a meeting's pronoun in an occasion, with a name in apposition."""
    first, end = v.at(occasion.span.start), v.at(occasion.span.end)
    if (
        occasion.kind is Setting.MEETING
        and v.forms[first].endswith(("ه", "ها"))
        and v.text[v.tokens[first].end - 1] != "ة"
    ):
        first = first + 1 + (first + 1 < end and v.forms[first + 1] in DAYS)
        return v.span(first, end) if first < end and v.word(first) not in _PARTNERS else None
    for j in range(first, end):
        form = v.word(j)
        letters = int(occasion.kind is Setting.CALL and form[0] == "ب" and j > first and len(form) > 3)
        if form == "مع" or letters:
            a = v.starts[j] + letters if letters else v.starts[j + 1] if j + 1 < end else None
            return Span.of(v.text, a, occasion.span.end) if a is not None and a < occasion.span.end else None
    return None
