"""The act of a statement: by its cue, and where the cue is neutral by what the content does (data/acts.yaml).

A content without a clause does what its head noun says («ضرورة …», «رفضه …»). In a clause the words are read in their
places: a modal, a negation with its verb, a verb or a future of one's own, words of judgement, each with a weight.
What stands in a relative clause, behind a modal or late weighs less; the heaviest act is the content's, if it is
heavy enough.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mawqif.arabic import bare, fold
from mawqif.extract.signs import Signs, Silent
from mawqif.extract.words import MASDAR, THAT
from mawqif.lexicon import Cue
from mawqif.model import Act

_READ, _CHARS = 40, 500  # words and code points of a content that are looked at
_ENOUGH = 1.5  # weight from which a content does more than state
_MORE = 2.5  # the same for verbs of telling, which take no stand
_NEAR = 8  # words in which a verb has its subject before it, and from the start in which a verb is the main one
_HAMZA = re.compile(r"(?<!\w)[وف]?س?أ\w+")
_SHALL = re.compile(r"[وف]?سا(?!ل(?:ت(?!قي|زم|مس|حق)\w*|ه|ها|هم|وا|نا|ني|ك|كم)?$)(\w{2,})")  # «سأجري»
_WORD = re.compile(r"[^\W_]+|[،,.؛;:!؟?\n]")
_LONE = frozenset(("علي", "الي", "عن", "من", "في", "ب"))
_ANY_MORE = frozenset(("يعد", "تعد", "نعد", "اعد", "يعودوا"))
_NEGATIONS = frozenset(("لا", "لن", "لم", "ليس", "ليست", "ليسوا", "لسنا"))
_RELATIVES = frozenset(fold(w) for w in "التي الذي الذين اللذين اللذان اللتين اللتان ممن".split())
_SELF = frozenset(p + w for p in ("", "ب", "ف", "و") for w in ("انه", "انها", "انهم", "انهما"))
_WE = ("اننا", "انا", "اني", "انني", "نحن", "ننا", "نني")
_FIRST = frozenset(p + w for p in ("", "ب", "ف", "و", "لك") for w in _WE)
_DUTY = frozenset(("علي", "عليه", "عليها", "عليهم", "عليهما", "علينا", "عليكم"))
_CONDITIONS = frozenset(("اذا", "لو", "لولا"))
_CAUSING = frozenset(fold(w) for w in "سيتسبب ستتسبب سيسبب ستسبب سيجر ستجر سيدفع ستدفع".split())
_LEADING_TO = (["في", "حال"], ["ما", "لم"], ["من", "شانه"], ["من", "شانها"], ["سيودي", "الي"], ["ستودي", "الي"])
_UNLIKE = frozenset(("غير", "عدم", "دون", "بدون"))
_NEUTRAL = Cue("", "verb", None, frozenset(), ())
_BREAKS = frozenset("،,.؛;:!؟?\n")
# words that are read in any case, and marks
_CLOSED = _FIRST | _SELF | _RELATIVES | _NEGATIONS | _DUTY | _CONDITIONS | _BREAKS
_CLOSED |= {w for pair in _LEADING_TO for w in pair}
_BLAMES = {"deed": 1.3, "plot": 1.8}
_EXPRESSING = frozenset(
    fold(w) for w in "عبر عبرت يعبر تعبر نعبر أعرب أعربت يعرب تعرب نعرب أبدى أبدت يبدي تبدي نبدي نعلن".split()
)
# what «على» stands before without owing: «على صلة ب», «على استعداد», «على الرغم»
_ON = frozenset(
    fold(w)
    for w in "صلة علم استعداد وشك رأس الرغم رغم الأقل سبيل مستوى أساس حد اطلاع اتصال موعد العكس يقين ثقة قناعة دراية "
    "خلفية غرار هامش مدى مدار أرض الأرض وجه الصعيد صعيد المستوى طريق الطريق".split()
)
_PRAISING = frozenset(("نوه", "ينوه", "منوه"))  # «نوه بالجهود» praises, «نوه إلى أن» tells
_PASSIVE = frozenset(("تم", "جري"))
_ACTS = frozenset(str(a) for a in Act)
_LEAVE = frozenset(fold(w) for w in "القبول السماح التسامح التهاون السكوت الصمت التساهل التنازل التفاوض الصبر".split())
_TELLING = frozenset(
    "ذكر يذكر أفاد يفيد كشف يكشف كاشف أورد يورد نشر ينشر علم يعلم نقل ينقل ناقل روى يروي توقع يتوقع متوقع رجح "
    "يرجح مرجح تنبأ يتنبأ اعترف يعترف معترف اعتراف أقر يقر إقرار أظهر يظهر شرح يشرح".split()
)
# verbal nouns of the simple verbs that are called for in news; those of derived verbs have a shape (MASDAR)
_DEEDS = frozenset(
    fold(w)
    for w in "عمل بحث وقف وقوف دعم نشر وضع رفع حل فتح منع بناء نقل ضبط حفظ بذل فهم كشف ردع صون حماية درء سد نبذ كبح "
    "لجم حسم مد دفع نصح رصد حشد ترك حصر ربط خفض كسر قيام عودة زيادة رعاية صيانة زرع غرس توعية نزع سحب طرد عزل حظر فصل "
    "جمع صرف بدء سعي مضي حث حوار لجوء صمود ثبات تصد تحل سير جلوس تعاون".split()
)
_DEFECTIVE = re.compile(r"ت\w\wيه")  # «تلبية», «تسوية», «تنمية»
_EVILS = frozenset(("evil", "label", "condemn_tone", "warn_tone"))
_SCENE = frozenset(("party", "victim", "violence"))
_WILL, _WERE = "سوف", frozenset(("كان", "كانت", "كانوا", "كنت", "كنا"))
_ANY = frozenset(("اي", "لاي", "باي", "ايه", "لايه", "بايه", "قط", "ابدا", "اطلاقا", "مطلقا", "بتاتا", "يوما"))
# what is done against an evil blames nobody: «مكافحة الإرهاب والتطرف», «القضاء على الفساد»
_AGAINST = frozenset(
    fold(w)
    for w in "مكافحة محاربة مواجهة مقاومة منع وقف إنهاء القضاء التصدي ضد رفض نبذ تجريم محاربته مكافحته مناهضة مجابهة "
    "حرب الحرب التخلص تجفيف ردع دحر حظر استئصال اجتثاث تهم تهمة".split()
)
_CONSISTS = frozenset(("هو", "هي", "يكمن", "تكمن", "يتمثل", "تتمثل"))
_OBLIQUE = (Act.SUPPORT, Act.CONDEMN, Act.COMMIT)  # what a third party supports, condemns or promises is told, not done


@dataclass(slots=True)
class _Reading:
    """What was met so far in a clause: where an own subject, a relative clause and a modal last met stand."""

    own: int = -99
    relative: int = -99
    modal: bool = False
    condition: bool = False
    spelt: frozenset[str] = frozenset()  # words that begin with أ as they are written
    seek: int = -99
    against: int = -99
    scene: set[str] = field(default_factory=set)  # of party, victim, violence, what was met
    will: bool = False  # the cue announces


def act_of(cue: Cue, content: str, signs: Signs, nominal: bool, mention: str = "") -> Act:
    """The act by the cue; where the cue is neutral or soft, by the words of the content."""
    if cue.sort == "adverbial":
        return Act.STATE
    if cue.act and not cue.soft:
        return cue.act
    words = _WORD.findall(fold(content[:_CHARS]))[:_READ]
    if nominal and cue.lemma in _PRAISING and words and words[0].startswith("ب"):
        return Act.SUPPORT
    nominal = nominal or words[:1] == ["ضروره"]
    found = _head(words, cue, signs) if nominal else None
    if found is None:
        spelt = frozenset(fold(m) for m in _HAMZA.findall(content, 0, _CHARS))
        if nominal and words[:1] == ["علي"]:
            words = words[1:]  # the cue's own preposition, by which nobody owes anything
        found = _heaviest(words, cue, signs, mention, spelt)
    return found or cue.act or Act.STATE


def act_in(content: str, signs: Signs) -> Act:
    """The act of words that stand for themselves, without a cue."""
    return act_of(_NEUTRAL, content, signs, False)


def _head(words: list[str], cue: Cue, signs: Signs) -> Act | None:
    """The act of the head noun of a content without a clause, behind «استمرار», «بالغ» and the like."""
    for i, word in enumerate(words[:6]):
        if word in _LONE:
            continue
        groups = signs.groups(words, i)
        if "worth_noun" in groups:
            following = words[i + 1] if i + 1 < len(words) else ""
            wanted = words[:1] != ["من"] and (following in THAT or _deed(following))  # «قلّل من أهمية الحوار»
            return Act.DEMAND if wanted else Act.STATE
        if (
            "own_noun" in groups
            and (bare(word) == word or word == "البدء")
            and "عن" in cue.governs
            and "object" in cue.governs
        ):
            return Act.COMMIT
        for group in groups:
            if group.endswith("_noun") and group[:-5] in _ACTS:
                return Act(group[:-5])
        if "through" not in groups:
            return None
    return None


def _deed(word: str) -> bool:
    """Whether a noun after «أهمية» names something to do: «التعاون», «تلبية», «العمل», but not «الوطنية»."""
    plain = bare(word)
    if plain in _DEEDS or _DEFECTIVE.fullmatch(plain):
        return True
    return MASDAR.match(plain) is not None and not plain.endswith(("يه", "ات"))


def _heaviest(words: list[str], cue: Cue, signs: Signs, mention: str, spelt: frozenset[str]) -> Act | None:
    own = frozenset(w for w in (bare(fold(m)) for m in mention.split()) if len(w) > 3) - signs.titles
    begins = frozenset(w[:4] for w in own)
    at = _Reading(spelt=spelt, will="عن" in cue.governs and "object" in cue.governs)
    total: dict[Act, float] = {}
    silent, soon = _silent(signs), frozenset(w for w in spelt if _SHALL.fullmatch(w))
    for i in _likely(words, begins | soon, silent):
        word = words[i]
        if word in _BREAKS:
            at.relative = -99
            continue
        akin = bare(word)[:4] in begins and _akin(word, own)
        if silent[word] and word not in soon and not (akin or _after(words, i)):
            continue
        if word in _RELATIVES:
            at.relative = i
        at.condition = (
            at.condition or word.lstrip("وف") in _CONDITIONS or word in _CAUSING or words[i : i + 2] in _LEADING_TO
        )
        if akin or _own(word, i, words, signs):
            at.own = i
        share = _share(i, at)
        for act, weight in _weights(words, i, at, signs, "person" in cue.governs):
            total[act] = total.get(act, 0.0) + weight * share
            at.modal = at.modal or (act is Act.DEMAND and weight > 2)
    best = max(total, key=lambda a: total[a], default=None)
    enough = _MORE if cue.lemma in _TELLING else _ENOUGH
    return best if best and total[best] >= enough else None


def _likely(words: list[str], begins: frozenset[str], silent: Silent) -> list[int]:
    """The words that may show something: by themselves, as words like those given, or behind «سوف»."""
    found = {i for i, word in enumerate(words) if not silent[word]}
    text = " ".join(words)
    if any(begin in text for begin in begins):
        found.update(i for i, word in enumerate(words) if word in begins or bare(word)[:4] in begins)
    if _WILL in text:
        found.update(i for i in range(1, len(words)) if _after(words, i))
    return sorted(found)


@functools.lru_cache(maxsize=8)
def _silent(signs: Signs) -> Silent:
    """The memory of silent words that goes with the signs of a lexicon."""
    return Silent(signs, _CLOSED)


def _share(i: int, at: _Reading) -> float:
    """How much of its weight a word keeps in its place."""
    share = 1.0 if i < 10 else 0.7 if i < 20 else 0.4
    if i - at.relative <= 5:
        share *= 0.4 if i - at.relative <= 2 else 0.7
    return share * (0.5 if at.modal else 1.0)


def _akin(word: str, own: frozenset[str]) -> bool:
    """Whether a word is one of the speaker's, or its adjective: «المغرب ستواصل» of «الوزير المغربي»."""
    word = bare(word)
    return word in own or (len(word) > 3 and any(w.startswith(word[:4]) and abs(len(w) - len(word)) < 3 for w in own))


