"""From a cue and its frame to a draft, and which frames do not report."""

from __future__ import annotations

import bisect

from mawqif.arabic import fold
from mawqif.extract import adverbials, ends, frames, mentions, modes, nesting, phrases, postposed, relays, sources
from mawqif.extract.acts import act_of
from mawqif.extract.frames import GOVERNED, PROVIDING
from mawqif.extract.speech import Frame
from mawqif.extract.view import View
from mawqif.extract.words import (
    AFTER_PREPOSITION,
    IMPERSONAL,
    NEGATORS,
    OFTEN,
    PASSIVE,
    RELATIVES,
    SAYINGS,
    THAT,
    THEM,
    TURNS,
    is_in,
)
from mawqif.lexicon import Cue, CueForm
from mawqif.model import Draft, Sentence, Span

_ACCUSING = ("اتهم", "يتهم")  # «الحزب الذي تتهمه الحكومة بـ»: the accusation stands in the relative clause
_SUPPOSED = frozenset(("يعتقد", "يرجح", "يتوقع", "يفترض", "يشتبه", "يظن"))
_NEVER = frozenset(("قط", "ابدا", "بتاتا", "اطلاقا", "مطلقا"))
_BEFORE_PASSIVES = RELATIVES | TURNS


def sentence(v: View, n: int, s: Sentence) -> list[Draft]:
    """The drafts of one sentence; `host` indexes into this list."""
    out: list[Draft] = []
    free = s.first
    for i in v.opening[bisect.bisect_left(v.opening, s.first) : bisect.bisect_left(v.opening, s.last)]:
        if i >= free and i not in v.quoted and (draft := _at(v, n, s, i, out)):
            out.append(draft)
            free = v.at(draft.content.start)
    return nesting.settle(v, out)


def _at(v: View, n: int, s: Sentence, i: int, done: list[Draft]) -> Draft | None:
    """The draft of the cue at token i, if it is one and reports."""
    found = v.cue(i)
    if found and found[0].sort != "adverbial" and (draft := _draft(v, n, s, i, *found, done)):
        return draft
    return adverbials.find(v, n, s, i, done)


def _draft(v: View, n: int, s: Sentence, i: int, cue: Cue, form: CueForm, done: list[Draft]) -> Draft | None:
    if _impersonal(v, s, i, form) or (i > s.first and sources.unnamed(v, i - 1)):
        return None
    frame = frames.find(v, i, cue, s) or frames.spoken(v, i, cue, s) or postposed.find(v, i, cue, s)
    if frame is None or not _reports(v, s, i, cue, form, frame, done):
        return None
    content = ends.content(v, frame, s)
    if content is None:
        return None
    mention = mentions.find(v, i, frame, s, cue, bool(done))
    via: tuple[Span, ...] = ()
    if "relay" in cue.governs:
        told = "عن" not in v.forms[i + 1 : frame.subject_end]  # «نقل مراسل الأفق أن»: he tells it himself
        if not told:
            mention, via = mentions.transmitted(v, i, frame)
        if mention is None or (told and frame.rule != "that"):
            return None
    elif cue.sort == "verb":
        mention, via = mentions.quoting(v, i, frame, cue, mention)
    elif cue.sort == "noun" and form.form != fold(cue.lemma):
        mention, via = mentions.relayed(v, i, s)
    if cue.sort == "noun" and mention is None and _nobodys(v, i, form, frame):
        return None
    relayed = bool(via)
    via = via or relays.outlets(v, i, frame.subject_end, s)
    return Draft(
        cue=Span.of(v.text, v.tokens[i].start, v.tokens[i].end),
        content=content,
        mention=mention,
        mode=modes.mode(v, content, frame),
        act=act_of(cue, content.text, v.signs, frame.rule in GOVERNED, mention.text if mention else ""),
        sentence=n,
        sort=cue.sort,
        feminine=None if relayed else form.feminine,  # «نقلت الصحيفة عن فلان»: the outlet's
        plural=form.plural,
        host=len(done) - 1 if cue.sort == "participle" and done else None,
        via=via,
        negated=i > s.first and _negated(v, i, v.at(content.start)),
        rule=f"{cue.sort}:{frame.rule}",
    )


