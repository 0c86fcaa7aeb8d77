"""Conditions and exceptions: on what a demand, a refusal, a promise or a position depends, and what it leaves out.

A closed class of markers opens them. Whether a marker limits what is held depends on what it belongs to: a refusal, a
promise, a demand or what goes on can depend on something; what somebody foresees («if X, then Y») states no condition.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass

from mawqif.arabic import fold
from mawqif.model import Act, Span
from mawqif.positions import words as w
from mawqif.positions.stretches import Stretch

_LONGEST = 45  # words of a condition
_BACK = 25  # words before a marker in which stands what it limits
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
    if act is Act.WARN and cue.lstrip("وف").startswith(_THREATS):
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
        if not _STOPS.isdisjoint(s.gaps[j]) or s.forms[j] in _TURNS:
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
        if form in _READY or form in _WE or form.startswith(_READY_STEMS):
            return True
        if form.startswith(_OWN_FUTURE) and len(form) > 4 and not w.NOT_FUTURE.fullmatch(form):
            return True
        if (form in w.NEGATIONS or form.endswith("سوف")) and s.form(j + 1)[:1] == "ن" and len(s.form(j + 1)) > 3:
            return True
    return False


def _always(s: Stretch, i: int, j: int, act: Act) -> bool:
    return True


def _only(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«لا … إلا بعد»: behind a negation that is not of the past."""
    clause = s.forms[_clause(s, i) : i]
    last = next((f for f in reversed(clause) if f in w.NEGATIONS or f in _PAST), "")
    return last in w.NEGATIONS and s.form(j).removeprefix("ال") not in _TIMES