def _after(words: list[str], i: int) -> bool:
    """Whether the word before makes a future of any verb."""
    return i > 0 and words[i - 1].endswith(_WILL)


def _own(word: str, i: int, words: list[str], signs: Signs) -> bool:
    """Whether the speaker, or the body spoken for, is the subject here."""
    if word in _FIRST:
        return True
    if word in _SELF:
        return i < 2 and i + 1 < len(words) and (words[i + 1] in _NEGATIONS or signs.verb(words[i + 1]) is not None)
    return signs.own_body(word)


def _weights(words: list[str], i: int, at: _Reading, signs: Signs, judging: bool) -> Iterator[tuple[Act, float]]:
    word = words[i]
    if word in _NEGATIONS or (word[:1] in "وف" and word[1:] in _NEGATIONS):
        yield from _negated(words, i, at, signs)
    elif _negates(words, i):
        return
    if word in _DUTY and i <= 2 and (i == 0 or words[i - 1] in THAT) and _owes(words, i):
        yield Act.DEMAND, 3.0
    groups = signs.groups(words, i)
    if _fought(words, i, at):
        at.against = i
        groups = tuple(g for g in groups if g not in _EVILS)
    if "way" in groups and i <= 5 and _is_to_do(words, i):
        yield Act.DEMAND, 1.8
    if word in _EXPRESSING or (word == "اعلن" and word in at.spelt and i == 0):
        yield from _expressed(words, i, signs)
    yield from _accused(groups, at, i)
    for group in groups:
        if group == "demand_said" and i and words[i - 1] in _WERE:
            continue  # «كان من الأفضل»
        yield from _word(group, word, at, judging, i > 0 and words[i - 1] in _UNLIKE)
    yield from _verb(words, i, at, signs)