def _negated(v: View, i: int, end: int) -> bool:
    """Whether the cue at token i, whose content begins at token `end`, is negated.

    «ما» before a verb of saying is a relative in news («وهو ما قاله», «هذا ما أكد عليه», «كثيرا ما يقول»)
    unless a word that only a negation has follows: «ما قال الوزير قط إن».
    """
    before = v.forms[i - 1]
    return before in NEGATORS and (before != "ما" or not _NEVER.isdisjoint(v.forms[i + 1 : end]))


def _impersonal(v: View, s: Sentence, i: int, form: CueForm) -> bool:
    """Whether nobody in particular says, thinks or expects: «يُذكر أن», «ويُتوقع أن …»."""
    if form.plural:
        return False
    if v.forms[i] in IMPERSONAL and i - s.first < 2:
        return not (i + 1 < s.last and is_in(v.forms[i + 1], v.index.roles))  # «يعتقد مدرب الفريق أن»
    if v.forms[i] in _SUPPOSED and i > s.first and i + 1 < s.last and v.forms[i + 1] in THAT and _indefinite(v, i - 1):
        return True  # «مسلحين يعتقد أنهم …»
    joined = v.forms[i].startswith("و") and v.forms[i] != "ويخشي"  # «…، ويخشى أن» goes on with its subject
    leads = i == s.first or joined or v.forms[i - 1] in _BEFORE_PASSIVES
    if v.forms[i].endswith("يشتبه") and i + 1 < s.last:
        return v.forms[i + 1] == "في" or v.forms[i + 1] in THAT
    return leads and v.forms[i] in PASSIVE and i + 1 < s.last and v.forms[i + 1] in THAT


def _indefinite(v: View, j: int) -> bool:
    """Whether an indefinite common noun stands at token j, with nothing behind it."""
    form, words = v.forms[j], v.index.titles.words
    if v.gap(j + 1).strip() or form.startswith("ال") or form in v.index.given or v.cue(j):
        return False
    return words[form] in ("people", "nouns", "deeds", "acts") or form.endswith(("ين", "ات", "يه", "ا"))


def _described(v: View, s: Sentence, i: int, distance: int) -> bool:
    """Whether a feminine participle at token i describes the noun before it: «إجراءات مشددة في الواحة على …»."""
    apart = i == s.first or v.forms[i].startswith("و") or bool(v.gap(i).strip())
    feminine = v.text.endswith("ة", v.starts[i], v.tokens[i].end)
    return not apart and feminine and distance > 1 and not is_in(v.forms[i + 1], v.index.heads)


def _own_or_titled(v: View, i: int, cue: Cue, form: CueForm, frame: Frame) -> bool:
    """Whether a verbal noun has its speaker in a pronoun or next to it: «بعد تهديده بـ», «إعلان الجيش سقوط …»."""
    at = v.at(frame.start)
    begin, between = v.forms[at], range(i + 1, at + 1)
    if any(v.forms[k] in RELATIVES or any(c in "،؛" for c in v.gap(k)) for k in between):
        return False
    if frame.rule == "object" and begin[:1] in ("ب", "ل") and begin not in v.index.deeds:
        return False
    if form.form.endswith(("ه", "ها", "هم")) and form.form != fold(cue.lemma):
        return cue.act is not None
    titled = phrases.source(v, i + 1) or v.forms[i + 1][0].isdigit()
    return frame.subject_end > i + 1 and form.form == fold(cue.lemma) and titled


def _clausal(v: View, frame: Frame) -> bool:
    """Whether the content is a clause with its complementiser: «إلى أن …»."""
    at = v.at(frame.start)
    return not THAT.isdisjoint(v.forms[at : at + 2])