def _depends(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«يتوقف على», of what is held rather than of what is so."""
    return not _negated(s, i) and act in (*_HOLDS, Act.SUPPORT)


def _unless(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«ما لم», which also says «what has not»: «وهو ما لم يتم»."""
    if s.form(i - 1) in _POINTING:
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
    return act in _HOLDS or _negated(s, i)


def _if(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«إذا», «في حال»: no question («ما إذا») and no state («في حالة حرب»)."""
    if s.form(i - 1) in _ASKING or s.form(j) in _IN_STATE or s.form(i - 1) in ("حتي", "وحتي", "الا"):
        return False
    first = _clause(s, i)
    if i - first < 2 or (s.gaps[i].strip() and s.forms[i][0] in "وف"):
        return _follows(s, _end(s, i, j), act)
    end = _end(s, i, j)
    return _held(s, i, j, act) or (s.form(end).startswith("ف") and _follows(s, end, act))


def _follows(s: Stretch, end: int, act: Act) -> bool:
    """Whether what a condition leads to, from word end on, is demanded, undertaken, refused or threatened."""
    near = min(end + 3, len(s.forms))
    if _due(s, end, near) or s.form(end).startswith(_DUTIES) or _own(s, end, near):
        return True
    done = any(f in _BE_DONE for f in s.forms[end:near])
    return (done and act is not Act.STATE) or (
        act in _HOLDS and any(f in _NEVER or w.FUTURE.fullmatch(f) for f in s.forms[end:near])
    )


def _event(s: Stretch, j: int) -> bool:
    """Whether what happens stands at word j: a verb or a verbal noun, no time of the day or the year."""
    form = s.form(j)
    if not form or form.removeprefix("ال") in _TIMES or form in _TIMES or form[:1].isdigit() or form in _NOT_EVENTS:
        return False
    return w.PRESENT.fullmatch(form) is not None or w.deed(form)


def _until(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«حتى» with what must happen first, where something goes on or is refused until then."""
    if not _event(s, j) or (s.form(j) == "لا"):
        return False
    clause = s.forms[_clause(s, i) : i]
    lasting = any(_LASTS.fullmatch(f) for f in clause)
    refused = any(f in _NEVER and (w.PRESENT.fullmatch(n) or w.deed(n)) for f, n in itertools.pairwise(clause))
    if any(f.endswith(_WAITING) for f in clause[-4:]):
        return False  # «لن ننتظر حتى نهاجم»
    reached = s.form(j).removeprefix("ال") in _REACHED
    return lasting or act is Act.REJECT or refused or (act is Act.COMMIT and reached)


def _up_to(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«إلى أن» with a verb in the present, within a content."""
    return i > 1 and w.PRESENT.fullmatch(s.form(j)) is not None and _until(s, i, j, act)


def _before(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«قبل» with a deed that must wait for another, or for which another must not wait."""
    form = s.form(j)
    if s.form(i - 1) in ("من", "ومن", "حتي", "مما") or not (form in ("ان", "اي") or _event(s, j)):
        return False
    if form not in ("ان", "اي") and form.removeprefix("ال") not in _CONCEDED:
        return False
    return _negated(s, i) if act is Act.REJECT else act is Act.DEMAND


def _without(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«لا سلام دون عدالة», no manner: «دون تردد»."""
    if s.form(j) in _MANNERS or s.form(i - 1).startswith(_PREVENTING):
        return False
    clause = _clause(s, i)
    for k in range(max(clause, i - 12), i):
        if s.forms[k] in _NO and (s.form(k + 1) in _CAN or not w.PRESENT.fullmatch(s.form(k + 1))):
            return True
    return False


def _exchange(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«مقابل» between two deeds: no price, no agreement that is only told of."""
    form = s.form(j)
    if not form or form[0].isdigit() or form in _PRICES or s.form(i - 1) in _NUMBERED:
        return False
    clause = s.forms[_clause(s, i) : i]
    if any(f.removeprefix("ال") in _BARGAINS for f in clause):
        return False
    return w.deed(form) and (act in _HOLDS or _own(s, _clause(s, i), i))


def _provided(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«…، على أن يلتزم الطرفان»."""
    return "،" in s.gaps[i] and i > 3 and w.PRESENT.fullmatch(s.form(j)) is not None and act in _HOLDS


def _english(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«until», «unless» and the like, where something is held, refused or promised."""
    return act in _HOLDS or not _ENGLISH_HOLDS.isdisjoint(s.forms[_clause(s, i) : i])


def _left_out(s: Stretch, i: int, j: int, act: Act) -> bool:
    """Whether what is held is held of all but what follows."""
    return act in (*_HOLDS, Act.SUPPORT) or _due(s, _clause(s, i), i)


def _exempt(s: Stretch, i: int, j: int, act: Act) -> bool:
    """«استثناءات إنسانية من العقوبات»: exceptions by their name."""
    return s.form(i - 1) not in ("دون", "بدون", "بلا", "كل", "اي") and act not in (Act.CONDEMN, Act.WARN)


_THREATS = tuple(w.folded("هدد يهدد تهدد مهدد تهديد توعد يتوعد تتوعد متوعد لوح يلوح تلوح ملوح"))
_STOPS = frozenset(".؛;!؟?\n")
_TURNS = w.joined(w.folded("لكن لكنه لكنها لكنهم بينما فيما حيث")) | {"وانه", "وانها", "وان", "وانهم", "واننا"}
_POINTING = w.joined(w.folded("هو هذا هي ذلك وهو لكن عن على في من كل إلى ب"))
_ASKING = w.folded("ما عما فيما بما حول مما حتى كما وما عن خاصة لو")
_IN_STATE = w.folded("حرب حربا الحرب جيدة خطيرة حرجة سيئة استنفار تأهب طوارئ الطوارئ صحية مستقرة ترقب ذعر هلع فوضى غضب")
_TIMES = w.folded(
    "اليوم الآن نهاية أواخر آخر مساء صباح ظهر فجر منتصف ساعة الساعة وقت الوقت موعد عام العام سنة شهر الشهر "
    "الأسبوع أسبوع "
    "يوم أيام تاريخ تاريخه بداية مطلع أول حلول حين ذلك هذا هذه الأمس أمس غد الغد الليل الليلة نحو تلك تاريخي "
    "ثلاثة أربعة "
    "خمسة ستة سبعة ثمانية تسعة عشرة ثلاث أربع خمس ست سبع ثماني تسع عشر ساعات شهرين أسبوعين عامين يومين سنوات ثوان "
    "ثلاثين "
    "يومنا يومها يناير يونيو يوليو نوفمبر تشرين نيسان تموز تقريبا"
)
_NOT_EVENTS = w.folded("لا لو وإن أن إن في من على مع بعد عند لدى بين الآن تحت")
_LASTS = re.compile(  # «ستبقى», «مستمرون», «استمراره», «بتعليق»
    r"[وفبل]?(?:ال)?(?:س?[ينت](?:ستمر|واصل|تواصل|بقي|ظل)(?:ون|وا)?|مستمر(?:ه|ون|ين)?|متواصل(?:ه|ون|ين)?|باق(?:يه|ون|ين)?"
    r"|(?:استمرار|مواصل|ابقا|بقا|تعليق|تجميد|تمديد|تاجيل)(?:ه|ت?ها|ت?هم|ت?ه)?|معلق(?:ه)?|مجمد(?:ه)?|موجل(?:ه)?|ماض(?:ون|ين)?)"
)
_WAITING = tuple(w.folded("ننتظر ينتظر تنتظر ينتظروا أنتظر"))
# what is reached, not what is meant: «حتى يتم التحرير», no «حتى يعلم الجميع»
_REACHED = w.folded(
    "يتم تتم يتحقق تتحقق ينتهي تنتهي يعود تعود يرحل ترحل يسقط تسقط ينسحب تنسحب يزول تزول نحقق يحقق تحقق تحقيق "
    "تحرير عودة "
    "استعادة قضاء انتهاء زوال إسقاط سقوط نصر دحر طرد رحيل خروج انسحاب تنفيذ إنهاء وقف توقف تنتصر ينتصر ننتصر اكتمال"
)
_NEVER = w.joined(w.folded("لا لن"))
_PAST = w.joined(w.folded("لم ما"))
_CONCEDED = w.folded(  # what one side waits for: «لا هدنة قبل انسحابهم», «النظر في التعديلات قبل العودة إلى الحوار»
    "عودة مشاركة تفاوض مفاوضات محادثات مباحثات حوار حديث توقيع استئناف بدء شروع انتقال إجراء رفع موافقة اعتراف "
    "تطبيع سحب "
    "إبرام انسحاب جلوس ذهاب انخراط تنازل تسليم وقف إطلاق إعلان تصويت اتفاق هدنة"
)
_WE = w.joined(w.folded("نحن إننا أننا بأننا"))
_READY = w.joined(
    w.folded(
        "نقبل نرفض ندعم نوافق نطالب نشترط مستعد مستعدة مستعدون مستعدين مستعدان ملتزم ملتزمة ملتزمون ملتزمين "
        "متعهدا جاهز "
        "جاهزة جاهزون عازم عازمة موافق موافقة استعداد استعداده استعدادها استعدادهم استعدادنا استعدادهما باستعداد "
        "لاستعداد "
        "منفتح منفتحة منفتحون سأ نلتزم نتعهد"
    )
)
_READY_STEMS = ("استعداد", "باستعداد", "لاستعداد")
_OWN_FUTURE = ("سن", "وسن", "فسن", "سا", "وسا", "فسا")
_NO = w.joined(w.folded("لا لن ليس"))
_CAN = w.folded("يمكن يمكننا يمكنه يجوز نقبل نستطيع يستطيع يتم تتم يتحقق تتحقق معنى سلام حل نرضى")
_PREVENTING = tuple(w.folded("حال يحول تحول ستحول سيحول الحيلولة للحيلولة والحيلولة حيلولة وحال وتحول ويحول حالت"))
_MANNERS = w.folded(
    "تردد شك أدنى أي ذلك استثناء تمييز جدوى قيد قيود شروط شرط عقاب حساب محاسبة رد تأخير مبرر سبب وجه داع غيره غيرها "
    "غيرهم توقف انقطاع علم تفريق تفرقة مقابل إذن كلل ملل هوادة مواربة تحفظ تفاصيل ذكر الإشارة أن ضجيج رحمة سابق"
)
_ENGLISH_HOLDS = frozenset(
    "not no never cannot t will must should shall won ready willing oppose reject refuse".split()
)
_PRICES = w.folded(
    "مبلغ مبالغ مليون مليار ألف آلاف الدولار اليورو الجنيه الليرة أموال المال ثمن أجر رسوم مليوني ملايين"
)
_NUMBERED = w.folded("صوتا صوت أصوات نقطة دولار نقاط")
_BARGAINS = w.folded("اتفاق اتفاقية صفقة معاهدة تسوية قرار مشروع يحد")


def _forms(lines: str, test: Test, exception: bool = False) -> list[_Marker]:
    return [_Marker(tuple(fold(x) for x in line.split()), test, exception) for line in lines.split("|")]


_MARKERS = [
    *_forms("شريطة|بشرط|بشروط|على شرط|وفق شروط|ضمن شروط|مشروط ب|مرهون|مرهونة|مرهونا|رهن ب|ريثما", _always),
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
_BE_DONE = frozenset(("سيتم", "ستتم", "فسيتم", "فستتم", "يتم", "تتم"))
_DUTIES = ("فعلي", "فيجب", "فلابد", "فينبغي", "فالمطلوب")
_GOING_ON = w.folded("بما أو أي لا خاصة وخاصة لاسيما ولاسيما سواء بمن")
_APODOSES = ("فان", "فسوف", "فلن", "فلا", "فعلي", "فيجب", "فسن", "فسي", "فست", "فسا", "فانه", "فانها", "فليس", "فلابد")
_NEW = w.folded(
    "كما نحن لكن ولكن بينما فيما وسوف سوف ولن لن وإنه وأنه وأنها وإنها وأننا وإننا وإن وأنهم ولكنه ولكنها يجب ينبغي"
)


def _end(s: Stretch, i: int, j: int) -> int:
    """The word at which the condition that begins at word i, its marker ending at word j, is over."""
    that = s.form(j) == "ان" or s.form(j - 1) == "ان"
    depth = 0
    for k in range(i + 1, min(len(s.forms), i + _LONGEST)):
        gap = s.gaps[k]
        if gap != " ":
            depth += gap.count("«") - gap.count("»")
            if depth < 0 or not _STOPS.isdisjoint(gap) or " -" in gap or " –" in gap:
                return k
            if "،" in gap and k >= j and not (s.forms[k] in _GOING_ON or (that and s.forms[k] == "وان")):
                return k
        if k > j and _turns(s, k, that):
            return k
    return min(len(s.forms), i + _LONGEST)


def _turns(s: Stretch, k: int, that: bool) -> bool:
    """Whether another clause begins at word k: what follows from the condition, or what is said besides."""
    form = s.forms[k]
    if form in _NEW or form.startswith(_APODOSES) or (form == "وان" and not that):
        return True
    return w.FUTURE.fullmatch(form) is not None and not w.NOT_FUTURE.fullmatch(form) and form[:1] in "وس"