def _negates(words: list[str], i: int) -> bool:
    """Whether the word at i is negated: «لا تعارض», «لم تعد تعارض»."""
    before = i - 1 if i > 1 and words[i - 1] in _ANY_MORE else i
    return before > 0 and words[before - 1].lstrip("وف") in _NEGATIONS


def _expressed(words: list[str], i: int, signs: Signs) -> Iterator[tuple[Act, float]]:
    """«عبر عن الأسف», «نعلن استنكارنا»: what is expressed is done."""
    for j in range(i + 1, min(i + 6, len(words))):
        for group in signs.groups(words, j):
            if group == "own_noun" and words[i].endswith("علن"):
                yield Act.COMMIT, 2.2
                return
            if group.endswith(("_noun", "_ours")) and group[:-5] in _ACTS:
                yield Act(group[:-5]), 2.2
                return


def _accused(groups: tuple[str, ...], at: _Reading, i: int) -> Iterator[tuple[Act, float]]:
    """What another is after («تسعى للهيمنة»), and who does violence to whom."""
    if "seek" in groups:
        at.seek = i
    if "evil" in groups:
        yield Act.CONDEMN, 1.8 if 0 <= i - at.seek <= 5 and i - at.own > _NEAR else 0.3
    met = at.scene.intersection(_SCENE)
    at.scene.update(_SCENE.intersection(groups))
    if len(at.scene) == 3 and len(met) < 3:
        yield Act.CONDEMN, 1.8


