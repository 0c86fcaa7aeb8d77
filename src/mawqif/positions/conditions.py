"""Conditions and exceptions: on what a demand, a refusal, a promise or a position depends, and what it leaves out.

A closed class of markers opens them. Whether a marker limits what is held depends on what it belongs to: a refusal, a
promise, a demand or what goes on can depend on something; what somebody foresees («if X, then Y») states no condition.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mawqif.arabic import fold
from mawqif.model import Act, Span
from mawqif.positions import limits as m
from mawqif.positions import words as w
from mawqif.positions.stretches import Stretch

_LONGEST = 45  # words of a condition
_BACK = 25  # words before a marker in which stands what it limits
_NEAR = 14  # words before «حتى» in which what it delays is refused
_HOLDS = frozenset((Act.DEMAND, Act.REJECT, Act.COMMIT))

Test = Callable[[Stretch, int, int, Act], bool]


@dataclass(frozen=True, slots=True)
class _Marker:
    """Words that open a condition or an exception, and the test of whether they do at words i to j (exclusive)."""

    words: tuple[str, ...]
    test: Test
    exception: bool = False


def around(s: Stretch, act: Act, cue: str = "") -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The conditions and the exceptions in the words of a content with its act and the folded word of its cue.

    A threat is a promise.
    """
    if act is Act.WARN and cue.lstrip("وف").startswith(m.THREATS):
        act = Act.COMMIT
    found: tuple[list[Span], list[Span]] = ([], [])
    ended = 0
    for i in [i for i, form in enumerate(s.forms) if form in _HEADS]:
        marker = _marker(s, i, act) if i >= ended else None
        if marker is None:
            continue
        ended = _end(s, i, i + len(marker.words))
        if ended > i + len(marker.words):
            found[marker.exception].append(s.span(i, ended))
    return tuple(found[0]), tuple(found[1])


def _marker(s: Stretch, i: int, act: Act) -> _Marker | None:
    """The marker that opens a condition or an exception at word i."""
    following = s.form(i + 1)
    for marker in _HEADS[s.forms[i]]:
        words = marker.words
        if len(words) == 1 or (words[1] == following and s.starts(i + 1, words[1:])):
            return marker if marker.test(s, i, i + len(marker.words), act) else None
    return None


def _clause(s: Stretch, i: int) -> int:
    """The word at which the clause before word i begins: behind a full stop, a semicolon or a turn."""
    first = max(0, i - _BACK)
    for j in range(i, first, -1):
        if not m.STOPS.isdisjoint(s.gaps[j]) or s.forms[j] in m.TURNS:
            return j
    return first


def _negated(s: Stretch, i: int) -> bool:
    """Whether a negation stands in the clause before word i."""
    return not w.NEGATIONS.isdisjoint(s.forms[_clause(s, i) : i])


def _due(s: Stretch, first: int, end: int) -> bool:
    """Whether something is demanded within these words."""
    return not w.DUTY.isdisjoint(s.forms[first:end])


def _own(s: Stretch, first: int, end: int) -> bool:
    """Whether the speaker undertakes, is ready for, refuses or does something within these words."""
    for j in range(first, end):
        form = s.forms[j]
        if form in m.READY or form in m.WE or form.startswith(m.READY_STEMS):
            return True
        if form.startswith(m.OWN_FUTURE) and len(form) > 4 and not w.NOT_FUTURE.fullmatch(form):
            return True
        if (form in w.NEGATIONS or form.endswith("سوف")) and s.form(j + 1)[:1] == "ن" and len(s.form(j + 1)) > 3:
            return True
    return False


def _always(s: Stretch, i: int, j: int, act: Act) -> bool:
    return True


