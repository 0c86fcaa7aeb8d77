"""Relays: the outlet to which it was said, or that carried it, where the cue's clause names one."""

from __future__ import annotations

from collections.abc import Iterator

from mawqif.arabic import bare, fold
from mawqif.extract.view import View
from mawqif.extract.words import AUXILIARIES, STOPS, THAT
from mawqif.model import Sentence, Span

_TOWARDS = frozenset(("ل", "الي", "مع", "على", "عبر", "في"))
_CARRIED = frozenset(
    map(
        fold,
        "نشرته نشرتها نشره نشرها بثته بثتها بثه بثها أوردته أوردتها نقلته نقلتها أذاعته أذاعتها أجرته أجرتها "
        "تلقته وزعته نشرت بثت".split(),
    )
)
_LEADING = _TOWARDS | _CARRIED
_OWN_PAGES = frozenset(map(fold, "صفحته صفحتها حسابه حسابها صفحة حساب موقعه موقعها".split()))
_PLATFORMS = frozenset(map(fold, "تويتر فيسبوك الإلكتروني إلكتروني الرسمي رسمي التواصل تواصل الاجتماعي".split()))
_NAME_WORDS = 4  # words that a quoted or bracketed outlet's name has at most
_PHRASE_WORDS = 6
_ENDS = STOPS | THAT | AUXILIARIES
_OPENING = "«“”\"('‘»"


def outlets(v: View, i: int, last: int, s: Sentence) -> tuple[Span, ...]:
    """The outlets that the clause of the cue at token i names up to token last: «لـ"الأفق"», «لصحيفة …»."""
    return tuple(_found(v, i, last, s))


def _found(v: View, i: int, last: int, s: Sentence) -> Iterator[Span]:
    j = _clause(v, i, s)
    while j < last:
        end = j
        if v.words[j][0] == "ل" or v.words[j] in _LEADING:
            end, span = _outlet(v, j, last)
            if span:
                yield span
        j = max(j + 1, end)


def _clause(v: View, i: int, s: Sentence) -> int:
    """The first token of the clause that leads up to the cue."""
    j = i
    while j > s.first and i - j < 14 and not (v.cue(j - 1) and not v.cue(j - 1)[0].weak and j < i):  # type: ignore[index]
        j -= 1
    return j


def _outlet(v: View, j: int, last: int) -> tuple[int, Span | None]:
    form = v.words[j]
    if form in _CARRIED and j + 1 < last and bare(v.forms[j + 1]) in v.index.media:
        return _phrase(v, j + 1, last, 0)
    if form in _TOWARDS and j + 1 < last and _social(v, j + 1):
        return j + 2, None
    if found := _by_name(v, j, last):
        return found
    if form in _TOWARDS and j + 1 < last:
        quoted = _bracketed(v, j + 1, last)
        if quoted and (form == "ل" or _known(v, j + 1) or form in ("الي", "مع")):
            return j + 2, quoted
        if form != "ل" and bare(v.forms[j + 1]) in v.index.media:
            return _phrase(v, j + 1, last, 0)
        return (j + 2, v.span(j + 1, j + 2)) if _known(v, j + 1) else (j, None)
    if form[0] != "ل" or len(form) < 4:
        return j, None
    if form.startswith("لل") and bare(form) in v.index.media:
        return _phrase(v, j, last, 0)
    if form[1:] in v.index.media:
        return _phrase(v, j, last, 1)
    if form[1:] in v.index.outlets:
        return j + 1, _cut(v, j, j + 1, 1)
    return j, None


def _social(v: View, j: int) -> bool:
    """Whether a page, an account or a site of one's own is named, which is no outlet."""
    words = [bare(w) for w in v.forms[j : j + 3]]
    return words[0] in _OWN_PAGES or not _PLATFORMS.isdisjoint(words)


def _by_name(v: View, j: int, last: int) -> tuple[int, Span] | None:
    """A known outlet of one or more words after ل, or after a preposition: «لبي بي سي», «على سي إن إن»."""
    form = v.forms[j]
    if form[:1] == "ل" and len(form) > 2:
        first, letters = j, 1
        words = bare(form) if form.startswith("لل") else form[1:]
    elif v.word(j) in _TOWARDS and j + 1 < last:
        first, letters = j + 1, 0
        words = bare(v.forms[first])
    else:
        return None
    for name in v.index.outlet_names.get(words, ()):
        end = first + len(name)
        if end <= last and tuple(v.forms[first + 1 : end]) == name[1:]:
            span = _cut(v, first, end, 0 if form.startswith("لل") and letters else letters)
            return (end, span) if span else None
    return None


def _known(v: View, j: int) -> bool:
    return bare(v.forms[j]) in v.index.outlets


def _bracketed(v: View, j: int, last: int) -> Span | None:
    """The short name in marks that begins at token j; brackets are left out, quotation marks are kept."""
    gap = v.gap(j).strip("ـ ")
    if not gap or gap[-1:] not in _OPENING:
        return None
    for end in range(j + 1, min(j + 1 + _NAME_WORDS, last + 1, len(v.tokens))):
        if v.gap(end).lstrip()[:1] and v.gap(end).lstrip()[0] in "»”\"“)'’«":
            a, b = v.tokens[j].start, v.tokens[end - 1].end
            if gap[-1] == "(":
                return Span.of(v.text, a, b)
            while v.text[a - 1].isspace():
                a -= 1
            while v.text[b].isspace():
                b += 1
            return Span.of(v.text, a - 1, b + 1)
    return None


def _phrase(v: View, first: int, last: int, letters: int) -> tuple[int, Span | None]:
    """The noun phrase that a word such as «صحيفة» heads: its quoted name and its adjectives."""
    end = first + 1
    while end < min(last, first + _PHRASE_WORDS):
        form, gap = v.word(end), v.gap(end)
        if any(c in "،,؛:.-–" for c in gap) or form in _ENDS or v.cue(end):
            break
        if end > first + 1 and form in v.index.roles:
            break
        end += 1
    return end, _cut(v, first, end, letters)


def _cut(v: View, first: int, end: int, letters: int) -> Span | None:
    """The tokens without the letters of a preposition written together with the first."""
    a, b = v.tokens[first].start + letters, v.tokens[end - 1].end
    if v.text[b : b + 1] in ('"', "»", "”", ")") and any(c in '"«“(' for c in v.text[a:b]):
        b += 1
    return Span.of(v.text, a, b)