def _owes(words: list[str], i: int) -> bool:
    """«على الدولة أن …», «على الآباء والمعلمين احترام …»: who owes what."""
    following = words[i + 1 : i + 12]
    return (
        bool(following) and following[0] not in THAT | _ON and any(w == "ان" or MASDAR.match(w) for w in following[1:])
    )


def _fought(words: list[str], i: int, at: _Reading) -> bool:
    """Whether a word names what something is done against, or goes on with such names."""
    if not i:
        return False
    before = words[i - 2] if i > 1 and words[i - 1] in _LONE else words[i - 1]
    return before in _AGAINST or bare(before) in _AGAINST or (words[i][0] == "و" and at.against == i - 1)


def _is_to_do(words: list[str], i: int) -> bool:
    """«مخرج البلاد الوحيد هو العودة إلى …», «مهمة الجميع تكمن في العمل»: a way named with the deed it consists in."""
    for j in range(i + 1, min(i + 9, len(words) - 1)):
        if words[j] in _BREAKS:
            return False
        if words[j] in _CONSISTS:
            return _deed(words[j + 2] if words[j + 1] in ("في", "ان") and j + 2 < len(words) else words[j + 1])
    return False


def _word(group: str, word: str, at: _Reading, judging: bool, unlike: bool) -> Iterator[tuple[Act, float]]:
    kind, _, what = group.rpartition("_")
    if group != "label" and kind not in _ACTS:
        return
    if group == "label":
        yield Act.CONDEMN, (3.0 if judging else 0.8 if bare(word) == word else 0.3)
    elif what == "said" and not unlike:
        yield Act(kind), 3.0
    elif what == "need":
        yield Act(kind), 1.7
    elif what == "tone":
        judged = Act.CONDEMN if kind == Act.WARN and judging else Act(kind)  # «وصفه بالخطير» finds fault with it
        yield judged, (3.0 if judging else 1.5 if kind == Act.CONDEMN and bare(word) == word else 1.0)
    elif what == "ours" and kind in _ACTS:  # «إطلاقنا» and «حاجتنا» say nothing by themselves
        yield Act(kind), 2.5
    elif what == "end" and at.condition:
        yield Act(kind), 2.4