def _only(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«لا … إلا بعد»: behind a negation that is not of the past, of what is granted."""
    clause = s.forms[_clause(s, i) : i]
    last = next((k for k in range(len(clause) - 1, -1, -1) if clause[k] in w.NEGATIONS or clause[k] in m.PAST), None)
    if last is None or clause[last] in m.PAST or s.form(j).removeprefix("ال") in m.TIMES:
        return False
    return act in _HOLDS or _refused(clause[last : last + 2]) or clause[last].lstrip("وف").startswith("لن")


def _terms(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«بشروط مشددة», no «التزم بشروط الاتفاق»."""
    return not s.form(j).startswith("ال") and i + 1 < len(s.forms) and not (i and s.forms[i - 1] in m.KEEPING)


def _depends(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«يتوقف على», of what is held rather than of what is so."""
    return not _negated(s, i) and act in (*_HOLDS, Act.SUPPORT)


def _unless(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«ما لم», which also says «what has not»: «وهو ما لم يتم»."""
    if s.form(i - 1) in m.POINTING:
        return False
    return _held(s, i, j, act)


def _held(s: Stretch, i: int, j: int, act: Act) -> bool:
    """Whether the clause before the marker, or behind the condition that it opens, holds, promises or demands."""
    first = _clause(s, i)
    if act in _HOLDS and (act is not Act.DEMAND or not _due(s, 0, len(s.forms))):
        return True
    if first < i and (_due(s, first, i) or _own(s, first, i)):
        return True
    return first == i and _follows(s, _end(s, i, j), act)


def _absent(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«في غياب», where something is refused for it or cannot be."""
    return i > 1 and (act in _HOLDS or _refused(s.forms[_clause(s, i) : i]))


def _if(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«إذا», «في حال»: no question («ما إذا») and no state («في حالة حرب»)."""
    if (
        s.form(i - 1) in m.ASKING
        or not m.UNKNOWN.isdisjoint(s.forms[max(0, i - 3) : i])
        or s.form(j) in m.IN_STATE
        or s.form(i - 1) in ("حتي", "وحتي", "الا")
    ):
        return False
    first = _clause(s, i)
    if i - first < 2 or (s.gaps[i].strip() and s.forms[i][0] in "وف"):
        return _follows(s, _end(s, i, j), act)
    end = _end(s, i, j)
    return _held(s, i, j, act) or (s.form(end).startswith("ف") and _follows(s, end, act))


def _follows(s: Stretch, end: int, act: Act) -> bool:
    """Whether what a condition leads to, from word end on, is demanded, undertaken, refused or threatened."""
    near = min(end + 3, len(s.forms))
    if _due(s, end, near) or s.form(end).startswith(m.DUTIES) or _own(s, end, near):
        return True
    after = s.forms[end:near]
    if act is not Act.STATE and not m.BE_DONE.isdisjoint(after):
        return True
    return act in _HOLDS and any(f in m.NEVER or (w.FUTURE.fullmatch(f) and not f.endswith("كون")) for f in after)


def _event(s: Stretch, j: int) -> bool:
    """Whether what happens stands at word j: a verb or a verbal noun, no time of the day or the year."""
    form = s.form(j)
    if not form or form.removeprefix("ال") in m.TIMES or form in m.TIMES or form[:1].isdigit() or form in m.NOT_EVENTS:
        return False
    return w.PRESENT.fullmatch(form) is not None or w.deed(form)


def _refused(clause: Sequence[str]) -> bool:
    """Whether something is refused or cannot be in these words: «لا تطبيع», «لن ندعم», «لا يمكن»."""
    for negation, form in itertools.pairwise(clause[-_NEAR:]):
        if negation in m.NEVER and (w.deed(form) or m.GRANTED.fullmatch(form) or form[:1] == "ن"):
            return True
    return False


def _until(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«حتى» with what must happen first, where something goes on or is refused until then."""
    form, clause = s.form(j), s.forms[_clause(s, i) : i]
    if not _event(s, j) or any(f.endswith(m.WAITING) for f in clause[-4:]):
        return False  # «لن ننتظر حتى نهاجم»
    if form[0] in "لب" and form not in w.DEEDS:
        return False  # «حتى لتنفيذ», even
    if form[0] == "ن" and not w.deed(form) and not _own(s, _clause(s, i), i):
        return False  # a name, or whoever «we» are
    lasts = [f for f in clause if m.LASTS.fullmatch(f)]
    if lasts and (act is not Act.STATE or any(f.lstrip("وف")[0] == "س" for f in lasts)):
        return True
    reached = form.removeprefix("ال") in m.REACHED
    return act is Act.REJECT or _refused(clause) or (act is Act.COMMIT and reached)


def _up_to(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«إلى أن» with a verb in the present, within a content."""
    return i > 1 and w.PRESENT.fullmatch(s.form(j)) is not None and _until(s, i, j, act)


def _before(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«قبل» with a deed that must wait for another, or for which another must not wait."""
    form = s.form(j)
    if s.form(i - 1) in ("من", "ومن", "حتي", "مما") or not (form in ("ان", "اي") or _event(s, j)):
        return False
    clause = _clause(s, i)
    if form.removeprefix("ال") in m.ATTAINED and _withheld(s, clause, i, act):
        return True
    if form not in ("ان", "اي") and form.removeprefix("ال") not in m.CONCEDED:
        return False
    if form in ("ان", "اي"):
        return _refused(s.forms[clause:i]) or (act is Act.REJECT and _negated(s, i)) or _due(s, clause, i)
    return _negated(s, i) if act is Act.REJECT else act is Act.DEMAND


def _withheld(s: Stretch, clause: int, i: int, act: Act) -> bool:
    """Whether the clause before word i refuses something, or holds to it or asks that it be stopped or put off."""
    forms = s.forms[clause:i]
    halted = not m.HALTS.isdisjoint(forms)
    return act is Act.REJECT or (halted and (act is Act.DEMAND or not m.INSISTS.isdisjoint(forms)))


def _without(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«لا سلام دون عدالة», «حل بدون أي دور لهم», no manner: «دون تردد»."""
    if s.form(i - 1).startswith(m.PREVENTING):
        return False
    clause = _clause(s, i)
    part = s.form(j + 1) if s.form(j) == "اي" else s.form(j)
    if part in m.PARTS and any(f.removeprefix("ال") in m.SETTLEMENTS for f in s.forms[max(clause, i - 8) : i]):
        return True
    if s.form(j) in m.MANNERS:
        return False
    for k in range(max(clause, i - 6), i):
        following = s.form(k + 1)
        if s.forms[k] in m.NEVER and (following in m.CAN or w.deed(following)):
            return True
    return False


def _exchange(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«مقابل» between two deeds: no price, no agreement that is only told of."""
    form = s.form(j)
    if not form or form[0].isdigit() or form in m.PRICES or s.form(i - 1) in m.NUMBERED:
        return False
    clause = s.forms[_clause(s, i) : i]
    if any(f.removeprefix("ال") in m.BARGAINS for f in clause):
        return False
    return w.deed(form) and (act in _HOLDS or _own(s, _clause(s, i), i))


def _provided(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«…، على أن يلتزم الطرفان»."""
    return "،" in s.gaps[i] and i > 3 and s.form(j) in m.TERMS and act in _HOLDS


def _english(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«until», «unless» and the like, where something is held, refused or promised."""
    return act in _HOLDS or not m.ENGLISH_HOLDS.isdisjoint(s.forms[_clause(s, i) : i])


def _left_out(s: Stretch, i: int, j: int, act: Act) -> bool:
    """Whether what is held is held of all but what follows."""
    return act in (*_HOLDS, Act.SUPPORT) or _due(s, _clause(s, i), i)


def _exempt(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«استثناءات إنسانية من العقوبات»: exceptions by their name."""
    return s.form(i - 1) not in ("دون", "بدون", "بلا", "كل", "اي", "عدم") and act not in (Act.CONDEMN, Act.WARN)


def _forms(lines: str, test: Test, exception: bool = False) -> list[_Marker]:
    return [_Marker(tuple(fold(x) for x in line.split()), test, exception) for line in lines.split("|")]


_MARKERS = [
    *_forms("شريطة|بشرط|على شرط|مشروط ب|مرهون|مرهونة|مرهونا|رهن ب|ريثما", _always),
    *_forms("بشروط|وفق شروط|ضمن شروط", _terms),
    *_forms("إلا إذا|إلا في حال|إلا في حالة|إلا بعد|إلا عند|إلا عندما|إلا حين|إلا متى|إلا بشرط|إلا مقابل", _only),
    *_forms("يتوقف على|تتوقف على|متوقف على|متوقفة على", _depends),
    *_forms("ما لم|مالم", _unless),
    *_forms("ما دام|ما دامت|ما داموا|مادام|مادامت|ماداموا|طالما", _held),
    *_forms("في غياب|في ظل غياب|في ظل عدم|بغياب|في ظل انعدام", _absent),
    *_forms("إذا|في حال|في حالة|إن لم", _if),
    *_forms("حتى|إلى حين|لحين|إلى غاية", _until),
    *_forms("إلى أن", _up_to),
    *_forms("قبل", _before),
    *_forms("من دون|دون|بدون", _without),
    *_forms("مقابل|في مقابل|بمقابل", _exchange),
    *_forms("على أن", _provided),
    *_forms("until|unless|provided that|providing that|as long as|so long as|on condition that", _english),
    *_forms("only if|in the absence of|absent", _english),
    *_forms("except|with the exception of", _english, True),
    *_forms("باستثناء|ما عدا|ماعدا|فيما عدا|ما خلا", _left_out, True),
    *_forms("استثناء|استثناءات|الاستثناءات", _exempt, True),
]


def _heads() -> dict[str, tuple[_Marker, ...]]:
    """The markers by their first word, with and without a conjunction, the longest first."""
    out: dict[str, list[_Marker]] = {}
    for marker in sorted(_MARKERS, key=lambda m: -len(m.words)):
        for conjunction in ("", "و", "ف"):
            out.setdefault(conjunction + marker.words[0], []).append(marker)
    return {first: tuple(found) for first, found in out.items()}


_HEADS = _heads()


def _end(s: Stretch, i: int, j: int) -> int:
    """The word at which the condition that begins at word i, its marker ending at word j, is over."""
    that = s.form(j) == "ان" or s.form(j - 1) == "ان"
    depth = 0
    for k in range(i + 1, min(len(s.forms), i + _LONGEST)):
        gap = s.gaps[k]
        if gap != " ":
            depth += gap.count("«") - gap.count("»")
            if depth < 0 or not m.STOPS.isdisjoint(gap) or " -" in gap or " –" in gap:
                return k
            if "،" in gap and k >= j and not (s.forms[k] in m.GOING_ON or (that and s.forms[k] == "وان")):
                return k
        if k > j and _turns(s, k, that):
            return k
    return min(len(s.forms), i + _LONGEST)


def _turns(s: Stretch, k: int, that: bool) -> bool:
    """Whether another clause begins at word k: what follows from the condition, or what is said besides."""
    form = s.forms[k]
    if form in m.NEW or form.startswith(m.APODOSES) or (form == "وان" and not that):
        return True
    if form.startswith("سا") and s.written(k).startswith("سأ"):
        return True
    return w.FUTURE.fullmatch(form) is not None and not w.NOT_FUTURE.fullmatch(form) and form[:1] in "وس"