def _plain_noun(v: View, s: Sentence, i: int) -> bool:
    """Whether a plural participle at token i goes with the noun before it: «ناشطين مؤيدين للقضية»."""
    apart = i == s.first or v.forms[i].startswith("و") or bool(v.gap(i).strip())
    return v.forms[i].endswith("ين") and not apart and v.forms[i - 1] not in THAT and not v.cue(i - 1)


def _nobodys(v: View, i: int, form: CueForm, frame: Frame) -> bool:
    """Whether a noun without a source next to it is no saying of anybody: «وسط تحذيرات من …», «لا بد من القول إن …»."""
    if form.feminine is not None or form.plural is not None or (form.form.endswith(("ته", "ه")) and frame.direct):
        return False  # a pronoun names the source
    if v.forms[i - 1] == "مع" and i:
        return False
    if v.forms[i] == "بالقول" and frame.subject_end == i + 1:
        return False  # «اكتفى بالقول إن …», the source of the verb before
    if v.forms[i].startswith("بال"):
        return frame.subject_end > i + 1 and not frame.direct
    return frame.rule != "that" or form.form.startswith("ال")


def _reports(v: View, s: Sentence, i: int, cue: Cue, form: CueForm, frame: Frame, done: list[Draft]) -> bool:
    """Whether a cue in this frame reports, or is a stance or an event told inside another content."""
    if frames.anonymous(v, i):
        return False
    if "relay" in cue.governs and any(v.forms[j] in SAYINGS for j in range(i + 1, frame.subject_end + 1)):
        return False  # «نقل عن فلان قوله إن»: the saying is the cue
    start, within = v.starts[i], bool(done) and v.starts[i] < done[-1].content.end
    distance = frame.subject_end - i
    if cue.sort == "noun":
        if v.forms[i].startswith("لاتهام") and frame.rule == "by":
            return False  # «موقوف لاتهامه بـ», the charge
        if within and start - done[-1].content.start <= 8:
            return False
        if any((c := v.cue(k)) and c[0].sort == "participle" for k in range(i + 1, frame.subject_end)):
            return False  # «بعد إعلانها أمس، مؤكدا أن»: what the participle says
        if frame.rule in ("by", "object"):
            return distance <= 8 and _own_or_titled(v, i, cue, form, frame)
        told = frame.rule == "that" and frame.subject_end > i + 1 and phrases.source(v, i + 1)
        return distance <= 8 and bool(cue.act or form.form != fold(cue.lemma) or told)
    if cue.sort == "participle":
        if cue.act and frame.rule in GOVERNED and not _clausal(v, frame) and _plain_noun(v, s, i):
            return False
        if v.forms[i].endswith("ين") and (said := v.cue(i + 1)) and said[0].sort == "verb":
            return False  # «لكن منتقدين يقولون إن»
        if frame.rule == "colon" and not done and i - s.first <= 3:
            return False  # «فلان - متابعة:», a credit before the report
        if i > s.first and v.forms[i - 1][0].isdigit() and not v.gap(i).strip():
            return False  # «93 متهما»
        reach = 16 if "person" in cue.governs else 10 if v.forms[i + 1] in AFTER_PREPOSITION else 6
        if (cue.weak and distance > (8 if reach > 6 else 2)) or (done and distance > reach):
            return False
        if frame.rule in GOVERNED and v.forms[i + 1] not in THEM and _described(v, s, i, distance):
            return False
    elif (
        within
        and v.forms[i - 1] not in TURNS
        and start > done[-1].content.start
        and v.forms[i][0] in "يت"
        and frame.rule in GOVERNED
    ):
        return False
    if "held" in cue.governs and frame.rule == "object" and v.forms[i][-1:] in "هم":
        return True
    relative = i > s.first and v.forms[i - 1] in RELATIVES and frame.rule in GOVERNED and not _clausal(v, frame)
    if relative and v.forms[i - 1] == "ما" and v.forms[i - 2] in OFTEN:
        return True
    return not relative or cue.lemma in PROVIDING or (cue.lemma in _ACCUSING and frame.rule == "by")