def _verb(words: list[str], i: int, at: _Reading, signs: Signs) -> Iterator[tuple[Act, float]]:
    """A verb: of one's own it does what it says; in the future it promises; of others it may accuse them."""
    shall = _SHALL.fullmatch(words[i]) if i <= _NEAR and words[i] in at.spelt else None
    read = (True, "ن", shall[1]) if shall else signs.verb(words[i])
    if read is None:
        return
    future, person, stem = read
    if person == "ن" and not shall and words[i].lstrip("وف")[:1] == "ا" and words[i] not in at.spelt:
        return  # «اعترض» is no «أعترض»
    own = person == "ن" or (i - at.own <= _NEAR and not at.modal)
    if _after(words, i):
        future, own = True, own or words[i][0] == "ا"
    if i and (words[i - 1] in _WERE or (words[i - 1] in _LONE and person == "ن")):
        return
    for group in signs.deeds(words, i):
        kind, _, what = group.rpartition("_")
        if what in ("verb", "utter") and person and not future:
            act = Act(kind)
            if own:
                yield act, 3.0
            elif i <= _NEAR and (what == "utter" or act not in _OBLIQUE) and i - at.relative > 5:
                yield act, 1.6
        elif what in _BLAMES and not own and (person or len(stem) > 3):
            yield Act.CONDEMN, _BLAMES[what]
        elif group == "lasting" and future and not own:
            yield Act.COMMIT, 1.7
    if future and stem in _PASSIVE and i <= 3:  # «أنه سيتم طرح …»: a plan of the body that announces it
        yield Act.COMMIT, 2.5
        return
    if future and "happens" not in signs.deeds(words, i) and (own or (at.will and i - at.relative > 5)):
        yield Act.COMMIT, 2.5


def _refuses(words: list[str], i: int, signs: Signs) -> bool:
    """«لا يمكن أن نسمح», «لا يمكن السكوت»."""
    ahead = range(i, min(i + 6, len(words)))
    return any(
        (words[j] in _LEAVE and j < i + 2) or {"refusal", "threat"}.intersection(signs.deeds(words, j)) for j in ahead
    )


def _negated(words: list[str], i: int, at: _Reading, signs: Signs) -> Iterator[tuple[Act, float]]:
    """A negation with its verb: «لن نسمح», «لن يتخلى», «لم يحترم», «لم نقل»."""
    if i + 1 >= len(words):
        return
    negation, read = words[i].lstrip("وف"), signs.verb(words[i + 1])
    if read is None or negation.startswith("لي") or negation == "لسنا":
        return
    first = read[1] == "ن"
    own = first or i - at.own <= _NEAR
    person = first or (own and words[at.own] not in _SELF)  # «إنه لم يتغير» has no person for its subject
    groups = signs.deeds(words, i + 1)
    if negation == "لن":
        if "steadfast" in groups:
            yield Act.COMMIT, 3.0 if own else 1.7
        elif "threat" in groups:
            yield Act.WARN, 3.0
        elif own or "refusal" in groups:
            yield Act.REJECT, 3.0 if own else 2.0
    elif negation == "لا" and (
        (own and "refusal" in groups) or (words[i + 1] == "يمكن" and _refuses(words, i + 2, signs))
    ):
        yield Act.REJECT, 3.0
    elif negation == "لم" and person and not _ANY.isdisjoint(words[i + 2 : i + 8]):
        yield Act.DENY, 2.2
    elif not person and "duty" in groups:
        yield Act.CONDEMN, 2.0
